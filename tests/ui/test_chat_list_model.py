"""The chat list: newest first, one row moves for one message, nothing is read again."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from tests.ui.inbox_people import BAKERY, OTHER, chat, chat_id, clock, sessions
from wadesk.domain.ids import new_account_id, new_chat_id, slot_id
from wadesk.domain.message import Chat, Kind
from wadesk.ui.chat_words import last_words
from wadesk.ui.models.chats import ChatListModel

SLOTS = {session.slot.slot_id: session.slot for session in sessions()}


@pytest.fixture
def model(qapp: object) -> ChatListModel:
    made = ChatListModel()
    made.replace(
        [
            chat(1, "a", "Ana", "10:00", "oi"),
            chat(2, "b", "Bo", "11:00", "olá", unread=2),
            chat(1, "c", "Carla", "09:00", "x"),
        ],
        SLOTS,
    )
    return made


def names(model: ChatListModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def touched(model: ChatListModel, one: str, time: str) -> Chat:
    found = model.chat(chat_id(1, one))
    assert found is not None
    return replace(found, time_ms=clock(time))


def test_the_newest_chat_stands_first(model: ChatListModel) -> None:
    assert names(model) == ["Bo", "Ana", "Carla"]


def test_a_new_message_moves_its_chat_up_without_a_reset(model: ChatListModel) -> None:
    moves, resets = [], []
    model.rowsMoved.connect(lambda _p, first, _last, _q, to: moves.append((first, to)))
    model.modelReset.connect(lambda: resets.append(True))
    model.put(touched(model, "c", "12:00"))
    assert (names(model), moves, resets) == (["Carla", "Bo", "Ana"], [(2, 0)], [])


def test_an_older_time_moves_a_chat_down(model: ChatListModel) -> None:
    model.put(touched(model, "a", "08:00"))
    assert names(model) == ["Bo", "Carla", "Ana"]


def test_a_change_that_keeps_the_order_moves_nothing(model: ChatListModel) -> None:
    moves, changes = [], []
    model.rowsMoved.connect(lambda *_: moves.append(True))
    model.dataChanged.connect(lambda first, *_: changes.append(first.row()))
    model.put(touched(model, "a", "10:30"))
    assert (moves, changes) == ([], [1])


def test_a_chat_of_another_account_never_comes_in(model: ChatListModel) -> None:
    model.put(chat(1, "d", "Davi", "13:00", "não é daqui", OTHER))
    assert (names(model), model.chat(chat_id(1, "d", OTHER))) == (["Bo", "Ana", "Carla"], None)


def test_the_filter_shows_one_number_and_new_chats_of_others_wait_behind_it(model: ChatListModel) -> None:
    model.set_filter(slot_id(BAKERY, 1))
    model.put(chat(2, "e", "Eva", "14:00", "outro número"))
    assert names(model) == ["Ana", "Carla"]
    model.set_filter(None)
    assert names(model) == ["Eva", "Bo", "Ana", "Carla"]


def test_unread_is_counted_over_hidden_chats_too(model: ChatListModel) -> None:
    model.set_filter(slot_id(BAKERY, 1))
    assert (model.unread(), model.unread(slot_id(BAKERY, 2)), model.unread(slot_id(BAKERY, 1))) == (2, 2, 0)


def test_a_removed_number_takes_its_chats_along(model: ChatListModel) -> None:
    model.set_slots({key: slot for key, slot in SLOTS.items() if slot.index != 1})
    assert names(model) == ["Bo"]


def test_a_row_speaks_its_name_number_and_unread(model: ChatListModel) -> None:
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Bo, on number 2 Encomendas, 2 unread, 11:00: olá"


@pytest.mark.parametrize(
    ("sender", "group", "said"),
    [
        ("Téo Prado", True, "Téo: farinha chega na quinta"),
        ("+5511999990097", True, "+55 11 99999-0097: farinha chega na quinta"),
        ("", True, "farinha chega na quinta"),
        ("Téo Prado", False, "farinha chega na quinta"),
    ],
    ids=["named", "number", "ours", "direct"],
)
def test_a_groups_preview_says_who_wrote(sender: str, group: bool, said: str) -> None:
    account = new_account_id()
    slot = slot_id(account, 1)
    chat = Chat(
        slot_id=slot,
        chat_id=new_chat_id(slot),
        held_from="+5511999990011",
        group=group,
        last_kind=Kind.TEXT,
        last_text="farinha chega na quinta",
        last_sender=sender,
    )
    assert last_words(chat) == said
