"""One process per data folder: the folder is made private, locked, and given its id."""

import re
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import filelock

import wadesk
from wadesk.domain.errors import Conflict, StoreError
from wadesk.paths import DataFolder, make_private
from wadesk.supervisor.holder import read_holder, write_holder
from wadesk.supervisor.private_file import write_private

_FOLDER_ID = re.compile(r"[0-9a-f]{16}")


@contextmanager
def holding(data: DataFolder) -> Iterator[str]:
    """Hold the folder's lock while the block runs; yields the folder's id.

    Raises Conflict ``in_use`` that names the process which has it, and StoreError with a sentence where
    the folder cannot be made, entered, written or trusted.
    """
    _refuse_below_program(data.root)
    lock = filelock.FileLock(data.lock, timeout=0, mode=0o600, thread_local=False)
    with _translated(data.root):
        make_private(data.root)
        try:
            lock.acquire()
        except filelock.Timeout:
            raise _in_use(data) from None
    try:
        with _translated(data.root):
            write_holder(data)
            folder_id = _folder_id(data)
        yield folder_id
    finally:
        data.holder.unlink(missing_ok=True)
        lock.release()


def _refuse_below_program(root: Path) -> None:
    """A worker may read the program's own folders, so that data inside them would have no wall (recipes.md)."""
    place = root.resolve()
    for program in (Path(wadesk.__file__).parent.parent, Path(sys.prefix)):
        if place.is_relative_to(program.resolve()):
            raise StoreError(
                "inside_program",
                f"The folder {root} lies inside the program's own folder. Choose another place for the data.",
                folder=str(root),
            )


def _in_use(data: DataFolder) -> Conflict:
    holder = read_holder(data)
    pid = str(holder.pid) if holder is not None else "?"
    sentence = f"WaDesk already works on the folder {data.root} (process {pid})."
    return Conflict("in_use", sentence, pid=pid, folder=str(data.root))


def _folder_id(data: DataFolder) -> str:
    if data.folder_id.exists():
        text = data.folder_id.read_text("ascii", "replace").strip()
        if _FOLDER_ID.fullmatch(text):
            return text
        if data.desk_db.exists():
            # A new id would lead to no key at all, and the data could not be read again.
            raise StoreError("folder_damaged", f"The file {data.folder_id} is damaged; restore it from a copy.")
    text = secrets.token_hex(8)
    write_private(data.folder_id, text.encode())
    return text


@contextmanager
def _translated(root: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError:
        raise StoreError("no_permission", f"You may not write to the folder {root}.", folder=str(root)) from None
    except (NotADirectoryError, FileExistsError):
        raise StoreError("not_a_folder", f"{root} is not a folder.", folder=str(root)) from None
    except OSError as error:
        sentence = f"The folder {root} cannot be used: {error.strerror or type(error).__name__}."
        raise StoreError("folder_unusable", sentence, folder=str(root)) from None
