"""Carries out what a slot's connection orders."""

import logging
from collections.abc import Callable, Coroutine
from typing import Any, assert_never

from wadesk.domain.errors import StoreError
from wadesk.domain.events import MessageChanged, PairingCodeGone, PairingCodeShown, QrGone, QrShown
from wadesk.domain.linkstate import Qr
from wadesk.domain.requests import StartSlot
from wadesk.engine.embedded import EmbeddedEngine
from wadesk.engine.holder import end_holder
from wadesk.engine.protocol import EngineFailed, WhatsAppEngine
from wadesk.paths import make_private
from wadesk.wire.engine_frames import ENGINE_PROTOCOL, Hello
from wadesk.worker.account import Account
from wadesk.worker.claims import Claims
from wadesk.worker.connection.values import (
    Bind,
    Claim,
    Dial,
    DialReplied,
    EndEngine,
    EngineAbsent,
    EngineCrashed,
    EngineEnded,
    Forget,
    HangUp,
    HidePairingCode,
    HideQr,
    KeepPhoneSeen,
    NumberClaimed,
    NumberRefused,
    Order,
    ShowPairingCode,
    ShowQr,
    StartEngine,
    StoreFailed,
    TellPaired,
)
from wadesk.worker.port import LinePort
from wadesk.worker.running import Running

log = logging.getLogger(__name__)
Listen = Callable[[Running], Coroutine[Any, Any, None]]


class Errands:
    """Runs orders of one slot, in turn: engine, dials, codes, binding. What comes of them is told as facts."""

    def __init__(self, account: Account, request: StartSlot, line: LinePort, claims: Claims, listen: Listen) -> None:
        """``request`` holds the slot's key, which goes into the engine's first frame and nowhere else.

        ``listen`` hears an engine from ready to its end.
        """
        self._account = account
        self._request = request
        self._line = line
        self._claims = claims
        self._listen = listen
        self._unbound: Bind | None = None

    def renew(self, request: StartSlot) -> None:
        """Start the next engine for ``request``: how much history is wanted may be another."""
        self._request = request

    async def run(self, order: Order) -> None:  # noqa: C901, PLR0912 - one line for each kind of order
        """Carry out one order; what may take long goes on beside the next ones."""
        match order:
            case StartEngine():
                await self._start_engine()
            case EndEngine(kill=kill):
                await self._end_engine(kill=kill)
            case Dial():
                self._line.start(self._dial(order), "dial")
            case HangUp():
                self._line.start(self._hang_up(), "hang up")
            case Forget():
                await self._forget()
            case ShowQr():
                self._show_qr(order)
            case HideQr():
                self._account.reporter.put(QrGone(slot_id=self._line.slot_id))
            case ShowPairingCode():
                self._account.reporter.put(PairingCodeShown(code=order.code))
            case HidePairingCode():
                self._account.reporter.put(PairingCodeGone(slot_id=self._line.slot_id))
            case KeepPhoneSeen():
                await self._keep_phone_seen(order)
            case Claim():
                self._line.start(self._claim(order), "claim")
            case Bind():
                await self._bind(order)
            case TellPaired():
                await self._claims.settle(order.number, paired=order.paired)
            case _:
                assert_never(order)

    # -- the engine's life ----------------------------------------------------------------------

    async def _start_engine(self) -> None:
        if (unbound := self._unbound) is not None:
            if not await self._bind(unbound):
                return
            # What was ordered after the failed one was dropped, the word to the parent with it.
            await self._claims.settle(unbound.number, paired=True)
        engine: WhatsAppEngine = EmbeddedEngine(self._account.engine, self._hello())
        running = Running(engine)
        try:
            make_private(self._account.folder.slot(self._line.slot_id).root)
            ready = await engine.start()
        except OSError:
            self._line.tell(EngineAbsent("no_access"))
        except EngineFailed as error:
            log.warning("the engine did not start", extra={"slot": self._line.slot_id, "fault": error.code})
            if error.code == "locked" and end_holder(self._account.folder.slot(self._line.slot_id).lock):
                log.warning("the engine before was ended", extra={"slot": self._line.slot_id})
            absent = error.code == "engine_missing"
            self._line.tell(EngineAbsent(error.code) if absent else EngineCrashed(error.code))
        else:
            running.number = ready.self_number
            self._line.running = running
            self._line.start(self._listen(running), "listen")
            self._line.tell(ready)

    def _hello(self) -> Hello:
        folder = self._account.folder.slot(self._line.slot_id).root
        return Hello(
            protocol=ENGINE_PROTOCOL, network=self._account.network, number=self._line.status.number,
            key=self._request.key, folder=str(folder), device_name=self._request.device_name,
            history=self._request.history.value,
        )  # fmt: skip

    async def _end_engine(self, *, kill: bool) -> None:
        running, self._line.running = self._line.running, None
        if running is not None:
            # Also where the order was given while it still started.
            running.on_purpose = True
            await running.engine.stop(kill=kill)
        self._line.tell(EngineEnded())

    async def _forget(self) -> None:
        if self._line.running is None:
            return
        try:
            reply = await self._line.running.engine.forget()
        except (EngineFailed, TimeoutError):
            # The next connection ends as this one did, and the keys are forgotten then.
            return
        if reply.ok:
            self._line.running.number = None

    # -- connecting -----------------------------------------------------------------------------

    async def _dial(self, order: Dial) -> None:
        if self._line.running is None:
            return
        try:
            reply = await self._line.running.engine.connect(order.attempt, again=order.again)
        except EngineFailed:
            # Its end is heard where its events are.
            return
        except TimeoutError:
            self._line.tell(DialReplied(order.attempt, "silent"))
            return
        self._line.tell(DialReplied(order.attempt, "" if reply.ok else reply.error or "failed"))

    async def _hang_up(self) -> None:
        if self._line.running is None:
            return
        try:
            await self._line.running.engine.disconnect()
        except (EngineFailed, TimeoutError):
            # The next dial drops what may be left, and an end is heard where events are.
            return

    # -- linking --------------------------------------------------------------------------------

    def _show_qr(self, order: ShowQr) -> None:
        qr = Qr(
            slot_id=self._line.slot_id, payload=order.payload, number=order.number, of=order.of,
            shown_ms=order.shown_ms, expires_ms=order.expires_ms,
        )  # fmt: skip
        self._account.reporter.put(QrShown(qr=qr))

    async def _keep_phone_seen(self, order: KeepPhoneSeen) -> None:
        run, slots = self._account.store.run, self._account.store.store.slots
        try:
            await run(slots.note_phone_seen, self._line.slot_id, order.time_ms)
        except StoreError as error:
            log.warning("a sign of life was not kept", extra={"slot": self._line.slot_id, "fault": error.reason})

    async def _claim(self, order: Claim) -> None:
        verdict = await self._claims.verdict(order.number, order.lid)
        if verdict.accepted:
            self._line.tell(NumberClaimed(order.number, order.lid))
        else:
            self._line.tell(NumberRefused(verdict.code or "refused", verdict.facts))

    async def _bind(self, order: Bind) -> bool:
        """Store the number before anything connects with it; else nothing of what was ordered after it happens."""
        run, slots = self._account.store.run, self._account.store.store.slots
        self._unbound = order
        try:
            changes = await run(slots.bind_slot, self._line.slot_id, order.number)
        except StoreError as error:
            self._line.drop_orders()
            self._line.tell(StoreFailed(error.reason))
            return False
        self._unbound = None
        if self._line.running is not None:
            self._line.running.number = order.number
        for change in changes:
            self._account.reporter.put(MessageChanged(message=change.message, chat=change.chat))
        return True
