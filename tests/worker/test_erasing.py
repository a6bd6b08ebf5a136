"""A number's keys are erased only when nobody has them open."""

import asyncio
from pathlib import Path

import pytest

from wadesk.domain.errors import Conflict
from wadesk.paths import SlotFolder
from wadesk.worker import erasing
from wadesk.worker.erasing import erase_keys
from wadesk.worker.lock import FolderLock


def keys(folder: Path) -> SlotFolder:
    slot = SlotFolder(folder)
    for part in ("", "-wal", "-shm"):
        Path(f"{slot.engine_db}{part}").write_bytes(b"keys")
    return slot


def test_keys_that_an_engine_holds_are_not_erased_below_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slot = keys(tmp_path)
    monkeypatch.setattr(erasing, "_TRIES", 3)
    held = FolderLock(slot.lock)
    assert held.take()
    with pytest.raises(Conflict, match="not_erased"):
        asyncio.run(erase_keys(slot))
    assert slot.engine_db.read_bytes() == b"keys"
    held.release()
    asyncio.run(erase_keys(slot))
    assert [path.name for path in tmp_path.iterdir()] == ["lock"]


def test_erasing_what_is_not_there_is_nothing(tmp_path: Path) -> None:
    asyncio.run(erase_keys(SlotFolder(tmp_path / "never")))
    assert not (tmp_path / "never").exists()
