"""The contact panel: who, from which number, and the count of what left from where; docked or as a drawer."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.inbox_people import BAKERY, OTHER, chat
from tests.ui.inbox_stage import Stage, daily_view, stage, wait_until
from wadesk.domain.ids import slot_id
from wadesk.domain.message import Direction
from wadesk.domain.requests import SentFrom
from wadesk.paths import resources
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.collapse import Columns, columns
from wadesk.ui.widgets.daily_view import DailyView

BALCAO = "+5511999990011"


@pytest.fixture
def made(qapp: object) -> Stage:
    return stage()


@pytest.fixture
def view(made: Stage) -> Iterator[DailyView]:
    with daily_view(made, 1376) as shown:
        yield shown


def test_it_names_person_number_and_the_number_the_chat_is_held_from(made: Stage, view: DailyView) -> None:
    made.inbox.open(made.scene.beatriz)
    panel = view.contact
    assert panel.isVisible()
    assert (panel._name.text(), panel._number.text()) == ("Beatriz Amaral", "+55 11 99999-0094")
    assert panel.chip.accessibleName() == "1 Balcão +55 11 99999-0011"


def test_it_says_that_all_messages_left_from_the_chats_number(made: Stage, view: DailyView) -> None:
    made.scene.port.sent[made.scene.beatriz] = SentFrom(total=214, numbers={BALCAO: 214})
    made.inbox.open(made.scene.beatriz)
    box = view.contact.audit
    assert (box.tone, box.isVisible()) == ("ok", True)
    assert box.accessibleName().startswith("All 214 messages left from + 5 5  1 1  9 9 9 9 9  0 0 1 1. Checked")


def test_one_message_from_another_number_is_an_alarm_that_names_it(made: Stage, view: DailyView) -> None:
    made.scene.port.sent[made.scene.beatriz] = SentFrom(total=214, numbers={BALCAO: 213, "+5511999990012": 1})
    made.inbox.open(made.scene.beatriz)
    box = view.contact.audit
    assert box.tone == "danger"
    assert box._title.text().replace("\u00a0", " ").replace("\u2011", "-") == (
        "1 of 214 messages left from another number: +55 11 99999-0012"
    )


def test_a_chat_nothing_left_from_says_so(made: Stage, view: DailyView) -> None:
    made.inbox.open(made.scene.mercado)
    assert (view.contact.audit.tone, view.contact.audit._title.text()) == (
        "idle",
        "No message has left in this chat yet.",
    )


def test_what_was_counted_for_one_chat_is_never_shown_with_another(made: Stage, view: DailyView) -> None:
    made.scene.port.sent[made.scene.beatriz] = SentFrom(total=214, numbers={BALCAO: 214})
    made.inbox.open(made.scene.beatriz)
    made.inbox.open(made.scene.mercado)
    assert "214" not in view.contact.audit._title.text()


def test_a_message_that_leaves_is_counted_again(made: Stage, view: DailyView) -> None:
    made.inbox.open(made.scene.beatriz)
    assert "All 4 messages" in view.contact.audit._title.text()
    made.inbox.send(made.scene.beatriz, BALCAO, "mais uma")
    assert made.scene.port.rows[made.scene.beatriz][-1].direction is Direction.OUT
    wait_until(lambda: "All 5 messages" in view.contact.audit._title.text())


def test_nothing_is_counted_while_the_panel_is_hidden(made: Stage, view: DailyView) -> None:
    kept = []
    view.contact_chosen.connect(kept.append)
    made.inbox.open(made.scene.beatriz)
    view.toggle_contact()
    assert (view.contact.isVisible(), kept) == (False, [False])
    asked = len(made.scene.port.called("sent_from"))
    made.inbox.open(made.scene.mercado)
    assert len(made.scene.port.called("sent_from")) == asked


def test_below_1120_it_is_a_drawer_over_a_scrim_that_esc_closes(made: Stage) -> None:
    with daily_view(made, 900) as view:
        view.activateWindow()
        made.inbox.open(made.scene.beatriz)
        assert not view.contact.isVisible()
        QTest.mouseClick(view.pane.header.contact, Qt.MouseButton.LeftButton)
        wait_until(lambda: view.contact.x() == 900 - 304)
        assert (view.drawer.isVisible(), view.contact.width()) == (True, 304)
        assert view.focusWidget() is view.contact.close_button
        QTest.keyClick(view.contact, Qt.Key.Key_Escape)
        assert (view.drawer.isVisible(), view.contact.isVisible()) == (False, False)
        assert view.focusWidget() is view.pane.header.contact


def test_a_click_beside_the_drawer_closes_it(made: Stage) -> None:
    with daily_view(made, 900) as view:
        made.inbox.open(made.scene.beatriz)
        view.toggle_contact()
        QTest.mouseClick(view.drawer, Qt.MouseButton.LeftButton, pos=view.rect().center() / 2)
        assert not view.drawer.isVisible()


def test_a_group_is_called_a_group(made: Stage, view: DailyView) -> None:
    group = next(one for one in made.scene.port.chats.values() if one.group)
    made.inbox.open(group.chat_id)
    assert (view.contact.title.text(), view.contact._number.isVisible()) == ("Group", False)


def test_another_account_shows_nothing_of_this_one(made: Stage, view: DailyView) -> None:
    made.scene.port.add(chat(1, "a", "Davi", "14:00", "da oficina", OTHER))
    made.inbox.open(made.scene.beatriz)
    made.inbox.show_account(OTHER)
    assert not view.contact.isVisible()
    assert slot_id(BAKERY, 1) not in {one.chat_id for one in made.inbox.chats.with_person("+5511999990094")}


@pytest.mark.parametrize(
    ("window", "inner", "wanted", "contact", "expected"),
    [
        (1440, 1215, 0, True, Columns(True, True, 344)),
        (1280, 1055, 0, True, Columns(True, True, 344)),
        (1280, 1055, 420, True, Columns(True, True, 346)),
        (1280, 1055, 420, False, Columns(True, True, 420)),
        (1119, 1054, 420, True, Columns(True, False, 304)),
        (820, 755, 0, False, Columns(True, False, 304)),
        (819, 754, 0, False, Columns(False, False, 304)),
    ],
)
def test_columns_share_the_width_as_designed(
    qapp: object, window: int, inner: int, wanted: int, contact: bool, expected: Columns
) -> None:
    assert columns(Theme(resources()), window, inner, wanted, contact=contact) == expected


def test_a_list_that_was_made_wider_stays_so_and_is_told(made: Stage, view: DailyView) -> None:
    told = []
    view.list_width_chosen.connect(told.append)
    view.restore(400, contact=False)
    assert view.column.width() == 400
    view._splitter.moveSplitter(380, 1)
    assert told == [380]
    view.resize(1400, 800)
    assert view.column.width() == 380
