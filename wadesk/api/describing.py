"""Domain values as the shapes of the API."""

from datetime import UTC, datetime

from msgspec import UNSET, UnsetType

from wadesk.api.qr_image import png_data_uri
from wadesk.api.shapes import (
    AccountAnswer,
    ChatAnswer,
    MessageAnswer,
    MessagesAnswer,
    QrAnswer,
    SessionAnswer,
)
from wadesk.domain.desk import Account, Session
from wadesk.domain.linkstate import Qr
from wadesk.domain.message import Chat, Direction, Message
from wadesk.domain.requests import Messages


def describe_account(account: Account) -> AccountAnswer:
    """One account."""
    return AccountAnswer(account_id=account.account_id, name=account.name)


def describe_session(session: Session) -> SessionAnswer:
    """One slot with its link state."""
    slot, status = session.slot, session.status
    return SessionAnswer(
        session_id=slot.slot_id,
        account_id=slot.account_id,
        account=session.account.name,
        slot=slot.index,
        name=slot.name,
        status=status.state,
        connected=status.connected,
        number=slot.number,
        phone_number=slot.number,
        qr_available=status.qr_available,
        last_seen=_time(status.last_seen_ms),
        code=status.code or UNSET,
        facts=status.facts or UNSET,
        until=_present(status.until_ms),
        attempt=status.attempt or UNSET,
        next_try=_present(status.next_try_ms),
    )


def describe_qr(qr: Qr, now_ms: int) -> QrAnswer:
    """The code on show, and how many whole seconds it lives."""
    return QrAnswer(
        success=True,
        session_id=qr.slot_id,
        qr=qr.payload,
        qr_image=png_data_uri(qr.payload),
        expires_in=max(0, (qr.expires_ms - now_ms) // 1000),
    )


def describe_chat(chat: Chat) -> ChatAnswer:
    """One chat's row."""
    return ChatAnswer(
        chat_id=chat.chat_id,
        number=chat.number,
        name=chat.name,
        unread=chat.unread,
        last_text=chat.last_text,
        time=_time(chat.time_ms or None),
    )


def describe_messages(page: Messages) -> MessagesAnswer:
    """A page, each message with its chat's number."""
    numbers = {chat.chat_id: chat.number for chat in page.chats}
    return MessagesAnswer(messages=[_message(message, numbers.get(message.chat_id)) for message in page.messages])


def _message(message: Message, number: str | None) -> MessageAnswer:
    return MessageAnswer(
        message_id=message.message_id,
        server_id=message.server_id,
        chat_id=message.chat_id,
        number=message.sender_number or number,
        direction=message.direction,
        kind=message.kind,
        text=message.text,
        state=message.state,
        sent_from=message.sent_from if message.direction is Direction.OUT else None,
        time=_iso(message.time_ms),
    )


def _iso(ms: int) -> str:
    return datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _time(ms: int | None) -> str | None:
    return None if ms is None else _iso(ms)


def _present(ms: int | None) -> str | UnsetType:
    return UNSET if ms is None else _iso(ms)
