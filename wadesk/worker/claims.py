"""Which number a slot may speak for: its own bound number decides first, then the parent."""

import logging

from wadesk.domain.requests import ClaimNumber, NumberPaired, Verdict
from wadesk.worker.account import Account
from wadesk.worker.port import LinePort

log = logging.getLogger(__name__)


class Claims:
    """Asks for one slot. Two slots that scan one phone cannot both win: the desk's unique key decides."""

    def __init__(self, account: Account, line: LinePort) -> None:
        """Ask for ``line``'s slot."""
        self._account = account
        self._line = line

    async def verdict(self, number: str, lid: str | None) -> Verdict:
        """May the slot be linked to ``number``? Asked before pairing completes; silence is a no."""
        bound = self._line.status.number
        if bound is not None and bound != number:
            return Verdict(accepted=False, code="wrong_number", facts={"expected": bound, "got": number})
        return await self._account.parent.ask(ClaimNumber(slot_id=self._line.slot_id, number=number, lid=lid))

    async def settle(self, number: str, *, paired: bool) -> None:
        """Tell the parent what became of a claim."""
        body = NumberPaired(slot_id=self._line.slot_id, number=number, paired=paired)
        verdict = await self._account.parent.ask(body)
        if not verdict.accepted:
            log.warning("the parent did not take a pairing's end", extra={"slot": self._line.slot_id})
