"""What a worker tells the parent: in order, in batches, bounded. Recording never waits for it."""

import asyncio
from typing import Protocol

from wadesk.domain.events import (
    ChatChanged,
    HistoryProgress,
    MessageChanged,
    MessageRemoved,
    MessageStored,
    PairingCodeGone,
    PairingCodeShown,
    QrGone,
    QrShown,
    Resync,
    StatusChanged,
    WorkerEvent,
)
from wadesk.domain.ids import AccountId, SlotId
from wadesk.wire.codec import FrameTooLarge
from wadesk.wire.worker_frames import Reports

BATCH_S = 0.004
"""Events that come within it leave in one write: 1.5 microseconds each instead of 60 to 130 (performance.md 5)."""
MOST_EVENTS = 2_000
MOST_BYTES = 8 * 1024 * 1024
HELD_BYTES = 256 * 1024
"""With more than this unread by the parent nothing is added to the pipe."""
FRAME_BYTES = 1024 * 1024
"""Text of one frame: escaped sixfold it still passes the channel's limit."""
_EVENT_BYTES = 600
_OF_SLOT: dict[type, str] = {QrGone: "qr", PairingCodeGone: "pairing code", HistoryProgress: "history"}


class ReportPipe(Protocol):
    """The worker's end of the pipe, as far as reports need it."""

    def write(self, frame: object) -> None:
        """Put a frame behind those before it; never waits."""

    async def drained(self, below: int = 1) -> None:
        """Wait until fewer than ``below`` bytes are unread."""


class Reporter:
    """Keeps what happened until the parent reads it; for one that does not read, one ``resync`` stands for all.

    Link states, codes and the progress of history are never dropped: the newest of each slot is kept.
    """

    def __init__(self, pipe: ReportPipe, account_id: AccountId) -> None:
        """Report into ``pipe``; :meth:`run` has to be running."""
        self._pipe = pipe
        self._account_id = account_id
        self._events: list[WorkerEvent] = []
        self._bytes = 0
        self._resync = False
        self._wake = asyncio.Event()

    def put(self, event: WorkerEvent) -> None:
        """Report ``event`` after those before it; never waits."""
        if self._resync and not _kept(event):
            return
        self._events.append(event)
        self._bytes += _size(event)
        if len(self._events) > MOST_EVENTS or self._bytes > MOST_BYTES:
            self._overflow()
        self._wake.set()

    async def run(self) -> None:
        """Write what was put, for ever; while the parent does not read, wait for it."""
        while True:
            await self._wake.wait()
            await asyncio.sleep(BATCH_S)
            await self._pipe.drained(below=HELD_BYTES)
            self._write_next()

    def _overflow(self) -> None:
        self._resync = True
        newest: dict[tuple[str, SlotId], WorkerEvent] = {}
        for event in self._events:
            if (key := _kept(event)) is not None:
                newest.pop(key, None)
                newest[key] = event
        self._events = list(newest.values())
        self._bytes = sum(map(_size, self._events))

    def _write_next(self) -> None:
        batch: list[WorkerEvent] = [Resync(account_id=self._account_id)] if self._resync else []
        self._resync = False
        size, taken = 0, 0
        for event in self._events:
            size += _size(event)
            if batch and size > FRAME_BYTES:
                break
            batch.append(event)
            taken += 1
        del self._events[:taken]
        if not self._events:
            self._bytes = 0
            self._wake.clear()
        try:
            self._pipe.write(Reports(events=batch))
        except FrameTooLarge:
            self._pipe.write(Reports(events=[Resync(account_id=self._account_id)]))


def _kept(event: WorkerEvent) -> tuple[str, SlotId] | None:
    """What an event that must not be dropped is the newest of; a QR and its end are one thing."""
    if isinstance(event, StatusChanged):
        return "status", event.status.slot_id
    if isinstance(event, QrShown):
        return "qr", event.qr.slot_id
    if isinstance(event, QrGone | PairingCodeGone | HistoryProgress):
        return _OF_SLOT[type(event)], event.slot_id
    if isinstance(event, PairingCodeShown):
        return "pairing code", event.code.slot_id
    return None


def _size(event: WorkerEvent) -> int:
    if isinstance(event, MessageStored | MessageChanged):
        return _EVENT_BYTES + 4 * (len(event.message.text) + len(event.chat.last_text))
    if isinstance(event, ChatChanged | MessageRemoved):
        return _EVENT_BYTES + 4 * len(event.chat.last_text)
    return _EVENT_BYTES
