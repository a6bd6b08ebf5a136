"""A worker at work with the real engine over the offline network: link, talk, come back, die, be unlinked."""

import asyncio
import contextlib
import os
import signal
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.network import Network, ScanRefused
from tests.waiting import until
from tests.worker.rig import ACCOUNT, SLOT, Desk
from wadesk.domain.events import MessageStored, QrShown
from wadesk.domain.ids import slot_id
from wadesk.domain.linkstate import LinkState
from wadesk.domain.message import Direction, Kind, MessageState
from wadesk.domain.requests import CancelLink, ClaimNumber, ListMessages, NumberPaired, RemoveSlot, Verdict

SHOP, OTHER, ANA = "+5511999990011", "+5511999990022", "+5511988880001"


@contextlib.asynccontextmanager
async def linked(folder: Path, engine: Path) -> AsyncIterator[tuple[Network, Desk, Any, Any]]:
    """A network, a worker whose slot 1 is online, the shop's phone and a customer's."""
    async with Network() as network:
        shop, ana = network.phone(SHOP, name="Loja"), network.phone(ANA, name="Ana")
        async with Desk(folder, engine, network.url) as desk:
            await desk.link(shop)
            yield network, desk, shop, ana


def test_a_number_links_hears_and_answers_and_the_ticks_follow(offline_engine: Path, tmp_path: Path) -> None:
    async def scene() -> None:
        async with linked(tmp_path, offline_engine) as (network, desk, shop, ana):
            assert desk.statuses[SLOT].number == desk.numbers[SLOT] == SHOP
            await ana.say(shop.number, "Oi! Tem pão?")
            heard = await desk.wait_text("Oi! Tem pão?")
            assert (heard.direction, heard.slot_id) == (Direction.IN, SLOT)
            queued = await desk.say(ANA, "Tem, sim")
            assert queued.state is MessageState.QUEUED
            assert queued.chat_id == heard.chat_id
            await ana.wait_for_text("Tem, sim")
            await desk.wait_text("Tem, sim", MessageState.DELIVERED)
            await ana.read(shop.number)
            answered = await desk.wait_text("Tem, sim", MessageState.READ)
            assert answered.sent_from == SHOP
            assert [record.id for record in network.records.sent_by(shop.number)] == [answered.server_id]

    asyncio.run(scene())


def test_a_restart_needs_no_code_and_brings_what_waited(offline_engine: Path, tmp_path: Path) -> None:
    async def scene() -> None:
        async with linked(tmp_path, offline_engine) as (_, desk, shop, ana):
            assert await desk.stop() == 0
            await ana.say(shop.number, "Enquanto isso")
            codes = len(desk.of_kind(QrShown))
            await desk.start()
            await desk.begin()
            await desk.wait_state(LinkState.ONLINE)
            await desk.wait_text("Enquanto isso")
            assert len(desk.of_kind(QrShown)) == codes
            assert len(desk.of_kind(MessageStored)) == 1

    asyncio.run(scene())


def test_an_engine_killed_with_messages_both_ways_loses_and_doubles_nothing(
    offline_engine: Path, tmp_path: Path
) -> None:
    async def scene() -> None:
        async with linked(tmp_path, offline_engine) as (network, desk, shop, ana):
            await ana.say(shop.number, "hallo")
            await desk.wait_text("hallo")

            async def customer() -> None:
                for number in range(40):
                    await ana.say(shop.number, f"in {number}")

            async def seller() -> None:
                for number in range(40):
                    await desk.say(ANA, f"out {number}")

            async def death() -> None:
                for seen in (10, 20):
                    await desk.wait("some messages", lambda seen=seen: len(desk.arrivals) > seen)
                    kill_engine(desk)

            await asyncio.gather(customer(), seller(), death())
            await all_arrived(network, desk, shop, ana, 40)

    asyncio.run(scene())


