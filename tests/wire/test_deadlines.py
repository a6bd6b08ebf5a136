"""Time limits, also in a task that is on its way out."""

import asyncio

import pytest

from tests.wire.frames import Said
from tests.wire.test_pipe import run, started
from wadesk.wire.deadlines import deadline


def test_a_limit_in_a_cancelled_tasks_clean_up_is_a_timeout():
    async def work():
        ends: list[str] = []

        async def last_words() -> None:
            try:
                await asyncio.sleep(30)
            finally:
                try:
                    async with deadline(0.01):
                        await asyncio.sleep(30)
                except TimeoutError:
                    ends.append("timeout")

        task = asyncio.create_task(last_words())  # noqa: TID251 - a bare task is what is tested
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert ends == ["timeout"]

    run(work)


def test_a_cancel_from_outside_is_no_timeout():
    async def work():
        async def limited() -> None:
            async with deadline(30):
                await asyncio.sleep(30)

        task = asyncio.create_task(limited())  # noqa: TID251 - a bare task is what is tested
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    run(work)


def test_a_deaf_child_is_killed_by_a_task_that_was_cancelled():
    async def work():
        child = await started()
        await child.write(Said(text="ignore"))
        assert await child.read() == Said(text="ignore")
        await child.write(Said(text="hang"))

        async def owner() -> None:
            try:
                await asyncio.sleep(30)
            finally:
                await child.stop(0.1)

        task = asyncio.create_task(owner())  # noqa: TID251 - a bare task is what is tested
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert child.returncode == -9

    run(work)
