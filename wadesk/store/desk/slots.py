"""Rows of slots. A slot's index is not given out again while another was never used."""

from sqlalchemy import Connection

from wadesk.domain.desk import Slot
from wadesk.domain.errors import NotFound, SlotsFull
from wadesk.domain.ids import SLOTS_PER_ACCOUNT, AccountId, SlotId, slot_id
from wadesk.domain.names import clean_name
from wadesk.domain.requests import HistoryAmount
from wadesk.store.desk.accounts import one_account


def all_slots(sql: Connection, account_id: AccountId | None) -> list[Slot]:
    """All slots, or one account's, by account position and index."""
    rows = sql.exec_driver_sql(
        """
        SELECT slot.slot_id, account_id, idx, slot.name, number.number
        FROM slot JOIN account USING (account_id)
        LEFT JOIN number ON number.slot_id = slot.slot_id AND number.bound
        WHERE :account IS NULL OR account_id = :account
        ORDER BY account.position, idx
        """,
        {"account": account_id},
    )
    return [_slot(*row) for row in rows]


def one_slot(sql: Connection, wanted: SlotId) -> Slot:
    """One slot; NotFound."""
    row = sql.exec_driver_sql(
        """
        SELECT slot.slot_id, account_id, idx, name, number.number
        FROM slot LEFT JOIN number ON number.slot_id = slot.slot_id AND number.bound
        WHERE slot.slot_id = :slot
        """,
        {"slot": wanted},
    ).first()
    if row is None:
        raise NotFound("no_slot", "There is no such number.")
    return _slot(*row)


def add(sql: Connection, account_id: AccountId, name: str | None) -> Slot:
    """Add a slot; SlotsFull at the eleventh."""
    one_account(sql, account_id)
    index = _next_index(sql, account_id)
    made = Slot(
        slot_id=slot_id(account_id, index),
        account_id=account_id,
        index=index,
        name=clean_name(name or "", may_be_empty=True),
    )
    where = {"slot": made.slot_id, "account": account_id, "idx": index, "name": made.name}
    sql.exec_driver_sql(
        "INSERT INTO slot (slot_id, account_id, idx, name) VALUES (:slot, :account, :idx, :name)", where
    )
    sql.exec_driver_sql("INSERT OR IGNORE INTO used_index (account_id, idx) VALUES (:account, :idx)", where)
    return made


def rename(sql: Connection, slot: SlotId, name: str) -> Slot:
    """Another name; NotFound."""
    sql.exec_driver_sql(
        "UPDATE slot SET name = :name WHERE slot_id = :slot",
        {"name": clean_name(name, may_be_empty=True), "slot": slot},
    )
    return one_slot(sql, slot)


def remove(sql: Connection, slot: SlotId) -> None:
    """Erase the slot, and by the foreign keys its number and link state; NotFound."""
    one_slot(sql, slot)
    sql.exec_driver_sql("DELETE FROM slot WHERE slot_id = :slot", {"slot": slot})


def histories(sql: Connection) -> dict[SlotId, HistoryAmount]:
    """How much history each slot's link imports."""
    rows = sql.exec_driver_sql("SELECT slot_id, history FROM slot")
    return {SlotId(slot): HistoryAmount(amount) for slot, amount in rows}


def choose_history(sql: Connection, slot: SlotId, amount: HistoryAmount) -> None:
    """Keep how much history a slot's next link imports; NotFound."""
    one_slot(sql, slot)
    sql.exec_driver_sql(
        "UPDATE slot SET history = :amount WHERE slot_id = :slot", {"amount": amount.value, "slot": slot}
    )


def _next_index(sql: Connection, account_id: AccountId) -> int:
    """The lowest index never used in this account; when none is left, the lowest free one (product.md)."""
    indexes = range(1, SLOTS_PER_ACCOUNT + 1)
    account = {"account": account_id}
    held = set(sql.exec_driver_sql("SELECT idx FROM slot WHERE account_id = :account", account).scalars())
    used = set(sql.exec_driver_sql("SELECT idx FROM used_index WHERE account_id = :account", account).scalars())
    free = [index for index in indexes if index not in held]
    if not free:
        raise SlotsFull("slots_full", f"This account has all its {SLOTS_PER_ACCOUNT} numbers.")
    return next((index for index in free if index not in used), free[0])


def _slot(slot: str, account_id: str, index: int, name: str, number: str | None) -> Slot:
    return Slot(slot_id=SlotId(slot), account_id=AccountId(account_id), index=index, name=name, number=number)
