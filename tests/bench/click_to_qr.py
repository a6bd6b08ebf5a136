"""Row 5: wall time from the order to link to the QR's payload, with nine other slots of the account busy."""

import statistics
import tempfile
import threading
import time
from pathlib import Path

from tests.bench.rig import Rig

RUNS = 5
GOAL_S = 0.3


def measure() -> None:
    """Print the row."""
    with tempfile.TemporaryDirectory() as folder, Rig(Path(folder)) as rig:
        lines = rig.linked(9)
        times = []
        for run in range(RUNS):
            talking = threading.Thread(target=rig.town.talk, args=(rig.desk, lines, 10, run))
            talking.start()
            session = rig.desk.add_slot(lines[0].account_id, "Tenth")
            began = time.perf_counter()
            rig.desk.post(f"/start/{session}")
            rig.desk.qr(session)
            times.append(time.perf_counter() - began)
            talking.join()
            rig.desk.delete(f"/sessions/{session}")
        took = statistics.median(times)
        verdict = "reached" if took <= GOAL_S else "not reached"
        print(
            f"row 5: order to QR, nine slots busy: {took:.3f} s wall, worst {max(times):.3f} (goal {GOAL_S}, {verdict})"
        )
