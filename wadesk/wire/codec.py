"""Frames as bytes: a 4-byte big-endian length, then one JSON value, never longer than a stated limit."""

from typing import Any, Generic, TypeVar

import msgspec

T = TypeVar("T")
_LENGTH_BYTES = 4


class FrameError(Exception):
    """Bytes that are no frame of this channel: too long, cut off, of an unknown type or shape.

    Its text never holds the frame's content.
    """


class FrameTooLarge(FrameError):
    """A frame over the channel's limit, told by its length alone."""


class Codec(Generic[T]):
    """Encodes any frame and decodes those of the union ``T``; refuses more than ``limit`` bytes either way."""

    def __init__(self, incoming: Any, limit: int) -> None:
        """Make a codec that reads the union type ``incoming``."""
        self.limit = limit
        self._encoder = msgspec.json.Encoder()
        self._decoder: msgspec.json.Decoder[T] = msgspec.json.Decoder(incoming)

    def encode(self, frame: object) -> bytes:
        """One frame as bytes; FrameTooLarge when it passes the limit."""
        body = self._encoder.encode(frame)
        if len(body) > self.limit:
            raise FrameTooLarge(f"{len(body)} bytes, {self.limit} allowed")
        return len(body).to_bytes(_LENGTH_BYTES, "big") + body

    def decode(self, body: bytes | memoryview) -> T:
        """The frame in ``body`` (without its length); FrameError when it is none of this channel's."""
        try:
            return self._decoder.decode(body)
        except msgspec.MsgspecError as error:
            raise FrameError(f"not a frame of this channel: {type(error).__name__}") from None

    def length(self, head: bytes) -> int:
        """The body's length from the 4 bytes before it; FrameTooLarge when it passes the limit."""
        length = int.from_bytes(head, "big")
        if length > self.limit:
            raise FrameTooLarge(f"{length} bytes announced, {self.limit} allowed")
        return length
