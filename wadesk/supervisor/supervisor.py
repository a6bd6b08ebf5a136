"""The facade: everything the window, the command line and the local API ask for, each call by a principal."""

import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from typing import TypeVar

from wadesk.domain.desk import Account, Session, Slot
from wadesk.domain.errors import Conflict, Internal, InvalidRequest, NoQr, NotFound, StoreError, TooLarge
from wadesk.domain.events import AccountChanged, SlotChanged, SlotRemoved, StatusChanged
from wadesk.domain.ids import AccountId, MessageId, SlotId, account_of, parse_account_id, parse_slot_id
from wadesk.domain.linkstate import Qr, SlotStatus
from wadesk.domain.message import Chat, Message, SendReason
from wadesk.domain.principal import Principal, Scope
from wadesk.domain.requests import (
    Answer,
    CancelLink,
    Chats,
    ListChats,
    ListMessages,
    MarkRead,
    Messages,
    Queued,
    QueueText,
    Request,
    SettleMessage,
)
from wadesk.domain.resolver import resolve_chat, resolve_chat_in
from wadesk.paths import DataFolder
from wadesk.supervisor.access import allows, require
from wadesk.supervisor.crew import Crew
from wadesk.supervisor.desk import Desk, now_ms
from wadesk.supervisor.endpoint import Endpoint
from wadesk.supervisor.instance import holding
from wadesk.supervisor.keys import Keys
from wadesk.supervisor.logs import writing_logs
from wadesk.supervisor.numbers import parse_number
from wadesk.supervisor.subscriptions import Subscription, Subscriptions
from wadesk.supervisor.thread import CallThread
from wadesk.supervisor.vault.vault import Vault
from wadesk.wire.engine_frames import Network
from wadesk.wire.tasks import TaskOwner

A = TypeVar("A", bound=Answer)
T = TypeVar("T")

LONGEST_TEXT = 65536
"""Characters of one text: WhatsApp's own limit."""
LONGEST_KEY = 200
"""Characters of an idempotency key: a UUID has 36."""


