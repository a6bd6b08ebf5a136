"""Rows 2 and 14: the whole program with ten connected numbers in two accounts: its memory, and its rest."""

import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

import psutil

from tests.bench.gauges import cpu_s, pss_mib, tell, tell_limit
from tests.bench.rig import Rig
from tests.end2end.desk import ROOT
from tests.waiting import until

PEER_MIB = 613.0
"""One Qt WebEngine with ten profiles on a chat page, all processes: the figure of the reference machine."""
ACCOUNTS, EACH = 2, 5
REST_S = 60


def measure() -> None:
    """Print the rows."""
    with tempfile.TemporaryDirectory() as folder, Rig(Path(folder)) as rig:
        lines = [line for _ in range(ACCOUNTS) for line in rig.linked(EACH)]
        network, call = rig.town.network.network, rig.town.network.call

        def online() -> int:
            return sum(call(network.is_connected, line.phone.number) for line in lines)

        rig.desk.stop()
        until("every number offline", lambda: online() == 0, 30)
        with _Window(rig) as window:
            until("every number online", lambda: online() == len(lines), 90)
            processes = [window, *window.children(recursive=True)]
            _rest(processes)
            whole = sum(pss_mib(process.pid) for process in processes)
            tell(2, f"the whole program, {len(lines)} numbers in {ACCOUNTS} accounts", whole, "MiB PSS", PEER_MIB, 0.35)


class _Window:
    """The window on the rig's data while the block runs."""

    def __init__(self, rig: Rig) -> None:
        self._rig = rig

    def __enter__(self) -> psutil.Process:
        environment = {**os.environ, **self._rig.environment, "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-m", "wadesk", "--data-dir", str(self._rig.desk.folder)]
        self._process = subprocess.Popen(command, cwd=ROOT, env=environment)
        return psutil.Process(self._process.pid)

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(40)


def _rest(processes: list[psutil.Process]) -> None:
    # What is left of the start is over before the minute that counts.
    _let_pass(10)
    used = {process: cpu_s(process) for process in processes}
    wakes = {process: process.num_ctx_switches().voluntary for process in processes}
    _let_pass(REST_S)
    parts: dict[str, list[float]] = defaultdict(list)
    for process in processes:
        parts[_role(process)].append((cpu_s(process) - used[process]) / REST_S * 100)
        wakes[process] = process.num_ctx_switches().voluntary - wakes[process]
    for role, shares in parts.items():
        tell_limit(14, f"CPU at rest of {role}, worst of {len(shares)}", max(shares), "% of a core", 0.1)
    print(f"row 14: wake-ups of all processes: {sum(wakes.values()) / REST_S:.1f} a second")


def _let_pass(seconds: float) -> None:
    time.sleep(seconds)  # noqa: TID251 - what is measured is a span of time


def _role(process: psutil.Process) -> str:
    command = process.cmdline()
    if "--worker" in command:
        return "a worker"
    return "the window" if "wadesk" in command else "an engine"
