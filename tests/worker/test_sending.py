"""What leaves, from which number, how often, and what is said when it cannot be known."""

import asyncio
import base64
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tests.worker.rig import SLOT, Desk
from tests.worker.scripted import EngineLife, Play, cut, message, scripted_engine
from wadesk.domain.errors import WaDeskError
from wadesk.domain.events import MessageChanged
from wadesk.domain.linkstate import LinkState
from wadesk.domain.message import Direction, MessageState
from wadesk.domain.requests import MarkRead, SettleMessage, StopSlot
from wadesk.wire.engine_frames import (
    Build,
    Check,
    Checked,
    Connect,
    Connected,
    MessageHeard,
    OfflineDone,
    Peer,
    Reconnect,
    Reply,
    Send,
)
from wadesk.wire.engine_frames import MarkRead as MarkReadCommand

OWN, ANA, BO = "+5511999990011", "+5511988880001", "+5511988880002"


@contextlib.asynccontextmanager
async def online(folder: Path) -> AsyncIterator[tuple[Desk, Play]]:
    """A worker whose slot 1 is online through a scripted engine."""
    async with scripted_engine(folder / "play", OWN) as (engine, play), Desk(folder / "account", engine) as desk:
        desk.numbers[SLOT] = OWN
        await desk.begin()
        await desk.wait_state(LinkState.ONLINE)
        yield desk, play


def outcome(**fields: Any) -> Any:
    """A rule that answers each send so."""
    return lambda life, frame: life.say(Reply(id=frame.id, ok=True, **fields))


