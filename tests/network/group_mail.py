"""A phone's part in groups: its sender keys, those of others, and the stanzas they come in."""

from __future__ import annotations

from tests.network import protobuf
from tests.network.jid import Jid
from tests.network.nodes import Node
from tests.network.ratchet import Undecryptable
from tests.network.sender_keys import OwnSenderKey, TheirSenderKey
from tests.network.sessions import pad, unpad

KEY_FIELD, CONTEXT_FIELD = 2, 35


class GroupKeys:
    """The sender keys of one phone."""

    def __init__(self) -> None:
        self._own: dict[Jid, OwnSenderKey] = {}
        self._theirs: dict[tuple[Jid, Jid], TheirSenderKey] = {}

    def distribution(self, group: Jid) -> dict[int, object]:
        """The field of a message that lets its reader read what comes next in a group."""
        own = self._own.setdefault(group, OwnSenderKey())
        return {KEY_FIELD: {1: str(group), 2: own.distribution()}}

    def encrypt(self, group: Jid, body: bytes) -> Node:
        """The `<enc>` for everybody."""
        own = self._own.setdefault(group, OwnSenderKey())
        return Node("enc", {"v": "2", "type": "skmsg"}, own.encrypt(pad(body)))

    def decrypt(self, group: Jid, sender: Jid, data: bytes) -> bytes:
        """Read what a device wrote to a group; raises Undecryptable."""
        key = self._theirs.get((group, sender))
        if key is None:
            raise Undecryptable("no sender key of this device")
        return unpad(key.decrypt(data))

    def learn(self, group: Jid, sender: Jid, body: bytes) -> bool:
        """Keep the sender key that a message may bring; True where it brings nothing else."""
        fields = protobuf.Message(body)
        if KEY_FIELD not in fields:
            return False
        self._theirs[group, sender] = TheirSenderKey.parse(fields.message(KEY_FIELD).data(2))
        return not set(fields.fields) - {KEY_FIELD, CONTEXT_FIELD}
