"""Where each account was left: its number filter and its open chat, kept across starts."""

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QObject

from wadesk.domain.errors import InvalidRequest
from wadesk.domain.ids import AccountId, ChatId, SlotId, account_of, parse_chat_id, parse_slot_id, slot_of
from wadesk.domain.message import Chat
from wadesk.ui.models.inbox import Inbox

_KEY = "window.filter."
_ALL = "all"


class Kept(Protocol):
    """Where words are kept by key: the settings."""

    def word(self, key: str) -> str:
        """The kept word; empty for none."""

    def put(self, key: str, value: str) -> object:
        """Keep a word."""


class LastPlaces(QObject):
    """Writes where ``inbox`` is, and reminds it of where each account was left.

    A kept place is ``<slot or all> <chat>``; one that names another account, or nothing, is left out.
    """

    def __init__(self, inbox: Inbox, kept: Kept) -> None:
        super().__init__(inbox)
        self._inbox, self._kept = inbox, kept
        self._chats: dict[AccountId, ChatId] = {}
        inbox.filter_changed.connect(self._keep)
        inbox.chat_opened.connect(self._keep_chat)

    def remind(self, accounts: Iterable[AccountId]) -> None:
        """Tell the inbox where these accounts were left."""
        for account_id in accounts:
            number, chat_id = _read(self._kept.word(f"{_KEY}{account_id}"), account_id)
            if chat_id is not None:
                self._chats[account_id] = chat_id
            self._inbox.remember(account_id, number, chat_id)

    def _keep_chat(self, chat: Chat | None) -> None:
        # Leaving an account closes its chat on the screen: that is no choice of a person.
        if chat is not None:
            self._chats[account_of(chat.slot_id)] = chat.chat_id
            self._keep()

    def _keep(self, _number: object = None) -> None:
        account = self._inbox.account
        if account is not None:
            words = (self._inbox.wanted or _ALL, self._chats.get(account.account_id, ""))
            self._kept.put(f"{_KEY}{account.account_id}", " ".join(words).rstrip())


def _read(kept: str, account_id: AccountId) -> tuple[SlotId | None, ChatId | None]:
    number, _, chat = kept.partition(" ")
    return _slot(number, account_id), _chat(chat, account_id)


def _slot(text: str, account_id: AccountId) -> SlotId | None:
    try:
        slot_id = parse_slot_id(text)
    except InvalidRequest:
        return None
    return slot_id if account_of(slot_id) == account_id else None


def _chat(text: str, account_id: AccountId) -> ChatId | None:
    try:
        chat_id = parse_chat_id(text)
    except InvalidRequest:
        return None
    return chat_id if account_of(slot_of(chat_id)) == account_id else None
