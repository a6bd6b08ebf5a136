"""Who is connected to whom: the window's parts, made once, connected, and closed in order."""

import asyncio
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import qasync
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from wadesk.domain.errors import WaDeskError
from wadesk.domain.events import Event
from wadesk.domain.ids import AccountId
from wadesk.domain.principal import Principal, local_administrator
from wadesk.paths import DataFolder, default_data_folder
from wadesk.ui.bridge import Bridge
from wadesk.ui.collector import Collector
from wadesk.ui.door import Door
from wadesk.ui.errors import told
from wadesk.ui.flows import Flows
from wadesk.ui.models.board import Board
from wadesk.ui.models.desk import Desk
from wadesk.ui.models.inbox import Inbox
from wadesk.ui.models.rail import RailModel
from wadesk.ui.port import SupervisorPort
from wadesk.ui.reports import Reports
from wadesk.ui.screens import Screens
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.board_page import BoardPage
from wadesk.ui.widgets.daily_view import DailyView
from wadesk.ui.widgets.first_run import FirstRun
from wadesk.ui.widgets.focus_ring import FocusRing
from wadesk.ui.widgets.link_page import LinkPage
from wadesk.ui.widgets.main_window import MainWindow
from wadesk.ui.widgets.rail import Rail
from wadesk.ui.widgets.rehearsal_strip import RehearsalStrip
from wadesk.ui.widgets.round_corner import RoundCorner
from wadesk.ui.widgets.toasts import Toasts
from wadesk.ui.widgets.trouble_page import TroublePage
from wadesk.wire.environment import network_in_use
from wadesk.wire.tasks import TaskOwner

if TYPE_CHECKING:
    from wadesk.supervisor.supervisor import Supervisor

LAST_ACCOUNT = "window.account"
"""The setting that keeps which account was on the screen last."""


def now_ms() -> int:
    """The time as UTC milliseconds."""
    return time.time_ns() // 1_000_000


class Parts:
    """What is there before the data is: the models, the window with its rail, and nothing in them."""

    def __init__(self, theme: Theme, window: MainWindow) -> None:
        """Furnish the painted window."""
        self.theme, self.window = theme, window
        self.desk = Desk()
        self.rail_model = RailModel(self.desk)
        self.rail = Rail(theme, self.desk, self.rail_model)
        strip = RehearsalStrip(theme) if network_in_use() == "offline" else None
        window.furnish(self.rail, RoundCorner(theme), strip)
        self.ring = FocusRing(theme, self.window)
        self.toasts = Toasts(theme, self.window.area)


