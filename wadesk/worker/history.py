"""Imports what the phone offered of the past: kept notice, fetched in pieces, acknowledged, forgotten.

A notice stays kept until all of it is stored and the phone was told; after an end at any point it begins again, and
what is there already is not doubled (engine.md, "Settings").
"""

import asyncio
import contextlib
import logging

from wadesk.domain.events import HistoryProgress, Resync
from wadesk.domain.ids import SlotId
from wadesk.domain.requests import HistoryAmount
from wadesk.engine.protocol import EngineFailed
from wadesk.store.account.values import KeptNotice
from wadesk.wire.deadlines import deadline
from wadesk.wire.engine_frames import Reply
from wadesk.worker.account import Account
from wadesk.worker.gate import Gate
from wadesk.worker.running import Running

log = logging.getLogger(__name__)

RETRY_S = 30.0
"""After a download that failed; a link that stands anew tries at once."""
LAST_TRY = 10
MORE_S = 30.0
"""So long the phone may take for its next offer before the import counts as done."""
WHOLE = 100
_NEVER = frozenset({"gone", "bad_notice"})


class History:
    """One slot's import. :meth:`run` has to be running; pieces are recorded where the engine is heard."""

    def __init__(self, account: Account, slot_id: SlotId, gate: Gate) -> None:
        """Import while ``gate`` is open. ``amount`` none: what is offered is acknowledged and not fetched."""
        self._account = account
        self._slot = slot_id
        self._gate = gate
        self._past = account.store.store.past
        self._wake = asyncio.Event()
        self._telling = False
        self._percent = 0
        self.amount = HistoryAmount.RECENT

    def wake(self) -> None:
        """The phone offers something, or the link stands again."""
        self._wake.set()

    async def run(self) -> None:
        """Import for ever. Raises StoreError."""
        while True:
            running = await self._gate.opened()
            self._wake.clear()
            notice = await self._account.store.run(self._past.next_notice, self._slot)
            if notice is None:
                await self._idle()
            elif not await self._import(running, notice):
                await self._woken(RETRY_S)

    async def _idle(self) -> None:
        """Nothing is offered: what began is done, if nothing more comes soon."""
        if self._telling and (self._percent >= WHOLE or not await self._woken(MORE_S)):
            await self._tell(WHOLE, done=True)
            self._account.reporter.put(Resync(account_id=self._account.account_id))
        elif not self._telling:
            await self._wake.wait()

    async def _import(self, running: Running, notice: KeptNotice) -> bool:
        """Fetch and acknowledge one notice; false where that has to wait."""
        try:
            if self.amount is not HistoryAmount.NONE:
                await self._tell(self._percent)
            if self.amount is not HistoryAmount.NONE and not notice.fetched:
                reply = await running.engine.history(message_id=notice.message_id, raw=notice.raw)
                if not reply.ok and not await self._is_hopeless(notice, reply):
                    return False
            return await self._acknowledge(running, notice)
        except (EngineFailed, TimeoutError):
            return False

    async def _acknowledge(self, running: Running, notice: KeptNotice) -> bool:
        reply = await running.engine.history_done(notice.message_id)
        if not reply.ok:
            return False
        await self._account.store.run(self._past.forget_notice, self._slot, notice.message_id)
        if self._telling:
            await self._tell(max(self._percent, min(notice.progress, WHOLE)))
        return True

    async def _is_hopeless(self, notice: KeptNotice, reply: Reply) -> bool:
        """Whether a notice that could not be fetched never will be."""
        if reply.error == "download":
            tries = await self._account.store.run(self._past.count_try, self._slot, notice.message_id)
        else:
            tries = 0
        if reply.error in _NEVER or tries >= LAST_TRY:
            log.warning("history was given up", extra={"slot": self._slot, "fault": reply.error})
            return True
        return False

    async def _tell(self, percent: int, *, done: bool = False) -> None:
        messages = await self._account.store.run(self._past.imported, self._slot)
        self._telling, self._percent = not done, 0 if done else percent
        self._account.reporter.put(
            HistoryProgress(slot_id=self._slot, percent=percent, messages=messages, done=done)
        )  # fmt: skip

    async def _woken(self, seconds: float) -> bool:
        """Wait; whether something came."""
        with contextlib.suppress(TimeoutError):
            async with deadline(seconds):
                await self._wake.wait()
        return self._wake.is_set()
