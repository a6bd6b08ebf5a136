"""Opening an account's database: what is refused, in words, and what stands on disk."""

import os
import signal
import subprocess
import sys
import traceback
from pathlib import Path

import pytest

from tests.store.rules.conftest import ANA, Book
from wadesk.domain.errors import StoreError, WaDeskError
from wadesk.domain.ids import new_account_id
from wadesk.paths import AccountFolder, DataFolder, make_private
from wadesk.store.account.account_store import AccountStore


def _refused(folder: AccountFolder, key: bytes, network: str = "offline") -> str:
    before = folder.database.read_bytes()
    with pytest.raises(StoreError) as caught:
        AccountStore.open(folder, key, network)
    assert caught.value.sentence.endswith(".")
    assert folder.database.read_bytes() == before
    return caught.value.reason


def test_a_wrong_key_another_network_and_a_newer_version_are_refused_and_the_file_stays(book: Book):
    book.hear("Bom dia")
    book.store.close()
    assert _refused(book.folder, os.urandom(32)) == "wrong_key"
    assert _refused(book.folder, book.key, "whatsapp") == "foreign_network"
    with book.outside() as sql:
        sql.execute("PRAGMA user_version=999")
    sql.close()
    assert _refused(book.folder, book.key) == "newer"


def test_another_accounts_file_is_refused(book: Book, tmp_path: Path):
    book.store.close()
    other = DataFolder(tmp_path).account(new_account_id())
    make_private(other.root)
    other.database.write_bytes(book.folder.database.read_bytes())
    assert _refused(other, book.key) == "foreign_account"


def test_damage_is_told_in_words_and_never_read_as_data(book: Book):
    for number in range(300):
        book.hear(f"text {number} " + "x" * 200)
    book.store.close()
    whole = bytearray(book.folder.database.read_bytes())
    whole[4096 * 3 :] = os.urandom(len(whole) - 4096 * 3)
    book.folder.database.write_bytes(whole)
    with pytest.raises(StoreError) as caught, AccountStore.open(book.folder, book.key, "offline") as store:
        store.pages.list_messages(book.one, limit=200)
    assert caught.value.reason in {"damaged", "wrong_key"}


def test_the_file_is_its_owners_alone_and_every_commit_survives_a_power_cut(book: Book):
    assert book.folder.database.stat().st_mode & 0o077 == 0
    with book.store._database.reading() as sql:
        told = [
            sql.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert told == ["wal", 2, 1]


def test_no_file_holds_a_text_number_or_name_and_a_planted_one_is_found(book: Book, search):
    book.hear("segredo da Ana", push_name="Ana Maria")
    book.queue("resposta secreta")
    for secret in ("segredo da Ana", "resposta secreta", "Ana Maria", ANA, ANA[1:]):
        assert search(secret) == []
    (book.folder.root / "planted").write_text("segredo da Ana")
    assert search("segredo da Ana") == ["planted"]


def test_a_failing_insert_tells_neither_text_nor_number(book: Book):
    with book.outside() as sql:
        sql.execute("CREATE TRIGGER refuse BEFORE INSERT ON message BEGIN SELECT RAISE(ABORT, 'refused'); END")
    sql.close()
    for work in (lambda: book.hear("segredo da Ana"), lambda: book.queue("segredo da Ana")):
        with pytest.raises(WaDeskError) as caught:
            work()
        told = "".join(traceback.format_exception(caught.value)) + repr(caught.value) + caught.value.sentence
        told += repr(caught.value.__context__) + repr(caught.value.__cause__)
        assert "segredo" not in told.replace('"segredo da Ana"', "")
        assert ANA not in told


def test_a_process_killed_in_the_middle_of_a_transaction_loses_nothing_that_was_committed(book: Book):
    book.hear("committed")
    book.store.close()
    script = (
        "import os, signal, sys\n"
        "from sqlcipher3 import dbapi2\n"
        "c = dbapi2.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA key=\"x\\'%s\\'\"' % sys.stdin.readline().strip())\n"
        "c.execute('PRAGMA journal_mode=WAL').fetchall()\n"
        "c.execute('BEGIN IMMEDIATE')\n"
        "c.execute('DELETE FROM message')\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    killed = subprocess.run(
        [sys.executable, "-c", script, book.folder.database], input=book.key.hex(), text=True, timeout=60, check=False
    )
    assert killed.returncode == -signal.SIGKILL
    book.store = AccountStore.open(book.folder, book.key, "offline")
    assert [one.text for one in book.store.pages.list_messages(book.one).messages] == ["committed"]
