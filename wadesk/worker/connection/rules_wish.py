"""What follows when somebody wants a slot to work, to link, or to be left alone."""

from wadesk.domain.linkstate import STAYS, LinkState
from wadesk.worker.connection import moves
from wadesk.worker.connection.standing import Standing
from wadesk.worker.connection.values import Halted, LinkCancelled, Phase, Wanted


def on_wanted(s: Standing, fact: Wanted) -> None:
    """Begin once: what works already goes on as it is."""
    if s.phase is Phase.ENDING or s.phase is Phase.REFUSED:
        s.wanted_again = s.wanted_again or fact.link
    elif s.phase is Phase.REST:
        _begin(s, fact)
    elif fact.link and s.phase is Phase.WAITING:
        _forget_failures(s)
        moves.go_on(s)


def _begin(s: Standing, fact: Wanted) -> None:
    if not fact.link and (s.number is None or s.status.state in STAYS):
        return
    _forget_failures(s)
    s.link_wanted = fact.link
    s.show(LinkState.LINKING if s.number is None else LinkState.CONNECTING)
    moves.start_engine(s)


def _forget_failures(s: Standing) -> None:
    s.back_off.reset()
    s.crashes.clear()
    s.tug_of_war.clear()


def on_link_cancelled(s: Standing, _fact: LinkCancelled) -> None:
    """End the codes of a slot that is linking, and nothing else."""
    s.wanted_again = False
    unlinked = not s.linked and s.phase in {Phase.STARTING, Phase.WAITING, Phase.DIALLING, Phase.CODES}
    if unlinked and s.link_wanted:
        moves.rest(s, LinkState.UNLINKED)


def on_halted(s: Standing, _fact: Halted) -> None:
    """End the engine; WhatsApp keeps what arrives."""
    s.wanted_again = False
    if s.phase is Phase.REST and s.status.state in STAYS:
        return
    moves.rest(s, LinkState.UNLINKED if s.number is None else LinkState.PAUSED)
