"""What the server does wrong on purpose.

One `Faults` belongs to the whole network, one to each account and one to each device; the nearest
one that says anything decides. Counters count down with each use; `ALWAYS` never ends.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

ALWAYS = math.inf


@dataclass(slots=True)
class Faults:
    """Switches and counters; the neutral values do nothing. Times are in seconds."""

    #: HTTP status that refuses the upgrade, for so many connections (network only).
    refuse_upgrade: int = 503
    refused_upgrades: float = 0
    #: How long the upgrade stays unanswered (network only).
    slow_upgrade: float = 0
    #: Handshakes that get no answer, the socket staying open (network only).
    silent_handshakes: float = 0
    #: `<failure>` attributes at login, for so many logins.
    failure: Mapping[str, str | int] = field(default_factory=dict)
    failures: float = 0
    #: The server reads, and answers nothing, from now on.
    is_black_hole: bool = False
    #: The server falls silent behind `<success>`, for so many logins.
    silent_successes: float = 0
    #: Logins that get no answer at all, the socket staying open.
    silent_logins: float = 0
    #: How late somebody who asks for keys to begin a session with gets them.
    keys_delay: float = 0
    #: What the device sends: messages neither passed on nor acknowledged, receipts not taken.
    lost_messages: float = 0
    ignored_receipts: float = 0
    #: Messages passed on, and the connection cut before the acknowledgement.
    cuts_before_ack: float = 0
    #: Server acknowledgements of messages: late, lost, or with an error (then not passed on).
    ack_delay: float = 0
    lost_acks: float = 0
    ack_error: int = 479
    error_acks: float = 0
    #: Deliveries of messages to a device.
    delivery_delay: float = 0
    duplicated_deliveries: float = 0
    corrupted_deliveries: float = 0
    lost_receipts: float = 0
    #: Linking: codes in one set, a close right behind 515, a container with a wrong code.
    refs: int = 6
    #: Error that answers whoever asks for a code of letters: 429 asked too often, 419 too many devices (network only).
    code_refusal: int = 0
    closes_behind_515: bool = False
    wrong_hmacs: float = 0

    def take(self, counter: str) -> bool:
        """Use a counter once; False where it is used up."""
        left = getattr(self, counter)
        if left <= 0:
            return False
        setattr(self, counter, left - 1)
        return True

    def fail_logins(self, reason: int, times: float = ALWAYS, **attrs: str | int) -> None:
        """Answer logins with `<failure reason=…>`; 402 takes `code` and `expire` too."""
        self.failure, self.failures = {"reason": reason, **attrs}, times


@dataclass(frozen=True, slots=True)
class FaultChain:
    """The faults that apply to one device: its own, its account's, the network's."""

    links: tuple[Faults, ...]

    def take(self, counter: str) -> Faults | None:
        """Use a counter of the nearest that has any left, and return its owner."""
        return next((faults for faults in self.links if faults.take(counter)), None)

    def longest(self, name: str) -> float:
        """The longest of a delay."""
        return max(float(getattr(faults, name)) for faults in self.links)

    def any(self, name: str) -> bool:
        """Whether a switch is on anywhere."""
        return any(getattr(faults, name) for faults in self.links)
