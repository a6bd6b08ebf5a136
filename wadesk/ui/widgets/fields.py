"""Fields to type in: a label above, the field, and below it the sentence that says what is wrong."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from wadesk.ui.painting.text import draw_icon, ratio_of
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.labels import Label


class LineField(QLineEdit):
    """One line; in error its edge and an icon at the right say so. ``name`` is for screen readers, and never shown."""

    def __init__(self, theme: Theme, name: str, *, hint: str = "", size: str = "", icon: str = "") -> None:
        """``hint`` is a placeholder, which is never the label; ``icon`` stands at the left; ``size``: "" or large."""
        super().__init__()
        self._theme, self._icon, self._wrong = theme, icon, False
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setProperty("controlSize", size)
        if icon:
            self.setTextMargins(theme.px(22), 0, 0, 0)

    @property
    def wrong(self) -> bool:
        """Whether it is drawn in error."""
        return self._wrong

    def set_wrong(self, wrong: bool) -> None:
        """Draw it in error, or not."""
        if wrong == self._wrong:
            return
        self._wrong = wrong
        self.setProperty("state", "error" if wrong else "")
        self.setProperty("icon", "last" if wrong else "")
        self.style().unpolish(self)
        self.style().polish(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then its icons."""
        super().paintEvent(event)
        if not (self._icon or self._wrong):
            return
        theme, painter, side = self._theme, QPainter(self), self._theme.px(16)
        if self._icon:
            tone = "text2" if self.isEnabled() else "textDisabled"
            place = QRect(theme.px(9), 0, side, self.height())
            draw_icon(painter, place, theme.icon(self._icon, tone, 16, ratio_of(painter)))
        if self._wrong:
            place = QRect(self.width() - theme.px(9) - side, 0, side, self.height())
            draw_icon(painter, place, theme.icon("circle-alert", "danger", 16, ratio_of(painter)))
        painter.end()


class TextField(QWidget):
    """A label, its :attr:`line`, and room for one sentence in ``danger`` below."""

    def __init__(self, theme: Theme, label: str, *, hint: str = "", size: str = "") -> None:
        super().__init__()
        self.line = LineField(theme, label, hint=hint, size=size)
        self._error = Label(theme, "", "small", tone="danger", wrap=True)
        self._error.hide()
        column = labelled(theme, label, self.line)
        column.addWidget(self._error)
        column.setContentsMargins(0, 0, 0, 0)
        self.setLayout(column)
        self.setFocusProxy(self.line)

    def show_error(self, sentence: str) -> None:
        """Say what is wrong; empty takes it back. What was typed stays."""
        self.line.set_wrong(bool(sentence))
        self.line.setAccessibleDescription(sentence)
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))


def labelled(theme: Theme, words: str, field: QWidget) -> QVBoxLayout:
    """``field`` with its label 5 px above it, which is also what a screen reader calls it by."""
    label = Label(theme, words, "bodyMedium")
    label.setBuddy(field)
    column = QVBoxLayout()
    column.setSpacing(theme.px(5))
    column.addWidget(label)
    column.addWidget(field)
    return column