def test_a_message_is_stored_built_and_sent_under_the_id_made_before(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (desk, play):
            queued = await desk.say(ANA, "Oi")
            sent = await desk.wait_text("Oi", MessageState.SENT)
            (frame,) = play.sent
            assert frame.message_id == queued.server_id == sent.server_id
            assert frame.sender == sent.sent_from == OWN
            assert base64.b64decode(frame.raw) == b"Oi"
            assert frame.to.lid == ANA[-8:]
            states = [event.message.state for event in desk.of_kind(MessageChanged)]
            assert states == [MessageState.SENDING, MessageState.SENT]

    asyncio.run(scene())


def test_a_number_is_checked_once_and_one_without_whatsapp_is_said(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (desk, play):
            await desk.say(ANA, "eins")
            await desk.say(ANA, "zwei")
            await desk.wait_text("zwei", MessageState.SENT)
            assert len(await play.wait_for(Check)) == 1
            play.rules[Check] = lambda life, frame: life.say(
                Reply(id=frame.id, ok=True, checked=[Checked(query=BO, peer=None)])
            )
            await desk.say(BO, "niemand")
            failed = await desk.wait_text("niemand", MessageState.FAILED)
            assert failed.error == "not_on_whatsapp"
            assert len(play.sent) == 2

    asyncio.run(scene())


def test_what_is_queued_offline_waits_and_leaves_in_order(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (desk, play):
            await desk.say(ANA, "first")
            await desk.wait_text("first", MessageState.SENT)
            play.rules[Connect] = play.rules[Reconnect] = lambda *_: None
            cut(play.now)
            await desk.wait_state(LinkState.RECONNECTING)
            for number in range(5):
                queued = await desk.say(ANA, str(number))
                assert queued.state is MessageState.QUEUED
            assert len(play.sent) == 1
            play.rules.clear()
            play.now.crash()
            await desk.wait_text("4", MessageState.SENT)
            assert [base64.b64decode(frame.raw).decode() for frame in play.sent] == ["first", *"01234"]

    asyncio.run(scene())


def test_nothing_leaves_before_the_backlog_is_in(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (desk, play):

            def up(life: EngineLife, frame: Connect) -> None:
                life.say(Reply(id=frame.id, ok=True))
                life.say(Connected(attempt=frame.attempt))

            await desk.say(ANA, "known")
            await desk.wait_text("known", MessageState.SENT)
            play.rules[Connect] = play.rules[Reconnect] = lambda *_: None
            cut(play.now)
            await desk.wait_state(LinkState.RECONNECTING)
            await desk.say(ANA, "wait")
            play.rules[Connect] = play.rules[Reconnect] = up
            play.now.crash()
            await desk.wait_state(LinkState.ONLINE)
            for number in range(5):
                message(play.now, f"B{number}", f"backlog {number}", BO)
                await desk.wait_text(f"backlog {number}")
            assert len(play.sent) == 1
            play.now.say(OfflineDone(attempt=play.now.attempt, count=5))
            await desk.wait_text("wait", MessageState.SENT)

    asyncio.run(scene())


def test_what_was_being_sent_when_the_worker_died_leaves_again_under_its_id(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (desk, play):
            play.rules[Send] = lambda *_: None
            await desk.say(ANA, "unterwegs")
            await play.wait_for(Send)
            await desk.kill()
            play.rules.clear()
            await desk.start()
            await desk.begin()
            await desk.wait_text("unterwegs", MessageState.SENT)
            first, second = await play.wait_for(Send, 2)
            assert (first.message_id, first.raw) == (second.message_id, second.raw)

    asyncio.run(scene())


def test_an_engine_that_is_ended_on_purpose_during_a_send_did_not_die_of_it(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (desk, play):
            play.rules[Send] = lambda *_: None
            await desk.say(ANA, "hartnäckig")
            for number in range(4):
                await play.wait_for(Send, number + 1)
                await desk.call(StopSlot(slot_id=SLOT))
                if number == 3:
                    play.rules.clear()
                await desk.begin(link=True)
            await desk.wait_text("hartnäckig", MessageState.SENT)
            assert len({frame.message_id for frame in await play.wait_for(Send)}) == 1

    asyncio.run(scene())


def test_an_unknown_outcome_is_sent_again_under_the_same_id_as_it_was_built(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (desk, play):
            play.rules[Send] = outcome(outcome="unknown")
            await desk.say(ANA, "vielleicht")
            await play.wait_for(Send)
            play.rules.clear()
            await desk.wait_text("vielleicht", MessageState.SENT)
            first, *others = await play.wait_for(Send, 2)
            assert {(frame.message_id, frame.raw) for frame in others} == {(first.message_id, first.raw)}
            assert len(await play.wait_for(Build)) == 1

    asyncio.run(scene())


def test_a_refused_message_fails_with_the_reason_and_holds_nobody_up(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (desk, play):
            play.rules[Send] = outcome(outcome="not_sent", retry=False, error="refused")
            await desk.say(ANA, "nein")
            assert (await desk.wait_text("nein", MessageState.FAILED)).error == "refused"
            play.rules.clear()
            await desk.say(ANA, "doch")
            await desk.wait_text("doch", MessageState.SENT)

    asyncio.run(scene())


def test_one_chat_that_backs_off_does_not_hold_up_another(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (desk, play):

            def unreachable(life: EngineLife, frame: Send) -> None:
                if frame.to.number == ANA:
                    life.say(Reply(id=frame.id, ok=True, outcome="not_sent", retry=True, error="query_failed"))
                else:
                    life.say(Reply(id=frame.id, ok=True, outcome="sent", time_ms=5))

            play.rules[Send] = unreachable
            await desk.say(ANA, "später")
            await play.wait_for(Send)
            await desk.say(BO, "gleich")
            await desk.wait_text("gleich", MessageState.SENT)
            assert (await desk.wait_text("später")).state is MessageState.QUEUED

    asyncio.run(scene())


def test_an_engine_that_dies_three_times_during_one_message_leaves_it_to_a_person(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (desk, play):
            play.rules[Send] = lambda life, frame: life.crash() if frame.to.number == ANA else _sent(life, frame)
            await desk.say(ANA, "tödlich")
            await desk.say(BO, "danach")
            uncertain = await desk.wait_text("tödlich", MessageState.UNCERTAIN)
            assert uncertain.error == "engine_died"
            assert len({frame.message_id for frame in await play.wait_for(Send, 3) if frame.to.number == ANA}) == 1
            await desk.wait_text("danach", MessageState.SENT)
            play.rules.clear()
            settle = SettleMessage(
                slot_id=SLOT, chat_id=uncertain.chat_id, message_id=uncertain.message_id, resend=True
            )
            await desk.call(settle)
            resent = await desk.wait_text("tödlich", MessageState.SENT)
            assert resent.server_id == uncertain.server_id

    asyncio.run(scene())


def _sent(life: EngineLife, frame: Send) -> None:
    life.say(Reply(id=frame.id, ok=True, outcome="sent", time_ms=5))


def test_an_engine_of_another_number_sends_nothing(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (desk, play):
            await desk.say(ANA, "hier")
            await desk.wait_text("hier", MessageState.SENT)
            play.number = BO
            play.now.crash()
            status = await desk.wait_state(LinkState.ERROR, code="wrong_engine_number")
            assert status.facts == {"expected": OWN, "got": BO}
            await desk.say(ANA, "dort")
            await desk.ping()
            assert len(play.sent) == 1
            assert len(await play.wait_for(Connect)) == 1

    asyncio.run(scene())


def test_an_engine_that_changes_its_number_behind_our_back_refuses_and_nothing_leaves(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (desk, play):
            play.number = BO
            await desk.say(ANA, "falsch")
            assert (await desk.wait_text("falsch", MessageState.FAILED)).error == "wrong_sender"
            assert play.sent == []

    asyncio.run(scene())


def test_a_key_that_was_used_queues_the_same_message_once(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (desk, play):
            first = await desk.say(ANA, "einmal", key="k")
            again = await desk.say(ANA, "einmal", key="k")
            assert first.message_id == again.message_id
            await desk.wait_text("einmal", MessageState.SENT)
            with pytest.raises(WaDeskError) as refused:
                await desk.say(ANA, "anderes", key="k")
            assert refused.value.reason == "idempotency_reused"
            assert len(play.sent) == 1

    asyncio.run(scene())


def test_read_receipts_leave_for_what_was_read_and_only_once(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (desk, play):
            for number in range(3):
                message(play.now, f"M{number}", f"hallo {number}", ANA)
            last = await desk.wait_text("hallo 2")
            await desk.call(MarkRead(slot_id=SLOT, chat_id=last.chat_id, message_id=last.message_id))
            (receipt,) = await play.wait_for(MarkReadCommand)
            assert sorted(receipt.message_ids) == ["M0", "M1", "M2"]
            await desk.call(MarkRead(slot_id=SLOT, chat_id=last.chat_id, message_id=last.message_id))
            await desk.say(ANA, "danke")
            await desk.wait_text("danke", MessageState.SENT)
            assert len(await play.wait_for(MarkReadCommand)) == 1

    asyncio.run(scene())


def test_an_own_message_typed_on_the_phone_is_recorded_and_never_sent(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (desk, play):
            message(play.now, "M1", "vom Kunden", ANA)
            await desk.wait_text("vom Kunden")
            play.now.say(own("P1", "vom Handy", play.now.seq()))
            typed = await desk.wait_text("vom Handy")
            assert typed.direction is Direction.OUT
            await desk.ping()
            assert play.sent == []

    asyncio.run(scene())


def own(server_id: str, text: str, seq: int) -> MessageHeard:
    return MessageHeard(
        seq=seq, chat=Peer(number=ANA, lid=ANA[-8:]), author=Peer(number=OWN), from_me=True, server_id=server_id,
        time_ms=1_700_000_000_900, kind="text", text=text,
    )  # fmt: skip


def test_a_ready_engine_is_greeted_with_its_bound_number_and_its_own_key(tmp_path: Path) -> None:
    async def scene() -> None:
        async with online(tmp_path) as (_, play):
            hello = play.now.heard[0]
            assert (hello.number, hello.folder.endswith(SLOT)) == (OWN, True)

    asyncio.run(scene())
