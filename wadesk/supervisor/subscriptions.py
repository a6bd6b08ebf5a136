"""What listeners are told: bounded mailboxes, one share per account, so that a flood drowns nobody else.

Of link states, QR codes, accounts and slots only the newest counts and is kept per key. Messages keep
their order; when more come than are kept, they are dropped together and one ``Resync`` stands for them.
"""

import asyncio
from collections import deque
from collections.abc import Iterator
from types import TracebackType
from typing import Self

from wadesk.domain.events import (
    AccountChanged,
    Event,
    HistoryProgress,
    PairingCodeGone,
    PairingCodeShown,
    QrGone,
    QrShown,
    Resync,
    SlotChanged,
    SlotRemoved,
    StatusChanged,
)
from wadesk.domain.ids import AccountId
from wadesk.domain.principal import Principal
from wadesk.supervisor.access import account_named, may_hear, slot_named

EVENTS_KEPT = 2000
"""Messages kept per account and listener: some megabytes, and more than a screen can be told one by one."""


class Subscription:
    """One listener's mailbox. Leaving the ``async with`` ends it; one task at a time may await :meth:`next`."""

    def __init__(self, owner: "Subscriptions", who: Principal, kept: int) -> None:
        """Listen as ``who`` once entered."""
        self._owner = owner
        self._kept = kept
        self._shares: dict[AccountId, _Share] = {}
        self._something = asyncio.Event()
        self._closed = False
        self.who = who

    async def __aenter__(self) -> Self:
        self._owner.add(self)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._owner.discard(self)
        self.close()

    async def next(self) -> list[Event]:
        """What happened since the last call, at least one event; an empty list when nothing more will come."""
        while not self._shares and not self._closed:
            self._something.clear()
            await self._something.wait()
        shares, self._shares = self._shares, {}
        return [event for share in shares.values() for event in share.drained()]

    def put(self, event: Event) -> None:
        """Keep ``event`` for the listener."""
        account = account_named(event)
        if (share := self._shares.get(account)) is None:
            share = self._shares[account] = _Share(account, self._kept)
        share.put(event)
        self._something.set()

    def close(self) -> None:
        """Wake the listener for the last time."""
        self._closed = True
        self._something.set()


class Subscriptions:
    """All listeners. Used on the supervisor's loop only."""

    def __init__(self, kept: int = EVENTS_KEPT) -> None:
        """Begin without listeners; each keeps up to ``kept`` messages per account."""
        self._kept = kept
        self._listeners: set[Subscription] = set()

    def subscribe(self, who: Principal) -> Subscription:
        """A mailbox for ``who``; it listens once it is entered."""
        return Subscription(self, who, self._kept)

    def publish(self, event: Event) -> None:
        """Tell every listener that may hear of it."""
        for listener in self._listeners:
            if may_hear(listener.who, event):
                listener.put(event)

    def add(self, listener: Subscription) -> None:
        """Begin to tell ``listener``."""
        self._listeners.add(listener)

    def discard(self, listener: Subscription) -> None:
        """Tell ``listener`` nothing more."""
        self._listeners.discard(listener)

    def close(self) -> None:
        """End every listener."""
        for listener in self._listeners:
            listener.close()
        self._listeners.clear()


class _Share:
    """What one listener has not yet read of one account."""

    def __init__(self, account: AccountId, kept: int) -> None:
        self._account = account
        self._kept = kept
        self._newest: dict[tuple[str, str], Event] = {}
        self._ordered: deque[Event] = deque()
        self._overflowed = False

    def put(self, event: Event) -> None:
        match event:
            case Resync():
                self._overflow()
            case StatusChanged() | QrShown() | QrGone() | PairingCodeShown() | PairingCodeGone() | HistoryProgress():
                self._keep_newest(event)
            case AccountChanged() | SlotChanged():
                self._keep_newest(event)
            case SlotRemoved():
                self._forget(event)
                self._keep_newest(event)
            case _:
                if len(self._ordered) >= self._kept:
                    self._overflow()
                self._ordered.append(event)

    def drained(self) -> Iterator[Event]:
        yield from self._newest.values()
        if self._overflowed:
            yield Resync(account_id=self._account)
        yield from self._ordered

    def _keep_newest(self, event: Event) -> None:
        key = _key(event)
        # Put last: a slot that is removed and made again is told in that order.
        self._newest.pop(key, None)
        self._newest[key] = event

    def _overflow(self) -> None:
        self._ordered.clear()
        self._overflowed = True

    def _forget(self, removed: SlotRemoved) -> None:
        def of_it(event: Event) -> bool:
            return not isinstance(event, AccountChanged | Resync) and slot_named(event) == removed.slot_id

        self._newest = {key: event for key, event in self._newest.items() if not of_it(event)}
        self._ordered = deque(event for event in self._ordered if not of_it(event))


def _key(event: Event) -> tuple[str, str]:
    match event:
        case AccountChanged():
            return "account", event.account.account_id
        case QrShown() | QrGone():
            return "qr", slot_named(event)
        case PairingCodeShown() | PairingCodeGone():
            return "pairing code", slot_named(event)
        case Resync():
            return "resync", event.account_id
        case SlotRemoved():
            return "removed", event.slot_id
        case _:
            return type(event).__name__, slot_named(event)
