"""The column with an account's chats: header, number filter, list."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from wadesk.ui.models.inbox import Inbox
from wadesk.ui.states import account_line
from wadesk.ui.text import counted
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import IconButton
from wadesk.ui.widgets.chat_list import ChatList
from wadesk.ui.widgets.empty_state import EmptyState
from wadesk.ui.widgets.labels import ElidedLabel
from wadesk.ui.widgets.marks import Tile
from wadesk.ui.widgets.number_filter import NumberFilter


class ListColumn(QWidget):
    """``new_chat_asked``: a person wants to write to a number that has no chat yet."""

    new_chat_asked = Signal()

    def __init__(self, theme: Theme, inbox: Inbox, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self._theme, self._inbox = theme, inbox
        self._tile = Tile(theme, 36)
        self._name = ElidedLabel(theme, "", "title")
        self._numbers = ElidedLabel(theme, "", "small", tone="text2")
        self.new_chat = IconButton(theme, "square-pen", self.tr("New chat"), shortcut="Ctrl+N")
        self.filter = NumberFilter(theme)
        self.chats = ChatList(theme, inbox.chats, now_ms)
        self._none = EmptyState(
            theme,
            "inbox",
            self.tr("No chats yet"),
            self.tr("They appear here as soon as somebody writes."),
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        px = self._theme.px
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._numbers)
        words.addStretch(1)
        header = QWidget()
        header.setFixedHeight(self._theme.size("header"))
        head = QHBoxLayout(header)
        head.setContentsMargins(px(12), 0, px(8), 0)
        head.setSpacing(px(10))
        head.addWidget(self._tile)
        head.addLayout(words, 1)
        head.addWidget(self.new_chat)
        filters = QHBoxLayout()
        filters.setContentsMargins(px(12), 0, px(12), px(10))
        filters.addWidget(self.filter)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.chats)
        self._stack.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addLayout(filters)
        column.addLayout(self._stack, 1)

    def _connect(self) -> None:
        inbox = self._inbox
        inbox.numbers_changed.connect(self._show_numbers)
        inbox.filter_changed.connect(self._show_numbers)
        inbox.chats.unread_changed.connect(self._show_numbers)
        inbox.chat_opened.connect(self.chats.show_open)
        for signal in (inbox.chats.rowsInserted, inbox.chats.rowsRemoved, inbox.chats.modelReset):
            signal.connect(self._show_list)
        self.chats.opened.connect(inbox.open)
        self.filter.chosen.connect(inbox.set_filter)
        self.new_chat.clicked.connect(self.new_chat_asked)
        self._show_numbers()
        self._show_list()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the hairline over the list."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        top = self.filter.geometry().bottom() + self._theme.px(10)
        painter.fillRect(QRect(0, top, self.width(), 1), self._theme.color("border"))
        painter.end()

    def _show_numbers(self) -> None:
        account, sessions = self._inbox.account, self._inbox.sessions
        if account is None:
            return
        self._tile.show_account(account.initials, account.colour)
        self._name.setText(account.name)
        numbers = counted(len(sessions), self.tr("1 number"), self.tr("{n} numbers"))
        _, states = account_line(session.status.state for session in sessions)
        self._numbers.setText(f"{numbers} · {states}" if sessions else states)
        unread = {session.slot.slot_id: self._inbox.chats.unread(session.slot.slot_id) for session in sessions}
        self.filter.show_numbers(account, sessions, self._inbox.chats.number, unread)
        self.chats.show_colour(account.colour)
        self.new_chat.setEnabled(any(session.slot.number for session in sessions))

    def _show_list(self) -> None:
        self._stack.setCurrentIndex(0 if self._inbox.chats.rowCount() else 1)
        self.chats.show_open(self._inbox.open_chat)
