"""How long to wait before the next try, and when to stop trying."""

from collections import deque
from collections.abc import Callable

FIRST_DELAY_S = 1.0
LONGEST_DELAY_S = 60.0
CRASHES_TO_GIVE_UP = 5
CRASH_WINDOW_S = 120.0
QUICK_END_S = 10.0
QUICK_ENDS_TO_YIELD = 3


class BackOff:
    """1 s doubled to 60 s with full jitter: many that failed together do not come back together."""

    def __init__(self, random: Callable[[], float]) -> None:
        """``random`` gives numbers from 0 up to 1."""
        self._random = random
        self._tries = 0

    @property
    def tries(self) -> int:
        """How many tries failed in a row."""
        return self._tries

    def next_delay(self) -> float:
        """Seconds until the next try, after one more that failed."""
        ceiling: float = min(LONGEST_DELAY_S, FIRST_DELAY_S * 2.0 ** min(self._tries, 6))
        self._tries += 1
        return ceiling * self._random()

    def reset(self) -> None:
        """Something held long enough: begin with the shortest delay again."""
        self._tries = 0


class CrashCount:
    """Five crashes in two minutes: something is wrong that a restart does not cure."""

    def __init__(self) -> None:
        self._times: deque[float] = deque(maxlen=CRASHES_TO_GIVE_UP)

    def add(self, now: float) -> bool:
        """Count a crash; whether it is time to give up."""
        self._times.append(now)
        return len(self._times) == CRASHES_TO_GIVE_UP and now - self._times[0] <= CRASH_WINDOW_S

    def clear(self) -> None:
        """A person asked to try again."""
        self._times.clear()


class TugOfWar:
    """Connections that end right after they stood: another session takes the number back each time.

    Of 100 sessions opened elsewhere 30 told it only by ending (engine.md): without this rule two programs
    would throw each other out for ever.
    """

    def __init__(self) -> None:
        self._quick_ends = 0

    def ended(self, seconds: float) -> bool:
        """A connection ended after ``seconds``; whether to yield to the other session."""
        self._quick_ends = self._quick_ends + 1 if seconds < QUICK_END_S else 0
        return self._quick_ends >= QUICK_ENDS_TO_YIELD

    def clear(self) -> None:
        """A person asked to try again."""
        self._quick_ends = 0
