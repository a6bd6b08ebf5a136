"""Taking back what never left."""

from sqlalchemy import Connection

from wadesk.domain.errors import Conflict, NotFound
from wadesk.domain.ids import ChatId, SlotId
from wadesk.domain.message import Chat, MessageState
from wadesk.store.account.chats import find_newest, require_chat
from wadesk.store.account.outcomes import Entry
from wadesk.store.account.rows import read_chat


def discard(sql: Connection, slot_id: SlotId, chat_id: ChatId, item: Entry) -> Chat:
    """Delete ``item``; see :meth:`Outbox.discard`. What an attempt was begun with may have left, and stays."""
    chat = require_chat(sql, slot_id, chat_id)
    if chat != item.chat_id:
        raise NotFound("no_message", "There is no such message in this chat.")
    waits = item.state == "queued" and not item.unproven
    if not waits and item.message_state is not MessageState.FAILED:
        raise Conflict("not_discardable", "This message has left, or may have: it cannot be taken back.")
    sql.exec_driver_sql("DELETE FROM message WHERE arrival = :arrival", {"arrival": item.arrival})
    find_newest(sql, slot_id, chat)
    return read_chat(sql, chat)
