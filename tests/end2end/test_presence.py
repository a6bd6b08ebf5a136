"""WaDesk beside its window: in the tray, announced by the desktop, hidden and raised; on a real display and bus."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop_services import DesktopServices, desktop_services
from tests.end2end.desk import ROOT
from tests.end2end.screen import Screen, screen
from tests.end2end.search import found_in_files
from tests.end2end.town import Town
from tests.network import NetworkThread
from tests.waiting import until

BAKERY = "Padaria Sol Nascente"
TITLE = "I understand, continue"


@pytest.fixture(scope="module")
def services(service) -> Iterator[DesktopServices]:
    with desktop_services(service.environment["DBUS_SESSION_BUS_ADDRESS"], tray=True) as running:
        yield running


@pytest.fixture(scope="module")
def view(service, services: DesktopServices) -> Iterator[Screen]:
    with screen({"DBUS_SESSION_BUS_ADDRESS": service.environment["DBUS_SESSION_BUS_ADDRESS"]}) as running:
        yield running


class Program:
    """WaDesk on the display, started with words of the test's choice."""

    def __init__(self, view: Screen, environment: dict[str, str], folder: Path) -> None:
        self.view, self.folder, self.said = view, folder, ""
        self._environment = {**view.environment, **environment, "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}
        self._running: subprocess.Popen[str] | None = None

    def start(self, *words: str) -> None:
        self._running = self._popen(*words)

    def again(self, *words: str) -> None:
        """A second start, which must end by itself."""
        second = self._popen(*words)
        _, said = second.communicate(timeout=30)
        assert second.returncode == 0, said

    def runs(self) -> bool:
        return self._running is not None and self._running.poll() is None

    def ended(self) -> None:
        """It ends by itself, in order."""
        running, self._running = self._running, None
        assert running is not None
        _, said = running.communicate(timeout=40)
        self.said += said
        assert running.returncode == 0, said

    def kill(self) -> None:
        if self._running is not None:
            self._running.kill()
            self._running.communicate()

    def _popen(self, *words: str) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "wadesk", "--data-dir", str(self.folder), *words]
        return subprocess.Popen(
            command, cwd=ROOT, env=self._environment, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True
        )


@pytest.fixture
def program(view: Screen, environment, tmp_path: Path) -> Iterator[Program]:
    made = Program(view, environment, tmp_path / "data")
    yield made
    made.kill()


def _link(view: Screen, town: Town, network: NetworkThread):
    """The first account, and a phone for its number."""
    view.click(TITLE, "push button")
    view.click("Name of the business or client", "text")
    view.type(BAKERY)
    view.click("Create account and connect number", "push button")
    (code,) = until("a code on the screen", view.codes)
    phone = town.phone("Phone")
    network.call(phone.scan, code)
    view.find(f"{BAKERY}, 0 unread, 1 connected", "list item", seconds=30)
    return phone


def test_it_keeps_running_in_the_tray_announces_and_a_click_opens_the_chat(
    view: Screen, program: Program, services: DesktopServices, network: NetworkThread
):
    town = Town(network)
    program.start()
    phone = _link(view, town, network)
    ana = town.phone("Ana")
    _close_into_the_tray(view, program, services)
    tray = services.tray()
    until("nothing unread", lambda: tray.tooltip() == "WaDesk")

    network.call(ana.say, phone.number, "Tem bolo de fubá?")
    until("an announcement", lambda: services.every)
    shown = services.every[-1]
    assert shown.title == f"Ana · 1 Number · {BAKERY}"
    assert shown.body == "Tem bolo de fubá?"
    until("the count in the tray", lambda: tray.tooltip() == "WaDesk · 1 unread message")
    assert f"{BAKERY} · 1" in tray.menu()
    services.click(shown.number)
    view.find("Write to Ana", "text")
    until("it was read", lambda: any("read" in sent.receipts for sent in ana.sent.values()))
    until("nothing unread again", lambda: tray.tooltip() == "WaDesk")

    count = len(services.every)
    network.call(ana.say, phone.number, "E de milho?")
    view.find("E de milho?", "list item")
    assert len(services.every) == count
    view.close_window()
    until("the window is away, unasked", lambda: not view.all(BAKERY, "list item"))
    network.call(ana.say, phone.number, "Obrigada")
    until("another announcement", lambda: len(services.every) > count)
    unread = services.every[-1].number
    program.again()
    view.find(f"{BAKERY}, ", "list item")
    until("it is taken back, since the chat is before one's eyes", lambda: unread in services.closed)

    tray.choose("Quit WaDesk")
    program.ended()
    secrets = ["Tem bolo", "E de milho", "Obrigada", phone.number, ana.number]
    assert found_in_files(program.folder, secrets) == []
    assert [secret for secret in secrets if secret in program.said] == []


def _close_into_the_tray(view: Screen, program: Program, services: DesktopServices) -> None:
    """What closing means is asked the first time."""
    view.close_window()
    view.find("Keep WaDesk running?", "dialog")
    view.click("Keep running", "push button")
    until("the window is away", lambda: not view.all(BAKERY, "list item"))
    assert program.runs()
    until("the icon in the tray", lambda: services.items)


def test_keys_of_the_menu_bar_and_of_what_is_in_it(view: Screen, program: Program, network: NetworkThread):
    program.start()
    _link(view, Town(network), network)
    view.click(f"{BAKERY}, ", "list item")
    view.key("alt+1")
    view.find("1 Number", "push button")
    assert not view.all("Program", "menu item")
    view.key("Alt_L")
    view.find("New account…", "menu item")
    view.key("Escape")
    until("the menu bar is away", lambda: not view.all("Program", "menu item"))
    view.key("F10")
    view.find("New account…", "menu item")
    view.key("F10")
    until("the menu bar is away again", lambda: not view.all("Program", "menu item"))
    view.key("ctrl+q")
    program.ended()


def test_it_starts_hidden_receives_and_comes_forward_from_tray_and_second_start(
    view: Screen, program: Program, services: DesktopServices, network: NetworkThread
):
    town = Town(network)
    services.items.clear()
    program.start()
    phone = _link(view, town, network)
    view.close_window()
    view.click("Quit WaDesk", "push button")
    program.ended()

    services.items.clear()
    program.start("--hidden")
    until("the icon in the tray", lambda: services.items, seconds=40)
    tray = services.tray()
    ana, count = town.phone("Ana"), len(services.every)
    network.call(ana.say, phone.number, "Bom dia")
    until("an announcement", lambda: len(services.every) > count, seconds=40)
    assert not view.all(BAKERY, "list item")

    tray.activate()
    view.find(f"{BAKERY}, 1 unread", "list item")
    view.close_window()
    program.ended()
