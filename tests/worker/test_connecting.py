"""When a slot's connection dials, waits, gives up or yields."""

import pytest

from tests.worker.connection_steps import NUMBER, START_MS, Steps, status
from wadesk.domain.linkstate import STAYS, LinkState
from wadesk.wire.engine_frames import (
    Connected,
    Disconnected,
    KeepaliveTimeout,
    Replaced,
    StreamError,
)
from wadesk.worker.connection.values import (
    Dial,
    DialReplied,
    EndEngine,
    EngineAbsent,
    EngineCrashed,
    Halted,
    HangUp,
    SendPassed,
    SendStalled,
    StartEngine,
    StoreFailed,
    Wanted,
)


def test_a_linked_slot_comes_online_and_says_each_step() -> None:
    steps = Steps()
    assert steps.hear(Wanted(link=False)) == [StartEngine()]
    assert steps.state is LinkState.CONNECTING
    assert steps.ready(NUMBER) == [Dial(1)]
    steps.hear(DialReplied(1))
    assert steps.state is LinkState.CONNECTING
    steps.hear(Connected(attempt=1))
    assert steps.state is LinkState.ONLINE
    assert steps.status.since_ms == START_MS


def test_each_change_of_the_link_state_has_a_higher_counter() -> None:
    steps = Steps()
    seen = [steps.status.counter]
    steps.hear(Wanted(link=False))
    seen.append(steps.status.counter)
    steps.ready(NUMBER)
    steps.stand()
    seen.append(steps.status.counter)
    steps.lose()
    seen.append(steps.status.counter)
    assert seen == sorted(set(seen))


def test_wanting_a_slot_twice_starts_it_once() -> None:
    steps = Steps()
    steps.hear(Wanted(link=True))
    assert steps.hear(Wanted(link=True)) == []
    steps.ready(NUMBER)
    assert steps.hear(Wanted(link=True)) == []
    steps.stand()
    assert steps.hear(Wanted(link=True)) == []


def test_an_unlinked_slot_does_nothing_unless_a_person_asks() -> None:
    steps = Steps(number=None)
    assert steps.hear(Wanted(link=False)) == []
    assert steps.state is LinkState.UNLINKED


@pytest.mark.parametrize("state", sorted(STAYS))
def test_a_state_that_stays_is_left_only_when_a_person_asks(state: LinkState) -> None:
    steps = Steps(last=status(state, code="why", until_ms=5))
    assert steps.hear(Wanted(link=False)) == []
    assert (steps.state, steps.status.code, steps.status.until_ms) == (state, "why", 5)
    assert steps.hear(Wanted(link=True)) == [StartEngine()]


@pytest.mark.parametrize("state", sorted(set(LinkState) - STAYS))
def test_any_other_state_of_a_bound_slot_connects_by_itself(state: LinkState) -> None:
    assert Steps(last=status(state)).hear(Wanted(link=False)) == [StartEngine()]


def test_delays_double_to_a_minute_and_the_screen_knows_the_next_try() -> None:
    steps = Steps()
    steps.hear(Wanted(link=False))
    steps.ready(NUMBER)
    delays = []
    for _ in range(8):
        steps.hear(DialReplied(steps.dial, "dial_failed"))
        assert steps.state is LinkState.RECONNECTING
        assert steps.status.next_try_ms is not None
        delays.append((steps.status.next_try_ms - steps.now.wall_ms) / 1000)
        steps.wait(delays[-1])
    assert delays == [1, 2, 4, 8, 16, 32, 60, 60]
    assert steps.dial == 9


def test_a_link_that_stood_a_minute_begins_with_the_shortest_delay_again() -> None:
    steps = Steps()
    steps.come_online()
    for _ in range(4):
        steps.lose()
        steps.retry()
        steps.wait(30)
    assert steps.status.attempt == 4
    steps.wait(31)
    steps.lose()
    assert steps.status.attempt == 1


@pytest.mark.parametrize("silence", [25.5, 31.0])
def test_a_dial_without_an_answer_is_dropped_and_tried_again(silence: float) -> None:
    steps = Steps()
    steps.hear(Wanted(link=False))
    steps.ready(NUMBER)
    if silence > 30:
        steps.hear(DialReplied(1))
    assert HangUp() in steps.wait(silence)
    steps.wait(1)
    assert steps.dials()[-1] == Dial(2, again=True)


