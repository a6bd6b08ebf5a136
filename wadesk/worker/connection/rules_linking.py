"""What follows while a number is being linked: codes, the claim, pairing, the restart after it."""

from wadesk.domain.linkstate import LinkState
from wadesk.wire.engine_frames import LoginRestart, Paired, PairError, PasskeyRequest, QrCode, QrTimeout
from wadesk.worker.connection import moves
from wadesk.worker.connection.standing import Standing
from wadesk.worker.connection.values import (
    Bind,
    NumberClaimed,
    NumberRefused,
    Phase,
    ShowQr,
    TellPaired,
    Timer,
)

RESTART_LIMIT_S = 12.0
"""From ``paired`` to ``login_restart``."""
LOGIN_LIMIT_S = 30.0
"""From ``paired`` to connected."""
REFUSAL_LIMIT_S = 5.0
"""So long an engine may take to tell the phone of a refusal before it is ended."""
CODE_GRACE_S = 10.0
"""How late the next code may be after the end of the one before."""


def on_qr(s: Standing, fact: QrCode) -> None:
    """Show the code for its real life; the socket stands, the network has answered."""
    if s.phase not in {Phase.DIALLING, Phase.CODES} or fact.attempt != s.dial or s.linked:
        return
    s.phase = Phase.CODES
    s.back_off.reset()
    s.clear_timers(Timer.REPLY, Timer.UP, Timer.LINK)
    s.set_timer(Timer.CODE, fact.life_ms / 1000 + CODE_GRACE_S)
    expires_ms = s.now.wall_ms + fact.life_ms
    s.order(ShowQr(fact.code, fact.number, fact.of, s.now.wall_ms, expires_ms))
    s.show(LinkState.LINKING, until_ms=expires_ms)
    s.show_qr_there()


def on_qr_timeout(s: Standing, fact: QrTimeout) -> None:
    """Nobody scanned: a person asks for new codes."""
    if s.phase is Phase.CODES and fact.attempt == s.dial:
        moves.rest(s, LinkState.UNLINKED, "qr_expired")


def on_passkey_request(s: Standing, _fact: PasskeyRequest) -> None:
    """The number wants a passkey, which cannot be made here: say so instead of showing codes for ever."""
    if s.phase is Phase.CODES:
        moves.rest(s, LinkState.PASSKEY_REQUIRED)


def on_claimed(s: Standing, fact: NumberClaimed) -> None:
    """The parent said yes: before pairing completes, or for an engine that was paired when a worker died."""
    if s.phase is Phase.CODES:
        s.claimed = fact.number
        s.set_timer(Timer.CLAIM, moves.CLAIM_LIMIT_S)
        s.clear_timers(Timer.CODE)
    elif s.phase is Phase.CLAIMING:
        s.clear_timers(Timer.CLAIM)
        _bind(s, fact.number, fact.lid)
        moves.dial(s)


def on_refused(s: Standing, fact: NumberRefused) -> None:
    """Another phone than the slot's: say which number was expected, or where it is bound."""
    if s.phase is Phase.CODES:
        moves.hide_qr(s)
        s.claimed = None
        s.link_wanted = False
        s.clear_timers()
        s.phase = Phase.REFUSED
        s.set_timer(Timer.REFUSED, REFUSAL_LIMIT_S)
        s.show(LinkState.UNLINKED, fact.code, fact.facts)
    elif s.phase is Phase.CLAIMING:
        moves.rest(s, LinkState.UNLINKED, fact.code, fact.facts, forget=True)


def on_pair_error(s: Standing, _fact: PairError) -> None:
    """Pairing failed; where it was refused, the reason is on the screen already."""
    if s.phase is Phase.REFUSED:
        end_refused(s)
    elif s.phase is Phase.CODES:
        moves.rest(s, LinkState.UNLINKED, "pair_failed")


def end_refused(s: Standing) -> None:
    """The phone has its answer: end the engine and keep what the screen says."""
    moves.end_engine(s)


def on_paired(s: Standing, fact: Paired) -> None:
    """Bind the number, then wait for the restart that follows pairing; never without the parent's yes."""
    if s.phase is not Phase.CODES or fact.attempt != s.dial:
        return
    if fact.number != s.claimed:
        moves.rest(s, LinkState.ERROR, "wrong_engine_number", forget=True)
        return
    moves.hide_qr(s)
    s.linked = True
    s.claimed = None
    s.clear_timers()
    _bind(s, fact.number, fact.lid)
    s.phase = Phase.PAIRED
    s.show(LinkState.CONNECTING)
    s.set_timer(Timer.LOGIN, LOGIN_LIMIT_S)
    if s.restart_seen:
        moves.dial(s)
    else:
        s.set_timer(Timer.RESTART, RESTART_LIMIT_S)


def _bind(s: Standing, number: str, lid: str | None) -> None:
    s.bind(number)
    s.order(Bind(number, lid), TellPaired(number, paired=True))


def on_login_restart(s: Standing, fact: LoginRestart) -> None:
    """The pairing's socket is gone: log in. Once in 72 it came before ``paired``."""
    if fact.attempt != s.dial:
        return
    if s.phase is Phase.PAIRED:
        moves.dial(s)
    elif s.phase is Phase.CODES:
        s.restart_seen = True
