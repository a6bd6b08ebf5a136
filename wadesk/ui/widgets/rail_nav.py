"""The rail's places to go to, and the field at its top that leads anywhere."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from wadesk.ui.painting.frames import draw_box
from wadesk.ui.painting.labels import draw_key, key_width
from wadesk.ui.painting.text import RIGHT, draw_icon, draw_line, ratio_of, width_of
from wadesk.ui.text import counted, translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.key_hint import shown_keys
from wadesk.ui.widgets.rail_delegate import NARROW


class _HoverButton(QAbstractButton):
    """Painted by the class that knows it, with ``words`` where there is room; looks otherwise under the pointer."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self._theme, self._words = theme, words
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def narrow(self) -> bool:
        """Whether there is room for an icon alone."""
        return self.width() < self._theme.px(NARROW)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the pointer's ground."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide it again."""
        super().leaveEvent(event)
        self.update()


class JumpField(_HoverButton):
    """Looks like a field, and opens the switcher, which is one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, translate("Rail", "Go to…"))
        self._keys = shown_keys("Ctrl+K")
        self.setToolTip(f"{self._words}  {self._keys}")
        self.setProperty("ringRadius", 6)

    def sizeHint(self) -> QSize:
        """As high as a search field."""
        return QSize(self._theme.px(48), self._theme.size("search"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint field, glass, words and keys."""
        theme, painter = self._theme, QPainter(self)
        fill = theme.color("hover" if self.underMouse() else "surface")
        draw_box(painter, QRectF(self.rect()), theme.radius("control"), fill, theme.color("border"))
        glass = self.rect() if self.narrow else QRect(theme.px(9), 0, theme.px(16), self.height())
        draw_icon(painter, glass, theme.icon("search", "text2", 16, ratio_of(painter)))
        if not self.narrow:
            taken = key_width(theme, self._keys) + theme.px(6)
            words = self.rect().adjusted(theme.px(32), 0, -taken, 0)
            draw_line(painter, words, self._words, theme.font("body"), theme.color("text3"))
            draw_key(painter, theme, self.width() - theme.px(6), self.height() // 2, self._keys)
        painter.end()


class NavRow(_HoverButton):
    """One place to go to: icon, words, and at the right how many numbers wait for a scan."""

    def __init__(self, theme: Theme, icon: str, words: str) -> None:
        super().__init__(theme, words)
        self._icon, self._count = icon, 0
        self.setCheckable(True)
        self.setToolTip(words)
        self.setProperty("ringRadius", 8)

    def show_count(self, count: int) -> None:
        """Say how many numbers wait for a scan; 0 says nothing."""
        self._count = count
        waiting = counted(count, translate("Rail", "1 waiting for QR"), translate("Rail", "{n} waiting for QR"))
        self.setAccessibleName(f"{self._words}, {waiting}" if count else self._words)
        self.setToolTip(self.accessibleName())
        self.update()

    def nextCheckState(self) -> None:
        """A click asks to go there; what is on the screen decides whether it is marked."""

    def sizeHint(self) -> QSize:
        """As high as the design says."""
        return QSize(self._theme.px(48), self._theme.size("navRow"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon, words and count."""
        theme, painter = self._theme, QPainter(self)
        if self.isChecked():
            draw_box(painter, QRectF(self.rect()), theme.px(6), theme.color("surface"), theme.color("border"))
        elif self.underMouse():
            draw_box(painter, QRectF(self.rect()), theme.px(6), theme.color("pressed"))
        box = self.rect() if self.narrow else QRect(theme.px(9), 0, theme.px(18), self.height())
        tone = "text" if self.isChecked() else "text2"
        draw_icon(painter, box, theme.icon(self._icon, tone, 18, ratio_of(painter)))
        if not self.narrow:
            self._paint_words(painter, tone)
        elif self._count:
            side = theme.px(13)
            corner = QRect(self.width() - side - theme.px(4), theme.px(2), side, side)
            draw_icon(painter, corner, theme.icon("scan-line", "info", 13, ratio_of(painter)))
        painter.end()

    def _paint_words(self, painter: QPainter, tone: str) -> None:
        theme = self._theme
        words = self.rect().adjusted(theme.px(36), 0, -theme.px(9), 0)
        if self._count:
            font, count = theme.font("smallMedium", tabular=True), str(self._count)
            draw_line(painter, words, count, font, theme.color("info"), RIGHT, elide=False)
            left = words.right() - width_of(font, count) - theme.px(18)
            box = QRect(left, 0, theme.px(14), self.height())
            draw_icon(painter, box, theme.icon("scan-line", "info", 14, ratio_of(painter)))
            words.setRight(left - theme.px(4))
        draw_line(painter, words, self._words, theme.font("bodyMedium"), theme.color(tone))
