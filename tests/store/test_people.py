"""One person is one contact, however she is known; chats merge within a slot and never across slots."""

from sqlalchemy import Connection

from tests.store.conftest import ANA, BO, GROUP, NOON, Desk
from wadesk.domain.message import Direction, Kind, MessageState
from wadesk.wire.engine_frames import GroupHeard, Peer


def group_event(name: str | None) -> GroupHeard:
    return GroupHeard(seq=1, group=GROUP, what="subject", name=name, time_ms=NOON)


def test_two_chats_of_one_person_become_one_with_all_that_was_said_and_queued(shop: Desk):
    shop.hears(ANA.by_number, "by number", server_id="A")
    waiting = shop.queues("waits", chat_id=shop.store.pages.list_chats(shop.slot)[0].chat_id)
    shop.hears(ANA.by_lid, "by lid", server_id="B")
    assert len(shop.store.pages.list_chats(shop.slot)) == 2
    told = shop.hears(ANA.both, "by both", server_id="C")
    assert told.resync
    assert sorted(shop.texts(chat_id=told.chat.chat_id)) == ["by both", "by lid", "by number", "waits"]
    assert told.chat.unread == 3
    item = shop.store.outbox.next_to_send(shop.slot, NOON)
    assert item is not None
    assert (item.message_id, item.chat_id, item.peer) == (waiting.message.message_id, told.chat.chat_id, ANA.both)


def test_a_merged_chats_old_id_still_reads_marks_and_sends(shop: Desk):
    first, second = shop.hears(ANA.by_number), shop.hears(ANA.by_lid)
    last = shop.hears(ANA.both)
    for there, old in ((3, first.chat.chat_id), (4, second.chat.chat_id)):
        assert len(shop.texts(chat_id=old)) == there
        assert shop.queues("to the alias", chat_id=old).message.chat_id == last.chat.chat_id
        assert shop.store.reading.mark_read(shop.slot, old, last.message.message_id).chat_id == last.chat.chat_id


def test_a_message_that_came_under_both_names_is_one_after_the_merge_and_the_readable_one_stays(shop: Desk):
    shop.cannot_read(ANA.by_number, "A")
    shop.hears(ANA.by_lid, "readable", server_id="A")
    shop.hears(ANA.by_number, "twice", server_id="B")
    shop.hears(ANA.by_lid, "twice", server_id="B")
    told = shop.hears(ANA.both, "third", server_id="C")
    assert sorted(shop.texts(chat_id=told.chat.chat_id)) == ["readable", "third", "twice"]
    assert told.chat.unread == 3


def test_chats_merge_in_each_slot_by_itself(shop: Desk, second: Desk):
    for place in (shop, second):
        place.hears(ANA.by_number, f"to {place.number}")
        place.hears(ANA.by_lid, f"again to {place.number}")
    shop.hears(ANA.both, "who I am")
    for place, texts in ((shop, 3), (second, 2)):
        chats = place.store.pages.list_chats(place.slot)
        assert [chat.slot_id for chat in chats] == [place.slot]
        assert len(place.texts()) == texts
        assert all(place.number in text or text == "who I am" for text in place.texts())


def test_in_a_group_a_member_known_twice_says_a_thing_once(shop: Desk):
    group = Peer(group=GROUP)
    shop.hears(ANA.by_number, "said", server_id="A", chat=group)
    shop.hears(ANA.by_lid, "said", server_id="A", chat=group)
    assert len(shop.texts()) == 2
    shop.hears(ANA.both, "more", server_id="B", chat=group)
    messages = shop.store.pages.list_messages(shop.slot).messages
    assert sorted(message.text for message in messages) == ["more", "said"]
    assert {message.sender_number for message in messages} == {ANA.number}


