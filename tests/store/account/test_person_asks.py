"""What a person asks of a chat: open one with somebody, take back what never left, count what did, see a picture."""

import base64

import pytest

from tests.store.conftest import ANA, BO, GROUP, HOUR, NOON, SHOP_B, Desk
from wadesk.domain.errors import Conflict, InvalidNumber, InvalidRequest, NotFound
from wadesk.domain.message import Chat, MessageState
from wadesk.domain.requests import OpenChat, Picture
from wadesk.wire.engine_frames import Peer, ProfilePicture

JPEG = base64.b64encode(b"\xff\xd8 a small picture \xff\xd9").decode()


def opened(shop: Desk, **words: object) -> Chat:
    return shop.store.pages.open_chat(OpenChat(slot_id=shop.slot, **words), shop.slot)


def listed(shop: Desk) -> list[str]:
    return [chat.chat_id for chat in shop.store.pages.list_chats(shop.slot)]


def test_a_chat_that_was_opened_is_listed_once_it_has_a_message(shop: Desk):
    chat = opened(shop, number=ANA.number)
    assert (chat.number, chat.held_from, listed(shop)) == (ANA.number, shop.number, [])
    assert opened(shop, number=ANA.number).chat_id == chat.chat_id
    assert shop.hears(ANA.both).chat.chat_id == chat.chat_id
    assert listed(shop) == [chat.chat_id]


def test_the_same_person_is_opened_from_another_number_however_she_is_known(shop: Desk, second: Desk):
    theirs = shop.hears(ANA.by_lid, push_name="Ana").chat
    mine = opened(second, like=theirs.chat_id)
    assert (mine.slot_id, mine.held_from, mine.name) == (second.slot, second.number, "Ana")
    assert second.hears(ANA.by_lid).chat.chat_id == mine.chat_id
    # Her number is learnt in one chat and is hers in both.
    shop.hears(ANA.both)
    assert second.store.pages.get_chat(mine.chat_id).number == ANA.number


def test_a_recycled_number_opens_the_chat_of_who_has_it_now(shop: Desk, second: Desk):
    before = shop.hears(ANA.both).chat
    now = shop.hears(Peer(number=ANA.number, lid=BO.lid)).chat
    assert opened(shop, number=ANA.number).chat_id == now.chat_id
    assert opened(second, like=before.chat_id).chat_id != opened(second, like=now.chat_id).chat_id


def test_the_ninth_digit_the_server_told_leads_to_the_chat_there_is(shop: Desk):
    real, typed = "+551188880001", "+5511988880001"
    chat = shop.hears(Peer(number=real, lid=ANA.lid)).chat
    shop.store.outbox.resolve_typed(shop.slot, typed, Peer(number=real, lid=ANA.lid))
    assert opened(shop, number=typed).chat_id == chat.chat_id


def test_what_cannot_be_opened_is_refused_in_words(shop: Desk, second: Desk):
    group = shop.hears(ANA.both, chat=Peer(group=GROUP)).chat
    with pytest.raises(Conflict, match="group_chat"):
        opened(second, like=group.chat_id)
    with pytest.raises(InvalidNumber):
        opened(shop, number="ana")
    with pytest.raises(InvalidRequest, match="one_recipient"):
        opened(shop)
    with pytest.raises(NotFound, match="no_chat"):
        opened(shop, like=f"{shop.slot}.aaaaaaaaaaaaaaaa")


def test_what_waits_and_what_failed_is_taken_back_and_the_chat_shows_what_is_left(shop: Desk):
    shop.hears(ANA.both, "Oi")
    shop.now += 1
    first, second = shop.queues("one"), shop.queues("two")
    assert second.chat.queued == 2
    left = shop.store.outbox.discard(shop.slot, first.chat.chat_id, first.message.message_id)
    assert (left.queued, left.last_text) == (1, "two")
    failed = shop.store.outbox.mark_failed(shop.slot, second.message.message_id, "refused")
    assert (failed.chat.queued, failed.chat.last_error) == (0, "refused")
    left = shop.store.outbox.discard(shop.slot, first.chat.chat_id, second.message.message_id)
    assert (left.last_text, left.last_error) == ("Oi", None)
    assert shop.texts() == ["Oi"]
    assert shop.store.outbox.next_to_send(shop.slot, shop.now) is None
    with pytest.raises(NotFound):
        shop.store.outbox.discard(shop.slot, left.chat_id, second.message.message_id)


