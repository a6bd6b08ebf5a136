"""Row 15: CPU from a QR payload to its painted code, and of each repaint."""

import os
import time

from PySide6.QtWidgets import QApplication

from tests.bench.gauges import quantile, tell_limit
from wadesk.paths import resources
from wadesk.ui.qr_code import modules_of
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.qr_view import QrView

RUNS = 40


def measure() -> None:
    """Print the row; every payload is another one of a linking code's length."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication.instance() or QApplication(["bench", "-style", "fusion"])
    view = QrView(Theme(resources()), 5)
    view.resize(view.sizeHint())
    view.show()
    app.processEvents()
    shown, again = [], []
    for run in range(RUNS + 1):
        payload = f"2@{run:04d}" + "aB3/" * 58
        began = time.thread_time()
        view.show_code(modules_of(payload))
        view.repaint()
        shown.append((time.thread_time() - began) * 1000)
        began = time.thread_time()
        view.repaint()
        again.append((time.thread_time() - began) * 1000)
    # The first one loads the library.
    tell_limit(15, "payload to painted code, median", quantile(shown[1:], 0.5), "ms CPU", 8)
    tell_limit(15, "a repaint, median", quantile(again[1:], 0.5), "ms CPU", 1)
