"""The switcher's rows: numbers, chats of every account, and commands, as far as they fit what was typed."""

import asyncio
import heapq
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal

from wadesk.domain.desk import Session
from wadesk.domain.errors import WaDeskError
from wadesk.domain.ids import AccountId
from wadesk.domain.message import Chat
from wadesk.ui.chat_words import chat_name
from wadesk.ui.message_words import preview
from wadesk.ui.models.commands import Command, Commands
from wadesk.ui.models.desk import Desk
from wadesk.ui.models.finding import Marked, Query, cut_out, digits_of, fold, mark, read_query
from wadesk.ui.models.messages import Starter
from wadesk.ui.models.rows import ROW, Index
from wadesk.ui.states import state_word
from wadesk.ui.text import phone, spoken, translate

_NUMBERS, _CHATS, _ACTIONS = 6, 8, 6
"""Rows of a group at most: who wants others types another letter."""
_AT_ONCE = 4
"""Accounts whose chats are asked for at the same time."""
_IN_A_TURN = 100
"""Chats that are made ready in one turn of the loop."""
_LOOKED_AT = 300
"""Letters of a last message: as many as a row could show."""
_ROOT = QModelIndex()


class ListsChats(Protocol):
    """Whoever knows the chats of each account."""

    async def list_chats(self, account_id: AccountId) -> list[Chat]:
        """The chats of all numbers of one account, newest first; may raise WaDeskError."""


class Part(StrEnum):
    """What a row is."""

    HEAD = "head"
    NUMBER = "number"
    CHAT = "chat"
    ACTION = "action"


@dataclass(frozen=True)
class FoundRow:
    """One row: a group's head, or something that can be opened, with its two lines; ``tail`` is never cut."""

    part: Part
    title: Marked
    detail: Marked
    tail: Marked | None = None
    session: Session | None = None
    chat: Chat | None = None
    command: Command | None = None


@dataclass(frozen=True)
class _Entry:
    """Something to look for: its own words and those around it, folded, each after a blank; digits; how to show it."""

    own: str
    around: str
    digits: str
    row: Callable[[Query], FoundRow]
    time_ms: int = 0


class FoundModel(QAbstractListModel):
    """Rows of type :class:`FoundRow` under ``ROW``; heads cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[FoundRow] = []

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        return _spoken(row) if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole} else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.data(index, ROW)
        if isinstance(row, FoundRow) and row.part is Part.HEAD:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def show(self, rows: list[FoundRow]) -> None:
        """Show these rows."""
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    @property
    def found(self) -> list[FoundRow]:
        """The rows that can be chosen."""
        return [row for row in self._rows if row.part is not Part.HEAD]


class Switcher(QObject):
    """Knows everything one can go to while it is open, and nothing while it is not.

    Only numbers that the desk has are in it: one that this person may not see is not on the desk.
    Signals: ``account_read`` (AccountId): the chats of one more account are in.
    """

    account_read = Signal(object)

    def __init__(self, desk: Desk, port: ListsChats, tasks: Starter, commands: Commands, parent: QObject) -> None:
        """Look in ``desk``, ask ``port`` for chats, offer ``commands``."""
        super().__init__(parent)
        self.rows = FoundModel(self)
        self._desk, self._port, self._tasks, self._commands = desk, port, tasks, commands
        self._numbers: list[_Entry] = []
        self._actions: list[_Entry] = []
        self._chats: dict[AccountId, list[_Entry]] = {}
        self._text, self._only_numbers, self._turn = "", False, 0
        desk.status_changed.connect(self._renew_numbers)

    @property
    def only_numbers(self) -> bool:
        """Whether Tab has limited it to numbers."""
        return self._only_numbers

    def open(self, first: AccountId | None) -> None:
        """Begin: look at numbers and commands now, and read every account's chats, ``first``'s before the others'."""
        self._turn += 1
        self._text, self._only_numbers = "", False
        self._numbers = [_number_entry(session) for session in self._desk.sessions()]
        self._actions = [self._action_entry(one) for one in self._commands if self._offered(one)]
        accounts = [account.account_id for account in self._desk.accounts()]
        self._wanted = sorted(accounts, key=lambda account_id: account_id != first)
        for _ in range(min(_AT_ONCE, len(accounts))):
            self._tasks.start(self._read_chats(self._turn), "chats for the switcher")
        self._show()

    def close(self) -> None:
        """Forget everything: what another account said is not kept for the next time."""
        self._turn += 1
        self._numbers, self._actions, self._wanted = [], [], []
        self._chats.clear()
        self.rows.show([])

    def look_for(self, text: str) -> None:
        """Show what fits ``text``."""
        self._text = text
        self._show()

    def limit(self, *, only_numbers: bool) -> None:
        """Show numbers alone, or everything."""
        self._only_numbers = only_numbers
        self._show()

    async def _read_chats(self, turn: int) -> None:
        while self._wanted and turn == self._turn:
            account_id = self._wanted.pop(0)
            try:
                chats = await self._port.list_chats(account_id)
            except WaDeskError:
                # Its worker is away: its numbers can be found, its chats cannot be opened either.
                continue
            entries: list[_Entry] = []
            for part in _parts(chats):
                entries += self._chat_entries(part)
                # The window paints between two parts.
                await asyncio.sleep(0)
            if turn == self._turn:
                self._chats[account_id] = entries
                self._show()
                self.account_read.emit(account_id)

    def _chat_entries(self, chats: Iterable[Chat]) -> Iterable[_Entry]:
        for chat in chats:
            session = self._desk.session(chat.slot_id)
            if session is not None:
                around = f" {chat.last_text[:_LOOKED_AT]} {session.slot.name} {session.account.name}"
                row = partial(_chat_row, chat, session)
                own = fold(f" {chat_name(chat)}")
                yield _Entry(own, fold(around), digits_of(chat.number or ""), row, chat.time_ms)

    def _renew_numbers(self, _slot_id: object) -> None:
        if self._numbers:
            self._numbers = [_number_entry(session) for session in self._desk.sessions()]
            self._show()

    def _offered(self, command: Command) -> bool:
        return command.command_id != "go.switcher" and self._commands.is_enabled(command)

    def _action_entry(self, command: Command) -> _Entry:
        title, subject = self._commands.name(command), self._commands.subject(command)
        return _Entry(fold(f" {title}"), fold(f" {subject}"), "", partial(_action_row, command, title, subject))

    def _show(self) -> None:
        query = read_query(self._text)
        many = len(self._numbers) if self._only_numbers else _NUMBERS
        rows = _group(translate("Switcher", "Numbers"), _best(self._numbers, query, many), query)
        if not self._only_numbers:
            chats = [entry for entries in self._chats.values() for entry in entries]
            rows += _group(translate("Switcher", "Chats"), _best(chats, query, _CHATS), query)
            rows += _group(translate("Switcher", "Actions"), _best(self._actions, query, _ACTIONS), query)
        self.rows.show(rows)


