"""A new bubble at the bottom comes in: it fades in and rises by six px, or stands there at once."""

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from wadesk.domain.ids import MessageId
from wadesk.ui.theme.theme import Theme

RISE = 6
"""Design px that the bubble comes from below."""


class BubbleFade(QObject):
    """One bubble at a time: the newest. ``moved``: paint it again."""

    moved = Signal()

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._message_id: MessageId | None = None
        self._run = QVariantAnimation(self)
        self._run.setStartValue(0.0)
        self._run.setEndValue(1.0)
        self._run.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._run.valueChanged.connect(self.moved)
        self._run.finished.connect(self.stop)

    def begin(self, message_id: MessageId) -> None:
        """Let this message come in, where things may move."""
        length = self._theme.motion("base")
        if length:
            self._message_id = message_id
            self._run.setDuration(length)
            self._run.start()

    def stop(self) -> None:
        """Everything stands."""
        self._run.stop()
        self.moved.emit()
        self._message_id = None

    @property
    def message_id(self) -> MessageId | None:
        """The message that is coming in."""
        return self._message_id

    def share(self, message_id: MessageId) -> float:
        """How far a message has come in, 0.0 to 1.0."""
        return float(self._run.currentValue() or 0.0) if message_id == self._message_id else 1.0
