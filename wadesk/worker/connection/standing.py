"""What a connection remembers, and the small steps that change it."""

from collections.abc import Callable

from msgspec import structs

from wadesk.domain.ids import SlotId
from wadesk.domain.linkstate import CONNECTED, LinkState, PairingCode, SlotStatus
from wadesk.worker.connection.pace import BackOff, CrashCount, TugOfWar
from wadesk.worker.connection.values import Moment, Order, Phase, Timer, Wanted


class Standing:
    """The memory of one slot's connection. Only rules change it, and only while a fact is heard.

    ``number`` is the bound one; ``linked`` whether the engine holds a device; ``link_wanted`` whether a
    person asked and it has not been online since; ``dial`` the number of the latest attempt; ``claimed``
    the number the parent let us pair with, until that ends either way. ``scanned``: a phone read the code
    and the link has not stood since (``stuck``: and it takes too long). ``trouble`` is the code of why the
    latest attempt failed, as far as people can do something about it. ``leaving``: the phone is being told
    to unlink this device. ``phone_assumed``: the phone's last sign of life is our guess, not its word.
    """

    def __init__(self, status: SlotStatus, random: Callable[[], float], now: Moment) -> None:
        """Begin at rest with the link state that was last reported."""
        self.now = now
        self.status = status
        self.phase = Phase.REST
        self.engine_up = False
        self.linked = False
        self.link_wanted = False
        self.wanted_again: Wanted | None = None
        self.dial = 0
        self.suspicious = False
        self.connected_at: float | None = None
        self.restart_seen = False
        self.claimed: str | None = None
        self.scanned = False
        self.stuck = False
        self.leaving = False
        self.trouble: str | None = None
        self.pairing: PairingCode | None = None
        self.phone_assumed = False
        self.back_off = BackOff(random)
        self.crashes = CrashCount()
        self.tug_of_war = TugOfWar()
        self.orders: list[Order] = []
        self.timers: dict[Timer, float] = {}

    @property
    def slot_id(self) -> SlotId:
        """Whose connection this is."""
        return self.status.slot_id

    @property
    def number(self) -> str | None:
        """The number bound to the slot."""
        return self.status.number

    def order(self, *orders: Order) -> None:
        """Have ``orders`` carried out, one after another."""
        self.orders.extend(orders)

    def show(
        self,
        state: LinkState,
        code: str | None = None,
        facts: dict[str, str] | None = None,
        *,
        until_ms: int | None = None,
        next_try_ms: int | None = None,
    ) -> None:
        """Make ``state`` the link state, with what its sentence needs; the QR's presence stays as it is."""
        old = self.status
        since_ms = old.since_ms if (old.state, old.code) == (state, code) else None
        if since_ms is None:
            since_ms = self.now.wall_ms
        self.status = SlotStatus(
            slot_id=old.slot_id,
            state=state,
            epoch=old.epoch,
            counter=old.counter,
            number=old.number,
            code=code,
            facts=facts or {},
            since_ms=since_ms,
            until_ms=until_ms,
            attempt=self.back_off.tries,
            next_try_ms=next_try_ms,
            last_seen_ms=self.now.wall_ms if CONNECTED & {old.state, state} else old.last_seen_ms,
            phone_seen_ms=old.phone_seen_ms,
            qr_available=old.qr_available,
        )

    def show_qr_there(self) -> None:
        """A QR code is on the screen."""
        self.status = structs.replace(self.status, qr_available=True)

    def show_qr_gone(self) -> None:
        """No QR code is on the screen any more."""
        self.status = structs.replace(self.status, qr_available=False, until_ms=None)

    def see_phone(self, time_ms: int) -> None:
        """The phone itself was heard of at ``time_ms`` (UTC)."""
        self.status = structs.replace(self.status, phone_seen_ms=time_ms)

    def bind(self, number: str) -> None:
        """The slot speaks for ``number`` from here on."""
        self.status = structs.replace(self.status, number=number)

    def count_change(self, before: SlotStatus) -> None:
        """Number the link state anew where it differs from ``before``."""
        if self.status != before:
            self.status = structs.replace(self.status, counter=before.counter + 1)

    def set_timer(self, timer: Timer, seconds: float) -> None:
        """Hear of ``timer`` in ``seconds``."""
        self.timers[timer] = self.now.monotonic + seconds

    def clear_timers(self, *timers: Timer) -> None:
        """Forget these timers, or all of them when none is named."""
        for timer in timers or tuple(self.timers):
            self.timers.pop(timer, None)
