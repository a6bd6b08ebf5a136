"""Accounts are put in another order by dragging or by keys; the desk's word moves them, not the wish."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.inbox_people import sessions
from wadesk.domain.desk import Account
from wadesk.domain.ids import AccountId
from wadesk.paths import resources
from wadesk.ui.models.desk import Desk
from wadesk.ui.models.rail import RailModel
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.rail import Rail

IDS = [AccountId(letter * 12) for letter in "abc"]


@pytest.fixture
def rail(qapp: QApplication) -> Iterator[Rail]:
    desk = Desk()
    names = ("Padaria", "Clínica", "Oficina")
    desk.load(
        [
            Account(account_id=one, name=name, initials=name[:2].upper(), colour=place, position=place)
            for place, (one, name) in enumerate(zip(IDS, names, strict=True), 1)
        ],
        sessions(),
    )
    rail = Rail(Theme(resources()), desk, RailModel(desk))
    rail.desk = desk
    rail.resize(224, 600)
    rail.show()
    yield rail
    rail.close()
    rail.deleteLater()


def drag(rail: Rail, start: int, end: QPoint) -> list[tuple[AccountId, int]]:
    moved: list[tuple[AccountId, int]] = []
    rail.account_moved.connect(lambda *what: moved.append(what))
    view, model = rail._list, rail._model
    begin = view.visualRect(model.index(start)).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(view.viewport(), begin + QPoint(0, 15))
    QTest.mouseMove(view.viewport(), end)
    assert not view.grab().isNull()
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    return moved


def test_a_dragged_account_asks_for_the_place_it_is_let_go_at(rail: Rail) -> None:
    last = rail._list.visualRect(rail._model.index(2)).bottom()
    chosen = []
    rail.account_chosen.connect(chosen.append)
    assert drag(rail, 0, QPoint(100, last)) == [(IDS[0], 3)]
    assert [row.account.account_id for row in rail._model.rows()] == IDS
    assert chosen == []


def test_an_account_that_is_let_go_at_its_own_place_stays(rail: Rail) -> None:
    assert drag(rail, 1, rail._list.visualRect(rail._model.index(1)).center() + QPoint(0, 12)) == []


def test_keys_move_the_account_that_has_the_focus_as_far_as_the_ends(rail: Rail) -> None:
    moved = []
    rail.account_moved.connect(lambda *what: moved.append(what))
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    rail._list.setCurrentIndex(rail._model.index(0))
    QTest.keyClick(rail._list, Qt.Key.Key_Up, both)
    QTest.keyClick(rail._list, Qt.Key.Key_Down, both)
    assert moved == [(IDS[0], 2)]
