"""Link states brought about by their faults on the offline network, and what a person asks of a real engine."""

import asyncio
import base64
import contextlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from tests.network import Control, Network, Phone, ScanRefused
from tests.worker.rig import ACCOUNT, SLOT, Desk
from tests.worker.test_life import kill_engine
from wadesk.domain.events import (
    ChatChanged,
    HistoryProgress,
    MessageStored,
    PairingCodeGone,
    PairingCodeShown,
    StatusChanged,
)
from wadesk.domain.ids import slot_id
from wadesk.domain.linkstate import LinkState
from wadesk.domain.message import MessageState
from wadesk.domain.requests import (
    AskPairingCode,
    Chats,
    CheckNumber,
    ClearSlot,
    GetPicture,
    HistoryAmount,
    ListChats,
    LogoutSlot,
    NumberChecked,
    PairingCodeMade,
    PauseSlot,
    Picture,
    ReconnectSlot,
    Wake,
)

SHOP, ANA, BO = "+5511999990011", "+5511988880001", "+5511988880002"
SMALL_JPEG = base64.b64decode("/9j/4AAQSkZJRgABAQAAAQABAAD/2Q==")


class Street:
    """A network, a worker, the shop's phone and a customer's."""

    def __init__(self, network: Network, desk: Desk) -> None:
        self.network, self.desk = network, desk
        self.shop: Phone = network.phone(SHOP, name="Loja")
        self.ana: Phone = network.phone(ANA, name="Ana")


@contextlib.asynccontextmanager
async def street(folder: Path, engine: Path) -> AsyncIterator[Street]:
    async with Network() as network, Desk(folder, engine, network.url) as desk:
        yield Street(network, desk)


def test_history_comes_with_the_link_with_names_unread_and_progress(offline_engine: Path, tmp_path: Path) -> None:
    async def scene() -> None:
        async with street(tmp_path, offline_engine) as town:
            now, past = town.network.now(), town.shop.past
            past.chat(town.ana, name="Ana da loja", unread=2)
            past.per_notice, past.inline_limit = 150, 0
            for number in range(400):
                past.add(town.ana, f"past {number}", now - 5000 + number, own=number % 2 == 1, state="read")
            await town.desk.link(town.shop)
            await town.desk.wait("its end", lambda: any(e.done for e in town.desk.of_kind(HistoryProgress)), 60)
            rows = await town.desk.stored()
            assert [row.text for row in rows] == [f"past {number}" for number in range(400)]
            answer = await town.desk.call(ListChats(slot_id=SLOT))
            assert isinstance(answer, Chats)
            (chat,) = answer.chats
            assert (chat.name, chat.number, chat.unread, chat.last_text) == ("Ana da loja", ANA, 2, "past 399")
            assert town.desk.of_kind(MessageStored) == []
            assert town.desk.of_kind(HistoryProgress)[-1].messages == 400
            await town.ana.say(SHOP, "now")
            assert (await town.desk.wait_text("now")).chat_id == chat.chat_id

    asyncio.run(scene())


def test_engine_and_worker_die_in_the_middle_of_history_and_all_of_it_is_there_once(
    offline_engine: Path, tmp_path: Path
) -> None:
    async def scene() -> None:
        async with street(tmp_path, offline_engine) as town:
            now, past, desk = town.network.now(), town.shop.past, town.desk
            past.per_notice, past.inline_limit = 1000, 0
            for number in range(3000):
                past.add(town.ana, f"past {number}", now - 5000 + number)
            await desk.link(town.shop)
            for seen in (400, 1400):
                await desk.wait(f"{seen} messages", lambda seen=seen: progress(desk) >= seen)
                kill_engine(desk)
                await desk.wait(f"{seen} and more", lambda seen=seen: progress(desk) > seen + 200)
                await town.ana.say(SHOP, f"now {seen}")
            await desk.kill()
            await desk.start()
            await desk.begin()
            await desk.wait("its end", lambda: any(e.done for e in desk.of_kind(HistoryProgress)), 60)
            await desk.wait_stored({"now 400", "now 1400"})
            texts = [row.text for row in await desk.stored()]
            assert sorted(text for text in texts if text.startswith("past")) == sorted(
                f"past {number}" for number in range(3000)
            )
            assert len(texts) == 3002

    asyncio.run(scene())


def progress(desk: Desk) -> int:
    return max((event.messages for event in desk.of_kind(HistoryProgress)), default=0)


def test_no_history_is_imported_where_none_was_wanted(offline_engine: Path, tmp_path: Path) -> None:
    async def scene() -> None:
        async with street(tmp_path, offline_engine) as town:
            town.shop.past.add(town.ana, "past", town.network.now() - 100)
            await town.desk.begin(link=True, history=HistoryAmount.NONE)
            await town.shop.scan((await town.desk.wait_qr()).payload)
            await town.desk.wait_state(LinkState.ONLINE)
            await town.network.changes.wait(lambda: any("hist_sync" in got for got in town.shop.device_receipts))
            assert await town.desk.stored() == []

    asyncio.run(scene())


