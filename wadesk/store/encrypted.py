"""Opens an encrypted database, and lends it out one transaction at a time.

SQLCipher with a raw 32-byte key, WAL, ``synchronous=FULL``: what a method wrote is on the disk when it
returns, because an acknowledgement, a send or a bubble follows it.
"""

import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2
from sqlalchemy import Connection, StaticPool, create_engine, event

from wadesk.domain.errors import StoreError
from wadesk.paths import make_private
from wadesk.store.failures import refusal, translate, translated
from wadesk.store.schema import Prepare, Schema, bring_up, needs_backup, version_of

KEY_BYTES = 32
_BUSY_S = 5.0
"""How long another process may hold the file; the folder's lock makes that rare."""

_PAGE_BYTES = 4096
"""SQLCipher's page size; it cannot be read from a file that does not open."""

_PRAGMAS = (
    "foreign_keys=ON",
    "journal_mode=WAL",
    "synchronous=FULL",
    # A plain fsync on macOS leaves data in the drive's cache.
    *(("fullfsync=ON", "checkpoint_fullfsync=ON") if sys.platform == "darwin" else ()),
    "cache_size=-8192",
    "trusted_schema=OFF",
)


class Database:
    """One open encrypted file. One transaction at a time, whichever thread asks."""

    def __init__(self, path: Path, key: bytes, what: str) -> None:
        """Open ``path``, making it when it is new; StoreError. ``what`` names it in sentences."""
        if len(key) != KEY_BYTES:
            raise ValueError("a database key is 32 bytes")
        self._what = what
        self._lock = threading.Lock()
        self._engine = create_engine(
            "sqlite://",
            module=sqlcipher3.dbapi2,
            creator=lambda: _connect(path, key, what),
            poolclass=StaticPool,
            # Without it message texts and numbers stand in exceptions.
            hide_parameters=True,
        )
        event.listen(self._engine, "begin", _begin)
        self.closed = False
        self._damaged = False
        with translated(what):
            self._connection = self._engine.connect()

    @contextmanager
    def writing(self, *, durable: bool = True) -> Iterator[Connection]:
        """One transaction: committed and on the disk at the end, or nothing of it. Raises StoreError.

        ``durable`` false: committed, but on the disk only with the next durable one; a power cut before that
        takes it back. For much that can be had again.
        """
        try:
            with self._lock, translated(self._what), self._synchronous(durable), self._connection.begin():
                yield self._connection
        except StoreError as error:
            self._damaged = self._damaged or error.reason == "damaged"
            raise
        except MemoryError:
            # After SQLCipher met a damaged page it refuses to write, and calls that a lack of memory.
            if not self._damaged:
                raise
            raise refusal("damaged", self._what) from None

    @contextmanager
    def _synchronous(self, full: bool) -> Iterator[None]:
        """Outside of any transaction: inside one the setting does not change (sqlite.org/pragma.html)."""
        if full:
            yield
            return
        raw: Any = self._connection.connection.driver_connection
        raw.execute("PRAGMA synchronous=NORMAL").fetchall()
        try:
            yield
        finally:
            raw.execute("PRAGMA synchronous=FULL").fetchall()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A consistent view for several queries. Raises StoreError."""
        with self.writing() as connection:
            yield connection

    def close(self) -> None:
        """Close the file; a second call does nothing."""
        with self._lock:
            if not self.closed:
                self.closed = True
                with translated(self._what):
                    self._connection.close()
                    self._engine.dispose()


def open_database(path: Path, key: bytes, schema: Schema, prepare: Prepare, *, what: str, backups: Path) -> Database:
    """Open ``path`` and bring it to ``schema``; ``prepare`` checks or states whose it is in the same transaction.

    An older file is first copied into ``backups``. Raises StoreError, and what ``prepare`` raises.
    """
    try:
        make_private(path.parent)
        # Only a new file: a touched one would look changed where it is then refused.
        if sys.platform != "win32" and not path.exists():
            path.touch(mode=0o600)
    except OSError as error:
        raise refusal("no_access", what) from error
    database = Database(path, key, what)
    try:
        with database.reading() as sql:
            found = version_of(sql)
        if needs_backup(schema, found):
            with database.writing() as sql:
                _copy(path, backups, found)
        with database.writing() as sql:
            bring_up(sql, schema, found, what)
            prepare(sql, found == 0)
    except BaseException:
        database.close()
        raise
    return database


def holds_nothing(path: Path) -> bool:
    """Whether ``path`` is no database yet: absent, or empty because its making was cut short."""
    return not path.exists() or path.stat().st_size == 0


def _begin(connection: Connection) -> None:
    # IMMEDIATE: a transaction that may write takes its lock at once, and DDL rolls back too.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _connect(path: Path, key: bytes, what: str) -> Any:
    raw = sqlcipher3.dbapi2.connect(str(path), check_same_thread=False, timeout=_BUSY_S, isolation_level=None)
    try:
        # SQLCipher would write to stderr.
        raw.execute("PRAGMA cipher_log_level=NONE").fetchall()
        raw.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
        _check_key(raw, path, what)
        for pragma in _PRAGMAS:
            raw.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        raw.close()
        raise
    return raw


def _check_key(raw: Any, path: Path, what: str) -> None:
    """Read the first page, which a wrong key cannot; StoreError ``wrong_key`` or ``damaged``."""
    try:
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher3.dbapi2.DatabaseError as error:
        told = translate(error, what)
        if told.reason != "damaged":
            raise told from None
        # Every page carries a checksum under the key: where some of them hold, the key is right.
        bad = len(raw.execute("PRAGMA cipher_integrity_check").fetchall())
        pages = path.stat().st_size // _PAGE_BYTES
        raise refusal("damaged" if 0 < bad < pages or not pages else "wrong_key", what) from None


def _copy(path: Path, backups: Path, version: int) -> None:
    """Copy the file (and its log) as they are: both are encrypted, and the open transaction keeps them still."""
    make_private(backups)
    for part in ("", "-wal"):
        source = path.with_name(path.name + part)
        if source.exists():
            copy = backups / f"{path.stem}-v{version}.db{part}"
            shutil.copyfile(source, copy)
            copy.chmod(0o600)
