"""Passes stanzas between devices and keeps each one until the receiver has acknowledged it."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.network.crypto import sha256
from tests.network.directory import Account, Device, device_hash
from tests.network.jid import GROUPS, LIDS, SERVER, Jid
from tests.network.nodes import Attribute, Attrs, Node
from tests.network.records import Ack, Receipt, Relayed
from tests.network.stanzas import corrupted, ids_of, key_of

if TYPE_CHECKING:
    from tests.network.connection import Connection
    from tests.network.server import Network

#: Receipts that say "it is stored": these acknowledge a message. A retry asks for it again, and
#: `peer_msg` may be sent before the client's handler has run.
SETTLING = ("", "inactive", "sender")
ADDRESSING = ("to", "device_fanout", "phash", "peer_recipient_pn", "recipient")


class Relay:
    """The post office of one network."""

    def __init__(self, network: Network) -> None:
        self._network = network

    def deliver(self, device: Device, node: Node) -> None:
        """Queue a stanza for a device and send it where the device is online."""
        device.pending.add(key_of(node), node)
        self._network.changes.notify()
        if device.line:
            self.send(device, node)

    def send(self, device: Device, node: Node) -> None:
        """Send to the line of a device, with the faults that it has."""
        chain = device.fault_chain
        if node.tag == "receipt" and chain.take("lost_receipts"):
            device.pending.settle(key_of(node))
            return
        if node.tag == "message" and chain.take("corrupted_deliveries"):
            node = corrupted(node)
        times = 2 if node.tag == "message" and chain.take("duplicated_deliveries") else 1
        delay = chain.longest("delivery_delay") if node.tag == "message" else 0
        for _ in range(times):
            self._later(delay, lambda: self._hand_over(device, node))

    @staticmethod
    def _hand_over(device: Device, node: Node) -> None:
        if device.line:
            device.line.send(node)

    @staticmethod
    def _later(delay: float, action: Callable[[], object]) -> None:
        if delay > 0:
            asyncio.get_running_loop().call_later(delay, action)
        else:
            action()

    def acknowledge(self, device: Device, node: Node) -> None:
        """Take a device's `<ack>`: the stanza it names is done."""
        kind, error = node.text("class"), node.text("error")
        sender, participant = node.text("to"), node.text("participant")
        device.pending.settle((kind, node.text("id"), sender, participant))
        now = self._network.now()
        number = device.account.number
        self._network.records.acks.append(Ack(number, device.id, kind, node.text("id"), now, error))
        self._network.changes.notify()

    def message(self, sender: Device, node: Node, origin: Connection | None = None) -> None:
        """Pass a message on to each device that it is encrypted for, and acknowledge it to its origin."""
        to = node.jid("to")
        if to and to.server == GROUPS:
            self._network.groups.message(sender, node, origin)
            return
        receiver = self._network.directory.at(to)
        if to is None or receiver is None:
            self.acknowledge_message(sender, node, origin, error=404)
            return
        if sender.fault_chain.take("lost_messages"):
            return
        now = int(self._network.now())
        reached: dict[tuple[str, int], str] = {}
        error = sender.fault_chain.take("error_acks")
        if error is None:
            for target, enc in self._targets(receiver, sender, node):
                reached[target.account.number, target.id] = sha256(enc.data).hex()
                self.deliver(target, self._copy_for(target, sender, receiver, node, enc, now))
        is_peer = node.text("category") == "peer"
        self._network.records.messages.append(
            Relayed(
                sender.account.number,
                sender.id,
                receiver.number,
                node.text("id"),
                self._network.now(),
                reached,
                is_peer,
                node.child("enc") is not None and not is_peer,
            )
        )
        self._introduce(sender.account, receiver)
        self.acknowledge_message(sender, node, origin, error.ack_error if error else 0)
        self._network.changes.notify()

    def _introduce(self, one: Account, other: Account) -> None:
        one.acquaintances.add(other.number)
        other.acquaintances.add(one.number)

    def _targets(self, receiver: Account, sender: Device, node: Node) -> list[tuple[Device, Node]]:
        participants = node.child("participants")
        if participants is None:
            to, enc = node.jid("to"), node.child("enc")
            device = self._network.directory.device(to) if to else None
            return [(device, enc)] if device and enc else []
        targets = []
        for child in participants.all("to"):
            jid, enc = child.jid("jid"), child.child("enc")
            device = self._network.directory.device(jid) if jid else None
            belongs = device and device.account in (receiver, sender.account)
            if device and enc and belongs and device is not sender:
                targets.append((device, enc))
        return targets

    def _copy_for(self, target: Device, sender: Device, receiver: Account, node: Node, enc: Node, now: int) -> Node:
        by_lid = node.jid("to").server == LIDS  # type: ignore[union-attr]
        kept = {key: value for key, value in node.attrs.items() if key not in ADDRESSING}
        attrs: Attrs = {**kept, "t": self._time_of(sender, target, node, now), "notify": sender.account.name}
        attrs["from"] = sender.lid if by_lid else sender.pn
        if target.account is not sender.account:
            key = "sender_pn" if by_lid else "sender_lid"
            attrs[key] = sender.account.pn if by_lid else sender.account.lid
        elif node.text("category") == "peer":
            del attrs["notify"]
        else:
            chat = node.jid("recipient") or (receiver.lid if by_lid else receiver.pn)
            attrs["recipient"] = chat
            known = self._network.directory.at(chat)
            if known:
                key = "peer_recipient_pn" if chat.server == LIDS else "peer_recipient_lid"
                attrs[key] = known.pn if chat.server == LIDS else known.lid
        others = [child for child in node.children if child.tag not in ("participants", "enc", "tctoken")]
        return Node("message", attrs, [enc, *others])

    @staticmethod
    def _time_of(sender: Device, target: Device, node: Node, now: int) -> int:
        """When a stanza was sent: phones may choose it, and what a silent phone told its own devices is old."""
        if sender.id:
            return now
        chosen = int(node.text("t") or now)
        return chosen - int(sender.account.silent_for) if target.account is sender.account else chosen

    def acknowledge_message(
        self, sender: Device, node: Node, origin: Connection | None, error: int = 0, phash: str = ""
    ) -> None:
        """Tell a client that its message was taken, or why not; `phash` tells it which devices there are."""
        chain = sender.fault_chain
        if origin is None or (not error and chain.take("lost_acks")):
            return
        if not error and chain.take("cuts_before_ack"):
            origin.cut()
            return
        attrs: Attrs = {"class": "message", "id": node.text("id"), "from": node.attrs["to"]}
        attrs["t"] = int(self._network.now())
        if error:
            attrs["error"] = error
        elif stale := phash or self._stale_hash(sender, node):
            attrs["phash"] = stale
        ack = Node("ack", attrs)
        self._later(chain.longest("ack_delay"), lambda: origin.send(ack))

    def _stale_hash(self, sender: Device, node: Node) -> str:
        """The true device hash where the sender did not address every device, else nothing."""
        participants, to = node.child("participants"), node.jid("to")
        receiver = self._network.directory.at(to)
        if participants is None or receiver is None or to is None:
            return ""
        base = to.bare
        own = sender.account.lid if to.server == LIDS else sender.account.pn
        true = [base.of_device(number) for number in receiver.devices]
        if receiver is not sender.account:
            true += [own.of_device(number) for number in sender.account.devices]
        told = {child.jid("jid") for child in participants.all("to")}
        told.add(own.of_device(sender.id))
        return "" if told == set(true) else device_hash(true)

    def receipt(self, sender: Device, node: Node, origin: Connection | None = None) -> None:
        """Take a receipt: acknowledge it, settle the message, tell the message's author."""
        if origin and sender.fault_chain.take("ignored_receipts"):
            return
        to, kind = node.jid("to") or SERVER, node.text("type")
        ids = ids_of(node)
        if kind in SETTLING:
            for message_id in ids:
                sender.pending.settle(("message", message_id, str(to), node.text("participant")))
        author = self._network.directory.at(to)
        now = self._network.now()
        number = author.number if author else str(to)
        self._network.records.receipts.append(Receipt(sender.account.number, sender.id, number, ids, kind, now))
        if origin:
            attrs: Attrs = {"class": "receipt", "id": node.text("id"), "from": to}
            if kind:
                attrs["type"] = kind
            origin.send(Node("ack", attrs))
        if to.server == GROUPS:
            self._network.groups.receipt(sender, node)
        elif author:
            self._tell(author, sender, to, node, int(now))
        self._network.changes.notify()

    def _tell(self, author: Account, sender: Device, to: Jid, node: Node, now: int) -> None:
        origin = sender.lid if to.server == LIDS else sender.pn
        kept = {key: value for key, value in node.attrs.items() if key not in ("to", "recipient")}
        if author is sender.account and not sender.id:
            now -= int(author.silent_for)
        relayed = Node("receipt", {**kept, "from": origin, "t": now}, node.content)
        if author is sender.account:
            recipient = node.jid("recipient")
            if recipient:
                relayed.attrs["recipient"] = recipient
            targets = [author.devices.get(to.device)]
        elif to.device or node.text("type") not in ("read", "played"):
            targets = [author.devices.get(to.device)]
        else:
            targets = list(author.devices.values())
            self._tell_own(sender, to, relayed)
        for target in targets:
            if target and target is not sender:
                self.deliver(target, relayed)

    def _tell_own(self, sender: Device, chat: Jid, relayed: Node) -> None:
        """A read mark reaches the reader's other devices too."""
        for device in sender.account.devices.values():
            if device is not sender:
                self.deliver(device, relayed.copy(recipient=chat))

    def notify(self, device: Device, kind: str, sender: Jid, children: list[Node], **more: Attribute) -> None:
        """Send a notification that waits for its acknowledgement like everything else."""
        attrs: Attrs = {"type": kind, "from": sender, "id": os.urandom(6).hex(), **more}
        attrs["t"] = int(self._network.now())
        self.deliver(device, Node("notification", attrs, children))
