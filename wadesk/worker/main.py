"""The worker's process: takes its account's folder, opens its database, says ready, works until stdin ends."""

import asyncio
import base64
import contextlib
import gc
import logging
import random
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from wadesk.domain.errors import StoreError
from wadesk.paths import AccountFolder, make_private
from wadesk.wire.codec import Codec, FrameError, FrameTooLarge
from wadesk.wire.deadlines import deadline
from wadesk.wire.stdio import ChildPipe
from wadesk.wire.tasks import TaskOwner
from wadesk.wire.worker_frames import (
    WORKER_FRAME_LIMIT,
    WORKER_PROTOCOL,
    AskResult,
    Call,
    Ping,
    Pong,
    Result,
    ToWorker,
    WireError,
    WorkerHello,
    WorkerReady,
    WorkerRefused,
)
from wadesk.worker.account import Account, wall_ms
from wadesk.worker.lock import FolderLock
from wadesk.worker.log import start_logging
from wadesk.worker.parent import Parent
from wadesk.worker.reports import Reporter
from wadesk.worker.runner import Runner
from wadesk.worker.store_thread import StoreThread

log = logging.getLogger(__name__)

HELLO_LIMIT_S = 20.0
LOCK_LIMIT_S = 10.0
"""So long a predecessor that is dying may keep the account's folder (engine.md, "Contract")."""
_LOCK_POLL_S = 0.05
_LAST_WORDS_S = 2.0

Pipe = ChildPipe[ToWorker]
_TOO_LARGE = WireError(code="too_large", reason="too_large", sentence="This is more than can be handed over at once.")


class Refusal(Exception):
    """The worker cannot work; ``frame`` says why."""

    def __init__(self, frame: WorkerRefused) -> None:
        """Tell the parent ``frame`` and end."""
        super().__init__(frame.reason)
        self.frame = frame


def main() -> int:
    """Run until the parent closes our stdin or SIGTERM comes; 0 after a clean end, 1 when we could not work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    start_logging("warning")
    return asyncio.run(_run())


async def _run() -> int:
    pipe = Pipe.open(Codec(ToWorker, WORKER_FRAME_LIMIT))
    try:
        hello = await _greeting(pipe)
        start_logging(hello.log_level)
        async with _folder_of(hello) as folder, await _store_in(folder, hello) as store:
            await _work(pipe, hello, folder, store)
    except Refusal as refusal:
        pipe.write(refusal.frame)
        await _last_words(pipe)
        return 1
    await _last_words(pipe)
    return 0


async def _greeting(pipe: Pipe) -> WorkerHello:
    try:
        async with deadline(HELLO_LIMIT_S):
            first = await pipe.read()
    except (TimeoutError, FrameError):
        first = None
    if not isinstance(first, WorkerHello):
        raise Refusal(_refused("no_hello", "The worker was not greeted."))
    if first.protocol != WORKER_PROTOCOL:
        raise Refusal(_refused("protocol", "The parts of WaDesk are of different versions. Install it again."))
    return first


@contextlib.asynccontextmanager
async def _folder_of(hello: WorkerHello) -> AsyncIterator[AccountFolder]:
    """Hold the account's folder: its lock is ours from before anything in it is opened until the end."""
    folder = AccountFolder(Path(hello.folder), hello.account_id)
    try:
        make_private(folder.root)
        lock = FolderLock(folder.lock)
        taken = await _taken(lock)
    except OSError:
        raise Refusal(_refused("no_access", "The account's folder cannot be written to.")) from None
    if not taken:
        raise Refusal(_refused("locked", "Another WaDesk is working on this account."))
    try:
        yield folder
    finally:
        lock.release()


async def _taken(lock: FolderLock) -> bool:
    """Whether the lock could be had before the limit."""
    loop = asyncio.get_running_loop()
    until = loop.time() + LOCK_LIMIT_S
    while not lock.take():
        if loop.time() > until:
            return False
        await asyncio.sleep(_LOCK_POLL_S)
    return True


async def _store_in(folder: AccountFolder, hello: WorkerHello) -> StoreThread:
    try:
        return await StoreThread.open(folder, base64.b64decode(hello.key), hello.network)
    except StoreError as error:
        raise Refusal(
            WorkerRefused(code=error.code, reason=error.reason, sentence=error.sentence, facts=error.facts)
        ) from None


async def _work(pipe: Pipe, hello: WorkerHello, folder: AccountFolder, store: StoreThread) -> None:
    async with TaskOwner() as tasks:
        account = Account(
            account_id=hello.account_id, folder=folder, network=hello.network, engine=hello.engine,
            epoch=wall_ms(), store=store, reporter=Reporter(pipe, hello.account_id), parent=Parent(pipe),
            random=random.random,
        )  # fmt: skip
        runner = Runner(account, careful=store.store.unclean)
        pipe.write(
            WorkerReady(
                protocol=WORKER_PROTOCOL, network=hello.network, account_id=hello.account_id, epoch=account.epoch
            )
        )
        _collect_again()
        tasks.start(account.reporter.run(), "reports")
        serving = tasks.start(_serve(pipe, account, runner, tasks), "requests")
        with _ending_on_sigterm(serving):
            await asyncio.wait({serving})
        account.parent.gone()
        await runner.close()


async def _serve(pipe: Pipe, account: Account, runner: Runner, tasks: TaskOwner) -> None:
    """Read what the parent says until it closes the pipe; requests are answered beside each other."""

    async def answer(call: Call) -> None:
        result = await runner.answer(call)
        try:
            pipe.write(result)
        except FrameTooLarge:
            pipe.write(Result(id=call.id, error=_TOO_LARGE))

    while (frame := await pipe.read()) is not None:
        match frame:
            case Call():
                tasks.start(answer(frame), "request")
            case AskResult():
                account.parent.settle(frame)
            case Ping():
                pipe.write(Pong(id=frame.id))
            case WorkerHello():
                log.error("greeted twice")


@contextlib.contextmanager
def _ending_on_sigterm(serving: "asyncio.Task[None]") -> Iterator[None]:
    if sys.platform == "win32":
        yield
        return
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, serving.cancel)
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGTERM)


def _collect_again() -> None:
    """Let garbage be collected from here on; what was imported lives as long as the process."""
    gc.freeze()
    gc.enable()


async def _last_words(pipe: Pipe) -> None:
    """Let the parent take what is written, if it does."""
    with contextlib.suppress(TimeoutError):
        async with deadline(_LAST_WORDS_S):
            await pipe.drained()
    pipe.close()


def _refused(reason: str, sentence: str) -> WorkerRefused:
    return WorkerRefused(code="unavailable", reason=reason, sentence=sentence)
