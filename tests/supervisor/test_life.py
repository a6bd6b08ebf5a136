"""Start, pause, resume, reconnect, log out and clear: each touches one slot, and the last wish counts."""

import asyncio
from collections.abc import Callable

import pytest

from tests.supervisor.conftest import supervisor_of
from tests.supervisor.memory_vault import MemoryVault
from tests.supervisor.steering import (
    OTHER,
    WHO,
    kill_workers,
    kinds_to,
    make_slot,
    requests_to,
    status_of,
    until,
)
from wadesk.domain.errors import Unavailable
from wadesk.domain.ids import account_of
from wadesk.domain.linkstate import LinkState
from wadesk.paths import DataFolder
from wadesk.wire.tasks import TaskOwner

Behave = Callable[[str], None]


def test_without_a_worker_a_pause_is_written_kept_over_a_restart_and_starts_none(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def pause():
        async with supervisor_of(data, vault) as supervisor:
            slot = await make_slot(supervisor)
            await supervisor.pause(WHO, slot)
            await supervisor.pause(WHO, slot)
            return slot, await status_of(supervisor, slot), supervisor._crew._workers[account_of(slot)].pid

    async def after(slot):
        async with supervisor_of(data, vault) as supervisor:
            other = await make_slot(supervisor, OTHER)
            await supervisor.start(WHO, other)
            return await status_of(supervisor, slot), kinds_to(data, slot)

    slot, status, pid = asyncio.run(pause())
    assert (status.state, status.facts, pid) == (LinkState.PAUSED, {"by": "local-administrator"}, None)
    status, asked = asyncio.run(after(slot))
    assert (status.state, status.facts, asked) == (LinkState.PAUSED, {"by": "local-administrator"}, [])


def test_a_running_worker_pauses_its_slot_and_resumes_it(data: DataFolder, vault: MemoryVault, behave: Behave) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await make_slot(supervisor)
            await supervisor.start(WHO, slot)
            await supervisor.pause(WHO, slot)
            paused = await status_of(supervisor, slot)
            await supervisor.resume(WHO, slot)
            return slot, paused, await status_of(supervisor, slot)

    slot, paused, resumed = asyncio.run(play())
    assert (paused.state, paused.facts) == (LinkState.PAUSED, {"by": "local-administrator"})
    assert resumed.state is LinkState.ONLINE
    assert kinds_to(data, slot) == ["StartSlot", "PauseSlot", "StartSlot"]
    *first, _, again = requests_to(data, slot)
    assert (True, False) in [(one.link, one.resume) for one in first]
    assert (again.link, again.resume, again.last.state) == (False, True, LinkState.PAUSED)


def test_a_paused_slot_is_never_given_to_a_worker_that_comes_back(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            paused = await make_slot(supervisor)
            other = (await supervisor.add_slot(WHO, account_of(paused))).slot_id
            await supervisor._desk.bind_number(other, OTHER)
            supervisor._crew.book.open_slot(other, OTHER, None)
            for slot in (paused, other):
                await supervisor.start(WHO, slot)
            await supervisor.pause(WHO, paused)
            before = len(requests_to(data, paused))
            kill_workers()
            await until(supervisor, other, LinkState.RECONNECTING)
            await until(supervisor, other, LinkState.ONLINE)
            return (
                await status_of(supervisor, paused),
                [one.slot_id for one in requests_to(data, paused)[before:]],
                other,
            )

    status, fed, other = asyncio.run(play())
    assert (status.state, fed) == (LinkState.PAUSED, [other])


def test_a_worker_that_dies_when_it_is_told_to_pause_finds_the_slot_paused(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("dies-paused")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await make_slot(supervisor)
            await supervisor.start(WHO, slot)
            await supervisor.pause(WHO, slot)
            status = await status_of(supervisor, slot)
            # The next worker is there, and has been given nothing.
            await supervisor.account_chats(WHO, account_of(slot))
            await supervisor._crew.worker(account_of(slot)).ready()
            return status, await status_of(supervisor, slot), kinds_to(data, slot)

    first, later, asked = asyncio.run(play())
    assert first.state is later.state is LinkState.PAUSED
    assert later.facts == {"by": "local-administrator"}
    assert asked == ["StartSlot", "PauseSlot"]


def test_a_pause_whose_worker_died_before_it_told_of_it_holds(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("tacit")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await make_slot(supervisor)
            await supervisor.start(WHO, slot)
            await supervisor.pause(WHO, slot)
            assert not supervisor._crew.rota.has_work(supervisor._desk.slot(slot))
            kill_workers()
            return await until(supervisor, slot, LinkState.PAUSED, LinkState.RECONNECTING)

    status = asyncio.run(play())
    assert (status.state, status.facts) == (LinkState.PAUSED, {"by": "local-administrator"})


def test_a_pause_that_a_worker_refuses_is_told_and_the_slot_works_on(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("mute")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await make_slot(supervisor)
            await supervisor.start(WHO, slot)
            with pytest.raises(Unavailable) as caught:
                await supervisor.pause(WHO, slot)
            assert caught.value.reason == "mute"
            kill_workers()
            await until(supervisor, slot, LinkState.RECONNECTING)
            return await until(supervisor, slot, LinkState.ONLINE)

    assert asyncio.run(play()).state is LinkState.ONLINE


@pytest.mark.parametrize("begin", ["start", "resume"])
def test_a_pause_while_the_worker_still_comes_is_the_last_word(
    data: DataFolder, vault: MemoryVault, behave: Behave, begin: str
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await make_slot(supervisor)
            await supervisor.pause(WHO, slot)
            async with TaskOwner() as tasks:
                beginning = tasks.start(getattr(supervisor, begin)(WHO, slot), begin)
                await asyncio.sleep(0)
                await supervisor.pause(WHO, slot)
                await beginning
            return await status_of(supervisor, slot), kinds_to(data, slot)

    status, asked = asyncio.run(play())
    assert (status.state, asked) == (LinkState.PAUSED, [])


@pytest.mark.parametrize("state", [LinkState.BANNED, LinkState.LOGGED_OUT, LinkState.UNLINKED])
def test_what_rests_already_keeps_its_reason_when_it_is_paused_or_logged_out(
    data: DataFolder, vault: MemoryVault, behave: Behave, state: LinkState
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await make_slot(supervisor)
            supervisor._crew.standings.write(slot, state, 1, code="a_reason")
            await supervisor.pause(WHO, slot)
            await supervisor.log_out(WHO, slot)
            return await status_of(supervisor, slot), kinds_to(data, slot)

    status, asked = asyncio.run(play())
    assert (status.state, status.code, asked) == (state, "a_reason", [])


def test_reconnecting_logging_out_and_clearing_ask_the_slots_own_worker_once_each(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await make_slot(supervisor)
            data.account(account_of(slot)).slot(slot).root.mkdir(parents=True)
            await supervisor.reconnect(WHO, slot)
            await supervisor.reconnect(WHO, slot)
            states = [(await status_of(supervisor, slot)).state]
            await supervisor.log_out(WHO, slot)
            await supervisor.log_out(WHO, slot)
            states.append((await status_of(supervisor, slot)).state)
            await supervisor.clear(WHO, slot)
            return slot, [*states, (await status_of(supervisor, slot)).state]

    slot, states = asyncio.run(play())
    assert states == [LinkState.ONLINE, LinkState.LOGGED_OUT, LinkState.UNLINKED]
    kinds = kinds_to(data, slot)
    assert kinds == ["StartSlot", "ReconnectSlot", "LogoutSlot", "ClearSlot"]
    begun = [one for one in requests_to(data, slot) if type(one).__name__ == "StartSlot"]
    assert {(one.link, one.resume) for one in begun} == {(False, False)}


def test_clearing_a_slot_that_was_never_linked_asks_nobody(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await make_slot(supervisor, None)
            await supervisor.clear(WHO, slot)
            await supervisor.pause(WHO, slot)
            return await status_of(supervisor, slot), kinds_to(data, slot)

    status, asked = asyncio.run(play())
    assert (status.state, asked) == (LinkState.UNLINKED, [])
