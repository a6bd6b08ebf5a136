"""Start, pause, resume, reconnect, log out and clear: each touches one slot, and the last wish counts."""

import asyncio
import itertools
from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec
import psutil
import pytest

from tests.supervisor.conftest import supervisor_of
from tests.supervisor.memory_vault import MemoryVault
from wadesk.domain.errors import Conflict, InvalidNumber, InvalidRequest, NotFound, Unavailable
from wadesk.domain.events import PairingCodeGone, PairingCodeShown, StatusChanged
from wadesk.domain.ids import account_of, new_chat_id
from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.domain.principal import local_administrator
from wadesk.domain.requests import ClaimNumber, HistoryAmount, NumberPaired, Request
from wadesk.paths import DataFolder
from wadesk.supervisor.rota import LONGEST_DEVICE_NAME
from wadesk.supervisor.supervisor import Supervisor
from wadesk.wire.tasks import TaskOwner

WHO = local_administrator()
NUMBER, OTHER = "+5511999990011", "+5511999990022"
Behave = Callable[[str], None]
T = TypeVar("T")


async def _slot(supervisor: Supervisor, number: str | None = NUMBER, name: str | None = None):
    account = await supervisor.add_account(WHO, "Padaria")
    slot = (await supervisor.add_slot(WHO, account.account_id, name)).slot_id
    if number is not None:
        await supervisor._desk.bind_number(slot, number)
        supervisor._crew.book.open_slot(slot, number, None)
    return slot


def _asked(data: DataFolder, slot) -> list[Request]:
    """What the worker of a slot's account was asked, over all its lives."""
    told = data.account(account_of(slot)).root / "asked"
    if not told.exists():
        return []
    return [msgspec.json.decode(line, type=Request) for line in told.read_bytes().splitlines()]


def _kinds(data: DataFolder, slot) -> list[str]:
    """The kinds of what it was asked. A worker that comes may be given a slot by its feed too: that is once."""
    return _runs(type(one).__name__ for one in _asked(data, slot))


def _runs(values: Iterable[T]) -> list[T]:
    return [value for value, _ in itertools.groupby(values)]


async def _status(supervisor: Supervisor, slot) -> SlotStatus:
    return (await supervisor.session(WHO, slot)).status


async def _until(supervisor: Supervisor, slot, *states: LinkState) -> SlotStatus:
    async with asyncio.timeout(30), supervisor.subscribe(WHO) as listener:
        while (status := await _status(supervisor, slot)).state not in states:
            await listener.next()
    return status


def _kill_workers() -> None:
    for child in psutil.Process().children():
        if "scripted_worker.py" in " ".join(child.cmdline()):
            child.kill()


def test_without_a_worker_a_pause_is_written_kept_over_a_restart_and_starts_none(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def pause():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor)
            await supervisor.pause(WHO, slot)
            await supervisor.pause(WHO, slot)
            return slot, await _status(supervisor, slot), supervisor._crew._workers[account_of(slot)].pid

    async def after(slot):
        async with supervisor_of(data, vault) as supervisor:
            other = await _slot(supervisor, OTHER)
            await supervisor.start(WHO, other)
            return await _status(supervisor, slot), _kinds(data, slot)

    slot, status, pid = asyncio.run(pause())
    assert (status.state, status.facts, pid) == (LinkState.PAUSED, {"by": "local-administrator"}, None)
    status, asked = asyncio.run(after(slot))
    assert (status.state, status.facts, asked) == (LinkState.PAUSED, {"by": "local-administrator"}, [])


def test_a_running_worker_pauses_its_slot_and_resumes_it(data: DataFolder, vault: MemoryVault, behave: Behave) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor)
            await supervisor.start(WHO, slot)
            await supervisor.pause(WHO, slot)
            paused = await _status(supervisor, slot)
            await supervisor.resume(WHO, slot)
            return slot, paused, await _status(supervisor, slot)

    slot, paused, resumed = asyncio.run(play())
    assert (paused.state, paused.facts) == (LinkState.PAUSED, {"by": "local-administrator"})
    assert resumed.state is LinkState.ONLINE
    assert _kinds(data, slot) == ["StartSlot", "PauseSlot", "StartSlot"]
    *first, _, again = _asked(data, slot)
    assert (True, False) in [(one.link, one.resume) for one in first]
    assert (again.link, again.resume, again.last.state) == (False, True, LinkState.PAUSED)