class Supervisor:
    """One data folder at work. Used on its own loop only; every call names who asks.

    Raises WaDeskError alone: InvalidRequest for ids and values that cannot be meant, NotFound for what
    is not there or not the asker's to see, Unavailable (StoreError, VaultError) where time or a person helps.
    """

    def __init__(self, network: Network, desk: Desk, keys: Keys, crew: Crew, subscriptions: Subscriptions) -> None:
        """Stand on parts that are open; :func:`open_supervisor` makes them."""
        self.network = network
        self._desk = desk
        self._keys = keys
        self._crew = crew
        self._subscriptions = subscriptions
        self._endpoint = Endpoint()

    # -- accounts and slots -----------------------------------------------------------------------

    async def accounts(self, who: Principal) -> list[Account]:
        """The accounts that ``who`` may see, by position."""
        return [one for one in self._desk.accounts() if allows(who, Scope.READ, one.account_id)]

    async def add_account(
        self, who: Principal, name: str, initials: str | None = None, colour: int | None = None
    ) -> Account:
        """A new account with a key of its own."""
        require(who, Scope.ADMIN, None)
        # A keyring that is locked is told before there is an account without a key.
        await self._keys.require_open()
        account = await self._desk.add_account(name, initials, colour)
        await self._keys.account(account.account_id)
        self._subscriptions.publish(AccountChanged(account=account))
        return account

    async def rename_account(self, who: Principal, account_id: AccountId, name: str) -> Account:
        """Another name for an account."""
        require(who, Scope.ADMIN, self._known_account(who, account_id))
        account = await self._desk.rename_account(account_id, name)
        self._subscriptions.publish(AccountChanged(account=account))
        return account

    async def add_slot(self, who: Principal, account_id: AccountId, name: str | None = None) -> Slot:
        """A new slot with a key of its own; SlotsFull at the eleventh."""
        require(who, Scope.ADMIN, self._known_account(who, account_id))
        await self._keys.require_open()
        slot = await self._desk.add_slot(account_id, name)
        self._crew.slot_made(slot)
        await self._keys.slot(slot.slot_id)
        self._subscriptions.publish(SlotChanged(slot=slot))
        self._subscriptions.publish(StatusChanged(status=self._crew.book.get(slot.slot_id)))
        return slot

    async def rename_slot(self, who: Principal, slot_id: SlotId, name: str) -> Slot:
        """Another name for a slot."""
        require(who, Scope.ADMIN, self._known_slot(who, slot_id))
        slot = await self._desk.rename_slot(slot_id, name)
        self._subscriptions.publish(SlotChanged(slot=slot))
        return slot

    async def remove_slot(self, who: Principal, slot_id: SlotId) -> None:
        """Erase a slot and all under its id: engine, rows, folder, key. Its account's other slots work on."""
        require(who, Scope.ADMIN, self._known_slot(who, slot_id))
        await self._crew.remove_slot(slot_id)
        self._subscriptions.publish(SlotRemoved(slot_id=slot_id))

    async def sessions(self, who: Principal, account_id: AccountId | None = None) -> list[Session]:
        """The slots that ``who`` may see with their link states; reading changes nothing."""
        if account_id is not None:
            self._known_account(who, account_id)
        slots = self._desk.slots(account_id)
        return [self._session(slot) for slot in slots if allows(who, Scope.READ, slot.slot_id)]

    async def session(self, who: Principal, slot_id: SlotId) -> Session:
        """One slot with its link state."""
        return self._session(self._desk.slot(self._known_slot(who, slot_id)))

    # -- linking ----------------------------------------------------------------------------------

    async def start(self, who: Principal, slot_id: SlotId) -> SlotStatus:
        """Begin to link or to connect; twice is once. The link state after it."""
        require(who, Scope.CONTROL, self._known_slot(who, slot_id))
        return await self._crew.start_slot(slot_id)

    async def cancel_link(self, who: Principal, slot_id: SlotId) -> None:
        """End the QR codes of a slot that is linking."""
        require(who, Scope.CONTROL, self._known_slot(who, slot_id))
        if self._crew.has_data(account_of(slot_id)):
            await self._ask(who, account_of(slot_id), CancelLink(slot_id=slot_id))

    async def qr(self, who: Principal, slot_id: SlotId) -> Qr:
        """The code the slot shows now; NoQr when none. Never starts anything."""
        require(who, Scope.CONTROL, self._known_slot(who, slot_id))
        code = self._crew.book.qr(slot_id, now_ms())
        if code is None:
            raise NoQr("no_qr", "This slot shows no QR code now. Start it first.")
        return code

    # -- chats and messages -----------------------------------------------------------------------

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
        slot = self._desk.slot(self._known_slot(who, slot_id))
        require(who, Scope.SEND, slot.slot_id)
        _check_text(text, idempotency_key)
        typed = None if number is None else parse_number(number)
        if slot.number is None:
            raise Conflict("no_number", "This slot has no number yet: link one first.")
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
        return _expect(await self._ask(who, slot.account_id, request), Queued).message

    async def settle(self, who: Principal, *, chat_id: str, message_id: str, resend: bool) -> None:
        """A person's decision on a message that failed or is uncertain: send it again, or leave it as it is."""
        chat, slot_id = resolve_chat(chat_id)
        require(who, Scope.SEND, self._known_slot(who, slot_id))
        request = SettleMessage(slot_id=slot_id, chat_id=chat, message_id=MessageId(message_id), resend=resend)
        await self._ask(who, account_of(slot_id), request)

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
            return _expect(await self._ask(who, account_id, request), Messages)
        except NotFound as error:
            return _nothing_yet(error, Messages(messages=[], more=False))

    async def mark_read(self, who: Principal, *, chat_id: str, message_id: str) -> None:
        """A person looked at a chat up to a message."""
        chat, slot_id = resolve_chat(chat_id)
        require(who, Scope.SEND, self._known_slot(who, slot_id))
        request = MarkRead(slot_id=slot_id, chat_id=chat, message_id=MessageId(message_id))
        await self._ask(who, account_of(slot_id), request)

    # -- listening and settings ---------------------------------------------------------------------

    def subscribe(self, who: Principal) -> Subscription:
        """A mailbox of what ``who`` may hear of; it listens while it is entered."""
        return self._subscriptions.subscribe(who)

    def when_raised(self, raise_window: Callable[[], None] | None) -> None:
        """What to do, on this loop, when a second start asks for the window; None when there is none."""
        self._endpoint.on_raise = raise_window

    def answering(self, data: DataFolder, folder_id: str) -> AbstractAsyncContextManager[None]:
        """Answer a second start while the block runs."""
        return self._endpoint.listening(data, folder_id)

    async def setting(self, who: Principal, key: str) -> str | None:
        """A setting of the program, or None."""
        require(who, Scope.ADMIN, None)
        return await self._desk.setting(key)

    async def put_setting(self, who: Principal, key: str, value: str | None) -> None:
        """Keep a setting; None forgets it."""
        require(who, Scope.ADMIN, None)
        await self._desk.put_setting(key, value)

    # -- within -------------------------------------------------------------------------------------

    def _known_account(self, who: Principal, account_id: object) -> AccountId:
        known = parse_account_id(account_id)
        require(who, Scope.READ, known)
        return self._desk.account(known).account_id

    def _known_slot(self, who: Principal, slot_id: object) -> SlotId:
        known = parse_slot_id(slot_id)
        require(who, Scope.READ, known)
        return self._desk.slot(known).slot_id

    def _session(self, slot: Slot) -> Session:
        return Session(slot=slot, account=self._desk.account(slot.account_id), status=self._crew.book.get(slot.slot_id))

    async def _chats(self, who: Principal, account_id: AccountId, request: ListChats) -> list[Chat]:
        if not self._crew.has_data(account_id):
            return []
        try:
            return _expect(await self._ask(who, account_id, request), Chats).chats
        except NotFound as error:
            return _nothing_yet(error, [])

    async def _ask(self, who: Principal, account_id: AccountId, request: Request) -> Answer:
        return await self._crew.worker(account_id).call(who, request)


