"""How a link ends for good, and what an engine of another number may do: nothing."""

import pytest

from tests.worker.connection_steps import NUMBER, OTHER, Steps
from wadesk.domain.linkstate import LinkState
from wadesk.wire.engine_frames import (
    Banned,
    ConnectFailure,
    Disconnected,
    KeepaliveTimeout,
    LoggedOut,
    Outdated,
    Replaced,
    Restricted,
)
from wadesk.worker.connection.values import (
    EndEngine,
    Forget,
    Wanted,
)

ENDS = [
    (LoggedOut(attempt=1, cause="device_removed", code=401), LinkState.LOGGED_OUT, "device_removed", True),
    (LoggedOut(attempt=1, cause="account_locked", code=403), LinkState.LOGGED_OUT, "account_locked", True),
    (Banned(attempt=1, code=406), LinkState.BANNED, None, True),
    (Restricted(attempt=1, code=101, seconds=60), LinkState.RESTRICTED, "101", False),
    (Replaced(attempt=1), LinkState.REPLACED, None, False),
    (Outdated(attempt=1), LinkState.OUTDATED, None, False),
    (ConnectFailure(attempt=1, code=418), LinkState.ERROR, "connect_failure", False),
]


@pytest.mark.parametrize(("fact", "state", "code", "forgets"), ENDS)
@pytest.mark.parametrize("online", [True, False])
def test_an_end_is_said_and_nothing_is_tried_again(fact, state, code, forgets, online) -> None:
    steps = Steps()
    steps.hear(Wanted(link=False))
    steps.ready(NUMBER)
    if online:
        steps.stand()
    orders = steps.hear(fact)
    assert (steps.state, steps.status.code) == (state, code)
    assert (Forget() in orders) is forgets
    assert EndEngine() in orders
    assert steps.wait(3600) == []
    assert steps.state is state


def test_a_restriction_says_until_when() -> None:
    steps = Steps()
    steps.come_online()
    steps.hear(Restricted(attempt=1, code=101, seconds=60))
    assert steps.status.until_ms == steps.now.wall_ms + 60_000


def test_an_end_followed_by_disconnected_stays_what_it_is() -> None:
    steps = Steps()
    steps.come_online()
    steps.hear(Replaced(attempt=1))
    steps.hear(Disconnected(attempt=1))
    assert steps.state is LinkState.REPLACED


def test_replaced_for_an_older_attempt_was_our_own_doing() -> None:
    steps = Steps()
    steps.come_online()
    steps.wait(20)
    steps.hear(KeepaliveTimeout(attempt=1, errors=2))
    steps.wait(1)
    steps.hear(Replaced(attempt=1))
    steps.stand()
    assert steps.state is LinkState.ONLINE


def test_keys_that_are_gone_are_gone_whichever_attempt_tells() -> None:
    steps = Steps()
    steps.come_online()
    steps.lose()
    steps.wait(1)
    steps.hear(LoggedOut(attempt=1, cause="device_removed", code=401))
    assert steps.state is LinkState.LOGGED_OUT


def test_an_engine_of_another_number_is_refused_and_nothing_is_dialled() -> None:
    steps = Steps()
    steps.hear(Wanted(link=False))
    orders = steps.ready(OTHER)
    assert (steps.state, steps.status.code) == (LinkState.ERROR, "wrong_engine_number")
    assert steps.status.facts == {"expected": NUMBER, "got": OTHER}
    assert EndEngine() in orders
    assert steps.dials() == []


def test_a_bound_slot_whose_engine_holds_no_device_asks_to_be_linked() -> None:
    steps = Steps()
    steps.hear(Wanted(link=False))
    steps.ready(None)
    assert steps.state is LinkState.UNLINKED
    assert steps.dials() == []
