"""The desk believes what it is told last, and nothing that is older."""

from collections.abc import Callable

import pytest
from PySide6.QtTest import QSignalSpy

from tests.ui.fakes import NOW_MS
from wadesk.domain.desk import Account, Session, Slot
from wadesk.domain.events import (
    AccountChanged,
    ChatChanged,
    QrGone,
    QrShown,
    Resync,
    SlotChanged,
    SlotRemoved,
    StatusChanged,
)
from wadesk.domain.ids import new_account_id, new_chat_id, slot_id
from wadesk.domain.linkstate import LinkState, Qr, SlotStatus
from wadesk.domain.message import Chat
from wadesk.ui.models.desk import Desk

ACCOUNT = Account(account_id=new_account_id(), name="Padaria", initials="PS", colour=1, position=0)
OTHER = Account(account_id=new_account_id(), name="Clínica", initials="CV", colour=3, position=1)
SLOT = Slot(slot_id=slot_id(ACCOUNT.account_id, 1), account_id=ACCOUNT.account_id, index=1, name="Balcão")


def status(state: LinkState, counter: int, epoch: int = 1) -> SlotStatus:
    return SlotStatus(slot_id=SLOT.slot_id, state=state, epoch=epoch, counter=counter)


def qr(number: int) -> Qr:
    return Qr(slot_id=SLOT.slot_id, payload="p", number=number, of=6, shown_ms=NOW_MS, expires_ms=NOW_MS + 20_000)


def chat(unread: int) -> Chat:
    return Chat(slot_id=SLOT.slot_id, chat_id=new_chat_id(SLOT.slot_id), held_from=None, unread=unread)


@pytest.fixture
def desk(app: object) -> Desk:
    desk = Desk()
    desk.load([OTHER, ACCOUNT], [Session(slot=SLOT, account=ACCOUNT, status=status(LinkState.UNLINKED, 1))])
    return desk


def test_accounts_stand_in_the_order_of_their_positions(desk: Desk) -> None:
    assert [account.initials for account in desk.accounts()] == ["PS", "CV"]


def test_an_older_state_changes_nothing(desk: Desk) -> None:
    desk.take([StatusChanged(status=status(LinkState.ONLINE, 5))])
    spy = QSignalSpy(desk.status_changed)
    desk.take([StatusChanged(status=status(LinkState.LINKING, 4))])
    assert desk.status(SLOT.slot_id).state is LinkState.ONLINE
    assert spy.count() == 0
    desk.take([StatusChanged(status=status(LinkState.LOGGED_OUT, 1, epoch=2))])
    assert desk.status(SLOT.slot_id).state is LinkState.LOGGED_OUT


def test_a_code_goes_when_it_is_gone_and_when_linking_is_over(desk: Desk) -> None:
    desk.take([StatusChanged(status=status(LinkState.LINKING, 2)), QrShown(qr=qr(1))])
    assert desk.qr(SLOT.slot_id) == qr(1)
    desk.take([QrGone(slot_id=SLOT.slot_id)])
    assert desk.qr(SLOT.slot_id) is None
    desk.take([QrShown(qr=qr(2)), StatusChanged(status=status(LinkState.CONNECTING, 3))])
    assert desk.qr(SLOT.slot_id) is None


def test_what_is_told_before_the_lists_are_read_is_taken_after_them(app: object) -> None:
    desk = Desk()
    desk.take([AccountChanged(account=OTHER), StatusChanged(status=status(LinkState.ONLINE, 9))])
    assert desk.accounts() == []
    desk.load([ACCOUNT], [Session(slot=SLOT, account=ACCOUNT, status=status(LinkState.UNLINKED, 1))])
    assert desk.accounts() == [ACCOUNT, OTHER]
    assert desk.status(SLOT.slot_id).state is LinkState.ONLINE


def test_a_removed_slot_leaves_nothing_and_a_new_one_of_its_name_begins_empty(desk: Desk) -> None:
    desk.take_chats(ACCOUNT.account_id, [chat(3)])
    desk.take([StatusChanged(status=status(LinkState.ONLINE, 5)), SlotRemoved(slot_id=SLOT.slot_id)])
    assert desk.sessions() == []
    assert desk.unread(ACCOUNT.account_id) == 0
    desk.take([SlotChanged(slot=SLOT)])
    assert desk.status(SLOT.slot_id).state is LinkState.UNLINKED


def test_unread_is_counted_per_chat_and_told_only_when_it_differs(desk: Desk) -> None:
    one, two = chat(3), chat(4)
    desk.take_chats(ACCOUNT.account_id, [one, two])
    spy = QSignalSpy(desk.unread_changed)
    desk.take([ChatChanged(chat=one)])
    assert spy.count() == 0
    read = Chat(slot_id=one.slot_id, chat_id=one.chat_id, held_from=None, unread=0)
    desk.take([ChatChanged(chat=read)])
    assert spy.count() == 1
    assert desk.unread(ACCOUNT.account_id) == desk.unread_in(SLOT.slot_id) == 4
    assert desk.unread(OTHER.account_id) == 0


def test_a_resync_asks_for_the_accounts_lists(desk: Desk) -> None:
    spy = QSignalSpy(desk.resync_asked)
    desk.take([Resync(account_id=ACCOUNT.account_id)])
    assert spy.at(0)[0] == ACCOUNT.account_id


def test_every_kind_of_event_is_taken(desk: Desk) -> None:
    makers: list[Callable[[], object]] = [
        lambda: AccountChanged(account=ACCOUNT),
        lambda: SlotChanged(slot=SLOT),
        lambda: ChatChanged(chat=chat(1)),
        lambda: QrShown(qr=qr(1)),
        lambda: QrGone(slot_id=SLOT.slot_id),
    ]
    desk.take([make() for make in makers])
    assert desk.unread(ACCOUNT.account_id) == 1
