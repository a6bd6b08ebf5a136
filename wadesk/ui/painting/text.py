"""One line of text in a rectangle, elided where it must be and never where it must not."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def width_of(font: QFont, text: str) -> int:
    """How many px ``text`` takes on one line."""
    return QFontMetrics(font).horizontalAdvance(text)


def draw_line(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    colour: QColor,
    align: Qt.AlignmentFlag = LEFT,
    *,
    elide: bool = True,
) -> int:
    """Draw one line; returns the px it took. Phone numbers and slot indexes are drawn with ``elide=False``."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width()) if elide else text
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, int(align | Qt.TextFlag.TextSingleLine), shown)
    return metrics.horizontalAdvance(shown)


def draw_icon(painter: QPainter, rect: QRect, pixmap: QPixmap) -> None:
    """Draw an icon in the middle of ``rect`` without scaling it."""
    size = pixmap.deviceIndependentSize().toSize()
    corner = QPoint(rect.x() + (rect.width() - size.width()) // 2, rect.y() + (rect.height() - size.height()) // 2)
    painter.drawPixmap(corner, pixmap)


def ratio_of(painter: QPainter) -> float:
    """The device's pixels per px, for icons drawn with this painter."""
    return painter.device().devicePixelRatioF()
