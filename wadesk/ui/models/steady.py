"""Keeps short blips off the screen: a number that loses its connection is shown so only if it stays so."""

from dataclasses import dataclass

from wadesk.domain.ids import SlotId
from wadesk.domain.linkstate import LinkState, SlotStatus

BLIP_MS = 3_000
"""A connection that is back within this was never away, as far as people are concerned."""

_PASSING = frozenset({LinkState.CONNECTING, LinkState.RECONNECTING})


@dataclass(frozen=True)
class _Held:
    """The newest standing that is not shown yet, and when it is (in the clock's milliseconds)."""

    status: SlotStatus
    due_ms: int


class Steady:
    """Between what is told and what is shown. It reads no clock and waits for nothing: times are passed in.

    A connected number that is connecting or reconnecting stays shown as connected for :data:`BLIP_MS`,
    counted from the first such word. Everything else (what needs a person, what got better) shows at once.
    """

    def __init__(self) -> None:
        """Show nothing yet."""
        self._shown: dict[SlotId, SlotStatus] = {}
        self._held: dict[SlotId, _Held] = {}

    def begin(self, status: SlotStatus) -> None:
        """Show a standing that was read at the start as it is."""
        self._shown[status.slot_id] = status
        self._held.pop(status.slot_id, None)

    def hear(self, status: SlotStatus, now_ms: int) -> bool:
        """A new standing; whether what is shown changed. An older word than the newest one changes nothing."""
        slot_id = status.slot_id
        newest = self.told(slot_id)
        if newest is not None and not status.newer_than(newest):
            return False
        shown, held = self._shown.get(slot_id), self._held.get(slot_id)
        if shown is not None and shown.connected and status.state in _PASSING:
            self._held[slot_id] = _Held(status, held.due_ms if held is not None else now_ms + BLIP_MS)
            return False
        self.begin(status)
        return True

    def settle(self, now_ms: int) -> list[SlotId]:
        """Show what was held long enough; whose shown standing changed."""
        over = [slot_id for slot_id, held in self._held.items() if held.due_ms <= now_ms]
        for slot_id in over:
            self._shown[slot_id] = self._held.pop(slot_id).status
        return over

    def wait_ms(self, now_ms: int) -> int | None:
        """How long until :meth:`settle` has something to do; None while nothing is held."""
        due = min((held.due_ms for held in self._held.values()), default=None)
        return None if due is None else max(0, due - now_ms)

    def shown(self, slot_id: SlotId) -> SlotStatus | None:
        """What the screens show; None where nothing was told."""
        return self._shown.get(slot_id)

    def told(self, slot_id: SlotId) -> SlotStatus | None:
        """The newest word, shown or not."""
        held = self._held.get(slot_id)
        return held.status if held is not None else self._shown.get(slot_id)

    def forget(self, slot_id: SlotId) -> None:
        """The slot is gone."""
        self._shown.pop(slot_id, None)
        self._held.pop(slot_id, None)
