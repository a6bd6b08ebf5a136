"""A number's menu offers what can be done with it now, and nothing that would do nothing."""

import pytest

from wadesk.domain.desk import Account, Session, Slot
from wadesk.domain.ids import new_account_id, slot_id
from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.ui.models.slot_acts import SlotAct, entries

ACCOUNT = Account(account_id=new_account_id(), name="Padaria", initials="PA", colour=1, position=0)
S, A = LinkState, SlotAct
ALWAYS = [A.RENAME, A.REMOVE]

MENUS = [
    (S.ONLINE, None, [A.OPEN, A.PAUSE, A.RECONNECT, A.RENAME, A.LOG_OUT, A.REMOVE]),
    (S.PHONE_OFFLINE, None, [A.OPEN, A.PAUSE, A.RECONNECT, A.ADVISE, A.RENAME, A.LOG_OUT, A.REMOVE]),
    (S.RECONNECTING, None, [A.OPEN, A.PAUSE, A.RECONNECT, A.RENAME, A.CLEAR, A.REMOVE]),
    (S.CONNECTING, None, [A.OPEN, A.PAUSE, A.RENAME, A.CLEAR, A.REMOVE]),
    (S.PAUSED, None, [A.OPEN, A.STEP, A.RENAME, A.CLEAR, A.REMOVE]),
    (S.LOGGED_OUT, None, [A.OPEN, A.STEP, A.RENAME, A.REMOVE]),
    (S.LOGGED_OUT, "account_locked", [A.OPEN, A.ADVISE, A.RENAME, A.REMOVE]),
    (S.REPLACED, None, [A.OPEN, A.STEP, A.ADVISE, A.RENAME, A.CLEAR, A.REMOVE]),
    (S.RESTRICTED, None, [A.OPEN, A.ADVISE, A.RENAME, A.CLEAR, A.REMOVE]),
    (S.BANNED, None, [A.OPEN, A.ADVISE, A.RENAME, A.CLEAR, A.REMOVE]),
    (S.LINKING, None, [A.OPEN, A.STEP, A.LATER, A.RENAME, A.REMOVE]),
    (S.ERROR, "crashing", [A.OPEN, A.STEP, A.PAUSE, A.RENAME, A.CLEAR, A.REMOVE]),
]


def session(state: LinkState, code: str | None, number: str | None) -> Session:
    slot = Slot(slot_id=slot_id(ACCOUNT.account_id, 1), account_id=ACCOUNT.account_id, index=1, name="B", number=number)
    status = SlotStatus(slot_id=slot.slot_id, state=state, epoch=1, counter=1, code=code)
    return Session(slot=slot, account=ACCOUNT, status=status)


@pytest.mark.parametrize(("state", "code", "acts"), MENUS)
def test_a_linked_numbers_menu_fits_its_state(
    app: object, state: LinkState, code: str | None, acts: list[SlotAct]
) -> None:
    found = entries(session(state, code, "+5511999990011"))
    assert [entry.act for entry in found] == acts
    assert all(entry.label and entry.icon for entry in found)
    # What destroys stands last.
    assert [entry.danger for entry in found] == sorted(entry.danger for entry in found)


def test_a_number_that_was_never_linked_has_no_chats_and_no_keys(app: object) -> None:
    acts = [entry.act for entry in entries(session(S.UNLINKED, None, None))]
    assert acts == [A.STEP, A.RENAME, A.REMOVE]
