"""What the phone tells of the time before the link, and that it comes again after an end at any point."""

from collections.abc import Iterator

from tests.engine.conftest import Play, Town
from tests.engine.rig import Rig, number_of
from tests.network import Phone, payloads
from wadesk.wire.engine_frames import (
    FetchHistory,
    HistoryChat,
    HistoryChunk,
    HistoryDone,
    HistoryMessage,
    HistoryNotice,
    Peer,
    PushName,
    Reply,
)


def lived(town: Town, messages: int = 4) -> None:
    """Give the shop a past with Ana, with a group, and unread messages."""
    now = town.network.now()
    group = town.network.groups.create("Obras", town.shop, town.ana)
    town.shop.past.chat(town.ana, name="Ana da loja", unread=2)
    for number in range(messages):
        own = number % 2 == 1
        town.shop.past.add(town.ana, f"há tempo {number}", now - 5000 + number, own=own, state="delivered")
    town.shop.past.add(town.ana, "", now - 100, body=payloads.voice(12))
    town.shop.past.add(group, "No grupo", now - 50, author=town.ana)


def notices(rig: Rig) -> list[HistoryNotice]:
    """The notices of messages, in the order they were made."""
    some = [frame for frame in rig.stored if isinstance(frame, HistoryNotice) and frame.sync_type != "push_name"]
    return sorted(some, key=lambda notice: notice.chunk)


async def fetch(rig: Rig, notice: HistoryNotice) -> tuple[Reply, list[HistoryChunk]]:
    """Ask for a notice's history; the reply and its chunks."""
    mark = len(rig.heard)
    reply = await rig.ask(lambda number: FetchHistory(id=number, message_id=notice.message_id, raw=notice.raw))
    return reply, [frame for frame in rig.heard[mark:] if isinstance(frame, HistoryChunk)]


def told(chunks: list[HistoryChunk]) -> Iterator[tuple[HistoryChat, HistoryMessage]]:
    """Every message with its chat."""
    return ((chat, message) for chunk in chunks for chat in chunk.chats for message in chat.messages)


def ana_of(town: Town) -> Peer:
    """Ana by number and LID."""
    return Peer(number=number_of(town.ana), lid=town.ana.account.lid.user)


def test_the_past_comes_with_names_unread_states_and_ids_as_often_as_it_is_asked_for(play: Play) -> None:
    async def scene(town: Town) -> None:
        lived(town)
        async with town.rig() as rig:
            await rig.link(town.shop)
            await rig.until("the notice", lambda: notices(rig))
            (notice,) = notices(rig)
            assert notice.sync_type == "initial_bootstrap"
            reply, chunks = await fetch(rig, notice)
            assert reply.ok, reply.error
            assert [chunk.last for chunk in chunks] == [True]
            chats = {chat.name: chat for chat in chunks[0].chats}
            assert set(chats) == {"Ana da loja", "Obras"}
            ana = chats["Ana da loja"]
            assert (ana.chat, ana.unread) == (ana_of(town), 2)
            seen = [(message.text, message.kind, message.from_me, message.state) for message in ana.messages]
            assert seen == [
                ("há tempo 0", "text", False, None),
                ("há tempo 1", "text", True, "delivered"),
                ("há tempo 2", "text", False, None),
                ("há tempo 3", "text", True, "delivered"),
                ("", "voice", False, None),
            ]
            assert ana.messages[0].push_name == "Ana"
            assert [message.author for message in chats["Obras"].messages] == [ana_of(town)]
            again = await fetch(rig, notice)
            assert list(told(again[1])) == list(told(chunks))

    play(scene)


