"""One slot's outbox at work: one message at a time, oldest first, each from the number of its chat.

Build, store, send, store (engine.md, "Sending"): what is not proven unsent leaves again under the same id.
"""

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable

from wadesk.domain.errors import Conflict, NotFound, StoreError
from wadesk.domain.events import MessageChanged, Resync
from wadesk.domain.ids import SlotId, slot_of
from wadesk.engine.protocol import EngineFailed
from wadesk.store.account.values import Changed, OutboxItem, ReadReceipt
from wadesk.wire.deadlines import deadline
from wadesk.wire.engine_frames import Reply
from wadesk.worker.account import Account, wall_ms
from wadesk.worker.connection.values import SendPassed, SendStalled, StoreFailed
from wadesk.worker.running import Running

log = logging.getLogger(__name__)

QUERY_FAILED = "query_failed"
"""The server did not answer a question before the message: tried again, which says nothing about the link."""
BACKLOG_LIMIT_S = 60.0
"""So long ``offline_done`` is awaited: a receipt that settles a message may still be on its way."""
DEATHS_TO_GIVE_UP = 3
LONGEST_DELAY_S = 60.0
EXPIRY_INTERVAL_S = 600.0
SHORTEST_WAIT_S = 0.05
"""A message whose time is up but that is held back by another of its chat must not spin."""