def test_connected_for_an_older_attempt_is_not_believed() -> None:
    steps = Steps()
    steps.come_online()
    steps.lose()
    steps.hear(Connected(attempt=1))
    assert steps.state is LinkState.RECONNECTING
    steps.wait(1)
    steps.hear(Connected(attempt=1))
    assert steps.state is LinkState.RECONNECTING


def test_connected_after_disconnected_of_the_same_attempt_is_not_believed() -> None:
    steps = Steps()
    steps.hear(Wanted(link=False))
    steps.ready(NUMBER)
    steps.lose()
    steps.hear(Connected(attempt=1))
    assert steps.state is LinkState.RECONNECTING


def test_connected_twice_is_harmless() -> None:
    steps = Steps()
    steps.come_online()
    before = steps.status
    steps.hear(Connected(attempt=1))
    assert steps.status == before


def test_already_connected_is_no_failure() -> None:
    steps = Steps()
    steps.hear(Wanted(link=False))
    steps.ready(NUMBER)
    steps.hear(DialReplied(1, "already_connected"))
    steps.hear(Connected(attempt=1))
    assert steps.state is LinkState.ONLINE


def test_one_end_told_twice_is_one_try() -> None:
    steps = Steps()
    steps.come_online()
    steps.wait(20)
    steps.lose()
    steps.lose()
    assert steps.status.attempt == 1


def test_a_stream_error_without_disconnected_is_dropped_after_five_seconds() -> None:
    steps = Steps()
    steps.come_online()
    steps.wait(20)
    steps.hear(StreamError(attempt=1, code="500"))
    steps.wait(4)
    assert steps.state is LinkState.ONLINE
    steps.wait(1)
    assert steps.state is LinkState.RECONNECTING
    assert Dial(2, again=True) in steps.wait(1)


def test_a_stream_error_followed_by_disconnected_is_one_try() -> None:
    steps = Steps()
    steps.come_online()
    steps.wait(20)
    steps.hear(StreamError(attempt=1, code="503"))
    steps.lose()
    steps.wait(1)
    steps.stand()
    steps.wait(20)
    assert (steps.state, steps.dial) == (LinkState.ONLINE, 2)


def test_sends_that_stall_end_a_half_dead_link_and_a_send_that_passes_clears_it() -> None:
    steps = Steps()
    steps.come_online()
    steps.wait(20)
    steps.hear(SendStalled())
    steps.hear(SendPassed())
    steps.wait(6)
    assert steps.state is LinkState.ONLINE
    steps.hear(SendStalled())
    steps.wait(3)
    steps.hear(SendStalled())
    steps.wait(2)
    assert steps.state is LinkState.RECONNECTING


def test_the_second_unanswered_ping_connects_anew() -> None:
    steps = Steps()
    steps.come_online()
    steps.wait(100)
    steps.hear(KeepaliveTimeout(attempt=1, errors=1))
    assert steps.state is LinkState.ONLINE
    steps.hear(KeepaliveTimeout(attempt=1, errors=2))
    assert steps.state is LinkState.RECONNECTING
    assert Dial(2, again=True) in steps.wait(1)


def test_three_links_in_a_row_that_end_within_ten_seconds_yield_to_the_other_session() -> None:
    steps = Steps()
    steps.come_online()
    for _ in range(3):
        steps.wait(9)
        steps.lose()
        if steps.state is LinkState.RECONNECTING:
            steps.retry()
    assert (steps.state, steps.status.code) == (LinkState.REPLACED, "tug_of_war")
    assert steps.wait(3600) == []


def test_links_that_we_end_because_sends_fail_are_no_tug_of_war() -> None:
    steps = Steps()
    steps.come_online()
    for _ in range(4):
        steps.hear(SendStalled())
        steps.wait(5)
        assert steps.state is LinkState.RECONNECTING
        steps.retry()
    assert steps.state is LinkState.ONLINE


