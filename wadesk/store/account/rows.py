"""Rows as the domain's values."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection

from wadesk.domain.ids import ChatId, MessageId, ServerId, SlotId
from wadesk.domain.message import Chat, Direction, Kind, Message, MessageState, SendReason
from wadesk.store.account.values import Changed


def id_list(values: Sequence[int] | Sequence[str]) -> str:
    """``values`` as one parameter for ``json_each``, so that many rows are one query."""
    return msgspec.json.encode(values).decode()


def chat_from(row: Any) -> Chat:
    """A row of the view ``chat_row``."""
    return Chat(
        slot_id=SlotId(row.slot_id),
        chat_id=ChatId(row.chat_id),
        held_from=row.held_from,
        can_send=bool(row.can_send),
        number=row.number,
        group=bool(row.is_group),
        name=row.name,
        unread=row.unread,
        time_ms=row.time_ms,
        last_text=row.last_text,
        last_kind=None if row.last_kind is None else Kind(row.last_kind),
        last_detail=row.last_detail,
        last_direction=None if row.last_from_me is None else _direction(row.last_from_me),
        last_state=None if row.last_state is None else MessageState(row.last_state),
        last_error=row.last_error,
        last_sender=row.last_sender or "",
        queued=row.queued,
        picture=row.picture,
    )


def message_from(row: Any) -> Message:
    """A row of the view ``message_row``."""
    return Message(
        slot_id=SlotId(row.slot_id),
        chat_id=ChatId(row.chat_id),
        message_id=MessageId(row.message_id),
        direction=_direction(row.from_me),
        kind=Kind(row.kind),
        state=MessageState(row.state),
        time_ms=row.time_ms,
        arrival=row.arrival,
        server_id=ServerId(row.server_id),
        text=row.text,
        detail=row.detail,
        sender_number=row.sender_number,
        sender_name=row.sender_name,
        sent_from=row.sent_from,
        reason=None if row.reason is None else SendReason(row.reason),
        error=row.error,
    )


def read_chat(sql: Connection, chat_id: str) -> Chat:
    """The chat's row; it exists."""
    return chat_from(sql.exec_driver_sql("SELECT * FROM chat_row WHERE chat_id = :chat", {"chat": chat_id}).one())


def read_message(sql: Connection, arrival: int) -> Message:
    """The message's row; it exists."""
    row = sql.exec_driver_sql("SELECT * FROM message_row WHERE arrival = :arrival", {"arrival": arrival})
    return message_from(row.one())


def read_changed(sql: Connection, arrivals: Sequence[int]) -> list[Changed]:
    """The messages, oldest first, each with its chat's row."""
    if not arrivals:
        return []
    wanted = {"arrivals": id_list(arrivals)}
    messages = sql.exec_driver_sql(
        "SELECT * FROM message_row WHERE arrival IN (SELECT value FROM json_each(:arrivals)) ORDER BY arrival", wanted
    ).all()
    chats = sql.exec_driver_sql(
        """
        SELECT * FROM chat_row WHERE chat_id IN (
            SELECT chat_id FROM message WHERE arrival IN (SELECT value FROM json_each(:arrivals))
        )
        """,
        wanted,
    )
    by_id = {row.chat_id: chat_from(row) for row in chats}
    return [Changed(message=message_from(row), chat=by_id[row.chat_id]) for row in messages]


def _direction(from_me: int) -> Direction:
    return Direction.OUT if from_me else Direction.IN
