"""The one thing a person can do about a number's state; card, bar, list and notification all offer the same."""

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

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

_ADVISED = ENGINE_GONE | {"tug_of_war", "engine_damaged", "wrong_engine_number", "engine_protocol", "newer"}


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


_Made = tuple[StepKind, object, str]
"""A kind, its words in English, and its icon."""

_LINK = (StepKind.LINK, QT_TRANSLATE_NOOP("Steps", "Connect"), "scan-line")
_LINK_AGAIN = (StepKind.LINK, QT_TRANSLATE_NOOP("Steps", "Connect again"), "scan-line")
_NEW_CODE = (StepKind.LINK, QT_TRANSLATE_NOOP("Steps", "Make a new code"), "refresh-cw")
_OTHER_PHONE = (StepKind.LINK, QT_TRANSLATE_NOOP("Steps", "Scan another phone"), "scan-line")
_ADVISE = (StepKind.ADVISE, QT_TRANSLATE_NOOP("Steps", "What to do"), "info")

_STEPS = {
    LinkState.UNLINKED: _LINK,
    LinkState.LINKING: (StepKind.SHOW_CODE, QT_TRANSLATE_NOOP("Steps", "Show code"), "scan-line"),
    LinkState.ONLINE: (StepKind.OPEN, QT_TRANSLATE_NOOP("Steps", "Open chats"), "message-square"),
    LinkState.PHONE_OFFLINE: _ADVISE,
    LinkState.RECONNECTING: (StepKind.RETRY, QT_TRANSLATE_NOOP("Steps", "Try now"), "refresh-cw"),
    LinkState.PAUSED: (StepKind.RESUME, QT_TRANSLATE_NOOP("Steps", "Resume"), "play"),
    LinkState.LOGGED_OUT: _LINK_AGAIN,
    LinkState.REPLACED: (StepKind.TAKE_BACK, QT_TRANSLATE_NOOP("Steps", "Use here again"), "refresh-cw"),
    LinkState.RESTRICTED: _ADVISE,
    LinkState.BANNED: _ADVISE,
    LinkState.OUTDATED: _ADVISE,
    LinkState.PASSKEY_REQUIRED: _ADVISE,
    LinkState.ERROR: (StepKind.START, QT_TRANSLATE_NOOP("Steps", "Try again"), "refresh-cw"),
}
"""Connecting has none: there is nothing to do but wait."""


def next_step(status: SlotStatus) -> Step | None:
    """What a person can do now; None where there is nothing to do but wait."""
    found = _after_linking(status) or _by_code(status) or _STEPS.get(status.state)
    if found is None:
        return None
    step = _step(*found)
    if status.state is LinkState.LOGGED_OUT and step.kind is StepKind.LINK:
        return replace(step, short=translate("Steps", "Connect"))
    return step


def again_step(status: SlotStatus) -> Step:
    """Linking once more, for a state whose next step is advice."""
    return _step(*(_LINK_AGAIN if status.state is LinkState.LOGGED_OUT else _NEW_CODE))


def retry_step() -> Step:
    """Starting once more, for an error whose next step is advice."""
    return _step(*_STEPS[LinkState.ERROR])


def _by_code(status: SlotStatus) -> _Made | None:
    locked = status.state is LinkState.LOGGED_OUT and status.code == "account_locked"
    return _ADVISE if locked or (status.state is LinkState.ERROR and status.code in _ADVISED) else None


def _after_linking(status: SlotStatus) -> _Made | None:
    if status.state not in {LinkState.UNLINKED, LinkState.LOGGED_OUT} or status.code not in LINK_ENDED:
        return None
    if status.code == "bound_elsewhere" and {"slot", "account"} <= status.facts.keys():
        return (StepKind.SHOW_OTHER, QT_TRANSLATE_NOOP("Steps", "Show number"), "arrow-right")
    return _OTHER_PHONE if status.code in {"wrong_number", "bound_elsewhere", "bound_hidden"} else _NEW_CODE


def _step(kind: StepKind, words: object, icon: str) -> Step:
    label = translate("Steps", str(words))
    return Step(kind, label, icon, label)
