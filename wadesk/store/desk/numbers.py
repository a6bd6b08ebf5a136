"""Which number is bound to which slot: the first link binds, and one number has one slot (product.md, rule 3)."""

from sqlalchemy import Connection

from wadesk.domain.desk import Slot
from wadesk.domain.errors import Conflict
from wadesk.domain.ids import SlotId
from wadesk.domain.requests import Verdict
from wadesk.store.desk.slots import one_slot

CLAIM_LIFE_MS = 60_000
"""A pairing that has not completed in a minute will not (engine.md, "Contract")."""


def claim(sql: Connection, slot_id: SlotId, number: str, lid: str | None, now_ms: int) -> Verdict:
    """Claim ``number`` for the slot, or say who stands against it."""
    slot = one_slot(sql, slot_id)
    if (against := _against(sql, slot, number, lid)) is not None:
        return against
    sql.exec_driver_sql(
        """
        INSERT INTO number (slot_id, number, lid, bound, since_ms) VALUES (:slot, :number, :lid, 0, :now)
        ON CONFLICT (slot_id) DO UPDATE
        SET lid = CASE WHEN number = excluded.number THEN coalesce(excluded.lid, lid) ELSE excluded.lid END,
            number = excluded.number, since_ms = excluded.since_ms
        """,
        {"slot": slot_id, "number": number, "lid": lid, "now": now_ms},
    )
    return Verdict(accepted=True)


def bind(sql: Connection, slot_id: SlotId, number: str, now_ms: int) -> Slot:
    """Bind ``number`` to the slot; Conflict where the slot has another or the number another slot."""
    against = _against(sql, one_slot(sql, slot_id), number, None)
    if against is not None:
        sentence = (
            "This slot is bound to another number."
            if against.code == "wrong_number"
            else "This number is bound to another slot."
        )
        raise Conflict(str(against.code), sentence, **against.facts)
    sql.exec_driver_sql(
        """
        INSERT INTO number (slot_id, number, bound, since_ms) VALUES (:slot, :number, 1, :now)
        ON CONFLICT (slot_id) DO UPDATE
        SET lid = CASE WHEN number = excluded.number THEN lid END, number = excluded.number, bound = 1,
            since_ms = CASE WHEN bound THEN since_ms ELSE excluded.since_ms END
        """,
        {"slot": slot_id, "number": number, "now": now_ms},
    )
    return one_slot(sql, slot_id)


def release(sql: Connection, slot_id: SlotId, number: str) -> bool:
    """Release a claim; a bound number stays."""
    gone = sql.exec_driver_sql(
        "DELETE FROM number WHERE slot_id = :slot AND number = :number AND NOT bound",
        {"slot": slot_id, "number": number},
    )
    return gone.rowcount > 0


def claimed(sql: Connection) -> list[SlotId]:
    """The slots with an open claim."""
    return [SlotId(slot) for slot in sql.exec_driver_sql("SELECT slot_id FROM number WHERE NOT bound").scalars()]


def release_stale(sql: Connection, now_ms: int) -> list[SlotId]:
    """Release every claim that is too old to complete."""
    gone = sql.exec_driver_sql(
        "DELETE FROM number WHERE NOT bound AND since_ms < :limit RETURNING slot_id",
        {"limit": now_ms - CLAIM_LIFE_MS},
    )
    return [SlotId(slot) for slot in gone.scalars().all()]


def _against(sql: Connection, slot: Slot, number: str, lid: str | None) -> Verdict | None:
    """The refusal, or None. A claim of the slot itself on another number is of a pairing that ended: no obstacle."""
    if slot.number is not None and slot.number != number:
        return Verdict(accepted=False, code="wrong_number", facts={"expected": slot.number, "got": number})
    holder = sql.exec_driver_sql(
        """
        SELECT slot.slot_id, slot.name, slot.idx, account.name
        FROM number JOIN slot USING (slot_id) JOIN account USING (account_id)
        WHERE (number = :number OR lid = :lid) AND slot.slot_id <> :slot
        """,
        {"number": number, "lid": lid, "slot": slot.slot_id},
    ).first()
    if holder is None:
        return None
    slot_id, name, index, account = holder
    facts = {"got": number, "slot_id": slot_id, "slot": name or str(index), "account": account}
    return Verdict(accepted=False, code="bound_elsewhere", facts=facts)
