"""The measures of one row of a chat: day and unread line, bubble, time, the line below. No painting."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QFont, QFontMetrics, QPainterPath

from wadesk.domain.message import Direction, Kind, Message
from wadesk.ui.message_words import Deed, Note, body_text, kind_icon, sender_words, translate
from wadesk.ui.painting.tiles import block_path
from wadesk.ui.states import tick_look
from wadesk.ui.text import time_of_day
from wadesk.ui.widgets.bubble_style import BubbleStyle
from wadesk.ui.widgets.bubble_text import LaidText, lay_text

BETWEEN_DEEDS = 14
"""Design px between two things that can be done, with a dot in their middle."""


@dataclass(frozen=True)
class Around:
    """What a row's look takes from outside its message; two equal ones give the same shape.

    ``day`` and ``unread`` are the words of the lines above (empty: no such line), ``words`` the state
    under the last bubble of ours, ``more`` how often "show more" was asked.
    """

    width: int
    begins_group: bool = True
    ends_group: bool = True
    shows_sender: bool = False
    day: str = ""
    unread: str = ""
    note: Note | None = None
    words: str = ""
    more: int = 0


@dataclass
class Shape:
    """Places relative to the row's top left. A shape is built once and painted often."""

    message: Message
    around: Around
    height: int = 0
    day: QRect | None = None
    unread: QRect | None = None
    bubble: QRect = field(default_factory=QRect)
    path: QPainterPath = field(default_factory=QPainterPath)
    sender: QRect | None = None
    icon: QRect | None = None
    laid: LaidText | None = None
    text_at: QPoint = field(default_factory=QPoint)
    time: str = ""
    time_at: QRect = field(default_factory=QRect)
    tick: QRect | None = None
    note: QRect | None = None
    words: QRect | None = None
    deeds: list[tuple[QRect, Deed, str]] = field(default_factory=list)

    @property
    def outgoing(self) -> bool:
        """Whether the bubble stands at the right, in the account's colour."""
        return self.message.direction is Direction.OUT

    @property
    def system(self) -> bool:
        """Whether this is a centred line and no bubble."""
        return self.message.kind is Kind.SYSTEM

    def deed_at(self, point: QPoint) -> Deed | None:
        """What a click at ``point`` does."""
        # Drawn 18 high, hit within 26: the smallest target of the design.
        return next((deed for rect, deed, _ in self.deeds if rect.adjusted(-2, -4, 2, 4).contains(point)), None)


def shape_of(message: Message, around: Around, style: BubbleStyle) -> Shape:
    """Measure one row."""
    shape = Shape(message, around)
    top = _place_lines_above(shape, style)
    if shape.system:
        shape.height = _place_system(shape, style, top)
        return shape
    bottom = _place_bubble(shape, style, top)
    shape.height = _place_below(shape, style, bottom)
    return shape


