"""Requests under way on a channel."""

import asyncio

import pytest

from wadesk.wire.requests import ChannelClosed, Outstanding


def test_each_request_gets_its_own_answer_and_a_late_one_is_dropped():
    async def work():
        outstanding: Outstanding[str] = Outstanding()
        first, second = outstanding.open(), outstanding.open()
        assert outstanding.settle(second, "b")
        assert outstanding.settle(first, "a")
        assert await outstanding.answer(first, 1) == "a"
        assert await outstanding.answer(second, 1) == "b"
        assert not outstanding.settle(first, "again")
        third = outstanding.open()
        with pytest.raises(TimeoutError):
            await outstanding.answer(third, 0.01)
        assert not outstanding.settle(third, "late")
        assert len(outstanding) == 0

    asyncio.run(work())


def test_when_the_channel_ends_everyone_who_waits_hears_it():
    async def work():
        outstanding: Outstanding[str] = Outstanding()
        number = outstanding.open()
        outstanding.fail_all()
        with pytest.raises(ChannelClosed):
            await outstanding.answer(number, 1)
        with pytest.raises(ChannelClosed):
            outstanding.open()

    asyncio.run(work())
