"""Paints the switcher's rows: group heads, numbers with tile and state, chats with their number's chip, commands."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wadesk.ui.message_words import one_line
from wadesk.ui.models.finding import Marked
from wadesk.ui.models.rows import ROW
from wadesk.ui.models.switcher import FoundRow, Part
from wadesk.ui.painting.chips import chip_width, draw_slot_chip
from wadesk.ui.painting.labels import draw_key
from wadesk.ui.painting.status import draw_state_line, state_line_width
from wadesk.ui.painting.text import draw_icon, draw_line, ratio_of, width_of
from wadesk.ui.painting.tiles import draw_person, draw_tile
from wadesk.ui.states import look, state_word
from wadesk.ui.text import initials_of
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.key_hint import shown_keys

Index = QModelIndex | QPersistentModelIndex
_HEAD, _SIDE, _GAP = 30, 32, 12
_STRONG = 650
"""600 beside a title's 500 would hardly be seen in fonts without either; heavier falls to 600 or 700."""


class SwitcherDelegate(QStyledItemDelegate):
    """Rows are 46 high, heads 30."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A row's height."""
        row = index.data(ROW)
        head = isinstance(row, FoundRow) and row.part is Part.HEAD
        return QSize(option.rect.width(), self._theme.px(_HEAD) if head else self._theme.size("switcherRow"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row, theme, place = index.data(ROW), self._theme, option.rect
        if not isinstance(row, FoundRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.part is Part.HEAD:
            words = place.adjusted(theme.px(10), theme.px(6), 0, 0)
            draw_line(painter, words, row.title.words, theme.font("smallMedium", 600), theme.color("text2"))
        else:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            if chosen or hovered:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("pressed" if chosen else "hover"))
                painter.drawRoundedRect(QRectF(place), theme.radius("control"), theme.radius("control"))
            self._draw_found(painter, place, row)
        painter.restore()

    def _draw_found(self, painter: QPainter, place: QRect, row: FoundRow) -> None:
        theme = self._theme
        side = theme.px(_SIDE)
        mark = QRect(place.x() + theme.px(10), place.y() + (place.height() - side) // 2, side, side)
        self._draw_mark(painter, mark, row)
        right = place.right() - theme.px(10)
        right -= self._draw_side(painter, place, right, row)
        left = mark.right() + 1 + theme.px(_GAP)
        title = QRect(left, place.y() + theme.px(5), right - left, theme.px(18))
        weight = None if row.part is Part.ACTION else 500
        draw_marked(painter, title, row.title, theme.font("bodyMedium", weight), theme.color("text"))
        below = QRect(left, place.y() + theme.px(24), right - left, theme.px(17))
        self._draw_detail(painter, below, row)

    def _draw_detail(self, painter: QPainter, place: QRect, row: FoundRow) -> None:
        font, colour = self._theme.font("small", tabular=True), self._theme.color("text2")
        if row.tail is None:
            draw_marked(painter, place, row.detail, font, colour)
            return
        # A phone number is never cut: what stands before it is.
        tail = Marked(f" · {row.tail.words}", tuple((at + 3, length) for at, length in row.tail.spans))
        taken = marked_width(tail, font)
        used = draw_marked(painter, place.adjusted(0, 0, -taken, 0), row.detail, font, colour)
        draw_marked(painter, place.adjusted(used, 0, taken, 0), tail, font, colour)

    def _draw_mark(self, painter: QPainter, place: QRect, row: FoundRow) -> None:
        theme = self._theme
        if row.part is Part.NUMBER and row.session is not None:
            account = row.session.account
            draw_tile(painter, theme, place.topLeft(), _SIDE, account.initials, account.colour)
        elif row.chat is not None:
            draw_person(painter, theme, place, initials_of(one_line(row.chat.name)))
        elif row.command is not None:
            draw_icon(painter, place, theme.icon(row.command.icon, "text2", 18, ratio_of(painter)))

    def _draw_side(self, painter: QPainter, place: QRect, right: int, row: FoundRow) -> int:
        """Draw what stands at the right; returns the px it took, with the gap before it."""
        theme = self._theme
        if row.part is Part.NUMBER and row.session is not None:
            status = row.session.status
            words = state_word(status)
            width = min(state_line_width(theme, words), place.width() // 3)
            line = QRect(right - width, place.y(), width + 1, place.height())
            draw_state_line(painter, theme, line, look(status.state), words)
        elif row.chat is not None and row.session is not None:
            slot, tile = row.session.slot, theme.px(20)
            width = min(chip_width(theme, slot.name), place.width() // 4)
            corner = QPoint(right - width, place.y() + (place.height() - theme.size("slotChip")) // 2)
            account = row.session.account
            draw_slot_chip(painter, theme, corner, (slot.index, slot.name), account.colour, limit=width)
            width += tile + theme.px(4)
            beside = QPoint(right - width, place.y() + (place.height() - tile) // 2)
            draw_tile(painter, theme, beside, 20, account.initials, account.colour)
        else:
            keys = shown_keys(row.command.shortcut) if row.command is not None else ""
            width = draw_key(painter, theme, right, place.center().y() + 1, keys).width() if keys else 0
        return width + theme.px(_GAP) if width else 0


def draw_marked(painter: QPainter, place: QRect, marked: Marked, font: QFont, colour: QColor) -> int:
    """Draw words with their matches stressed, elided at the end; returns the px they took."""
    used = 0
    for words, strong in _runs(marked):
        run_font = _strong(font) if strong else font
        rest = place.adjusted(used, 0, 0, 0)
        metrics = QFontMetrics(run_font)
        whole = metrics.horizontalAdvance(words)
        used += draw_line(painter, rest, words, run_font, colour, elide=whole > rest.width())
        if whole > rest.width():
            break
    return used


def marked_width(marked: Marked, font: QFont) -> int:
    """How many px :func:`draw_marked` takes where there is room."""
    return sum(width_of(_strong(font) if strong else font, words) for words, strong in _runs(marked))


def _runs(marked: Marked) -> list[tuple[str, bool]]:
    runs, at = [], 0
    for start, length in marked.spans:
        runs.append((marked.words[at:start], False))
        runs.append((marked.words[start : start + length], True))
        at = start + length
    runs.append((marked.words[at:], False))
    return [(words, strong) for words, strong in runs if words]


def _strong(font: QFont) -> QFont:
    stronger = QFont(font)
    stronger.setWeight(QFont.Weight(_STRONG))
    return stronger
