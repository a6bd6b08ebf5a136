"""The real window as a screen reader hears it, and worked by keyboard alone."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.end2end.desk import Desk
from tests.end2end.screen import Screen
from tests.end2end.town import Line, Town
from tests.end2end.window import Window
from tests.network import NetworkThread
from tests.waiting import until

BAKERY = "Padaria Sol Nascente"
CONTROLS = {"push button", "check box", "radio button", "text", "list", "list item", "combo box", "slider", "table"}
"""Roles that always need a name; whatever else takes the keyboard needs one too."""


@dataclass
class Shop:
    """A bakery with two numbers in the running window, and one customer who wrote to the first."""

    view: Screen
    network: NetworkThread
    counter: Line


@pytest.fixture(scope="module")
def shop(
    view: Screen,
    desks: Callable[[Path], Desk],
    network: NetworkThread,
    environment: dict[str, str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Shop]:
    """The window, opened on what a headless run made; nothing in it was clicked yet."""
    town, folder = Town(network), tmp_path_factory.mktemp("shop") / "data"
    desk = desks(folder)
    desk.start()
    account = desk.make_account(BAKERY)
    counter, orders = (town.line(desk, account, name, customers=0) for name in ("Counter", "Orders"))
    counter.customers.append(town.phone("Ana"))
    town.link(desk, counter, orders)
    desk.add_slot(account, "New one")
    network.call(counter.customers[0].say, counter.phone.number, "Good morning, is there bread")
    until("the question", lambda: desk.messages(counter.session_id))
    desk.stop()
    window = Window(view, environment, folder)
    window.open()
    # Twice opened it would be the account of last time; the first time it is the board.
    view.find(f"{BAKERY}, 1 unread", "list item", seconds=40)
    yield Shop(view, network, counter)
    window.end()


def nameless(view: Screen) -> list[str]:
    """Everything on the screen that takes the keyboard, or is a control or a row, and has no name."""
    return [
        f"{one.role} {one.x},{one.y} {one.width}x{one.height}"
        for one in view.all()
        if not one.name and one.width and (one.role in CONTROLS or "focusable" in one.states)
    ]


def press(view: Screen, key: str, then: str, role: str = "", tries: int = 8) -> None:
    """Press a key, again where it came before anybody listened, until something is on the screen."""
    for _ in range(tries):
        view.key(key)
        try:
            view.find(then, role, 3)
        except AssertionError:
            continue
        return
    view.find(then, role, 1)


def test_keys_alone_lead_from_the_switcher_into_a_chat_and_send(shop: Shop) -> None:
    view, customer = shop.view, shop.counter.customers[0]
    press(view, "ctrl+k", "Go to a number, a chat or an action")
    view.type("Ana")
    view.find(customer.account.name, "list item")
    press(view, "Return", f"Write to {customer.account.name}", "text")
    view.type("Yes, and cake")

    def arrived() -> bool:
        view.key("Return")
        return [one.text for one in customer.inbox] == ["Yes, and cake"]

    until("the answer at the customer", arrived)


def test_rows_messages_and_the_bar_speak_in_whole_phrases(shop: Shop) -> None:
    view, name = shop.view, shop.counter.customers[0].account.name
    spoken = {
        rf"{BAKERY}, 0 unread, 2 connected|{BAKERY}, 0 unread, 1 waits for QR": "list item",
        rf"{name}, on number 1 Counter, 0 unread, \d\d:\d\d: Yes, and cake": "list item",
        rf"{name}, \d\d:\d\d: Good morning, is there bread": "list item",
        r"You, \d\d:\d\d: Yes, and cake\. (sent|delivered|read)": "list item",
        rf"Sending from \+ 5 5  [\d ]+, 1 Counter, account {BAKERY}, Connected": "",
    }
    for phrase, role in spoken.items():
        until(
            phrase,
            lambda phrase=phrase, role=role: any(re.fullmatch(phrase, one.name) for one in view.all("", role)),
        )


def test_ticks_are_heard_to_change(shop: Shop) -> None:
    customer = shop.counter.customers[0]
    shop.network.call(customer.read, shop.counter.phone.number)
    until("the read tick in words", lambda: shop.view.all("Yes, and cake. read", "list item"))


def test_nothing_that_takes_the_keyboard_is_without_a_name(shop: Shop) -> None:
    view = shop.view
    assert nameless(view) == []
    press(view, "ctrl+0", "Find number or account", "text")
    assert nameless(view) == []
    press(view, "ctrl+comma", "Language of WaDesk")
    assert nameless(view) == []
    press(view, "ctrl+k", "Go to a number, a chat or an action")
    assert nameless(view) == []
    view.key("Escape")


def test_the_board_is_worked_by_keys_alone(shop: Shop) -> None:
    view = shop.view
    press(view, "ctrl+0", "Find number or account", "text")

    def focused() -> str:
        # The current row of a list says it is focused whether or not its list is.
        names = [one.name for one in view.all() if "focused" in one.states and one.role not in {"frame", "list item"}]
        return names[-1] if names else ""

    def reach(part: str) -> None:
        passed: list[str] = []
        while not passed or part not in passed[-1]:
            assert len(passed) < 40, " / ".join(passed)
            view.key("Tab")
            passed.append(focused())

    reach("Find number or account")
    view.type("New one")
    reach("3 New one")
    view.key("Menu")
    # Qt keeps menus out of the tree: to the second entry by keys.
    view.key("Down", "Down")
    press(view, "Return", "New name", "text", tries=1)
    view.key("Escape")
    until("the dialog's end", lambda: not view.all("New name", "text"))
    reach("3 New one")
    press(view, "Return", "Back to the board", "push button")
    view.find("Scan with the phone of", "label")


def test_panes_are_walked_with_one_key(shop: Shop) -> None:
    view = shop.view
    press(view, "ctrl+1", "Chats", "list")
    seen = set()
    for _ in range(8):
        view.key("F6")
        seen |= {one.name for one in view.all() if "focused" in one.states}
    assert any("Accounts" in name or BAKERY in name for name in seen), seen
    assert len(seen) >= 3, seen
