"""A worker at work with the real engine over the offline network: link, talk, come back, die, be unlinked."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from tests.network import Network
from tests.worker.rig import SLOT, Desk
from wadesk.domain.events import MessageStored, QrShown
from wadesk.domain.linkstate import LinkState
from wadesk.domain.message import Direction, MessageState

SHOP, ANA = "+5511999990011", "+5511988880001"


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
