"""The pictures WaDesk has on the desktop: an account's tile beside its announcements, the mark in the tray."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPen, QPixmap

from wadesk.ui.models.notice import Notice
from wadesk.ui.painting.tiles import draw_tile
from wadesk.ui.theme.theme import Theme

_TILE = 64
_TRAY_SIZES = (16, 22, 24, 32, 48, 64)
"""What panels ask for: a drawn size is sharper than a scaled one."""


def notice_picture(theme: Theme, notice: Notice) -> QImage:
    """The account's tile, or WaDesk's mark where a notice is of several accounts."""
    side = theme.px(_TILE)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    if notice.colour:
        draw_tile(painter, theme, QPoint(0, 0), _TILE, notice.initials, notice.colour)
    else:
        painter.drawPixmap(0, 0, theme.icon("wadesk", "ink", _TILE))
    painter.end()
    return image


def tray_icon(theme: Theme, *, unread: bool) -> QIcon:
    """WaDesk's mark; with a dot at its top right while anything is unread."""
    icon = QIcon()
    for side in _TRAY_SIZES:
        icon.addPixmap(_mark(theme, side, unread=unread))
    return icon


def _mark(theme: Theme, side: int, *, unread: bool) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    mark = theme.icon("wadesk", "ink", round(side / theme.scale))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # Panels are as dark as the desktop, whatever the window wears: a light edge keeps the dark mark apart from them.
    edge = max(1, side // 32)
    for x, y in ((-edge, 0), (edge, 0), (0, -edge), (0, edge)):
        painter.drawPixmap(x, y, _silhouette(mark, theme.color("onTooltip" if theme.scheme == "light" else "tooltip")))
    painter.drawPixmap(0, 0, mark)
    if unread:
        dot = side * 0.46
        painter.setPen(QPen(theme.color("onStatus"), max(1.0, side / 16)))
        painter.setBrush(theme.color("danger"))
        painter.drawEllipse(QRectF(side - dot - 0.5, 0.5, dot, dot))
    painter.end()
    return pixmap


def _silhouette(pixmap: QPixmap, colour: QColor) -> QPixmap:
    shape = QPixmap(pixmap)
    painter = QPainter(shape)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(shape.rect(), colour)
    painter.end()
    return shape
