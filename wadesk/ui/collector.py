"""Python's collector of cyclic garbage, kept to the window's thread.

It may run in whichever thread makes the next object, and then deletes Qt's objects there: a widget in a
cycle would end on the supervisor's thread, which Qt does not allow (calibre and Electrum do the same).
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1_000


class Collector(QObject):
    """Takes the collector over while it lives: what is due is collected here, once a second at most."""

    def __init__(self) -> None:
        """Stop collecting by itself."""
        super().__init__()
        gc.disable()
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY_MS)
        self._clock.timeout.connect(self.collect)
        self._clock.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due."""
        due = [
            one
            for one, (count, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > limit > 0
        ]
        if due:
            gc.collect(max(due))

    def close(self) -> None:
        """Give the collector back."""
        self._clock.stop()
        gc.enable()
