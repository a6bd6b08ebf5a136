"""One account at work: takes the parent's requests and hands each to the slot it names, or refuses it."""

import asyncio
import logging
from typing import assert_never

from wadesk.domain.errors import Unavailable, WaDeskError
from wadesk.domain.events import ChatChanged, MessageChanged, MessageStored, QrGone
from wadesk.domain.ids import SlotId
from wadesk.domain.requests import (
    Answer,
    AskPairingCode,
    CancelLink,
    Chats,
    CheckNumber,
    ClearSlot,
    CountSent,
    DiscardMessage,
    Done,
    GetPicture,
    ListChats,
    ListMessages,
    ListStatuses,
    LogoutSlot,
    MarkRead,
    Messages,
    OpenChat,
    PauseSlot,
    Queued,
    QueueText,
    ReconnectSlot,
    RemoveSlot,
    Request,
    SettleMessage,
    StartSlot,
    Statuses,
    StopSlot,
    Wake,
)
from wadesk.domain.resolver import require_account, resolve_chat_in
from wadesk.store.account.pages import Pages
from wadesk.wire.worker_frames import Call, Result, WireError
from wadesk.worker.account import Account, wall_ms
from wadesk.worker.erasing import erase
from wadesk.worker.line import Line

log = logging.getLogger(__name__)


class Runner:
    """The lines of one account and what is asked of them. ``careful`` after an unclean end of the worker before."""

    def __init__(self, account: Account, *, careful: bool) -> None:
        """No line is open yet."""
        self._account = account
        self._careful = careful
        self._lines: dict[SlotId, Line] = {}
        self._turns: dict[SlotId, asyncio.Lock] = {}

    async def answer(self, call: Call) -> Result:
        """The answer to ``call``; what is refused is told in words, a fault of ours is logged and told as one."""
        try:
            return Result(id=call.id, answer=await self._dispatch(call.body))
        except WaDeskError as error:
            told = WireError(code=error.code, reason=error.reason, sentence=error.sentence, facts=error.facts)
        except Exception:
            # A border: one request fails, the account goes on.
            log.exception("a request failed", extra={"fault": type(call.body).__name__})
            told = WireError(code="internal", reason="internal", sentence="Something went wrong inside WaDesk.")
        return Result(id=call.id, error=told)

    async def close(self) -> None:
        """End all lines at the same time, each engine in its clean order."""
        await asyncio.gather(*(line.close() for line in self._lines.values()), return_exceptions=True)

    async def _dispatch(self, body: Request) -> Answer:
        match body:
            case StartSlot() | CancelLink() | StopSlot() | RemoveSlot():
                slot = require_account(body.slot_id, self._account.account_id)
                async with self._turns.setdefault(slot, asyncio.Lock()):
                    await self._steer(body)
                return Done()
            case QueueText():
                return await self._queue(body)
            case SettleMessage() | MarkRead():
                await self._decide(body)
                return Done()
            case ListChats() | ListMessages():
                return await self._list(body)
            case ListStatuses():
                return Statuses(statuses=[line.status for line in self._lines.values()])
            case (
                PauseSlot() | ReconnectSlot() | LogoutSlot() | ClearSlot() | AskPairingCode() | Wake() | CheckNumber()
                | OpenChat() | DiscardMessage() | GetPicture() | CountSent()
            ):  # fmt: skip
                raise Unavailable("not_here", "This cannot be done yet.")
            case _:
                assert_never(body)

    # -- a slot's life --------------------------------------------------------------------------

    async def _steer(self, body: StartSlot | CancelLink | StopSlot | RemoveSlot) -> None:
        line = self._lines.get(body.slot_id)
        match body:
            case StartSlot():
                line = line or await self._open(body)
                line.want(link=body.link)
            case CancelLink():
                if line is not None:
                    line.cancel_link()
            case StopSlot():
                if line is not None:
                    await line.halt()
            case RemoveSlot():
                await self._remove(body.slot_id, line)

    async def _open(self, body: StartSlot) -> Line:
        line = Line(self._account, body, careful=self._careful)
        await line.open(body.number)
        self._lines[body.slot_id] = line
        return line

    async def _remove(self, slot: SlotId, line: Line | None) -> None:
        """Unlink where that can be done now, end the engine, erase every row and the folder."""
        if line is not None:
            await line.unlink()
            await line.close()
            del self._lines[slot]
            self._account.reporter.put(QrGone(slot_id=slot))
        await self._account.store.run(self._account.store.store.slots.remove_slot, slot)
        await asyncio.to_thread(erase, self._account.folder.slot(slot).root)

    # -- messages -------------------------------------------------------------------------------

    async def _queue(self, body: QueueText) -> Queued:
        slot = self._named(body.slot_id, body.chat_id)
        queued = await self._account.store.run(self._account.store.store.outbox.queue_text, body, wall_ms())
        if queued.created:
            self._account.reporter.put(MessageStored(message=queued.message, chat=queued.chat))
            self._wake(slot)
        return Queued(message=queued.message)

    async def _decide(self, body: SettleMessage | MarkRead) -> None:
        slot = self._named(body.slot_id, body.chat_id)
        run, store, put = self._account.store.run, self._account.store.store, self._account.reporter.put
        match body:
            case SettleMessage():
                change = await run(
                    store.outbox.settle, slot, body.chat_id, body.message_id, body.resend, wall_ms()
                )  # fmt: skip
                put(MessageChanged(message=change.message, chat=change.chat))
                self._wake(slot)
            case MarkRead():
                chat = await run(store.reading.mark_read, slot, body.chat_id, body.message_id)
                put(ChatChanged(chat=chat))
                self._wake(slot, receipts=True)

    async def _list(self, body: ListChats | ListMessages) -> Chats | Messages:
        pages, run = self._account.store.store.pages, self._account.store.run
        match body:
            case ListChats():
                slot = None if body.slot_id is None else require_account(body.slot_id, self._account.account_id)
                return Chats(chats=await run(pages.list_chats, slot, body.limit))
            case ListMessages():
                slot = self._named(body.slot_id, body.chat_id)
                return await run(_page, pages, slot, body)

    def _named(self, slot_id: object, chat_id: object) -> SlotId:
        """The slot that a request names, which must be the one its chat names and one of this account's."""
        slot = require_account(slot_id, self._account.account_id)
        return slot if chat_id is None else resolve_chat_in(slot, chat_id)[1]

    def _wake(self, slot: SlotId, *, receipts: bool = False) -> None:
        if (line := self._lines.get(slot)) is not None:
            line.wake(receipts=receipts)


def _page(pages: Pages, slot: SlotId, body: ListMessages) -> Messages:
    """A page with the rows of its chats, read in one turn of the store's thread."""
    page = pages.list_messages(
        slot, chat_id=body.chat_id, before=body.before, after=body.after, limit=body.limit
    )  # fmt: skip
    chats = [pages.get_chat(chat) for chat in dict.fromkeys(message.chat_id for message in page.messages)]
    return Messages(messages=page.messages, more=page.more, chats=chats)
