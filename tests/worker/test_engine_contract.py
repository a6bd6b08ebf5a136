"""The manners that worker and tests build on, held by the scripted engine and by the real one alike."""

import asyncio
import contextlib
import os
import re
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from tests.network import Network
from tests.worker.rig import SLOT_KEY
from tests.worker.scripted import scripted_engine
from wadesk.engine import embedded
from wadesk.engine.embedded import EmbeddedEngine
from wadesk.engine.protocol import EngineFailed
from wadesk.wire.engine_frames import (
    ENGINE_PROTOCOL,
    Connected,
    Hello,
    LoginRestart,
    OfflineDone,
    Paired,
    Peer,
    PrePair,
    ProfilePicture,
    QrCode,
    Ready,
    Reply,
)
from wadesk.wire.tasks import TaskOwner
from wadesk.worker.hearing import WAITING

NUMBER = "+5511999990011"
ANA = "+5511988880001"
Make = Callable[[], EmbeddedEngine]


class Used:
    """An engine with somebody who reads its events."""

    def __init__(self, engine: EmbeddedEngine) -> None:
        self.engine = engine
        self.heard: list[Any] = []
        self.ended = False
        self._news = asyncio.Condition()

    async def read(self) -> None:
        while (event := await self.engine.next_event()) is not None:
            self.heard.append(event)
            if isinstance(event, WAITING):
                await self.engine.acknowledge(event.seq)
            async with self._news:
                self._news.notify_all()
        self.ended = True
        async with self._news:
            self._news.notify_all()

    async def wait(self, kind: type) -> Any:
        def found() -> Any:
            return next((event for event in self.heard if isinstance(event, kind)), None)

        async with asyncio.timeout(20), self._news:
            while (event := found()) is None:
                await self._news.wait()
            return event


@contextlib.asynccontextmanager
async def used(engine: EmbeddedEngine) -> AsyncIterator[tuple[Used, Ready]]:
    ready = await engine.start()
    async with TaskOwner() as tasks:
        user = Used(engine)
        reading = tasks.start(user.read(), "events")
        try:
            yield user, ready
        finally:
            await engine.stop()
            await asyncio.wait({reading}, timeout=5)
            assert user.ended


def hello(folder: Path, number: str | None) -> Hello:
    folder.mkdir(exist_ok=True)
    return Hello(
        protocol=ENGINE_PROTOCOL,
        network="offline",
        number=number,
        key=SLOT_KEY,
        folder=str(folder),
        device_name="WaDesk",
    )


async def link(engine: EmbeddedEngine, phone: Any) -> None:
    async with used(engine) as (user, _):
        assert (await engine.connect(1)).ok
        scan = asyncio.gather(phone.scan((await user.wait(QrCode)).code))
        await engine.acknowledge((await user.wait(PrePair)).seq)
        await user.wait(Paired)
        await user.wait(LoginRestart)
        assert (await engine.connect(2)).ok
        await user.wait(Connected)
        await scan


