"""What a person asks of one number, carried out by a worker: it holds over restarts and touches that number only."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.worker.rig import ACCOUNT, SLOT, Desk
from tests.worker.scripted import EngineLife, Play, scripted_engine
from wadesk.domain.errors import WaDeskError
from wadesk.domain.events import PairingCodeGone, PairingCodeShown, QrGone, QrShown
from wadesk.domain.ids import slot_id
from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.domain.message import MessageState
from wadesk.domain.requests import (
    AskPairingCode,
    CancelLink,
    ClearSlot,
    LogoutSlot,
    PairingCodeMade,
    PauseSlot,
    ReconnectSlot,
    Request,
    Wake,
)
from wadesk.wire.engine_frames import (
    Connect,
    Connected,
    Forget,
    LoggedOut,
    Logout,
    PairCode,
    PhoneHeard,
    QrCode,
    Reconnect,
    Reply,
)

OWN, ANA = "+5511999990011", "+5511988880001"
OTHER = slot_id(ACCOUNT, 2)


@contextlib.asynccontextmanager
async def working(folder: Path, number: str | None = OWN) -> AsyncIterator[tuple[Desk, Play]]:
    """A worker whose slot is online, or (without a number) shows a code."""
    async with scripted_engine(folder / "play", number) as (engine, play), Desk(folder / "account", engine) as desk:
        if number is not None:
            desk.numbers[SLOT] = number
            await desk.begin()
            await desk.wait_state(LinkState.ONLINE)
        else:
            await desk.begin(link=True)
            await desk.wait_qr()
        yield desk, play


async def refused(desk: Desk, body: Request) -> str:
    with pytest.raises(WaDeskError) as caught:
        await desk.call(body)
    return caught.value.reason


async def wait_dials(play: Play, count: int) -> None:
    def dialled() -> bool:
        return sum(isinstance(frame, Connect | Reconnect) for life in play.lives for frame in life.heard) >= count

    await play.wait(f"{count} dials", dialled)


def test_a_paused_number_stays_so_over_restarts_and_what_is_queued_leaves_when_it_is_resumed(tmp_path: Path) -> None:
    async def scene() -> None:
        async with working(tmp_path) as (desk, play):
            for _ in range(2):
                await desk.call(PauseSlot(slot_id=SLOT, by="Ana"))
            assert (await desk.wait_state(LinkState.PAUSED)).facts == {"by": "Ana"}
            await play.now.ended.wait()
            waiting = await desk.say(ANA, "later")
            await desk.stop()
            await desk.start()
            await desk.begin()
            await desk.ping()
            assert (desk.statuses[SLOT].state, desk.statuses[SLOT].facts) == (LinkState.PAUSED, {"by": "Ana"})
            assert len(play.lives) == 1
            assert [row.state for row in await desk.stored()] == [MessageState.QUEUED]
            for _ in range(2):
                await desk.begin(resume=True)
            await desk.wait_text("later", MessageState.SENT)
            assert [frame.message_id for frame in play.sent] == [waiting.server_id]
            assert len(play.lives) == 2

    asyncio.run(scene())


def test_reconnecting_makes_the_link_anew_over_the_same_engine(tmp_path: Path) -> None:
    async def scene() -> None:
        async with working(tmp_path) as (desk, play):
            await desk.call(ReconnectSlot(slot_id=SLOT))
            await play.wait_for(Reconnect)
            await desk.wait("online again", lambda: online_times(desk) == 2)
            assert len(play.lives) == 1

    asyncio.run(scene())


def online_times(desk: Desk) -> int:
    seen: list[LinkState] = []
    for event in desk.events:
        status: SlotStatus | None = getattr(event, "status", None)
        if status is not None and (not seen or seen[-1] is not status.state):
            seen.append(status.state)
    return seen.count(LinkState.ONLINE)


@pytest.mark.parametrize("told_first", [False, True])
def test_logging_out_tells_the_phone_and_keeps_number_and_history(tmp_path: Path, told_first: bool) -> None:
    async def scene() -> None:
        async with working(tmp_path) as (desk, play):
            sent = await desk.say(ANA, "stays")
            await desk.wait_text("stays", MessageState.SENT)

            def logout(life: EngineLife, frame: Logout) -> None:
                if told_first:
                    life.say(LoggedOut(attempt=life.attempt, cause="device_removed", code=401))
                life.say(Reply(id=frame.id, ok=True))

            play.rules[Logout] = logout
            for _ in range(2):
                await desk.call(LogoutSlot(slot_id=SLOT))
            status = await desk.wait_state(LinkState.LOGGED_OUT)
            assert (status.code, status.number) == ("by_person", OWN)
            assert len(await play.wait_for(Logout)) == 1
            assert [row.message_id for row in await desk.stored()] == [sent.message_id]
            await play.now.ended.wait()

    asyncio.run(scene())


def test_logging_out_needs_a_link_that_stands(tmp_path: Path) -> None:
    async def scene() -> None:
        async with working(tmp_path) as (desk, play):
            play.rules[Logout] = lambda life, frame: life.say(Reply(id=frame.id, ok=False, error="not_connected"))
            assert await refused(desk, LogoutSlot(slot_id=SLOT)) == "not_connected"
            assert desk.statuses[SLOT].state is LinkState.ONLINE
            await desk.call(PauseSlot(slot_id=SLOT, by="Ana"))
            assert await refused(desk, LogoutSlot(slot_id=SLOT)) == "not_connected"
            assert await refused(desk, LogoutSlot(slot_id=OTHER)) == "not_connected"
            await desk.wait_state(LinkState.PAUSED)

    asyncio.run(scene())


def test_clearing_erases_the_keys_and_nothing_else(tmp_path: Path) -> None:
    async def scene() -> None:
        async with working(tmp_path) as (desk, play):
            folder = tmp_path / "account" / SLOT
            for name in ("engine.db", "engine.db-wal", "engine.db-shm"):
                (folder / name).write_bytes(b"keys")
            await desk.say(ANA, "stays")
            await desk.wait_text("stays", MessageState.SENT)
            for _ in range(2):
                await desk.call(ClearSlot(slot_id=SLOT))
            assert [path.name for path in folder.iterdir()] == ["lock"]
            assert (await desk.wait_state(LinkState.UNLINKED)).number == OWN
            assert [row.text for row in await desk.stored()] == ["stays"]
            await play.now.ended.wait()
            assert not [frame for frame in play.now.heard if isinstance(frame, Logout | Forget)]
            play.number = None
            await desk.begin(link=True)
            await desk.wait_qr()
            assert desk.numbers[SLOT] == OWN

    asyncio.run(scene())


def test_a_pairing_code_is_shown_for_its_life_and_asked_for_once(tmp_path: Path) -> None:
    async def scene() -> None:
        async with working(tmp_path, None) as (desk, play):
            made = await desk.call(AskPairingCode(slot_id=SLOT, number=OWN))
            assert isinstance(made, PairingCodeMade)
            code = made.code
            assert (code.code, code.number, code.expires_ms - code.shown_ms) == ("ABCD-EFGH", OWN, 180_000)
            assert await desk.call(AskPairingCode(slot_id=SLOT, number=OWN)) == made
            await desk.wait("the code", lambda: desk.of_kind(PairingCodeShown))
            assert [event.code for event in desk.of_kind(PairingCodeShown)] == [code]
            assert len(await play.wait_for(PairCode)) == 1
            await desk.call(AskPairingCode(slot_id=SLOT, number=ANA))
            await desk.wait("another code", lambda: len(desk.of_kind(PairingCodeShown)) == 2)
            await desk.call(CancelLink(slot_id=SLOT))
            await desk.wait("the code is gone", lambda: desk.of_kind(PairingCodeGone))
            await desk.wait_state(LinkState.UNLINKED, code="link_cancelled")

    asyncio.run(scene())


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        ("too_many", "too_many_codes"),
        ("not_a_number", "bad_number"),
        ("unknown_number", "not_on_whatsapp"),
        ("device_limit", "device_limit"),
        ("pair_code_failed", "no_pairing_code"),
    ],
)
def test_a_pairing_code_that_is_refused_leaves_the_qr_code(tmp_path: Path, error: str, reason: str) -> None:
    async def scene() -> None:
        async with working(tmp_path, None) as (desk, play):
            play.rules[PairCode] = lambda life, frame: life.say(Reply(id=frame.id, ok=False, error=error))
            assert await refused(desk, AskPairingCode(slot_id=SLOT, number=OWN)) == reason
            assert desk.of_kind(PairingCodeShown) == []
            assert desk.statuses[SLOT].qr_available

    asyncio.run(scene())


def test_a_pairing_code_needs_a_slot_that_is_linking(tmp_path: Path) -> None:
    async def scene() -> None:
        async with working(tmp_path) as (desk, _play):
            assert await refused(desk, AskPairingCode(slot_id=SLOT, number=OWN)) == "not_linking"
            assert await refused(desk, AskPairingCode(slot_id=OTHER, number=OWN)) == "not_linking"
            assert await refused(desk, AskPairingCode(slot_id=SLOT, number="one")) == "bad_number"

    asyncio.run(scene())


def test_after_sleep_codes_begin_anew_and_links_are_made_anew(tmp_path: Path) -> None:
    async def scene(number: str | None) -> None:
        async with working(tmp_path / str(number), number) as (desk, play):
            await desk.call(Wake())
            await wait_dials(play, 2)
            if number is None:
                await desk.wait("a fresh code", lambda: len(desk.of_kind(QrShown)) == 2)
                assert len(desk.of_kind(QrGone)) == 1
            else:
                await desk.wait("online again", lambda: online_times(desk) == 2)

    asyncio.run(scene(None))
    asyncio.run(scene(OWN))


def test_the_phones_last_sign_of_life_outlives_worker_and_parent(tmp_path: Path) -> None:
    async def scene() -> None:
        async with working(tmp_path) as (desk, play):
            began = desk.statuses[SLOT].phone_seen_ms
            assert began is not None
            later = began + 3_600_000
            play.now.say(PhoneHeard(time_ms=later))
            await desk.wait("the phone was heard", lambda: desk.statuses[SLOT].phone_seen_ms == later)
            # What is asked of the store now is answered behind it.
            await desk.stored()
            await desk.stop()
            # A parent that lost what it knew: the account's own database tells.
            desk.statuses.clear()
            await desk.start()
            await desk.begin()
            assert (await desk.wait_state(LinkState.ONLINE)).phone_seen_ms == later

    asyncio.run(scene())


def test_each_request_touches_its_own_slot_only(tmp_path: Path) -> None:
    async def scene() -> None:
        async with working(tmp_path) as (desk, play):
            desk.numbers[OTHER] = OWN
            await desk.begin(OTHER)
            await desk.wait_state(LinkState.ONLINE, OTHER)
            counter = desk.statuses[SLOT].counter
            for body in (
                ReconnectSlot(slot_id=OTHER), PauseSlot(slot_id=OTHER, by="Ana"), ClearSlot(slot_id=OTHER),
            ):  # fmt: skip
                await desk.call(body)
            await desk.wait_state(LinkState.UNLINKED, OTHER)
            assert (desk.statuses[SLOT].counter, desk.statuses[SLOT].state) == (counter, LinkState.ONLINE)
            assert not play.lives[0].ended.is_set()

    asyncio.run(scene())


def test_a_code_of_the_engine_that_came_after_a_reconnect_is_not_mixed_up(tmp_path: Path) -> None:
    async def scene() -> None:
        async with working(tmp_path, None) as (desk, play):
            await desk.call(Wake())
            await wait_dials(play, 2)
            play.now.say(QrCode(attempt=1, code="2@stale", number=2, of=6, life_ms=20_000))
            play.now.say(Connected(attempt=1))
            await desk.wait("a fresh code", lambda: len(desk.of_kind(QrShown)) == 2)
            await desk.ping()
            assert all(event.qr.payload != "2@stale" for event in desk.of_kind(QrShown))

    asyncio.run(scene())