def test_a_worker_killed_with_messages_both_ways_loses_and_doubles_nothing(
    offline_engine: Path, tmp_path: Path
) -> None:
    async def scene() -> None:
        async with linked(tmp_path, offline_engine) as (network, desk, shop, ana):
            await ana.say(shop.number, "hallo")
            await desk.wait_text("hallo")
            for number in range(40):
                await desk.say(ANA, f"out {number}")
                await ana.say(shop.number, f"in {number}")
            engine = engine_of(desk)
            await desk.kill()
            assert await gone(engine)
            await desk.start()
            await desk.begin()
            await desk.wait_state(LinkState.ONLINE)
            await all_arrived(network, desk, shop, ana, 40)

    asyncio.run(scene())


def test_a_number_unlinked_on_the_phone_says_so_and_links_again_in_place(offline_engine: Path, tmp_path: Path) -> None:
    async def scene() -> None:
        async with linked(tmp_path, offline_engine) as (_, desk, shop, ana):
            await ana.say(shop.number, "vorher")
            before = await desk.wait_text("vorher")
            await shop.unlink()
            await desk.wait_state(LinkState.LOGGED_OUT, code="device_removed")
            waiting = await desk.say(ANA, "wartet")
            await desk.link(shop)
            await ana.wait_for_text("wartet")
            assert waiting.chat_id == before.chat_id
            await ana.say(shop.number, "nachher")
            await desk.wait_text("nachher")

    asyncio.run(scene())


def test_a_wrong_phone_is_refused_with_both_numbers_and_the_right_one_still_links(
    offline_engine: Path, tmp_path: Path
) -> None:
    async def scene() -> None:
        async with linked(tmp_path, offline_engine) as (network, desk, shop, _):
            await shop.unlink()
            await desk.wait_state(LinkState.LOGGED_OUT)
            other = network.phone(OTHER, name="Outra")
            await desk.begin(link=True)
            with pytest.raises(ScanRefused):
                await other.scan((await desk.wait_qr()).payload)
            status = await desk.wait_state(LinkState.UNLINKED, code="wrong_number")
            assert status.facts == {"expected": SHOP, "got": OTHER}
            assert not desk.codes
            await desk.link(shop)
            assert desk.numbers == {SLOT: SHOP}

    asyncio.run(scene())


def test_a_phone_bound_elsewhere_is_refused_before_pairing_completes(offline_engine: Path, tmp_path: Path) -> None:
    async def scene() -> None:
        async with Network() as network:
            shop = network.phone(SHOP, name="Loja")
            async with Desk(tmp_path, offline_engine, network.url) as desk:
                facts = {"number": SHOP, "slot": "Balcão 2", "account": "Padaria"}
                desk.verdict = lambda _: Verdict(accepted=False, code="bound_elsewhere", facts=facts)
                await desk.begin(link=True)
                with pytest.raises(ScanRefused):
                    await shop.scan((await desk.wait_qr()).payload)
                status = await desk.wait_state(LinkState.UNLINKED, code="bound_elsewhere")
                assert status.facts == facts
                assert status.number is None
                assert [ask.number for ask in desk.asks if isinstance(ask, ClaimNumber)] == [SHOP]
                assert not any(isinstance(ask, NumberPaired) and ask.paired for ask in desk.asks)

    asyncio.run(scene())


def test_codes_of_two_slots_lead_to_two_numbers_and_cancelling_one_leaves_the_other(
    offline_engine: Path, tmp_path: Path
) -> None:
    async def scene() -> None:
        async with linked(tmp_path, offline_engine) as (network, desk, _, ana):
            second, third = slot_id(ACCOUNT, 2), slot_id(ACCOUNT, 3)
            other = network.phone(OTHER, name="Outra")
            await desk.begin(second, link=True)
            await desk.begin(third, link=True)
            await desk.wait_qr(third)
            await desk.call(CancelLink(slot_id=third))
            await desk.wait_state(LinkState.UNLINKED, third)
            await other.scan((await desk.wait_qr(second)).payload)
            await desk.wait_state(LinkState.ONLINE, second)
            await desk.say(ANA, "von eins", SLOT)
            await desk.say(ANA, "von zwei", second)
            for text in ("von eins", "von zwei"):
                await ana.wait_for_text(text)
            assert {desk.statuses[slot].number for slot in (SLOT, second)} == {SHOP, OTHER}
            assert [len(network.records.sent_by(number)) for number in (SHOP[1:], OTHER[1:])] == [1, 1]
            assert desk.statuses[SLOT].state is LinkState.ONLINE

    asyncio.run(scene())


