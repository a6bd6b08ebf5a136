"""What a click leads to: dialogs, then orders to the supervisor, then the next screen."""

from collections.abc import Callable

from PySide6.QtCore import QPoint

from wadesk.domain.desk import Account, Slot
from wadesk.domain.events import AccountChanged, SlotChanged
from wadesk.domain.ids import AccountId, SlotId
from wadesk.ui.errands import Errands, Work
from wadesk.ui.models.account_draft import AccountDraft
from wadesk.ui.models.desk import Desk
from wadesk.ui.models.slot_acts import SlotAct
from wadesk.ui.next_steps import next_step
from wadesk.ui.number_flows import NumberFlows
from wadesk.ui.port import SupervisorPort
from wadesk.ui.screens import Screens
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.dialog import Dialog
from wadesk.ui.widgets.dialogs import NewAccount, NewNumber, Rename
from wadesk.ui.widgets.first_run import FirstRun
from wadesk.ui.widgets.main_window import MainWindow
from wadesk.ui.widgets.popup_menu import PopupMenu
from wadesk.ui.widgets.slot_menu import SlotMenu


class Flows:
    """Accounts and numbers come, go and are named; ``numbers`` is what happens to one number that is there."""

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        desk: Desk,
        port: SupervisorPort,
        errands: Errands,
        screens: Screens,
        numbers: NumberFlows,
    ) -> None:
        """Give orders through ``port``."""
        self._window, self._theme, self._desk, self._port = window, theme, desk, port
        self._errands, self._screens, self.numbers = errands, screens, numbers
        self._acts: dict[SlotAct, Callable[[SlotId], None]] = {
            SlotAct.OPEN: screens.show_chats,
            SlotAct.PAUSE: numbers.pause,
            SlotAct.RECONNECT: numbers.reconnect,
            SlotAct.LATER: numbers.later,
            SlotAct.ADVISE: numbers.advise,
            SlotAct.RENAME: self.rename_slot,
            SlotAct.LOG_OUT: numbers.log_out,
            SlotAct.CLEAR: numbers.clear,
            SlotAct.REMOVE: numbers.remove,
        }

    def make_first_account(self, first_run: FirstRun, draft: AccountDraft) -> None:
        """The account of the first run, and its first number with its QR code."""
        first_run.set_busy(True)
        self._errands.order("account", self._make_account(draft), first_run)

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

    def slot_menu(self, slot_id: SlotId, at: QPoint) -> None:
        """What can be done with a number, opened at a place on the screen."""
        session = self._desk.session(slot_id)
        if session is not None:
            menu = SlotMenu(self._theme, self._window, session)
            menu.chosen.connect(lambda act: self.act(slot_id, act))
            menu.popup(at)

    def act(self, slot_id: SlotId, act: SlotAct) -> None:
        """Do what was taken from a number's menu."""
        step = next_step(self._desk.status(slot_id))
        if act is not SlotAct.STEP:
            self._acts[act](slot_id)
        elif step is not None:
            self.numbers.take_step(slot_id, step.kind)

    def account_menu(self, account_id: AccountId, at: QPoint) -> None:
        """What can be done with an account, opened at a place on the screen."""
        menu = PopupMenu(self._theme, self._window)
        menu.add_row(translate("Menu", "Add number…"), lambda: self.new_number(account_id), icon="plus")
        menu.add_row(translate("Menu", "Rename account…"), lambda: self.rename_account(account_id), icon="pencil")
        menu.popup(at)

    def recolour(self, account_id: AccountId, colour: int) -> None:
        """Give an account another colour; accounts 11 to 20 keep the shape that tells them from the first ten."""
        account = self._desk.account(account_id)
        if account is not None:
            cut = 10 if 11 <= account.colour <= 20 else 0
            work = self._port.change_account(account_id, colour=colour + cut)
            self._errands.order(f"colour {account_id}", work)

    def move_account(self, account_id: AccountId, place: int) -> None:
        """Put an account at a place of the rail, counted from 1."""
        self._errands.order("order of accounts", self._port.move_account(account_id, place))

    async def _make_account(self, draft: AccountDraft) -> Account:
        account = await self._port.add_account(draft.name.strip(), draft.initials or None, draft.colour)
        self._desk.take([AccountChanged(account=account)])
        # An order of its own: the account stands, whatever becomes of its first number.
        self._errands.order(f"slot {account.account_id}", self._make_slot(account.account_id, None))
        return account

    async def _make_slot(self, account_id: AccountId, name: str | None) -> Slot:
        slot = await self._port.add_slot(account_id, name)
        self._desk.take([SlotChanged(slot=slot)])
        self._screens.show_link(slot.slot_id)
        self.numbers.start(slot.slot_id)
        return slot

    def _ask(self, dialog: Dialog, make: Callable[[], Work]) -> None:
        dialog.asked.connect(lambda: self._errands.order("dialog", make(), dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


async def _nothing() -> None:
    """Where nothing was chosen there is nothing to do."""
