"""What people ask of one slot besides linking: pause, resume, try now, leave, clear; and a computer that wakes up."""

import pytest

from tests.worker.connection_steps import NUMBER, Steps, status
from wadesk.domain.linkstate import STAYS, LinkState
from wadesk.wire.engine_frames import Connected, Disconnected, LoggedOut
from wadesk.worker.connection.values import (
    Claim,
    Cleared,
    Dial,
    DialReplied,
    EndEngine,
    EngineCrashed,
    Fact,
    Forget,
    Halted,
    HideQr,
    LeaveBegun,
    LeaveFailed,
    Left,
    NumberClaimed,
    Phase,
    StartEngine,
    TryNow,
    Wanted,
    Woken,
)


def test_pausing_ends_the_engine_says_who_asked_and_is_kept_over_restarts() -> None:
    steps = Steps()
    steps.come_online()
    assert steps.hear(Halted("Ana")) == [EndEngine()]
    assert (steps.state, steps.status.facts) == (LinkState.PAUSED, {"by": "Ana"})
    again = Steps(last=steps.status)
    assert again.hear(Wanted(link=False)) == []
    assert (again.state, again.status.facts) == (LinkState.PAUSED, {"by": "Ana"})


def test_pausing_twice_is_once() -> None:
    steps = Steps()
    steps.come_online()
    steps.hear(Halted("Ana"))
    counter = steps.status.counter
    assert steps.hear(Halted("Bo")) == []
    assert (steps.status.counter, steps.status.facts) == (counter, {"by": "Ana"})


@pytest.mark.parametrize("state", sorted(STAYS - {LinkState.PAUSED}))
def test_pausing_hides_no_state_that_says_more(state: LinkState) -> None:
    steps = Steps(last=status(state))
    steps.hear(Halted("Ana"))
    assert steps.state is state


@pytest.mark.parametrize("state", sorted(STAYS))
def test_resuming_leaves_a_state_that_stays(state: LinkState) -> None:
    steps = Steps(last=status(state))
    assert steps.hear(Wanted(link=False, resume=True)) == [StartEngine()]
    steps.ready(NUMBER)
    steps.stand()
    assert steps.state is LinkState.ONLINE


def test_resuming_shows_no_code_where_nothing_is_linked() -> None:
    steps = Steps(last=status(LinkState.PAUSED))
    steps.hear(Wanted(link=False, resume=True))
    assert steps.ready(None) == [EndEngine()]
    assert (steps.state, steps.status.qr_available) == (LinkState.UNLINKED, False)


def test_resuming_a_slot_without_a_number_asks_its_engine_and_shows_no_code() -> None:
    """It may have paired while a worker died, and before the desk heard of it."""
    steps = Steps(number=None)
    assert steps.hear(Wanted(link=False, resume=True)) == [StartEngine()]
    assert steps.ready(None) == [EndEngine()]
    assert (steps.state, steps.status.qr_available) == (LinkState.UNLINKED, False)
    paired = Steps(number=None)
    paired.hear(Wanted(link=False, resume=True))
    assert paired.ready(NUMBER) == [Claim(NUMBER, None)]
    assert Steps(number=None).hear(TryNow()) == []


def test_resuming_while_the_engine_still_ends_begins_again_and_a_pause_after_it_counts() -> None:
    steps = Steps()
    steps.come_online()
    connection = steps.connection
    connection.hear(Halted("Ana"), steps.now)
    connection.hear(Wanted(link=False, resume=True), steps.now)
    connection.hear(Halted("Ana"), steps.now)
    assert steps.state is LinkState.PAUSED
    connection.hear(Wanted(link=False), steps.now)
    assert steps.ended() == []
    connection.hear(Wanted(link=False, resume=True), steps.now)
    assert connection.phase is Phase.STARTING


def test_trying_now_does_not_wait_for_the_next_try() -> None:
    steps = Steps()
    steps.come_online()
    steps.lose()
    assert steps.hear(TryNow()) == [Dial(2)]
    assert steps.hear(TryNow()) == []


def test_trying_now_makes_a_link_that_stands_anew() -> None:
    steps = Steps()
    steps.come_online()
    assert steps.hear(TryNow()) == [Dial(2, again=True)]
    assert steps.hear(Disconnected(attempt=1)) == []
    steps.stand()
    assert steps.state is LinkState.ONLINE


