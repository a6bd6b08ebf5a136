"""Notices that the computer slept, or that somebody set its clock: links made before are then worth nothing.

A monotonic clock stands still in sleep on Linux and macOS and goes on on Windows. So both signs are looked
for: wall clock and loop time that move apart, and a loop that was not served for long.
"""

import asyncio
from collections.abc import Awaitable, Callable

LOOK_EVERY_S = 5.0
JUMP_S = 30.0
"""Less than this is a busy computer, or a clock that is being set right."""


class ClockWatch:
    """Compares two clocks from look to look; a drift that adds up slowly is no jump. All times are seconds."""

    def __init__(self, loop_s: float, wall_s: float) -> None:
        """Begin at these readings of the loop's clock and of the wall clock."""
        self._loop_s, self._wall_s = loop_s, wall_s

    def look(self, loop_s: float, wall_s: float) -> bool:
        """Whether the computer slept or its clock jumped since the last look."""
        passed, by_wall = loop_s - self._loop_s, wall_s - self._wall_s
        self._loop_s, self._wall_s = loop_s, wall_s
        return abs(by_wall - passed) > JUMP_S or passed > LOOK_EVERY_S + JUMP_S


async def watch_clocks(
    loop_s: Callable[[], float],
    wall_s: Callable[[], float],
    woken: Callable[[], Awaitable[None]],
    pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Await ``woken`` after each jump, until cancelled; ``pause`` waits between two looks."""
    watch = ClockWatch(loop_s(), wall_s())
    while True:
        await pause(LOOK_EVERY_S)
        if watch.look(loop_s(), wall_s()):
            await woken()
