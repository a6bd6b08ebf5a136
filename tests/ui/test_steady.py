"""Short blips never reach the screen; what needs a person does at once."""

import pytest
from PySide6.QtTest import QSignalSpy

from tests.ui.fakes import NOW_MS
from wadesk.domain.desk import Account, Session, Slot
from wadesk.domain.events import StatusChanged
from wadesk.domain.ids import new_account_id, slot_id
from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.ui.models.desk import Desk
from wadesk.ui.models.steady import BLIP_MS, Steady

SLOT = slot_id(new_account_id(), 1)


def status(state: LinkState, counter: int) -> SlotStatus:
    return SlotStatus(slot_id=SLOT, state=state, epoch=1, counter=counter)


@pytest.fixture
def steady() -> Steady:
    steady = Steady()
    steady.begin(status(LinkState.ONLINE, 1))
    return steady


def shown(steady: Steady) -> LinkState:
    found = steady.shown(SLOT)
    assert found is not None
    return found.state


@pytest.mark.parametrize("passing", [LinkState.RECONNECTING, LinkState.CONNECTING])
def test_a_connection_that_is_back_in_time_was_never_shown_as_lost(steady: Steady, passing: LinkState) -> None:
    assert not steady.hear(status(passing, 2), NOW_MS)
    assert steady.settle(NOW_MS + BLIP_MS - 1) == []
    assert shown(steady) is LinkState.ONLINE
    assert steady.hear(status(LinkState.ONLINE, 3), NOW_MS + BLIP_MS - 1)
    assert steady.wait_ms(NOW_MS) is None
    assert steady.settle(NOW_MS + BLIP_MS) == []
    assert shown(steady) is LinkState.ONLINE


def test_a_connection_that_stays_away_is_shown_so_from_its_first_word_on(steady: Steady) -> None:
    steady.hear(status(LinkState.RECONNECTING, 2), NOW_MS)
    # Each further try is a word of its own, and none of them begins the wait anew.
    steady.hear(status(LinkState.CONNECTING, 3), NOW_MS + 1_000)
    steady.hear(status(LinkState.RECONNECTING, 4), NOW_MS + 2_000)
    assert steady.wait_ms(NOW_MS + 2_000) == BLIP_MS - 2_000
    assert steady.settle(NOW_MS + BLIP_MS) == [SLOT]
    assert steady.shown(SLOT) == status(LinkState.RECONNECTING, 4)
    assert steady.hear(status(LinkState.CONNECTING, 5), NOW_MS + BLIP_MS)
    assert shown(steady) is LinkState.CONNECTING


@pytest.mark.parametrize("state", sorted(set(LinkState) - {LinkState.CONNECTING, LinkState.RECONNECTING}))
def test_everything_else_is_shown_at_once(steady: Steady, state: LinkState) -> None:
    assert steady.hear(status(state, 2), NOW_MS)
    assert shown(steady) is state


def test_what_needs_a_person_cuts_a_blip_short(steady: Steady) -> None:
    steady.hear(status(LinkState.RECONNECTING, 2), NOW_MS)
    assert steady.hear(status(LinkState.LOGGED_OUT, 3), NOW_MS + 10)
    assert shown(steady) is LinkState.LOGGED_OUT
    assert steady.settle(NOW_MS + BLIP_MS) == []
    assert shown(steady) is LinkState.LOGGED_OUT


def test_an_older_word_changes_nothing_even_while_a_newer_one_is_held(steady: Steady) -> None:
    steady.hear(status(LinkState.RECONNECTING, 5), NOW_MS)
    assert not steady.hear(status(LinkState.LOGGED_OUT, 4), NOW_MS)
    assert steady.told(SLOT) == status(LinkState.RECONNECTING, 5)


def test_the_desk_tells_of_a_lost_connection_once_it_is_no_blip_any_more(app: object) -> None:
    time = [NOW_MS]
    desk = Desk(clock=lambda: time[0])
    account = Account(account_id=SLOT.partition("-")[0], name="Padaria", initials="PA", colour=1, position=0)
    slot = Slot(slot_id=SLOT, account_id=account.account_id, index=1, name="Balcão")
    desk.load([account], [Session(slot=slot, account=account, status=status(LinkState.ONLINE, 1))])
    told = QSignalSpy(desk.status_changed)
    desk.take([StatusChanged(status=status(LinkState.RECONNECTING, 2))])
    desk.settle()
    assert (told.count(), desk.status(SLOT).state) == (0, LinkState.ONLINE)
    time[0] += BLIP_MS
    desk.settle()
    assert (told.count(), desk.status(SLOT).state) == (1, LinkState.RECONNECTING)
