"""The three steps on the phone, in the exact words of its menus."""

from html import escape

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.labels import Label, RichLabel


class StepNumber(QWidget):
    """A number in a circle."""

    def __init__(self, theme: Theme, number: int, side: int) -> None:
        super().__init__()
        self._theme, self._number = theme, number
        self.setFixedSize(theme.px(side), theme.px(side))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint circle and number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("text"), 1.25))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.setFont(self._theme.font("caption", 600, tabular=True))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), str(self._number))
        painter.end()


class StepRow(QWidget):
    """One step: its number, what to do, and below it (on the page) where that is found."""

    def __init__(self, theme: Theme, number: int, *, large: bool) -> None:
        super().__init__()
        self._words = RichLabel(theme, "", "message" if large else "small", wrap=True)
        self._hint = Label(theme, "", "small", tone="text2", wrap=True)
        self._hint.setVisible(large)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(self._words)
        words.addWidget(self._hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12 if large else 8))
        circle = StepNumber(theme, number, 24 if large else 18)
        row.addWidget(circle, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_step(self, marked: str, hint: str = "") -> None:
        """Say this step; ``marked`` has its stressed words in ``<b>``."""
        self._words.set_marked(marked)
        self._hint.setText(hint)

    def show_plain(self, words: str) -> None:
        """Say a step that stresses no word and may hold any sign."""
        self._words.set_marked(escape(words))
