"""The account's tables, and how its file is opened.

No row can join two slots or two accounts: a slot's id must begin with this file's account, a chat's with its
slot, and messages, outbox rows and aliases refer to (slot, chat) together. Times are UTC milliseconds.
"""

from sqlalchemy import Connection

from wadesk.domain.ids import AccountId
from wadesk.paths import AccountFolder
from wadesk.store.account.version_2 import TO_VERSION_2
from wadesk.store.account.views import VIEWS_1
from wadesk.store.encrypted import Database, holds_nothing, open_database
from wadesk.store.failures import refusal
from wadesk.store.schema import Schema
from wadesk.wire.engine_frames import Network

WHAT = "The account's database"

_OWNERS = (
    """
    CREATE TABLE own (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        account_id TEXT NOT NULL UNIQUE,
        network TEXT NOT NULL,
        in_use INTEGER NOT NULL CHECK (in_use IN (0, 1))
    ) STRICT
    """,
    """
    CREATE TABLE slot (
        slot_id TEXT PRIMARY KEY,
        account_id TEXT NOT NULL REFERENCES own (account_id),
        number TEXT,
        CHECK (slot_id GLOB account_id || '-slot[1-9]' OR slot_id = account_id || '-slot10')
    ) STRICT
    """,
)

# A person, account-wide. `former_number` is one that has passed to somebody else; `typed` until the server was asked.
_PEOPLE = (
    """
    CREATE TABLE contact (
        contact_id INTEGER PRIMARY KEY,
        number TEXT UNIQUE,
        lid TEXT UNIQUE,
        former_number TEXT,
        push_name TEXT NOT NULL DEFAULT '',
        typed INTEGER NOT NULL DEFAULT 0 CHECK (typed IN (0, 1)),
        CHECK (number IS NOT NULL OR lid IS NOT NULL)
    ) STRICT
    """,
    """
    CREATE TABLE book_name (
        slot_id TEXT NOT NULL REFERENCES slot (slot_id) ON DELETE CASCADE,
        contact_id INTEGER NOT NULL REFERENCES contact (contact_id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        PRIMARY KEY (slot_id, contact_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX book_name_by_contact ON book_name (contact_id)",
    """
    CREATE TABLE typed_number (
        typed TEXT PRIMARY KEY,
        number TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)

_CHATS = (
    """
    CREATE TABLE chat (
        chat_no INTEGER PRIMARY KEY,
        slot_id TEXT NOT NULL REFERENCES slot (slot_id) ON DELETE CASCADE,
        chat_id TEXT NOT NULL UNIQUE,
        held_from TEXT NOT NULL,
        contact_id INTEGER REFERENCES contact (contact_id),
        group_jid TEXT,
        group_name TEXT NOT NULL DEFAULT '',
        unread INTEGER NOT NULL DEFAULT 0,
        time_ms INTEGER NOT NULL DEFAULT 0,
        last_arrival INTEGER,
        UNIQUE (slot_id, chat_id),
        UNIQUE (slot_id, chat_id, held_from),
        UNIQUE (slot_id, held_from, contact_id),
        UNIQUE (slot_id, held_from, group_jid),
        CHECK (chat_id GLOB slot_id || '.*'),
        CHECK ((contact_id IS NULL) <> (group_jid IS NULL))
    ) STRICT
    """,
    "CREATE INDEX chat_by_time ON chat (time_ms)",
    "CREATE INDEX chat_by_slot_time ON chat (slot_id, time_ms)",
    "CREATE INDEX chat_by_contact ON chat (contact_id)",
    """
    CREATE TABLE chat_alias (
        alias TEXT PRIMARY KEY,
        slot_id TEXT NOT NULL,
        chat_id TEXT NOT NULL,
        FOREIGN KEY (slot_id, chat_id) REFERENCES chat (slot_id, chat_id) ON DELETE CASCADE,
        CHECK (alias GLOB slot_id || '.*')
    ) STRICT
    """,
    "CREATE INDEX chat_alias_by_chat ON chat_alias (slot_id, chat_id)",
)

# The unique key is engine.md's: the sender chooses the id, so that chat, direction and sender belong to it.
# In a direct chat the sender is the chat's person and `sender` is NULL; in a group it is the member.
_MESSAGES = (
    """
    CREATE TABLE message (
        arrival INTEGER PRIMARY KEY,
        message_id TEXT NOT NULL UNIQUE,
        slot_id TEXT NOT NULL,
        chat_id TEXT NOT NULL,
        from_me INTEGER NOT NULL CHECK (from_me IN (0, 1)),
        sender INTEGER REFERENCES contact (contact_id),
        server_id TEXT NOT NULL CHECK (server_id <> ''),
        kind TEXT NOT NULL,
        state TEXT NOT NULL,
        time_ms INTEGER NOT NULL,
        text TEXT NOT NULL,
        detail TEXT NOT NULL,
        target TEXT,
        error TEXT,
        reason TEXT,
        asker TEXT,
        receipt_due INTEGER NOT NULL DEFAULT 0,
        raw BLOB,
        UNIQUE (slot_id, chat_id, message_id),
        FOREIGN KEY (slot_id, chat_id) REFERENCES chat (slot_id, chat_id) ON DELETE CASCADE,
        CHECK (from_me = 1 OR state IN ('delivered', 'read')),
        CHECK (from_me = 0 OR sender IS NULL)
    ) STRICT
    """,
    "CREATE UNIQUE INDEX message_key ON message (slot_id, chat_id, server_id, from_me, ifnull(sender, 0))",
    "CREATE INDEX message_page ON message (slot_id, chat_id, time_ms, arrival)",
    "CREATE INDEX message_slot_page ON message (slot_id, time_ms, arrival)",
    "CREATE INDEX message_by_sender ON message (sender) WHERE sender IS NOT NULL",
    "CREATE INDEX message_unread ON message (slot_id, chat_id) WHERE from_me = 0 AND state = 'delivered'",
    "CREATE INDEX message_receipt_due ON message (slot_id, chat_id) WHERE receipt_due = 1",
)

_OUTBOX = (
    """
    CREATE TABLE outbox (
        place INTEGER PRIMARY KEY,
        message_id TEXT NOT NULL UNIQUE,
        slot_id TEXT NOT NULL,
        chat_id TEXT NOT NULL,
        held_from TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'unknown', 'uncertain', 'failed')),
        attempts INTEGER NOT NULL DEFAULT 0,
        engine_deaths INTEGER NOT NULL DEFAULT 0,
        queued_ms INTEGER NOT NULL,
        next_try_ms INTEGER NOT NULL DEFAULT 0,
        attempted_ms INTEGER,
        first_unknown_ms INTEGER,
        FOREIGN KEY (slot_id, chat_id, message_id) REFERENCES message (slot_id, chat_id, message_id)
            ON DELETE CASCADE ON UPDATE CASCADE,
        FOREIGN KEY (slot_id, chat_id, held_from) REFERENCES chat (slot_id, chat_id, held_from)
    ) STRICT
    """,
    "CREATE INDEX outbox_by_slot ON outbox (slot_id, place)",
    "CREATE INDEX outbox_by_chat ON outbox (slot_id, chat_id, place)",
    """
    CREATE TABLE idempotency (
        asker TEXT NOT NULL,
        slot_id TEXT NOT NULL REFERENCES slot (slot_id) ON DELETE CASCADE,
        key TEXT NOT NULL,
        chat_id TEXT NOT NULL,
        message_id TEXT NOT NULL,
        made_ms INTEGER NOT NULL,
        PRIMARY KEY (asker, slot_id, key),
        FOREIGN KEY (slot_id, chat_id, message_id) REFERENCES message (slot_id, chat_id, message_id)
            ON DELETE CASCADE ON UPDATE CASCADE
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX idempotency_by_age ON idempotency (made_ms)",
    "CREATE INDEX idempotency_by_slot ON idempotency (slot_id)",
    "CREATE INDEX idempotency_by_message ON idempotency (slot_id, chat_id, message_id)",
)

_KEPT = (
    """
    CREATE TABLE receipt_waiting (
        slot_id TEXT NOT NULL REFERENCES slot (slot_id) ON DELETE CASCADE,
        held_from TEXT NOT NULL,
        peer TEXT NOT NULL,
        server_id TEXT NOT NULL,
        from_me INTEGER NOT NULL CHECK (from_me IN (0, 1)),
        state TEXT NOT NULL,
        kept_ms INTEGER NOT NULL,
        PRIMARY KEY (slot_id, server_id, peer, held_from, from_me)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX receipt_waiting_by_age ON receipt_waiting (kept_ms)",
    """
    CREATE TABLE history_notice (
        slot_id TEXT NOT NULL REFERENCES slot (slot_id) ON DELETE CASCADE,
        message_id TEXT NOT NULL,
        sync_type TEXT NOT NULL,
        chunk INTEGER NOT NULL,
        progress INTEGER NOT NULL,
        raw BLOB NOT NULL,
        kept_ms INTEGER NOT NULL,
        PRIMARY KEY (slot_id, message_id)
    ) STRICT
    """,
    """
    CREATE TABLE attempt (
        slot_id TEXT NOT NULL REFERENCES slot (slot_id) ON DELETE CASCADE,
        server_id TEXT NOT NULL,
        times INTEGER NOT NULL,
        made_ms INTEGER NOT NULL,
        PRIMARY KEY (slot_id, server_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE poison (
        poison_no INTEGER PRIMARY KEY,
        slot_id TEXT NOT NULL REFERENCES slot (slot_id) ON DELETE CASCADE,
        server_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        raw BLOB NOT NULL,
        kept_ms INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX poison_by_slot ON poison (slot_id)",
)

TO_VERSION_1 = (*_OWNERS, *_PEOPLE, *_CHATS, *_MESSAGES, *_OUTBOX, *_KEPT, *VIEWS_1)
SCHEMA = Schema(steps=(TO_VERSION_1, TO_VERSION_2))


def open_account(folder: AccountFolder, key: bytes, network: Network) -> tuple[Database, bool]:
    """The account's open database, and whether the process before left it without closing; StoreError."""
    if holds_nothing(folder.database) and any(folder.root.glob("*/engine.db")):
        raise refusal("missing", WHAT)
    unclean = False

    def prepare(sql: Connection, new: bool) -> None:
        nonlocal unclean
        if new:
            sql.exec_driver_sql(
                "INSERT INTO own (one, account_id, network, in_use) VALUES (1, :account, :network, 0)",
                {"account": folder.account_id, "network": network},
            )
        unclean = _check_owner(sql, folder.account_id, network)
        sql.exec_driver_sql("UPDATE own SET in_use = 1")

    database = open_database(folder.database, key, SCHEMA, prepare, what=WHAT, backups=folder.backups)
    return database, unclean


def note_closed(database: Database) -> None:
    """Note that the file is closed on purpose."""
    with database.writing() as sql:
        sql.exec_driver_sql("UPDATE own SET in_use = 0")


def _check_owner(sql: Connection, account_id: AccountId, wanted: Network) -> bool:
    """Refuse another account's file or another network's; whether it was left open."""
    owner, network, in_use = sql.exec_driver_sql("SELECT account_id, network, in_use FROM own").one()
    if owner != account_id:
        raise refusal("foreign_account", WHAT)
    if network != wanted:
        raise refusal("foreign_network", WHAT, found=network, wanted=wanted)
    return bool(in_use)
