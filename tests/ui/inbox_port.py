"""A port with behaviour: accounts' chats and messages in memory, events as the supervisor would report them."""

from collections.abc import Callable, Coroutine, Generator, Sequence
from typing import Any

from msgspec.structs import replace

from wadesk.domain.errors import WaDeskError
from wadesk.domain.events import ChatChanged, Event, MessageChanged, MessageRemoved, MessageStored
from wadesk.domain.ids import AccountId, ChatId, MessageId, SlotId, account_of, new_chat_id, slot_of
from wadesk.domain.message import Chat, Direction, Kind, Message, MessageState, SendReason
from wadesk.domain.requests import Messages, Picture, SentFrom


def message(chat_id: ChatId, arrival: int, text: str | None = None, **fields: object) -> Message:
    """A message of a chat; ``arrival`` also makes its time, a minute apart."""
    values: dict[str, object] = {
        "slot_id": slot_of(chat_id),
        "chat_id": chat_id,
        "message_id": MessageId(f"m{arrival}"),
        "direction": Direction.IN,
        "kind": Kind.TEXT,
        "state": MessageState.DELIVERED,
        "time_ms": 1_747_000_000_000 + arrival * 60_000,
        "arrival": arrival,
        "text": f"text {arrival}" if text is None else text,
    }
    return Message(**(values | fields))


class LongChat(Sequence[Message]):
    """A chat of ``length`` made-up messages, none of which exists before it is asked for."""

    def __init__(self, chat_id: ChatId, length: int) -> None:
        self._chat_id, self._length = chat_id, length

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, at: int | slice) -> Message | list[Message]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(self._length))]
        words = ("um", "pão", "de", "queijo,", "dois", "cafés", "e a conta", "da semana", "que vem,", "por favor")
        text = " ".join(words[(at * 7 + n) % len(words)] for n in range(3 + at * 13 % 30))
        ours = at % 5 in {1, 2}
        return message(
            self._chat_id,
            at,
            text,
            direction=Direction.OUT if ours else Direction.IN,
            state=MessageState.READ if ours else MessageState.DELIVERED,
        )


class Gate:
    """Holds whoever awaits it until it is opened."""

    def __init__(self) -> None:
        self.is_open = False

    def __await__(self) -> Generator[None, None, None]:
        while not self.is_open:
            yield


class Steps:
    """Runs what is started at once, as far as it gets; ``go`` resumes what a gate held."""

    def __init__(self) -> None:
        self.held: list[Coroutine[Any, Any, Any]] = []

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> None:
        self.held.append(work)
        self.go()

    def go(self) -> None:
        """Resume everything once; what ends is dropped."""
        held, self.held = self.held, []
        for work in held:
            try:
                work.send(None)
            except StopIteration:
                continue
            self.held.append(work)


