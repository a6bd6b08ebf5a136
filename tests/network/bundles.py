"""Keys to start a session with, as the elements that stanzas carry."""

from __future__ import annotations

from tests.network.nodes import Node
from tests.network.ratchet import Bundle


def plain_key(node: Node) -> tuple[int, bytes]:
    """A one-time key from its element."""
    key_id, value = node.child("id"), node.child("value")
    number = int.from_bytes(key_id.data if key_id else b"", "big")
    return number, value.data if value else b""


def signed_key(node: Node) -> tuple[int, bytes, bytes]:
    """A signed key from its element."""
    signature = node.child("signature")
    return *plain_key(node), signature.data if signature else b""


def bundle_nodes(bundle: Bundle) -> list[Node]:
    """A bundle as the elements that a client expects; the registration comes first."""
    skey = _key("skey", bundle.signed_id, bundle.signed)
    nodes = [
        Node("registration", {}, bundle.registration.to_bytes(4, "big")),
        Node("type", {}, b"\x05"),
        Node("identity", {}, bundle.identity),
        Node(skey.tag, {}, [*skey.children, Node("signature", {}, bundle.signature)]),
    ]
    if bundle.one_time:
        nodes.append(_key("key", *bundle.one_time))
    return nodes


def _key(tag: str, number: int, public: bytes) -> Node:
    return Node(tag, {}, [Node("id", {}, number.to_bytes(3, "big")), Node("value", {}, public)])


def bundle_in(receipt: Node) -> Bundle | None:
    """The keys that a retry receipt brings along, if it does."""
    keys, registration = receipt.child("keys"), receipt.child("registration")
    if keys is None or registration is None:
        return None
    identity, key, skey = keys.child("identity"), keys.child("key"), keys.child("skey")
    if identity is None or skey is None:
        return None
    number = int.from_bytes(registration.data, "big")
    return Bundle(number, identity.data, *signed_key(skey), plain_key(key) if key else None)
