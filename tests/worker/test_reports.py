"""What the parent is told, and what a parent that does not read costs."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest

from tests.worker.connection_steps import ACCOUNT, SLOT, status
from wadesk.domain.events import ChatChanged, MessageStored, QrGone, QrShown, Resync, StatusChanged, WorkerEvent
from wadesk.domain.ids import MessageId, new_chat_id, slot_id
from wadesk.domain.linkstate import LinkState, Qr
from wadesk.domain.message import Chat, Direction, Kind, Message, MessageState
from wadesk.wire.tasks import TaskOwner
from wadesk.wire.worker_frames import Reports
from wadesk.worker import reports
from wadesk.worker.reports import Reporter

CHAT = new_chat_id(SLOT)


class Pipe:
    """A parent that reads or not."""

    def __init__(self) -> None:
        self.frames: list[Reports] = []
        self.reading = asyncio.Event()
        self.reading.set()
        self.written = asyncio.Event()

    def write(self, frame: object) -> None:
        assert isinstance(frame, Reports)
        self.frames.append(frame)
        self.written.set()

    async def drained(self, below: int = 1) -> None:
        await self.reading.wait()

    @property
    def events(self) -> list[WorkerEvent]:
        return [event for frame in self.frames for event in frame.events]

    async def wait_for(self, count: int) -> list[WorkerEvent]:
        async with asyncio.timeout(5):
            while len(self.events) < count:
                self.written.clear()
                await self.written.wait()
        return self.events


def stored(number: int, text: str = "x") -> MessageStored:
    chat = Chat(slot_id=SLOT, chat_id=CHAT, held_from=None, last_text=text)
    message = Message(
        slot_id=SLOT,
        chat_id=CHAT,
        message_id=MessageId(str(number)),
        direction=Direction.IN,
        kind=Kind.TEXT,
        state=MessageState.DELIVERED,
        time_ms=number,
        arrival=number,
        text=text,
    )
    return MessageStored(message=message, chat=chat)


@contextlib.asynccontextmanager
async def reporting() -> AsyncIterator[tuple[Pipe, Reporter]]:
    pipe = Pipe()
    async with TaskOwner() as tasks:
        reporter = Reporter(pipe, ACCOUNT)
        tasks.start(reporter.run(), "reports")
        yield pipe, reporter


def test_events_leave_in_order_and_in_one_write() -> None:
    async def scene() -> None:
        async with reporting() as (pipe, reporter):
            events = [stored(number) for number in range(50)]
            for event in events:
                reporter.put(event)
            assert await pipe.wait_for(50) == events
            assert len(pipe.frames) == 1

    asyncio.run(scene())


def test_a_parent_that_does_not_read_gets_one_resync_and_the_newest_states() -> None:
    async def scene() -> None:
        async with reporting() as (pipe, reporter):
            pipe.reading.clear()
            other = slot_id(ACCOUNT, 2)
            reporter.put(QrShown(qr=Qr(slot_id=other, payload="q", number=1, of=6, shown_ms=1, expires_ms=2)))
            for number in range(3 * reports.MOST_EVENTS):
                reporter.put(stored(number))
                reporter.put(StatusChanged(status=status(LinkState.ONLINE, since_ms=number)))
            reporter.put(QrGone(slot_id=other))
            pipe.reading.set()
            events = await pipe.wait_for(3)
            assert events[0] == Resync(account_id=ACCOUNT)
            assert QrGone(slot_id=other) in events
            assert not any(isinstance(event, MessageStored | ChatChanged) for event in events)
            statuses = [event for event in events if isinstance(event, StatusChanged)]
            assert statuses[-1].status.since_ms == 3 * reports.MOST_EVENTS - 1
            reporter.put(stored(7))
            assert (await pipe.wait_for(len(events) + 1))[-1] == stored(7)

    asyncio.run(scene())


def test_what_is_kept_for_a_parent_that_does_not_read_is_bounded_in_bytes_too() -> None:
    async def scene() -> None:
        async with reporting() as (pipe, reporter):
            pipe.reading.clear()
            for number in range(100):
                reporter.put(stored(number, "x" * 65_536))
            pipe.reading.set()
            assert (await pipe.wait_for(1))[0] == Resync(account_id=ACCOUNT)

    asyncio.run(scene())


def test_large_texts_are_spread_over_several_frames() -> None:
    async def scene() -> None:
        async with reporting() as (pipe, reporter):
            for number in range(10):
                reporter.put(stored(number, "x" * 60_000))
            assert len(await pipe.wait_for(10)) == 10
            assert len(pipe.frames) > 1

    asyncio.run(scene())


@pytest.mark.parametrize("length", [0, 4096])
def test_the_size_of_an_event_counts_its_text(length: int) -> None:
    assert reports._size(stored(1, "x" * length)) >= 4 * length
