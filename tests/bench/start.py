"""Row 3: CPU of the window's process to its first painted window, and to rest, against an empty painted widget."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from tests.bench.gauges import cpu_s, median, tell
from tests.bench.rig import offline_engine
from tests.network import NetworkThread
from tests.secret_service import secret_service

EMPTY = """
import time
from PySide6.QtWidgets import QApplication, QWidget
class Empty(QWidget):
    def paintEvent(self, event):
        print(time.process_time(), flush=True)
        app.exit()
app = QApplication([])
window = Empty()
window.resize(1280, 800)
window.show()
app.exec()
"""
OURS = """
import time
from PySide6.QtWidgets import QApplication
from wadesk.ui.app import dress, paint_first
from wadesk.ui.widgets.main_window import MainWindow
app = QApplication(["wadesk", "-style", "fusion"])
window = MainWindow(dress(app, "pt_BR"))
paint_first(window)
print(time.process_time(), flush=True)
"""
REST_S = 0.6
"""A process that used no CPU for this long has painted and waits."""


def measure() -> None:
    """Print the rows."""
    with secret_service() as service, NetworkThread() as network, tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "DBUS_SESSION_BUS_ADDRESS": service.environment["DBUS_SESSION_BUS_ADDRESS"],
            "WADESK_ENGINE": offline_engine(),
            "WADESK_OFFLINE_NETWORK": network.url,
        }
        reference = median(lambda: _first_paint(EMPTY, environment), 9)
        first = median(lambda: _first_paint(OURS, environment), 9)
        tell(3, "cold start to the first painted window", first * 1000, "ms CPU", reference * 1000, 1.35)
        window = [sys.executable, "-m", "wadesk", "--data-dir", str(Path(folder) / "data")]
        rest = median(lambda: _until_rest(window, environment))
        print(f"row 3: the same until everything is loaded and the window rests: {rest * 1000:.0f} ms CPU")


def _first_paint(program: str, environment: dict[str, str]) -> float:
    run = subprocess.run(
        [sys.executable, "-c", program], env=environment, check=True, capture_output=True, text=True, timeout=60
    )
    return float(run.stdout)


def _until_rest(command: list[str], environment: dict[str, str]) -> float:
    process = psutil.Popen(command, env=environment)
    try:
        used, since = 0.0, time.monotonic()
        while time.monotonic() - since < REST_S or used == 0:
            time.sleep(0.02)  # noqa: TID251 - a gauge reads at intervals
            if process.poll() is not None:
                raise RuntimeError(f"the window ended with {process.returncode}")
            if (now := cpu_s(process)) > used + 0.005:
                used, since = now, time.monotonic()
        return used
    finally:
        process.terminate()
        process.wait(20)
