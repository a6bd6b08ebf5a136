"""The garbage collector stays on the window's thread."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject, QTimer

from tests.waiting import until
from wadesk.ui.collector import Collector


class Knot(QObject):
    """A Qt object in a cycle, whose timer may only be stopped on its own thread."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self
        self.timer = QTimer(self)
        self.timer.start(60_000)


def test_another_thread_collects_no_qt_objects_and_the_windows_does() -> None:
    collector = Collector()
    try:
        gc.collect()
        gone = weakref.ref(Knot())
        busy = threading.Thread(target=lambda: [{"a": []} for _ in range(200_000)])
        busy.start()
        busy.join()
        assert gone() is not None
        kept = [[index] for index in range(2_000)]
        until("the window collected it", lambda: collector.collect() or gone() is None)
        assert len(kept) == 2_000
    finally:
        collector.close()
    assert gc.isenabled()