def _place_lines_above(shape: Shape, style: BubbleStyle) -> int:
    around = shape.around
    top = style.group_gap if around.begins_group else style.gap
    if around.day:
        width = width_in(style.day, around.day) + style.px(22)
        shape.day = QRect((around.width - width) // 2, top + style.px(2), width, style.pill)
        top = shape.day.bottom() + 1 + style.px(10)
    if around.unread:
        shape.unread = QRect(style.margin, top + style.px(2), around.width - 2 * style.margin, style.px(16))
        top = shape.unread.bottom() + 1 + style.px(10)
    return top


def _place_system(shape: Shape, style: BubbleStyle, top: int) -> int:
    widest = min(style.px(520), shape.around.width - 2 * style.margin)
    side, gap = style.px(12), style.px(6)
    shape.laid = lay_text(body_text(shape.message), style.system, widest - side - gap, style.px(16))
    left = (shape.around.width - shape.laid.width - side - gap) // 2
    shape.icon = QRect(left, top + style.px(2), side, side)
    shape.text_at = QPoint(left + side + gap, top)
    height = shape.laid.lines * style.px(16)
    shape.bubble = QRect(left, top, shape.laid.width + side + gap, height)
    return top + height + style.px(2)


def _place_bubble(shape: Shape, style: BubbleStyle, top: int) -> int:
    message, around = shape.message, shape.around
    widest = min(style.max_width, int(around.width * 0.76)) - 2 * style.pad_x
    icon = style.px(16 + 6) if kind_icon(message.kind) else 0
    font = style.italic if message.kind is Kind.REVOKE else style.text
    laid = shape.laid = lay_text(body_text(message), font, widest - icon, style.line, around.more)
    meta = _meta_width(shape, style)
    inner, text_height, beside = _fit_time(laid, style, icon, widest, meta)
    head = _head_height(shape, style)
    if head:
        inner = min(widest, max(inner, width_in(style.sender, sender_words(message))))
    height = style.pad_top + head + text_height + style.pad_bottom
    left = around.width - style.margin - inner - 2 * style.pad_x if shape.outgoing else style.margin
    shape.bubble = QRect(left, top, inner + 2 * style.pad_x, height)
    shape.path = _bubble_path(shape, style)
    x, y = left + style.pad_x, top + style.pad_top
    if head:
        shape.sender = QRect(x, y, inner, head)
    if icon:
        shape.icon = QRect(x, y + head + (style.line - style.px(16)) // 2, style.px(16), style.px(16))
    shape.text_at = QPoint(x + icon, y + head)
    _place_time(shape, style, meta, QPoint(x + inner, y + head + text_height), beside=beside)
    _place_more(shape, style, y + head + laid.lines * style.line)
    return shape.bubble.bottom() + 1


def _fit_time(laid: LaidText, style: BubbleStyle, icon: int, widest: int, meta: int) -> tuple[int, int, bool]:
    """Inner width, height of text and time, and whether the time stands beside the last line."""
    text = laid.lines * style.line
    width = laid.width + icon
    beside = laid.last_width + icon + style.px(12) + meta
    if beside <= widest and not laid.reversed and not laid.cut:
        return max(width, beside), text, True
    return max(width, meta), text + style.meta_height, False


def _place_time(shape: Shape, style: BubbleStyle, meta: int, corner: QPoint, *, beside: bool) -> None:
    # Beside the text the time sits a little lower than its line; below it closes with the bubble's padding.
    bottom = corner.y() + (style.px(1) if beside else 0)
    right = corner.x()
    shape.time_at = QRect(right - meta, bottom - style.meta_height, meta, style.meta_height)
    if shape.outgoing:
        side = style.px(tick_look(shape.message.state).size)
        shape.tick = QRect(right - side, bottom - style.meta_height + (style.meta_height - side) // 2, side, side)


def _place_more(shape: Shape, style: BubbleStyle, top: int) -> None:
    if shape.laid is not None and shape.laid.cut:
        label = translate("Messages", "Show more")
        rect = QRect(shape.text_at.x(), top, width_in(style.deed, label), style.meta_height)
        shape.deeds.append((rect, Deed.MORE, label))


def _meta_width(shape: Shape, style: BubbleStyle) -> int:
    shape.time = time_of_day(shape.message.time_ms)
    width = style.meta_metrics.horizontalAdvance(shape.time)
    if shape.outgoing:
        width += style.px(4) + style.px(tick_look(shape.message.state).size)
    return width


def _head_height(shape: Shape, style: BubbleStyle) -> int:
    shows = shape.around.shows_sender and not shape.outgoing and bool(sender_words(shape.message))
    return style.px(17) if shows else 0


def _bubble_path(shape: Shape, style: BubbleStyle) -> QPainterPath:
    rect = QRectF(shape.bubble).adjusted(0.5, 0.5, -0.5, -0.5)
    radius, tail = float(style.radius), float(style.tail if shape.around.ends_group else style.radius)
    below = (tail, radius) if shape.outgoing else (radius, tail)
    return block_path(rect, (radius, radius, *below), 0)


def _place_below(shape: Shape, style: BubbleStyle, bottom: int) -> int:
    around = shape.around
    if around.note is not None:
        return _place_note(shape, style, around.note, bottom + style.px(2))
    if around.words:
        shape.words = QRect(style.margin, bottom + style.px(4), around.width - 2 * style.margin, style.px(16))
        return shape.words.bottom() + 1
    return bottom


def _place_note(shape: Shape, style: BubbleStyle, note: Note, top: int) -> int:
    """The line under the bubble, which ends with it; what can be done follows its words, or stands below them.

    Returns where it ends.
    """
    height, left, room = style.px(18), style.margin, shape.around.width - 2 * style.margin
    labels = [(deed, label, width_in(style.deed, label)) for deed, label in note.deeds]
    deeds = sum(width for _, _, width in labels) + style.px(BETWEEN_DEEDS) * max(0, len(labels) - 1)
    words = width_in(style.note, note.text) + (style.px(13 + 4) if note.icon else 0)
    gap = style.px(6) if labels else 0
    beside = words + gap + deeds <= room
    whole = words + gap + deeds if beside else words
    shape.note = QRect(max(left, left + room - whole) if shape.outgoing else left, top, words, height)
    x, y = shape.note.right() + 1 + gap, top
    if not beside:
        x, y = max(left, left + room - deeds) if shape.outgoing else left, top + height
    for deed, label, width in labels:
        shape.deeds.append((QRect(x, y, width, height), deed, label))
        x += width + style.px(BETWEEN_DEEDS)
    return y + height


def width_in(font: QFont, text: str) -> int:
    """The px ``text`` takes on one line of ``font``."""
    return QFontMetrics(font).horizontalAdvance(text)
