"""Lists and pages: their size, and what they cost."""

from collections.abc import Iterator
from contextlib import contextmanager

import msgspec
import pytest
from sqlalchemy import Connection, event

from tests.store.conftest import ANA, BO, NOON, Desk, Somebody
from wadesk.domain.errors import InvalidRequest
from wadesk.domain.message import Kind
from wadesk.store.account import listing
from wadesk.store.account.listing import PAGE_BYTES
from wadesk.wire.engine_frames import HistoryNotice


@contextmanager
def counted(shop: Desk, happening: str) -> Iterator[list[str]]:
    """What the database is told meanwhile."""
    engine, seen = shop.store._database._engine, []

    def note(*words: object) -> None:
        seen.append(str(words[2]) if len(words) > 2 else happening)

    event.listen(engine, happening, note)
    try:
        yield seen
    finally:
        event.remove(engine, happening, note)


def test_a_page_ends_before_it_is_too_large_for_a_frame_and_goes_on_after_it(shop: Desk):
    for number in range(150):
        shop.now = NOON + number
        shop.hears(ANA.both, "\n" * 60_000, server_id=f"A{number}", raw="")
    page = shop.store.pages.list_messages(shop.slot, limit=200)
    assert page.more
    assert len(msgspec.json.encode(page.messages)) < PAGE_BYTES + 1024
    rest = shop.store.pages.list_messages(shop.slot, before=page.messages[-1].message_id, limit=200)
    assert rest.messages
    seen = [message.server_id for message in [*page.messages, *rest.messages]]
    assert seen == [f"A{number}" for number in reversed(range(150))][: len(seen)]


def test_a_list_shows_the_beginning_of_a_long_text_only(shop: Desk):
    told = shop.hears(ANA.both, "long " * 10_000, raw="")
    assert len(told.chat.last_text) == 256
    assert len(told.message.text) == 50_000


def test_listing_chats_is_a_fixed_number_of_queries_however_many_there_are(shop: Desk):
    costs = []
    for size in (2, 60):
        for number in range(size):
            shop.hears(Somebody(f"+55119{size:03}{number:05}", f"9{size:03}{number:05}").both)
        with counted(shop, "before_cursor_execute") as statements:
            chats = shop.store.pages.list_chats(shop.slot)
        costs.append(len(statements))
    assert len(chats) == 62
    assert costs[0] == costs[1]


def test_recording_a_message_is_one_commit(shop: Desk):
    shop.hears(ANA.both)
    with counted(shop, "commit") as commits:
        shop.hears(ANA.both)
    assert len(commits) == 1


@pytest.mark.parametrize(
    "name", ["_OLDER_IN_CHAT", "_NEWER_IN_CHAT", "_OLDER_IN_SLOT", "_NEWER_IN_SLOT", "_CHATS_OF_SLOT"]
)
def test_a_page_is_found_by_an_index_and_never_sorted(shop: Desk, name: str):
    def explain(sql: Connection) -> list[str]:
        where = {"slot": "a", "chat": "b", "time": 1, "arrival": 1, "limit": 1}
        query = "EXPLAIN QUERY PLAN " + getattr(listing, name)
        return [row[3] for row in sql.exec_driver_sql(query, where)]

    plan = shop.sql(explain)
    assert isinstance(plan, list)
    assert not [step for step in plan if "SCAN" in step or "TEMP B-TREE" in step]


def test_before_and_after_at_once_is_refused(shop: Desk):
    message = shop.hears(ANA.both).message.message_id
    with pytest.raises(InvalidRequest):
        shop.store.pages.list_messages(shop.slot, before=message, after=message)


def test_the_accounts_inbox_holds_every_slots_chats_newest_first(shop: Desk, second: Desk):
    shop.hears(ANA.both)
    second.now = NOON + 1
    second.hears(ANA.both)
    shop.now = NOON + 2
    shop.hears(BO.both)
    slots = [chat.slot_id for chat in shop.store.pages.list_chats(None)]
    assert slots == [shop.slot, second.slot, shop.slot]


def test_a_kind_of_a_later_version_is_named_unknown_and_kept_raw(shop: Desk):
    told = shop.hears(ANA.both, "", kind="hologram", detail="3D", raw="cmF3")
    assert (told.message.kind, told.message.detail) == (Kind.UNKNOWN, "3D")
    raw = shop.sql(lambda sql: sql.exec_driver_sql("SELECT raw FROM message").scalar())
    assert raw == b"raw"


def test_notices_and_poisoned_events_are_kept_as_they_came(shop: Desk):
    notice = HistoryNotice(seq=1, message_id="H", sync_type="RECENT", chunk=1, progress=5, raw="bm90aWNl")
    for _ in range(2):
        shop.store.heard.keep_history_notice(notice, shop.slot, shop.number, NOON)
    shop.store.heard.set_aside(shop.slot, "P", "message", b"frame", NOON)
    query = "SELECT raw FROM history_notice UNION ALL SELECT raw FROM poison"
    rows = shop.sql(lambda sql: sql.exec_driver_sql(query).all())
    assert rows == [(b"notice",), (b"frame",)]
