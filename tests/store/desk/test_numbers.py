"""One number has one slot, and the first link decides which (product.md, rule 3)."""

import threading
from collections.abc import Callable

import pytest

from wadesk.domain.errors import Conflict, WaDeskError
from wadesk.domain.ids import SlotId
from wadesk.paths import DataFolder
from wadesk.store.desk.desk_store import DeskStore

ONE, TWO = "+5511999990011", "+5511999990012"
LID = "900001"


@pytest.fixture
def slots(desk: DeskStore) -> list[SlotId]:
    """Two slots of one account and one of another."""
    accounts = [desk.add_account(name).account_id for name in ("Padaria", "Clínica")]
    places = ((accounts[0], "Balcão"), (accounts[0], None), (accounts[1], None))
    return [desk.add_slot(account, name).slot_id for account, name in places]


def race(data: DataFolder, key: bytes, works: list[Callable[[DeskStore], object]]) -> list[object]:
    """What each work returned or raised, all begun at the same moment on a connection of its own."""
    begin = threading.Barrier(len(works))
    results: list[object] = [None] * len(works)

    def run(place: int) -> None:
        with DeskStore.open(data, key, "offline") as own:
            begin.wait(10)
            try:
                results[place] = works[place](own)
            except WaDeskError as error:
                results[place] = error.reason

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(works))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return results


def test_of_many_claims_at_once_on_one_number_exactly_one_is_accepted(
    desk: DeskStore, slots: list[SlotId], data: DataFolder, key: bytes
):
    for number in (ONE, TWO):
        for slot in slots:
            desk.release_claim(slot, ONE)
        works = [lambda own, slot=slot, n=number: own.claim_number(slot, n, None, 1) for slot in slots]
        verdicts = race(data, key, works)
        assert sorted(verdict.accepted for verdict in verdicts) == [False, False, True]


def test_of_two_bindings_at_once_of_one_number_exactly_one_holds(
    desk: DeskStore, slots: list[SlotId], data: DataFolder, key: bytes
):
    works = [lambda own, slot=slot: own.bind_number(slot, ONE, 1).number for slot in slots[:2]]
    assert sorted(map(str, race(data, key, works))) == [ONE, "bound_elsewhere"]
    assert sorted(str(slot.number) for slot in desk.slots()) == sorted([ONE, "None", "None"])


def test_a_claim_is_no_binding_yet_but_stands_against_others(desk: DeskStore, slots: list[SlotId]):
    assert desk.claim_number(slots[0], ONE, LID, 1).accepted
    assert desk.slot(slots[0]).number is None
    verdict = desk.claim_number(slots[2], ONE, None, 2)
    assert (verdict.accepted, verdict.code) == (False, "bound_elsewhere")
    assert verdict.facts == {"got": ONE, "slot_id": slots[0], "slot": "Balcão", "account": "Padaria"}


def test_a_slot_without_a_name_is_told_by_its_index(desk: DeskStore, slots: list[SlotId]):
    desk.bind_number(slots[1], ONE, 1)
    assert desk.claim_number(slots[2], ONE, None, 2).facts["slot"] == "2"


def test_the_same_phone_under_another_number_is_known_by_its_lid(desk: DeskStore, slots: list[SlotId]):
    assert desk.claim_number(slots[0], ONE, LID, 1).accepted
    desk.bind_number(slots[0], ONE, 1)
    assert desk.claim_number(slots[2], TWO, LID, 2).code == "bound_elsewhere"
    assert desk.claim_number(slots[2], TWO, None, 2).accepted


def test_claiming_again_is_the_same_claim_made_later(desk: DeskStore, slots: list[SlotId]):
    for now_ms in (1000, 50_000):
        assert desk.claim_number(slots[0], ONE, None, now_ms).accepted
    assert desk.release_stale_claims(110_000) == []
    assert desk.release_stale_claims(110_001) == [slots[0]]


def test_a_slot_that_claims_another_number_lets_the_one_before_go(desk: DeskStore, slots: list[SlotId]):
    assert desk.claim_number(slots[0], ONE, LID, 1).accepted
    assert desk.claim_number(slots[0], TWO, None, 2).accepted
    assert desk.claim_number(slots[1], ONE, LID, 3).accepted
    assert desk.bind_number(slots[0], TWO, 4).number == TWO


def test_a_claim_on_a_bound_slots_own_number_ends_without_unbinding_it(desk: DeskStore, slots: list[SlotId]):
    desk.bind_number(slots[0], ONE, 1)
    assert desk.claim_number(slots[0], ONE, LID, 2).accepted
    assert not desk.release_claim(slots[0], ONE)
    assert desk.release_stale_claims(10_000_000) == []
    assert desk.slot(slots[0]).number == ONE


def test_a_claim_is_released_by_its_own_slot_and_number_alone(desk: DeskStore, slots: list[SlotId]):
    desk.claim_number(slots[0], ONE, None, 1)
    assert not desk.release_claim(slots[1], ONE)
    assert not desk.release_claim(slots[0], TWO)
    assert desk.release_claim(slots[0], ONE)
    assert not desk.release_claim(slots[0], ONE)
    assert desk.claim_number(slots[1], ONE, None, 2).accepted


def test_binding_says_what_stands_against_it_and_changes_nothing(desk: DeskStore, slots: list[SlotId]):
    desk.bind_number(slots[0], ONE, 1)
    for slot, number, reason in ((slots[0], TWO, "wrong_number"), (slots[1], ONE, "bound_elsewhere")):
        with pytest.raises(Conflict) as caught:
            desk.bind_number(slot, number, 2)
        assert caught.value.reason == reason
        assert caught.value.facts["got"] == number
    assert [slot.number for slot in desk.slots()] == [ONE, None, None]


def test_a_binding_outlives_a_restart_and_a_claim_waits_over_one_for_its_minute(
    desk: DeskStore, slots: list[SlotId], data: DataFolder, key: bytes
):
    desk.bind_number(slots[0], ONE, 1)
    desk.claim_number(slots[1], TWO, None, 1000)
    desk.close()
    with DeskStore.open(data, key, "offline") as again:
        assert again.slot(slots[0]).number == ONE
        assert not again.claim_number(slots[2], TWO, None, 2000).accepted
        assert again.release_stale_claims(61_001) == [slots[1]]
        assert again.claim_number(slots[2], TWO, None, 61_002).accepted


def test_the_file_itself_gives_one_number_or_lid_to_one_slot(desk: DeskStore, slots: list[SlotId]):
    desk.claim_number(slots[0], ONE, LID, 1)
    for number, lid in ((ONE, None), (TWO, LID)):
        with pytest.raises(WaDeskError) as caught, desk._database.writing() as sql:
            sql.exec_driver_sql("INSERT INTO number VALUES (?, ?, ?, 0, 1)", (slots[1], number, lid))
        assert caught.value.facts["error"].startswith("SQLITE_CONSTRAINT")