class FakePort:
    """Answers like a supervisor; ``told`` gets every event. ``refusal`` makes the next call fail, ``gate`` holds it."""

    def __init__(self) -> None:
        self.chats: dict[ChatId, Chat] = {}
        self.rows: dict[ChatId, Sequence[Message]] = {}
        self.told: Callable[[list[Event]], None] = lambda _events: None
        self.calls: list[tuple[str, object]] = []
        self.refusal: WaDeskError | None = None
        self.gate: Gate | None = None
        self.sent: dict[ChatId, SentFrom] = {}
        self.pictures: dict[ChatId, Picture] = {}
        self.named: dict[str, str | None] = {}
        self._keys: dict[str, Message] = {}
        self._next = 10_000_000

    def add(self, chat: Chat, rows: Sequence[Message] = ()) -> Chat:
        """Let a chat exist."""
        self.chats[chat.chat_id] = chat
        self.rows[chat.chat_id] = rows
        return chat

    async def list_chats(self, account_id: AccountId) -> list[Chat]:
        await self._enter("list_chats", account_id)
        mine = [chat for chat in self.chats.values() if account_of(chat.slot_id) == account_id]
        return sorted(mine, key=lambda chat: -chat.time_ms)

    async def list_messages(
        self, *, chat_id: ChatId, before: MessageId | None = None, after: MessageId | None = None, limit: int = 50
    ) -> Messages:
        rows = self.rows[chat_id]
        await self._enter("list_messages", (before, after, limit))
        if after is not None:
            first = self._find(rows, after) + 1
            return Messages(messages=list(rows[first : first + limit])[::-1], more=first + limit < len(rows))
        end = len(rows) if before is None else self._find(rows, before)
        return Messages(messages=list(rows[max(0, end - limit) : end])[::-1], more=end > limit)

    async def send_text(
        self,
        *,
        slot_id: SlotId,
        text: str,
        idempotency_key: str,
        chat_id: ChatId | None = None,
        number: str | None = None,
    ) -> Message:
        await self._enter("send_text", (slot_id, chat_id, number, text, idempotency_key))
        if idempotency_key in self._keys:
            return self._keys[idempotency_key]
        chat = self.chats[chat_id] if chat_id is not None else self._begin(slot_id, number or "")
        self._next += 1
        sent = message(
            chat.chat_id,
            self._next,
            text,
            direction=Direction.OUT,
            state=MessageState.QUEUED,
            sent_from=chat.held_from,
            reason=SendReason.PERSON,
        )
        self._keys[idempotency_key] = sent
        self.store(sent)
        return sent

    async def settle(self, *, chat_id: ChatId, message_id: MessageId, resend: bool) -> None:
        await self._enter("settle", (chat_id, message_id, resend))

    async def mark_read(self, *, chat_id: ChatId, message_id: MessageId) -> None:
        await self._enter("mark_read", (chat_id, message_id))
        self.chats[chat_id] = replace(self.chats[chat_id], unread=0)
        self.told([ChatChanged(chat=self.chats[chat_id])])

    async def check_number(self, slot_id: SlotId, number: str) -> str | None:
        await self._enter("check_number", (slot_id, number))
        return self.named.get(number, number)

    async def open_chat(self, slot_id: SlotId, *, number: str | None = None, like: ChatId | None = None) -> Chat:
        await self._enter("open_chat", (slot_id, number, like))
        wanted = number if like is None else self.chats[like].number
        mine = (chat for chat in self.chats.values() if chat.slot_id == slot_id and chat.number == wanted)
        found = next(mine, None)
        return found or self._begin(slot_id, wanted or "", self.chats[like].name if like is not None else "")

    async def discard(self, *, chat_id: ChatId, message_id: MessageId) -> None:
        await self._enter("discard", (chat_id, message_id))
        rows = self.rows[chat_id]
        if isinstance(rows, list):
            del rows[self._find(rows, message_id)]
        chat = self.chats[chat_id]
        self.told([MessageRemoved(slot_id=chat.slot_id, chat_id=chat_id, message_id=message_id, chat=chat)])

    async def picture(self, chat_id: ChatId) -> Picture:
        await self._enter("picture", chat_id)
        return self.pictures.get(chat_id, Picture())

    async def sent_from(self, chat_id: ChatId) -> SentFrom:
        await self._enter("sent_from", chat_id)
        ours = [one for one in self.rows.get(chat_id, []) if one.direction is Direction.OUT]
        held = self.chats[chat_id].held_from
        return self.sent.get(chat_id, SentFrom(total=len(ours), numbers={held: len(ours)} if ours and held else {}))

    def store(self, new: Message) -> None:
        """Record a message and tell about it, as a worker does after its commit."""
        chat = self.chats[new.chat_id]
        if isinstance(self.rows[new.chat_id], list):
            self.rows[new.chat_id].append(new)
        unread = chat.unread + 1 if new.direction is Direction.IN else chat.unread
        self.chats[new.chat_id] = replace(
            chat,
            time_ms=new.time_ms,
            last_text=new.text,
            last_kind=new.kind,
            last_direction=new.direction,
            last_state=new.state,
            unread=unread,
        )
        self.told([MessageStored(message=new, chat=self.chats[new.chat_id])])

    def change(self, new: Message) -> None:
        """Tell that a recorded message has another state."""
        rows = self.rows[new.chat_id]
        if isinstance(rows, list):
            rows[self._find(rows, new.message_id)] = new
        self.told([MessageChanged(message=new, chat=self.chats[new.chat_id])])

    def called(self, name: str) -> list[object]:
        """The arguments of every call of one kind."""
        return [arguments for called, arguments in self.calls if called == name]

    async def _enter(self, name: str, arguments: object) -> None:
        self.calls.append((name, arguments))
        if self.gate is not None:
            await self.gate
        refusal, self.refusal = self.refusal, None
        if refusal is not None:
            raise refusal

    def _begin(self, slot_id: SlotId, number: str, name: str = "") -> Chat:
        held_from = f"+55119999900{slot_id[-1]}"
        held = next((one.held_from for one in self.chats.values() if one.slot_id == slot_id), held_from)
        fresh = Chat(slot_id=slot_id, chat_id=new_chat_id(slot_id), held_from=held, number=number, name=name)
        return self.add(fresh, [])

    @staticmethod
    def _find(rows: Sequence[Message], message_id: MessageId) -> int:
        if isinstance(rows, LongChat):
            return int(message_id[1:])
        return next(at for at, row in enumerate(rows) if row.message_id == message_id)
