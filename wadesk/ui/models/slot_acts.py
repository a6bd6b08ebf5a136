"""What can be done with a number: the entries of its menu, as they fit its state."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from wadesk.domain.desk import Session
from wadesk.domain.linkstate import LinkState
from wadesk.ui.advice import advice_for
from wadesk.ui.next_steps import StepKind, next_step

translate = QCoreApplication.translate

_UNDER_WAY = frozenset({LinkState.ONLINE, LinkState.PHONE_OFFLINE, LinkState.RECONNECTING, LinkState.CONNECTING})
_IN_MENU = frozenset({StepKind.LINK, StepKind.SHOW_CODE, StepKind.RESUME, StepKind.TAKE_BACK, StepKind.START})
"""Next steps that the menu offers in their own words; the others are entries of it anyway."""


_KEYLESS = frozenset({LinkState.LINKING, LinkState.UNLINKED, LinkState.LOGGED_OUT})
"""Nothing is linked there: there are no keys to forget."""


class SlotAct(StrEnum):
    """An entry of a number's menu."""

    OPEN = "open"
    STEP = "step"
    PAUSE = "pause"
    RECONNECT = "reconnect"
    LATER = "later"
    ADVISE = "advise"
    RENAME = "rename"
    LOG_OUT = "log-out"
    CLEAR = "clear"
    REMOVE = "remove"


@dataclass(frozen=True)
class Entry:
    """One row of the menu; those that destroy stand last and in the colour of danger."""

    act: SlotAct
    label: str
    icon: str
    danger: bool = False


def entries(session: Session) -> list[Entry]:
    """What can be done with a number now; never what would do nothing."""
    status, number = session.status, session.slot.number
    step, state = next_step(status), status.state
    found = [Entry(SlotAct.OPEN, translate("Menu", "Open chats"), "message-square")] if number else []
    if step is not None and step.kind in _IN_MENU:
        found.append(Entry(SlotAct.STEP, step.label, step.icon))
    if number and state in _UNDER_WAY | {LinkState.ERROR}:
        found.append(Entry(SlotAct.PAUSE, translate("Menu", "Pause"), "circle-pause"))
    if state in _UNDER_WAY - {LinkState.CONNECTING}:
        found.append(Entry(SlotAct.RECONNECT, translate("Menu", "Reconnect"), "refresh-cw"))
    if state is LinkState.LINKING:
        found.append(Entry(SlotAct.LATER, translate("Menu", "Connect later"), "timer"))
    if advice_for(status, 0) is not None:
        found.append(Entry(SlotAct.ADVISE, translate("Menu", "What to do"), "info"))
    found.append(Entry(SlotAct.RENAME, translate("Menu", "Rename…"), "pencil"))
    return found + _destroying(session)


def _destroying(session: Session) -> list[Entry]:
    found = []
    status, number = session.status, session.slot.number
    if status.connected:
        found.append(Entry(SlotAct.LOG_OUT, translate("Menu", "Log out…"), "unlink", danger=True))
    elif number and status.state not in _KEYLESS:
        found.append(Entry(SlotAct.CLEAR, translate("Menu", "Forget keys…"), "key-round", danger=True))
    found.append(Entry(SlotAct.REMOVE, translate("Menu", "Remove number…"), "trash-2", danger=True))
    return found
