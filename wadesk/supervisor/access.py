"""Who may see and do what: one rule for requests and for events.

Until operators and API keys exist there is the local administrator, who may do everything; any other
kind may do nothing, and cannot tell whether something exists.
"""

from wadesk.domain.errors import Forbidden, NotFound
from wadesk.domain.events import (
    AccountChanged,
    ChatChanged,
    Event,
    HistoryProgress,
    MessageChanged,
    MessageRemoved,
    MessageStored,
    PairingCodeGone,
    PairingCodeShown,
    QrGone,
    QrShown,
    Resync,
    SlotChanged,
    SlotRemoved,
    StatusChanged,
)
from wadesk.domain.ids import AccountId, SlotId, account_of
from wadesk.domain.principal import Principal, PrincipalKind, Scope


def allows(who: Principal, scope: Scope, place: SlotId | AccountId | None) -> bool:
    """Whether ``who`` has ``scope`` at a slot, an account or (None) the whole desk."""
    del scope, place
    return who.kind is PrincipalKind.LOCAL_ADMINISTRATOR


def require(who: Principal, scope: Scope, place: SlotId | AccountId | None) -> None:
    """Pass, or raise: Forbidden for the desk; NotFound for a place whose existence ``who`` may not learn."""
    if allows(who, scope, place):
        return
    if place is None or allows(who, Scope.READ, place):
        raise Forbidden("forbidden", "You have no right to do this.")
    raise not_found()


def not_found() -> NotFound:
    """The one answer for what does not exist and for what the asker may not see."""
    return NotFound("not_found", "There is nothing under this id.")


def account_named(event: Event) -> AccountId:
    """The account whose listeners ``event`` is for."""
    match event:
        case AccountChanged():
            return event.account.account_id
        case Resync():
            return event.account_id
        case _:
            return account_of(slot_named(event))


SlotEvent = (
    StatusChanged
    | QrShown
    | QrGone
    | PairingCodeShown
    | PairingCodeGone
    | HistoryProgress
    | MessageStored
    | MessageChanged
    | MessageRemoved
    | ChatChanged
    | SlotChanged
    | SlotRemoved
)
"""Every event that speaks of one slot."""


def slot_named(event: SlotEvent) -> SlotId:
    """The slot that ``event`` speaks of."""
    match event:
        case StatusChanged():
            return event.status.slot_id
        case QrShown():
            return event.qr.slot_id
        case MessageStored() | MessageChanged():
            return event.message.slot_id
        case ChatChanged():
            return event.chat.slot_id
        case SlotChanged():
            return event.slot.slot_id
        case PairingCodeShown():
            return event.code.slot_id
        case QrGone() | PairingCodeGone() | HistoryProgress() | MessageRemoved() | SlotRemoved():
            return event.slot_id


def may_hear(who: Principal, event: Event) -> bool:
    """Whether ``event`` may reach a listener of ``who``."""
    if isinstance(event, AccountChanged | Resync):
        return allows(who, Scope.READ, account_named(event))
    return allows(who, Scope.READ, slot_named(event))
