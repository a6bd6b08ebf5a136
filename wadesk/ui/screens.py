"""Where one is: an account's chats, the board, a number's link page, or the first run; title and rail follow."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from wadesk.domain.desk import Session
from wadesk.domain.ids import AccountId, ChatId, SlotId, slot_of
from wadesk.domain.linkstate import LinkState
from wadesk.domain.message import Chat
from wadesk.ui.models.account_draft import AccountDraft
from wadesk.ui.models.desk import Desk
from wadesk.ui.models.inbox import Inbox
from wadesk.ui.models.linking import links_now
from wadesk.ui.models.rail import RailModel
from wadesk.ui.states import WAITS_FOR_A_PERSON
from wadesk.ui.text import phone, translate
from wadesk.ui.widgets.board_page import BoardPage
from wadesk.ui.widgets.first_run import FirstRun
from wadesk.ui.widgets.link_page import LinkPage
from wadesk.ui.widgets.main_window import MainWindow
from wadesk.ui.widgets.rail import Rail
from wadesk.ui.widgets.settings.page import Section, SettingsPage

STARTS_BY_CLICK = frozenset({LinkState.UNLINKED, LinkState.LOGGED_OUT, LinkState.REPLACED})
"""A click on such a number in the rail leads to a QR code that is already running."""


@dataclass(frozen=True)
class Place:
    """Where one is, to be gone back to: the board where there is no account, a slot's link page, or a chat."""

    account: AccountId | None = None
    number: SlotId | None = None
    chat: ChatId | None = None
    linking: SlotId | None = None
    settings: Section | None = None
    control: str = ""
    """The control of the settings that had the focus, where it was what made the window anew."""


