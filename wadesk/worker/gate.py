"""Whether a slot's link stands, for those who work only while it does."""

import asyncio

from wadesk.worker.running import Running


class Gate:
    """Open while the link stands, over one engine at a time."""

    def __init__(self) -> None:
        """The link does not stand."""
        self._running: Running | None = None
        self._opened = asyncio.Event()
        self._over = asyncio.Event()

    @property
    def running(self) -> Running | None:
        """The engine that the link stands over."""
        return self._running

    def open(self, running: Running) -> None:
        """The link stands."""
        self._running = running
        self._opened.set()

    def close(self) -> None:
        """The link does not stand any more."""
        self._running = None
        self._opened.clear()
        over, self._over = self._over, asyncio.Event()
        over.set()

    @property
    def over(self) -> asyncio.Event:
        """Is set when the link breaks that stands now (or the next one, where none does)."""
        return self._over

    async def opened(self) -> Running:
        """Wait until the link stands; over which engine."""
        while self._running is None:
            await self._opened.wait()
        return self._running
