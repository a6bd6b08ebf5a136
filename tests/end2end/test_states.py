"""Every standing of a number, and every end of a linking, brought about by its cause and read off the real window."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.end2end.desk import Desk
from tests.end2end.screen import Screen, Seen
from tests.end2end.town import Line, Town
from tests.end2end.window import Window
from tests.network import NetworkThread
from tests.network.phone import Phone
from tests.waiting import until

BAKERY, CLINIC = "Padaria Sol Nascente", "Clinica Vila Serena"


@dataclass
class Street:
    """Two businesses in one running window, and the hand on what happens to their numbers."""

    view: Screen
    network: NetworkThread
    town: Town
    window: Window
    lines: dict[str, Line] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    @property
    def control(self) -> Any:
        """What may happen on the network."""
        return self.network.network.control

    def let(self, deed: str, *words: Any, **named: Any) -> None:
        """Let something happen: one of the network's deeds."""
        self.network.call(getattr(self.control, deed), *words, **named)

    def number(self, name: str) -> str:
        """The number behind a slot."""
        return self.lines[name].phone.number

    def board(self, search: str = "") -> None:
        """Look at all numbers, or at those that are found by a word."""
        if not self.view.all("Find number or account", "text"):
            self.view.click("Number board", "check box")
        self.view.click("Find number or account", "text")
        self.view.key("ctrl+a", "BackSpace")
        if search:
            self.view.type(search)

    def stands(self, name: str, state: str, seconds: float = 30) -> None:
        """Wait until a number's card on the board says so."""

        def told() -> bool:
            return any(f" {name}, " in one.name and state in one.name for one in self.view.all(name))

        until(f"{name} as {state}: {[one.name for one in self.view.all(name)]}", told, seconds)

    def find_card(self, name: str) -> Seen:
        """A number's card on the board, alone there by the search and so on the screen."""
        self.board(name)

        def alone() -> bool:
            return len(self.view.all("More for ", "push button")) == 1

        until(f"the card of {name} alone", alone)
        return self.view.find(f" {name}", "label")

    def open(self, name: str) -> None:
        """Open a number's page from its card."""
        self.view.click_at(*self.find_card(name).middle)
        self.view.find("Back to the board", "push button")

    def choose(self, place: int) -> None:
        """Take the entry at a place, from 1, of the menu that is open; Qt keeps menus out of the tree."""
        self.view.key(*["Down"] * place, "Return")

    def code(self) -> str:
        """The one code on the screen."""
        return until("a code", self.view.codes)[0]

    def scan(self, phone: Phone) -> None:
        """Point a phone at the code on the screen."""
        self.network.call(phone.scan, self.code())


