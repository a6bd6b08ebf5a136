"""The supervisor with real workers and engines on an offline network: what people steer, from end to end."""

import asyncio
import os
import signal
from pathlib import Path

import psutil
import pytest

from tests.network import Network
from tests.network.phone import Phone
from tests.supervisor.conftest import supervisor_of
from tests.supervisor.memory_vault import MemoryVault
from tests.supervisor.steering import WHO, make_slot, status_of, until
from wadesk.domain.errors import Conflict, NoQr, NotFound
from wadesk.domain.ids import SlotId, account_of
from wadesk.domain.linkstate import LinkState
from wadesk.domain.requests import HistoryAmount
from wadesk.paths import DataFolder
from wadesk.supervisor.supervisor import Supervisor

NUMBER = "+5511999990011"


@pytest.fixture
def engines(monkeypatch: pytest.MonkeyPatch, offline_engine: Path):
    """Leads workers that start from now on to the engine and to a network."""

    def lead(network: Network) -> None:
        monkeypatch.setenv("WADESK_ENGINE", str(offline_engine))
        monkeypatch.setenv("WADESK_OFFLINE_NETWORK", network.url)

    return lead


async def _payload(supervisor: Supervisor, slot: SlotId) -> str:
    async with asyncio.timeout(30), supervisor.subscribe(WHO) as listener:
        while True:
            try:
                return (await supervisor.qr(WHO, slot)).payload
            except NoQr:
                await listener.next()


async def _link(supervisor: Supervisor, slot: SlotId, phone: Phone) -> None:
    await supervisor.start(WHO, slot)
    await phone.scan(await _payload(supervisor, slot))
    await until(supervisor, slot, LinkState.ONLINE)


def test_a_number_is_paused_over_a_restart_resumed_logged_out_linked_again_and_cleared(
    data: DataFolder, vault: MemoryVault, engines
) -> None:
    async def play():
        async with Network() as network:
            engines(network)
            phone = network.phone(NUMBER, name="Balcão")
            async with supervisor_of(data, vault) as supervisor:
                slot = await make_slot(supervisor, None, "Balcão")
                await supervisor.start(WHO, slot, HistoryAmount.NONE)
                await _link(supervisor, slot, phone)
                assert network.device(NUMBER).props.name == "WaDesk · Balcão"
                await supervisor.pause(WHO, slot)
            async with supervisor_of(data, vault) as supervisor:
                assert (await status_of(supervisor, slot)).facts == {"by": "local-administrator"}
                assert supervisor._crew._workers == {}
                await supervisor.resume(WHO, slot)
                await until(supervisor, slot, LinkState.ONLINE)
                await supervisor.reconnect(WHO, slot)
                assert (await status_of(supervisor, slot)).state is LinkState.CONNECTING
                await until(supervisor, slot, LinkState.ONLINE)
                await supervisor.log_out(WHO, slot)
                out = await until(supervisor, slot, LinkState.LOGGED_OUT)
                assert (out.code, phone.linked) == ("by_person", [])
                await _link(supervisor, slot, phone)
                await supervisor.clear(WHO, slot)
                cleared = await until(supervisor, slot, LinkState.UNLINKED)
                return cleared, (await supervisor.session(WHO, slot)).slot.number, len(phone.linked)

    cleared, number, left = asyncio.run(play())
    # The phone was not asked, so that it still lists the device.
    assert (cleared.number, number, left) == (NUMBER, NUMBER, 1)


@pytest.mark.warns_in_log
def test_a_pairing_that_nobody_heard_of_is_found_when_the_worker_comes_back(
    data: DataFolder, vault: MemoryVault, engines, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def play():
        async with Network() as network:
            engines(network)
            phone = network.phone(NUMBER, name="Balcão")
            async with supervisor_of(data, vault) as supervisor:
                slot = await make_slot(supervisor, None)
                claims = supervisor._crew.claims
                settle, killed = claims._settle, []

                async def die(slot_id, ask):
                    if killed:
                        return await settle(slot_id, ask)
                    killed.append(supervisor._crew.worker(account_of(slot_id)).pid)
                    os.kill(killed[0], signal.SIGKILL)
                    return await asyncio.Event().wait()

                monkeypatch.setattr(claims, "_settle", die)
                await supervisor.start(WHO, slot)
                await phone.scan(await _payload(supervisor, slot))
                async with asyncio.timeout(30), supervisor.subscribe(WHO) as listener:
                    while (await supervisor.session(WHO, slot)).slot.number is None:
                        await listener.next()
                online = await until(supervisor, slot, LinkState.ONLINE)
                return online.number, len(phone.linked), slot in supervisor._crew.rota.unconfirmed, killed

    number, linked, doubted, killed = asyncio.run(play())
    assert (number, linked, doubted) == (NUMBER, 1, False)
    assert not psutil.pid_exists(killed[0])


def test_a_link_cannot_be_cancelled_between_the_yes_and_the_end_of_its_pairing(
    data: DataFolder, vault: MemoryVault, engines
) -> None:
    async def play():
        async with Network() as network:
            engines(network)
            phone = network.phone(NUMBER, name="Balcão")
            async with supervisor_of(data, vault) as supervisor:
                slot = await make_slot(supervisor, None)
                claims = supervisor._crew.claims
                claim, refused = claims._claim, []

                async def cancelled_at_once(slot_id, ask):
                    verdict = await claim(slot_id, ask)
                    try:
                        await supervisor.cancel_link(WHO, slot_id)
                    except Conflict as conflict:
                        refused.append(conflict.reason)
                    return verdict

                claims._claim = cancelled_at_once
                await _link(supervisor, slot, phone)
                return refused, len(phone.linked), (await supervisor.session(WHO, slot)).slot.number

    assert asyncio.run(play()) == (["pairing"], 1, NUMBER)


@pytest.mark.warns_in_log
def test_a_phone_that_two_slots_got_is_logged_out_of_the_one_that_may_not_have_it(
    data: DataFolder, vault: MemoryVault, engines
) -> None:
    async def play():
        async with Network() as network:
            engines(network)
            phone = network.phone(NUMBER, name="Balcão")
            async with supervisor_of(data, vault) as supervisor:
                first = await make_slot(supervisor, None)
                second = (await supervisor.add_slot(WHO, account_of(first))).slot_id
                await _link(supervisor, first, phone)
                claims, desk = supervisor._crew.claims, supervisor._desk
                claim = claims._claim

                async def too_generous(slot_id, ask):
                    claims._claim = claim
                    return await claims._desk.claim_number(slot_id, "+5511999990099", None)

                claims._claim = too_generous
                await supervisor.start(WHO, second)
                await phone.scan(await _payload(supervisor, second))
                async with asyncio.timeout(45), supervisor.subscribe(WHO) as listener:
                    while (status := await status_of(supervisor, second)).code != "bound_elsewhere":
                        await listener.next()
                with pytest.raises(NotFound):
                    await supervisor.sent_from(WHO, f"{second}.abcdefgh22222222")
                state = (await status_of(supervisor, first)).state
                # What the worker says of it from here on is a new beginning.
                assert (await supervisor.start(WHO, second)).state is LinkState.LINKING
                return status, state, len(phone.linked), desk.slot(second).number, first

    status, other, linked, number, first = asyncio.run(play())
    assert (status.state, status.facts["slot_id"], status.number) == (LinkState.UNLINKED, first, None)
    assert (other, linked, number) == (LinkState.ONLINE, 1, None)
