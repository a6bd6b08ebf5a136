"""One life of one worker process, from its hello to its end, as the parent sees it."""

import asyncio
import logging
import subprocess
import sys
from collections.abc import Awaitable, Callable
from typing import Self

from wadesk.domain.errors import ERRORS_BY_CODE, Internal, StoreError, Unavailable, WaDeskError
from wadesk.domain.events import WorkerEvent
from wadesk.domain.principal import Principal
from wadesk.domain.requests import Answer, Ask, Request, Verdict
from wadesk.paths import worker_program
from wadesk.supervisor.logs import drain_into_log
from wadesk.wire.codec import Codec, FrameError, FrameTooLarge
from wadesk.wire.deadlines import deadline
from wadesk.wire.environment import child_environment
from wadesk.wire.process import ChildGone, ChildProcess
from wadesk.wire.requests import ChannelClosed, Outstanding
from wadesk.wire.tasks import TaskOwner
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
    WireError,
    WorkerHello,
    WorkerReady,
    WorkerRefused,
)

log = logging.getLogger(__name__)

# The ten seconds in which a worker waits for its folder's lock are in it (recipes.md).
HELLO_S = 20.0
REQUEST_S = 30.0
STOP_S = 15.0
_OWN_END_S = 2.0
PING_EVERY_S, PONG_WITHIN_S = 10.0, 20.0


class WorkerLost(Exception):
    """The worker ended, hung or broke the protocol; its text says how, in words fit for a log."""


class WorkerLink:
    """A worker that said it is ready. Its process ends with :meth:`stop`, and is killed when it hangs."""

    def __init__(self, child: ChildProcess[FromWorker], ready: WorkerReady, owner: str) -> None:
        """Wrap what :meth:`open` started."""
        self._child = child
        self._owner = owner
        self._requests: Outstanding[Result] = Outstanding()
        self._pings: Outstanding[Pong] = Outstanding()
        self._stopping = False
        self.epoch = ready.epoch

    @classmethod
    async def open(cls, command: list[str], hello: WorkerHello, tasks: TaskOwner) -> Self:
        """Start a worker and wait until it is ready.

        Raises StoreError when the worker says in words why it cannot work, WorkerLost for anything else.
        """
        codec: Codec[FromWorker] = Codec(FromWorker, WORKER_FRAME_LIMIT)
        try:
            child = await ChildProcess.start(command, codec, env=child_environment(), stderr=subprocess.PIPE)
        except OSError as error:
            raise WorkerLost(f"cannot be started: {type(error).__name__}") from None
        tasks.start(drain_into_log(child.stderr, hello.account_id), f"log of {hello.account_id}")
        try:
            return cls(child, await _greet(child, hello), hello.account_id)
        except BaseException:
            await _reap(child)
            raise

    @property
    def pid(self) -> int:
        """The worker's process id."""
        return self._child.pid

    async def call(self, who: Principal, body: Request) -> Answer:
        """The answer to one request. Raises what the worker raised, or Unavailable when it is silent.

        WorkerLost when it ended first: the request may or may not have been carried out.
        """
        try:
            number = self._requests.open()
            await self._child.write(Call(id=number, principal=who, body=body))
            result = await self._requests.answer(number, REQUEST_S)
        except (ChannelClosed, ChildGone):
            raise WorkerLost("ended before it answered") from None
        except TimeoutError:
            raise Unavailable("worker_silent", "This account did not answer in time. Try again.") from None
        except FrameTooLarge:
            raise ERRORS_BY_CODE["too_large"]("too_large", "This is too large to be handed over.") from None
        if result.answer is None:
            raise _error(result.error)
        return result.answer

    async def serve(self, hear: Callable[[list[WorkerEvent]], None], ask: Callable[[Ask], Awaitable[Verdict]]) -> None:
        """Hand on reports and asks until the worker ends. Returns after :meth:`stop`, else raises WorkerLost."""
        async with TaskOwner() as tasks:
            tasks.start(self._ping_on(), f"pings of {self._owner}")
            try:
                while (frame := await self._child.read()) is not None:
                    self._take(frame, hear, ask, tasks)
            except FrameError as error:
                await _reap(self._child)
                raise WorkerLost(str(error)) from None
            finally:
                self._requests.fail_all()
                self._pings.fail_all()
        if self._stopping:
            return
        # It closed its pipe: whatever it still does, nobody hears of it.
        raise WorkerLost(f"ended with status {await _reap(self._child)}")

    async def stop(self) -> None:
        """End the worker: close its stdin, then insist. Harmless when it has ended."""
        self._stopping = True
        await self._child.stop(STOP_S)

    def kill(self) -> None:
        """End the worker at once."""
        self._child.kill()

    def _take(
        self,
        frame: FromWorker,
        hear: Callable[[list[WorkerEvent]], None],
        ask: Callable[[Ask], Awaitable[Verdict]],
        tasks: TaskOwner,
    ) -> None:
        match frame:
            case Reports():
                hear(frame.events)
            case Result():
                self._requests.settle(frame.id, frame)
            case Pong():
                self._pings.settle(frame.id, frame)
            case Asked():
                tasks.start(self._answer(frame, ask), f"ask of {self._owner}")
            case WorkerReady() | WorkerRefused():
                raise FrameError("a second first frame")

    async def _answer(self, asked: Asked, ask: Callable[[Ask], Awaitable[Verdict]]) -> None:
        try:
            verdict = await ask(asked.body)
        except WaDeskError as error:
            verdict = Verdict(accepted=False, code=error.reason)
        try:
            await self._child.write(AskResult(id=asked.id, verdict=verdict))
        except ChildGone:
            log.info("worker %s ended before its question was answered", self._owner)

    async def _ping_on(self) -> None:
        try:
            while True:
                await asyncio.sleep(PING_EVERY_S)
                number = self._pings.open()
                async with deadline(PONG_WITHIN_S):
                    await self._child.write(Ping(id=number))
                    await self._pings.answer(number, PONG_WITHIN_S)
        except TimeoutError:
            # One that was told to end has its own time limits.
            if not self._stopping:
                log.info("worker %s does not answer and is ended", self._owner)
                self._child.kill()
        except (ChannelClosed, ChildGone):
            return


