"""A simulated phone: the main device of a number, with Signal sessions of its own."""

from __future__ import annotations

import asyncio
import os
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from . import payloads, protobuf
from .adv import vouch
from .appstate import AppState
from .directory import Account, Device
from .jid import Jid, parse_jid
from .nodes import Node
from .pairing import QrCode, ScanRefused
from .ratchet import AlreadyOpened, Bundle, Undecryptable
from .sessions import OwnKeys, Sessions

if TYPE_CHECKING:
    from .server import Network

#: How long a client may take to answer a scan: it may ask a person, or another process, first.
SCAN_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Received:
    """A message as the phone shows it. Numbers are digits; time is in seconds."""

    from_number: str
    from_device: int
    id: str
    text: str
    time: int
    body: bytes
    #: For a copy of what the number's own linked device sent: the number it was sent to.
    to_number: str = ""


@dataclass(slots=True)
class Sent:
    """A message that the phone keeps in case a device asks for it again."""

    to: Jid
    body: bytes
    kind: str
    time: int
    #: kind of receipt -> (number, device) of those who sent it
    receipts: dict[str, list[tuple[str, int]]] = field(default_factory=dict)


class Phone:
    """One phone. Its public coroutines are what its owner does; `inbox` is what its owner sees."""

    def __init__(self, network: Network, account: Account) -> None:
        self._network, self.account = network, account
        self.device: Device = account.devices[0]
        self.keys = OwnKeys.generate()
        self._sessions = Sessions(self.keys)
        self.device.identity = self.keys.identity.public
        self.device.registration = self.keys.registration
        self.device.make_bundle = self.keys.bundle
        self.device.line = self
        self.app_state = AppState()
        self.app_state.set_own_name(account.name)
        self.inbox: list[Received] = []
        #: Copies of what the number's own linked devices sent.
        self.own_copies: list[Received] = []
        self.repeats: Counter[tuple[str, str]] = Counter()
        self.undecryptable: list[str] = []
        self.sent: dict[str, Sent] = {}
        #: Receipts of other kinds that linked devices sent to their phone, such as hist_sync.
        self.device_receipts: list[tuple[int, str, str]] = []
        self._read: set[tuple[str, str]] = set()
        self._seen: set[tuple[str, str]] = set()
        self._retries: Counter[str] = Counter()
        self._to_greet: list[Device] = []
        self.past: list[payloads.PastMessage] = []

    @property
    def number(self) -> str:
        """The number, in digits."""
        return self.account.number

    @property
    def is_online(self) -> bool:
        """Whether stanzas reach the phone."""
        return self.device.line is not None

    @property
    def linked(self) -> list[int]:
        """The numbers of the linked devices, oldest first."""
        return [device.id for device in self.account.companions]

    async def online(self) -> None:
        """Come back, and take what waited."""
        self.device.line = self
        for node in self.device.pending.nodes():
            self._network.relay.send(self.device, node)
        waiting, self._to_greet = self._to_greet, []
        for device in waiting:
            self.greet(device)

    async def offline(self) -> None:
        """Go out of reach; stanzas wait at the server."""
        self.device.line = None

    async def scan(self, payload: str) -> int:
        """Scan a QR payload; returns the number of the new device. Raises ScanRefused."""
        code = QrCode.parse(payload)
        connection = self._network.connection_for(code.ref)
        request = connection.pairing
        if request is None or request.identity != code.identity:
            raise ScanRefused("the code belongs to another client")
        number, self.account.next_device = self.account.next_device, self.account.next_device + 1
        device = request.device_for(self.account, number)
        is_wrong = self._network.faults.take("wrong_hmacs")
        secret = os.urandom(32) if is_wrong else code.secret
        now = int(self._network.now())
        container = vouch(self.keys.identity, code.identity, secret, number, now)
        children = [
            Node("device-identity", {}, container),
            Node("biz", {"name": self.account.name}),
            Node("device", {"jid": device.pn, "lid": device.lid}),
            Node("platform", {"name": "android"}),
        ]
        answer = request.expect(connection.send_iq("set", [Node("pair-success", {}, children)]))
        try:
            node = await asyncio.wait_for(answer, SCAN_SECONDS)
        except TimeoutError as error:
            raise ScanRefused("the client does not answer") from error
        refusal = node.child("error")
        if refusal is not None:
            raise ScanRefused(refusal.text("text"))
        self._network.add_device(device, connection)
        return number

    async def unlink(self, number: int | None = None) -> None:
        """Remove one linked device, or all of them."""
        for device in self.account.companions:
            if number in (None, device.id):
                self._network.remove_device(device)

    async def say(self, to_number: str, text: str, message_id: str | None = None) -> str:
        """Write a text to a number; returns the message's id."""
        return await self.say_raw(to_number, payloads.text(text), message_id)

    async def say_raw(
        self, to_number: str, body: bytes, message_id: str | None = None, *, kind: str = "text"
    ) -> str:
        """Send any content; `kind` is the stanza's type (text, media, reaction, poll)."""
        if not self.is_online:
            raise ConnectionError("this phone is offline")
        account = self._network.directory.number(to_number)
        if account is None:
            raise LookupError(f"nobody has the number {to_number}")
        message_id = message_id or "3A" + os.urandom(9).hex().upper()
        self.sent[message_id] = Sent(account.lid, body, kind, int(self._network.now()))
        copy = payloads.device_sent(account.lid, body)
        participants = []
        for device in (*account.devices.values(), *self.account.companions):
            is_own = device.account is self.account
            if device is self.device:
                continue
            enc = self._encrypt(device, copy if is_own and account is not self.account else body)
            if enc:
                participants.append(Node("to", {"jid": device.lid}, [enc]))
        attrs = {"id": message_id, "to": account.lid, "type": kind}
        node = Node("message", dict(attrs), [Node("participants", {}, participants)])
        self._network.relay.message(self.device, node)
        return message_id

    def _encrypt(self, device: Device, body: bytes) -> Node | None:
        sealed = self._sessions.encrypt(device.lid, body, self._fetch)
        if sealed is None:
            return None
        return Node("enc", {"v": "2", "type": sealed[0]}, sealed[1])

    def _fetch(self, lid: Jid) -> Bundle | None:
        device = self._network.directory.device(lid)
        return device.bundle() if device else None

    async def read(self, from_number: str) -> list[str]:
        """Open the chat with a number: its unread messages become read. Returns their ids."""
        account = self._network.directory.number(from_number)
        if account is None:
            raise LookupError(f"nobody has the number {from_number}")
        seen = [one for one in self.inbox if one.from_number == account.number]
        unread = [one.id for one in seen if (one.from_number, one.id) not in self._read]
        if not unread:
            return []
        self._read.update((account.number, message_id) for message_id in unread)
        more = [Node("item", {"id": message_id}) for message_id in unread[1:]]
        attrs = {"id": unread[0], "to": account.lid, "type": "read"}
        content = [Node("list", {}, more)] if more else None
        self._network.relay.receipt(self.device, Node("receipt", dict(attrs), content))
        return unread

    async def wait_for(
        self, matches: Callable[[Received], bool], timeout: float = 10
    ) -> Received:
        """The first message in the inbox that matches, once there is one; raises TimeoutError."""
        return await self._network.changes.wait(
            lambda: next(filter(matches, self.inbox), None), timeout
        )  # type: ignore[return-value]

    async def wait_for_text(self, text: str, timeout: float = 10) -> Received:
        """The first message in the inbox with that text."""
        return await self.wait_for(lambda one: one.text == text, timeout)

    def greet(self, device: Device) -> None:
        """What a phone sends to a device it has just linked: keys, names and history."""
        if not self.is_online:
            self._to_greet.append(device)
            return
        now = int(self._network.now())
        known = [self._network.directory.number(one) for one in self.account.acquaintances]
        people = [self.account, *filter(None, known)]
        names = [(one.pn, one.name) for one in people]
        mappings = [(one.pn, one.lid) for one in people]
        self.tell_own(device, payloads.protocol(self.app_state.key_share(now)))
        self.tell_own(
            device, payloads.history(payloads.BOOTSTRAP, self.past, mappings=mappings)
        )
        self.tell_own(device, payloads.history(payloads.PUSH_NAMES, names=names))

    def tell_own(self, device: Device, body: bytes) -> None:
        """Send a peer message to one of the number's own devices."""
        enc = self._encrypt(device, body)
        if enc is None:
            return
        attrs = {"id": os.urandom(10).hex().upper(), "type": "protocol", "category": "peer"}
        node = Node("message", {**attrs, "to": device.pn}, [enc])
        self._network.relay.message(self.device, node)

    def forget(self, lid: Jid) -> None:
        """A device is gone: its sessions are of no use."""
        self._sessions.forget(lid)

    def send(self, node: Node) -> None:
        """Take a stanza from the server (the phone is its device's line)."""
        self._network.call_soon(self._take, node)

    def _take(self, node: Node) -> None:
        if not self.is_online:
            return
        if node.tag == "message":
            self._take_message(node)
        else:
            if node.tag == "receipt":
                self._take_receipt(node)
            self._acknowledge(node)

    def _acknowledge(self, node: Node) -> None:
        attrs = {"class": node.tag, "id": node.text("id"), "to": node.attrs["from"]}
        if "participant" in node.attrs:
            attrs["participant"] = node.attrs["participant"]
        self._network.relay.acknowledge(self.device, Node("ack", attrs))

    def _take_message(self, node: Node) -> None:
        enc, sender = node.child("enc"), node.jid("from")
        device = self._network.directory.device(sender) if sender else None
        if enc is None or sender is None or device is None:
            self._acknowledge(node)
            return
        try:
            body = self._sessions.decrypt(device.lid, enc.text("type"), enc.data)
        except AlreadyOpened:
            self._confirm(node)
            return
        except (Undecryptable, ValueError) as error:
            self.undecryptable.append(node.text("id"))
            self._network.log(f"phone cannot read a message: {error}")
            self._ask_again(node, device)
            self._acknowledge(node)
            return
        if node.text("category") != "peer":
            self._show(node, device, body)
        self._confirm(node)

    def _confirm(self, node: Node) -> None:
        attrs = {"id": node.text("id"), "to": node.attrs["from"]}
        if "recipient" in node.attrs:
            attrs["type"] = "sender"
            attrs["recipient"] = node.attrs["recipient"]
        self._network.relay.receipt(self.device, Node("receipt", attrs))

    def _show(self, node: Node, device: Device, body: bytes) -> None:
        copy = payloads.unwrap_device_sent(body)
        to_number = ""
        if copy and device.account is self.account:
            chat = self._network.directory.at(parse_jid(copy[0]))
            to_number, body = (chat.number if chat else copy[0]), copy[1]
        message_id = node.text("id")
        received = Received(
            device.account.number,
            device.id,
            message_id,
            payloads.text_of(body),
            int(node.text("t")),
            body,
            to_number,
        )
        key = (received.from_number, message_id)
        if key in self._seen:
            self.repeats[key] += 1
        else:
            self._seen.add(key)
            (self.own_copies if to_number else self.inbox).append(received)
        self._network.changes.notify()

    def _ask_again(self, node: Node, device: Device) -> None:
        """Ask the author for the message again, with fresh keys to start over with."""
        from .queries import bundle_nodes

        message_id = node.text("id")
        self._retries[message_id] += 1
        count = self._retries[message_id]
        if count >= 5:
            return
        bundle = bundle_nodes(self.keys.bundle())
        retry = {"count": count, "id": message_id, "t": node.text("t"), "v": 1}
        children = [Node("retry", dict(retry)), bundle[0], Node("keys", {}, bundle[1:])]
        attrs = {"id": message_id, "to": device.lid, "type": "retry"}
        if "recipient" in node.attrs:
            attrs["recipient"] = node.attrs["recipient"]
        self._network.relay.receipt(self.device, Node("receipt", dict(attrs), children))

    def _take_receipt(self, node: Node) -> None:
        sender, kind = node.jid("from"), node.text("type")
        device = self._network.directory.device(sender) if sender else None
        if device is None:
            return
        if kind == "retry":
            self._send_again(node, device)
            return
        from .relay import ids_of

        for message_id in ids_of(node):
            if device.account is self.account:
                self.device_receipts.append((device.id, kind, message_id))
                if kind == "read":
                    chat = self._network.directory.at(node.jid("recipient"))
                    self._read.add((chat.number if chat else "", message_id))
            elif message_id in self.sent:
                who = (device.account.number, device.id)
                self.sent[message_id].receipts.setdefault(kind, []).append(who)
        self._network.changes.notify()

    def _send_again(self, node: Node, device: Device) -> None:
        sent, retry = self.sent.get(node.text("id")), node.child("retry")
        if sent is None or retry is None:
            return
        if bundle := bundle_in(node):
            self._sessions.start(device.lid, bundle)
        elif int(retry.text("count", "1")) > 1 and (fetched := device.bundle()):
            self._sessions.start(device.lid, fetched)
        body = sent.body
        attrs = {"id": node.text("id"), "to": device.lid, "type": sent.kind}
        if device.account is self.account:
            body = payloads.device_sent(sent.to, body)
            attrs["recipient"] = sent.to
        enc = self._encrypt(device, body)
        if enc:
            enc.attrs["count"] = retry.text("count")
            self._network.relay.message(self.device, Node("message", dict(attrs), [enc]))


def bundle_in(receipt: Node) -> Bundle | None:
    """The keys that a retry receipt brings along, if it does."""
    from .queries import plain_key, signed_key

    keys, registration = receipt.child("keys"), receipt.child("registration")
    if keys is None or registration is None:
        return None
    identity, key, skey = keys.child("identity"), keys.child("key"), keys.child("skey")
    if identity is None or skey is None:
        return None
    number = int.from_bytes(registration.data, "big")
    return Bundle(number, identity.data, *signed_key(skey), plain_key(key) if key else None)


__all__ = ["Phone", "Received", "Sent", "bundle_in", "protobuf"]
