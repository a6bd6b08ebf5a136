"""What a click leads to: dialogs, then orders to the supervisor, then the next screen."""

from collections.abc import Callable, Coroutine
from typing import Any, Protocol

from PySide6.QtCore import QPoint

from wadesk.domain.desk import Account, Slot
from wadesk.domain.errors import WaDeskError
from wadesk.domain.events import AccountChanged, SlotChanged
from wadesk.domain.ids import AccountId, SlotId
from wadesk.domain.linkstate import LinkState
from wadesk.ui.errors import told
from wadesk.ui.models.account_draft import AccountDraft
from wadesk.ui.models.desk import Desk
from wadesk.ui.models.linking import start_words
from wadesk.ui.port import SupervisorPort
from wadesk.ui.screens import Screens
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.dialog import Dialog
from wadesk.ui.widgets.dialogs import NewAccount, NewNumber, RemoveNumber, Rename
from wadesk.ui.widgets.first_run import FirstRun
from wadesk.ui.widgets.main_window import MainWindow
from wadesk.ui.widgets.popup_menu import PopupMenu
from wadesk.ui.widgets.toasts import Toasts
from wadesk.wire.tasks import TaskOwner

Work = Coroutine[Any, Any, object]


class Refuses(Protocol):
    """A form that says why its act was refused and keeps what was typed."""

    def show_error(self, sentence: str) -> None:
        """Say why."""


class Flows:
    """Every order is one task; a second click on the same thing while the first runs does nothing."""

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        desk: Desk,
        port: SupervisorPort,
        tasks: TaskOwner,
        screens: Screens,
        toasts: Toasts,
    ) -> None:
        """Give orders through ``port``."""
        self._window, self._theme, self._desk, self._port, self._tasks = window, theme, desk, port, tasks
        self._screens, self._toasts = screens, toasts
        self._running: set[str] = set()

    def start(self, slot_id: SlotId) -> None:
        """Begin to link or to connect a number."""
        self._order(f"start {slot_id}", self._port.start(slot_id))

    def renew(self, slot_id: SlotId) -> None:
        """A new row of codes now."""
        self._order(f"start {slot_id}", self._renew(slot_id))

    def later(self, slot_id: SlotId) -> None:
        """Link another time: its codes end."""
        status = self._desk.status(slot_id)
        if status.state is LinkState.LINKING:
            self._order(f"cancel {slot_id}", self._port.cancel_link(slot_id))
        self._screens.show_board()

    def make_first_account(self, first_run: FirstRun, draft: AccountDraft) -> None:
        """The account of the first run, and its first number with its QR code."""
        first_run.set_busy(True)
        self._order("account", self._make_account(draft), first_run)

    def new_account(self) -> None:
        """Ask for a new account, then make it and its first number."""
        dialog = NewAccount(self._theme, self._window, AccountDraft.beside(self._desk.accounts()))
        self._ask(dialog, lambda: self._make_account(dialog.draft))

    def new_number(self, account_id: AccountId | None = None) -> None:
        """Ask which account and what it is called, then make it and show its QR code."""
        if not self._desk.accounts():
            self.new_account()
            return
        dialog = NewNumber(self._theme, self._window, self._desk.accounts(), account_id)

        def make() -> Work:
            chosen = dialog.account_id
            return self._make_slot(chosen, dialog.name or None) if chosen else _nothing()

        self._ask(dialog, make)

    def rename_account(self, account_id: AccountId) -> None:
        """Ask for another name of an account."""
        account = self._desk.account(account_id)
        if account is not None:
            dialog = Rename(self._theme, self._window, translate("Dialogs", "Rename account"), account.name)
            self._ask(dialog, lambda: self._port.rename_account(account_id, dialog.name))

    def rename_slot(self, slot_id: SlotId) -> None:
        """Ask for another name of a number."""
        slot = self._desk.slot(slot_id)
        if slot is not None:
            dialog = Rename(self._theme, self._window, translate("Dialogs", "Rename number"), slot.name)
            self._ask(dialog, lambda: self._port.rename_slot(slot_id, dialog.name))

    def remove_slot(self, slot_id: SlotId) -> None:
        """Ask for the initials, then erase the number with all that is under it."""
        session = self._desk.session(slot_id)
        if session is not None:
            dialog = RemoveNumber(self._theme, self._window, session)
            self._ask(dialog, lambda: self._port.remove_slot(slot_id))

    def slot_menu(self, slot_id: SlotId, at: QPoint) -> None:
        """What can be done with a number, opened at a place on the screen."""
        session = self._desk.session(slot_id)
        if session is None:
            return
        menu = PopupMenu(self._window)
        menu.addAction(translate("Menu", "Open chats"), lambda: self._screens.show_chats(slot_id))
        if words := start_words(session):
            menu.addAction(words, lambda: self.start(slot_id))
        if session.status.state is LinkState.LINKING:
            menu.addAction(translate("Menu", "Connect later"), lambda: self.later(slot_id))
        menu.addAction(translate("Menu", "Rename…"), lambda: self.rename_slot(slot_id))
        menu.addSeparator()
        menu.addAction(translate("Menu", "Remove number…"), lambda: self.remove_slot(slot_id))
        menu.popup(at)

    def account_menu(self, account_id: AccountId, at: QPoint) -> None:
        """What can be done with an account, opened at a place on the screen."""
        menu = PopupMenu(self._window)
        menu.addAction(translate("Menu", "Add number…"), lambda: self.new_number(account_id))
        menu.addAction(translate("Menu", "Rename account…"), lambda: self.rename_account(account_id))
        menu.popup(at)

    async def _renew(self, slot_id: SlotId) -> None:
        await self._port.cancel_link(slot_id)
        await self._port.start(slot_id)

    async def _make_account(self, draft: AccountDraft) -> Account:
        account = await self._port.add_account(draft.name.strip(), draft.initials or None, draft.colour)
        self._desk.take([AccountChanged(account=account)])
        # An order of its own: the account stands, whatever becomes of its first number.
        self._order(f"slot {account.account_id}", self._make_slot(account.account_id, None))
        return account

    async def _make_slot(self, account_id: AccountId, name: str | None) -> Slot:
        slot = await self._port.add_slot(account_id, name)
        self._desk.take([SlotChanged(slot=slot)])
        self._screens.show_link(slot.slot_id)
        self.start(slot.slot_id)
        return slot

    def _ask(self, dialog: Dialog, make: Callable[[], Work]) -> None:
        dialog.asked.connect(lambda: self._order("dialog", make(), dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _order(self, key: str, work: Work, form: Refuses | None = None) -> None:
        if key in self._running:
            work.close()
            return
        self._running.add(key)
        self._tasks.start(self._carry_out(key, work, form), key.partition(" ")[0])

    async def _carry_out(self, key: str, work: Work, form: Refuses | None) -> None:
        try:
            await work
        except WaDeskError as error:
            if form is None:
                self._toasts.say("danger", told(error))
            else:
                form.show_error(told(error))
        else:
            if isinstance(form, Dialog):
                form.accept()
        finally:
            self._running.discard(key)


async def _nothing() -> None:
    """Where nothing was chosen there is nothing to do."""
