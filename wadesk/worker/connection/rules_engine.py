"""What follows from an engine that starts, cannot start, crashes or ends."""

from wadesk.domain.linkstate import LinkState
from wadesk.wire.engine_frames import Ready
from wadesk.worker.connection import moves
from wadesk.worker.connection.rules_wish import on_wanted
from wadesk.worker.connection.standing import Standing
from wadesk.worker.connection.values import (
    Claim,
    EngineAbsent,
    EngineCrashed,
    EngineEnded,
    Phase,
    StoreFailed,
    Timer,
)

FATAL_FOR_GOOD = {
    "protocol": "engine_protocol",
    "network": "engine_network",
    "wrong_number": "wrong_engine_number",
    "many_devices": "engine_many_devices",
    "wrong_key": "engine_wrong_key",
    "damaged": "engine_damaged",
}
"""Last words of an engine that starting it again does not change, and the code people are told."""


def on_ready(s: Standing, fact: Ready) -> None:
    """Connect only an engine that is linked to this slot's own number, or to none."""
    if s.phase is not Phase.STARTING:
        return
    s.linked = fact.self_number is not None
    if fact.self_number is None:
        _connect_unlinked(s)
    elif s.number is None:
        s.phase = Phase.CLAIMING
        s.set_timer(Timer.CLAIM, moves.UP_LIMIT_S)
        s.order(Claim(fact.self_number, fact.self_lid))
    elif fact.self_number != s.number:
        facts = {"expected": s.number, "got": fact.self_number}
        moves.rest(s, LinkState.ERROR, "wrong_engine_number", facts)
    else:
        moves.dial(s)


def _connect_unlinked(s: Standing) -> None:
    if s.link_wanted:
        moves.begin_linking(s)
    else:
        moves.rest(s, LinkState.UNLINKED)


def on_engine_absent(s: Standing, fact: EngineAbsent) -> None:
    """Say what is missing; nothing is tried until a person asks."""
    s.engine_up = False
    moves.rest(s, LinkState.ERROR, fact.code)


def on_engine_crashed(s: Standing, fact: EngineCrashed) -> None:
    """Come back with a growing delay, unless it never will or has crashed five times in two minutes."""
    if s.phase in {Phase.REST, Phase.ENDING}:
        return
    s.engine_up = False
    if s.phase is Phase.REFUSED:
        # It had nothing to do but to tell the phone, and what people read is said already.
        s.clear_timers()
        s.phase = Phase.ENDING
        on_engine_ended(s, EngineEnded())
        return
    moves.hide_codes(s)
    moves.release_claim(s)
    s.leaving = False
    if fact.code in FATAL_FOR_GOOD:
        moves.rest(s, LinkState.ERROR, FATAL_FOR_GOOD[fact.code])
    elif s.crashes.add(s.now.monotonic):
        moves.rest(s, LinkState.ERROR, "crashing")
    else:
        s.trouble = "crashing"
        moves.wait_for_next_try(s)


def on_engine_ended(s: Standing, _fact: EngineEnded) -> None:
    """It is gone as ordered: rest, or begin again where somebody asked meanwhile."""
    if s.phase is not Phase.ENDING:
        return
    s.phase = Phase.REST
    if (again := s.wanted_again) is not None:
        s.wanted_again = None
        on_wanted(s, again)


def on_store_failed(s: Standing, fact: StoreFailed) -> None:
    """End the engine before it acknowledges anything more, say why, and try again later."""
    if s.phase in {Phase.REST, Phase.ENDING}:
        return
    moves.hide_codes(s)
    moves.release_claim(s)
    moves.end_engine(s, kill=True)
    moves.wait_for_next_try(s, LinkState.ERROR, fact.code)
