"""Small facts about stanzas that server and phones share."""

from __future__ import annotations

from tests.network.nodes import Node
from tests.network.ratchet import Introduction

#: What names a stanza in an acknowledgement: tag, id, sender, participant.
Key = tuple[str, str, str, str]


def key_of(node: Node) -> Key:
    """What an acknowledgement must name to mean this stanza."""
    return node.tag, node.text("id"), node.text("from"), node.text("participant")


def ids_of(receipt: Node) -> tuple[str, ...]:
    """The message ids of a receipt: one in the attribute, more in a list."""
    more = receipt.child("list")
    items = [item.text("id") for item in more.all("item")] if more else []
    return (receipt.text("id"), *items)


def corrupted(message: Node) -> Node:
    """The same message with a damaged ciphertext; an introduction around it stays whole, as it names keys."""

    def damage(child: Node) -> Node:
        if child.tag != "enc":
            return child
        if child.text("type") != "pkmsg":
            return Node("enc", child.attrs, _damaged(child.data))
        introduction, inner = Introduction.parse(child.data)
        return Node("enc", child.attrs, introduction.wrap(_damaged(inner)))

    return Node(message.tag, message.attrs, [damage(child) for child in message.children])


def _damaged(data: bytes) -> bytes:
    return data[:-1] + bytes((data[-1] ^ 0xFF,))
