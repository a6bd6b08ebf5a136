"""A simulated phone: the main device of a number, with Signal sessions of its own."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.network import history, link_code, payloads, protobuf
from tests.network.adv import vouch
from tests.network.appstate import CONTACTS, AppState
from tests.network.directory import Account, Device
from tests.network.history import Past
from tests.network.hurdles import hurdle
from tests.network.jid import SERVER
from tests.network.link_code import CodeExchange, WrongCode
from tests.network.mailbox import Mailbox, Received, Sent
from tests.network.nodes import Attrs, Node
from tests.network.pairing import PairingRequest, QrCode, ScanRefused

if TYPE_CHECKING:
    from tests.network.connection import Connection
    from tests.network.groups import Group
    from tests.network.server import Network

#: How long a client may take to answer a scan: it may ask a person, or another process, first.
SCAN_SECONDS = 30


class Phone:
    """One phone. Its coroutines are what its owner does; what its owner sees is

    - `inbox`: messages of others, each once, with `repeats` counting ids that came again;
    - `own_copies`: what the number's own linked devices sent;
    - `sent`: what the phone sent, by message id, with the receipts that came for it.

    `past` is what it tells a newly linked device as history (`past.chat`, `past.add`).
    """

    def __init__(self, network: Network, account: Account) -> None:
        self._network, self.account = network, account
        self.app_state = AppState()
        self.app_state.set_own_name(account.name)
        self.mailbox = Mailbox(network, account, self.app_state)
        self.device: Device = account.devices[0]
        keys = self.mailbox.keys
        self.device.identity, self.device.registration = keys.identity.public, keys.registration
        self.device.make_bundle = keys.bundle
        self.device.line = self
        self.inbox, self.own_copies = self.mailbox.inbox, self.mailbox.own_copies
        self.repeats, self.undecryptable = self.mailbox.repeats, self.mailbox.undecryptable
        self.sent, self.past = self.mailbox.sent, Past(network, account, self.mailbox.past)
        #: (device, kind, message id) of receipts of the number's own devices, such as hist_sync.
        self.device_receipts = self.mailbox.device_receipts
        self._to_greet: list[Device] = []

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
        return await self._link(connection, request, code.secret)

    async def type_code(self, code: str) -> int:
        """Type the code of letters that a client shows for this number; like `scan` otherwise."""
        connection = self._network.connection_with_code(self.number)
        request = connection.pairing
        if request is None or request.code is None:
            raise ScanRefused("no client shows a code for this number")
        exchange = CodeExchange(request.code, self.mailbox.keys.identity, code)
        finish = request.expect("companion_finish")
        attrs: Attrs = {"type": link_code.TAG, "from": SERVER, "id": os.urandom(6).hex()}
        attrs["t"] = int(self._network.now())
        connection.send(Node("notification", attrs, [exchange.notice()]))
        try:
            secret = exchange.secret(await asyncio.wait_for(finish, SCAN_SECONDS))
        except TimeoutError as error:
            raise ScanRefused("the client does not answer") from error
        except WrongCode as error:
            raise ScanRefused(str(error)) from error
        return await self._link(connection, request, secret)

    async def _link(self, connection: Connection, request: PairingRequest, secret: bytes) -> int:
        if sentence := hurdle(self.account, connection, int(self._network.now())):
            raise ScanRefused(sentence)
        number, self.account.next_device = self.account.next_device, self.account.next_device + 1
        device = request.device_for(self.account, number)
        if self._network.faults.take("wrong_hmacs"):
            secret = os.urandom(32)
        identity = self.mailbox.keys.identity
        container = vouch(identity, request.identity, secret, number, int(self._network.now()))
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

    async def say(self, to_number: str, text: str, message_id: str | None = None, *, at: float | None = None) -> str:
        """Write a text to a number, now or at a given time in seconds; returns the message's id."""
        return await self.say_raw(to_number, payloads.text(text), message_id, at=at)

    async def say_raw(
        self,
        to_number: str,
        body: bytes,
        message_id: str | None = None,
        *,
        kind: str = "text",
        at: float | None = None,
    ) -> str:
        """Send any content; `kind` is the stanza's type (text, media, reaction, poll)."""
        if not self.is_online:
            raise ConnectionError("this phone is offline")
        account = self._network.directory.number(to_number)
        if account is None:
            raise LookupError(f"nobody has the number {to_number}")
        message_id = message_id or new_id()
        when = int(self._network.now() if at is None else at)
        self.sent[message_id] = Sent(account.lid, body, kind, when)
        copy = payloads.device_sent(account.lid, body)
        participants = []
        for device in (*account.devices.values(), *self.account.companions):
            is_own = device.account is self.account
            if device is self.device:
                continue
            enc = self.mailbox.encrypt(device, copy if is_own and account is not self.account else body)
            if enc:
                participants.append(Node("to", {"jid": device.lid}, [enc]))
        attrs: Attrs = {"id": message_id, "to": account.lid, "type": kind, "t": when}
        node = Node("message", attrs, [Node("participants", {}, participants)])
        self._network.relay.message(self.device, node)
        return message_id

    async def say_in(self, group: Group, text: str, message_id: str | None = None, *, at: float | None = None) -> str:
        """Write a text to a group, now or at a given time in seconds; returns the message's id."""
        message_id, when = message_id or new_id(), int(self._network.now() if at is None else at)
        keys, body = self.mailbox.group_keys, payloads.text(text)
        self.sent[message_id] = Sent(group.jid, body, "text", when)
        key = protobuf.write(keys.distribution(group.jid))
        own = [(device, self.mailbox.encrypt(device, key)) for device in group.devices() if device is not self.device]
        targets = [Node("to", {"jid": device.lid}, [enc]) for device, enc in own if enc]
        attrs: Attrs = {"id": message_id, "to": group.jid, "type": "text", "t": when}
        content = [Node("participants", {}, targets), keys.encrypt(group.jid, body)]
        self._network.relay.message(self.device, Node("message", attrs, content))
        return message_id

    async def read(self, from_number: str) -> list[str]:
        """Open the chat with a number: its unread messages become read. Returns their ids."""
        account = self._network.directory.number(from_number)
        if account is None:
            raise LookupError(f"nobody has the number {from_number}")
        seen = [one for one in self.inbox if one.from_number == account.number]
        unread = [one.id for one in seen if (one.from_number, one.id) not in self.mailbox.read]
        if not unread:
            return []
        self.mailbox.read.update((account.number, message_id) for message_id in unread)
        more = [Node("item", {"id": message_id}) for message_id in unread[1:]]
        attrs: Attrs = {"id": unread[0], "to": account.lid, "type": "read"}
        content = [Node("list", {}, more)] if more else None
        self._network.relay.receipt(self.device, Node("receipt", attrs, content))
        return unread

    async def wait_for(self, matches: Callable[[Received], bool], timeout: float = 10) -> Received:
        """The first message in the inbox that matches, once there is one; raises TimeoutError."""
        return await self._network.changes.wait(lambda: next(filter(matches, self.inbox), None), timeout)

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
        for notice in self.past.notices(device, mappings):
            self.tell_own(device, notice)
        names_alone = history.sync(history.PUSH_NAMES, names=names)
        self.tell_own(device, history.inline(history.PUSH_NAMES, names_alone))

    def set_picture(self, jpeg: bytes | None) -> None:
        """Have another profile picture, or none."""
        self._network.pictures.set(self.account, jpeg)

    def name_contact(self, person: Phone, name: str) -> None:
        """Enter somebody in the address book; linked devices are told."""
        other = person.account
        self.app_state.set_contact(other.pn, other.lid, name)
        self.account.acquaintances.add(other.number)
        other.acquaintances.add(self.account.number)
        for device in self.account.companions:
            collection = Node("collection", {"name": CONTACTS, "version": self.app_state.version(CONTACTS)})
            self._network.relay.notify(device, "server_sync", SERVER, [collection])

    def tell_own(self, device: Device, body: bytes) -> None:
        """Send a peer message to one of the number's own devices."""
        self.mailbox.tell_own(device, body)

    def forget(self, device: Device) -> None:
        """A device is gone: its sessions are of no use."""
        self.mailbox.sessions.forget(device.lid)

    def send(self, node: Node) -> None:
        """Take a stanza from the server (the phone is its device's line), after the current one is dealt with."""
        self._network.call_soon(self._take, node)

    def _take(self, node: Node) -> None:
        if self.is_online:
            self.mailbox.take(node)


def new_id() -> str:
    """A message id as phones make them."""
    return "3A" + os.urandom(9).hex().upper()
