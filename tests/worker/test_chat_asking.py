"""What a person asks about chats of one number: who is there, what left, what they look like, what to take back."""

import asyncio
from pathlib import Path

from tests.worker.rig import SLOT, Desk
from tests.worker.scripted import EngineLife, scripted_engine
from tests.worker.test_asking import ANA, OWN, refused, wait_dials, working
from wadesk.domain.events import ChatChanged, MessageRemoved
from wadesk.domain.ids import SlotId
from wadesk.domain.linkstate import LinkState
from wadesk.domain.message import Chat, MessageState
from wadesk.domain.requests import (
    ChatOpened,
    Chats,
    CheckNumber,
    CountSent,
    DiscardMessage,
    GetPicture,
    ListChats,
    NumberChecked,
    OpenChat,
    PauseSlot,
    Picture,
    ReconnectSlot,
    SentFrom,
)
from wadesk.wire.engine_frames import (
    Check,
    Checked,
    FetchGroups,
    FetchPicture,
    GroupName,
    Peer,
    PictureChanged,
    ProfilePicture,
    Reply,
)


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
