"""History comes in pieces, in any order with live messages, again after an end, and is there once."""

import pytest
from msgspec import structs

from tests.store.conftest import ANA, BO, CARLA, GROUP, NOON, SHOP_B, Desk
from wadesk.domain.message import Chat, Direction, Kind, MessageState
from wadesk.domain.requests import OpenChat
from wadesk.store.account.values import Imported
from wadesk.wire.engine_frames import HistoryChat, HistoryChunk, HistoryMessage, HistoryNotice, Peer

HOUR = 3_600_000


def offer(shop: Desk, message_id: str = "H", sync_type: str = "recent", progress: int = 50) -> None:
    notice = HistoryNotice(
        seq=1, message_id=message_id, sync_type=sync_type, chunk=1, progress=progress, raw="bm90aWNl"
    )
    shop.store.heard.keep_history_notice(notice, shop.slot, shop.number, NOON)


def said(text: str, hours_ago: float, *, server_id: str = "", **more: object) -> HistoryMessage:
    values: dict[str, object] = {
        "author": ANA.both,
        "from_me": False,
        "server_id": server_id or f"P{text}",
        "time_ms": NOON - round(hours_ago * HOUR),
        "kind": "text",
        "raw": "AA==",
    }
    return HistoryMessage(text=text, **{**values, **more})


def imports(shop: Desk, *chats: HistoryChat, last: bool = False, message_id: str = "H") -> Imported:
    chunk = HistoryChunk(seq=1, message_id=message_id, chats=list(chats), percent=50, last=last)
    return shop.store.past.record_chunk(chunk, shop.slot, shop.number, shop.now)


def with_ana(*messages: HistoryMessage, unread: int = 0, **more: object) -> HistoryChat:
    return HistoryChat(**{"chat": ANA.both, "name": "Ana da loja", **more}, messages=list(messages), unread=unread)


def chat_of(shop: Desk) -> Chat:
    (chat,) = shop.store.pages.list_chats(shop.slot)
    return chat


def test_a_piece_is_there_once_however_often_it_comes(shop: Desk):
    offer(shop)
    piece = with_ana(said("one", 3), said("two", 2, from_me=True, state="read"), said("three", 1), unread=1)
    first = imports(shop, piece)
    assert (first.total, [chat.unread for chat in first.chats]) == (3, [1])
    assert imports(shop, piece).total == 3
    assert shop.texts() == ["three", "two", "one"]
    chat = chat_of(shop)
    assert (chat.name, chat.unread, chat.last_text, chat.held_from) == ("Ana da loja", 1, "three", shop.number)
    states = [(row.text, row.direction, row.state) for row in shop.store.pages.list_messages(shop.slot).messages]
    assert states == [
        ("three", Direction.IN, MessageState.DELIVERED),
        ("two", Direction.OUT, MessageState.READ),
        ("one", Direction.IN, MessageState.READ),
    ]


def test_what_was_heard_alive_is_not_doubled_and_stays_as_it_is(shop: Desk):
    offer(shop)
    live = shop.hears(ANA.by_lid, "hello", server_id="L1", time_ms=NOON - HOUR)
    shop.store.reading.mark_read(shop.slot, live.chat.chat_id, live.message.message_id)
    imports(shop, with_ana(said("older", 2), said("hello", 1, server_id="L1"), unread=1))
    assert shop.texts() == ["hello", "older"]
    assert shop.store.pages.get_message(shop.slot, live.message.message_id).state is MessageState.READ
    assert chat_of(shop).unread == 0


def test_only_the_newest_are_unread_as_many_as_the_phone_says_whatever_piece_they_come_in(shop: Desk):
    offer(shop)
    old = with_ana(said("one", 6), said("two", 5), unread=3)
    new = with_ana(said("three", 4), said("four", 3), said("mine", 2, from_me=True), said("five", 1), unread=3)
    for pieces in ((new, old), (old, new)):
        for piece in pieces:
            imports(shop, piece)
        assert chat_of(shop).unread == 3
    unread = [row.text for row in shop.store.pages.list_messages(shop.slot).messages if row.state == "delivered"]
    assert [text for text in unread if text != "mine"] == ["five", "four", "three"]


def test_a_live_message_comes_on_top_of_what_the_phone_called_unread(shop: Desk):
    offer(shop)
    shop.hears(ANA.both, "now")
    imports(shop, with_ana(said("one", 2), said("two", 1), unread=1))
    assert (chat_of(shop).unread, chat_of(shop).last_text) == (2, "now")


def test_what_a_person_read_here_stays_read_when_the_piece_comes_again(shop: Desk):
    offer(shop)
    piece = with_ana(said("one", 2), said("two", 1), unread=2)
    imports(shop, piece)
    newest = shop.store.pages.list_messages(shop.slot).messages[0]
    shop.store.reading.mark_read(shop.slot, newest.chat_id, newest.message_id)
    imports(shop, piece)
    assert chat_of(shop).unread == 0


def test_a_message_that_could_not_be_read_alive_is_filled_in(shop: Desk):
    offer(shop)
    gap = shop.cannot_read(ANA.both, "GAP").message
    imports(shop, with_ana(said("what it was", 1, server_id="GAP"), unread=1))
    filled = shop.store.pages.get_message(shop.slot, gap.message_id)
    assert (filled.kind, filled.text) == (Kind.TEXT, "what it was")
    assert shop.texts() == ["what it was"]


