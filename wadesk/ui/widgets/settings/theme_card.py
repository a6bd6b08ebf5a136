"""The theme to choose, as a small picture of the window in it."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QRadioButton

from wadesk.ui.painting.choices import BOX, draw_radio
from wadesk.ui.painting.frames import draw_box
from wadesk.ui.painting.text import draw_line
from wadesk.ui.theme.theme import Theme

_WIDTH, _HEIGHT, _GAP = 172, 104, 10
_LINE = 18
_TILES = (1, 3, 2, 6)


class ThemeCard(QRadioButton):
    """A radio card: the picture, and below it the mark and the name. ``schemes``: one, or two halves."""

    def __init__(self, theme: Theme, name: str, schemes: tuple[str, ...]) -> None:
        super().__init__(name)
        self._theme = theme
        self._worn = [theme.in_scheme(scheme) for scheme in schemes]
        self.setAccessibleName(name)
        self.setProperty("ringRadius", 10)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Picture, gap and name."""
        px = self._theme.px
        return QSize(px(_WIDTH), px(_HEIGHT + _GAP) + px(_LINE))

    def hitButton(self, place: QPoint) -> bool:
        """All of it takes the click."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint picture, outline, mark and name."""
        theme, painter = self._theme, QPainter(self)
        px, frame = theme.px, QRect(0, 0, self.width(), theme.px(_HEIGHT))
        self._paint_picture(painter, frame)
        chosen = self.isChecked()
        over = self.underMouse()
        edge = theme.color("ink" if chosen else "borderStrong" if over else "border")
        draw_box(painter, QRectF(frame), theme.radius("popup"), None, edge, 2 if chosen else 1)
        mark = QRect(0, frame.bottom() + px(_GAP) + (px(_LINE) - px(BOX)) // 2, px(BOX), px(BOX))
        draw_radio(painter, theme, mark, on=chosen, over=over)
        words = QRect(mark.right() + px(8), frame.bottom() + px(_GAP), self.width(), px(_LINE))
        draw_line(painter, words, self.text(), theme.font("bodyStrong"), theme.color("text"), elide=False)
        painter.end()

    def _paint_picture(self, painter: QPainter, frame: QRect) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(frame).adjusted(1, 1, -1, -1), self._theme.radius("popup"), self._theme.px(8))
        painter.setClipPath(shape)
        for place, worn in enumerate(self._worn):
            part = frame.adjusted(place * frame.width() // len(self._worn), 0, 0, 0)
            painter.fillRect(part, worn.color("window"))
        if len(self._worn) == 1:
            self._paint_window(painter, self._worn[0])
        painter.restore()

    def _paint_window(self, painter: QPainter, worn: Theme) -> None:
        px = self._theme.px
        for place, colour in enumerate(_TILES):
            box = QRectF(px(10), px(10 + 20 * place), px(16), px(16))
            draw_box(painter, box, px(4), worn.account(colour).solid)
        sheet = QRectF(px(38), px(10), px(_WIDTH - 38 - 10), px(_HEIGHT - 20))
        draw_box(painter, sheet, px(4), worn.color("surface"), worn.color("border"))
        account = worn.account(_TILES[0])
        draw_box(painter, QRectF(px(46), px(18), px(66), px(9)), px(3), worn.color("canvas"), worn.color("border"))
        draw_box(painter, QRectF(px(94), px(32), px(60), px(9)), px(3), account.soft, account.edge)
        bar = QRectF(px(46), px(69), px(108), px(17))
        draw_box(painter, bar, px(3), account.soft, account.solid)
        draw_box(painter, QRectF(bar.x(), bar.y(), px(18), bar.height()), px(3), account.solid)
