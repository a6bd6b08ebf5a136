"""A number's state as a line or a pill, and a message's tick."""

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QPainter, QPen

from wadesk.domain.message import MessageState
from wadesk.ui.painting.text import draw_icon, draw_line, ratio_of, width_of
from wadesk.ui.states import Look, tick_look
from wadesk.ui.theme.theme import Theme


def state_line_width(theme: Theme, words: str) -> int:
    """How wide a state line with these words is, in px."""
    return theme.px(14 + 4) + width_of(theme.font("smallMedium", tabular=True), words)


def draw_state_line(painter: QPainter, theme: Theme, rect: QRect, look: Look, words: str) -> None:
    """Icon 14 and words in the state's colour, from the left of ``rect``; the words elide."""
    draw_state_icon(painter, theme, QPoint(rect.x(), rect.y() + (rect.height() - theme.px(14)) // 2), look)
    place = rect.adjusted(theme.px(14 + 4), 0, 0, 0)
    draw_line(painter, place, words, theme.font("smallMedium", tabular=True), theme.color(look.tone))


def draw_state_icon(painter: QPainter, theme: Theme, corner: QPoint, look: Look, size: int = 14) -> QRect:
    """The state's icon alone, ``size`` design px, with its top left at ``corner``."""
    rect = QRect(corner.x(), corner.y(), theme.px(size), theme.px(size))
    draw_icon(painter, rect, theme.icon(look.icon, look.tone, size, ratio_of(painter)))
    return rect


def draw_state_pill(painter: QPainter, theme: Theme, corner: QPoint, look: Look, words: str) -> QRect:
    """The state's pill with its top left at ``corner``: soft fill, edge, icon 13, words."""
    font = theme.font("smallMedium", 550)
    height = theme.size("pill")
    rect = QRect(corner.x(), corner.y(), theme.px(7 + 13 + 5 + 9) + width_of(font, words), height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color(f"{look.tone}Edge"), 1))
    painter.setBrush(theme.color(f"{look.tone}Soft"))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), height / 2, height / 2)
    draw_state_icon(painter, theme, QPoint(rect.x() + theme.px(7), rect.y() + (height - theme.px(13)) // 2), look, 13)
    draw_line(painter, rect.adjusted(theme.px(7 + 13 + 5), 0, 0, 0), words, font, theme.color(look.tone))
    return rect


def draw_tick(painter: QPainter, theme: Theme, corner: QPoint, state: MessageState) -> QRect:
    """A message's tick with its top left at ``corner``: another shape for every state, a stronger one when read."""
    tick = tick_look(state)
    rect = QRect(corner.x(), corner.y(), theme.px(tick.size), theme.px(tick.size))
    draw_icon(painter, rect, theme.icon(tick.icon, tick.tone, tick.size, ratio_of(painter), tick.stroke))
    return rect
