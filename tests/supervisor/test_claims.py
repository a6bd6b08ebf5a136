"""One number, one slot: what workers ask is decided by the desk, once."""

import asyncio

import pytest

from tests.supervisor.conftest import desk_of
from wadesk.domain.desk import Slot
from wadesk.domain.errors import Conflict
from wadesk.domain.ids import new_account_id, slot_id
from wadesk.domain.requests import ClaimNumber, NumberPaired, Verdict
from wadesk.paths import DataFolder
from wadesk.store.desk import numbers
from wadesk.supervisor import claims
from wadesk.supervisor.claims import Claims
from wadesk.wire.tasks import TaskOwner

MINE, OTHER = "+5511999990011", "+5511999990022"


def _with_claims(data: DataFolder, use, disowned: list | None = None):
    bound: list[Slot] = []
    told = [] if disowned is None else disowned

    async def play():
        async with desk_of(data) as desk, TaskOwner() as tasks, asyncio.timeout(20):
            account = await desk.add_account("Padaria", None, None)
            slots = [(await desk.add_slot(account.account_id, None)).slot_id for _ in range(2)]
            asked = Claims(desk, tasks, bound.append, lambda *one: told.append(one))
            return await use(asked, desk, account.account_id, slots)

    return asyncio.run(play()), bound


def test_two_slots_that_ask_for_one_number_at_once_get_one_yes(data: DataFolder) -> None:
    async def use(asked: Claims, desk, account, slots):
        return await asyncio.gather(
            *(asked.answer(account, ClaimNumber(slot_id=slot, number=MINE)) for slot in slots * 3)
        )

    verdicts, _ = _with_claims(data, use)
    winners = {index % 2 for index, verdict in enumerate(verdicts) if verdict.accepted}
    assert len(winners) == 1
    assert {verdict.code for verdict in verdicts if not verdict.accepted} == {"bound_elsewhere"}


def test_a_paired_number_is_bound_and_told_and_another_is_then_refused(data: DataFolder) -> None:
    async def use(asked: Claims, desk, account, slots):
        await asked.answer(account, ClaimNumber(slot_id=slots[0], number=MINE))
        paired = await asked.answer(account, NumberPaired(slot_id=slots[0], number=MINE, paired=True))
        wrong = await asked.answer(account, ClaimNumber(slot_id=slots[0], number=OTHER))
        return paired, wrong, desk.slot(slots[0]).number

    (paired, wrong, number), bound = _with_claims(data, use)
    assert paired.accepted
    assert number == MINE == bound[0].number
    assert (wrong.code, wrong.facts) == ("wrong_number", {"expected": MINE, "got": OTHER})


def test_a_pairing_that_failed_frees_the_number(data: DataFolder) -> None:
    async def use(asked: Claims, desk, account, slots):
        await asked.answer(account, ClaimNumber(slot_id=slots[0], number=MINE))
        await asked.answer(account, NumberPaired(slot_id=slots[0], number=MINE, paired=False))
        return await asked.answer(account, ClaimNumber(slot_id=slots[1], number=MINE))

    verdict, bound = _with_claims(data, use)
    assert verdict.accepted
    assert bound == []


def test_a_claim_that_no_pairing_follows_is_released(data: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "CLAIM_LASTS_S", 0.05)

    async def use(asked: Claims, desk, account, slots):
        await asked.answer(account, ClaimNumber(slot_id=slots[0], number=MINE))
        verdict = Verdict(accepted=False)
        while not verdict.accepted:
            verdict = await asked.answer(account, ClaimNumber(slot_id=slots[1], number=MINE))
        return verdict

    assert _with_claims(data, use)[0].accepted


def test_a_claim_that_a_killed_run_left_behind_is_released_when_it_is_too_old(
    data: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claims, "CLAIM_LASTS_S", 0.05)
    monkeypatch.setattr(claims, "_MARGIN_S", 0.05)
    monkeypatch.setattr(numbers, "CLAIM_LIFE_MS", 50)

    async def use(asked: Claims, desk, account, slots):
        await desk.claim_number(slots[0], MINE, None)
        before = await asked.answer(account, ClaimNumber(slot_id=slots[1], number=MINE))
        await asked.release_left_over()
        return before, await asked.answer(account, ClaimNumber(slot_id=slots[1], number=MINE))

    before, after = _with_claims(data, use)[0]
    assert (before.accepted, after.accepted) == (False, True)


def test_a_pairing_whose_claim_was_too_old_and_whose_number_another_has_is_told_as_not_its_own(
    data: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    disowned: list = []

    async def use(asked: Claims, desk, account, slots):
        await asked.answer(account, ClaimNumber(slot_id=slots[0], number=MINE))
        await desk.release_claim(slots[0], MINE)
        await asked.answer(account, ClaimNumber(slot_id=slots[1], number=MINE))
        late = await asked.answer(account, NumberPaired(slot_id=slots[0], number=MINE, paired=True))
        return late, slots

    (late, slots), bound = _with_claims(data, use, disowned)
    assert (late.accepted, late.code) == (False, "bound_elsewhere")
    assert [(slot, error.reason, error.facts["slot_id"]) for slot, error in disowned] == [
        (slots[0], "bound_elsewhere", slots[1])
    ]
    assert bound == []


def test_a_cancelled_slot_claims_nothing_until_it_is_begun_again(data: DataFolder) -> None:
    async def use(asked: Claims, desk, account, slots):
        claim = ClaimNumber(slot_id=slots[0], number=MINE)
        asked.refuse(slots[0])
        refused = await asked.answer(account, claim)
        other = await asked.answer(account, ClaimNumber(slot_id=slots[1], number=OTHER))
        asked.allow(slots[0])
        return refused, other, await asked.answer(account, claim)

    refused, other, again = _with_claims(data, use)[0]
    assert (refused.accepted, refused.code) == (False, "link_cancelled")
    assert other.accepted
    assert again.accepted


@pytest.mark.parametrize("paired", [True, False])
def test_between_the_yes_and_the_end_of_a_pairing_nothing_may_end_its_engine(data: DataFolder, paired: bool) -> None:
    async def use(asked: Claims, desk, account, slots):
        async with TaskOwner() as tasks:
            answer = tasks.start(asked.answer(account, ClaimNumber(slot_id=slots[0], number=MINE)), "claim")
            await asyncio.sleep(0)
            for _ in range(2):
                with pytest.raises(Conflict) as caught:
                    asked.refuse(slots[0])
                assert caught.value.reason == "pairing"
                assert (await answer).accepted
        asked.require_none(slots[1])
        await asked.answer(account, NumberPaired(slot_id=slots[0], number=MINE, paired=paired))
        asked.refuse(slots[0])
        return asked.refuses(slots[0])

    assert _with_claims(data, use)[0]


def test_a_worker_cannot_ask_for_another_accounts_slot_or_one_that_is_gone(data: DataFolder) -> None:
    async def use(asked: Claims, desk, account, slots):
        other = await desk.add_account("Pet", None, None)
        theirs = await asked.answer(other.account_id, ClaimNumber(slot_id=slots[0], number=MINE))
        gone = await asked.answer(account, NumberPaired(slot_id=slot_id(account, 9), number=MINE, paired=True))
        nowhere = await asked.answer(new_account_id(), ClaimNumber(slot_id=slot_id(new_account_id(), 1), number=MINE))
        return [theirs, gone, nowhere]

    verdicts, bound = _with_claims(data, use)
    assert not any(verdict.accepted for verdict in verdicts)
    assert bound == []
