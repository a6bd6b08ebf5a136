"""The parent's part towards one worker, in the smallest form: starts it, asks, answers its asks, keeps its reports."""

import asyncio
import base64
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self, TypeVar

from wadesk.domain.errors import WaDeskError
from wadesk.domain.events import (
    ChatChanged,
    MessageChanged,
    MessageStored,
    QrGone,
    QrShown,
    StatusChanged,
    WorkerEvent,
)
from wadesk.domain.ids import AccountId, SlotId, slot_id
from wadesk.domain.linkstate import LinkState, Qr, SlotStatus
from wadesk.domain.message import Message, MessageState, SendReason
from wadesk.domain.principal import local_administrator
from wadesk.domain.requests import (
    Answer,
    Ask,
    ClaimNumber,
    ListMessages,
    Messages,
    NumberPaired,
    Queued,
    QueueText,
    Request,
    StartSlot,
    Verdict,
)
from wadesk.wire.codec import Codec
from wadesk.wire.environment import child_environment
from wadesk.wire.process import ChildProcess
from wadesk.wire.worker_frames import (
    WORKER_FRAME_LIMIT,
    WORKER_PROTOCOL,
    Asked,
    AskResult,
    Call,
    FromWorker,
    Ping,
    Pong,
    Reports,
    Result,
    WorkerHello,
    WorkerReady,
    WorkerRefused,
)

E = TypeVar("E")
T = TypeVar("T")
ACCOUNT = AccountId("abcdefgh2345")
SLOT = slot_id(ACCOUNT, 1)
ACCOUNT_KEY = bytes(range(32))
SLOT_KEY = base64.b64encode(bytes(range(32, 64))).decode()
LIMIT_S = 20.0


