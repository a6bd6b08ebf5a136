"""What is marked and chosen: the box, the round mark, and the switch."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from wadesk.ui.painting.frames import draw_box
from wadesk.ui.painting.text import draw_icon, ratio_of
from wadesk.ui.theme.theme import Theme

BOX = 16
SWITCH_WIDTH, SWITCH_HEIGHT = 34, 20


def draw_check(
    painter: QPainter, theme: Theme, rect: QRect, state: Qt.CheckState, *, enabled: bool = True, over: bool = False
) -> None:
    """The box of 16: empty, ticked, or with a bar where some of it is ticked."""
    fill, edge, glyph = _colours(theme, on=state is not Qt.CheckState.Unchecked, enabled=enabled, over=over)
    draw_box(painter, QRectF(rect), theme.radius("check"), fill, edge)
    if state is Qt.CheckState.Checked:
        draw_icon(painter, rect, theme.icon("check", glyph, 12, ratio_of(painter), 3.25))
    elif state is Qt.CheckState.PartiallyChecked:
        bar = QRectF(0, 0, theme.px(8), max(2, theme.px(2)))
        bar.moveCenter(QRectF(rect).center())
        painter.fillRect(bar, glyph)


def draw_radio(
    painter: QPainter, theme: Theme, rect: QRect, *, on: bool, enabled: bool = True, over: bool = False
) -> None:
    """The round mark of 16: a ring, with a dot in it where it is chosen."""
    _, edge, _ = _colours(theme, on=on, enabled=enabled, over=over)
    ground = theme.color("hover" if over and enabled else "surface" if enabled else "window")
    draw_box(painter, QRectF(rect), rect.height() / 2, ground, edge, 1.5 if on else 1)
    if on:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(edge)
        dot = rect.height() / 4
        painter.drawEllipse(QRectF(rect).center(), dot, dot)


def draw_switch(
    painter: QPainter, theme: Theme, rect: QRect, *, on: float, enabled: bool = True, over: bool = False
) -> None:
    """The switch of 34 x 20; ``on`` from 0 to 1 is where its knob is."""
    fill, edge, glyph = _colours(theme, on=on >= 0.5, enabled=enabled, over=over)
    draw_box(painter, QRectF(rect), rect.height() / 2, fill, edge)
    radius = rect.height() * (0.3 + 0.05 * on)
    start, end = rect.left() + rect.height() / 2, rect.left() + rect.width() - rect.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(glyph if on >= 0.5 else edge if enabled else theme.color("textDisabled"))
    painter.drawEllipse(QPointF(start + (end - start) * on, QRectF(rect).center().y()), radius, radius)


def _colours(theme: Theme, *, on: bool, enabled: bool, over: bool) -> tuple[QColor, QColor, QColor]:
    if not enabled:
        return theme.color("window"), theme.color("border"), theme.color("textDisabled")
    if on:
        ink = theme.color("inkHover" if over else "ink")
        return ink, ink, theme.color("onInk")
    return theme.color("hover" if over else "surface"), theme.color("borderStrong"), theme.color("text")
