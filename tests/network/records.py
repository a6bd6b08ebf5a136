"""What the network saw: who sent what to whom, in order, without any plain text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Relayed:
    """One message stanza that a device handed in. Numbers are digits; time is in seconds."""

    from_number: str
    from_device: int
    to_number: str
    id: str
    time: float
    #: (number, device) of each device it went on to -> SHA-256 of the ciphertext, in hex.
    devices: Mapping[tuple[str, int], str]
    is_peer: bool = False
    is_resend: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    """One receipt that a device handed in; an empty kind is "delivered"."""

    from_number: str
    from_device: int
    to_number: str
    ids: tuple[str, ...]
    kind: str
    time: float


@dataclass(frozen=True, slots=True)
class Login:
    """One attempt to log in; outcome is "success" or the reason of the failure."""

    number: str
    device: int
    outcome: str
    time: float


@dataclass(frozen=True, slots=True)
class Ack:
    """One acknowledgement by a device of something that the server delivered."""

    number: str
    device: int
    kind: str
    id: str
    time: float
    error: str = ""


@dataclass(slots=True)
class Records:
    """Everything in the order it came, and the questions that tests ask."""

    messages: list[Relayed] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)
    logins: list[Login] = field(default_factory=list)
    acks: list[Ack] = field(default_factory=list)

    def between_people(self) -> list[Relayed]:
        """The messages of people, without those between a person's own devices."""
        return [message for message in self.messages if not message.is_peer]

    def sent_by(self, number: str) -> list[Relayed]:
        """What left from a number, resends included."""
        return [message for message in self.between_people() if message.from_number == number]

    def sent_to(self, number: str) -> list[Relayed]:
        """What went to a number, resends included."""
        return [message for message in self.between_people() if message.to_number == number]

    def with_id(self, message_id: str) -> list[Relayed]:
        """Every stanza with that message id."""
        return [message for message in self.messages if message.id == message_id]

    def receipts_for(self, message_id: str, kind: str | None = None) -> list[Receipt]:
        """The receipts that name a message, of one kind or of all."""
        return [receipt for receipt in self.receipts if message_id in receipt.ids and kind in (None, receipt.kind)]

    def logins_of(self, number: str) -> list[Login]:
        """The logins of all devices of a number."""
        return [login for login in self.logins if login.number == number]