class Desk:
    """A parent with one worker. ``numbers`` are the bound ones; ``verdict`` answers claims; all else is kept."""

    def __init__(self, folder: Path, engine: Path | str, network: str = "", key: bytes = ACCOUNT_KEY) -> None:
        self._folder, self._engine, self._network, self._key = folder, engine, network, key
        self._child: ChildProcess[FromWorker] | None = None
        self._reader: asyncio.Task[None] | None = None
        self._news = asyncio.Condition()
        self._number = 0
        self._answering: set[asyncio.Task[None]] = set()
        self._results: dict[int, asyncio.Future[Result]] = {}
        self.reading = asyncio.Event()
        self.reading.set()
        self.first: WorkerReady | WorkerRefused | None = None
        self.events: list[WorkerEvent] = []
        self.asks: list[Ask] = []
        self.pongs: list[int] = []
        self.statuses: dict[SlotId, SlotStatus] = {}
        self.codes: dict[SlotId, Qr] = {}
        self.numbers: dict[SlotId, str] = {}
        self.messages: dict[str, Message] = {}
        self.arrivals: list[str] = []
        self.answer_after: asyncio.Event | None = None
        self.verdict: Callable[[ClaimNumber], Verdict] = lambda _claim: Verdict(accepted=True)

    @property
    def child(self) -> ChildProcess[FromWorker]:
        assert self._child is not None
        return self._child

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.stop()

    async def start(self, **hello: Any) -> WorkerReady | WorkerRefused:
        """Start the worker and greet it; its first word."""
        codec: Codec[FromWorker] = Codec(FromWorker, WORKER_FRAME_LIMIT)
        env = child_environment() | ({"WADESK_OFFLINE_NETWORK": self._network} if self._network else {})
        self._child = await ChildProcess.start([sys.executable, "-m", "wadesk", "--worker"], codec, env=env)
        greeting: dict[str, Any] = {
            "protocol": WORKER_PROTOCOL,
            "network": "offline" if self._network else "whatsapp",
            "account_id": ACCOUNT,
            "folder": str(self._folder),
            "engine": str(self._engine),
            "key": base64.b64encode(self._key).decode(),
        }
        await self._child.write(WorkerHello(**(greeting | hello)))
        async with asyncio.timeout(LIMIT_S):
            first = await self._child.read()
        assert isinstance(first, WorkerReady | WorkerRefused), first
        self.first = first
        self._reader = asyncio.create_task(self._read())  # noqa: TID251 - a test's own, ended in stop
        return first

    async def stop(self) -> int:
        """Close its stdin and wait; its exit status."""
        self.reading.set()
        if self._child is None:
            return 0
        status = await self._child.stop(15)
        if self._reader is not None:
            await self._reader
        return status

    async def kill(self) -> None:
        """The worker dies without a word."""
        self.child.kill()
        await self.stop()

    # -- asking ---------------------------------------------------------------------------------

    async def ask(self, body: Request) -> Result:
        self._number += 1
        number = self._number
        self._results[number] = asyncio.get_running_loop().create_future()
        await self.child.write(Call(id=number, principal=local_administrator(), body=body))
        async with asyncio.timeout(LIMIT_S):
            return await self._results[number]

    async def ask_without_waiting(self, body: Request) -> None:
        """A call whose answer is read some time."""
        self._number += 1
        self._results[self._number] = asyncio.get_running_loop().create_future()
        await self.child.write(Call(id=self._number, principal=local_administrator(), body=body))

    async def call(self, body: Request) -> Answer:
        """The answer; a refusal raises with its reason."""
        result = await self.ask(body)
        if result.error is not None:
            raise WaDeskError(result.error.reason, result.error.sentence, **result.error.facts)
        assert result.answer is not None
        return result.answer

    async def begin(self, slot: SlotId = SLOT, *, link: bool = False, **more: Any) -> None:
        await self.call(
            StartSlot(
                slot_id=slot,
                key=SLOT_KEY,
                device_name="WaDesk",
                number=self.numbers.get(slot),
                last=self.statuses.get(slot),
                link=link,
                **more,
            )
        )

    async def say(self, to: str, text: str, slot: SlotId = SLOT, key: str | None = None) -> Message:
        body = QueueText(
            slot_id=slot, text=text, reason=SendReason.PERSON, asker="test", number=to, idempotency_key=key
        )
        answer = await self.call(body)
        assert isinstance(answer, Queued)
        return answer.message

    async def stored(self, slot: SlotId = SLOT, limit: int = 200) -> list[Message]:
        """All messages of a slot, oldest first, as its database has them."""
        rows: list[Message] = []
        before = None
        while True:
            page = await self.call(ListMessages(slot_id=slot, limit=limit, before=before))
            assert isinstance(page, Messages)
            rows += page.messages
            if not page.more:
                return rows[::-1]
            before = page.messages[-1].message_id

    async def wait_stored(self, texts: set[str], slot: SlotId = SLOT, seconds: float = 40) -> None:
        """Until the database holds ``texts``: what a worker recorded right before its death it never reported."""
        async with asyncio.timeout(seconds):
            while missing := texts - {row.text for row in await self.stored(slot)}:
                seen = len(self.events)
                await self.wait(f"{len(missing)} texts more", lambda seen=seen: len(self.events) > seen, seconds)

    async def ping(self) -> None:
        self._number += 1
        number = self._number
        await self.child.write(Ping(id=number))
        await self.wait("a pong", lambda: number in self.pongs)

    # -- waiting --------------------------------------------------------------------------------

    async def wait(self, what: str, condition: Callable[[], T], seconds: float = LIMIT_S) -> T:
        """The first true value of ``condition``, looked at after each report."""
        try:
            async with asyncio.timeout(seconds), self._news:
                while not (value := condition()):
                    await self._news.wait()
                return value
        except TimeoutError:
            raise AssertionError(f"not within {seconds} s: {what}; states {self._states()}") from None

    async def wait_state(self, state: LinkState, slot: SlotId = SLOT, code: str | None = None) -> SlotStatus:
        def reached() -> SlotStatus | None:
            status = self.statuses.get(slot)
            return status if status and status.state is state and (code is None or status.code == code) else None

        status = await self.wait(f"{slot} is {state}", reached)
        assert status is not None
        return status

    async def wait_qr(self, slot: SlotId = SLOT) -> Qr:
        qr = await self.wait("a QR code", lambda: self.codes.get(slot))
        assert qr is not None
        return qr

    async def wait_text(self, text: str, state: MessageState | None = None) -> Message:
        def found() -> Message | None:
            rows = (row for row in self.messages.values() if row.text == text)
            return next((row for row in rows if state is None or row.state is state), None)

        message = await self.wait(f"the text {text!r} ({state})", found)
        assert message is not None
        return message

    async def link(self, phone: Any, slot: SlotId = SLOT) -> None:
        """A person asks for a QR and ``phone`` scans it; returns online."""
        await self.begin(slot, link=True)
        await phone.scan((await self.wait_qr(slot)).payload)
        await self.wait_state(LinkState.ONLINE, slot)

    def of_kind(self, kind: type[E]) -> list[E]:
        return [event for event in self.events if isinstance(event, kind)]

    def _states(self) -> dict[str, tuple[str, str | None]]:
        return {slot: (status.state.value, status.code) for slot, status in self.statuses.items()}

    # -- hearing --------------------------------------------------------------------------------

    async def _read(self) -> None:
        while True:
            await self.reading.wait()
            frame = await self.child.read()
            if frame is None:
                return
            await self._hear(frame)
            async with self._news:
                self._news.notify_all()

    async def _hear(self, frame: FromWorker) -> None:
        match frame:
            case Reports():
                for event in frame.events:
                    self._keep(event)
            case Result():
                self._results.pop(frame.id).set_result(frame)
            case Asked():
                self.asks.append(frame.body)
                task = asyncio.create_task(self._answer_ask(frame))  # noqa: TID251 - a test's own
                self._answering.add(task)
                task.add_done_callback(self._answering.discard)
            case Pong():
                self.pongs.append(frame.id)
            case _:
                raise AssertionError(frame)

    async def _answer_ask(self, frame: Asked) -> None:
        if self.answer_after is not None:
            await self.answer_after.wait()
        await self.child.write(AskResult(id=frame.id, verdict=self._answer(frame.body)))

    def _answer(self, ask: Ask) -> Verdict:
        if isinstance(ask, NumberPaired):
            if ask.paired:
                self.numbers[ask.slot_id] = ask.number
            return Verdict(accepted=True)
        return self.verdict(ask)

    def _keep(self, event: WorkerEvent) -> None:
        self.events.append(event)
        match event:
            case StatusChanged():
                old = self.statuses.get(event.status.slot_id)
                assert old is None or event.status.newer_than(old), (old, event.status)
                self.statuses[event.status.slot_id] = event.status
            case QrShown():
                self.codes[event.qr.slot_id] = event.qr
            case QrGone():
                self.codes.pop(event.slot_id, None)
            case MessageStored() | MessageChanged():
                if isinstance(event, MessageStored):
                    self.arrivals.append(event.message.message_id)
                self.messages[event.message.message_id] = event.message
            case ChatChanged():
                pass
