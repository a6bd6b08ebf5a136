"""Linking by a code of letters, with the client's side of the exchange played here."""

import hashlib
import os

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from tests.network.crypto import KeyPair, gcm, hkdf
from tests.network.jid import USERS, Jid
from tests.network.link_code import ROUNDS, CodeExchange, CodeRequest, WrongCode
from tests.network.nodes import Node

CODE = "9TL6TTWD"


def wrap(data: bytes, salt: bytes, iv: bytes) -> bytes:
    key = hashlib.pbkdf2_hmac("sha256", CODE.encode(), salt, ROUNDS, 32)
    return Cipher(algorithms.AES(key), modes.CTR(iv)).encryptor().update(data)


class Client:
    """Shows `CODE`, and answers the phone that says it typed it."""

    def __init__(self) -> None:
        self.ephemeral, self.identity = KeyPair.generate(), KeyPair.generate()
        salt, iv = os.urandom(32), os.urandom(16)
        wrapped = Node(
            "link_code_pairing_wrapped_companion_ephemeral_pub",
            {},
            salt + iv + wrap(self.ephemeral.public, salt, iv),
        )
        self.hello = Node("link_code_companion_reg", {"jid": Jid("5511999990011", USERS)}, [wrapped])
        self.secret = b""

    def finish(self, notice: Node) -> Node:
        wrapped, identity, _ = (child.data for child in notice.children)
        shared = self.ephemeral.agree(wrap(wrapped[48:80], wrapped[:32], wrapped[32:48]))
        salt, nonce, chance = os.urandom(32), os.urandom(12), os.urandom(32)
        key = hkdf(shared, 32, salt=salt, info=b"link_code_pairing_key_bundle_encryption_key")
        sealed = gcm(key).encrypt(nonce, self.identity.public + identity + chance, None)
        self.secret = hkdf(shared + self.identity.agree(identity) + chance, 32, info=b"adv_secret")
        bundle = Node("link_code_pairing_wrapped_key_bundle", {}, salt + nonce + sealed)
        return Node("link_code_companion_reg", {}, [bundle])


def test_phone_and_client_come_to_the_same_secret() -> None:
    client, phone = Client(), KeyPair.generate()
    request = CodeRequest.parse(client.hello)
    assert request.number == "5511999990011"
    exchange = CodeExchange(request, phone, "9tl6-ttwd")
    assert exchange.secret(client.finish(exchange.notice())) == client.secret


def test_a_wrong_code_is_noticed() -> None:
    client = Client()
    exchange = CodeExchange(CodeRequest.parse(client.hello), KeyPair.generate(), "AAAA-AAAA")
    with pytest.raises(WrongCode):
        exchange.secret(client.finish(exchange.notice()))
