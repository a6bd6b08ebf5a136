"""What becomes of a queued message, and what is left to a person."""

import pytest

from tests.store.conftest import ANA, HOUR, NOON, SHOP, SHOP_B, Desk
from wadesk.domain.errors import Conflict, NotFound
from wadesk.domain.ids import MessageId
from wadesk.domain.message import MessageState
from wadesk.store.account.values import OutboxItem


def begun(shop: Desk, text: str = "Bom dia") -> MessageId:
    message_id = shop.queues(text).message.message_id
    shop.store.outbox.mark_sending(shop.slot, message_id, "AA==", shop.now)
    return message_id


def following(shop: Desk, now_ms: int = NOON) -> OutboxItem:
    item = shop.store.outbox.next_to_send(shop.slot, now_ms)
    assert item is not None
    return item


def test_once_unproven_a_message_is_never_called_proven_again(shop: Desk):
    message = begun(shop)
    shop.store.outbox.mark_unknown(shop.slot, message, NOON)
    assert following(shop).resend
    shop.store.outbox.mark_sending(shop.slot, message, "AA==", NOON)
    shop.store.outbox.mark_not_sent(shop.slot, message, NOON)
    assert following(shop).resend
    changed = shop.store.outbox.mark_failed(shop.slot, message, "refused")
    assert (changed.message.state, changed.message.error) == (MessageState.UNCERTAIN, "refused")


def test_the_first_protobuf_stays_so_that_a_resend_is_the_same(shop: Desk):
    message = begun(shop)
    shop.store.outbox.mark_not_sent(shop.slot, message, NOON)
    shop.store.outbox.mark_sending(shop.slot, message, "////", NOON)
    shop.store.outbox.mark_not_sent(shop.slot, message, NOON)
    assert (following(shop).raw, following(shop).attempts) == ("AA==", 2)


def test_a_failed_message_says_why_lets_others_pass_and_may_be_sent_again_under_its_id(shop: Desk):
    failed, other = begun(shop, "fails"), shop.queues("passes").message
    changed = shop.store.outbox.mark_failed(shop.slot, failed, "not_on_whatsapp")
    assert (changed.message.state, changed.message.error) == (MessageState.FAILED, "not_on_whatsapp")
    assert following(shop).message_id == other.message_id
    again = shop.store.outbox.settle(shop.slot, changed.chat.chat_id, failed, True, NOON)
    assert (again.message.state, again.message.error) == (MessageState.QUEUED, None)
    assert following(shop).server_id == changed.message.server_id


def test_a_person_calls_an_uncertain_message_arrived_and_nobody_decides_twice(shop: Desk):
    message = begun(shop)
    changed = shop.store.outbox.mark_uncertain(shop.slot, message, "gateway")
    settled = shop.store.outbox.settle(shop.slot, changed.chat.chat_id, message, False, NOON)
    assert settled.message.state is MessageState.SENT
    for resend in (True, False):
        with pytest.raises(Conflict) as caught:
            shop.store.outbox.settle(shop.slot, changed.chat.chat_id, message, resend, NOON)
        assert caught.value.reason == "not_settleable"


def test_what_waited_twelve_hours_is_shown_to_a_person_before_it_leaves(shop: Desk):
    queued = shop.queues().message
    assert following(shop, NOON + 12 * HOUR - 1).message_id == queued.message_id
    assert shop.store.outbox.next_to_send(shop.slot, NOON + 12 * HOUR) is None
    [changed] = shop.store.outbox.expire(shop.slot, NOON + 12 * HOUR)
    assert (changed.message.state, changed.message.error) == (MessageState.FAILED, "waited_too_long")
    shop.store.outbox.settle(shop.slot, changed.chat.chat_id, queued.message_id, True, NOON + 13 * HOUR)
    assert following(shop, NOON + 13 * HOUR).message_id == queued.message_id


def test_the_hour_of_an_unproven_message_counts_from_its_attempt_over_a_restart(shop: Desk):
    message = begun(shop)
    assert shop.store.outbox.next_to_send(shop.slot, NOON) is None
    assert shop.store.outbox.recover(shop.slot) == 1
    assert following(shop, NOON + HOUR - 1).message_id == message
    assert shop.store.outbox.next_to_send(shop.slot, NOON + HOUR) is None
    [changed] = shop.store.outbox.expire(shop.slot, NOON + HOUR)
    assert (changed.message.state, changed.message.error) == (MessageState.UNCERTAIN, "unknown_too_long")


def test_an_engine_that_dies_before_any_attempt_leaves_a_failed_message_for_it_is_proven_unsent(shop: Desk):
    message = shop.queues().message
    deaths = [shop.store.outbox.engine_died_during(shop.slot, message.message_id) for _ in range(3)]
    assert deaths == [1, 2, 3]
    assert shop.store.pages.get_message(shop.slot, message.message_id).state is MessageState.FAILED


def test_what_waited_for_a_former_number_fails_and_cannot_be_sent_from_the_new_one(shop: Desk):
    begun(shop, "under way")
    queued = shop.queues("waits", number="+5511988880009")
    changed = shop.store.slots.bind_slot(shop.slot, SHOP_B)
    assert {(change.message.text, change.message.state) for change in changed} == {
        ("under way", MessageState.UNCERTAIN),
        ("waits", MessageState.FAILED),
    }
    assert {change.message.error for change in changed} == {"number_changed"}
    with pytest.raises(Conflict) as caught:
        shop.store.outbox.settle(shop.slot, queued.chat.chat_id, queued.message.message_id, True, NOON)
    assert caught.value.reason == "former_number"
    assert SHOP in caught.value.sentence
    assert shop.store.outbox.waiting(shop.slot) == 0


def test_the_servers_time_takes_the_place_of_ours_and_the_list_follows(shop: Desk):
    message = begun(shop)
    changed = shop.store.outbox.mark_sent(shop.slot, message, NOON + 5)
    assert (changed.message.time_ms, changed.chat.time_ms) == (NOON + 5, NOON + 5)


def test_an_answer_stands_below_what_it_answers_though_our_clock_is_behind(shop: Desk):
    shop.hears(ANA.both, "question", time_ms=NOON + HOUR)
    shop.queues("answer")
    assert shop.texts() == ["answer", "question"]


def test_a_message_of_another_slot_is_not_found_by_its_id(shop: Desk, second: Desk):
    message = begun(shop)
    for mark in (
        lambda: second.store.outbox.mark_sent(second.slot, message, NOON),
        lambda: second.store.outbox.mark_failed(second.slot, message, "x"),
        lambda: second.store.pages.get_message(second.slot, message),
        lambda: second.store.pages.list_messages(second.slot, before=message),
    ):
        with pytest.raises(NotFound):
            mark()
    assert shop.store.pages.get_message(shop.slot, message).state is MessageState.SENDING


def test_a_slot_that_was_never_linked_has_no_number_to_write_from(shop: Desk, account_id: str):
    third = f"{account_id}-slot3"
    shop.store.slots.add_slot(third)
    with pytest.raises(Conflict) as caught:
        shop.queues(slot_id=third)
    assert caught.value.reason == "no_number"
