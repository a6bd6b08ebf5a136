"""The slot chip: its index on the account's colour, its name, and in the large form its phone number."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from wadesk.ui.painting.text import CENTRE, draw_line, width_of
from wadesk.ui.painting.tiles import block_path
from wadesk.ui.theme.theme import Theme


def chip_width(theme: Theme, name: str, number: str = "", *, large: bool = False) -> int:
    """How wide the chip wants to be, in px. ``number`` is shown in the large form only."""
    block, pad = _block(theme, large=large), theme.px(7 if large else 6)
    width = block + pad + width_of(_name_font(theme, large=large), name) + pad
    if large and number:
        width += theme.px(6) + width_of(theme.font("small", tabular=True), number)
    return width + 1


def draw_slot_chip(
    painter: QPainter,
    theme: Theme,
    corner: QPoint,
    slot: tuple[int, str],
    colour: int,
    *,
    number: str = "",
    large: bool = False,
    limit: int | None = None,
) -> QRect:
    """The chip of ``slot`` (index, name), top left at ``corner``; below ``limit`` px its name elides, nothing else."""
    (index, name), account = slot, theme.account(colour)
    height = theme.size("slotChipLarge" if large else "slotChip")
    width = chip_width(theme, name, number, large=large)
    rect = QRect(corner.x(), corner.y(), min(width, limit) if limit else width, height)
    radius = theme.px(6 if large else 5)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(account.edge, 1))
    painter.setBrush(account.soft)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    block = QRect(rect.x(), rect.y(), _block(theme, large=large), height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(block_path(QRectF(block), (radius, 0, 0, radius), 0), account.solid)
    draw_line(painter, block, str(index), theme.font("chip", 700, tabular=True), account.on_solid, CENTRE, elide=False)
    _draw_words(painter, theme, rect.adjusted(block.width(), 0, 0, 0), name, number if large else "", large=large)
    return rect


def _draw_words(painter: QPainter, theme: Theme, rect: QRect, name: str, number: str, *, large: bool) -> None:
    pad = theme.px(7 if large else 6)
    inner = rect.adjusted(pad, 0, -pad, 0)
    if number:
        font = theme.font("small", tabular=True)
        taken = width_of(font, number)
        place = QRect(inner.right() + 1 - taken, inner.y(), taken + 1, inner.height())
        draw_line(painter, place, number, font, theme.color("text2"), elide=False)
        inner.setRight(place.left() - theme.px(6))
    draw_line(painter, inner.adjusted(0, 0, 1, 0), name, _name_font(theme, large=large), theme.color("text"))


def _block(theme: Theme, *, large: bool) -> int:
    return theme.px(22 if large else 17)


def _name_font(theme: Theme, *, large: bool) -> QFont:
    return theme.font("smallMedium" if large else "chip", 550)
