"""WaDesk beside its window: what closing means, who is before the chat, what is announced and what a click opens."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QDateTime, QObject, QTime, Signal
from PySide6.QtWidgets import QPushButton, QSystemTrayIcon

from tests.ui.conftest import Run, soon
from tests.ui.desktop import Desktop, desktop
from tests.ui.fakes import FakeSupervisor
from tests.ui.scene import WHO, set_scene
from wadesk.domain.events import ChatChanged, Resync
from wadesk.domain.ids import SlotId, account_of
from wadesk.domain.linkstate import LinkState
from wadesk.domain.message import Chat, Direction, MessageState
from wadesk.paths import DataFolder
from wadesk.ui.door import Door
from wadesk.ui.models.choices import Closing
from wadesk.ui.models.notice import Change, Notice, Withdrawal
from wadesk.ui.models.settings import Settings
from wadesk.ui.presence import presence as module
from wadesk.ui.presence.closing import AskClosing, Closes
from wadesk.ui.presence.presence import Presence, minute_of_day
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.board_page import BoardPage
from wadesk.ui.widgets.daily_view import DailyView
from wadesk.ui.widgets.main_window import MainWindow
from wadesk.ui.widgets.trouble_page import TroublePage
from wadesk.wire.tasks import TaskOwner


class Recorder(QObject):
    """A desktop that shows announcements: it keeps them, and a test clicks them."""

    clicked = Signal(object)

    def __init__(self, *_: object) -> None:
        super().__init__()
        self.changes: list[Change] = []

    def show(self, change: Change) -> None:
        self.changes.append(change)

    @property
    def shown(self) -> list[Notice]:
        return [one for one in self.changes if isinstance(one, Notice)]

    @property
    def ended(self) -> list[str]:
        return [one.key for one in self.changes if isinstance(one, Withdrawal)]


@dataclass
class Beside:
    """The window, and what is beside it."""

    seen: Desktop
    presence: Presence
    desktop: Recorder
    settings: Settings
    fake: FakeSupervisor
    slots: dict[str, SlotId]

    def chat(self, key: str) -> Chat:
        return next(chat for chat in self.fake._chats.values() if chat.slot_id == self.slots[key])

    def says(self, key: str, text: str = "oi") -> Chat:
        chat = replace(self.chat(key), unread=1)
        self.fake._chats[chat.chat_id] = chat
        self.fake.put_message(chat, text, Direction.IN, MessageState.DELIVERED, unread=1)
        return chat


@asynccontextmanager
async def beside(theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch) -> AsyncIterator[Beside]:
    slots = await set_scene(fake)
    recorder = Recorder()
    patch.setattr(module, "Announcer", lambda *_: recorder)
    async with desktop(theme, fake, patch) as seen:
        settings = seen.stage._settings
        presence = Presence(seen.stage, settings, seen.stage._tasks, fake.now)
        presence.begin()
        fake.listeners.append(presence.take)
        yield Beside(seen, presence, recorder, settings, fake, slots)
        fake.listeners.remove(presence.take)
        presence.close()


def with_presence(run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch, work: Any) -> None:
    async def main() -> None:
        async with beside(theme, fake, patch) as one:
            await work(one)

    run(main())


@pytest.fixture
def patch(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    return monkeypatch


async def _settled(one: Beside, ms: int = 6_000) -> None:
    """Time goes by, as far as the notices know."""
    one.fake.now.ms += ms
    one.presence._settle()


def test_a_message_of_another_chat_is_announced_and_a_click_opens_it(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work(one: Beside) -> None:
        one.seen.work.screens.show_board()
        one.seen.window.hide()
        chat = one.says("EP1", "Bom dia")
        await _settled(one)
        [notice] = one.desktop.shown
        assert (notice.chat_id, notice.body) == (chat.chat_id, "Bom dia")
        one.desktop.clicked.emit(notice)
        inbox = one.seen.work.inbox
        await soon("the chat", lambda: inbox.open_chat is not None and inbox.open_chat.chat_id == chat.chat_id)
        assert one.seen.window.isVisible()
        assert isinstance(one.seen.page, DailyView)

    with_presence(run, theme, fake, patch, work)


def test_the_chat_before_ones_eyes_is_not_announced_and_in_a_window_behind_it_is(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work(one: Beside) -> None:
        window, chat = one.seen.window, one.chat("PS1")
        window.activateWindow()
        await soon("the window is active", window.isActiveWindow)
        one.seen.work.screens.show_account(account_of(one.slots["PS1"]))
        inbox = one.seen.work.inbox
        await soon("the list", lambda: inbox.chats.chat(chat.chat_id))
        one.seen.work.jump.open_chat(chat.chat_id)
        assert one.presence.attended() == chat.chat_id
        one.says("PS1")
        await _settled(one)
        assert one.desktop.shown == []
        window.hide()
        assert one.presence.attended() is None
        one.says("PS1", "ainda aí?")
        await _settled(one)
        assert [notice.body for notice in one.desktop.shown] == ["ainda aí?"]

    with_presence(run, theme, fake, patch, work)


def test_what_is_read_muted_or_turned_off_is_taken_back(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work(one: Beside) -> None:
        one.seen.work.screens.show_board()
        first = one.says("PS1")
        await _settled(one)
        fake.tell(ChatChanged(chat=replace(first, unread=0)))
        assert one.desktop.ended == [f"chat:{first.chat_id}"]
        second = one.says("CV1")
        await _settled(one)
        one.settings.mute(one.slots["CV1"], muted=True)
        assert one.desktop.ended[1:] == [f"chat:{second.chat_id}"]
        third = one.says("EP1")
        await _settled(one)
        one.settings.notices = False
        assert one.desktop.ended[2:] == [f"chat:{third.chat_id}"]
        one.says("SF1")
        await _settled(one)
        assert len(one.desktop.shown) == 3

    with_presence(run, theme, fake, patch, work)


def test_what_was_read_while_not_every_fact_was_kept_is_taken_back_too(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work(one: Beside) -> None:
        one.seen.work.screens.show_board()
        chat, other = one.says("PS1"), one.says("CV1")
        await _settled(one)
        fake._chats[chat.chat_id] = replace(chat, unread=0)
        fake.tell(Resync(account_id=account_of(chat.slot_id)), Resync(account_id=account_of(other.slot_id)))
        await soon("it is taken back", lambda: one.desktop.ended)
        await _settled(one)
        assert one.desktop.ended == [f"chat:{chat.chat_id}"]

    with_presence(run, theme, fake, patch, work)


def test_a_number_in_trouble_is_announced_and_a_click_leads_to_its_next_step(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work(one: Beside) -> None:
        fake.put_status(one.slots["PS2"], LinkState.LOGGED_OUT, code="device_removed", since_ms=fake.now())
        await _settled(one)
        [notice] = one.desktop.shown
        assert notice.title == "2 Encomendas · Padaria Sol Nascente"
        one.desktop.clicked.emit(notice)
        assert one.seen.work.screens.place is not None
        assert one.seen.work.screens.place.linking == one.slots["PS2"]
        one.desktop.clicked.emit(Notice(key="numbers", title="4 numbers need you", body=""))
        assert isinstance(one.seen.page, BoardPage)

    with_presence(run, theme, fake, patch, work)


def test_announcements_and_tray_go_on_after_the_window_was_made_anew(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work(one: Beside) -> None:
        before = one.seen.stage.work
        one.seen.stage.renew()
        await soon("it is made anew", lambda: one.seen.stage.work is not before and one.seen.parts.desk.is_loaded)
        one.seen.window.hide()
        chat = one.says("EP1", "Bom dia")
        await _settled(one)
        assert [notice.chat_id for notice in one.desktop.shown] == [chat.chat_id]
        await soon("its counts are read", lambda: one.seen.parts.desk.unread(account_of(chat.slot_id)))
        one.presence.tray.renew()
        assert "unread" in one.presence.tray.icon.toolTip()

    with_presence(run, theme, fake, patch, work)


def test_the_tray_shows_the_total_and_each_accounts_unread_and_leads_back(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work(one: Beside) -> None:
        tray, desk = one.presence.tray, one.seen.parts.desk
        await soon("all counts", lambda: sum(desk.unread(account.account_id) for account in desk.accounts()) == 55)
        tray.renew()
        assert tray.icon.toolTip() == "WaDesk · 55 unread messages"
        entries = {action.text(): action for action in tray._menu.actions() if action.text()}
        assert list(entries)[:2] == ["55 unread messages", "Padaria Sol Nascente · 14"]
        assert "Academia Corpo && Cia" in entries
        one.seen.window.hide()
        entries["Seguros Farol · 3"].trigger()
        assert one.seen.window.isVisible()
        assert one.seen.work.inbox.account is not None
        assert one.seen.work.inbox.account.name == "Seguros Farol"
        one.seen.window.hide()
        tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
        assert one.seen.window.isVisible()
        ended: list[str] = []
        one.seen.window.closed.connect(lambda: ended.append("closed"))
        entries["Quit WaDesk"].trigger()
        assert ended == ["closed"]

    with_presence(run, theme, fake, patch, work)


def _closes(one: Beside, *, tray: bool = True) -> list[str]:
    ended: list[str] = []
    closes = Closes(one.seen.window, one.seen.parts.theme, lambda: tray)
    closes.follow(one.settings)
    one.seen.window.closed.connect(lambda: ended.append("closed"))
    return ended


def _question(one: Beside) -> AskClosing | None:
    return next((dialog for dialog in one.seen.window.findChildren(AskClosing) if dialog.isVisible()), None)


@pytest.mark.parametrize("keep", [True, False])
def test_closing_asks_once_and_remembers(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch, keep: bool
) -> None:
    async def work(one: Beside) -> None:
        ended = _closes(one)
        one.seen.window.close()
        one.seen.window.close()
        question = await soon("the question", lambda: _question(one))
        assert len([dialog for dialog in one.seen.window.findChildren(AskClosing) if dialog.isVisible()]) == 1
        assert one.seen.window.isVisible()
        question.reject()
        assert (one.settings.closing, ended, one.seen.window.isVisible()) == (Closing.ASK, [], True)
        one.seen.window.close()
        question = await soon("the question again", lambda: _question(one))
        button: QPushButton = question.act if keep else question.safe
        button.click()
        assert not one.seen.window.isVisible()
        assert ended == ([] if keep else ["closed"])
        await soon("it is kept", lambda: fake._settings.get("window.close") == ("tray" if keep else "quit"))
        one.seen.window.show()
        one.seen.window.close()
        assert _question(one) is None
        assert ended == ([] if keep else ["closed", "closed"])

    with_presence(run, theme, fake, patch, work)


def test_without_a_tray_closing_ends_the_program_whatever_is_set(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch
) -> None:
    async def work(one: Beside) -> None:
        one.settings.closing = Closing.TRAY
        ended = _closes(one, tray=False)
        one.seen.window.close()
        assert ended == ["closed"]

    with_presence(run, theme, fake, patch, work)


def test_a_minute_of_the_day_is_local() -> None:

    at = QDateTime.currentDateTime()
    at.setTime(QTime(23, 59, 30))
    assert minute_of_day(at.toMSecsSinceEpoch()) == 1439


def test_started_hidden_the_window_comes_forward_where_it_cannot_go_on_without_a_person(
    run: Run, theme: Theme, tmp_path: Path
) -> None:
    async def work() -> None:
        window = MainWindow(theme)
        door = Door(window, TroublePage(theme), DataFolder(tmp_path), WHO)
        assert not window.isVisible()
        async with TaskOwner() as tasks:
            tasks.start(door._ask_passphrase(), "passphrase")
            await soon("the window", window.isVisible)
        window.hide()
        window.deleteLater()

    run(work())


@pytest.mark.parametrize("tray", [True, False])
def test_started_hidden_the_window_lies_in_the_task_bar_where_no_tray_comes(
    run: Run, theme: Theme, fake: FakeSupervisor, patch: pytest.MonkeyPatch, tray: bool
) -> None:
    async def work(one: Beside) -> None:
        patch.setattr(module, "is_there_a_tray", lambda: tray)
        one.seen.window.hide()
        one.presence._be_reachable()
        assert one.seen.window.isVisible() is not tray
        assert one.seen.window.isMinimized() is not tray

    with_presence(run, theme, fake, patch, work)
