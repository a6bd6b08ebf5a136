"""Which slots a worker is given, and with what: the answer to who is at work and who is left alone."""

from collections.abc import Iterable

from wadesk.domain.desk import Slot
from wadesk.domain.ids import AccountId, SlotId, account_of
from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.domain.requests import StartSlot
from wadesk.paths import find_engine
from wadesk.supervisor.access import not_found
from wadesk.supervisor.desk import Desk, now_ms
from wadesk.supervisor.keys import Keys, in_base64
from wadesk.supervisor.standing import Standings
from wadesk.supervisor.statuses import RESTS

LONGEST_DEVICE_NAME = 50
"""Characters of a name in a phone's list of linked devices; what is longer is cut here, where a person sees why."""

_PAIRING = frozenset({LinkState.LINKING, LinkState.CONNECTING, LinkState.RECONNECTING})
"""States of a slot without a number in which a phone may be pairing: codes are shown, or one was read."""


class Rota:
    """Every slot's duty. ``held``: who paused it in this run; ``removing``: it is being erased.

    ``unconfirmed`` slots may be linked to a phone without the desk's knowledge: only their engines can tell.
    ``given`` slots are known to their account's present worker.
    """

    def __init__(self, desk: Desk, keys: Keys, standings: Standings) -> None:
        """Nobody is given, held or in doubt yet."""
        self._desk = desk
        self._keys = keys
        self._standings = standings
        self.held: dict[SlotId, str] = {}
        self.removing: set[SlotId] = set()
        self.unconfirmed: set[SlotId] = set()
        self.given: set[SlotId] = set()

    def has_work(self, slot: Slot) -> bool:
        """Whether a worker that comes is given this slot without being asked to."""
        if slot.slot_id in self.removing or slot.slot_id in self.held:
            return False
        if slot.slot_id in self.unconfirmed:
            return True
        return slot.number is not None and self._standings.get(slot.slot_id).state not in RESTS

    def at_work(self, account_id: AccountId) -> list[SlotId]:
        """The slots of an account that a worker is given when it comes."""
        return [slot.slot_id for slot in self._desk.slots(account_id) if self.has_work(slot)]

    def take_back(self, account_id: AccountId) -> None:
        """The account's worker is gone, or another came: nothing is given to it."""
        self.given = {slot_id for slot_id in self.given if account_of(slot_id) != account_id}

    def doubt(self, slot: Slot, known: SlotStatus) -> None:
        """Remember a slot whose pairing may have completed while nobody could be told."""
        if may_have_paired(slot, known):
            self.unconfirmed.add(slot.slot_id)

    def heard(self, status: SlotStatus, said: SlotStatus) -> None:
        """A worker's word ``said``, kept as ``status``: unlinked, after its engine was asked, ends a doubt."""
        # With counter 0 it says what it was told at the start, before its engine said anything.
        if status.state is LinkState.UNLINKED and said.counter > 0:
            self.unconfirmed.discard(status.slot_id)

    def forget(self, slot_id: SlotId) -> None:
        """The slot is erased."""
        self.held.pop(slot_id, None)
        self.unconfirmed.discard(slot_id)
        self.given.discard(slot_id)

    def require_kept(self, slot_id: SlotId) -> None:
        """NotFound for a slot that is gone or about to be."""
        if slot_id in self.removing or not self._standings.book.knows(slot_id):
            raise not_found()

    async def request(self, slot_id: SlotId, *, link: bool = False, resume: bool = False) -> StartSlot:
        """What a worker is told to bring a slot to work; VaultError without its key."""
        self.require_kept(slot_id)
        key = in_base64(await self._keys.slot(slot_id))
        # Its removal may have begun meanwhile, and must be the last that the worker hears of it.
        self.require_kept(slot_id)
        slot = self._desk.slot(slot_id)
        return StartSlot(
            slot_id=slot_id,
            key=key,
            device_name=device_name(slot),
            number=slot.number,
            last=self._standings.get(slot_id),
            link=link,
            resume=resume,
            history=self._desk.history(slot_id),
        )

    def engine_missing(self, slots: Iterable[SlotId]) -> bool:
        """Whether there is no engine; each of ``slots`` says so then."""
        if find_engine() is not None:
            return False
        for slot_id in slots:
            self._standings.write(slot_id, LinkState.ERROR, now_ms(), code="engine_missing")
        return True


def may_have_paired(slot: Slot, known: SlotStatus) -> bool:
    """Whether a phone may be linked to ``slot`` without the desk's knowledge: only its engine can tell."""
    if slot.number is None:
        return known.number is not None or known.state in _PAIRING
    return known.state is LinkState.LINKING


def device_name(slot: Slot) -> str:
    """What a phone's list of linked devices calls a slot: by its name, or by its number among its account's."""
    return f"WaDesk · {slot.name or slot.index}"[:LONGEST_DEVICE_NAME].rstrip()
