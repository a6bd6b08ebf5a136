"""Row 3: CPU of the window's process from its start to a window that has come to rest, against an empty widget."""

import os
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
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.resize(1280, 800)
window.show()
app.exec()
"""
REST_S = 0.6
"""A process that used no CPU for this long has painted and waits."""


def measure() -> None:
    """Print the row."""
    with secret_service() as service, NetworkThread() as network, tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "DBUS_SESSION_BUS_ADDRESS": service.environment["DBUS_SESSION_BUS_ADDRESS"],
            "WADESK_ENGINE": offline_engine(),
            "WADESK_OFFLINE_NETWORK": network.url,
        }
        window = [sys.executable, "-m", "wadesk", "--data-dir", str(Path(folder) / "data")]
        ours = median(lambda: _until_rest(window, environment))
        reference = median(lambda: _until_rest([sys.executable, "-c", EMPTY], environment))
        tell(3, "cold start to a window at rest", ours * 1000, "ms CPU", reference * 1000, 1.35)


def _until_rest(command: list[str], environment: dict[str, str]) -> float:
    process = psutil.Popen(command, env=environment)
    try:
        used, since = 0.0, time.monotonic()
        while time.monotonic() - since < REST_S or used < 0.1:
            time.sleep(0.02)  # noqa: TID251 - a gauge reads at intervals
            if (now := cpu_s(process)) > used + 0.005:
                used, since = now, time.monotonic()
        return used
    finally:
        process.terminate()
        process.wait(20)
