"""Announcements of new messages: one per chat, one per account where many come at once, none for what was read."""

from collections.abc import Callable
from dataclasses import dataclass, field

from wadesk.domain.desk import Session
from wadesk.domain.ids import AccountId, ChatId, SlotId, account_of, slot_of
from wadesk.domain.message import Chat, Message
from wadesk.ui.chat_words import chat_name
from wadesk.ui.message_words import preview, sender_words
from wadesk.ui.models.notice import Change, Notice, Rules, Withdrawal, number_words
from wadesk.ui.text import SECOND_MS, counted, translate

GATHER_MS = 400
"""How long a first message waits for others that come with it."""
GATHER_MANY_MS = 2 * SECOND_MS
"""The same while many come: the count need not run."""
BURST_MS = 10 * SECOND_MS
"""Chats that speak within this are many at once."""
MOST_CHATS = 3
"""Chats of one account that are announced one by one."""


@dataclass(frozen=True)
class _Said:
    """A chat that speaks: its newest row and message, and when that is announced, or was."""

    chat: Chat
    message: Message = field(repr=False)
    at_ms: int


@dataclass
class _Many:
    """One account's chats that are announced together."""

    said: dict[ChatId, _Said]
    at_ms: int


class ChatNotices:
    """Takes messages that are news; whether one is, others decide."""

    def __init__(self, rules: Rules, session_of: Callable[[SlotId], Session | None]) -> None:
        """``session_of`` names number and account."""
        self._rules, self._session_of = rules, session_of
        self._waiting: dict[ChatId, _Said] = {}
        self._shown: dict[ChatId, _Said] = {}
        self._many: dict[AccountId, _Many] = {}

    def take(self, chat: Chat, message: Message, now_ms: int) -> None:
        """A message that is to be announced soon; with ``chat``, its chat's row after it."""
        before, wait = self._waiting.get(chat.chat_id), GATHER_MS
        if self._comes_in_a_burst(account_of(chat.slot_id), now_ms):
            wait = GATHER_MANY_MS
        self._waiting[chat.chat_id] = _Said(chat, message, before.at_ms if before is not None else now_ms + wait)

    def end(self, chat_id: ChatId) -> list[Change]:
        """The chat was read, here or on the phone."""
        self._waiting.pop(chat_id, None)
        ended: list[Change] = []
        if self._shown.pop(chat_id, None) is not None:
            ended.append(Withdrawal(_chat_key(chat_id)))
        account_id = account_of(slot_of(chat_id))
        many = self._many.get(account_id)
        if many is not None and many.said.pop(chat_id, None) is not None and not many.said:
            del self._many[account_id]
            ended.append(Withdrawal(_account_key(account_id)))
        return ended

    def end_slot(self, slot_id: SlotId) -> list[Change]:
        """The number is gone, or is to be heard of no more."""
        return self._end_all(lambda chat_id: slot_of(chat_id) == slot_id)

    def end_all(self) -> list[Change]:
        """Nothing is to be announced any more."""
        return self._end_all(lambda _: True)

    def announced(self) -> list[ChatId]:
        """The chats that are announced now, alone or among many."""
        return [*self._shown, *(chat_id for many in self._many.values() for chat_id in many.said)]

    def drop_waiting(self) -> None:
        """What was not announced yet never will be."""
        self._waiting.clear()

    def settle(self, now_ms: int, attended: ChatId | None) -> list[Change]:
        """What is due, but for the chat ``attended`` that a person has before them."""
        new: dict[AccountId, list[_Said]] = {}
        for said in [said for said in self._waiting.values() if said.at_ms <= now_ms]:
            del self._waiting[said.chat.chat_id]
            if said.chat.chat_id != attended and self._session_of(said.chat.slot_id) is not None:
                news = _Said(said.chat, said.message, now_ms)
                new.setdefault(account_of(said.chat.slot_id), []).append(news)
        return [change for account_id, said in new.items() for change in self._tell(account_id, said, now_ms)]

    def due_ms(self) -> int | None:
        """When :meth:`settle` has something to do; None for never."""
        return min((said.at_ms for said in self._waiting.values()), default=None)

    def _comes_in_a_burst(self, account_id: AccountId, now_ms: int) -> bool:
        many = self._many.get(account_id)
        return many is not None and many.at_ms > now_ms - BURST_MS

    def _tell(self, account_id: AccountId, new: list[_Said], now_ms: int) -> list[Change]:
        speaking = {said.chat.chat_id: said for said in self._shown.values() if _is_of(said, account_id, now_ms)}
        speaking |= {said.chat.chat_id: said for said in new}
        if len(speaking) <= MOST_CHATS and not self._comes_in_a_burst(account_id, now_ms):
            self._shown |= {said.chat.chat_id: said for said in new}
            return [notice for said in new if (notice := self._of_chat(said)) is not None]
        over = [Withdrawal(_chat_key(chat_id)) for chat_id in speaking if self._shown.pop(chat_id, None) is not None]
        many = self._many.setdefault(account_id, _Many({}, now_ms))
        many.said |= speaking
        many.at_ms = now_ms
        return [*over, self._of_many(account_id, many)]

    def _of_chat(self, said: _Said) -> Notice | None:
        chat, session = said.chat, self._session_of(said.chat.slot_id)
        if session is None:
            return None
        return Notice(
            key=_chat_key(chat.chat_id),
            title=" · ".join((chat_name(chat), number_words(session), session.account.name)),
            body=self._words(said),
            initials=session.account.initials,
            colour=session.account.colour,
            account_id=session.account.account_id,
            slot_id=chat.slot_id,
            chat_id=chat.chat_id,
        )

    def _words(self, said: _Said) -> str:
        chat, message = said.chat, said.message
        if not self._rules.notice_text:
            one, many = translate("Notices", "New message"), translate("Notices", "{n} new messages")
            return counted(chat.unread, one, many)
        words = preview(message.kind, message.text, message.detail)
        who = sender_words(message) if chat.group else ""
        return f"{who}: {words}" if who else words

    def _of_many(self, account_id: AccountId, many: _Many) -> Notice:
        sessions = [self._session_of(slot_id) for slot_id in sorted({said.chat.slot_id for said in many.said.values()})]
        known = [session for session in sessions if session is not None]
        account = known[0].account
        unread = sum(said.chat.unread for said in many.said.values())
        numbers = ", ".join(number_words(session) for session in known)
        return Notice(
            key=_account_key(account_id),
            title=f"{account.name} · {numbers}",
            body=translate("Notices", "{n} new messages in {m} chats").format(n=unread, m=len(many.said)),
            initials=account.initials,
            colour=account.colour,
            account_id=account_id,
        )

    def _end_all(self, is_over: Callable[[ChatId], bool]) -> list[Change]:
        known = {*self._waiting, *self._shown, *(chat_id for many in self._many.values() for chat_id in many.said)}
        return [change for chat_id in sorted(known) if is_over(chat_id) for change in self.end(chat_id)]


def _is_of(said: _Said, account_id: AccountId, now_ms: int) -> bool:
    return account_of(said.chat.slot_id) == account_id and said.at_ms > now_ms - BURST_MS


def _chat_key(chat_id: ChatId) -> str:
    return f"chat:{chat_id}"


def _account_key(account_id: AccountId) -> str:
    return f"account:{account_id}"
