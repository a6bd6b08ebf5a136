"""What workers are asked besides their slots' lives: chats, numbers, pictures, and to wake."""

import asyncio
from collections.abc import Callable

import pytest

from tests.supervisor.conftest import supervisor_of
from tests.supervisor.memory_vault import MemoryVault
from tests.supervisor.steering import (
    NUMBER,
    OTHER,
    WHO,
    kinds_to,
    make_slot,
    requests_to,
)
from wadesk.domain.errors import Conflict, InvalidNumber, InvalidRequest, NotFound
from wadesk.domain.ids import account_of, new_chat_id
from wadesk.paths import DataFolder
from wadesk.supervisor import clockwatch

Behave = Callable[[str], None]


def test_every_running_worker_is_woken_and_none_is_started(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slots = [await make_slot(supervisor, f"{NUMBER[:-1]}{n}") for n in range(3)]
            for slot in slots[:2]:
                await supervisor.start(WHO, slot)
            await supervisor.wake(WHO)
            return [kinds_to(data, slot) for slot in slots]

    assert asyncio.run(play()) == [["StartSlot", "Wake"], ["StartSlot", "Wake"], []]


def test_an_open_supervisor_watches_the_clocks_by_itself(
    data: DataFolder, vault: MemoryVault, behave: Behave, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clockwatch, "LOOK_EVERY_S", 0.05)
    # Less than nothing: every look finds a jump.
    monkeypatch.setattr(clockwatch, "JUMP_S", -1.0)
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await make_slot(supervisor)
            await supervisor.start(WHO, slot)
            while "Wake" not in kinds_to(data, slot):
                await asyncio.sleep(0.02)

    asyncio.run(play())


def test_a_worker_that_does_not_wake_keeps_no_other_from_waking(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("mute")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slots = [await make_slot(supervisor, f"{NUMBER[:-1]}{n}") for n in range(2)]
            for slot in slots:
                await supervisor.start(WHO, slot)
            await supervisor.wake(WHO)
            return [kinds_to(data, slot) for slot in slots]

    assert asyncio.run(play()) == [["StartSlot", "Wake"]] * 2


def test_chats_are_opened_looked_at_and_cleaned_through_the_worker_of_their_slot(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await make_slot(supervisor)
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
    asked = [one for one in requests_to(data, slot) if type(one).__name__ in {"OpenChat", "DiscardMessage"}]
    assert [(one.slot_id, one.number, one.like) for one in asked[:2]] == [(slot, OTHER, None), (slot, None, chat)]
    assert (asked[2].slot_id, asked[2].chat_id, asked[2].message_id) == (slot, chat, "7")


def test_a_chat_is_opened_in_the_named_slot_alone_and_never_with_another_accounts_contact(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            mine, theirs, unbound = (
                await make_slot(supervisor),
                await make_slot(supervisor, OTHER),
                await make_slot(supervisor, None),
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
