"""History is imported once and whole, whoever dies on the way, and messages go on meanwhile."""

import asyncio
import contextlib
import os
import signal
from collections.abc import AsyncIterator
from itertools import count
from pathlib import Path

import pytest

from tests.worker.past_play import NOTICE, STEPS, Past
from tests.worker.rig import ACCOUNT, ACCOUNT_KEY, SLOT, Desk
from tests.worker.scripted import EngineLife, message, scripted_engine
from wadesk.domain.events import ChatChanged, HistoryProgress, MessageStored, Resync
from wadesk.domain.linkstate import LinkState
from wadesk.domain.message import MessageState
from wadesk.domain.requests import Chats, HistoryAmount, ListChats
from wadesk.paths import AccountFolder
from wadesk.store.account.account_store import AccountStore
from wadesk.wire.engine_frames import FetchHistory, Hello, HistoryDone, Reply

OWN = "+5511999990011"


@contextlib.asynccontextmanager
async def offered(folder: Path, pieces: int = 3, progress: int = 100) -> AsyncIterator[tuple[Desk, Past]]:
    """A worker that is not begun yet, and a phone that will offer history."""
    async with scripted_engine(folder / "play", OWN) as (engine, play), Desk(folder / "account", engine) as desk:
        desk.numbers[SLOT] = OWN
        yield desk, Past(play, pieces, progress)


def kept(folder: Path) -> str | None:
    """The notice that is still kept, once the worker is gone."""
    store = AccountStore.open(AccountFolder(folder / "account", ACCOUNT), ACCOUNT_KEY, "whatsapp")
    with store:
        notice = store.past.next_notice(SLOT)
        return None if notice is None else notice.message_id


async def chats(desk: Desk) -> list[tuple[str, int, str]]:
    answer = await desk.call(ListChats(slot_id=SLOT))
    assert isinstance(answer, Chats)
    return [(chat.name, chat.unread, chat.last_text) for chat in answer.chats]


def progress(desk: Desk) -> list[HistoryProgress]:
    return desk.of_kind(HistoryProgress)


async def is_done(desk: Desk) -> None:
    await desk.wait("the import's end", lambda: any(event.done for event in progress(desk)))


def test_history_is_stored_and_told_without_a_word_for_each_message(tmp_path: Path) -> None:
    async def scene() -> None:
        async with offered(tmp_path) as (desk, past):
            await desk.begin()
            await is_done(desk)
            assert [row.text for row in await desk.stored()] == past.texts
            assert await chats(desk) == [("Ana", 2, past.texts[-1])]
            counts = [event.messages for event in progress(desk)]
            assert counts == sorted(counts)
            assert (counts[-1], progress(desk)[-1].percent) == (15, 100)
            assert desk.of_kind(MessageStored) == []
            assert 1 <= len(desk.of_kind(ChatChanged)) <= 3
            assert len(desk.of_kind(Resync)) == 1
            assert (past.fetches, past.dones) == (1, 1)

    asyncio.run(scene())
    assert kept(tmp_path) is None


@pytest.mark.warns_in_log
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("victim", ["engine", "worker"])
def test_a_death_at_any_step_loses_and_doubles_nothing(tmp_path: Path, victim: str, step: str) -> None:
    async def scene() -> None:
        async with offered(tmp_path) as (desk, past):
            died = asyncio.Event()

            def die(reached: str, life: EngineLife) -> None:
                if reached == step and not died.is_set():
                    died.set()
                    os.kill(life.pid if victim == "engine" else desk.child.pid, signal.SIGKILL)

            past.at = die
            await desk.begin()
            async with asyncio.timeout(20):
                await died.wait()
            if victim == "worker":
                await desk.kill()
                await desk.start()
                await desk.begin()
            await desk.wait_stored(set(past.texts))
            await past.play.wait("the last word", lambda: past.dones > 0)
            if not step.startswith("done"):
                # The phone has its word before the notice is forgotten.
                await is_done(desk)
            assert [row.text for row in await desk.stored()] == past.texts
            assert await chats(desk) == [("Ana", 2, past.texts[-1])]
            await desk.wait_state(LinkState.ONLINE)

    asyncio.run(scene())
    # At the last two the phone has its word, and whether the worker could still forget the notice is chance.
    if not step.startswith("done"):
        assert kept(tmp_path) is None


