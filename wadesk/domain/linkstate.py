"""A slot's standing with WhatsApp: one enum, one value, one writer at a time.

The worker writes it while it lives, else the supervisor; ``epoch`` (the worker's start, in
milliseconds) and ``counter`` order two values, and an older one is ignored.
"""

from enum import StrEnum

import msgspec

from wadesk.domain.ids import SlotId


class LinkState(StrEnum):
    """Every standing a slot can have; contradictions cannot be written down."""

    UNLINKED = "unlinked"
    LINKING = "linking"
    CONNECTING = "connecting"
    ONLINE = "online"
    RECONNECTING = "reconnecting"
    PHONE_OFFLINE = "phone-offline"
    PAUSED = "paused"
    LOGGED_OUT = "logged-out"
    REPLACED = "replaced"
    RESTRICTED = "restricted"
    BANNED = "banned"
    OUTDATED = "outdated"
    PASSKEY_REQUIRED = "passkey-required"
    ERROR = "error"


CONNECTED = frozenset({LinkState.ONLINE, LinkState.PHONE_OFFLINE})

STAYS = frozenset(
    {
        LinkState.PAUSED,
        LinkState.LOGGED_OUT,
        LinkState.REPLACED,
        LinkState.RESTRICTED,
        LinkState.BANNED,
        LinkState.OUTDATED,
    }
)
"""States that are kept across restarts and never connect by themselves (product.md)."""


class SlotStatus(msgspec.Struct, frozen=True, kw_only=True):
    """One slot's link state with the facts its sentence needs. Times are UTC milliseconds.

    ``code`` tells causes of one state apart (``device_removed``, ``account_locked``, ``wrong_number``,
    ``bound_elsewhere``, ``qr_expired``, ``engine_missing``, ``crashing`` …); ``facts`` are the values
    the sentence for that code names (``expected``, ``got``, ``slot``, ``account``, ``by``). ``phone_seen_ms``
    is when the phone itself was last heard of: WhatsApp unlinks after fourteen days without it.
    """

    slot_id: SlotId
    state: LinkState
    epoch: int
    counter: int
    number: str | None = None
    code: str | None = None
    facts: dict[str, str] = {}
    since_ms: int | None = None
    until_ms: int | None = None
    attempt: int = 0
    next_try_ms: int | None = None
    last_seen_ms: int | None = None
    phone_seen_ms: int | None = None
    qr_available: bool = False

    @property
    def connected(self) -> bool:
        """Whether messages leave now."""
        return self.state in CONNECTED

    def newer_than(self, other: "SlotStatus") -> bool:
        """Whether this value replaces ``other``: a later worker, or a later word of the same one."""
        return (self.epoch, self.counter) > (other.epoch, other.counter)


class Qr(msgspec.Struct, frozen=True, kw_only=True):
    """A live QR code of one slot: raw payload, its place in the row of codes, and its end (UTC ms)."""

    slot_id: SlotId
    payload: str
    number: int
    of: int
    shown_ms: int
    expires_ms: int

    def __repr__(self) -> str:
        return f"Qr({self.slot_id}, {self.number} of {self.of})"


class PairingCode(msgspec.Struct, frozen=True, kw_only=True):
    """Eight characters to type into the phone of ``number`` instead of scanning a QR; its end in UTC ms."""

    slot_id: SlotId
    code: str
    number: str
    shown_ms: int
    expires_ms: int

    def __repr__(self) -> str:
        return f"PairingCode({self.slot_id})"
