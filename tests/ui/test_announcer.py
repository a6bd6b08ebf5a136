"""Which way announcements take: the bus where there is one, else the tray's own messages."""

from typing import Any

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from tests.desktop_services import desktop_services
from tests.secret_service import private_bus
from tests.ui.conftest import Run, soon
from wadesk.ui.models.notice import Notice, Withdrawal
from wadesk.ui.presence import announcer as module
from wadesk.ui.presence.announcer import Announcer, TrayNotices
from wadesk.ui.presence.pictures import notice_picture
from wadesk.ui.theme.theme import Theme
from wadesk.wire.tasks import TaskOwner


class Icon(QSystemTrayIcon):
    """A tray icon that keeps what it was told to show."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[tuple[str, str]] = []

    def showMessage(self, title: str, words: str, _picture: QIcon, _ms: int) -> None:  # noqa: N802
        self.shown.append((title, words))


def notice(key: str) -> Notice:
    return Notice(key=key, title="Ana · 1 Balcão · Padaria", body="oi", initials="PS", colour=1)


def tray_notices(theme: Theme) -> tuple[Icon, TrayNotices, list[Notice]]:
    icon, clicked = Icon(), list[Notice]()
    made: Any = TrayNotices(icon, lambda one: notice_picture(theme, one), icon)
    made.clicked.connect(clicked.append)
    return icon, made, clicked


def test_the_trays_message_is_shown_and_a_click_means_the_newest(theme: Theme) -> None:
    icon, made, clicked = tray_notices(theme)
    made.show(notice("chat:1"))
    made.show(notice("chat:2"))
    assert icon.shown == [("Ana · 1 Balcão · Padaria", "oi")] * 2
    icon.messageClicked.emit()
    assert [one.key for one in clicked] == ["chat:2"]


def test_a_click_on_what_is_over_leads_nowhere(theme: Theme) -> None:
    icon, made, clicked = tray_notices(theme)
    icon.messageClicked.emit()
    made.show(notice("chat:1"))
    made.show(Withdrawal("chat:2"))
    icon.messageClicked.emit()
    made.show(Withdrawal("chat:1"))
    icon.messageClicked.emit()
    assert [one.key for one in clicked] == ["chat:1"]


def test_without_a_bus_the_tray_takes_over(run: Run, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")

    async def work() -> None:
        icon, clicked = Icon(), list[Notice]()
        async with TaskOwner() as tasks:
            announcer = Announcer(icon, lambda one: notice_picture(theme, one), tasks, icon)
            announcer.clicked.connect(clicked.append)
            announcer.show(notice("chat:1"))
            await soon("the tray's way", lambda: announcer._way is announcer._tray)
            announcer.show(notice("chat:1"))
            assert len(icon.shown) == 2
            icon.messageClicked.emit()
            assert [one.key for one in clicked] == ["chat:1"]

    run(work())


def test_the_bus_is_not_looked_for_before_there_is_something_to_announce(run: Run, theme: Theme) -> None:
    async def work() -> None:
        icon = Icon()
        async with TaskOwner() as tasks:
            announcer = Announcer(icon, lambda one: notice_picture(theme, one), tasks, icon)
            announcer.show(Withdrawal("chat:1"))
            assert announcer._way is None
            assert not tasks._tasks

    run(work())


def test_what_was_told_before_the_bus_was_found_missing_is_shown_too(
    run: Run, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")

    async def work() -> None:
        icon = Icon()
        async with TaskOwner() as tasks:
            announcer = Announcer(icon, lambda one: notice_picture(theme, one), tasks, icon)
            announcer.show(notice("chat:1"))
            await soon("it is shown", lambda: icon.shown)

    run(work())


def test_a_bus_that_was_lost_is_looked_for_again(run: Run, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_AGAIN_MS", 50)

    async def work() -> None:
        icon = Icon()
        async with TaskOwner() as tasks:
            announcer = Announcer(icon, lambda one: notice_picture(theme, one), tasks, icon)
            with private_bus() as environment:
                address = environment["DBUS_SESSION_BUS_ADDRESS"]
                monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
                announcer.show(notice("chat:1"))
                await soon("the tray shows it", lambda: icon.shown)
                with desktop_services(address) as daemon:
                    await soon("the bus may be looked for again", lambda: announcer._way is None)
                    announcer.show(notice("chat:2"))
                    await soon("the daemon shows it", lambda: daemon.every)
                    assert len(icon.shown) == 1

    run(work())
