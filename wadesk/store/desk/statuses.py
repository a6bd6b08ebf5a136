"""Each slot's last link state, which the desk remembers between runs."""

import msgspec
from sqlalchemy import Connection

from wadesk.domain.ids import SlotId
from wadesk.domain.linkstate import SlotStatus


def keep(sql: Connection, status: SlotStatus) -> bool:
    """Keep ``status`` unless it is older than what is kept, or its slot is gone; whether it was kept."""
    where = {"slot": status.slot_id, "status": msgspec.json.encode(status)}
    found = sql.exec_driver_sql(
        "SELECT status FROM slot LEFT JOIN link_status USING (slot_id) WHERE slot_id = :slot", where
    ).first()
    if found is None:
        return False
    if found[0] is not None and not status.newer_than(msgspec.json.decode(found[0], type=SlotStatus)):
        return False
    sql.exec_driver_sql("INSERT OR REPLACE INTO link_status (slot_id, status) VALUES (:slot, :status)", where)
    return True


def all_statuses(sql: Connection) -> dict[SlotId, SlotStatus]:
    """Every kept link state."""
    rows = sql.exec_driver_sql("SELECT slot_id, status FROM link_status")
    return {SlotId(slot): msgspec.json.decode(status, type=SlotStatus) for slot, status in rows}
