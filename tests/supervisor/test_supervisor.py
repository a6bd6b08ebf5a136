"""The facade: ids are checked, rights are asked, nothing is picked for anybody."""

import asyncio

import pytest

from tests.supervisor.conftest import supervisor_of
from tests.supervisor.memory_vault import MemoryVault
from wadesk.domain.errors import (
    Conflict,
    InvalidNumber,
    InvalidRequest,
    NoQr,
    NotFound,
    SessionRequired,
    SlotsFull,
    StoreError,
    TooLarge,
    VaultError,
    WaDeskError,
)
from wadesk.domain.events import AccountChanged, SlotChanged, SlotRemoved
from wadesk.domain.ids import new_chat_id, slot_id
from wadesk.domain.message import SendReason
from wadesk.domain.principal import local_administrator
from wadesk.paths import DataFolder
from wadesk.supervisor.endpoint import ask_holder
from wadesk.supervisor.supervisor import Supervisor, open_supervisor

WHO = local_administrator()
NUMBER = "+5511999990011"


def _with(data: DataFolder, vault: MemoryVault, use):
    async def play():
        async with supervisor_of(data, vault) as supervisor:
            return await use(supervisor)

    return asyncio.run(play())


def test_accounts_and_slots_are_there_again_after_a_restart(data: DataFolder, vault: MemoryVault) -> None:
    async def make(supervisor: Supervisor):
        account = await supervisor.add_account(WHO, "Padaria", "PD", 3)
        slot = await supervisor.add_slot(WHO, account.account_id, "Balcão")
        await supervisor.rename_account(WHO, account.account_id, "Padaria Sol")
        await supervisor.rename_slot(WHO, slot.slot_id, "Caixa")
        return await supervisor.sessions(WHO)

    before = _with(data, vault, make)
    after = _with(data, vault, lambda supervisor: supervisor.sessions(WHO))
    assert [(one.account, one.slot) for one in before] == [(one.account, one.slot) for one in after]
    assert (after[0].account.name, after[0].slot.name) == ("Padaria Sol", "Caixa")


def test_an_eleventh_slot_is_refused(data: DataFolder, vault: MemoryVault) -> None:
    async def use(supervisor: Supervisor):
        account = await supervisor.add_account(WHO, "Padaria")
        slots = [await supervisor.add_slot(WHO, account.account_id) for _ in range(10)]
        with pytest.raises(SlotsFull):
            await supervisor.add_slot(WHO, account.account_id)
        return [slot.index for slot in slots]

    assert _with(data, vault, use) == list(range(1, 11))


def test_a_removed_slots_key_is_gone_and_its_index_is_not_used_again_soon(data: DataFolder, vault: MemoryVault) -> None:
    async def use(supervisor: Supervisor):
        account = await supervisor.add_account(WHO, "Padaria")
        first = await supervisor.add_slot(WHO, account.account_id)
        keys = set(vault.entries)
        async with supervisor.subscribe(WHO) as listener:
            await supervisor.remove_slot(WHO, first.slot_id)
            told = await listener.next()
        with pytest.raises(NotFound):
            await supervisor.session(WHO, first.slot_id)
        gone = keys - set(vault.entries)
        return first.slot_id, told, gone, (await supervisor.add_slot(WHO, account.account_id)).index

    slot, told, gone, index = _with(data, vault, use)
    assert told == [SlotRemoved(slot_id=slot)]
    assert [service.rpartition("/")[2] for service in gone] == [slot]
    assert index == 2


def test_listeners_hear_of_what_the_desk_changes(data: DataFolder, vault: MemoryVault) -> None:
    async def use(supervisor: Supervisor):
        async with supervisor.subscribe(WHO) as listener:
            account = await supervisor.add_account(WHO, "Padaria")
            slot = await supervisor.add_slot(WHO, account.account_id)
            return account, slot, await listener.next()

    account, slot, told = _with(data, vault, use)
    assert told[:2] == [AccountChanged(account=account), SlotChanged(slot=slot)]


def test_a_send_needs_its_slot_one_target_and_a_text(data: DataFolder, vault: MemoryVault) -> None:
    async def use(supervisor: Supervisor):
        account = await supervisor.add_account(WHO, "Padaria")
        mine, other = [(await supervisor.add_slot(WHO, account.account_id)).slot_id for _ in range(2)]
        await supervisor._desk.bind_number(mine, NUMBER)
        chat = new_chat_id(mine)
        wrong: list[tuple[type[WaDeskError], dict[str, object]]] = [
            (SessionRequired, {"slot_id": "", "chat_id": chat}),
            (InvalidRequest, {"slot_id": other, "chat_id": chat}),
            (InvalidRequest, {"slot_id": mine, "chat_id": "nonsense"}),
            (InvalidRequest, {"slot_id": mine}),
            (InvalidRequest, {"slot_id": mine, "chat_id": chat, "number": NUMBER}),
            (InvalidRequest, {"slot_id": "nonsense", "number": NUMBER}),
            (InvalidNumber, {"slot_id": mine, "number": "11123456789"}),
            (InvalidRequest, {"slot_id": mine, "number": NUMBER, "text": "  "}),
            (TooLarge, {"slot_id": mine, "number": NUMBER, "text": "x" * 70_000}),
            (InvalidRequest, {"slot_id": mine, "number": NUMBER, "idempotency_key": ""}),
            (NotFound, {"slot_id": slot_id(account.account_id, 9), "number": NUMBER}),
            (Conflict, {"slot_id": other, "number": NUMBER}),
        ]
        for kind, words in wrong:
            with pytest.raises(kind):
                await supervisor.send_text(WHO, **({"text": "Oi", "reason": SendReason.API} | words))
        return len(wrong)

    assert _with(data, vault, use) == 12


