"""From a link state to what is drawn: nine drawn states, each with icon, tone and word; ticks likewise."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.domain.message import MessageState
from wadesk.ui.text import counted, time_of_day

translate = QCoreApplication.translate


class Drawn(StrEnum):
    """The nine drawn states, worst first: the order in which an account shows its worst number."""

    BANNED = "banned"
    ERROR = "error"
    LOGGED_OUT = "loggedOut"
    RESTRICTED = "restricted"
    NOT_LINKED = "notLinked"
    RECONNECTING = "reconnecting"
    CONNECTING = "connecting"
    PAUSED = "paused"
    CONNECTED = "connected"


@dataclass(frozen=True)
class Look:
    """How a state is drawn: a Lucide icon and a tone (``ok``, ``warn``, ``danger``, ``info``, ``idle``)."""

    drawn: Drawn
    icon: str
    tone: str


@dataclass(frozen=True)
class TickLook:
    """How a message's state is drawn."""

    icon: str
    tone: str
    size: int
    stroke: float | None = None


_LOOKS = {
    look.drawn: look
    for look in (
        Look(Drawn.NOT_LINKED, "scan-line", "info"),
        Look(Drawn.CONNECTING, "loader-circle", "info"),
        Look(Drawn.CONNECTED, "circle-check", "ok"),
        Look(Drawn.RECONNECTING, "refresh-cw", "warn"),
        Look(Drawn.LOGGED_OUT, "unlink", "danger"),
        Look(Drawn.PAUSED, "circle-pause", "idle"),
        Look(Drawn.RESTRICTED, "octagon-alert", "danger"),
        Look(Drawn.BANNED, "ban", "danger"),
        Look(Drawn.ERROR, "triangle-alert", "danger"),
    )
}

_DRAWN = {
    LinkState.UNLINKED: Drawn.NOT_LINKED,
    LinkState.LINKING: Drawn.NOT_LINKED,
    LinkState.CONNECTING: Drawn.CONNECTING,
    LinkState.ONLINE: Drawn.CONNECTED,
    LinkState.RECONNECTING: Drawn.RECONNECTING,
    LinkState.PHONE_OFFLINE: Drawn.CONNECTED,
    LinkState.PAUSED: Drawn.PAUSED,
    LinkState.LOGGED_OUT: Drawn.LOGGED_OUT,
    LinkState.REPLACED: Drawn.LOGGED_OUT,
    LinkState.RESTRICTED: Drawn.RESTRICTED,
    LinkState.BANNED: Drawn.BANNED,
    LinkState.OUTDATED: Drawn.ERROR,
    LinkState.PASSKEY_REQUIRED: Drawn.ERROR,
    LinkState.ERROR: Drawn.ERROR,
}

WAITS_FOR_A_PERSON = frozenset(
    {
        LinkState.UNLINKED,
        LinkState.LINKING,
        LinkState.LOGGED_OUT,
        LinkState.REPLACED,
        LinkState.OUTDATED,
        LinkState.PASSKEY_REQUIRED,
        LinkState.ERROR,
        LinkState.BANNED,
        LinkState.RESTRICTED,
        LinkState.PAUSED,
    }
)
"""States that nothing but a person ends: a click on such a number leads to its next step."""

_TICKS = {
    MessageState.QUEUED: TickLook("clock-3", "text3", 13),
    MessageState.SENDING: TickLook("clock-3", "text3", 13),
    MessageState.SENT: TickLook("check", "text3", 14),
    MessageState.DELIVERED: TickLook("check-check", "text3", 15, 2.25),
    MessageState.READ: TickLook("check-check", "read", 15, 2.75),
    MessageState.FAILED: TickLook("circle-alert", "danger", 14),
    MessageState.UNCERTAIN: TickLook("circle-help", "warn", 14),
}


_TICK_WORDS = {
    MessageState.QUEUED: QT_TRANSLATE_NOOP("Ticks", "Queued"),
    MessageState.SENDING: QT_TRANSLATE_NOOP("Ticks", "Sending"),
    MessageState.SENT: QT_TRANSLATE_NOOP("Ticks", "Sent"),
    MessageState.DELIVERED: QT_TRANSLATE_NOOP("Ticks", "Delivered"),
    MessageState.READ: QT_TRANSLATE_NOOP("Ticks", "Read"),
    MessageState.FAILED: QT_TRANSLATE_NOOP("Ticks", "Not sent"),
    MessageState.UNCERTAIN: QT_TRANSLATE_NOOP("Ticks", "Not certain it arrived"),
}

