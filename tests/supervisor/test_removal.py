"""A slot's removal is the last that anybody does with it, and one that is cut short can be made again."""

import asyncio

import pytest

from tests.supervisor.conftest import supervisor_of
from tests.supervisor.memory_vault import MemoryVault
from tests.supervisor.test_workers import WHO, Behave, _slot, _until
from wadesk.domain.errors import NotFound, VaultError
from wadesk.domain.ids import account_of
from wadesk.domain.linkstate import LinkState
from wadesk.domain.principal import Principal
from wadesk.domain.requests import Answer, Request
from wadesk.paths import DataFolder
from wadesk.supervisor import link


def test_a_slot_that_is_removed_while_it_is_started_is_not_started_after_its_removal(
    data: DataFolder, vault: MemoryVault, behave: Behave, monkeypatch: pytest.MonkeyPatch
) -> None:
    behave("well")
    asked: list[str] = []
    call = link.WorkerLink.call

    async def noted(self: link.WorkerLink, who: Principal, body: Request) -> Answer:
        asked.append(type(body).__name__)
        return await call(self, who, body)

    monkeypatch.setattr(link.WorkerLink, "call", noted)

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor)
            data.account(account_of(slot)).slot(slot).root.mkdir(parents=True)
            started, removed = await asyncio.gather(
                supervisor.start(WHO, slot), supervisor.remove_slot(WHO, slot), return_exceptions=True
            )
            assert removed is None
            return isinstance(started, NotFound), [key for key in vault.entries if key.endswith(slot)]

    assert asyncio.run(play()) == (True, [])
    assert asked == ["RemoveSlot"]


def test_a_slot_whose_key_could_not_be_erased_is_not_said_to_be_online_and_can_be_removed_later(
    data: DataFolder, vault: MemoryVault, behave: Behave
) -> None:
    behave("well")

    async def play():
        async with supervisor_of(data, vault) as supervisor:
            slot = await _slot(supervisor, bound=True)
            data.account(account_of(slot)).slot(slot).root.mkdir(parents=True)
            await supervisor.start(WHO, slot)
            await _until(supervisor, slot, LinkState.ONLINE)
            vault.locked = True
            with pytest.raises(VaultError):
                await supervisor.remove_slot(WHO, slot)
            vault.locked = False
            left = (await supervisor.session(WHO, slot)).status.state
            await supervisor.remove_slot(WHO, slot)
            return left, await supervisor.sessions(WHO)

    assert asyncio.run(play()) == (LinkState.UNLINKED, [])
