"""One slot at work: facts go to its connection, orders come back and are carried out one after another."""

import asyncio
import contextlib
from collections.abc import Coroutine
from typing import Any

from wadesk.domain.events import MessageChanged, StatusChanged
from wadesk.domain.ids import SlotId
from wadesk.domain.linkstate import CONNECTED, PairingCode, SlotStatus
from wadesk.domain.requests import StartSlot
from wadesk.engine.protocol import EngineFailed
from wadesk.wire.tasks import TaskOwner
from wadesk.worker.account import Account, moment
from wadesk.worker.claims import Claims
from wadesk.worker.connection.machine import Connection
from wadesk.worker.connection.values import (
    Cleared,
    EndEngine,
    Fact,
    Halted,
    LinkCancelled,
    Order,
    StoreFailed,
    TryNow,
    Wanted,
    Woken,
)
from wadesk.worker.duties import Duties
from wadesk.worker.errands import Errands
from wadesk.worker.hearing import Hearing
from wadesk.worker.listening import Listening
from wadesk.worker.running import Running
from wadesk.worker.sending import Sender


class Line:
    """Connects the parts of one slot: the connection decides, errands are run, the engine is heard, the outbox sent.

    Everything here happens on the loop; :meth:`tell` never waits.
    """

    def __init__(self, account: Account, request: StartSlot, *, careful: bool) -> None:
        """Stand ready for ``request``'s slot; :meth:`open` begins."""
        self._account = account
        self.slot_id: SlotId = request.slot_id
        self._connection = Connection(
            request.slot_id, epoch=account.epoch, number=request.number, last=request.last,
            random=account.random, now=moment(),
        )  # fmt: skip
        self._tasks = TaskOwner(on_failure=self._failed)
        self.running: Running | None = None
        self._sender = Sender(account, request.slot_id, self.tell)
        claims = Claims(account, self)
        self._duties = Duties(account, request, self)
        listening = Listening(self, Hearing(account, request.slot_id, careful=careful), claims, self._duties)
        self._errands = Errands(account, request, self, claims, listening.listen)
        self._orders: asyncio.Queue[Order] = asyncio.Queue()
        self._timer: asyncio.TimerHandle | None = None
        self._reported = -1
        self._sending = False
        self._closed = False
        self._sender_task: asyncio.Task[Any] | None = None
        self._backlog_of = 0

    @property
    def status(self) -> SlotStatus:
        """The slot's link state."""
        return self._connection.status

    @property
    def claimed(self) -> str | None:
        """The number the parent let us pair with, while that is under way."""
        return self._connection.claimed

    @property
    def attempt(self) -> int:
        """The number of the latest connection."""
        return self._connection.dial

    @property
    def pairing(self) -> PairingCode | None:
        """The pairing code that is shown."""
        return self._connection.pairing

    async def open(self, number: str | None) -> None:
        """Let the store know the slot and its number; then begin to work."""
        run, store = self._account.store.run, self._account.store.store
        await run(store.slots.add_slot, self.slot_id)
        if number is not None:
            for change in await run(store.slots.bind_slot, self.slot_id, number):
                self._account.reporter.put(MessageChanged(message=change.message, chat=change.chat))
        self._connection.phone_was_seen(await run(store.slots.phone_seen_ms, self.slot_id))
        self._report_status()
        self._tasks.start(self._carry_out(), f"{self.slot_id} orders")
        self._duties.start()
        self._keep_sending()

    def want(self, request: StartSlot) -> None:
        """Work as ``request`` asks."""
        self._errands.renew(request)
        self._duties.renew(request)
        self.tell(Wanted(request.link, request.resume))

    def try_now(self) -> None:
        """Do not wait for the next try; make a link that stands anew."""
        self.tell(TryNow())

    def wake_up(self) -> None:
        """The computer slept, or its clock jumped."""
        self.tell(Woken())

    def cancel_link(self) -> None:
        """No more QR codes."""
        self.tell(LinkCancelled())

    def wake(self, *, receipts: bool = False) -> None:
        """Something was queued, or read receipts are due."""
        self._sender.wake(receipts=receipts)

    async def unlink(self) -> None:
        """Unlink from the phone, where that can be done now."""
        if self.running is not None and self.status.connected:
            with contextlib.suppress(EngineFailed, TimeoutError):
                await self.running.engine.logout()

    async def halt(self, by: str | None = None) -> None:
        """End the engine and wait until it is gone; the link stays. ``by``: the person who pauses it."""
        self.tell(Halted(by))
        await self._orders.join()

    async def clear(self) -> None:
        """End the engine and wait until it is gone: its keys are erased next."""
        self.tell(Cleared())
        await self._orders.join()

    async def close(self) -> None:
        """End everything of this slot, the engine in its clean order; nothing is reported any more."""
        self._closed = True
        self._stop_timer()
        self._sender.offline()
        if self.running is not None:
            self.running.on_purpose = True
            await self.running.engine.stop()
        await self._tasks.aclose()

    # -- facts and orders -----------------------------------------------------------------------

    def tell(self, fact: Fact) -> None:
        """Let the connection hear ``fact`` and queue what it orders."""
        if not self._closed:
            self._after(self._connection.hear(fact, moment()))

    def backlog_in(self, attempt: int) -> None:
        """What waited at the server has come; it may be told before ``connected`` is."""
        self._backlog_of = attempt
        self._let_send()

    def start(self, work: Coroutine[Any, Any, object], name: str) -> None:
        """Do ``work`` beside everything else; its failure is this slot's failure."""
        self._tasks.start(work, f"{self.slot_id} {name}")

    def drop_orders(self) -> None:
        """Carry out nothing of what is queued: something before it failed."""
        while not self._orders.empty():
            self._orders.get_nowait()
            self._orders.task_done()

    def _tick(self) -> None:
        self._after(self._connection.tick(moment()))

    def _after(self, orders: list[Order]) -> None:
        for order in orders:
            if isinstance(order, EndEngine) and self.running is not None:
                self.running.on_purpose = True
            self._orders.put_nowait(order)
        self._report_status()
        self._tell_sender()
        self._stop_timer()
        if (deadline := self._connection.deadline) is not None:
            self._timer = asyncio.get_running_loop().call_at(deadline, self._tick)

    def _report_status(self) -> None:
        status = self._connection.status
        if status.counter != self._reported:
            self._reported = status.counter
            self._account.reporter.put(StatusChanged(status=status))

    def _tell_sender(self) -> None:
        online = self._connection.status.state in CONNECTED and self.running is not None
        if online and not self._sending and self.running is not None:
            self._sender.online(self.running)
            self._duties.online(self.running)
        elif self._sending and not online:
            self._sender.offline()
            self._duties.offline()
        self._sending = online
        self._let_send()

    def _let_send(self) -> None:
        if self._sending and not self._sender.open and self._backlog_of == self._connection.dial:
            self._sender.backlog_in()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    async def _carry_out(self) -> None:
        while True:
            order = await self._orders.get()
            await asyncio.wait({self._tasks.start(self._errands.run(order), f"{self.slot_id} {order!r}")})
            self._orders.task_done()

    def _failed(self, _error: BaseException) -> None:
        """A bug in this slot's work, logged already: end its engine, and begin again later."""
        if self._closed:
            return
        self.tell(StoreFailed("internal"))
        self._keep_sending()

    def _keep_sending(self) -> None:
        if self._sender_task is None or self._sender_task.done():
            self._sender_task = self._tasks.start(self._sender.run(), f"{self.slot_id} outbox")
