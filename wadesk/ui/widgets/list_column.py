"""The column with an account's chats: header, filters, what is being imported, list."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from wadesk.ui.models.chat_filter import Chip
from wadesk.ui.models.inbox import Inbox
from wadesk.ui.states import account_line
from wadesk.ui.text import counted
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import IconButton
from wadesk.ui.widgets.chat_list import ChatList
from wadesk.ui.widgets.history_strip import HistoryStrip
from wadesk.ui.widgets.labels import ElidedLabel
from wadesk.ui.widgets.list_empty import ListEmpty
from wadesk.ui.widgets.list_filters import ListFilters
from wadesk.ui.widgets.marks import Tile


class ListColumn(QWidget):
    """``new_chat_asked``: a person wants to write to a number that has no chat yet.

    ``everywhere_asked`` (text): what is searched for shall be looked for in all accounts.
    """

    new_chat_asked = Signal()
    everywhere_asked = Signal(str)

    def __init__(self, theme: Theme, inbox: Inbox, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self._theme, self._inbox = theme, inbox
        self._tile = Tile(theme, 36)
        self._name = ElidedLabel(theme, "", "title")
        self._numbers = ElidedLabel(theme, "", "small", tone="text2")
        self.new_chat = IconButton(theme, "square-pen", self.tr("New chat"), shortcut="Ctrl+N")
        self.filters = ListFilters(theme)
        self.history = HistoryStrip(theme)
        self.chats = ChatList(theme, inbox.chats, inbox.pictures, now_ms)
        self.none = ListEmpty(theme)
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
        self._stack = QStackedLayout()
        self._stack.addWidget(self.chats)
        self._stack.addWidget(self.none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self.filters)
        column.addWidget(self.history)
        column.addLayout(self._stack, 1)
        filters = self.filters
        order = (self.new_chat, filters.number, filters.search, *filters.chips.values(), self.chats)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        inbox, filters = self._inbox, self.filters
        inbox.account_changed.connect(self._begin)
        for told in (inbox.numbers_changed, inbox.filter_changed, inbox.chats.unread_changed):
            told.connect(self._show_numbers)
        inbox.history_changed.connect(self._show_history)
        inbox.chat_opened.connect(self.chats.show_open)
        for changed in (inbox.chats.rowsInserted, inbox.chats.rowsRemoved, inbox.chats.modelReset):
            changed.connect(self._show_list)
        self.chats.opened.connect(inbox.open)
        filters.number.chosen.connect(inbox.set_filter)
        filters.searched.connect(self._search)
        filters.search.left.connect(self.chats.enter)
        filters.chip_chosen.connect(self._choose_chip)
        self.new_chat.clicked.connect(self.new_chat_asked)
        self.none.everywhere_asked.connect(self.everywhere_asked)
        self._show_numbers()
        self._show_list()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the hairline over the list."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        top = self.filters.geometry().bottom()
        painter.fillRect(QRect(0, top, self.width(), 1), self._theme.color("border"))
        painter.end()

    def _begin(self) -> None:
        """Another account: nothing that was typed to search one is looked for in another."""
        self.filters.search.clear()
        self._choose_chip(Chip.ALL)
        self._show_history()

    def _search(self, words: str) -> None:
        self._inbox.chats.search(words)
        self._show_list()

    def _choose_chip(self, chip: Chip) -> None:
        self._inbox.chats.choose_chip(chip)
        self.filters.show_chip(chip)
        self._show_list()

    def _show_numbers(self) -> None:
        account, sessions, chats = self._inbox.account, self._inbox.sessions, self._inbox.chats
        if account is None:
            return
        self._tile.show_account(account.initials, account.colour)
        self._name.setText(account.name)
        numbers = counted(len(sessions), self.tr("1 number"), self.tr("{n} numbers"))
        _, states = account_line(session.status.state for session in sessions)
        self._numbers.setText(f"{numbers} · {states}" if sessions else states)
        unread = {session.slot.slot_id: chats.unread(session.slot.slot_id) for session in sessions}
        self.filters.number.show_numbers(account, sessions, chats.number, unread)
        self.filters.show_unread(chats.unread(chats.number))
        self.chats.show_colour(account.colour)
        self.new_chat.setEnabled(any(session.slot.number for session in sessions))

    def _show_history(self) -> None:
        self.history.show_progress(self._inbox.history())

    def _show_list(self) -> None:
        account, wanted = self._inbox.account, self._inbox.chats.wanted
        some = self._inbox.chats.rowCount() > 0
        if not some:
            self.none.explain(self.filters.search.text(), wanted.chip, account.name if account is not None else "")
        self._stack.setCurrentWidget(self.chats if some else self.none)
        self.chats.show_open(self._inbox.open_chat)
