"""How far something has come, as a thin line."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from wadesk.ui.painting.frames import draw_box
from wadesk.ui.theme.theme import Theme

_HEIGHT = 6


class ProgressLine(QProgressBar):
    """A line of 6, filled from the left; ``name`` is what is being done, for screen readers."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setFixedHeight(theme.px(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A line as long as there is room."""
        return QSize(self._theme.px(120), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(40), self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track and line."""
        painter, place = QPainter(self), QRectF(self.rect())
        radius = place.height() / 2
        draw_box(painter, place, radius, self._theme.color("sunken"))
        span = self.maximum() - self.minimum()
        part = (self.value() - self.minimum()) / span if span > 0 else 0
        if part > 0:
            place.setWidth(max(place.height(), place.width() * part))
            draw_box(painter, place, radius, self._theme.color("ink"))
        painter.end()