def worker_command() -> list[str]:
    """How a worker is started: a program of its own beside a frozen one, else this program in another role."""
    if getattr(sys, "frozen", False):
        return [str(worker_program())]
    return [sys.executable, "-m", "wadesk", "--worker"]


def restarting() -> Unavailable:
    """What a caller is told while the worker is away."""
    return Unavailable("worker_restarting", "This account is starting again. Try once more in a moment.")


async def _reap(child: ChildProcess[FromWorker]) -> int:
    """End a child that is mostly at its end already; its exit status.

    Killed at the very moment of its exit it is reaped twice, and asyncio loses its status (CPython issue
    87744); so it gets a moment to end by itself.
    """
    try:
        async with deadline(_OWN_END_S):
            return await child.wait()
    except TimeoutError:
        child.kill()
        return await child.wait()


async def _greet(child: ChildProcess[FromWorker], hello: WorkerHello) -> WorkerReady:
    try:
        async with deadline(HELLO_S):
            await child.write(hello)
            return _first(await child.read(), hello)
    except (TimeoutError, FrameError, ChildGone) as error:
        raise WorkerLost(f"no hello: {type(error).__name__}") from None


def _first(frame: FromWorker | None, hello: WorkerHello) -> WorkerReady:
    match frame:
        case WorkerRefused():
            raise StoreError(frame.reason, frame.sentence, **frame.facts)
        case WorkerReady() if (frame.protocol, frame.network, frame.account_id) == (
            WORKER_PROTOCOL,
            hello.network,
            hello.account_id,
        ):
            return frame
        case WorkerReady():
            raise WorkerLost("a worker of another protocol, network or account")
        case None:
            raise WorkerLost("ended before it was ready")
        case _:
            raise WorkerLost("no ready")


def _error(error: WireError | None) -> WaDeskError:
    if error is None:
        return Internal("empty_result", "Something went wrong inside WaDesk.")
    return ERRORS_BY_CODE.get(error.code, Internal)(error.reason, error.sentence, **error.facts)
