"""Linking by a code of eight letters: the phone's side of the exchange (protocol: link_code_companion_reg)."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.network.crypto import KeyPair, gcm, hkdf
from tests.network.nodes import Node

ROUNDS = 2 << 16
TAG = "link_code_companion_reg"


class WrongCode(Exception):
    """The letters are not those that the client shows."""


@dataclass(slots=True)
class CodeRequest:
    """A client that shows a code for a number."""

    number: str
    wrapped_ephemeral: bytes
    ref: bytes = field(default_factory=lambda: os.urandom(16).hex().encode())

    @classmethod
    def parse(cls, hello: Node) -> CodeRequest:
        """From the client's `companion_hello`."""
        wrapped, jid = hello.child("link_code_pairing_wrapped_companion_ephemeral_pub"), hello.jid("jid")
        return cls(jid.user if jid else "", wrapped.data if wrapped else b"")

    def answer(self) -> Node:
        """What the client gets for its hello."""
        return Node(TAG, {}, [Node("link_code_pairing_ref", {}, self.ref)])


class CodeExchange:
    """One typing of a code: what the phone tells the client, and the secret that comes out of its answer."""

    def __init__(self, request: CodeRequest, identity: KeyPair, code: str) -> None:
        self._request, self._identity = request, identity
        self._code = code.replace("-", "").replace(" ", "").upper().encode()
        self._ephemeral = KeyPair.generate()

    def notice(self) -> Node:
        """The element that tells the client that its code was typed."""
        salt, iv = os.urandom(32), os.urandom(16)
        wrapped = salt + iv + _ctr(self._code, salt, iv, self._ephemeral.public)
        children = [
            Node("link_code_pairing_wrapped_primary_ephemeral_pub", {}, wrapped),
            Node("primary_identity_pub", {}, self._identity.public),
            Node("link_code_pairing_ref", {}, self._request.ref),
        ]
        return Node(TAG, {"stage": "refresh_code"}, children)

    def secret(self, finish: Node) -> bytes:
        """The secret that vouching needs, from the client's `companion_finish`; raises WrongCode."""
        wrapped, bundle = self._request.wrapped_ephemeral, finish.child("link_code_pairing_wrapped_key_bundle")
        companion = _ctr(self._code, wrapped[:32], wrapped[32:48], wrapped[48:80])
        shared = self._ephemeral.agree(companion)
        sealed = bundle.data if bundle else bytes(60)
        key = hkdf(shared, 32, salt=sealed[:32], info=b"link_code_pairing_key_bundle_encryption_key")
        try:
            keys = gcm(key).decrypt(sealed[32:44], sealed[44:], None)
        except InvalidTag as error:
            raise WrongCode("this is not the code that the client shows") from error
        identities = self._identity.agree(keys[:32])
        return hkdf(shared + identities + keys[64:96], 32, info=b"adv_secret")


def _ctr(code: bytes, salt: bytes, iv: bytes, data: bytes) -> bytes:
    key = hashlib.pbkdf2_hmac("sha256", code, salt, ROUNDS, 32)
    return Cipher(algorithms.AES(key), modes.CTR(iv)).encryptor().update(data)
