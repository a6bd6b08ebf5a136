"""Engines that crash, hang, lie or talk nonsense, and a parent that does not listen."""

import asyncio
import contextlib
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.worker.rig import ACCOUNT, SLOT, Desk
from tests.worker.scripted import EngineLife, Play, message, scripted_engine
from wadesk.domain.events import MessageStored, Resync, StatusChanged
from wadesk.domain.ids import slot_id
from wadesk.domain.linkstate import LinkState
from wadesk.domain.requests import CancelLink, ListStatuses, RemoveSlot, Statuses, StopSlot
from wadesk.wire.engine_frames import (
    ENGINE_PROTOCOL,
    Ack,
    Connect,
    Connected,
    Hello,
    LoggedOut,
    OfflineDone,
    Paired,
    PrePair,
    QrTimeout,
    Ready,
    Reply,
)

OWN, ANA = "+5511999990011", "+5511988880001"


@contextlib.asynccontextmanager
async def online(folder: Path, number: str | None = OWN) -> AsyncIterator[tuple[Desk, Play]]:
    async with scripted_engine(folder / "play", number) as (engine, play), Desk(folder / "account", engine) as desk:
        if number is not None:
            desk.numbers[SLOT] = number
            await desk.begin()
            await desk.wait_state(LinkState.ONLINE)
        yield desk, play


