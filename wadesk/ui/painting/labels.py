"""Small words in a frame: a label with its dot, and a key as it stands on the keyboard."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from wadesk.ui.painting.text import CENTRE, draw_line, width_of
from wadesk.ui.theme.theme import Theme

_DOT, _GAP, _PAD = 7, 6, 7


def label_width(theme: Theme, text: str) -> int:
    """How wide a label is, in px."""
    return theme.px(2 * _PAD + _DOT + _GAP) + width_of(theme.font("chip"), text) + 1


def draw_label(
    painter: QPainter, theme: Theme, corner: QPoint, text: str, colour: int, *, limit: int | None = None
) -> QRect:
    """A label's pill with its top left at ``corner``: a dot in one of the ten colours, and the words that mean it."""
    width = label_width(theme, text)
    rect = QRect(corner.x(), corner.y(), min(width, limit) if limit else width, theme.size("label"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("border"), 1))
    painter.setBrush(theme.color("surface"))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), rect.height() / 2, rect.height() / 2)
    dot = theme.px(_DOT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.account(colour).solid)
    painter.drawEllipse(QRectF(rect.x() + theme.px(_PAD), rect.y() + (rect.height() - dot) / 2, dot, dot))
    words = rect.adjusted(theme.px(_PAD + _DOT + _GAP), 0, -theme.px(_PAD) + 1, 0)
    draw_line(painter, words, text, theme.font("chip"), theme.color("text"))
    return rect


def key_width(theme: Theme, keys: str) -> int:
    """How wide a key hint is, in px."""
    return width_of(_key_font(theme), keys) + theme.px(2 * 6)


def draw_key(painter: QPainter, theme: Theme, right: int, middle: int, keys: str) -> QRect:
    """A key hint (``Ctrl K``) that ends at ``right``, centred on ``middle``."""
    height, width = theme.px(18), key_width(theme, keys)
    rect = QRect(right - width, middle - height // 2, width, height)
    radius = theme.radius("kbd")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("idleEdge"), 1))
    painter.setBrush(theme.color("idleSoft"))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    draw_line(painter, rect, keys, _key_font(theme), theme.color("text2"), CENTRE, elide=False)
    return rect


def _key_font(theme: Theme) -> QFont:
    return theme.font("caption", 500)
