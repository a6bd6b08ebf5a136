"""Every link state has icon, tone, word and sentence; sentences name what they are about."""

import pytest

from tests.ui.fakes import NOW_MS
from wadesk.domain.ids import new_account_id, slot_id
from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.domain.message import MessageState
from wadesk.ui.sentences import state_sentence, support_line
from wadesk.ui.states import account_line, look, state_word, tick_look, tick_word, worst

SLOT = slot_id(new_account_id(), 1)


def status(state: LinkState, **facts: object) -> SlotStatus:
    return SlotStatus(slot_id=SLOT, state=state, epoch=1, counter=1, **facts)


@pytest.mark.parametrize("state", list(LinkState))
def test_every_state_is_drawn_named_and_explained(state: LinkState) -> None:
    assert look(state).icon
    assert state_word(status(state))
    assert state_sentence(status(state), NOW_MS)


def test_every_message_state_has_a_tick_that_is_told_from_the_others_without_colour() -> None:
    looks = {(tick_look(state).icon, tick_look(state).stroke, tick_word(state)) for state in MessageState}
    assert len(looks) == len(MessageState)


def test_an_account_shows_its_worst_number_and_how_many_are_so() -> None:
    states = [LinkState.ONLINE, LinkState.RECONNECTING, LinkState.LOGGED_OUT, LinkState.REPLACED]
    shown, words = account_line(states)
    assert shown == look(LinkState.LOGGED_OUT)
    assert words == "2 logged out"
    assert account_line([LinkState.ONLINE])[1] == "1 connected"
    assert account_line([LinkState.ONLINE, LinkState.PHONE_OFFLINE])[1] == "2 connected"
    assert account_line([]) == (None, "no number yet")
    assert worst([]) is None


def test_a_wrong_phone_is_told_with_both_numbers() -> None:
    told = state_sentence(
        status(LinkState.UNLINKED, code="wrong_number", facts={"expected": "+5511999990022", "got": "+5511999990061"}),
        NOW_MS,
    )
    assert "+55 11 99999-0022" in told
    assert "+55 11 99999-0061" in told


def test_a_number_bound_elsewhere_is_told_with_slot_and_account_or_without_what_may_not_be_seen() -> None:
    seen = status(LinkState.UNLINKED, code="bound_elsewhere", facts={"slot": "1 Pedidos", "account": "Flores"})
    assert "1 Pedidos of Flores" in state_sentence(seen, NOW_MS)
    hidden = status(LinkState.UNLINKED, code="bound_elsewhere")
    assert "cannot see" in state_sentence(hidden, NOW_MS)


def test_the_seconds_to_the_next_try_are_rounded_up() -> None:
    waiting = status(LinkState.RECONNECTING, attempt=3, next_try_ms=NOW_MS + 11_001)
    assert state_sentence(waiting, NOW_MS) == "Reconnecting · try 3, in 12 s"
    assert state_sentence(waiting, NOW_MS + 12_000) == "Reconnecting · try 3"


def test_only_an_error_says_its_code_and_says_it_after_the_sentence() -> None:
    assert support_line(status(LinkState.ERROR, code="crashing")) == "Details for support: crashing"
    assert "crashing" not in state_sentence(status(LinkState.ERROR, code="crashing"), NOW_MS)
    assert support_line(status(LinkState.UNLINKED, code="qr_expired")) == ""


def test_portuguese_says_the_designs_words(portuguese: None) -> None:
    assert state_word(status(LinkState.UNLINKED)) == "Aguarda QR"
    assert account_line([LinkState.ONLINE] * 3)[1] == "3 conectados"
    assert tick_word(MessageState.UNCERTAIN) == "Não sabemos se chegou"
