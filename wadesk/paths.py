"""The one module that knows folders and names on disk.

A data folder belongs to one operating-system user (0700, files 0600) and holds everything of one WaDesk.
"""

import contextlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from wadesk.domain.ids import AccountId, SlotId, account_of, parse_account_id, parse_slot_id

ENGINE_NAME = "wadesk-engine.exe" if sys.platform == "win32" else "wadesk-engine"
WORKER_NAME = "wadesk-worker.exe" if sys.platform == "win32" else "wadesk-worker"
ENGINE_VARIABLE = "WADESK_ENGINE"
NETWORK_VARIABLE = "WADESK_OFFLINE_NETWORK"


def make_private(folder: Path) -> Path:
    """Make ``folder`` (and its parents) and leave it open to its owner alone; OSError when that fails."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if sys.platform != "win32":
        folder.chmod(0o700)
    return folder


@dataclass(frozen=True)
class SlotFolder:
    """One slot's folder: its engine's lock and encrypted key store, nothing else."""

    root: Path

    @property
    def lock(self) -> Path:
        """The file the engine locks from before it opens anything until it has exited."""
        return self.root / "lock"

    @property
    def engine_db(self) -> Path:
        """The engine's encrypted key store."""
        return self.root / "engine.db"


@dataclass(frozen=True)
class AccountFolder:
    """One account's folder: its worker's lock, its one encrypted database, and its slots' folders."""

    root: Path
    account_id: AccountId

    @property
    def lock(self) -> Path:
        """The file the worker locks from before it opens anything until it has exited."""
        return self.root / "lock"

    @property
    def database(self) -> Path:
        """The account's encrypted database."""
        return self.root / "account.db"

    @property
    def backups(self) -> Path:
        """Where the worker keeps what it backs up before a migration."""
        return self.root / "backups"

    def slot(self, slot_id: SlotId) -> SlotFolder:
        """The folder of one of this account's slots; ValueError for another account's."""
        if account_of(parse_slot_id(slot_id)) != self.account_id:
            raise ValueError("a slot of another account")
        return SlotFolder(self.root / slot_id)


@dataclass(frozen=True)
class DataFolder:
    """The folder of one WaDesk: one process at a time holds its lock."""

    root: Path

    @property
    def lock(self) -> Path:
        """Held by the one process that works on this folder."""
        return self.root / "wadesk.lock"

    @property
    def holder(self) -> Path:
        """Who holds the lock and where it listens for a second start; its owner's alone to read."""
        return self.root / "wadesk.holder"

    @property
    def socket(self) -> Path:
        """The Unix socket a second start talks to, where its path is short enough for one."""
        return self.root / "wadesk.sock"

    @property
    def folder_id(self) -> Path:
        """A plain file with this folder's random id: part of every keyring name."""
        return self.root / "folder-id"

    @property
    def desk_db(self) -> Path:
        """The parent's encrypted database."""
        return self.root / "desk.db"

    @property
    def vault(self) -> Path:
        """The passphrase vault, where one was chosen."""
        return self.root / "vault.bin"

    @property
    def first_look(self) -> Path:
        """A plain file with what the window's first picture is drawn with; nothing secret."""
        return self.root / "window.json"

    @property
    def logs(self) -> Path:
        """Where the parent writes logs."""
        return self.root / "logs"

    @property
    def backups(self) -> Path:
        """Where the desk database is kept before a migration."""
        return self.root / "backups"

    @property
    def accounts(self) -> Path:
        """Every account's folder lies here."""
        return self.root / "accounts"

    def account(self, account_id: AccountId) -> AccountFolder:
        """The folder of one account."""
        return AccountFolder(self.accounts / parse_account_id(account_id), account_id)


def default_data_folder() -> Path:
    """Where this user's WaDesk lives when nothing else is said."""
    # Loaded where it is needed: the window asks this module for its icons before its first picture.
    import platformdirs  # noqa: PLC0415

    return Path(platformdirs.user_data_dir("WaDesk", appauthor=False, roaming=False))


def resources() -> Path:
    """The folder of icons, style sheet and translations: beside the package, or in the source tree."""
    inside = Path(__file__).parent / "resources"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "resources"


def worker_program() -> Path:
    """The frozen session worker, beside the frozen program that runs."""
    return Path(sys.executable).with_name(WORKER_NAME)


def find_engine() -> Path | None:
    """The engine's executable, or None when it is missing (removed by an antivirus, never built).

    A source checkout may point elsewhere through ``WADESK_ENGINE``; a frozen program ignores it.
    """
    if not getattr(sys, "frozen", False) and (elsewhere := os.environ.get(ENGINE_VARIABLE)):
        path = Path(elsewhere)
        return path if path.is_file() else None
    # As with platformdirs.
    from importlib import metadata  # noqa: PLC0415

    candidates = [Path(sys.executable).parent / ENGINE_NAME] if getattr(sys, "frozen", False) else []
    candidates.append(Path(__file__).parent / "bin" / ENGINE_NAME)
    with contextlib.suppress(metadata.PackageNotFoundError):
        candidates.append(Path(str(metadata.distribution("wadesk").locate_file(f"wadesk_engine/{ENGINE_NAME}"))))
    return next((path for path in candidates if path.is_file()), None)