_WORDS = {
    Drawn.NOT_LINKED: QT_TRANSLATE_NOOP("States", "Waiting for QR"),
    Drawn.CONNECTING: QT_TRANSLATE_NOOP("States", "Connecting…"),
    Drawn.CONNECTED: QT_TRANSLATE_NOOP("States", "Connected"),
    Drawn.RECONNECTING: QT_TRANSLATE_NOOP("States", "Reconnecting"),
    Drawn.LOGGED_OUT: QT_TRANSLATE_NOOP("States", "Logged out"),
    Drawn.PAUSED: QT_TRANSLATE_NOOP("States", "Paused"),
    Drawn.RESTRICTED: QT_TRANSLATE_NOOP("States", "Restricted"),
    Drawn.BANNED: QT_TRANSLATE_NOOP("States", "Banned"),
    Drawn.ERROR: QT_TRANSLATE_NOOP("States", "Error"),
}

_COUNTS = {
    Drawn.NOT_LINKED: (QT_TRANSLATE_NOOP("States", "{n} waits for QR"), QT_TRANSLATE_NOOP("States", "{n} wait for QR")),
    Drawn.CONNECTING: (QT_TRANSLATE_NOOP("States", "{n} connecting"),) * 2,
    Drawn.CONNECTED: (QT_TRANSLATE_NOOP("States", "1 connected"), QT_TRANSLATE_NOOP("States", "{n} connected")),
    Drawn.RECONNECTING: (QT_TRANSLATE_NOOP("States", "{n} reconnecting"),) * 2,
    Drawn.LOGGED_OUT: (QT_TRANSLATE_NOOP("States", "1 logged out"), QT_TRANSLATE_NOOP("States", "{n} logged out")),
    Drawn.PAUSED: (QT_TRANSLATE_NOOP("States", "{n} paused"),) * 2,
    Drawn.RESTRICTED: (QT_TRANSLATE_NOOP("States", "{n} restricted"),) * 2,
    Drawn.BANNED: (QT_TRANSLATE_NOOP("States", "1 banned"), QT_TRANSLATE_NOOP("States", "{n} banned")),
    Drawn.ERROR: (QT_TRANSLATE_NOOP("States", "{n} with an error"),) * 2,
}


def look(state: LinkState) -> Look:
    """How a link state is drawn."""
    return _LOOKS[_DRAWN[state]]


def tick_look(state: MessageState) -> TickLook:
    """How a message's state is drawn."""
    return _TICKS[state]


def tick_word(state: MessageState) -> str:
    """A message's state in a word, as written under the last bubble."""
    return translate("Ticks", str(_TICK_WORDS[state]))


def state_word(status: SlotStatus) -> str:
    """A number's state in a word or two, for pills, lines and the sending-from bar."""
    if status.state is LinkState.RESTRICTED and status.until_ms is not None:
        return translate("States", "Restricted until {time}").format(time=time_of_day(status.until_ms))
    return translate("States", str(_WORDS[_DRAWN[status.state]]))


def severity(state: LinkState) -> int:
    """A state's place among the drawn states; 0 is the worst."""
    return list(Drawn).index(_DRAWN[state])


def worst(states: Iterable[LinkState]) -> Look | None:
    """The look of the worst of an account's numbers; None without any."""
    found = min(states, key=severity, default=None)
    return None if found is None else look(found)


def account_line(states: Iterable[LinkState]) -> tuple[Look | None, str]:
    """An account's state line: its worst state with how many numbers are in it, or that it has none yet."""
    every = list(states)
    shown = worst(every)
    if shown is None:
        return None, translate("States", "no number yet")
    one, many = map(str, _COUNTS[shown.drawn])
    count = sum(_DRAWN[state] is shown.drawn for state in every)
    return shown, counted(count, translate("States", one), translate("States", many))
