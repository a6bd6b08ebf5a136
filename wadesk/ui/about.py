"""What the settings page tells about this program and this system; nothing of it names a person or a number."""

import platform
from pathlib import Path

from PySide6.QtCore import QLocale, QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication

import wadesk
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.settings.about import About


def about(folder: Path, theme: Theme) -> About:
    """As things are now; ``folder`` holds the data."""
    lines = (
        f"WaDesk {wadesk.__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()} ({QGuiApplication.platformName()})",
        f"{QSysInfo.prettyProductName()}, {QSysInfo.currentCpuArchitecture()}",
        f"{QLocale().name()}, {theme.scheme}, text {theme.scale}",
    )
    return About(wadesk.__version__, folder, "\n".join(lines))
