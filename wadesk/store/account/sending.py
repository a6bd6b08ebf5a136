"""The choice of what leaves next."""

import base64
from typing import Any

from sqlalchemy import Connection

from wadesk.domain.ids import ChatId, MessageId, ServerId, SlotId
from wadesk.store.account.chats import require_slot
from wadesk.store.account.values import OutboxItem
from wadesk.wire.engine_frames import Peer

UNKNOWN_LIFE_MS = 3_600_000
"""How long an unproven message is sent again unasked; after that a person decides (architecture.md)."""

QUEUED_LIFE_MS = 12 * 3_600_000
"""What has waited longer is shown to a person before it leaves (product.md, rule 2)."""

# Rows on their way hold back what comes after them in their own chat; failed and uncertain ones do not.
_NOT_HELD_BACK = """
        AND NOT EXISTS (
            SELECT 1 FROM outbox AS earlier
            WHERE earlier.slot_id = o.slot_id AND earlier.chat_id = o.chat_id AND earlier.place < o.place
                AND earlier.state IN ('queued', 'sending', 'unknown')
        )
"""
_NEXT = f"""
    SELECT o.chat_id, o.message_id, o.held_from, o.first_unknown_ms IS NOT NULL AS resend, o.attempts,
        m.server_id, m.text, m.raw, p.number, p.lid, c.group_jid, ifnull(p.typed, 0) AS typed
    FROM outbox AS o
    JOIN slot AS s ON s.slot_id = o.slot_id AND s.number = o.held_from
    JOIN message AS m ON m.message_id = o.message_id
    JOIN chat AS c ON c.slot_id = o.slot_id AND c.chat_id = o.chat_id
    LEFT JOIN contact AS p ON p.contact_id = c.contact_id
    WHERE o.slot_id = :slot AND o.state IN ('queued', 'unknown') AND o.next_try_ms <= :now
        AND iif(o.first_unknown_ms IS NULL, o.queued_ms > :queued_limit, o.first_unknown_ms > :unknown_limit)
        {_NOT_HELD_BACK}
    ORDER BY o.place LIMIT 1
"""  # noqa: S608 - joined of constants of this file
_NEXT_TRY = f"""
    SELECT min(o.next_try_ms) FROM outbox AS o JOIN slot AS s ON s.slot_id = o.slot_id AND s.number = o.held_from
    WHERE o.slot_id = :slot AND o.state IN ('queued', 'unknown')
        {_NOT_HELD_BACK}
"""  # noqa: S608 - joined of constants of this file


def next_to_send(sql: Connection, slot_id: SlotId, now_ms: int) -> OutboxItem | None:
    """The oldest message that may leave now. Its address is the person's as known now, not as it was queued."""
    require_slot(sql, slot_id)
    row = sql.exec_driver_sql(_NEXT, {"slot": slot_id, **limits(now_ms)}).first()
    return None if row is None else _item(slot_id, row)


def limits(now_ms: int) -> dict[str, int]:
    """The moments that the lifetimes of rows are compared with."""
    return {"now": now_ms, "queued_limit": now_ms - QUEUED_LIFE_MS, "unknown_limit": now_ms - UNKNOWN_LIFE_MS}


def next_try_ms(sql: Connection, slot_id: SlotId) -> int | None:
    """The earliest moment at which a message may be tried that none before it in its chat holds back."""
    require_slot(sql, slot_id)
    found: int | None = sql.exec_driver_sql(_NEXT_TRY, {"slot": slot_id}).scalar()
    return found


def waiting(sql: Connection, slot_id: SlotId) -> int:
    """How many messages are on their way."""
    require_slot(sql, slot_id)
    return int(
        sql.exec_driver_sql(
            "SELECT count(*) FROM outbox WHERE slot_id = :slot AND state IN ('queued', 'sending', 'unknown')",
            {"slot": slot_id},
        ).scalar_one()
    )


def _item(slot_id: SlotId, row: Any) -> OutboxItem:
    return OutboxItem(
        slot_id=slot_id,
        chat_id=ChatId(row.chat_id),
        message_id=MessageId(row.message_id),
        server_id=ServerId(row.server_id),
        sender=row.held_from,
        peer=Peer(number=row.number, lid=row.lid, group=row.group_jid),
        text=row.text,
        raw=None if row.raw is None else base64.b64encode(row.raw).decode(),
        resend=bool(row.resend),
        typed=bool(row.typed),
        attempts=row.attempts,
    )
