"""Ticks find their message however the other side is addressed, and nothing but a delivery counts as one."""

import pytest

from tests.store.conftest import ANA, BO, GROUP, NOON, SHOP_B, Desk
from wadesk.domain.message import MessageState
from wadesk.wire.engine_frames import Peer


def known_twice(shop: Desk) -> None:
    """The phone's address book names Ana by number and by LID, and nothing has told that both are one."""
    shop.store.heard.record_contact_name(ANA.by_number, "Ana", shop.slot)
    shop.store.heard.record_contact_name(ANA.by_lid, "Ana (LID)", shop.slot)


@pytest.mark.parametrize("peer", [ANA.both, ANA.by_number])
def test_a_receipt_that_names_both_halves_finds_the_chat_of_a_person_known_by_each_alone(shop: Desk, peer: Peer):
    known_twice(shop)
    sent = shop.sends(shop.queues().message.message_id)
    [changed] = shop.gets_receipt(peer, "delivered", sent.server_id)
    assert changed.message.state is MessageState.DELIVERED


def test_reading_on_the_phone_clears_unread_of_a_person_known_by_each_half_alone(shop: Desk):
    known_twice(shop)
    told = shop.hears(ANA.by_number, server_id="A")
    [changed] = shop.gets_receipt(ANA.both, "read_self", "A", by_me=True)
    assert (changed.message.message_id, changed.chat.unread) == (told.message.message_id, 0)


def test_a_receipt_with_the_number_of_somebody_else_by_now_moves_nothing_of_his(shop: Desk):
    shop.hears(ANA.both)
    sent = shop.sends(shop.queues().message.message_id)
    assert shop.gets_receipt(Peer(number=ANA.number, lid=BO.lid), "read", sent.server_id) == []
    assert shop.store.pages.get_message(shop.slot, sent.message_id).state is MessageState.SENT


@pytest.mark.parametrize("order", [("read", "delivered"), ("delivered", "read")])
def test_of_receipts_that_waited_under_both_halves_the_further_one_counts(shop: Desk, order: tuple[str, str]):
    known_twice(shop)
    for peer, kind in zip((ANA.by_number, ANA.by_lid), order, strict=True):
        shop.gets_receipt(peer, kind, "A")
    told = shop.hears(Peer(number=shop.number), "typed on the phone", server_id="A", chat=ANA.both, from_me=True)
    assert told.resync
    assert told.message.state is MessageState.READ


@pytest.mark.parametrize("kind", ["retry", "server_error", "sender", "other", "read_self", "played_self", "hologram"])
def test_what_is_no_delivery_moves_no_tick(shop: Desk, kind: str):
    sent = shop.sends(shop.queues().message.message_id)
    assert shop.gets_receipt(ANA.by_number, kind, sent.server_id) == []
    assert shop.store.pages.get_message(shop.slot, sent.message_id).state is MessageState.SENT


@pytest.mark.parametrize("kind", ["delivered", "read", "played", "sender", "read_self"])
def test_nothing_that_the_own_devices_do_moves_a_tick(shop: Desk, kind: str):
    sent = shop.sends(shop.queues().message.message_id)
    assert shop.gets_receipt(ANA.by_number, kind, sent.server_id, by_me=True) == []
    assert shop.store.pages.get_message(shop.slot, sent.message_id).state is MessageState.SENT


def test_played_is_read(shop: Desk):
    sent = shop.sends(shop.queues().message.message_id)
    [changed] = shop.gets_receipt(ANA.by_number, "played", sent.server_id)
    assert changed.message.state is MessageState.READ


def test_one_receipt_for_several_messages_moves_those_there_and_waits_for_the_rest(shop: Desk):
    sent = shop.sends(shop.queues().message.message_id)
    changed = shop.gets_receipt(ANA.by_number, "read", sent.server_id, "LATER")
    assert [change.message.message_id for change in changed] == [sent.message_id]
    told = shop.hears(Peer(number=shop.number), "later", server_id="LATER", chat=ANA.by_number, from_me=True)
    assert told.message.state is MessageState.READ


def test_a_receipt_waits_for_the_chat_of_its_own_number_alone(shop: Desk):
    shop.gets_receipt(ANA.by_number, "read", "A")
    shop.store.slots.bind_slot(shop.slot, SHOP_B)
    shop.number = SHOP_B
    told = shop.hears(Peer(number=SHOP_B), "mine", server_id="A", chat=ANA.by_number, from_me=True)
    assert told.message.state is MessageState.SENT


def test_a_groups_receipt_moves_its_message_whoever_of_it_sent_the_receipt(shop: Desk):
    group = Peer(group=GROUP)
    told = shop.hears(Peer(number=shop.number), "to all", server_id="A", chat=group, from_me=True)
    [changed] = shop.gets_receipt(BO.both, "delivered", "A", chat=group)
    assert (changed.message.message_id, changed.message.state) == (told.message.message_id, MessageState.DELIVERED)


def test_a_receipt_settles_what_was_uncertain_and_nobody_is_asked_about_it(shop: Desk):
    queued = shop.queues().message
    shop.store.outbox.mark_sending(shop.slot, queued.message_id, "AA==", NOON)
    shop.store.outbox.mark_uncertain(shop.slot, queued.message_id, "unknown_too_long")
    [changed] = shop.gets_receipt(ANA.by_number, "delivered", queued.server_id)
    assert (changed.message.state, changed.message.error) == (MessageState.DELIVERED, None)
    assert shop.store.outbox.mark_failed(shop.slot, queued.message_id, "late").message.state is MessageState.DELIVERED
