"""What an account's inbox asks of whoever runs the numbers; the window's composition gives it one."""

from typing import Protocol

from wadesk.domain.ids import AccountId, ChatId, MessageId, SlotId
from wadesk.domain.message import Chat, Message
from wadesk.domain.requests import Messages, Picture, SentFrom


class InboxPort(Protocol):
    """Questions and orders about chats. Each may raise WaDeskError; none chooses a number by itself."""

    async def list_chats(self, account_id: AccountId) -> list[Chat]:
        """The chats of all numbers of one account, newest first."""

    async def list_messages(
        self,
        *,
        chat_id: ChatId,
        before: MessageId | None = None,
        after: MessageId | None = None,
        limit: int = 50,
    ) -> Messages:
        """One page of a chat: its newest rows, or those next to ``before`` or ``after``."""

    async def send_text(
        self,
        *,
        slot_id: SlotId,
        text: str,
        idempotency_key: str,
        chat_id: ChatId | None = None,
        number: str | None = None,
    ) -> Message:
        """Queue a text in ``slot_id``: into ``chat_id``, or to ``number`` (E.164); the queued message."""

    async def settle(self, *, chat_id: ChatId, message_id: MessageId, resend: bool) -> None:
        """Send a failed or uncertain message again, or call it arrived."""

    async def mark_read(self, *, chat_id: ChatId, message_id: MessageId) -> None:
        """A person looked at the chat up to ``message_id``."""

    async def check_number(self, slot_id: SlotId, number: str) -> str | None:
        """``number`` as WhatsApp's server names it, asked through ``slot_id``; None where nobody has it there."""

    async def open_chat(self, slot_id: SlotId, *, number: str | None = None, like: ChatId | None = None) -> Chat:
        """The chat of ``slot_id`` with a number, or with the contact of the chat ``like``; nothing is sent."""

    async def discard(self, *, chat_id: ChatId, message_id: MessageId) -> None:
        """Delete a message that never left."""

    async def picture(self, chat_id: ChatId) -> Picture:
        """The picture that is kept of a chat's contact or group."""

    async def sent_from(self, chat_id: ChatId) -> SentFrom:
        """How many messages of a chat left, and from which numbers."""
