"""Draws an account's numbers in a list: each with its chip, its number in full, and its standing."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wadesk.domain.desk import Session
from wadesk.ui.models.numbers import NumberRow
from wadesk.ui.models.rows import ROW
from wadesk.ui.painting.chips import chip_width, draw_slot_chip
from wadesk.ui.painting.status import draw_state_icon, draw_state_line, state_line_width
from wadesk.ui.painting.text import RIGHT, draw_icon, draw_line, ratio_of, width_of
from wadesk.ui.states import look, state_word
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_PAD, _GAP = 10, 10


class NumberRows(QStyledItemDelegate):
    """What both lists draw alike; ``height`` in design px."""

    def __init__(self, theme: Theme, height: int) -> None:
        super().__init__()
        self.theme, self._height = theme, height

    def width_for(self, row: NumberRow) -> int:
        """The px that a row needs so that nothing of it is cut."""
        raise NotImplementedError

    def draw(self, painter: QPainter, place: QRect, row: NumberRow) -> None:
        """Draw what stands in a row."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A row's size."""
        row = index.data(ROW)
        width = self.width_for(row) if isinstance(row, NumberRow) else option.rect.width()
        return QSize(width, self.theme.px(self._height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row; the one under the pointer, or that keys came to, has a ground."""
        row = index.data(ROW)
        if not isinstance(row, NumberRow):
            return
        painter.save()
        state, at = option.state, QStyle.StateFlag
        if state & at.State_MouseOver or state & at.State_HasFocus or state & at.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.color("pressed"))
            painter.drawRoundedRect(QRectF(option.rect), self.theme.px(5), self.theme.px(5))
        pad = self.theme.px(_PAD)
        self.draw(painter, option.rect.adjusted(pad, 0, -pad, 0), row)
        painter.restore()

    def draw_chip(self, painter: QPainter, left: int, place: QRect, session: Session) -> int:
        """The number's large chip; returns where it ends."""
        corner = QPoint(left, place.y() + (place.height() - self.theme.size("slotChipLarge")) // 2)
        slot = (session.slot.index, session.slot.name)
        return draw_slot_chip(painter, self.theme, corner, slot, session.account.colour, large=True).right() + 1

    def draw_number(self, painter: QPainter, left: int, place: QRect, row: NumberRow, style: str, tone: str) -> int:
        """The number in full, or that none is linked; returns where it ends."""
        font = self.theme.font(style, tabular=True)
        words = row.number or translate("Numbers", "no number yet")
        rest = QRect(left, place.y(), place.right() - left, place.height())
        return left + draw_line(painter, rest, words, font, self.theme.color(tone), elide=False)


class FilterRows(NumberRows):
    """The rows of the number filter: chip, number, the state's icon, unread messages at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, 33)

    def width_for(self, row: NumberRow) -> int:
        """All parts of it."""
        px, count = self.theme.px, width_of(self.theme.font("small", tabular=True), "9999")
        if row.session is None:
            words = width_of(self.theme.font("bodyStrong"), translate("Numbers", "All numbers"))
            return px(2 * _PAD + 16 + _GAP) + words + px(_GAP) + count
        chip = chip_width(self.theme, row.session.slot.name, large=True)
        number = width_of(self.theme.font("small", tabular=True), row.number)
        return px(2 * _PAD) + chip + px(_GAP) + number + px(8 + 14 + _GAP) + count

    def draw(self, painter: QPainter, place: QRect, row: NumberRow) -> None:
        """Draw all numbers, or one."""
        theme = self.theme
        if row.unread:
            font = theme.font("small", tabular=True)
            draw_line(painter, place, str(row.unread), font, theme.color("text2"), RIGHT, elide=False)
        if row.session is None:
            icon = QRect(place.x(), place.y(), theme.px(16), place.height())
            draw_icon(painter, icon, theme.icon("smartphone", "text2", 16, ratio_of(painter)))
            words = place.adjusted(theme.px(16 + _GAP), 0, 0, 0)
            name = translate("Numbers", "All numbers")
            draw_line(painter, words, name, theme.font("bodyStrong"), theme.color("text"))
            return
        right = self.draw_chip(painter, place.x(), place, row.session) + theme.px(8)
        right = self.draw_number(painter, right, place, row, "small", "text2") + theme.px(8)
        corner = QPoint(right, place.center().y() - theme.px(6))
        draw_state_icon(painter, theme, corner, look(row.session.status.state))


class SwitchRows(NumberRows):
    """The rows of the number switch: a radio, chip, number, and the standing in words at the right."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, 40)

    def width_for(self, row: NumberRow) -> int:
        """All parts of it."""
        if row.session is None:
            return 0
        px, theme = self.theme.px, self.theme
        chip = chip_width(theme, row.session.slot.name, large=True)
        number = width_of(theme.font("message", tabular=True), row.number)
        state = state_line_width(theme, state_word(row.session.status))
        current = width_of(theme.font("small"), self._current) + px(12) if row.chosen else 0
        return px(2 * _PAD + 16 + 12) + chip + px(_GAP) + number + px(24) + current + state

    def draw(self, painter: QPainter, place: QRect, row: NumberRow) -> None:
        """Draw one number."""
        theme, session = self.theme, row.session
        if session is None:
            return
        self._draw_radio(painter, place, chosen=row.chosen)
        right = self.draw_chip(painter, place.x() + theme.px(16 + 12), place, session) + theme.px(_GAP)
        self.draw_number(painter, right, place, row, "message", "text")
        words = state_word(session.status)
        width = state_line_width(theme, words)
        line = QRect(place.right() + 1 - width, place.y(), width + 2, place.height())
        draw_state_line(painter, theme, line, look(session.status.state), words)
        if row.chosen:
            rest = QRect(place.x(), place.y(), line.x() - theme.px(12) - place.x(), place.height())
            draw_line(painter, rest, self._current, theme.font("small"), theme.color("text2"), RIGHT, elide=False)

    @property
    def _current(self) -> str:
        return translate("Numbers", "this chat")

    def _draw_radio(self, painter: QPainter, place: QRect, *, chosen: bool) -> None:
        theme = self.theme
        centre, radius = QPointF(place.x() + theme.px(8), place.center().y() + 0.5), theme.px(8) - 0.5
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("ink" if chosen else "borderStrong"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawEllipse(centre, radius, radius)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("ink"))
            painter.drawEllipse(centre, theme.px(4), theme.px(4))
