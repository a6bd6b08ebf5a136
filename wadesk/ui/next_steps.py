"""The one thing a person can do about a number's state; card, bar, list and notification all offer the same."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from wadesk.domain.linkstate import LinkState, SlotStatus

translate = QCoreApplication.translate

LINK_ENDED = frozenset(
    {
        "qr_expired",
        "wrong_number",
        "bound_elsewhere",
        "bound_hidden",
        "device_limit",
        "pair_refused",
        "pair_failed",
        "no_connection",
        "no_answer",
    }
)
"""Codes that say how a slot's last linking ended: what is said of it stays where its QR code was."""

ENGINE_GONE = frozenset({"engine_missing", "engine_blocked"})
"""The engine's own file is gone or was taken away, mostly by a virus scanner: trying again does not help alone."""

_ADVISED = ENGINE_GONE | {"tug_of_war", "engine_damaged", "wrong_engine_number", "newer"}


class StepKind(StrEnum):
    """What a step does. Each touches one slot only."""

    LINK = "link"
    SHOW_CODE = "show-code"
    RETRY = "retry"
    START = "start"
    RESUME = "resume"
    TAKE_BACK = "take-back"
    ADVISE = "advise"
    SHOW_OTHER = "show-other"
    OPEN = "open"


@dataclass(frozen=True)
class Step:
    """A step as its button shows it: the words, a Lucide icon, and shorter words for a bar."""

    kind: StepKind
    label: str
    icon: str
    short: str


def next_step(status: SlotStatus) -> Step | None:
    """What a person can do now; None where there is nothing to do but wait."""
    match status.state:
        case LinkState.UNLINKED:
            return _after_linking(status) or _step(StepKind.LINK, translate("Steps", "Connect"), "scan-line")
        case LinkState.LINKING:
            return _step(StepKind.SHOW_CODE, translate("Steps", "Show code"), "scan-line")
        case LinkState.CONNECTING:
            return None
        case LinkState.ONLINE:
            return _step(StepKind.OPEN, translate("Steps", "Open chats"), "message-square")
        case LinkState.RECONNECTING:
            return _step(StepKind.RETRY, translate("Steps", "Try now"), "refresh-cw")
        case LinkState.PAUSED:
            return _step(StepKind.RESUME, translate("Steps", "Resume"), "play")
        case LinkState.LOGGED_OUT:
            return _after_linking(status) or _logged_out(status)
        case LinkState.REPLACED:
            return _step(StepKind.TAKE_BACK, translate("Steps", "Use here again"), "refresh-cw")
        case LinkState.ERROR if status.code not in _ADVISED:
            return _step(StepKind.START, translate("Steps", "Try again"), "refresh-cw")
        case _:
            # Restricted, banned, outdated, passkey, a silent phone, and errors that a second try does not mend.
            return _advise()


def _logged_out(status: SlotStatus) -> Step:
    if status.code == "account_locked":
        return _advise()
    again = translate("Steps", "Connect again")
    return Step(StepKind.LINK, again, "scan-line", translate("Steps", "Connect"))


def _after_linking(status: SlotStatus) -> Step | None:
    if status.code == "bound_elsewhere" and {"slot", "account"} <= status.facts.keys():
        return _step(StepKind.SHOW_OTHER, translate("Steps", "Show number"), "arrow-right")
    if status.code in {"wrong_number", "bound_elsewhere", "bound_hidden"}:
        return _step(StepKind.LINK, translate("Steps", "Scan another phone"), "scan-line")
    if status.code in LINK_ENDED:
        return _step(StepKind.LINK, translate("Steps", "Make a new code"), "refresh-cw")
    return None


def _advise() -> Step:
    return _step(StepKind.ADVISE, translate("Steps", "What to do"), "info")


def _step(kind: StepKind, label: str, icon: str) -> Step:
    return Step(kind, label, icon, label)
