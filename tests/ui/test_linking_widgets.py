"""The link page and its cards, without a window around them: every state is a state of the page."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.fakes import NOW_MS, QR_LIFE_MS, Clock
from wadesk.domain.desk import Account, Session, Slot
from wadesk.domain.events import HistoryProgress, PairingCodeGone, PairingCodeShown, QrShown, StatusChanged
from wadesk.domain.ids import new_account_id, slot_id
from wadesk.domain.linkstate import LinkState, PairingCode, Qr, SlotStatus
from wadesk.domain.requests import HistoryAmount
from wadesk.ui.models.desk import Desk
from wadesk.ui.models.linking import HistoryChoices
from wadesk.ui.next_steps import StepKind
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.link_page import LinkPage
from wadesk.ui.widgets.pairing_boxes import plain_code, spoken_code

ACCOUNT = Account(account_id=new_account_id(), name="Clínica Vila Serena", initials="CV", colour=3, position=0)
SLOT = Slot(
    slot_id=slot_id(ACCOUNT.account_id, 2),
    account_id=ACCOUNT.account_id,
    index=2,
    name="Recepção",
    number="+5511999990022",
)
FRESH = Slot(slot_id=slot_id(ACCOUNT.account_id, 3), account_id=ACCOUNT.account_id, index=3, name="Nova")


@dataclass
class Scene:
    """A link page on a desk of two numbers."""

    page: LinkPage
    desk: Desk
    clock: Clock
    told: dict[str, int] = field(default_factory=dict)

    def put(self, state: LinkState, slot: Slot = SLOT, **facts: object) -> None:
        count = self.told[slot.slot_id] = self.told.get(slot.slot_id, 1) + 1
        status = SlotStatus(slot_id=slot.slot_id, state=state, epoch=1, counter=count, number=slot.number, **facts)
        self.desk.take([StatusChanged(status=status)])

    def words(self) -> list[str]:
        return [label.text() for label in self.page.findChildren(QLabel) if label.isVisibleTo(self.page)]

    def says(self, words: str) -> bool:
        return any(words in text.replace("\u00a0", " ") for text in self.words())

    def steps(self) -> list[str]:
        return [one.text() for one in self.page._card._notice._buttons if one.isVisibleTo(self.page)]


@pytest.fixture
def scene(theme: Theme, qtbot: QtBot, clock: Clock) -> Scene:
    desk = Desk()
    unlinked = [SlotStatus(slot_id=one.slot_id, state=LinkState.UNLINKED, epoch=1, counter=1) for one in (SLOT, FRESH)]
    desk.load(
        [ACCOUNT],
        [
            Session(slot=slot, account=ACCOUNT, status=status)
            for slot, status in zip((SLOT, FRESH), unlinked, strict=True)
        ],
    )
    page = LinkPage(theme, desk, HistoryChoices(), clock)
    qtbot.addWidget(page)
    page.resize(1060, 800)
    page.show_slot(SLOT.slot_id)
    return Scene(page, desk, clock)


def qr(number: int = 2) -> Qr:
    ends = NOW_MS + QR_LIFE_MS
    return Qr(slot_id=SLOT.slot_id, payload="2@" + "k" * 230, number=number, of=6, shown_ms=NOW_MS, expires_ms=ends)


def pairing(code: str = "K7QF-2MXD") -> PairingCode:
    return PairingCode(
        slot_id=SLOT.slot_id, code=code, number=str(SLOT.number), shown_ms=NOW_MS, expires_ms=NOW_MS + 161_000
    )


OUTCOMES = [
    (LinkState.UNLINKED, "qr_expired", {}, "The code expired", ["Make a new code"]),
    (LinkState.CONNECTING, "scanned", {}, "Code read. Keep the phone online.", []),
    (LinkState.CONNECTING, "stuck", {}, "tried again by itself", []),
    (
        LinkState.UNLINKED,
        "wrong_number",
        {"expected": "+5511999990022", "got": "+5511999990061"},
        "Expected +55 11 99999-0022; got +55 11 99999-0061.",
        ["Scan another phone"],
    ),
    (
        LinkState.UNLINKED,
        "bound_elsewhere",
        {"slot": "1 Pedidos", "account": "Bem-Me-Quer Flores"},
        "This number is already 1 Pedidos of Bem-Me-Quer Flores.",
        ["Show number"],
    ),
    (LinkState.UNLINKED, "bound_hidden", {}, "in an account you cannot see", ["Scan another phone"]),
    (LinkState.LINKING, "no_internet", {}, "The code comes back by itself.", []),
    (LinkState.LINKING, "old_phone", {}, "too old for linked devices", []),
    (LinkState.UNLINKED, "device_limit", {}, "Remove one in Linked devices.", ["Make a new code"]),
    (LinkState.PASSKEY_REQUIRED, "passkey", {}, "asks for a passkey", ["What to do", "Make a new code"]),
    (LinkState.ONLINE, None, {}, "+55 11 99999-0022 is 2 Recepção.", ["Open chats"]),
]


@pytest.mark.parametrize(("state", "code", "facts", "says", "steps"), OUTCOMES)
def test_every_way_that_linking_goes_is_a_state_of_the_page(
    scene: Scene, state: LinkState, code: str | None, facts: dict[str, str], says: str, steps: list[str]
) -> None:
    scene.put(state, code=code, facts=facts)
    assert scene.says(says)
    assert scene.steps() == steps
    asked = QSignalSpy(scene.page.step_asked)
    for button in scene.page._card._notice._buttons[: len(steps)]:
        button.click()
    assert [asked.at(place)[0] for place in range(asked.count())] == [SLOT.slot_id] * len(steps)


def test_the_code_is_shown_with_the_number_that_is_expected_and_its_place_in_the_row(scene: Scene) -> None:
    scene.put(LinkState.LINKING)
    scene.desk.take([QrShown(qr=qr())])
    assert scene.page._card.view.shown
    assert scene.says("expected +55 11 99999-0022")
    assert scene.says("New code in 20 s")
    assert scene.says("Code 2 of 6. After that, the screen waits for you.")
    assert scene.says("On the phone it is listed as “WaDesk · Recepção”.")
    assert scene.page._card.view.sizeHint().width() >= 5 * (scene.page._card.view._code.side + 8)


def test_an_old_phone_is_told_beside_the_code_which_stays(scene: Scene) -> None:
    scene.put(LinkState.LINKING)
    scene.desk.take([QrShown(qr=qr())])
    scene.put(LinkState.LINKING, code="old_phone")
    assert scene.page._card.view.shown
    assert scene.says("too old for linked devices")


def test_history_that_comes_is_counted_on_the_page_until_it_is_there(scene: Scene) -> None:
    scene.put(LinkState.ONLINE)
    assert not scene.page._card._notice._far.isVisibleTo(scene.page)
    scene.desk.take([HistoryProgress(slot_id=SLOT.slot_id, percent=64, messages=900)])
    assert scene.says("Downloading chats: 64%.")
    assert scene.page._card._notice._far.value() == 64
    scene.desk.take([HistoryProgress(slot_id=SLOT.slot_id, percent=100, messages=1400, done=True)])
    assert not scene.says("Downloading chats")


def test_steps_codes_and_history_are_there_only_while_there_is_something_to_link(scene: Scene) -> None:
    for state, linking in (
        (LinkState.UNLINKED, True),
        (LinkState.LINKING, True),
        (LinkState.LOGGED_OUT, True),
        (LinkState.ONLINE, False),
        (LinkState.RESTRICTED, False),
        (LinkState.BANNED, False),
    ):
        scene.put(state)
        assert scene.page._beside.isVisibleTo(scene.page) == linking, state
        assert scene.page._later.isVisibleTo(scene.page) == (state is LinkState.LINKING)


def test_the_words_of_older_phones_are_one_click_away(scene: Scene) -> None:
    assert not scene.says("On older phones")
    scene.page._guide._help.click()
    assert scene.says("On older phones")


def test_a_pairing_code_is_counted_down_copied_without_its_dash_and_cleared_when_it_ends(scene: Scene) -> None:
    scene.put(LinkState.LINKING)
    card = scene.page._pairing
    assert not card._shown.isVisibleTo(card)
    scene.desk.take([PairingCodeShown(code=pairing())])
    assert card._life.text() == "Valid for 2:41"
    card._copy.click()
    assert QGuiApplication.clipboard().text() == "K7QF2MXD"
    scene.clock.ms += 100_500
    card.tick()
    assert card._life.text() == "Valid for 1:01"
    scene.clock.ms += 60_500
    card.tick()
    assert card._life.text() == "The code ran out."
    assert card._boxes.accessibleName() == ""
    assert not card._copy.isVisibleTo(card)
    scene.desk.take([PairingCodeGone(slot_id=SLOT.slot_id)])
    assert not card._shown.isVisibleTo(card)


def test_the_bound_number_is_filled_in_and_what_is_typed_stays_while_states_come_and_go(scene: Scene) -> None:
    card = scene.page._pairing
    assert card._number.text() == "+55 11 99999-0022"
    scene.page.show_slot(FRESH.slot_id)
    assert card._number.text() == ""
    QTest.keyClicks(card._number, "11 98888-7777")
    scene.put(LinkState.LINKING, FRESH)
    assert card._number.text() == "11 98888-7777"
    asked = QSignalSpy(scene.page.code_asked)
    QTest.keyClick(card._number, Qt.Key.Key_Return)
    assert asked.at(0)[:2] == [FRESH.slot_id, "11 98888-7777"]


def test_code_characters_are_spoken_one_by_one() -> None:
    assert plain_code("k7qf-2mxd") == "K7QF2MXD"
    assert spoken_code("K7QF2MXD") == "code K 7 Q F, 2 M X D"


def test_recent_history_comes_unless_another_amount_is_chosen(scene: Scene) -> None:
    card = scene.page._history
    assert card._segments.choice == 1
    asked = QSignalSpy(scene.page.history_chosen)
    card._segments._group.button(2).click()
    assert asked.at(0) == [SLOT.slot_id, HistoryAmount.FULL]
    choices = scene.page._choices
    assert choices.choose(SLOT.slot_id, HistoryAmount.FULL)
    assert not choices.choose(SLOT.slot_id, HistoryAmount.FULL)
    assert choices.amount(FRESH.slot_id) is HistoryAmount.RECENT
    scene.page.show_slot(FRESH.slot_id)
    assert card._segments.choice == 1


def test_the_expected_number_is_never_cut_however_narrow_the_card(scene: Scene) -> None:
    card = scene.page._card
    for width in (396, 300, 260):
        card.setFixedWidth(width)
        card._fit()
        shown = card._expected
        assert shown.text().endswith("+55 11 99999-0022")
        assert card._chip.width() >= 30
    assert shown.text() == "+55 11 99999-0022"


def test_a_step_of_the_page_names_its_kind(scene: Scene) -> None:
    scene.put(LinkState.PAUSED, facts={"by": "Marina"})
    asked = QSignalSpy(scene.page.step_asked)
    scene.page._card._notice._buttons[0].click()
    assert asked.at(0) == [SLOT.slot_id, StepKind.RESUME]
