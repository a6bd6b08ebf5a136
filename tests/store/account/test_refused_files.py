"""Files that are refused: told in a sentence, and left as they are with all that was committed to them."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from tests.store.conftest import ANA, Desk, linked
from wadesk.domain.errors import StoreError, WaDeskError
from wadesk.domain.ids import AccountId, new_account_id
from wadesk.paths import AccountFolder, DataFolder, make_private
from wadesk.store import encrypted
from wadesk.store.account.account_store import AccountStore
from wadesk.store.encrypted import open_database
from wadesk.store.schema import Schema

PAGE = 4096
MESSAGES = 120


@pytest.fixture
def full(shop: Desk) -> Desk:
    for number in range(MESSAGES):
        shop.hears(ANA.both, f"{number} " + "x" * 400, server_id=f"A{number}")
    return shop


def nobody(sql: Connection, new: bool) -> None:
    """No owner to check."""


def refused(folder: AccountFolder, key: bytes, network: str = "offline") -> StoreError:
    """The refusal, with the sentence that people read."""
    with pytest.raises(StoreError) as caught:
        AccountStore.open(folder, key, network)
    assert caught.value.sentence.startswith("The account's database ")
    assert caught.value.sentence.endswith(".")
    return caught.value


def crash(shop: Desk, folder: AccountFolder, data: DataFolder) -> AccountFolder:
    """The folder as a worker leaves it that is killed now: what it committed last stands in the log alone."""
    left = AccountFolder(data.root / "after-the-crash", folder.account_id)
    make_private(left.root)
    for part in ("", "-wal"):
        shutil.copyfile(f"{folder.database}{part}", f"{left.database}{part}")
    assert Path(f"{left.database}-wal").stat().st_size > PAGE
    return left


def outdate(folder: AccountFolder, key: bytes) -> None:
    raw = dbapi2.connect(str(folder.database), isolation_level=None)
    raw.execute(f"PRAGMA key=\"x'{key.hex()}'\"").fetchall()
    raw.execute("PRAGMA user_version=999").fetchall()
    raw.close()


@pytest.mark.parametrize("reason", ["wrong_key", "foreign_network", "foreign_account"])
def test_a_refusal_costs_nothing_of_what_a_killed_worker_committed(
    full: Desk, folder: AccountFolder, data: DataFolder, account_id: AccountId, key: bytes, reason: str
):
    left = crash(full, folder, data)
    asked: dict[str, Callable[[], StoreError]] = {
        "wrong_key": lambda: refused(left, os.urandom(32)),
        "foreign_network": lambda: refused(left, key, "whatsapp"),
        "foreign_account": lambda: refused(AccountFolder(left.root, new_account_id()), key),
    }
    for _ in range(2):
        assert asked[reason]().reason == reason
    with AccountStore.open(left, key, "offline") as store:
        shop = linked(store, account_id, 1, full.number)
        assert len(shop.texts(limit=200)) == MESSAGES
        assert store.unclean


def test_a_refusal_for_another_network_names_both(full: Desk, folder: AccountFolder, key: bytes):
    full.store.close()
    sentence = refused(folder, key, "whatsapp").sentence
    assert "offline" in sentence
    assert "whatsapp" in sentence


def test_after_damage_every_write_and_the_closing_say_so(full: Desk, folder: AccountFolder, key: bytes):
    full.store.close()
    whole = bytearray(folder.database.read_bytes())
    for page in range(80, len(whole) // PAGE):
        whole[page * PAGE + 100] ^= 1
    folder.database.write_bytes(whole)
    store = AccountStore.open(folder, key, "offline")
    shop = Desk(store, full.slot)
    writes: list[Callable[[], object]] = [
        lambda: shop.texts(limit=200),
        lambda: shop.hears(ANA.both, "after"),
        lambda: store.slots.add_slot(f"{folder.account_id}-slot2"),
        store.close,
    ]
    for work in writes:
        with pytest.raises(StoreError) as caught:
            work()
        assert caught.value.reason == "damaged"
    store.close()


def test_a_newer_file_is_refused_without_a_byte_changed(full: Desk, folder: AccountFolder, key: bytes):
    full.store.close()
    outdate(folder, key)
    before = folder.database.read_bytes()
    assert refused(folder, key).reason == "newer"
    assert folder.database.read_bytes() == before
    assert not folder.backups.exists()


@pytest.mark.parametrize("size", [100, PAGE - 1])
def test_a_file_cut_to_less_than_a_page_is_damaged_whatever_the_key(
    full: Desk, folder: AccountFolder, key: bytes, size
):
    full.store.close()
    os.truncate(folder.database, size)
    before = folder.database.read_bytes()
    assert refused(folder, key).reason == "damaged"
    assert folder.database.read_bytes() == before


def test_damage_beyond_the_first_page_is_told_by_the_query_that_meets_it_and_never_read_as_data(
    full: Desk, folder: AccountFolder, key: bytes
):
    full.store.close()
    whole = bytearray(folder.database.read_bytes())
    met = set()
    for page in range(1, len(whole) // PAGE):
        hurt = bytearray(whole)
        hurt[page * PAGE + 100] ^= 1
        folder.database.write_bytes(hurt)
        try:
            with AccountStore.open(folder, key, "offline") as store:
                texts = Desk(store, full.slot).texts(limit=200)
                assert len(texts) == MESSAGES
        except WaDeskError as error:
            met.add(error.reason)
        else:
            met.add("not met")
    assert "damaged" in met
    assert met <= {"damaged", "not met"}


def test_a_database_another_program_holds_is_in_use_and_not_damaged(
    full: Desk, folder: AccountFolder, key: bytes, monkeypatch: pytest.MonkeyPatch
):
    full.store.close()
    monkeypatch.setattr(encrypted, "_BUSY_S", 0.2)
    raw = dbapi2.connect(str(folder.database), isolation_level=None)
    raw.execute(f"PRAGMA key=\"x'{key.hex()}'\"").fetchall()
    raw.execute("BEGIN EXCLUSIVE")
    try:
        assert refused(folder, key).reason == "locked"
    finally:
        raw.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights elsewhere")
def test_the_log_and_a_copy_before_a_migration_are_their_owners_alone_too(
    full: Desk, folder: AccountFolder, key: bytes
):
    for part in ("", "-wal", "-shm"):
        assert Path(f"{folder.database}{part}").stat().st_mode & 0o777 == 0o600
    path, backups = folder.root / "other.db", folder.backups
    one, two = ("CREATE TABLE a (x TEXT) STRICT",), ("CREATE TABLE b (x TEXT) STRICT",)
    for schema in (Schema((one,)), Schema((one, two))):
        open_database(path, key, schema, nobody, what="It", backups=backups).close()
    copies = list(backups.iterdir())
    assert copies
    assert all(copy.stat().st_mode & 0o777 == 0o600 for copy in copies)


def test_no_file_shows_what_it_holds_and_a_planted_text_is_found(full: Desk, folder: AccountFolder):
    full.hears(ANA.both, "um segredo", push_name="Ana Maria", detail="foto da Ana.jpg")
    full.queues("outro segredo")

    def holding(text: str) -> list[str]:
        files = [path for path in folder.root.rglob("*") if path.is_file()]
        return [path.name for path in files if text.encode() in path.read_bytes()]

    assert {path.name for path in folder.root.iterdir()} >= {"account.db", "account.db-wal", "account.db-shm"}
    for text in ("segredo", "Ana Maria", "foto da Ana", ANA.number[1:], ANA.lid, full.number[1:], full.slot, "SQLite"):
        assert holding(text) == []
    with Path(f"{folder.database}-wal").open("ab") as log:
        log.write(b"um segredo")
    assert holding("segredo") == ["account.db-wal"]
