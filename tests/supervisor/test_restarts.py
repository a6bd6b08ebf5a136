"""How long a crashed worker waits, and when it is given up."""

import random

from wadesk.supervisor.restarts import LONGEST_S, Restarts


def test_delays_grow_to_a_minute_and_are_drawn_at_random() -> None:
    class Highest(random.Random):
        def uniform(self, a: float, b: float) -> float:
            return b

    restarts = Restarts(Highest())
    delays = [restarts.crashed(now=1000.0 * crash, lived_s=1) for crash in range(9)]
    assert delays == [1, 2, 4, 8, 16, 32, LONGEST_S, LONGEST_S, LONGEST_S]
    drawn = {Restarts(random.Random(seed)).crashed(0, 1) for seed in range(20)}
    assert len(drawn) == 20


def test_the_fifth_crash_in_two_minutes_is_the_last_and_a_person_may_ask_again() -> None:
    restarts = Restarts(random.Random(1))
    assert [restarts.crashed(now=float(second), lived_s=1) is None for second in range(5)] == [False] * 4 + [True]
    restarts.forget()
    assert restarts.crashed(now=6.0, lived_s=1) is not None
    slow = Restarts(random.Random(1))
    assert None not in [slow.crashed(now=40.0 * crash, lived_s=1) for crash in range(9)]


def test_a_worker_that_lived_a_minute_begins_anew() -> None:
    restarts = Restarts(random.Random(1))
    for crash in range(3):
        restarts.crashed(now=1000.0 * crash, lived_s=1)
    restarts.crashed(now=9000, lived_s=61)
    assert restarts.attempt == 1
