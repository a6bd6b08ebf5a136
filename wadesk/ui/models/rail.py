"""The rail's rows: every account, and below the chosen one its slots."""

from collections.abc import Hashable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject

from wadesk.domain.desk import Account, Slot
from wadesk.domain.ids import AccountId, SlotId
from wadesk.domain.linkstate import SlotStatus
from wadesk.ui.models.desk import Desk
from wadesk.ui.models.rows import RowsModel
from wadesk.ui.states import Look, account_line, look, state_word
from wadesk.ui.text import counted

translate = QCoreApplication.translate


@dataclass(frozen=True)
class AccountRow:
    """An account in the rail: its worst state in words, its unread messages, whether it is on the screen."""

    account: Account
    look: Look | None
    words: str
    unread: int
    chosen: bool

    @property
    def key(self) -> Hashable:
        """The account's id."""
        return self.account.account_id


@dataclass(frozen=True)
class SlotRow:
    """One of the chosen account's numbers; ``chosen`` when the list is limited to it."""

    slot: Slot
    account: Account
    status: SlotStatus
    unread: int
    chosen: bool

    @property
    def key(self) -> Hashable:
        """The slot's id."""
        return self.slot.slot_id

    @property
    def look(self) -> Look:
        """How its state is drawn."""
        return look(self.status.state)


RailRow = AccountRow | SlotRow


class RailModel(RowsModel[RailRow]):
    """Follows the desk. One account may be chosen and unfolds; one of its numbers may be chosen besides."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Show ``desk``."""
        super().__init__(parent)
        self._desk = desk
        self._account: AccountId | None = None
        self._number: SlotId | None = None
        self._folded = False
        desk.accounts_changed.connect(self._refresh)
        for changed in (desk.slots_changed, desk.status_changed, desk.unread_changed):
            changed.connect(self._refresh)
        self._refresh()

    @property
    def account(self) -> AccountId | None:
        """The chosen account."""
        return self._account

    def choose(self, account: AccountId | None, number: SlotId | None = None) -> None:
        """Mark what is on the screen: an account with all its numbers or one of them, or neither."""
        self._account, self._number = account, number
        self._refresh()

    def fold(self, folded: bool) -> None:
        """Show accounts alone, as the narrow rail does."""
        self._folded = folded
        self._refresh()

    def spoken(self, row: RailRow) -> str:
        """The row's phrase (design.md 13)."""
        unread = counted(row.unread, translate("Rail", "1 unread"), translate("Rail", "{n} unread"))
        if isinstance(row, AccountRow):
            return f"{row.account.name}, {unread}, {row.words}"
        number = translate("Rail", "number {index} {name}").format(index=row.slot.index, name=row.slot.name)
        return f"{number}, {unread}, {state_word(row.status)}"

    def _refresh(self, _changed: object = None) -> None:
        rows: list[RailRow] = []
        for account in self._desk.accounts():
            rows.append(self._account_row(account))
            if account.account_id == self._account and not self._folded:
                rows.extend(self._slot_row(account, slot) for slot in self._desk.slots(account.account_id))
        self.show(rows)

    def _account_row(self, account: Account) -> AccountRow:
        slots = self._desk.slots(account.account_id)
        shown, words = account_line(self._desk.status(slot.slot_id).state for slot in slots)
        unread = self._desk.unread(account.account_id)
        return AccountRow(account, shown, words, unread, account.account_id == self._account)

    def _slot_row(self, account: Account, slot: Slot) -> SlotRow:
        status, unread = self._desk.status(slot.slot_id), self._desk.unread_in(slot.slot_id)
        return SlotRow(slot, account, status, unread, slot.slot_id == self._number)
