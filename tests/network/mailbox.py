"""What a phone does by itself: it decrypts what comes, confirms it, asks again, and answers when asked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.network import payloads, peer, protobuf
from tests.network.bundles import bundle_in, bundle_nodes
from tests.network.directory import Account, Device
from tests.network.group_mail import GroupKeys
from tests.network.history import PastMessage
from tests.network.jid import GROUPS, Jid, parse_jid
from tests.network.nodes import Attrs, Node
from tests.network.ratchet import AlreadyOpened, Bundle, Undecryptable
from tests.network.sessions import OwnKeys, Sessions
from tests.network.stanzas import ids_of

if TYPE_CHECKING:
    from tests.network.appstate import AppState
    from tests.network.server import Network

#: After so many requests for one message a device gives up, as clients do.
MOST_RETRIES = 5


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
    #: The group it stands in, by the user part of its address.
    group: str = ""


@dataclass(slots=True)
class Sent:
    """A message that the phone keeps in case a device asks for it again."""

    to: Jid
    body: bytes
    kind: str
    time: int
    #: kind of receipt ("" is delivered) -> (number, device) of those who sent it
    receipts: dict[str, list[tuple[str, int]]] = field(default_factory=dict)


class Mailbox:
    """A phone's Signal sessions and what it has received and sent."""

    def __init__(self, network: Network, account: Account, app_state: AppState) -> None:
        self._network, self._account, self._app_state = network, account, app_state
        self._device: Device = account.devices[0]
        self.keys = OwnKeys.generate()
        self.sessions, self.group_keys = Sessions(self.keys), GroupKeys()
        self.inbox: list[Received] = []
        self.own_copies: list[Received] = []
        self.repeats: Counter[tuple[str, str]] = Counter()
        self.undecryptable: list[str] = []
        self.sent: dict[str, Sent] = {}
        self.device_receipts: list[tuple[int, str, str]] = []
        self.read: set[tuple[str, str]] = set()
        self.past: list[PastMessage] = []
        self.answers_requests = True
        self._seen: set[tuple[str, str]] = set()
        self._retries: Counter[str] = Counter()

    def encrypt(self, device: Device, body: bytes) -> Node | None:
        """An `<enc>` for a device; None where it has handed in no keys."""
        sealed = self.sessions.encrypt(device.lid, body, self._fetch)
        return Node("enc", {"v": "2", "type": sealed[0]}, sealed[1]) if sealed else None

    def _fetch(self, lid: Jid) -> Bundle | None:
        device = self._network.directory.device(lid)
        return self._network.queries.hand_out(device) if device else None

    def tell_own(self, device: Device, body: bytes) -> None:
        """Send a peer message to one of the number's own devices."""
        enc = self.encrypt(device, body)
        if enc:
            self._network.relay.message(self._device, peer.stanza(device.pn, enc))

    def take(self, node: Node) -> None:
        """Deal with a stanza from the server."""
        if node.tag == "message":
            self._take_message(node)
            return
        if node.tag == "receipt":
            self._take_receipt(node)
        self._acknowledge(node)

    def _acknowledge(self, node: Node) -> None:
        attrs: Attrs = {"class": node.tag, "id": node.text("id"), "to": node.attrs["from"]}
        if "participant" in node.attrs:
            attrs["participant"] = node.attrs["participant"]
        self._network.relay.acknowledge(self._device, Node("ack", attrs))

    def _take_message(self, node: Node) -> None:
        sender = node.jid("participant") or node.jid("from")
        device = self._network.directory.device(sender) if sender else None
        if device is None or node.child("enc") is None:
            self._acknowledge(node)
            return
        try:
            for enc in node.all("enc"):
                self._take_body(node, device, self._decrypt(node, device, enc))
        except AlreadyOpened:
            pass
        except (Undecryptable, ValueError) as error:
            self.undecryptable.append(node.text("id"))
            self._network.log(f"phone cannot read a message: {error}")
            self._ask_again(node, device)
            self._acknowledge(node)
            return
        self._confirm(node)

    def _decrypt(self, node: Node, device: Device, enc: Node) -> bytes:
        group = node.jid("from")
        if enc.text("type") == "skmsg" and group:
            return self.group_keys.decrypt(group, device.lid, enc.data)
        return self.sessions.decrypt(device.lid, enc.text("type"), enc.data)

    def _take_body(self, node: Node, device: Device, body: bytes) -> None:
        chat = node.jid("from")
        if chat and chat.server == GROUPS and self.group_keys.learn(chat, device.lid, body):
            return
        if node.text("category") == "peer":
            self._answer(node.text("id"), device, body)
        else:
            self._show(node, device, body)

    def _confirm(self, node: Node) -> None:
        attrs: Attrs = {"id": node.text("id"), "to": node.attrs["from"]}
        if "recipient" in node.attrs:
            attrs["type"] = "sender"
        attrs.update({key: node.attrs[key] for key in ("recipient", "participant") if key in node.attrs})
        self._network.relay.receipt(self._device, Node("receipt", attrs))

    def _answer(self, request_id: str, device: Device, body: bytes) -> None:
        if not self.answers_requests or device.account is not self._account:
            return
        for answer in peer.answers(self, request_id, body, self._app_state, int(self._network.now())):
            self.tell_own(device, answer)

    def _show(self, node: Node, device: Device, body: bytes) -> None:
        copy = payloads.unwrap_device_sent(body)
        to_number = ""
        if copy and device.account is self._account:
            chat = self._network.directory.at(parse_jid(copy[0]))
            to_number, body = (chat.number if chat else copy[0]), copy[1]
        number, message_id, text = device.account.number, node.text("id"), payloads.text_of(body)
        sender = node.jid("from")
        group = sender.user if sender and sender.server == GROUPS else ""
        received = Received(number, device.id, message_id, text, int(node.text("t")), body, to_number, group)
        key = (number, message_id)
        if key in self._seen:
            self.repeats[key] += 1
        else:
            self._seen.add(key)
            is_own = device.account is self._account
            (self.own_copies if is_own else self.inbox).append(received)
        self._network.changes.notify()

    def _ask_again(self, node: Node, device: Device) -> None:
        """Ask the author for the message again, with fresh keys to start over with."""
        message_id = node.text("id")
        self._retries[message_id] += 1
        count = self._retries[message_id]
        if count >= MOST_RETRIES:
            return
        registration, *keys = bundle_nodes(self.keys.bundle())
        retry: Attrs = {"count": count, "id": message_id, "t": node.text("t"), "v": 1}
        attrs: Attrs = {"id": message_id, "to": node.attrs["from"], "type": "retry"}
        attrs.update({key: node.attrs[key] for key in ("recipient", "participant") if key in node.attrs})
        children = [Node("retry", retry), registration, Node("keys", {}, keys)]
        self._network.relay.receipt(self._device, Node("receipt", attrs, children))

    def _take_receipt(self, node: Node) -> None:
        sender, kind = node.jid("participant") or node.jid("from"), node.text("type")
        device = self._network.directory.device(sender) if sender else None
        if device is None:
            return
        if kind == "retry":
            self._send_again(node, device)
            return
        for message_id in ids_of(node):
            if device.account is self._account:
                self._take_own_receipt(device, kind, message_id, node.jid("recipient"))
            elif message_id in self.sent:
                who = (device.account.number, device.id)
                self.sent[message_id].receipts.setdefault(kind, []).append(who)
        self._network.changes.notify()

    def _take_own_receipt(self, device: Device, kind: str, message_id: str, chat: Jid | None) -> None:
        self.device_receipts.append((device.id, kind, message_id))
        author = self._network.directory.at(chat)
        if kind == "read" and author:
            self.read.add((author.number, message_id))

    def _send_again(self, node: Node, device: Device) -> None:
        sent, retry = self.sent.get(node.text("id")), node.child("retry")
        if sent is None or retry is None:
            return
        if bundle := bundle_in(node):
            self.sessions.start(device.lid, bundle)
        elif int(retry.text("count", "1")) > 1 and (fetched := self._fetch(device.lid)):
            self.sessions.start(device.lid, fetched)
        body = sent.body
        attrs: Attrs = {"id": node.text("id"), "to": device.lid, "type": sent.kind}
        if sent.to.server == GROUPS:
            attrs.update({"to": sent.to, "participant": device.lid})
            body += protobuf.write(self.group_keys.distribution(sent.to))
        elif device.account is self._account:
            body = payloads.device_sent(sent.to, body)
            attrs["recipient"] = sent.to
        enc = self.encrypt(device, body)
        if enc:
            enc.attrs["count"] = retry.text("count")
            self._network.relay.message(self._device, Node("message", attrs, [enc]))
