"""From a person's click to a bound number, and every way that can end."""

import pytest

from tests.worker.connection_steps import NUMBER, OTHER, START_MS, Steps, status
from wadesk.domain.linkstate import LinkState
from wadesk.wire.engine_frames import (
    LoggedOut,
    LoginRestart,
    Paired,
    PairError,
    PasskeyRequest,
    QrTimeout,
    ScannedWithoutMultidevice,
)
from wadesk.worker.connection.values import (
    Bind,
    Claim,
    Dial,
    DialReplied,
    EndEngine,
    EngineCrashed,
    Forget,
    HideQr,
    LinkCancelled,
    NumberClaimed,
    NumberRefused,
    Phase,
    ShowQr,
    StartEngine,
    TellPaired,
    Wanted,
)


def test_a_code_is_shown_for_its_real_life() -> None:
    steps = Steps(number=None)
    steps.hear(Wanted(link=True))
    assert steps.state is LinkState.LINKING
    assert steps.ready(None) == [Dial(1)]
    steps.hear(DialReplied(1))
    assert steps.show_code() == [ShowQr("code 1", 1, 6, START_MS, START_MS + 60_000)]
    assert steps.status.qr_available
    assert steps.status.until_ms == START_MS + 60_000


def test_pairing_binds_before_it_connects_and_takes_the_code_away() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    assert steps.pair()[:3] == [HideQr(), Bind(NUMBER, "99"), TellPaired(NUMBER, paired=True)]
    assert steps.status.number == NUMBER
    assert not steps.status.qr_available
    assert steps.hear(LoginRestart(attempt=1)) == [Dial(2)]
    steps.stand()
    assert steps.state is LinkState.ONLINE


def test_a_restart_announced_before_paired_is_remembered() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    steps.hear(NumberClaimed(NUMBER))
    steps.hear(LoginRestart(attempt=1))
    assert steps.hear(Paired(attempt=1, number=NUMBER))[-1] == Dial(2)


def test_a_restart_that_is_never_announced_is_made_after_twelve_seconds() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    steps.pair()
    assert steps.wait(12) == [Dial(2, again=True)]


def test_a_login_that_does_not_follow_pairing_within_thirty_seconds_is_tried_again() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    steps.pair()
    steps.hear(LoginRestart(attempt=1))
    steps.hear(DialReplied(2))
    steps.wait(30)
    assert (steps.state, steps.status.code) == (LinkState.CONNECTING, "stuck")
    assert Dial(3, again=True) in steps.wait(1)


def test_the_end_of_the_socket_after_pairing_is_expected() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    steps.pair()
    steps.lose()
    assert steps.connection.phase is Phase.PAIRED


def test_the_end_of_the_socket_between_claim_and_paired_is_waited_out() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    steps.hear(NumberClaimed(NUMBER))
    assert steps.lose() == []
    assert Bind(NUMBER, None) in steps.hear(Paired(attempt=1, number=NUMBER))


def test_the_last_code_ends_and_a_person_asks_again() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    assert HideQr() in steps.hear(QrTimeout(attempt=1))
    assert (steps.state, steps.status.code) == (LinkState.UNLINKED, "qr_expired")
    assert steps.hear(Wanted(link=False)) == []
    assert steps.hear(Wanted(link=True)) == [StartEngine()]


def test_pressing_twice_links_once() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    assert steps.hear(Wanted(link=True)) == []
    assert len(steps.dials()) == 1


def test_cancelling_takes_the_code_away_and_ends_the_engine() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    orders = steps.hear(LinkCancelled())
    assert orders[0] == HideQr()
    assert EndEngine() in orders
    assert (steps.state, steps.status.code) == (LinkState.UNLINKED, "link_cancelled")


def test_cancelling_touches_no_link_that_stands() -> None:
    steps = Steps()
    steps.come_online()
    assert steps.hear(LinkCancelled()) == []
    assert steps.state is LinkState.ONLINE


def test_cancelling_after_pairing_is_too_late() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    steps.pair()
    assert steps.hear(LinkCancelled()) == []
    assert steps.status.number == NUMBER


@pytest.mark.parametrize(
    ("code", "facts"),
    [
        ("wrong_number", {"expected": NUMBER, "got": OTHER}),
        ("bound_elsewhere", {"number": OTHER, "slot": "2", "account": "B"}),
    ],
)
def test_a_refused_phone_is_said_at_once_and_the_engine_may_tell_it(code: str, facts: dict[str, str]) -> None:
    steps = Steps()
    steps.begin_linking()
    orders = steps.hear(NumberRefused(code, facts))
    assert (steps.state, steps.status.code, steps.status.facts) == (LinkState.UNLINKED, code, facts)
    assert orders == [HideQr()]
    assert EndEngine() in steps.hear(PairError(attempt=1, error="refused"))
    assert (steps.state, steps.status.code) == (LinkState.UNLINKED, code)


