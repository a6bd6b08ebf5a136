"""Queueing a text: the message and its outbox row in one transaction, under the id that WhatsApp will see."""

import re

from sqlalchemy import Connection

from wadesk.domain.errors import Conflict, InvalidNumber, InvalidRequest, TooLarge
from wadesk.domain.ids import ChatId, new_server_id
from wadesk.domain.requests import QueueText
from wadesk.store.account.chats import add_newest, open_chat, require_chat, require_slot
from wadesk.store.account.messages import LONGEST_TEXT, new_message_id
from wadesk.store.account.rows import read_chat, read_message
from wadesk.store.account.values import Queued

KEY_LIFE_MS = 24 * 3_600_000
"""How long an idempotency key means the same message (api.md)."""

_E164 = re.compile(r"\+[1-9][0-9]{6,14}")


def queue_text(sql: Connection, request: QueueText, now_ms: int) -> Queued:
    """Queue ``request``; see :meth:`Outbox.queue_text`."""
    number = require_slot(sql, request.slot_id)
    _check_text(request.text)
    chat_id = _recipient(sql, request, number)
    known = _queued_before(sql, request, chat_id, now_ms)
    if known is not None:
        return known
    chat = read_chat(sql, chat_id)
    if number is None or not chat.can_send:
        raise former_number(chat.held_from, number)
    # A clock that is behind must not put an answer above what it answers; the server's time comes with its ack.
    time_ms = max(now_ms, chat.time_ms)
    arrival = _insert(sql, request, chat_id, number, now_ms=now_ms, time_ms=time_ms)
    add_newest(sql, chat_id, arrival, time_ms, unread=0)
    return Queued(message=read_message(sql, arrival), chat=read_chat(sql, chat_id), created=True)


def former_number(held_from: str | None, number: str | None) -> Conflict:
    """The refusal to send in a chat that another number held."""
    return Conflict(
        "former_number",
        f"This chat was held from {held_from}, which is not this slot's number any more. Nothing was sent.",
        held_from=held_from or "",
        number=number or "",
    )


def require_number(number: str | None) -> str:
    """``number`` where it may be a phone number (E.164); InvalidNumber ``bad_number``."""
    if number is None or not _E164.fullmatch(number):
        raise InvalidNumber("bad_number", "This cannot be a phone number.")
    return number


def _check_text(text: str) -> None:
    if not text.strip():
        raise InvalidRequest("empty_text", "There is nothing to send: the text is empty.")
    if len(text) > LONGEST_TEXT:
        raise TooLarge("long_text", f"A text has {LONGEST_TEXT} characters at most.", limit=str(LONGEST_TEXT))


def _recipient(sql: Connection, request: QueueText, own_number: str | None) -> ChatId:
    """The chat the request names by its id, or by the number of a person, with whom it may begin here."""
    if (request.chat_id is None) == (request.number is None):
        raise InvalidRequest("one_recipient", "Name a chat or a number, one of the two.")
    if request.chat_id is not None:
        return require_chat(sql, request.slot_id, request.chat_id)
    if own_number is None:
        raise Conflict("no_number", "This slot has no number yet: link it first. Nothing was sent.")
    return open_chat(sql, request.slot_id, own_number, typed_contact(sql, require_number(request.number)), None)


def typed_contact(sql: Connection, typed: str) -> int:
    """The person with that number, or with the one that the server told for it; a new one stands as typed."""
    number = {"number": typed}
    found = sql.exec_driver_sql(
        """
        SELECT contact_id FROM contact
        WHERE number = ifnull((SELECT number FROM typed_number WHERE typed = :number), :number)
        """,
        number,
    ).scalar()
    if found is None:
        found = sql.exec_driver_sql(
            "INSERT INTO contact (number, typed) VALUES (:number, 1) RETURNING contact_id", number
        ).scalar_one()
    return int(found)


def _queued_before(sql: Connection, request: QueueText, chat_id: ChatId, now_ms: int) -> Queued | None:
    """The message that the same asker queued under the same key; Conflict when it was another one."""
    if request.idempotency_key is None:
        return None
    sql.exec_driver_sql("DELETE FROM idempotency WHERE made_ms <= :limit", {"limit": now_ms - KEY_LIFE_MS})
    arrival: int | None = sql.exec_driver_sql(
        """
        SELECT arrival FROM idempotency JOIN message USING (message_id)
        WHERE idempotency.asker = :asker AND idempotency.slot_id = :slot AND key = :key
        """,
        {"asker": request.asker, "slot": request.slot_id, "key": request.idempotency_key},
    ).scalar()
    if arrival is None:
        return None
    message = read_message(sql, arrival)
    if message.chat_id != chat_id or message.text != request.text:
        raise Conflict("idempotency_reused", "This idempotency key was used for another message.")
    return Queued(message=message, chat=read_chat(sql, chat_id), created=False)


def _insert(sql: Connection, request: QueueText, chat_id: ChatId, number: str, *, now_ms: int, time_ms: int) -> int:
    row = {
        "message": new_message_id(),
        "slot": request.slot_id,
        "chat": chat_id,
        "held": number,
        "id": new_server_id(),
        "time": time_ms,
        "now": now_ms,
        "text": request.text,
        "reason": request.reason,
        "asker": request.asker,
        "key": request.idempotency_key,
    }
    arrival: int = sql.exec_driver_sql(
        """
        INSERT INTO message (message_id, slot_id, chat_id, from_me, server_id, kind, state, time_ms, text, detail,
            reason, asker)
        VALUES (:message, :slot, :chat, 1, :id, 'text', 'queued', :time, :text, '', :reason, :asker)
        RETURNING arrival
        """,
        row,
    ).scalar_one()
    sql.exec_driver_sql(
        """
        INSERT INTO outbox (message_id, slot_id, chat_id, held_from, state, queued_ms)
        VALUES (:message, :slot, :chat, :held, 'queued', :now)
        """,
        row,
    )
    if request.idempotency_key is not None:
        sql.exec_driver_sql(
            """
            INSERT INTO idempotency (asker, slot_id, key, chat_id, message_id, made_ms)
            VALUES (:asker, :slot, :key, :chat, :message, :now)
            """,
            row,
        )
    return arrival
