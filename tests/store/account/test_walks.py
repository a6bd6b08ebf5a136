"""Walking through pages: each message once, in its order, whatever arrived when, and never another slot's."""

import random

import pytest

from tests.store.conftest import ANA, BO, NOON, Desk
from wadesk.domain.errors import InvalidRequest, NotFound, SessionRequired
from wadesk.domain.ids import ChatId, MessageId, new_chat_id
from wadesk.domain.message import Kind, Message
from wadesk.store.account.listing import LONGEST_PAGE

SEED = 20_260


def walk(shop: Desk, chat: ChatId | None, limit: int, *, newer: bool) -> list[Message]:
    """All messages, oldest first, page by page from one end."""
    found: list[Message] = []
    beside: MessageId | None = None
    if newer:
        oldest = walk(shop, chat, LONGEST_PAGE, newer=False)[0]
        found, beside = [oldest], oldest.message_id
    while True:
        words = {"after" if newer else "before": beside}
        page = shop.store.pages.list_messages(shop.slot, chat_id=chat, limit=limit, **words)
        found = found + page.messages[::-1] if newer else page.messages[::-1] + found
        if not page.more:
            return found
        assert len(page.messages) == limit
        beside = page.messages[0 if newer else -1].message_id


def test_pages_both_ways_show_each_message_once_by_time_and_then_arrival(shop: Desk, second: Desk):
    chance = random.Random(SEED)
    for number in range(90):
        place, who = chance.choice([shop, shop, second]), chance.choice([ANA, BO])
        place.hears(who.both, f"{place.number} {number}", time_ms=NOON + chance.randrange(12))
    for chat in (None, *(chat.chat_id for chat in shop.store.pages.list_chats(shop.slot))):
        everything = walk(shop, chat, LONGEST_PAGE, newer=False)
        assert everything == sorted(everything, key=lambda message: (message.time_ms, message.arrival))
        assert len({message.message_id for message in everything}) == len(everything) > 15
        assert {message.slot_id for message in everything} == {shop.slot}
        for limit in (1, 7):
            assert walk(shop, chat, limit, newer=False) == everything
            assert walk(shop, chat, limit, newer=True) == everything


@pytest.mark.parametrize(("asked", "given"), [(-5, 1), (0, 1), (200, 200), (9999, 200)])
def test_a_page_has_one_to_two_hundred_messages(shop: Desk, asked: int, given: int):
    for _ in range(201):
        shop.hears(ANA.both, "x")
    page = shop.store.pages.list_messages(shop.slot, limit=asked)
    assert (len(page.messages), page.more) == (given, True)


def test_a_page_of_another_slots_chat_or_of_none_is_refused(shop: Desk, second: Desk):
    mine, theirs = shop.hears(ANA.both), second.hears(ANA.both)
    for error, chat in (
        (InvalidRequest, theirs.chat.chat_id),
        (NotFound, new_chat_id(shop.slot)),
        (InvalidRequest, ""),
    ):
        for work in (
            lambda chat=chat: shop.texts(chat_id=chat),
            lambda chat=chat: shop.queues(chat_id=chat),
            lambda chat=chat: shop.store.reading.mark_read(shop.slot, chat, mine.message.message_id),
        ):
            with pytest.raises(error):
                work()
    with pytest.raises(NotFound):
        shop.store.reading.mark_read(shop.slot, mine.chat.chat_id, theirs.message.message_id)
    with pytest.raises(NotFound):
        shop.store.outbox.settle(shop.slot, mine.chat.chat_id, theirs.message.message_id, True, NOON)
    with pytest.raises((InvalidRequest, NotFound, SessionRequired)):
        shop.store.pages.list_messages("", chat_id=mine.chat.chat_id)
    assert second.store.pages.get_chat(theirs.chat.chat_id).unread == 1
    assert shop.store.outbox.waiting(shop.slot) + shop.store.outbox.waiting(second.slot) == 0


@pytest.mark.parametrize("kind", ["edit", "revoke", "reaction"])
@pytest.mark.parametrize("from_me", [False, True])
def test_what_speaks_of_another_message_is_kept_beside_it_and_is_neither_newest_nor_unread(
    shop: Desk, kind: str, from_me: bool
):
    first = shop.hears(ANA.both, "first", server_id="A")
    author = ANA.both if not from_me else ANA.by_number
    told = shop.hears(author, "about it", kind=kind, target="A", from_me=from_me, time_ms=NOON + 5)
    assert told.new
    assert (told.chat.last_text, told.chat.unread, told.chat.time_ms) == ("first", 1, first.chat.time_ms)
    assert shop.store.pages.get_message(shop.slot, first.message.message_id) == first.message
    assert told.message.kind is Kind(kind)


@pytest.mark.parametrize("kind", ["edit", "revoke", "reaction"])
def test_a_placeholder_that_turns_out_to_speak_of_another_message_is_not_unread_any_more(shop: Desk, kind: str):
    shop.hears(ANA.both, "first", server_id="A")
    shop.now = NOON + 5
    assert shop.cannot_read(ANA.both, "B").chat.unread == 2
    told = shop.hears(ANA.both, "about it", server_id="B", kind=kind, target="A")
    assert told.replaced
    assert (told.chat.unread, told.chat.last_text, told.chat.time_ms) == (1, "first", NOON)


def test_a_placeholder_told_again_changes_nothing_and_is_not_unread_again(shop: Desk):
    told = shop.cannot_read(ANA.both, "A")
    shop.store.reading.mark_read(shop.slot, told.chat.chat_id, told.message.message_id)
    shop.now = NOON + 5
    again = shop.cannot_read(ANA.both, "A")
    assert (again.new, again.replaced, again.chat.unread) == (False, False, 0)
    assert again.message.time_ms == NOON


def test_a_late_message_takes_its_place_by_its_time_and_does_not_become_the_newest(shop: Desk):
    shop.hears(ANA.both, "newest", time_ms=NOON + 9)
    told = shop.hears(ANA.both, "late", time_ms=NOON)
    assert (told.chat.last_text, told.chat.unread) == ("newest", 2)
    assert shop.texts() == ["newest", "late"]


def test_an_attempt_counts_per_slot_and_what_is_set_aside_is_forgotten(shop: Desk, second: Desk):
    heard = shop.store.heard
    assert [heard.attempt(shop.slot, "A", NOON + n) for n in range(2)] == [1, 2]
    assert heard.attempt(second.slot, "A", NOON) == 1
    heard.set_aside(shop.slot, "A", "message", b"\x00frame", NOON)
    assert heard.attempt(shop.slot, "A", NOON) == 1
    assert heard.attempt(second.slot, "A", NOON) == 2
    assert shop.sql(lambda sql: sql.exec_driver_sql("SELECT slot_id, raw FROM poison").all()) == [
        (shop.slot, b"\x00frame")
    ]
