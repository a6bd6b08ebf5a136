"""What follows from a link that comes up, wavers, breaks or is over."""

from wadesk.domain.linkstate import LinkState
from wadesk.wire.engine_frames import (
    Banned,
    Connected,
    ConnectFailure,
    Disconnected,
    KeepaliveRestored,
    KeepaliveTimeout,
    LoggedOut,
    Outdated,
    Replaced,
    Restricted,
    StreamError,
)
from wadesk.worker.connection import moves, rules_phone
from wadesk.worker.connection.standing import Standing
from wadesk.worker.connection.values import DialReplied, Phase, SendPassed, SendStalled, Timer, Wanted

NO_NETWORK = frozenset({"no_network"})
"""What an engine answers where the name was not found or no way leads out."""
STEADY_S = 60.0
"""A link that stood so long begins with the shortest delay again when it breaks."""
BY_PERSON = "by_person"
SUSPECT_S = 5.0
"""So long a ``disconnected`` may follow a stream error or a failing send before the socket counts as half dead."""
SILENT_PINGS = 2
"""Two unanswered pings (65 to 80 s): the library forces nothing, so we do."""


def on_dial_replied(s: Standing, fact: DialReplied) -> None:
    """A connect that failed is tried again; one that stands has still to log in."""
    if s.phase is not Phase.DIALLING or fact.attempt != s.dial:
        return
    s.clear_timers(Timer.REPLY)
    if fact.error == "forget_first":
        # The keys are gone and the event that said so was missed.
        moves.rest(s, LinkState.LOGGED_OUT, forget=True)
    elif fact.error and fact.error != "already_connected":
        # A code that does not come stays explained by the network whatever the next attempt ends with.
        if fact.error in NO_NETWORK:
            s.trouble = moves.NO_INTERNET
        elif s.status.state is not LinkState.LINKING:
            s.trouble = None
        moves.fail_attempt(s)


def on_connected(s: Standing, fact: Connected) -> None:
    """Believed once, for the attempt under way, of an engine that is linked."""
    if s.phase not in {Phase.DIALLING, Phase.PAIRED} or fact.attempt != s.dial or not s.linked:
        return
    s.clear_timers()
    s.phase = Phase.ONLINE
    s.link_wanted = s.scanned = s.stuck = False
    s.trouble = None
    s.connected_at = s.now.monotonic
    s.set_timer(Timer.STEADY, STEADY_S)
    rules_phone.show_standing(s)


def on_disconnected(s: Standing, fact: Disconnected) -> None:
    """The socket is gone; after pairing that is expected, else try again (or yield to the other session)."""
    if fact.attempt != s.dial:
        return
    if s.phase is Phase.ONLINE:
        lose(s)
    elif s.phase is Phase.DIALLING or (s.phase is Phase.CODES and s.claimed is None):
        moves.fail_attempt(s)


def lose(s: Standing, *, suspicious: bool = False) -> None:
    """A link that stood is over. One that we end ourselves (``suspicious``) shows no other session."""
    stood = s.now.monotonic - (s.connected_at if s.connected_at is not None else s.now.monotonic)
    if not suspicious and s.tug_of_war.ended(stood):
        moves.rest(s, LinkState.REPLACED, "tug_of_war")
    else:
        moves.fail_attempt(s, suspicious=suspicious)


def on_stream_error(s: Standing, fact: StreamError) -> None:
    """Wait a little for the socket's end: a server that does not close it brings no ``disconnected``."""
    if fact.attempt == s.dial and s.phase in {Phase.ONLINE, Phase.DIALLING}:
        s.set_timer(Timer.SUSPECT, SUSPECT_S)


def on_send_stalled(s: Standing, _fact: SendStalled) -> None:
    """The same with a send that does not come through."""
    if s.phase is Phase.ONLINE and Timer.SUSPECT not in s.timers:
        s.set_timer(Timer.SUSPECT, SUSPECT_S)


def on_send_passed(s: Standing, _fact: SendPassed) -> None:
    """The link stands after all."""
    s.clear_timers(Timer.SUSPECT)


def on_keepalive_timeout(s: Standing, fact: KeepaliveTimeout) -> None:
    """The server is silent: after the second ping connect anew."""
    if s.phase is Phase.ONLINE and fact.attempt == s.dial and fact.errors >= SILENT_PINGS:
        lose(s, suspicious=True)


def on_keepalive_restored(s: Standing, _fact: KeepaliveRestored) -> None:
    """A late answer needs nothing."""


def on_logged_out(s: Standing, fact: LoggedOut) -> None:
    """The keys are gone, whichever attempt tells: delete them here too.

    Where a person had just asked to link and the old link turns out dead, new codes follow at once.
    """
    if s.phase in {Phase.REST, Phase.ENDING}:
        return
    link_again = s.link_wanted and s.phase is Phase.DIALLING
    moves.rest(s, LinkState.LOGGED_OUT, BY_PERSON if s.leaving else fact.cause, forget=True)
    s.wanted_again = Wanted(link=True) if link_again else None


def on_banned(s: Standing, _fact: Banned) -> None:
    """WhatsApp banned the number; the keys are gone."""
    if s.phase not in {Phase.REST, Phase.ENDING}:
        moves.rest(s, LinkState.BANNED, forget=True)


def on_restricted(s: Standing, fact: Restricted) -> None:
    """Banned for a while: said until when."""
    if _current(s, fact.attempt):
        moves.rest(s, LinkState.RESTRICTED, str(fact.code), until_ms=s.now.wall_ms + fact.seconds * 1000)


def on_replaced(s: Standing, fact: Replaced) -> None:
    """Opened elsewhere: no tug of war. Only the link under way counts: an older one was replaced by ourselves."""
    if _current(s, fact.attempt):
        moves.rest(s, LinkState.REPLACED)


def on_outdated(s: Standing, fact: Outdated) -> None:
    """The engine is too old for WhatsApp."""
    if _current(s, fact.attempt):
        moves.rest(s, LinkState.OUTDATED)


def on_connect_failure(s: Standing, fact: ConnectFailure) -> None:
    """WhatsApp refuses with a code that trying again does not change."""
    if _current(s, fact.attempt):
        moves.rest(s, LinkState.ERROR, "connect_failure", {"code": str(fact.code)})


def _current(s: Standing, attempt: int) -> bool:
    return attempt == s.dial and s.phase not in {Phase.REST, Phase.ENDING, Phase.WAITING, Phase.REFUSED}
