"""What follows when a time limit passes."""

from collections.abc import Callable

from wadesk.domain.linkstate import LinkState
from wadesk.worker.connection import moves, rules_linking, rules_online
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
        moves.rest(s, LinkState.UNLINKED, "pair_failed")


def _no_network(s: Standing) -> None:
    """A person waits for a code and the network does not answer."""
    moves.rest(s, LinkState.UNLINKED, "no_connection")


def _no_restart(s: Standing) -> None:
    """The restart after pairing was not announced: connect anyway."""
    s.suspicious = True
    moves.dial(s)


AFTER: dict[Timer, Callable[[Standing], None]] = {
    Timer.TRY: moves.go_on,
    Timer.REPLY: _silent,
    Timer.UP: _silent,
    Timer.CODE: _silent,
    Timer.LINK: _no_network,
    Timer.CLAIM: _unclaimed,
    Timer.RESTART: _no_restart,
    Timer.LOGIN: _silent,
    Timer.SUSPECT: _half_dead,
    Timer.STEADY: lambda s: s.back_off.reset(),
    Timer.REFUSED: rules_linking.end_refused,
}
