"""Chats: finding and opening them, and keeping their unread counts and newest messages true."""

from sqlalchemy import Connection

from wadesk.domain.errors import NotFound
from wadesk.domain.ids import AccountId, ChatId, SlotId, new_chat_id
from wadesk.domain.message import Kind
from wadesk.domain.resolver import require_account, resolve_chat_in

ASIDE = (Kind.REACTION, Kind.EDIT, Kind.REVOKE)
"""Kinds that speak of another message: neither unread nor a chat's newest."""


def require_slot(sql: Connection, slot_id: SlotId) -> str | None:
    """The slot's number; InvalidRequest for another account's slot, NotFound for one that was never added."""
    row = sql.exec_driver_sql("SELECT number FROM slot WHERE slot_id = :slot", {"slot": slot_id}).first()
    if row is None:
        owner = sql.exec_driver_sql("SELECT account_id FROM own").scalar_one()
        require_account(slot_id, AccountId(owner))
        raise NotFound("no_slot", "There is no such number in this account.")
    number: str | None = row[0]
    return number


def require_chat(sql: Connection, slot_id: SlotId, chat_id: object) -> ChatId:
    """The chat that ``chat_id`` (or the alias) names in the slot; InvalidRequest ``foreign_chat``, NotFound."""
    chat, slot = resolve_chat_in(slot_id, chat_id)
    found = sql.exec_driver_sql(
        """
        SELECT chat_id FROM chat WHERE slot_id = :slot AND chat_id = :chat
        UNION ALL SELECT chat_id FROM chat_alias WHERE slot_id = :slot AND alias = :chat
        """,
        {"slot": slot, "chat": chat},
    ).scalar()
    if found is None:
        raise NotFound("no_chat", "There is no such chat.")
    return ChatId(found)


def find_chat(
    sql: Connection, slot_id: SlotId, held_from: str, contact: int | None, group: str | None
) -> ChatId | None:
    """The slot's chat, held from that number, with a person or a group; or None."""
    found = sql.exec_driver_sql(
        """
        SELECT chat_id FROM chat WHERE slot_id = :slot AND held_from = :held AND contact_id = :contact
        UNION ALL SELECT chat_id FROM chat WHERE slot_id = :slot AND held_from = :held AND group_jid = :group
        """,
        {"slot": slot_id, "held": held_from, "contact": contact, "group": group},
    ).scalar()
    return None if found is None else ChatId(found)


def open_chat(sql: Connection, slot_id: SlotId, held_from: str, contact: int | None, group: str | None) -> ChatId:
    """Like :func:`find_chat`, and begins the chat where there is none."""
    found = find_chat(sql, slot_id, held_from, contact, group)
    if found is not None:
        return found
    made = new_chat_id(slot_id)
    sql.exec_driver_sql(
        """
        INSERT INTO chat (slot_id, chat_id, held_from, contact_id, group_jid)
        VALUES (:slot, :chat, :held, :contact, :group)
        """,
        {"slot": slot_id, "chat": made, "held": held_from, "contact": contact, "group": group},
    )
    return made


def add_newest(sql: Connection, chat_id: ChatId, arrival: int, time_ms: int, unread: int) -> None:
    """A message was added: count it, and let it be the newest where no later one is there."""
    sql.exec_driver_sql(
        """
        UPDATE chat SET unread = unread + :unread,
            last_arrival = CASE WHEN :time >= time_ms THEN :arrival ELSE last_arrival END,
            time_ms = max(time_ms, :time)
        WHERE chat_id = :chat
        """,
        {"chat": chat_id, "arrival": arrival, "time": time_ms, "unread": unread},
    )


def count_unread(sql: Connection, slot_id: str, chat_id: str) -> None:
    """Count the chat's unread messages again."""
    sql.exec_driver_sql(
        """
        UPDATE chat SET unread = (
            SELECT count(*) FROM message
            WHERE slot_id = :slot AND chat_id = :chat AND from_me = 0 AND state = 'delivered'
        ) WHERE chat_id = :chat
        """,
        {"slot": slot_id, "chat": chat_id},
    )


def find_newest(sql: Connection, slot_id: str, chat_id: str) -> None:
    """Look the chat's newest message up again: a time changed, or messages came from another chat."""
    sql.exec_driver_sql(
        """
        UPDATE chat SET (last_arrival, time_ms) = (
            SELECT max(arrival), coalesce(max(time_ms), 0) FROM (
                SELECT arrival, time_ms FROM message
                WHERE slot_id = :slot AND chat_id = :chat AND kind NOT IN ('reaction', 'edit', 'revoke')
                ORDER BY time_ms DESC, arrival DESC LIMIT 1
            )
        ) WHERE chat_id = :chat
        """,
        {"slot": slot_id, "chat": chat_id},
    )
