"""The QR code, painted as modules at whole device pixels, and the ring that counts its life down."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from wadesk.ui.painting.frames import draw_box
from wadesk.ui.qr_code import Modules
from wadesk.ui.theme.theme import Theme

QUIET = 4
"""Modules of white around the code, without which readers miss it (ISO/IEC 18004)."""
_PLACEHOLDER_SIDE = 57
"""A linking payload of about 240 characters is a version 10 code."""


class QrView(QWidget):
    """Dark modules on white in every theme; ``module`` is the least number of px of one module."""

    def __init__(self, theme: Theme, module: int) -> None:
        super().__init__()
        self._theme, self._module = theme, module
        self._code: Modules | None = None

    @property
    def shown(self) -> bool:
        """Whether a code is on the screen."""
        return self._code is not None

    def show_code(self, code: Modules | None) -> None:
        """Show another code, or clear it at once: a stale code is never on the screen."""
        self._code = code
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The code with its quiet zone at this screen's ratio."""
        side = self._code.side if self._code else _PLACEHOLDER_SIDE
        px = math.ceil((side + 2 * QUIET) * self._device_module() / self.devicePixelRatioF())
        return QSize(px, px)

    def minimumSizeHint(self) -> QSize:
        """It never shrinks: it would not be read."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint white ground and dark bars without smoothing."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("qrLight"))
        if self._code is not None:
            ratio, unit = self.devicePixelRatioF(), self._device_module()
            start = [round((length * ratio - self._code.side * unit) / 2) for length in (self.width(), self.height())]
            painter.scale(1 / ratio, 1 / ratio)
            painter.translate(*start)
            painter.scale(unit, unit)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("qrDark"))
            painter.drawRects(self._code.bars)
        painter.end()

    def _device_module(self) -> int:
        return math.ceil(self._module * self.devicePixelRatioF())


class QrFrame(QWidget):
    """The ground around a code: white in every theme, so that the quiet zone ends in white, and round."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and its hairline."""
        painter, theme = QPainter(self), self._theme
        draw_box(painter, QRectF(self.rect()), theme.radius("card"), theme.color("qrLight"), theme.color("border"))
        painter.end()


class Ring(QWidget):
    """Seconds left as a number in a ring; it turns to a warning in the last five and moves once a second."""

    def __init__(self, theme: Theme, size: str) -> None:
        super().__init__()
        self._theme, self._left, self._whole = theme, 0, 1
        side = theme.size(f"ring.{size}")
        self.setFixedSize(side, side)

    def show_seconds(self, left: int, whole: int) -> None:
        """Show ``left`` of ``whole`` seconds."""
        if (left, whole) != (self._left, self._whole):
            self._left, self._whole = left, max(whole, 1)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ring and number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = 3.5 * self._theme.scale
        place = QRectF(self.rect()).adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
        painter.setPen(QPen(self._theme.color("border"), stroke))
        painter.drawEllipse(QPointF(place.center()), place.width() / 2, place.height() / 2)
        pen = QPen(self._theme.color("warn" if self._left <= 5 else "ink"), stroke)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        # Qt counts sixteenths of a degree, against the clock, from three o'clock.
        painter.drawArc(place, 90 * 16, -round(360 * 16 * min(self._left / self._whole, 1)))
        painter.setFont(self._theme.font("title", 650, tabular=True))
        painter.setPen(self._theme.color("text"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), str(self._left))
        painter.end()