def test_a_refusal_that_the_engine_does_not_confirm_ends_it_after_five_seconds() -> None:
    steps = Steps()
    steps.begin_linking()
    steps.hear(NumberRefused("wrong_number"))
    assert EndEngine() in steps.wait(5)


def test_asking_again_right_after_a_refusal_links_again() -> None:
    steps = Steps()
    steps.begin_linking()
    steps.hear(NumberRefused("wrong_number"))
    steps.hear(Wanted(link=True))
    assert StartEngine() in steps.hear(PairError(attempt=1, error="refused"))


def test_pairing_that_fails_releases_the_claim() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    steps.hear(NumberClaimed(NUMBER))
    orders = steps.hear(PairError(attempt=1, error="hmac"))
    assert TellPaired(NUMBER, paired=False) in orders
    assert (steps.state, steps.status.code) == (LinkState.UNLINKED, "pair_refused")


def test_the_phones_limit_of_devices_is_told_by_its_name() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    steps.hear(PairError(attempt=1, error="device_limit"))
    assert (steps.state, steps.status.code) == (LinkState.UNLINKED, "device_limit")


def test_a_code_that_was_read_is_said_and_one_that_leads_to_nothing_is_too() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    assert steps.hear(NumberClaimed(NUMBER)) == [HideQr()]
    assert (steps.state, steps.status.code) == (LinkState.CONNECTING, "scanned")
    steps.wait(14)
    assert steps.status.code == "scanned"
    steps.wait(1)
    assert (steps.state, steps.status.code) == (LinkState.CONNECTING, "stuck")


def test_a_claim_without_pairing_is_released_after_a_minute_and_a_fresh_engine_is_asked() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    steps.hear(NumberClaimed(NUMBER))
    orders = steps.wait(60)
    assert TellPaired(NUMBER, paired=False) in orders
    assert orders[-2:] == [EndEngine(), StartEngine()]
    steps.ready(None)
    steps.show_code()
    assert (steps.state, steps.status.code) == (LinkState.LINKING, None)


def test_an_engine_that_was_paired_without_a_word_is_found_when_a_fresh_one_is_asked() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    steps.hear(NumberClaimed(NUMBER))
    steps.wait(60)
    assert steps.ready(NUMBER) == [Claim(NUMBER, None)]
    assert Bind(NUMBER, None) in steps.hear(NumberClaimed(NUMBER))
    steps.stand()
    assert steps.state is LinkState.ONLINE


def test_a_pairing_whose_login_hangs_is_called_stuck_until_it_stands() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    steps.pair()
    assert steps.status.code == "scanned"
    steps.wait(12)
    assert (steps.state, steps.status.code) == (LinkState.CONNECTING, "stuck")
    steps.hear(DialReplied(2, "http_500"))
    assert (steps.state, steps.status.code) == (LinkState.CONNECTING, "stuck")
    assert steps.status.next_try_ms is not None
    steps.wait(1)
    steps.stand()
    assert (steps.state, steps.status.code) == (LinkState.ONLINE, None)


def test_a_login_that_stays_silent_is_called_stuck_before_it_is_given_up() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    steps.pair()
    steps.hear(LoginRestart(attempt=1))
    steps.hear(DialReplied(2))
    steps.wait(14)
    assert steps.status.code == "scanned"
    assert steps.wait(1) == []
    assert steps.status.code == "stuck"


def test_a_phone_that_is_too_old_is_said_while_the_codes_go_on() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    steps.hear(ScannedWithoutMultidevice(attempt=1))
    for number in (1, 2):
        assert (steps.state, steps.status.code, steps.status.qr_available) == (LinkState.LINKING, "old_phone", True)
        steps.show_code(number + 1)


def test_an_engine_that_crashes_with_a_claim_releases_it_and_shows_codes_again() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    steps.hear(NumberClaimed(NUMBER))
    assert TellPaired(NUMBER, paired=False) in steps.hear(EngineCrashed())
    assert steps.state is LinkState.LINKING
    assert StartEngine() in steps.wait(1)
    assert steps.ready(None) == [Dial(2)]
    assert (steps.state, steps.status.code) == (LinkState.LINKING, None)


def test_a_phone_that_pairs_without_the_parents_yes_is_never_bound() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    orders = steps.hear(Paired(attempt=1, number=NUMBER))
    assert steps.state is LinkState.ERROR
    assert Forget() in orders
    assert not any(isinstance(order, Bind) for order in orders)
    assert steps.status.number is None


