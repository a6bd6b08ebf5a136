"""The server's end of a websocket (RFC 6455), small enough to misbehave on request.

A library would close politely where a test wants a cut, a silence or a refusal.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
from dataclasses import dataclass

MAGIC = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
CONTINUATION, BINARY, CLOSE, PING, PONG = 0, 2, 8, 9, 10
MOST_BYTES = 1 << 24


class Gone(Exception):
    """The connection is closed, by either side."""


@dataclass(frozen=True, slots=True)
class Request:
    """The head of an HTTP request."""

    method: str
    target: str
    headers: dict[str, str]


async def read_request(reader: asyncio.StreamReader) -> Request:
    """Read an HTTP head; raises Gone."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError) as error:
        raise Gone("no request came") from error
    first, *lines = head.decode("latin-1").split("\r\n")
    method, target, _ = (*first.split(" "), "", "")[:3]
    pairs = (line.partition(":") for line in lines if line)
    return Request(method, target, {key.lower(): value.strip() for key, _, value in pairs})


def refusal(status: int) -> bytes:
    """An HTTP answer that refuses."""
    return f"HTTP/1.1 {status} Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode()


def response(status: int, body: bytes) -> bytes:
    """A plain HTTP answer."""
    head = f"HTTP/1.1 {status} Answer\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    return head.encode() + body


def acceptance(request: Request) -> bytes:
    """The HTTP answer that turns the connection into a websocket."""
    key = request.headers.get("sec-websocket-key", "").encode()
    accept = base64.b64encode(hashlib.sha1(key + MAGIC, usedforsecurity=False).digest()).decode()
    return (
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Accept: {accept}\r\n\r\n"
    ).encode()


class FrameStream:
    """WhatsApp's frames (3 bytes of length, then the body) inside binary websocket messages."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self._rest = bytearray()
        self._header = True

    async def read(self) -> bytes:
        """The next frame; raises Gone."""
        while True:
            frame = self._take()
            if frame is not None:
                return frame
            self._rest += await self._message()
            if self._header and len(self._rest) >= 4:
                del self._rest[:4]
                self._header = False

    def _take(self) -> bytes | None:
        if self._header or len(self._rest) < 3:
            return None
        size = int.from_bytes(self._rest[:3], "big")
        if len(self._rest) < 3 + size:
            return None
        frame = bytes(self._rest[3 : 3 + size])
        del self._rest[: 3 + size]
        return frame

    async def _message(self) -> bytes:
        while True:
            try:
                opcode, data = await self._part()
            except (asyncio.IncompleteReadError, ConnectionError) as error:
                raise Gone("the client went away") from error
            if opcode in (BINARY, CONTINUATION):
                return data
            if opcode == PING:
                self._write(PONG, data)
            elif opcode == CLOSE:
                self._write(CLOSE, data[:2])
                raise Gone("the client closed")

    async def _part(self) -> tuple[int, bytes]:
        first, second = await self._reader.readexactly(2)
        size = second & 127
        if size > 125:
            size = int.from_bytes(await self._reader.readexactly(2 if size == 126 else 8), "big")
        if size > MOST_BYTES or not second & 128:
            raise Gone("the client broke the websocket protocol")
        mask = await self._reader.readexactly(4)
        data = await self._reader.readexactly(size)
        key = int.from_bytes((mask * (size // 4 + 1))[:size], "big")
        return first & 15, (int.from_bytes(data, "big") ^ key).to_bytes(size, "big")

    def write(self, body: bytes) -> None:
        """Send one frame; raises Gone where the connection is closed."""
        self._write(BINARY, len(body).to_bytes(3, "big") + body)

    def _write(self, opcode: int, data: bytes) -> None:
        if self._writer.is_closing():
            raise Gone("the connection is closed")
        size = len(data)
        if size < 126:
            head = bytes((0x80 | opcode, size))
        elif size < 1 << 16:
            head = bytes((0x80 | opcode, 126)) + size.to_bytes(2, "big")
        else:
            head = bytes((0x80 | opcode, 127)) + size.to_bytes(8, "big")
        self._writer.write(head + data)

    async def drain(self) -> None:
        """Wait until the socket takes more; raises Gone."""
        try:
            await self._writer.drain()
        except ConnectionError as error:
            raise Gone("the connection is closed") from error

    def cut(self) -> None:
        """Break the connection without a word."""
        self._writer.transport.abort()

    def close(self) -> None:
        """Close the connection politely."""
        if not self._writer.is_closing():
            self._write(CLOSE, b"\x03\xe8")
            self._writer.close()
