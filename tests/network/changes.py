"""Waiting for something to become true, without polling."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


class Changes:
    """Wakes those who wait whenever anything in the network has changed."""

    def __init__(self) -> None:
        self._waiters: set[asyncio.Future[None]] = set()

    def notify(self) -> None:
        """Something changed."""
        waiters, self._waiters = self._waiters, set()
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    async def next(self) -> None:
        """Wait until something changes."""
        waiter = asyncio.get_running_loop().create_future()
        self._waiters.add(waiter)
        try:
            await waiter
        finally:
            self._waiters.discard(waiter)

    async def wait(self, condition: Callable[[], Result | None], timeout: float = 10) -> Result:
        """Wait until the condition is truthy and return it; raises TimeoutError."""
        async with asyncio.timeout(timeout):
            while not (result := condition()):
                await self.next()
        return result
