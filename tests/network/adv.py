"""How a phone vouches for a linked device (the ADV signatures of multi-device WhatsApp)."""

from __future__ import annotations

from tests.network import protobuf
from tests.network.crypto import KeyPair, is_signed, mac

ACCOUNT_PREFIX = b"\x06\x00"
DEVICE_PREFIX = b"\x06\x01"


def vouch(account: KeyPair, companion: bytes, secret: bytes, device: int, now: int) -> bytes:
    """The signed identity of a companion, in the container whose code proves the QR's secret."""
    details = protobuf.write({1: device * 1000 + 7, 2: now, 3: device})
    signed = protobuf.write({1: details, 2: account.public, 3: account.sign(ACCOUNT_PREFIX + details + companion)})
    return protobuf.write({1: signed, 2: mac(secret, signed)})


def is_vouched(identity: bytes, account: bytes, companion: bytes) -> bool:
    """Whether a device's `device-identity` is signed by its phone and by the device itself."""
    fields = protobuf.Message(identity)
    details = fields.data(1)
    return is_signed(account, ACCOUNT_PREFIX + details + companion, fields.data(3)) and is_signed(
        companion, DEVICE_PREFIX + details + companion + account, fields.data(4)
    )
