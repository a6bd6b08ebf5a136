"""A key as it stands on the keyboard, beside what it does."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from wadesk.ui.painting.labels import draw_key, key_width
from wadesk.ui.theme.theme import Theme


class KeyHint(QWidget):
    """``keys`` as Qt writes them (``Ctrl+K``); shown as this system does, spoken by whatever they belong to."""

    def __init__(self, theme: Theme, keys: str) -> None:
        super().__init__()
        self._theme, self._keys = theme, shown_keys(keys)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """The keys and their frame."""
        return QSize(key_width(self._theme, self._keys), self._theme.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the key."""
        painter = QPainter(self)
        draw_key(painter, self._theme, self.width(), self.height() // 2, self._keys)
        painter.end()


def shown_keys(keys: str) -> str:
    """Keys as this system writes them, without the plus signs: ``Ctrl K``."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys
    return native.replace("+", " ") if len(native) > 1 and not native.endswith("+") else native
