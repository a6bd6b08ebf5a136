"""What is kept as it came: history notices, and events that could not be recorded."""

from sqlalchemy import Connection

from wadesk.domain.ids import SlotId
from wadesk.store.account.chats import require_slot
from wadesk.store.account.messages import raw_bytes
from wadesk.wire.engine_frames import HistoryNotice

_FIRST = "initial_bootstrap"
"""The type of the first notice after linking: what was counted before belongs to an earlier link."""


def keep_notice(sql: Connection, notice: HistoryNotice, slot_id: SlotId, own_number: str, now_ms: int) -> None:
    """Keep a history notice, once per message id."""
    require_slot(sql, slot_id)
    kept = sql.exec_driver_sql(
        """
        INSERT INTO history_notice (slot_id, message_id, sync_type, chunk, progress, raw, kept_ms, held_from)
        VALUES (:slot, :id, :type, :chunk, :progress, :raw, :now, :held) ON CONFLICT DO NOTHING
        """,
        {
            "slot": slot_id,
            "held": own_number,
            "id": notice.message_id,
            "type": notice.sync_type,
            "chunk": notice.chunk,
            "progress": notice.progress,
            "raw": raw_bytes(notice.raw) or b"",
            "now": now_ms,
        },
    )
    if kept.rowcount and notice.sync_type == _FIRST:
        sql.exec_driver_sql("UPDATE slot SET imported = 0 WHERE slot_id = :slot", {"slot": slot_id})


def attempt(sql: Connection, slot_id: SlotId, server_id: str, now_ms: int) -> int:
    """Count an attempt to record; the count with this one."""
    require_slot(sql, slot_id)
    times = sql.exec_driver_sql(
        """
        INSERT INTO attempt (slot_id, server_id, times, made_ms) VALUES (:slot, :id, 1, :now)
        ON CONFLICT DO UPDATE SET times = times + 1, made_ms = excluded.made_ms
        RETURNING times
        """,
        {"slot": slot_id, "id": server_id, "now": now_ms},
    )
    return int(times.scalar_one())


def forget_attempts(sql: Connection, slot_id: SlotId, server_id: str) -> None:
    """Count from nothing again."""
    sql.exec_driver_sql(
        "DELETE FROM attempt WHERE slot_id = :slot AND server_id = :id", {"slot": slot_id, "id": server_id}
    )


def set_aside(sql: Connection, slot_id: SlotId, server_id: str, kind: str, raw: bytes, now_ms: int) -> None:
    """Keep an event's frame as it is, and forget the attempts."""
    require_slot(sql, slot_id)
    sql.exec_driver_sql(
        """
        INSERT INTO poison (slot_id, server_id, kind, raw, kept_ms) VALUES (:slot, :id, :kind, :raw, :now)
        """,
        {"slot": slot_id, "id": server_id, "kind": kind, "raw": raw, "now": now_ms},
    )
    forget_attempts(sql, slot_id, server_id)