def test_a_removed_slot_leaves_the_phones_list_the_disk_and_the_database(offline_engine: Path, tmp_path: Path) -> None:
    async def scene() -> None:
        async with linked(tmp_path, offline_engine) as (_, desk, shop, ana):
            await ana.say(shop.number, "weg damit")
            await desk.wait_text("weg damit")
            engine = engine_of(desk)
            await desk.call(RemoveSlot(slot_id=SLOT))
            assert await gone(engine)
            assert not (tmp_path / SLOT).exists()
            refused = await desk.ask(ListMessages(slot_id=SLOT))
            assert refused.error is not None or refused.answer.messages == []
            desk.numbers.clear()
            desk.statuses.clear()
            await desk.link(shop)

    asyncio.run(scene())


def test_the_engines_end_with_a_worker_that_is_stopped_and_killed(offline_engine: Path, tmp_path: Path) -> None:
    async def scene() -> None:
        async with linked(tmp_path, offline_engine) as (_, desk, _, _):
            engine = engine_of(desk)
            os.kill(desk.child.pid, signal.SIGSTOP)
            os.kill(engine, signal.SIGSTOP)
            await desk.kill()
            assert await gone(engine)

    asyncio.run(scene())


def test_sigterm_ends_worker_and_engine_cleanly(offline_engine: Path, tmp_path: Path) -> None:
    async def scene() -> None:
        async with linked(tmp_path, offline_engine) as (_, desk, _, _):
            engine = engine_of(desk)
            os.kill(desk.child.pid, signal.SIGINT)
            await desk.ping()
            os.kill(desk.child.pid, signal.SIGTERM)
            assert await desk.child.wait() == 0
            assert await gone(engine)

    asyncio.run(scene())


def engine_of(desk: Desk) -> int:
    """The process id of the worker's one engine."""
    (engine,) = psutil.Process(desk.child.pid).children()
    return engine.pid


def kill_engine(desk: Desk) -> None:
    for engine in psutil.Process(desk.child.pid).children():
        engine.kill()


async def gone(pid: int) -> bool:
    """Whether ``pid`` ends within five seconds."""
    return await asyncio.to_thread(until, "a process is gone", lambda: not alive(pid), 5) is True


def alive(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


async def all_arrived(network: Network, desk: Desk, shop: Any, ana: Any, count: int) -> None:
    """Each message of both sides exactly once, in the store, at the customer, and from the shop's number."""
    wanted_in = {f"in {number}" for number in range(count)}
    wanted_out = {f"out {number}" for number in range(count)}

    await desk.wait_stored(wanted_in)
    async with asyncio.timeout(40):
        for text in sorted(wanted_out):
            await ana.wait_for_text(text)
    rows = await desk.stored()
    texts = Counter(row.text for row in rows)
    assert all(texts[text] == 1 for text in wanted_in | wanted_out), texts
    shown = Counter(received.text for received in ana.inbox)
    assert all(shown[text] == 1 for text in wanted_out), shown
    ours = {row.text: row.server_id for row in rows if row.direction is Direction.OUT}
    assert {record.id for record in network.records.sent_by(shop.number)} == set(ours.values())
    for side, way in (("in", Direction.IN), ("out", Direction.OUT)):
        order = [row.text for row in sorted(rows, key=lambda row: row.arrival) if row.direction is way]
        assert [text for text in order if text.startswith(side)] == [f"{side} {number}" for number in range(count)]
    read = list(dict.fromkeys(received.text for received in ana.inbox if received.text in wanted_out))
    assert read == [f"out {number}" for number in range(count)]
    assert not any(row.kind is Kind.UNDECRYPTABLE for row in rows)
