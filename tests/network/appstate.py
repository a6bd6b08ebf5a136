"""A phone's app state: its own name and its contacts, as the encrypted patches clients fetch."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.network import protobuf
from tests.network.crypto import hkdf, mac, seal_cbc
from tests.network.jid import Jid
from tests.network.nodes import Attrs, Node

HASH_SIZE = 128
#: The collection that holds the address book.
CONTACTS = "critical_unblock_low"


@dataclass(slots=True)
class Collection:
    """One collection: its patches from version 1 on, and the hash over what they set."""

    patches: list[bytes] = field(default_factory=list)
    hash: list[int] = field(default_factory=lambda: [0] * (HASH_SIZE // 2))
    value_macs: dict[bytes, bytes] = field(default_factory=dict)


class AppState:
    """The collections of one phone under one key, which linked devices are told."""

    def __init__(self) -> None:
        self.key_id, self.key = os.urandom(6), os.urandom(32)
        keys = hkdf(self.key, 160, info=b"WhatsApp Mutation Keys")
        self._keys = [keys[at : at + 32] for at in range(0, 160, 32)]
        self._collections: dict[str, Collection] = {}

    def set_own_name(self, name: str) -> None:
        """The name that others see."""
        self._set("critical_block", ["setting_pushName"], {7: {1: name}}, version=1)

    def set_contact(self, person: Jid, lid: Jid, name: str) -> None:
        """A contact in the phone's address book."""
        action = {1: name, 2: name.split(" ", maxsplit=1)[0], 3: str(lid), 5: str(person)}
        self._set(CONTACTS, ["contact", str(person)], {3: action}, version=2)

    def version(self, name: str) -> int:
        """How often a collection was changed."""
        return len(self._collections.get(name, Collection()).patches)

    def key_share(self, now: int) -> dict[int, object]:
        """The ProtocolMessage that tells the key."""
        data = {1: self.key, 2: {1: 1, 2: 0, 3: b"\x00"}, 3: now}
        return {2: 6, 7: {1: [{1: {1: self.key_id}, 2: data}]}}

    def answer(self, wanted: Node) -> Node:
        """The patches behind the version that a client has."""
        name = wanted.text("name")
        collection = self._collections.get(name, Collection())
        known = int(wanted.text("version", "0"))
        patches = [Node("patch", {}, patch) for patch in collection.patches[known:]]
        attrs: Attrs = {"name": name, "version": len(collection.patches)}
        return Node("collection", attrs, [Node("patches", {}, patches)])

    def _set(self, name: str, index: Sequence[str], value: dict[int, object], *, version: int) -> None:
        collection = self._collections.setdefault(name, Collection())
        index_key, value_key, value_mac_key, snapshot_key, patch_key = self._keys
        index_text = json.dumps(index, separators=(",", ":")).encode()
        plain = protobuf.write({1: index_text, 2: {1: 1, **value}, 3: b"", 4: version})
        iv = os.urandom(16)
        content = iv + seal_cbc(value_key, iv, plain)
        length = (len(self.key_id) + 1).to_bytes(8, "big")
        signed = b"\x01" + self.key_id + content + length
        value_mac = hmac.digest(value_mac_key, signed, hashlib.sha512)[:32]
        index_mac = mac(index_key, index_text)
        _add_to_hash(collection, index_mac, value_mac)
        number = len(collection.patches) + 1
        tail = number.to_bytes(8, "big") + name.encode()
        hashed = b"".join(part.to_bytes(2, "little") for part in collection.hash)
        snapshot_mac = mac(snapshot_key, hashed, tail)
        record = {1: {1: index_mac}, 2: {1: content + value_mac}, 3: {1: self.key_id}}
        patch = {
            1: {1: number},
            2: [{1: 0, 2: record}],
            4: snapshot_mac,
            5: mac(patch_key, snapshot_mac, value_mac, tail),
            6: {1: self.key_id},
        }
        collection.patches.append(protobuf.write(patch))


def _add_to_hash(collection: Collection, index_mac: bytes, value_mac: bytes) -> None:
    old = collection.value_macs.get(index_mac)
    for value, sign in ((old, -1), (value_mac, 1)):
        if value is None:
            continue
        expanded = hkdf(value, HASH_SIZE, info=b"WhatsApp Patch Integrity")
        for at in range(HASH_SIZE // 2):
            part = int.from_bytes(expanded[2 * at : 2 * at + 2], "little")
            collection.hash[at] = (collection.hash[at] + sign * part) & 0xFFFF
    collection.value_macs[index_mac] = value_mac
