"""Hear, record, answer, report: what one slot's engine tells, in the order it tells it.

Record before acknowledge, record before report (architecture.md, "How a message travels").
"""

import logging
import time

import msgspec

from wadesk.domain.errors import StoreError
from wadesk.domain.events import ChatChanged, HistoryProgress, MessageChanged, MessageStored, Resync
from wadesk.domain.ids import SlotId
from wadesk.domain.message import Chat
from wadesk.store.account.values import Changed, Imported, Recorded
from wadesk.wire.engine_frames import (
    ContactName,
    FromEngine,
    GroupHeard,
    HistoryChunk,
    HistoryNotice,
    MessageHeard,
    PictureChanged,
    PushName,
    ReceiptHeard,
    Undecryptable,
)
from wadesk.worker.account import Account, wall_ms

log = logging.getLogger(__name__)

TRIALS = 2
"""A message that ended the worker (or failed) so often while it was recorded is set aside (engine.md, "Receiving").

A worker that is killed by somebody else in the middle of a message looks the same: once must not be enough.
"""
CAREFUL_S = 5.0
"""So long after the backlog is in, attempts are still counted: what ended a worker has come again by then."""

Waiting = MessageHeard | ReceiptHeard | GroupHeard | HistoryNotice | HistoryChunk
Fact = Undecryptable | PushName | ContactName | PictureChanged
WAITING = (MessageHeard, ReceiptHeard, GroupHeard, HistoryNotice, HistoryChunk)
FACTS = (Undecryptable, PushName, ContactName, PictureChanged)


class Unrecordable(Exception):
    """Something could not be stored: it must not be acknowledged. ``code`` is for the link state."""

    def __init__(self, code: str) -> None:
        """``code``: StoreError's reason, or ``unrecordable`` for a fault of ours."""
        super().__init__(code)
        self.code = code


class Hearing:
    """Records what one slot hears and reports it. Called by the one task that reads the slot's engine.

    ``careful`` after an unclean end: attempts to record a message are counted before they are made, so that
    one which ends the worker each time does not do so for ever.
    """

    def __init__(self, account: Account, slot_id: SlotId, *, careful: bool) -> None:
        """Record for ``slot_id`` into the account's store."""
        self._account = account
        self._slot = slot_id
        self._heard = account.store.store.heard
        self._careful_until = float("inf") if careful else 0.0

    async def record_waiting(self, event: Waiting, own_number: str) -> None:
        """Record an event that waits; after it returns it may be acknowledged. Raises Unrecordable.

        An event that ended the worker (or failed) twice is kept as it came.
        """
        try:
            if not await self._recorded(event, own_number):
                await self._set_aside(event)
        except StoreError as error:
            raise Unrecordable(error.reason) from None

    async def _recorded(self, event: Waiting, own_number: str) -> bool:
        """Record ``event``; false where that has failed often enough."""
        counted = 0
        if isinstance(event, MessageHeard | HistoryChunk) and time.monotonic() < self._careful_until:
            counted = await self._tried(event)
            if counted > TRIALS:
                return False
        try:
            await self._record(event, own_number)
            if counted and isinstance(event, HistoryChunk):
                await self._account.store.run(self._heard.forget_attempts, self._slot, _key(event))
            return True
        except StoreError:
            raise
        except Exception:
            # A border: a fault of ours costs this message's trial, not the worker.
            log.exception("recording failed", extra={"slot": self._slot})
        if (counted or await self._tried(event)) < TRIALS:
            raise Unrecordable("unrecordable")
        return False

    async def record_fact(self, event: Fact, own_number: str) -> None:
        """Record something that the library tells once and does not wait for. Raises Unrecordable when it is lost."""
        try:
            await self._record(event, own_number)
        except StoreError as error:
            raise Unrecordable(error.reason) from None
        except Exception:
            # A border: a name that cannot be kept ends nothing.
            log.exception("recording failed", extra={"slot": self._slot})

    def backlog_in(self) -> None:
        """What waited at the server has come: soon attempts need not be counted any more."""
        self._careful_until = min(self._careful_until, time.monotonic() + CAREFUL_S)

    async def _tried(self, event: Waiting) -> int:
        return await self._account.store.run(self._heard.attempt, self._slot, _key(event), wall_ms())

    async def _set_aside(self, event: Waiting) -> None:
        raw = msgspec.json.encode(event)
        kind = event.kind if isinstance(event, MessageHeard) else type(event).__name__
        await self._account.store.run(self._heard.set_aside, self._slot, _key(event), kind, raw, wall_ms())
        log.warning("a message was set aside", extra={"slot": self._slot})

    async def _record(self, event: FromEngine, own_number: str) -> None:
        run, heard, slot = self._account.store.run, self._heard, self._slot
        match event:
            case MessageHeard():
                self._report(await run(heard.record_message, event, slot, own_number, wall_ms()))
            case ReceiptHeard():
                self._report_changes(await run(heard.record_receipt, event, slot, own_number, wall_ms()))
            case GroupHeard():
                chat = await run(heard.record_group, event, slot, own_number)
                self._report_chats([] if chat is None else [chat])
            case HistoryNotice():
                await run(heard.keep_history_notice, event, slot, own_number, wall_ms())
            case HistoryChunk():
                imported = await run(self._account.store.store.past.record_chunk, event, slot, own_number, wall_ms())
                self._report_import(event, imported)
            case PictureChanged():
                looks = self._account.store.store.looks
                self._report_chats(await run(looks.note_change, slot, event.who, event.removed))
            case Undecryptable():
                self._report(await run(heard.record_undecryptable, event, slot, own_number, wall_ms()))
            case PushName():
                self._report_chats(await run(heard.record_push_name, event.who, event.name, slot))
            case ContactName():
                self._report_chats(await run(heard.record_contact_name, event.who, event.name, slot))
            case _:
                raise TypeError(type(event).__name__)

    def _report(self, recorded: Recorded) -> None:
        put = self._account.reporter.put
        if recorded.resync:
            put(Resync(account_id=self._account.account_id))
        if recorded.new:
            put(MessageStored(message=recorded.message, chat=recorded.chat))
        elif recorded.replaced:
            put(MessageChanged(message=recorded.message, chat=recorded.chat))
        for change in recorded.also:
            put(MessageStored(message=change.message, chat=change.chat))

    def _report_import(self, chunk: HistoryChunk, imported: Imported) -> None:
        """No word for each message: rows of chats, and how far it is."""
        put = self._account.reporter.put
        if not imported.known:
            return
        if imported.resync:
            put(Resync(account_id=self._account.account_id))
        self._report_chats(imported.chats)
        put(HistoryProgress(slot_id=self._slot, percent=min(chunk.percent, 100), messages=imported.total))

    def _report_changes(self, changes: list[Changed]) -> None:
        for change in changes:
            self._account.reporter.put(MessageChanged(message=change.message, chat=change.chat))

    def _report_chats(self, chats: list[Chat]) -> None:
        for chat in chats:
            self._account.reporter.put(ChatChanged(chat=chat))


def _key(event: Waiting) -> str:
    """What counts attempts of one event: its message's id, or one made of what it speaks about."""
    match event:
        case MessageHeard():
            return event.server_id
        case ReceiptHeard():
            return f"receipt {event.kind} {' '.join(event.message_ids[:3])}"
        case GroupHeard():
            return f"group {event.group} {event.what} {event.time_ms}"
        case HistoryNotice():
            return f"history {event.message_id}"
        case HistoryChunk():
            first = next((one.server_id for chat in event.chats for one in chat.messages), "")
            return f"chunk {event.message_id} {first}"
