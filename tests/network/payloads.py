"""The contents of messages: WhatsApp's protobuf `Message`, written and read for what tests need.

Field numbers are those of WAWebProtobufsE2E in the client library.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable

from tests.network import protobuf
from tests.network.jid import Jid


def text(body: str) -> bytes:
    """A text message."""
    return protobuf.write({1: body})


def reply(body: str, quoted_id: str, quoted_author: Jid, quoted: bytes) -> bytes:
    """A text that quotes another message."""
    context = {1: quoted_id, 2: str(quoted_author), 3: quoted}
    return protobuf.write({6: {1: body, 17: context}})


def reaction(chat: Jid, message_id: str, emoji: str, *, to_own: bool = False) -> bytes:
    """An emoji on a message; an empty one takes it back. `to_own` is the author's view."""
    return protobuf.write({46: {1: {1: str(chat), 2: int(to_own), 3: message_id}, 2: emoji, 4: 1}})


def voice(seconds: int) -> bytes:
    """A voice message whose file is nowhere."""
    return protobuf.write({8: {**_file("audio/ogg; codecs=opus"), 5: seconds, 6: 1}})


def image(caption: str) -> bytes:
    """A picture whose file is nowhere."""
    fields = {2: "image/jpeg", 3: caption, 4: bytes(32), 5: 1000, 6: 10, 7: 10, 8: bytes(32)}
    return protobuf.write({3: {**fields, 9: bytes(32), 11: "/v/t62?x=1", 12: 1}})


def sticker() -> bytes:
    """A sticker whose file is nowhere."""
    fields = {2: bytes(32), 3: bytes(32), 4: bytes(32), 5: "image/webp", 8: "/v/t62?x=1", 9: 1000}
    return protobuf.write({26: fields})


def document(name: str) -> bytes:
    """A document whose file is nowhere."""
    fields = {2: "application/pdf", 4: bytes(32), 5: 1000, 7: bytes(32), 8: name, 9: bytes(32)}
    return protobuf.write({7: {**fields, 10: "/v/t62?x=1"}})


def location(name: str) -> bytes:
    """A place; the coordinates are fixed (Praça da Sé)."""
    degrees = struct.pack("<Bd", 1 << 3 | 1, -23.5505) + struct.pack("<Bd", 2 << 3 | 1, -46.6333)
    inner = degrees + protobuf.write({3: name})
    return protobuf.write({5: inner})


def contact(name: str, number: str) -> bytes:
    """A contact card."""
    card = f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nTEL;waid={number}:+{number}\nEND:VCARD"
    return protobuf.write({4: {1: name, 16: card}})


def poll(question: str, options: Iterable[str], secret: bytes) -> bytes:
    """A poll of one choice."""
    choices = [{1: option} for option in options]
    return protobuf.write({35: {3: secret}, 64: {2: question, 3: choices, 4: 1}})


def unknown() -> bytes:
    """A kind that no version knows yet."""
    return protobuf.write({3999: {1: "from the future"}})


def revoke(chat: Jid, message_id: str) -> bytes:
    """Takes one's own message back."""
    return protobuf.write({12: {1: {1: str(chat), 2: 1, 3: message_id}, 2: 0}})


def edit(chat: Jid, message_id: str, body: str) -> bytes:
    """Changes one's own text."""
    changed = {1: {1: str(chat), 2: 1, 3: message_id}, 2: 14, 14: {1: body}, 15: 1}
    return protobuf.write({58: {1: {12: changed}}})


def device_sent(chat: Jid, message: bytes) -> bytes:
    """The copy for one's own devices."""
    return protobuf.write({31: {1: str(chat), 2: message}})


def protocol(fields: protobuf.Fields) -> bytes:
    """A ProtocolMessage."""
    return protobuf.write({12: fields})


def _file(kind: str) -> dict[int, object]:
    return {2: kind, 3: bytes(32), 4: 1000, 7: bytes(32), 8: bytes(32), 9: "/v/t62?x=1"}


def text_of(message: bytes) -> str:
    """The text of a message, empty where it has none."""
    fields = protobuf.Message(message)
    return fields.text(1) or fields.message(6).text(1)


def unwrap_device_sent(message: bytes) -> tuple[str, bytes] | None:
    """The chat and the message inside a copy for one's own devices; None for anything else."""
    inner = protobuf.Message(message).message(31)
    return (inner.text(1), inner.data(2)) if 2 in inner else None
