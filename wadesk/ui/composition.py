"""Opens the data, puts the window to work on it, and closes everything in order."""

import asyncio
import time
from pathlib import Path
from typing import TYPE_CHECKING

import qasync
from PySide6.QtWidgets import QApplication

from wadesk.domain.events import Event
from wadesk.domain.principal import Principal, local_administrator
from wadesk.paths import DataFolder, default_data_folder
from wadesk.ui.bridge import Bridge
from wadesk.ui.collector import Collector
from wadesk.ui.door import Door
from wadesk.ui.parts import Parts
from wadesk.ui.port import SupervisorPort
from wadesk.ui.reports import Reports
from wadesk.ui.stage import Stage
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.main_window import MainWindow
from wadesk.ui.widgets.trouble_page import TroublePage
from wadesk.wire.tasks import TaskOwner

if TYPE_CHECKING:
    from wadesk.supervisor.supervisor import Supervisor


def now_ms() -> int:
    """The time as UTC milliseconds."""
    return time.time_ns() // 1_000_000


async def run(parts: Parts, data: DataFolder, who: Principal) -> None:
    """Open the data, work until the window is closed, and close everything."""
    closed = asyncio.Event()
    window = parts.window
    window.closed.connect(closed.set)
    reports = Reports()
    reports.raised.connect(window.come_forward)
    # From the first second thread on, Qt's objects must not be collected in it.
    collector = Collector()
    bridge: Bridge[Supervisor] = Bridge(reports.hand)
    stage = Stage(parts)
    try:
        async with TaskOwner(lambda _error: stage.parts.toasts.say("danger", _bug())) as tasks:
            door = Door(window, TroublePage(parts.theme), data, who)

            async def work() -> None:
                if not await _work(stage, door, bridge, reports, tasks, who):
                    closed.set()

            tasks.start(work(), "window")
            await closed.wait()
    finally:
        await bridge.aclose()
        collector.close()
        stage.parts.ring.deleteLater()


async def _work(
    stage: Stage, door: Door, bridge: "Bridge[Supervisor]", reports: Reports, tasks: TaskOwner, who: Principal
) -> bool:
    """Whether the data was opened here; else another window has it and came forward."""
    early: list[Event] = []
    reports.arrived.connect(early.extend)
    supervisor = await door.enter(bridge, reports.ask_raise)
    if supervisor is None:
        return False
    work = stage.begin(SupervisorPort(bridge, supervisor, who), tasks, now_ms)
    reports.arrived.disconnect()
    reports.arrived.connect(stage.take)
    stage.take(early)
    await work.load()
    return True


def _bug() -> str:
    return translate("Window", "Something went wrong inside WaDesk. Its log says what.")


def work_until_closed(app: QApplication, theme: Theme, window: MainWindow, folder: Path | None) -> None:
    """Everything after the first picture: furnish the window, work on the data folder, and end."""
    parts = Parts(theme, window)
    loop = qasync.QEventLoop(app, already_running=False)
    asyncio.set_event_loop(loop)
    try:
        data = DataFolder(folder or default_data_folder())
        loop.run_until_complete(run(parts, data, local_administrator()))
    finally:
        asyncio.set_event_loop(None)
        loop.close()
