"""Every call of the API: its path, its shapes and what it does. Routes and OpenAPI are made from this table."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from wadesk.api.describing import (
    describe_account,
    describe_chat,
    describe_messages,
    describe_qr,
    describe_session,
)
from wadesk.api.shapes import (
    AcceptedAnswer,
    AccountAnswer,
    AccountsAnswer,
    AccountStatusAnswer,
    ChatsAnswer,
    MessagesAnswer,
    NewAccount,
    NewMessage,
    NewSlot,
    QrAnswer,
    QueuedAnswer,
    SessionAnswer,
    SessionsAnswer,
    Shape,
    SlotAnswer,
)
from wadesk.domain.errors import InvalidRequest, NotFound, SessionRequired
from wadesk.domain.ids import AccountId, SlotId, parse_account_id, parse_slot_id
from wadesk.domain.message import SendReason
from wadesk.domain.principal import Principal
from wadesk.supervisor.desk import now_ms
from wadesk.supervisor.supervisor import Supervisor


@dataclass(frozen=True)
class Asked:
    """One request that passed the guard: who asks whom, with the words of its path, query, head and body."""

    supervisor: Supervisor
    who: Principal
    path: Mapping[str, str]
    query: Mapping[str, str]
    idempotency_key: str | None
    body: Any

    @property
    def session_id(self) -> SlotId:
        """The slot that the path or ``?sessionId=`` names; SessionRequired where neither does."""
        text = self.path.get("session_id") or self.query.get("sessionId")
        if not text:
            raise SessionRequired("session_required", "Say which session you mean: sessionId is missing.")
        return slot_of_path(text)

    @property
    def account_id(self) -> AccountId:
        """The account that the path names; NotFound for what is no account's id."""
        try:
            return parse_account_id(self.path.get("account_id"))
        except InvalidRequest:
            raise _nothing_there() from None


@dataclass(frozen=True)
class Query:
    """One word of a query. ``whole``: a whole number."""

    name: str
    meaning: str
    whole: bool = False


@dataclass(frozen=True)
class ApiCall:
    """One call: ``does`` gives an ``answer``, sent with ``status``. ``errors`` are the other statuses it may have."""

    method: str
    path: str
    summary: str
    does: Callable[[Asked], Awaitable[Shape]]
    answer: type[Shape]
    status: int = 200
    body: type[Shape] | None = None
    query: tuple[Query, ...] = ()
    errors: tuple[int, ...] = ()
    idempotent: bool = False


def slot_of_path(text: str) -> SlotId:
    """A slot's id; NotFound for what cannot be one, so that nobody learns which ids there are."""
    try:
        return parse_slot_id(text)
    except InvalidRequest:
        raise _nothing_there() from None


def _nothing_there() -> NotFound:
    return NotFound("not_found", "There is nothing under this id.")


async def _accounts(asked: Asked) -> AccountsAnswer:
    accounts = await asked.supervisor.accounts(asked.who)
    return AccountsAnswer(accounts=[describe_account(account) for account in accounts])


async def _add_account(asked: Asked) -> AccountAnswer:
    return describe_account(await asked.supervisor.add_account(asked.who, asked.body.name))


async def _add_slot(asked: Asked) -> SlotAnswer:
    slot = await asked.supervisor.add_slot(asked.who, asked.account_id, asked.body.name)
    return SlotAnswer(session_id=slot.slot_id, slot=slot.index)


async def _sessions(asked: Asked) -> SessionsAnswer:
    return SessionsAnswer(sessions=[describe_session(one) for one in await asked.supervisor.sessions(asked.who)])


async def _status(asked: Asked) -> SessionAnswer:
    return describe_session(await asked.supervisor.session(asked.who, asked.session_id))


async def _account_status(asked: Asked) -> AccountStatusAnswer:
    account_id = asked.account_id
    sessions = await asked.supervisor.sessions(asked.who, account_id)
    accounts = await asked.supervisor.accounts(asked.who)
    names = {account.account_id: account.name for account in accounts}
    return AccountStatusAnswer(
        account_id=account_id, name=names[account_id], sessions=[describe_session(one) for one in sessions]
    )


async def _start(asked: Asked) -> AcceptedAnswer:
    status = await asked.supervisor.start(asked.who, asked.session_id)
    return AcceptedAnswer(success=True, session_id=status.slot_id, status=status.state)


async def _qr(asked: Asked) -> QrAnswer:
    return describe_qr(await asked.supervisor.qr(asked.who, asked.session_id), now_ms())


