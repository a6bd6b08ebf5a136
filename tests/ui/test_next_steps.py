"""Every state and code has one sentence that is its own, and one next step that is offered everywhere alike."""

import pytest

from tests.ui.fakes import NOW_MS
from wadesk.domain.ids import new_account_id, slot_id
from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.ui.advice import advice_for
from wadesk.ui.next_steps import StepKind, next_step
from wadesk.ui.sentences import LOCAL_PERSON, state_line, state_sentence
from wadesk.ui.text import DAY_MS

SLOT = slot_id(new_account_id(), 1)
S = LinkState
PHONES = {"expected": "+5511999990022", "got": "+5511999990061"}
ELSEWHERE = {"slot": "1 Pedidos", "account": "Flores"}

TABLE = [
    (S.UNLINKED, None, "Waiting for QR. Scan it with this number's phone.", StepKind.LINK, "Connect"),
    (S.UNLINKED, "qr_expired", "The code expired. Make a new one", StepKind.LINK, "Make a new code"),
    (
        S.UNLINKED,
        "wrong_number",
        "Expected +55 11 99999-0022; got +55 11 99999-0061",
        StepKind.LINK,
        "Scan another phone",
    ),
    (S.UNLINKED, "bound_elsewhere", "This number is already 1 Pedidos of Flores.", StepKind.SHOW_OTHER, "Show number"),
    (S.UNLINKED, "bound_hidden", "in an account you cannot see", StepKind.LINK, "Scan another phone"),
    (S.UNLINKED, "device_limit", "WhatsApp refused a new device.", StepKind.LINK, "Make a new code"),
    (S.UNLINKED, "pair_refused", "WhatsApp refused this link.", StepKind.LINK, "Make a new code"),
    (S.UNLINKED, "link_cancelled", "Not connected yet.", StepKind.LINK, "Connect"),
    (S.LINKING, None, "Waiting for QR.", StepKind.SHOW_CODE, "Show code"),
    (S.LINKING, "no_internet", "No internet. The code comes back by itself.", StepKind.SHOW_CODE, "Show code"),
    (S.LINKING, "old_phone", "too old for linked devices", StepKind.SHOW_CODE, "Show code"),
    (S.CONNECTING, None, "Connecting… Keep the phone online.", None, ""),
    (S.CONNECTING, "scanned", "Code read. Keep the phone online.", None, ""),
    (S.CONNECTING, "stuck", "It is being tried again by itself.", None, ""),
    (S.ONLINE, None, "Connected · synced 12 s ago", StepKind.OPEN, "Open chats"),
    (S.PHONE_OFFLINE, None, "last heard 11 days ago", StepKind.ADVISE, "What to do"),
    (S.RECONNECTING, None, "Reconnecting · try 3, in 12 s", StepKind.RETRY, "Try now"),
    (S.RECONNECTING, "no_internet", "No internet. Messages wait in the outbox", StepKind.RETRY, "Try now"),
    (S.RECONNECTING, "crashing", "starting again by itself", StepKind.RETRY, "Try now"),
    (S.PAUSED, None, "Paused by you. Nothing leaves until resumed.", StepKind.RESUME, "Resume"),
    (S.LOGGED_OUT, "device_removed", "The phone ended the session at", StepKind.LINK, "Connect again"),
    (S.LOGGED_OUT, "account_locked", "WhatsApp locked this account.", StepKind.ADVISE, "What to do"),
    (S.LOGGED_OUT, "main_device_gone", "the main phone is gone", StepKind.LINK, "Connect again"),
    (S.LOGGED_OUT, "by_person", "Logged out from here.", StepKind.LINK, "Connect again"),
    (S.LOGGED_OUT, "qr_expired", "The code expired.", StepKind.LINK, "Make a new code"),
    (S.REPLACED, None, "opened in another place", StepKind.TAKE_BACK, "Use here again"),
    (S.RESTRICTED, None, "WhatsApp limited this number until", StepKind.ADVISE, "What to do"),
    (S.BANNED, None, "WhatsApp banned this number.", StepKind.ADVISE, "What to do"),
    (S.OUTDATED, None, "too old for WhatsApp", StepKind.ADVISE, "What to do"),
    (S.PASSKEY_REQUIRED, "passkey", "asks this number for a passkey", StepKind.ADVISE, "What to do"),
    (S.ERROR, None, "Something stopped on this number.", StepKind.START, "Try again"),
    (S.ERROR, "engine_missing", "A part of WaDesk is missing", StepKind.ADVISE, "What to do"),
    (S.ERROR, "engine_blocked", "does not let WaDesk's engine start", StepKind.ADVISE, "What to do"),
    (S.ERROR, "crashing", "This number keeps stopping.", StepKind.START, "Try again"),
    (S.ERROR, "locked", "Another program is using the folder of 1 Balcão.", StepKind.START, "Try again"),
    (S.ERROR, "wrong_key", "The key does not fit this data.", StepKind.START, "Try again"),
    (S.ERROR, "damaged", "The data is damaged.", StepKind.START, "Try again"),
    (S.ERROR, "keyring_locked", "I could not open the system keychain.", StepKind.START, "Try again"),
    (S.ERROR, "engine_protocol", "do not fit together", StepKind.ADVISE, "What to do"),
    (S.ERROR, "engine_silent", "engine does not answer", StepKind.START, "Try again"),
    (S.ERROR, "nobody_knows", "Something stopped on this number.", StepKind.START, "Try again"),
]

