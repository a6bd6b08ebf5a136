"""One icon beside words."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from wadesk.ui.painting.text import draw_icon, ratio_of
from wadesk.ui.theme.theme import Theme


class Icon(QWidget):
    """One icon of ``size`` design px in a tone; it says nothing that the words beside it do not."""

    def __init__(self, theme: Theme, name: str, tone: str, size: int, box: int = 0) -> None:
        super().__init__()
        self._theme, self._name, self._tone, self._size = theme, name, tone, size
        self.setFixedSize(theme.px(box or size), theme.px(box or size))

    def show_icon(self, name: str, tone: str) -> None:
        """Show another icon."""
        if (name, tone) != (self._name, self._tone):
            self._name, self._tone = name, tone
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it in the middle."""
        painter = QPainter(self)
        pixmap = self._theme.icon(self._name, self._tone, self._size, ratio_of(painter))
        draw_icon(painter, QRect(0, 0, self.width(), self.height()), pixmap)
        painter.end()
