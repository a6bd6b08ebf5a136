"""Recording what engines hear: one message once, in its own chat, under its own key."""

import pytest
from sqlcipher3 import dbapi2

from tests.store.rules.conftest import ANA, BO, OWN, Book, heard, receipt
from wadesk.domain.message import Kind, MessageState
from wadesk.wire.engine_frames import Peer, Undecryptable


def _texts(book: Book, slot=None) -> list[str]:
    return [one.text for one in reversed(book.store.pages.list_messages(slot or book.one, limit=200).messages)]


def test_a_repeat_stops_and_counts_unread_once(book: Book):
    first = book.hear("Oi", server_id="3AAA")
    again = book.hear("Oi", server_id="3AAA")
    assert (first.new, again.new, again.message.message_id) == (True, False, first.message.message_id)
    assert (again.chat.unread, _texts(book)) == (1, ["Oi"])


def test_the_same_id_by_another_sender_in_another_slot_or_the_other_way_is_another_message(book: Book):
    book.hear("da Ana", server_id="3AAA")
    book.hear("do Bo", server_id="3AAA", chat=Peer(number=BO))
    book.hear("minha", server_id="3AAA", from_me=True, author=Peer(number=OWN))
    book.hear("na outra", server_id="3AAA", slot=book.two)
    assert _texts(book) == ["da Ana", "do Bo", "minha"]
    assert _texts(book, book.two) == ["na outra"]


def test_first_by_number_then_by_lid_is_one_chat_and_one_message_and_the_old_chat_id_stays(book: Book):
    by_number = book.hear("Oi", server_id="3AAA")
    by_lid = book.hear("de novo", chat=Peer(lid="900001"))
    both = book.hear("Oi", server_id="3AAA", chat=Peer(number=ANA, lid="900001"))
    assert not both.new
    assert _texts(book) == ["Oi", "de novo"]
    assert len(book.store.pages.list_chats(book.one)) == 1
    for chat_id in (by_number.chat.chat_id, by_lid.chat.chat_id):
        assert book.store.pages.get_chat(chat_id).number == ANA


def test_a_known_number_with_a_new_lid_is_another_person(book: Book):
    book.hear("primeira dona", chat=Peer(number=ANA, lid="900001"))
    book.hear("segunda dona", chat=Peer(number=ANA, lid="900002"))
    assert len(book.store.pages.list_chats(book.one)) == 2


def test_a_placeholder_is_replaced_by_the_message_with_its_id_and_never_the_other_way(book: Book):
    told = Undecryptable(chat=Peer(number=ANA), author=Peer(number=ANA), from_me=False, server_id="3AAA", time_ms=5)
    placeholder = book.store.heard.record_undecryptable(told, book.one, OWN, 10)
    assert placeholder.message.kind is Kind.UNDECRYPTABLE
    message = book.hear("agora sim", server_id="3AAA")
    assert message.replaced
    assert message.message.message_id == placeholder.message.message_id
    assert not book.store.heard.record_undecryptable(told, book.one, OWN, 20).replaced
    assert _texts(book) == ["agora sim"]


def test_in_a_group_each_author_has_ids_of_his_own(book: Book):
    group = Peer(group="1203@g.us")
    book.hear("da Ana", server_id="3AAA", chat=group, author=Peer(number=ANA))
    told = book.hear("do Bo", server_id="3AAA", chat=group, author=Peer(number=BO))
    assert told.chat.last_sender == BO
    messages = book.store.pages.list_messages(book.one).messages
    assert {(one.text, one.sender_number) for one in messages} == {("da Ana", ANA), ("do Bo", BO)}
    assert len(book.store.pages.list_chats(book.one)) == 1


def test_only_others_receipts_move_ticks_and_a_state_never_goes_down(book: Book):
    sent = book.queue("Oi").message
    book.store.outbox.mark_sending(book.one, sent.message_id, "AAEC", 1)
    book.store.outbox.mark_sent(book.one, sent.message_id, 5)

    def state(kind: str, **words) -> MessageState:
        book.store.heard.record_receipt(receipt(sent.server_id, kind, **words), book.one, OWN, 10)
        return book.store.pages.get_message(book.one, sent.message_id).state

    assert state("read", by_me=True, author=Peer(number=OWN)) is MessageState.SENT
    assert state("retry") is MessageState.SENT
    assert state("sender") is MessageState.SENT
    assert state("read", chat=Peer(number=BO), author=Peer(number=BO)) is MessageState.SENT
    assert state("delivered") is MessageState.DELIVERED
    assert state("read") is MessageState.READ
    assert state("delivered") is MessageState.READ


def test_a_receipt_before_its_message_is_kept_for_it(book: Book):
    book.store.heard.record_receipt(receipt("3AAA", "read"), book.one, OWN, 10)
    own = book.hear("do celular", server_id="3AAA", from_me=True, author=Peer(number=OWN))
    assert own.message.state is MessageState.READ


