"""Blocking calls on one thread of their own, in order, so that the loop never waits for them."""

import asyncio
import contextlib
import queue
import threading
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class CallThread:
    """One thread that makes calls one after another; leaving the ``async with`` lets what was asked end first.

    A call to the keyring may wait for a person without limit. Such a thread is made ``abandonable``:
    closing does not wait for it, and the process may end while it stands in its call.
    """

    def __init__(self, name: str, *, abandonable: bool = False) -> None:
        """Start the thread."""
        self._abandonable = abandonable
        self._asked: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._ended = threading.Event()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=abandonable)
        self._thread.start()

    async def call(self, function: Callable[..., T], *args: Any, **named: Any) -> T:
        """What ``function`` returns or raises, called on the thread; a cancelled wait does not stop it."""
        if self._closed:
            raise RuntimeError("this thread is closed")
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[T] = loop.create_future()

        def work() -> None:
            try:
                result = function(*args, **named)
            except BaseException as error:  # noqa: BLE001 - handed to whoever asked
                told: Callable[[], None] = lambda error=error: _fail(answer, error)  # type: ignore[misc]  # noqa: E731
            else:
                told = lambda: _settle(answer, result)  # noqa: E731
            # The loop may be closed: then nobody waits for the answer any more.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(told)

        self._asked.put(work)
        return await answer

    async def aclose(self) -> None:
        """Take no more calls and, unless abandonable, wait for those already asked for."""
        if not self._closed:
            self._closed = True
            self._asked.put(None)
        if not self._abandonable:
            await asyncio.get_running_loop().run_in_executor(None, self._thread.join)

    def _run(self) -> None:
        while (work := self._asked.get()) is not None:
            work()


def _settle(answer: asyncio.Future[T], result: T) -> None:
    if not answer.done():
        answer.set_result(result)


def _fail(answer: asyncio.Future[Any], error: BaseException) -> None:
    if not answer.done():
        answer.set_exception(error)
