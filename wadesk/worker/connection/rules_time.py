"""What follows when a time limit passes."""

from collections.abc import Callable

from wadesk.domain.linkstate import LinkState
from wadesk.worker.connection import moves, rules_linking, rules_online, rules_phone
from wadesk.worker.connection.standing import Standing
from wadesk.worker.connection.values import Phase, Timer


def _silent(s: Standing) -> None:
    """Connecting led to nothing in time."""
    moves.fail_attempt(s, suspicious=True)


def _half_dead(s: Standing) -> None:
    """A socket that was suspected, and whose end nobody told."""
    if s.phase is Phase.ONLINE:
        rules_online.lose(s, suspicious=True)
    else:
        moves.fail_attempt(s, suspicious=True)


def _unclaimed(s: Standing) -> None:
    """No pairing within a claim's life, or no answer of the parent."""
    if s.phase is Phase.CLAIMING:
        moves.rest(s, LinkState.ERROR, "no_answer")
    else:
        rules_linking.give_pairing_up(s)


def _no_code(s: Standing) -> None:
    """A person waits for a code and WhatsApp cannot be reached; it is tried on."""
    s.trouble = moves.NO_INTERNET
    if s.status.state is LinkState.LINKING:
        s.show(LinkState.LINKING, moves.NO_INTERNET, next_try_ms=s.status.next_try_ms)


def _no_restart(s: Standing) -> None:
    """The restart after pairing was not announced: connect anyway."""
    s.suspicious = s.stuck = True
    moves.dial(s)


AFTER: dict[Timer, Callable[[Standing], None]] = {
    Timer.TRY: moves.go_on,
    Timer.REPLY: _silent,
    Timer.UP: _silent,
    Timer.CODE: rules_linking.on_code_end,
    Timer.LINK: _no_code,
    Timer.CLAIM: _unclaimed,
    Timer.RESTART: _no_restart,
    Timer.LOGIN: _silent,
    Timer.SUSPECT: _half_dead,
    Timer.STEADY: lambda s: s.back_off.reset(),
    Timer.REFUSED: rules_linking.end_refused,
    Timer.STUCK: rules_linking.tell_stuck,
    Timer.PAIRING_CODE: rules_linking.on_pairing_code_end,
    Timer.PHONE: rules_phone.look_again,
}
