"""The worker as a process: how it starts, what it refuses in words, how it ends, what it logs."""

import asyncio
import base64
import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.worker.rig import ACCOUNT, SLOT, SLOT_KEY, Desk
from wadesk.domain.errors import WaDeskError
from wadesk.domain.ids import AccountId, MessageId, new_chat_id, slot_id
from wadesk.domain.linkstate import LinkState
from wadesk.domain.message import SendReason
from wadesk.domain.requests import (
    CancelLink,
    ListChats,
    ListMessages,
    MarkRead,
    QueueText,
    RemoveSlot,
    Request,
    SettleMessage,
    StartSlot,
    StopSlot,
)
from wadesk.wire.worker_frames import WORKER_PROTOCOL, WorkerHello, WorkerReady, WorkerRefused
from wadesk.worker import main as worker_main
from wadesk.worker.lock import FolderLock
from wadesk.worker.log import JsonLines

FOREIGN = slot_id(AccountId("zzzzzzzz2345"), 1)


def test_a_worker_says_ready_with_its_start_and_ends_when_its_stdin_does(tmp_path: Path) -> None:
    async def scene() -> None:
        desk = Desk(tmp_path / "account", "")
        ready = await desk.start()
        assert isinstance(ready, WorkerReady)
        assert (ready.protocol, ready.network, ready.account_id) == (WORKER_PROTOCOL, "whatsapp", ACCOUNT)
        await desk.ping()
        assert await desk.stop() == 0
        again = await desk.start()
        assert isinstance(again, WorkerReady)
        assert again.epoch > ready.epoch
        await desk.stop()

    asyncio.run(scene())


def test_a_second_worker_on_one_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert worker_main.LOCK_LIMIT_S == 10
    monkeypatch.setattr(worker_main, "LOCK_LIMIT_S", 0.2)

    async def scene() -> None:
        async with Desk(tmp_path / "account", ""):
            hello = WorkerHello(
                protocol=WORKER_PROTOCOL, network="whatsapp", account_id=ACCOUNT, folder=str(tmp_path / "account"),
                key="", engine="",
            )  # fmt: skip
            with pytest.raises(worker_main.Refusal) as refused:
                async with worker_main._folder_of(hello):
                    raise AssertionError("two workers on one folder")
            assert refused.value.frame.reason == "locked"

    asyncio.run(scene())


def test_a_worker_waits_for_one_that_is_dying(tmp_path: Path) -> None:
    async def scene() -> None:
        async with Desk(tmp_path / "account", "") as first:
            second = Desk(tmp_path / "account", "")
            starting = asyncio.gather(second.start())
            await first.ping()
            await first.kill()
            (ready,) = await starting
            assert isinstance(ready, WorkerReady)
            await second.stop()

    asyncio.run(scene())


@pytest.mark.parametrize(
    ("key", "hello", "reason"),
    [
        (bytes(32), {}, "wrong_key"),
        (None, {"protocol": WORKER_PROTOCOL + 1}, "protocol"),
        (None, {"network": "offline"}, "foreign_network"),
    ],
)
def test_what_a_worker_cannot_work_with_is_refused_in_words(
    tmp_path: Path, key: bytes | None, hello: dict[str, Any], reason: str
) -> None:
    async def scene() -> None:
        async with Desk(tmp_path / "account", ""):
            pass
        other = Desk(tmp_path / "account", "")
        if key is not None:
            hello["key"] = base64.b64encode(key).decode()
        refused = await other.start(**hello)
        assert isinstance(refused, WorkerRefused)
        assert refused.reason == reason
        assert refused.sentence.endswith(".")
        assert await other.stop() == 1

    asyncio.run(scene())


def test_a_folder_that_cannot_be_made_is_refused_in_words(tmp_path: Path) -> None:
    async def scene() -> None:
        (tmp_path / "file").touch()
        desk = Desk(tmp_path / "file" / "account", "")
        refused = await desk.start()
        assert isinstance(refused, WorkerRefused)
        assert refused.reason == "no_access"
        await desk.stop()

    asyncio.run(scene())


def test_a_worker_that_is_not_greeted_ends() -> None:
    command = [sys.executable, "-m", "wadesk", "--worker"]
    ended = subprocess.run(command, input=b"", capture_output=True, timeout=30, check=False)
    assert ended.returncode == 1
    assert b"no_hello" in ended.stdout


