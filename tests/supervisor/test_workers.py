"""A worker that crashes comes back, one that hangs is ended, one that cannot work says why; states tell it all."""

import asyncio
import os
import signal
from collections.abc import Callable

import psutil
import pytest

from tests.supervisor.conftest import supervisor_of
from tests.supervisor.memory_vault import MemoryVault
from wadesk.domain.errors import StoreError, Unavailable, VaultError
from wadesk.domain.events import QrGone, QrShown, Resync, SlotRemoved, StatusChanged
from wadesk.domain.ids import account_of
from wadesk.domain.linkstate import LinkState, Qr, SlotStatus
from wadesk.domain.principal import local_administrator
from wadesk.paths import DataFolder
from wadesk.supervisor import link, restarts, workers
from wadesk.supervisor.supervisor import Supervisor

WHO = local_administrator()
NUMBER = "+5511999990011"
Behave = Callable[[str], None]


async def _slot(supervisor: Supervisor, *, bound: bool = False):
    account = await supervisor.add_account(WHO, "Padaria")
    slot = await supervisor.add_slot(WHO, account.account_id)
    if bound:
        await supervisor._desk.bind_number(slot.slot_id, NUMBER)
        supervisor._crew.book.open_slot(slot.slot_id, NUMBER, None)
    return slot.slot_id


async def _until(supervisor: Supervisor, slot_id, *states: LinkState) -> SlotStatus:
    async with asyncio.timeout(30), supervisor.subscribe(WHO) as listener:
        while (status := (await supervisor.session(WHO, slot_id)).status).state not in states:
            await listener.next()
    return status


def _workers() -> list[psutil.Process]:
    return [child for child in psutil.Process().children() if "scripted_worker.py" in " ".join(child.cmdline())]


def test_a_slot_is_started_shows_its_code_and_leaves_no_process_behind(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor)
            status = await supervisor.start(WHO, slot)
            return status.state, (await supervisor.qr(WHO, slot)).payload, len(_workers())

    assert asyncio.run(play()) == (LinkState.LINKING, "2@scripted,code", 1)
    assert _workers() == []


def test_a_crashed_worker_comes_back_and_its_slots_are_started_again(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("crash-once")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor, bound=True)
            async with supervisor.subscribe(WHO) as listener:
                supervisor._crew.worker(slot.rpartition("-slot")[0]).start()
                seen: list[SlotStatus] = []
                async with asyncio.timeout(30):
                    while not seen or seen[-1].state is not LinkState.ONLINE:
                        seen += [one.status for one in await listener.next() if isinstance(one, StatusChanged)]
                return seen

    seen = [status for status in asyncio.run(play()) if status.state is LinkState.RECONNECTING]
    assert [(status.attempt, status.next_try_ms is not None) for status in seen] == [(1, True)]


def test_a_worker_killed_while_its_slot_links_takes_the_code_away(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor)
            async with supervisor.subscribe(WHO) as listener:
                await supervisor.start(WHO, slot)
                _workers()[0].kill()
                told: list[object] = []
                async with asyncio.timeout(30):
                    while not any(isinstance(event, QrGone) for event in told):
                        told += await listener.next()
            assert not any(isinstance(event, QrShown) for event in told[told.index(QrGone(slot_id=slot)) :])
            return (await _until(supervisor, slot, LinkState.UNLINKED)).state

    assert asyncio.run(play()) is LinkState.UNLINKED


def test_a_worker_that_only_crashes_is_given_up_and_a_person_may_try_again(
    data: DataFolder, vault: MemoryVault, behave: Behave, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restarts, "FIRST_S", 0.01)
    behave("crash")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor, bound=True)
            supervisor._crew.worker(slot.rpartition("-slot")[0]).start()
            status = await _until(supervisor, slot, LinkState.ERROR)
            with pytest.raises(Unavailable) as caught:
                await supervisor._crew.worker(slot.rpartition("-slot")[0]).ready()
            behave("well")
            supervisor._crew.worker(slot.rpartition("-slot")[0])._command[-1] = "well"
            return status.code, caught.value.reason, (await supervisor.start(WHO, slot)).state

    assert asyncio.run(play()) == ("crashing", "crashing", LinkState.ONLINE)