@pytest.fixture(params=["scripted", "real"])
def play(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Runs a scene with two engines' makers: one that holds no device, and one linked to NUMBER."""

    async def scripted(scene: Callable[[Make, Make], Awaitable[None]]) -> None:
        async with (
            scripted_engine(tmp_path / "a", None) as (free, _),
            scripted_engine(tmp_path / "b", NUMBER) as (linked, _),
        ):
            monkeypatch.setenv("WADESK_OFFLINE_NETWORK", "played here")
            await scene(
                lambda: EmbeddedEngine(str(free), hello(tmp_path / "1", None)),
                lambda: EmbeddedEngine(str(linked), hello(tmp_path / "2", NUMBER)),
            )

    async def real(scene: Callable[[Make, Make], Awaitable[None]]) -> None:
        engine = str(request.getfixturevalue("offline_engine"))
        async with Network() as network:
            monkeypatch.setenv("WADESK_OFFLINE_NETWORK", network.url)
            network.phone(ANA, name="Ana")
            await link(EmbeddedEngine(engine, hello(tmp_path / "2", None)), network.phone(NUMBER, name="Loja"))
            await scene(
                lambda: EmbeddedEngine(engine, hello(tmp_path / "1", None)),
                lambda: EmbeddedEngine(engine, hello(tmp_path / "2", NUMBER)),
            )

    if request.param == "real":
        request.getfixturevalue("offline_engine")
    chosen = scripted if request.param == "scripted" else real
    return lambda scene: asyncio.run(chosen(scene))


def test_an_engine_says_what_it_is_linked_to(play) -> None:
    async def scene(free: Make, linked: Make) -> None:
        async with used(free()) as (_, ready):
            assert ready.self_number is None
        async with used(linked()) as (_, ready):
            assert ready.self_number == NUMBER

    play(scene)


def test_an_engine_without_a_device_shows_codes_for_the_attempt_under_way(play) -> None:
    async def scene(free: Make, linked: Make) -> None:
        async with used(free()) as (user, _):
            assert (await user.engine.connect(5)).ok
            code = await user.wait(QrCode)
            assert (code.attempt, code.number, code.life_ms) == (5, 1, 60_000)

    play(scene)


def test_a_linked_engine_comes_up_and_tells_when_its_backlog_is_in(play) -> None:
    async def scene(free: Make, linked: Make) -> None:
        async with used(linked()) as (user, _):
            assert (await user.engine.connect(3)).ok
            assert (await user.wait(Connected)).attempt == 3
            assert (await user.wait(OfflineDone)).attempt == 3
            assert (await user.engine.ping()).logged_in
            assert (await user.engine.disconnect()).ok
            assert (await user.engine.connect(4, again=True)).ok

    play(scene)


def test_a_send_leaves_from_the_engines_own_number_or_not_at_all(play) -> None:
    async def scene(free: Make, linked: Make) -> None:
        async with used(linked()) as (user, _):
            await user.engine.connect(1)
            await user.wait(OfflineDone)
            built = await user.engine.build("Oi")
            assert built.raw
            checked = await user.engine.check([ANA])
            assert checked.checked
            assert checked.checked[0].query == ANA
            peer = checked.checked[0].peer
            assert peer is not None
            assert (peer.number, peer.lid is not None) == (ANA, True)

            async def send(sender: str, number: int) -> Reply:
                message_id = f"3EB0{number:018X}"
                return await user.engine.send(sender=sender, to=Peer(number=ANA), message_id=message_id, raw=built.raw)

            refused = await send("+5511999990099", 1)
            assert (refused.outcome, refused.retry, refused.error) == ("not_sent", False, "wrong_sender")
            assert (await send(NUMBER, 2)).outcome == "sent"

    play(scene)


def test_forgotten_keys_are_gone(play) -> None:
    async def scene(free: Make, linked: Make) -> None:
        async with used(linked()) as (user, _):
            assert (await user.engine.forget()).ok
        async with used(linked()) as (_, ready):
            assert ready.self_number is None

    play(scene)


def test_who_has_no_picture_and_a_number_without_groups_are_answers(play) -> None:
    async def scene(free: Make, linked: Make) -> None:
        async with used(linked()) as (user, _):
            await user.engine.connect(1)
            await user.wait(OfflineDone)
            looked = await user.engine.picture(Peer(number=ANA))
            assert (looked.ok, looked.picture) == (True, ProfilePicture())
            named = await user.engine.groups()
            assert (named.ok, named.groups) == (True, [])
            assert (await user.engine.history_done("3ANONE")).ok

    play(scene)


def test_a_pairing_code_has_eight_characters_and_comes_over_the_connection_of_the_codes(play) -> None:
    async def scene(free: Make, linked: Make) -> None:
        async with used(free()) as (user, _):
            await user.engine.connect(1)
            await user.wait(QrCode)
            reply = await user.engine.pair_code(ANA)
            assert reply.ok
            assert re.fullmatch(r"[0-9A-Z]{4}-[0-9A-Z]{4}", reply.code or "")

    play(scene)


def test_an_engine_that_logged_out_is_linked_to_nothing(play) -> None:
    async def scene(free: Make, linked: Make) -> None:
        async with used(linked()) as (user, _):
            await user.engine.connect(1)
            await user.wait(OfflineDone)
            assert (await user.engine.logout()).ok
        async with used(linked()) as (_, ready):
            assert ready.self_number is None

    play(scene)


def scripted_hello(folder: Path) -> Hello:
    folder.mkdir()
    return hello(folder, NUMBER)


def test_an_engine_that_reads_nothing_is_told_within_the_limit_and_can_be_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "PING_LIMIT_S", 0.3)
    monkeypatch.setattr(embedded, "EXIT_LIMIT_S", 0.3)
    monkeypatch.setattr(embedded, "STOP_GRACE_S", 0.3)

    async def scene() -> None:
        async with (
            asyncio.timeout(20),
            scripted_engine(tmp_path / "play", NUMBER) as (executable, _),
            TaskOwner() as tasks,
        ):
            engine = EmbeddedEngine(str(executable), scripted_hello(tmp_path / "slot"))
            await engine.start()
            assert engine.pid is not None
            os.kill(engine.pid, signal.SIGSTOP)
            # More than a pipe and its buffer hold.
            tasks.start(swallowed(engine.build("\U0001f600" * 65_536)), "build")
            await asyncio.sleep(0)
            with pytest.raises(TimeoutError):
                await engine.ping()
            await engine.stop()
            assert await engine.next_event() is None

    asyncio.run(scene())


async def swallowed(call: Awaitable[Reply]) -> None:
    with contextlib.suppress(TimeoutError, EngineFailed):
        await call


def test_a_start_that_is_given_up_leaves_no_engine_behind(tmp_path: Path) -> None:
    async def scene() -> None:
        async with scripted_engine(tmp_path / "play", NUMBER) as (executable, play), asyncio.timeout(20):
            play.rules[Hello] = lambda _life, _frame: None
            engine = EmbeddedEngine(str(executable), scripted_hello(tmp_path / "slot"))
            async with TaskOwner() as tasks:
                tasks.start(engine.start(), "start")
                await play.wait_for(Hello)
            await play.now.ended.wait()
            await engine.stop()
            assert await engine.next_event() is None

    asyncio.run(scene())


def test_an_engine_that_is_not_there_is_said(tmp_path: Path) -> None:
    async def scene() -> None:
        with pytest.raises(EngineFailed) as failed:
            await EmbeddedEngine(str(tmp_path / "none"), hello(tmp_path, None)).start()
        assert failed.value.code == "engine_missing"

    asyncio.run(scene())
