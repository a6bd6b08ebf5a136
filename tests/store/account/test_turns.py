"""Whose turn it is in the outbox, over many chats and many tries."""

import random

import pytest

from tests.store.conftest import ANA, BO, CARLA, NOON, Desk
from wadesk.domain.errors import Internal, TooLarge

SEED = 1_109


def drain(shop: Desk, now_ms: int) -> list[str]:
    """The texts that leave now, in the order in which they leave."""
    left: list[str] = []
    while (item := shop.store.outbox.next_to_send(shop.slot, now_ms)) is not None:
        left.append(item.text)
        shop.sends(item.message_id)
    return left


def test_over_all_chats_what_was_queued_first_leaves_first(shop: Desk, second: Desk):
    chance = random.Random(SEED)
    for number in range(30):
        who = chance.choice([ANA, BO, CARLA])
        shop.now = NOON - number
        shop.queues(f"{number}", number=who.number)
        second.queues("the other slot's", number=who.number)
    assert drain(shop, NOON) == [f"{number}" for number in range(30)]
    assert second.store.outbox.waiting(second.slot) == 30


def test_what_backs_off_keeps_its_place_and_its_chat_waits_for_it(shop: Desk):
    first = shop.queues("A1").message.message_id
    for who, text in ((BO, "B1"), (ANA, "A2"), (CARLA, "C1"), (BO, "B2")):
        shop.queues(text, number=who.number)
    shop.store.outbox.mark_sending(shop.slot, first, "AA==", NOON)
    shop.store.outbox.mark_not_sent(shop.slot, first, NOON + 1000)
    assert drain(shop, NOON) == ["B1", "C1", "B2"]
    assert shop.store.outbox.next_try_ms(shop.slot) == NOON + 1000
    assert drain(shop, NOON + 1000) == ["A1", "A2"]
    assert shop.store.outbox.next_try_ms(shop.slot) is None


def test_one_id_serves_all_attempts_and_no_two_messages_share_one(shop: Desk):
    ids = {shop.queues(f"{number}").message.server_id for number in range(50)}
    assert len(ids) == 50
    item = shop.store.outbox.next_to_send(shop.slot, NOON)
    assert item is not None
    seen = set()
    for now_ms in range(NOON, NOON + 3):
        again = shop.store.outbox.next_to_send(shop.slot, now_ms)
        assert again is not None
        seen.add((again.message_id, again.server_id))
        shop.store.outbox.mark_sending(shop.slot, again.message_id, "AA==", now_ms)
        shop.store.outbox.mark_unknown(shop.slot, again.message_id, now_ms + 1)
    assert seen == {(item.message_id, item.server_id)}


def test_a_failing_outbox_row_takes_its_message_and_its_chat_along(shop: Desk):
    shop.sql(
        lambda sql: sql.exec_driver_sql(
            "CREATE TRIGGER no BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'refused'); END"
        )
    )
    with pytest.raises(Internal):
        shop.queues("half", idempotency_key="k")
    query = "SELECT message_id FROM message UNION SELECT chat_id FROM chat UNION SELECT number FROM contact"
    assert shop.sql(lambda sql: sql.exec_driver_sql(query).all()) == []


def test_the_longest_text_is_kept_whole_and_one_character_more_is_not_kept_at_all(shop: Desk):
    text = "😀" * 65_536
    assert shop.queues(text).message.text == text
    assert shop.texts() == [text]
    with pytest.raises(TooLarge):
        shop.queues(text + "x")
    assert shop.texts() == [text]