def test_a_recycled_number_leaves_a_line_and_the_waiting_answer_goes_to_the_person_it_was_meant_for(shop: Desk):
    old = shop.hears(ANA.both, "from the first")
    answer = shop.queues("for the first", chat_id=old.chat.chat_id)
    new = shop.hears(Peer(number=ANA.number, lid=BO.lid), "from the second")
    assert new.chat.chat_id != old.chat.chat_id
    assert [(line.message.kind, line.message.detail) for line in new.also] == [(Kind.SYSTEM, "recycled-number")]
    assert new.also[0].chat.chat_id == old.chat.chat_id
    item = shop.store.outbox.next_to_send(shop.slot, NOON)
    assert item is not None
    assert (item.message_id, item.peer) == (answer.message.message_id, Peer(lid=ANA.lid))
    assert shop.queues("to the number").chat.chat_id == new.chat.chat_id


def test_a_person_with_a_new_number_keeps_her_chat(shop: Desk):
    before = shop.hears(ANA.both)
    after = shop.hears(Peer(number="+5511988889999", lid=ANA.lid))
    assert (after.chat.chat_id, after.chat.number) == (before.chat.chat_id, "+5511988889999")


def test_a_lid_is_never_shown_as_a_number(shop: Desk):
    told = shop.hears(ANA.by_lid)
    assert told.chat.number is None
    assert ANA.lid not in told.chat.name


def test_the_phones_own_name_for_somebody_comes_before_what_he_calls_himself_and_stays_in_its_slot(
    shop: Desk, second: Desk
):
    shop.hears(ANA.both, push_name="~ana~")
    second.hears(ANA.both)
    shop.store.heard.record_contact_name(ANA.by_number, "Ana Balcão", shop.slot)
    assert [chat.name for chat in shop.store.pages.list_chats(shop.slot)] == ["Ana Balcão"]
    assert [chat.name for chat in shop.store.pages.list_chats(second.slot)] == ["~ana~"]
    changed = shop.store.heard.record_push_name(ANA.by_lid, "Ana", second.slot)
    assert sorted(chat.name for chat in changed) == ["Ana", "Ana Balcão"]
    assert shop.store.heard.record_push_name(ANA.by_lid, "Ana", second.slot) == []


def test_a_groups_name_is_kept_before_its_first_message_and_an_empty_group_is_not_listed(shop: Desk):
    assert shop.store.heard.record_group(group_event("Vizinhos"), shop.slot, shop.number) is None
    assert shop.store.pages.list_chats(shop.slot) == []
    told = shop.hears(ANA.both, chat=Peer(group=GROUP), push_name="Ana")
    assert (told.chat.name, told.chat.group, told.message.sender_name) == ("Vizinhos", True, "Ana")
    renamed = shop.store.heard.record_group(group_event("Vizinhas"), shop.slot, shop.number)
    assert renamed is not None
    assert renamed.name == "Vizinhas"
    assert shop.store.heard.record_group(group_event(None), shop.slot, shop.number) is None


def test_what_was_typed_on_the_phone_lies_in_the_customers_chat_as_ours(shop: Desk):
    shop.hears(ANA.both, "question")
    told = shop.hears(Peer(number=shop.number), "answer", chat=ANA.by_lid, from_me=True)
    assert (told.message.direction, told.message.state) == (Direction.OUT, MessageState.SENT)
    assert (told.message.sent_from, told.chat.number, told.chat.unread) == (shop.number, ANA.number, 1)


def test_the_server_renames_a_typed_number_once_and_the_next_time_it_is_known(shop: Desk):
    typed = "+551188880001"
    first = shop.queues("one", number=typed)
    assert not shop.store.outbox.resolve_typed(shop.slot, typed, ANA.both)
    again = shop.queues("two", number=typed)
    assert again.chat.chat_id == first.chat.chat_id
    assert again.chat.number == ANA.number


def test_people_known_through_a_removed_slot_alone_are_forgotten_with_it(shop: Desk, second: Desk):
    shop.hears(ANA.both)
    shop.queues(number="+551188880001")
    second.hears(BO.both)
    shop.store.slots.remove_slot(shop.slot)

    def numbers(sql: Connection) -> list[str]:
        return list(sql.exec_driver_sql("SELECT number FROM contact").scalars())

    assert second.sql(numbers) == [BO.number]
