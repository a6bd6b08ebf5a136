"""Where the window stands: where it stood last, but never out of sight, and never too small."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from wadesk.ui.app import stand
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.main_window import MainWindow


@pytest.fixture
def window(theme: Theme) -> MainWindow:
    return MainWindow(theme)


def kept(theme: Theme, place: QRect) -> str:
    """What a window at that place keeps for the next start."""
    before = MainWindow(theme)
    before.setGeometry(place)
    before.show()
    geometry = bytes(before.saveGeometry().data()).hex()
    before.hide()
    return geometry


def test_it_stands_where_it_stood(app: QApplication, theme: Theme, window: MainWindow) -> None:
    stand(window, kept(theme, QRect(40, 60, 700, 600)))
    window.show()
    assert window.geometry() == QRect(40, 60, 700, 600)


@pytest.mark.parametrize("place", [QRect(5_000, 4_000, 700, 600), QRect(-3_000, -2_000, 700, 600)])
def test_what_lay_on_a_screen_that_is_gone_comes_back_into_sight(
    app: QApplication, theme: Theme, window: MainWindow, place: QRect
) -> None:
    stand(window, kept(theme, place))
    window.show()
    assert window.screen().availableGeometry().intersects(window.geometry())
    assert window.width() >= 680
    assert window.height() >= 560


@pytest.mark.parametrize("nonsense", ["", "zz", "00" * 40])
def test_nothing_kept_or_nonsense_is_the_first_start(theme: Theme, window: MainWindow, nonsense: str) -> None:
    stand(window, nonsense)
    assert (window.width(), window.height()) == (1280, 800)
    assert (window.minimumWidth(), window.minimumHeight()) == (680, 560)