def test_a_worker_that_hangs_is_ended_and_started_again(
    data: DataFolder, vault: MemoryVault, behave: Behave, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link, "PING_EVERY_S", 0.05)
    monkeypatch.setattr(link, "PONG_WITHIN_S", 0.5)
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor, bound=True)
            await supervisor.start(WHO, slot)
            first = _workers()[0].pid
            os.kill(first, signal.SIGSTOP)
            await _until(supervisor, slot, LinkState.RECONNECTING)
            await _until(supervisor, slot, LinkState.ONLINE)
            return first, [worker.pid for worker in _workers()]

    first, now = asyncio.run(play())
    assert len(now) == 1
    assert now != [first]


def test_a_worker_that_refuses_says_why_on_every_linked_slot(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("refuse")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor, bound=True)
            with pytest.raises(StoreError) as caught:
                await supervisor.start(WHO, slot)
            return caught.value.sentence, (await supervisor.session(WHO, slot)).status

    sentence, status = asyncio.run(play())
    assert sentence == "It is damaged."
    assert (status.state, status.code) == (LinkState.ERROR, "damaged")


@pytest.mark.parametrize("behaviour", ["stranger", "garbage", "silent", "locked"])
def test_a_worker_that_breaks_the_rules_is_not_spoken_to_and_ends(
    data: DataFolder, vault: MemoryVault, behave: Behave, behaviour: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link, "HELLO_S", 1.0)
    behave(behaviour)

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor, bound=True)
            supervisor._crew.worker(slot.rpartition("-slot")[0]).start()
            return await _until(supervisor, slot, LinkState.RECONNECTING)

    assert asyncio.run(play()).attempt == 1
    assert _workers() == []


def test_a_call_waits_for_a_worker_that_is_away_and_is_then_told(
    data: DataFolder, vault: MemoryVault, behave: Behave, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "START_WAITS_S", 0.2)
    behave("silent")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor)
            with pytest.raises(Unavailable) as caught:
                await supervisor.start(WHO, slot)
            return caught.value.reason

    assert asyncio.run(play()) == "worker_restarting"


def test_what_a_lost_worker_was_asked_is_asked_of_the_next_one(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("dies-asked")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor, bound=True)
            await supervisor.start(WHO, slot)
            folder = data.account(slot.rpartition("-slot")[0])
            folder.root.mkdir(parents=True, exist_ok=True)
            folder.database.touch()
            first = _workers()[0].pid
            chats = await supervisor.slot_chats(WHO, slot)
            return chats, [worker.pid for worker in _workers()] != [first]

    assert asyncio.run(play()) == ([], True)


def test_a_locked_keyring_keeps_the_worker_away_until_it_is_opened(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor, bound=True)
            # As after a new start of the program: in one run a key is asked of the keyring once.
            supervisor._keys._kept.clear()
            vault.locked = True
            with pytest.raises(VaultError) as caught:
                await supervisor.start(WHO, slot)
            locked = (await supervisor.session(WHO, slot)).status
            vault.locked = False
            return caught.value.reason, locked.code, (await supervisor.start(WHO, slot)).state

    assert asyncio.run(play()) == ("keyring_locked", "keyring_locked", LinkState.ONLINE)


def test_a_keyring_locked_meanwhile_keeps_no_crashed_worker_from_coming_back(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor, bound=True)
            await supervisor.start(WHO, slot)
            await _until(supervisor, slot, LinkState.ONLINE)
            vault.locked = True
            first = _workers()[0]
            first.kill()
            await _until(supervisor, slot, LinkState.RECONNECTING, LinkState.ERROR)
            status = await _until(supervisor, slot, LinkState.ONLINE, LinkState.ERROR)
            return status.state, _workers()[0].pid != first.pid

    assert asyncio.run(play()) == (LinkState.ONLINE, True)