def test_a_pairing_code_typed_on_the_phone_links_the_slot(offline_engine: Path, tmp_path: Path) -> None:
    async def scene() -> None:
        async with street(tmp_path, offline_engine) as town:
            await town.desk.begin(link=True)
            await town.desk.wait_qr()
            made = await town.desk.call(AskPairingCode(slot_id=SLOT, number=SHOP))
            assert isinstance(made, PairingCodeMade)
            await town.desk.wait("the code", lambda: town.desk.of_kind(PairingCodeShown))
            await town.shop.type_code(made.code.code)
            await town.desk.wait_state(LinkState.ONLINE)
            assert len(town.desk.of_kind(PairingCodeGone)) == 1
            assert town.desk.numbers[SLOT] == SHOP

    asyncio.run(scene())


def test_a_number_logs_out_on_wish_and_links_again_with_its_history(offline_engine: Path, tmp_path: Path) -> None:
    async def scene() -> None:
        async with street(tmp_path, offline_engine) as town:
            await town.desk.link(town.shop)
            await town.ana.say(SHOP, "before")
            before = await town.desk.wait_text("before")
            await town.desk.call(LogoutSlot(slot_id=SLOT))
            await town.desk.wait_state(LinkState.LOGGED_OUT, code="by_person")
            await town.network.changes.wait(lambda: town.shop.linked == [])
            await town.desk.link(town.shop)
            await town.ana.say(SHOP, "after")
            assert (await town.desk.wait_text("after")).chat_id == before.chat_id

    asyncio.run(scene())


def test_a_number_that_was_cleared_links_again_in_place(offline_engine: Path, tmp_path: Path) -> None:
    async def scene() -> None:
        async with street(tmp_path, offline_engine) as town:
            await town.desk.link(town.shop)
            await town.ana.say(SHOP, "before")
            await town.desk.wait_text("before")
            await town.desk.call(ClearSlot(slot_id=SLOT))
            await town.desk.wait_state(LinkState.UNLINKED)
            assert town.shop.linked != []
            await town.desk.link(town.shop)
            await town.desk.say(ANA, "after")
            await town.ana.wait_for_text("after")
            assert [row.text for row in await town.desk.stored()] == ["before", "after"]

    asyncio.run(scene())


def test_what_arrives_while_a_number_is_paused_waits_at_whatsapp(offline_engine: Path, tmp_path: Path) -> None:
    async def scene() -> None:
        async with street(tmp_path, offline_engine) as town:
            await town.desk.link(town.shop)
            await town.desk.call(PauseSlot(slot_id=SLOT, by="Ana"))
            await town.desk.wait_state(LinkState.PAUSED)
            await town.ana.say(SHOP, "while paused")
            await town.desk.say(ANA, "queued")
            await town.desk.begin(resume=True)
            await town.desk.wait_text("while paused")
            await town.ana.wait_for_text("queued")
            for wish in (ReconnectSlot(slot_id=SLOT), Wake()):
                await town.desk.call(wish)
                await town.desk.say(ANA, f"after {type(wish).__name__}")
                await town.ana.wait_for_text(f"after {type(wish).__name__}")

    asyncio.run(scene())


def test_without_a_network_that_is_said_and_both_code_and_link_come_back_by_themselves(
    offline_engine: Path, tmp_path: Path
) -> None:
    async def scene() -> None:
        async with street(tmp_path, offline_engine) as town:
            town.network.control.unplug()
            await town.desk.begin(link=True)
            await town.desk.wait_state(LinkState.LINKING, code="no_internet")
            await town.network.control.plug_in()
            await town.shop.scan((await town.desk.wait_qr()).payload)
            await town.desk.wait_state(LinkState.ONLINE)
            town.network.control.unplug()
            await town.desk.wait_state(LinkState.RECONNECTING, code="no_internet")
            await town.network.control.plug_in()
            await town.desk.call(ReconnectSlot(slot_id=SLOT))
            await town.desk.wait_state(LinkState.ONLINE)

    asyncio.run(scene())


@pytest.mark.parametrize(
    ("hand", "state", "code"),
    [
        (Control.ban, LinkState.BANNED, None),
        (Control.restrict, LinkState.RESTRICTED, "101"),
        (Control.outdate, LinkState.OUTDATED, None),
        (Control.lock, LinkState.LOGGED_OUT, "account_locked"),
        (Control.lose_phone, LinkState.LOGGED_OUT, "main_device_gone"),
        (Control.log_out, LinkState.LOGGED_OUT, "device_removed"),
        (Control.replace, LinkState.REPLACED, None),
    ],
)
def test_each_end_of_a_link_has_its_state(
    offline_engine: Path, tmp_path: Path, hand: Callable[[Control, str], None], state: LinkState, code: str | None
) -> None:
    async def scene() -> None:
        async with street(tmp_path, offline_engine) as town:
            await town.desk.link(town.shop)
            hand(town.network.control, town.shop.number)
            status = await town.desk.wait_state(state)
            assert status.code == code
            assert (status.until_ms is not None) == (state is LinkState.RESTRICTED)

    asyncio.run(scene())


