"""Looking for what must not be there: in files as bytes, in argument lists, in environments."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from sqlcipher3 import dbapi2


def spellings(secret: str) -> set[bytes]:
    """The ways a text, number or key may stand in bytes: UTF-8, UTF-16, and as JSON escapes it."""
    escaped = secret.encode("ascii", "backslashreplace")
    return {secret.encode(), secret.encode("utf-16-le"), escaped.replace(b"\\x", b"\\u00")}


def found_in_files(folder: Path, secrets: Iterable[str], *, besides: Iterable[Path] = ()) -> list[tuple[Path, str]]:
    """Each file below ``folder`` (none of ``besides``) that holds one of ``secrets``, and which."""
    wanted = [(secret, spellings(secret)) for secret in secrets]
    passed = set(besides)
    found = []
    for path in sorted(folder.rglob("*")):
        if path in passed or not path.is_file():
            continue
        content = path.read_bytes()
        found += [(path, secret) for secret, ways in wanted if any(way in content for way in ways)]
    return found


def found_in_processes(processes: Iterable[psutil.Process], secrets: Iterable[str]) -> list[tuple[str, str]]:
    """Each process whose arguments or environment hold one of ``secrets``, and which."""
    wanted, found = list(secrets), []
    for process in processes:
        told = "\0".join([*process.cmdline(), *(f"{name}={value}" for name, value in process.environ().items())])
        found += [(process.name(), secret) for secret in wanted if secret in told]
    return found


@contextmanager
def opened(database: Path, key: bytes) -> Iterator[dbapi2.Connection]:
    """An encrypted database opened from outside, beside whoever works on it."""
    connection = dbapi2.connect(str(database), timeout=10)
    try:
        connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"").fetchall()
        with connection:
            yield connection
    finally:
        connection.close()


def dumped(database: Path, key: bytes) -> str:
    """Every value of every table of an encrypted account database, as text; bytes as their printable part too."""
    with opened(database, key) as sql:
        tables = [name for (name,) in sql.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall()]
        rows = [row for table in tables for row in sql.execute(f'SELECT * FROM "{table}"').fetchall()]  # noqa: S608
    values = [value for row in rows for value in row]
    return "\n".join(value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value) for value in values)