def test_two_quick_ends_and_a_longer_one_are_no_tug_of_war() -> None:
    steps = Steps()
    steps.come_online()
    for stood in (1, 1, 11, 1, 1):
        steps.wait(stood)
        steps.lose()
        steps.retry()
    assert steps.state is LinkState.ONLINE


def test_a_crashed_engine_comes_back_and_five_crashes_in_two_minutes_are_said() -> None:
    steps = Steps()
    steps.come_online()
    for _ in range(4):
        steps.wait(11)
        steps.hear(EngineCrashed())
        assert steps.state is LinkState.RECONNECTING
        steps.retry()
    steps.hear(EngineCrashed())
    assert (steps.state, steps.status.code) == (LinkState.ERROR, "crashing")
    assert steps.wait(3600) == []
    assert steps.hear(Wanted(link=True)) == [StartEngine()]


def test_five_crashes_over_a_longer_time_are_no_end() -> None:
    steps = Steps()
    steps.come_online()
    for _ in range(8):
        steps.wait(61)
        steps.hear(EngineCrashed())
        steps.retry()
    assert steps.state is LinkState.ONLINE


def test_crashes_of_an_engine_are_no_tug_of_war() -> None:
    steps = Steps()
    steps.come_online()
    for _ in range(4):
        steps.hear(EngineCrashed())
        steps.retry()
    assert steps.state is LinkState.ONLINE


@pytest.mark.parametrize("code", ["wrong_key", "damaged", "many_devices", "network", "protocol", "wrong_number"])
def test_last_words_that_a_restart_does_not_cure_are_said_at_once(code: str) -> None:
    steps = Steps()
    steps.hear(Wanted(link=False))
    steps.hear(EngineCrashed(code))
    assert steps.state is LinkState.ERROR
    assert steps.wait(3600) == []


def test_a_missing_engine_is_said_and_a_person_may_try_again() -> None:
    steps = Steps()
    steps.hear(Wanted(link=False))
    steps.hear(EngineAbsent("engine_missing"))
    assert (steps.state, steps.status.code) == (LinkState.ERROR, "engine_missing")
    assert steps.wait(3600) == []
    assert steps.hear(Wanted(link=True)) == [StartEngine()]


def test_a_store_that_cannot_take_a_message_ends_the_engine_at_once_and_is_tried_again() -> None:
    steps = Steps()
    steps.come_online()
    orders = steps.hear(StoreFailed("disk_full"))
    assert EndEngine(kill=True) in orders
    assert (steps.state, steps.status.code) == (LinkState.ERROR, "disk_full")
    assert StartEngine() in steps.wait(1)


def test_a_person_need_not_wait_for_the_next_try() -> None:
    steps = Steps()
    steps.come_online()
    for _ in range(5):
        steps.wait(20)
        steps.lose()
        steps.retry()
    steps.wait(20)
    steps.lose()
    assert steps.hear(Wanted(link=True)) == [Dial(steps.dial)]


def test_a_halted_slot_ends_its_engine_and_stays_paused() -> None:
    steps = Steps()
    steps.come_online()
    assert EndEngine() in steps.hear(Halted())
    assert steps.state is LinkState.PAUSED
    assert steps.hear(Wanted(link=False)) == []


def test_a_late_event_of_an_engine_that_was_ended_changes_nothing() -> None:
    steps = Steps()
    steps.come_online()
    steps.hear(Halted())
    before = steps.status
    for fact in (Connected(attempt=1), Disconnected(attempt=1), Replaced(attempt=1), EngineCrashed()):
        assert steps.hear(fact) == []
    assert steps.status == before


def test_when_a_number_was_last_online_is_kept_for_the_screen() -> None:
    steps = Steps()
    steps.come_online()
    steps.wait(20)
    steps.lose()
    lost_at = steps.now.wall_ms
    steps.wait(10)
    assert steps.status.last_seen_ms == lost_at
    assert Steps(last=steps.status).status.last_seen_ms == lost_at


def test_a_slot_that_was_online_in_an_earlier_run_is_not_called_online_before_it_is() -> None:
    assert Steps(last=status(LinkState.ONLINE)).state is LinkState.CONNECTING
