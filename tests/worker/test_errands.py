"""What a slot's orders do, between its connection and the parts that carry them out."""

import asyncio
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest

from tests.worker.rig import SLOT
from tests.worker.test_hearing import hearing
from wadesk.domain.errors import StoreError
from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.domain.requests import StartSlot
from wadesk.worker.account import Account
from wadesk.worker.connection.values import Bind, EndEngine, Fact, StartEngine, StoreFailed
from wadesk.worker.errands import Errands
from wadesk.worker.running import Running

OWN = "+5511999990011"


class Line:
    """A line that only listens."""

    slot_id = SLOT
    running: Running | None = None
    claimed = None
    status = SlotStatus(slot_id=SLOT, state=LinkState.CONNECTING, epoch=1, counter=1, number=OWN)

    def __init__(self) -> None:
        self.told: list[Fact] = []

    def tell(self, fact: Fact) -> None:
        self.told.append(fact)

    def start(self, work: Coroutine[Any, Any, object], name: str) -> None:
        raise AssertionError(name)

    def drop_orders(self) -> None:
        pass

    def backlog_in(self, attempt: int) -> None:
        raise AssertionError(attempt)


class Parent:
    """Keeps what it is told of pairings."""

    def __init__(self) -> None:
        self.paired: list[tuple[str, bool]] = []

    async def settle(self, number: str, *, paired: bool) -> None:
        self.paired.append((number, paired))


def errands(account: Account, line: Line, parent: Parent) -> Errands:
    async def listen(_: Running) -> None:
        pass

    request = StartSlot(slot_id=SLOT, key="", device_name="WaDesk", number=None, last=None, link=False)
    return Errands(account, request, line, parent, listen)  # type: ignore[arg-type]


@pytest.mark.warns_in_log
def test_a_number_that_could_not_be_stored_at_first_is_told_to_the_parent_once_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene() -> None:
        async with hearing(tmp_path) as (_, account, _told):
            line, parent, slots = Line(), Parent(), account.store.store.slots
            run = errands(account, line, parent).run

            def full(*_: object) -> None:
                raise StoreError("disk_full", "The disk is full.")

            with monkeypatch.context() as broken:
                broken.setattr(slots, "bind_slot", full)
                await run(Bind(OWN, None))
                await run(StartEngine())
            assert line.told == [StoreFailed("disk_full")] * 2
            assert parent.paired == []
            await run(StartEngine())
            await run(StartEngine())
            assert parent.paired == [(OWN, True)]

    asyncio.run(scene())


class Ends:
    """An engine that ends when it is told to, and sees whether that was said to be no crash."""

    def __init__(self) -> None:
        self.running: Running | None = None
        self.on_purpose = False

    async def stop(self, *, kill: bool = False) -> None:
        assert self.running is not None
        self.on_purpose = self.running.on_purpose


def test_an_engine_that_was_told_to_end_while_it_started_did_not_crash(tmp_path: Path) -> None:
    async def scene() -> None:
        async with hearing(tmp_path) as (_, account, _told):
            line, engine = Line(), Ends()
            line.running = engine.running = Running(engine, OWN)  # type: ignore[arg-type]
            await errands(account, line, Parent()).run(EndEngine())
            assert engine.on_purpose

    asyncio.run(scene())
