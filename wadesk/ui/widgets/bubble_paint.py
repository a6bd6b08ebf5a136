"""Paints one measured row of a chat."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat, QTextLayout

from wadesk.domain.message import Direction, Kind, MessageState
from wadesk.ui.message_words import kind_icon, sender_words
from wadesk.ui.painting.text import CENTRE, LEFT, RIGHT, draw_icon, draw_line, ratio_of
from wadesk.ui.states import tick_look
from wadesk.ui.widgets.bubble_shape import Shape, width_in
from wadesk.ui.widgets.bubble_style import BubbleStyle

_WAITING = {MessageState.QUEUED, MessageState.SENDING}


@dataclass(frozen=True)
class Marks:
    """What a person did to a row: selected characters of its text, and the focus by key."""

    selected: tuple[int, int] | None = None
    focused: bool = False


def paint_shape(painter: QPainter, shape: Shape, style: BubbleStyle, marks: Marks, clip: QRect) -> None:
    """Paint a row at the painter's origin; ``clip`` is what of it can be seen, in the row's own px."""
    if shape.day is not None:
        paint_day(painter, style, shape.day, shape.around.day)
    if shape.unread is not None:
        _paint_unread(painter, style, shape.unread, shape.around.unread)
    if not shape.system:
        _paint_bubble(painter, shape, style)
    _paint_words(painter, shape, style, marks, clip)
    if not shape.system:
        _paint_time(painter, shape, style)
    _paint_below(painter, shape, style)
    if marks.focused:
        _paint_ring(painter, shape, style)


def paint_day(painter: QPainter, style: BubbleStyle, rect: QRect, words: str) -> None:
    """The pill with a day's name; also the one that sticks to the top of the view."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(style.theme.color("border"), 1))
    painter.setBrush(style.theme.color("surface"))
    half = rect.height() / 2
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), half, half)
    draw_line(painter, rect, words, style.day, style.theme.color("text2"), CENTRE, elide=False)


def _paint_unread(painter: QPainter, style: BubbleStyle, rect: QRect, words: str) -> None:
    colour = style.theme.color("info")
    taken = width_in(style.unread, words) + style.px(20)
    middle = rect.y() + rect.height() // 2
    left = rect.x() + (rect.width() - taken) // 2
    painter.fillRect(QRect(rect.x(), middle, left - rect.x(), 1), colour)
    painter.fillRect(QRect(left + taken, middle, rect.right() + 1 - left - taken, 1), colour)
    draw_line(painter, rect, words, style.unread, colour, CENTRE)


def _paint_bubble(painter: QPainter, shape: Shape, style: BubbleStyle) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill, pen = _ground(shape, style)
    painter.setPen(pen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawPath(shape.path)


def _ground(shape: Shape, style: BubbleStyle) -> tuple[QColor | None, QPen]:
    """Fill and edge: the account's for ours, dashed while it waits, a warning's colour where it failed."""
    theme, message = style.theme, shape.message
    edge = style.account.edge if message.direction is Direction.OUT else theme.color("bubbleInEdge")
    fill = style.account.soft if message.direction is Direction.OUT else theme.color("bubbleIn")
    if message.kind is Kind.REVOKE:
        return None, QPen(edge, 1)
    if message.direction is Direction.IN:
        return fill, QPen(edge, 1)
    if message.state is MessageState.FAILED:
        return theme.color("surface"), QPen(theme.color("danger"), 1)
    if message.state is MessageState.UNCERTAIN:
        return fill, QPen(theme.color("warn"), 1)
    pen = QPen(edge, 1)
    if message.state in _WAITING:
        pen.setDashPattern([3, 2])
    return fill, pen


def _paint_words(painter: QPainter, shape: Shape, style: BubbleStyle, marks: Marks, clip: QRect) -> None:
    laid, message, theme = shape.laid, shape.message, style.theme
    if shape.sender is not None:
        draw_line(painter, shape.sender, sender_words(message), style.sender, theme.color("text2"), LEFT)
    if shape.icon is not None:
        size = 12 if shape.system else 16
        icon = theme.icon(kind_icon(message.kind), "text2", size, ratio_of(painter))
        draw_icon(painter, shape.icon, icon)
    if laid is None:
        return
    quiet = shape.system or message.kind is Kind.REVOKE
    painter.setPen(theme.color("text2" if quiet else "text"))
    chosen = [_selection(marks.selected, style)] if marks.selected is not None else []
    if laid.towering:
        painter.save()
        painter.setClipRect(shape.bubble, Qt.ClipOperation.IntersectClip)
    laid.layout.draw(painter, QPointF(shape.text_at), chosen, QRectF(clip))
    if laid.towering:
        painter.restore()


def _selection(selected: tuple[int, int], style: BubbleStyle) -> QTextLayout.FormatRange:
    chosen = QTextLayout.FormatRange()
    chosen.start, chosen.length = min(selected), abs(selected[1] - selected[0])
    look = QTextCharFormat()
    look.setBackground(style.theme.color("selection"))
    chosen.format = look
    return chosen


def _paint_time(painter: QPainter, shape: Shape, style: BubbleStyle) -> None:
    rect = shape.time_at
    if shape.tick is not None:
        look = tick_look(shape.message.state)
        icon = style.theme.icon(look.icon, look.tone, look.size, ratio_of(painter), look.stroke)
        draw_icon(painter, shape.tick, icon)
        rect = rect.adjusted(0, 0, -shape.tick.width() - style.px(4), 0)
    draw_line(painter, rect, shape.time, style.meta, style.theme.color("text3"), RIGHT, elide=False)


def _paint_below(painter: QPainter, shape: Shape, style: BubbleStyle) -> None:
    theme, note = style.theme, shape.around.note
    if shape.note is not None and note is not None:
        rect = shape.note
        if note.icon:
            draw_icon(
                painter,
                QRect(rect.x(), rect.y(), style.px(13), rect.height()),
                theme.icon(note.icon, note.tone, 13, ratio_of(painter)),
            )
            rect = rect.adjusted(style.px(13 + 4), 0, 0, 0)
        draw_line(painter, rect, note.text, style.note, theme.color(note.tone), LEFT, elide=False)
    if shape.words is not None:
        draw_line(
            painter,
            shape.words.adjusted(0, 0, -style.px(2), 0),
            shape.around.words,
            style.words,
            theme.color("text2"),
            RIGHT,
        )
    for rect, _, label in shape.deeds:
        draw_line(painter, rect, label, style.deed, theme.color("link"), LEFT, elide=False)
    for (before, _, _), (after, _, _) in pairwise(shape.deeds):
        if before.y() == after.y():
            between = QRect(before.right() + 1, before.y(), after.x() - before.right() - 1, before.height())
            draw_line(painter, between, "·", style.note, theme.color("text3"), CENTRE, elide=False)


def _paint_ring(painter: QPainter, shape: Shape, style: BubbleStyle) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(style.theme.color("focus"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ring = QRectF(shape.bubble).adjusted(-3, -3, 3, 3)
    painter.drawRoundedRect(ring, style.radius + 2, style.radius + 2)
