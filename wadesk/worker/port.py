"""What the parts of one slot's line need of the line itself."""

from collections.abc import Coroutine
from typing import Any, Protocol

from wadesk.domain.ids import SlotId
from wadesk.domain.linkstate import PairingCode, SlotStatus
from wadesk.worker.connection.values import Fact
from wadesk.worker.running import Running


class LinePort(Protocol):
    """The line as its errands and its listening see it. ``running`` is the slot's engine, once it is ready."""

    slot_id: SlotId
    running: Running | None

    @property
    def status(self) -> SlotStatus:
        """The slot's link state."""

    @property
    def claimed(self) -> str | None:
        """The number the parent let us pair with, while that is under way."""

    @property
    def attempt(self) -> int:
        """The number of the latest connection."""

    @property
    def pairing(self) -> PairingCode | None:
        """The pairing code that is shown."""

    def tell(self, fact: Fact) -> None:
        """Let the connection hear a fact; never waits."""

    def start(self, work: Coroutine[Any, Any, object], name: str) -> None:
        """Do ``work`` beside everything else."""

    def drop_orders(self) -> None:
        """Carry out nothing of what is queued."""

    def backlog_in(self, attempt: int) -> None:
        """What waited at the server has come over connection ``attempt``."""
