"""Opens the data, puts the window to work on it, and closes everything in order."""

import asyncio
import time
from pathlib import Path
from typing import TYPE_CHECKING

import qasync
from PySide6.QtWidgets import QApplication

from wadesk.domain.events import Event
from wadesk.domain.principal import Principal, local_administrator
from wadesk.paths import DataFolder
from wadesk.supervisor.autostart import autostart, hidden_start
from wadesk.ui.bridge import Bridge
from wadesk.ui.collector import Collector
from wadesk.ui.door import Door
from wadesk.ui.errors import told
from wadesk.ui.look import Look
from wadesk.ui.models.settings import Settings
from wadesk.ui.parts import Parts
from wadesk.ui.port import SupervisorPort
from wadesk.ui.presence.closing import Closes
from wadesk.ui.presence.presence import Presence
from wadesk.ui.presence.starting import Starting
from wadesk.ui.presence.tray import is_there_a_tray
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


async def run(parts: Parts, data: DataFolder, who: Principal, look: Look | None = None) -> None:
    """Open the data, work until the window is closed, and close everything. ``look`` follows the settings."""
    closed = asyncio.Event()
    window = parts.window
    window.closed.connect(closed.set)
    closes = Closes(window, parts.theme, is_there_a_tray)
    if look is not None:
        # What comes after this may be a power cut.
        window.close_asked.connect(lambda: look.keep_place(bytes(window.saveGeometry().data())))
    reports = Reports()
    reports.raised.connect(window.come_forward)
    # From the first second thread on, Qt's objects must not be collected in it.
    collector = Collector()
    bridge: Bridge[Supervisor] = Bridge(reports.hand)
    stage = Stage(parts)
    early: list[Event] = []
    reports.arrived.connect(early.extend)
    try:
        async with TaskOwner(lambda _error: stage.parts.toasts.say("danger", _bug())) as tasks:
            door = Door(window, TroublePage(parts.theme), data, who)

            async def work() -> None:
                supervisor = await door.enter(bridge, reports.ask_raise)
                if supervisor is None:
                    # Another window has the data, and came forward.
                    closed.set()
                    return
                port = SupervisorPort(bridge, supervisor, who)
                presence = await _work(stage, port, tasks, closes, look, data.root)
                for hear in (stage.take, presence.take):
                    hear(early)
                reports.arrived.disconnect()
                reports.arrived.connect(stage.take)
                reports.arrived.connect(presence.take)

            tasks.start(work(), "window")
            await closed.wait()
    finally:
        await bridge.aclose()
        collector.close()
        stage.close()
        stage.parts.ring.deleteLater()


async def _work(
    stage: Stage, port: SupervisorPort, tasks: TaskOwner, closes: Closes, look: Look | None, folder: Path
) -> Presence:
    """The data is open: wear what was set, show what there is, and be on the desktop beside the window."""
    settings = Settings(port, tasks)
    await settings.load()
    closes.follow(settings)
    if look is not None:
        look.follow(settings, stage.renew)
    await stage.begin(port, tasks, now_ms, settings, folder).load()
    presence = Presence(stage, settings, tasks, now_ms)
    presence.begin()
    Starting(
        settings, autostart(), hidden_start(), lambda error: stage.parts.toasts.say("danger", told(error)), presence
    )
    return presence


def _bug() -> str:
    return translate("Window", "Something went wrong inside WaDesk. Its log says what.")


def work_until_closed(
    app: QApplication, theme: Theme, window: MainWindow, data: DataFolder, language: str | None
) -> None:
    """Everything after the first picture: furnish the window, work on the data folder, and end.

    ``language`` was asked for at the start, or None.
    """
    parts = Parts(theme, window)
    look = Look(theme, app.styleHints(), data.first_look, language)
    loop = qasync.QEventLoop(app, already_running=False)
    asyncio.set_event_loop(loop)
    try:
        loop.run_until_complete(run(parts, data, local_administrator(), look))
        look.keep_place(bytes(window.saveGeometry().data()))
    finally:
        asyncio.set_event_loop(None)
        loop.close()