def _best(entries: list[_Entry], query: Query, many: int) -> list[_Entry]:
    """Those that fit, the best ``many``: newest first where they fit alike, else in their order."""
    fitting = (
        (rank, -entry.time_ms, place)
        for place, entry in enumerate(entries)
        if (rank := _rank(entry, query)) is not None
    )
    return [entries[place] for _, _, place in heapq.nsmallest(many, fitting)]


def _rank(entry: _Entry, query: Query) -> int | None:
    """How far an entry is off: 0 where words of its own begin so, more inside words or around it; None: not at all."""
    if query.digits:
        return 0 if query.digits in entry.digits else None
    rank = 0
    for word in query.words:
        if word in entry.own:
            rank += 0 if f" {word}" in entry.own else 1
        elif word in entry.around:
            rank += 2 if f" {word}" in entry.around else 3
        elif word in entry.digits:
            rank += 1
        else:
            return None
    return rank


def _group(words: str, entries: list[_Entry], query: Query) -> list[FoundRow]:
    rows = [entry.row(query) for entry in entries]
    return [FoundRow(Part.HEAD, Marked(words), Marked("")), *rows] if rows else []


def _number_entry(session: Session) -> _Entry:
    slot = session.slot
    around = fold(f" {slot.index} {session.account.name} {session.account.initials}")
    return _Entry(fold(f" {slot.name}"), around, digits_of(slot.number or ""), partial(_number_row, session))


def _number_row(session: Session, query: Query) -> FoundRow:
    slot = session.slot
    number = phone(slot.number) if slot.number else translate("Switcher", "no number yet")
    detail, tail = mark(f"{slot.index} · {session.account.name}", query), mark(number, query)
    return FoundRow(Part.NUMBER, mark(slot.name, query), detail, tail, session)


def _chat_row(chat: Chat, session: Session, query: Query) -> FoundRow:
    title, detail, tail = mark(chat_name(chat), query), session.account.name, None
    if query.digits and chat.number and chat.name:
        tail = mark(phone(chat.number), query)
    elif not query.empty and not title.spans and mark(_said(chat), query).spans:
        said = cut_out(_said(chat), query)
        detail = translate("Switcher", "{account} · “{text}”").format(account=detail, text=said)
    return FoundRow(Part.CHAT, title, mark(detail, query), tail, session, chat)


def _action_row(command: Command, title: str, subject: str, query: Query) -> FoundRow:
    return FoundRow(Part.ACTION, mark(title, query), mark(subject, query), command=command)


def _parts(chats: list[Chat]) -> Iterable[list[Chat]]:
    return (chats[at : at + _IN_A_TURN] for at in range(0, len(chats), _IN_A_TURN))


def _said(chat: Chat) -> str:
    return preview(chat.last_kind, chat.last_text, chat.last_detail)


def _spoken(row: FoundRow) -> str:
    if row.part is Part.NUMBER and row.session is not None:
        slot, number = row.session.slot, row.session.slot.number
        parts = [f"{slot.index} {slot.name}", row.session.account.name, spoken(number) if number else ""]
        return ", ".join(filter(None, [*parts, state_word(row.session.status)]))
    if row.part is Part.CHAT and row.session is not None:
        slot = row.session.slot
        return ", ".join([row.title.words, row.session.account.name, f"{slot.index} {slot.name}"])
    return ", ".join(filter(None, [row.title.words, row.detail.words]))
