"""Who exists: accounts with their number and LID, their devices, and the keys those handed in."""

from __future__ import annotations

import base64
import hashlib
from collections import OrderedDict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from tests.network.faults import FaultChain, Faults
from tests.network.jid import LEGACY, LIDS, USERS, Jid, digits_of
from tests.network.nodes import Node
from tests.network.ratchet import Bundle
from tests.network.stanzas import Key

#: The server asks a device for more one-time keys when so few are left.
FEW_PREKEYS = 4


class Line(Protocol):
    """A way to reach a device that is online."""

    def send(self, node: Node) -> None:
        """Hand a stanza over; it may be lost, which is why it stays pending until acknowledged."""


@dataclass(slots=True)
class Pending:
    """Stanzas that a device has not acknowledged, oldest first."""

    stanzas: OrderedDict[int, tuple[Key, Node]] = field(default_factory=OrderedDict)
    next_number: int = 0

    def add(self, key: Key, node: Node) -> None:
        """Keep a stanza."""
        self.stanzas[self.next_number] = (key, node)
        self.next_number += 1

    def settle(self, key: Key) -> bool:
        """Forget the oldest stanza with that key; False where there is none."""
        for number, (known, _) in self.stanzas.items():
            if known == key:
                del self.stanzas[number]
                return True
        return False

    def nodes(self) -> list[Node]:
        """What waits, oldest first."""
        return [node for _, node in self.stanzas.values()]


@dataclass(frozen=True, slots=True)
class DeviceProps:
    """What a device says of itself when it is linked: its name in the phone's list, and the past it wants."""

    name: str = ""
    wants_all: bool = False
    history_days: int = 365


@dataclass(slots=True)
class Device:
    """One device of an account; number 0 is the phone."""

    account: Account
    id: int
    noise_key: bytes = b""
    registration: int = 0
    identity: bytes = b""
    signed_prekey: tuple[int, bytes, bytes] = (0, b"", b"")
    prekeys: deque[tuple[int, bytes]] = field(default_factory=deque)
    pending: Pending = field(default_factory=Pending)
    line: Line | None = None
    make_bundle: Callable[[], Bundle] | None = None
    was_active: bool = False
    props: DeviceProps = field(default_factory=DeviceProps)
    faults: Faults = field(default_factory=Faults)

    @property
    def pn(self) -> Jid:
        """The address by phone number."""
        return self.account.pn.of_device(self.id)

    @property
    def lid(self) -> Jid:
        """The address by LID."""
        return self.account.lid.of_device(self.id)

    @property
    def fault_chain(self) -> FaultChain:
        """What goes wrong for this device."""
        return FaultChain((self.faults, self.account.faults, self.account.network_faults))

    def bundle(self) -> Bundle | None:
        """Hand out keys to start a session with; a one-time key at most once."""
        if self.make_bundle:
            return self.make_bundle()
        if not self.identity:
            return None
        one_time = self.prekeys.popleft() if self.prekeys else None
        return Bundle(self.registration, self.identity, *self.signed_prekey, one_time)


@dataclass(slots=True)
class Account:
    """One person: a phone and its linked devices."""

    number: str
    lid: Jid
    name: str
    network_faults: Faults
    devices: dict[int, Device] = field(default_factory=dict)
    next_device: int = 1
    acquaintances: set[str] = field(default_factory=set)
    #: How long ago the phone itself last said anything, in seconds: what it sends to its own devices is so old.
    silent_for: float = 0
    #: How many devices may be linked; 0 is any number.
    most_devices: int = 0
    #: A scan ends with the question for a passkey.
    wants_passkey: bool = False
    faults: Faults = field(default_factory=Faults)

    @property
    def pn(self) -> Jid:
        """The address by phone number."""
        return Jid(self.number, USERS)

    @property
    def companions(self) -> list[Device]:
        """The linked devices, oldest first."""
        return [device for number, device in self.devices.items() if number]


class Directory:
    """Every account, found by number, alias, or address."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults
        self._by_number: dict[str, Account] = {}
        self._by_lid: dict[str, Account] = {}
        self._aliases: dict[str, str] = {}

    def __iter__(self) -> Iterator[Account]:
        return iter(self._by_number.values())

    def add(self, number: str, name: str) -> Account:
        """Register a number; raises ValueError where it exists."""
        digits = digits_of(number)
        if digits in self._by_number:
            raise ValueError(f"{number} exists already")
        account = Account(digits, Jid(lid_of(digits), LIDS), name, self._faults)
        account.devices[0] = Device(account, 0)
        self._by_number[digits] = self._by_lid[account.lid.user] = account
        return account

    def alias(self, typed: str, canonical: str) -> None:
        """Let a number as people type it stand for the one that WhatsApp knows."""
        self._aliases[digits_of(typed)] = digits_of(canonical)

    def number(self, number: str) -> Account | None:
        """The account of a number or alias."""
        digits = digits_of(number)
        return self._by_number.get(self._aliases.get(digits, digits))

    def typed(self, number: str) -> Account | None:
        """The account that a number as people type it belongs to: Brazil's ninth digit may be there or not."""
        digits = digits_of(number)
        found = self.number(digits)
        if found is None and digits.startswith("55") and len(digits) in (12, 13):
            area, rest = digits[:4], digits[4:]
            found = self.number(area + (rest[1:] if len(rest) == 9 and rest[0] == "9" else "9" + rest))
        return found

    def at(self, jid: Jid | None) -> Account | None:
        """The account at an address."""
        if jid is None:
            return None
        if jid.server == LIDS:
            return self._by_lid.get(jid.user)
        return self.number(jid.user) if jid.server in (USERS, LEGACY) else None

    def device(self, jid: Jid) -> Device | None:
        """The device at an address."""
        account = self.at(jid)
        return account.devices.get(jid.device) if account else None


def lid_of(digits: str) -> str:
    """A LID for a number, the same in every run; it must not look like the number."""
    seed = int.from_bytes(hashlib.sha256(digits.encode()).digest()[:8], "big")
    return str(100_000_000_000_000 + seed % 800_000_000_000_000)


def device_hash(jids: list[Jid]) -> str:
    """The short hash over a device list that clients compare (version 2)."""
    parts = sorted(f"{jid.user}.0:{jid.device}@{jid.server}" for jid in jids)
    digest = hashlib.sha256("".join(parts).encode()).digest()[:6]
    return "2:" + base64.b64encode(digest).decode().rstrip("=")
