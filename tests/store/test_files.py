"""Files as the disk has them: older, full, gone, left open, and read while a process dies on them."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Connection

from tests.store.conftest import ANA, NOON, SHOP, Desk, linked
from wadesk.domain.errors import InvalidRequest, NotFound, StoreError
from wadesk.domain.ids import AccountId, new_account_id, slot_id
from wadesk.paths import AccountFolder, DataFolder
from wadesk.store.account.account_store import AccountStore
from wadesk.store.desk.desk_store import DeskStore
from wadesk.store.encrypted import open_database
from wadesk.store.schema import Schema

ONE = ("CREATE TABLE first (value TEXT NOT NULL) STRICT",)
TWO = ("ALTER TABLE first ADD COLUMN more INTEGER NOT NULL DEFAULT 7",)
BAD = ("CREATE TABLE third (x) ", "INSERT INTO nowhere VALUES (1)")


def nothing(sql: Connection, new: bool) -> None:
    """No owner to check."""


def test_an_older_file_is_copied_and_then_brought_up(tmp_path: Path, key: bytes):
    path, backups = tmp_path / "a.db", tmp_path / "backups"
    words = {"what": "It", "backups": backups}
    old = open_database(path, key, Schema((ONE,)), nothing, **words)
    with old.writing() as sql:
        sql.exec_driver_sql("INSERT INTO first VALUES ('kept')")
    old.close()
    assert not backups.exists()
    new = open_database(path, key, Schema((ONE, TWO)), nothing, **words)
    with new.reading() as sql:
        assert sql.exec_driver_sql("SELECT value, more FROM first").all() == [("kept", 7)]
    new.close()
    copy = open_database(backups / "a-v1.db", key, Schema((ONE,)), nothing, what="It", backups=tmp_path / "none")
    with copy.reading() as sql:
        assert sql.exec_driver_sql("SELECT value FROM first").all() == [("kept",)]
    copy.close()


def test_a_step_that_fails_half_way_leaves_the_file_as_it_was(tmp_path: Path, key: bytes):
    path = tmp_path / "a.db"
    words = {"what": "It", "backups": tmp_path / "backups"}
    open_database(path, key, Schema((ONE,)), nothing, **words).close()
    with pytest.raises(Exception, match="store_refused"):
        open_database(path, key, Schema((ONE, BAD)), nothing, **words)
    again = open_database(path, key, Schema((ONE,)), nothing, **words)
    with again.reading() as sql:
        assert sql.exec_driver_sql("SELECT name FROM sqlite_master WHERE name = 'third'").all() == []
    again.close()


def test_a_damaged_first_page_is_told_from_a_wrong_key(shop: Desk, folder: AccountFolder, key: bytes):
    for number in range(100):
        shop.hears(ANA.both, "x" * 200, server_id=f"A{number}")
    shop.store.close()
    whole = bytearray(folder.database.read_bytes())
    whole[300] ^= 1
    folder.database.write_bytes(whole)
    for used, reason in ((key, "damaged"), (os.urandom(32), "wrong_key")):
        with pytest.raises(StoreError) as caught:
            AccountStore.open(folder, used, "offline")
        assert caught.value.reason == reason


def test_a_full_disk_is_told_in_words_and_what_is_there_stays(shop: Desk):
    shop.hears(ANA.both, "before")

    def fill(sql: Connection) -> None:
        pages = sql.exec_driver_sql("PRAGMA page_count").scalar_one()
        sql.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    shop.sql(fill)
    with pytest.raises(StoreError) as caught:
        shop.hears(ANA.both, "x" * 60_000, raw="")
    assert caught.value.reason == "disk_full"
    shop.sql(lambda sql: sql.exec_driver_sql("PRAGMA max_page_count = 1000000"))
    assert shop.texts() == ["before"]
    assert shop.hears(ANA.both, "after").new


def test_a_database_that_is_gone_beside_its_key_stores_is_not_made_anew(
    store: AccountStore, folder: AccountFolder, account_id: AccountId, key: bytes
):
    store.close()
    slot = folder.slot(slot_id(account_id, 1)).root
    slot.mkdir()
    (slot / "engine.db").write_bytes(b"x")
    folder.database.unlink()
    with pytest.raises(StoreError) as caught:
        AccountStore.open(folder, key, "offline")
    assert caught.value.reason == "missing"
    assert not folder.database.exists()


def test_a_desk_that_is_gone_beside_its_accounts_is_not_made_anew(
    desk: DeskStore, store: AccountStore, data: DataFolder, key: bytes
):
    desk.close()
    data.desk_db.unlink()
    with pytest.raises(StoreError) as caught:
        DeskStore.open(data, key, "offline")
    assert caught.value.reason == "missing"


def test_a_store_knows_whether_the_process_before_closed_it(folder: AccountFolder, key: bytes):
    first = AccountStore.open(folder, key, "offline")
    with AccountStore.open(folder, key, "offline") as second:
        assert second.unclean
    with AccountStore.open(folder, key, "offline") as third:
        assert not third.unclean
    assert not first.unclean
    first.close()


def test_every_part_refuses_another_accounts_slot_and_one_never_added(shop: Desk, account_id: AccountId):
    store, event = shop.store, shop.event(ANA.both)
    for slot, error in ((slot_id(new_account_id(), 1), InvalidRequest), (slot_id(account_id, 9), NotFound)):
        for work in (
            lambda slot=slot: store.heard.record_message(event, slot, SHOP, NOON),
            lambda slot=slot: store.slots.bind_slot(slot, SHOP),
            lambda slot=slot: store.outbox.next_to_send(slot, NOON),
            lambda slot=slot: store.outbox.expire(slot, NOON),
            lambda slot=slot: store.reading.due(slot),
            lambda slot=slot: store.pages.list_chats(slot),
            lambda slot=slot: store.pages.list_messages(slot),
            lambda slot=slot: shop.queues(slot_id=slot),
        ):
            with pytest.raises(error):
                work()
    with pytest.raises(InvalidRequest):
        store.slots.add_slot(slot_id(new_account_id(), 1))
    with pytest.raises(InvalidRequest):
        store.slots.remove_slot(slot_id(new_account_id(), 1))
    assert store.pages.list_chats(None) == []


RECORDER = """
import sys
from pathlib import Path
from tests.store.conftest import ANA, SHOP, linked
from wadesk.paths import DataFolder
from wadesk.store.account.account_store import AccountStore
root, account = sys.argv[1:]
store = AccountStore.open(DataFolder(Path(root)).account(account), bytes(range(32)), "offline")
shop = linked(store, account, 1, SHOP)
number = 0
while True:
    shop.hears(ANA.both, str(number), server_id=f"A{number}")
    print(number, flush=True)
    number += 1
"""


def test_what_was_told_as_recorded_is_there_after_a_kill_in_the_middle(
    data: DataFolder, folder: AccountFolder, account_id: AccountId, key: bytes, root: Path
):
    command = [sys.executable, "-c", RECORDER, str(data.root), account_id]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=root) as child:
        assert child.stdout is not None
        for _ in range(40):
            told = int(child.stdout.readline())
        child.send_signal(signal.SIGKILL)
        told = max([told, *(int(line) for line in child.stdout.read().split())])
    with AccountStore.open(folder, key, "offline") as store:
        assert store.unclean
        shop = linked(store, account_id, 1, SHOP)
        for number in range(told + 1):
            assert not shop.hears(ANA.both, str(number), server_id=f"A{number}").new
