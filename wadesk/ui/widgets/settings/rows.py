"""Rows of a form: what is set, a second line that says what for, and the control at the right."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.icon import Icon
from wadesk.ui.widgets.labels import Label, rule

_HEIGHT = 54
_WORDS = 200
"""The least room for words beside a control."""


class SettingRow(QFrame):
    """At least 54 high with a hairline below. Where its control is switched, all of the row takes the click."""

    def __init__(
        self, theme: Theme, title: str, control: QWidget, line: str = "", *, before: QWidget | None = None
    ) -> None:
        """``before`` stands at the left of the words: whose row it is."""
        super().__init__()
        self._control = control
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        words.addWidget(Label(theme, title, "bodyMedium", wrap=True))
        if line:
            words.addWidget(Label(theme, line, "small", tone="text2", wrap=True))
        left = QHBoxLayout()
        left.setSpacing(theme.px(12))
        if before is not None:
            left.addWidget(before)
        left.addLayout(words, 1)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._least = theme.px(_WORDS)
        row.setContentsMargins(0, theme.px(9), 0, theme.px(9))
        row.setSpacing(theme.px(12))
        row.addLayout(left, 1)
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(rule())
        self.setMinimumHeight(theme.px(_HEIGHT))
        control.setAccessibleDescription(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The control goes below the words where both have no room beside each other."""
        super().resizeEvent(event)
        room = event.size().width() - self._control.sizeHint().width()
        directions = QBoxLayout.Direction
        wanted = directions.LeftToRight if room >= self._least else directions.TopToBottom
        if wanted is not self._row.direction():
            self._row.setDirection(wanted)

    def minimumSizeHint(self) -> QSize:
        """The control alone: the words wrap."""
        control = max(self._control.minimumSizeHint().width(), self._control.minimumWidth())
        return QSize(control, super().minimumSizeHint().height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click beside the switch is a click on it."""
        control, left = self._control, event.button() is Qt.MouseButton.LeftButton
        if left and isinstance(control, QAbstractButton) and control.isCheckable():
            control.click()
        super().mouseReleaseEvent(event)


def section_head(theme: Theme, icon: str, title: str) -> QWidget:
    """A section's title with its icon of 18."""
    head = QWidget()
    row = QHBoxLayout(head)
    row.setContentsMargins(0, theme.px(20), 0, theme.px(6))
    row.setSpacing(theme.px(8))
    row.addWidget(Icon(theme, icon, "text", 18))
    row.addWidget(Label(theme, title, "h2"), 1)
    return head
