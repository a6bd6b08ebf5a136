"""Accounts and slots as the desk (the parent) knows them."""

import msgspec

from wadesk.domain.ids import AccountId, SlotId
from wadesk.domain.linkstate import SlotStatus


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """One business or client. ``initials``: two characters, unique; ``colour``: 1 to 10, 11 to 20 in another shape."""

    account_id: AccountId
    name: str
    initials: str
    colour: int
    position: int


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """One place, numbered 1 to 10, for one linked number; ``number`` is the one bound to it (E.164)."""

    slot_id: SlotId
    account_id: AccountId
    index: int
    name: str
    number: str | None = None


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """A slot together with its account's name and its link state: what lists and the API show."""

    slot: Slot
    account: Account
    status: SlotStatus
