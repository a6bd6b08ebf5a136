"""Linking a device: what an unlinked client tells about itself, and how it is made known."""

from __future__ import annotations

import asyncio
import base64
from dataclasses import dataclass, field

from tests.network import protobuf
from tests.network.directory import Account, Device, DeviceProps
from tests.network.link_code import CodeRequest
from tests.network.nodes import Node

PREFIX = "https://wa.me/settings/linked_devices#"


class ScanRefused(Exception):
    """The code could not be used, or the client refused to be linked."""


@dataclass(slots=True)
class PairingRequest:
    """The keys of a client that waits to be linked."""

    noise_key: bytes
    registration: int
    identity: bytes
    signed_prekey: tuple[int, bytes, bytes]
    props: DeviceProps = field(default_factory=DeviceProps)
    answers: dict[str, asyncio.Future[Node]] = field(default_factory=dict)
    #: Set once the client shows a code of letters as well.
    code: CodeRequest | None = None

    @classmethod
    def parse(cls, fields: protobuf.Message, noise_key: bytes) -> PairingRequest:
        """From the client payload's devicePairingData."""
        signed = (int.from_bytes(fields.data(4), "big"), fields.data(5), fields.data(6))
        registration = int.from_bytes(fields.data(1), "big")
        return cls(noise_key, registration, fields.data(3), signed, props_of(fields.message(8)))

    def expect(self, query_id: str) -> asyncio.Future[Node]:
        """The client's answer to a question, once it comes."""
        future = asyncio.get_running_loop().create_future()
        self.answers[query_id] = future
        return future

    def take_answer(self, node: Node) -> None:
        """Hand an answer to whoever waits for it."""
        future = self.answers.pop(node.text("id"), None)
        if future and not future.done():
            future.set_result(node)

    def take_code_step(self, node: Node) -> Node | None:
        """Deal with a step of linking by code; returns what the answer holds."""
        if node.text("stage") == "companion_hello":
            self.code = CodeRequest.parse(node)
            return self.code.answer()
        future = self.answers.pop("companion_finish", None)
        if future and not future.done():
            future.set_result(node)
        return None

    def give_up(self) -> None:
        """The client is gone: nobody will answer."""
        for future in self.answers.values():
            if not future.done():
                future.set_exception(ScanRefused("the client went away"))
        self.answers.clear()

    def device_for(self, account: Account, number: int) -> Device:
        """The device that this client becomes."""
        return Device(
            account,
            number,
            self.noise_key,
            self.registration,
            self.identity,
            self.signed_prekey,
            props=self.props,
        )


def props_of(fields: protobuf.Message) -> DeviceProps:
    """From a DeviceProps message; a device that names no limit gets a year."""
    config = fields.message(5)
    wants_all = bool(fields.number(4))
    days = config.number(1 if wants_all else 5) or DeviceProps().history_days
    return DeviceProps(fields.text(1), wants_all, days)


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR payload taken apart; older clients show it without the address in front."""

    ref: str
    noise_key: bytes
    identity: bytes
    secret: bytes

    @classmethod
    def parse(cls, payload: str) -> QrCode:
        """Read the payload; raises ScanRefused."""
        parts = payload.strip().removeprefix(PREFIX).split(",")
        if len(parts) < 4:
            raise ScanRefused("this is no code for linking a device")
        try:
            keys = [base64.b64decode(part, validate=True) for part in parts[1:4]]
        except ValueError as error:
            raise ScanRefused("this is no code for linking a device") from error
        return cls(parts[0], *keys)
