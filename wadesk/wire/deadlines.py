"""Time limits that also hold in a task that was cancelled and is cleaning up."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


@asynccontextmanager
async def deadline(seconds: float) -> AsyncIterator[None]:
    """TimeoutError after ``seconds``, whether or not the task was cancelled before it came here.

    ``asyncio.timeout`` alone raises CancelledError there until CPython 3.11.4 (gh-102780), and Debian 12 has
    3.11.2: what stands behind the limit, such as killing a child that does not end, was passed over.
    """
    task = asyncio.current_task()
    before = 0 if task is None else task.cancelling()
    limit = asyncio.timeout(seconds)
    try:
        async with limit:
            yield
    except asyncio.CancelledError:
        if task is not None and limit.expired() and task.cancelling() <= before:
            raise TimeoutError from None
        raise
