"""A supervisor with behaviour but without workers: it keeps accounts and slots, links, refuses and tells."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

import msgspec

from tests.ui.fake_life import Life
from wadesk.domain.desk import Account, Session, Slot
from wadesk.domain.errors import InvalidRequest, NotFound, SlotsFull
from wadesk.domain.events import (
    AccountChanged,
    Event,
    MessageStored,
    QrGone,
    QrShown,
    SlotChanged,
    SlotRemoved,
    StatusChanged,
)
from wadesk.domain.ids import (
    SLOTS_PER_ACCOUNT,
    AccountId,
    ChatId,
    MessageId,
    SlotId,
    account_of,
    new_account_id,
    new_chat_id,
    slot_id,
)
from wadesk.domain.linkstate import LinkState, Qr, SlotStatus
from wadesk.domain.message import Chat, Direction, Kind, Message, MessageState, SendReason
from wadesk.domain.names import clean_name, propose_initials
from wadesk.domain.principal import Principal
from wadesk.domain.requests import HistoryAmount, Messages, Picture, SentFrom

QR_LIFE_MS = 20_000
CODES = 6
NOW_MS = 1_760_000_000_000
"""A Thursday in October 2025, about nine in the morning UTC."""


@dataclass
class Clock:
    """A time that stands until it is moved."""

    ms: int = NOW_MS

    def __call__(self) -> int:
        return self.ms


class Mailbox:
    """What the supervisor tells one listener."""

    def __init__(self, owner: "FakeSupervisor") -> None:
        self._owner = owner
        self.queue: asyncio.Queue[list[Event]] = asyncio.Queue()

    async def __aenter__(self) -> Self:
        self._owner.listeners.append(self.queue.put_nowait)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._owner.listeners.remove(self.queue.put_nowait)

    async def next(self) -> list[Event]:
        return await self.queue.get()


class Kept:
    """What is kept of chats besides their messages."""

    _messages: dict[ChatId, list[Message]]

    async def picture(self, who: Principal, chat_id: ChatId) -> Picture:
        return Picture()

    async def sent_from(self, who: Principal, chat_id: ChatId) -> SentFrom:
        ours = (one for one in self._messages.get(chat_id, []) if one.direction is Direction.OUT)
        left = Counter(one.sent_from for one in ours if one.sent_from)
        return SentFrom(total=left.total(), numbers=dict(left))


@dataclass
class FakeSupervisor(Life, Kept):
    """Signatures of the real one. ``asked`` lists what was called; ``refusal`` makes the next call fail."""

    now: Clock = field(default_factory=Clock)
    network: str = "whatsapp"
    asked: list[str] = field(default_factory=list)
    refusal: Exception | None = None
    histories: dict[SlotId, HistoryAmount | None] = field(default_factory=dict)
    listeners: list[Callable[[list[Event]], None]] = field(default_factory=list)
    _accounts: dict[AccountId, Account] = field(default_factory=dict)
    _slots: dict[SlotId, Slot] = field(default_factory=dict)
    _statuses: dict[SlotId, SlotStatus] = field(default_factory=dict)
    _chats: dict[ChatId, Chat] = field(default_factory=dict)
    _messages: dict[ChatId, list[Message]] = field(default_factory=dict)
    _settings: dict[str, str] = field(default_factory=dict)
    _counter: int = 0

    # -- what the window calls ----------------------------------------------------------------------

    async def accounts(self, who: Principal) -> list[Account]:
        return sorted(self._accounts.values(), key=lambda account: account.position)

    async def sessions(self, who: Principal, account_id: AccountId | None = None) -> list[Session]:
        return [self._session(one) for one in self._slots.values() if account_id in {None, one.account_id}]

    async def add_account(
        self, who: Principal, name: str, initials: str | None = None, colour: int | None = None
    ) -> Account:
        self._called("add_account")
        taken = {account.initials for account in self._accounts.values()}
        if initials in taken:
            raise InvalidRequest("initials_taken", "These initials belong to another account.")
        place = len(self._accounts)
        account = Account(
            account_id=new_account_id(),
            name=clean_name(name),
            initials=initials or propose_initials(name, taken),
            colour=colour or place + 1,
            position=place,
        )
        self._accounts[account.account_id] = account
        self.tell(AccountChanged(account=account))
        return account

    async def rename_account(self, who: Principal, account_id: AccountId, name: str) -> Account:
        self._called("rename_account")
        return self._change(account_id, name=clean_name(name))

    async def change_account(self, who: Principal, account_id: AccountId, **wanted: Any) -> Account:
        self._called("change_account")
        return self._change(account_id, **{key: value for key, value in wanted.items() if value is not None})

    def _change(self, account_id: AccountId, **changed: Any) -> Account:
        account = msgspec.structs.replace(self._accounts[account_id], **changed)
        self._accounts[account_id] = account
        self.tell(AccountChanged(account=account))
        return account

    async def add_slot(self, who: Principal, account_id: AccountId, name: str | None = None) -> Slot:
        self._called("add_slot")
        used = {one.index for one in self._slots.values() if one.account_id == account_id}
        if len(used) >= SLOTS_PER_ACCOUNT:
            raise SlotsFull("slots_full", "This account already has 10 numbers.")
        index = min(set(range(1, SLOTS_PER_ACCOUNT + 1)) - used)
        slot = Slot(
            slot_id=slot_id(account_id, index), account_id=account_id, index=index, name=name or f"Número {index}"
        )
        self._slots[slot.slot_id] = slot
        self.tell(SlotChanged(slot=slot))
        return slot

    async def rename_slot(self, who: Principal, slot_id: SlotId, name: str) -> Slot:
        self._called("rename_slot")
        return self._put_slot(slot_id, name=clean_name(name), number=self._slots[slot_id].number)

    async def remove_slot(self, who: Principal, slot_id: SlotId) -> None:
        self._called("remove_slot")
        if self._slots.pop(slot_id, None) is None:
            raise NotFound("not_found", "There is nothing under that id.")
        self._statuses.pop(slot_id, None)
        self.tell(SlotRemoved(slot_id=slot_id))

    async def start(self, who: Principal, slot_id: SlotId, history: HistoryAmount | None = None) -> SlotStatus:
        self._called(f"start {slot_id}")
        self.histories[slot_id] = history
        if self._status(slot_id).state is LinkState.LINKING:
            return self._status(slot_id)
        if self._slots[slot_id].number and self._status(slot_id).state is LinkState.ERROR:
            return self.put_status(slot_id, LinkState.CONNECTING)
        status = self.put_status(slot_id, LinkState.LINKING)
        self.show_qr(slot_id)
        return status

    async def cancel_link(self, who: Principal, slot_id: SlotId) -> None:
        self._called(f"cancel_link {slot_id}")
        self.tell(QrGone(slot_id=slot_id))
        self.put_status(slot_id, LinkState.UNLINKED)

    async def account_chats(self, who: Principal, account_id: AccountId, limit: int = 500) -> list[Chat]:
        chats = [chat for chat in self._chats.values() if account_of(chat.slot_id) == account_id]
        return sorted(chats, key=lambda chat: -chat.time_ms)

    async def messages(
        self,
        who: Principal,
        *,
        slot_id: SlotId,
        chat_id: ChatId | None = None,
        before: MessageId | None = None,
        after: MessageId | None = None,
        limit: int = 50,
    ) -> Messages:
        found = [] if chat_id is None else self._messages.get(chat_id, [])
        return Messages(messages=list(reversed(found))[:limit], more=len(found) > limit)

    async def send_text(
        self,
        who: Principal,
        *,
        slot_id: SlotId,
        text: str,
        reason: SendReason,
        chat_id: ChatId | None = None,
        number: str | None = None,
        idempotency_key: str | None = None,
    ) -> Message:
        self._called("send_text")
        chat = self._chats[chat_id] if chat_id else self.put_chat(slot_id, number or "", "")
        return self.put_message(chat, text, Direction.OUT, MessageState.QUEUED)

    async def settle(self, who: Principal, *, chat_id: ChatId, message_id: MessageId, resend: bool) -> None:
        self._called("settle")

    async def mark_read(self, who: Principal, *, chat_id: ChatId, message_id: MessageId) -> None:
        self._called("mark_read")

    async def setting(self, who: Principal, key: str) -> str | None:
        return self._settings.get(key)

    async def settings(self, who: Principal, prefix: str) -> dict[str, str]:
        return {key: value for key, value in self._settings.items() if key.startswith(prefix)}

    async def put_setting(self, who: Principal, key: str, value: str | None) -> None:
        self._settings[key] = value or ""

    def subscribe(self, who: Principal) -> Mailbox:
        return Mailbox(self)

    # -- what happens by itself -----------------------------------------------------------------------

    def tell(self, *events: Event) -> None:
        for listener in list(self.listeners):
            listener(list(events))

    def put_status(self, slot_id: SlotId, state: LinkState, **facts: Any) -> SlotStatus:
        self._counter += 1
        status = SlotStatus(slot_id=slot_id, state=state, epoch=1, counter=self._counter, **facts)
        self._statuses[slot_id] = status
        self.tell(StatusChanged(status=status))
        return status

    def show_qr(self, slot_id: SlotId, number: int = 1) -> Qr:
        now = self.now()
        payload = f"2@{slot_id}{number}" + "k" * 210
        qr = Qr(slot_id=slot_id, payload=payload, number=number, of=CODES, shown_ms=now, expires_ms=now + QR_LIFE_MS)
        self.tell(QrShown(qr=qr))
        return qr

    def scan(self, slot_id: SlotId, number: str) -> None:
        self.put_status(slot_id, LinkState.CONNECTING)
        self._put_slot(slot_id, name=self._slots[slot_id].name, number=number)
        self.put_status(slot_id, LinkState.ONLINE, number=number, last_seen_ms=self.now())

    def put_chat(self, slot_id: SlotId, number: str, name: str, unread: int = 0) -> Chat:
        chat = Chat(
            slot_id=slot_id,
            chat_id=new_chat_id(slot_id),
            held_from=self._slots[slot_id].number,
            number=number,
            name=name,
            unread=unread,
            time_ms=self.now(),
        )
        self._chats[chat.chat_id] = chat
        return chat

    def put_message(self, chat: Chat, text: str, direction: Direction, state: MessageState, unread: int = 0) -> Message:
        held = self._messages.setdefault(chat.chat_id, [])
        message = Message(
            slot_id=chat.slot_id,
            chat_id=chat.chat_id,
            message_id=MessageId(f"m{len(held)}{chat.chat_id}"),
            direction=direction,
            kind=Kind.TEXT,
            state=state,
            time_ms=self.now(),
            arrival=len(held),
            text=text,
            sent_from=self._slots[chat.slot_id].number if direction is Direction.OUT else None,
        )
        held.append(message)
        after = Chat(
            slot_id=chat.slot_id,
            chat_id=chat.chat_id,
            held_from=chat.held_from,
            number=chat.number,
            name=chat.name,
            unread=unread,
            time_ms=message.time_ms,
            last_text=text,
            last_kind=Kind.TEXT,
            last_direction=direction,
            last_state=state,
        )
        self._chats[chat.chat_id] = after
        self.tell(MessageStored(message=message, chat=after))
        return message

    # -- within ---------------------------------------------------------------------------------------

    def _put_slot(self, slot_id: SlotId, *, name: str, number: str | None) -> Slot:
        old = self._slots[slot_id]
        slot = Slot(slot_id=slot_id, account_id=old.account_id, index=old.index, name=name, number=number)
        self._slots[slot_id] = slot
        self.tell(SlotChanged(slot=slot))
        return slot

    def _status(self, slot_id: SlotId) -> SlotStatus:
        unlinked = SlotStatus(slot_id=slot_id, state=LinkState.UNLINKED, epoch=0, counter=0)
        return self._statuses.get(slot_id, unlinked)

    def _session(self, slot: Slot) -> Session:
        return Session(slot=slot, account=self._accounts[slot.account_id], status=self._status(slot.slot_id))

    def _called(self, what: str) -> None:
        self.asked.append(what)
        if self.refusal is not None:
            refusal, self.refusal = self.refusal, None
            raise refusal


class Straight:
    """A bridge without a thread: calls are awaited where they are made."""

    async def call(self, function: Callable[..., Awaitable[Any]], *args: Any, **named: Any) -> Any:
        return await function(*args, **named)
