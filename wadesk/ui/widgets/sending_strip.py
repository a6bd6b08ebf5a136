"""The strip between the sending-from bar and the input: one sentence and what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from wadesk.ui.painting.text import draw_icon, ratio_of
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import Button
from wadesk.ui.widgets.labels import Label
from wadesk.ui.widgets.sending_words import Strip

_MOST_OFFERS = 2


class SendingStrip(QWidget):
    """``acted`` (Way): one of its buttons was pressed. Its ground is painted by the composer, with bar and outline."""

    acted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._strip: Strip | None = None
        self._words = Label(theme, "", "small", wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.buttons = [Button(theme, "", size="small") for _ in range(_MOST_OFFERS)]
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(36), theme.px(5), theme.px(10), theme.px(5))
        row.setSpacing(theme.px(8))
        row.addWidget(self._words, 1)
        for place, button in enumerate(self.buttons):
            button.hide()
            button.clicked.connect(lambda _=False, place=place: self._act(place))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
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
        offers = strip.offers if strip is not None else ()
        self._words.setText(self.sentence)
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(offers))
            if place < len(offers):
                button.set_words(offers[place].words, offers[place].icon)
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

    def _act(self, place: int) -> None:
        if self._strip is not None and place < len(self._strip.offers):
            self.acted.emit(self._strip.offers[place].way)
