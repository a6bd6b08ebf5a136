"""Profile pictures of people and groups: who has which, who is told, and what clients get when they ask."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.network.directory import Account, Device
from tests.network.jid import GROUPS, SERVER, Jid
from tests.network.media import HOST
from tests.network.nodes import Attrs, Node

if TYPE_CHECKING:
    from tests.network.groups import Group
    from tests.network.server import Network


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its id, and where its file lies."""

    id: str
    path: str


class Pictures:
    """Every profile picture of one network."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._numbers = itertools.count(1_790_000_000)
        self._pictures: dict[Jid, Picture] = {}
        #: LIDs and groups whose picture nobody may see (the client is told 401).
        self.hidden: set[Jid] = set()

    def set(self, whose: Account | Group, jpeg: bytes | None) -> None:
        """Give a picture, or take it away with None, and tell the linked devices of those who know."""
        jid = _address(whose)
        if jpeg is None:
            self._pictures.pop(jid, None)
            self._tell(whose, Node("delete", {"jid": jid}))
            return
        picture = Picture(str(next(self._numbers)), self._network.media.keep_plain(jpeg))
        self._pictures[jid] = picture
        self._tell(whose, Node("set", {"jid": jid, "id": picture.id, "author": jid}))

    def _tell(self, whose: Account | Group, change: Node) -> None:
        for device in self._onlookers(whose):
            self._network.relay.notify(device, "picture", _address(whose), [change])

    def _onlookers(self, whose: Account | Group) -> list[Device]:
        if not isinstance(whose, Account):
            return [device for member in whose.members for device in member.companions]
        known = (self._network.directory.number(number) for number in whose.acquaintances - {whose.number})
        return [device for account in known if account for device in account.companions]

    def answer(self, iq: Node) -> Node:
        """The answer to a `w:profile:picture` question."""
        attrs: Attrs = {"id": iq.text("id"), "type": "result", "from": iq.attrs.get("to", SERVER)}
        target, asked = iq.jid("target"), iq.child("picture")
        jid = self._canonical(target) if target else None
        if jid in self.hidden:
            return Node("iq", {**attrs, "type": "error"}, [Node("error", {"code": 401, "text": "not-authorized"})])
        picture = self._pictures.get(jid) if jid else None
        if picture is None:
            return Node("iq", {**attrs, "type": "error"}, [Node("error", {"code": 404, "text": "item-not-found"})])
        if asked and asked.text("id") == picture.id:
            return Node("iq", attrs, [Node("picture", {"status": 304})])
        url = f"https://{HOST}{picture.path}"
        about: Attrs = {"id": picture.id, "type": "preview", "url": url, "direct_path": picture.path}
        return Node("iq", attrs, [Node("picture", about)])

    def _canonical(self, jid: Jid) -> Jid | None:
        if jid.server == GROUPS:
            return jid
        account = self._network.directory.at(jid)
        return account.lid if account else None


def _address(whose: Account | Group) -> Jid:
    return whose.lid if isinstance(whose, Account) else whose.jid
