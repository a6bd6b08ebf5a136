"""Announcements over a real session bus, to a daemon of the test's own."""

import asyncio
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject

from tests.desktop_services import DesktopServices, desktop_services
from tests.secret_service import private_bus
from tests.ui.conftest import Run, soon
from wadesk.domain.ids import AccountId, ChatId
from wadesk.ui.models.notice import Notice, Withdrawal
from wadesk.ui.presence.bus_notices import BusNotices
from wadesk.ui.presence.pictures import notice_picture
from wadesk.ui.theme.theme import Theme
from wadesk.wire.tasks import TaskOwner


@pytest.fixture(scope="module")
def bus() -> Iterator[str]:
    with private_bus() as environment:
        yield environment["DBUS_SESSION_BUS_ADDRESS"]


@pytest.fixture
def daemon(bus: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[DesktopServices]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
    with desktop_services(bus) as running:
        yield running


def notice(key: str = "chat:1", body: str = "oi", *, urgent: bool = False) -> Notice:
    return Notice(
        key=key,
        title="Beatriz Amaral · 1 Balcão · Padaria Sol Nascente",
        body=body,
        initials="PS",
        colour=1,
        account_id=AccountId("padariasolnc"),
        chat_id=ChatId("padariasolnc-slot1.aaaaaaaaaaaaaaaa"),
        urgent=urgent,
    )


def with_bus(run: Run, theme: Theme, work: Callable[[BusNotices, list[Notice], list[str]], object]) -> None:
    async def main() -> None:
        parent, clicked, lost = QObject(), list[Notice](), list[str]()
        sender = BusNotices(lambda one: notice_picture(theme, one), lambda: "Open", parent)
        sender.clicked.connect(clicked.append)
        sender.lost.connect(lambda: lost.append("lost"))
        async with TaskOwner() as tasks:
            tasks.start(sender.run(), "bus")
            await work(sender, clicked, lost)  # type: ignore[misc]

    run(main(), 40)


def test_a_notice_arrives_with_its_words_its_tile_and_a_way_to_open_it(
    run: Run, theme: Theme, daemon: DesktopServices
) -> None:
    async def work(sender: BusNotices, _clicked: list[Notice], _lost: list[str]) -> None:
        sender.show(notice())
        await soon("a notification", lambda: daemon.every)
        [shown] = daemon.every
        assert shown.title == "Beatriz Amaral · 1 Balcão · Padaria Sol Nascente"
        assert shown.body == "oi"
        assert shown.actions == ["default", "Open"]
        assert shown.hints["desktop-entry"] == "wadesk"
        width, height, row, alpha, bits, channels, pixels = shown.hints["image-data"]
        assert (width, height, alpha, bits, channels) == (64, 64, True, 8, 4)
        middle = bytes(pixels)[8 * row + 8 * 4 : 8 * row + 8 * 4 + 4]
        solid = theme.account(1).solid
        assert tuple(middle) == (solid.red(), solid.green(), solid.blue(), 255)

    with_bus(run, theme, work)


def test_the_next_one_of_a_chat_takes_its_place_and_what_was_read_is_closed(
    run: Run, theme: Theme, daemon: DesktopServices
) -> None:
    async def work(sender: BusNotices, _clicked: list[Notice], _lost: list[str]) -> None:
        sender.show(notice(body="um"))
        sender.show(notice(body="dois"))
        sender.show(notice("chat:2", "outra"))
        await soon("three notifications", lambda: len(daemon.every) == 3)
        first, second, other = daemon.every
        assert second.replaced == second.number == first.number
        assert other.replaced == 0
        sender.show(Withdrawal("chat:1"))
        await soon("it is closed", lambda: daemon.closed == [first.number])
        assert set(daemon.shown) == {other.number}
        sender.show(notice(body="três"))
        await soon("a new one", lambda: len(daemon.every) == 4)
        assert daemon.every[-1].replaced == 0
        sender.show(Withdrawal("chat:9"))
        sender.show(notice("chat:3", "fim"))
        await soon("the last one", lambda: len(daemon.every) == 5)
        assert daemon.closed == [first.number]

    with_bus(run, theme, work)


def test_a_click_says_which_one_it_was_and_one_that_a_person_closed_says_nothing(
    run: Run, theme: Theme, daemon: DesktopServices
) -> None:
    async def work(sender: BusNotices, clicked: list[Notice], _lost: list[str]) -> None:
        sender.show(notice("chat:1"))
        sender.show(notice("chat:2"))
        await soon("two notifications", lambda: len(daemon.every) == 2)
        daemon.dismiss(daemon.every[0].number)
        daemon.click(daemon.every[1].number)
        await soon("the click", lambda: clicked)
        assert [one.key for one in clicked] == ["chat:2"]
        sender.show(Withdrawal("chat:1"))
        sender.show(notice("chat:1"))
        await soon("another", lambda: len(daemon.every) == 3)
        assert daemon.closed == []
        assert daemon.every[2].replaced == 0

    with_bus(run, theme, work)


def test_a_customers_markup_is_shown_as_it_was_written(run: Run, theme: Theme, daemon: DesktopServices) -> None:
    async def work(sender: BusNotices, _clicked: list[Notice], _lost: list[str]) -> None:
        sender.show(notice(body='<a href="x">2 < 3 & "4"</a>'))
        await soon("a notification", lambda: daemon.every)
        assert daemon.every[0].body == '&lt;a href="x"&gt;2 &lt; 3 &amp; "4"&lt;/a&gt;'

    with_bus(run, theme, work)


def test_a_daemon_without_markup_gets_the_words_as_they_are(
    run: Run, theme: Theme, bus: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)

    async def work(sender: BusNotices, _clicked: list[Notice], _lost: list[str]) -> None:
        sender.show(notice(body="2 < 3"))
        await soon("a notification", lambda: plain.every)
        assert plain.every[0].body == "2 < 3"

    with desktop_services(bus, markup=False) as plain:
        with_bus(run, theme, work)


def test_without_a_bus_or_a_daemon_it_says_so_once(
    run: Run, theme: Theme, bus: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def work(_sender: BusNotices, _clicked: list[Notice], lost: list[str]) -> None:
        await soon("it is lost", lambda: lost)
        await asyncio.sleep(0.05)
        assert lost == ["lost"]

    for address in (bus, "unix:path=/nonexistent/bus"):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        with_bus(run, theme, work)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    with_bus(run, theme, work)


def test_a_daemon_that_dies_later_is_noticed_and_nothing_waits_for_ever(
    run: Run, theme: Theme, bus: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)

    async def work(sender: BusNotices, _clicked: list[Notice], lost: list[str]) -> None:
        with desktop_services(bus) as daemon:
            sender.show(notice())
            await soon("a notification", lambda: daemon.every)
        sender.show(notice(body="dois"))
        # A call that the dying daemon took unanswered is given up after ten seconds.
        await soon("it is lost", lambda: lost, 25)

    with_bus(run, theme, work)
