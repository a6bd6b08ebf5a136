"""The field a message is written in: grows to eight lines, Enter sends, Shift+Enter breaks the line."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

from wadesk.ui.theme.theme import Theme

# What WhatsApp takes in one message; the store refuses more too.
LIMIT = 65_536

_MOST_LINES, _MOST_LINES_LOW, _LOW = 8, 4, 640
"""Lines before the field scrolls, in a window of at least (or below) this height in design px (design.md 3, 10)."""


class MessageInput(QPlainTextEdit):
    """``enter_pressed``; ``too_long``: something was not pasted, because the text would pass WhatsApp's limit."""

    enter_pressed = Signal()
    too_long = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(0, 0, 0, 0)
        self.textChanged.connect(self._grow)
        theme.changed.connect(self._restyle)
        self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter sends, with Shift it breaks the line."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            # Kept down it would send what is typed next.
            if not event.isAutoRepeat():
                self.enter_pressed.emit()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, up to the limit or not at all."""
        text = source.text()
        if not text:
            return
        if len(text) + self.document().characterCount() > LIMIT:
            self.too_long.emit()
            return
        self.textCursor().insertText(text)
        self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text alone."""
        return source.hasText()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks lines elsewhere."""
        super().resizeEvent(event)
        self._grow()

    def _restyle(self) -> None:
        self.setFont(self._theme.font("message"))
        self._grow()

    def _grow(self) -> None:
        line = self.fontMetrics().lineSpacing()
        # This document measures itself in lines.
        low = self.window().height() < self._theme.px(_LOW)
        most = _MOST_LINES_LOW if low else _MOST_LINES
        lines = min(max(1, round(self.document().size().height())), most)
        self.setFixedHeight(line * int(lines) + 2)
        always, never = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(always if lines == most else never)
