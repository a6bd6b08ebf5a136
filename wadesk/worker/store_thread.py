"""The one thread that an account's database is worked on from; everybody else waits for it in turn."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

from wadesk.paths import AccountFolder
from wadesk.store.account.account_store import AccountStore
from wadesk.wire.engine_frames import Network

P = ParamSpec("P")
R = TypeVar("R")


class StoreThread:
    """Runs the store's methods one after another in the order they were asked for, never on the loop."""

    def __init__(self, executor: ThreadPoolExecutor, store: AccountStore) -> None:
        """Serve an open store; :meth:`open` makes both."""
        self._executor = executor
        self.store = store

    @classmethod
    async def open(cls, folder: AccountFolder, key: bytes, network: Network) -> Self:
        """Open the account's database on its own thread; StoreError as AccountStore.open has it."""
        executor = ThreadPoolExecutor(1, thread_name_prefix="store")
        try:
            loop = asyncio.get_running_loop()
            store = await loop.run_in_executor(executor, AccountStore.open, folder, key, network)
        except BaseException:
            executor.shutdown(wait=False)
            raise
        return cls(executor, store)

    async def run(self, method: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """What ``method`` of the store returns or raises; its transaction is committed by then."""
        return await asyncio.get_running_loop().run_in_executor(self._executor, partial(method, *args, **kwargs))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the database behind what was asked before."""
        await self.run(self.store.close)
        self._executor.shutdown()
