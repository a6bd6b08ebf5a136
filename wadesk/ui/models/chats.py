"""The chat list of one account: all its numbers, or one number's chats, newest first, as far as they are wanted."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from wadesk.domain.desk import Slot
from wadesk.domain.ids import ChatId, SlotId
from wadesk.domain.message import Chat
from wadesk.ui.chat_words import chat_name, spoken_chat
from wadesk.ui.models.chat_filter import Chip, Searched, Wanted
from wadesk.ui.models.drafts import Drafts

Index = QModelIndex | QPersistentModelIndex
Key = tuple[int, str]
_ROOT = QModelIndex()
_MANY = 16
"""From so many on, one new order costs less than each row's move."""
_BEFORE_ALL = -(1 << 62)


@dataclass(frozen=True)
class ChatRow:
    """What one row shows: the chat, its number's slot, the draft kept for it, and whether the slot is shown."""

    chat: Chat
    slot: Slot | None
    draft: str
    shows_slot: bool


def _key(chat: Chat) -> Key:
    """Newest first; the id settles two chats of the same millisecond, so that the order never flickers."""
    return (-chat.time_ms if chat.time_ms else _BEFORE_ALL, chat.chat_id)


class ChatListModel(QAbstractListModel):
    """Rows of type :class:`ChatRow` under ``ROW``; a changed chat moves, the list is not read again.

    A chat without any message is a row only while it is open or has a draft. ``unread_changed`` tells that
    a count of unread (or queued) messages may differ.
    """

    ROW = Qt.ItemDataRole.UserRole

    unread_changed = Signal()

    def __init__(self, parent: QObject | None = None, drafts: Drafts | None = None) -> None:
        """``drafts`` are shown with the chats that are not open; whoever changes one calls :meth:`redraw`."""
        super().__init__(parent)
        self._drafts = drafts or Drafts()
        self._chats: dict[ChatId, Chat] = {}
        self._slots: dict[SlotId, Slot] = {}
        self._wanted = Wanted()
        self._held: ChatId | None = None
        self._searched = Searched()
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
            return spoken_chat(chat, self._slots.get(chat.slot_id), self._draft(chat.chat_id))
        return None

    def replace(self, chats: Iterable[Chat], slots: Mapping[SlotId, Slot], number: SlotId | None = None) -> None:
        """Show another account's chats, or the same ones read again; ``number`` is the filter to begin with."""
        self.beginResetModel()
        # What has no message yet is in no list that is read: it stays while it is open or written in.
        begun = [chat for chat in self._chats.values() if not chat.time_ms]
        for account_id in {slot.account_id for slot in slots.values()}:
            begun += self._drafts.begun(account_id)
        self._slots = dict(slots)
        self._chats = {chat.chat_id: chat for chat in (*begun, *chats) if chat.slot_id in self._slots}
        self._wanted = Wanted(number, self._wanted.chip, self._wanted.words)
        self._searched.forget()
        self._sort()
        self.endResetModel()
        self.unread_changed.emit()

    def put(self, chat: Chat) -> None:
        """Take in a new or changed chat; one of a number that is not shown here is ignored."""
        if chat.slot_id not in self._slots:
            return
        before = self._chats.get(chat.chat_id)
        self._place_anew(before, chat)
        if before is None or (before.unread, before.queued) != (chat.unread, chat.queued):
            self.unread_changed.emit()

    def put_all(self, chats: Collection[Chat]) -> None:
        """Take in many at once: rows that only move are sorted anew and told once."""
        moving = {chat.chat_id: chat for chat in chats if self.row_of(chat.chat_id) >= 0 and self._passes(chat)}
        if len(moving) < _MANY:
            moving = {}
        for chat in chats:
            if chat.chat_id not in moving:
                self.put(chat)
        if moving:
            self._move_all(moving)

    def set_filter(self, number: SlotId | None) -> None:
        """Show one number's chats, or (None) those of all numbers."""
        self._want(Wanted(number, self._wanted.chip, self._wanted.words))

    def search(self, words: str) -> None:
        """Show chats whose name, number or last message has ``words``; empty shows all."""
        self._want(Wanted.of(self._wanted.number, self._wanted.chip, words))

    def choose_chip(self, chip: Chip) -> None:
        """Show all chats, those with unread messages, or those with messages that wait to leave."""
        self._want(Wanted(self._wanted.number, chip, self._wanted.words))

    def hold(self, chat_id: ChatId | None) -> None:
        """The open chat: it stays in its place although it was just read."""
        before, self._held = self._held, chat_id
        for one in (before, chat_id):
            if one is not None:
                self.redraw(one)

    def set_slots(self, slots: Mapping[SlotId, Slot]) -> None:
        """Take in slots that were added or renamed; a removed one's chats are forgotten with it."""
        gone = self._slots.keys() - slots.keys()
        self._slots = dict(slots)
        if not gone:
            self._repaint()
            return
        self.beginResetModel()
        self._chats = {key: chat for key, chat in self._chats.items() if chat.slot_id not in gone}
        if self._wanted.number in gone:
            self._wanted = Wanted(None, self._wanted.chip, self._wanted.words)
        self._sort()
        self.endResetModel()
        self.unread_changed.emit()

    def redraw(self, chat_id: ChatId) -> None:
        """What is drawn with a chat is another one: its draft, its picture."""
        chat = self._chats.get(chat_id)
        if chat is not None:
            self._place_anew(chat, chat)

    @property
    def number(self) -> SlotId | None:
        """The number the list is limited to; None shows all."""
        return self._wanted.number

    @property
    def wanted(self) -> Wanted:
        """Number, chip and words that the list is limited to."""
        return self._wanted

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
        mine = (chat for chat in self.with_person(number) if chat.slot_id == slot_id)
        return next(mine, None)

    def with_person(self, number: str | None) -> list[Chat]:
        """The chats with one person, of all numbers of the account, that can still be written to."""
        if not number:
            return []
        return [chat for chat in self._chats.values() if chat.number == number and chat.can_send and not chat.group]

    def unread(self, slot_id: SlotId | None = None) -> int:
        """Unread messages on one number, or on all of the account."""
        return sum(chat.unread for chat in self._chats.values() if slot_id in (None, chat.slot_id))

    def _draft(self, chat_id: ChatId) -> str:
        """What stands in the composer is no draft of the list."""
        return "" if chat_id == self._held else self._drafts.of(chat_id)

    def _row(self, chat: Chat) -> ChatRow:
        draft = self._draft(chat.chat_id)
        return ChatRow(chat, self._slots.get(chat.slot_id), draft, shows_slot=self._wanted.number is None)

    def _passes(self, chat: Chat) -> bool:
        held, wanted = chat.chat_id == self._held, self._wanted
        if not chat.time_ms and not held and not self._draft(chat.chat_id):
            return False
        if held and not wanted.words:
            return wanted.number in (None, chat.slot_id)
        return wanted.admits(chat, self._searched.text(chat) if wanted.words else "")

    def _want(self, wanted: Wanted) -> None:
        if wanted == self._wanted:
            return
        self.beginResetModel()
        self._wanted = wanted
        self._sort()
        self.endResetModel()

    def _sort(self) -> None:
        self._keys = sorted(_key(chat) for chat in self._chats.values() if self._passes(chat))

    def _place(self, chat: Chat) -> int | None:
        key = _key(chat)
        row = bisect_left(self._keys, key)
        return row if row < len(self._keys) and self._keys[row] == key else None

    def _place_anew(self, before: Chat | None, chat: Chat) -> None:
        old = self._place(before) if before is not None else None
        if not self._passes(chat):
            if old is not None:
                self._remove(old)
            self._chats[chat.chat_id] = chat
        elif old is None:
            self._insert(chat)
        else:
            self._move(old, chat)

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(_ROOT, row, row)
        del self._keys[row]
        self.endRemoveRows()

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

    def _move_all(self, chats: dict[ChatId, Chat]) -> None:
        self.layoutAboutToBeChanged.emit()
        held = [(index, ChatId(self._keys[index.row()][1])) for index in self.persistentIndexList()]
        self._chats.update(chats)
        self._sort()
        for index, chat_id in held:
            self.changePersistentIndex(index, self.index(self.row_of(chat_id)))
        self.layoutChanged.emit()
        self.unread_changed.emit()

    def _changed(self, row: int) -> None:
        index = self.index(row)
        self.dataChanged.emit(index, index)

    def _repaint(self) -> None:
        if self._keys:
            self.dataChanged.emit(self.index(0), self.index(len(self._keys) - 1))
