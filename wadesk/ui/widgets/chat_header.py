"""The head of the chat pane: who the chat is with, the number they write from, and the contact panel's button."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wadesk.domain.message import Chat
from wadesk.ui.chat_words import chat_name
from wadesk.ui.text import phone, spoken
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.avatar import Avatar
from wadesk.ui.widgets.buttons import IconButton
from wadesk.ui.widgets.labels import ElidedLabel, Label


class ChatHeader(QWidget):
    """``left``: back to the list, offered where both have no room. ``contact_asked``: the panel's button."""

    left = Signal()
    contact_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.back = IconButton(theme, "arrow-left", self.tr("Back to the chats"))
        self.back.clicked.connect(self.left)
        self.back.hide()
        self.contact = IconButton(theme, "panel-right", self.tr("Contact panel"), shortcut="Ctrl+I", checkable=True)
        self.contact.clicked.connect(self.contact_asked)
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
        row.setContentsMargins(theme.px(16), 0, theme.px(8), 0)
        row.setSpacing(theme.px(10))
        row.addWidget(self.back)
        row.addWidget(self._avatar)
        row.addLayout(words, 1)
        row.addWidget(self.contact)
        self.setFixedHeight(theme.size("header"))

    def show_chat(self, chat: Chat, picture: QPixmap | None) -> None:
        """Name this chat."""
        self._avatar.show_person(chat, picture)
        self._name.setText(chat_name(chat))
        number = phone(chat.number) if chat.number else ""
        words = self.tr("Group") if chat.group else number
        self._number.setText(words)
        self._number.setAccessibleName(spoken(chat.number) if chat.number and not chat.group else words)
        self._number.setVisible(bool(words) and words != chat_name(chat))

    def show_contact(self, shown: bool) -> None:
        """Whether the contact panel is on the screen."""
        self.contact.setChecked(shown)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the hairline below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), self._theme.color("border"))
        painter.end()
