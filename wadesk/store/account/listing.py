"""Lists and pages; each is one query by an index, however long a chat is."""

from typing import NamedTuple, Self

import msgspec
from sqlalchemy import Connection

from wadesk.domain.errors import InvalidRequest, NotFound
from wadesk.domain.ids import ChatId, MessageId, SlotId
from wadesk.domain.message import Chat, Message
from wadesk.domain.resolver import resolve_chat
from wadesk.store.account.chats import require_chat, require_slot
from wadesk.store.account.rows import chat_from, message_from, read_chat
from wadesk.store.account.values import Page

MOST_CHATS = 10_000
LONGEST_PAGE = 200
PAGE_BYTES = 4 * 1024 * 1024
"""Half of what a frame may hold."""

_LAST = 2**63 - 1
"""Later than any time and any arrival."""

_OLDER_IN_CHAT = """
    SELECT * FROM message_row
    WHERE slot_id = :slot AND chat_id = :chat AND (time_ms, arrival) < (:time, :arrival)
    ORDER BY time_ms DESC, arrival DESC LIMIT :limit
"""
_NEWER_IN_CHAT = """
    SELECT * FROM message_row
    WHERE slot_id = :slot AND chat_id = :chat AND (time_ms, arrival) > (:time, :arrival)
    ORDER BY time_ms, arrival LIMIT :limit
"""
_OLDER_IN_SLOT = """
    SELECT * FROM message_row
    WHERE slot_id = :slot AND (time_ms, arrival) < (:time, :arrival)
    ORDER BY time_ms DESC, arrival DESC LIMIT :limit
"""
_NEWER_IN_SLOT = """
    SELECT * FROM message_row
    WHERE slot_id = :slot AND (time_ms, arrival) > (:time, :arrival)
    ORDER BY time_ms, arrival LIMIT :limit
"""
_CHATS_OF_SLOT = """
    SELECT * FROM chat_row WHERE slot_id = :slot AND last_arrival IS NOT NULL ORDER BY time_ms DESC LIMIT :limit
"""
_CHATS_OF_ACCOUNT = """
    SELECT * FROM chat_row WHERE last_arrival IS NOT NULL ORDER BY time_ms DESC LIMIT :limit
"""


class Span(NamedTuple):
    """Which messages a page begins beside: older than ``beside``, or (``newer``) newer; None: the newest there are."""

    beside: MessageId | None
    newer: bool

    @classmethod
    def of(cls, before: MessageId | None, after: MessageId | None) -> Self:
        """From the two words of a request; InvalidRequest for both at once."""
        if before is not None and after is not None:
            raise InvalidRequest("one_direction", "Name before or after, one of the two.")
        return cls(before if after is None else after, after is not None)


def chats(sql: Connection, slot_id: SlotId | None, limit: int) -> list[Chat]:
    """Chats that have messages, newest first."""
    if slot_id is not None:
        require_slot(sql, slot_id)
    rows = sql.exec_driver_sql(
        _CHATS_OF_ACCOUNT if slot_id is None else _CHATS_OF_SLOT,
        {"slot": slot_id, "limit": max(1, min(limit, MOST_CHATS))},
    )
    return [chat_from(row) for row in rows]


def page(sql: Connection, slot_id: SlotId, chat_id: ChatId | None, span: Span, limit: int) -> Page:
    """A page beside a message of the same slot; see :meth:`Pages.list_messages`."""
    require_slot(sql, slot_id)
    chat = None if chat_id is None else require_chat(sql, slot_id, chat_id)
    limit = max(1, min(limit, LONGEST_PAGE))
    time_ms, arrival = _place_of(sql, slot_id, span.beside)
    if chat is None:
        query = _NEWER_IN_SLOT if span.newer else _OLDER_IN_SLOT
    else:
        query = _NEWER_IN_CHAT if span.newer else _OLDER_IN_CHAT
    where = {"slot": slot_id, "chat": chat, "time": time_ms, "arrival": arrival, "limit": limit + 1}
    messages: list[Message] = []
    size = 0
    more = False
    for row in sql.exec_driver_sql(query, where):
        message = message_from(row)
        size += len(msgspec.json.encode(message))
        if messages and (len(messages) == limit or size > PAGE_BYTES):
            more = True
            break
        messages.append(message)
    return Page(messages=messages[::-1] if span.newer else messages, more=more)


def one_chat(sql: Connection, chat_id: ChatId) -> Chat:
    """One chat, by its id or an alias."""
    chat, slot_id = resolve_chat(chat_id)
    require_slot(sql, slot_id)
    return read_chat(sql, require_chat(sql, slot_id, chat))


def one_message(sql: Connection, slot_id: SlotId, message_id: MessageId) -> Message:
    """One message of a slot."""
    require_slot(sql, slot_id)
    row = sql.exec_driver_sql(
        "SELECT * FROM message_row WHERE slot_id = :slot AND message_id = :message",
        {"slot": slot_id, "message": message_id},
    ).first()
    if row is None:
        raise NotFound("no_message", "There is no such message.")
    return message_from(row)


def _place_of(sql: Connection, slot_id: SlotId, message_id: MessageId | None) -> tuple[int, int]:
    """The place a page begins beside; the end of time where none is named."""
    if message_id is None:
        return _LAST, _LAST
    row = sql.exec_driver_sql(
        "SELECT time_ms, arrival FROM message WHERE slot_id = :slot AND message_id = :message",
        {"slot": slot_id, "message": message_id},
    ).first()
    if row is None:
        raise NotFound("no_message", "There is no such message.")
    return row[0], row[1]
