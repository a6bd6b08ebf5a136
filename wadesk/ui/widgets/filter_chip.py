"""The chips over a list: which of its rows are shown."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton

from wadesk.ui.painting.frames import draw_box
from wadesk.ui.painting.text import draw_icon, draw_line, ratio_of, width_of
from wadesk.ui.theme.theme import Theme

_PAD, _GAP, _ARROW = 11, 6, 14


class FilterChip(QPushButton):
    """A word, the count of what it shows, and an arrow where it opens a menu. On: filled with ink."""

    def __init__(self, theme: Theme, words: str, *, menu: bool = False) -> None:
        super().__init__(words)
        self._theme, self._count, self._arrow = theme, "", menu
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setProperty("kind", "painted")
        self.setProperty("ringRadius", 13)
        self.setFixedHeight(theme.size("filterChip"))
        self.setAutoDefault(False)

    def show_count(self, count: int) -> None:
        """Say how many; nothing where there is none."""
        self._count = str(count) if count else ""
        self.setAccessibleName(f"{self.text()} {self._count}".rstrip())
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """A click on one with a menu opens it; whether it is filled is told by ``setChecked``."""
        if not self._arrow:
            super().nextCheckState()

    def sizeHint(self) -> QSize:
        """All it says."""
        px = self._theme.px
        width = px(2 * _PAD) + width_of(self._theme.font("smallMedium"), self.text())
        if self._count:
            width += px(_GAP) + width_of(self._theme.font("smallMedium", 600, tabular=True), self._count)
        return QSize(width + (px(_GAP + _ARROW) if self._arrow else 0) + 1, self._theme.size("filterChip"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint pill, word, count and arrow."""
        theme, painter = self._theme, QPainter(self)
        fill, edge, ink = self._colours()
        draw_box(painter, QRectF(self.rect()), self.height() / 2, fill, edge)
        words = self.rect().adjusted(theme.px(_PAD), 0, 0, 0)
        taken = draw_line(painter, words, self.text(), theme.font("smallMedium"), ink, elide=False)
        if self._count:
            words.setLeft(words.left() + taken + theme.px(_GAP))
            draw_line(painter, words, self._count, theme.font("smallMedium", 600, tabular=True), ink, elide=False)
        if self._arrow:
            side = theme.px(_ARROW)
            place = QRect(self.width() - theme.px(_PAD) - side + 1, 0, side, self.height())
            draw_icon(painter, place, theme.icon("chevron-down", ink, _ARROW, ratio_of(painter)))
        painter.end()

    def _colours(self) -> tuple[QColor, QColor, QColor]:
        theme = self._theme
        if not self.isEnabled():
            return theme.color("window"), theme.color("border"), theme.color("textDisabled")
        over = _over(self)
        if self.isChecked():
            ink = theme.color("inkHover" if over else "ink")
            return ink, ink, theme.color("onInk")
        fill = "pressed" if self.isDown() else "hover" if over else "surface"
        return theme.color(fill), theme.color("border"), theme.color("text2")


def _over(button: QAbstractButton) -> bool:
    return button.underMouse() and button.isEnabled() and button.testAttribute(Qt.WidgetAttribute.WA_Hover)
