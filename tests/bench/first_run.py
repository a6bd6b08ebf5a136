"""From the first window's two clicks to a QR code on the screen, over the offline network (under five seconds)."""

import asyncio
import os
import tempfile
import time
from pathlib import Path

import qasync
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.bench.gauges import tell_limit
from tests.bench.rig import Rig
from wadesk.domain.principal import local_administrator
from wadesk.paths import DataFolder
from wadesk.ui.app import dress, furnish
from wadesk.ui.composition import run
from wadesk.ui.parts import Parts
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.first_run import FirstRun
from wadesk.ui.widgets.link_page import LinkPage
from wadesk.ui.widgets.main_window import MainWindow

GOAL_S = 5.0
_ROW = 5


def measure() -> None:
    """Print the row."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(["bench", "-style", "fusion"])
    assert isinstance(app, QApplication)
    theme = dress(app, "en")
    furnish(app, theme)
    with tempfile.TemporaryDirectory() as folder, Rig(Path(folder)) as rig:
        os.environ.update(rig.environment)
        loop = qasync.QEventLoop(app, already_running=False)
        asyncio.set_event_loop(loop)
        took = loop.run_until_complete(_first_code(theme, DataFolder(Path(folder) / "window")))
    tell_limit(_ROW, "two clicks of the first run to a QR on the screen", took, "s wall", GOAL_S)


async def _first_code(theme: Theme, data: DataFolder) -> float:
    window = MainWindow(theme)
    window.resize(1280, 800)
    window.show()
    parts = Parts(theme, window)
    _, took = await asyncio.gather(run(parts, data, local_administrator()), _click(window))
    return took


async def _click(window: MainWindow) -> float:
    while not isinstance(first := window.findChild(FirstRun), FirstRun) or not first.isVisible():
        await asyncio.sleep(0.01)
    began = time.perf_counter()
    first._understood.click()
    QTest.keyClicks(first._form._name, "Padaria Sol Nascente")
    first._create.click()
    while not (isinstance(page := window.area.page, LinkPage) and page.isVisible() and page._card.view.shown):
        await asyncio.sleep(0.01)
    took = time.perf_counter() - began
    window.close()
    return took
