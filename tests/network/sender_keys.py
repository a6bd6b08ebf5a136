"""Sender keys: how one device writes to a whole group with one ciphertext (libsignal's group cipher, version 3)."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from tests.network import protobuf
from tests.network.crypto import KeyPair, hkdf, is_signed, open_cbc, seal_cbc
from tests.network.ratchet import PREFIX, VERSION, Chain, Undecryptable

SIGNATURE_SIZE = 64


@dataclass(slots=True)
class OwnSenderKey:
    """The key that a device writes to one group with."""

    id: int = field(default_factory=lambda: int.from_bytes(os.urandom(3), "big"))
    chain: Chain = field(default_factory=lambda: Chain(os.urandom(32)))
    signing: KeyPair = field(default_factory=KeyPair.generate)

    def distribution(self) -> bytes:
        """What others need to read from here on."""
        fields = {1: self.id, 2: self.chain.index, 3: self.chain.key, 4: PREFIX + self.signing.public}
        return VERSION + protobuf.write(fields)

    def encrypt(self, plain: bytes) -> bytes:
        """The one ciphertext for everybody."""
        index = self.chain.index
        key, iv = _message_key(self.chain.step())
        signed = VERSION + protobuf.write({1: self.id, 2: index, 3: seal_cbc(key, iv, plain)})
        return signed + self.signing.sign(signed)


@dataclass(slots=True)
class TheirSenderKey:
    """The key that another device writes to one group with."""

    id: int
    chain: Chain
    signing: bytes

    @classmethod
    def parse(cls, distribution: bytes) -> TheirSenderKey:
        """From a distribution; raises ValueError."""
        fields = protobuf.Message(distribution[1:])
        return cls(fields.number(1), Chain(fields.data(3), fields.number(2)), fields.data(4)[1:])

    def decrypt(self, data: bytes) -> bytes:
        """The plain text; raises Undecryptable."""
        signed, signature = data[:-SIGNATURE_SIZE], data[-SIGNATURE_SIZE:]
        fields = protobuf.Message(signed[1:])
        if fields.number(1) != self.id or not is_signed(self.signing, signed, signature):
            raise Undecryptable("this is not what the sender key wrote")
        key, iv = _message_key(self.chain.seed_of(fields.number(2)))
        return open_cbc(key, iv, fields.data(3))


def _message_key(seed: bytes) -> tuple[bytes, bytes]:
    keys = hkdf(seed, 48, info=b"WhisperGroup")
    return keys[16:], keys[:16]
