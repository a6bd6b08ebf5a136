"""A bare linked client, with which the network's own tests need no Go: it links, logs in, writes and reads.

It is no model of a good client: it keeps nothing, and trusts whatever the server says.
"""

from __future__ import annotations

import asyncio
import base64
import os
from types import TracebackType
from typing import Self

from tests.network import nodes, payloads, protobuf
from tests.network.bundles import bundle_in, bundle_nodes
from tests.network.crypto import KeyPair
from tests.network.jid import SERVER, Jid
from tests.network.nodes import Attrs, Node
from tests.network.noise import HEADER, SymmetricState, Transport
from tests.network.pairing import PREFIX
from tests.network.sessions import OwnKeys, Sessions


class Companion:
    """Keys that outlive connections; `async with companion.connect(port)` makes one of those."""

    def __init__(self) -> None:
        self.noise, self.secret, self.keys = KeyPair.generate(), os.urandom(32), OwnKeys.generate()
        self.sessions = Sessions(self.keys)
        self.pn = self.lid = SERVER

    def connect(self, port: int) -> CompanionLine:
        """A connection, which logs in where the companion is linked."""
        return CompanionLine(self, port)

    def payload(self) -> bytes:
        """The client payload of a login or of a registration."""
        if self.pn.user:
            return protobuf.write({1: int(self.pn.user), 18: self.pn.device})
        registration = self.keys.registration.to_bytes(4, "big")
        keys = {3: self.keys.identity.public, 4: (1).to_bytes(3, "big"), 5: self.keys.signed.public}
        return protobuf.write({19: {1: registration, 2: b"\x05", **keys, 6: self.keys.signature}})

    def code(self, ref: str) -> str:
        """The QR payload for a ref."""
        keys = (self.noise.public, self.keys.identity.public, self.secret)
        return PREFIX + ",".join([ref, *(base64.b64encode(key).decode() for key in keys), "1"])


