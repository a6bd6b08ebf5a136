"""Every slot's link state and live codes, as last told by whoever writes them.

While a worker lives, it writes. While it is away the supervisor does, with the next counter of the
epoch that was current; whatever the next worker says is later than that.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from wadesk.domain.ids import AccountId, SlotId, account_of
from wadesk.domain.linkstate import STAYS, LinkState, PairingCode, Qr, SlotStatus

_BROKEN_BY_A_CRASH = frozenset(
    {LinkState.CONNECTING, LinkState.ONLINE, LinkState.RECONNECTING, LinkState.PHONE_OFFLINE, LinkState.ERROR}
)


RESTS = STAYS | {LinkState.UNLINKED}
"""States in which nothing is under way, and which are as true after a restart as before."""


class StatusBook:
    """The newest link state of each slot. Times are UTC milliseconds."""

    def __init__(self) -> None:
        """Know no slot."""
        self._statuses: dict[SlotId, SlotStatus] = {}
        self._qrs: dict[SlotId, Qr] = {}
        self._pairing_codes: dict[SlotId, PairingCode] = {}
        self._later: dict[AccountId, int] = {}
        self._heard: dict[SlotId, tuple[int, int]] = {}

    def open_slot(self, slot_id: SlotId, number: str | None, last: SlotStatus | None) -> None:
        """Know a slot from the desk, before any worker spoke: what a linked one shows is that it connects."""
        begun = last or SlotStatus(slot_id=slot_id, state=LinkState.UNLINKED, epoch=0, counter=0)
        rests = last is not None and last.state in RESTS
        at_first = LinkState.UNLINKED if number is None else LinkState.CONNECTING
        self._statuses[slot_id] = SlotStatus(
            slot_id=slot_id,
            state=begun.state if rests else at_first,
            epoch=begun.epoch,
            counter=begun.counter + 1,
            number=number,
            code=begun.code if rests else None,
            facts=begun.facts if rests else {},
            since_ms=begun.since_ms,
            until_ms=begun.until_ms if rests else None,
            last_seen_ms=begun.last_seen_ms,
            phone_seen_ms=begun.phone_seen_ms,
        )

    def get(self, slot_id: SlotId) -> SlotStatus:
        """The link state of a slot that was opened here."""
        return self._statuses[slot_id]

    def knows(self, slot_id: SlotId) -> bool:
        """Whether the slot is here."""
        return slot_id in self._statuses

    def worker_came(self, account_id: AccountId, epoch: int) -> None:
        """A worker began: its states are later than all that is known, also where a clock was set back."""
        known = [status.epoch for slot, status in self._statuses.items() if account_of(slot) == account_id]
        self._later[account_id] = max(0, max(known, default=0) + 1 - epoch)

    def hear(self, status: SlotStatus) -> SlotStatus | None:
        """Take a worker's word; the state as it is kept, or None when it is older than what that worker said.

        Its counter is raised where the supervisor had a word in between, so that a listener who only
        compares two values sees the same order.
        """
        known = self._statuses.get(status.slot_id)
        if known is None:
            return None
        said = (status.epoch + self._later.get(account_of(status.slot_id), 0), status.counter)
        if said <= self._heard.get(status.slot_id, (0, -1)) or said[0] < known.epoch:
            return None
        self._heard[status.slot_id] = said
        counter = max(said[1], known.counter + 1) if said[0] == known.epoch else said[1]
        self._statuses[status.slot_id] = replace(status, epoch=said[0], counter=counter)
        return self._statuses[status.slot_id]

    def begin_anew(self, slot_id: SlotId) -> None:
        """The worker has erased the slot, and counts from the beginning when it is given it again."""
        self._heard.pop(slot_id, None)

    def write(self, slot_id: SlotId, state: LinkState, now_ms: int, **facts: object) -> SlotStatus:
        """Say ``state`` for a slot whose worker is away. ``facts`` are other fields of the status."""
        known = self._statuses[slot_id]
        since = known.since_ms if known.state is state else now_ms
        status = SlotStatus(
            slot_id=slot_id,
            state=state,
            epoch=known.epoch,
            counter=known.counter + 1,
            number=known.number,
            since_ms=since,
            last_seen_ms=known.last_seen_ms,
            phone_seen_ms=known.phone_seen_ms,
        )
        status = replace(status, **facts)
        self._statuses[slot_id] = status
        return status

    def broken_by_crash(self, slots: Iterable[SlotId]) -> list[SlotId]:
        """Those of ``slots`` that were at work, so that a crash of their worker shows on them."""
        return [slot for slot in slots if slot in self._statuses and self._statuses[slot].state in _BROKEN_BY_A_CRASH]

    def linking(self, slots: Iterable[SlotId]) -> list[SlotId]:
        """Those of ``slots`` that were showing codes."""
        return [slot for slot in slots if slot in self._statuses and self._statuses[slot].state is LinkState.LINKING]

    def show_qr(self, qr: Qr) -> None:
        """A slot shows a code, in place of the one before."""
        if qr.slot_id in self._statuses:
            self._qrs[qr.slot_id] = qr

    def hide_qr(self, slot_id: SlotId) -> bool:
        """A slot shows no code any more; whether it showed one."""
        return self._qrs.pop(slot_id, None) is not None

    def qr(self, slot_id: SlotId, now_ms: int) -> Qr | None:
        """The code a slot shows now, unless its life is over."""
        qr = self._qrs.get(slot_id)
        return qr if qr is not None and qr.expires_ms > now_ms else None

    def show_pairing_code(self, code: PairingCode) -> None:
        """A slot shows a code to type, in place of the one before."""
        if code.slot_id in self._statuses:
            self._pairing_codes[code.slot_id] = code

    def hide_pairing_code(self, slot_id: SlotId) -> bool:
        """A slot shows no code to type any more; whether it showed one."""
        return self._pairing_codes.pop(slot_id, None) is not None

    def pairing_code(self, slot_id: SlotId, now_ms: int) -> PairingCode | None:
        """The code to type that a slot shows now, unless its life is over."""
        code = self._pairing_codes.get(slot_id)
        return code if code is not None and code.expires_ms > now_ms else None

    def forget(self, slot_id: SlotId) -> None:
        """The slot is removed: a late word about it is nobody's."""
        self._statuses.pop(slot_id, None)
        self._heard.pop(slot_id, None)
        self._qrs.pop(slot_id, None)
        self._pairing_codes.pop(slot_id, None)
