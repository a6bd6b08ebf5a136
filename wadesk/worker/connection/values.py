"""Facts that a connection hears, besides the engine's own frames, and the orders it gives."""

from enum import StrEnum, auto

import msgspec

from wadesk.domain.linkstate import PairingCode
from wadesk.wire.engine_frames import (
    Banned,
    Connected,
    ConnectFailure,
    Disconnected,
    KeepaliveRestored,
    KeepaliveTimeout,
    LoggedOut,
    LoginRestart,
    Outdated,
    Paired,
    PairError,
    PasskeyRequest,
    PhoneHeard,
    QrCode,
    QrTimeout,
    Ready,
    Replaced,
    Restricted,
    ScannedWithoutMultidevice,
    StreamError,
)


class Moment(msgspec.Struct, frozen=True):
    """One point in time on both clocks: ``monotonic`` in seconds for limits, ``wall_ms`` (UTC) for screens."""

    monotonic: float
    wall_ms: int


class Phase(StrEnum):
    """Where a connection is; finer than the link state that people see."""

    REST = auto()
    STARTING = auto()
    CLAIMING = auto()
    WAITING = auto()
    DIALLING = auto()
    CODES = auto()
    PAIRED = auto()
    ONLINE = auto()
    REFUSED = auto()
    ENDING = auto()


class Timer(StrEnum):
    """What a connection waits for with a limit; ``moves`` and ``rules_time`` say how long and what follows."""

    TRY = auto()
    REPLY = auto()
    UP = auto()
    CODE = auto()
    LINK = auto()
    CLAIM = auto()
    RESTART = auto()
    LOGIN = auto()
    SUSPECT = auto()
    STEADY = auto()
    REFUSED = auto()
    STUCK = auto()
    PAIRING_CODE = auto()
    PHONE = auto()


# -- facts --------------------------------------------------------------------------------------


class Wanted(msgspec.Struct, frozen=True):
    """The slot shall work. ``link`` when a person asked: states that stay are left, and nothing linked means a QR.

    ``resume`` leaves a state that stays too, and shows no QR.
    """

    link: bool
    resume: bool = False


class LinkCancelled(msgspec.Struct, frozen=True):
    """A person does not want the QR codes any more."""


class Halted(msgspec.Struct, frozen=True):
    """The slot shall not work until it is wanted again; its link stays. ``by``: the person who paused it."""

    by: str | None = None


class TryNow(msgspec.Struct, frozen=True):
    """A person does not want to wait for the next try; a link that stands is made anew."""


class Woken(msgspec.Struct, frozen=True):
    """The computer slept or its clock jumped: codes on show are stale, and what seems to stand may be dead."""


class LeaveBegun(msgspec.Struct, frozen=True):
    """The phone is being told to unlink this device: what breaks now breaks because of that."""


class LeaveFailed(msgspec.Struct, frozen=True):
    """The phone was not told."""


class Left(msgspec.Struct, frozen=True):
    """The phone has unlinked this device because a person here asked."""


class Cleared(msgspec.Struct, frozen=True):
    """The keys shall be forgotten without asking the phone."""


class PairingCodeMade(msgspec.Struct, frozen=True):
    """WhatsApp gave a code, over connection ``attempt``, to type into the phone."""

    attempt: int
    code: PairingCode


class EngineAbsent(msgspec.Struct, frozen=True):
    """The engine could not be started for a reason that trying again does not cure (``code``)."""

    code: str


class EngineCrashed(msgspec.Struct, frozen=True):
    """The engine ended by itself. ``code`` is that of its last word (``fatal``), empty when it gave none."""

    code: str = ""


class EngineEnded(msgspec.Struct, frozen=True):
    """The engine ended because it was told to."""


class DialReplied(msgspec.Struct, frozen=True):
    """What the engine answered to a connect; ``error`` is empty when the socket stands."""

    attempt: int
    error: str = ""


class NumberClaimed(msgspec.Struct, frozen=True):
    """The parent lets this slot have ``number``."""

    number: str
    lid: str | None = None


class NumberRefused(msgspec.Struct, frozen=True):
    """The number may not be this slot's: the ``code`` and ``facts`` that its sentence needs."""

    code: str
    facts: dict[str, str] = {}


class StoreFailed(msgspec.Struct, frozen=True):
    """The account's database cannot take what was heard: nothing may be acknowledged."""

    code: str


class SendStalled(msgspec.Struct, frozen=True):
    """A send did not come through although the link is said to stand."""


class SendPassed(msgspec.Struct, frozen=True):
    """A send came through: the link stands."""


EngineFact = (
    Ready | QrCode | QrTimeout | Paired | PairError | PasskeyRequest | LoginRestart | Connected | Disconnected
    | LoggedOut | Banned | Restricted | Replaced | Outdated | ConnectFailure | StreamError | KeepaliveTimeout
    | KeepaliveRestored | ScannedWithoutMultidevice | PhoneHeard
)  # fmt: skip
Fact = (
    EngineFact | Wanted | LinkCancelled | Halted | TryNow | Woken | LeaveBegun | LeaveFailed | Left | Cleared
    | PairingCodeMade | EngineAbsent | EngineCrashed | EngineEnded | DialReplied | NumberClaimed | NumberRefused
    | StoreFailed | SendStalled | SendPassed
)  # fmt: skip

# -- orders -------------------------------------------------------------------------------------


class StartEngine(msgspec.Struct, frozen=True):
    """Start the slot's engine and greet it; its ``ready``, EngineAbsent or EngineCrashed follows."""


class EndEngine(msgspec.Struct, frozen=True):
    """End the engine, at once when ``kill``; EngineEnded follows."""

    kill: bool = False


class Dial(msgspec.Struct, frozen=True):
    """Connect as attempt number ``attempt``; ``again`` drops first what may be half dead. DialReplied follows."""

    attempt: int
    again: bool = False


class HangUp(msgspec.Struct, frozen=True):
    """Drop the connection and give up a dial under way."""


class Forget(msgspec.Struct, frozen=True):
    """Delete the keys of a link that is over."""


class ShowQr(msgspec.Struct, frozen=True):
    """Show this code until ``expires_ms``."""

    payload: str
    number: int
    of: int
    shown_ms: int
    expires_ms: int

    def __repr__(self) -> str:
        return f"ShowQr({self.number} of {self.of})"


class HideQr(msgspec.Struct, frozen=True):
    """No code is shown any more."""


class ShowPairingCode(msgspec.Struct, frozen=True):
    """Show this code until it ends."""

    code: PairingCode


class HidePairingCode(msgspec.Struct, frozen=True):
    """No pairing code is shown any more."""


class KeepPhoneSeen(msgspec.Struct, frozen=True):
    """Store when the phone itself was last heard of (UTC ms)."""

    time_ms: int


class Claim(msgspec.Struct, frozen=True):
    """Ask the parent whether the slot may have the number its engine is linked to; a claim fact follows."""

    number: str
    lid: str | None

    def __repr__(self) -> str:
        return "Claim"


class Bind(msgspec.Struct, frozen=True):
    """Store which number the slot speaks for, before anything connects."""

    number: str
    lid: str | None

    def __repr__(self) -> str:
        return "Bind"


class TellPaired(msgspec.Struct, frozen=True):
    """Tell the parent what became of a claim."""

    number: str
    paired: bool

    def __repr__(self) -> str:
        return f"TellPaired({self.paired})"


Order = (
    StartEngine | EndEngine | Dial | HangUp | Forget | ShowQr | HideQr | ShowPairingCode | HidePairingCode
    | KeepPhoneSeen | Claim | Bind | TellPaired
)  # fmt: skip
