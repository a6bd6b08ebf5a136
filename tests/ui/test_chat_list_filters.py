"""Searching and the chips over the list: accents ignored, numbers by their digits, what is open stays."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.inbox_people import BAKERY, OTHER, chat, chat_id, clock
from tests.ui.inbox_port import message
from tests.ui.inbox_stage import Stage, daily_view, stage
from wadesk.domain.events import ChatChanged, HistoryProgress
from wadesk.domain.ids import slot_id
from wadesk.ui.models.chat_filter import Chip
from wadesk.ui.models.choices import Density
from wadesk.ui.widgets.buttons import Button
from wadesk.ui.widgets.daily_view import DailyView


@pytest.fixture
def made(qapp: object) -> Stage:
    return stage()


@pytest.fixture
def view(made: Stage) -> Iterator[DailyView]:
    with daily_view(made) as shown:
        yield shown


def names(made: Stage) -> list[str]:
    model = made.inbox.chats
    return [model.index(row).data() for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ORCAMENTO", ["Rafael Nunes"]),
        ("boa praça", ["Mercado Boa Praça"]),
        ("boa  praca", ["Mercado Boa Praça"]),
        ("99990091", ["Mercado Boa Praça"]),
        ("99999-0091", ["Mercado Boa Praça"]),
        ("+55 11 99999-0094", ["Beatriz Amaral"]),
        ("40", ["Mercado Boa Praça"]),
        ("fubá", ["Ivone Castro"]),
        ("(", []),
        ("bolo de rolo", []),
    ],
)
def test_search_looks_in_names_numbers_and_last_messages(made: Stage, typed: str, found: list[str]) -> None:
    made.inbox.chats.search(typed)
    assert names(made) == found


def test_search_and_number_and_chip_hold_together(made: Stage) -> None:
    chats = made.inbox.chats
    chats.choose_chip(Chip.UNREAD)
    assert names(made) == ["Mercado Boa Praça", "Caio Duarte", "Lourdes Teixeira", "Grupo Fornecedores"]
    made.inbox.set_filter(slot_id(BAKERY, 2))
    assert names(made) == ["Mercado Boa Praça", "Grupo Fornecedores"]
    chats.search("farinha")
    assert names(made) == ["Grupo Fornecedores"]


def test_a_chat_that_no_longer_fits_leaves_and_one_that_fits_comes(made: Stage) -> None:
    chats, port = made.inbox.chats, made.scene.port
    chats.choose_chip(Chip.QUEUED)
    assert names(made) == []
    port.chats[made.scene.rafael] = replace(port.chats[made.scene.rafael], queued=2)
    made.tell([ChatChanged(chat=port.chats[made.scene.rafael])])
    assert names(made) == ["Rafael Nunes"]
    port.chats[made.scene.rafael] = replace(port.chats[made.scene.rafael], queued=0)
    made.tell([ChatChanged(chat=port.chats[made.scene.rafael])])
    assert names(made) == []


def test_the_open_chat_stays_among_the_unread_although_it_was_just_read(made: Stage) -> None:
    made.inbox.chats.choose_chip(Chip.UNREAD)
    made.inbox.open(made.scene.mercado)
    made.inbox.set_attention(attentive=True)
    assert made.inbox.open_chat.unread == 0
    assert names(made)[0] == "Mercado Boa Praça"
    made.inbox.open(chat_id(3, "c"))
    assert "Mercado Boa Praça" not in names(made)


def test_a_search_without_a_find_names_its_words_and_the_account(made: Stage, view: DailyView) -> None:
    view.column.filters.search.setText("bolo de rolo")
    assert view.column.none.isVisible()
    assert view.column.none.words == ('Nothing with "bolo de rolo"', "I looked only in Padaria Sol Nascente.")
    asked = []
    view.column.everywhere_asked.connect(asked.append)
    view.column.none.findChild(Button).click()
    assert asked == ["bolo de rolo"]
    view.column.filters.search.clear()
    assert view.column.chats.isVisible()
    QTest.mouseClick(view.column.filters.chips[Chip.QUEUED], Qt.MouseButton.LeftButton)
    assert view.column.none.words[0] == "Outbox empty"


def test_another_account_begins_without_what_was_searched_in_this_one(made: Stage, view: DailyView) -> None:
    made.scene.port.add(chat(1, "a", "Davi", "14:00", "da oficina", OTHER))
    view.column.filters.search.setText("bolo")
    made.inbox.chats.choose_chip(Chip.UNREAD)
    made.inbox.show_account(OTHER)
    assert (view.column.filters.search.text(), names(made)) == ("", ["Davi"])
    assert view.column.filters.chips[Chip.ALL].isChecked()


def test_keys_lead_from_the_search_to_what_was_found_and_open_it(made: Stage, view: DailyView) -> None:
    view.activateWindow()
    search = view.column.filters.search
    search.setFocus()
    QTest.keyClicks(search, "caio")
    QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(view.column.chats, Qt.Key.Key_Return)
    assert made.inbox.open_chat.name == "Caio Duarte"
    search.setFocus()
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""


def test_the_next_unread_chat_is_below_the_open_one_and_then_from_the_top(made: Stage, view: DailyView) -> None:
    opened = []
    made.inbox.chat_opened.connect(lambda chat: opened.append(chat.name))
    made.inbox.open(chat_id(3, "c"))
    for _ in range(3):
        view.column.chats.next_unread()
    assert opened[1:] == ["Lourdes Teixeira", "Grupo Fornecedores", "Mercado Boa Praça"]


@pytest.mark.parametrize(
    ("density", "all_numbers", "one_number"),
    [(Density.COMPACT, 60, 60), (Density.NORMAL, 74, 60), (Density.ROOMY, 84, 70)],
)
def test_rows_are_as_high_as_people_set_them(
    made: Stage, view: DailyView, density: Density, all_numbers: int, one_number: int
) -> None:
    view.column.chats.show_density(density)
    heights = [view.column.chats.sizeHintForRow(0)]
    made.inbox.set_filter(slot_id(BAKERY, 1))
    heights.append(view.column.chats.sizeHintForRow(0))
    assert heights == [all_numbers, one_number]


def test_an_import_is_told_over_the_list_while_it_runs(made: Stage, view: DailyView) -> None:
    strip = view.column.history
    made.tell([HistoryProgress(slot_id=slot_id(BAKERY, 2), percent=40, messages=1240)])
    assert strip.isVisible()
    assert strip.accessibleName() == "Downloading chats… 40%, 1240 messages. You can work already."
    made.tell([HistoryProgress(slot_id=slot_id(OTHER, 1), percent=10, messages=7)])
    assert "40%" in strip.accessibleName()
    made.tell([HistoryProgress(slot_id=slot_id(BAKERY, 2), percent=100, messages=3100, done=True)])
    assert not strip.isVisible()


def test_a_burst_of_messages_keeps_to_the_chip(made: Stage) -> None:
    made.inbox.chats.choose_chip(Chip.UNREAD)
    for arrival in range(2, 6):
        made.scene.port.store(message(made.scene.beatriz, arrival + 90, time_ms=clock("14:40") + arrival))
    assert names(made)[0] == "Beatriz Amaral"