@pytest.mark.parametrize("state", [LinkState.ERROR, LinkState.REPLACED, LinkState.OUTDATED, LinkState.RESTRICTED])
def test_trying_now_tries_what_may_have_passed(state: LinkState) -> None:
    assert Steps(last=status(state)).hear(TryNow()) == [StartEngine()]


@pytest.mark.parametrize("state", [LinkState.PAUSED, LinkState.LOGGED_OUT, LinkState.BANNED])
def test_trying_now_neither_resumes_nor_links(state: LinkState) -> None:
    assert Steps(last=status(state)).hear(TryNow()) == []


def test_after_sleep_a_code_on_show_is_hidden_and_codes_begin_anew() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    assert steps.hear(Woken()) == [HideQr(), Dial(2, again=True)]
    assert (steps.state, steps.status.qr_available) == (LinkState.LINKING, False)
    steps.hear(DialReplied(2))
    steps.show_code()
    assert steps.status.qr_available


def test_sleep_in_the_middle_of_pairing_is_left_to_its_limits() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    steps.hear(NumberClaimed(NUMBER))
    assert steps.hear(Woken()) == []


def test_after_sleep_links_are_tried_at_once_whatever_they_were_waiting_for() -> None:
    standing, waiting, dialling = Steps(), Steps(), Steps()
    standing.come_online()
    assert standing.hear(Woken()) == [Dial(2, again=True)]
    waiting.come_online()
    waiting.lose()
    assert waiting.hear(Woken()) == [Dial(2)]
    dialling.hear(Wanted(link=False))
    dialling.ready(NUMBER)
    assert dialling.hear(Woken()) == [Dial(2, again=True)]


def test_waking_leaves_alone_what_rests() -> None:
    steps = Steps(last=status(LinkState.PAUSED))
    assert steps.hear(Woken()) == []
    assert steps.state is LinkState.PAUSED


@pytest.mark.parametrize(
    "first", [None, LoggedOut(attempt=1, cause="device_removed", code=401), Disconnected(attempt=1)]
)
def test_leaving_is_told_as_a_persons_wish_whatever_the_server_says_first(first: Fact | None) -> None:
    steps = Steps()
    steps.come_online()
    steps.hear(LeaveBegun())
    orders = [] if first is None else steps.hear(first)
    orders = orders + steps.hear(Left())
    assert Forget() in orders
    assert (steps.state, steps.status.code, steps.status.number) == (LinkState.LOGGED_OUT, "by_person", NUMBER)


def test_a_removal_on_the_phone_after_a_leave_that_failed_is_the_phones() -> None:
    steps = Steps()
    steps.come_online()
    steps.hear(LeaveBegun())
    steps.hear(LeaveFailed())
    steps.hear(LoggedOut(attempt=1, cause="device_removed", code=401))
    assert steps.status.code == "device_removed"


def test_clearing_ends_the_engine_and_keeps_the_number() -> None:
    steps = Steps()
    steps.come_online()
    assert steps.hear(Cleared()) == [EndEngine()]
    assert (steps.state, steps.status.number) == (LinkState.UNLINKED, NUMBER)


def test_no_network_is_said_while_reconnecting_and_forgotten_when_the_link_stands() -> None:
    steps = Steps()
    steps.come_online()
    steps.lose()
    assert steps.status.code is None
    steps.wait(1)
    steps.hear(DialReplied(steps.dial, "no_network"))
    assert (steps.state, steps.status.code) == (LinkState.RECONNECTING, "no_internet")
    steps.wait(2)
    assert (steps.connection.phase, steps.status.code) == (Phase.DIALLING, "no_internet")
    steps.stand()
    steps.lose()
    assert steps.status.code is None


def test_an_engine_that_came_down_is_said_while_it_comes_back() -> None:
    steps = Steps()
    steps.come_online()
    steps.hear(EngineCrashed())
    assert (steps.state, steps.status.code) == (LinkState.RECONNECTING, "crashing")
    steps.retry()
    assert (steps.state, steps.status.code) == (LinkState.ONLINE, None)


def test_a_late_connected_of_a_link_made_anew_is_not_believed() -> None:
    steps = Steps()
    steps.come_online()
    steps.hear(TryNow())
    steps.hear(Connected(attempt=1))
    assert steps.state is LinkState.CONNECTING