def test_what_was_fetched_whole_is_only_acknowledged_after_a_restart(tmp_path: Path) -> None:
    async def scene() -> None:
        async with offered(tmp_path) as (desk, past):
            past.play.rules[HistoryDone] = lambda _life, _frame: None
            await desk.begin()
            await past.play.wait_for(HistoryDone)
            await desk.kill()
            past.play.rules[HistoryDone] = past._done
            await desk.start()
            await desk.begin()
            await is_done(desk)
            assert (past.fetches, past.dones) == (1, 1)

    asyncio.run(scene())


def test_messages_come_and_go_while_history_is_imported(tmp_path: Path) -> None:
    async def scene() -> None:
        async with offered(tmp_path, pieces=40) as (desk, past):
            numbers = count()

            def talk(step: str, life: EngineLife) -> None:
                if step == "piece said":
                    number = next(numbers)
                    message(life, f"L{number}", f"live {number}")

            past.at, past.hold_at = talk, 20
            await desk.begin()
            go_on = await past.play.wait("half of it", lambda: past.go_on)
            await desk.say("+5511988880002", "meanwhile")
            await desk.wait_text("meanwhile", MessageState.SENT)
            await desk.wait_text("live 20")
            assert not any(event.done for event in progress(desk))
            go_on()
            await is_done(desk)
            rows = await desk.stored()
            assert len([row for row in rows if row.text.startswith("past")]) == 200
            lives = [row.text for row in rows if row.text.startswith("live")]
            assert len(lives) == len(set(lives)) == len(desk.of_kind(MessageStored)) - 1 == 40

    asyncio.run(scene())


def test_no_history_is_fetched_where_none_was_wanted_and_the_phone_is_told(tmp_path: Path) -> None:
    async def scene() -> None:
        async with offered(tmp_path) as (desk, past):
            await desk.begin(history=HistoryAmount.NONE)
            await past.play.wait("the last word", lambda: past.dones == 1)
            # What is recorded later shows that the notice was forgotten.
            for number in range(2):
                message(past.play.lives[-1], f"L{number}", f"live {number}")
                await desk.wait_text(f"live {number}")
            assert past.fetches == 0
            (hello,) = await past.play.wait_for(Hello)
            assert hello.history == "none"
            assert sorted(row.text for row in await desk.stored()) == ["live 0", "live 1"]
            assert progress(desk) == []

    asyncio.run(scene())
    assert kept(tmp_path) is None


@pytest.mark.warns_in_log
def test_history_that_is_gone_is_given_up_and_one_that_may_come_is_not(tmp_path: Path) -> None:
    async def scene(error: str) -> int:
        async with offered(tmp_path / error) as (desk, past):
            past.play.rules[FetchHistory] = lambda life, frame: life.say(Reply(id=frame.id, ok=False, error=error))
            await desk.begin()
            await past.play.wait_for(FetchHistory)
            if error == "gone":
                await past.play.wait("the last word", lambda: past.dones == 1)
                await is_done(desk)
            await desk.ping()
            return past.dones

    assert asyncio.run(scene("gone")) == 1
    assert kept(tmp_path / "gone") is None
    assert asyncio.run(scene("download")) == 0
    assert kept(tmp_path / "download") == NOTICE


def test_the_import_goes_on_where_the_link_breaks_and_stands_again(tmp_path: Path) -> None:
    async def scene() -> None:
        async with offered(tmp_path) as (desk, past):
            answers = iter(["not_connected", ""])

            def fetch(life: EngineLife, frame: FetchHistory) -> None:
                if next(answers):
                    life.say(Reply(id=frame.id, ok=False, error="not_connected"))
                    life.crash()
                else:
                    past._fetch(life, frame)

            past.play.rules[FetchHistory] = fetch
            await desk.begin()
            await is_done(desk)
            assert [row.text for row in await desk.stored()] == past.texts

    asyncio.run(scene())
