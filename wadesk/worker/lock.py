"""The lock of an account's folder: one worker at a time, told by the operating system, gone with its holder.

A library for it costs a third of what ``import asyncio`` does, on a start that is measured (performance.md,
row 4). On Windows the lock lies on one byte far behind the file's end, so that the file stays readable.
"""

import os
import sys
from pathlib import Path

_FAR_BEHIND = 1 << 30


class FolderLock:
    """An exclusive lock on ``path``, held from :meth:`take` until :meth:`release` or the process ends."""

    def __init__(self, path: Path) -> None:
        """Open the file, making it where it is missing; OSError when that cannot be done."""
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)

    def take(self) -> bool:
        """Take the lock if nobody holds it; whether it is ours now. Never waits."""
        try:
            _lock(self._file)
        except OSError:
            return False
        return True

    def release(self) -> None:
        """Let the next one have it."""
        os.close(self._file)


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        os.lseek(file, _FAR_BEHIND, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
