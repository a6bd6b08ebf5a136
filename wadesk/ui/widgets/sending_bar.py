"""Paints the sending-from bar: initials that are never hidden, the number in full, the slot, its standing."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from wadesk.domain.linkstate import LinkState
from wadesk.ui.models.sender import Sender
from wadesk.ui.painting.status import draw_state_icon, draw_state_line, state_line_width
from wadesk.ui.painting.text import CENTRE, draw_line, width_of
from wadesk.ui.painting.tiles import fill_block
from wadesk.ui.states import look
from wadesk.ui.text import phone
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.sending_words import bar_lead, sends_now, state_words

_BEFORE_NUMBER, _BETWEEN, _END = 11, 12, 10
"""Room after the block, between two parts, and at the bar's end."""


@dataclass(frozen=True)
class BarFace:
    """What one painting of the bar needs. ``pulse`` is 1.0 at its start and 0.0 at rest; ``taken`` is what the
    switch takes at the right, in px.
    """

    sender: Sender
    now_ms: int
    pulse: float = 0.0
    taken: int = 0
    wordless: bool = False

    @property
    def turns(self) -> bool:
        """Whether the state's icon is the spinner."""
        return self.sender.status.state is LinkState.CONNECTING


def fit_bar(theme: Theme, width: int, face: BarFace, switch: tuple[int, int]) -> tuple[bool, bool]:
    """Whether the state is an icon alone, and whether the switch is, in a bar of ``width`` px.

    ``switch`` is the switch's width with its word and as an icon, 0 where there is none. What shrinks first is
    the state's text, then the switch's word, then the account's name; nothing else ever does (design.md 10).
    """
    sender = face.sender
    small = theme.font("small")
    number = phone(sender.number) if sender.number else ""
    first = width_of(small, bar_lead(sender)) + theme.px(4) + width_of(theme.font("title", 650, tabular=True), number)
    second = width_of(small, f"{sender.slot.index} {sender.slot.name} · {sender.account.name}")
    words = theme.size("sendBlock") + theme.px(_BEFORE_NUMBER) + max(first, second)
    gap = theme.px(_BETWEEN)
    state = gap + state_line_width(theme, state_words(sender.status, face.now_ms))
    icon = gap + theme.px(14)
    whole, small_switch = (gap + one if one else 0 for one in switch)
    room = width - words - theme.px(_END)
    if room >= state + whole:
        return False, False
    return True, room < icon + whole and small_switch < whole


def paint_ground(painter: QPainter, theme: Theme, rect: QRect, face: BarFace, strip: tuple[QRect, str] | None) -> None:
    """Fill outline, bar and strip (with its tone) as one shape, so that no seam shows between them."""
    account, now = theme.account(face.sender.account.colour), sends_now(face.sender)
    shape = _outline(theme, rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(shape, theme.color("surface"))
    painter.save()
    painter.setClipPath(shape)
    bar = bar_rect(theme, rect)
    if now:
        painter.fillRect(bar, account.soft)
    if strip is not None:
        place, tone = strip
        painter.fillRect(place, theme.color(f"{tone}Soft"))
        painter.fillRect(QRect(place.x(), place.bottom(), place.width(), 1), theme.color(f"{tone}Edge"))
    painter.restore()
    line = QPen(account.edge, 1)
    if not now:
        line.setDashPattern([3, 2])
    painter.setPen(line)
    painter.drawLine(bar.left(), bar.bottom(), bar.right(), bar.bottom())


def paint_bar(painter: QPainter, theme: Theme, rect: QRect, face: BarFace) -> None:
    """Paint block, words and standing; ``rect`` is the whole composer's."""
    bar = bar_rect(theme, rect)
    side, radius = theme.size("sendBlock"), theme.radius("composer")
    colour = face.sender.account.colour
    block = QRect(bar.x(), bar.y(), side, bar.height())
    fill_block(painter, theme, block, (radius, 0, 0, 0), colour)
    if face.pulse > 0:
        painter.setOpacity(0.35 * face.pulse)
        painter.fillRect(block, theme.account(colour).on_solid)
        painter.setOpacity(1.0)
    font = theme.font("message", 750, px=16)
    draw_line(painter, block, face.sender.account.initials, font, theme.account(colour).on_solid, CENTRE, elide=False)
    left = block.right() + 1 + theme.px(_BEFORE_NUMBER)
    _paint_number(painter, theme, QPoint(left, bar.y()), face)
    right = _paint_state(painter, theme, bar, face)
    _paint_slot(painter, theme, QRect(left, bar.y() + theme.px(24), right - left, theme.px(18)), face.sender)


def paint_outline(painter: QPainter, theme: Theme, rect: QRect, face: BarFace) -> None:
    """The outline last, so that it is whole: dashed while nothing leaves."""
    pen = QPen(theme.account(face.sender.account.colour).solid, 1.5)
    if not sends_now(face.sender):
        pen.setDashPattern([3, 2])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_outline(theme, rect))


