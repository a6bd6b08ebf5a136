"""The one thing that turns: the spinner, alone or inside a button."""

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPixmap, QShowEvent, QTransform
from PySide6.QtWidgets import QWidget

from wadesk.ui.painting.text import draw_icon, ratio_of
from wadesk.ui.theme.theme import Theme

STEPS = 12
"""Positions in a full turn: enough for the eye, and a dozen pixmaps at most."""


class Turning(QObject):
    """Counts ``step`` (0 to 11) through a full turn again and again; stands still where people want it so."""

    turned = Signal()

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self.step = theme, 0
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._turn)

    @property
    def runs(self) -> bool:
        """Whether it turns."""
        return self._clock.isActive()

    def start(self) -> None:
        """Turn, unless motion is reduced."""
        whole = self._theme.motion("spinner")
        if whole and not self.runs:
            self._clock.start(whole // STEPS)

    def stop(self) -> None:
        """Stand at the beginning."""
        self._clock.stop()
        self.step = 0

    def _turn(self) -> None:
        if not self._theme.motion("spinner"):
            self.stop()
        else:
            self.step = (self.step + 1) % STEPS
        self.turned.emit()


def turned(pixmap: QPixmap, step: int) -> QPixmap:
    """A square pixmap, turned by ``step`` twelfths around its middle."""
    if not step:
        return pixmap
    middle = pixmap.deviceIndependentSize() / 2
    image = QPixmap(pixmap.size())
    image.setDevicePixelRatio(pixmap.devicePixelRatio())
    image.fill("transparent")
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    turn = QTransform().translate(middle.width(), middle.height()).rotate(360 / STEPS * step)
    painter.setTransform(turn.translate(-middle.width(), -middle.height()), combine=True)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return image


class Spinner(QWidget):
    """The turning icon, ``size`` design px; it says nothing that the word beside it does not."""

    def __init__(self, theme: Theme, size: int = 16, tone: str = "text2") -> None:
        super().__init__()
        self._theme, self._size, self._tone = theme, size, tone
        self._turning = Turning(theme, self)
        self._turning.turned.connect(self.update)
        self.setFixedSize(theme.px(size), theme.px(size))

    def showEvent(self, event: QShowEvent) -> None:
        """It turns while it is seen."""
        super().showEvent(event)
        self._turning.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """It costs nothing while it is not."""
        super().hideEvent(event)
        self._turning.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon as far as it has turned."""
        painter = QPainter(self)
        pixmap = self._theme.icon("loader-circle", self._tone, self._size, ratio_of(painter))
        draw_icon(painter, QRect(0, 0, self.width(), self.height()), turned(pixmap, self._turning.step))
        painter.end()
