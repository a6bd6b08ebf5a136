"""The bridge: calls cross and come back, errors too, reports wait until the last was taken, closing ends everything."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from tests.ui.conftest import Run, soon
from tests.ui.fakes import FakeSupervisor, Mailbox
from tests.ui.scene import WHO
from wadesk.domain.errors import VaultError
from wadesk.domain.events import Event, SlotRemoved
from wadesk.domain.ids import new_account_id, slot_id
from wadesk.ui.bridge import Bridge, BridgeClosed
from wadesk.ui.reports import AT_ONCE, Reports

SLOT = slot_id(new_account_id(), 1)


@asynccontextmanager
async def living(fake: FakeSupervisor) -> AsyncIterator[FakeSupervisor]:
    yield fake


def listen(fake: FakeSupervisor) -> Mailbox:
    return fake.subscribe(WHO)


def test_a_call_runs_on_the_supervisors_thread_and_its_result_and_error_come_back(
    run: Run, fake: FakeSupervisor
) -> None:
    async def work() -> None:
        bridge: Bridge[FakeSupervisor] = Bridge(lambda _events, taken: taken())
        supervisor = await bridge.open(lambda: living(fake), listen)
        threads: list[str] = []

        async def where() -> int:
            threads.append(threading.current_thread().name)
            return 7

        assert await bridge.call(where) == 7
        assert threads == ["supervisor"]
        fake.refusal = VaultError("keyring_locked", "locked")
        with pytest.raises(VaultError):
            await bridge.call(supervisor.add_account, WHO, "Padaria")
        await bridge.aclose()
        await bridge.aclose()
        with pytest.raises(BridgeClosed):
            await bridge.call(where)

    run(work())


def test_what_cannot_be_opened_is_told_to_whoever_opened_it_and_can_be_tried_again(
    run: Run, fake: FakeSupervisor
) -> None:
    tries: list[int] = []

    @asynccontextmanager
    async def locked_once() -> AsyncIterator[FakeSupervisor]:
        tries.append(1)
        if len(tries) == 1:
            raise VaultError("keyring_locked", "locked")
        yield fake

    async def work() -> None:
        bridge: Bridge[FakeSupervisor] = Bridge(lambda _events, taken: taken())
        with pytest.raises(VaultError):
            await bridge.open(locked_once, listen)
        assert await bridge.open(locked_once, listen) is fake
        await bridge.aclose()

    run(work())


def test_closing_ends_what_is_still_asked_and_cancelling_reaches_the_other_side(run: Run, fake: FakeSupervisor) -> None:
    async def work() -> None:
        bridge: Bridge[FakeSupervisor] = Bridge(lambda _events, taken: taken())
        await bridge.open(lambda: living(fake), listen)
        ended: list[str] = []

        async def forever(name: str) -> None:
            try:
                await asyncio.Event().wait()
            finally:
                ended.append(name)

        one = asyncio.get_running_loop().create_task(bridge.call(forever, "cancelled"))
        other = asyncio.get_running_loop().create_task(bridge.call(forever, "closed"))
        await asyncio.sleep(0.05)
        one.cancel()
        with pytest.raises(asyncio.CancelledError):
            await one
        await soon("the cancelled call ended", lambda: ended)
        assert ended == ["cancelled"]
        await bridge.aclose()
        with pytest.raises(BridgeClosed):
            await other
        assert ended == ["cancelled", "closed"]

    run(work())


def test_no_report_comes_before_the_last_one_was_taken(run: Run, fake: FakeSupervisor) -> None:
    async def work() -> None:
        handed: list[tuple[list[Event], Callable[[], None]]] = []
        bridge: Bridge[FakeSupervisor] = Bridge(lambda events, taken: handed.append((events, taken)))
        await bridge.open(lambda: living(fake), listen)
        event = SlotRemoved(slot_id=SLOT)

        async def tell() -> None:
            fake.tell(event)

        for _ in range(3):
            await bridge.call(tell)
        await soon("the first report", lambda: handed)
        await asyncio.sleep(0.1)
        assert len(handed) == 1
        handed[0][1]()
        await soon("the second report", lambda: len(handed) == 2)
        await bridge.aclose()

    run(work())


def test_reports_arrive_on_the_windows_thread_in_order_and_in_portions(run: Run) -> None:
    async def work() -> None:
        reports, arrived, threads = Reports(), list[int](), set[str]()

        def note(events: list[Event]) -> None:
            arrived.append(len(events))
            threads.add(threading.current_thread().name)

        reports.arrived.connect(note)
        taken, raised = threading.Event(), threading.Event()
        reports.raised.connect(raised.set)
        many: list[Event] = [SlotRemoved(slot_id=SLOT)] * (2 * AT_ONCE + 5)

        def other() -> None:
            reports.hand(many, taken.set)
            reports.ask_raise()

        thread = threading.Thread(target=other)
        thread.start()
        await soon("everything taken", lambda: taken.is_set() and raised.is_set())
        thread.join()
        assert arrived == [AT_ONCE, AT_ONCE, 5]
        assert threads == {"MainThread"}

    run(work())
