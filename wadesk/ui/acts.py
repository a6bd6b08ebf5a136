"""What each command of the window does, bound to the commands' model in one place."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from wadesk.domain.desk import Account, Session
from wadesk.domain.ids import SlotId
from wadesk.domain.linkstate import LinkState
from wadesk.ui.flows import Flows
from wadesk.ui.models.commands import PLACES, Commands
from wadesk.ui.models.desk import Desk
from wadesk.ui.models.inbox import Inbox
from wadesk.ui.screens import Screens
from wadesk.ui.widgets.daily_view import DailyView
from wadesk.ui.widgets.main_window import MainWindow
from wadesk.ui.widgets.rail import Rail

_UNDER_WAY = frozenset({LinkState.ONLINE, LinkState.PHONE_OFFLINE, LinkState.RECONNECTING, LinkState.CONNECTING})
_UNLINKED = frozenset({LinkState.UNLINKED, LinkState.LINKING, LinkState.LOGGED_OUT})


class Acts:
    """Binds what rail, screens, daily view and dialogs can do; what they cannot do yet stays unbound."""

    def __init__(
        self,
        commands: Commands,
        window: MainWindow,
        rail: Rail,
        daily: DailyView,
        screens: Screens,
        flows: Flows,
        desk: Desk,
        inbox: Inbox,
    ) -> None:
        """Bind everything; ``commands`` keeps it alive."""
        self._commands, self._window, self._rail, self._daily = commands, window, rail, daily
        self._screens, self._flows, self._desk, self._inbox = screens, flows, desk, inbox
        self._bind_program()
        self._bind_places()
        self._bind_chats()

    def _bind_program(self) -> None:
        bind = self._commands.bind
        bind("program.account", self._flows.new_account, enabled=self._in_use)
        bind("program.number", self._add_number, enabled=self._in_use, subject=self._account_name)
        bind("program.quit", self._window.quit)
        bind("program.settings", self._screens.show_settings, enabled=self._in_use)
        bind("go.board", self._screens.show_board, enabled=self._in_use)
        bind("go.next-pane", lambda: self._step_pane(1))
        bind("go.previous-pane", lambda: self._step_pane(-1))

    def _bind_places(self) -> None:
        for place in PLACES:
            self._bind_place(place)
        self._commands.bind("number.all", lambda: self._inbox.set_filter(None), enabled=self._in_chats)
        self._bind_shown("number.reconnect", self._flows.numbers.refresh, _UNDER_WAY | _UNLINKED)
        self._bind_shown("number.pause", self._flows.numbers.pause, _UNDER_WAY | {LinkState.ERROR})
        self._bind_shown("number.resume", self._flows.numbers.resume, frozenset({LinkState.PAUSED}))

    def _bind_shown(self, command_id: str, act: Callable[[SlotId], object], states: frozenset[LinkState]) -> None:
        """Bind what is done to the number on the screen, and to no other; its menu and the switcher name it."""

        def carry_out() -> None:
            if (session := self._shown_number()) is not None:
                act(session.slot.slot_id)

        def is_possible() -> bool:
            session = self._shown_number()
            return session is not None and session.status.state in states

        self._commands.bind(command_id, carry_out, enabled=is_possible, subject=self._shown_name)

    def _bind_place(self, place: int) -> None:
        def show_account() -> None:
            if (account := self._nth_account(place)) is not None:
                self._screens.show_account(account.account_id)

        def filter_number() -> None:
            if (session := self._nth_number(place)) is not None:
                self._inbox.set_filter(session.slot.slot_id)

        self._commands.bind(
            f"account.{place}",
            show_account,
            enabled=lambda: self._nth_account(place) is not None,
            subject=lambda: account.name if (account := self._nth_account(place)) else "",
        )
        self._commands.bind(
            f"number.{place}",
            filter_number,
            enabled=lambda: self._in_chats() and self._nth_number(place) is not None,
            subject=lambda: session.slot.name if (session := self._nth_number(place)) else "",
        )

    def _bind_chats(self) -> None:
        step = self._daily.column.chats.step
        acts: tuple[tuple[str, Callable[[], object]], ...] = (
            ("go.next-chat", lambda: step(1)),
            ("go.previous-chat", lambda: step(-1)),
            ("go.next-unread", self._daily.column.chats.next_unread),
            ("chat.new", self._daily.ask_new_chat),
            ("chat.contact", self._daily.toggle_contact),
            ("chat.switch-number", self._daily.ask_switch),
        )
        for command_id, act in acts:
            self._commands.bind(command_id, act, enabled=self._in_chats, subject=self._account_name)

    def _in_use(self) -> bool:
        """Whether there is a desk on the screen at all, and not the first run."""
        return bool(self._desk.accounts())

    def _in_chats(self) -> bool:
        return self._window.area.page is self._daily and self._daily.isVisible()

    def _shown_number(self) -> Session | None:
        """The number whose link page, chat or list is on the screen; None where it is no number's."""
        place = self._screens.place
        if place is None:
            return None
        chat = self._inbox.open_chat if place.chat is not None else None
        slot_id = place.linking or (chat.slot_id if chat is not None else place.number)
        return None if slot_id is None else self._desk.session(slot_id)

    def _shown_name(self) -> str:
        session = self._shown_number()
        return f"{session.slot.index} {session.slot.name} · {session.account.name}" if session is not None else ""

    def _account_name(self) -> str:
        account = self._inbox.account
        return account.name if account is not None and self._in_chats() else ""

    def _add_number(self) -> None:
        account = self._inbox.account
        self._flows.new_number(account.account_id if account is not None and self._in_chats() else None)

    def _nth_account(self, place: int) -> Account | None:
        for at, account in enumerate(self._desk.accounts(), 1):
            if at == place:
                return account
        return None

    def _nth_number(self, place: int) -> Session | None:
        for session in self._inbox.sessions:
            if session.slot.index == place:
                return session
        return None

    def _step_pane(self, step: int) -> None:
        """The next pane, each in its turn: rail, then list, chat and contact, or the one page there is."""
        daily = self._daily
        inner = (daily.column, daily.pane, daily.contact) if self._in_chats() else (self._window.area.page,)
        panes: list[QWidget] = [pane for pane in (self._rail, *inner) if pane.isVisible()]
        focused = self._window.focusWidget()
        here = next((at for at, pane in enumerate(panes) if _holds(pane, focused)), -min(step, 0))
        for away in range(1, len(panes) + 1):
            if self._enter(panes[(here + away * step) % len(panes)]):
                return

    def _enter(self, pane: QWidget) -> bool:
        if pane is self._rail:
            self._rail.focus_list()
            return True
        composer = self._daily.pane.composer.input
        if pane is self._daily.pane and composer.isVisible() and composer.isEnabled():
            composer.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return _focus_first(pane)


def _holds(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))


def _focus_first(pane: QWidget) -> bool:
    """Put the focus into a pane; whether there was anything to put it on."""
    for control in pane.findChildren(QWidget):
        if control.isVisible() and control.isEnabled() and control.focusPolicy() & Qt.FocusPolicy.TabFocus:
            control.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
    return False
