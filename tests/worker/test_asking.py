"""What a person asks of one number, carried out by a worker: it holds over restarts and touches that number only."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.worker.rig import ACCOUNT, SLOT, Desk
from tests.worker.scripted import EngineLife, Play, scripted_engine
from wadesk.domain.errors import WaDeskError
from wadesk.domain.events import ChatChanged, MessageRemoved, PairingCodeGone, PairingCodeShown, QrGone, QrShown
from wadesk.domain.ids import SlotId, slot_id
from wadesk.domain.linkstate import LinkState, SlotStatus
from wadesk.domain.message import Chat, MessageState
from wadesk.domain.requests import (
    AskPairingCode,
    CancelLink,
    ChatOpened,
    Chats,
    CheckNumber,
    ClearSlot,
    CountSent,
    DiscardMessage,
    GetPicture,
    ListChats,
    LogoutSlot,
    NumberChecked,
    OpenChat,
    PairingCodeMade,
    PauseSlot,
    Picture,
    ReconnectSlot,
    Request,
    SentFrom,
    Wake,
)
from wadesk.wire.engine_frames import (
    Check,
    Checked,
    Connect,
    Connected,
    FetchGroups,
    FetchPicture,
    Forget,
    GroupName,
    LoggedOut,
    Logout,
    PairCode,
    Peer,
    PhoneHeard,
    PictureChanged,
    ProfilePicture,
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


def test_a_number_is_checked_with_the_server_and_its_chat_found_by_what_it_says(tmp_path: Path) -> None:
    real, typed = "+551188880001", ANA

    async def scene() -> None:
        async with working(tmp_path) as (desk, play):

            def check(life: EngineLife, frame: Check) -> None:
                peer = Peer(number=real, lid="111") if frame.numbers == [typed] else None
                life.say(Reply(id=frame.id, ok=True, checked=[Checked(query=frame.numbers[0], peer=peer)]))

            play.rules[Check] = check
            assert await desk.call(CheckNumber(slot_id=SLOT, number=typed)) == NumberChecked(number=real)
            assert await desk.call(CheckNumber(slot_id=SLOT, number="+5511900000000")) == NumberChecked(number=None)
            by_typed, by_real = [await opened(desk, SLOT, number) for number in (typed, real)]
            assert by_typed.chat_id == by_real.chat_id
            await desk.call(PauseSlot(slot_id=SLOT, by="Ana"))
            assert await refused(desk, CheckNumber(slot_id=SLOT, number=typed)) == "not_connected"

    asyncio.run(scene())


async def opened(desk: Desk, slot: SlotId, number: str) -> Chat:
    answer = await desk.call(OpenChat(slot_id=slot, number=number))
    assert isinstance(answer, ChatOpened)
    return answer.chat


def test_what_waits_is_discarded_and_never_leaves(tmp_path: Path) -> None:
    async def scene() -> None:
        async with working(tmp_path) as (desk, play):
            await desk.call(PauseSlot(slot_id=SLOT, by="Ana"))
            first, second = await desk.say(ANA, "no"), await desk.say(ANA, "yes")
            await desk.call(DiscardMessage(slot_id=SLOT, chat_id=first.chat_id, message_id=first.message_id))
            (removed,) = await desk.wait("it is removed", lambda: desk.of_kind(MessageRemoved))
            assert (removed.message_id, removed.chat.queued) == (first.message_id, 1)
            await desk.begin(resume=True)
            await desk.wait_text("yes", MessageState.SENT)
            assert [frame.message_id for frame in play.sent] == [second.server_id]
            counted = await desk.call(CountSent(slot_id=SLOT, chat_id=first.chat_id))
            assert counted == SentFrom(total=1, numbers={OWN: 1})
            body = DiscardMessage(slot_id=SLOT, chat_id=first.chat_id, message_id=second.message_id)
            assert await refused(desk, body) == "not_discardable"

    asyncio.run(scene())


def test_a_chat_is_never_opened_like_one_of_another_account(tmp_path: Path) -> None:
    async def scene() -> None:
        async with working(tmp_path) as (desk, _play):
            foreign = "bcdefghi2345-slot1.aaaaaaaaaaaaaaaa"
            assert await refused(desk, OpenChat(slot_id=SLOT, like=foreign)) == "foreign_slot"

    asyncio.run(scene())


def test_pictures_are_fetched_for_listed_chats_kept_over_restarts_and_again_when_they_change(tmp_path: Path) -> None:
    shown = ProfilePicture(picture="7", jpeg="/9j/2Q==")

    async def scene() -> None:
        async with working(tmp_path) as (desk, play):

            def picture(life: EngineLife, frame: FetchPicture) -> None:
                found = ProfilePicture(picture="7") if frame.known == "7" else shown
                life.say(Reply(id=frame.id, ok=True, picture=found))

            play.rules[FetchPicture] = picture
            message = await desk.say(ANA, "Oi")
            await desk.wait_text("Oi", MessageState.SENT)
            await desk.call(ReconnectSlot(slot_id=SLOT))
            await desk.wait("a picture", lambda: [e for e in desk.of_kind(ChatChanged) if e.chat.picture == "7"])
            asked = GetPicture(slot_id=SLOT, chat_id=message.chat_id)
            assert await desk.call(asked) == Picture(picture="7", jpeg="/9j/2Q==")
            await desk.stop()
            await desk.start()
            await desk.begin()
            await wait_dials(play, 3)
            assert await desk.call(asked) == Picture(picture="7", jpeg="/9j/2Q==")
            play.now.say(PictureChanged(who=Peer(number=ANA)))
            (first, again) = await play.wait_for(FetchPicture, 2)
            assert (first.known, again.known) == (None, "7")
            play.now.say(PictureChanged(who=Peer(number=ANA), removed=True))
            await desk.wait("it is gone", lambda: desk.of_kind(ChatChanged)[-1].chat.picture is None)
            assert await desk.call(asked) == Picture()

    asyncio.run(scene())


def test_groups_have_their_names_at_each_connect(tmp_path: Path) -> None:
    group = "120363000000000001@g.us"
    names = iter(["Obras", "Obras 2"])

    async def scene() -> None:
        async with scripted_engine(tmp_path / "play", OWN) as (engine, play), Desk(tmp_path / "a", engine) as desk:
            play.rules[FetchGroups] = lambda life, frame: life.say(
                Reply(id=frame.id, ok=True, groups=[GroupName(group=group, name=next(names))])
            )
            desk.numbers[SLOT] = OWN
            await desk.begin()
            await desk.wait_state(LinkState.ONLINE)
            await play.wait_for(FetchGroups)
            answer = await desk.call(ListChats(slot_id=None))
            assert isinstance(answer, Chats)
            assert answer.chats == []
            await desk.call(ReconnectSlot(slot_id=SLOT))
            await play.wait_for(FetchGroups, 2)

    asyncio.run(scene())


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