class Work:
    """What is connected once the data is open."""

    def __init__(self, parts: Parts, port: SupervisorPort, tasks: TaskOwner) -> None:
        """Make the pages, and connect what was clicked with what it leads to."""
        theme, desk, window = parts.theme, parts.desk, parts.window
        self._desk, self._port, self._tasks = desk, port, tasks
        self.inbox = Inbox(desk, port, tasks, lambda: str(uuid.uuid4()))
        daily = DailyView(theme, self.inbox, now_ms)
        self._board = BoardPage(theme, desk, Board(desk), now_ms)
        self._link, self._first = LinkPage(theme, desk, now_ms), FirstRun(theme)
        pages = (daily, self._board, self._link, self._first)
        self.screens = Screens(window, parts.rail, parts.rail_model, desk, self.inbox, pages)
        self.flows = Flows(window, theme, desk, port, tasks, self.screens, parts.toasts)
        self._connect_pages()
        self._connect_rail(parts.rail)
        self._add_shortcuts(window, parts.rail)
        daily.trouble_told.connect(lambda error: parts.toasts.say("danger", told(error)))
        desk.resync_asked.connect(self._read_unread)
        self.screens.account_shown.connect(self._remember)

    def take(self, events: list[Event]) -> None:
        """Tell the models what happened."""
        self._desk.take(events)
        self.inbox.hear(events)

    async def load(self) -> None:
        """Read accounts and numbers, and open the screen that was open last."""
        self._desk.load(await self._port.accounts(), await self._port.sessions())
        last = await self._port.setting(LAST_ACCOUNT)
        self.screens.show_first(AccountId(last) if last else None)
        for account_id in {session.account.account_id for session in self._desk.sessions() if session.slot.number}:
            self._read_unread(account_id)

    def _connect_pages(self) -> None:
        flows, screens = self.flows, self.screens
        for page in (self._board, self._link):
            page.start_asked.connect(flows.start)
            page.renew_asked.connect(flows.renew)
        self._board.opened.connect(screens.open_slot)
        self._board.add_asked.connect(flows.new_number)
        self._board.menu_asked.connect(
            lambda slot_id, at: flows.slot_menu(slot_id, at.mapToGlobal(at.rect().bottomLeft()))
        )
        self._link.opened.connect(screens.show_chats)
        self._link.later_asked.connect(flows.later)
        self._first.create_asked.connect(lambda draft: flows.make_first_account(self._first, draft))
        self._first.skipped.connect(screens.show_board)

    def _connect_rail(self, rail: Rail) -> None:
        rail.add_asked.connect(self.flows.new_account)
        rail.account_menu_asked.connect(self.flows.account_menu)
        rail.slot_menu_asked.connect(self.flows.slot_menu)
        self.screens.start_asked.connect(self.flows.start)

    def _add_shortcuts(self, window: MainWindow, rail: Rail) -> None:
        QShortcut(QKeySequence("Ctrl+0"), window, self.screens.show_board)
        QShortcut(QKeySequence("F6"), window, lambda: _next_pane(window, rail))
        for place in range(1, 10):
            QShortcut(QKeySequence(f"Ctrl+{place}"), window, lambda place=place: self._show_nth(place))

    def _show_nth(self, place: int) -> None:
        for number, account in enumerate(self._desk.accounts(), 1):
            if number == place:
                self.screens.show_account(account.account_id)

    def _read_unread(self, account_id: AccountId) -> None:
        self._tasks.start(self._count_unread(account_id), "unread")

    async def _count_unread(self, account_id: AccountId) -> None:
        try:
            self._desk.take_chats(account_id, await self._port.list_chats(account_id))
        except WaDeskError:
            # Its worker is away; a resync asks again once it is back.
            return

    def _remember(self, account_id: AccountId) -> None:
        self._tasks.start(self._keep_last(account_id), "last account")

    async def _keep_last(self, account_id: AccountId) -> None:
        try:
            await self._port.put_setting(LAST_ACCOUNT, account_id)
        except WaDeskError:
            # Only the next start's first screen depends on it.
            return


async def run(parts: Parts, data: DataFolder, who: Principal) -> None:
    """Open the data, work until the window is closed, and close everything."""
    closed = asyncio.Event()
    parts.window.closed.connect(closed.set)
    reports = Reports()
    reports.raised.connect(parts.window.come_forward)
    # From the first second thread on, Qt's objects must not be collected in it.
    collector = Collector()
    bridge: Bridge[Supervisor] = Bridge(reports.hand)
    try:
        async with TaskOwner(lambda _error: parts.toasts.say("danger", _bug())) as tasks:
            door = Door(parts.window, TroublePage(parts.theme), data, who)

            async def work() -> None:
                if not await _work(parts, door, bridge, reports, tasks, who):
                    closed.set()

            tasks.start(work(), "window")
            await closed.wait()
    finally:
        await bridge.aclose()
        collector.close()
        parts.ring.deleteLater()


async def _work(
    parts: Parts, door: Door, bridge: "Bridge[Supervisor]", reports: Reports, tasks: TaskOwner, who: Principal
) -> bool:
    """Whether the data was opened here; else another window has it and came forward."""
    early: list[Event] = []
    reports.arrived.connect(early.extend)
    supervisor = await door.enter(bridge, reports.ask_raise)
    if supervisor is None:
        return False
    work = Work(parts, SupervisorPort(bridge, supervisor, who), tasks)
    reports.arrived.disconnect()
    reports.arrived.connect(work.take)
    work.take(early)
    await work.load()
    return True


def _next_pane(window: MainWindow, rail: Rail) -> None:
    """From the rail into the page's first control, and from anywhere else to the rail."""
    focused: QWidget | None = window.focusWidget()
    if focused is None or not rail.isAncestorOf(focused):
        rail.focus_list()
        return
    page = window.area.page
    for control in page.findChildren(QWidget):
        if control.isVisible() and control.focusPolicy() & Qt.FocusPolicy.TabFocus:
            control.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return


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
