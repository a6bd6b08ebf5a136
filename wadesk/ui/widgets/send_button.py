"""The button that sends, in the account's colour; while the number is away it queues, and says so."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from wadesk.ui.models.sender import Sender
from wadesk.ui.painting.text import draw_icon, draw_line, ratio_of, width_of
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.sending_words import sends_now


class SendButton(QAbstractButton):
    """Filled where a text leaves at once, outlined where it is queued, grey where nothing can leave."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._colour = 1
        self._now = True
        self._hovered = False
        self.setProperty("ringRadius", 6)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(theme.size("control"))

    def show_sender(self, sender: Sender) -> None:
        """Take colour, word and icon for this sender."""
        self._colour = sender.account.colour
        self._now = sends_now(sender) or not sender.may_write
        self.setText(self.tr("Send") if self._now else self.tr("Queue"))
        self.setAccessibleName(self.text())
        self.setEnabled(sender.may_write)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The word, the icon after it, and the padding of a button."""
        px = self._theme.px
        words = width_of(self._theme.font("bodyStrong", 550), self.text())
        return QSize(px(12) + words + px(7 + 16 + 12), self._theme.size("control"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer is over it."""
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is elsewhere."""
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, word and icon."""
        theme, painter = self._theme, QPainter(self)
        fill, edge, ink = self._colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(edge, 1.5 if fill != edge else 1))
        painter.setBrush(fill)
        radius = theme.radius("control")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)
        words = self.rect().adjusted(theme.px(12), 0, 0, 0)
        taken = draw_line(painter, words, self.text(), theme.font("bodyStrong", 550), ink, elide=False)
        icon = "send-horizontal" if self._now else "clock-3"
        place = QRect(words.x() + taken + theme.px(7), 0, theme.px(16), self.height())
        draw_icon(painter, place, theme.icon(icon, ink, 16, ratio_of(painter)))
        painter.end()

    def _colours(self) -> tuple[QColor, QColor, QColor]:
        theme, account = self._theme, self._theme.account(self._colour)
        if not self.isEnabled():
            return theme.color("window"), theme.color("border"), theme.color("textDisabled")
        over = self._hovered or self.isDown()
        if self._now:
            solid = account.solid_hover if over else account.solid
            return solid, solid, account.on_solid
        return account.soft if over else theme.color("surface"), account.solid, theme.color("text")
