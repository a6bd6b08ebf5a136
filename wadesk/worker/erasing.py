"""Erases a slot's folder, or the key store in it."""

import asyncio
from pathlib import Path

from wadesk.domain.errors import Conflict
from wadesk.engine.holder import end_holder
from wadesk.paths import SlotFolder
from wadesk.worker.lock import FolderLock

_TRIES = 40
_PAUSE_S = 0.05
"""Two seconds for a process that was killed to let go."""


def erase(folder: Path) -> None:
    """Remove ``folder`` and what is in it; Conflict ``not_erased`` when something holds on to a file of it."""
    try:
        if not folder.exists():
            return
        for path in sorted(folder.rglob("*"), reverse=True):
            if path.is_dir() and not path.is_symlink():
                path.rmdir()
            else:
                path.unlink()
        folder.rmdir()
    except OSError:
        raise _not_erased() from None


async def erase_keys(folder: SlotFolder) -> None:
    """Remove the key store with its log files, never below an engine that has it open; Conflict ``not_erased``.

    The lock's file stays: removing it would let two processes lock two files of one name. An engine that was
    left behind by an earlier worker is ended.
    """
    if not folder.root.exists():
        return
    try:
        lock = FolderLock(folder.lock)
        try:
            await _take(lock, folder)
            for path in folder.root.glob(f"{folder.engine_db.name}*"):
                path.unlink()
        finally:
            lock.release()
    except OSError:
        raise _not_erased() from None


async def _take(lock: FolderLock, folder: SlotFolder) -> None:
    for _ in range(_TRIES):
        if lock.take():
            return
        end_holder(folder.lock)
        await asyncio.sleep(_PAUSE_S)
    raise _not_erased()


def _not_erased() -> Conflict:
    return Conflict("not_erased", "A file of this number could not be erased. Close what uses it.")
