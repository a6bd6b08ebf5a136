"""What all lines of one account share."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from wadesk.domain.ids import AccountId
from wadesk.paths import AccountFolder
from wadesk.wire.engine_frames import Network
from wadesk.worker.connection.values import Moment
from wadesk.worker.parent import Parent
from wadesk.worker.reports import Reporter
from wadesk.worker.store_thread import StoreThread


def wall_ms() -> int:
    """The wall clock in UTC milliseconds."""
    return time.time_ns() // 1_000_000


def moment() -> Moment:
    """Now, on both clocks. The monotonic one is that of asyncio's loops."""
    return Moment(time.monotonic(), wall_ms())


@dataclass(frozen=True, slots=True)
class Account:
    """One account at work: its folder, its store, and the ways to the parent.

    ``engine`` is the executable's path, ``epoch`` the worker's start (UTC ms), ``random`` gives numbers
    from 0 up to 1 for jitter.
    """

    account_id: AccountId
    folder: AccountFolder
    network: Network
    engine: str
    epoch: int
    store: StoreThread
    reporter: Reporter
    parent: Parent
    random: Callable[[], float]
