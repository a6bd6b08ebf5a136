"""Row 1: memory per number: ten connected engines and their worker, against one node + Baileys process.

The peer is measured by hand (66.7 MiB PSS each among ten on the reference machine): give its figure of today with
``--peer MIB`` where it was measured anew.
"""

import tempfile
from pathlib import Path

from tests.bench.gauges import pss_mib, tell
from tests.bench.rig import Rig

PEER_MIB = 66.7
NUMBERS = 10


def measure(peer_mib: float = PEER_MIB) -> None:
    """Print the rows: just linked (a thousand keys were made), idle after a start, and after traffic."""
    with tempfile.TemporaryDirectory() as folder, Rig(Path(folder)) as rig:
        lines = rig.linked(NUMBERS)
        account = lines[0].account_id
        tell(1, "memory per number, just linked", _each(rig, account), "MiB PSS", peer_mib, 0.28)
        rig.desk.stop()
        rig.desk.start()
        for line in lines:
            rig.desk.wait_status(line.session_id, "online")
        tell(1, "memory per number, connected and idle", _each(rig, account), "MiB PSS", peer_mib, 0.17)
        rig.town.talk(rig.desk, lines, 50, 1)
        rig.town.settled(rig.desk, lines)
        tell(1, "memory per number, after traffic", _each(rig, account), "MiB PSS", peer_mib, 0.28)


def _each(rig: Rig, account: str) -> float:
    worker = rig.desk.worker_of(account)
    return sum(pss_mib(process.pid) for process in [worker, *worker.children()]) / NUMBERS