def test_without_an_engine_the_slot_says_so(
    data: DataFolder, vault: MemoryVault, behave: Behave, monkeypatch: pytest.MonkeyPatch
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor)
            monkeypatch.setenv("WADESK_ENGINE", "/nonexistent/engine")
            missing = await supervisor.start(WHO, slot)
            monkeypatch.undo()
            return missing.state, missing.code

    assert asyncio.run(play()) == (LinkState.ERROR, "engine_missing")


def test_a_worker_that_began_without_an_engine_gets_the_one_that_is_there_again(
    data: DataFolder, vault: MemoryVault, behave: Behave, monkeypatch: pytest.MonkeyPatch
) -> None:
    behave("well")
    engine = os.environ["WADESK_ENGINE"]

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor)
            monkeypatch.setenv("WADESK_ENGINE", "/nonexistent/engine")
            # There is history to look at, so that the worker runs without an engine.
            folder = data.account(slot.rpartition("-slot")[0])
            folder.root.mkdir(parents=True, exist_ok=True)
            folder.database.touch()
            await supervisor.account_chats(WHO, folder.account_id)
            before = [worker.pid for worker in _workers()]
            monkeypatch.setenv("WADESK_ENGINE", engine)
            state = (await supervisor.start(WHO, slot)).state
            return before, [worker.pid for worker in _workers()], state

    before, after, state = asyncio.run(play())
    assert len(before) == len(after) == 1
    assert before != after
    assert state is LinkState.LINKING


def test_states_that_stay_are_kept_over_a_restart_and_others_connect(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def first():
        async with supervisor_of(data, vault) as supervisor:
            account = await supervisor.add_account(WHO, "Padaria")
            slots = [(await supervisor.add_slot(WHO, account.account_id)).slot_id for _ in range(3)]
            for index, state in enumerate((LinkState.PAUSED, LinkState.ONLINE)):
                await supervisor._desk.bind_number(slots[index], f"{NUMBER[:-1]}{index}")
                supervisor._crew.standings.write(slots[index], state, 1)
            return slots

    async def second(slots):
        async with supervisor_of(data, vault) as supervisor:
            begun = {one.slot.slot_id: one.status.state for one in await supervisor.sessions(WHO)}
            await _until(supervisor, slots[1], LinkState.ONLINE)
            return begun, {one.slot.slot_id: one.status.state for one in await supervisor.sessions(WHO)}

    slots = asyncio.run(first())
    begun, later = asyncio.run(second(slots))
    assert begun == dict(zip(slots, [LinkState.PAUSED, LinkState.CONNECTING, LinkState.UNLINKED], strict=True))
    assert later == begun | {slots[1]: LinkState.ONLINE}


@pytest.mark.warns_in_log
def test_a_worker_cannot_speak_for_another_account_or_for_a_removed_slot(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            mine, theirs = await _slot(supervisor), await _slot(supervisor, bound=True)
            before = (await supervisor.session(WHO, theirs)).status
            status = SlotStatus(slot_id=theirs, state=LinkState.ONLINE, epoch=10**15, counter=1)
            now = before.epoch + 10**15
            code = Qr(slot_id=theirs, payload="x", number=1, of=6, shown_ms=now, expires_ms=now)
            async with supervisor.subscribe(WHO) as listener:
                events = [StatusChanged(status=status), QrShown(qr=code)]
                supervisor._crew.heard(account_of(mine), events)
                assert (await supervisor.session(WHO, theirs)).status == before
                await supervisor.remove_slot(WHO, theirs)
                supervisor._crew.heard(account_of(theirs), events)
                supervisor._subscriptions.close()
                told = await listener.next()
            return told, theirs, supervisor._crew.book.knows(theirs)

    told, theirs, known = asyncio.run(play())
    assert told == [SlotRemoved(slot_id=theirs)]
    assert not known


def test_what_a_lost_worker_kept_and_never_told_is_read_again(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor, bound=True)
            async with supervisor.subscribe(WHO) as listener:
                await supervisor.start(WHO, slot)
                first = await listener.next()
                _workers()[0].kill()
                told = []
                async with asyncio.timeout(30):
                    while not any(isinstance(event, Resync) for event in told):
                        told += await listener.next()
                return any(isinstance(event, Resync) for event in first)

    assert asyncio.run(play()) is False
