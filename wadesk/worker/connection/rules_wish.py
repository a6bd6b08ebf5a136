"""What follows when somebody wants a slot to work, to link, to try now, to leave, or to be left alone."""

from wadesk.domain.linkstate import STAYS, LinkState
from wadesk.worker.connection import moves
from wadesk.worker.connection.rules_online import BY_PERSON
from wadesk.worker.connection.standing import Standing
from wadesk.worker.connection.values import (
    Cleared,
    Halted,
    LeaveBegun,
    LeaveFailed,
    Left,
    LinkCancelled,
    Phase,
    TryNow,
    Wanted,
    Woken,
)

_NEEDS_MORE = frozenset({LinkState.PAUSED, LinkState.LOGGED_OUT, LinkState.BANNED})
"""States that trying again does not leave: they ask for resuming, or for a new link."""


def on_wanted(s: Standing, fact: Wanted) -> None:
    """Begin once: what works already goes on as it is."""
    if s.phase is Phase.ENDING or s.phase is Phase.REFUSED:
        if fact.link or (fact.resume and s.wanted_again is None):
            s.wanted_again = fact
    elif s.phase is Phase.REST:
        _begin(s, fact)
    elif (fact.link or fact.resume) and s.phase is Phase.WAITING:
        _forget_failures(s)
        moves.go_on(s)


def _begin(s: Standing, fact: Wanted) -> None:
    # Resumed without a number, only its engine can tell whether it was paired while nobody heard of it.
    if s.number is None and not (fact.link or fact.resume):
        return
    if s.status.state in STAYS and not (fact.link or fact.resume):
        return
    _forget_failures(s)
    s.link_wanted = fact.link
    s.show(LinkState.LINKING if s.number is None else LinkState.CONNECTING)
    moves.start_engine(s)


def _forget_failures(s: Standing) -> None:
    s.back_off.reset()
    s.crashes.clear()
    s.tug_of_war.clear()
    s.trouble = None


def on_try_now(s: Standing, _fact: TryNow) -> None:
    """Do now what would be done later; a link that stands is made anew."""
    if s.phase is Phase.REST and s.number is not None and s.status.state not in _NEEDS_MORE:
        _begin(s, Wanted(link=False, resume=True))
    elif s.phase is Phase.WAITING:
        _forget_failures(s)
        moves.go_on(s)
    elif s.phase is Phase.ONLINE:
        _renew(s)


def _renew(s: Standing) -> None:
    """Drop the connection, whatever it seems to be, and connect."""
    s.clear_timers()
    s.connected_at = None
    s.suspicious = True
    moves.dial(s)


def on_woken(s: Standing, _fact: Woken) -> None:
    """Nothing that stood before can be believed: codes are hidden and begun anew, links are made anew at once."""
    if not s.linked and s.claimed is None and s.phase in {Phase.DIALLING, Phase.CODES}:
        moves.hide_codes(s)
        s.clear_timers()
        s.suspicious = True
        moves.begin_linking(s)
    elif s.phase is Phase.WAITING:
        s.back_off.reset()
        moves.go_on(s)
    elif s.phase in {Phase.ONLINE, Phase.DIALLING}:
        _renew(s)


def on_link_cancelled(s: Standing, _fact: LinkCancelled) -> None:
    """End the codes of a slot that is linking, and nothing else."""
    s.wanted_again = None
    unlinked = not s.linked and s.phase in {Phase.STARTING, Phase.WAITING, Phase.DIALLING, Phase.CODES}
    if unlinked and s.link_wanted:
        moves.rest(s, LinkState.UNLINKED, "link_cancelled")


def on_halted(s: Standing, fact: Halted) -> None:
    """End the engine; WhatsApp keeps what arrives."""
    s.wanted_again = None
    if s.phase in {Phase.REST, Phase.ENDING} and s.status.state in STAYS:
        return
    facts = None if fact.by is None else {"by": fact.by}
    moves.rest(s, LinkState.UNLINKED if s.number is None else LinkState.PAUSED, facts=facts)


def on_leave_begun(s: Standing, _fact: LeaveBegun) -> None:
    """What breaks the link from here on is our own doing."""
    if s.phase is Phase.ONLINE:
        s.leaving = True


def on_leave_failed(s: Standing, _fact: LeaveFailed) -> None:
    """The link stands as before, or breaks for a reason of its own."""
    s.leaving = False


def on_left(s: Standing, _fact: Left) -> None:
    """The phone knows; the keys are worth nothing any more. History and the bound number stay."""
    if s.phase not in {Phase.REST, Phase.ENDING}:
        moves.rest(s, LinkState.LOGGED_OUT, BY_PERSON, forget=True)


def on_cleared(s: Standing, _fact: Cleared) -> None:
    """End the engine, whose store is then erased; the number stays this slot's."""
    s.wanted_again = None
    s.linked = False
    moves.rest(s, LinkState.UNLINKED)
