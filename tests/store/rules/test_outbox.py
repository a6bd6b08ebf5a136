"""The outbox: queued once, sent under one id, never by another number, never silently given up."""

import pytest

from tests.store.rules.conftest import ANA, BO, HOUR, OWN, Book, receipt
from wadesk.domain.errors import Conflict, InvalidRequest, TooLarge
from wadesk.domain.ids import new_chat_id
from wadesk.domain.message import MessageState
from wadesk.wire.engine_frames import Peer

NOW = 1_700_000_100_000


def test_a_queued_message_has_its_id_before_any_attempt_and_keeps_it_through_all(book: Book):
    queued = book.queue("Oi").message
    assert queued.state is MessageState.QUEUED
    item = book.store.outbox.next_to_send(book.one, NOW)
    assert item is not None
    assert (item.server_id, item.sender, item.resend) == (queued.server_id, OWN, False)
    book.store.outbox.mark_sending(book.one, item.message_id, "AAEC", NOW)
    book.reopen()
    assert book.store.outbox.recover(book.one) == 1
    again = book.store.outbox.next_to_send(book.one, NOW)
    assert again is not None
    assert (again.server_id, again.raw, again.resend) == (item.server_id, "AAEC", True)


def test_the_oldest_leaves_first_and_one_that_backs_off_holds_back_its_own_chat_only(book: Book):
    first, second = book.queue("1").message, book.queue("2").message
    other = book.queue("3", number=BO).message
    book.store.outbox.mark_sending(book.one, first.message_id, "AA", NOW)
    book.store.outbox.mark_not_sent(book.one, first.message_id, NOW + 5000)
    assert book.store.outbox.next_to_send(book.one, NOW).message_id == other.message_id
    book.store.outbox.mark_sending(book.one, other.message_id, "AA", NOW)
    book.store.outbox.mark_sent(book.one, other.message_id, NOW)
    assert book.store.outbox.next_to_send(book.one, NOW) is None
    assert book.store.outbox.next_try_ms(book.one) == NOW + 5000
    assert book.store.outbox.next_to_send(book.one, NOW + 5000).message_id == first.message_id
    book.store.outbox.mark_sending(book.one, first.message_id, "AA", NOW)
    book.store.outbox.mark_sent(book.one, first.message_id, NOW)
    assert book.store.outbox.next_to_send(book.one, NOW).message_id == second.message_id


def test_a_repeat_of_an_idempotency_key_is_the_same_message_for_a_day_and_for_its_asker_alone(book: Book):
    first = book.queue("Oi", idempotency_key="k")
    again = book.queue("Oi", NOW + 23 * HOUR, idempotency_key="k")
    assert (again.created, again.message.message_id) == (False, first.message.message_id)
    with pytest.raises(Conflict):
        book.queue("Outra coisa", idempotency_key="k")
    assert book.queue("Oi", idempotency_key="k", asker="a bot").created
    assert book.queue("Oi", idempotency_key="k", slot_id=book.two).created
    assert book.queue("Oi", NOW + 25 * HOUR, idempotency_key="k").created


def test_unknown_for_over_an_hour_and_three_deaths_of_the_engine_wait_for_a_person(book: Book):
    for count, ends in (("unknown", "hour"), ("deaths", "deaths")):
        sent = book.queue(count).message
        book.store.outbox.mark_sending(book.one, sent.message_id, "AA", NOW)
        if ends == "hour":
            book.store.outbox.mark_unknown(book.one, sent.message_id, NOW)
            book.store.outbox.expire(book.one, NOW + HOUR + 1)
        else:
            assert [book.store.outbox.engine_died_during(book.one, sent.message_id) for _ in range(3)] == [1, 2, 3]
        told = book.store.pages.get_message(book.one, sent.message_id)
        assert told.state is MessageState.UNCERTAIN
        assert book.store.outbox.next_to_send(book.one, NOW + 2 * HOUR) is None
    book.store.outbox.settle(book.one, told.chat_id, told.message_id, True, NOW + 2 * HOUR)
    item = book.store.outbox.next_to_send(book.one, NOW + 2 * HOUR)
    assert item is not None
    assert item.server_id == told.server_id


def test_a_receipt_settles_what_was_unknown(book: Book):
    sent = book.queue("Oi").message
    book.store.outbox.mark_sending(book.one, sent.message_id, "AA", NOW)
    book.store.outbox.mark_unknown(book.one, sent.message_id, NOW)
    book.store.heard.record_receipt(receipt(sent.server_id, "delivered"), book.one, OWN, NOW)
    assert book.store.outbox.next_to_send(book.one, NOW + 1) is None
    assert book.store.pages.get_message(book.one, sent.message_id).state is MessageState.DELIVERED


def test_a_former_numbers_chat_stays_readable_and_cannot_send(book: Book):
    queued = book.queue("Oi")
    book.store.slots.bind_slot(book.one, "+5511999990099")
    assert not book.store.pages.get_chat(queued.chat.chat_id).can_send
    assert book.store.outbox.next_to_send(book.one, NOW) is None
    with pytest.raises(Conflict) as caught:
        book.queue("de novo", number=None, chat_id=queued.chat.chat_id)
    assert caught.value.reason == "former_number"
    fresh = book.queue("outra conversa")
    assert fresh.chat.chat_id != queued.chat.chat_id
    assert fresh.chat.held_from == "+5511999990099"
    assert [one.text for one in book.store.pages.list_messages(book.one, chat_id=queued.chat.chat_id).messages] == [
        "Oi"
    ]


def test_what_cannot_be_meant_is_refused_and_nothing_is_queued(book: Book):
    there = book.queue("Oi")
    for error, words in (
        (InvalidRequest, {"text": "  "}),
        (TooLarge, {"text": "x" * 65_537}),
        (InvalidRequest, {"text": "x", "chat_id": there.chat.chat_id}),
        (InvalidRequest, {"text": "x", "number": None}),
        (InvalidRequest, {"text": "x", "number": None, "chat_id": new_chat_id(book.two)}),
        (InvalidRequest, {"text": "x", "number": "hello"}),
    ):
        with pytest.raises(error):
            book.queue(**words)
    assert book.store.outbox.waiting(book.one) == 1


def test_a_number_typed_and_the_one_the_server_names_are_one_chat(book: Book):
    typed = book.queue("Oi", number="+551188880001")
    item = book.store.outbox.next_to_send(book.one, NOW)
    assert item is not None
    assert item.typed
    book.hear("sou eu", chat=Peer(number=ANA, lid="900001"))
    assert book.store.outbox.resolve_typed(book.one, "+551188880001", Peer(number=ANA, lid="900001"))
    assert len(book.store.pages.list_chats(book.one)) == 1
    settled = book.store.outbox.next_to_send(book.one, NOW)
    assert settled is not None
    assert (settled.peer.number, settled.typed, settled.server_id) == (ANA, False, typed.message.server_id)