class Screens(QObject):
    """``account_shown`` (AccountId), to be opened with next time; ``start_asked`` (SlotId): a click wants its QR."""

    account_shown = Signal(object)
    start_asked = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        rail: Rail,
        rail_model: RailModel,
        desk: Desk,
        inbox: Inbox,
        pages: tuple[QWidget, BoardPage, LinkPage, FirstRun, SettingsPage],
    ) -> None:
        """Move between ``pages``: daily view, board, link page, first run, settings."""
        super().__init__(desk)
        self._window, self._rail, self._rail_model, self._desk, self._inbox = window, rail, rail_model, desk, inbox
        self._daily, self._board, self._link, self._first_run, self._settings = pages
        for page in (self._daily, self._board, self._link, self._settings):
            window.area.add(page)
        rail.account_chosen.connect(self.show_account)
        rail.slot_chosen.connect(self.choose_slot)
        rail.board_asked.connect(self.show_board)
        rail.settings_asked.connect(self.show_settings)
        inbox.chat_opened.connect(self._title_chat)
        inbox.filter_changed.connect(self._mark_number)
        desk.slots_changed.connect(self._leave_removed)
        desk.status_changed.connect(self._title_link)
        self._link.left.connect(self.show_board)

    def show_first(self, last: AccountId | None) -> None:
        """What the window opens with: the first run, the account shown last, or the board."""
        if not self._desk.accounts():
            self._first_run.begin(AccountDraft.beside([]))
            self._window.show_whole(self._first_run)
            self._window.show_title(translate("Window", "First account"))
            return
        self._window.show_desk()
        if last is not None and self._desk.account(last) is not None:
            self.show_account(last)
        else:
            self.show_board()

    @property
    def place(self) -> Place | None:
        """Where one is; None before the first account."""
        page = self._window.area.page
        if not self._desk.accounts():
            return None
        if page is self._link:
            return Place(linking=self._link.slot_id)
        if page is self._settings:
            return Place(settings=self._settings.section, control=self._settings.focused)
        account = self._inbox.account
        if page is not self._daily or account is None:
            return Place()
        chat = self._inbox.open_chat
        return Place(account.account_id, self._inbox.wanted, chat.chat_id if chat else None)

    def go_to(self, place: Place) -> None:
        """Be there again."""
        self._window.show_desk()
        if place.linking is not None:
            self.show_link(place.linking)
        elif place.settings is not None:
            self.show_settings()
            self._settings.show_section(place.settings)
            self._settings.focus(place.control)
        elif place.account is not None:
            self._inbox.remember(place.account, place.number, place.chat)
            self.show_account(place.account)
        else:
            self.show_board()

    def show_account(self, account_id: AccountId, number: SlotId | None = None) -> None:
        """An account's chats, of all its numbers or of one."""
        account = self._desk.account(account_id)
        if account is None:
            return
        shown = self._inbox.account
        if shown is None or shown.account_id != account_id:
            # Another account comes with the filter it was left with.
            self._inbox.show_account(account_id)
        elif number is None and self._window.area.page is self._daily:
            self._inbox.set_filter(None)
        if number is not None:
            self._inbox.set_filter(number)
        self._show(self._daily, account.colour, account_id, number)
        self._title_chat(self._inbox.open_chat)
        self.account_shown.emit(account_id)

    def open_chat(self, chat_id: ChatId) -> None:
        """A chat of any account: that account comes to the screen with it, all its numbers shown."""
        session = self._desk.session(slot_of(chat_id))
        if session is None:
            return
        account_id, shown = session.account.account_id, self._inbox.account
        if shown is None or shown.account_id != account_id:
            self._inbox.remember(account_id, None, chat_id)
            self.show_account(account_id)
            return
        self.show_account(account_id)
        if self._inbox.wanted not in {None, session.slot.slot_id}:
            self._inbox.set_filter(None)
        self._inbox.open(chat_id)

    def show_board(self) -> None:
        """All numbers."""
        self._show(self._board, None, None)
        self._window.show_title(translate("Rail", "Number board"))

    def show_settings(self) -> None:
        """What people set for themselves."""
        self._show(self._settings, None, None)
        self._window.show_title(translate("Rail", "Settings"))

    def show_link(self, slot_id: SlotId) -> None:
        """Linking one number, or the next step it needs."""
        session = self._desk.session(slot_id)
        if session is None:
            return
        self._link.show_slot(slot_id)
        self._show(self._link, session.account.colour, session.account.account_id, slot_id)
        self._title_link(slot_id)

    def open_slot(self, slot_id: SlotId) -> None:
        """A number's chats, or its next step where it waits for a person; nothing is started."""
        session = self._desk.session(slot_id)
        if session is None:
            return
        if session.status.state in WAITS_FOR_A_PERSON:
            self.show_link(slot_id)
        else:
            self.show_account(session.account.account_id, slot_id)

    def choose_slot(self, slot_id: SlotId) -> None:
        """A click in the rail: as :meth:`open_slot`, and a number that must be linked shows its QR at once."""
        session = self._desk.session(slot_id)
        if session is not None and session.status.state in STARTS_BY_CLICK:
            self.start_asked.emit(slot_id)
        self.open_slot(slot_id)

    def show_chats(self, slot_id: SlotId) -> None:
        """A number's chats, whatever its standing."""
        session = self._desk.session(slot_id)
        if session is not None:
            self.show_account(session.account.account_id, slot_id)

    def _show(self, page: QWidget, colour: int | None, account: AccountId | None, number: SlotId | None = None) -> None:
        self._window.show_desk()
        self._window.area.show_page(page, colour)
        self._rail_model.choose(account, number)
        self._rail.mark_board(page is self._board)
        self._rail.mark_settings(page is self._settings)

    def _mark_number(self, number: SlotId | None) -> None:
        if self._window.area.page is self._daily:
            self._rail_model.choose(self._rail_model.account, number)

    def _title_chat(self, chat: Chat | ChatId | None) -> None:
        account = self._inbox.account
        if self._window.area.page is not self._daily or account is None:
            return
        if not isinstance(chat, Chat):
            self._window.show_title(account.name)
            return
        session = self._desk.session(slot_of(chat.chat_id))
        who = chat.name or (phone(chat.number) if chat.number else "")
        self._window.show_title(who, _named(session) if session else "", account.name)

    def _title_link(self, slot_id: SlotId) -> None:
        session = self._desk.session(slot_id)
        if session is None or self._window.area.page is not self._link or self._link.slot_id != slot_id:
            return
        named = _named(session)
        connects = translate("Window", "Connect {slot}").format(slot=named)
        self._window.show_title(connects if links_now(session.status) else named, session.account.name)

    def _leave_removed(self, _account: AccountId) -> None:
        slot_id = self._link.slot_id
        if self._window.area.page is self._link and slot_id is not None and self._desk.slot(slot_id) is None:
            self.show_board()


def _named(session: Session) -> str:
    return f"{session.slot.index} {session.slot.name}"
