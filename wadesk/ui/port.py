"""What the window asks of the supervisor: every call crosses the bridge and names the person at this computer."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from wadesk.domain.desk import Account, Session, Slot
from wadesk.domain.errors import Unavailable
from wadesk.domain.ids import AccountId, ChatId, MessageId, SlotId, slot_of
from wadesk.domain.linkstate import PairingCode, SlotStatus
from wadesk.domain.message import Chat, Message, SendReason
from wadesk.domain.principal import Principal
from wadesk.domain.requests import HistoryAmount, Messages, Picture, SentFrom
from wadesk.ui.bridge import Bridge, BridgeClosed

if TYPE_CHECKING:
    from wadesk.supervisor.supervisor import Supervisor

P = ParamSpec("P")
T = TypeVar("T")


class SupervisorPort:
    """Accounts, slots, chats and messages as ``who`` may have them. Each method may raise WaDeskError."""

    def __init__(self, bridge: "Bridge[Supervisor]", supervisor: "Supervisor", who: Principal) -> None:
        """Ask ``supervisor`` across ``bridge`` as ``who``."""
        self._bridge, self._supervisor, self._who = bridge, supervisor, who

    async def accounts(self) -> list[Account]:
        """Every account."""
        return await self._ask(self._supervisor.accounts)

    async def sessions(self) -> list[Session]:
        """Every slot with its account and standing."""
        return await self._ask(self._supervisor.sessions)

    async def add_account(self, name: str, initials: str | None, colour: int | None) -> Account:
        """A new account."""
        return await self._ask(self._supervisor.add_account, name, initials, colour)

    async def rename_account(self, account_id: AccountId, name: str) -> Account:
        """Another name for an account."""
        return await self._ask(self._supervisor.rename_account, account_id, name)

    async def change_account(
        self, account_id: AccountId, *, name: str | None = None, initials: str | None = None, colour: int | None = None
    ) -> Account:
        """Another name, initials or colour (1 to 20); None leaves what there is. Conflict ``initials_taken``."""
        return await self._ask(self._supervisor.change_account, account_id, name=name, initials=initials, colour=colour)

    async def move_account(self, account_id: AccountId, position: int) -> None:
        """Put an account at ``position``, counted from 1; each account that moved is told as changed."""
        await self._ask(self._supervisor.move_account, account_id, position)

    async def add_slot(self, account_id: AccountId, name: str | None) -> Slot:
        """A new slot of an account."""
        return await self._ask(self._supervisor.add_slot, account_id, name)

    async def rename_slot(self, slot_id: SlotId, name: str) -> Slot:
        """Another name for a slot."""
        return await self._ask(self._supervisor.rename_slot, slot_id, name)

    async def remove_slot(self, slot_id: SlotId) -> None:
        """Erase a slot and all that is under its id."""
        await self._ask(self._supervisor.remove_slot, slot_id)

    async def start(self, slot_id: SlotId, history: HistoryAmount | None = None) -> SlotStatus:
        """Begin to link or to connect; twice is once. ``history`` None leaves the amount chosen before."""
        return await self._ask(self._supervisor.start, slot_id, history)

    async def start_slot(self, slot_id: SlotId) -> None:
        """The same for whoever does not look at the answer."""
        await self.start(slot_id)

    async def cancel_link(self, slot_id: SlotId) -> None:
        """End a slot's codes. Conflict ``pairing`` once a phone was read and said yes to."""
        await self._ask(self._supervisor.cancel_link, slot_id)

    async def pause(self, slot_id: SlotId) -> None:
        """End a slot's engine until it is resumed, also over restarts."""
        await self._ask(self._supervisor.pause, slot_id)

    async def resume(self, slot_id: SlotId) -> None:
        """Connect a slot that is paused or stays away; shows no QR code."""
        await self._ask(self._supervisor.resume, slot_id)

    async def reconnect(self, slot_id: SlotId) -> None:
        """Try now, without waiting for the next try."""
        await self._ask(self._supervisor.reconnect, slot_id)

    async def log_out(self, slot_id: SlotId) -> None:
        """Unlink a slot from its phone; Unavailable ``not_connected`` without a link."""
        await self._ask(self._supervisor.log_out, slot_id)

    async def clear(self, slot_id: SlotId) -> None:
        """Forget a link's keys without asking the phone; history and number stay."""
        await self._ask(self._supervisor.clear, slot_id)

    async def ask_pairing_code(self, slot_id: SlotId, number: str) -> PairingCode:
        """A code to type into the phone of ``number`` instead of scanning; the slot must be linking."""
        return await self._ask(self._supervisor.ask_pairing_code, slot_id, number)

    async def check_number(self, slot_id: SlotId, number: str) -> str | None:
        """``number`` as the server names it, or None: nobody is there. InvalidNumber for what cannot be one."""
        return await self._ask(self._supervisor.check_number, slot_id, number)

    async def wake(self) -> None:
        """The computer slept: codes on show are stale, every link is tried."""
        await self._ask(self._supervisor.wake)

    async def setting(self, key: str) -> str | None:
        """A setting of the program, or None."""
        return await self._ask(self._supervisor.setting, key)

    async def settings(self, prefix: str) -> dict[str, str]:
        """Every setting whose key begins with ``prefix``."""
        return await self._ask(self._supervisor.settings, prefix)

    async def put_setting(self, key: str, value: str | None) -> None:
        """Keep a setting; None forgets it."""
        await self._ask(self._supervisor.put_setting, key, value)

    async def list_chats(self, account_id: AccountId) -> list[Chat]:
        """The chats of all numbers of one account, newest first."""
        return await self._ask(self._supervisor.account_chats, account_id)

    async def list_messages(
        self, *, chat_id: ChatId, before: MessageId | None = None, after: MessageId | None = None, limit: int = 50
    ) -> Messages:
        """One page of a chat."""
        return await self._ask(
            self._supervisor.messages,
            slot_id=slot_of(chat_id),
            chat_id=chat_id,
            before=before,
            after=after,
            limit=limit,
        )

    async def send_text(
        self,
        *,
        slot_id: SlotId,
        text: str,
        idempotency_key: str,
        chat_id: ChatId | None = None,
        number: str | None = None,
    ) -> Message:
        """Queue a text that a person wrote."""
        return await self._ask(
            self._supervisor.send_text,
            slot_id=slot_id,
            text=text,
            reason=SendReason.PERSON,
            chat_id=chat_id,
            number=number,
            idempotency_key=idempotency_key,
        )

    async def open_chat(self, slot_id: SlotId, *, number: str | None = None, like: ChatId | None = None) -> Chat:
        """The chat of ``slot_id`` with a number, or with the contact of another chat of its account; sends nothing."""
        return await self._ask(self._supervisor.open_chat, slot_id, number=number, like=like)

    async def settle(self, *, chat_id: ChatId, message_id: MessageId, resend: bool) -> None:
        """Send a failed or uncertain message again, or call it arrived."""
        await self._ask(self._supervisor.settle, chat_id=chat_id, message_id=message_id, resend=resend)

    async def discard(self, *, chat_id: ChatId, message_id: MessageId) -> None:
        """Delete a message that never left; Conflict for one that left or is on its way."""
        await self._ask(self._supervisor.discard, chat_id=chat_id, message_id=message_id)

    async def picture(self, chat_id: ChatId) -> Picture:
        """The picture that is kept of a chat's contact or group."""
        return await self._ask(self._supervisor.picture, chat_id)

    async def sent_from(self, chat_id: ChatId) -> SentFrom:
        """How many messages of a chat left, and from which numbers."""
        return await self._ask(self._supervisor.sent_from, chat_id)

    async def mark_read(self, *, chat_id: ChatId, message_id: MessageId) -> None:
        """A person looked at the chat up to ``message_id``."""
        await self._ask(self._supervisor.mark_read, chat_id=chat_id, message_id=message_id)

    async def _ask(
        self, function: Callable[Concatenate[Principal, P], Awaitable[T]], *args: P.args, **named: P.kwargs
    ) -> T:
        try:
            return await self._bridge.call(function, self._who, *args, **named)
        except BridgeClosed:
            raise Unavailable("closing", "WaDesk is closing.") from None