FACTS = {"wrong_number": PHONES, "bound_elsewhere": ELSEWHERE}


def status(state: LinkState, code: str | None) -> SlotStatus:
    facts = {"by": LOCAL_PERSON} if state is S.PAUSED else FACTS.get(code or "", {})
    return SlotStatus(
        slot_id=SLOT,
        state=state,
        epoch=1,
        counter=1,
        code=code,
        facts=facts,
        since_ms=NOW_MS - 60_000,
        until_ms=NOW_MS + 7_200_000,
        last_seen_ms=NOW_MS - 12_000,
        phone_seen_ms=NOW_MS - 11 * DAY_MS,
        attempt=3 if state is S.RECONNECTING else 0,
        next_try_ms=NOW_MS + 12_000 if state is S.RECONNECTING else None,
    )


@pytest.mark.parametrize(("state", "code", "says", "kind", "label"), TABLE)
def test_every_state_has_its_one_sentence_and_its_one_next_step(
    app: object, state: LinkState, code: str | None, says: str, kind: StepKind | None, label: str
) -> None:
    told = status(state, code)
    assert says in state_sentence(told, NOW_MS, "1 Balcão")
    assert state_line(told, NOW_MS)
    step = next_step(told)
    assert (step.kind if step else None, step.label if step else "") == (kind, label)
    assert step is None or (step.icon and step.short)


def test_the_table_leaves_no_state_out() -> None:
    assert {row[0] for row in TABLE} == set(LinkState)


@pytest.mark.parametrize(("state", "code", "_says", "kind", "_label"), TABLE)
def test_whoever_is_sent_to_advice_finds_some(
    app: object, state: LinkState, code: str | None, _says: str, kind: StepKind | None, _label: str
) -> None:
    advice = advice_for(status(state, code), NOW_MS)
    assert (kind is StepKind.ADVISE) <= (advice is not None)
    # The act of an advice is never the advice again.
    assert advice is None or advice.step is None or advice.step.kind is not StepKind.ADVISE


def test_causes_of_a_logged_out_number_are_told_apart(app: object) -> None:
    codes = ("device_removed", "account_locked", "main_device_gone", "by_person")
    assert len({state_sentence(status(S.LOGGED_OUT, code), NOW_MS) for code in codes}) == 4
    assert len({state_line(status(S.LOGGED_OUT, code), NOW_MS) for code in codes}) == 4


def test_a_limit_or_an_end_on_another_day_says_the_day(app: object) -> None:
    later = SlotStatus(slot_id=SLOT, state=S.RESTRICTED, epoch=1, counter=1, until_ms=NOW_MS + 3 * DAY_MS)
    assert "until 10/12 " in state_sentence(later, NOW_MS)
    ended = SlotStatus(slot_id=SLOT, state=S.LOGGED_OUT, epoch=1, counter=1, since_ms=NOW_MS - 3 * DAY_MS)
    assert state_sentence(ended, NOW_MS) == "The phone ended the session on 10/06. Connect again."


def test_who_paused_is_named_and_the_person_here_is_you(app: object) -> None:
    other = SlotStatus(slot_id=SLOT, state=S.PAUSED, epoch=1, counter=1, facts={"by": "Marina"})
    assert state_line(other, NOW_MS) == "Paused by Marina"
    assert state_line(status(S.PAUSED, None), NOW_MS) == "Paused by you"
    assert "Paused. Nothing" in state_sentence(SlotStatus(slot_id=SLOT, state=S.PAUSED, epoch=1, counter=1), NOW_MS)


def test_the_countdown_goes_on_by_the_clock_and_ends(app: object) -> None:
    told = status(S.RECONNECTING, None)
    assert state_sentence(told, NOW_MS + 11_500).endswith("in 1 s")
    assert state_sentence(told, NOW_MS + 12_000) == "Reconnecting · try 3"


def test_a_number_of_a_hidden_account_is_not_named(app: object) -> None:
    hidden = SlotStatus(slot_id=SLOT, state=S.UNLINKED, epoch=1, counter=1, code="bound_elsewhere")
    assert "you cannot see" in state_sentence(hidden, NOW_MS)
    step = next_step(hidden)
    assert step is not None
    assert step.kind is StepKind.LINK
