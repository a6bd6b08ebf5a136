"""The one way between the window and the supervisor's thread: calls across, reports back.

The supervisor lives on a plain asyncio loop in a thread of its own, so that painting never waits for
pipes and pipes never for painting.
"""

import asyncio
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from contextlib import AbstractAsyncContextManager
from typing import Generic, ParamSpec, Protocol, TypeVar

from wadesk.domain.events import Event
from wadesk.wire.tasks import TaskOwner

P = ParamSpec("P")
T = TypeVar("T")

SHORTEST_PAUSE_S = 1 / 60
"""At most as many reports a second as a screen shows pictures."""


class Listens(Protocol):
    """A mailbox of events: empty for ever once it is closed."""

    async def next(self) -> list[Event]:
        """What happened since the last call; an empty list at the end."""


S = TypeVar("S")


class BridgeClosed(Exception):
    """The window is closing: what was asked will not be answered."""


class Bridge(Generic[S]):
    """A thread with a loop on which one ``S`` (the supervisor) lives from :meth:`open` to :meth:`aclose`.

    Made, called and closed on the window's thread only. ``report`` is called on the supervisor's thread
    with a batch of events and a function to call (from any thread) once it was taken; until then no
    other batch comes, and what happens meanwhile is merged in the supervisor's bounded mailbox.
    """

    def __init__(self, report: Callable[[list[Event], Callable[[], None]], None]) -> None:
        """Start the thread and wait until its loop runs."""
        self._report = report
        self._up, self._done, self._closing = threading.Event(), Future[None](), False
        self._done.set_running_or_notify_cancel()
        self._thread = threading.Thread(target=self._run, name="supervisor")
        self._thread.start()
        self._up.wait()

    async def open(
        self,
        make: Callable[[], AbstractAsyncContextManager[S]],
        listen: Callable[[S], AbstractAsyncContextManager[Listens]],
    ) -> S:
        """Enter what ``make`` gives, on the thread, listen to it, and return it; raises what entering raises."""
        opened: Future[S] = Future()
        self._loop.call_soon_threadsafe(lambda: self._owner.start(self._live(make, listen, opened), "supervisor"))
        return await asyncio.wrap_future(opened)

    async def call(self, function: Callable[P, Awaitable[T]], *args: P.args, **named: P.kwargs) -> T:
        """What ``function`` returns or raises, awaited on the thread. Cancelling here cancels there."""
        if self._closing:
            raise BridgeClosed

        async def there() -> T:
            return await function(*args, **named)

        asked = asyncio.run_coroutine_threadsafe(there(), self._loop)
        try:
            return await asyncio.wrap_future(asked)
        except asyncio.CancelledError:
            task = asyncio.current_task()
            if task is not None and task.cancelling():
                raise
            # Cancelled over there: the supervisor is closing.
            raise BridgeClosed from None

    async def aclose(self) -> None:
        """Close what was opened and end the thread; a second call waits too."""
        if not self._closing:
            self._closing = True
            self._loop.call_soon_threadsafe(self._stop.set)
        await asyncio.wrap_future(self._done)
        self._thread.join()

    def _run(self) -> None:
        async def main() -> None:
            self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
            async with TaskOwner() as self._owner:
                self._up.set()
                await self._stop.wait()

        try:
            asyncio.run(main())
        finally:
            self._up.set()
            self._done.set_result(None)

    async def _live(
        self,
        make: Callable[[], AbstractAsyncContextManager[S]],
        listen: Callable[[S], AbstractAsyncContextManager[Listens]],
        opened: "Future[S]",
    ) -> None:
        try:
            async with make() as living, listen(living) as mailbox:
                opened.set_result(living)
                await self._pump(mailbox)
                await self._stop.wait()
        except BaseException as error:
            if opened.done():
                raise
            # It is the window's to tell: whoever awaits open() gets it.
            opened.set_exception(error)

    async def _pump(self, mailbox: Listens) -> None:
        while events := await mailbox.next():
            taken = asyncio.Event()
            self._report(events, lambda taken=taken: self._told(taken))  # type: ignore[misc]
            await taken.wait()
            await asyncio.sleep(SHORTEST_PAUSE_S)

    def _told(self, taken: asyncio.Event) -> None:
        if not self._done.done():
            self._loop.call_soon_threadsafe(taken.set)
