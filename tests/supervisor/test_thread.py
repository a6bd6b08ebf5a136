"""Calls that block do so on a thread of their own."""

import asyncio
import threading

import pytest

from wadesk.supervisor.thread import CallThread


def test_the_loop_goes_on_while_a_call_blocks_and_calls_keep_their_order() -> None:
    gate, seen = threading.Event(), []

    async def use() -> None:
        thread = CallThread("blocking")
        first = asyncio.ensure_future(thread.call(lambda: (gate.wait(20), seen.append(1))))  # noqa: TID251
        second = asyncio.ensure_future(thread.call(seen.append, 2))  # noqa: TID251
        await asyncio.sleep(0)
        gate.set()
        await asyncio.gather(first, second)
        await thread.aclose()

    asyncio.run(use())
    assert seen == [1, 2]


def test_what_a_call_raises_is_raised_to_who_asked() -> None:
    async def use() -> None:
        thread = CallThread("raising")
        try:
            with pytest.raises(ZeroDivisionError):
                await thread.call(lambda: 1 / 0)
            assert await thread.call(lambda: 5) == 5
        finally:
            await thread.aclose()

    asyncio.run(use())


def test_closing_does_not_wait_for_a_prompt_that_nobody_answers() -> None:
    gate = threading.Event()

    async def use() -> None:
        thread = CallThread("prompt", abandonable=True)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await thread.call(gate.wait)
        async with asyncio.timeout(5):
            await thread.aclose()

    asyncio.run(use())
    gate.set()
