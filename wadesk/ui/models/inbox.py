"""One account at work on the screen: its chats, the open chat, what was typed, what was seen."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from wadesk.domain.desk import Account, Session, Slot
from wadesk.domain.errors import WaDeskError
from wadesk.domain.events import Event, HistoryProgress
from wadesk.domain.ids import AccountId, ChatId, SlotId, account_of, slot_of
from wadesk.domain.message import Chat
from wadesk.ui.chat_words import chat_name
from wadesk.ui.models.audit import Audit
from wadesk.ui.models.chats import ChatListModel
from wadesk.ui.models.desk import Desk
from wadesk.ui.models.drafts import Drafts
from wadesk.ui.models.heard import sorted_out
from wadesk.ui.models.messages import MessageListModel, Starter
from wadesk.ui.models.new_chat import Beginning
from wadesk.ui.models.orders import Orders
from wadesk.ui.models.other_numbers import OtherNumbers
from wadesk.ui.models.outgoing import Outgoing
from wadesk.ui.models.pictures import Pictures
from wadesk.ui.models.port import InboxPort
from wadesk.ui.models.reading import ReadMarks
from wadesk.ui.models.sender import Sender, sender_of


class Inbox(QObject):
    """Which account, which number filter, which chat; the last of each is kept per account while the window lives.

    There is no current number: who sends is read from the open chat (:meth:`sender_for`). Signals:
    ``account_changed`` (Account or None); ``filter_changed`` (SlotId or None); ``numbers_changed`` a name
    or a slot's standing; ``history_changed`` what is imported; ``chat_opened`` (Chat or None);
    ``sender_changed`` what the bar shows (Sender or None); ``draft_returned`` the text the composer shows
    now; ``refused`` a WaDeskError for people; ``step_asked`` (SlotId, StepKind): the next step of a number's
    state is wanted.
    """

    account_changed = Signal(object)
    filter_changed = Signal(object)
    numbers_changed = Signal()
    chat_opened = Signal(object)
    sender_changed = Signal(object)
    draft_returned = Signal(str)
    refused = Signal(object)
    step_asked = Signal(object, object)
    history_changed = Signal()

    def __init__(
        self,
        desk: Desk,
        port: InboxPort,
        tasks: Starter,
        new_key: Callable[[], str],
        parent: QObject | None = None,
        drafts: Drafts | None = None,
    ) -> None:
        """``new_key`` makes an idempotency key for each text that is sent; ``drafts`` were typed before."""
        super().__init__(parent)
        self._desk, self._port, self._tasks = desk, port, tasks
        self.drafts = drafts or Drafts()
        self.chats = ChatListModel(self, self.drafts)
        self.messages = MessageListModel(port, tasks, self)
        self.orders = Orders(port, tasks, self)
        self.beginning = Beginning(port, tasks, self)
        self.pictures = Pictures(port, tasks, self)
        self._outgoing = Outgoing(port, tasks, self.sender_for, new_key, self)
        self._marks = ReadMarks(port)
        self._account: AccountId | None = None
        self._open: ChatId | None = None
        self.others = OtherNumbers(port, tasks, lambda: self.sessions, self.chats, self.drafts, self)
        self._last: dict[AccountId, tuple[SlotId | None, ChatId | None]] = {}
        self._attentive = False
        self._listen()

    def _listen(self) -> None:
        self._desk.accounts_changed.connect(self._tell_names)
        self._desk.slots_changed.connect(self._take_slots)
        self._desk.status_changed.connect(self._tell_status)
        self._desk.resync_asked.connect(self._resync)
        self._desk.history_changed.connect(self.history_changed)
        self._outgoing.queued.connect(self.messages.load_newest_of)
        self._outgoing.refused.connect(self._give_back)
        self.messages.failed.connect(self.refused)
        self.messages.opened.connect(self._mark_seen)
        self.messages.appended.connect(self._mark_seen)
        self.orders.refused.connect(self.refused)
        self.others.chat_wanted.connect(self.show_chat)
        self.beginning.opened.connect(self.show_chat)
        self.others.found.connect(self._tell_sender)

    @property
    def account(self) -> Account | None:
        """The account on the screen."""
        return None if self._account is None else self._desk.account(self._account)

    @property
    def sessions(self) -> list[Session]:
        """Its numbers, by index."""
        return [] if self._account is None else self._desk.sessions(self._account)

    @property
    def open_chat(self) -> Chat | None:
        """The chat on the screen."""
        return None if self._open is None else self.chats.chat(self._open)

    @property
    def wanted(self) -> SlotId | None:
        """The number that the list is limited to; None for all."""
        return self.chats.number

    def audit(self, now_ms: Callable[[], int]) -> Audit:
        """A count of where an open chat's messages left from, for the panel that shows it."""
        return Audit(self._port, self._tasks, now_ms, self)

    def history(self) -> list[HistoryProgress]:
        """How far the imports of this account's numbers are; none where nothing is imported."""
        found = (self._desk.history(slot_id) for slot_id in self._slots())
        return [progress for progress in found if progress is not None]

    def remember(self, account_id: AccountId, number: SlotId | None, chat_id: ChatId | None) -> None:
        """What an account shall be shown with when it comes to the screen."""
        self._last[account_id] = (number, chat_id)

    def sender_for(self, chat_id: ChatId) -> Sender | None:
        """Who speaks in a chat, read from its id; None where chat or slot is not here."""
        chat, session = self.chats.chat(chat_id), self._desk.session(slot_of(chat_id))
        if chat is None or session is None:
            return None
        return self.others.complete(sender_of(chat, session))

    def show_account(self, account_id: AccountId | None) -> None:
        """Put another account on the screen, with its last filter; its last chat opens once its list is here."""
        if account_id == self._account:
            return
        if self._account is not None:
            self._last[self._account] = (self.wanted, self._open)
        self.close_chat()
        self._account = account_id
        number, chat_id = self._last.get(account_id, (None, None)) if account_id is not None else (None, None)
        self.chats.replace((), self._slots(), number if number in self._slots() else None)
        self.account_changed.emit(self.account)
        self.numbers_changed.emit()
        self.filter_changed.emit(self.wanted)
        if account_id is not None:
            self.orders.give(lambda: self._read_list(account_id, chat_id), "chat list")

    def set_filter(self, number: SlotId | None) -> None:
        """Limit the list to one number of this account, or show all; the open chat stays open."""
        if number is None or number in self._slots():
            self.chats.set_filter(number)
            self.filter_changed.emit(number)

    def open(self, chat_id: ChatId) -> None:
        """Put a chat on the screen; one that is not of this account is ignored."""
        chat = self.chats.chat(chat_id)
        if chat is None or chat_id == self._open:
            return
        self._open = chat_id
        self.chats.hold(chat_id)
        self.messages.who = chat_name(chat)
        self.messages.open(chat_id, chat.unread)
        self.chat_opened.emit(chat)
        self.others.look(chat)
        self.sender_changed.emit(self.sender_for(chat_id))
        self.draft_returned.emit(self.drafts.of(chat_id))

    def show_chat(self, chat: Chat) -> None:
        """Put a chat on the screen that may not be in the list yet; one of another account is ignored."""
        if account_of(chat.slot_id) != self._account:
            return
        if not chat.time_ms:
            self.drafts.remember_begun(chat)
        self.chats.put(chat)
        if self.wanted not in {None, chat.slot_id}:
            self.set_filter(chat.slot_id)
        self.open(chat.chat_id)

    def close_chat(self) -> None:
        """Put no chat on the screen."""
        if self._open is None:
            return
        self._open = None
        self.chats.hold(None)
        self.messages.open(None)
        self.chat_opened.emit(None)
        self.sender_changed.emit(None)

    def keep_draft(self, chat_id: ChatId, text: str) -> None:
        """Keep what stands in the composer, per chat and therefore per number."""
        self.drafts.keep(chat_id, text)
        if chat_id != self._open:
            self.chats.redraw(chat_id)

    def send(self, chat_id: ChatId, shown_number: str, text: str) -> None:
        """Send what was typed in a chat while the bar showed ``shown_number``."""
        self.keep_draft(chat_id, "")
        self._outgoing.send(chat_id, shown_number, text)

    def set_attention(self, *, attentive: bool) -> None:
        """Whether a person sees the newest end of the open chat: window active, chat shown, at the bottom."""
        self._attentive = attentive
        self._mark_seen()

    def hear(self, events: Iterable[Event]) -> None:
        """Take in what was told of chats and messages; the desk takes the rest. Other accounts' change nothing here."""
        heard = sorted_out(events, self._open)
        self.chats.put_all(heard.chats.values())
        for change in heard.messages:
            if isinstance(change, list):
                self.messages.apply_all(change)
            else:
                self.messages.drop(self._open, change)
        if self._open in heard.chats:
            self._mark_seen()
            self._tell_sender()

    def _slots(self) -> dict[SlotId, Slot]:
        return {} if self._account is None else {slot.slot_id: slot for slot in self._desk.slots(self._account)}

    def _take_slots(self, account_id: AccountId) -> None:
        if account_id != self._account:
            return
        slots = self._slots()
        if self._open is not None and slot_of(self._open) not in slots:
            self.close_chat()
        self.drafts.forget_slots(account_id, slots)
        before = self.wanted
        self.chats.set_slots(slots)
        if self.wanted != before:
            self.filter_changed.emit(self.wanted)
        self._tell_names()

    def _tell_names(self) -> None:
        self.numbers_changed.emit()
        self._tell_sender()

    def _tell_sender(self, _chat: object = None) -> None:
        if self._open is not None:
            self.sender_changed.emit(self.sender_for(self._open))

    def _tell_status(self, slot_id: SlotId) -> None:
        if account_of(slot_id) == self._account:
            self._tell_names()

    def _resync(self, account_id: AccountId) -> None:
        if account_id == self._account:
            self.orders.give(lambda: self._read_list(account_id, self._open), "chat list")
            self.messages.read_again()

    async def _read_list(self, account_id: AccountId, chat_id: ChatId | None) -> None:
        chats = await self._port.list_chats(account_id)
        if account_id != self._account:
            return
        self.chats.replace(chats, self._slots(), self.wanted)
        if chat_id is not None and self._open is None:
            self.open(chat_id)
        self._tell_names()

    def _give_back(self, chat_id: ChatId, text: str, error: WaDeskError) -> None:
        self.drafts.keep_before(chat_id, text)
        self.keep_draft(chat_id, self.drafts.of(chat_id))
        if chat_id == self._open:
            self.draft_returned.emit(self.drafts.of(chat_id))
        self.refused.emit(error)

    def _mark_seen(self) -> None:
        chat = self.open_chat
        if chat is not None and self._attentive:
            mark = self._marks.mark(chat, self.messages.newest_incoming())
            if mark is not None:
                self.orders.give(mark, "read mark")
