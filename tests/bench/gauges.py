"""Reading processes: proportional memory and CPU time."""

import os
import statistics
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import psutil

RUNS = 5
"""Runs per figure; the median is told."""


def pss_mib(pid: int) -> float:
    """The proportional set size of one process, in MiB."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise LookupError("no Pss in smaps_rollup")


def cpu_s(process: psutil.Process) -> float:
    """CPU seconds a process has used, its ended children left out."""
    times = process.cpu_times()
    return times.user + times.system


def cpu_of_command(command: list[str], environment: dict[str, str] | None = None) -> float:
    """CPU seconds of a whole command, children included."""
    before = os.times()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = os.times()
    return (after.children_user - before.children_user) + (after.children_system - before.children_system)


def median(measure: Callable[[], float], runs: int = RUNS) -> float:
    """The median of some runs."""
    return statistics.median(measure() for _ in range(runs))


def tell(row: int, what: str, value: float, unit: str, reference: float, goal: float) -> None:
    """One line of the scoreboard."""
    ratio = value / reference
    verdict = "reached" if ratio <= goal else "not reached"
    print(
        f"row {row}: {what}: {value:.2f} {unit}, reference {reference:.2f}: ratio {ratio:.2f} (goal {goal}, {verdict})"
    )


def tell_limit(row: int, what: str, value: float, unit: str, goal: float) -> None:
    """One line of the scoreboard for a figure with a limit of its own."""
    verdict = "reached" if value <= goal else "not reached"
    print(f"row {row}: {what}: {value:.2f} {unit} (goal {goal}, {verdict})")


def quantile(values: Sequence[float], part: float) -> float:
    """The value below which ``part`` (0 to 1) of ``values`` lie."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)]
