"""One account's worker over all its lives: started when needed, started again when it crashes."""

import asyncio
import contextlib
import logging
import random
import time
from collections.abc import Callable
from typing import Protocol

from wadesk.domain.errors import Unavailable, WaDeskError
from wadesk.domain.events import WorkerEvent
from wadesk.domain.ids import AccountId
from wadesk.domain.principal import Principal
from wadesk.domain.requests import Answer, Ask, Request, SettleMessage, Verdict
from wadesk.supervisor.link import WorkerLink, WorkerLost, restarting
from wadesk.supervisor.restarts import Restarts
from wadesk.wire.deadlines import deadline
from wadesk.wire.tasks import TaskOwner
from wadesk.wire.worker_frames import WorkerHello

log = logging.getLogger(__name__)

CALL_WAITS_S = 10.0
"""How long a call waits for a worker that is away before it is told so."""
START_WAITS_S = 25.0
"""How long a call waits for a worker's first start: its hello's limit and a little more."""


class WorkerHost(Protocol):
    """What a worker needs from the supervisor."""

    async def hello(self, account_id: AccountId) -> WorkerHello:
        """The first frame with the account's key; VaultError when there is none to be had."""

    def came(self, account_id: AccountId, epoch: int) -> None:
        """The worker is ready; its link states carry ``epoch``."""

    async def feed(self, account_id: AccountId, link: WorkerLink) -> None:
        """Give the worker that came its slots."""

    def heard(self, account_id: AccountId, events: list[WorkerEvent]) -> None:
        """What the worker reports."""

    async def asked(self, account_id: AccountId, ask: Ask) -> Verdict:
        """What the worker may not decide itself."""

    def away(self, account_id: AccountId, attempt: int, delay_s: float) -> None:
        """The worker crashed for the ``attempt``-th time and is started again after ``delay_s``."""

    def given_up(self, account_id: AccountId, error: WaDeskError) -> None:
        """The worker cannot work until somebody asks again."""


class WorkerProcess:
    """Keeps one account's worker alive. Calls wait a little for it where it is away."""

    def __init__(
        self,
        account_id: AccountId,
        host: WorkerHost,
        command: list[str],
        starting: asyncio.Semaphore,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Start nothing yet. ``starting`` limits how many workers start at the same time."""
        self._account = account_id
        self._host = host
        self._command = command
        self._starting = starting
        self._clock = clock
        self._restarts = Restarts(random.Random())  # noqa: S311 - jitter, not a secret
        self._tasks = TaskOwner()
        self._link: WorkerLink | None = None
        self._error: WaDeskError | None = None
        self._lived = False
        self._changed = asyncio.Event()
        self._again = asyncio.Event()
        self._life: asyncio.Task[None] | None = None
        self._closing = False

    @property
    def pid(self) -> int | None:
        """The process id of the worker, or None while there is none that is ready."""
        return None if self._link is None else self._link.pid

    @property
    def link(self) -> WorkerLink | None:
        """The worker that is ready now, or None: for what is only of use to one that runs, and starts none."""
        return self._link

    def start(self) -> None:
        """Begin its first life; harmless when it began already."""
        if self._life is None and not self._closing:
            self._life = self._tasks.start(self._live_on(), f"worker of {self._account}")

    def retry(self) -> None:
        """A person asked: start at once what waits for its next try or was given up."""
        self.start()
        if self._link is None:
            self._restarts.forget()
            self._error = None
            self._again.set()

    async def call(self, who: Principal, body: Request) -> Answer:
        """The answer to one request; Unavailable when the worker does not come (back) in time.

        A request whose worker was lost before its answer is asked once more of the next one: each is
        harmless twice (a send carries a key that makes the second the first), but for a person's decision
        about one message.
        """
        link = await self.ready()
        try:
            return await link.call(who, body)
        except WorkerLost:
            if self._link is link:
                self._link = None
            if isinstance(body, SettleMessage):
                raise restarting() from None
        try:
            return await (await self.ready()).call(who, body)
        except WorkerLost:
            raise restarting() from None

    async def ready(self) -> WorkerLink:
        """The worker, started if need be. Raises why it was given up, or Unavailable ``worker_restarting``."""
        self.start()
        try:
            async with deadline(CALL_WAITS_S if self._lived else START_WAITS_S):
                while self._link is None:
                    if self._error is not None:
                        raise self._error
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            raise restarting() from None
        return self._link

    async def aclose(self) -> None:
        """End the worker for good."""
        self._closing = True
        self._error = Unavailable("closing", "WaDesk is closing.")
        self._changed.set()
        if self._link is not None:
            await self._link.stop()
        await self._tasks.aclose()

    async def _live_on(self) -> None:
        while not self._closing:
            self._again.clear()
            begun = self._clock()
            try:
                await self._live()
            except WorkerLost as lost:
                log.info("worker %s is lost: %s", self._account, lost)
                await self._after_crash(begun, Unavailable("crashing", "This account keeps failing to start."))
            except WaDeskError as refusal:
                log.info("worker %s cannot work: %s", self._account, refusal.reason)
                if refusal.reason == "locked":
                    # Its folder is still held by one that is about to end: time helps.
                    await self._after_crash(begun, refusal)
                else:
                    await self._give_up(refusal)

    async def _live(self) -> None:
        async with self._starting:
            hello = await self._host.hello(self._account)
            link = await WorkerLink.open(self._command, hello, self._tasks)
        try:
            async with TaskOwner() as tasks:
                self._host.came(self._account, link.epoch)
                self._link, self._lived = link, True
                self._changed.set()
                tasks.start(self._host.feed(self._account, link), f"slots of {self._account}")
                await link.serve(lambda events: self._host.heard(self._account, events), self._ask)
        finally:
            self._link = None
            link.kill()

    async def _ask(self, ask: Ask) -> Verdict:
        return await self._host.asked(self._account, ask)

    async def _after_crash(self, begun: float, at_last: WaDeskError) -> None:
        now = self._clock()
        delay = self._restarts.crashed(now, now - begun)
        if delay is None:
            await self._give_up(at_last)
            return
        self._host.away(self._account, self._restarts.attempt, delay)
        with contextlib.suppress(TimeoutError):
            async with deadline(delay):
                await self._again.wait()

    async def _give_up(self, error: WaDeskError) -> None:
        self._error = error
        self._host.given_up(self._account, error)
        self._changed.set()
        await self._again.wait()
