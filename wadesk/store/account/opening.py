"""Chats that a person opens, before anything was said in them, and how many messages left in one."""

from sqlalchemy import Connection

from wadesk.domain.errors import Conflict, InvalidRequest
from wadesk.domain.ids import ChatId, SlotId
from wadesk.domain.message import Chat
from wadesk.domain.requests import OpenChat, SentFrom
from wadesk.domain.resolver import resolve_chat
from wadesk.store.account.chats import open_chat, require_chat, require_slot
from wadesk.store.account.queueing import require_number, typed_contact
from wadesk.store.account.rows import read_chat


def open_for(sql: Connection, request: OpenChat, slot_id: SlotId) -> Chat:
    """The slot's chat with the person; see :meth:`Pages.open_chat`."""
    own_number = require_slot(sql, slot_id)
    if (request.number is None) == (request.like is None):
        raise InvalidRequest("one_recipient", "Name a chat or a number, one of the two.")
    if request.like is None:
        contact = typed_contact(sql, require_number(request.number))
    else:
        contact = _contact_of(sql, request.like)
    if own_number is None:
        raise Conflict("no_number", "This slot has no number yet: link it first.")
    return read_chat(sql, open_chat(sql, slot_id, own_number, contact, None))


def _contact_of(sql: Connection, like: ChatId) -> int:
    """The person of another chat of this account."""
    chat, slot_id = resolve_chat(like)
    require_slot(sql, slot_id)
    found: int | None = sql.exec_driver_sql(
        "SELECT contact_id FROM chat WHERE chat_id = :chat", {"chat": require_chat(sql, slot_id, chat)}
    ).scalar()
    if found is None:
        raise Conflict("group_chat", "A group stays with the number that is in it.")
    return found


def count_sent(sql: Connection, slot_id: SlotId, chat_id: ChatId) -> SentFrom:
    """How many messages of the chat left, and from which number; see :meth:`Pages.count_sent`."""
    require_slot(sql, slot_id)
    rows = sql.exec_driver_sql(
        """
        SELECT sent_from, count(*) FROM message_row
        WHERE slot_id = :slot AND chat_id = :chat AND from_me = 1 AND state IN ('sent', 'delivered', 'read')
            AND kind NOT IN ('reaction', 'edit', 'revoke')
        GROUP BY sent_from
        """,
        {"slot": slot_id, "chat": require_chat(sql, slot_id, chat_id)},
    ).all()
    numbers = {str(row[0]): int(row[1]) for row in rows}
    return SentFrom(total=sum(numbers.values()), numbers=numbers)