CHAT = new_chat_id(SLOT)
FOREIGN_CHAT = new_chat_id(FOREIGN)
MESSAGE = MessageId("0190a8c5-0000-7000-8000-000000000000")
ELSEWHERE: list[Request] = [
    StartSlot(slot_id=FOREIGN, key=SLOT_KEY, device_name="x", link=True),
    CancelLink(slot_id=FOREIGN),
    StopSlot(slot_id=FOREIGN),
    RemoveSlot(slot_id=FOREIGN),
    QueueText(slot_id=FOREIGN, text="x", reason=SendReason.API, asker="a", number="+5511988880001"),
    QueueText(slot_id=SLOT, text="x", reason=SendReason.API, asker="a", chat_id=FOREIGN_CHAT),
    QueueText(slot_id=slot_id(ACCOUNT, 2), text="x", reason=SendReason.API, asker="a", chat_id=CHAT),
    SettleMessage(slot_id=SLOT, chat_id=FOREIGN_CHAT, message_id=MESSAGE, resend=True),
    MarkRead(slot_id=SLOT, chat_id=FOREIGN_CHAT, message_id=MESSAGE),
    MarkRead(slot_id=slot_id(ACCOUNT, 2), chat_id=CHAT, message_id=MESSAGE),
    ListChats(slot_id=FOREIGN),
    ListMessages(slot_id=FOREIGN),
    ListMessages(slot_id=SLOT, chat_id=FOREIGN_CHAT),
]


def test_whatever_names_another_slot_is_refused(tmp_path: Path) -> None:
    async def scene() -> None:
        async with Desk(tmp_path / "account", "") as desk:
            for body in ELSEWHERE:
                result = await desk.ask(body)
                assert result.answer is None, body
                assert result.error is not None
                assert (result.error.code, result.error.reason) in {
                    ("invalid_request", "foreign_slot"),
                    ("invalid_request", "foreign_chat"),
                }, body

    asyncio.run(scene())


def test_a_refusal_of_the_store_reaches_the_asker_in_words(tmp_path: Path) -> None:
    async def scene() -> None:
        async with Desk(tmp_path / "account", tmp_path / "none") as desk:
            await desk.begin()
            with pytest.raises(WaDeskError) as refused:
                await desk.say("+5511988880001", "an niemandes Nummer")
            assert refused.value.reason == "no_number"

    asyncio.run(scene())


def test_nothing_starts_for_a_slot_without_a_number_that_nobody_links(tmp_path: Path) -> None:
    async def scene() -> None:
        async with Desk(tmp_path / "account", tmp_path / "none") as desk:
            await desk.begin()
            status = await desk.wait_state(LinkState.UNLINKED)
            await desk.ping()
            assert desk.statuses == {SLOT: status}

    asyncio.run(scene())


def test_a_log_line_holds_places_and_never_an_errors_text() -> None:
    try:
        raise ValueError("a customer's words")
    except ValueError:
        record = logging.LogRecord("wadesk", logging.ERROR, __file__, 1, "it failed", None, sys.exc_info())
    record.slot = SLOT
    line = JsonLines().format(record)
    assert "customer" not in line
    assert '"error":"ValueError"' in line
    assert f'"slot":"{SLOT}"' in line
    assert "test_process.py" in line


def test_what_a_library_logs_is_named_and_never_quoted() -> None:
    record = logging.LogRecord("asyncio", logging.ERROR, __file__, 1, "Task(ValueError(%r))", ("+5511988880001",), None)
    line = JsonLines().format(record)
    assert "551198" not in line
    assert '"logger":"asyncio"' in line


def test_an_error_that_nobody_catches_is_logged_without_its_text() -> None:
    script = "from wadesk.worker.log import start_logging; start_logging('warning'); raise ValueError('+5511988880001')"
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, timeout=30, check=False)
    assert b"551198" not in ended.stderr
    assert b'"error":"ValueError"' in ended.stderr


def test_a_lock_is_held_by_one_and_free_after_it(tmp_path: Path) -> None:
    first, second = FolderLock(tmp_path / "lock"), FolderLock(tmp_path / "lock")
    assert first.take()
    assert not second.take()
    first.release()
    assert second.take()
    second.release()
