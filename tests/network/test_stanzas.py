"""Stanzas, protobuf and Noise: what goes out comes back the same."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.network import nodes, protobuf
from tests.network.crypto import KeyPair, is_signed
from tests.network.jid import LIDS, USERS, Jid, parse_jid
from tests.network.nodes import Node
from tests.network.noise import HandshakeError, ServerHandshake, certificate_chain

words = st.text(min_size=1, max_size=20) | st.sampled_from(["iq", "message", "s.whatsapp.net", "receipt"])
jids = st.builds(Jid, st.from_regex(r"[0-9]{8,15}", fullmatch=True), st.sampled_from([USERS, LIDS]), st.integers(0, 99))
trees = st.recursive(
    st.builds(Node, words, st.dictionaries(words, words | jids, max_size=4), st.none() | st.binary(max_size=300)),
    lambda inner: st.builds(Node, words, st.just({}), st.lists(inner, min_size=1, max_size=4)),
    max_leaves=8,
)


@given(trees)
def test_a_stanza_comes_back_as_it_was(node: Node) -> None:
    assert nodes.decode(nodes.encode(node)) == node


def test_a_compressed_stanza_is_read() -> None:
    body = nodes.encode(Node("iq", {"id": "1"}))
    assert nodes.decode(b"\x02" + zlib.compress(body[1:])) == Node("iq", {"id": "1"})


@pytest.mark.parametrize(
    ("packed", "text"), [(b"\xff\x06\x55\x11\x98\x88\x80\x00", "551198888000"), (b"\xfb\x82\xab\xcf", "ABC")]
)
def test_packed_digits_are_read(packed: bytes, text: str) -> None:
    assert nodes.decode(b"\x00\xf8\x03\x19\x08" + packed).attrs["id"] == text


def test_an_address_of_a_device_keeps_its_domain() -> None:
    node = Node("to", {"jid": Jid("123", LIDS, 3), "from": Jid("123", USERS, 3)})
    assert nodes.decode(nodes.encode(node)).attrs == node.attrs
    assert parse_jid(str(Jid("123", LIDS, 3))) == Jid("123", LIDS, 3)


@pytest.mark.parametrize("body", [b"\x00", b"\x00\xf8\x02\x19", b"\x00\xf8\x01\xfc\xff"])
def test_half_a_stanza_is_refused(body: bytes) -> None:
    with pytest.raises(ValueError, match="stanza"):
        nodes.decode(body)


def test_protobuf_fields_come_back() -> None:
    message = protobuf.Message(protobuf.write({1: 300, 2: "olá", 3: {1: b"x"}, 4: [1, 2], 5: None}))
    assert (message.number(1), message.text(2), message.message(3).data(1)) == (300, "olá", b"x")
    assert message.fields[4] == [1, 2]
    assert 5 not in message


def test_a_signature_holds_for_its_message_and_key_alone() -> None:
    key, other = KeyPair.generate(), KeyPair.generate()
    signature = key.sign(b"text")
    assert is_signed(key.public, b"text", signature)
    assert not is_signed(key.public, b"test", signature)
    assert not is_signed(other.public, b"text", signature)


def test_a_handshake_without_a_key_is_refused() -> None:
    root, static = KeyPair.generate(), KeyPair.generate()
    handshake = ServerHandshake(static, certificate_chain(root, static, 1_800_000_000))
    with pytest.raises(HandshakeError):
        handshake.answer(protobuf.write({2: {1: b"short"}}))
    handshake.answer(protobuf.write({2: {1: KeyPair.generate().public}}))
    with pytest.raises(HandshakeError):
        handshake.finish(protobuf.write({4: {1: bytes(48), 2: bytes(20)}}))