@pytest.mark.parametrize("state", ["sending", "unknown", "uncertain", "sent"])
def test_what_may_have_left_cannot_be_taken_back(shop: Desk, state: str):
    queued = shop.queues()
    chat, message, outbox = queued.chat.chat_id, queued.message.message_id, shop.store.outbox
    outbox.mark_sending(shop.slot, message, "YQ==", NOON)
    if state == "sent":
        outbox.mark_sent(shop.slot, message, NOON)
    elif state != "sending":
        outbox.mark_unknown(shop.slot, message, NOON)
        if state == "uncertain":
            outbox.mark_uncertain(shop.slot, message, "engine_died")
    with pytest.raises(Conflict, match="not_discardable"):
        outbox.discard(shop.slot, chat, message)
    assert shop.texts() == ["Bom dia"]


def test_a_message_of_another_chat_is_not_taken_back(shop: Desk):
    queued, other = shop.queues(), shop.hears(BO.both).chat
    with pytest.raises(NotFound, match="no_message"):
        shop.store.outbox.discard(shop.slot, other.chat_id, queued.message.message_id)


def test_what_left_is_counted_by_the_number_it_left_from(shop: Desk):
    chat = shop.hears(ANA.both, "Oi").chat
    for text in ("one", "two"):
        shop.sends(shop.queues(text).message.message_id)
    shop.queues("waits")
    failed = shop.queues("fails").message.message_id
    shop.store.outbox.mark_failed(shop.slot, failed, "refused")
    counted = shop.store.pages.count_sent(shop.slot, chat.chat_id)
    assert (counted.total, counted.numbers) == (2, {shop.number: 2})
    shop.store.slots.bind_slot(shop.slot, SHOP_B)
    assert shop.store.pages.count_sent(shop.slot, chat.chat_id).numbers == {shop.number: 2}
    assert shop.store.pages.count_sent(shop.slot, opened(shop, number=BO.number).chat_id).total == 0


def due(shop: Desk) -> Peer | None:
    found = shop.store.looks.next_due(shop.slot, shop.now)
    return None if found is None else found.who


def test_pictures_are_asked_for_newest_chat_first_and_once_a_day(shop: Desk, second: Desk):
    old, new = shop.hears(ANA.both).chat, shop.hears(BO.both, time_ms=NOON + 1).chat
    opened(shop, number="+5511988880009")
    second.hears(ANA.both)
    assert due(shop) == BO.both
    changed = shop.store.looks.keep(shop.slot, new.chat_id, ProfilePicture(picture="7", jpeg=JPEG), NOON)
    assert changed is not None
    assert changed.picture == "7"
    assert due(shop) == ANA.both
    assert shop.store.looks.keep(shop.slot, old.chat_id, ProfilePicture(), NOON) is None
    assert due(shop) is None
    shop.now += 25 * HOUR
    again = shop.store.looks.next_due(shop.slot, shop.now)
    assert again is not None
    assert (again.who, again.known) == (BO.both, "7")
    assert shop.store.looks.keep(shop.slot, new.chat_id, ProfilePicture(picture="7"), shop.now) is None
    assert shop.store.looks.get_picture(shop.slot, new.chat_id) == Picture(picture="7", jpeg=JPEG)


def test_a_changed_picture_is_asked_for_again_and_a_removed_one_is_gone_at_once(shop: Desk):
    chat = shop.hears(ANA.both).chat
    shop.store.looks.keep(shop.slot, chat.chat_id, ProfilePicture(picture="7", jpeg=JPEG), NOON)
    assert shop.store.looks.note_change(shop.slot, ANA.by_lid, False) == []
    assert due(shop) == ANA.both
    (changed,) = shop.store.looks.note_change(shop.slot, ANA.by_number, True)
    assert changed.picture is None
    assert shop.store.looks.get_picture(shop.slot, chat.chat_id) == Picture()


@pytest.mark.parametrize("jpeg", ["no base64", "", base64.b64encode(b"x" * 300_000).decode()])
def test_what_is_no_small_picture_is_not_kept(shop: Desk, jpeg: str):
    chat = shop.hears(ANA.both).chat
    assert shop.store.looks.keep(shop.slot, chat.chat_id, ProfilePicture(picture="7", jpeg=jpeg), NOON) is None
    assert shop.store.looks.get_picture(shop.slot, chat.chat_id) == Picture()
    assert due(shop) is None


def test_a_message_that_failed_says_why_in_its_chats_row(shop: Desk):
    queued = shop.queues()
    shop.store.outbox.mark_failed(shop.slot, queued.message.message_id, "not_on_whatsapp")
    row = shop.store.pages.get_chat(queued.chat.chat_id)
    assert (row.last_state, row.last_error) == (MessageState.FAILED, "not_on_whatsapp")
