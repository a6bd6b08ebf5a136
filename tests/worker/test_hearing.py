"""What is heard is recorded before it is acknowledged, and what cannot be recorded stops nothing for ever."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.worker.rig import ACCOUNT, ACCOUNT_KEY, SLOT
from wadesk.domain.errors import StoreError
from wadesk.domain.events import ChatChanged, HistoryProgress, MessageChanged, MessageStored
from wadesk.paths import AccountFolder, make_private
from wadesk.wire.engine_frames import (
    ContactName,
    HistoryChat,
    HistoryChunk,
    HistoryMessage,
    HistoryNotice,
    MessageHeard,
    Peer,
    ReceiptHeard,
    Undecryptable,
)
from wadesk.worker.account import Account
from wadesk.worker.hearing import Hearing, Unrecordable
from wadesk.worker.parent import Parent
from wadesk.worker.store_thread import StoreThread

OWN = "+5511999990011"
ANA = Peer(number="+5511988880001", lid="88880001")


class Told:
    """Keeps what is reported."""

    def __init__(self) -> None:
        self.events: list[Any] = []

    def put(self, event: Any) -> None:
        self.events.append(event)

    def write(self, frame: object) -> None:
        raise AssertionError(frame)


@contextlib.asynccontextmanager
async def hearing(folder: Path, *, careful: bool = False) -> AsyncIterator[tuple[Hearing, Account, Told]]:
    folder = make_private(folder)
    place = AccountFolder(folder, ACCOUNT)
    async with await StoreThread.open(place, ACCOUNT_KEY, "offline") as store:
        await store.run(store.store.slots.add_slot, SLOT)
        await store.run(store.store.slots.bind_slot, SLOT, OWN)
        told = Told()
        account = Account(
            account_id=ACCOUNT, folder=place, network="offline", engine="", epoch=1, store=store,
            reporter=told, parent=Parent(told), random=lambda: 1.0,
        )  # fmt: skip
        yield Hearing(account, SLOT, careful=careful), account, told


def heard(text: str, server_id: str = "A1") -> MessageHeard:
    return MessageHeard(
        seq=1, chat=ANA, author=ANA, from_me=False, server_id=server_id, time_ms=5, kind="text", text=text, raw="AA=="
    )


def test_a_message_is_reported_once_however_often_it_is_heard(tmp_path: Path) -> None:
    async def scene() -> None:
        async with hearing(tmp_path) as (hears, _, told):
            for _ in range(3):
                await hears.record_waiting(heard("Oi"), OWN)
            assert [type(event) for event in told.events] == [MessageStored]

    asyncio.run(scene())


def test_a_placeholder_is_replaced_by_the_message_it_stood_for(tmp_path: Path) -> None:
    async def scene() -> None:
        async with hearing(tmp_path) as (hears, _, told):
            gap = Undecryptable(chat=ANA, author=ANA, from_me=False, server_id="A1", time_ms=5)
            await hears.record_fact(gap, OWN)
            await hears.record_waiting(heard("Oi"), OWN)
            await hears.record_fact(gap, OWN)
            assert [type(event) for event in told.events] == [MessageStored, MessageChanged]
            assert told.events[0].message.message_id == told.events[1].message.message_id
            assert told.events[1].message.text == "Oi"

    asyncio.run(scene())


def test_a_name_changes_the_chats_row(tmp_path: Path) -> None:
    async def scene() -> None:
        async with hearing(tmp_path) as (hears, _, told):
            await hears.record_waiting(heard("Oi"), OWN)
            await hears.record_fact(ContactName(who=ANA, name="Ana"), OWN)
            assert isinstance(told.events[-1], ChatChanged)
            assert told.events[-1].chat.name == "Ana"

    asyncio.run(scene())


def test_a_full_disk_is_told_by_its_reason_and_nothing_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene() -> None:
        async with hearing(tmp_path) as (hears, account, told):

            def full(*_: object) -> None:
                raise StoreError("disk_full", "The disk is full.")

            monkeypatch.setattr(account.store.store.heard, "record_message", full)
            with pytest.raises(Unrecordable) as failed:
                await hears.record_waiting(heard("Oi"), OWN)
            assert failed.value.code == "disk_full"
            assert told.events == []

    asyncio.run(scene())


@pytest.mark.warns_in_log
@pytest.mark.parametrize(
    ("method", "event"),
    [
        ("record_message", heard("Oi")),
        (
            "record_receipt",
            ReceiptHeard(seq=2, chat=ANA, author=ANA, by_me=False, message_ids=["A1"], kind="read", time_ms=6),
        ),
    ],
)
def test_an_event_that_fails_twice_is_set_aside_and_may_be_acknowledged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, method: str, event: Any
) -> None:
    async def scene() -> None:
        async with hearing(tmp_path) as (hears, account, _):

            def broken(*_: object) -> None:
                raise ValueError("cannot take: Oi")

            monkeypatch.setattr(account.store.store.heard, method, broken)
            with pytest.raises(Unrecordable) as failed:
                await hears.record_waiting(event, OWN)
            assert failed.value.code == "unrecordable"
            await hears.record_waiting(event, OWN)
            assert "a message was set aside" in caplog.text

    asyncio.run(scene())


@pytest.mark.warns_in_log
def test_a_message_that_ended_the_worker_twice_is_not_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[object] = []

    class Died(BaseException):
        pass

    async def life() -> None:
        async with hearing(tmp_path, careful=True) as (hears, account, _):

            def dies(*_: object) -> None:
                tried.append(1)
                raise Died

            monkeypatch.setattr(account.store.store.heard, "record_message", dies)
            with contextlib.suppress(Died):
                await hears.record_waiting(heard("Oi"), OWN)

    for _ in range(3):
        asyncio.run(life())
    assert len(tried) == 2


def test_a_message_in_whose_middle_the_worker_was_killed_once_is_recorded_after_it(tmp_path: Path) -> None:
    async def scene() -> None:
        async with hearing(tmp_path, careful=True) as (hears, account, told):
            await account.store.run(account.store.store.heard.attempt, SLOT, "A1", 1)
            await hears.record_waiting(heard("Oi"), OWN)
            assert [event.message.text for event in told.events] == ["Oi"]

    asyncio.run(scene())


def test_receipts_that_are_told_again_after_an_unclean_end_are_recorded_each_time(tmp_path: Path) -> None:
    async def scene() -> None:
        async with hearing(tmp_path, careful=True) as (hears, _, told):
            for _ in range(3):
                await hears.record_waiting(
                    ReceiptHeard(seq=2, chat=ANA, author=ANA, by_me=False, message_ids=["Z"], kind="read", time_ms=6),
                    OWN,
                )
            assert told.events == []

    asyncio.run(scene())


def chunk(text: str, message_id: str = "H") -> HistoryChunk:
    past = HistoryMessage(author=ANA, from_me=False, server_id="P1", time_ms=4, kind="text", text=text, raw="AA==")
    return HistoryChunk(
        seq=3, message_id=message_id, chats=[HistoryChat(chat=ANA, messages=[past])], percent=30, last=False
    )


async def offer(account: Account) -> None:
    notice = HistoryNotice(seq=2, message_id="H", sync_type="recent", chunk=1, progress=30, raw="AA==")
    await account.store.run(account.store.store.heard.keep_history_notice, notice, SLOT, OWN, 1)


def test_a_piece_of_history_that_comes_again_after_unclean_ends_is_taken_each_time(tmp_path: Path) -> None:
    async def scene() -> None:
        async with hearing(tmp_path, careful=True) as (hears, account, told):
            await offer(account)
            for _ in range(4):
                await hears.record_waiting(chunk("past"), OWN)
            assert [type(event) for event in told.events] == [ChatChanged, HistoryProgress] * 4
            assert {event.messages for event in told.events if isinstance(event, HistoryProgress)} == {1}

    asyncio.run(scene())


def test_a_piece_of_a_notice_that_is_not_kept_is_answered_and_says_nothing(tmp_path: Path) -> None:
    async def scene() -> None:
        async with hearing(tmp_path) as (hears, account, told):
            await offer(account)
            await hears.record_waiting(chunk("past", "ANOTHER"), OWN)
            await hears.record_waiting(chunk("past"), "+5511999990099")
            assert told.events == []
            assert account.store.store.pages.list_messages(SLOT).messages == []

    asyncio.run(scene())


@pytest.mark.warns_in_log
def test_a_piece_of_history_that_cannot_be_recorded_is_set_aside_like_a_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        async with hearing(tmp_path) as (hears, account, _):
            await offer(account)

            def broken(*_: object) -> None:
                raise ValueError("cannot take: past")

            monkeypatch.setattr(account.store.store.past, "record_chunk", broken)
            with pytest.raises(Unrecordable):
                await hears.record_waiting(chunk("past"), OWN)
            await hears.record_waiting(chunk("past"), OWN)
            assert "a message was set aside" in caplog.text

    asyncio.run(scene())
