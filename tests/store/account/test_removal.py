"""A removed slot is gone with all that names it, and all else stays to the last byte."""

from sqlalchemy import Connection

from tests.store.conftest import ANA, CARLA, GROUP, NOON, SHOP_B, Desk, Somebody, linked
from wadesk.domain.ids import AccountId
from wadesk.wire.engine_frames import GroupHeard, HistoryNotice, Peer, ProfilePicture


def neighbour(shop: Desk) -> Somebody:
    """Somebody whom no other slot knows."""
    return Somebody(f"+54{shop.number[-8:]}", f"77{shop.number[-8:]}")


def fill(shop: Desk) -> None:
    """At least one row of the slot in every table that has a slot."""
    own = neighbour(shop)
    heard, group = shop.store.heard, Peer(group=GROUP)
    shop.hears(ANA.both, "hello", push_name="Ana")
    shop.hears(own.by_number, "first half")
    shop.hears(own.by_lid, "second half")
    shop.hears(own.both, "both halves")
    heard.record_group(GroupHeard(seq=1, group=GROUP, what="subject", name="G", time_ms=NOON), shop.slot, shop.number)
    shop.hears(ANA.both, "in the group", chat=group)
    heard.record_contact_name(CARLA.both, "Carla", shop.slot)
    shop.gets_receipt(CARLA.both, "read", "LATER")
    heard.keep_history_notice(
        HistoryNotice(seq=1, message_id="H", sync_type="RECENT", chunk=1, progress=5, raw="bm90aWNl"),
        shop.slot,
        shop.number,
        NOON,
    )
    heard.attempt(shop.slot, "A", NOON)
    heard.set_aside(shop.slot, "P", "message", b"frame", NOON)
    queued = shop.queues("waits", idempotency_key="k")
    shop.store.looks.keep(shop.slot, queued.chat.chat_id, ProfilePicture(picture="7", jpeg="AAAA"), NOON)


def tables(sql: Connection) -> list[str]:
    return list(sql.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars())


def dump(shop: Desk) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""

    def read(sql: Connection) -> dict[str, list[tuple[object, ...]]]:
        query = "SELECT * FROM "
        return {name: [tuple(row) for row in sql.exec_driver_sql(query + name)] for name in tables(sql)}

    return shop.sql(read)


def names(row: tuple[object, ...], *words: str) -> bool:
    """Whether one of ``words`` stands in the row, alone or before the rest of a chat's id."""
    return any(isinstance(value, str) and value.partition(".")[0] in words for value in row)


def test_a_slot_leaves_no_row_and_takes_none_of_anothers_along(shop: Desk, second: Desk, account_id: AccountId):
    tenth = linked(shop.store, account_id, 10, "+5511999990100")
    for one in (second, shop, tenth):
        fill(one)
    before = dump(shop)
    slotted = {name for name, rows in before.items() if any(names(row, shop.slot) for row in rows)}
    assert slotted == set(before) - {"own", "contact", "typed_number"}
    shop.store.slots.remove_slot(shop.slot)
    gone = (shop.slot, neighbour(shop).number)
    expected = {name: [row for row in rows if not names(row, *gone)] for name, rows in before.items()}
    assert dump(second) == expected
    assert len(expected["contact"]) == len(before["contact"]) - 1


def test_a_slot_removed_twice_is_gone_once_and_one_that_comes_after_it_begins_empty(shop: Desk):
    fill(shop)
    for _ in range(2):
        shop.store.slots.remove_slot(shop.slot)
    assert [name for name, rows in dump(shop).items() if rows] == ["own"]
    shop.store.slots.add_slot(shop.slot)
    shop.store.slots.bind_slot(shop.slot, SHOP_B)
    assert shop.texts() == []
    assert shop.store.outbox.next_to_send(shop.slot, NOON) is None
    assert shop.queues("anew", idempotency_key="k").created
