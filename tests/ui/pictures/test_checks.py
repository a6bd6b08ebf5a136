"""Each check of the pictures finds what it is there to find."""

from itertools import combinations, product

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.pictures import checks
from tests.ui.pictures.pairs import pairwise
from wadesk.ui.painting import chips
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import IconButton
from wadesk.ui.widgets.labels import ElidedLabel
from wadesk.ui.widgets.scroll_page import ScrollPage


def shown(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    """Widgets side by side in a shown window."""
    window = QWidget()
    row = QHBoxLayout(window)
    for widget in widgets:
        row.addWidget(widget)
    qtbot.addWidget(window)
    window.resize(300, 80)
    window.show()
    qtbot.waitExposed(window)
    return window


def test_every_two_values_of_two_factors_meet_and_the_rows_are_few() -> None:
    factors = [list("abcde"), [1, 2, 3], ["x", "y", "z"], [True, False], [680, 900, 1120, 1440]]
    rows = pairwise(factors)
    for one, two in combinations(range(len(factors)), 2):
        assert {(row[one], row[two]) for row in rows} == set(product(factors[one], factors[two]))
    assert len(rows) <= 28


def test_a_label_without_room_is_found(qtbot: QtBot) -> None:
    label = QLabel("Consegue 40 pães até as 6h de amanhã?")
    window = shown(qtbot, label)
    assert checks.without_room(window) == []
    label.setFixedWidth(40)
    assert len(checks.without_room(window)) == 1


def test_a_button_whose_words_do_not_fit_is_found(qtbot: QtBot) -> None:
    button = QPushButton("Adicionar número")
    window = shown(qtbot, button)
    button.setFixedWidth(30)
    assert len(checks.without_room(window)) == 1


def test_a_number_that_ends_in_dots_is_found_and_a_name_that_does_is_not(qtbot: QtBot, theme: Theme) -> None:
    number, name = ElidedLabel(theme, "+55 11 99999-0011"), ElidedLabel(theme, "Padaria Sol Nascente da Vila")
    window = shown(qtbot, number, name)
    for label in (number, name):
        label.setFixedWidth(50)
    assert len(checks.cut_numbers(window)) == 1


def test_a_painted_number_without_room_is_found(theme: Theme) -> None:
    pixmap = QPixmap(300, 40)
    painter = QPainter(pixmap)
    with checks.elided_numbers() as found:
        chips.draw_line(painter, QRect(0, 0, 200, 20), "+55 11 99999-0011", theme.font("body"), theme.color("text"))
        assert found == []
        chips.draw_line(painter, QRect(0, 0, 60, 20), "+55 11 99999-0011", theme.font("body"), theme.color("text"))
    painter.end()
    assert len(found) == 1


def test_two_widgets_of_a_layout_that_cover_each_other_are_found(qtbot: QtBot) -> None:
    one, other = QPushButton("Ficar"), QPushButton("Abrir")
    window = shown(qtbot, one, other)
    assert checks.overlaps(window) == []
    other.move(one.pos())
    assert len(checks.overlaps(window)) == 1


def test_a_page_that_was_nearly_empty_grows_with_what_comes(qtbot: QtBot) -> None:
    """Its wrapped words gave the page a height of its own; once they are gone it must not stay."""
    column, words, card = QVBoxLayout(), QLabel("Nenhum número ainda. Adicione um número."), QFrame()
    words.setWordWrap(True)
    card.setFixedHeight(900)
    card.hide()
    for widget in (words, card):
        column.addWidget(widget)
    page = ScrollPage(column, "page")
    window = shown(qtbot, page)
    QApplication.sendPostedEvents()
    words.hide()
    card.show()
    for _ in range(3):
        QApplication.sendPostedEvents()
    assert checks.squeezed(window) == []
    page.setWidgetResizable(False)
    page.widget().resize(200, 100)
    assert len(checks.squeezed(window)) == 1


def test_a_control_without_a_name_and_a_small_one_are_found(qtbot: QtBot, theme: Theme) -> None:
    named, nameless = IconButton(theme, "x", "Fechar"), QPushButton()
    window = shown(qtbot, named, nameless)
    assert len(checks.nameless(window)) == 1
    assert checks.small_targets(window) == []
    named.setFixedSize(20, 20)
    assert len(checks.small_targets(window)) == 1


@pytest.mark.parametrize("colour", ["#1a7440", "#855400"])
def test_what_differs_in_colour_alone_does_not_differ_in_grey(colour: str) -> None:
    pictures = []
    for fill in ("#1a7440", colour):
        pixmap = QPixmap(40, 40)
        pixmap.fill(fill)
        pictures.append(pixmap.toImage())
    assert checks.difference(*pictures) < 0.1
