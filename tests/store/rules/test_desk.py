"""The desk's database: accounts, slots, and the numbers bound to them."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from wadesk.domain.errors import Conflict, SlotsFull, StoreError
from wadesk.domain.ids import slot_id
from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.paths import DataFolder, make_private
from wadesk.store.desk.desk_store import DeskStore

KEY = os.urandom(32)
ONE, TWO = "+5511999990011", "+5511999990012"


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    return DataFolder(make_private(tmp_path / "data"))


@pytest.fixture
def desk(data: DataFolder) -> Iterator[DeskStore]:
    with DeskStore.open(data, KEY, "offline") as store:
        yield store


def test_initials_come_from_the_first_two_words_that_count_and_are_unique(desk: DeskStore):
    made = [
        desk.add_account(name) for name in ("Padaria Sol Nascente", "Clínica da Vila", "Pizzaria São João", "Ótica")
    ]
    initials = [one.initials for one in made]
    assert initials[:2] == ["PS", "CV"]
    assert len(set(initials)) == 4
    assert all(len(one) == 2 and one == one.upper() for one in initials)
    with pytest.raises(Conflict):
        desk.add_account("Posto Serra", initials="PS")
    assert [one.colour for one in made] == [1, 2, 3, 4]


def test_a_slot_takes_the_lowest_index_never_used_then_the_lowest_free_and_an_eleventh_is_refused(desk: DeskStore):
    account = desk.add_account("Dez").account_id
    slots = [desk.add_slot(account) for _ in range(3)]
    desk.remove_slot(slots[1].slot_id)
    assert [desk.add_slot(account).index for _ in range(7)] == [4, 5, 6, 7, 8, 9, 10]
    assert desk.add_slot(account).index == 2
    with pytest.raises(SlotsFull):
        desk.add_slot(account)


def test_of_two_slots_that_claim_one_number_at_once_exactly_one_gets_it(desk: DeskStore, data: DataFolder):
    account = desk.add_account("Dois").account_id
    slots = [desk.add_slot(account).slot_id for _ in range(2)]
    verdicts = []
    begin = threading.Barrier(2)

    def claim(slot: str) -> None:
        with DeskStore.open(data, KEY, "offline") as mine:
            begin.wait(10)
            verdicts.append(mine.claim_number(slot, ONE, "900001", 1000))

    threads = [threading.Thread(target=claim, args=(slot,)) for slot in slots]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert sorted(verdict.accepted for verdict in verdicts) == [False, True]
    assert {verdict.code for verdict in verdicts} == {None, "bound_elsewhere"}


def test_a_bound_slot_refuses_another_number_and_names_both(desk: DeskStore):
    account = desk.add_account("Padaria").account_id
    one, two = desk.add_slot(account, "Balcão"), desk.add_slot(account)
    assert desk.claim_number(one.slot_id, ONE, None, 1000).accepted
    assert desk.bind_number(one.slot_id, ONE, 1001).number == ONE
    wrong = desk.claim_number(one.slot_id, TWO, None, 1002)
    assert (wrong.accepted, wrong.code, wrong.facts["expected"], wrong.facts["got"]) == (
        False,
        "wrong_number",
        ONE,
        TWO,
    )
    elsewhere = desk.claim_number(two.slot_id, ONE, None, 1003)
    assert (elsewhere.code, elsewhere.facts["account"]) == ("bound_elsewhere", "Padaria")
    assert desk.claim_number(one.slot_id, ONE, None, 1004).accepted


def test_a_claim_nobody_completed_is_released_and_a_binding_is_not(desk: DeskStore):
    account = desk.add_account("Padaria").account_id
    one, two = desk.add_slot(account).slot_id, desk.add_slot(account).slot_id
    desk.claim_number(one, ONE, None, 1000)
    desk.bind_number(one, ONE, 1000)
    desk.claim_number(two, TWO, None, 1000)
    assert desk.release_stale_claims(60_000) == []
    assert desk.release_stale_claims(61_001) == [two]
    assert desk.slot(one).number == ONE
    third = desk.add_slot(account).slot_id
    assert desk.claim_number(third, TWO, None, 70_000).accepted


def test_a_removed_slot_frees_its_number_and_its_status(desk: DeskStore):
    account = desk.add_account("Padaria").account_id
    slot = desk.add_slot(account).slot_id
    desk.claim_number(slot, ONE, None, 1)
    desk.bind_number(slot, ONE, 2)
    status = SlotStatus(slot_id=slot, state=LinkState.ONLINE, epoch=5, counter=2)
    assert desk.keep_status(status)
    desk.remove_slot(slot)
    assert desk.statuses() == {}
    assert not desk.keep_status(status)
    assert desk.claim_number(desk.add_slot(account).slot_id, ONE, None, 3).accepted


def test_an_older_link_state_never_replaces_a_newer_one_also_after_a_restart(desk: DeskStore, data: DataFolder):
    slot = desk.add_slot(desk.add_account("Padaria").account_id).slot_id
    newer = SlotStatus(slot_id=slot, state=LinkState.PAUSED, epoch=5, counter=2)
    assert desk.keep_status(newer)
    assert not desk.keep_status(SlotStatus(slot_id=slot, state=LinkState.ONLINE, epoch=5, counter=1))
    assert not desk.keep_status(SlotStatus(slot_id=slot, state=LinkState.ONLINE, epoch=4, counter=9))
    desk.close()
    with DeskStore.open(data, KEY, "offline") as again:
        assert again.statuses() == {slot: newer}


def test_a_foreign_desk_is_refused_in_words(desk: DeskStore, data: DataFolder):
    desk.close()
    for key, network, reason in ((os.urandom(32), "offline", "wrong_key"), (KEY, "whatsapp", "foreign_network")):
        with pytest.raises(StoreError) as caught:
            DeskStore.open(data, key, network)
        assert caught.value.reason == reason
        assert caught.value.sentence.endswith(".")


def test_a_slot_of_an_account_that_is_not_there_cannot_be_made(desk: DeskStore):
    account = desk.add_account("Padaria").account_id
    assert desk.add_slot(account).slot_id == slot_id(account, 1)
    with pytest.raises(Exception, match="no_account"):
        desk.add_slot("a" * 12)
