"""The facade's calls about chats: their lists and pages, what is sent into them, and what was."""

import secrets
from typing import TypeVar

from wadesk.domain.errors import Conflict, InvalidRequest, NotFound, TooLarge
from wadesk.domain.ids import AccountId, ChatId, MessageId, SlotId, account_of
from wadesk.domain.message import Chat, Message, SendReason
from wadesk.domain.principal import Principal, Scope
from wadesk.domain.requests import (
    ChatOpened,
    Chats,
    CountSent,
    DiscardMessage,
    GetPicture,
    ListChats,
    ListMessages,
    MarkRead,
    Messages,
    OpenChat,
    Picture,
    Queued,
    QueueText,
    SentFrom,
    SettleMessage,
)
from wadesk.domain.resolver import resolve_chat, resolve_chat_in
from wadesk.supervisor.access import allows, not_found
from wadesk.supervisor.ground import Ground, expect
from wadesk.supervisor.numbers import parse_number

T = TypeVar("T")

LONGEST_TEXT = 65536
"""Characters of one text: WhatsApp's own limit."""
LONGEST_KEY = 200
"""Characters of an idempotency key: a UUID has 36."""


class ChatCalls(Ground):
    """Chats and messages. A chat's id names its slot, and nothing here picks another."""

    async def send_text(
        self,
        who: Principal,
        *,
        slot_id: SlotId,
        text: str,
        reason: SendReason,
        chat_id: str | None = None,
        number: str | None = None,
        idempotency_key: str | None = None,
    ) -> Message:
        """Queue one text in ``slot_id``, to a chat of that slot or to a number; the queued message."""
        if (chat_id is None) == (number is None):
            raise InvalidRequest("one_target", "Name either a chat or a number, not both.")
        chat = None if chat_id is None else resolve_chat_in(slot_id, chat_id)[0]
        slot = self._slot_for(who, Scope.SEND, slot_id)
        _check_text(text, idempotency_key)
        typed = None if number is None else parse_number(number)
        if slot.number is None:
            raise _no_number()
        request = QueueText(
            slot_id=slot.slot_id,
            text=text,
            reason=reason,
            asker=who.name,
            chat_id=chat,
            number=typed,
            # Asked again of the next worker when this one is lost, it must still be one message.
            idempotency_key=idempotency_key or f"once-{secrets.token_hex(16)}",
        )
        return expect(await self._ask(who, slot.account_id, request), Queued).message

    async def open_chat(
        self, who: Principal, slot_id: SlotId, *, number: str | None = None, like: str | None = None
    ) -> Chat:
        """The chat of ``slot_id`` with a number, or with the contact of another chat of the same account.

        It is made where there is none and sends nothing. InvalidRequest without exactly one of both, and
        for a chat of another account; Conflict ``no_number`` for a slot that was never linked.
        """
        if (number is None) == (like is None):
            raise InvalidRequest("one_target", "Name either a chat or a number, not both.")
        slot = self._slot_for(who, Scope.SEND, slot_id)
        known = None if like is None else self._chat_beside(who, slot.account_id, like)
        typed = None if number is None else parse_number(number)
        if slot.number is None:
            raise _no_number()
        request = OpenChat(slot_id=slot.slot_id, number=typed, like=known)
        return expect(await self._ask(who, slot.account_id, request), ChatOpened).chat

    async def settle(self, who: Principal, *, chat_id: str, message_id: str, resend: bool) -> None:
        """A person's decision on a message that failed or is uncertain: send it again, or leave it as it is."""
        chat, slot_id = self._chat_for(who, Scope.SEND, chat_id)
        request = SettleMessage(slot_id=slot_id, chat_id=chat, message_id=MessageId(message_id), resend=resend)
        await self._ask(who, account_of(slot_id), request)

    async def discard(self, who: Principal, *, chat_id: str, message_id: str) -> None:
        """Delete a message that never left; Conflict for one that left or is on its way."""
        chat, slot_id = self._chat_for(who, Scope.SEND, chat_id)
        request = DiscardMessage(slot_id=slot_id, chat_id=chat, message_id=MessageId(message_id))
        await self._ask(who, account_of(slot_id), request)

    async def mark_read(self, who: Principal, *, chat_id: str, message_id: str) -> None:
        """A person looked at a chat up to a message."""
        chat, slot_id = self._chat_for(who, Scope.SEND, chat_id)
        request = MarkRead(slot_id=slot_id, chat_id=chat, message_id=MessageId(message_id))
        await self._ask(who, account_of(slot_id), request)

    # -- reading ------------------------------------------------------------------------------------

    async def account_chats(self, who: Principal, account_id: AccountId, limit: int = 500) -> list[Chat]:
        """The newest chats of an account's one inbox, as far as ``who`` may see its slots."""
        self._known_account(who, account_id)
        chats = await self._chats(who, account_id, ListChats(slot_id=None, limit=limit))
        return [chat for chat in chats if allows(who, Scope.READ, chat.slot_id)]

    async def slot_chats(self, who: Principal, slot_id: SlotId, limit: int = 500) -> list[Chat]:
        """The newest chats of one slot."""
        self._known_slot(who, slot_id)
        return await self._chats(who, account_of(slot_id), ListChats(slot_id=slot_id, limit=limit))

    async def messages(
        self,
        who: Principal,
        *,
        slot_id: SlotId,
        chat_id: str | None = None,
        before: str | None = None,
        after: str | None = None,
        limit: int = 50,
    ) -> Messages:
        """A page of a chat, or (``chat_id`` None) of a slot, newest first; ``limit`` 1 to 200."""
        chat = None if chat_id is None else resolve_chat_in(slot_id, chat_id)[0]
        account_id = account_of(self._known_slot(who, slot_id))
        if not 1 <= limit <= 200:
            raise InvalidRequest("bad_limit", "A page has 1 to 200 messages.")
        if not self._crew.has_data(account_id):
            return Messages(messages=[], more=False)
        request = ListMessages(
            slot_id=slot_id,
            chat_id=chat,
            before=None if before is None else MessageId(before),
            after=None if after is None else MessageId(after),
            limit=limit,
        )
        try:
            return expect(await self._ask(who, account_id, request), Messages)
        except NotFound as error:
            return _nothing_yet(error, Messages(messages=[], more=False))

    async def picture(self, who: Principal, chat_id: str) -> Picture:
        """The picture that is kept of a chat's contact or group; an empty one where there is none."""
        chat, slot_id = self._kept_chat(who, chat_id)
        request = GetPicture(slot_id=slot_id, chat_id=chat)
        return expect(await self._ask(who, account_of(slot_id), request), Picture)

    async def sent_from(self, who: Principal, chat_id: str) -> SentFrom:
        """How many messages of a chat left, and from which numbers."""
        chat, slot_id = self._kept_chat(who, chat_id)
        request = CountSent(slot_id=slot_id, chat_id=chat)
        return expect(await self._ask(who, account_of(slot_id), request), SentFrom)

    # -- within -------------------------------------------------------------------------------------

    def _chat_for(self, who: Principal, scope: Scope, chat_id: object) -> tuple[ChatId, SlotId]:
        chat, slot_id = resolve_chat(chat_id)
        return chat, self._slot_for(who, scope, slot_id).slot_id

    def _kept_chat(self, who: Principal, chat_id: object) -> tuple[ChatId, SlotId]:
        """A chat to read; NotFound where its account keeps none, without starting a worker."""
        chat, slot_id = self._chat_for(who, Scope.READ, chat_id)
        if not self._crew.has_data(account_of(slot_id)):
            raise not_found()
        return chat, slot_id

    def _chat_beside(self, who: Principal, account_id: AccountId, like: str) -> ChatId:
        """A chat that ``who`` may read and whose contact is asked for again; never one of another account."""
        chat, slot_id = self._chat_for(who, Scope.READ, like)
        if account_of(slot_id) != account_id:
            raise InvalidRequest("foreign_chat", "This chat belongs to another account.")
        return chat

    async def _chats(self, who: Principal, account_id: AccountId, request: ListChats) -> list[Chat]:
        if not self._crew.has_data(account_id):
            return []
        try:
            return expect(await self._ask(who, account_id, request), Chats).chats
        except NotFound as error:
            return _nothing_yet(error, [])


def _check_text(text: str, idempotency_key: str | None) -> None:
    if not text.strip():
        raise InvalidRequest("empty_text", "There is no text to send.")
    if len(text) > LONGEST_TEXT:
        raise TooLarge("long_text", f"A text has at most {LONGEST_TEXT} characters.")
    if idempotency_key is not None and not 1 <= len(idempotency_key) <= LONGEST_KEY:
        raise InvalidRequest("bad_idempotency_key", f"An Idempotency-Key has 1 to {LONGEST_KEY} characters.")


def _no_number() -> Conflict:
    return Conflict("no_number", "This slot has no number yet: link one first.")


def _nothing_yet(error: NotFound, nothing: T) -> T:
    """``nothing`` for a slot that the desk knows and its worker has never had; any other error is raised on."""
    if error.reason != "no_slot":
        raise error
    return nothing
