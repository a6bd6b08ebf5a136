"""An account's database with one linked slot, and short ways to say what an engine heard."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from wadesk.domain.ids import SlotId, new_account_id, slot_id
from wadesk.domain.requests import QueueText, SendReason
from wadesk.paths import AccountFolder, DataFolder, make_private
from wadesk.store.account.account_store import AccountStore
from wadesk.store.account.values import Queued, Recorded
from wadesk.wire.engine_frames import MessageHeard, Peer, ReceiptHeard

OWN = "+5511999990011"
ANA, BO = "+5511988880001", "+5511988880002"
HOUR = 3_600_000
_times = count(1_700_000_000_000, 1000)


@dataclass
class Book:
    """One account's store, opened, and how to open it again or look at it from outside."""

    folder: AccountFolder
    key: bytes
    store: AccountStore
    one: SlotId
    two: SlotId

    def reopen(self) -> None:
        self.store.close()
        self.store = AccountStore.open(self.folder, self.key, "offline")

    def hear(self, text: str, **words: Any) -> Recorded:
        """Record a message; by default a text of Ana's, incoming, in the first slot."""
        slot = words.pop("slot", self.one)
        return self.store.heard.record_message(heard(text, **words), slot, OWN, next(_times))

    def queue(self, text: str, now_ms: int = 1_700_000_100_000, **words: Any) -> Queued:
        """Queue a text to Ana from the first slot."""
        given = {"slot_id": self.one, "reason": SendReason.PERSON, "asker": "local-administrator", "number": ANA}
        given |= words
        return self.store.outbox.queue_text(QueueText(text=text, **given), now_ms)

    def outside(self) -> dbapi2.Connection:
        """A connection of a stranger who knows the key, with foreign keys on."""
        connection = dbapi2.connect(str(self.folder.database), timeout=5)
        connection.execute(f"PRAGMA key=\"x'{self.key.hex()}'\"").fetchall()
        connection.execute("PRAGMA foreign_keys=ON")
        return connection


def heard(text: str, **words: Any) -> MessageHeard:
    """What an engine says of one message."""
    person = words.pop("chat", Peer(number=ANA))
    given = {
        "seq": 1,
        "chat": person,
        "author": words.pop("author", person),
        "from_me": False,
        "server_id": words.pop("server_id", f"3A{next(_times):x}"),
        "time_ms": words.pop("time_ms", None) or next(_times),
        "kind": "text",
        "raw": "AAEC",
    }
    return MessageHeard(**(given | words), text=text)


def receipt(server_id: str, kind: str, **words: Any) -> ReceiptHeard:
    """What an engine says of one receipt of Ana's."""
    given = {"seq": 1, "chat": Peer(number=ANA), "author": Peer(number=ANA), "by_me": False, "time_ms": next(_times)}
    return ReceiptHeard(**(given | words), message_ids=[server_id], kind=kind)


@pytest.fixture
def folder(tmp_path: Path) -> AccountFolder:
    made = DataFolder(tmp_path).account(new_account_id())
    make_private(made.root)
    return made


@pytest.fixture
def book(folder: AccountFolder) -> Iterator[Book]:
    key = os.urandom(32)
    store = AccountStore.open(folder, key, "offline")
    one, two = slot_id(folder.account_id, 1), slot_id(folder.account_id, 2)
    for slot, number in ((one, OWN), (two, "+5511999990012")):
        store.slots.add_slot(slot)
        store.slots.bind_slot(slot, number)
    made = Book(folder, key, store, one, two)
    yield made
    made.store.close()


@pytest.fixture
def search(folder: AccountFolder) -> Callable[[str], list[str]]:
    """The files of the account that hold a text, read as bytes."""

    def look(text: str) -> list[str]:
        return [path.name for path in folder.root.iterdir() if path.is_file() and text.encode() in path.read_bytes()]

    return look