def test_a_large_past_goes_through_the_media_host_and_is_deleted_there_once_it_is_stored(play: Play) -> None:
    async def scene(town: Town) -> None:
        lived(town, messages=650)
        town.shop.past.per_notice, town.shop.past.inline_limit = 400, 0
        async with town.rig() as rig:
            await rig.link(town.shop)
            await rig.until("both notices", lambda: len(notices(rig)) == 2)
            first, second = notices(rig)
            assert (first.progress, second.progress, second.sync_type) == (50, 100, "recent")
            texts = set()
            for notice in (first, second):
                reply, chunks = await fetch(rig, notice)
                assert reply.ok, reply.error
                assert all(sum(len(chat.messages) for chat in chunk.chats) <= 200 for chunk in chunks)
                assert [chunk.last for chunk in chunks] == [False] * (len(chunks) - 1) + [True]
                texts |= {message.text for _, message in told(chunks)}
            assert len(texts) == 650 + 2
            assert not town.network.media.deleted
            done = await rig.ask(lambda number: HistoryDone(id=number, message_id=first.message_id))
            assert done.ok, done.error
            path = town.shop.past.blobs[0].partition("?")[0]
            await town.network.changes.wait(lambda: (1, "hist_sync", first.message_id) in town.shop.device_receipts)
            assert town.network.media.deleted == [path]
            reply, _ = await fetch(rig, first)
            assert (reply.ok, reply.error) == (False, "gone")
            town.network.media.failures = 1
            reply, _ = await fetch(rig, second)
            assert (reply.ok, reply.error) == (False, "download")

    play(scene)


def test_an_engine_killed_between_two_chunks_gives_all_of_them_again_with_the_same_ids(play: Play) -> None:
    async def scene(town: Town) -> None:
        lived(town, messages=450)
        town.shop.past.inline_limit = 0
        first = town.rig()
        await first.start()
        await first.link(town.shop)
        await first.until("the notice", lambda: notices(first))
        (notice,) = notices(first)
        first.answers = lambda frame: not isinstance(frame, HistoryChunk) or len(first.all(HistoryChunk)) < 2
        await first.child.write(FetchHistory(id=900, message_id=notice.message_id, raw=notice.raw))
        await first.until("a chunk that waits", lambda: len(first.all(HistoryChunk)) == 3)
        await first.kill()
        async with town.rig(number=number_of(town.shop)) as again:
            await again.ready()
            await again.online()
            assert not notices(again)
            reply, chunks = await fetch(again, notice)
            assert reply.ok, reply.error
            known = {message.server_id for _, message in told(first.all(HistoryChunk))}
            assert known <= {message.server_id for _, message in told(chunks)}
            assert len({message.server_id for _, message in told(chunks)}) == 452

    play(scene)


def test_names_that_people_give_themselves_come_with_their_notice(play: Play) -> None:
    async def scene(town: Town) -> None:
        lived(town)
        async with town.rig() as rig:
            await rig.link(town.shop)
            names = await rig.wait(HistoryNotice, lambda notice: notice.sync_type == "push_name")
            mark = len(rig.heard)
            reply, chunks = await fetch(rig, names)
            assert reply.ok, reply.error
            assert [(chunk.chats, chunk.last) for chunk in chunks] == [([], True)]
            told_names = {frame.who.number: frame.name for frame in rig.heard[mark:] if isinstance(frame, PushName)}
            assert told_names[number_of(town.ana)] == "Ana"

    play(scene)


def test_the_amount_of_history_and_the_devices_name_are_what_the_phone_is_asked(play: Play) -> None:
    async def scene(town: Town) -> None:
        now = town.network.now()
        asked = {}
        for number, amount in enumerate(("none", "recent", "full")):
            phone: Phone = town.network.phone(f"+551197777000{number}", name=amount)
            for days in (0, 30, 200):
                phone.past.add(town.ana, f"{days} dias", now - days * 86_400 - 60)
            async with town.rig(amount, history=amount, device_name=f"WaDesk · {amount}") as rig:
                await rig.link(phone)
                await rig.until("the notice", lambda rig=rig: notices(rig))
                _, chunks = await fetch(rig, notices(rig)[0])
                props = town.network.device(phone.number).props
                assert props.name == f"WaDesk · {amount}"
                asked[amount] = (props.wants_all, sorted(message.text for _, message in told(chunks)))
        assert asked["none"] == (False, ["0 dias"])
        assert asked["recent"] == (False, ["0 dias", "30 dias"])
        assert asked["full"] == (True, ["0 dias", "200 dias", "30 dias"])

    play(scene)
