"""The list of chats of one account, or of one of its numbers."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView

from wadesk.domain.ids import ChatId
from wadesk.domain.message import Chat
from wadesk.ui.models.chats import ChatListModel
from wadesk.ui.models.choices import Density
from wadesk.ui.models.pictures import Pictures
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.chat_delegate import ChatDelegate
from wadesk.ui.widgets.key_list import KeyList


class ChatList(KeyList):
    """``opened`` (ChatId): a person chose a row."""

    opened = Signal(object)

    def __init__(self, theme: Theme, model: ChatListModel, pictures: Pictures, now_ms: Callable[[], int]) -> None:
        super().__init__()
        self._chats = model
        self._rows = ChatDelegate(theme, pictures, now_ms)
        self.setAccessibleName(self.tr("Chats"))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setItemDelegate(self._rows)
        self.setModel(model)
        self.chosen.connect(self._open)
        pictures.came.connect(model.redraw)
        theme.changed.connect(self.reset)

    def show_open(self, chat: Chat | None) -> None:
        """Draw the open chat's row as selected, and the keyboard's place with it."""
        self._rows.open_id = chat.chat_id if chat is not None else None
        if chat is not None and (row := self._chats.row_of(chat.chat_id)) >= 0:
            self.setCurrentIndex(self._chats.index(row))
        self.viewport().update()

    def show_colour(self, colour: int) -> None:
        """Draw in this account's colour."""
        self._rows.colour = colour
        self.viewport().update()

    def show_density(self, density: Density) -> None:
        """Draw rows of this height."""
        self._rows.density = density
        self.scheduleDelayedItemsLayout()

    def enter(self) -> None:
        """Come from the search field to the first row."""
        if self._chats.rowCount():
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.setCurrentIndex(self._chats.index(0))

    def next_unread(self) -> None:
        """Open the next chat with unread messages below the open one, or the first from the top."""
        count = self._chats.rowCount()
        shown = self._rows.open_id
        start = self._chats.row_of(ChatId(shown)) + 1 if shown is not None else 0
        for row in (*range(start, count), *range(min(start, count))):
            chat = self._chats.chat_at(row)
            if chat.unread and chat.chat_id != shown:
                self.opened.emit(chat.chat_id)
                return

    def step(self, distance: int) -> None:
        """Open the next or previous chat of the list as filtered."""
        shown = self._rows.open_id
        row = self._chats.row_of(ChatId(shown)) + distance if shown is not None else 0
        if 0 <= row < self._chats.rowCount():
            self.opened.emit(self._chats.chat_at(row).chat_id)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._chats.chat_at(index.row()).chat_id)
