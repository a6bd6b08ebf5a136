"""Keys, signatures and ciphers that Noise, Signal and the linking of devices share."""

from __future__ import annotations

import hashlib
import hmac
import os
from dataclasses import dataclass

import xeddsa
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

BLOCK = 16


@dataclass(frozen=True, slots=True)
class KeyPair:
    """A Curve25519 key pair; public is the bare 32 bytes."""

    private: X25519PrivateKey
    public: bytes

    @classmethod
    def generate(cls) -> KeyPair:
        """A fresh pair."""
        private = X25519PrivateKey.generate()
        return cls(private, private.public_key().public_bytes_raw())

    def agree(self, public: bytes) -> bytes:
        """The Diffie-Hellman secret with another's public key."""
        return self.private.exchange(X25519PublicKey.from_public_bytes(public))

    def sign(self, message: bytes) -> bytes:
        """An XEdDSA signature of 64 bytes (https://signal.org/docs/specifications/xeddsa)."""
        private = xeddsa.priv_force_sign(self.private.private_bytes_raw(), False)
        return bytes(xeddsa.ed25519_priv_sign(private, message, os.urandom(64)))


def is_signed(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether an XEdDSA signature holds; its top bit carries the sign of the Edwards key."""
    sign = bool(signature[63] & 0x80)
    plain = signature[:63] + bytes((signature[63] & 0x7F,))
    return bool(xeddsa.ed25519_verify(plain, xeddsa.curve25519_pub_to_ed25519_pub(public, sign), message))


def mac(key: bytes, *parts: bytes) -> bytes:
    """HMAC-SHA256 over the parts in a row."""
    return hmac.digest(key, b"".join(parts), "sha256")


def sha256(data: bytes) -> bytes:
    """SHA-256."""
    return hashlib.sha256(data).digest()


def hkdf(secret: bytes, size: int, *, salt: bytes = b"", info: bytes = b"") -> bytes:
    """HKDF-SHA256 (RFC 5869); an empty salt is 32 zeros."""
    key = hmac.digest(salt or bytes(32), secret, "sha256")
    out = block = b""
    for number in range(1, -(-size // 32) + 1):
        block = hmac.digest(key, block + info + bytes((number,)), "sha256")
        out += block
    return out[:size]


def seal_cbc(key: bytes, iv: bytes, plain: bytes) -> bytes:
    """AES-256-CBC with PKCS#7 padding."""
    rest = BLOCK - len(plain) % BLOCK
    encryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
    return encryptor.update(plain + bytes((rest,)) * rest) + encryptor.finalize()


def open_cbc(key: bytes, iv: bytes, sealed: bytes) -> bytes:
    """The reverse; raises ValueError where the padding is wrong."""
    decryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor()
    plain = decryptor.update(sealed) + decryptor.finalize()
    rest = plain[-1]
    if not 1 <= rest <= BLOCK or plain[-rest:] != bytes((rest,)) * rest:
        raise ValueError("wrong padding")
    return plain[:-rest]


def gcm(key: bytes) -> AESGCM:
    """AES-256-GCM."""
    return AESGCM(key)
