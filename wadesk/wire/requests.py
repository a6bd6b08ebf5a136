"""Requests that wait for their answer on a channel: numbered, each with a deadline."""

import asyncio
from itertools import count
from typing import Generic, TypeVar

from wadesk.wire.deadlines import deadline

R = TypeVar("R")


class ChannelClosed(Exception):
    """The other side is gone; the request may or may not have been carried out."""


class Outstanding(Generic[R]):
    """The requests under way on one channel; an answer nobody waits for is dropped."""

    def __init__(self) -> None:
        """Nothing is under way."""
        self._numbers = count(1)
        self._waiting: dict[int, asyncio.Future[R]] = {}
        self._closed = False

    def __len__(self) -> int:
        return len(self._waiting)

    def open(self) -> int:
        """Reserve the number of a new request; ChannelClosed after :meth:`fail_all`."""
        if self._closed:
            raise ChannelClosed
        number = next(self._numbers)
        self._waiting[number] = asyncio.get_running_loop().create_future()
        return number

    async def answer(self, number: int, timeout_s: float) -> R:
        """The answer to request ``number``; TimeoutError after ``timeout_s``, ChannelClosed when the channel ends."""
        try:
            async with deadline(timeout_s):
                return await self._waiting[number]
        finally:
            self._waiting.pop(number, None)

    def settle(self, number: int, result: R) -> bool:
        """Hand over the answer to ``number``; whether somebody waited for it."""
        waiting = self._waiting.get(number)
        if waiting is None or waiting.done():
            return False
        waiting.set_result(result)
        return True

    def fail_all(self) -> None:
        """The channel ended: every request under way raises ChannelClosed, and no new one is opened."""
        self._closed = True
        for waiting in list(self._waiting.values()):
            if not waiting.done():
                waiting.set_exception(ChannelClosed())
                # Somebody may have given up in this very turn of the loop: mark the error as seen.
                waiting.exception()