def test_a_paused_slot_is_never_given_to_a_worker_that_comes_back(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            paused = await _slot(supervisor)
            other = (await supervisor.add_slot(WHO, account_of(paused))).slot_id
            await supervisor._desk.bind_number(other, OTHER)
            supervisor._crew.book.open_slot(other, OTHER, None)
            for slot in (paused, other):
                await supervisor.start(WHO, slot)
            await supervisor.pause(WHO, paused)
            before = len(_asked(data, paused))
            _kill_workers()
            await _until(supervisor, other, LinkState.RECONNECTING)
            await _until(supervisor, other, LinkState.ONLINE)
            return await _status(supervisor, paused), [one.slot_id for one in _asked(data, paused)[before:]], other

    status, fed, other = asyncio.run(play())
    assert (status.state, fed) == (LinkState.PAUSED, [other])


def test_a_worker_that_dies_when_it_is_told_to_pause_finds_the_slot_paused(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("dies-paused")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor)
            await supervisor.start(WHO, slot)
            await supervisor.pause(WHO, slot)
            status = await _status(supervisor, slot)
            # The next worker is there, and has been given nothing.
            await supervisor.account_chats(WHO, account_of(slot))
            await supervisor._crew.worker(account_of(slot)).ready()
            return status, await _status(supervisor, slot), _kinds(data, slot)

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
            slot = await _slot(supervisor)
            await supervisor.start(WHO, slot)
            await supervisor.pause(WHO, slot)
            assert not supervisor._crew.rota.has_work(supervisor._desk.slot(slot))
            _kill_workers()
            return await _until(supervisor, slot, LinkState.PAUSED, LinkState.RECONNECTING)

    status = asyncio.run(play())
    assert (status.state, status.facts) == (LinkState.PAUSED, {"by": "local-administrator"})


def test_a_pause_that_a_worker_refuses_is_told_and_the_slot_works_on(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("mute")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor)
            await supervisor.start(WHO, slot)
            with pytest.raises(Unavailable) as caught:
                await supervisor.pause(WHO, slot)
            assert caught.value.reason == "mute"
            _kill_workers()
            await _until(supervisor, slot, LinkState.RECONNECTING)
            return await _until(supervisor, slot, LinkState.ONLINE)

    assert asyncio.run(play()).state is LinkState.ONLINE


@pytest.mark.parametrize("begin", ["start", "resume"])
def test_a_pause_while_the_worker_still_comes_is_the_last_word(
    data: DataFolder, vault: MemoryVault, behave: Behave, begin: str
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor)
            await supervisor.pause(WHO, slot)
            async with TaskOwner() as tasks:
                beginning = tasks.start(getattr(supervisor, begin)(WHO, slot), begin)
                await asyncio.sleep(0)
                await supervisor.pause(WHO, slot)
                await beginning
            return await _status(supervisor, slot), _kinds(data, slot)

    status, asked = asyncio.run(play())
    assert (status.state, asked) == (LinkState.PAUSED, [])


def test_a_link_that_is_cancelled_while_the_worker_still_comes_shows_no_code(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor, None)
            async with TaskOwner() as tasks:
                beginning = tasks.start(supervisor.start(WHO, slot), "start")
                await asyncio.sleep(0)
                await supervisor.cancel_link(WHO, slot)
                await beginning
            cancelled = await _status(supervisor, slot), _kinds(data, slot)
            return cancelled, (await supervisor.start(WHO, slot)).state

    (status, asked), again = asyncio.run(play())
    assert (status.state, asked) == (LinkState.UNLINKED, ["CancelLink"])
    assert again is LinkState.LINKING


@pytest.mark.parametrize("state", [LinkState.BANNED, LinkState.LOGGED_OUT, LinkState.UNLINKED])
def test_what_rests_already_keeps_its_reason_when_it_is_paused_or_logged_out(
    data: DataFolder, vault: MemoryVault, behave: Behave, state: LinkState
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor)
            supervisor._crew.standings.write(slot, state, 1, code="a_reason")
            await supervisor.pause(WHO, slot)
            await supervisor.log_out(WHO, slot)
            return await _status(supervisor, slot), _kinds(data, slot)

    status, asked = asyncio.run(play())
    assert (status.state, status.code, asked) == (state, "a_reason", [])


def test_reconnecting_logging_out_and_clearing_ask_the_slots_own_worker_once_each(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor)
            data.account(account_of(slot)).slot(slot).root.mkdir(parents=True)
            await supervisor.reconnect(WHO, slot)
            await supervisor.reconnect(WHO, slot)
            states = [(await _status(supervisor, slot)).state]
            await supervisor.log_out(WHO, slot)
            await supervisor.log_out(WHO, slot)
            states.append((await _status(supervisor, slot)).state)
            await supervisor.clear(WHO, slot)
            return slot, [*states, (await _status(supervisor, slot)).state]

    slot, states = asyncio.run(play())
    assert states == [LinkState.ONLINE, LinkState.LOGGED_OUT, LinkState.UNLINKED]
    kinds = _kinds(data, slot)
    assert kinds == ["StartSlot", "ReconnectSlot", "LogoutSlot", "ClearSlot"]
    begun = [one for one in _asked(data, slot) if type(one).__name__ == "StartSlot"]
    assert {(one.link, one.resume) for one in begun} == {(False, False)}


def test_clearing_a_slot_that_was_never_linked_asks_nobody(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor, None)
            await supervisor.clear(WHO, slot)
            await supervisor.pause(WHO, slot)
            return await _status(supervisor, slot), _kinds(data, slot)

    status, asked = asyncio.run(play())
    assert (status.state, asked) == (LinkState.UNLINKED, [])


def test_the_chosen_history_and_the_slots_name_go_with_every_start_also_after_a_crash_and_a_restart(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def first():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor, name="Balcão")
            await supervisor.start(WHO, slot)
            await supervisor.start(WHO, slot, HistoryAmount.NONE)
            await supervisor.rename_slot(WHO, slot, "x" * 90)
            await supervisor.start(WHO, slot)
            _kill_workers()
            await _until(supervisor, slot, LinkState.RECONNECTING)
            await _until(supervisor, slot, LinkState.ONLINE)
            await supervisor.rename_slot(WHO, slot, "")
            return slot

    async def second(slot):
        async with supervisor_of(data, vault) as supervisor:
            await _until(supervisor, slot, LinkState.ONLINE)

    slot = asyncio.run(first())
    asyncio.run(second(slot))
    asked = _asked(data, slot)
    assert _runs(one.history for one in asked) == [HistoryAmount.RECENT, HistoryAmount.NONE]
    cut = ("WaDesk · " + "x" * 90)[:LONGEST_DEVICE_NAME]
    assert _runs(one.device_name for one in asked) == ["WaDesk · Balcão", cut, "WaDesk · 1"]
    assert LONGEST_DEVICE_NAME == 50


def test_a_pairing_code_is_given_kept_while_it_is_shown_and_over_when_the_slot_stops_linking(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor, supervisor.subscribe(WHO) as listener:
            slot = await _slot(supervisor, None)
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
            slot = await _slot(supervisor, None)
            await supervisor.start(WHO, slot)
            await supervisor.ask_pairing_code(WHO, slot, NUMBER)
            _kill_workers()
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
            slot = await _slot(supervisor, None)
            data.account(account_of(slot)).slot(slot).root.mkdir(parents=True)
            await supervisor.start(WHO, slot)
            claims = supervisor._crew.claims
            await claims.answer(account_of(slot), ClaimNumber(slot_id=slot, number=NUMBER))
            for press in (supervisor.cancel_link, supervisor.pause, supervisor.clear, supervisor.remove_slot):
                with pytest.raises(Conflict) as caught:
                    await press(WHO, slot)
                assert caught.value.reason == "pairing"
            before = _kinds(data, slot)
            await claims.answer(account_of(slot), NumberPaired(slot_id=slot, number=NUMBER, paired=True))
            await supervisor.cancel_link(WHO, slot)
            return before, _kinds(data, slot)

    assert asyncio.run(play()) == (["StartSlot"], ["StartSlot", "CancelLink"])


def test_a_link_that_the_desk_refuses_afterwards_is_undone_and_the_slot_says_whose_the_number_is(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            theirs, mine = await _slot(supervisor), await _slot(supervisor, None)
            await supervisor.start(WHO, mine)
            crew, account = supervisor._crew, account_of(mine)
            epoch = crew.worker(account).link.epoch
            paired = SlotStatus(slot_id=mine, state=LinkState.CONNECTING, epoch=epoch, counter=50, number=NUMBER)
            crew.heard(account, [StatusChanged(status=paired)])
            verdict = await crew.claims.answer(account, NumberPaired(slot_id=mine, number=NUMBER, paired=True))
            with pytest.raises(NotFound):
                await supervisor.start(WHO, mine)
            # Not before it is connected: only then can its phone be told.
            assert _kinds(data, mine) == ["StartSlot"]
            online = msgspec.structs.replace(paired, state=LinkState.ONLINE, counter=51)
            crew.heard(account, [StatusChanged(status=online)])
            status = await _until(supervisor, mine, LinkState.UNLINKED)
            asked = _kinds(data, mine)
            await supervisor.start(WHO, mine)
            return verdict, status, asked, theirs, _kinds(data, mine)

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
            mine = await _slot(supervisor)
            await supervisor.start(WHO, mine)
            account = account_of(mine)
            await supervisor._crew.claims.answer(account, NumberPaired(slot_id=mine, number=OTHER, paired=True))
            async with asyncio.timeout(30), supervisor.subscribe(WHO) as listener:
                while (status := await _status(supervisor, mine)).code != "wrong_number":
                    await listener.next()
            return status, _kinds(data, mine)

    status, asked = asyncio.run(play())
    assert (status.state, status.number) == (LinkState.UNLINKED, NUMBER)
    assert asked == ["StartSlot", "LogoutSlot", "ClearSlot"]


def test_every_running_worker_is_woken_and_none_is_started(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slots = [await _slot(supervisor, f"{NUMBER[:-1]}{n}") for n in range(3)]
            for slot in slots[:2]:
                await supervisor.start(WHO, slot)
            await supervisor.wake(WHO)
            return [_kinds(data, slot) for slot in slots]

    assert asyncio.run(play()) == [["StartSlot", "Wake"], ["StartSlot", "Wake"], []]


def test_a_worker_that_does_not_wake_keeps_no_other_from_waking(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("mute")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slots = [await _slot(supervisor, f"{NUMBER[:-1]}{n}") for n in range(2)]
            for slot in slots:
                await supervisor.start(WHO, slot)
            await supervisor.wake(WHO)
            return [_kinds(data, slot) for slot in slots]

    assert asyncio.run(play()) == [["StartSlot", "Wake"]] * 2


def test_chats_are_opened_looked_at_and_cleaned_through_the_worker_of_their_slot(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor)
            folder = data.account(account_of(slot))
            chat = new_chat_id(slot)
            for read in (supervisor.picture, supervisor.sent_from):
                with pytest.raises(NotFound):
                    await read(WHO, chat)
            assert account_of(slot) not in supervisor._crew._workers
            opened = await supervisor.open_chat(WHO, slot, number="11 99999-0022")
            beside = await supervisor.open_chat(WHO, slot, like=chat)
            folder.database.touch()
            await supervisor.discard(WHO, chat_id=chat, message_id="7")
            picture, sent = await supervisor.picture(WHO, chat), await supervisor.sent_from(WHO, chat)
            checked = [
                await supervisor.check_number(WHO, slot, number) for number in ("+5511999990022", "+5511999990020")
            ]
            return slot, chat, opened, beside, picture, sent, checked

    slot, chat, opened, beside, picture, sent, checked = asyncio.run(play())
    assert (opened.number, opened.slot_id, beside.number) == (OTHER, slot, None)
    assert (picture.jpeg, sent.numbers, checked) == ("AAEC", {NUMBER: 3}, [OTHER, None])
    asked = [one for one in _asked(data, slot) if type(one).__name__ in {"OpenChat", "DiscardMessage"}]
    assert [(one.slot_id, one.number, one.like) for one in asked[:2]] == [(slot, OTHER, None), (slot, None, chat)]
    assert (asked[2].slot_id, asked[2].chat_id, asked[2].message_id) == (slot, chat, "7")


def test_a_chat_is_opened_in_the_named_slot_alone_and_never_with_another_accounts_contact(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            mine, theirs, unbound = (
                await _slot(supervisor),
                await _slot(supervisor, OTHER),
                await _slot(supervisor, None),
            )
            wrong = [
                (InvalidRequest, "one_target", mine, {}),
                (InvalidRequest, "one_target", mine, {"number": NUMBER, "like": new_chat_id(mine)}),
                (InvalidRequest, "foreign_chat", mine, {"like": new_chat_id(theirs)}),
                (InvalidRequest, "bad_chat", mine, {"like": "nonsense"}),
                (InvalidRequest, "bad_slot", "", {"number": NUMBER}),
                (InvalidNumber, "invalid_number", mine, {"number": "12"}),
                (Conflict, "no_number", unbound, {"number": NUMBER}),
            ]
            for kind, reason, slot, words in wrong:
                with pytest.raises(kind) as caught:
                    await supervisor.open_chat(WHO, slot, **words)
                assert caught.value.reason == reason
            return supervisor._crew._workers

    assert asyncio.run(play()) == {}
