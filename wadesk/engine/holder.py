"""Who holds a slot's folder, and the end of one that will not let go.

An engine writes ``{"pid", "start"}`` into the folder's lock when it has it; ``start`` is the process's start
as the system counts it, so that a pid that was given to another process since is never mistaken for it.
"""

import contextlib
import os
import signal
import sys
from pathlib import Path

import msgspec

_START_FIELD = 22
"""Of /proc/PID/stat (proc(5)), counted from 1; the name in field 2 may hold spaces."""


class Holder(msgspec.Struct):
    """What an engine writes into the lock of its folder."""

    pid: int
    start: int


def end_holder(lock: Path) -> bool:
    """Kill the engine that ``lock`` records, if it is still that very process; whether it was told to end.

    Only on Linux can that be known; elsewhere a person is told that the folder is in use.
    """
    if sys.platform != "linux":
        return False
    try:
        holder = msgspec.json.decode(lock.read_bytes(), type=Holder)
    except (OSError, msgspec.MsgspecError):
        return False
    if holder.pid == os.getpid() or holder.start != started(holder.pid):
        return False
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.kill(holder.pid, signal.SIGKILL)
        return True
    return False


def started(pid: int) -> int | None:
    """When process ``pid`` started, in the kernel's ticks; None when there is no such process."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return None
    # What stands behind the name begins with field 3.
    return int(stat.rpartition(")")[2].split()[_START_FIELD - 3])
