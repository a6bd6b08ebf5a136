"""The one place that starts background tasks: each has an owner that logs its failure and ends it on close."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Coroutine
from types import TracebackType
from typing import Any, Self

log = logging.getLogger(__name__)


class TaskOwner:
    """Owns tasks from their start to their end; leaving the ``async with`` cancels and awaits what runs.

    A task that fails is a bug: it is logged once with its traceback and told to ``on_failure``.
    """

    def __init__(self, on_failure: Callable[[BaseException], None] | None = None) -> None:
        """Own no task yet."""
        self._tasks: set[asyncio.Task[Any]] = set()
        self._on_failure = on_failure
        self._closing = False

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> asyncio.Task[Any]:
        """Start ``work`` now; RuntimeError after close."""
        if self._closing:
            work.close()
            raise RuntimeError("the owner of this task is closed")
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    async def aclose(self) -> None:
        """Cancel and await every task; a second call awaits too."""
        self._closing = True
        current = asyncio.current_task()
        for task in list(self._tasks):
            if task is not current:
                task.cancel()
        for task in list(self._tasks):
            if task is not current:
                with contextlib.suppress(asyncio.CancelledError, Exception):
                    await asyncio.wait({task})

    def _ended(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        if error is not None:
            log.error("task %s failed: %s", task.get_name(), type(error).__name__, exc_info=error)
            if self._on_failure is not None:
                self._on_failure(error)
