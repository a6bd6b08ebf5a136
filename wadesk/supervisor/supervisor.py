"""The facade: everything the window, the command line and the local API ask for, each call by a principal."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager

from wadesk.domain.errors import StoreError
from wadesk.domain.principal import Principal, Scope
from wadesk.paths import DataFolder
from wadesk.supervisor.access import require
from wadesk.supervisor.accounts import AccountCalls
from wadesk.supervisor.chats import ChatCalls
from wadesk.supervisor.clockwatch import watch_clocks
from wadesk.supervisor.crew import Crew
from wadesk.supervisor.desk import Desk
from wadesk.supervisor.endpoint import Endpoint
from wadesk.supervisor.instance import holding
from wadesk.supervisor.keys import Keys
from wadesk.supervisor.life import SlotLife
from wadesk.supervisor.logs import writing_logs
from wadesk.supervisor.slots import SlotCalls
from wadesk.supervisor.subscriptions import Subscription, Subscriptions
from wadesk.supervisor.thread import CallThread
from wadesk.supervisor.vault.vault import Vault
from wadesk.wire.engine_frames import Network
from wadesk.wire.tasks import TaskOwner


class Supervisor(AccountCalls, SlotCalls, ChatCalls):
    """One data folder at work. Used on its own loop only; every call names who asks.

    Raises WaDeskError alone: InvalidRequest for ids and values that cannot be meant, NotFound for what
    is not there or not the asker's to see, Unavailable (StoreError, VaultError) where time or a person helps.
    """

    def __init__(
        self, network: Network, desk: Desk, keys: Keys, crew: Crew, life: SlotLife, subscriptions: Subscriptions
    ) -> None:
        """Stand on parts that are open; :func:`open_supervisor` makes them."""
        super().__init__(desk, keys, crew, life, subscriptions)
        self.network = network
        self._endpoint = Endpoint()

    def subscribe(self, who: Principal) -> Subscription:
        """A mailbox of what ``who`` may hear of; it listens while it is entered."""
        return self._subscriptions.subscribe(who)

    def when_raised(self, raise_window: Callable[[], None] | None) -> None:
        """What to do, on this loop, when a second start asks for the window; None when there is none."""
        self._endpoint.on_raise = raise_window

    def answering(self, data: DataFolder, folder_id: str) -> AbstractAsyncContextManager[None]:
        """Answer a second start while the block runs."""
        return self._endpoint.listening(data, folder_id)

    async def wake(self, who: Principal) -> None:
        """The computer slept or its clock jumped: codes on show are stale, and every link is tried at once."""
        require(who, Scope.ADMIN, None)
        await self._crew.wake()

    async def setting(self, who: Principal, key: str) -> str | None:
        """A setting of the program, or None."""
        require(who, Scope.ADMIN, None)
        return await self._desk.setting(key)

    async def settings(self, who: Principal, prefix: str) -> dict[str, str]:
        """Every setting whose key begins with ``prefix``."""
        require(who, Scope.ADMIN, None)
        return await self._desk.settings(prefix)

    async def put_setting(self, who: Principal, key: str, value: str | None) -> None:
        """Keep a setting; None forgets it."""
        require(who, Scope.ADMIN, None)
        await self._desk.put_setting(key, value)


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
        loop = asyncio.get_running_loop()
        tasks.start(watch_clocks(loop.time, time.time, crew.wake), "clocks")
        supervisor = Supervisor(network, desk, keys, crew, SlotLife(data, desk, keys, crew), subscriptions)
        await stack.enter_async_context(supervisor.answering(data, folder_id))
        stack.callback(subscriptions.close)
        yield supervisor
