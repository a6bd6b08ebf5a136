"""What the desktop announces, and what it takes back.

It decides and waits for nothing: facts and times are passed in, announcements and withdrawals come out.
"""

from collections.abc import Callable, Iterable

from wadesk.domain.desk import Session
from wadesk.domain.events import (
    ChatChanged,
    Event,
    HistoryProgress,
    MessageChanged,
    MessageRemoved,
    MessageStored,
    SlotRemoved,
    StatusChanged,
)
from wadesk.domain.ids import AccountId, ChatId, SlotId, account_of, slot_of
from wadesk.domain.linkstate import SlotStatus
from wadesk.domain.message import Chat, Direction, Kind, Message
from wadesk.ui.models.chat_notices import ChatNotices
from wadesk.ui.models.notice import Change, Rules
from wadesk.ui.models.trouble_notices import TroubleNotices
from wadesk.ui.text import DAY_MS, MINUTE_MS

IMPORTED_MS = 2 * MINUTE_MS
"""While a number's history is imported, only what is younger is news."""

_SILENT = frozenset({Kind.REACTION, Kind.EDIT, Kind.REVOKE, Kind.SYSTEM})


class Notices:
    """Hear with :meth:`hear`; take what :meth:`settle` gives, right after and when :meth:`wait_ms` is over."""

    def __init__(
        self,
        rules: Rules,
        session_of: Callable[[SlotId], Session | None],
        attended: Callable[[], ChatId | None],
        minute_of: Callable[[int], int],
    ) -> None:
        """``attended`` is the chat that a person has before them; ``minute_of`` a time's minute of the local day."""
        self._rules, self._attended, self._minute_of = rules, attended, minute_of
        self._chats, self._troubles = ChatNotices(rules, session_of), TroubleNotices(session_of)
        self._importing: set[SlotId] = set()
        self._over: list[Change] = []

    def begin(self, statuses: Iterable[SlotStatus]) -> None:
        """Know how things stand; that is no news."""
        self._troubles.begin(statuses)

    def hear(self, events: Iterable[Event], now_ms: int) -> None:
        """Take in what happened."""
        for event in events:
            match event:
                case MessageStored(message=message, chat=chat):
                    self._take_message(message, chat, now_ms)
                case MessageChanged(chat=chat) | MessageRemoved(chat=chat) | ChatChanged(chat=chat) if not chat.unread:
                    self._over += self._chats.end(chat.chat_id)
                case StatusChanged(status=status):
                    self._take_status(status, now_ms)
                case HistoryProgress(slot_id=slot_id, done=done):
                    (self._importing.discard if done else self._importing.add)(slot_id)
                case SlotRemoved(slot_id=slot_id):
                    self.silence(slot_id)
                    self._importing.discard(slot_id)
                case _:
                    continue

    def compare(self, account_id: AccountId, unread_of: Callable[[ChatId], int | None]) -> None:
        """An account's chats were read again, for not every fact was kept: what was read meanwhile is over."""
        for chat_id in self._chats.announced():
            if account_of(slot_of(chat_id)) == account_id and unread_of(chat_id) == 0:
                self._over += self._chats.end(chat_id)

    def silence(self, slot_id: SlotId) -> None:
        """Take back what is announced of a number: it was muted, or is gone."""
        self._over += [*self._chats.end_slot(slot_id), *self._troubles.end(slot_id)]

    def silence_all(self) -> None:
        """Take back everything: announcements were turned off."""
        self._over += [*self._chats.end_all(), *self._troubles.end_all()]

    def settle(self, now_ms: int) -> list[Change]:
        """What is to be shown or taken back now."""
        changes, self._over = self._over, []
        if self._is_quiet(now_ms):
            # What was said at night is not announced in the morning; a number that still needs a person is.
            self._chats.drop_waiting()
            return changes
        return [*changes, *self._chats.settle(now_ms, self._attended()), *self._troubles.settle(now_ms)]

    def wait_ms(self, now_ms: int) -> int | None:
        """How long until :meth:`settle` has something to do; None while nothing waits."""
        if self._over:
            return 0
        due = [at for at in (self._chats.due_ms(), self._troubles.due_ms()) if at is not None]
        if due and self._is_quiet(now_ms):
            return MINUTE_MS
        return max(0, min(due) - now_ms) if due else None

    def _take_message(self, message: Message, chat: Chat, now_ms: int) -> None:
        if not chat.unread:
            self._over += self._chats.end(chat.chat_id)
            return
        is_spoken = message.direction is Direction.IN and message.kind not in _SILENT
        oldest = IMPORTED_MS if chat.slot_id in self._importing else DAY_MS
        if is_spoken and message.time_ms >= now_ms - oldest and self._is_heard(chat.slot_id, now_ms):
            self._chats.take(chat, message, now_ms)

    def _take_status(self, status: SlotStatus, now_ms: int) -> None:
        if self._rules.notices and not self._rules.is_muted(status.slot_id):
            self._over += self._troubles.take(status, now_ms)
        else:
            self._troubles.begin([status])

    def _is_heard(self, slot_id: SlotId, now_ms: int) -> bool:
        return self._rules.notices and not self._rules.is_muted(slot_id) and not self._is_quiet(now_ms)

    def _is_quiet(self, now_ms: int) -> bool:
        quiet = self._rules.quiet
        return quiet is not None and quiet.covers(self._minute_of(now_ms))
