"""What is connected once the data is open: pages, what was clicked in them, and what it leads to."""

import uuid
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject

from wadesk.domain.errors import WaDeskError
from wadesk.domain.events import Event
from wadesk.domain.ids import AccountId, SlotId
from wadesk.ui.about import about
from wadesk.ui.acts import Acts
from wadesk.ui.errands import Errands
from wadesk.ui.errors import told
from wadesk.ui.flows import Flows
from wadesk.ui.jump import Jump
from wadesk.ui.models.board import Board
from wadesk.ui.models.commands import Commands
from wadesk.ui.models.drafts import Drafts
from wadesk.ui.models.inbox import Inbox
from wadesk.ui.models.last_places import LastPlaces
from wadesk.ui.models.linking import HistoryChoices
from wadesk.ui.models.settings import Settings
from wadesk.ui.models.switcher import Switcher
from wadesk.ui.number_flows import NumberFlows
from wadesk.ui.parts import Parts
from wadesk.ui.port import SupervisorPort
from wadesk.ui.screens import Place, Screens
from wadesk.ui.widgets.board_page import BoardPage
from wadesk.ui.widgets.command_bar import CommandBar
from wadesk.ui.widgets.daily_view import DailyView
from wadesk.ui.widgets.first_run import FirstRun
from wadesk.ui.widgets.link_page import LinkPage
from wadesk.ui.widgets.rail import Rail
from wadesk.ui.widgets.settings.page import SettingsPage
from wadesk.ui.widgets.switcher import SwitcherView
from wadesk.wire.tasks import TaskOwner

LAST_ACCOUNT = "window.account"
"""The setting that keeps which account was on the screen last."""


class Work:
    """Made when the data is open, and anew where text size or language changed."""

    def __init__(
        self,
        parts: Parts,
        port: SupervisorPort,
        tasks: TaskOwner,
        now_ms: Callable[[], int],
        settings: Settings,
        folder: Path,
        drafts: Drafts | None = None,
    ) -> None:
        """Make the pages, and connect what was clicked with what it leads to.

        ``now_ms``: UTC milliseconds; ``folder``: where the data is, to be told.
        """
        theme, desk, window = parts.theme, parts.desk, parts.window
        self._desk, self._port, self._tasks, self._settings = desk, port, tasks, settings
        self.inbox = Inbox(desk, port, tasks, lambda: str(uuid.uuid4()), desk, drafts)
        daily = DailyView(theme, self.inbox, now_ms)
        self._board = BoardPage(theme, desk, Board(desk), now_ms)
        choices, errands = HistoryChoices(), Errands(tasks, parts.toasts)
        self._link, self._first = LinkPage(theme, desk, choices, now_ms), FirstRun(theme)
        self.commands = Commands(desk)
        setup = SettingsPage(theme, settings, desk, self.commands, about(folder, theme))
        pages = (daily, self._board, self._link, self._first, setup)
        self.screens = Screens(window, parts.rail, parts.rail_model, desk, self.inbox, pages)
        numbers = NumberFlows(window, theme, desk, port, errands, self.screens, choices, now_ms)
        self.flows = Flows(window, theme, desk, port, errands, self.screens, numbers)
        self._connect_pages()
        self._connect_rail(parts.rail)
        setup.colour_asked.connect(self.flows.recolour)
        Acts(self.commands, window, parts.rail, daily, self.screens, self.flows, desk, self.inbox)
        CommandBar(self.commands, window)
        switcher = SwitcherView(theme, window.whole, Switcher(desk, port, tasks, self.commands, desk))
        self.jump = Jump(switcher, self.commands, self.screens, self.inbox, daily)
        parts.rail.jump_asked.connect(self.jump.open)
        self._connect_daily(daily)
        daily.trouble_told.connect(lambda error: parts.toasts.say("danger", told(error)))
        desk.resync_asked.connect(self._read_unread)
        self.screens.account_shown.connect(self._remember)

    def close(self) -> None:
        """Let go of the screen: what was typed is kept by :attr:`inbox`'s drafts."""
        for connection in self._following:
            QObject.disconnect(connection)
        self.inbox.close_chat()

    def take(self, events: list[Event]) -> None:
        """Tell the models what happened."""
        self._desk.take(events)
        self.inbox.hear(events)

    async def load(self, place: Place | None = None, shown: Iterable[Event] = ()) -> None:
        """Read accounts and numbers, and open the screen that was open last, or ``place``.

        ``shown`` are facts that are told once and cannot be read: the codes that are on show.
        """
        self._desk.load(await self._port.accounts(), await self._port.sessions())
        self._desk.take(shown)
        self._last_places.remind([account.account_id for account in self._desk.accounts()])
        if place is not None:
            self.screens.go_to(place)
        else:
            last = await self._port.setting(LAST_ACCOUNT)
            self.screens.show_first(AccountId(last) if last else None)
        for account_id in {session.account.account_id for session in self._desk.sessions() if session.slot.number}:
            self._read_unread(account_id)

    def _connect_pages(self) -> None:
        flows, screens, numbers = self.flows, self.screens, self.flows.numbers
        for page in (self._board, self._link):
            page.step_asked.connect(numbers.take_step)
            page.renew_asked.connect(numbers.renew)
        self._board.refresh_asked.connect(numbers.refresh)
        self._board.larger_asked.connect(screens.show_link)
        self._board.code_asked.connect(self._show_pairing)
        self._board.opened.connect(screens.open_slot)
        self._board.add_asked.connect(flows.new_number)
        self._board.menu_asked.connect(
            lambda slot_id, at: flows.slot_menu(slot_id, at.mapToGlobal(at.rect().bottomLeft()))
        )
        self._link.later_asked.connect(numbers.later)
        self._link.code_asked.connect(numbers.ask_code)
        self._link.history_chosen.connect(numbers.choose_history)
        self._first.create_asked.connect(lambda draft: flows.make_first_account(self._first, draft))
        self._first.skipped.connect(screens.show_board)
        self._first.language_chosen.connect(lambda language: self._settings.put("look.language", language))

    def _connect_daily(self, daily: DailyView) -> None:
        settings = self._settings
        self._last_places = LastPlaces(self.inbox, settings)
        self.inbox.step_asked.connect(self.flows.numbers.take_step)
        width = settings.word("window.list_width")
        daily.restore(int(width) if width.isdecimal() else 0, contact=settings.word("window.contact") != "off")
        daily.list_width_chosen.connect(lambda width: settings.put("window.list_width", str(width)))
        daily.contact_chosen.connect(lambda shown: settings.put("window.contact", shown))
        daily.column.chats.show_density(settings.density)
        density = settings.density_changed.connect(lambda: daily.column.chats.show_density(settings.density))
        daily.pane.messages.show_ticks(settings.ticks)
        ticks = settings.ticks_changed.connect(lambda: daily.pane.messages.show_ticks(settings.ticks))
        # The settings outlive what is on the screen now.
        self._following = (density, ticks)

    def _show_pairing(self, slot_id: SlotId) -> None:
        self.screens.show_link(slot_id)
        self._link.focus_code()

    def _connect_rail(self, rail: Rail) -> None:
        rail.add_asked.connect(self.flows.new_account)
        rail.account_moved.connect(self.flows.move_account)
        rail.account_menu_asked.connect(self.flows.account_menu)
        rail.slot_menu_asked.connect(self.flows.slot_menu)
        self.screens.start_asked.connect(self.flows.numbers.start)

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
