"""What a phone remembers from before a device was linked, and the notices by which it tells.

Field numbers are those of WAWebProtobufsHistorySync and WAWebProtobufsWeb in the client library.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.network import payloads, protobuf
from tests.network.directory import Account, Device
from tests.network.groups import Group
from tests.network.jid import Jid

if TYPE_CHECKING:
    from tests.network.phone import Phone
    from tests.network.server import Network

BOOTSTRAP, FULL, RECENT, PUSH_NAMES, ON_DEMAND = 0, 2, 3, 4, 6
STATES = {"waiting": 1, "sent": 2, "delivered": 3, "read": 4}
DAY = 86_400


@dataclass(frozen=True, slots=True)
class PastMessage:
    """A message that a history sync tells about; time is in seconds, author that of a group's message."""

    chat: Jid
    is_own: bool
    id: str
    time: int
    body: bytes
    author: Jid | None = None
    push_name: str = ""
    state: str = ""

    def fields(self) -> dict[int, object]:
        """As a WebMessageInfo."""
        author = str(self.author) if self.author else None
        key = {1: str(self.chat), 2: int(self.is_own), 3: self.id, 4: author}
        state = STATES.get(self.state)
        return {1: key, 2: self.body, 3: self.time, 4: state, 5: author, 19: self.push_name or None}


@dataclass(frozen=True, slots=True)
class PastChat:
    """What a phone knows of a chat besides its messages: its name in the list, and how many are unread."""

    jid: Jid
    name: str = ""
    unread: int = 0


def sync(
    kind: int,
    messages: Iterable[PastMessage] = (),
    *,
    chats: Mapping[Jid, PastChat] | None = None,
    names: Iterable[tuple[Jid, str]] = (),
    mappings: Iterable[tuple[Jid, Jid]] = (),
    chunk: int = 1,
    progress: int = 100,
) -> bytes:
    """A HistorySync, compressed; mappings are (number, LID)."""
    by_chat: dict[Jid, list[PastMessage]] = {jid: [] for jid in chats or {}}
    for message in messages:
        by_chat.setdefault(message.chat, []).append(message)
    fields = {
        1: kind,
        2: [_conversation((chats or {}).get(jid, PastChat(jid)), past) for jid, past in by_chat.items()],
        5: chunk,
        6: progress,
        7: [{1: str(jid), 2: name} for jid, name in names],
        15: [{1: str(pn), 2: str(lid)} for pn, lid in mappings],
    }
    return zlib.compress(protobuf.write(fields))


def _conversation(chat: PastChat, past: list[PastMessage]) -> dict[int, object]:
    newest_first = sorted(past, key=lambda one: one.time, reverse=True)
    last = newest_first[0].time if newest_first else None
    name_field = 13 if chat.jid.server == "g.us" else 38
    return {
        1: str(chat.jid),
        2: [{1: one.fields(), 2: number} for number, one in enumerate(newest_first)],
        6: chat.unread or None,
        12: last,
        name_field: chat.name or None,
    }


def inline(kind: int, blob: bytes, *, chunk: int = 1, progress: int = 100) -> bytes:
    """The peer message that carries a HistorySync in itself."""
    return payloads.protocol({2: 5, 6: {6: kind, 7: chunk, 9: progress, 11: blob}})


class Past:
    """One phone's past.

    It is told to a device when that is linked: as far back as the device asked for, in notices of `per_notice`
    messages; one whose blob is above `inline_limit` bytes lies on the media host.
    """

    def __init__(self, network: Network, account: Account, messages: list[PastMessage]) -> None:
        self._network, self._account = network, account
        self.messages = messages
        self.chats: dict[Jid, PastChat] = {}
        self.per_notice, self.inline_limit = 1000, 64 * 1024
        #: The paths of blobs on the media host, in the order of their notices.
        self.blobs: list[str] = []

    def chat(self, whose: Phone | Group, *, name: str = "", unread: int = 0) -> None:
        """Say what the phone's list shows of a chat; a group's name is its subject."""
        jid, known = self.chat_of(whose), self.chats.get(self.chat_of(whose))
        default = known.name if known else getattr(whose, "subject", "")
        self.chats[jid] = PastChat(jid, name or default, unread)

    def add(
        self,
        whose: Phone | Group,
        text: str,
        at: float,
        *,
        own: bool = False,
        author: Phone | None = None,
        state: str = "",
        body: bytes | None = None,
    ) -> str:
        """Remember a message of the chat with a person or in a group, at a time in seconds; returns its id.

        `own` is what this number wrote (then `state` is sent, delivered or read); in a group `author` is who wrote it.
        `body` in place of the text is any content (see `payloads`).
        """
        jid = self.chat_of(whose)
        if jid not in self.chats:
            self.chat(whose)
        is_group = isinstance(whose, Group)
        by = author if isinstance(whose, Group) else whose
        writer = None if own or by is None else by.account
        message_id = "3A" + os.urandom(9).hex().upper()
        self.messages.append(
            PastMessage(
                jid,
                own,
                message_id,
                int(at),
                payloads.text(text) if body is None else body,
                (writer or self._account).lid if is_group else None,
                writer.name if writer else "",
                (state or "read") if own else "",
            )
        )
        return message_id

    def chat_of(self, whose: Phone | Group) -> Jid:
        """The address of the chat; with a person both know each other from then on."""
        if isinstance(whose, Group):
            return whose.jid
        self._account.acquaintances.add(whose.account.number)
        whose.account.acquaintances.add(self._account.number)
        return whose.account.pn

    def notices(self, device: Device, mappings: list[tuple[Jid, Jid]]) -> Iterator[bytes]:
        """The peer messages that offer the past to a device, newest messages first."""
        oldest = self._network.now() - device.props.history_days * DAY
        wanted = sorted((one for one in self.messages if one.time >= oldest), key=lambda one: one.time, reverse=True)
        parts = [wanted[at : at + self.per_notice] for at in range(0, len(wanted), self.per_notice)] or [[]]
        for number, part in enumerate(parts, 1):
            later = FULL if device.props.wants_all else RECENT
            kind, progress = (BOOTSTRAP if number == 1 else later), 100 * number // len(parts)
            chats = {jid: chat for jid, chat in self.chats.items() if any(one.chat == jid for one in part)}
            blob = sync(kind, part, chats=chats, mappings=mappings, chunk=number, progress=progress)
            yield self._notice(kind, blob, number, progress)

    def _notice(self, kind: int, blob: bytes, chunk: int, progress: int) -> bytes:
        if len(blob) <= self.inline_limit:
            return inline(kind, blob, chunk=chunk, progress=progress)
        kept = self._network.media.keep(blob)
        self.blobs.append(kept.path)
        fields = {1: kept.plain_hash, 2: kept.length, 3: kept.key, 4: kept.sealed_hash, 5: kept.path}
        return payloads.protocol({2: 5, 6: {**fields, 6: kind, 7: chunk, 9: progress}})
