"""A tiny protobuf writer and reader: field numbers and values, no schema.

A message is a dict of field number to value: int (varint), bytes or str (length-delimited), dict
(a message inside), or a list of those (repeated). Read back, every field is a list.
"""

from __future__ import annotations

from collections.abc import Mapping

Fields = Mapping[int, object]


def _varint(value: int) -> bytes:
    value &= (1 << 64) - 1
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)


def write(fields: Fields) -> bytes:
    """Encode a message; None leaves a field out."""
    out = bytearray()
    for number, value in sorted(fields.items()):
        for one in value if isinstance(value, list) else [value]:
            _write_field(out, number, one)
    return bytes(out)


def _write_field(out: bytearray, number: int, value: object) -> None:
    if value is None:
        return
    if isinstance(value, int):
        out += _varint(number << 3) + _varint(int(value))
        return
    if isinstance(value, Mapping):
        value = write(value)
    elif isinstance(value, str):
        value = value.encode()
    if not isinstance(value, bytes):
        raise TypeError(f"field {number} cannot be a {type(value).__name__}")
    out += _varint(number << 3 | 2) + _varint(len(value)) + value


class Message:
    """A decoded message, read by field number; raises ValueError where the bytes are none."""

    def __init__(self, data: bytes) -> None:
        self.fields: dict[int, list[int | bytes]] = {}
        at = 0
        try:
            while at < len(data):
                key, at = _read_varint(data, at)
                value, at = _read_value(data, at, key & 7)
                self.fields.setdefault(key >> 3, []).append(value)
        except (IndexError, KeyError) as error:
            raise ValueError("not a protobuf message") from error

    def __contains__(self, field: int) -> bool:
        return field in self.fields

    def number(self, field: int, default: int = 0) -> int:
        """The last value of a number field."""
        value = self.fields.get(field, [default])[-1]
        return value if isinstance(value, int) else default

    def data(self, field: int) -> bytes:
        """The last value of a bytes field, empty where absent."""
        value = self.fields.get(field, [b""])[-1]
        return value if isinstance(value, bytes) else b""

    def text(self, field: int) -> str:
        """The last value of a text field, empty where absent."""
        return self.data(field).decode()

    def message(self, field: int) -> Message:
        """A message inside, empty where absent."""
        return Message(self.data(field))

    def messages(self, field: int) -> list[Message]:
        """Every message of a repeated field."""
        return [Message(value) for value in self.fields.get(field, []) if isinstance(value, bytes)]


def _read_varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at
        shift += 7


def _read_value(data: bytes, at: int, kind: int) -> tuple[int | bytes, int]:
    if kind == 0:
        return _read_varint(data, at)
    if kind == 2:
        size, at = _read_varint(data, at)
    else:
        size = {1: 8, 5: 4}[kind]
    if at + size > len(data):
        raise ValueError("a field ends behind its message")
    return data[at : at + size], at + size