def test_reading_on_the_phone_clears_unread(book: Book):
    first = book.hear("Oi", server_id="3AAA")
    assert first.chat.unread == 1
    event = receipt("3AAA", "read_self", by_me=True, author=Peer(number=OWN))
    book.store.heard.record_receipt(event, book.one, OWN, 10)
    assert book.store.pages.get_chat(first.chat.chat_id).unread == 0


def test_other_kinds_are_named_and_a_reaction_is_no_chats_newest(book: Book):
    book.hear("Oi", server_id="3AAA")
    book.hear("", kind="voice", detail="0:12")
    reacted = book.hear("❤", kind="reaction", target="3AAA")
    assert (reacted.chat.last_kind, reacted.chat.last_detail) == (Kind.VOICE, "0:12")


def test_order_is_by_time_then_arrival(book: Book):
    for text, time in (("third", 3000), ("first", 1000), ("second", 2000), ("second too", 2000)):
        book.hear(text, time_ms=time)
    assert _texts(book) == ["first", "second", "second too", "third"]


def test_a_row_that_joins_two_slots_or_accounts_cannot_be_written(book: Book):
    mine = book.hear("Oi")
    sql = book.outside()
    writes = {
        "a message of one slot in a chat of another": (
            "UPDATE message SET slot_id = ? WHERE message_id = ?", (book.two, mine.message.message_id)
        ),
        "a chat moved to another slot": (
            "UPDATE chat SET slot_id = ? WHERE chat_id = ?", (book.two, mine.chat.chat_id)
        ),
        "a slot of another account": (
            "INSERT INTO slot (slot_id, account_id) VALUES (?, ?)", ("a" * 12 + "-slot1", "a" * 12)
        ),
        "a slot under this account's name with another's id": (
            "INSERT INTO slot (slot_id, account_id) VALUES (?, ?)", ("a" * 12 + "-slot1", book.folder.account_id)
        ),
        "a second owner": ("INSERT INTO own VALUES (2, 'x', 'offline', 0)", ()),
        "an outbox row in another slot": (
            ("INSERT INTO outbox (message_id, slot_id, chat_id, held_from, state, queued_ms) "
            "VALUES (?, ?, ?, ?, 'queued', 1)"),
            (mine.message.message_id, book.two, mine.chat.chat_id, OWN),
        ),
    }  # fmt: skip
    for write, values in writes.values():
        with pytest.raises(dbapi2.IntegrityError):
            sql.execute(write, values)
        sql.rollback()
    sql.close()


def test_removing_a_slot_erases_what_names_it_and_nothing_of_another(book: Book):
    book.hear("fica", slot=book.two)
    book.hear("some")
    book.queue("some também")
    book.store.slots.remove_slot(book.one)
    sql = book.outside()
    tables = [name for (name,) in sql.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
    rows = [str(row) for table in tables for row in sql.execute(f'SELECT * FROM "{table}"').fetchall()]  # noqa: S608
    sql.close()
    assert not [row for row in rows if book.one in row]
    assert _texts(book, book.two) == ["fica"]


def test_a_page_is_cut_by_its_limit_and_goes_on_both_ways(book: Book):
    for number in range(7):
        book.hear(str(number), time_ms=1000 + number)
    newest = book.store.pages.list_messages(book.one, limit=3)
    assert ([one.text for one in newest.messages], newest.more) == (["6", "5", "4"], True)
    older = book.store.pages.list_messages(book.one, before=newest.messages[-1].message_id, limit=10)
    assert ([one.text for one in older.messages], older.more) == (["3", "2", "1", "0"], False)
    newer = book.store.pages.list_messages(book.one, after=older.messages[-1].message_id, limit=2)
    assert ([one.text for one in newer.messages], newer.more) == (["2", "1"], True)


def test_an_attempt_is_counted_until_the_message_is_recorded(book: Book):
    event = heard("Oi", server_id="3AAA")
    assert [book.store.heard.attempt(book.one, "3AAA", 1) for _ in range(2)] == [1, 2]
    book.store.heard.record_message(event, book.one, OWN, 5)
    assert book.store.heard.attempt(book.one, "3AAA", 9) == 1


def test_the_file_itself_refuses_a_second_row_under_one_key(book: Book):
    mine = book.hear("Oi")
    sql = book.outside()
    copied = "slot_id, chat_id, from_me, sender, server_id, kind, state, time_ms, text, detail"
    copy = f"INSERT INTO message (message_id, {copied}) SELECT 'another', {copied} FROM message WHERE message_id = ?"  # noqa: S608
    with pytest.raises(dbapi2.IntegrityError):
        sql.execute(copy, (mine.message.message_id,))
    sql.close()
