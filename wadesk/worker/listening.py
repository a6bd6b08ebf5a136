"""Hears one slot's engine: one task, in order, from its start to its end."""

import asyncio
import logging

from wadesk.engine.protocol import EngineFailed
from wadesk.wire.engine_frames import (
    Fatal,
    FromEngine,
    HistoryNotice,
    IdentityChange,
    OfflineDone,
    OfflinePreview,
    OwnPushName,
    PictureChanged,
    PrePair,
    Reply,
)
from wadesk.worker.claims import Claims
from wadesk.worker.connection.values import EngineCrashed, NumberClaimed, NumberRefused, StoreFailed
from wadesk.worker.duties import Duties
from wadesk.worker.hearing import FACTS, WAITING, Hearing, Unrecordable
from wadesk.worker.port import LinePort
from wadesk.worker.running import Running

log = logging.getLogger(__name__)

PING_INTERVAL_S = 30.0
"""How often an engine is asked whether it is there."""
_UNHEEDED = (OfflinePreview, OwnPushName, IdentityChange, Fatal, Reply)


class Listening:
    """Sorts what an engine says: messages to the record, link facts to the connection, questions to the parent."""

    def __init__(self, line: LinePort, hearing: Hearing, claims: Claims, duties: Duties) -> None:
        """Listen for ``line``."""
        self._line = line
        self._duties = duties
        self._hearing = hearing
        self._claims = claims

    async def listen(self, running: Running) -> None:
        """Hear ``running`` until it ends."""
        self._line.start(self._ping(running), "ping")
        while (event := await running.engine.next_event()) is not None:
            try:
                await self._hear(running, event)
            except Unrecordable as error:
                # Nothing is acknowledged any more; what comes until the engine is gone comes again.
                self._line.tell(StoreFailed(error.code))
                break
        while await running.engine.next_event() is not None:
            pass
        if not running.on_purpose:
            code = running.engine.last_word
            log.warning("the engine ended", extra={"slot": self._line.slot_id, "fault": code or "crash"})
            # Another one may have been started meanwhile: its fate is its own.
            if self._line.running is running:
                self._line.running = None
                self._line.tell(EngineCrashed(code))

    async def _hear(self, running: Running, event: FromEngine) -> None:
        if isinstance(event, WAITING):
            await self._hearing.record_waiting(event, self._own_number(running))
            await running.engine.acknowledge(event.seq)
            if isinstance(event, HistoryNotice):
                self._duties.history.wake()
        elif isinstance(event, FACTS):
            await self._hearing.record_fact(event, self._own_number(running))
            if isinstance(event, PictureChanged):
                self._duties.pictures.wake()
        elif isinstance(event, PrePair):
            self._line.start(self._answer(running, event), "answer")
        elif isinstance(event, OfflineDone):
            self._hearing.backlog_in()
            self._line.backlog_in(event.attempt)
        elif not isinstance(event, _UNHEEDED):
            self._line.tell(event)

    def _own_number(self, running: Running) -> str:
        number = running.number or self._line.status.number
        if number is None:
            raise Unrecordable("wrong_engine_number")
        return number

    async def _answer(self, running: Running, event: PrePair) -> None:
        """May the phone that scanned be linked here? Asked before pairing completes; silence refuses."""
        verdict = await self._claims.verdict(event.number, event.lid)
        code = verdict.code or "refused"
        if not verdict.accepted:
            self._line.tell(NumberRefused(code, verdict.facts))
        else:
            self._line.tell(NumberClaimed(event.number, event.lid))
        accept = verdict.accepted and self._line.claimed == event.number
        await running.engine.acknowledge(event.seq, accept=accept, reason="" if accept else code)
        if verdict.accepted and not accept:
            await self._claims.settle(event.number, paired=False)

    async def _ping(self, running: Running) -> None:
        """End an engine that hangs; the connection hears of it as of a crash."""
        try:
            while not running.on_purpose:
                await asyncio.sleep(PING_INTERVAL_S)
                await running.engine.ping()
        except TimeoutError:
            log.warning("the engine does not answer", extra={"slot": self._line.slot_id})
            await running.engine.stop(kill=True)
        except EngineFailed:
            return
