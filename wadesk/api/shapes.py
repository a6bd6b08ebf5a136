"""What goes over HTTP, both ways. The OpenAPI document is made from these types.

Times are UTC in ISO 8601, numbers E.164 text, a ``session_id`` is a slot's id. A field whose type names
``UnsetType`` is left out where there is nothing to say.
"""

from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

Port = Annotated[int, Meta(ge=0, le=65535)]


class Shape(msgspec.Struct, frozen=True, kw_only=True):
    """The root of everything here; never shown, because texts and numbers travel in it."""

    def __repr__(self) -> str:
        return type(self).__name__


class ErrorFacts(Shape, frozen=True, kw_only=True):
    """One of the contract's codes, a finer word, and one sentence for people."""

    code: str
    message: str
    reason: str | UnsetType = UNSET


class ErrorAnswer(Shape, frozen=True, kw_only=True):
    """Every answer that is no success."""

    error: ErrorFacts


class NewAccount(Shape, frozen=True, kw_only=True):
    """The account to make."""

    name: str


class AccountAnswer(Shape, frozen=True, kw_only=True):
    """One account."""

    account_id: str
    name: str


class AccountsAnswer(Shape, frozen=True, kw_only=True):
    """The accounts the key may see."""

    accounts: list[AccountAnswer]


class NewSlot(Shape, frozen=True, kw_only=True):
    """The slot to make."""

    name: str | None = None


class SlotAnswer(Shape, frozen=True, kw_only=True):
    """A slot that was made."""

    session_id: str
    slot: int


class SessionAnswer(Shape, frozen=True, kw_only=True):
    """One slot with its link state. ``phone_number`` repeats ``number`` for scripts that expect it."""

    session_id: str
    account_id: str
    account: str
    slot: int
    name: str
    status: str
    connected: bool
    number: str | None
    phone_number: str | None
    qr_available: bool
    last_seen: str | None
    code: str | UnsetType = UNSET
    facts: dict[str, str] | UnsetType = UNSET
    until: str | UnsetType = UNSET
    attempt: int | UnsetType = UNSET
    next_try: str | UnsetType = UNSET


class SessionsAnswer(Shape, frozen=True, kw_only=True):
    """The slots the key may see."""

    sessions: list[SessionAnswer]


class AccountStatusAnswer(Shape, frozen=True, kw_only=True):
    """One account with all its slots."""

    account_id: str
    name: str
    sessions: list[SessionAnswer]


class AcceptedAnswer(Shape, frozen=True, kw_only=True):
    """The order is taken; ``status`` is the slot's link state now (``removed`` once it is gone)."""

    success: bool
    session_id: str
    status: str


class QrAnswer(Shape, frozen=True, kw_only=True):
    """The code on show: raw payload, the same as a PNG data URI, and the seconds it still lives."""

    success: bool
    session_id: str
    qr: str
    qr_image: str
    expires_in: int


class NewMessage(Shape, frozen=True, kw_only=True):
    """A text to send from ``session_id``, to exactly one of ``number`` and ``chat_id``."""

    message: str
    session_id: str | None = None
    number: str | None = None
    chat_id: str | None = None


class QueuedAnswer(Shape, frozen=True, kw_only=True):
    """The message waits in its slot's outbox. ``messageId`` repeats ``message_id`` for older scripts."""

    success: bool
    message_id: str
    messageId: str  # noqa: N815 - the field's name in the servers that scripts come from
    status: str
    session_id: str


class MessageAnswer(Shape, frozen=True, kw_only=True):
    """One stored message; ``server_id`` is null until known, ``sent_from`` null for one that came in."""

    message_id: str
    server_id: str | None
    chat_id: str
    number: str | None
    direction: str
    kind: str
    text: str
    state: str
    sent_from: str | None
    time: str


class MessagesAnswer(Shape, frozen=True, kw_only=True):
    """A page, newest first."""

    messages: list[MessageAnswer]


class ChatAnswer(Shape, frozen=True, kw_only=True):
    """One chat with its unread count."""

    chat_id: str
    number: str | None
    name: str
    unread: int
    last_text: str
    time: str | None


class ChatsAnswer(Shape, frozen=True, kw_only=True):
    """A slot's chats, newest first."""

    chats: list[ChatAnswer]
