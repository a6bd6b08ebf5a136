"""The steps that several rules share: start, dial, fail, rest."""

from wadesk.domain.linkstate import LinkState
from wadesk.worker.connection.standing import Standing
from wadesk.worker.connection.values import (
    Dial,
    EndEngine,
    Forget,
    HangUp,
    HidePairingCode,
    HideQr,
    Phase,
    StartEngine,
    TellPaired,
    Timer,
)

NO_INTERNET = "no_internet"
REPLY_LIMIT_S = 25.0
"""A websocket upgrade may stay silent; the engine gives its dial up after 20 s."""
UP_LIMIT_S = 30.0
"""From connect to connected, a QR code or an end."""
CLAIM_LIMIT_S = 60.0
"""From the parent's yes to ``paired``; the parent releases a claim after the same time."""
LINK_LIMIT_S = 30.0
"""How long a person who asked for a code waits for it before being told that WhatsApp cannot be reached."""


def start_engine(s: Standing) -> None:
    """Start the engine; what it is linked to says how to go on."""
    s.phase = Phase.STARTING
    s.engine_up = True
    s.order(StartEngine())


def dial(s: Standing) -> None:
    """Connect as a new attempt."""
    s.dial += 1
    s.phase = Phase.DIALLING
    s.clear_timers(Timer.TRY, Timer.RESTART, Timer.SUSPECT)
    s.set_timer(Timer.REPLY, REPLY_LIMIT_S)
    s.set_timer(Timer.UP, UP_LIMIT_S)
    s.order(Dial(s.dial, again=s.suspicious))
    s.suspicious = False
    if s.status.state is not LinkState.LINKING or s.linked:
        _show_dialling(s)


def _show_dialling(s: Standing) -> None:
    if s.scanned and s.trouble is None:
        s.show(LinkState.CONNECTING, "stuck" if s.stuck else "scanned")
    elif s.back_off.tries:
        s.show(LinkState.RECONNECTING, s.trouble)
    else:
        s.show(LinkState.CONNECTING)


def begin_linking(s: Standing) -> None:
    """Connect an engine that holds no device: QR codes follow."""
    if s.trouble != NO_INTERNET:
        s.trouble = None
    s.show(LinkState.LINKING, s.trouble)
    s.restart_seen = False
    if Timer.LINK not in s.timers and s.trouble is None:
        s.set_timer(Timer.LINK, LINK_LIMIT_S)
    dial(s)


def go_on(s: Standing) -> None:
    """Dial with an engine that runs, or start one first."""
    s.clear_timers(Timer.TRY)
    if not s.engine_up:
        start_engine(s)
    elif s.linked:
        dial(s)
    else:
        begin_linking(s)


def wait_for_next_try(s: Standing, state: LinkState | None = None, code: str | None = None) -> None:
    """Try again after the back-off's delay; the screen is told when. ``state``: another than reconnecting."""
    link_limit = s.timers.get(Timer.LINK)
    s.clear_timers()
    if s.link_wanted and (s.status.state is LinkState.LINKING or (s.scanned and not s.linked)):
        if link_limit is not None:
            s.timers[Timer.LINK] = link_limit
        state, code = LinkState.LINKING, code or (s.trouble if s.trouble == NO_INTERNET else None)
    elif state is None and s.scanned and s.trouble is None:
        s.stuck = True
        state, code = LinkState.CONNECTING, "stuck"
    elif state is None:
        state, code = LinkState.RECONNECTING, s.trouble
    s.phase = Phase.WAITING
    s.connected_at = None
    delay = s.back_off.next_delay()
    s.set_timer(Timer.TRY, delay)
    s.show(state, code, next_try_ms=s.now.wall_ms + round(delay * 1000))


def fail_attempt(s: Standing, *, suspicious: bool = False) -> None:
    """The attempt under way, or the link that stood, is over: wait and try again.

    ``suspicious`` where the socket may be half dead: the next attempt drops it first.
    """
    hide_codes(s)
    s.suspicious = suspicious
    s.order(HangUp())
    wait_for_next_try(s)


def hide_codes(s: Standing) -> None:
    """Take the QR code and the pairing code off the screen, as far as they are there."""
    hide_qr(s)
    hide_pairing_code(s)


def hide_qr(s: Standing) -> None:
    """Take the QR code off the screen, if there is one."""
    s.clear_timers(Timer.CODE)
    if s.status.qr_available:
        s.order(HideQr())
        s.show_qr_gone()


def hide_pairing_code(s: Standing) -> None:
    """The pairing code is used, expired or given up."""
    s.clear_timers(Timer.PAIRING_CODE)
    if s.pairing is not None:
        s.pairing = None
        s.order(HidePairingCode())


def release_claim(s: Standing) -> None:
    """Pairing did not complete: the parent may give the number to another slot."""
    s.clear_timers(Timer.CLAIM)
    if s.claimed is not None:
        s.order(TellPaired(s.claimed, paired=False))
        s.claimed = None


def end_engine(s: Standing, *, kill: bool = False, forget: bool = False) -> None:
    """End the engine, after deleting its keys where ``forget``; nothing is tried any more."""
    s.clear_timers()
    s.connected_at = None
    if not s.engine_up:
        s.phase = Phase.REST
        return
    s.phase = Phase.ENDING
    s.engine_up = False
    if forget:
        s.linked = False
        s.order(Forget())
    s.order(EndEngine(kill=kill))


def rest(
    s: Standing,
    state: LinkState,
    code: str | None = None,
    facts: dict[str, str] | None = None,
    *,
    until_ms: int | None = None,
    forget: bool = False,
) -> None:
    """Stay in ``state`` without an engine until a person asks."""
    hide_codes(s)
    release_claim(s)
    s.link_wanted = s.scanned = s.stuck = s.leaving = False
    s.trouble = None
    s.back_off.reset()
    end_engine(s, forget=forget)
    s.show(state, code, facts, until_ms=until_ms)