async def _send(asked: Asked) -> QueuedAnswer:
    body: NewMessage = asked.body
    if not body.session_id:
        raise SessionRequired("session_required", "Say which number it must leave from: session_id is missing.")
    message = await asked.supervisor.send_text(
        asked.who,
        slot_id=parse_slot_id(body.session_id),
        text=body.message,
        reason=SendReason.API,
        chat_id=body.chat_id,
        number=body.number,
        idempotency_key=asked.idempotency_key,
    )
    return QueuedAnswer(
        success=True,
        message_id=message.message_id,
        messageId=message.message_id,
        status="queued",
        session_id=message.slot_id,
    )


async def _messages(asked: Asked) -> MessagesAnswer:
    page = await asked.supervisor.messages(
        asked.who,
        slot_id=asked.session_id,
        chat_id=asked.query.get("chat"),
        before=asked.query.get("before"),
        limit=_whole_number(asked.query.get("limit", "50")),
    )
    return describe_messages(page)


async def _chats(asked: Asked) -> ChatsAnswer:
    chats = await asked.supervisor.slot_chats(asked.who, asked.session_id)
    return ChatsAnswer(chats=[describe_chat(chat) for chat in chats])


async def _remove(asked: Asked) -> AcceptedAnswer:
    slot_id = asked.session_id
    await asked.supervisor.remove_slot(asked.who, slot_id)
    return AcceptedAnswer(success=True, session_id=slot_id, status="removed")


def _whole_number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise InvalidRequest("bad_limit", "limit is a whole number from 1 to 200.")
    return int(text)


_SESSION = Query("sessionId", "The slot, where the path does not name it")

CALLS: tuple[ApiCall, ...] = (
    ApiCall("GET", "/accounts", "The accounts", _accounts, AccountsAnswer),
    ApiCall("POST", "/accounts", "Make an account", _add_account, AccountAnswer, 201, NewAccount, errors=(400, 413)),
    ApiCall(
        "POST", "/accounts/{account_id}/slots", "Make a slot", _add_slot, SlotAnswer, 201, NewSlot,
        errors=(400, 404, 409, 413),
    ),
    ApiCall("GET", "/sessions", "All slots with their link states", _sessions, SessionsAnswer),
    ApiCall("GET", "/status/{session_id}", "One slot's link state", _status, SessionAnswer, errors=(404,)),
    ApiCall(
        "GET", "/status", "One slot's link state", _status, SessionAnswer, query=(_SESSION,), errors=(400, 404)
    ),
    ApiCall(
        "GET", "/accounts/{account_id}/status", "An account with its slots", _account_status, AccountStatusAnswer,
        errors=(404,),
    ),
    ApiCall(
        "POST", "/start/{session_id}", "Begin to link or to connect", _start, AcceptedAnswer, 202,
        errors=(404, 503),
    ),
    ApiCall("GET", "/qr/{session_id}", "The QR code on show", _qr, QrAnswer, errors=(404,)),
    ApiCall("GET", "/qr", "The QR code on show", _qr, QrAnswer, query=(_SESSION,), errors=(400, 404)),
    ApiCall(
        "POST", "/send-message", "Queue a text in a slot", _send, QueuedAnswer, 202, NewMessage,
        errors=(400, 404, 409, 413, 422, 503), idempotent=True,
    ),
    ApiCall(
        "GET", "/messages/{session_id}", "Messages, newest first", _messages, MessagesAnswer,
        query=(
            Query("chat", "Only this chat"),
            Query("before", "Only what is older than this message_id"),
            Query("limit", "1 to 200, 50 when absent", whole=True),
        ),
        errors=(400, 404, 503),
    ),
    ApiCall("GET", "/chats/{session_id}", "Chats with unread counts", _chats, ChatsAnswer, errors=(404, 503)),
    ApiCall(
        "DELETE", "/sessions/{session_id}", "Erase a slot and all under its id", _remove, AcceptedAnswer, 202,
        errors=(404, 503),
    ),
)  # fmt: skip


def decoded(body: bytes, shape: type[Shape]) -> Shape:
    """A request's body; InvalidRequest that says what is wrong with it, never what it contains."""
    try:
        return msgspec.json.decode(body, type=shape)
    except msgspec.ValidationError as error:
        # Names of fields and types, which the caller chose; values are not in it.
        raise InvalidRequest("bad_body", f"The body is not what this call takes: {_one_line(error)}.") from None
    except msgspec.DecodeError:
        raise InvalidRequest("bad_json", "The body is not JSON.") from None


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
