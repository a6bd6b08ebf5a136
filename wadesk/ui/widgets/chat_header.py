"""The head of the chat pane: who the chat is with, and the number they write from."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wadesk.domain.message import Chat
from wadesk.ui.chat_words import chat_name
from wadesk.ui.message_words import one_line
from wadesk.ui.painting.tiles import draw_person
from wadesk.ui.text import initials_of, phone
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import IconButton
from wadesk.ui.widgets.labels import ElidedLabel, Label


class Avatar(QWidget):
    """A person's circle; ``size`` in design px."""

    def __init__(self, theme: Theme, size: int) -> None:
        super().__init__()
        self._theme, self._initials = theme, ""
        self.setFixedSize(theme.px(size), theme.px(size))

    def show_name(self, name: str) -> None:
        """Stand for this person."""
        self._initials = initials_of(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the circle."""
        painter = QPainter(self)
        draw_person(painter, self._theme, QRect(0, 0, self.width(), self.height()), self._initials)
        painter.end()


class ChatHeader(QWidget):
    """``left``: back to the list, offered where both have no room."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.back = IconButton(theme, "arrow-left", self.tr("Back to the chats"))
        self.back.clicked.connect(self.left)
        self.back.hide()
        self._avatar = Avatar(theme, 36)
        self._name = ElidedLabel(theme, "", "title")
        self._number = Label(theme, "", "small", tone="text2", tabular=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._name)
        words.addWidget(self._number)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), 0, theme.px(12), 0)
        row.setSpacing(theme.px(10))
        row.addWidget(self.back)
        row.addWidget(self._avatar)
        row.addLayout(words, 1)
        self.setFixedHeight(theme.size("header"))

    def show_chat(self, chat: Chat) -> None:
        """Name this chat."""
        self._avatar.show_name(one_line(chat.name))
        self._name.setText(chat_name(chat))
        number = phone(chat.number) if chat.number else ""
        words = self.tr("Group") if chat.group else number
        self._number.setText(words)
        self._number.setVisible(bool(words) and words != chat_name(chat))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the hairline below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), self._theme.color("border"))
        painter.end()
