"""The board: cards in as many columns as fit, codes over two of them, and keys from card to card."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Run, soon
from tests.ui.desktop import desktop
from tests.ui.fakes import FakeSupervisor
from tests.ui.scene import set_scene, show_codes
from wadesk.domain.linkstate import LinkState
from wadesk.ui.models.board import Need
from wadesk.ui.next_steps import StepKind
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.board_moves import neighbour
from wadesk.ui.widgets.board_page import BoardPage
from wadesk.ui.widgets.flow_grid import FlowGrid
from wadesk.ui.widgets.link_page import LinkPage
from wadesk.ui.widgets.qr_card import QrCard
from wadesk.ui.widgets.slot_card import SlotCard


@pytest.mark.parametrize(("width", "columns"), [(539, 2), (552, 2), (815, 2), (816, 3), (1091, 3), (1092, 4), (100, 2)])
def test_columns_follow_the_width_and_a_code_spans_two(theme: Theme, qtbot: QtBot, width: int, columns: int) -> None:
    grid = FlowGrid(theme)
    qtbot.addWidget(grid)
    grid.resize(width, 10)
    cards = [QWidget(grid) for _ in range(4)]
    grid.show_cards([(cards[0], 2), *((card, 1) for card in cards[1:])])
    assert grid.columns() == columns
    one = (width + 12) / columns - 12
    assert abs(cards[1].width() - one) <= 1
    assert abs(cards[0].width() - (2 * one + 12)) <= 1
    # What does not fit beside the code begins the next row.
    assert (cards[1].y() > cards[0].y()) == (columns == 2)
    assert all(card.x() + card.width() <= width + 1 for card in cards)


@pytest.mark.parametrize(("width", "in_first_row"), [(788, 1), (900, 1), (1008, 2), (1168, 2), (1700, 3)])
def test_codes_share_a_row_evenly_where_a_column_would_stay_empty(
    theme: Theme, qtbot: QtBot, width: int, in_first_row: int
) -> None:
    grid = FlowGrid(theme)
    qtbot.addWidget(grid)
    grid.resize(width, 10)
    cards = [QWidget(grid) for _ in range(4)]
    grid.show_cards([(card, 2) for card in cards])
    assert sum(card.y() == cards[0].y() for card in cards) == in_first_row
    assert all(card.width() >= 480 for card in cards)
    assert all(card.x() + card.width() <= width + 1 for card in cards)


PLACES = [
    QRect(0, 0, 550, 284),
    QRect(562, 0, 550, 284),
    QRect(0, 320, 264, 136),
    QRect(276, 320, 264, 136),
    QRect(552, 320, 264, 136),
    QRect(0, 500, 264, 102),
]


@pytest.mark.parametrize(
    ("here", "key", "there"),
    [
        (0, Qt.Key.Key_Right, 1),
        (1, Qt.Key.Key_Right, 2),
        (0, Qt.Key.Key_Left, 0),
        (5, Qt.Key.Key_Right, 5),
        (1, Qt.Key.Key_Down, 4),
        (0, Qt.Key.Key_Down, 2),
        (4, Qt.Key.Key_Down, 5),
        (5, Qt.Key.Key_Down, 5),
        (5, Qt.Key.Key_Up, 2),
        (3, Qt.Key.Key_Up, 0),
        (4, Qt.Key.Key_Home, 0),
        (0, Qt.Key.Key_End, 5),
    ],
)
def test_an_arrow_leads_to_the_card_that_lies_there(here: int, key: Qt.Key, there: int) -> None:
    assert neighbour(PLACES, here, key) == there


def test_keys_move_between_cards_open_them_and_connect_them_anew(
    run: Run, theme: Theme, fake: FakeSupervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        async with desktop(theme, fake, monkeypatch, (1440, 900)) as seen:
            show_codes(fake, slots)
            board = seen.page
            assert isinstance(board, BoardPage)
            seen.window.grab()
            code, card = board.card(slots["CV2"]), board.card(slots["SF2"])
            assert isinstance(code, QrCard)
            assert isinstance(card, SlotCard)
            code.setFocus()
            QTest.keyClick(code, Qt.Key.Key_Down)
            assert board.focusWidget() is card
            opened, refreshed = QSignalSpy(board.opened), QSignalSpy(board.refresh_asked)
            QTest.keyClick(card, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClick(card, Qt.Key.Key_Return)
            assert [opened.at(0), refreshed.at(0)] == [[slots["SF2"]], [slots["SF2"]]]
            QTest.keyClick(code, Qt.Key.Key_Return)
            assert isinstance(seen.page, LinkPage)
            await soon("a new code for whom Ctrl+R asked", lambda: f"start {slots['SF2']}" in fake.asked)

    run(work())


def test_cards_stay_while_the_focus_is_in_their_section(
    run: Run, theme: Theme, fake: FakeSupervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        async with desktop(theme, fake, monkeypatch, (1440, 900)) as seen:
            board = seen.page
            assert isinstance(board, BoardPage)
            card, other = board.card(slots["PS1"]), board.card(slots["SF2"])
            assert isinstance(card, SlotCard)
            assert isinstance(other, SlotCard)
            board._note_focus(None, card)
            fake.put_status(slots["PS1"], LinkState.PAUSED)
            placed = {str(section.heading): section.cards for section in board._board.sections()}
            assert slots["PS1"] in [one.slot.slot_id for one in placed[Need.NOTHING]]
            # It says what it is all the same, and offers its step.
            assert "Paused" in card.accessibleName()
            asked = QSignalSpy(board.step_asked)
            card.findChild(QPushButton).click()
            assert asked.at(0) == [slots["PS1"], StepKind.RESUME]
            await soon("the order", lambda: f"resume {slots['PS1']}" in fake.asked)
            fake.put_status(slots["PS1"], LinkState.PAUSED)
            board._note_focus(card, None)
            placed = {str(section.heading): section.cards for section in board._board.sections()}
            assert slots["PS1"] in [one.slot.slot_id for one in placed[Need.PERSON]]

    run(work())


def test_use_code_leads_to_the_pairing_code_and_view_larger_to_the_page(
    run: Run, theme: Theme, fake: FakeSupervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        async with desktop(theme, fake, monkeypatch, (1440, 900)) as seen:
            show_codes(fake, slots)
            card = seen.page.card(slots["BQ1"])
            buttons = {one.text(): one for one in card.findChildren(QPushButton)}
            buttons["View larger"].click()
            assert isinstance(seen.page, LinkPage)
            assert seen.page.slot_id == slots["BQ1"]
            assert seen.page._card.view.shown
            seen.work.screens.show_board()
            buttons["Use code"].click()
            assert seen.page.focusWidget() is seen.page._pairing._ask

    run(work())


def test_tab_goes_card_by_card_with_what_is_on_each(theme: Theme, qtbot: QtBot) -> None:
    grid = FlowGrid(theme)
    qtbot.addWidget(grid)
    cards, buttons = [QWidget(grid) for _ in range(3)], []
    for card in cards:
        card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        buttons.append(QPushButton(card))
    order = [cards[2], cards[0], cards[1]]
    grid.show_cards([(card, 1) for card in order])
    stop, met = order[0], [order[0]]
    for _ in range(5):
        stop = stop.nextInFocusChain()
        met.append(stop)
    assert met == [stop for card in order for stop in (card, buttons[cards.index(card)])]


def test_a_search_that_finds_nothing_says_so_and_shows_all_again_on_request(
    run: Run, theme: Theme, fake: FakeSupervisor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        await set_scene(fake)
        async with desktop(theme, fake, monkeypatch, (1440, 900)) as seen:
            board = seen.page
            assert isinstance(board, BoardPage)
            QTest.keyClicks(board._head._search, "bolo de rolo")
            assert board._nothing.isVisibleTo(board)
            assert not board._empty.isVisibleTo(board)
            board._nothing.findChild(QPushButton).click()
            assert not board._nothing.isVisibleTo(board)
            assert board._board.sections()

    run(work())
