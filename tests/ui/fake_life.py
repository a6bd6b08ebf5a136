"""A number's life on the fake supervisor: paused, resumed, logged out, cleared, given a code to type."""

from collections.abc import Callable

from wadesk.domain.events import PairingCodeShown
from wadesk.domain.ids import SlotId
from wadesk.domain.linkstate import LinkState, PairingCode, SlotStatus
from wadesk.domain.principal import Principal

CODE_LIFE_MS = 161_000
"""2:41, as the mock-up has it."""


class Life:
    """What the window orders about one number that is there; each is noted and told as the real one does."""

    now: Callable[[], int]
    _called: Callable[[str], None]
    tell: Callable[..., None]
    put_status: Callable[..., SlotStatus]

    async def pause(self, who: Principal, slot_id: SlotId) -> None:
        self._called(f"pause {slot_id}")
        self.put_status(slot_id, LinkState.PAUSED, facts={"by": who.name}, since_ms=self.now())

    async def resume(self, who: Principal, slot_id: SlotId) -> None:
        self._called(f"resume {slot_id}")
        self.put_status(slot_id, LinkState.CONNECTING, since_ms=self.now())

    async def reconnect(self, who: Principal, slot_id: SlotId) -> None:
        self._called(f"reconnect {slot_id}")

    async def log_out(self, who: Principal, slot_id: SlotId) -> None:
        self._called(f"log_out {slot_id}")
        self.put_status(slot_id, LinkState.LOGGED_OUT, code="by_person", since_ms=self.now())

    async def clear(self, who: Principal, slot_id: SlotId) -> None:
        self._called(f"clear {slot_id}")
        self.put_status(slot_id, LinkState.UNLINKED)

    async def ask_pairing_code(self, who: Principal, slot_id: SlotId, number: str) -> PairingCode:
        self._called(f"ask_pairing_code {slot_id} {number}")
        now = self.now()
        code = PairingCode(
            slot_id=slot_id, code="K7QF-2MXD", number=number, shown_ms=now, expires_ms=now + CODE_LIFE_MS
        )
        self.tell(PairingCodeShown(code=code))
        return code
