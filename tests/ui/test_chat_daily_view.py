"""The daily view: list and chat side by side or one at a time, and reading only what is seen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.inbox_people import BAKERY, chat, clock
from tests.ui.inbox_port import Gate, message
from tests.ui.inbox_stage import Stage, daily_view, stage, wait_until
from wadesk.domain.errors import Unavailable
from wadesk.domain.ids import slot_id
from wadesk.domain.linkstate import LinkState
from wadesk.ui.widgets.daily_view import DailyView
from wadesk.ui.widgets.new_chat import NewChat


@pytest.fixture
def made(qapp: QApplication) -> Stage:
    return stage()


@pytest.fixture
def view(made: Stage) -> Iterator[DailyView]:
    with daily_view(made) as shown:
        yield shown


def test_a_click_on_a_row_opens_its_chat(made: Stage, view: DailyView) -> None:
    chats = view.column.chats
    place = chats.visualRect(made.inbox.chats.index(1)).center()
    QTest.mouseClick(chats.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert made.inbox.open_chat.name == "Mercado Boa Praça"


@pytest.mark.parametrize(("width", "list_width"), [(1120, 344), (1376, 344), (1119, 304), (820, 304)])
def test_the_list_takes_the_width_of_the_design(made: Stage, width: int, list_width: int) -> None:
    with daily_view(made, width) as view:
        made.inbox.open(made.scene.beatriz)
        assert (view.column.width(), view.pane.isVisible()) == (list_width, True)


def test_a_narrow_window_shows_one_pane_with_a_way_back(made: Stage) -> None:
    with daily_view(made, 615) as view:
        assert (view.column.isVisible(), view.pane.isVisible()) == (True, False)
        made.inbox.open(made.scene.beatriz)
        assert (view.column.isVisible(), view.pane.isVisible()) == (False, True)
        QTest.mouseClick(view.pane.header.back, Qt.MouseButton.LeftButton)
        assert (made.inbox.open_chat, view.column.isVisible()) == (None, True)


def test_an_open_chat_is_read_in_an_active_window_at_its_end(made: Stage, view: DailyView) -> None:
    port = made.scene.port
    view.activateWindow()
    made.inbox.open(made.scene.mercado)
    assert len(port.called("mark_read")) == 1
    for arrival in range(2, 60):
        port.store(message(made.scene.mercado, arrival, time_ms=clock("14:40") + arrival))
    marked = len(port.called("mark_read"))
    view.pane.messages.scroll_by(400)
    port.store(message(made.scene.mercado, 60, time_ms=clock("14:40") + 60))
    assert len(port.called("mark_read")) == marked
    view.pane.messages.to_end()
    assert port.called("mark_read")[-1] == (made.scene.mercado, "m60")


def test_a_hidden_view_reads_nothing(made: Stage, view: DailyView) -> None:
    made.inbox.open(made.scene.beatriz)
    view.hide()
    made.scene.port.store(message(made.scene.beatriz, 60, time_ms=clock("14:40")))
    assert made.scene.port.called("mark_read") == []


def test_the_filters_list_offers_this_accounts_numbers_alone(made: Stage, view: DailyView) -> None:
    popup = view.column.filters.number.make_popup()
    spoken = [popup.model.index(row).data() for row in range(popup.model.rowCount())]
    assert [words.split(",")[0] for words in spoken] == ["All numbers", "1 Balcão", "2 Encomendas", "3 Entregas"]
    popup.list.chosen.emit(popup.model.index(2))
    assert made.inbox.chats.number == slot_id(BAKERY, 2)


def test_a_new_chat_has_no_default_sender_while_all_numbers_are_shown(made: Stage, view: DailyView) -> None:
    view.ask_new_chat()
    dialog = view.new_chat.dialog
    assert isinstance(dialog, NewChat)
    dialog.number.setText("11 98888-0001")
    assert not dialog.act.isEnabled()
    dialog.senders.button(2).click()
    dialog.confirm()
    port = made.scene.port
    assert port.called("check_number") == [(slot_id(BAKERY, 3), "+5511988880001")]
    assert (port.called("open_chat"), port.called("send_text")) == ([(slot_id(BAKERY, 3), "+5511988880001", None)], [])
    assert (made.inbox.open_chat.number, made.inbox.open_chat.slot_id) == ("+5511988880001", slot_id(BAKERY, 3))
    assert view.new_chat.dialog is None


def test_a_new_chat_takes_the_number_the_list_is_limited_to(made: Stage, view: DailyView) -> None:
    made.inbox.set_filter(slot_id(BAKERY, 2))
    view.ask_new_chat()
    assert view.new_chat.dialog.senders.checkedId() == 1
    view.new_chat.dialog.reject()


def test_a_number_that_is_spelled_otherwise_on_whatsapp_is_shown_and_asked_for_once_more(
    made: Stage, view: DailyView
) -> None:
    port = made.scene.port
    port.named["+5511988880001"] = "+551188880001"
    made.inbox.set_filter(slot_id(BAKERY, 2))
    view.ask_new_chat()
    dialog = view.new_chat.dialog
    dialog.number.setText("11 98888-0001")
    dialog.confirm()
    assert (dialog.number.text(), port.called("open_chat")) == ("+55 1188880001", [])
    assert dialog._note.isVisibleTo(dialog)
    dialog.confirm()
    assert made.inbox.open_chat.number == "+551188880001"


def test_a_number_that_nobody_has_on_whatsapp_opens_nothing_and_stays_typed(made: Stage, view: DailyView) -> None:
    made.scene.port.named["+5511988880001"] = None
    made.inbox.set_filter(slot_id(BAKERY, 2))
    view.ask_new_chat()
    dialog = view.new_chat.dialog
    dialog.number.setText("11 98888-0001")
    dialog.confirm()
    assert dialog._error.text() == "This phone is not on WhatsApp. Check the number."
    assert (dialog.number.text(), made.scene.port.called("open_chat")) == ("11 98888-0001", [])
    dialog.reject()


def test_a_number_that_cannot_be_one_and_a_refusal_are_said_in_the_dialog(made: Stage, view: DailyView) -> None:
    view.ask_new_chat()
    dialog = view.new_chat.dialog
    dialog.senders.button(0).click()
    dialog.number.setText("123")
    dialog.confirm()
    assert "cannot be a phone number" in dialog._error.text()
    made.scene.port.refusal = Unavailable("worker_silent", "This account does not answer.")
    dialog.number.setText("11 98888-0001")
    dialog.confirm()
    assert dialog._error.text() == "This account does not answer. Try in a moment."
    assert (dialog.number.text(), dialog.act.isEnabled()) == ("11 98888-0001", True)
    dialog.reject()


def test_an_answer_for_a_dialog_that_was_closed_opens_nothing(made: Stage, view: DailyView) -> None:
    made.inbox.set_filter(slot_id(BAKERY, 2))
    view.ask_new_chat()
    view.new_chat.dialog.number.setText("11 98888-0001")
    made.scene.port.gate = Gate()
    view.new_chat.dialog.confirm()
    view.new_chat.dialog.reject()
    made.scene.port.gate.is_open = True
    made.steps.go()
    assert (made.inbox.open_chat, made.scene.port.called("open_chat")) == (None, [])


def test_what_is_refused_without_an_open_chat_is_told_outside(made: Stage, view: DailyView) -> None:
    told = []
    view.trouble_told.connect(told.append)
    made.inbox.refused.emit(Unavailable("worker_silent", "This account does not answer."))
    made.inbox.open(made.scene.beatriz)
    made.inbox.refused.emit(Unavailable("worker_silent", "This account does not answer."))
    assert len(told) == 1


def test_hostile_names_and_previews_stay_in_their_row(made: Stage, view: DailyView) -> None:
    family = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
    hostile = {"a": "\u202egnirts\u202e" * 40_000, "j": family * 10_000, "h": "\n\n\u200b" * 50_000 + "Z"}
    for letter, name in hostile.items():
        made.inbox.chats.put(chat(1, letter, name, "14:39", name))
    assert not view.grab().isNull()
    spoken = made.inbox.chats.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert len(spoken) < 1_000
    assert "\u202e" not in spoken


@pytest.mark.parametrize("width", [1376, 836, 616])
def test_the_block_with_the_initials_is_there_at_every_width(made: Stage, width: int) -> None:
    with daily_view(made, width, 560) as view:
        composer = view.pane.composer
        made.inbox.open(made.scene.beatriz)
        made.put_state(1, LinkState.LOGGED_OUT)
        wait_until(lambda: composer._pulse.state() is QAbstractAnimation.State.Stopped)
        picture: QImage = composer.grab().toImage()
        assert picture.pixelColor(6, 40).name() == "#4c6ce7"


def test_choosing_the_chat_that_is_open_leads_back_to_its_composer(made: Stage) -> None:
    with daily_view(made, 1376) as view:
        made.inbox.open(made.scene.beatriz)
        view.column.chats.setFocus()
        assert view.focusWidget() is not view.pane.composer.input
        view.column.chats.opened.emit(made.scene.beatriz)
        assert view.focusWidget() is view.pane.composer.input
