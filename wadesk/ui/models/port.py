"""What an account's inbox asks of whoever runs the numbers; the window's composition gives it one."""

from typing import Protocol

from wadesk.domain.ids import AccountId, ChatId, MessageId, SlotId
from wadesk.domain.message import Chat, Message
from wadesk.domain.requests import Messages


class InboxPort(Protocol):
    """Six questions and orders about chats. Each may raise WaDeskError; none chooses a number by itself."""

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

    async def start_slot(self, slot_id: SlotId) -> None:
        """Begin to link or to connect a slot; twice is once."""
