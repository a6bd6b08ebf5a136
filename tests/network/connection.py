"""One client's connection: handshake, login or linking, then stanzas until it ends."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag

from tests.network import link_code, nodes, protobuf
from tests.network.directory import Account, Device
from tests.network.faults import FaultChain
from tests.network.jid import SERVER
from tests.network.nodes import Attrs, Node
from tests.network.noise import HandshakeError, ServerHandshake, Transport
from tests.network.pairing import PairingRequest
from tests.network.records import Login
from tests.network.websocket import FrameStream, Gone

if TYPE_CHECKING:
    from tests.network.server import Network

#: How long the socket stays open behind a stream error; a client that is cut at once may miss it.
GRACE = 0.5


class Connection:
    """A connection from the upgrade to its end. It is the line of the device that logged in."""

    def __init__(self, network: Network, stream: FrameStream) -> None:
        self._network, self._stream = network, stream
        self._transport: Transport | None = None
        self.device: Device | None = None
        self.pairing: PairingRequest | None = None
        self.is_silent = False

    async def run(self) -> None:
        """Serve the client until it goes; never raises for what the client does."""
        try:
            await self._serve()
        except (Gone, HandshakeError, InvalidTag, ValueError) as error:
            self._network.log(f"connection ended: {error}")
        finally:
            self._network.drop(self)
            self._stream.cut()

    async def _serve(self) -> None:
        faults = self._network.faults
        handshake = ServerHandshake(self._network.static, self._network.certificate)
        hello = await self._stream.read()
        if faults.take("silent_handshakes"):
            self.is_silent = True
            await self._stream.read()
        self._stream.write(handshake.answer(hello))
        finish = handshake.finish(await self._stream.read())
        self._transport = finish.transport
        payload = protobuf.Message(finish.payload)
        if 1 in payload:
            self._log_in(str(payload.number(1)), payload.number(18), finish.noise_key)
        else:
            self._register(payload, finish.noise_key)
        while True:
            body = self._transport.open(await self._stream.read())
            if not self.is_silent and not self._is_black_hole():
                self._handle(nodes.decode(body))
            await self._stream.drain()

    def _is_black_hole(self) -> bool:
        chain = self.device.fault_chain if self.device else FaultChain((self._network.faults,))
        return chain.any("is_black_hole")

    def _log_in(self, number: str, device_id: int, noise_key: bytes) -> None:
        network = self._network
        account = network.directory.number(number)
        device = account.devices.get(device_id) if account else None
        if device and device.fault_chain.take("silent_logins"):
            network.records.logins.append(Login(number, device_id, "silence", network.now()))
            network.changes.notify()
            self.is_silent = True
            return
        refusal = self._refusal(account, device, noise_key)
        outcome = str(refusal["reason"]) if refusal else "success"
        network.records.logins.append(Login(number, device_id, outcome, network.now()))
        network.changes.notify()
        if refusal or device is None:
            self.send(Node("failure", {"location": "test", **refusal}))
            self.end_soon()
        else:
            self._succeed(device)

    def _refusal(self, account: Account | None, device: Device | None, noise_key: bytes) -> Attrs:
        faults = [device.faults] if device else []
        if account:
            faults.append(account.faults)
        failing = FaultChain((*faults, self._network.faults)).take("failures")
        if failing:
            return dict(failing.failure)
        if device is None or device.noise_key != noise_key:
            return {"reason": 401}
        return {}

    def _succeed(self, device: Device) -> None:
        network = self._network
        network.take_over(device, self)
        self.device = device
        attrs: Attrs = {"t": int(network.now()), "lid": device.lid, "location": "test"}
        self.send(Node("success", {**attrs, "display_name": device.account.name}))
        if device.fault_chain.take("silent_successes"):
            self.is_silent = True

    def _register(self, payload: protobuf.Message, noise_key: bytes) -> None:
        self.pairing = PairingRequest.parse(payload.message(19), noise_key)
        refs = self._network.issue_refs(self)
        children = [Node("ref", {}, ref.encode()) for ref in refs]
        self.send_iq("set", [Node("pair-device", {}, children)])

    def send_iq(self, kind: str, children: list[Node]) -> str:
        """Ask the client something; returns the id that its answer will carry."""
        query_id = os.urandom(5).hex()
        attrs: Attrs = {"from": SERVER, "type": kind, "xmlns": "md", "id": query_id}
        self.send(Node("iq", {**attrs, "t": int(self._network.now())}, children))
        return query_id

    def send(self, node: Node) -> None:
        """Send a stanza; one for a connection that is closed or silent is lost."""
        if self._transport is None or self.is_silent or self._is_black_hole():
            return
        try:
            self._stream.write(self._transport.seal(nodes.encode(node)))
        except Gone:
            self._network.log("a stanza was lost on a closed connection")

    def _handle(self, node: Node) -> None:
        device, network = self.device, self._network
        if node.tag == "iq" and node.text("type") in ("result", "error"):
            if self.pairing:
                self.pairing.take_answer(node)
        elif device is None:
            if node.tag == "iq":
                self._answer_unlinked(node)
        elif node.tag == "iq":
            self._answer(device, node)
        elif node.tag == "message":
            network.relay.message(device, node, self)
        elif node.tag == "receipt":
            network.relay.receipt(device, node, self)
        elif node.tag == "ack":
            network.relay.acknowledge(device, node)

    def _answer(self, device: Device, iq: Node) -> None:
        answer = self._network.queries.answer(device, iq)
        asks_for_keys = iq.text("xmlns") == "encrypt" and iq.child("key") is not None
        delay = device.fault_chain.longest("keys_delay") if asks_for_keys else 0
        if delay:
            asyncio.get_running_loop().call_later(delay, self.send, answer)
        else:
            self.send(answer)

    def _answer_unlinked(self, node: Node) -> None:
        attrs: Attrs = {"id": node.text("id"), "type": "result", "from": SERVER}
        step = node.child(link_code.TAG)
        if step and (refusal := self._code_refusal(step)):
            self.send(Node("iq", {**attrs, "type": "error"}, [Node("error", {"code": refusal, "text": "refused"})]))
            return
        answer = self.pairing.take_code_step(step) if step and self.pairing else None
        self._network.changes.notify()
        self.send(Node("iq", attrs, [answer] if answer else None))

    def _code_refusal(self, step: Node) -> int:
        """Why a client gets no code of letters: what the faults say, or that nobody has the number (404)."""
        jid = step.jid("jid")
        if step.text("stage") != "companion_hello" or self._network.faults.code_refusal:
            return self._network.faults.code_refusal
        return 0 if jid and self._network.directory.number(jid.user) else 404

    def end_soon(self, delay: float = GRACE) -> None:
        """Close after a moment, so that the client reads what was sent last."""
        if delay:
            asyncio.get_running_loop().call_later(delay, self._stream.cut)
        else:
            asyncio.get_running_loop().call_soon(self._stream.close)

    def stream_error(self, code: int, conflict: str = "", *, closes: bool = True) -> None:
        """Tell the client that the stream ends, and end it."""
        attrs: Attrs = {"code": code} if code else {}
        children = [Node("conflict", {"type": conflict})] if conflict else None
        self.send(Node("stream:error", attrs, children))
        if closes:
            self.end_soon()

    def cut(self) -> None:
        """Break the connection."""
        self._stream.cut()
