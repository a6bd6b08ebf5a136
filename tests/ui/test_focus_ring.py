"""The ring is around what the keyboard chose, above everything, and follows it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.focus_ring import FocusRing


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> tuple[QWidget, list[QPushButton], FocusRing]:
    whole = QWidget()
    column = QVBoxLayout(whole)
    buttons = [QPushButton(word) for word in ("one", "two", "three")]
    for button in buttons:
        column.addWidget(button)
    ring = FocusRing(theme, whole)
    qtbot.addWidget(whole)
    whole.show()
    qtbot.waitActive(whole)
    buttons[0].setFocus()
    return whole, buttons, ring


def test_tab_shows_it_and_the_pointer_hides_it(window: tuple[QWidget, list[QPushButton], FocusRing]) -> None:
    whole, buttons, ring = window
    assert ring.target is None
    QTest.keyClick(whole, Qt.Key.Key_Tab)
    assert ring.target is buttons[1] is QApplication.focusWidget()
    QTest.mouseClick(buttons[2], Qt.MouseButton.LeftButton)
    assert ring.target is None


def test_it_lies_two_px_outside_the_control_and_follows_its_moves(
    window: tuple[QWidget, list[QPushButton], FocusRing], theme: Theme
) -> None:
    whole, buttons, ring = window
    QTest.keyClick(whole, Qt.Key.Key_Tab)
    button = buttons[1]
    assert ring.geometry() == button.geometry().adjusted(-4, -4, 4, 4)
    whole.resize(whole.width() + 60, whole.height() + 80)
    whole.grab()
    assert ring.geometry() == button.geometry().adjusted(-4, -4, 4, 4)
    middle = QPoint(button.geometry().center().x(), button.geometry().top() - 4)
    assert whole.grab().toImage().pixelColor(middle) == theme.color("focus")
    button.hide()
    assert ring.target is not button
