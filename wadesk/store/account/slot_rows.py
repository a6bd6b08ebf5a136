"""Rows of the account's slots."""

from sqlalchemy import Connection

from wadesk.domain.ids import AccountId, SlotId
from wadesk.domain.resolver import require_account
from wadesk.store.account.chats import require_slot
from wadesk.store.account.outcomes import give_up_former
from wadesk.store.account.values import Changed


def add(sql: Connection, slot_id: SlotId) -> None:
    """Let rows of this slot exist; InvalidRequest for another account's."""
    owner = AccountId(sql.exec_driver_sql("SELECT account_id FROM own").scalar_one())
    sql.exec_driver_sql(
        "INSERT OR IGNORE INTO slot (slot_id, account_id) VALUES (:slot, :account)",
        {"slot": require_account(slot_id, owner), "account": owner},
    )


def bind(sql: Connection, slot_id: SlotId, number: str) -> list[Changed]:
    """The slot's number from now on; what waited for another one is given up."""
    if require_slot(sql, slot_id) == number:
        return []
    sql.exec_driver_sql("UPDATE slot SET number = :number WHERE slot_id = :slot", {"number": number, "slot": slot_id})
    return give_up_former(sql, slot_id, number)


def note_phone_seen(sql: Connection, slot_id: SlotId, time_ms: int) -> None:
    """Keep the latest sign of life of the slot's phone."""
    require_slot(sql, slot_id)
    sql.exec_driver_sql(
        "UPDATE slot SET phone_seen_ms = :time WHERE slot_id = :slot", {"time": time_ms, "slot": slot_id}
    )


def phone_seen_ms(sql: Connection, slot_id: SlotId) -> int | None:
    """The latest sign of life of the slot's phone."""
    require_slot(sql, slot_id)
    found: int | None = sql.exec_driver_sql(
        "SELECT phone_seen_ms FROM slot WHERE slot_id = :slot", {"slot": slot_id}
    ).scalar()
    return found


def remove(sql: Connection, slot_id: SlotId) -> None:
    """Erase the slot, by the foreign keys all that is its, and the people nobody else of the account knows."""
    owner = AccountId(sql.exec_driver_sql("SELECT account_id FROM own").scalar_one())
    sql.exec_driver_sql("DELETE FROM slot WHERE slot_id = :slot", {"slot": require_account(slot_id, owner)})
    sql.exec_driver_sql(
        """
        DELETE FROM contact WHERE contact_id NOT IN (
            SELECT contact_id FROM chat WHERE contact_id IS NOT NULL
            UNION SELECT sender FROM message WHERE sender IS NOT NULL
            UNION SELECT contact_id FROM book_name
            UNION SELECT CAST(substr(peer, 9) AS INTEGER) FROM receipt_waiting WHERE peer GLOB 'contact *'
        )
        """
    )
    sql.exec_driver_sql(
        "DELETE FROM typed_number WHERE number NOT IN (SELECT number FROM contact WHERE number IS NOT NULL)"
    )
