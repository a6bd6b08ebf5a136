"""Drives a connection with a clock that the test moves."""

from wadesk.domain.ids import AccountId, slot_id
from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.wire.engine_frames import (
    ENGINE_PROTOCOL,
    Connected,
    Disconnected,
    Paired,
    QrCode,
    Ready,
)
from wadesk.worker.connection.machine import Connection
from wadesk.worker.connection.values import (
    Dial,
    DialReplied,
    EndEngine,
    EngineEnded,
    Fact,
    Moment,
    NumberClaimed,
    Order,
    Phase,
    Wanted,
)

ACCOUNT = AccountId("abcdefgh2345")
SLOT = slot_id(ACCOUNT, 1)
NUMBER = "+5511999990001"
OTHER = "+5511999990002"
START_MS = 1_700_000_000_000


class Steps:
    """One connection, its clock, and all orders it gave; jitter is always the whole delay."""

    def __init__(self, number: str | None = NUMBER, last: SlotStatus | None = None) -> None:
        self.time = 1000.0
        self.orders: list[Order] = []
        self.connection = Connection(SLOT, epoch=7, number=number, last=last, random=lambda: 1.0, now=self.now)

    @property
    def now(self) -> Moment:
        return Moment(self.time, START_MS + round((self.time - 1000) * 1000))

    @property
    def status(self) -> SlotStatus:
        return self.connection.status

    @property
    def state(self) -> LinkState:
        return self.connection.status.state

    def hear(self, fact: Fact) -> list[Order]:
        """Tell one fact; an engine that is told to end has ended right after it."""
        orders = self.connection.hear(fact, self.now)
        self.orders += orders
        if any(isinstance(order, EndEngine) for order in orders):
            orders += self.hear(EngineEnded())
        return orders

    def wait(self, seconds: float) -> list[Order]:
        """Let time pass, stopping at every deadline."""
        until, orders = self.time + seconds, []
        while (deadline := self.connection.deadline) is not None and deadline <= until:
            self.time = max(self.time, deadline)
            new = self.connection.tick(self.now)
            self.orders += new
            orders += new
            if any(isinstance(order, EndEngine) for order in new):
                orders += self.hear(EngineEnded())
        self.time = until
        return orders

    def ended(self) -> list[Order]:
        """The engine has ended as it was told to."""
        orders = self.connection.hear(EngineEnded(), self.now)
        self.orders += orders
        return orders

    @property
    def dial(self) -> int:
        return self.connection.dial

    def dials(self) -> list[Dial]:
        return [order for order in self.orders if isinstance(order, Dial)]

    # -- whole stretches ------------------------------------------------------------------------

    def ready(self, number: str | None) -> list[Order]:
        return self.hear(
            Ready(protocol=ENGINE_PROTOCOL, network="offline", version="1", self_number=number, self_lid=None)
        )

    def stand(self) -> list[Order]:
        """The dial under way comes up."""
        self.hear(DialReplied(self.dial))
        return self.hear(Connected(attempt=self.dial))

    def come_online(self) -> None:
        """From rest to online, as a linked slot."""
        self.hear(Wanted(link=False))
        self.ready(NUMBER)
        self.stand()

    def show_code(self, number: int = 1) -> list[Order]:
        return self.hear(QrCode(attempt=self.dial, code=f"code {number}", number=number, of=6, life_ms=60_000))

    def begin_linking(self) -> None:
        """From rest to a QR on the screen."""
        self.hear(Wanted(link=True))
        self.ready(None)
        self.hear(DialReplied(self.dial))
        self.show_code()

    def pair(self, number: str = NUMBER) -> list[Order]:
        """A phone scans and the parent agrees."""
        orders = self.hear(NumberClaimed(number, "99"))
        return orders + self.hear(Paired(attempt=self.dial, number=number, lid="99", platform="android"))

    def retry(self) -> None:
        """Wait for the next try and let it come up."""
        assert self.status.next_try_ms is not None
        self.wait((self.status.next_try_ms - self.now.wall_ms) / 1000)
        if self.connection.phase is Phase.STARTING:
            self.ready(NUMBER)
        self.stand()

    def lose(self) -> list[Order]:
        return self.hear(Disconnected(attempt=self.dial))


def status(state: LinkState, **more: object) -> SlotStatus:
    """A link state as an earlier run left it."""
    return SlotStatus(slot_id=SLOT, state=state, epoch=1, counter=3, number=NUMBER, **more)  # type: ignore[arg-type]
