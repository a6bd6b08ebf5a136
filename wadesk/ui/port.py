"""What the window asks of the supervisor: every call crosses the bridge and names the person at this computer."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from wadesk.domain.desk import Account, Session, Slot
from wadesk.domain.errors import Unavailable
from wadesk.domain.ids import AccountId, ChatId, MessageId, SlotId, slot_of
from wadesk.domain.linkstate import SlotStatus
from wadesk.domain.message import Chat, Message, SendReason
from wadesk.domain.principal import Principal
from wadesk.domain.requests import Messages
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

    async def add_slot(self, account_id: AccountId, name: str | None) -> Slot:
        """A new slot of an account."""
        return await self._ask(self._supervisor.add_slot, account_id, name)

    async def rename_slot(self, slot_id: SlotId, name: str) -> Slot:
        """Another name for a slot."""
        return await self._ask(self._supervisor.rename_slot, slot_id, name)

    async def remove_slot(self, slot_id: SlotId) -> None:
        """Erase a slot and all that is under its id."""
        await self._ask(self._supervisor.remove_slot, slot_id)

    async def start(self, slot_id: SlotId) -> SlotStatus:
        """Begin to link or to connect; twice is once."""
        return await self._ask(self._supervisor.start, slot_id)

    async def start_slot(self, slot_id: SlotId) -> None:
        """The same for whoever does not look at the answer."""
        await self.start(slot_id)

    async def cancel_link(self, slot_id: SlotId) -> None:
        """End a slot's QR codes."""
        await self._ask(self._supervisor.cancel_link, slot_id)

    async def setting(self, key: str) -> str | None:
        """A setting of the program, or None."""
        return await self._ask(self._supervisor.setting, key)

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

    async def settle(self, *, chat_id: ChatId, message_id: MessageId, resend: bool) -> None:
        """Send a failed or uncertain message again, or call it arrived."""
        await self._ask(self._supervisor.settle, chat_id=chat_id, message_id=message_id, resend=resend)

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
