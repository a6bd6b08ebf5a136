"""The account's tile and send block, the person's circle, and the count badge."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap, QTransform

from wadesk.ui.painting.text import CENTRE, draw_icon, draw_line, ratio_of, width_of
from wadesk.ui.theme.theme import Theme

_TILE_RADIUS = {20: 5, 24: 6, 28: 7, 32: 7, 36: 8, 44: 10, 64: 14}
_CUT = 10
"""The second shape's diagonal, in px (design.md 5)."""


def block_path(rect: QRectF, radii: tuple[float, float, float, float], cut: float) -> QPainterPath:
    """A rectangle with a radius per corner (from top left, clockwise); ``cut`` > 0 takes the top right corner off."""
    left_top, right_top, right_bottom, left_bottom = radii
    path = QPainterPath(QPointF(rect.left() + left_top, rect.top()))
    if cut:
        path.lineTo(rect.right() - cut, rect.top())
        path.lineTo(rect.right(), rect.top() + cut)
    else:
        path.lineTo(rect.right() - right_top, rect.top())
        path.quadTo(rect.right(), rect.top(), rect.right(), rect.top() + right_top)
    path.lineTo(rect.right(), rect.bottom() - right_bottom)
    path.quadTo(rect.right(), rect.bottom(), rect.right() - right_bottom, rect.bottom())
    path.lineTo(rect.left() + left_bottom, rect.bottom())
    path.quadTo(rect.left(), rect.bottom(), rect.left(), rect.bottom() - left_bottom)
    path.lineTo(rect.left(), rect.top() + left_top)
    path.quadTo(rect.left(), rect.top(), rect.left() + left_top, rect.top())
    path.closeSubpath()
    return path


def draw_tile(painter: QPainter, theme: Theme, corner: QPoint, size: int, initials: str, colour: int) -> QRect:
    """The account's tile of ``size`` design px (20, 24, 28, 32, 36, 44, 64) with its top left at ``corner``."""
    side = theme.px(size)
    rect = QRect(corner.x(), corner.y(), side, side)
    radius = theme.px(_TILE_RADIUS.get(size, size * 0.22))
    fill_block(painter, theme, rect, (radius, radius, radius, radius), colour)
    font = theme.font("bodyStrong", 700)
    font.setPixelSize(max(theme.px(8), round(side * 0.36)))
    draw_line(painter, rect, initials, font, theme.account(colour).on_solid, CENTRE, elide=False)
    return rect


def fill_block(
    painter: QPainter, theme: Theme, rect: QRect, radii: tuple[float, float, float, float], colour: int
) -> None:
    """An account's solid block without its initials; loses its corner where the account has the second shape."""
    account = theme.account(colour)
    cut = min(theme.px(_CUT), rect.height() // 3) if account.cut else 0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(block_path(QRectF(rect), radii, cut), account.solid)


def draw_person(painter: QPainter, theme: Theme, rect: QRect, initials: str, *, picture: QPixmap | None = None) -> None:
    """A person's circle: their picture, or initials, or the outline of a person where there is no name either."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if picture is not None and not picture.isNull():
        _draw_picture(painter, theme, rect, picture)
        return
    painter.setPen(QPen(theme.color("idleEdge" if theme.contrast else "border"), 1))
    painter.setBrush(theme.color("idleSoft"))
    painter.drawEllipse(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5))
    if initials:
        font = theme.font("bodyStrong", 600)
        font.setPixelSize(max(theme.px(8), round(rect.height() * 0.35)))
        draw_line(painter, rect, initials, font, theme.color("text2"), CENTRE, elide=False)
    else:
        size = round(rect.height() * 0.45 / theme.scale)
        draw_icon(painter, rect, theme.icon("user-round", "text2", size, ratio_of(painter)))


def _draw_picture(painter: QPainter, theme: Theme, rect: QRect, picture: QPixmap) -> None:
    """The middle square of a picture, as a brush: a clip would leave steps at the edge."""
    side = min(picture.width(), picture.height())
    factor = rect.height() / side
    place = QTransform.fromTranslate(rect.x(), rect.y()).scale(factor, factor)
    place.translate(-(picture.width() - side) / 2, -(picture.height() - side) / 2)
    plain = QPixmap(picture)
    plain.setDevicePixelRatio(1)
    brush = QBrush(plain)
    brush.setTransform(place)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setPen(QPen(theme.color("border"), 1))
    painter.setBrush(brush)
    painter.drawEllipse(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5))


def badge_text(count: int) -> str:
    """What a badge shows: the count, ``99+`` above."""
    return str(count) if count <= 99 else "99+"


def badge_width(theme: Theme, count: int) -> int:
    """How wide the badge of ``count`` is, in px."""
    return max(theme.px(20), width_of(theme.font("badge", tabular=True), badge_text(count)) + theme.px(12))


def draw_badge(
    painter: QPainter,
    theme: Theme,
    right: int,
    middle: int,
    count: int,
    colour: int | None = None,
    *,
    quiet: bool = False,
    tone: str = "",
) -> QRect:
    """A count's pill that ends at ``right``, centred on ``middle``: ink, or an account's colour, quiet, or a tone."""
    height, width = theme.size("badge"), badge_width(theme, count)
    rect = QRect(right - width, middle - height // 2, width, height)
    fill, text = (theme.color(tone), theme.color("onStatus")) if tone else _badge_colours(theme, colour, quiet=quiet)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("idleEdge"), 1) if quiet else Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(rect), height / 2, height / 2)
    draw_line(painter, rect, badge_text(count), theme.font("badge", tabular=True), text, CENTRE, elide=False)
    return rect


def _badge_colours(theme: Theme, colour: int | None, *, quiet: bool) -> tuple[QColor, QColor]:
    if quiet:
        return theme.color("idleSoft"), theme.color("text2")
    if colour is None:
        return theme.color("ink"), theme.color("onInk")
    account = theme.account(colour)
    return account.solid, account.on_solid