def test_reading_never_starts_a_worker_where_there_is_nothing_to_read(data: DataFolder, vault: MemoryVault) -> None:
    async def use(supervisor: Supervisor):
        account = await supervisor.add_account(WHO, "Padaria")
        slot = (await supervisor.add_slot(WHO, account.account_id)).slot_id
        with pytest.raises(NoQr):
            await supervisor.qr(WHO, slot)
        await supervisor.cancel_link(WHO, slot)
        page = await supervisor.messages(WHO, slot_id=slot)
        return page.messages, await supervisor.account_chats(WHO, account.account_id), supervisor._crew._workers

    assert _with(data, vault, use) == ([], [], {})


def test_the_desk_without_its_key_is_refused_and_no_key_is_made(data: DataFolder, vault: MemoryVault) -> None:
    _with(data, vault, lambda supervisor: supervisor.add_account(WHO, "Padaria"))
    kept = dict(vault.entries)
    vault.entries.clear()
    with pytest.raises(VaultError) as caught:
        _with(data, vault, lambda supervisor: supervisor.accounts(WHO))
    assert caught.value.reason == "key_missing"
    assert vault.entries == {}
    vault.entries.update(kept)
    assert [one.name for one in _with(data, vault, lambda supervisor: supervisor.accounts(WHO))] == ["Padaria"]


def test_a_folder_of_the_other_network_is_refused(data: DataFolder, vault: MemoryVault) -> None:
    _with(data, vault, lambda supervisor: supervisor.accounts(WHO))

    async def elsewhere() -> None:
        async with open_supervisor(data, vault, "whatsapp"):
            pass

    with pytest.raises(StoreError) as caught:
        asyncio.run(elsewhere())
    assert caught.value.reason == "foreign_network"


def test_a_locked_keyring_makes_no_account(data: DataFolder, vault: MemoryVault) -> None:
    async def use(supervisor: Supervisor):
        vault.locked = True
        with pytest.raises(VaultError):
            await supervisor.add_account(WHO, "Padaria")
        return await supervisor.accounts(WHO)

    assert _with(data, vault, use) == []


def test_a_second_start_raises_the_window(data: DataFolder, vault: MemoryVault) -> None:
    raised: list[int] = []

    async def use(supervisor: Supervisor):
        supervisor.when_raised(lambda: raised.append(1))
        with pytest.raises(Conflict):
            async with open_supervisor(data, vault, "offline"):
                pass
        return await asyncio.to_thread(ask_holder, data, "raise")

    assert _with(data, vault, use).done
    assert raised == [1]


def test_accounts_change_and_move_are_told_and_stay_so(data: DataFolder, vault: MemoryVault) -> None:
    async def use(supervisor: Supervisor):
        made = [await supervisor.add_account(WHO, name, name, 1) for name in ("AA", "BB", "CC")]
        slots = [(await supervisor.add_slot(WHO, one.account_id)).slot_id for one in made]
        async with supervisor.subscribe(WHO) as listener:
            changed = await supervisor.change_account(WHO, made[1].account_id, initials="zz", colour=12)
            told = await listener.next()
            await supervisor.move_account(WHO, made[2].account_id, 1)
            moved = await listener.next()
            with pytest.raises(Conflict) as caught:
                await supervisor.change_account(WHO, made[0].account_id, initials="ZZ")
        assert caught.value.facts["account"] == "BB"
        ordered = [one.slot.slot_id for one in await supervisor.sessions(WHO)]
        assert ordered == [slots[2], slots[0], slots[1]]
        return changed, told, [event.account for event in moved]

    changed, told, moved = _with(data, vault, use)
    after = _with(data, vault, lambda supervisor: supervisor.accounts(WHO))
    assert (changed.name, changed.initials, changed.colour) == ("BB", "ZZ", 12)
    assert told == [AccountChanged(account=changed)]
    assert [(one.name, one.position) for one in after] == [("CC", 1), ("AA", 2), ("BB", 3)]
    assert sorted(moved, key=lambda one: one.position) == after


def test_settings_are_listed_by_how_they_begin_and_go_with_their_slot(data: DataFolder, vault: MemoryVault) -> None:
    async def use(supervisor: Supervisor):
        account = await supervisor.add_account(WHO, "Padaria")
        slot = (await supervisor.add_slot(WHO, account.account_id)).slot_id
        for key in (f"notices.mute.{slot}", "notices.on", "look.theme"):
            await supervisor.put_setting(WHO, key, "on")
        before = await supervisor.settings(WHO, "notices.")
        await supervisor.remove_slot(WHO, slot)
        return slot, before, await supervisor.settings(WHO, "notices.")

    slot, before, after = _with(data, vault, use)
    assert before == {f"notices.mute.{slot}": "on", "notices.on": "on"}
    assert after == {"notices.on": "on"}


def test_a_setting_is_kept(data: DataFolder, vault: MemoryVault) -> None:
    _with(data, vault, lambda supervisor: supervisor.put_setting(WHO, "language", "pt-BR"))
    assert _with(data, vault, lambda supervisor: supervisor.setting(WHO, "language")) == "pt-BR"
