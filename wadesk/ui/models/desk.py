"""Accounts, their slots, and each slot's standing: what rail, board and link page are drawn from."""

import time
from collections.abc import Callable, Iterable
from typing import assert_never

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from wadesk.domain.desk import Account, Session, Slot
from wadesk.domain.events import (
    AccountChanged,
    ChatChanged,
    Event,
    HistoryProgress,
    MessageChanged,
    MessageRemoved,
    MessageStored,
    PairingCodeGone,
    PairingCodeShown,
    QrGone,
    QrShown,
    Resync,
    SlotChanged,
    SlotRemoved,
    StatusChanged,
)
from wadesk.domain.ids import AccountId, ChatId, SlotId, account_of, slot_of
from wadesk.domain.linkstate import LinkState, PairingCode, Qr, SlotStatus
from wadesk.domain.message import Chat
from wadesk.ui.models.steady import Steady

StandingEvent = (
    StatusChanged
    | QrShown
    | QrGone
    | PairingCodeShown
    | PairingCodeGone
    | HistoryProgress
    | Resync
    | AccountChanged
    | SlotChanged
    | SlotRemoved
)
"""Every event but those of chats and messages."""


class Desk(QObject):
    """All accounts and slots with what was last told about them; nothing here is a guess or a wish.

    Events that come before the first :meth:`load` are kept and taken after it. Signals: ``loaded`` once;
    ``accounts_changed`` the list or a name; ``slots_changed`` (AccountId) its slots or a name;
    ``status_changed``, ``qr_changed``, ``code_changed`` and ``history_changed``
    (SlotId); ``unread_changed`` (AccountId);
    ``resync_asked`` (AccountId) what is shown of its chats must be read again.
    """

    loaded = Signal()
    accounts_changed = Signal()
    slots_changed = Signal(object)
    status_changed = Signal(object)
    qr_changed = Signal(object)
    code_changed = Signal(object)
    history_changed = Signal(object)
    unread_changed = Signal(object)
    resync_asked = Signal(object)

    def __init__(self, parent: QObject | None = None, clock: Callable[[], int] | None = None) -> None:
        """Know nothing yet. ``clock`` counts milliseconds and is never set back; short blips are timed by it."""
        super().__init__(parent)
        self._clock = clock or _monotonic_ms
        self._steady, self._settling = Steady(), QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self.settle)
        self._early: list[Event] | None = []
        self._accounts: dict[AccountId, Account] = {}
        self._slots: dict[SlotId, Slot] = {}
        self._qrs: dict[SlotId, Qr] = {}
        self._codes: dict[SlotId, PairingCode] = {}
        self._history: dict[SlotId, HistoryProgress] = {}
        self._unread: dict[SlotId, dict[ChatId, int]] = {}

    @property
    def is_loaded(self) -> bool:
        """Whether the accounts were read at all; before that an empty desk means nothing."""
        return self._early is None

    def load(self, accounts: Iterable[Account], sessions: Iterable[Session]) -> None:
        """Take what was read at the start, then what was told meanwhile."""
        self._accounts = {account.account_id: account for account in accounts}
        for session in sessions:
            self._slots[session.slot.slot_id] = _named(session.slot)
            self._steady.begin(session.status)
        early, self._early = self._early or [], None
        self.loaded.emit()
        self.accounts_changed.emit()
        for account_id in self._accounts:
            self.slots_changed.emit(account_id)
        self.take(early)

    def take(self, events: Iterable[Event]) -> None:
        """Take what was told, in order."""
        if self._early is not None:
            self._early.extend(events)
            return
        newest: dict[ChatId, Chat] = {}
        for event in events:
            # By far the most, and of a chat only its newest row counts.
            if isinstance(event, MessageStored | MessageChanged | MessageRemoved | ChatChanged):
                newest[event.chat.chat_id] = event.chat
            else:
                self._count_all(newest)
                self._take(event)
        self._count_all(newest)

    def settle(self) -> None:
        """Show what was no short blip after all."""
        for slot_id in self._steady.settle(self._clock()):
            self.status_changed.emit(slot_id)
        self._await_settling()

    def accounts(self) -> list[Account]:
        """Every account, in the rail's order."""
        return sorted(self._accounts.values(), key=lambda account: (account.position, account.account_id))

    def account(self, account_id: AccountId) -> Account | None:
        """One account; None when it is not (or no longer) here."""
        return self._accounts.get(account_id)

    def slots(self, account_id: AccountId) -> list[Slot]:
        """An account's slots by their index."""
        found = [slot for slot in self._slots.values() if slot.account_id == account_id]
        return sorted(found, key=lambda slot: slot.index)

    def slot(self, slot_id: SlotId) -> Slot | None:
        """One slot; None when it is not (or no longer) here."""
        return self._slots.get(slot_id)

    def status(self, slot_id: SlotId) -> SlotStatus:
        """A slot's standing as it is shown, without short blips; unlinked where nothing was told yet."""
        found = self._steady.shown(slot_id)
        return found or SlotStatus(slot_id=slot_id, state=LinkState.UNLINKED, epoch=0, counter=0)

    def session(self, slot_id: SlotId) -> Session | None:
        """A slot with its account and standing; None when it is not here."""
        slot = self._slots.get(slot_id)
        account = self._accounts.get(slot.account_id) if slot else None
        if slot is None or account is None:
            return None
        return Session(slot=slot, account=account, status=self.status(slot_id))

    def sessions(self, account_id: AccountId | None = None) -> list[Session]:
        """Sessions of one account, or of all in the rail's order."""
        accounts = [account for account in self.accounts() if account_id in {None, account.account_id}]
        return [
            Session(slot=slot, account=account, status=self.status(slot.slot_id))
            for account in accounts
            for slot in self.slots(account.account_id)
        ]

    def qr(self, slot_id: SlotId) -> Qr | None:
        """The QR code a slot shows now; the caller looks whether its time is over."""
        return self._qrs.get(slot_id)

    def code(self, slot_id: SlotId) -> PairingCode | None:
        """The pairing code a slot shows now; the caller looks whether its time is over."""
        return self._codes.get(slot_id)

    def history(self, slot_id: SlotId) -> HistoryProgress | None:
        """How far a slot's history import is; None where none is under way."""
        return self._history.get(slot_id)

    def showing(self) -> list[Event]:
        """What is on show now and told only once: to be taken again by the desk that comes after this one."""
        qrs = [QrShown(qr=qr) for qr in self._qrs.values()]
        return [*qrs, *(PairingCodeShown(code=code) for code in self._codes.values()), *self._history.values()]

    def unread(self, account_id: AccountId) -> int:
        """Unread messages in all chats of an account."""
        return sum(self.unread_in(slot_id) for slot_id in self._unread if account_of(slot_id) == account_id)

    def unread_in(self, slot_id: SlotId) -> int:
        """Unread messages in one slot's chats."""
        return sum(self._unread.get(slot_id, {}).values())

    def unread_of(self, chat_id: ChatId) -> int | None:
        """Unread messages in one chat; None where nothing was told of it."""
        return self._unread.get(slot_of(chat_id), {}).get(chat_id)

    def take_chats(self, account_id: AccountId, chats: Iterable[Chat]) -> None:
        """Count unread anew from an account's chat list."""
        for slot_id in [known for known in self._unread if account_of(known) == account_id]:
            del self._unread[slot_id]
        for chat in chats:
            self._count(chat)
        self.unread_changed.emit(account_id)

    def _take(self, event: StandingEvent) -> None:
        match event:
            case StatusChanged(status=status):
                self._take_status(status)
            case QrShown() | QrGone() | PairingCodeShown() | PairingCodeGone() | HistoryProgress():
                self._take_linking(event)
            case Resync(account_id=account_id):
                self.resync_asked.emit(account_id)
            case AccountChanged(account=account):
                self._accounts[account.account_id] = account
                self.accounts_changed.emit()
            case SlotChanged(slot=slot):
                self._slots[slot.slot_id] = _named(slot)
                self.slots_changed.emit(slot.account_id)
            case SlotRemoved(slot_id=slot_id):
                self._forget(slot_id)
            case _:
                assert_never(event)

    def _take_linking(self, event: QrShown | QrGone | PairingCodeShown | PairingCodeGone | HistoryProgress) -> None:
        match event:
            case QrShown(qr=qr):
                self._put_qr(qr.slot_id, qr)
            case QrGone(slot_id=slot_id):
                self._put_qr(slot_id, None)
            case PairingCodeShown(code=code):
                self._put_code(code.slot_id, code)
            case PairingCodeGone(slot_id=slot_id):
                self._put_code(slot_id, None)
            case HistoryProgress():
                self._take_history(event)

    def _take_status(self, status: SlotStatus) -> None:
        if not self._steady.hear(status, self._clock()):
            self._await_settling()
            return
        if status.state is not LinkState.LINKING:
            self._put_qr(status.slot_id, None)
            self._put_code(status.slot_id, None)
        self.status_changed.emit(status.slot_id)

    def _await_settling(self) -> None:
        wait = self._steady.wait_ms(self._clock())
        if wait is not None:
            self._settling.start(wait)

    def _put_qr(self, slot_id: SlotId, qr: Qr | None) -> None:
        before = self._qrs.pop(slot_id, None)
        if qr is not None:
            self._qrs[slot_id] = qr
        if before is not qr:
            self.qr_changed.emit(slot_id)

    def _put_code(self, slot_id: SlotId, code: PairingCode | None) -> None:
        before = self._codes.pop(slot_id, None)
        if code is not None:
            self._codes[slot_id] = code
        if before is not code:
            self.code_changed.emit(slot_id)

    def _take_history(self, progress: HistoryProgress) -> None:
        if progress.done:
            self._history.pop(progress.slot_id, None)
        else:
            self._history[progress.slot_id] = progress
        self.history_changed.emit(progress.slot_id)

    def _count_all(self, newest: dict[ChatId, Chat]) -> None:
        changed = {account_of(chat.slot_id) for chat in newest.values() if self._count(chat)}
        newest.clear()
        for account_id in changed:
            self.unread_changed.emit(account_id)

    def _count(self, chat: Chat) -> bool:
        """Keep a chat's count; whether it is another one than before."""
        of_slot = self._unread.setdefault(chat.slot_id, {})
        before = of_slot.get(chat.chat_id, 0)
        of_slot[chat.chat_id] = chat.unread
        return before != chat.unread

    def _forget(self, slot_id: SlotId) -> None:
        slot = self._slots.pop(slot_id, None)
        self._steady.forget(slot_id)
        self._qrs.pop(slot_id, None)
        self._codes.pop(slot_id, None)
        self._history.pop(slot_id, None)
        self._unread.pop(slot_id, None)
        if slot is not None:
            self.slots_changed.emit(slot.account_id)
            self.unread_changed.emit(slot.account_id)


def _named(slot: Slot) -> Slot:
    """A slot that nobody named yet is called a number: its index stands before it everywhere."""
    return slot if slot.name else msgspec.structs.replace(slot, name=QCoreApplication.translate("Desk", "Number"))


def _monotonic_ms() -> int:
    return time.monotonic_ns() // 1_000_000