@pytest.fixture(scope="module")
def street(
    view: Screen,
    desks: Callable[[Path], Desk],
    network: NetworkThread,
    environment: dict[str, str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Street]:
    """Nine linked numbers of a bakery and four new ones of a clinic, in the running window."""
    town, folder = Town(network), tmp_path_factory.mktemp("street") / "data"
    window = Window(view, environment, folder)
    made, desk = Street(view, network, town, window), desks(folder)
    desk.start()
    bakery, clinic = desk.make_account(BAKERY), desk.make_account(CLINIC)
    names = ["Counter", "Orders", "Delivery", "Sweets", "Coffee", "Office", "Market", "Stall", "Garden"]
    made.lines = {name: town.line(desk, bakery, name, customers=0) for name in names}
    town.link(desk, *made.lines.values())
    for name in ("Front", "Agenda", "Nurse", "Ward", "Garage", "Attic"):
        desk.add_slot(clinic, name)
    desk.stop()
    window.open()
    view.find(f"{BAKERY}, 0 unread, 9 connected", "list item", seconds=40)
    yield made
    window.end()


ENDS = [
    ("Counter", "log_out", "Logged out by the phone", "The phone ended the session at"),
    ("Orders", "ban", "Banned", "WhatsApp banned this number. Ask for a review on the phone."),
    ("Delivery", "replace", "Opened in another place", "This number was opened in another place."),
    ("Sweets", "restrict", "Restricted until", "WhatsApp limited this number until"),
    ("Coffee", "lock", "Locked by WhatsApp", "WhatsApp locked this account."),
    ("Office", "lose_phone", "Main phone gone", "WhatsApp ended the session: the main phone is gone."),
    ("Market", "outdate", "WaDesk is too old", "This WaDesk is too old for WhatsApp. Install the newest one."),
]


def test_without_internet_numbers_say_so_and_come_back_by_themselves(street: Street) -> None:
    street.board("Garden")
    street.let("unplug")
    street.stands("Garden", "No internet", 60)
    street.let("plug_in")
    street.stands("Garden", "Connected", 90)


@pytest.mark.parametrize(("name", "deed", "state", "sentence"), ENDS, ids=[deed for _, deed, _, _ in ENDS])
def test_what_ends_a_session_is_told_on_its_card_and_on_its_page(
    street: Street, name: str, deed: str, state: str, sentence: str
) -> None:
    street.find_card(name)
    street.stands(name, "Connected", 90)
    street.let(deed, street.number(name))
    street.stands(name, state)
    street.view.click_at(*street.view.find(f" {name}", "label").middle)
    street.view.find(sentence)


def test_what_ended_some_touched_no_other(street: Street) -> None:
    street.board("Garden")
    street.stands("Garden", "Connected")


def test_a_number_that_is_refused_again_and_again_counts_its_tries(street: Street) -> None:
    street.find_card("Stall")
    street.network.call(street.network.network.device(street.number("Stall")).faults.fail_logins, 503)
    street.let("cut", street.number("Stall"))
    street.stands("Stall", "Reconnecting · try")
    street.let("pardon", street.number("Stall"))
    street.stands("Stall", "Connected", 60)


def test_a_person_pauses_a_number_and_resumes_it(street: Street) -> None:
    street.find_card("Garden")
    street.view.click("More for ", "push button")
    street.choose(2)
    street.stands("Garden", "Paused by you")
    street.open("Garden")
    street.view.click("Resume", "push button")
    street.board("Garden")
    street.stands("Garden", "Connected", 60)


# -- how a linking ends -----------------------------------------------------------------------------------


SPOKEN = re.compile(r"code (\w ){3}\w, (\w ){3}\w")
STARTS = ("Connect", "Connect again", "Make a new code", "Scan another phone")


def begin(street: Street, name: str) -> None:
    """Show the code of a number on its page, by the step that its card offers."""
    street.find_card(name)
    offered = [one for one in street.view.all("", "push button") if one.name in STARTS]
    street.view.click_at(*offered[0].middle)
    street.view.find("Code 1 of", "label")


def test_another_numbers_phone_is_undone_and_both_numbers_are_named(street: Street) -> None:
    begin(street, "Counter")
    stranger = street.town.phone("Stranger")
    with pytest.raises(Exception):  # noqa: B017, PT011 - the phone is told no; what counts is what the person reads
        street.scan(stranger)
    street.view.find("Another number's phone")
    street.view.find(stranger.number[-4:])


def test_a_number_that_is_another_slots_is_named_with_its_account(street: Street) -> None:
    begin(street, "Front")
    with pytest.raises(Exception):  # noqa: B017, PT011 - as above
        street.scan(street.lines["Garden"].phone)
    street.view.find("Already used elsewhere")
    street.view.find(f"Garden of {BAKERY}")


def test_a_passkey_is_asked_for_and_the_other_ways_are_offered(street: Street) -> None:
    begin(street, "Agenda")
    phone = street.town.phone("Agenda")
    street.let("demand_passkey", phone.number)
    with pytest.raises(Exception):  # noqa: B017, PT011 - as above
        street.scan(phone)
    street.view.find("WhatsApp asks for a passkey")
    street.view.find("What to do", "push button")


def test_silence_behind_a_scan_heals_by_itself(street: Street) -> None:
    begin(street, "Nurse")
    phone = street.town.phone("Nurse")
    street.let("silence_after_scan", phone.number)
    street.scan(phone)
    street.board("Nurse")
    street.stands("Nurse", "Connected", 90)


def test_a_code_is_typed_into_the_phone_instead(street: Street) -> None:
    begin(street, "Ward")
    phone = street.town.phone("Ward")
    street.view.click("Number of the phone", "text")
    street.view.key("ctrl+a")
    street.view.type(f"+{phone.number}")
    street.view.click("Ask for code", "push button")
    spoken = until("the code", lambda: [one for one in street.view.all("code ") if SPOKEN.fullmatch(one.name)], 30)
    street.network.call(phone.type_code, re.sub(r"code |[ ,]", "", spoken[0].name))
    street.board("Ward")
    street.stands("Ward", "Connected", 60)


def test_codes_that_nobody_reads_end_and_wait_for_a_person(street: Street) -> None:
    faults = street.network.network.faults
    # One code instead of six: it lives for twenty seconds.
    street.network.call(setattr, faults, "refs", 1)
    begin(street, "Garage")
    street.view.find("The code expired", seconds=40)
    assert street.view.codes() == []
    street.network.call(setattr, faults, "refs", 6)
    street.view.click("Make a new code", "push button")
    until("a code again", street.view.codes, 30)
    street.view.click("Connect later", "push button")
    street.stands("Garage", "Waiting for QR")


def test_linking_later_ends_the_code_and_without_internet_it_comes_back(street: Street) -> None:
    begin(street, "Garage")
    street.let("unplug")
    street.view.find("No internet", seconds=60)
    assert street.view.codes() == []
    street.let("plug_in")
    until("the code again", street.view.codes, 60)
    street.view.click("Connect later", "push button")
    street.stands("Garage", "Waiting for QR")
    assert street.view.codes() == []


def test_a_phone_that_was_silent_for_long_is_warned_about_until_it_is_heard(street: Street) -> None:
    begin(street, "Attic")
    phone = street.town.phone("Attic")
    street.let("silence_phone", phone.number, 11)
    street.scan(phone)
    street.board("Attic")
    street.stands("Attic", "Phone silent for 11 days", 60)
    street.view.click("What to do", "push button")
    street.view.find("The phone was last heard 11 days ago. Open WhatsApp on it: after 14 days it unlinks.")
    street.view.key("Escape")
    street.let("silence_phone", phone.number, 0)
    street.network.call(phone.say, street.town.phone("Friend").number, "I am here")
    street.board("Attic")
    street.stands("Attic", "Connected", 60)


def test_a_phone_too_old_is_told_from_a_wrong_one(street: Street) -> None:
    begin(street, "Garage")
    street.let("scan_with_old_phone", street.code())
    street.view.find("The WhatsApp on that phone is too old")


def test_a_phone_with_too_many_devices_is_told_so(street: Street) -> None:
    # The code of the test before is still on show.
    phone = street.lines["Garden"].phone
    street.let("limit_devices", phone.number, 1)
    with pytest.raises(Exception):  # noqa: B017, PT011 - as above
        street.scan(phone)
    street.view.find("WhatsApp refused a new device. Remove one in Linked devices.")


def test_an_engine_that_was_taken_away_is_named(street: Street, environment: dict[str, str]) -> None:
    street.window.close()
    gone = Window(street.view, {**environment, "WADESK_ENGINE": "/nowhere/engine"}, street.window.folder)
    gone.open()
    try:
        street.view.find("Number board", "check box", 40)
        street.board("Garden")
        street.stands("Garden", "Engine missing", 60)
        street.view.click_at(*street.view.find(" Garden", "label").middle)
        street.view.find("A part of WaDesk is missing: its engine.")
    finally:
        gone.end()
