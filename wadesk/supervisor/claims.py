"""Whose number it is: what workers ask before and after a pairing, answered by the desk in one transaction."""

import asyncio
import logging
from collections.abc import Callable

from wadesk.domain.desk import Slot
from wadesk.domain.errors import Conflict, WaDeskError
from wadesk.domain.ids import AccountId, SlotId
from wadesk.domain.requests import Ask, ClaimNumber, NumberPaired, Verdict
from wadesk.domain.resolver import require_account
from wadesk.supervisor.desk import Desk
from wadesk.wire.tasks import TaskOwner

log = logging.getLogger(__name__)

CLAIM_LASTS_S = 60.0
"""A claim that no pairing followed in this time is released (engine.md)."""
_MARGIN_S = 1.0


class Claims:
    """Answers one worker's asks at a time or many; of two slots that ask for one number exactly one gets it."""

    def __init__(
        self,
        desk: Desk,
        tasks: TaskOwner,
        bound: Callable[[Slot], None],
        disowned: Callable[[SlotId, Conflict], None],
    ) -> None:
        """Ask ``desk``; tell ``bound`` of each slot that got its number.

        ``disowned`` hears of a slot that paired with a number that is not for it: its claim was too old, and
        another had the number meanwhile.
        """
        self._desk = desk
        self._tasks = tasks
        self._bound = bound
        self._disowned = disowned
        self._waiting: dict[SlotId, asyncio.Task[None]] = {}
        self._under_way: set[SlotId] = set()
        self._refused: set[SlotId] = set()

    def require_none(self, slot_id: SlotId) -> None:
        """Conflict ``pairing`` where a phone that scanned was said yes to: it may be paired at this very moment.

        An engine that is ended now would leave a device on that phone which nobody speaks for.
        """
        if slot_id in self._under_way or slot_id in self._waiting:
            sentence = "The phone has read the code and is being linked right now. Try again in a moment."
            raise Conflict("pairing", sentence)

    def refuse(self, slot_id: SlotId) -> None:
        """Say no to every phone that scans this slot's codes from here on: its linking is cancelled.

        Raises as :meth:`require_none`.
        """
        self.require_none(slot_id)
        self._refused.add(slot_id)

    def allow(self, slot_id: SlotId) -> None:
        """Let phones claim for this slot (again)."""
        self._refused.discard(slot_id)

    def refuses(self, slot_id: SlotId) -> bool:
        """Whether the slot's linking was cancelled since it was last begun."""
        return slot_id in self._refused

    async def answer(self, account_id: AccountId, ask: Ask) -> Verdict:
        """The verdict on what the worker of ``account_id`` asks; never raises for what it may have got wrong."""
        try:
            slot_id = require_account(ask.slot_id, account_id)
            self._desk.slot(slot_id)
            match ask:
                case ClaimNumber():
                    return await self._claim(slot_id, ask)
                case NumberPaired():
                    return await self._settle(slot_id, ask)
        except Conflict as conflict:
            return Verdict(accepted=False, code=conflict.reason, facts=conflict.facts)
        except WaDeskError as error:
            log.info("a claim of %s was refused: %s", ask.slot_id, error.reason)
            return Verdict(accepted=False, code=error.reason)

    async def release_left_over(self) -> None:
        """Release, once they are too old, claims of a run that was killed and that nobody has confirmed since."""
        await asyncio.sleep(CLAIM_LASTS_S + _MARGIN_S)
        await self._desk.release_stale_claims()

    async def _claim(self, slot_id: SlotId, ask: ClaimNumber) -> Verdict:
        if slot_id in self._refused:
            return Verdict(accepted=False, code="link_cancelled")
        self._under_way.add(slot_id)
        try:
            verdict = await self._desk.claim_number(slot_id, ask.number, ask.lid)
        finally:
            self._under_way.discard(slot_id)
        if verdict.accepted:
            self._stop_waiting(slot_id)
            self._waiting[slot_id] = self._tasks.start(self._expire(slot_id, ask.number), f"claim of {slot_id}")
        return verdict

    async def _settle(self, slot_id: SlotId, ask: NumberPaired) -> Verdict:
        self._stop_waiting(slot_id)
        if ask.paired:
            try:
                self._bound(await self._desk.bind_number(slot_id, ask.number))
            except Conflict as conflict:
                self._disowned(slot_id, conflict)
                raise
        else:
            await self._desk.release_claim(slot_id, ask.number)
        return Verdict(accepted=True)

    async def _expire(self, slot_id: SlotId, number: str) -> None:
        await asyncio.sleep(CLAIM_LASTS_S)
        self._waiting.pop(slot_id, None)
        await self._desk.release_claim(slot_id, number)

    def _stop_waiting(self, slot_id: SlotId) -> None:
        if (waiting := self._waiting.pop(slot_id, None)) is not None:
            waiting.cancel()
