"""The quick switcher: what it finds, where it leads, and that it keeps nothing."""

import asyncio
import time
from collections.abc import Coroutine
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from tests.ui.conftest import Run, soon
from tests.ui.desktop import Desktop, desktop
from tests.ui.fakes import FakeSupervisor
from tests.ui.scene import set_scene
from wadesk.domain.errors import Unavailable
from wadesk.domain.ids import AccountId, SlotId, account_of
from wadesk.domain.message import Chat, Direction, Kind
from wadesk.ui.models.commands import Commands
from wadesk.ui.models.desk import Desk
from wadesk.ui.models.switcher import FoundRow, Part, Switcher
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.board_page import BoardPage
from wadesk.ui.widgets.daily_view import DailyView
from wadesk.ui.widgets.link_page import LinkPage
from wadesk.ui.widgets.switcher import SwitcherView


@pytest.fixture
def patch(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    return monkeypatch


def add_chat(fake: FakeSupervisor, slot: SlotId, number: str, name: str, text: str, time_ms: int) -> Chat:
    chat = fake.put_chat(slot, number, name)
    chat = replace(chat, last_text=text, last_kind=Kind.TEXT, last_direction=Direction.IN, time_ms=time_ms)
    fake._chats[chat.chat_id] = chat
    return chat


async def opened(fake: FakeSupervisor, seen: Desktop) -> SwitcherView:
    """The switcher, opened by its key, with every account's chats in it."""
    view = seen.find(SwitcherView)
    assert isinstance(view, SwitcherView)
    seen.window.activateWindow()
    await soon("the window is active", seen.window.isActiveWindow)
    QTest.keyClick(seen.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert view.isVisible()
    await soon("every account's chats", lambda: len(view._switcher._chats) == len(fake._accounts))
    return view


def found(view: SwitcherView) -> list[FoundRow]:
    return view._switcher.rows.found


def titles(view: SwitcherView, part: Part) -> list[str]:
    return [row.title.words for row in found(view) if row.part is part]


def test_numbers_chats_and_commands_are_found_and_every_one_names_its_account(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        now = fake.now()
        add_chat(fake, slots["PS2"], "+5511999990097", "Rafael Nunes", "você tem a receita da cesta?", now)
        add_chat(fake, slots["EP1"], "+5511999990098", "Vera Recaldes", "oi", now - 1)
        async with desktop(theme, fake, patch) as seen:
            view = await opened(fake, seen)
            view.field.setText("reçe")
            assert titles(view, Part.NUMBER) == ["Recepção", "Recepção"]
            assert titles(view, Part.CHAT) == ["Rafael Nunes"]
            view.field.setText("rec")
            assert titles(view, Part.CHAT) == ["Vera Recaldes", "Rafael Nunes"]
            details = [row.detail.words for row in found(view)]
            assert details[:2] == ["2 · Clínica Vila Serena", "1 · Academia Corpo & Cia"]
            assert details[2] == "Escola Passo a Passo"
            assert details[3].startswith("Padaria Sol Nascente · “")
            view.field.setText("board")
            assert titles(view, Part.ACTION) == ["Number board"]
            view.field.setText("99999-008")
            assert [row.tail.words for row in found(view) if row.tail] == ["+55 11 99999-0081"]
            view.field.setText("padaria enco")
            assert titles(view, Part.NUMBER) == ["Encomendas"]

    run(work())


def test_a_chosen_chat_of_another_account_comes_to_the_screen_with_that_account(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        vera = add_chat(fake, slots["EP1"], "+5511999990098", "Vera Recaldes", "oi", fake.now())
        async with desktop(theme, fake, patch) as seen:
            seen.work.screens.show_account(account_of(slots["PS1"]))
            view = await opened(fake, seen)
            view.field.setText("recaldes")
            QTest.keyClick(view.field, Qt.Key.Key_Return)
            assert not view.isVisible()
            inbox = seen.work.inbox
            await soon("the chat", lambda: inbox.open_chat is not None and inbox.open_chat.chat_id == vera.chat_id)
            assert inbox.account is not None
            assert inbox.account.name == "Escola Passo a Passo"
            assert isinstance(seen.page, DailyView)
            assert "Vera Recaldes · 1 Secretaria · Escola Passo a Passo" in seen.window.windowTitle()
            await soon("one can write", seen.page.pane.composer.input.hasFocus)

    run(work())


def test_a_chat_of_a_number_that_is_filtered_out_is_shown_all_the_same(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        rafael = add_chat(fake, slots["PS2"], "+5511999990097", "Rafael Nunes", "oi", fake.now())
        async with desktop(theme, fake, patch) as seen:
            inbox = seen.work.inbox
            seen.work.screens.show_account(account_of(slots["PS1"]), slots["PS1"])
            await soon("the list", lambda: inbox.chats.chat(rafael.chat_id))
            seen.work.jump.open_chat(rafael.chat_id)
            assert inbox.open_chat is not None
            assert inbox.open_chat.chat_id == rafael.chat_id
            assert inbox.wanted is None

    run(work())


def test_tab_limits_to_numbers_arrows_move_and_a_number_that_waits_leads_to_its_next_step(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        async with desktop(theme, fake, patch) as seen:
            view = await opened(fake, seen)
            QTest.keyClick(view.field, Qt.Key.Key_Tab)
            assert {row.part for row in found(view)} == {Part.NUMBER}
            assert len(found(view)) == len(slots)
            assert view.field.hasFocus()
            QTest.keyClick(view.field, Qt.Key.Key_Up)
            assert view.list.currentIndex().row() == view._switcher.rows.rowCount() - 1
            QTest.keyClick(view.field, Qt.Key.Key_Down)
            assert view.list.currentIndex().row() == 1
            QTest.keyClick(view.field, Qt.Key.Key_Tab)
            assert Part.ACTION in {row.part for row in found(view)}
            view.field.setText("0022")
            QTest.keyClick(view.field, Qt.Key.Key_Return)
            assert isinstance(seen.page, LinkPage)
            assert seen.page.slot_id == slots["CV2"]

    run(work())


def test_esc_leads_back_to_where_one_was_and_a_command_is_carried_out(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        async with desktop(theme, fake, patch) as seen:
            seen.work.screens.show_account(account_of(slots["PS1"]))
            seen.parts.rail.focus_list()
            before = seen.window.focusWidget()
            view = await opened(fake, seen)
            QTest.keyClick(view.field, Qt.Key.Key_Escape)
            assert not view.isVisible()
            assert seen.window.focusWidget() is before
            assert view._switcher.rows.rowCount() == 0
            view = await opened(fake, seen)
            view.field.setText("board")
            QTest.keyClick(view.field, Qt.Key.Key_Return)
            assert isinstance(seen.page, BoardPage)
            view = await opened(fake, seen)
            QTest.keyClick(view.field, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
            assert not view.isVisible()
            assert isinstance(seen.page, DailyView)

    run(work())


class Lists:
    """Answers with chats, or is away; notes who was asked for, and how many at once."""

    def __init__(self, chats: dict[AccountId, list[Chat]]) -> None:
        self.chats, self.asked, self.now, self.most = chats, list[AccountId](), 0, 0
        self.away: set[AccountId] = set()

    async def list_chats(self, account_id: AccountId) -> list[Chat]:
        self.asked.append(account_id)
        self.now += 1
        self.most = max(self.most, self.now)
        await asyncio.sleep(0)
        self.now -= 1
        if account_id in self.away:
            raise Unavailable("away", "Its worker is away.")
        return self.chats.get(account_id, [])


class Tasks:
    """Runs what is started when it is told to."""

    def __init__(self) -> None:
        self.started: list[Coroutine[Any, Any, Any]] = []

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> object:
        self.started.append(work)
        return work


def test_each_account_is_asked_once_the_one_on_the_screen_first_and_one_that_is_away_stops_nobody(
    run: Run, fake: FakeSupervisor
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        desk, parent, tasks = Desk(), QObject(), Tasks()
        desk.load(fake._accounts.values(), [fake._session(one) for one in fake._slots.values()])
        accounts = [account.account_id for account in desk.accounts()]
        lists = Lists({account_of(slots["SF1"]): list(fake._chats.values())[-1:]})
        lists.away = {accounts[1]}
        switcher = Switcher(desk, lists, tasks, Commands(parent), parent)
        switcher.open(account_of(slots["SF1"]))
        await asyncio.gather(*tasks.started)
        assert lists.asked[0] == account_of(slots["SF1"])
        assert sorted(lists.asked) == sorted(accounts)
        assert 1 < lists.most <= 4
        assert [row.part for row in switcher.rows.found].count(Part.CHAT) == 1
        switcher.close()
        assert switcher.rows.rowCount() == 0
        assert not switcher._chats

    run(work())


def test_what_comes_after_it_was_closed_is_dropped(run: Run, fake: FakeSupervisor) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        desk, parent, tasks = Desk(), QObject(), Tasks()
        desk.load(fake._accounts.values(), [fake._session(one) for one in fake._slots.values()])
        lists = Lists({account_of(slots["PS1"]): list(fake._chats.values())})
        switcher = Switcher(desk, lists, tasks, Commands(parent), parent)
        switcher.open(None)
        waiting = asyncio.gather(*tasks.started)
        await asyncio.sleep(0)
        switcher.close()
        await waiting
        assert not switcher._chats
        assert len(lists.asked) == 4

    run(work())


def test_ten_thousand_chats_are_looked_through_while_one_types(run: Run, fake: FakeSupervisor) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        desk, parent, tasks = Desk(), QObject(), Tasks()
        desk.load(fake._accounts.values(), [fake._session(one) for one in fake._slots.values()])
        chats: dict[AccountId, list[Chat]] = {}
        for key, slot in list(slots.items())[:10]:
            many = [
                Chat(
                    slot_id=slot,
                    chat_id=f"{slot}.{place:016}",  # type: ignore[arg-type]
                    held_from="+5511999990011",
                    number=f"+55119{place:08}",
                    name=f"João Conceição {key} {place}",
                    time_ms=place,
                    last_text="Bom dia, você ainda tem pão de queijo para amanhã cedo?",
                    last_kind=Kind.TEXT,
                )
                for place in range(1_000)
            ]
            chats.setdefault(account_of(slot), []).extend(many)
        switcher = Switcher(desk, Lists(chats), tasks, Commands(parent), parent)
        switcher.open(None)
        await asyncio.gather(*tasks.started)
        assert sum(map(len, switcher._chats.values())) == 10_000
        slowest = 0.0
        for text in ("j", "jo", "joa", "joao", "joao c", "conceicao ps1", "119000", "queijo", "zzz"):
            began = time.perf_counter()
            switcher.look_for(text)
            slowest = max(slowest, time.perf_counter() - began)
        # Far above what it takes, far below what one feels.
        assert slowest < 0.15, f"{slowest * 1000:.0f} ms"

    run(work())
