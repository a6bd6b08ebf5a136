"""The button in an account's colour: what it does leaves from that account."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from wadesk.ui.painting.frames import draw_box
from wadesk.ui.painting.text import draw_icon, draw_line, ratio_of, width_of
from wadesk.ui.theme.theme import Theme

_PAD, _GAP, _ICON = 12, 7, 16


class AccountButton(QPushButton):
    """A word and an icon after it; filled where it acts at once, outlined where what it does waits."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._colour, self._icon, self._filled = theme, 1, "", True
        self.setProperty("kind", "painted")
        self.setProperty("ringRadius", 6)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(theme.size("control"))

    def show_act(self, words: str, icon: str, colour: int, *, filled: bool = True) -> None:
        """Say and look like this act of an account (``colour`` as in :meth:`Theme.account`)."""
        self._icon, self._colour, self._filled = icon, colour, filled
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The word, the icon after it, and the padding of a button."""
        px = self._theme.px
        words = width_of(self._theme.font("bodyStrong", 550), self.text())
        return QSize(px(2 * _PAD) + words + (px(_GAP + _ICON) if self._icon else 0), self._theme.size("control"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, word and icon."""
        theme, painter = self._theme, QPainter(self)
        fill, edge, ink = self._colours()
        draw_box(painter, QRectF(self.rect()), theme.radius("control"), fill, edge, 1.5 if fill != edge else 1)
        words = self.rect().adjusted(theme.px(_PAD), 0, 0, 0)
        taken = draw_line(painter, words, self.text(), theme.font("bodyStrong", 550), ink, elide=False)
        if self._icon:
            place = QRect(words.x() + taken + theme.px(_GAP), 0, theme.px(_ICON), self.height())
            draw_icon(painter, place, theme.icon(self._icon, ink, _ICON, ratio_of(painter)))
        painter.end()

    def _colours(self) -> tuple[QColor, QColor, QColor]:
        theme, account = self._theme, self._theme.account(self._colour)
        if not self.isEnabled():
            return theme.color("window"), theme.color("border"), theme.color("textDisabled")
        over = self.underMouse() or self.isDown()
        if self._filled:
            solid = account.solid_hover if over else account.solid
            return solid, solid, account.on_solid
        return account.soft if over else theme.color("surface"), account.solid, theme.color("text")
