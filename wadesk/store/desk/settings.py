"""The program's settings: texts under keys of dotted words, such as ``look.theme``."""

from sqlalchemy import Connection

from wadesk.domain.ids import SlotId


def one(sql: Connection, key: str) -> str | None:
    """One setting."""
    value: str | None = sql.exec_driver_sql("SELECT value FROM setting WHERE key = :key", {"key": key}).scalar()
    return value


def every(sql: Connection, prefix: str) -> dict[str, str]:
    """Every setting whose key begins with ``prefix``."""
    rows = sql.exec_driver_sql(
        "SELECT key, value FROM setting WHERE substr(key, 1, length(:prefix)) = :prefix ORDER BY key",
        {"prefix": prefix},
    )
    return {str(key): str(value) for key, value in rows}


def put(sql: Connection, key: str, value: str | None) -> None:
    """Keep or forget one setting."""
    if value is None:
        sql.exec_driver_sql("DELETE FROM setting WHERE key = :key", {"key": key})
    else:
        sql.exec_driver_sql(
            "INSERT OR REPLACE INTO setting (key, value) VALUES (:key, :value)", {"key": key, "value": value}
        )


def forget_slot(sql: Connection, slot_id: SlotId) -> None:
    """Forget what was set for a slot, or for a chat of it: another number under this id begins anew.

    A slot is named by a whole word of the key, a chat's id begins with such a word.
    """
    sql.exec_driver_sql(
        """
        DELETE FROM setting WHERE key = 'notices.mute.' || :slot
            OR (key GLOB 'window.*' AND instr('.' || key || '.', '.' || :slot || '.'))
        """,
        {"slot": slot_id},
    )
