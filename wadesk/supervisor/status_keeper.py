"""Writes link states into the desk behind the loop's back: the newest of each slot, never a queue of old ones."""

import asyncio
import logging

from wadesk.domain.errors import WaDeskError
from wadesk.domain.ids import SlotId
from wadesk.domain.linkstate import SlotStatus
from wadesk.supervisor.desk import Desk

log = logging.getLogger(__name__)


class StatusKeeper:
    """Keeps what :meth:`keep` was given last, soon after."""

    def __init__(self, desk: Desk) -> None:
        """Write into ``desk``."""
        self._desk = desk
        self._unkept: dict[SlotId, SlotStatus] = {}
        self._something = asyncio.Event()

    def keep(self, status: SlotStatus) -> None:
        """Write ``status`` soon, in place of an older one of its slot that still waits."""
        self._unkept[status.slot_id] = status
        self._something.set()

    def forget(self, slot_id: SlotId) -> None:
        """The slot is removed."""
        self._unkept.pop(slot_id, None)

    async def keep_on(self) -> None:
        """Write until cancelled. A disk that refuses is told in the log: a state is only a hint for the next start."""
        while True:
            await self._something.wait()
            self._something.clear()
            await self.flush()

    async def flush(self) -> None:
        """Write what waits, now."""
        waiting, self._unkept = list(self._unkept.values()), {}
        try:
            await self._desk.keep_statuses(waiting)
        except WaDeskError as error:
            log.warning("link states could not be kept: %s", error.reason)