def test_a_phone_with_as_many_devices_as_it_may_have_is_refused_by_that_name(
    offline_engine: Path, tmp_path: Path
) -> None:
    async def scene() -> None:
        async with street(tmp_path, offline_engine) as town:
            await town.desk.link(town.shop, slot_id(ACCOUNT, 2))
            town.network.control.limit_devices(SHOP, 1)
            await town.desk.begin(link=True)
            with pytest.raises(ScanRefused):
                await town.shop.scan((await town.desk.wait_qr()).payload)
            await town.desk.wait_state(LinkState.UNLINKED, code="device_limit")

    asyncio.run(scene())


def test_an_old_phone_and_a_passkey_are_said_by_name(offline_engine: Path, tmp_path: Path) -> None:
    async def scene() -> None:
        async with street(tmp_path, offline_engine) as town:
            await town.desk.begin(link=True)
            town.network.control.scan_with_old_phone((await town.desk.wait_qr()).payload)
            status = await town.desk.wait_state(LinkState.LINKING, code="old_phone")
            assert status.qr_available
            town.network.control.demand_passkey(SHOP)
            with contextlib.suppress(ScanRefused):
                await town.shop.scan((await town.desk.wait_qr()).payload)
            await town.desk.wait_state(LinkState.PASSKEY_REQUIRED, code="passkey")

    asyncio.run(scene())


def test_a_phone_that_was_silent_for_long_is_warned_about_until_it_is_heard(
    offline_engine: Path, tmp_path: Path
) -> None:
    async def scene() -> None:
        async with street(tmp_path, offline_engine) as town:
            town.network.control.silence_phone(SHOP, 11)
            await town.desk.begin(link=True)
            await town.shop.scan((await town.desk.wait_qr()).payload)
            status = await town.desk.wait_state(LinkState.PHONE_OFFLINE)
            assert status.phone_seen_ms is not None
            await town.desk.say(ANA, "works all the same")
            await town.ana.wait_for_text("works all the same")
            await town.desk.kill()
            await town.desk.start()
            await town.desk.begin()
            await town.desk.wait("told at start too", lambda: told_offline(town.desk) > 1)
            town.network.control.silence_phone(SHOP, 0)
            await town.shop.say(ANA, "from the phone")
            await town.desk.wait_state(LinkState.ONLINE)

    asyncio.run(scene())


def told_offline(desk: Desk) -> int:
    """How many workers told of the silent phone."""
    statuses = [event.status for event in desk.of_kind(StatusChanged)]
    return len({status.epoch for status in statuses if status.state is LinkState.PHONE_OFFLINE})


def test_pictures_groups_and_checked_numbers_come_from_the_server(offline_engine: Path, tmp_path: Path) -> None:
    async def scene() -> None:
        async with street(tmp_path, offline_engine) as town:
            town.ana.set_picture(SMALL_JPEG)
            group = town.network.groups.create("Obras", town.shop, town.ana)
            town.network.alias("+5511988880009", ANA)
            await town.desk.link(town.shop)
            await town.ana.say(SHOP, "Oi")
            message = await town.desk.wait_text("Oi")
            await town.ana.say_in(group, "no grupo")
            in_group = await town.desk.wait_text("no grupo")
            await town.desk.call(ReconnectSlot(slot_id=SLOT))
            changed = await town.desk.wait(
                "her picture", lambda: [e.chat for e in town.desk.of_kind(ChatChanged) if e.chat.picture]
            )
            assert changed[-1].chat_id == message.chat_id
            picture = await town.desk.call(GetPicture(slot_id=SLOT, chat_id=message.chat_id))
            assert isinstance(picture, Picture)
            assert picture.jpeg == base64.b64encode(SMALL_JPEG).decode()
            answer = await town.desk.call(ListChats(slot_id=SLOT))
            assert isinstance(answer, Chats)
            assert {chat.chat_id: chat.name for chat in answer.chats}[in_group.chat_id] == "Obras"
            checked = await town.desk.call(CheckNumber(slot_id=SLOT, number="+5511988880009"))
            assert checked == NumberChecked(number=ANA)
            assert await town.desk.call(CheckNumber(slot_id=SLOT, number=BO)) == NumberChecked(number=None)
            queued = await town.desk.say("+5511988880009", "ninth digit")
            assert queued.chat_id == message.chat_id
            await town.desk.wait_text("ninth digit", MessageState.DELIVERED)

    asyncio.run(scene())
