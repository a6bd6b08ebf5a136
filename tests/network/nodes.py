"""Stanzas: the tree that client and server exchange, and its binary form.

The encoder writes dictionary tokens for tags and attributes, and never for contents, because the
client reads contents as bytes only. The decoder knows every form that the client writes.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tests.network.jid import LIDS, USERS, Jid

LIST_EMPTY, DICTIONARY, INTEROP, FACEBOOK, DEVICE_JID = 0, 236, 245, 246, 247
LIST_8, LIST_16, JID_PAIR, HEX_8 = 248, 249, 250, 251
BINARY_8, BINARY_20, BINARY_32, NIBBLE_8 = 252, 253, 254, 255
DOMAINS = {USERS: 0, LIDS: 1, "hosted": 128, "hosted.lid": 129}
SERVERS = {number: server for server, number in DOMAINS.items()}
NIBBLES = "0123456789-.\0\0\0\0"
HEXES = "0123456789ABCDEF"

Attribute = str | int | Jid
Attrs = dict[str, Attribute]


@dataclass(slots=True)
class Node:
    """One element: a tag, attributes, and children, bytes or nothing."""

    tag: str
    attrs: Attrs = field(default_factory=dict)
    content: list[Node] | bytes | str | None = None

    @property
    def children(self) -> list[Node]:
        """The child elements; none where the content is bytes."""
        return self.content if isinstance(self.content, list) else []

    @property
    def data(self) -> bytes:
        """The content as bytes; text that came as a token is bytes too."""
        if isinstance(self.content, str):
            return self.content.encode()
        return self.content if isinstance(self.content, bytes) else b""

    def child(self, tag: str) -> Node | None:
        """The first child of that tag."""
        return next((child for child in self.children if child.tag == tag), None)

    def all(self, tag: str) -> Iterator[Node]:
        """Every child of that tag."""
        return (child for child in self.children if child.tag == tag)

    def text(self, name: str, default: str = "") -> str:
        """An attribute as text."""
        value = self.attrs.get(name)
        return default if value is None else str(value)

    def jid(self, name: str) -> Jid | None:
        """An attribute that is an address."""
        value = self.attrs.get(name)
        return value if isinstance(value, Jid) else None

    def copy(self, **attrs: Attribute) -> Node:
        """The same element with some attributes changed."""
        return Node(self.tag, {**self.attrs, **attrs}, self.content)


@cache
def dictionary() -> tuple[list[str], list[list[str]], dict[str, bytes]]:
    """The token lists of the binary format (dictionary version 3) and text -> encoded token."""
    lists = json.loads(Path(__file__).with_name("tokens.json").read_text(encoding="utf-8"))
    single, double = lists["single"], lists["double"]
    encoded = {
        text: bytes((DICTIONARY + page, index)) for page, texts in enumerate(double) for index, text in enumerate(texts)
    }
    encoded.update({text: bytes((index,)) for index, text in enumerate(single) if index})
    return single, double, encoded


def encode(node: Node) -> bytes:
    """The body of a frame: a flag byte (0, not compressed) and the element."""
    out = bytearray(1)
    _write_node(out, node, dictionary()[2])
    return bytes(out)


def _write_node(out: bytearray, node: Node, tokens: dict[str, bytes]) -> None:
    attrs = [(key, value) for key, value in node.attrs.items() if value not in ("", None)]
    _write_list_start(out, 1 + 2 * len(attrs) + (node.content is not None))
    _write_text(out, node.tag, tokens)
    for key, value in attrs:
        _write_text(out, key, tokens)
        if isinstance(value, Jid):
            _write_jid(out, value, tokens)
        else:
            _write_text(out, str(value), tokens)
    if isinstance(node.content, list):
        _write_list_start(out, len(node.content))
        for child in node.content:
            _write_node(out, child, tokens)
    elif node.content is not None:
        _write_bytes(out, node.data)


def _write_list_start(out: bytearray, size: int) -> None:
    if size == 0:
        out.append(LIST_EMPTY)
    elif size < 256:
        out += bytes((LIST_8, size))
    else:
        out.append(LIST_16)
        out += size.to_bytes(2, "big")


def _write_bytes(out: bytearray, value: bytes) -> None:
    if len(value) < 256:
        out += bytes((BINARY_8, len(value)))
    elif len(value) < 1 << 20:
        out.append(BINARY_20)
        out += len(value).to_bytes(3, "big")
    else:
        out.append(BINARY_32)
        out += len(value).to_bytes(4, "big")
    out += value


def _write_text(out: bytearray, text: str, tokens: dict[str, bytes]) -> None:
    token = tokens.get(text)
    if token is not None:
        out += token
    else:
        _write_bytes(out, text.encode())


def _write_jid(out: bytearray, jid: Jid, tokens: dict[str, bytes]) -> None:
    if jid.device and jid.server in DOMAINS:
        out += bytes((DEVICE_JID, DOMAINS[jid.server], jid.device))
        _write_text(out, jid.user, tokens)
        return
    out.append(JID_PAIR)
    if jid.user:
        _write_text(out, jid.user, tokens)
    else:
        out.append(LIST_EMPTY)
    _write_text(out, jid.server, tokens)


def decode(body: bytes) -> Node:
    """Read a frame's body; raises ValueError where it is no element."""
    flags, data = body[0], body[1:]
    if flags & 2:
        data = zlib.decompress(data)
    try:
        return _Reader(data).node()
    except (IndexError, TypeError) as error:
        raise ValueError("not a stanza") from error