@asynccontextmanager
async def open_supervisor(data: DataFolder, vault: Vault, network: Network) -> AsyncIterator[Supervisor]:
    """The supervisor of ``data`` while the block runs: lock, logs, desk, workers, the endpoint for a second start.

    Raises Conflict ``in_use``, StoreError (folder, database) and VaultError (``key_missing`` among its
    reasons), each with a sentence. The workers start behind its back; states show how far they are.
    """
    async with AsyncExitStack() as stack:
        folder_id = stack.enter_context(holding(data))
        try:
            stack.enter_context(writing_logs(data.logs))
        except OSError as error:
            sentence = f"The folder {data.logs} cannot be written: {error.strerror or type(error).__name__}."
            raise StoreError("folder_unusable", sentence, folder=str(data.logs)) from None
        thread = CallThread("vault", abandonable=True)
        stack.push_async_callback(thread.aclose)
        keys = Keys(data, folder_id, vault, thread)
        desk = await stack.enter_async_context(Desk.open(data, await keys.desk(), network))
        tasks = await stack.enter_async_context(TaskOwner())
        subscriptions = Subscriptions()
        crew = Crew(data, network, desk, keys, subscriptions, tasks)
        stack.push_async_callback(crew.aclose)
        await crew.open()
        supervisor = Supervisor(network, desk, keys, crew, subscriptions)
        await stack.enter_async_context(supervisor.answering(data, folder_id))
        stack.callback(subscriptions.close)
        yield supervisor


def _check_text(text: str, idempotency_key: str | None) -> None:
    if not text.strip():
        raise InvalidRequest("empty_text", "There is no text to send.")
    if len(text) > LONGEST_TEXT:
        raise TooLarge("long_text", f"A text has at most {LONGEST_TEXT} characters.")
    if idempotency_key is not None and not 1 <= len(idempotency_key) <= LONGEST_KEY:
        raise InvalidRequest("bad_idempotency_key", f"An Idempotency-Key has 1 to {LONGEST_KEY} characters.")


def _nothing_yet(error: NotFound, nothing: T) -> T:
    """``nothing`` for a slot that the desk knows and its worker has never had; any other error is raised on."""
    if error.reason != "no_slot":
        raise error
    return nothing


def _expect(answer: Answer, kind: type[A]) -> A:
    if not isinstance(answer, kind):
        raise Internal("wrong_answer", "Something went wrong inside WaDesk.")
    return answer
