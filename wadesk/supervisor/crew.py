"""All workers of one desk: which run, which slots they are given, and what they tell."""

import asyncio
import logging

from wadesk.domain.desk import Slot
from wadesk.domain.errors import Conflict, WaDeskError
from wadesk.domain.events import Resync, SlotChanged, StatusChanged, WorkerEvent
from wadesk.domain.ids import AccountId, SlotId, account_of
from wadesk.domain.linkstate import LinkState
from wadesk.domain.principal import local_administrator
from wadesk.domain.requests import (
    Ask,
    ClearSlot,
    ListStatuses,
    LogoutSlot,
    RemoveSlot,
    Request,
    Statuses,
    Verdict,
    Wake,
)
from wadesk.paths import DataFolder, find_engine
from wadesk.supervisor.access import account_named
from wadesk.supervisor.claims import Claims
from wadesk.supervisor.desk import Desk, now_ms
from wadesk.supervisor.keys import Keys, in_base64
from wadesk.supervisor.link import WorkerLink, WorkerLost, worker_command
from wadesk.supervisor.rota import Rota
from wadesk.supervisor.standing import Standings
from wadesk.supervisor.statuses import StatusBook
from wadesk.supervisor.subscriptions import Subscriptions
from wadesk.supervisor.workers import WorkerProcess
from wadesk.wire.deadlines import deadline
from wadesk.wire.engine_frames import Network
from wadesk.wire.tasks import TaskOwner
from wadesk.wire.worker_frames import WORKER_PROTOCOL, WorkerHello

log = logging.getLogger(__name__)

_START_TOGETHER = 2
"""So many workers start at the same time: each is a second of one core."""
_LOGIN_S = 30.0
"""How long a number that has just paired may take to connect; only then can its phone be told to forget it."""
_LATE_S = 1.0
"""Reports follow a worker's answers by some milliseconds."""