def bar_rect(theme: Theme, rect: QRect) -> QRect:
    """The bar's part of the composer."""
    return QRect(rect.x(), rect.y(), rect.width(), theme.size("sendBar"))


def _outline(theme: Theme, rect: QRect) -> QPainterPath:
    path, radius = QPainterPath(), theme.radius("composer")
    # Half a pen inside, or the widget's edge cuts it.
    path.addRoundedRect(QRectF(rect).adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)
    return path


def _paint_number(painter: QPainter, theme: Theme, corner: QPoint, face: BarFace) -> None:
    lead, number = bar_lead(face.sender), phone(face.sender.number) if face.sender.number else ""
    small, strong = theme.font("small"), theme.font("title", 650, tabular=True)
    first = width_of(small, lead)
    height = theme.px(18)
    y = corner.y() + theme.px(6)
    # Both stand on one baseline: the smaller one sinks by a px.
    draw_line(
        painter, QRect(corner.x(), y + theme.px(1), first + 2, height), lead, small, theme.color("text2"), elide=False
    )
    x = corner.x() + first + theme.px(4)
    taken = width_of(strong, number)
    draw_line(painter, QRect(x, y, taken + 2, height), number, strong, theme.color("text"), elide=False)


def state_place(theme: Theme, bar: QRect, face: BarFace) -> QRect:
    """Where the standing is drawn, at the right before the switch: icon and words, or the icon alone."""
    right = bar.right() + 1 - theme.px(_END) - (face.taken + theme.px(_BETWEEN) if face.taken else 0)
    words = state_words(face.sender.status, face.now_ms)
    width = theme.px(14) if face.wordless else state_line_width(theme, words)
    return QRect(right - width, bar.center().y() - theme.px(9), width + 2, theme.px(18))


def _paint_state(painter: QPainter, theme: Theme, bar: QRect, face: BarFace) -> int:
    """The standing; returns where it begins. What turns is a widget of its own, over the icon's place."""
    place, shown = state_place(theme, bar, face), look(face.sender.status.state)
    icon = QPoint(place.x(), place.y() + (place.height() - theme.px(14)) // 2)
    if face.wordless:
        if not face.turns:
            draw_state_icon(painter, theme, icon, shown)
    elif face.turns:
        rest = place.adjusted(theme.px(14 + 4), 0, 0, 0)
        words = state_words(face.sender.status, face.now_ms)
        draw_line(painter, rest, words, theme.font("smallMedium", tabular=True), theme.color(shown.tone))
    else:
        draw_state_line(painter, theme, place, shown, state_words(face.sender.status, face.now_ms))
    return place.x() - theme.px(8)


def _paint_slot(painter: QPainter, theme: Theme, rect: QRect, sender: Sender) -> None:
    """Slot and account: the account's name elides first, the slot's index never."""
    font, tone = theme.font("small"), theme.color("text2")
    slot = f"{sender.slot.index} {sender.slot.name}"
    taken = min(width_of(font, slot), rect.width())
    draw_line(painter, QRect(rect.x(), rect.y(), taken + 1, rect.height()), slot, font, tone)
    rest = rect.width() - taken
    if rest > theme.px(40):
        place = QRect(rect.x() + taken, rect.y(), rest, rect.height())
        draw_line(painter, place, f" · {sender.account.name}", font, tone)
