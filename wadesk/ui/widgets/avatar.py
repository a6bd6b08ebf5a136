"""A person's or a group's circle beside words: their picture, or their initials."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from wadesk.domain.message import Chat
from wadesk.ui.message_words import one_line
from wadesk.ui.painting.tiles import draw_person
from wadesk.ui.text import initials_of
from wadesk.ui.theme.theme import Theme


class Avatar(QWidget):
    """``size`` in design px. It says nothing that the name beside it does not."""

    def __init__(self, theme: Theme, size: int) -> None:
        super().__init__()
        self._theme, self._initials = theme, ""
        self._picture: QPixmap | None = None
        self.resize_to(size)

    def resize_to(self, size: int) -> None:
        """Be another size."""
        self.setFixedSize(self._theme.px(size), self._theme.px(size))

    def show_person(self, chat: Chat, picture: QPixmap | None) -> None:
        """Stand for whom a chat is with."""
        self._initials, self._picture = initials_of(one_line(chat.name)), picture
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the circle."""
        painter = QPainter(self)
        place = QRect(0, 0, self.width(), self.height())
        draw_person(painter, self._theme, place, self._initials, picture=self._picture)
        painter.end()
