"""Starts the window: first the picture of it, then everything that it takes to work.

Nothing but the theme and the empty window is loaded before the first picture (performance.md, row 3).
"""

import argparse
import contextlib
import signal
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QEventLoop, QTimer
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import QApplication

from wadesk.paths import DataFolder, default_data_folder, resources
from wadesk.ui.first_look import FirstLook
from wadesk.ui.language import LANGUAGES, language_for, speak
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.main_window import MainWindow

_LONGEST_WAIT_MS = 1_000
"""A window that is never drawn (minimised at once, an odd window system) is not waited for."""


def main(argv: Sequence[str]) -> int:
    """Run the window on a data folder until it is closed; the exit status."""
    parser = argparse.ArgumentParser(prog="wadesk")
    parser.add_argument("--data-dir", type=Path, help="the data folder (default: the user's own)")
    parser.add_argument("--language", choices=LANGUAGES, help="the window's language (default: the system's)")
    parser.add_argument("--hidden", action="store_true", help="begin in the tray, without the window")
    options = parser.parse_args(argv)
    app = QApplication(["wadesk", "-style", "fusion"])
    data = DataFolder(options.data_dir or default_data_folder())
    first = FirstLook.read(data.first_look)
    theme = dress(app, language_for(options.language or first.language), first)
    window = MainWindow(theme)
    stand(window, first.geometry)
    for number in (signal.SIGINT, signal.SIGTERM):
        # Noticed at the collector's next turn, within a second.
        signal.signal(number, lambda *_: window.quit())
    if not options.hidden:
        paint_first(window)
    # Everything else is loaded once there is something to see.
    from wadesk.ui.composition import work_until_closed  # noqa: PLC0415

    furnish(app, theme)
    work_until_closed(app, theme, window, data, options.language)
    return 0


def stand(window: MainWindow, geometry: str) -> None:
    """Put the window where it stood last; Qt brings one that lay on a screen that is gone back onto another."""
    with contextlib.suppress(ValueError):
        window.restoreGeometry(QByteArray(bytes.fromhex(geometry)))


def dress(app: QApplication, language: str, first: FirstLook | None = None) -> Theme:
    """The application in its language and in the look that was kept; what the desktop asks for is followed later."""
    first = first or FirstLook()
    dark = _is_dark(app) if first.scheme == "system" else first.scheme == "dark"
    # The program stops its workers before it ends: Qt must not end it with the last window.
    app.setQuitOnLastWindowClosed(False)
    app.setApplicationName("WaDesk")
    app.setDesktopFileName("wadesk")
    speak(app, language, resources())
    scheme = "dark" if dark else "light"
    theme = Theme(resources(), scheme=scheme, scale=first.text_size, contrast=first.contrast == "on")

    _restyle(app, theme)
    theme.changed.connect(lambda: _restyle(app, theme))
    return theme


def _is_dark(app: QApplication) -> bool:
    # Read off the palette: the first touch of Qt's own enumerations costs a tenth of the first picture.
    palette = app.palette()
    return palette.window().color().lightness() < palette.windowText().color().lightness()


def furnish(app: QApplication, theme: Theme) -> None:
    """What the first picture does without: the palette, which few things are drawn with, and the icon."""
    app.setPalette(theme.palette())
    theme.changed.connect(lambda: app.setPalette(theme.palette()))
    app.setWindowIcon(QIcon(theme.icon("wadesk", "ink", 64, 2.0)))


def _restyle(app: QApplication, theme: Theme) -> None:
    app.setFont(QFont(theme.font("body")))
    # Qt takes five times as long to replace a sheet as to take it away and set another: 440 ms and 80 on 800 widgets.
    app.setStyleSheet("")
    app.setStyleSheet(theme.sheet())


def paint_first(window: MainWindow) -> None:
    """Show the window and return once it was drawn; no coroutine runs yet, so that nothing is nested."""
    waiting = QEventLoop()
    window.painted.connect(waiting.quit)
    QTimer.singleShot(_LONGEST_WAIT_MS, waiting.quit)
    window.show()
    waiting.exec()
