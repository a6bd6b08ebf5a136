"""What people do in chats, as it is asked for: queue, decide, discard, read, open, list."""

from typing import Protocol, assert_never

from wadesk.domain.events import ChatChanged, MessageChanged, MessageRemoved, MessageStored
from wadesk.domain.ids import SlotId
from wadesk.domain.requests import (
    Answer,
    ChatOpened,
    Chats,
    CountSent,
    DiscardMessage,
    Done,
    GetPicture,
    ListChats,
    ListMessages,
    MarkRead,
    Messages,
    OpenChat,
    Queued,
    QueueText,
    SettleMessage,
)
from wadesk.domain.resolver import require_account, resolve_chat_in
from wadesk.store.account.pages import Pages
from wadesk.worker.account import Account, wall_ms


class WakeSender(Protocol):
    """Tells a slot's sender that something is to do."""

    def __call__(self, slot: SlotId, *, receipts: bool) -> None:
        """Something was queued in ``slot``, or read receipts are due there."""


Chatted = (
    QueueText | SettleMessage | DiscardMessage | MarkRead | OpenChat | ListChats | ListMessages | GetPicture | CountSent
)


class Chatting:
    """Answers what is asked about the account's chats; each request names one slot, which its chat must name too."""

    def __init__(self, account: Account, wake: WakeSender) -> None:
        """Work on the account's store."""
        self._account = account
        self._wake = wake

    async def answer(self, body: Chatted) -> Answer:
        """The answer to ``body``; WaDeskError as the store has it, InvalidRequest for a foreign slot or chat."""
        match body:
            case QueueText():
                return await self._queue(body)
            case SettleMessage() | DiscardMessage() | MarkRead():
                await self._decide(body)
                return Done()
            case OpenChat():
                return await self._open(body)
            case ListChats() | ListMessages():
                return await self._list(body)
            case GetPicture():
                slot, looks = self._named(body.slot_id, body.chat_id), self._account.store.store.looks
                return await self._account.store.run(looks.get_picture, slot, body.chat_id)
            case CountSent():
                slot, pages = self._named(body.slot_id, body.chat_id), self._account.store.store.pages
                return await self._account.store.run(pages.count_sent, slot, body.chat_id)
            case _:
                assert_never(body)

    async def _queue(self, body: QueueText) -> Queued:
        slot = self._named(body.slot_id, body.chat_id)
        queued = await self._account.store.run(self._account.store.store.outbox.queue_text, body, wall_ms())
        if queued.created:
            self._account.reporter.put(MessageStored(message=queued.message, chat=queued.chat))
            self._wake(slot, receipts=False)
        return Queued(message=queued.message)

    async def _decide(self, body: SettleMessage | DiscardMessage | MarkRead) -> None:
        slot = self._named(body.slot_id, body.chat_id)
        run, store, put = self._account.store.run, self._account.store.store, self._account.reporter.put
        match body:
            case SettleMessage():
                change = await run(
                    store.outbox.settle, slot, body.chat_id, body.message_id, body.resend, wall_ms()
                )  # fmt: skip
                put(MessageChanged(message=change.message, chat=change.chat))
                self._wake(slot, receipts=False)
            case DiscardMessage():
                chat = await run(store.outbox.discard, slot, body.chat_id, body.message_id)
                put(MessageRemoved(slot_id=slot, chat_id=chat.chat_id, message_id=body.message_id, chat=chat))
                # What stood behind it in its chat may leave now.
                self._wake(slot, receipts=False)
            case MarkRead():
                chat = await run(store.reading.mark_read, slot, body.chat_id, body.message_id)
                put(ChatChanged(chat=chat))
                self._wake(slot, receipts=True)

    async def _open(self, body: OpenChat) -> ChatOpened:
        slot = self._named(body.slot_id, None)
        if body.like is not None:
            self._named(body.like.partition(".")[0], body.like)
        return ChatOpened(chat=await self._account.store.run(self._account.store.store.pages.open_chat, body, slot))

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


def _page(pages: Pages, slot: SlotId, body: ListMessages) -> Messages:
    """A page with the rows of its chats, read in one turn of the store's thread."""
    page = pages.list_messages(
        slot, chat_id=body.chat_id, before=body.before, after=body.after, limit=body.limit
    )  # fmt: skip
    chats = [pages.get_chat(chat) for chat in dict.fromkeys(message.chat_id for message in page.messages)]
    return Messages(messages=page.messages, more=page.more, chats=chats)
