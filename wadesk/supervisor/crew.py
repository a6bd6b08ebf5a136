"""All workers of one desk: which run, which slots they are given, and what they tell."""

import asyncio
import logging
from collections.abc import Iterable

from wadesk.domain.desk import Slot
from wadesk.domain.errors import WaDeskError
from wadesk.domain.events import QrGone, QrShown, Resync, SlotChanged, StatusChanged, WorkerEvent
from wadesk.domain.ids import AccountId, SlotId, account_of
from wadesk.domain.linkstate import STAYS, LinkState, SlotStatus
from wadesk.domain.principal import local_administrator
from wadesk.domain.requests import Ask, RemoveSlot, StartSlot, Verdict
from wadesk.paths import DataFolder, find_engine
from wadesk.supervisor.access import account_named, not_found, slot_named
from wadesk.supervisor.claims import Claims
from wadesk.supervisor.desk import Desk, now_ms
from wadesk.supervisor.keys import Keys, in_base64
from wadesk.supervisor.link import WorkerLink, WorkerLost, worker_command
from wadesk.supervisor.status_keeper import StatusKeeper
from wadesk.supervisor.statuses import StatusBook
from wadesk.supervisor.subscriptions import Subscriptions
from wadesk.supervisor.workers import WorkerProcess
from wadesk.wire.engine_frames import Network
from wadesk.wire.tasks import TaskOwner
from wadesk.wire.worker_frames import WORKER_PROTOCOL, WorkerHello

log = logging.getLogger(__name__)