class _Reader:
    """Reads one encoded element from front to back."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0
        self.single, self.double, _ = dictionary()

    def byte(self) -> int:
        value = self.data[self.at]
        self.at += 1
        return value

    def number(self, size: int) -> int:
        value = int.from_bytes(self.raw(size), "big")
        return value & 0xFFFFF if size == 3 else value

    def raw(self, size: int) -> bytes:
        start, self.at = self.at, self.at + size
        if self.at > len(self.data):
            raise IndexError
        return self.data[start : self.at]

    def list_size(self, tag: int) -> int:
        if tag == LIST_EMPTY:
            return 0
        return self.number({LIST_8: 1, LIST_16: 2}[tag])

    def node(self) -> Node:
        size = self.list_size(self.byte())
        tag = _text(self.value(self.byte()))
        attrs: Attrs = {}
        for _ in range((size - 1) // 2):
            key = _text(self.value(self.byte()))
            value = self.value(self.byte())
            attrs[key] = value.decode() if isinstance(value, bytes) else value  # type: ignore[assignment]
        return Node(tag, attrs, self.content() if size % 2 == 0 else None)

    def content(self) -> list[Node] | bytes | str | None:
        tag = self.byte()
        if tag in (LIST_8, LIST_16):
            return [self.node() for _ in range(self.list_size(tag))]
        value = self.value(tag)
        return str(value) if isinstance(value, Jid) else value

    def value(self, tag: int) -> str | bytes | Jid | None:
        if 0 < tag < DICTIONARY:
            return self.single[tag]
        if tag == LIST_EMPTY:
            return None
        if tag in (BINARY_8, BINARY_20, BINARY_32):
            return self.raw(self.number({BINARY_8: 1, BINARY_20: 3, BINARY_32: 4}[tag]))
        if DICTIONARY <= tag < DICTIONARY + 4:
            return self.double[tag - DICTIONARY][self.byte()]
        if tag in (NIBBLE_8, HEX_8):
            return self.packed(NIBBLES if tag == NIBBLE_8 else HEXES)
        return self.address(tag)

    def packed(self, letters: str) -> str:
        start = self.byte()
        pairs = self.raw(start & 127)
        text = "".join(letters[pair >> 4] + letters[pair & 15] for pair in pairs)
        return text[:-1] if start & 128 else text

    def address(self, tag: int) -> Jid:
        if tag == JID_PAIR:
            user, server = self.value(self.byte()), self.value(self.byte())
            return Jid(_text(user), _text(server))
        if tag == DEVICE_JID:
            domain, device = self.byte(), self.byte()
            return Jid(_text(self.value(self.byte())), SERVERS.get(domain, USERS), device)
        raise ValueError(f"unknown token {tag}")


def _text(value: str | bytes | Jid | None) -> str:
    return value.decode() if isinstance(value, bytes) else str(value or "")
