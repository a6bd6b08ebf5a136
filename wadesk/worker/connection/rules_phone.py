"""What follows from hearing of the phone itself, or from not hearing of it for long.

WhatsApp unlinks every device of a phone that it has not seen for fourteen days; people are warned after ten.
"""

from wadesk.domain.linkstate import LinkState
from wadesk.wire.engine_frames import PhoneHeard
from wadesk.worker.connection.standing import Standing
from wadesk.worker.connection.values import KeepPhoneSeen, Phase, Timer

SILENT_MS = 10 * 24 * 3_600_000
"""So long a silent phone needs no word."""
GRAIN_MS = 10 * 60_000
"""Sightings closer than this are one: the link state and the database need not change every minute."""
LOOK_S = 3_600.0
"""How often the wall clock is looked at: the monotonic one stands still while the computer sleeps."""


def on_phone_heard(s: Standing, fact: PhoneHeard) -> None:
    """The phone lives: a warning goes away."""
    seen = s.status.phone_seen_ms
    if seen is None or s.phone_assumed:
        note_seen(s, fact.time_ms)
    elif fact.time_ms < seen + GRAIN_MS and s.status.state is not LinkState.PHONE_OFFLINE:
        return
    elif fact.time_ms > seen:
        note_seen(s, fact.time_ms)
    if s.phase is Phase.ONLINE:
        show_standing(s)


def note_seen(s: Standing, time_ms: int, *, assumed: bool = False) -> None:
    """The phone was heard of at ``time_ms``; what is only ``assumed`` yields to its first word, older or not."""
    s.phone_assumed = assumed
    s.see_phone(time_ms)
    s.order(KeepPhoneSeen(time_ms))


def show_standing(s: Standing) -> None:
    """The link stands: say so, with the warning where the phone has been silent. One never heard of counts from now."""
    if s.status.phone_seen_ms is None:
        note_seen(s, s.now.wall_ms, assumed=True)
    left_ms = (s.status.phone_seen_ms or s.now.wall_ms) + SILENT_MS - s.now.wall_ms
    s.show(LinkState.PHONE_OFFLINE if left_ms <= 0 else LinkState.ONLINE)
    s.set_timer(Timer.PHONE, min(LOOK_S, left_ms / 1000) if left_ms > 0 else LOOK_S)


def look_again(s: Standing) -> None:
    """Time has passed."""
    if s.phase is Phase.ONLINE:
        show_standing(s)
