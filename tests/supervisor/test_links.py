"""Linking as people steer it: codes, the amount of history, and links that must not stay half way."""

import asyncio
from collections.abc import Callable

import msgspec
import pytest

from tests.supervisor.conftest import supervisor_of
from tests.supervisor.memory_vault import MemoryVault
from tests.supervisor.steering import (
    NUMBER,
    OTHER,
    WHO,
    kill_workers,
    kinds_to,
    make_slot,
    requests_to,
    runs,
    status_of,
    until,
    workers,
)
from wadesk.domain.desk import Slot
from wadesk.domain.errors import Conflict, InvalidNumber, NotFound
from wadesk.domain.events import PairingCodeGone, PairingCodeShown, StatusChanged
from wadesk.domain.ids import account_of, new_account_id, slot_id
from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.domain.requests import ClaimNumber, HistoryAmount, NumberPaired, StartSlot
from wadesk.paths import DataFolder
from wadesk.supervisor.rota import LONGEST_DEVICE_NAME, may_have_paired
from wadesk.wire.tasks import TaskOwner

Behave = Callable[[str], None]


def test_a_link_that_is_cancelled_while_the_worker_still_comes_shows_no_code(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await make_slot(supervisor, None)
            async with TaskOwner() as tasks:
                beginning = tasks.start(supervisor.start(WHO, slot), "start")
                await asyncio.sleep(0)
                await supervisor.cancel_link(WHO, slot)
                await beginning
            cancelled = await status_of(supervisor, slot), kinds_to(data, slot)
            return cancelled, (await supervisor.start(WHO, slot)).state

    (status, asked), again = asyncio.run(play())
    assert (status.state, asked) == (LinkState.UNLINKED, ["CancelLink"])
    assert again is LinkState.LINKING


def test_the_chosen_history_and_the_slots_name_go_with_every_start_also_after_a_crash_and_a_restart(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def first():
        async with supervisor_of(data, vault) as supervisor:
            slot = await make_slot(supervisor, name="Balcão")
            await supervisor.start(WHO, slot)
            await supervisor.start(WHO, slot, HistoryAmount.NONE)
            await supervisor.rename_slot(WHO, slot, "x" * 90)
            await supervisor.start(WHO, slot)
            kill_workers()
            await until(supervisor, slot, LinkState.RECONNECTING)
            await until(supervisor, slot, LinkState.ONLINE)
            await supervisor.rename_slot(WHO, slot, "")
            return slot

    async def second(slot):
        async with supervisor_of(data, vault) as supervisor:
            await until(supervisor, slot, LinkState.ONLINE)

    slot = asyncio.run(first())
    asyncio.run(second(slot))
    asked = requests_to(data, slot)
    assert runs(one.history for one in asked) == [HistoryAmount.RECENT, HistoryAmount.NONE]
    cut = ("WaDesk · " + "x" * 90)[:LONGEST_DEVICE_NAME]
    assert runs(one.device_name for one in asked) == ["WaDesk · Balcão", cut, "WaDesk · 1"]
    assert LONGEST_DEVICE_NAME == 50


def test_a_pairing_code_is_given_kept_while_it_is_shown_and_over_when_the_slot_stops_linking(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor, supervisor.subscribe(WHO) as listener:
            slot = await make_slot(supervisor, None)
            await supervisor.start(WHO, slot)
            with pytest.raises(InvalidNumber):
                await supervisor.ask_pairing_code(WHO, slot, "12")
            code = await supervisor.ask_pairing_code(WHO, slot, "(11) 99999-0011")
            shown = await listener.next()
            book = supervisor._crew.book
            kept = book.pairing_code(slot, 1), book.pairing_code(slot, code.expires_ms)
            await supervisor.cancel_link(WHO, slot)
            return slot, code, shown, kept, await listener.next(), book.pairing_code(slot, 1)

    slot, code, shown, kept, told, later = asyncio.run(play())
    assert (code.code, code.number) == ("ABCD1234", NUMBER)
    assert PairingCodeShown(code=code) in shown
    assert kept == (code, None)
    assert PairingCodeGone(slot_id=slot) in told
    assert later is None


def test_a_worker_killed_while_a_pairing_code_is_shown_takes_it_away(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor, supervisor.subscribe(WHO) as listener:
            slot = await make_slot(supervisor, None)
            await supervisor.start(WHO, slot)
            await supervisor.ask_pairing_code(WHO, slot, NUMBER)
            kill_workers()
            async with asyncio.timeout(30):
                while PairingCodeGone(slot_id=slot) not in await listener.next():
                    pass
            return supervisor._crew.book.pairing_code(slot, 1)

    assert asyncio.run(play()) is None


def test_a_phone_that_was_said_yes_to_is_not_left_half_linked_by_whatever_people_press(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await make_slot(supervisor, None)
            data.account(account_of(slot)).slot(slot).root.mkdir(parents=True)
            await supervisor.start(WHO, slot)
            claims = supervisor._crew.claims
            await claims.answer(account_of(slot), ClaimNumber(slot_id=slot, number=NUMBER))
            for press in (supervisor.cancel_link, supervisor.pause, supervisor.clear, supervisor.remove_slot):
                with pytest.raises(Conflict) as caught:
                    await press(WHO, slot)
                assert caught.value.reason == "pairing"
            before = kinds_to(data, slot)
            await claims.answer(account_of(slot), NumberPaired(slot_id=slot, number=NUMBER, paired=True))
            await supervisor.cancel_link(WHO, slot)
            return before, kinds_to(data, slot)

    assert asyncio.run(play()) == (["StartSlot"], ["StartSlot", "CancelLink"])


def test_a_link_that_the_desk_refuses_afterwards_is_undone_and_the_slot_says_whose_the_number_is(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            theirs, mine = await make_slot(supervisor), await make_slot(supervisor, None)
            await supervisor.start(WHO, mine)
            crew, account = supervisor._crew, account_of(mine)
            epoch = crew.worker(account).link.epoch
            paired = SlotStatus(slot_id=mine, state=LinkState.CONNECTING, epoch=epoch, counter=50, number=NUMBER)
            crew.heard(account, [StatusChanged(status=paired)])
            verdict = await crew.claims.answer(account, NumberPaired(slot_id=mine, number=NUMBER, paired=True))
            with pytest.raises(NotFound):
                await supervisor.start(WHO, mine)
            # Not before it is connected: only then can its phone be told.
            assert kinds_to(data, mine) == ["StartSlot"]
            online = msgspec.structs.replace(paired, state=LinkState.ONLINE, counter=51)
            crew.heard(account, [StatusChanged(status=online)])
            status = await until(supervisor, mine, LinkState.UNLINKED)
            asked = kinds_to(data, mine)
            await supervisor.start(WHO, mine)
            return verdict, status, asked, theirs, kinds_to(data, mine)

    verdict, status, asked, theirs, again = asyncio.run(play())
    assert (verdict.accepted, verdict.code) == (False, "bound_elsewhere")
    assert (status.code, status.facts["slot_id"], status.number) == ("bound_elsewhere", theirs, None)
    assert asked == ["StartSlot", "RemoveSlot"]
    assert again == [*asked, "StartSlot"]


def test_a_bound_slots_history_is_never_erased_for_a_link_that_is_undone(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            mine = await make_slot(supervisor)
            await supervisor.start(WHO, mine)
            account = account_of(mine)
            await supervisor._crew.claims.answer(account, NumberPaired(slot_id=mine, number=OTHER, paired=True))
            async with asyncio.timeout(30), supervisor.subscribe(WHO) as listener:
                while (status := await status_of(supervisor, mine)).code != "wrong_number":
                    await listener.next()
            return status, kinds_to(data, mine)

    status, asked = asyncio.run(play())
    assert (status.state, status.number) == (LinkState.UNLINKED, NUMBER)
    assert asked == ["StartSlot", "LogoutSlot", "ClearSlot"]


def test_a_pairing_whose_end_the_desk_never_heard_is_asked_of_the_engine(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    """A worker or the parent was killed between the link state that tells of a pairing and the binding."""
    behave("well")

    async def half_paired():
        async with supervisor_of(data, vault) as supervisor:
            slot = await make_slot(supervisor, None)
            paired = SlotStatus(slot_id=slot, state=LinkState.CONNECTING, epoch=5, counter=4, number=NUMBER)
            supervisor._crew.heard(account_of(slot), [StatusChanged(status=paired)])
            supervisor._crew.away(account_of(slot), 1, 0.1)
            assert supervisor._crew.rota.has_work(supervisor._desk.slot(slot))
            supervisor._crew.heard(account_of(slot), [StatusChanged(status=msgspec.structs.replace(paired, epoch=6))])
            return slot

    async def after(slot):
        async with supervisor_of(data, vault) as supervisor:
            return (await until(supervisor, slot, LinkState.ONLINE)).state

    assert asyncio.run(after(asyncio.run(half_paired()))) is LinkState.ONLINE


@pytest.mark.parametrize(
    ("number", "state", "said", "doubted"),
    [
        (None, LinkState.LINKING, None, True),
        (None, LinkState.CONNECTING, None, True),
        (None, LinkState.UNLINKED, None, False),
        (None, LinkState.ERROR, None, False),
        (None, LinkState.ERROR, NUMBER, True),
        (NUMBER, LinkState.LINKING, NUMBER, True),
        (NUMBER, LinkState.CONNECTING, NUMBER, False),
        (NUMBER, LinkState.LOGGED_OUT, NUMBER, False),
    ],
)
def test_only_a_slot_that_may_have_paired_unheard_is_doubted(number, state, said, doubted) -> None:
    account = new_account_id()
    slot = Slot(slot_id=slot_id(account, 1), account_id=account, index=1, name="", number=number)
    status = SlotStatus(slot_id=slot.slot_id, state=state, epoch=1, counter=1, number=said)
    assert may_have_paired(slot, status) is doubted


def test_a_doubt_lasts_until_an_engine_has_answered_and_is_put_to_it_without_showing_codes(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("mute")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await make_slot(supervisor, None)
            crew, account = supervisor._crew, account_of(slot)
            await supervisor.start(WHO, slot)
            workers()[0].kill()
            await until(supervisor, slot, LinkState.UNLINKED)
            await until(supervisor, slot, LinkState.ONLINE)
            told = (data.account(account).root / "asked").read_bytes().splitlines()
            assert [one.resume for one in (msgspec.json.decode(line, type=StartSlot) for line in told)][-1]
            doubts = [slot in crew.rota.unconfirmed]
            epoch = crew.worker(account).link.epoch + 1
            # What a worker says at the start is what it was told; and a crashed engine has answered nothing.
            for counter, state in ((0, "unlinked"), (90, "linking"), (91, "error"), (92, "unlinked")):
                said = SlotStatus(slot_id=slot, state=LinkState(state), epoch=epoch, counter=counter)
                crew.heard(account, [StatusChanged(status=said)])
                doubts.append(slot in crew.rota.unconfirmed)
            return doubts

    assert asyncio.run(play()) == [True, True, True, True, False]


def test_a_claim_of_a_run_that_was_killed_is_a_doubt_whatever_its_slot_said_last(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def killed():
        async with supervisor_of(data, vault) as supervisor:
            slot = await make_slot(supervisor, None)
            await supervisor._desk.claim_number(slot, NUMBER, None)
            return slot

    async def after(slot):
        async with supervisor_of(data, vault) as supervisor:
            await until(supervisor, slot, LinkState.ONLINE)
            doubted = slot in supervisor._crew.rota.unconfirmed
            await supervisor._crew.asked(account_of(slot), NumberPaired(slot_id=slot, number=NUMBER, paired=True))
            return doubted, slot in supervisor._crew.rota.unconfirmed

    assert asyncio.run(after(asyncio.run(killed()))) == (True, False)
