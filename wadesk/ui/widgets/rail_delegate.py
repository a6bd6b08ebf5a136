"""Draws the rail's rows: accounts with tile, name, worst state and unread; below one of them its slots."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wadesk.ui.models.rail import AccountRow, SlotRow
from wadesk.ui.models.rows import ROW
from wadesk.ui.painting.chips import chip_width, draw_slot_chip
from wadesk.ui.painting.status import draw_state_icon, draw_state_line
from wadesk.ui.painting.text import RIGHT, draw_line, width_of
from wadesk.ui.painting.tiles import draw_badge, draw_tile
from wadesk.ui.states import Drawn
from wadesk.ui.text import last_digits
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.key_list import draw_row_ring

Index = QModelIndex | QPersistentModelIndex
NARROW = 120
"""Below this width the rail shows tiles alone."""
_SLOT_INDENT, _SLOT_HEIGHT, _GAP = 44, 34, 2


class RailDelegate(QStyledItemDelegate):
    """Account rows are 52 high with a gap of 2, slot rows 34."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A row's height."""
        row = index.data(ROW)
        slot = isinstance(row, SlotRow)
        height = self._theme.px(_SLOT_HEIGHT) if slot else self._theme.size("accountRow") + self._theme.px(_GAP)
        return QSize(option.rect.width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(ROW)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, SlotRow):
            self._draw_slot(painter, option.rect, row, hovered=hovered)
        elif isinstance(row, AccountRow):
            place = option.rect.adjusted(0, 0, 0, -self._theme.px(_GAP))
            self._draw_ground(painter, place, row, hovered=hovered)
            if option.rect.width() < self._theme.px(NARROW):
                self._draw_narrow(painter, place, row)
            else:
                self._draw_account(painter, place, row)
        draw_row_ring(painter, self._theme, option)
        painter.restore()

    def _draw_ground(self, painter: QPainter, place: QRect, row: AccountRow, *, hovered: bool) -> None:
        theme = self._theme
        narrow = place.width() < theme.px(NARROW)
        if row.chosen and not narrow:
            painter.setPen(QPen(theme.color("border"), 1))
            painter.setBrush(theme.color("surface"))
            painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(8), theme.px(8))
        elif hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("pressed"))
            painter.drawRoundedRect(QRectF(place), theme.px(8), theme.px(8))
        if row.chosen:
            bar = QRectF(place.x(), place.y() + theme.px(10), 3, place.height() - 2 * theme.px(10))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.account(row.account.colour).solid)
            painter.drawRoundedRect(bar, 1.5, 1.5)

    def _draw_account(self, painter: QPainter, place: QRect, row: AccountRow) -> None:
        theme = self._theme
        top = place.y() + theme.px(8)
        corner = QPoint(place.x() + theme.px(9), top)
        tile = draw_tile(painter, theme, corner, 36, row.account.initials, row.account.colour)
        left, right = tile.right() + 1 + theme.px(10), place.right() - theme.px(8)
        name = QRect(left, top - theme.px(1), right - left, theme.px(19))
        draw_line(painter, name, row.account.name, theme.font("bodyStrong"), theme.color("text"))
        line = QRect(left, top + theme.px(18), right - left, theme.px(18))
        if row.unread:
            badge = draw_badge(painter, theme, right + 1, line.center().y() + 1, row.unread)
            line.setRight(badge.left() - theme.px(6))
        if row.look is not None:
            draw_state_line(painter, theme, line, row.look, row.words)
        else:
            draw_line(painter, line, row.words, theme.font("smallMedium"), theme.color("text3"))

    def _draw_narrow(self, painter: QPainter, place: QRect, row: AccountRow) -> None:
        theme = self._theme
        side = theme.px(36)
        corner = QPoint(place.x() + (place.width() - side) // 2, place.y() + theme.px(8))
        tile = draw_tile(painter, theme, corner, 36, row.account.initials, row.account.colour)
        if row.unread:
            draw_badge(painter, theme, place.right() + 1, tile.y() + theme.px(1), row.unread)
        if row.look is not None and row.look.drawn is not Drawn.CONNECTED:
            disc = QRect(tile.right() - theme.px(10), tile.bottom() - theme.px(10), theme.px(18), theme.px(18))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("window"))
            painter.drawEllipse(disc)
            inset = (disc.width() - theme.px(13)) // 2
            draw_state_icon(painter, theme, disc.topLeft() + QPoint(inset, inset), row.look, 13)

    def _draw_slot(self, painter: QPainter, place: QRect, row: SlotRow, *, hovered: bool) -> None:
        theme = self._theme
        inner = place.adjusted(theme.px(_SLOT_INDENT), theme.px(2), 0, -theme.px(2))
        if row.chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("pressed" if hovered else "hover"))
            painter.drawRoundedRect(QRectF(inner), theme.px(6), theme.px(6))
        middle, right = inner.center().y() + 1, inner.right() - theme.px(8)
        icon = QPoint(right + 1 - theme.px(14), middle - theme.px(7))
        draw_state_icon(painter, theme, icon, row.look)
        right = icon.x() - theme.px(6)
        if row.unread:
            right = draw_badge(painter, theme, right, middle, row.unread).left() - theme.px(6)
        left = inner.x() + theme.px(6)
        number = last_digits(row.slot.number) if row.slot.number else ""
        taken = width_of(theme.font("small", tabular=True), number) + theme.px(6) if number else 0
        if taken and left + chip_width(theme, row.slot.name) + taken + theme.px(4) <= right:
            digits = QRect(right - taken, inner.y(), taken, inner.height())
            font = theme.font("small", tabular=True)
            draw_line(painter, digits, number, font, theme.color("text2"), RIGHT, elide=False)
            right -= taken + theme.px(4)
        corner = QPoint(left, middle - theme.size("slotChip") // 2)
        slot = (row.slot.index, row.slot.name)
        draw_slot_chip(painter, theme, corner, slot, row.account.colour, limit=max(right - left, theme.px(30)))