DEVICE_NAME = "WaDesk"
"""What a phone's list of linked devices calls us."""
_START_TOGETHER = 2
"""So many workers start at the same time: each is a second of one core."""


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
        self._claims = Claims(desk, tasks, self._bound)
        self._keeper = StatusKeeper(desk)
        self._tasks = tasks
        self._starting = asyncio.Semaphore(_START_TOGETHER)
        self._workers: dict[AccountId, WorkerProcess] = {}
        self._unconfirmed: set[SlotId] = set()
        self._removing: set[SlotId] = set()
        self._without_engine: set[AccountId] = set()
        self._lost: set[AccountId] = set()
        self.book = StatusBook()

    async def open(self) -> None:
        """Read the desk's last states and start the workers of accounts that have a linked slot."""
        stale = await self._desk.release_stale_claims()
        last = await self._desk.statuses()
        for slot in self._desk.slots():
            known = last.get(slot.slot_id)
            if slot.slot_id in stale or (known is not None and _may_have_paired(slot, known)):
                self._unconfirmed.add(slot.slot_id)
            self.book.open_slot(slot.slot_id, slot.number, known)
        self._tasks.start(self._keeper.keep_on(), "link states")
        self._tasks.start(self._claims.release_left_over(), "claims of an earlier run")
        for account_id in {slot.account_id for slot in self._desk.slots() if self._has_work(slot)}:
            self.worker(account_id).start()

    async def aclose(self) -> None:
        """End every worker and keep the last states."""
        await asyncio.gather(*(worker.aclose() for worker in self._workers.values()))
        await self._keeper.flush()

    def worker(self, account_id: AccountId) -> WorkerProcess:
        """The worker of an account; it starts when something is asked of it."""
        if account_id not in self._workers:
            self._workers[account_id] = WorkerProcess(account_id, self, worker_command(), self._starting)
        return self._workers[account_id]

    def has_data(self, account_id: AccountId) -> bool:
        """Whether an account has a database: without one there is no history to ask for."""
        return self._data.account(account_id).database.exists()

    def slot_made(self, slot: Slot) -> None:
        """Know a slot that was just added."""
        self.book.open_slot(slot.slot_id, None, None)

    async def start_slot(self, slot_id: SlotId) -> SlotStatus:
        """A person wants ``slot_id`` to work, whatever its last state: link it or connect it. Its state after it."""
        if slot_id in self._removing:
            raise not_found()
        if self._engine_missing([slot_id]):
            return self.book.get(slot_id)
        account_id = account_of(slot_id)
        if account_id in self._without_engine:
            # It was told at its start that there is no engine, and believes it until its end.
            self._without_engine.discard(account_id)
            await self._workers.pop(account_id).aclose()
        worker = self.worker(account_id)
        worker.retry()
        await worker.ready()
        await worker.call(local_administrator(), await self._start_request(slot_id, None, link_anew=True))
        return self.book.get(slot_id)

    async def remove_slot(self, slot_id: SlotId) -> None:
        """Erase a slot: its engine, rows and folder by its worker, then its key, then its row in the desk."""
        if slot_id in self._removing:
            raise not_found()
        self._removing.add(slot_id)
        try:
            await self._erase(slot_id)
        finally:
            self._removing.discard(slot_id)

    async def _erase(self, slot_id: SlotId) -> None:
        account_id = account_of(slot_id)
        if self.has_data(account_id) or self._data.account(account_id).slot(slot_id).root.exists():
            worker = self.worker(account_id)
            worker.retry()
            await worker.call(local_administrator(), RemoveSlot(slot_id=slot_id))
            # Where what follows fails, the slot stays, and nothing is linked to it any more.
            self._write(slot_id, LinkState.UNLINKED, now_ms())
        await self._keys.forget_slot(slot_id)
        await self._desk.remove_slot(slot_id)
        self._unconfirmed.discard(slot_id)
        self._keeper.forget(slot_id)
        self.book.forget(slot_id)

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
        self.book.worker_came(account_id, epoch)
        if account_id in self._lost:
            self._lost.discard(account_id)
            self._subscriptions.publish(Resync(account_id=account_id))

    async def feed(self, account_id: AccountId, link: WorkerLink) -> None:
        """Give a worker that came every slot that has work to do."""
        slots = [slot.slot_id for slot in self._desk.slots(account_id) if self._has_work(slot)]
        if self._engine_missing(slots):
            return
        self._unconfirmed.difference_update(slots)
        await asyncio.gather(*(self._feed_slot(link, slot_id) for slot_id in slots))

    def heard(self, account_id: AccountId, events: list[WorkerEvent]) -> None:
        """Keep and tell what a worker reports; a word about another account or a removed slot is nobody's."""
        for event in events:
            if account_named(event) != account_id:
                log.error("worker %s reported about another account", account_id)
                continue
            if isinstance(event, StatusChanged):
                self._hear_status(event.status)
            elif self._concerns_known_slot(event):
                self._hear_other(event)

    async def asked(self, account_id: AccountId, ask: Ask) -> Verdict:
        """The desk's verdict on a claim."""
        return await self._claims.answer(account_id, ask)

    def away(self, account_id: AccountId, attempt: int, delay_s: float) -> None:
        """The worker crashed and comes back: say so on every slot that was at work."""
        self._lost.add(account_id)
        slots = [slot.slot_id for slot in self._desk.slots(account_id)]
        now = now_ms()
        for slot_id in slots:
            if _may_have_paired(self._desk.slot(slot_id), self.book.get(slot_id)):
                self._unconfirmed.add(slot_id)
        for slot_id in self.book.linking(slots) + self.book.broken_by_crash(slots):
            if self._desk.slot(slot_id).number is None:
                self._write(slot_id, LinkState.UNLINKED, now)
            else:
                next_try = now + int(delay_s * 1000)
                self._write(slot_id, LinkState.RECONNECTING, now, attempt=attempt, next_try_ms=next_try)

    def given_up(self, account_id: AccountId, error: WaDeskError) -> None:
        """The worker cannot work: every slot that should be at work says why."""
        slots = self._desk.slots(account_id)
        at_work = self.book.linking(slot.slot_id for slot in slots)
        for slot in slots:
            if self._has_work(slot) or slot.slot_id in at_work:
                self._write(slot.slot_id, LinkState.ERROR, now_ms(), code=error.reason, facts=error.facts)

    # -- within ---------------------------------------------------------------------------------

    def _has_work(self, slot: Slot) -> bool:
        if slot.slot_id in self._removing:
            return False
        if slot.slot_id in self._unconfirmed:
            return True
        return slot.number is not None and self.book.get(slot.slot_id).state not in STAYS

    async def _feed_slot(self, link: WorkerLink, slot_id: SlotId) -> None:
        try:
            request = await self._start_request(slot_id, self.book.get(slot_id), link_anew=False)
            await link.call(local_administrator(), request)
        except WorkerLost:
            log.info("slot %s waits for the next worker", slot_id)
        except WaDeskError as error:
            log.info("slot %s could not be started: %s", slot_id, error.reason)
            if self.book.knows(slot_id):
                self._write(slot_id, LinkState.ERROR, now_ms(), code=error.reason, facts=error.facts)

    async def _start_request(self, slot_id: SlotId, last: SlotStatus | None, *, link_anew: bool) -> StartSlot:
        self._require_kept(slot_id)
        key = in_base64(await self._keys.slot(slot_id))
        # Its removal may have begun meanwhile, and must be the last that the worker hears of it.
        self._require_kept(slot_id)
        return StartSlot(
            slot_id=slot_id,
            key=key,
            device_name=DEVICE_NAME,
            number=self._desk.slot(slot_id).number,
            last=last,
            link=link_anew,
        )

    def _require_kept(self, slot_id: SlotId) -> None:
        if slot_id in self._removing or not self.book.knows(slot_id):
            raise not_found()

    def _engine_missing(self, slots: Iterable[SlotId]) -> bool:
        if find_engine() is not None:
            return False
        for slot_id in slots:
            self._write(slot_id, LinkState.ERROR, now_ms(), code="engine_missing")
        return True

    def _hear_status(self, said: SlotStatus) -> None:
        status = self.book.hear(said)
        if status is None:
            return
        if status.state is not LinkState.LINKING and self.book.hide_qr(status.slot_id):
            self._subscriptions.publish(QrGone(slot_id=status.slot_id))
        self._keep_and_tell(status)

    def _hear_other(self, event: WorkerEvent) -> None:
        if isinstance(event, QrShown):
            self.book.show_qr(event.qr)
        elif isinstance(event, QrGone):
            self.book.hide_qr(event.slot_id)
        self._subscriptions.publish(event)

    def _concerns_known_slot(self, event: WorkerEvent) -> bool:
        return isinstance(event, Resync) or self.book.knows(slot_named(event))

    def _write(self, slot_id: SlotId, state: LinkState, at_ms: int, **facts: object) -> None:
        if self.book.hide_qr(slot_id):
            self._subscriptions.publish(QrGone(slot_id=slot_id))
        self._keep_and_tell(self.book.write(slot_id, state, at_ms, **facts))

    def _keep_and_tell(self, status: SlotStatus) -> None:
        self._keeper.keep(status)
        self._subscriptions.publish(StatusChanged(status=status))

    def _bound(self, slot: Slot) -> None:
        self._subscriptions.publish(SlotChanged(slot=slot))


def _may_have_paired(slot: Slot, known: SlotStatus) -> bool:
    """Whether a phone may be linked to ``slot`` without the desk's knowledge: only its engine can tell."""
    return known.state is LinkState.LINKING or (slot.number is None and known.number is not None)