def test_a_receipt_that_came_first_counts(shop: Desk):
    offer(shop)
    shop.gets_receipt(ANA.both, "read", "MINE")
    imports(shop, with_ana(said("mine", 1, server_id="MINE", from_me=True, state="sent")))
    assert chat_of(shop).last_state is MessageState.READ


def test_a_group_has_its_name_and_each_author_his_own(shop: Desk):
    offer(shop)
    group = HistoryChat(
        chat=Peer(group=GROUP),
        name="Obras",
        unread=1,
        messages=[
            said("from Ana", 2, author=ANA.both, push_name="Ana"),
            said("from Bo", 1, author=BO.by_lid, server_id="Pfrom Ana"),
            said("nobody's", 1, author=Peer()),
        ],
    )
    imports(shop, group)
    chat = chat_of(shop)
    assert (chat.group, chat.name, chat.unread) == (True, "Obras", 1)
    rows = shop.store.pages.list_messages(shop.slot).messages
    assert [(row.text, row.sender_name) for row in rows] == [("from Bo", ""), ("from Ana", "Ana")]


def test_two_halves_of_one_person_become_one_chat_before_anything_is_written(shop: Desk):
    offer(shop)
    shop.hears(ANA.by_lid, "by lid")
    shop.hears(ANA.by_number, "by number")
    imported = imports(shop, with_ana(said("past", 1), chat=ANA.by_number), with_ana(said("past too", 2)))
    assert imported.resync
    assert sorted(shop.texts()) == ["by lid", "by number", "past", "past too"]
    assert len(shop.store.pages.list_chats(shop.slot)) == 1


def test_the_past_takes_no_number_away_from_who_has_it_now(shop: Desk):
    offer(shop)
    now = shop.hears(ANA.both).chat
    former = Peer(number=ANA.number, lid=CARLA.lid)
    imports(shop, HistoryChat(chat=former, messages=[said("long ago", 900, author=former)]))
    hers = shop.store.pages.open_chat(OpenChat(slot_id=shop.slot, number=ANA.number), shop.slot)
    assert hers.chat_id == now.chat_id
    assert len(shop.store.pages.list_chats(shop.slot)) == 2


def test_a_reaction_of_the_past_is_neither_unread_nor_the_newest(shop: Desk):
    offer(shop)
    imports(shop, with_ana(said("one", 2), said("👍", 1, kind="reaction", target="Pone"), unread=1))
    assert (chat_of(shop).unread, chat_of(shop).last_text) == (1, "one")


def test_history_that_was_offered_to_another_number_never_comes_into_this_ones_chats(shop: Desk):
    offer(shop)
    shop.store.slots.bind_slot(shop.slot, SHOP_B)
    assert shop.store.past.next_notice(shop.slot) is None
    now = Desk(shop.store, shop.slot, SHOP_B)
    assert imports(now, with_ana(said("one", 1))).chats == []
    assert shop.texts() == []


def test_a_notice_waits_until_it_is_forgotten_and_says_when_all_of_it_is_there(shop: Desk):
    for message_id in ("H1", "H2"):
        offer(shop, message_id)
    imports(shop, with_ana(said("one", 1)), message_id="H1")
    first = shop.store.past.next_notice(shop.slot)
    assert first is not None
    assert (first.message_id, first.raw, first.fetched) == ("H1", "bm90aWNl", False)
    imports(shop, last=True, message_id="H1")
    again = shop.store.past.next_notice(shop.slot)
    assert again == structs.replace(first, fetched=True)
    shop.store.past.forget_notice(shop.slot, "H1")
    second = shop.store.past.next_notice(shop.slot)
    assert second is not None
    assert second.message_id == "H2"


def test_an_import_counts_anew_with_the_first_offer_of_a_new_link(shop: Desk):
    offer(shop)
    imports(shop, with_ana(said("one", 1)))
    offer(shop, "H2", "initial_bootstrap")
    offer(shop, "H2", "initial_bootstrap")
    assert imports(shop, with_ana(said("two", 1)), message_id="H2").total == 1


def test_only_pieces_that_can_be_had_again_are_written_without_waiting_for_the_disk(shop: Desk):
    database = shop.store._database

    def synchronous(durable: bool) -> int:
        with database.writing(durable=durable) as sql:
            return int(sql.exec_driver_sql("PRAGMA synchronous").scalar_one())

    assert [synchronous(True), synchronous(False), synchronous(True)] == [2, 1, 2]
    with pytest.raises(ZeroDivisionError), database.writing(durable=False):
        raise ZeroDivisionError
    assert synchronous(True) == 2


def test_names_of_the_past_yield_to_those_known_now(shop: Desk):
    offer(shop)
    shop.store.heard.record_contact_name(ANA.both, "Ana", shop.slot)
    imports(shop, with_ana(said("one", 1)), HistoryChat(chat=BO.both, name="+55 11 98888-0002"))
    assert chat_of(shop).name == "Ana"
    assert shop.hears(BO.both, push_name="Bo").chat.name == "Bo"
