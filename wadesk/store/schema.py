"""How a database file comes to its present shape: numbered steps of plain SQL, kept in ``PRAGMA user_version``.

A released step never changes; a change is a new step. A file of a newer version is refused, and one of an
older version is copied before it is brought up.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from wadesk.store.failures import refusal


@dataclass(frozen=True)
class Schema:
    """The steps of one kind of database; step ``n`` leads from version ``n`` to ``n + 1``."""

    steps: tuple[tuple[str, ...], ...]

    @property
    def version(self) -> int:
        """The version this program writes."""
        return len(self.steps)


def version_of(sql: Connection) -> int:
    """The version of the file; 0 for a new one."""
    return int(sql.exec_driver_sql("PRAGMA user_version").scalar_one())


def bring_up(sql: Connection, schema: Schema, found: int, what: str) -> None:
    """Run the steps that are missing, inside the caller's transaction; StoreError ``newer``."""
    if found > schema.version:
        raise refusal("newer", what)
    for step in schema.steps[found:]:
        for statement in step:
            sql.exec_driver_sql(statement)
    if found < schema.version:
        sql.exec_driver_sql(f"PRAGMA user_version = {schema.version}")


def needs_backup(schema: Schema, found: int) -> bool:
    """Whether the file has something to lose by being brought up."""
    return 0 < found < schema.version


Prepare = Callable[[Connection, bool], None]
"""What an owner does in the transaction that opens its file: checks whose it is, or (True: new) says so."""
