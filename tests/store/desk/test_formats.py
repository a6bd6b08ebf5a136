"""A desk file of each format that was ever written opens, loses nothing, and is copied before it is changed."""

import shutil
from pathlib import Path

import pytest

from wadesk.domain.ids import AccountId, SlotId
from wadesk.domain.linkstate import LinkState
from wadesk.domain.requests import HistoryAmount
from wadesk.paths import DataFolder, make_private
from wadesk.store.desk.desk_store import DeskStore
from wadesk.store.desk.tables import SCHEMA

KEY = bytes(range(32))
SOL, PET = AccountId("rauk26vpis7o"), AccountId("2d2wwk6m5kit")
COUNTER, BATH = SlotId(f"{SOL}-slot1"), SlotId(f"{PET}-slot1")


@pytest.fixture
def first(tmp_path: Path) -> DataFolder:
    """A folder with the desk file that the first version wrote: two accounts, one of three slots erased."""
    data = DataFolder(make_private(tmp_path / "data"))
    shutil.copyfile(Path(__file__).with_name("desk-v1.db"), data.desk_db)
    return data


def test_a_file_of_the_first_version_opens_with_all_that_it_held(first: DataFolder):
    with DeskStore.open(first, KEY, "offline") as desk:
        accounts = [(one.account_id, one.name, one.initials, one.colour, one.position) for one in desk.accounts()]
        assert accounts == [(SOL, "Padaria Sol", "PS", 10, 1), (PET, "Pet Shop", "PT", 3, 2)]
        assert [(one.slot_id, one.index, one.name, one.number) for one in desk.slots()] == [
            (COUNTER, 1, "Balcão", "+5511999990011"),
            (BATH, 1, "Banho", None),
        ]
        paused = desk.statuses()[COUNTER]
        assert (paused.state, paused.facts) == (LinkState.PAUSED, {"by": "local-administrator"})
        assert desk.setting("look.theme") == "dark"
        # A used index stays used, and a number bound before is still bound to its slot, by its LID as well.
        assert desk.add_slot(SOL).index == 3
        assert desk.claim_number(BATH, "+5511999990033", "123@lid", 9).code == "bound_elsewhere"
        assert desk.histories()[COUNTER] is HistoryAmount.RECENT


def test_what_the_first_version_could_not_keep_is_kept_after_it(first: DataFolder):
    with DeskStore.open(first, KEY, "offline") as desk:
        desk.change_account(SOL, colour=20)
        desk.choose_history(BATH, HistoryAmount.NONE)
    with DeskStore.open(first, KEY, "offline") as desk:
        assert desk.account(SOL).colour == 20
        assert desk.histories()[BATH] is HistoryAmount.NONE


def test_the_older_file_is_copied_first_and_a_new_one_has_the_same_tables(first: DataFolder, tmp_path: Path):
    before = first.desk_db.read_bytes()
    with DeskStore.open(first, KEY, "offline") as desk:
        brought_up = _tables(desk)
    assert (first.backups / "desk-v1.db").read_bytes() == before
    with DeskStore.open(DataFolder(make_private(tmp_path / "new")), KEY, "offline") as new:
        assert _tables(new) == brought_up
    assert SCHEMA.version == 2


def _tables(desk: DeskStore) -> list[tuple[str, str]]:
    with desk._database.reading() as sql:
        rows = sql.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return sorted((name, text) for name, text in rows)
