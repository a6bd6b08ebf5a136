"""The theme: what the tokens say is what is drawn."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter

from wadesk.paths import resources
from wadesk.ui.painting.tiles import draw_tile
from wadesk.ui.theme.theme import Theme
from wadesk.ui.theme.tokens import colour

ROOT = Path(__file__).resolve().parents[2]


def test_alpha_stands_last_in_the_tokens_and_first_in_qt() -> None:
    scrim = colour("#17211E66")
    assert (scrim.red(), scrim.green(), scrim.blue(), scrim.alpha()) == (0x17, 0x21, 0x1E, 0x66)


def test_ten_accounts_differ_and_the_next_ten_have_the_second_shape(theme: Theme) -> None:
    solids = [theme.account(number).solid.name() for number in range(1, 11)]
    assert len(set(solids)) == 10
    assert [theme.account(number).solid.name() for number in range(11, 21)] == solids
    assert [theme.account(number).cut for number in (1, 10, 11, 20, 21)] == [False, False, True, True, False]


def test_the_second_shape_has_no_top_right_corner(theme: Theme) -> None:
    def corner(account: int) -> QColor:
        image = QImage(44, 44, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(theme.color("window"))
        painter = QPainter(image)
        draw_tile(painter, theme, QPoint(0, 0), 44, "PS", account)
        painter.end()
        return image.pixelColor(38, 3)

    assert corner(2) == theme.account(2).solid
    assert corner(12) == theme.color("window")


def test_a_change_of_scale_is_told_and_reaches_lengths_and_fonts(theme: Theme) -> None:
    other = Theme(resources())
    told: list[int] = []
    other.changed.connect(lambda: told.append(other.revision))
    other.use(scale=1.5)
    assert told == [1]
    assert other.size("accountRow") == 78
    assert other.font("body").pixelSize() == 20
    assert "min-height: 45px" in other.sheet()


def test_asking_for_a_font_gives_a_copy(theme: Theme) -> None:
    theme.font("body").setPixelSize(99)
    assert theme.font("body").pixelSize() == 13


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sheet_names_no_colour_that_is_not_there(scheme: str) -> None:
    assert "$" not in Theme(resources(), scheme=scheme).sheet()


def test_every_icon_in_the_folder_is_used() -> None:
    code = "\n".join(path.read_text() for path in sorted((ROOT / "wadesk" / "ui").rglob("*.py")))
    words = set(re.findall(r'"([a-z0-9-]+)"', code))
    icons = {path.stem for path in (resources() / "icons").glob("*.svg")}
    assert icons <= words, f"not used: {sorted(icons - words)}"


def test_icons_carry_their_licence() -> None:
    assert "ISC License" in (resources() / "icons" / "LICENSE").read_text()
