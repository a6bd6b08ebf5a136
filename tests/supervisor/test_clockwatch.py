"""Sleep and clock jumps are noticed by two clocks, and nothing else is."""

import asyncio

import pytest

from wadesk.supervisor.clockwatch import JUMP_S, LOOK_EVERY_S, ClockWatch, watch_clocks


@pytest.mark.parametrize(
    ("loop_s", "wall_s", "jumped"),
    [
        (5, 5, False),
        (5, 5 + JUMP_S, False),
        (5, 5 + JUMP_S + 1, True),
        (5, 5 - JUMP_S, False),
        (5, 5 - JUMP_S - 1, True),
        (LOOK_EVERY_S + JUMP_S, LOOK_EVERY_S + JUMP_S, False),
        (LOOK_EVERY_S + JUMP_S + 1, LOOK_EVERY_S + JUMP_S + 1, True),
    ],
    ids=["a look", "almost", "slept", "set back a little", "set back", "busy", "slept with the clock going on"],
)
def test_a_jump_is_more_than_half_a_minute_between_two_looks(loop_s: float, wall_s: float, jumped: bool) -> None:
    assert ClockWatch(1000, 5000).look(1000 + loop_s, 5000 + wall_s) is jumped


def test_a_clock_that_drifts_is_no_jump_and_one_jump_is_told_once() -> None:
    watch = ClockWatch(0, 0)
    assert not any(watch.look(5 * n, 6 * n) for n in range(1, 100))
    assert watch.look(500, 10_000)
    assert not watch.look(505, 10_005)


def test_each_jump_wakes_once_and_nothing_else_does() -> None:
    readings = iter([(0, 0), (5, 5), (10, 3610), (15, 3615), (20, 15), (25, 20)])
    now = (0.0, 0.0)
    woken: list[float] = []

    async def pause(seconds: float) -> None:
        nonlocal now
        assert seconds == LOOK_EVERY_S
        if (reading := next(readings, None)) is None:
            raise asyncio.CancelledError
        now = reading

    async def wake() -> None:
        woken.append(now[0])

    async def play() -> None:
        nonlocal now
        now = next(readings)
        with pytest.raises(asyncio.CancelledError):
            await watch_clocks(lambda: now[0], lambda: now[1], wake, pause)

    asyncio.run(play())
    assert woken == [10, 20]
