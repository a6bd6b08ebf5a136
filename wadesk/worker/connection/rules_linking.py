"""What follows while a number is being linked: codes, the claim, pairing, the restart after it."""

from wadesk.domain.linkstate import LinkState
from wadesk.wire.engine_frames import (
    LoginRestart,
    Paired,
    PairError,
    PasskeyRequest,
    QrCode,
    QrTimeout,
    ScannedWithoutMultidevice,
)
from wadesk.worker.connection import moves, rules_phone
from wadesk.worker.connection.standing import Standing
from wadesk.worker.connection.values import (
    Bind,
    NumberClaimed,
    NumberRefused,
    PairingCodeMade,
    Phase,
    ShowPairingCode,
    ShowQr,
    TellPaired,
    Timer,
    Wanted,
)

OLD_PHONE = "old_phone"
DEVICE_LIMIT = "device_limit"
RESTART_LIMIT_S = 12.0
"""From ``paired`` to ``login_restart``."""
LOGIN_LIMIT_S = 30.0
"""From ``paired`` to connected."""
REFUSAL_LIMIT_S = 5.0
"""So long an engine may take to tell the phone of a refusal before it is ended."""
STUCK_LIMIT_S = 15.0
"""So long pairing may take after the code was read before people are told that it hangs; it takes 0.3 s."""
CODE_GRACE_S = 10.0
"""How late the next code may be after the end of the one before."""


def on_qr(s: Standing, fact: QrCode) -> None:
    """Show the code for its real life; the socket stands, the network has answered."""
    if s.phase not in {Phase.DIALLING, Phase.CODES} or fact.attempt != s.dial or s.linked:
        return
    old_phone = OLD_PHONE if s.phase is Phase.CODES and s.status.code == OLD_PHONE else None
    s.phase = Phase.CODES
    s.trouble = None
    s.scanned = s.stuck = False
    s.back_off.reset()
    s.clear_timers(Timer.REPLY, Timer.UP, Timer.LINK)
    s.set_timer(Timer.CODE, fact.life_ms / 1000 + CODE_GRACE_S)
    expires_ms = s.now.wall_ms + fact.life_ms
    s.order(ShowQr(fact.code, fact.number, fact.of, s.now.wall_ms, expires_ms))
    s.show(LinkState.LINKING, old_phone, until_ms=expires_ms)
    s.show_qr_there()


def on_qr_timeout(s: Standing, fact: QrTimeout) -> None:
    """Nobody scanned: a person asks for new codes."""
    if s.phase is Phase.CODES and fact.attempt == s.dial:
        moves.rest(s, LinkState.UNLINKED, "qr_expired")


def on_old_phone(s: Standing, fact: ScannedWithoutMultidevice) -> None:
    """The phone that scanned cannot have linked devices; the codes go on."""
    if s.phase is Phase.CODES and fact.attempt == s.dial and s.claimed is None:
        s.show(LinkState.LINKING, OLD_PHONE, until_ms=s.status.until_ms)


def on_pairing_code(s: Standing, fact: PairingCodeMade) -> None:
    """Show the code for its life; the QR codes, which live shorter, do not end it."""
    if s.phase is not Phase.CODES or fact.attempt != s.dial or s.claimed is not None:
        return
    s.pairing = fact.code
    s.set_timer(Timer.PAIRING_CODE, max(0.0, (fact.code.expires_ms - s.now.wall_ms) / 1000))
    s.order(ShowPairingCode(fact.code))


def on_pairing_code_end(s: Standing) -> None:
    """Nobody typed it; a QR code that still lives stays."""
    moves.hide_pairing_code(s)
    if not s.status.qr_available:
        moves.rest(s, LinkState.UNLINKED, "qr_expired")


def on_code_end(s: Standing) -> None:
    """No code followed the one on show: the engine has stopped to count them for a pairing code, or is silent."""
    if s.pairing is not None:
        moves.hide_qr(s)
    else:
        moves.fail_attempt(s, suspicious=True)


def on_passkey_request(s: Standing, _fact: PasskeyRequest) -> None:
    """The number wants a passkey, which cannot be made here: say so instead of showing codes for ever."""
    if s.phase is Phase.CODES:
        moves.rest(s, LinkState.PASSKEY_REQUIRED, "passkey")


def on_claimed(s: Standing, fact: NumberClaimed) -> None:
    """The parent said yes: before pairing completes, or for an engine that was paired when a worker died."""
    if s.phase is Phase.CODES:
        moves.hide_codes(s)
        s.claimed = fact.number
        s.scanned = True
        s.set_timer(Timer.CLAIM, moves.CLAIM_LIMIT_S)
        s.set_timer(Timer.STUCK, STUCK_LIMIT_S)
        s.show(LinkState.CONNECTING, "scanned")
    elif s.phase is Phase.CLAIMING:
        s.clear_timers(Timer.CLAIM)
        _bind(s, fact.number, fact.lid)
        moves.dial(s)


def on_refused(s: Standing, fact: NumberRefused) -> None:
    """Another phone than the slot's: say which number was expected, or where it is bound."""
    if s.phase is Phase.CODES:
        moves.hide_codes(s)
        s.claimed = None
        s.link_wanted = s.scanned = False
        s.clear_timers()
        s.phase = Phase.REFUSED
        s.set_timer(Timer.REFUSED, REFUSAL_LIMIT_S)
        s.show(LinkState.UNLINKED, fact.code, fact.facts)
    elif s.phase is Phase.CLAIMING:
        moves.rest(s, LinkState.UNLINKED, fact.code, fact.facts, forget=True)


def on_pair_error(s: Standing, fact: PairError) -> None:
    """Pairing failed; where it was refused, the reason is on the screen already."""
    if s.phase is Phase.REFUSED:
        end_refused(s)
    elif fact.error == DEVICE_LIMIT and s.phase in {Phase.DIALLING, Phase.CODES}:
        moves.rest(s, LinkState.UNLINKED, DEVICE_LIMIT)
    elif s.phase is Phase.CODES:
        moves.rest(s, LinkState.UNLINKED, "pair_refused")


def tell_stuck(s: Standing) -> None:
    """The code was read, and nothing came of it yet."""
    if s.scanned and s.status.state is LinkState.CONNECTING:
        s.stuck = True
        s.show(LinkState.CONNECTING, "stuck")


def give_pairing_up(s: Standing) -> None:
    """No pairing within a claim's life: ask a fresh engine, which may have been paired all the same."""
    moves.release_claim(s)
    moves.end_engine(s)
    s.wanted_again = Wanted(link=True)
    s.show(LinkState.CONNECTING, "stuck")


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
    moves.hide_codes(s)
    s.linked = s.scanned = True
    s.claimed = None
    s.clear_timers()
    _bind(s, fact.number, fact.lid)
    rules_phone.note_seen(s, s.now.wall_ms, assumed=True)
    s.phase = Phase.PAIRED
    s.show(LinkState.CONNECTING, "stuck" if s.stuck else "scanned")
    s.set_timer(Timer.LOGIN, LOGIN_LIMIT_S)
    s.set_timer(Timer.STUCK, STUCK_LIMIT_S)
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