def test_codes_whose_socket_is_lost_are_taken_away_and_come_back() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    assert HideQr() in steps.lose()
    assert steps.state is LinkState.LINKING
    assert not steps.status.qr_available
    assert Dial(2) in steps.wait(1)


def test_a_next_code_that_does_not_come_connects_anew() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    assert HideQr() in steps.wait(70)
    assert Dial(2, again=True) in steps.wait(1)


def test_without_a_network_that_is_said_at_once_and_the_code_comes_when_it_is_back() -> None:
    steps = Steps(number=None)
    steps.hear(Wanted(link=True))
    steps.ready(None)
    for _ in range(30):
        steps.hear(DialReplied(steps.dial, "no_network"))
        assert (steps.state, steps.status.code) == (LinkState.LINKING, "no_internet")
        steps.wait(60)
        assert (steps.state, steps.status.code) == (LinkState.LINKING, "no_internet")
    steps.hear(DialReplied(steps.dial))
    steps.show_code()
    assert (steps.state, steps.status.code, steps.status.qr_available) == (LinkState.LINKING, None, True)


def test_whatever_keeps_the_first_code_away_is_told_after_half_a_minute() -> None:
    steps = Steps(number=None)
    steps.hear(Wanted(link=True))
    steps.ready(None)
    steps.hear(DialReplied(1, "http_500"))
    assert (steps.state, steps.status.code) == (LinkState.LINKING, None)
    steps.wait(30)
    assert (steps.state, steps.status.code) == (LinkState.LINKING, "no_internet")


def test_a_passkey_is_said_by_name() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    steps.hear(PasskeyRequest(attempt=1, public_key="{}"))
    assert (steps.state, steps.status.code) == (LinkState.PASSKEY_REQUIRED, "passkey")
    assert not steps.status.qr_available


def test_a_slot_that_was_unlinked_on_the_phone_links_again_in_place() -> None:
    steps = Steps()
    steps.come_online()
    assert Forget() in steps.hear(LoggedOut(attempt=1, cause="device_removed", code=401))
    steps.begin_linking()
    assert steps.pair()[1] == Bind(NUMBER, "99")
    steps.hear(LoginRestart(attempt=steps.dial))
    steps.stand()
    assert steps.state is LinkState.ONLINE


def test_keys_found_dead_when_a_person_asks_to_link_lead_straight_to_new_codes() -> None:
    steps = Steps(last=status(LinkState.LOGGED_OUT))
    steps.hear(Wanted(link=True))
    steps.ready(NUMBER)
    orders = steps.hear(LoggedOut(attempt=1, cause="device_removed", code=401))
    assert StartEngine() in orders
    assert steps.ready(None) == [Dial(2)]


def test_an_engine_paired_when_the_worker_died_is_bound_only_with_the_parents_yes() -> None:
    steps = Steps(number=None)
    steps.hear(Wanted(link=True))
    assert steps.ready(NUMBER) == [Claim(NUMBER, None)]
    assert steps.hear(NumberClaimed(NUMBER)) == [Bind(NUMBER, None), TellPaired(NUMBER, paired=True), Dial(1)]


def test_an_engine_paired_with_a_number_bound_elsewhere_forgets_it() -> None:
    steps = Steps(number=None)
    steps.hear(Wanted(link=True))
    steps.ready(NUMBER)
    orders = steps.hear(NumberRefused("bound_elsewhere", {"number": NUMBER, "slot": "2", "account": "B"}))
    assert Forget() in orders
    assert (steps.state, steps.status.code) == (LinkState.UNLINKED, "bound_elsewhere")
    assert steps.dials() == []


def test_an_engine_that_crashes_after_a_refusal_leaves_its_sentence_on_the_screen() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    steps.hear(NumberRefused("bound_elsewhere", {"got": NUMBER}))
    steps.hear(EngineCrashed())
    assert (steps.state, steps.status.code) == (LinkState.UNLINKED, "bound_elsewhere")
    assert steps.connection.deadline is None
    assert StartEngine() in steps.hear(Wanted(link=True))


def test_an_early_restart_of_one_linking_is_forgotten_in_the_next() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    steps.hear(NumberClaimed(NUMBER, "99"))
    steps.hear(LoginRestart(attempt=steps.dial))
    steps.hear(Paired(attempt=steps.dial, number=NUMBER, lid="99", platform="android"))
    steps.stand()
    steps.hear(LoggedOut(attempt=steps.dial, cause="device_removed", code=401))
    steps.begin_linking()
    dials = len(steps.dials())
    steps.pair()
    assert len(steps.dials()) == dials
