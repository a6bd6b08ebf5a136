"""Rows of history notices."""

import base64

from sqlalchemy import Connection

from wadesk.domain.ids import SlotId
from wadesk.store.account.chats import require_slot
from wadesk.store.account.values import KeptNotice


def next_notice(sql: Connection, slot_id: SlotId) -> KeptNotice | None:
    """The oldest one; notices to a former number are left alone."""
    number = require_slot(sql, slot_id)
    row = sql.exec_driver_sql(
        """
        SELECT message_id, progress, raw, fetched FROM history_notice
        WHERE slot_id = :slot AND held_from = :number ORDER BY rowid LIMIT 1
        """,
        {"slot": slot_id, "number": number},
    ).first()
    if row is None:
        return None
    return KeptNotice(
        message_id=row[0], progress=row[1], raw=base64.b64encode(row[2]).decode(), fetched=bool(row[3])
    )  # fmt: skip


def is_kept(sql: Connection, slot_id: SlotId, message_id: str, own_number: str) -> bool:
    """Whether a notice is kept that was made to that number."""
    found = sql.exec_driver_sql(
        "SELECT 1 FROM history_notice WHERE slot_id = :slot AND message_id = :id AND held_from = :number",
        {"slot": slot_id, "id": message_id, "number": own_number},
    )
    return found.scalar() is not None


def count_try(sql: Connection, slot_id: SlotId, message_id: str) -> int:
    """Count a failure."""
    require_slot(sql, slot_id)
    tries = sql.exec_driver_sql(
        "UPDATE history_notice SET tries = tries + 1 WHERE slot_id = :slot AND message_id = :id RETURNING tries",
        {"slot": slot_id, "id": message_id},
    )
    return int(tries.scalar() or 0)


def note_fetched(sql: Connection, slot_id: SlotId, message_id: str) -> None:
    """All of it is stored."""
    sql.exec_driver_sql(
        "UPDATE history_notice SET fetched = 1 WHERE slot_id = :slot AND message_id = :id",
        {"slot": slot_id, "id": message_id},
    )


def forget(sql: Connection, slot_id: SlotId, message_id: str) -> None:
    """Delete the notice."""
    require_slot(sql, slot_id)
    sql.exec_driver_sql(
        "DELETE FROM history_notice WHERE slot_id = :slot AND message_id = :id", {"slot": slot_id, "id": message_id}
    )


def imported(sql: Connection, slot_id: SlotId) -> int:
    """The count of the slot's import."""
    require_slot(sql, slot_id)
    return int(
        sql.exec_driver_sql("SELECT imported FROM slot WHERE slot_id = :slot", {"slot": slot_id}).scalar_one()
    )  # fmt: skip


def add_imported(sql: Connection, slot_id: SlotId, messages: int) -> int:
    """Count more; the sum."""
    added = sql.exec_driver_sql(
        "UPDATE slot SET imported = imported + :more WHERE slot_id = :slot RETURNING imported",
        {"slot": slot_id, "more": messages},
    )
    return int(added.scalar_one())
