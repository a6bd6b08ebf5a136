"""The round corner of the work area, drawn over the pages that lie in it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from wadesk.ui.theme.theme import Theme


class RoundCorner(QWidget):
    """Lies over the pages' square corner and makes it round; the pointer goes through it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        side = theme.radius("workCorner") + 1
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what lies outside the arc."""
        side = float(self.width())
        outside, round_part = QPainterPath(), QPainterPath()
        outside.addRect(QRectF(0, 0, side, side))
        round_part.addEllipse(QRectF(0.5, 0.5, 2 * side, 2 * side))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(outside - round_part, self._theme.color("window"))
        painter.end()
