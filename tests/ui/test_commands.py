"""Every command once: in the menu bar, under its keys, and in the list of shortcuts."""

import asyncio
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from tests.ui.conftest import Run, soon
from tests.ui.desktop import Desktop, desktop
from tests.ui.fakes import FakeSupervisor
from tests.ui.scene import set_scene
from wadesk.domain.ids import account_of
from wadesk.ui.models.commands import Commands
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.board_page import BoardPage
from wadesk.ui.widgets.daily_view import DailyView


@pytest.fixture
def patch(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    return monkeypatch


async def typed(act: Callable[..., None], seen: Desktop, *keys: object) -> None:
    """Let the window's handle hear keys, as the system gives them: the loop turns meanwhile, so from no task's step."""
    done = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(lambda: done.set_result(act(seen.window.windowHandle(), *keys)))
    await done


async def ready(seen: Desktop) -> None:
    seen.window.activateWindow()
    await soon("the window is active", seen.window.isActiveWindow)


def test_a_command_that_nobody_carries_out_is_nowhere() -> None:
    commands, done = Commands(), []
    assert list(commands) == []
    commands.run("go.board")
    commands.bind("go.board", lambda: done.append("board"), enabled=lambda: not done)
    assert [command.command_id for command in commands] == ["go.board"]
    commands.run("go.board")
    commands.run("go.board")
    assert done == ["board"]
    with pytest.raises(KeyError):
        commands.bind("go.nowhere", lambda: None)


def test_no_two_commands_have_the_same_keys_and_all_keys_can_be_read() -> None:
    keys = [command.keys for command in Commands()._table.values() if command.keys]
    assert len(keys) == len(set(keys))
    assert all(QKeySequence(one).toString() for one in keys)


def test_the_list_of_shortcuts_says_nine_accounts_on_one_line(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        await set_scene(fake)
        async with desktop(theme, fake, patch) as seen:
            rows = {row.words: row.keys for row in seen.work.commands.shortcut_rows()}
            assert rows["Account 1 to 9, in the rail's order"] == ("Ctrl+1", "Ctrl+9")
            assert rows["Number board"] == ("Ctrl+0",)
            assert rows["Go to…"] == ("Ctrl+K",)
            assert not any("Account 2" in words for words in rows)

    run(work())


def test_every_command_is_in_the_menu_bar_which_f10_and_a_lone_alt_show_and_hide(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        await set_scene(fake)
        async with desktop(theme, fake, patch) as seen:
            await ready(seen)
            bar = seen.window.menuBar()
            assert not bar.isVisible()
            await typed(QTest.keyClick, seen, Qt.Key.Key_F10)
            assert bar.isVisible()
            inside = [action.text() for menu in bar.actions() for action in menu.menu().actions()]
            assert len(inside) == len(list(seen.work.commands))
            await typed(QTest.keyClick, seen, Qt.Key.Key_F10)
            assert not bar.isVisible()
            await typed(QTest.keyClick, seen, Qt.Key.Key_Alt)
            assert bar.isVisible()
            await typed(QTest.keyClick, seen, Qt.Key.Key_Alt)
            assert not bar.isVisible()

    run(work())


def test_alt_with_another_key_shows_no_menu_bar_and_filters_by_number(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        slots = await set_scene(fake)
        async with desktop(theme, fake, patch) as seen:
            await ready(seen)
            seen.work.screens.show_account(account_of(slots["PS1"]))
            await typed(QTest.keyPress, seen, Qt.Key.Key_Alt)
            await typed(QTest.keyClick, seen, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
            await typed(QTest.keyRelease, seen, Qt.Key.Key_Alt)
            assert not seen.window.menuBar().isVisible()
            assert seen.work.inbox.wanted == slots["PS2"]
            await typed(QTest.keyClick, seen, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
            assert seen.work.inbox.wanted is None

    run(work())


def test_a_menu_names_the_accounts_that_are_there_and_its_keys_work_once_it_is_closed(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        await set_scene(fake)
        async with desktop(theme, fake, patch) as seen:
            await ready(seen)
            seen.work.screens.show_board()
            await typed(QTest.keyClick, seen, Qt.Key.Key_F10)
            menus = {action.text(): action.menu() for action in seen.window.menuBar().actions()}
            accounts, chat = menus["Accounts"], menus["Chat"]
            accounts.aboutToShow.emit()
            shown = [action.text() for action in accounts.actions() if action.isVisible()]
            assert shown[0] == "Account 1: Padaria Sol Nascente"
            assert shown[-1] == "Account 8: Academia Corpo && Cia"
            chat.aboutToShow.emit()
            new = next(action for action in chat.actions() if action.text() == "New chat…")
            assert not new.isEnabled()
            accounts.aboutToHide.emit()
            chat.aboutToHide.emit()
            await typed(QTest.keyClick, seen, Qt.Key.Key_F10)
            assert new.isEnabled()
            await typed(QTest.keyClick, seen, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
            assert isinstance(seen.page, DailyView)
            await typed(QTest.keyClick, seen, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
            assert isinstance(seen.page, BoardPage)

    run(work())


def test_keys_work_once_after_the_window_was_made_anew(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work() -> None:
        await set_scene(fake)
        async with desktop(theme, fake, patch) as seen:
            await ready(seen)
            before = seen.stage.work
            seen.stage.renew()
            await soon("the window is made anew", lambda: seen.stage.work is not before)
            await soon("it is loaded", lambda: seen.parts.desk.is_loaded)
            await ready(seen)
            ran: list[str] = []
            seen.work.commands.ran.connect(ran.append)
            await typed(QTest.keyClick, seen, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
            assert ran == ["account.2"]
            await typed(QTest.keyClick, seen, Qt.Key.Key_F10)
            assert seen.window.menuBar().isVisible()

    run(work())
