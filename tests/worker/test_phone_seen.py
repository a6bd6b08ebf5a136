"""A phone that is not heard of for ten days is warned about before WhatsApp unlinks its devices."""

from tests.worker.connection_steps import NUMBER, START_MS, Steps, status
from wadesk.domain.linkstate import LinkState
from wadesk.wire.engine_frames import PhoneHeard
from wadesk.worker.connection.values import KeepPhoneSeen

DAY_S = 86_400
MINUTE_MS = 60_000


def seen(days_ago: float) -> Steps:
    steps = Steps()
    steps.connection.phone_was_seen(START_MS - round(days_ago * DAY_S * 1000))
    return steps


def test_a_link_stands_without_a_word_for_ten_days_and_then_with_a_warning() -> None:
    steps = seen(9)
    steps.come_online()
    assert steps.state is LinkState.ONLINE
    steps.wait(DAY_S - 1)
    assert steps.state is LinkState.ONLINE
    steps.wait(1)
    assert (steps.state, steps.status.connected) == (LinkState.PHONE_OFFLINE, True)


def test_a_phone_that_was_silent_too_long_is_told_as_soon_as_the_link_stands() -> None:
    steps = seen(11)
    steps.come_online()
    assert steps.state is LinkState.PHONE_OFFLINE


def test_a_sign_of_life_takes_the_warning_away_and_is_stored() -> None:
    steps = seen(11)
    steps.come_online()
    assert steps.hear(PhoneHeard(time_ms=steps.now.wall_ms)) == [KeepPhoneSeen(START_MS)]
    assert (steps.state, steps.status.phone_seen_ms) == (LinkState.ONLINE, START_MS)


def test_signs_within_ten_minutes_are_one() -> None:
    steps = seen(0)
    steps.come_online()
    counter = steps.status.counter
    assert steps.hear(PhoneHeard(time_ms=START_MS + 9 * MINUTE_MS)) == []
    assert steps.status.counter == counter
    assert steps.hear(PhoneHeard(time_ms=START_MS + 10 * MINUTE_MS)) == [KeepPhoneSeen(START_MS + 10 * MINUTE_MS)]


def test_an_older_sign_of_life_never_replaces_a_newer() -> None:
    steps = seen(11)
    steps.come_online()
    assert steps.hear(PhoneHeard(time_ms=START_MS - 12 * DAY_S * 1000)) == []
    assert steps.state is LinkState.PHONE_OFFLINE


def test_a_phone_that_was_never_heard_of_counts_from_the_first_link() -> None:
    steps = Steps()
    steps.come_online()
    assert steps.orders[-1] == KeepPhoneSeen(START_MS)
    steps.wait(10 * DAY_S)
    assert steps.state is LinkState.PHONE_OFFLINE


def test_the_phone_that_scans_is_there() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    assert steps.pair()[-1] == KeepPhoneSeen(START_MS)


def test_what_the_phone_says_itself_replaces_a_guess_though_it_is_older() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    steps.pair()
    steps.stand()
    old = START_MS - 11 * DAY_S * 1000
    assert steps.hear(PhoneHeard(time_ms=old)) == [KeepPhoneSeen(old)]
    assert (steps.state, steps.status.phone_seen_ms) == (LinkState.PHONE_OFFLINE, old)
    steps.hear(PhoneHeard(time_ms=START_MS))
    assert steps.hear(PhoneHeard(time_ms=old)) == []
    assert steps.state is LinkState.ONLINE


def test_the_last_sign_of_life_is_kept_with_the_link_state() -> None:
    assert Steps(last=status(LinkState.PAUSED, phone_seen_ms=5)).status.phone_seen_ms == 5
    assert Steps(last=status(LinkState.ONLINE, phone_seen_ms=5)).status.number == NUMBER
