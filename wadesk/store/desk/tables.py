"""The desk's tables, and how its file is opened."""

from sqlalchemy import Connection

from wadesk.paths import DataFolder
from wadesk.store.encrypted import Database, holds_nothing, open_database
from wadesk.store.failures import refusal
from wadesk.store.schema import Schema
from wadesk.wire.engine_frames import Network

WHAT = "The desk's database"

# A number is bound to one slot: the unique indexes on number and lid decide between two slots that ask at once.
VERSION_1 = (
    """
    CREATE TABLE own (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        network TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE account (
        account_id TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        initials TEXT NOT NULL UNIQUE,
        colour INTEGER NOT NULL CHECK (colour BETWEEN 1 AND 10),
        position INTEGER NOT NULL UNIQUE
    ) STRICT
    """,
    """
    CREATE TABLE slot (
        slot_id TEXT PRIMARY KEY,
        account_id TEXT NOT NULL REFERENCES account (account_id),
        idx INTEGER NOT NULL CHECK (idx BETWEEN 1 AND 10),
        name TEXT NOT NULL,
        UNIQUE (account_id, idx),
        CHECK (slot_id = account_id || '-slot' || idx)
    ) STRICT
    """,
    """
    CREATE TABLE used_index (
        account_id TEXT NOT NULL REFERENCES account (account_id) ON DELETE CASCADE,
        idx INTEGER NOT NULL CHECK (idx BETWEEN 1 AND 10),
        PRIMARY KEY (account_id, idx)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE number (
        slot_id TEXT PRIMARY KEY REFERENCES slot (slot_id) ON DELETE CASCADE,
        number TEXT NOT NULL UNIQUE,
        lid TEXT UNIQUE,
        bound INTEGER NOT NULL CHECK (bound IN (0, 1)),
        since_ms INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE link_status (
        slot_id TEXT PRIMARY KEY REFERENCES slot (slot_id) ON DELETE CASCADE,
        status BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE setting (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)

# Colours 11 to 20 are the first ten in another shape; how much history a slot's link imports is kept with it.
# By columns, because a table that others refer to cannot be made anew without erasing their rows.
VERSION_2 = (
    "ALTER TABLE account ADD COLUMN wider INTEGER NOT NULL DEFAULT 1 CHECK (wider BETWEEN 1 AND 20)",
    "UPDATE account SET wider = colour",
    "ALTER TABLE account DROP COLUMN colour",
    "ALTER TABLE account RENAME COLUMN wider TO colour",
    """
    ALTER TABLE slot ADD COLUMN history TEXT NOT NULL DEFAULT 'recent'
        CHECK (history IN ('none', 'recent', 'full'))
    """,
)

SCHEMA = Schema(steps=(VERSION_1, VERSION_2))


def open_desk(data: DataFolder, key: bytes, network: Network) -> Database:
    """The desk's open database; StoreError as :meth:`DeskStore.open` says."""
    if holds_nothing(data.desk_db) and any(data.accounts.glob("*/account.db")):
        raise refusal("missing", WHAT)

    def prepare(sql: Connection, new: bool) -> None:
        if new:
            sql.exec_driver_sql("INSERT INTO own (one, network) VALUES (1, :network)", {"network": network})
        found = sql.exec_driver_sql("SELECT network FROM own").scalar_one()
        if found != network:
            raise refusal("foreign_network", WHAT, found=found, wanted=network)

    return open_database(data.desk_db, key, SCHEMA, prepare, what=WHAT, backups=data.backups)