def test_a_message_is_acknowledged_only_when_it_is_stored(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (desk, play):
            seqs = [message(play.now, f"M{number}", f"Nr. {number}") for number in range(50)]
            await play.wait("all acknowledged", lambda: len(play.now.acks) == 50)
            assert [ack.seq for ack in play.now.acks] == seqs
            await desk.kill()
            await desk.start()
            assert [row.text for row in await desk.stored()] == [f"Nr. {number}" for number in range(50)]

    asyncio.run(scene())


def test_a_repeat_is_acknowledged_and_stored_once(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (desk, play):
            for _ in range(3):
                message(play.now, "M1", "einmal")
            await play.wait("all acknowledged", lambda: len(play.now.acks) == 3)
            await desk.wait_text("einmal")
            assert len(await desk.stored()) == len(desk.of_kind(MessageStored)) == 1

    asyncio.run(scene())


def test_an_engine_that_crashes_comes_back_and_the_state_says_so(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (desk, play):
            play.now.crash()
            status = await desk.wait_state(LinkState.RECONNECTING)
            assert (status.attempt, status.next_try_ms is not None) == (1, True)
            await desk.wait_state(LinkState.ONLINE)
            assert len(play.lives) == 2

    asyncio.run(scene())


@pytest.mark.parametrize("garbage", [b"\xff\xff\xff\xff", b"\x00\x00\x00\x02{}", b"\x00\x00\x00\x05nope!"])
def test_an_engine_that_talks_nonsense_is_ended_and_said(tmp_path: Path, garbage: bytes) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (desk, play):
            play.now.say_bytes(garbage)
            await desk.wait_state(LinkState.ERROR, code="engine_protocol")
            await play.now.ended.wait()

    asyncio.run(scene())


@pytest.mark.parametrize(
    ("ready", "code"),
    [
        ({"protocol": ENGINE_PROTOCOL + 1}, "engine_protocol"),
        ({"network": "offline"}, "engine_network"),
    ],
)
def test_an_engine_of_another_protocol_or_network_is_refused(
    tmp_path: Path, ready: dict[str, object], code: str
) -> None:
    async def scene() -> None:
        fields = {"protocol": ENGINE_PROTOCOL, "network": "whatsapp", "version": "x", "self_number": OWN} | ready
        async with scripted_engine(tmp_path / "play", OWN) as (engine, play):
            play.rules[Hello] = lambda life, _: life.say(Ready(**fields))
            async with Desk(tmp_path / "account", engine) as desk:
                desk.numbers[SLOT] = OWN
                await desk.begin()
                await desk.wait_state(LinkState.ERROR, code=code)
                assert not any(isinstance(frame, Connect) for frame in play.now.heard)

    asyncio.run(scene())


def test_an_engines_last_word_is_said_where_a_restart_does_not_cure_it(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (desk, play):
            play.now.last_word("damaged")
            await desk.wait_state(LinkState.ERROR, code="engine_damaged")
            assert len(play.lives) == 1

    asyncio.run(scene())


def test_a_missing_engine_leaves_the_history_readable(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (desk, play):
            message(play.now, "M1", "von früher")
            await desk.wait_text("von früher")
        async with Desk(tmp_path / "account", tmp_path / "none") as desk:
            assert [row.text for row in await desk.stored()] == ["von früher"]
            desk.numbers[SLOT] = OWN
            await desk.begin()
            await desk.wait_state(LinkState.ERROR, code="engine_missing")

    asyncio.run(scene())


def test_one_slots_crashes_leave_the_other_online(tmp_path: Path) -> None:
    async def scene() -> None:
        second = slot_id(ACCOUNT, 2)
        async with online(tmp_path) as (desk, play):
            desk.numbers[second] = OWN
            await desk.begin(second)
            await desk.wait_state(LinkState.ONLINE, second)
            before = [event.status for event in desk.of_kind(StatusChanged) if event.status.slot_id == SLOT]
            play.lives[1].crash()
            await desk.wait_state(LinkState.RECONNECTING, second)
            await desk.wait_state(LinkState.ONLINE, second)
            after = [event.status for event in desk.of_kind(StatusChanged) if event.status.slot_id == SLOT]
            assert before == after

    asyncio.run(scene())


def test_the_parents_no_reaches_the_engine_with_its_reason(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path, number=None) as (desk, play):
            desk.numbers[SLOT] = OWN
            await desk.begin(link=True)
            await desk.wait_qr()
            play.now.say(PrePair(seq=7, number=ANA))
            (ack,) = await play.wait_for(Ack)
            assert (ack.seq, ack.accept, ack.reason) == (7, False, "wrong_number")

    asyncio.run(scene())


def test_a_phone_that_scans_after_a_cancel_is_refused_and_its_claim_released(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path, number=None) as (desk, play):
            await desk.begin(link=True)
            await desk.wait_qr()
            life = play.now
            desk.answer_after = asyncio.Event()
            life.say(PrePair(seq=7, number=ANA))
            await desk.wait("a claim", lambda: desk.asks)
            await desk.call(CancelLink(slot_id=SLOT))
            await desk.wait_state(LinkState.UNLINKED)
            desk.answer_after.set()
            await desk.wait("a release", lambda: [ask for ask in desk.asks if getattr(ask, "paired", None) is False])
            assert not [ack for ack in life.acks if ack.accept]

    asyncio.run(scene())


def test_codes_that_end_unscanned_are_said_and_a_late_pairing_binds_nothing(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path, number=None) as (desk, play):
            await desk.begin(link=True)
            await desk.wait_qr()
            life = play.now
            life.say(QrTimeout(attempt=life.attempt))
            life.say(Paired(attempt=life.attempt, number=ANA))
            await desk.wait_state(LinkState.UNLINKED, code="qr_expired")
            assert not desk.codes
            assert desk.numbers == {}

    asyncio.run(scene())


def test_a_logged_out_number_forgets_its_keys(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (desk, play):
            play.now.say(LoggedOut(attempt=play.now.attempt, cause="main_device_gone", code=403))
            await desk.wait_state(LinkState.LOGGED_OUT, code="main_device_gone")
            await play.wait("forgotten", lambda: play.number is None)

    asyncio.run(scene())


def test_a_stopped_slot_ends_its_engine_and_a_plain_start_leaves_it_so(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (desk, play):
            await desk.call(StopSlot(slot_id=SLOT))
            assert play.now.ended.is_set()
            await desk.wait_state(LinkState.PAUSED)
            await desk.begin()
            statuses = await desk.call(ListStatuses())
            assert isinstance(statuses, Statuses)
            assert [status.state for status in statuses.statuses] == [LinkState.PAUSED]
            await desk.begin(link=True)
            await desk.wait_state(LinkState.ONLINE)

    asyncio.run(scene())


def test_a_parent_that_does_not_read_holds_up_nothing_and_is_told_to_read_again(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (desk, play):
            desk.reading.clear()
            await desk.ask_without_waiting(ListStatuses())
            text = "x" * 60_000
            for number in range(100):
                message(play.now, f"M{number}", f"{number} {text}")
            await play.wait("all acknowledged", lambda: len(play.now.acks) == 100, 60)
            desk.reading.set()
            await desk.wait("a resync", lambda: desk.of_kind(Resync))
            message(play.now, "last", "danach")
            await desk.wait_text("danach")
            assert len(desk.of_kind(Resync)) == 1

    asyncio.run(scene())


def test_an_engine_that_is_stopped_in_the_middle_of_everything_delays_the_end_by_its_grace_only(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (desk, play):
            os.kill(play.now.pid, signal.SIGSTOP)
            assert await desk.stop() == 0
            await asyncio.wait_for(play.now.ended.wait(), 5)

    asyncio.run(scene())


def test_a_slot_that_is_removed_while_its_engine_starts_leaves_no_engine(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path, None) as (desk, play):
            play.rules[Hello] = lambda _life, _frame: None
            desk.numbers[SLOT] = OWN
            await desk.begin()
            await play.wait_for(Hello)
            await desk.call(RemoveSlot(slot_id=SLOT))
            await asyncio.wait_for(play.now.ended.wait(), 5)

    asyncio.run(scene())


def test_a_message_that_cannot_be_recorded_is_set_aside_the_second_time_and_what_follows_arrives(
    tmp_path: Path,
) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (desk, play):

            def up(life: EngineLife, frame: Connect) -> None:
                """As the server does it: what was not acknowledged comes again."""
                life.say(Reply(id=frame.id, ok=True))
                life.say(Connected(attempt=frame.attempt))
                message(life, "P1", "gift", time_ms=NO_TIME)
                message(life, "P2", "danach")
                life.say(OfflineDone(attempt=frame.attempt, count=2))

            play.rules[Connect] = up
            play.now.crash()
            await desk.wait_text("danach")
            first, second = play.lives[1:]
            assert first.acks == []
            assert [ack.seq for ack in second.acks] == [1, 2]
            assert [row.text for row in await desk.stored()] == ["danach"]
            await desk.wait_state(LinkState.ONLINE)

    asyncio.run(scene())


NO_TIME = 2**63
"""No database can keep such a time."""
