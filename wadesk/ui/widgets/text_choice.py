"""Selecting text inside one bubble with the pointer."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextLine

from wadesk.domain.ids import MessageId
from wadesk.ui.widgets.bubble_shape import Shape


class TextChoice:
    """A stretch of one message's text; positions count UTF-16 units, as Qt's layouts do."""

    def __init__(self) -> None:
        self._shape: Shape | None = None
        self._from = 0
        self._to = 0

    @property
    def message_id(self) -> MessageId | None:
        """The message in which text is (or begins to be) selected."""
        return None if self._shape is None else self._shape.message.message_id

    def clear(self) -> None:
        """Select nothing."""
        self._shape = None

    def begin(self, shape: Shape, point: QPoint) -> None:
        """The pointer went down at ``point`` of a row."""
        self._shape = shape
        self._from = self._to = _position(shape, point)

    def extend(self, point: QPoint) -> None:
        """The pointer moved to ``point`` of the row where it went down."""
        if self._shape is not None:
            self._to = _position(self._shape, point)

    def take_all(self, shape: Shape) -> None:
        """Select all of a message's text that is laid out."""
        self._shape = shape
        self._from, self._to = 0, len(_units(shape)) // 2

    def selected(self, message_id: MessageId) -> tuple[int, int] | None:
        """What is selected of one message, for painting."""
        if self.message_id != message_id or self._from == self._to:
            return None
        return min(self._from, self._to), max(self._from, self._to)

    def text(self) -> str:
        """The selected words; empty for none."""
        if self._shape is None or self._from == self._to:
            return ""
        first, last = min(self._from, self._to), max(self._from, self._to)
        return _units(self._shape)[2 * first : 2 * last].decode("utf-16-le", "ignore")


def is_over_text(shape: Shape, point: QPoint) -> bool:
    """Whether ``point`` of a row lies on its words."""
    return shape.laid is not None and shape.bubble.contains(point)


def _units(shape: Shape) -> bytes:
    return shape.laid.text.encode("utf-16-le", "surrogatepass") if shape.laid is not None else b""


def _position(shape: Shape, point: QPoint) -> int:
    if shape.laid is None:
        return 0
    layout, x, y = shape.laid.layout, point.x() - shape.text_at.x(), point.y() - shape.text_at.y()
    if y < 0:
        return 0
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        if y < line.y() + line.height():
            # Typed wider than it is: asked for a number, it answers with one.
            found = line.xToCursor(float(x), QTextLine.CursorPosition.CursorBetweenCharacters)
            return int(found)
    return len(_units(shape)) // 2
