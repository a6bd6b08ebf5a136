"""The strip between the sending-from bar and the input: one sentence and at most one action."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from wadesk.ui.painting.text import draw_icon, ratio_of
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import Button
from wadesk.ui.widgets.labels import Label
from wadesk.ui.widgets.sending_words import Strip


class SendingStrip(QWidget):
    """``acted``: its button was pressed. Its ground is painted by the composer, with bar and outline."""

    acted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._strip: Strip | None = None
        self._words = Label(theme, "", "small", wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.action = Button(theme, "", size="small")
        self.action.clicked.connect(self.acted)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(36), theme.px(5), theme.px(10), theme.px(5))
        row.setSpacing(theme.px(8))
        row.addWidget(self._words, 1)
        row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(theme.size("sendBarMessage"))
        self.hide()

    @property
    def tone(self) -> str:
        """The tone of what is said, for the ground."""
        return self._strip.tone if self._strip is not None else ""

    @property
    def sentence(self) -> str:
        """What is said."""
        return self._strip.sentence if self._strip is not None else ""

    def show_strip(self, strip: Strip | None) -> None:
        """Say this, or nothing."""
        if strip == self._strip:
            return
        self._strip = strip
        self.setVisible(strip is not None)
        if strip is not None:
            self._words.setText(strip.sentence)
            self.action.setVisible(bool(strip.action))
            if strip.action:
                self.action.set_words(strip.action, strip.action_icon)
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon."""
        if self._strip is None:
            return
        painter = QPainter(self)
        place = self.rect()
        place.setLeft(self._theme.px(12))
        place.setWidth(self._theme.px(16))
        draw_icon(painter, place, self._theme.icon(self._strip.icon, self._strip.tone, 16, ratio_of(painter)))
        painter.end()
