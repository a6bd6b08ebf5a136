"""Rows that a person has read, and the read receipts that are due for them."""

from itertools import groupby

from sqlalchemy import Connection

from wadesk.domain.errors import NotFound
from wadesk.domain.ids import ChatId, MessageId, ServerId, SlotId
from wadesk.domain.message import Chat
from wadesk.store.account.chats import count_unread, require_chat, require_slot
from wadesk.store.account.rows import id_list, read_chat
from wadesk.store.account.values import ReadReceipt
from wadesk.wire.engine_frames import Peer


def mark_read(sql: Connection, slot_id: SlotId, chat_id: ChatId, message_id: MessageId) -> Chat:
    """Read up to and with ``message_id``; a placeholder's receipt is not due, for nobody could read it."""
    require_slot(sql, slot_id)
    chat = require_chat(sql, slot_id, chat_id)
    seen = sql.exec_driver_sql(
        "SELECT time_ms, arrival FROM message WHERE slot_id = :slot AND chat_id = :chat AND message_id = :message",
        {"slot": slot_id, "chat": chat, "message": message_id},
    ).first()
    if seen is None:
        raise NotFound("no_message", "There is no such message in this chat.")
    sql.exec_driver_sql(
        """
        UPDATE message SET state = 'read', receipt_due = kind <> 'undecryptable'
        WHERE slot_id = :slot AND chat_id = :chat AND from_me = 0 AND state = 'delivered'
            AND (time_ms, arrival) <= (:time, :arrival)
        """,
        {"slot": slot_id, "chat": chat, "time": seen[0], "arrival": seen[1]},
    )
    count_unread(sql, slot_id, chat)
    return read_chat(sql, chat)


def due(sql: Connection, slot_id: SlotId, limit: int) -> list[ReadReceipt]:
    """Receipts that have not left, one value per chat and author; from the number that holds the chat, or never."""
    require_slot(sql, slot_id)
    rows = sql.exec_driver_sql(
        """
        SELECT c.chat_no, m.sender, m.server_id, m.arrival, c.group_jid, p.number, p.lid
        FROM message AS m
        JOIN chat AS c ON c.slot_id = m.slot_id AND c.chat_id = m.chat_id
        JOIN slot AS s ON s.slot_id = c.slot_id AND s.number = c.held_from
        LEFT JOIN contact AS p ON p.contact_id = ifnull(m.sender, c.contact_id)
        WHERE m.slot_id = :slot AND m.receipt_due = 1
        ORDER BY c.chat_no, m.sender, m.arrival LIMIT :limit
        """,
        {"slot": slot_id, "limit": limit},
    ).all()
    receipts = []
    for _, together in groupby(rows, key=lambda row: (row.chat_no, row.sender)):
        members = list(together)
        first = members[0]
        author = Peer(number=first.number, lid=first.lid)
        receipts.append(
            ReadReceipt(
                chat=author if first.group_jid is None else Peer(group=first.group_jid),
                author=author,
                server_ids=[ServerId(row.server_id) for row in members],
                arrivals=[row.arrival for row in members],
            )
        )
    return receipts


def left(sql: Connection, slot_id: SlotId, receipt: ReadReceipt) -> None:
    """These receipts are not due any more."""
    sql.exec_driver_sql(
        """
        UPDATE message SET receipt_due = 0
        WHERE slot_id = :slot AND arrival IN (SELECT value FROM json_each(:arrivals))
        """,
        {"slot": slot_id, "arrivals": id_list(receipt.arrivals)},
    )
