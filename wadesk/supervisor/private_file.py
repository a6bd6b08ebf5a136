"""Small files of the data folder that only its owner may read, replaced whole or not at all."""

import contextlib
import os
import sys
from pathlib import Path


def write_private(path: Path, content: bytes) -> None:
    """Put ``content`` into ``path`` (0600) so that after a power cut either the old or the new one is there."""
    beside = path.with_name(path.name + ".new")
    with contextlib.suppress(FileNotFoundError):
        beside.unlink()
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    # Windows keeps the name with the file and cannot open a folder.
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
