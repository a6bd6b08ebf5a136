"""Without colour, states, ticks and accounts can still be told apart (design.md 17, check 3)."""

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter, QPixmap

from tests.scene.desk import accounts
from tests.ui.pictures.checks import difference
from wadesk.domain.message import MessageState
from wadesk.paths import resources
from wadesk.ui.painting.tiles import draw_tile
from wadesk.ui.states import _LOOKS, Drawn, tick_look
from wadesk.ui.theme.theme import Theme

LOOKS = [("light", False), ("dark", False), ("light", True)]
SEEN = 0.12
"""So far apart, of black and white, where they differ most, and an eye sees it."""


@pytest.fixture(params=LOOKS, ids=["light", "dark", "high contrast"])
def worn(request: pytest.FixtureRequest, app: object) -> Theme:
    """A theme."""
    scheme, contrast = request.param
    return Theme(resources(), scheme=scheme, contrast=contrast)


def drawn(theme: Theme, draw: Callable[[QPainter], object]) -> QImage:
    """What something looks like on the surface, twice as large as on the screen."""
    pixmap = QPixmap(80, 80)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(theme.color("surface"))
    painter = QPainter(pixmap)
    try:
        draw(painter)
    finally:
        painter.end()
    return pixmap.toImage()


def too_alike(pictures: dict[str, QImage]) -> list[tuple[str, str]]:
    """Pairs that one could take for each other."""
    return [
        (one, other) for one, other in combinations(pictures, 2) if difference(pictures[one], pictures[other]) < SEEN
    ]


def test_states_are_told_apart_by_their_icons(worn: Theme) -> None:
    pictures = {
        state: drawn(
            worn, lambda painter, look=_LOOKS[state]: painter.drawPixmap(4, 4, icon(worn, look.icon, look.tone))
        )
        for state in Drawn
    }
    assert too_alike(pictures) == []


def icon(theme: Theme, name: str, tone: str, size: int = 14, stroke: float | None = None) -> QPixmap:
    """An icon as it is drawn beside words."""
    return theme.icon(name, tone, size, 2.0, stroke)


def test_ticks_are_told_apart(worn: Theme) -> None:
    told = [state for state in MessageState if state is not MessageState.SENDING]
    pictures = {}
    for state in told:
        look = tick_look(state)
        mark = icon(worn, look.icon, look.tone, look.size, look.stroke)
        pictures[state] = drawn(worn, lambda painter, mark=mark: painter.drawPixmap(4, 4, mark))
    # Read has the stronger stroke and its word; without colour that is the least of all differences.
    alike = [pair for pair in too_alike(pictures) if set(pair) != {MessageState.DELIVERED, MessageState.READ}]
    assert alike == []
    assert difference(pictures[MessageState.DELIVERED], pictures[MessageState.READ]) > 0


def test_accounts_are_told_apart_by_their_initials(worn: Theme) -> None:
    pictures = {
        one.initials: drawn(
            worn,
            lambda painter, one=one: draw_tile(painter, worn, QPoint(2, 2), 36, one.initials, 1),
        )
        for one in accounts()
    }
    assert too_alike(pictures) == []
