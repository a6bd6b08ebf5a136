"""The rows of one chat that are in memory, as a model: in order, each once, a change told alone."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from wadesk.domain.ids import MessageId
from wadesk.domain.message import Direction, Kind, Message
from wadesk.ui.message_words import body_text, spoken_message
from wadesk.ui.models.message_window import MessageWindow, order

PAGE = 50
# Eight pages: a screen shows about sixteen rows, so what leaves is always far away.
KEPT = 400

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


def is_ours(message: Message) -> bool:
    """Whether a message was written here (or on the phone) and is no notice."""
    return message.direction is Direction.OUT and message.kind is not Kind.SYSTEM


class WindowModel(QAbstractListModel):
    """Messages, oldest first, under ``MESSAGE``; at most about 400 rows, whatever the chat's length.

    ``appended`` tells that a message came in at the newest end.
    """

    MESSAGE = Qt.ItemDataRole.UserRole

    appended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = MessageWindow()
        # Who is heard in the chat, for what is spoken.
        self.who = ""
        # Told by the view: the row a person looks at is never the one that is dropped.
        self.looked_at = 0

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._window.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._window.rows):
            return None
        if role == self.MESSAGE:
            return self._window.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return body_text(self._window.rows[index.row()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_message(self._window.rows[index.row()], self.who)
        return None

    @property
    def at_newest(self) -> bool:
        """Whether the last row is the chat's newest message."""
        return not self._window.newer

    @property
    def at_oldest(self) -> bool:
        """Whether the first row is the oldest message this computer has of the chat."""
        return not self._window.older

    def message(self, row: int) -> Message:
        """The message of one row."""
        return self._window.rows[row]

    def row_of(self, message_id: MessageId) -> int:
        """The row of a message, -1 when it is not in the window."""
        return self._window.row_of(message_id)

    def newest_incoming(self) -> Message | None:
        """The newest message of the other side, where the window reaches the newest end."""
        if self._window.newer:
            return None
        return next((message for message in reversed(self._window.rows) if message.direction is Direction.IN), None)

    def newest_outgoing_id(self) -> MessageId | None:
        """The newest message of ours in the window: the one whose state is written out."""
        return next((message.message_id for message in reversed(self._window.rows) if is_ours(message)), None)

    def _insert(self, messages: list[Message]) -> None:
        fresh = self._window.fresh(messages)
        if not fresh:
            return
        row = self._window.place(fresh[0])
        if row != self._window.place(fresh[-1]):
            for message in fresh:
                self._take(message)
            return
        self.beginInsertRows(_ROOT, row, row + len(fresh) - 1)
        self._window.insert(row, fresh)
        self.endInsertRows()

    def _take(self, message: Message) -> None:
        row = self._window.place(message)
        last = row == len(self._window.rows)
        self.beginInsertRows(_ROOT, row, row)
        self._window.insert(row, [message])
        self.endInsertRows()
        if last:
            self.appended.emit(message)
            self._trim()

    def _change(self, row: int, message: Message) -> None:
        if order(message) != order(self._window.rows[row]):
            self._remove(row, row)
            self._take(message)
            return
        self._window.replace(row, message)
        self.dataChanged.emit(self.index(row), self.index(row))

    def _trim(self) -> None:
        """Drop what lies beyond ``KEPT`` rows, at the end that is further from where a person looks."""
        surplus = len(self._window.rows) - KEPT
        # By the page, so that a busy chat does not lose one row for each that comes.
        if surplus < PAGE:
            return
        if self.looked_at < len(self._window.rows) // 2:
            self._window.newer = True
            self._remove(KEPT, KEPT + surplus - 1)
        else:
            self._window.older = True
            self._remove(0, surplus - 1)

    def _remove(self, first: int, last: int) -> None:
        self.beginRemoveRows(_ROOT, first, last)
        self._window.remove(first, last)
        self.endRemoveRows()