class CompanionLine:
    """One connection of a companion."""

    def __init__(self, companion: Companion, port: int) -> None:
        self._companion, self._port = companion, port
        self._rest, self._next_id = bytearray(), 0

    async def __aenter__(self) -> Self:
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        key = base64.b64encode(os.urandom(16)).decode()
        head = f"GET /ws/chat HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nSec-WebSocket-Key: {key}\r\n\r\n"
        try:
            self._writer.write(head.encode())
            answer = await self._reader.readuntil(b"\r\n\r\n")
            if b" 101 " not in answer:
                raise ConnectionError(answer.split(b"\r\n")[0].decode())
            await self._shake_hands()
        except BaseException:
            self._writer.close()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._writer.close()
        await asyncio.gather(self._writer.wait_closed(), return_exceptions=True)

    async def _shake_hands(self) -> None:
        own, state = KeyPair.generate(), SymmetricState()
        state.absorb(own.public)
        self._write(protobuf.write({2: {1: own.public}}), HEADER)
        hello = protobuf.Message(await self._frame()).message(3)
        state.absorb(hello.data(1))
        state.mix(own.agree(hello.data(1)))
        static = state.open(hello.data(2))
        state.mix(own.agree(static))
        state.open(hello.data(3))
        sealed = state.seal(self._companion.noise.public)
        state.mix(self._companion.noise.agree(hello.data(1)))
        self._write(protobuf.write({4: {1: sealed, 2: state.seal(self._companion.payload())}}))
        writing, reading = state.split()
        self._transport = Transport(reading, writing)

    def _write(self, body: bytes, start: bytes = b"") -> None:
        data = start + len(body).to_bytes(3, "big") + body
        # A mask of zeros is a mask too.
        self._writer.write(b"\x82\xff" + len(data).to_bytes(8, "big") + bytes(4) + data)

    async def _frame(self) -> bytes:
        while len(self._rest) < 3 or len(self._rest) < 3 + int.from_bytes(self._rest[:3], "big"):
            opcode, size = await self._reader.readexactly(2)
            if size > 125:
                size = int.from_bytes(await self._reader.readexactly(2 if size == 126 else 8), "big")
            data = await self._reader.readexactly(size)
            if opcode & 15 == 8:
                raise ConnectionError("closed")
            self._rest += data
        size = int.from_bytes(self._rest[:3], "big")
        frame = bytes(self._rest[3 : 3 + size])
        del self._rest[: 3 + size]
        return frame

    def send(self, node: Node) -> None:
        """Send a stanza."""
        self._write(self._transport.seal(nodes.encode(node)))

    async def receive(self) -> Node:
        """The next stanza; raises ConnectionError or IncompleteReadError at the end."""
        return nodes.decode(self._transport.open(await self._frame()))

    async def receive_tag(self, tag: str) -> Node:
        """The next stanza of a tag; others on the way are dropped."""
        while (node := await self.receive()).tag != tag:
            pass
        return node

    async def ask(self, xmlns: str, kind: str, children: list[Node]) -> Node:
        """Ask a question and wait for its answer."""
        self._next_id += 1
        attrs: Attrs = {"id": f"q{self._next_id}", "xmlns": xmlns, "type": kind, "to": SERVER}
        self.send(Node("iq", attrs, children))
        while (node := await self.receive_tag("iq")).text("id") != f"q{self._next_id}":
            pass
        return node

    async def codes(self) -> list[str]:
        """The QR payloads of a client that is not linked."""
        pairing = (await self.receive_tag("iq")).child("pair-device")
        refs = pairing.all("ref") if pairing else []
        return [self._companion.code(ref.data.decode()) for ref in refs]

    async def confirm(self, refusal: str = "") -> None:
        """Answer the scan that comes, and keep the address that it gives."""
        node = await self.receive_tag("iq")
        success = node.child("pair-success")
        device = success.child("device") if success else None
        attrs: Attrs = {"id": node.text("id"), "to": SERVER, "type": "error" if refusal else "result"}
        self.send(Node("iq", attrs, [Node("error", {"text": refusal})] if refusal else None))
        if device and not refusal:
            self._companion.pn, self._companion.lid = device.jid("jid") or SERVER, device.jid("lid") or SERVER

    async def activate(self, prekeys: int = 10) -> None:
        """Hand in keys and ask for what waits."""
        await self.receive_tag("success")
        bundles = [bundle_nodes(self._companion.keys.bundle()) for _ in range(prekeys)]
        registration, kind, identity, skey, _ = bundles[0]
        keys = Node("list", {}, [bundle[-1] for bundle in bundles])
        await self.ask("encrypt", "set", [registration, kind, identity, keys, skey])
        await self.ask("passive", "set", [Node("active")])

    async def write(self, to: Jid, message_id: str, text: str) -> Node:
        """Write to device 0 of somebody; returns the server's acknowledgement."""
        sessions, body = self._companion.sessions, payloads.text(text)
        if to not in sessions.states:
            answer = await self.ask("encrypt", "get", [Node("key", {}, [Node("user", {"jid": to})])])
            listed = answer.child("list")
            user = listed.child("user") if listed else None
            if user is None:
                raise LookupError("no keys")
            keys = Node("receipt", {}, [*user.all("registration"), Node("keys", {}, user.children)])
            bundle = bundle_in(keys)
            if bundle:
                sessions.start(to, bundle)
        sealed = sessions.encrypt(to, body, lambda _: None)
        if sealed is None:
            raise LookupError("no session")
        target = Node("to", {"jid": to}, [Node("enc", {"v": "2", "type": sealed[0]}, sealed[1])])
        attrs: Attrs = {"id": message_id, "to": to, "type": "text"}
        self.send(Node("message", attrs, [Node("participants", {}, [target])]))
        while (ack := await self.receive_tag("ack")).text("class") != "message":
            pass
        return ack

    async def read_message(self, *, confirms: bool = True) -> tuple[Node, str]:
        """The next message of another person, decrypted."""
        while (node := await self.receive_tag("message")).text("category") == "peer":
            self.confirm_message(node)
        enc, sender = node.child("enc"), node.jid("from") or SERVER
        if enc is None:
            raise LookupError("no ciphertext")
        body = self._companion.sessions.decrypt(sender, enc.text("type"), enc.data)
        if confirms:
            self.confirm_message(node)
        return node, payloads.text_of(body)

    def confirm_message(self, node: Node) -> None:
        """Acknowledge a message by its delivery receipt."""
        self.send(Node("receipt", {"id": node.text("id"), "to": node.attrs["from"]}))
