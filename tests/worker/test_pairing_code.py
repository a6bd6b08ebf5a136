"""A code to type into the phone, instead of scanning one."""

from tests.worker.connection_steps import NUMBER, SLOT, START_MS, Steps
from wadesk.domain.linkstate import LinkState, PairingCode
from wadesk.wire.engine_frames import QrTimeout
from wadesk.worker.connection.values import (
    EndEngine,
    HidePairingCode,
    HideQr,
    LinkCancelled,
    NumberClaimed,
    PairingCodeMade,
    ShowPairingCode,
    Woken,
)

LIFE_S = 180


def code(attempt: int = 1) -> PairingCodeMade:
    made = PairingCode(
        slot_id=SLOT, code="ABCD-EFGH", number=NUMBER, shown_ms=START_MS, expires_ms=START_MS + LIFE_S * 1000
    )
    return PairingCodeMade(attempt, made)


def showing() -> Steps:
    steps = Steps(number=None)
    steps.begin_linking()
    assert steps.hear(code()) == [ShowPairingCode(code().code)]
    return steps


def test_a_pairing_code_is_gone_when_it_was_used() -> None:
    steps = showing()
    assert steps.hear(NumberClaimed(NUMBER)) == [HideQr(), HidePairingCode()]
    assert steps.connection.pairing is None


def test_a_pairing_code_lives_longer_than_the_codes_beside_it_and_ends_with_a_word() -> None:
    steps = showing()
    assert HideQr() in steps.wait(LIFE_S - 1)
    assert steps.state is LinkState.LINKING
    orders = steps.wait(1)
    assert orders == [HidePairingCode(), EndEngine()]
    assert (steps.state, steps.status.code) == (LinkState.UNLINKED, "qr_expired")


def test_a_pairing_code_that_ends_leaves_a_qr_code_that_still_lives() -> None:
    steps = showing()
    steps.wait(LIFE_S - 110)
    assert not steps.status.qr_available
    steps.wait(100)
    steps.show_code(2)
    assert steps.wait(10) == [HidePairingCode()]
    assert (steps.state, steps.status.qr_available) == (LinkState.LINKING, True)


def test_cancelling_and_the_end_of_all_codes_take_the_pairing_code_away() -> None:
    for end in (LinkCancelled(), QrTimeout(attempt=1), Woken()):
        assert HidePairingCode() in showing().hear(end)


def test_a_pairing_code_of_a_connection_that_is_over_is_not_shown() -> None:
    steps = Steps(number=None)
    steps.begin_linking()
    steps.lose()
    assert steps.hear(code()) == []
    steps.wait(1)
    steps.show_code()
    assert steps.hear(code(attempt=1)) == []
    assert steps.hear(code(attempt=2)) != []
