"""When a crashed worker comes back: capped, jittered back-off, and an end to trying when it only crashes."""

import random
from collections import deque

FIRST_S, LONGEST_S = 1.0, 60.0
"""The first delay is drawn below one second, and each next below twice that, up to a minute (recipes.md)."""
CRASHES, WITHIN_S = 5, 120.0
"""So many crashes in so many seconds mean that another try changes nothing."""
STEADY_S = 60.0
"""A worker that lived so long begins anew with the first delay."""


class Restarts:
    """Counts the crashes of one worker. Times are seconds of one monotonic clock that the caller reads."""

    def __init__(self, rng: random.Random) -> None:
        """Draw the jitter from ``rng``."""
        self._rng = rng
        self._crashes: deque[float] = deque(maxlen=CRASHES)
        self.attempt = 0

    def crashed(self, now: float, lived_s: float) -> float | None:
        """The delay before the next start, or None when the worker is given up until a person asks again."""
        if lived_s >= STEADY_S:
            self.attempt = 0
        self.attempt += 1
        self._crashes.append(now)
        if len(self._crashes) == CRASHES and now - self._crashes[0] < WITHIN_S:
            return None
        return self._rng.uniform(0, min(LONGEST_S, FIRST_S * 2 ** (self.attempt - 1)))

    def forget(self) -> None:
        """A person asked to try again: earlier crashes count no more."""
        self._crashes.clear()
        self.attempt = 0
