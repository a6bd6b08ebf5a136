"""Erases a slot's folder: one level of files, the key store among them."""

from pathlib import Path

from wadesk.domain.errors import Conflict


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
        raise Conflict("not_erased", "A file of this number could not be erased. Close what uses it.") from None
