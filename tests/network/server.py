"""The network: a WhatsApp server on loopback and the phones that use it."""

from __future__ import annotations

import asyncio
import base64
import logging
import os
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from tests.network.changes import Changes
from tests.network.connection import Connection
from tests.network.control import Control
from tests.network.crypto import KeyPair
from tests.network.directory import Account, Device, Directory, device_hash
from tests.network.faults import Faults
from tests.network.groups import Groups
from tests.network.jid import SERVER
from tests.network.media import MediaHost
from tests.network.nodes import Attrs, Node
from tests.network.noise import certificate_chain
from tests.network.pairing import QrCode, ScanRefused
from tests.network.phone import Phone
from tests.network.pictures import Pictures
from tests.network.queries import Queries
from tests.network.records import Records
from tests.network.relay import Relay
from tests.network.websocket import FrameStream, Gone, acceptance, read_request, refusal, response

LOG = logging.getLogger("tests.network")


class Network:
    """`async with Network() as network:` listens on 127.0.0.1 until the block ends."""

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        self.now = now
        self.faults = Faults()
        self.records = Records()
        self.changes = Changes()
        self.directory = Directory(self.faults)
        self.relay = Relay(self)
        self.queries = Queries(self)
        self.groups = Groups(self)
        self.media = MediaHost()
        self.pictures = Pictures(self)
        self.control = Control(self)
        self.phones: dict[str, Phone] = {}
        self.root, self.static = KeyPair.generate(), KeyPair.generate()
        self.certificate = certificate_chain(self.root, self.static, int(now()))
        self.connections: set[Connection] = set()
        self._refs: dict[str, Connection] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None
        self.port = 0

    @property
    def url(self) -> str:
        """The value for the environment variable WADESK_OFFLINE_NETWORK."""
        address = f"127.0.0.1:{self.port}"
        root = self.root.public.hex()
        return f"ws://{address}/ws/chat;root={root};media=http://{address}"

    async def __aenter__(self) -> Self:
        await self.listen()
        return self

    async def listen(self) -> None:
        """Be there, at the same port as before."""
        if self._server is None:
            self._server = await asyncio.start_server(self._accept, "127.0.0.1", self.port)
            self.port = self._server.sockets[0].getsockname()[1]

    def unplug(self) -> None:
        """Be gone as a network is: nothing listens, and what stood is cut."""
        if self._server:
            self._server.close()
            self._server = None
        for connection in list(self.connections):
            connection.cut()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.unplug()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    @staticmethod
    def log(text: str) -> None:
        """A line for whoever looks for the reason of something odd."""
        LOG.debug(text)

    def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.get_running_loop().create_task(self._serve(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            if await self._is_upgraded(reader, writer):
                connection = Connection(self, FrameStream(reader, writer))
                self.connections.add(connection)
                await connection.run()
        except Gone as error:
            self.log(f"no request: {error}")
        finally:
            writer.close()

    async def _is_upgraded(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        request = await read_request(reader)
        if self.faults.slow_upgrade:
            await asyncio.sleep(self.faults.slow_upgrade)
        if request.headers.get("upgrade", "").lower() != "websocket":
            writer.write(response(*self.media.answer(request)))
            await writer.drain()
            return False
        status = 0
        if self.faults.take("refused_upgrades"):
            status = self.faults.refuse_upgrade
        writer.write(refusal(status) if status else acceptance(request))
        return not status

    def phone(self, number: str, name: str = "") -> Phone:
        """A new phone; raises ValueError where the number exists."""
        account = self.directory.add(number, name or f"Phone {number[-4:]}")
        phone = self.phones[account.number] = Phone(self, account)
        return phone

    def phone_of(self, account: Account) -> Phone:
        """The phone of an account."""
        return self.phones[account.number]

    def alias(self, typed: str, canonical: str) -> None:
        """Let a number as people type it find the one that WhatsApp knows."""
        self.directory.alias(typed, canonical)

    def device(self, number: str, device: int | None = None) -> Device:
        """A linked device of a number, the newest by default; raises LookupError."""
        account = self.directory.number(number)
        companions = account.companions if account else []
        found = [one for one in companions if device in (None, one.id)]
        if not found:
            raise LookupError(f"{number} has no such linked device")
        return found[-1]

    def connection_of(self, number: str, device: int | None = None) -> Connection:
        """The open connection of a linked device; raises LookupError."""
        wanted = self.device(number, device)
        found = [connection for connection in self.connections if connection.device is wanted]
        if not found:
            raise LookupError(f"{number} is not connected")
        return found[-1]

    def is_connected(self, number: str, device: int | None = None) -> bool:
        """Whether a linked device is logged in and active."""
        try:
            return isinstance(self.device(number, device).line, Connection)
        except LookupError:
            return False

    def issue_refs(self, connection: Connection) -> list[str]:
        """A set of codes for a client that wants to be linked."""
        count = self.faults.refs
        refs = ["2@" + base64.b64encode(os.urandom(32)).decode() for _ in range(count)]
        self._refs.update(dict.fromkeys(refs, connection))
        self.changes.notify()
        return refs

    def connection_for(self, ref: str) -> Connection:
        """The client that shows a code; raises ScanRefused where it is gone."""
        connection = self._refs.get(ref)
        if connection is None:
            raise ScanRefused("this code is not valid any more")
        return connection

    def connection_with_code(self, number: str) -> Connection:
        """The client that shows a code of letters for a number; raises ScanRefused."""
        for connection in self.connections:
            code = connection.pairing.code if connection.pairing else None
            if code and self.directory.number(code.number) is self.directory.number(number):
                return connection
        raise ScanRefused("no client shows a code for this number")

    def is_waiting(self, payload: str) -> bool:
        """Whether a QR payload is of a client that waits to be linked here."""
        try:
            return QrCode.parse(payload).ref in self._refs
        except ScanRefused:
            return False

    def drop(self, connection: Connection) -> None:
        """Forget a connection that ended."""
        self.connections.discard(connection)
        self._refs = {ref: one for ref, one in self._refs.items() if one is not connection}
        if connection.pairing:
            connection.pairing.give_up()
        if connection.device and connection.device.line is connection:
            connection.device.line = None
        self.changes.notify()

    def take_over(self, device: Device, connection: Connection) -> None:
        """A device logged in; an older connection of it is replaced."""
        for other in self.connections:
            if other.device is device and other is not connection:
                other.stream_error(0, "replaced")
        device.line = None

    def activate_soon(self, device: Device) -> None:
        """Open the line of a device once the answer to its question is out."""
        asyncio.get_running_loop().call_soon(self._activate, device)

    def _activate(self, device: Device) -> None:
        connections = [one for one in self.connections if one.device is device]
        if not connections or device.line:
            return
        line = connections[-1]
        waiting = device.pending.nodes()
        counts = {tag: sum(node.tag == tag for node in waiting) for tag in ("message", "receipt")}
        preview: Attrs = {"count": len(waiting), "appdata": 0, "notification": 0, **counts}
        line.send(Node("ib", {}, [Node("offline_preview", preview)]))
        device.line = line
        for number, node in enumerate(waiting):
            self.relay.send(device, node.copy(offline=number))
        line.send(Node("ib", {}, [Node("offline", {"count": len(waiting)})]))
        if not device.was_active:
            device.was_active = True
            self.phone_of(device.account).greet(device)
        self.changes.notify()

    def add_device(self, device: Device, connection: Connection) -> None:
        """A phone linked a device: register it, and send its client to log in."""
        device.account.devices[device.id] = device
        self._announce(device, "add")
        connection.pairing = None
        is_quick = self.faults.closes_behind_515
        connection.stream_error(515, closes=False)
        connection.end_soon(0 if is_quick else 0.5)

    def remove_device(self, device: Device, *, tells: bool = True) -> None:
        """A device is not linked any more."""
        device.account.devices.pop(device.id, None)
        for phone in self.phones.values():
            phone.forget(device)
        self._announce(device, "remove")
        for connection in list(self.connections):
            if connection.device is device and tells:
                connection.stream_error(401, "device_removed")
        self.changes.notify()

    def remove_soon(self, device: Device) -> None:
        """The client logged itself out."""
        asyncio.get_running_loop().call_soon(lambda: self.remove_device(device, tells=False))

    def _announce(self, device: Device, change: str) -> None:
        """Tell linked devices of those who know this account, so that their lists are fresh."""
        account = device.account
        hashed = device_hash([account.lid.of_device(number) for number in account.devices])
        entry = Node("device", {"jid": device.lid, "key-index": device.id})
        node = Node(change, {"device_hash": hashed}, [entry])
        own = [Node("device", {"jid": account.lid.of_device(one)}) for one in account.devices]
        for other in account.companions:
            if other is not device:
                children = [Node("devices", {"dhash": hashed}, own)]
                self.relay.notify(other, "account_sync", account.lid, children)
        for number in account.acquaintances - {account.number}:
            known = self.directory.number(number)
            for other in known.companions if known else []:
                self.relay.notify(other, "devices", account.lid, [node])

    def call_soon(self, action: Callable[[Node], None], node: Node) -> None:
        """Run something after the current stanza is dealt with."""
        asyncio.get_running_loop().call_soon(action, node)


__all__ = ["SERVER", "Network"]
