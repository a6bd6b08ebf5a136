"""Keys are made once, and never where data already lies under another."""

import asyncio

import pytest

from tests.supervisor.memory_vault import MemoryVault
from wadesk.domain.errors import VaultError
from wadesk.domain.ids import new_account_id, slot_id
from wadesk.paths import DataFolder
from wadesk.supervisor.keys import Keys
from wadesk.supervisor.thread import CallThread


async def _with_keys(data: DataFolder, vault: MemoryVault, use, folder_id: str = "f" * 16):
    thread = CallThread("vault")
    try:
        return await use(Keys(data, folder_id, vault, thread))
    finally:
        await thread.aclose()


def test_every_owner_has_a_key_of_its_own_that_stays(data: DataFolder, vault: MemoryVault) -> None:
    account = new_account_id()

    async def use(keys: Keys):
        return [await keys.desk(), await keys.account(account), await keys.slot(slot_id(account, 1))]

    first = asyncio.run(_with_keys(data, vault, use))
    assert len(set(first)) == 3
    assert asyncio.run(_with_keys(data, vault, use)) == first
    assert sorted(vault.entries) == sorted(
        f"WaDesk/{'f' * 16}/{owner}" for owner in ("desk", account, f"{account}-slot1")
    )


def test_no_new_key_is_made_where_a_database_exists(data: DataFolder, vault: MemoryVault) -> None:
    account = new_account_id()
    slot = slot_id(account, 1)
    places = {
        "desk": (data.desk_db, lambda keys: keys.desk()),
        "account": (data.account(account).database, lambda keys: keys.account(account)),
        "slot": (data.account(account).slot(slot).engine_db, lambda keys: keys.slot(slot)),
    }
    for path, ask in places.values():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
        with pytest.raises(VaultError) as caught:
            asyncio.run(_with_keys(data, vault, ask))
        assert caught.value.reason == "key_missing"
    assert vault.entries == {}


def test_another_folder_with_the_same_keyring_has_other_keys(data: DataFolder, vault: MemoryVault) -> None:
    mine = asyncio.run(_with_keys(data, vault, lambda keys: keys.desk(), "a" * 16))
    theirs = asyncio.run(_with_keys(data, vault, lambda keys: keys.desk(), "b" * 16))
    assert mine != theirs


def test_a_forgotten_slots_key_is_gone_and_the_next_one_is_new(data: DataFolder, vault: MemoryVault) -> None:
    slot = slot_id(new_account_id(), 1)

    async def use(keys: Keys):
        old = await keys.slot(slot)
        await keys.forget_slot(slot)
        return old, await keys.slot(slot)

    old, new = asyncio.run(_with_keys(data, vault, use))
    assert old != new
