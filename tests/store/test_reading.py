"""Read marks and receipts: what is unread here, and what leaves for others to see."""

from tests.store.conftest import ANA, BO, GROUP, HOUR, NOON, SHOP_B, Desk
from wadesk.domain.message import MessageState
from wadesk.wire.engine_frames import Peer


def test_reading_up_to_a_message_leaves_later_ones_unread_and_their_receipts_undue(shop: Desk):
    for number in range(3):
        shop.now = NOON + number
        told = shop.hears(ANA.both, str(number), server_id=f"A{number}")
        if number == 1:
            seen = told.message.message_id
    chat = shop.store.reading.mark_read(shop.slot, told.chat.chat_id, seen)
    assert chat.unread == 1
    [receipt] = shop.store.reading.due(shop.slot)
    assert (receipt.chat, receipt.author, receipt.server_ids) == (ANA.both, ANA.both, ["A0", "A1"])


def test_receipts_are_due_until_they_left(shop: Desk):
    told = shop.hears(ANA.both)
    shop.store.reading.mark_read(shop.slot, told.chat.chat_id, told.message.message_id)
    [receipt] = shop.store.reading.due(shop.slot)
    shop.store.reading.receipts_left(shop.slot, receipt)
    assert shop.store.reading.due(shop.slot) == []


def test_in_a_group_receipts_go_to_each_author(shop: Desk):
    group = Peer(group=GROUP)
    shop.hears(ANA.both, server_id="A", chat=group)
    last = shop.hears(BO.both, server_id="B", chat=group)
    shop.store.reading.mark_read(shop.slot, last.chat.chat_id, last.message.message_id)
    receipts = shop.store.reading.due(shop.slot)
    assert {(receipt.author.number, *receipt.server_ids) for receipt in receipts} == {
        (ANA.number, "A"),
        (BO.number, "B"),
    }
    assert {receipt.chat for receipt in receipts} == {group}


def test_no_receipt_is_due_for_what_nobody_could_read_nor_from_a_number_the_slot_no_longer_has(shop: Desk):
    told = shop.cannot_read(ANA.both, "A")
    shop.store.reading.mark_read(shop.slot, told.chat.chat_id, told.message.message_id)
    assert shop.store.reading.due(shop.slot) == []
    told = shop.hears(ANA.both)
    shop.store.reading.mark_read(shop.slot, told.chat.chat_id, told.message.message_id)
    shop.store.slots.bind_slot(shop.slot, SHOP_B)
    assert shop.store.reading.due(shop.slot) == []


def test_a_placeholder_that_was_seen_is_unread_again_when_its_message_comes(shop: Desk):
    told = shop.cannot_read(ANA.both, "A")
    assert told.chat.unread == 1
    assert shop.store.reading.mark_read(shop.slot, told.chat.chat_id, told.message.message_id).unread == 0
    assert shop.hears(ANA.both, "now readable", server_id="A").chat.unread == 1


def test_what_the_own_phone_read_before_it_came_here_is_read_and_needs_no_receipt(shop: Desk):
    shop.gets_receipt(ANA.both, "read_self", "A", by_me=True)
    told = shop.hears(ANA.by_lid, server_id="A")
    assert (told.message.state, told.chat.unread) == (MessageState.READ, 0)
    assert shop.store.reading.due(shop.slot) == []


def test_the_own_phones_reading_covers_what_came_before_and_not_what_came_after(shop: Desk):
    for number in range(3):
        shop.now = NOON + number
        shop.hears(ANA.both, server_id=f"A{number}")
    changed = shop.gets_receipt(ANA.both, "read", "A1", by_me=True)
    assert len(changed) == 2
    assert {change.chat.unread for change in changed} == {1}


def test_a_receipt_waits_fourteen_days_for_its_message_and_no_longer(shop: Desk):
    day = 24 * HOUR
    for wait, state in ((13 * day, MessageState.READ), (15 * day, MessageState.SENT)):
        shop.now = NOON
        shop.gets_receipt(ANA.both, "delivered", f"A{wait}")
        shop.gets_receipt(ANA.both, "read", f"A{wait}")
        shop.gets_receipt(ANA.both, "delivered", f"A{wait}")
        shop.now = NOON + wait
        shop.gets_receipt(BO.both, "read", "another")
        told = shop.hears(Peer(number=shop.number), "mine", server_id=f"A{wait}", chat=ANA.both, from_me=True)
        assert told.message.state is state


def test_a_receipt_moves_no_message_of_another_chat_or_slot(shop: Desk, second: Desk):
    sent = shop.sends(shop.queues().message.message_id)
    assert shop.gets_receipt(BO.both, "read", sent.server_id) == []
    assert second.gets_receipt(ANA.both, "read", sent.server_id) == []
    [change] = shop.gets_receipt(ANA.by_number, "read", sent.server_id)
    assert change.message.state is MessageState.READ


def test_a_receipt_that_is_quicker_than_the_ack_stays(shop: Desk):
    message = shop.queues().message
    shop.store.outbox.mark_sending(shop.slot, message.message_id, "AA==", NOON)
    shop.gets_receipt(ANA.by_number, "delivered", message.server_id)
    assert shop.store.outbox.mark_sent(shop.slot, message.message_id, NOON).message.state is MessageState.DELIVERED