class Crew:
    """Starts, feeds and hears the workers; implements ``workers.WorkerHost``."""

    def __init__(
        self,
        data: DataFolder,
        network: Network,
        desk: Desk,
        keys: Keys,
        subscriptions: Subscriptions,
        tasks: TaskOwner,
    ) -> None:
        """Run nothing yet; :meth:`open` does."""
        self._data = data
        self._network = network
        self._desk = desk
        self._keys = keys
        self._subscriptions = subscriptions
        self._tasks = tasks
        self._starting = asyncio.Semaphore(_START_TOGETHER)
        self._workers: dict[AccountId, WorkerProcess] = {}
        self._without_engine: set[AccountId] = set()
        self._lost: set[AccountId] = set()
        self.standings = Standings(desk, subscriptions)
        self.rota = Rota(desk, keys, self.standings)
        self.claims = Claims(desk, tasks, self._bound, self._disown)

    @property
    def book(self) -> StatusBook:
        """The newest link state and code of each slot."""
        return self.standings.book

    async def open(self) -> None:
        """Read the desk's last states and start the workers of accounts that have a linked slot."""
        self.rota.unconfirmed.update(await self._desk.claimed_slots())
        await self._desk.release_stale_claims()
        last = await self._desk.statuses()
        for slot in self._desk.slots():
            if (known := last.get(slot.slot_id)) is not None:
                self.rota.doubt(slot, known)
            self.book.open_slot(slot.slot_id, slot.number, known)
        self._tasks.start(self.standings.keeper.keep_on(), "link states")
        self._tasks.start(self.claims.release_left_over(), "claims of an earlier run")
        for account_id in {slot.account_id for slot in self._desk.slots() if self.rota.has_work(slot)}:
            self.worker(account_id).start()

    async def aclose(self) -> None:
        """End every worker and keep the last states."""
        await asyncio.gather(*(worker.aclose() for worker in self._workers.values()))
        await self.standings.keeper.flush()

    def worker(self, account_id: AccountId) -> WorkerProcess:
        """The worker of an account; it starts when something is asked of it."""
        if account_id not in self._workers:
            self._workers[account_id] = WorkerProcess(account_id, self, worker_command(), self._starting)
        return self._workers[account_id]

    async def worker_with_engine(self, account_id: AccountId) -> WorkerProcess:
        """The same, never one that was told at its start that there is no engine: it believes it until its end."""
        if account_id in self._without_engine:
            self._without_engine.discard(account_id)
            await self._workers.pop(account_id).aclose()
        return self.worker(account_id)

    def has_worker(self, account_id: AccountId) -> bool:
        """Whether a worker of this account runs, starts or comes back: without one nothing is under way."""
        return account_id in self._workers

    def has_data(self, account_id: AccountId) -> bool:
        """Whether an account has a database: without one there is no history to ask for."""
        return self._data.account(account_id).database.exists()

    def slot_made(self, slot: Slot) -> None:
        """Know a slot that was just added."""
        self.book.open_slot(slot.slot_id, None, None)

    async def wake(self) -> None:
        """Tell every worker that runs that the computer slept or its clock jumped; whoever is away learns nothing."""
        links = [worker.link for worker in self._workers.values()]
        await asyncio.gather(*(self._wake_one(link) for link in links if link is not None))

    async def look(self, link: WorkerLink, slot_id: SlotId) -> None:
        """Ask how a slot stands: a worker's reports follow its answers, and whoever asked wants to see what came."""
        try:
            answer = await link.call(local_administrator(), ListStatuses())
        except (WorkerLost, WaDeskError):
            return
        statuses = answer.statuses if isinstance(answer, Statuses) else []
        told: list[WorkerEvent] = [StatusChanged(status=status) for status in statuses if status.slot_id == slot_id]
        self.heard(account_of(slot_id), told)

    # -- what a worker needs (WorkerHost) -------------------------------------------------------

    async def hello(self, account_id: AccountId) -> WorkerHello:
        """The first frame of an account's worker."""
        engine = find_engine()
        if engine is None:
            self._without_engine.add(account_id)
        return WorkerHello(
            protocol=WORKER_PROTOCOL,
            network=self._network,
            account_id=account_id,
            folder=str(self._data.account(account_id).root.absolute()),
            key=in_base64(await self._keys.account(account_id)),
            engine=str(engine or ""),
        )

    def came(self, account_id: AccountId, epoch: int) -> None:
        """The worker is ready. What the one before kept and could not report any more must be read again."""
        self.rota.take_back(account_id)
        self.book.worker_came(account_id, epoch)
        if account_id in self._lost:
            self._lost.discard(account_id)
            self._subscriptions.publish(Resync(account_id=account_id))

    async def feed(self, account_id: AccountId, link: WorkerLink) -> None:
        """Give a worker that came every slot that has work to do."""
        slots = self.rota.at_work(account_id)
        if not self.rota.engine_missing(slots):
            await asyncio.gather(*(self._feed_slot(link, slot_id) for slot_id in slots))

    def heard(self, account_id: AccountId, events: list[WorkerEvent]) -> None:
        """Keep and tell what a worker reports; a word about another account or a removed slot is nobody's."""
        for event in events:
            if account_named(event) != account_id:
                log.error("worker %s reported about another account", account_id)
                continue
            status = self.standings.hear(event)
            if status is not None and isinstance(event, StatusChanged):
                self.rota.heard(status, event.status)

    async def asked(self, account_id: AccountId, ask: Ask) -> Verdict:
        """The desk's verdict on a claim."""
        return await self.claims.answer(account_id, ask)

    def away(self, account_id: AccountId, attempt: int, delay_s: float) -> None:
        """The worker crashed and comes back: say so on every slot that was at work."""
        self._lost.add(account_id)
        slots = [slot.slot_id for slot in self._desk.slots(account_id)]
        now = now_ms()
        for slot_id in slots:
            self.rota.doubt(self._desk.slot(slot_id), self.book.get(slot_id))
        for slot_id in self.book.linking(slots) + self.book.broken_by_crash(slots):
            if self._desk.slot(slot_id).number is None:
                self.standings.write(slot_id, LinkState.UNLINKED, now)
            elif (by := self.rota.held.get(slot_id)) is not None:
                self.standings.write(slot_id, LinkState.PAUSED, now, facts={"by": by})
            else:
                next_try = now + int(delay_s * 1000)
                self.standings.write(slot_id, LinkState.RECONNECTING, now, attempt=attempt, next_try_ms=next_try)

    def given_up(self, account_id: AccountId, error: WaDeskError) -> None:
        """The worker cannot work: every slot that should be at work says why."""
        slots = self._desk.slots(account_id)
        at_work = self.book.linking(slot.slot_id for slot in slots)
        for slot in slots:
            self.rota.doubt(slot, self.book.get(slot.slot_id))
            if self.rota.has_work(slot) or slot.slot_id in at_work:
                self._fail(slot.slot_id, error)

    # -- within ---------------------------------------------------------------------------------

    async def _feed_slot(self, link: WorkerLink, slot_id: SlotId) -> None:
        try:
            # A doubt is put to the slot's engine, without showing codes.
            request = await self.rota.request(slot_id, resume=slot_id in self.rota.unconfirmed)
            # Somebody may have paused it meanwhile.
            if self.rota.has_work(self._desk.slot(slot_id)):
                self.rota.given.add(slot_id)
                await link.call(local_administrator(), request)
        except WorkerLost:
            log.info("slot %s waits for the next worker", slot_id)
        except WaDeskError as error:
            log.info("slot %s could not be started: %s", slot_id, error.reason)
            if self.book.knows(slot_id):
                self._fail(slot_id, error)

    async def _wake_one(self, link: WorkerLink) -> None:
        try:
            await link.call(local_administrator(), Wake())
        except WorkerLost:
            log.info("a worker ended while it was to wake")
        except WaDeskError as error:
            log.info("a worker did not wake: %s", error.reason)

    def _fail(self, slot_id: SlotId, error: WaDeskError) -> None:
        self.standings.write(slot_id, LinkState.ERROR, now_ms(), code=error.reason, facts=error.facts)

    def _disown(self, slot_id: SlotId, conflict: Conflict) -> None:
        self._tasks.start(self._undo_link(slot_id, conflict), f"undoing the link of {slot_id}")

    async def _undo_link(self, slot_id: SlotId, conflict: Conflict) -> None:
        """End a link that the desk refused after the fact: tell its phone, forget its keys, say why."""
        self.rota.removing.add(slot_id)
        try:
            async with self._subscriptions.subscribe(local_administrator()) as listener, deadline(_LOGIN_S):
                while not self.book.get(slot_id).connected:
                    await listener.next()
        except TimeoutError:
            log.info("slot %s is unlinked without its phone", slot_id)
        for request in _undoing(self._desk.slot(slot_id)):
            try:
                await self.worker(account_of(slot_id)).call(local_administrator(), request)
            except WaDeskError as error:
                log.info("the link of %s was not undone in full: %s", slot_id, error.reason)
        # What it still reports of the link is older than what is written next.
        await asyncio.sleep(_LATE_S)
        self.book.begin_anew(slot_id)
        self.rota.removing.discard(slot_id)
        self.rota.forget(slot_id)
        number = self._desk.slot(slot_id).number
        facts = {"code": conflict.reason, "facts": conflict.facts, "number": number}
        self.standings.write(slot_id, LinkState.UNLINKED, now_ms(), **facts)

    def _bound(self, slot: Slot) -> None:
        self.rota.unconfirmed.discard(slot.slot_id)
        self._subscriptions.publish(SlotChanged(slot=slot))


def _undoing(slot: Slot) -> list[Request]:
    """What ends a link that is not the slot's. One that never had a number has no rows but this link's."""
    if slot.number is None:
        return [RemoveSlot(slot_id=slot.slot_id)]
    return [LogoutSlot(slot_id=slot.slot_id), ClearSlot(slot_id=slot.slot_id)]
