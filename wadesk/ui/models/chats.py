"""The chat list of one account: all its numbers, or one number's chats, newest first."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from wadesk.domain.desk import Slot
from wadesk.domain.ids import ChatId, SlotId
from wadesk.domain.message import Chat
from wadesk.ui.chat_words import chat_name, spoken_chat

Index = QModelIndex | QPersistentModelIndex
Key = tuple[int, str]
_ROOT = QModelIndex()


@dataclass(frozen=True)
class ChatRow:
    """What one row shows: the chat, its number's slot, the draft kept for it, and whether the slot is shown."""

    chat: Chat
    slot: Slot | None
    draft: str
    shows_slot: bool


def _key(chat: Chat) -> Key:
    """Newest first; the id settles two chats of the same millisecond, so that the order never flickers."""
    return (-chat.time_ms, chat.chat_id)


class ChatListModel(QAbstractListModel):
    """Rows of type :class:`ChatRow` under ``ROW``; a changed chat moves, the list is not read again.

    ``unread_changed`` tells that a count of unread messages may differ.
    """

    ROW = Qt.ItemDataRole.UserRole

    unread_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chats: dict[ChatId, Chat] = {}
        self._slots: dict[SlotId, Slot] = {}
        self._drafts: dict[ChatId, str] = {}
        self._filter: SlotId | None = None
        self._keys: list[Key] = []

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._keys):
            return None
        chat = self.chat_at(index.row())
        if role == self.ROW:
            return self._row(chat)
        if role == Qt.ItemDataRole.DisplayRole:
            return chat_name(chat)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_chat(chat, self._slots.get(chat.slot_id))
        return None

    def replace(self, chats: Iterable[Chat], slots: Mapping[SlotId, Slot], number: SlotId | None = None) -> None:
        """Show another account's chats, or the same ones read again; ``number`` is the filter to begin with."""
        self.beginResetModel()
        self._slots = dict(slots)
        self._chats = {chat.chat_id: chat for chat in chats if chat.slot_id in self._slots}
        self._filter = number
        self._sort()
        self.endResetModel()
        self.unread_changed.emit()

    def put(self, chat: Chat) -> None:
        """Take in a new or changed chat; one of a number that is not shown here is ignored."""
        if chat.slot_id not in self._slots:
            return
        before = self._chats.get(chat.chat_id)
        old = self._place(before) if before is not None else None
        if not self._passes(chat):
            self._chats[chat.chat_id] = chat
        elif old is None:
            self._insert(chat)
        else:
            self._move(old, chat)
        if before is None or before.unread != chat.unread:
            self.unread_changed.emit()

    def set_filter(self, number: SlotId | None) -> None:
        """Show one number's chats, or (None) those of all numbers."""
        if number == self._filter:
            return
        self.beginResetModel()
        self._filter = number
        self._sort()
        self.endResetModel()

    def set_slots(self, slots: Mapping[SlotId, Slot]) -> None:
        """Take in slots that were added or renamed; a removed one's chats are forgotten with it."""
        gone = self._slots.keys() - slots.keys()
        self._slots = dict(slots)
        if not gone:
            self._repaint()
            return
        self.beginResetModel()
        self._chats = {key: chat for key, chat in self._chats.items() if chat.slot_id not in gone}
        self._filter = None if self._filter in gone else self._filter
        self._sort()
        self.endResetModel()
        self.unread_changed.emit()

    def set_draft(self, chat_id: ChatId, text: str) -> None:
        """Show ``text`` as the draft of a chat that is not open; empty takes it away."""
        if self._drafts.get(chat_id, "") == text:
            return
        if text:
            self._drafts[chat_id] = text
        else:
            self._drafts.pop(chat_id, None)
        row = self.row_of(chat_id)
        if row >= 0:
            self._changed(row)

    @property
    def number(self) -> SlotId | None:
        """The number the list is limited to; None shows all."""
        return self._filter

    def chat(self, chat_id: ChatId) -> Chat | None:
        """The chat as last told, shown or not."""
        return self._chats.get(chat_id)

    def chat_at(self, row: int) -> Chat:
        """The chat of one row."""
        return self._chats[ChatId(self._keys[row][1])]

    def row_of(self, chat_id: ChatId) -> int:
        """The row of a chat, -1 when it is not shown."""
        chat = self._chats.get(chat_id)
        place = self._place(chat) if chat is not None else None
        return -1 if place is None else place

    def find(self, slot_id: SlotId, number: str) -> Chat | None:
        """The person's chat on one slot, where there is one that can still be written to."""
        mine = (chat for chat in self._chats.values() if chat.slot_id == slot_id and chat.can_send)
        return next((chat for chat in mine if chat.number == number and not chat.group), None)

    def unread(self, slot_id: SlotId | None = None) -> int:
        """Unread messages on one number, or on all of the account."""
        return sum(chat.unread for chat in self._chats.values() if slot_id in (None, chat.slot_id))

    def _row(self, chat: Chat) -> ChatRow:
        draft = self._drafts.get(chat.chat_id, "")
        return ChatRow(chat, self._slots.get(chat.slot_id), draft, shows_slot=self._filter is None)

    def _passes(self, chat: Chat) -> bool:
        return self._filter in (None, chat.slot_id)

    def _sort(self) -> None:
        self._keys = sorted(_key(chat) for chat in self._chats.values() if self._passes(chat))

    def _place(self, chat: Chat) -> int | None:
        key = _key(chat)
        row = bisect_left(self._keys, key)
        return row if row < len(self._keys) and self._keys[row] == key else None

    def _insert(self, chat: Chat) -> None:
        row = bisect_left(self._keys, _key(chat))
        self.beginInsertRows(_ROOT, row, row)
        self._chats[chat.chat_id] = chat
        self._keys.insert(row, _key(chat))
        self.endInsertRows()

    def _move(self, old: int, chat: Chat) -> None:
        key = _key(chat)
        new = bisect_left(self._keys, key)
        # Qt names the place before the row that will follow, the list without the moved row the row itself.
        if new not in (old, old + 1):
            self.beginMoveRows(_ROOT, old, old, _ROOT, new)
            self._chats[chat.chat_id] = chat
            del self._keys[old]
            self._keys.insert(new - 1 if new > old else new, key)
            self.endMoveRows()
        else:
            self._chats[chat.chat_id] = chat
            self._keys[old] = key
        self._changed(self.row_of(chat.chat_id))

    def _changed(self, row: int) -> None:
        index = self.index(row)
        self.dataChanged.emit(index, index)

    def _repaint(self) -> None:
        if self._keys:
            self.dataChanged.emit(self.index(0), self.index(len(self._keys) - 1))
