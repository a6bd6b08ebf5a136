"""Says for as long as it is true that this is the rehearsal network, so that nobody takes it for the real one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.icon import Icon
from wadesk.ui.widgets.labels import Label


class RehearsalStrip(QWidget):
    """A strip of 26 across the window; it cannot be closed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        words = translate("Window", "Rehearsal network: nothing leaves this computer")
        self.setAccessibleName(words)
        self.setFixedHeight(theme.px(26))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        row.setSpacing(theme.px(6))
        row.addStretch(1)
        row.addWidget(Icon(theme, "wifi-off", "warn", 14))
        row.addWidget(Label(theme, words, "smallMedium", tone="warn"), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and hairline."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("warnSoft"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.color("warnEdge"))
        painter.end()
