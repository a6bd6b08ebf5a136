"""One writer at a time, and the later word counts."""

import pytest

from wadesk.domain.ids import new_account_id, slot_id
from wadesk.domain.linkstate import STAYS, LinkState, PairingCode, Qr, SlotStatus
from wadesk.supervisor.statuses import StatusBook

ACCOUNT = new_account_id()
SLOT = slot_id(ACCOUNT, 1)
NUMBER = "+5511999990011"


def _said(state: LinkState, epoch: int, counter: int, **facts) -> SlotStatus:
    return SlotStatus(slot_id=SLOT, state=state, epoch=epoch, counter=counter, **facts)


@pytest.fixture
def book() -> StatusBook:
    book = StatusBook()
    book.open_slot(SLOT, NUMBER, _said(LinkState.ONLINE, 100, 7))
    return book


@pytest.mark.parametrize(
    ("number", "last", "shown"),
    [
        (NUMBER, LinkState.ONLINE, LinkState.CONNECTING),
        (NUMBER, LinkState.ERROR, LinkState.CONNECTING),
        (NUMBER, LinkState.RECONNECTING, LinkState.CONNECTING),
        (NUMBER, LinkState.UNLINKED, LinkState.UNLINKED),
        (NUMBER, LinkState.LINKING, LinkState.CONNECTING),
        (NUMBER, LinkState.PASSKEY_REQUIRED, LinkState.CONNECTING),
        (None, LinkState.UNLINKED, LinkState.UNLINKED),
        (None, LinkState.LINKING, LinkState.UNLINKED),
        (None, LinkState.ERROR, LinkState.UNLINKED),
        *((NUMBER, state, state) for state in sorted(STAYS)),
    ],
)
def test_before_a_worker_speaks_the_state_is_one_that_can_be_true(number, last, shown) -> None:
    book = StatusBook()
    book.open_slot(SLOT, number, _said(last, 5, 5))
    assert book.get(SLOT).state is shown
    assert book.get(SLOT).newer_than(_said(last, 5, 5))


def test_a_restricted_slot_keeps_its_end_over_a_restart() -> None:
    book = StatusBook()
    book.open_slot(SLOT, NUMBER, _said(LinkState.RESTRICTED, 5, 5, until_ms=99, code="x"))
    assert (book.get(SLOT).until_ms, book.get(SLOT).code) == (99, "x")


def test_an_unlinked_slot_still_says_why_after_a_restart_and_a_working_one_says_nothing_old() -> None:
    book = StatusBook()
    facts = {"slot": "Balcão", "account": "Padaria"}
    for state in (LinkState.UNLINKED, LinkState.RECONNECTING):
        book.open_slot(SLOT, NUMBER, _said(state, 5, 5, code="bound_elsewhere", facts=facts, until_ms=7))
        kept = book.get(SLOT)
        told = (kept.code, kept.facts, kept.until_ms)
        assert told == (("bound_elsewhere", facts, 7) if state is LinkState.UNLINKED else (None, {}, None))


def test_when_the_phone_was_last_seen_is_known_over_restarts_and_while_the_worker_is_away() -> None:
    book = StatusBook()
    for state in LinkState:
        book.open_slot(SLOT, NUMBER, _said(state, 5, 5, phone_seen_ms=42, last_seen_ms=43))
        assert (book.get(SLOT).phone_seen_ms, book.get(SLOT).last_seen_ms) == (42, 43)
    written = book.write(SLOT, LinkState.RECONNECTING, 1, attempt=1)
    assert (written.phone_seen_ms, written.last_seen_ms) == (42, 43)


def test_an_older_word_of_a_worker_is_ignored(book: StatusBook) -> None:
    book.worker_came(ACCOUNT, 200)
    assert book.hear(_said(LinkState.ONLINE, 200, 3)) is not None
    assert book.hear(_said(LinkState.CONNECTING, 200, 2)) is None
    assert book.hear(_said(LinkState.CONNECTING, 150, 9)) is None
    assert book.get(SLOT).state is LinkState.ONLINE


def test_the_supervisors_word_is_later_than_the_lost_workers_and_earlier_than_the_next_ones(book: StatusBook) -> None:
    book.worker_came(ACCOUNT, 200)
    last = book.hear(_said(LinkState.ONLINE, 200, 3, number=NUMBER))
    written = book.write(SLOT, LinkState.RECONNECTING, 1, attempt=1)
    book.worker_came(ACCOUNT, 300)
    heard = book.hear(_said(LinkState.CONNECTING, 300, 1))
    assert written.newer_than(last)
    assert heard.newer_than(written)
    assert written.number == NUMBER


def test_a_live_workers_next_word_follows_the_supervisors_in_between(book: StatusBook) -> None:
    book.worker_came(ACCOUNT, 200)
    book.hear(_said(LinkState.CONNECTING, 200, 1))
    written = book.write(SLOT, LinkState.ERROR, 1, code="engine_missing")
    assert book.hear(_said(LinkState.ONLINE, 200, 2)).newer_than(written)


def test_a_clock_that_was_set_back_does_not_make_a_new_worker_an_old_one(book: StatusBook) -> None:
    before = book.get(SLOT)
    book.worker_came(ACCOUNT, 50)
    heard = book.hear(_said(LinkState.ONLINE, 50, 1))
    assert heard is not None
    assert heard.newer_than(before)


def test_a_late_word_about_a_removed_slot_is_nobodys(book: StatusBook) -> None:
    book.forget(SLOT)
    assert book.hear(_said(LinkState.ONLINE, 900, 1)) is None
    assert not book.knows(SLOT)


def test_a_code_is_there_until_its_life_is_over(book: StatusBook) -> None:
    code = Qr(slot_id=SLOT, payload="x", number=1, of=6, shown_ms=0, expires_ms=60)
    book.show_qr(code)
    assert book.qr(SLOT, 59) == code
    assert book.qr(SLOT, 60) is None
    assert book.hide_qr(SLOT)
    assert book.qr(SLOT, 1) is None


def test_a_pairing_code_is_there_until_its_life_is_over_and_beside_a_qr_code(book: StatusBook) -> None:
    qr = Qr(slot_id=SLOT, payload="x", number=1, of=6, shown_ms=0, expires_ms=60)
    code = PairingCode(slot_id=SLOT, code="ABCD1234", number=NUMBER, shown_ms=0, expires_ms=180)
    book.show_qr(qr)
    book.show_pairing_code(code)
    assert (book.pairing_code(SLOT, 179), book.pairing_code(SLOT, 180)) == (code, None)
    assert book.hide_qr(SLOT)
    assert book.pairing_code(SLOT, 1) == code
    assert book.hide_pairing_code(SLOT)
    assert not book.hide_pairing_code(SLOT)
    book.show_pairing_code(code)
    book.forget(SLOT)
    book.show_pairing_code(code)
    assert book.pairing_code(SLOT, 1) is None
