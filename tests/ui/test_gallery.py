"""Every control in every state is drawn in every look: nothing is cut, and what must be seen stands out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui import gallery, gallery_feedback
from tests.ui.gallery import Sheet
from tests.ui.gallery_cut import cut
from wadesk.paths import resources
from wadesk.ui.theme.contrast import ratio
from wadesk.ui.theme.theme import Theme

LOOKS = [
    pytest.param("light", 1.0, False, id="light"),
    pytest.param("dark", 1.0, False, id="dark"),
    pytest.param("light", 1.0, True, id="light, high contrast"),
    pytest.param("dark", 1.0, True, id="dark, high contrast"),
    pytest.param("light", 1.5, False, id="light at 150%"),
    pytest.param("dark", 1.5, False, id="dark at 150%"),
]
SHEETS = [gallery.controls, gallery_feedback.feedback]


@pytest.fixture
def worn(request: pytest.FixtureRequest, app: QApplication, theme: Theme) -> Iterator[Theme]:
    """A look that the application wears during the test."""
    scheme, scale, contrast = request.param
    look = Theme(resources(), scheme=scheme, scale=scale, contrast=contrast)
    _wear(app, look)
    yield look
    _wear(app, theme)


def _wear(app: QApplication, theme: Theme) -> None:
    app.setFont(theme.font("body"))
    app.setPalette(theme.palette())
    app.setStyleSheet("")
    app.setStyleSheet(theme.sheet())


def looks(function: object) -> object:
    values = [pytest.param(tuple(look.values), id=look.id) for look in LOOKS]
    return pytest.mark.parametrize("worn", values, indirect=True)(function)  # type: ignore[type-var]


def _show(sheet: Sheet, qtbot: QtBot) -> Sheet:
    qtbot.addWidget(sheet)
    sheet.adjustSize()
    sheet.show()
    qtbot.waitUntil(sheet.isVisible)
    sheet.show_rings()
    return sheet


@looks
@pytest.mark.parametrize("make", SHEETS)
def test_every_control_is_drawn_and_none_is_cut(make: object, worn: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    sheet = _show(make(worn), qtbot)  # type: ignore[operator]
    picture = sheet.grab()
    name = f"{make.__name__}-{worn.scheme}-{worn.scale}-{'contrast' if worn.contrast else 'plain'}.png"  # type: ignore[attr-defined]
    assert picture.save(str(tmp_path / name))
    assert cut(sheet) == []


def test_a_control_that_is_squeezed_is_found(theme: Theme, qtbot: QtBot) -> None:
    sheet = Sheet(theme, "sheet")
    button = gallery.Button(theme, "A long word")
    button.setFixedWidth(30)
    sheet.add_column(("", [button]))
    _show(sheet, qtbot)
    assert len(cut(sheet)) == 1


GROUNDS = ("surface", "canvas", "window")
TONES = ("ok", "warn", "danger", "info", "idle")
TEXT = [
    *((text, ground) for text in ("text", "text2", "text3", "link", "read") for ground in GROUNDS),
    *((text, "raised") for text in ("text", "text2", "text3", "danger")),
    *((text, ground) for text in ("text", "text2") for ground in ("hover", "pressed", "bubbleIn")),
    *((tone, ground) for tone in TONES for ground in GROUNDS),
    *((tone, f"{tone}Soft") for tone in TONES),
    *((text, f"{tone}Soft") for text in ("text", "text2") for tone in TONES),
    *(("onStatus", tone) for tone in ("ok", "warn", "danger", "dangerHover", "info", "idle")),
    *(("onInk", ink) for ink in ("ink", "inkHover", "inkPressed")),
    ("onTooltip", "tooltip"),
    ("text", "selection"),
    ("text", "highlight"),
]
EDGES = [
    *((edge, ground) for edge in ("borderStrong", "focus", "ink") for ground in GROUNDS),
    ("danger", "surface"),
    *(("textDisabled", ground) for ground in ("surface", "window")),
]


@looks
def test_texts_reach_four_and_a_half_and_edges_three(worn: Theme) -> None:
    pale = [(text, ground) for text, ground in TEXT if ratio(worn.color(text), worn.color(ground)) < 4.5]
    faint = [(edge, ground) for edge, ground in EDGES if ratio(worn.color(edge), worn.color(ground)) < 3]
    assert (pale, faint) == ([], [])


@looks
def test_accounts_can_be_read_and_seen(worn: Theme) -> None:
    for colour in range(1, 11):
        account = worn.account(colour)
        assert ratio(account.on_solid, account.solid) >= 4.5
        assert ratio(account.on_solid, account.solid_hover) >= 4.5
        for ground in ("surface", "window", "canvas"):
            assert ratio(account.solid, worn.color(ground)) >= 3
        for text in ("text", "text2", "text3", "read"):
            assert ratio(worn.color(text), account.soft) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_high_contrast_strengthens_edges_and_second_lines_and_takes_soft_fills_away(scheme: str, app: object) -> None:
    plain, strong = (Theme(resources(), scheme=scheme, contrast=contrast) for contrast in (False, True))
    assert strong.color("border") == plain.color("borderStrong")
    assert strong.color("text2") == strong.color("text3") == plain.color("text")
    for tone in TONES:
        assert strong.color(f"{tone}Soft") == plain.color("surface")
        assert strong.color(f"{tone}Edge") == plain.color(tone)
        assert ratio(strong.color(f"{tone}Edge"), strong.color("surface")) >= 3
    assert strong.account(3).soft == plain.color("surface")
    assert strong.account(3).edge == plain.account(3).solid


def test_the_measure_of_contrast_is_the_one_of_wcag() -> None:
    assert ratio(QColor(0, 0, 0), QColor(255, 255, 255)) == pytest.approx(21)
    assert ratio(QColor(119, 119, 119), QColor(255, 255, 255)) == pytest.approx(4.48, abs=0.01)


@looks
def test_the_ring_is_around_the_control_two_px_away_in_its_colour(worn: Theme, qtbot: QtBot) -> None:
    sheet = _show(gallery.controls(worn), qtbot)
    image = sheet.grab().toImage()
    ringed = [
        widget
        for widget in sheet.findChildren(QWidget)
        if widget.property("drawnState") == "Focus" and not isinstance(widget, QLineEdit)
    ]
    assert len(ringed) >= 10
    for widget in ringed:
        part = getattr(widget, "ring_rect", widget.rect())
        place = part.translated(widget.mapTo(sheet, QPoint(0, 0)))
        assert image.pixelColor(place.center().x(), place.top() - 3) == worn.color("focus")
        assert image.pixelColor(place.left() - 3, place.center().y()) == worn.color("focus")
        assert image.pixelColor(place.center().x(), place.top() - 1) == worn.color("surface")


def test_a_change_of_scheme_reaches_controls_without_making_them_again(
    app: QApplication, theme: Theme, qtbot: QtBot
) -> None:
    look = Theme(resources())
    look.changed.connect(lambda: _wear(app, look))
    _wear(app, look)
    sheet = _show(gallery.controls(look), qtbot)
    look.use(scheme="dark")
    changed = sheet.grab().toImage()
    fresh = _show(gallery.controls(look), qtbot).grab().toImage()
    assert changed == fresh
    _wear(app, theme)
