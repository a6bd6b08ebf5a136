"""The real window on a display: two accounts, four numbers read off one screenshot, answers, ticks, a restart.

Everything is done with pointer and keyboard, and read as a screen reader or a phone's camera would.
"""

import subprocess
from concurrent.futures import ThreadPoolExecutor

from tests.end2end.screen import Screen, Seen
from tests.end2end.search import found_in_files
from tests.end2end.town import Town
from tests.end2end.window import Window
from tests.network import NetworkThread
from tests.waiting import until

READ_TICK = (0x1A, 0x5C, 0xB5)
"""The colour of a read tick in the light theme."""
ACCOUNTS = {"Padaria Sol Nascente": ("Number", "Orders"), "Clinica Vila Serena": ("Number", "Front desk")}


def _make_accounts(view: Screen) -> None:
    view.click("I understand, continue", "push button")
    for number, name in enumerate(ACCOUNTS):
        if number:
            view.click("New account", "push button")
        view.click("Name of the business or client", "text")
        view.type(name)
        view.click("Create account and connect number", "push button")
        view.find(name, "list item")
        view.find("Code 1 of", "label")
    view.click("Number board", "check box")
    for name, (_, second) in ACCOUNTS.items():
        view.click("Add number", "push button")
        view.click(name, "radio button")
        view.click("Name of the number", "text")
        view.type(second)
        view.click("Add and show QR code", "push button")
        until("the dialog's end", lambda: not view.all("Add number", "dialog"))
        view.click("Number board", "check box")


def _scan(town: Town, view: Screen, count: int) -> list:
    """``count`` new phones scan what one picture of the board shows."""
    codes = until(f"{count} codes on one picture", lambda: codes if len(codes := view.codes()) == count else None)
    assert len(set(codes)) == count
    phones = [town.phone(f"Phone {number}") for number in range(count)]
    with ThreadPoolExecutor(count) as pool:
        list(pool.map(lambda pair: town.network.call(pair[0].scan, pair[1]), zip(phones, codes, strict=True)))
    return phones


def test_four_numbers_of_two_accounts_through_the_window(
    view: Screen, window: Window, network: NetworkThread, tmp_path
):
    town = Town(network)
    window.open()
    _make_accounts(view)
    phones = _scan(town, view, 4)
    for name in ACCOUNTS:
        view.find(f"{name}, 0 unread, 2 connected", "list item", seconds=30)
    view.shot(tmp_path / "board.png")

    customers = [town.phone(name) for name in ("Ana", "Bruno", "Carla", "Davi")]
    for customer, phone in zip(customers, phones, strict=True):
        network.call(customer.say, phone.number, f"Question of {customer.account.name}")
    for name in ACCOUNTS:
        view.click(f"{name}, 2 unread", "list item")
        for customer in customers:
            if row := view.all(f"Question of {customer.account.name}", "list item"):
                view.click_at(*row[0].middle)
                view.find(f"Write to {customer.account.name}", "text")
                until("the read mark", lambda customer=customer: _receipts(customer, "read"))
                _answer(view, customer, f"Answer to {customer.account.name}")
    for customer, phone in zip(customers, phones, strict=True):
        assert [(one.text, one.from_number) for one in customer.inbox] == [
            (f"Answer to {customer.account.name}", phone.number)
        ]
    _read_all(view, network, customers, phones)
    view.shot(tmp_path / "chats.png")
    said = window.close()

    late = "While it was closed"
    network.call(customers[0].say, phones[0].number, late)
    window.open()
    for name in ACCOUNTS:
        view.click(f"{name}, ", "list item")
        view.find("Answer to ", "list item")
        view.find("2 connected", "list item", seconds=30)
    until("what came meanwhile, in one of the accounts", lambda: _seen_in_any(view, late))
    assert view.codes() == []
    said += window.close()

    secrets = [person.number for person in (*phones, *customers)]
    secrets += ["Question of", "Answer to", late]
    assert found_in_files(window.folder, secrets) == []
    assert [secret for secret in secrets if secret in said] == []


def _answer(view: Screen, customer, text: str) -> None:
    view.type(text)

    def arrived() -> bool:
        # For 400 ms after a chat was opened Enter sends nothing, so that a person presses it again.
        view.key("Return")
        return text in [one.text for one in customer.inbox]

    until(f"an answer at {customer.account.name}", arrived)


def _receipts(customer, kind: str) -> bool:
    return any(kind in sent.receipts for sent in customer.sent.values())


def _read_all(view: Screen, network: NetworkThread, customers: list, phones: list) -> None:
    """Every customer reads his answer, and the ticks in both accounts' lists turn to read, not before."""
    for name in ACCOUNTS:
        view.click(f"{name}, ", "list item")
        view.find("Answer to ", "list item")
        # Not the bubble of the open chat, which is a list item too.
        rows = [row for row in view.all("Answer to ", "list item") if ", on number " in row.name]
        assert [_shows_read(view, row) for row in rows] == [False, False]
        for customer, phone in zip(customers, phones, strict=True):
            if any(customer.account.name in row.name for row in rows):
                network.call(customer.read, phone.number)
        until("the read ticks", lambda rows=rows: all(_shows_read(view, row) for row in rows))


def _shows_read(view: Screen, row: Seen) -> bool:
    """Whether a chat's row shows the tick of what was read: the one thing in it painted in that blue."""
    picture = view.shot().convert("RGB").crop((row.x + 50, row.y, row.x + 90, row.y + row.height))
    near = (
        sum(abs(a - b) for a, b in zip(pixel, READ_TICK, strict=True)) < 30 for pixel in picture.get_flattened_data()
    )
    return sum(near) > 3


def _seen_in_any(view: Screen, text: str) -> bool:
    for name in ACCOUNTS:
        view.click(f"{name}, ", "list item")
        if view.all(text, "list item"):
            return True
    return False


def test_a_second_start_raises_the_first_window_and_ends(view: Screen, window: Window):
    window.open()
    view.find("I understand, continue", "push button")
    second = Window(view, window.environment, window.folder)
    second.open()
    assert second.program is not None
    _, said = second.program.communicate(timeout=30)
    assert second.program.returncode == 0, said
    assert len(view.all("I understand, continue", "push button")) == 1
    window.close()


def test_without_a_keyring_the_window_says_so_and_offers_a_passphrase(view: Screen, environment, tmp_path):
    window = Window(view, {**environment, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}, tmp_path / "data")
    window.environment["AT_SPI_BUS_ADDRESS"] = _accessibility_bus(view)
    window.open()
    try:
        view.find("passphrase", seconds=30)
        view.shot(tmp_path / "no-keyring.png")
    finally:
        window.end()


def _accessibility_bus(view: Screen) -> str:
    words = ["dbus-send", "--session", "--print-reply=literal", "--dest=org.a11y.Bus", "/org/a11y/bus"]
    told = subprocess.run(
        [*words, "org.a11y.Bus.GetAddress"], env=view.environment, capture_output=True, text=True, check=True
    )
    return told.stdout.strip()
