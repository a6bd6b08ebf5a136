"""Brings batches of events from the supervisor's thread to the window's, a few at a time."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from wadesk.domain.events import Event

AT_ONCE = 400
"""Events told in one turn of the window's loop, so that it paints between two turns."""


class Reports(QObject):
    """Made on the window's thread. ``arrived`` (a list of events) is emitted there, in order.

    ``raised``: somebody started WaDesk again and wants the window.
    """

    arrived = Signal(list)
    raised = Signal()
    _asked = Signal()
    _handed = Signal(list, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Wait for the first batch."""
        super().__init__(parent)
        self._rest: list[Event] = []
        self._taken: Callable[[], None] | None = None
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._tell)
        self._handed.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._asked.connect(self.raised, Qt.ConnectionType.QueuedConnection)

    def hand(self, events: list[Event], taken: Callable[[], None]) -> None:
        """From the supervisor's thread: tell ``events`` on the window's, then call ``taken``."""
        self._handed.emit(events, taken)

    def ask_raise(self) -> None:
        """From the supervisor's thread: ask for the window."""
        self._asked.emit()

    def _take(self, events: list[Event], taken: Callable[[], None]) -> None:
        self._rest.extend(events)
        self._taken = taken
        self._tell()

    def _tell(self) -> None:
        now, self._rest = self._rest[:AT_ONCE], self._rest[AT_ONCE:]
        if now:
            self.arrived.emit(now)
        if self._rest:
            self._next.start()
        elif self._taken is not None:
            taken, self._taken = self._taken, None
            taken()
