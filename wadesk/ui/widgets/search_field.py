"""A field to search in, with its glass at the left."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit

from wadesk.ui.painting.text import draw_icon, ratio_of
from wadesk.ui.theme.theme import Theme


class SearchField(QLineEdit):
    """``name`` is its placeholder and its spoken name."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)
        self.setTextMargins(theme.px(22), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then the glass."""
        super().paintEvent(event)
        painter = QPainter(self)
        place = QRect(self._theme.px(9), 0, self._theme.px(16), self.height())
        draw_icon(painter, place, self._theme.icon("search", "text2", 16, ratio_of(painter)))
        painter.end()
