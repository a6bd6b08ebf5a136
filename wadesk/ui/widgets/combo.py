"""A choice of many, folded until it is asked for."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from wadesk.ui.painting.text import draw_icon, ratio_of
from wadesk.ui.theme.theme import Theme


class Combo(QComboBox):
    """``name`` is what is chosen, for screen readers. The wheel scrolls the page unless it has the focus."""

    def __init__(self, theme: Theme, words: Sequence[str], name: str) -> None:
        super().__init__()
        self._theme = theme
        self.addItems(list(words))
        self.setAccessibleName(name)
        self.setProperty("ringRadius", 6)
        # Qt's own policy takes the focus with the wheel, before the wheel is looked at.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The list is a popup of its own, which the style sheet does not reach with a font.
        self.view().setFont(theme.font("body"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A page is not changed by scrolling over it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then its arrow."""
        super().paintEvent(event)
        painter, side = QPainter(self), self._theme.px(16)
        tone = "text2" if self.isEnabled() else "textDisabled"
        place = QRect(self.width() - side - self._theme.px(9), 0, side, self.height())
        draw_icon(painter, place, self._theme.icon("chevron-down", tone, 16, ratio_of(painter)))
        painter.end()