class Sender:
    """Sends what is queued in one slot while it is online and its backlog is in. :meth:`run` has to be running."""

    def __init__(
        self, account: Account, slot_id: SlotId, tell: Callable[[SendPassed | SendStalled | StoreFailed], object]
    ) -> None:
        """``tell`` hears whether sends come through, and of a database that takes nothing."""
        self._account = account
        self._slot = slot_id
        self._tell = tell
        self._outbox = account.store.store.outbox
        self._running: Running | None = None
        self._open = asyncio.Event()
        self._wake = asyncio.Event()
        self._receipts_due = True
        self._limit: asyncio.TimerHandle | None = None

    # -- what the line tells --------------------------------------------------------------------

    def online(self, running: Running) -> None:
        """The link stands; sending begins when the backlog is in, or after a minute."""
        self._drop_limit()
        self._running = running
        self._limit = asyncio.get_running_loop().call_later(BACKLOG_LIMIT_S, self.backlog_in)

    def backlog_in(self) -> None:
        """What waited at the server has come."""
        if self._running is not None:
            self._receipts_due = True
            self._open.set()

    def offline(self) -> None:
        """The link does not stand: what is queued waits."""
        self._drop_limit()
        self._running = None
        self._open.clear()
        self._wake.set()

    @property
    def open(self) -> bool:
        """Whether messages leave now."""
        return self._open.is_set()

    def wake(self, *, receipts: bool = False) -> None:
        """Something was queued, or receipts are due."""
        self._receipts_due = self._receipts_due or receipts
        self._wake.set()

    def _drop_limit(self) -> None:
        """One engine may connect several times: each connection waits for its own backlog."""
        if self._limit is not None:
            self._limit.cancel()
            self._limit = None

    # -- the loop -------------------------------------------------------------------------------

    async def run(self) -> None:
        """Send for ever; a database that takes nothing ends the link, and sending with it, until it comes back."""
        while True:
            await self._open.wait()
            try:
                await self._send_while_open()
            except StoreError as error:
                self.offline()
                self._tell(StoreFailed(error.reason))

    async def _send_while_open(self) -> None:
        run, expire_at = self._account.store.run, 0.0
        # Nothing is under way here: what is still called so was left behind by a failure, and is unknown.
        await run(self._outbox.recover, self._slot)
        while (running := self._running) is not None and self._open.is_set():
            self._wake.clear()
            if time.monotonic() >= expire_at:
                self._report(await run(self._outbox.expire, self._slot, wall_ms()))
                expire_at = time.monotonic() + EXPIRY_INTERVAL_S
            if self._receipts_due:
                await self._send_receipts(running)
            item = await run(self._outbox.next_to_send, self._slot, wall_ms())
            if item is None:
                await self._wait()
            elif self._running is running:
                await self._send(running, item)

    async def _wait(self) -> None:
        """Until something is queued, the link breaks, or a backed-off message may be tried."""
        next_ms = await self._account.store.run(self._outbox.next_try_ms, self._slot)
        limit = EXPIRY_INTERVAL_S if next_ms is None else max(SHORTEST_WAIT_S, (next_ms - wall_ms()) / 1000)
        with contextlib.suppress(TimeoutError):
            async with deadline(min(limit, EXPIRY_INTERVAL_S)):
                await self._wake.wait()

    # -- one message ----------------------------------------------------------------------------

    async def _send(self, running: Running, item: OutboxItem) -> None:
        if (reason := refusal(item, self._slot, running.number)) is not None:
            log.error("a send was refused", extra={"slot": self._slot, "fault": reason})
            await self._mark(self._outbox.mark_failed, item, reason)
        elif item.typed:
            await self._resolve(running, item)
        elif (raw := item.raw or await self._build(running, item)) is not None and await self._mark(
            self._outbox.mark_sending, item, raw, wall_ms()
        ):
            await self._attempt(running, item, raw)

    async def _resolve(self, running: Running, item: OutboxItem) -> None:
        """Ask the server how it names a typed number, and keep that before the first attempt."""
        typed = item.peer.number or ""
        try:
            reply = await running.engine.check([typed])
        except (EngineFailed, TimeoutError):
            await self._again_later(item)
            return
        if reply.error == QUERY_FAILED:
            await self._mark(self._outbox.mark_not_sent, item, self._next_try(item))
        elif not reply.ok or not reply.checked:
            await self._again_later(item)
        elif (peer := reply.checked[0].peer) is None:
            await self._mark(self._outbox.mark_failed, item, "not_on_whatsapp")
        elif await self._account.store.run(self._outbox.resolve_typed, self._slot, typed, peer):
            self._account.reporter.put(Resync(account_id=self._account.account_id))

    async def _build(self, running: Running, item: OutboxItem) -> str | None:
        try:
            reply = await running.engine.build(item.text)
        except (EngineFailed, TimeoutError):
            await self._again_later(item)
            return None
        if not reply.ok or reply.raw is None:
            await self._mark(self._outbox.mark_failed, item, reply.error or "build_failed")
            return None
        return reply.raw

    async def _attempt(self, running: Running, item: OutboxItem, raw: str) -> None:
        try:
            reply = await running.engine.send(
                sender=item.sender, to=item.peer, message_id=item.server_id, raw=raw
            )  # fmt: skip
        except EngineFailed:
            await self._died(running, item)
        except TimeoutError:
            self._tell(SendStalled())
            await self._mark(self._outbox.mark_unknown, item, self._next_try(item))
        else:
            await self._settle(item, reply)

    async def _settle(self, item: OutboxItem, reply: Reply) -> None:
        if reply.outcome == "sent":
            self._tell(SendPassed())
            await self._mark(self._outbox.mark_sent, item, reply.time_ms)
        elif reply.outcome == "not_sent" and reply.error == QUERY_FAILED:
            # The link stands, or its own pings will tell; one that was cut short by our own end is no refusal.
            await self._mark(self._outbox.mark_not_sent, item, self._next_try(item))
        elif reply.outcome == "not_sent" and not reply.retry:
            await self._mark(self._outbox.mark_failed, item, reply.error or "refused")
        elif reply.outcome == "not_sent":
            self._tell(SendStalled())
            await self._mark(self._outbox.mark_not_sent, item, self._next_try(item))
        else:
            self._tell(SendStalled())
            await self._mark(self._outbox.mark_unknown, item, self._next_try(item))

    async def _died(self, running: Running, item: OutboxItem) -> None:
        """The engine ended during the send: unknown; after three deaths it is passed over, and a person decides."""
        if not running.on_purpose:
            run = self._account.store.run
            if await run(self._outbox.engine_died_during, self._slot, item.message_id) >= DEATHS_TO_GIVE_UP:
                await self._mark(self._outbox.mark_uncertain, item, "engine_died")
                return
        await self._mark(self._outbox.mark_unknown, item, wall_ms())

    async def _again_later(self, item: OutboxItem) -> None:
        self._tell(SendStalled())
        await self._mark(self._outbox.mark_not_sent, item, self._next_try(item))

    def _next_try(self, item: OutboxItem) -> int:
        delay = min(LONGEST_DELAY_S, 2.0 ** min(item.attempts, 6)) * self._account.random()
        return wall_ms() + round(delay * 1000)

    async def _mark(self, method: Callable[..., Changed], item: OutboxItem, *rest: object) -> bool:
        """Keep what became of ``item``, then report it.

        False: it was erased, or settled by a receipt, since it was chosen; nothing more is done with it.
        """
        try:
            self._report([await self._account.store.run(method, self._slot, item.message_id, *rest)])
        except (NotFound, Conflict):
            return False
        return True

    def _report(self, changes: list[Changed]) -> None:
        for change in changes:
            self._account.reporter.put(MessageChanged(message=change.message, chat=change.chat))

    # -- read receipts --------------------------------------------------------------------------

    async def _send_receipts(self, running: Running) -> None:
        """Tell authors that their messages were read; what does not leave now leaves after the next connection."""
        self._receipts_due = False
        reading = self._account.store.store.reading
        while receipts := await self._account.store.run(reading.due, self._slot):
            for receipt in receipts:
                if not await self._receipt_left(running, receipt):
                    return
                await self._account.store.run(reading.receipts_left, self._slot, receipt)

    async def _receipt_left(self, running: Running, receipt: ReadReceipt) -> bool:
        try:
            reply = await running.engine.mark_read(
                chat=receipt.chat, author=receipt.author, message_ids=list(receipt.server_ids), time_ms=wall_ms()
            )
        except (EngineFailed, TimeoutError):
            return False
        # One that can never leave must not hold back those behind it.
        return reply.ok or reply.error == "bad_message"


def refusal(item: OutboxItem, slot: SlotId, engine_number: str | None) -> str | None:
    """Why ``item`` must not leave through the slot's engine, or None: three things must be equal.

    The slot that the chat's id names, the row's slot, and the engine's own number against the number the
    chat is held from (product.md, rule 1). They can only differ through a fault: nothing leaves then.
    """
    if slot_of(item.chat_id) != slot or item.slot_id != slot:
        return "wrong_slot"
    if item.sender != engine_number:
        return "wrong_number"
    return None
