"""Writing from another number of the account: asked for by name, carried over, never sent, never another account's."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.inbox_people import BAKERY, OTHER, chat, clock, sessions
from tests.ui.inbox_port import message
from tests.ui.inbox_stage import Stage, daily_view, stage
from wadesk.domain.errors import Unavailable
from wadesk.domain.events import SlotRemoved
from wadesk.domain.ids import slot_id
from wadesk.domain.message import Direction
from wadesk.domain.requests import SentFrom
from wadesk.ui.models.inbox import Inbox
from wadesk.ui.models.numbers import NumberRow
from wadesk.ui.widgets.daily_view import DailyView
from wadesk.ui.widgets.sending_words import Way

BALCAO, ENCOMENDAS = slot_id(BAKERY, 1), slot_id(BAKERY, 2)


@pytest.fixture
def made(qapp: object) -> Stage:
    return stage()


@pytest.fixture
def view(made: Stage) -> Iterator[DailyView]:
    with daily_view(made) as shown:
        yield shown


def ask(made: Stage, view: DailyView) -> None:
    """Beatriz is written to, and "2 Encomendas" is picked from the list."""
    made.inbox.open(made.scene.beatriz)
    made.inbox.keep_draft(made.scene.beatriz, "Posso confirmar?")
    made.inbox.draft_returned.emit("Posso confirmar?")
    popup = view.pane.switch.make_popup()
    assert popup is not None
    popup.list.chosen.emit(popup.model.index(1))
    assert view.pane.switch.dialog is not None


def test_the_list_knows_the_numbers_of_the_chats_account_alone(made: Stage, view: DailyView) -> None:
    made.inbox.open(made.scene.mercado)
    popup = view.pane.switch.make_popup()
    assert popup is not None
    rows = [popup.model.row(popup.model.index(row)) for row in range(popup.model.rowCount())]
    assert rows == [NumberRow(session, session.slot.index == 2) for session in sessions(BAKERY)]
    assert not {row.number for row in rows if row} & {one.slot.number for one in sessions(OTHER)}
    popup.close()


def test_no_choice_can_lead_to_another_accounts_number(made: Stage, view: DailyView) -> None:
    made.inbox.open(made.scene.beatriz)
    open_chat = made.inbox.open_chat
    assert open_chat is not None
    asked = len(made.scene.port.calls)
    made.inbox.others.switch.choose(open_chat, slot_id(OTHER, 1))
    assert view.pane.switch.dialog is None
    assert len(made.scene.port.calls) == asked


def test_choosing_asks_with_both_numbers_side_by_side_and_the_focus_on_staying(made: Stage, view: DailyView) -> None:
    view.activateWindow()
    ask(made, view)
    dialog = view.pane.switch.dialog
    assert (dialog.safe.text(), dialog.act.text()) == ("Stay on 1 Balcão", "Open chat in 2 Encomendas")
    assert dialog.safe.isDefault()
    assert dialog.focusWidget() is dialog.safe
    assert (dialog.question.left_here, dialog.question.left_there) == (4, None)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert made.inbox.open_chat.chat_id == made.scene.beatriz
    assert made.scene.port.called("open_chat") == []


def test_accepting_opens_the_other_numbers_chat_with_the_draft_and_sends_nothing(made: Stage, view: DailyView) -> None:
    ask(made, view)
    view.pane.switch.dialog.confirm()
    port, shown = made.scene.port, made.inbox.open_chat
    assert port.called("open_chat") == [(ENCOMENDAS, None, made.scene.beatriz)]
    assert (shown.slot_id, shown.number) == (ENCOMENDAS, port.chats[made.scene.beatriz].number)
    composer = view.pane.composer
    assert (composer.input.toPlainText(), made.inbox.drafts.of(made.scene.beatriz)) == ("Posso confirmar?", "")
    assert composer.shown.slot.slot_id == ENCOMENDAS
    assert port.called("send_text") == []
    assert view.pane.switch.dialog is None
    composer.send()
    assert port.called("send_text") == []


def test_a_refusal_is_said_in_the_question_and_changes_nothing(made: Stage, view: DailyView) -> None:
    ask(made, view)
    made.scene.port.refusal = Unavailable("worker_silent", "This account does not answer.")
    view.pane.switch.dialog.confirm()
    assert view.pane.switch.dialog._error.text() == "This account does not answer. Try in a moment."
    assert (made.inbox.open_chat.chat_id, made.inbox.drafts.of(made.scene.beatriz)) == (
        made.scene.beatriz,
        "Posso confirmar?",
    )
    view.pane.switch.dialog.reject()


def test_a_chat_without_messages_is_listed_only_while_it_is_open_or_written_in(made: Stage, view: DailyView) -> None:
    ask(made, view)
    view.pane.switch.dialog.confirm()
    begun, model = made.inbox.open_chat.chat_id, made.inbox.chats
    assert model.row_of(begun) == 0
    made.inbox.open(made.scene.mercado)
    assert model.index(model.row_of(begun)).data(model.ROW).draft == "Posso confirmar?"
    made.inbox.keep_draft(begun, "")
    assert model.row_of(begun) == -1


def test_an_account_with_one_number_has_no_switch(made: Stage, view: DailyView) -> None:
    made.inbox.open(made.scene.beatriz)
    assert view.pane.composer.switch.isVisibleTo(view.pane.composer)
    made.tell([SlotRemoved(slot_id=slot_id(BAKERY, 2)), SlotRemoved(slot_id=slot_id(BAKERY, 3))])
    assert not view.pane.composer.switch.isVisibleTo(view.pane.composer)
    assert view.pane.switch.make_popup() is None


def test_a_queued_message_stays_with_its_number_when_another_one_is_chosen(made: Stage, view: DailyView) -> None:
    made.inbox.open(made.scene.beatriz)
    made.inbox.send(made.scene.beatriz, sessions()[0].slot.number, "na fila")
    queued = made.scene.port.rows[made.scene.beatriz][-1]
    ask(made, view)
    view.pane.switch.dialog.confirm()
    assert made.scene.port.rows[made.scene.beatriz][-1] is queued
    assert len(made.scene.port.called("send_text")) == 1
    assert all(not rows for of, rows in made.scene.port.rows.items() if of == made.inbox.open_chat.chat_id)


def test_another_number_than_the_usual_one_is_said_with_a_way_back(made: Stage, view: DailyView) -> None:
    ask(made, view)
    view.pane.switch.dialog.confirm()
    strip = view.pane.composer.strip
    assert strip.sentence == "Beatriz has always talked to 1 Balcão. Here they see another number."
    assert [one.text() for one in strip.buttons if one.isVisibleTo(strip)] == ["Back to 1 Balcão"]
    strip.buttons[0].click()
    assert made.inbox.open_chat.chat_id == made.scene.beatriz
    assert view.pane.composer.input.toPlainText() == "Posso confirmar?"
    assert not strip.isVisibleTo(view.pane.composer)
    assert made.scene.port.called("send_text") == []


def test_the_usual_number_is_the_one_most_was_written_from(made: Stage, view: DailyView) -> None:
    port = made.scene.port
    number = port.chats[made.scene.beatriz].number
    other = port.add(chat(3, "j", "Beatriz Amaral", "14:35", "oi", number=number))
    port.sent[other.chat_id] = SentFrom(total=2, numbers={})
    port.sent[made.scene.beatriz] = SentFrom(total=3, numbers={})
    port.store(message(other.chat_id, 1, time_ms=clock("14:36")))
    made.inbox.open(other.chat_id)
    assert view.pane.composer.shown.usual.slot_id == BALCAO
    made.inbox.open(made.scene.beatriz)
    assert view.pane.composer.shown.usual is None
    port.sent[other.chat_id] = SentFrom(total=4, numbers={})
    made.inbox.open(other.chat_id)
    assert view.pane.composer.shown.usual is None


def test_a_group_belongs_to_its_member_and_offers_no_other_number(made: Stage, view: DailyView) -> None:
    group = next(one for one in made.scene.port.chats.values() if one.group)
    made.inbox.open(group.chat_id)
    assert (view.pane.composer.shown.others, made.inbox.others.switch.choices(group)) == (0, [])


def test_the_strips_way_leads_to_the_same_list(made: Stage, view: DailyView, monkeypatch: pytest.MonkeyPatch) -> None:
    offered = []
    monkeypatch.setattr(view.pane.switch, "offer", lambda: offered.append(True))
    made.inbox.open(made.scene.beatriz)
    view.pane.composer.way_asked.emit(Way.SWITCH, view.pane.composer.shown)
    assert offered == [True]


def test_a_discarded_message_goes_when_it_is_reported_and_not_before(made: Stage, view: DailyView) -> None:
    made.inbox.open(made.scene.beatriz)
    failed = message(made.scene.beatriz, 80, "não foi", direction=Direction.OUT, time_ms=clock("14:39"))
    made.scene.port.store(failed)
    rows = made.inbox.messages.rowCount()
    made.scene.port.refusal = Unavailable("worker_silent", "This account does not answer.")
    made.inbox.orders.discard(failed)
    assert made.inbox.messages.rowCount() == rows
    made.inbox.orders.discard(replace(failed))
    assert (made.inbox.messages.rowCount(), made.inbox.messages.row_of(failed.message_id)) == (rows - 1, -1)


def test_a_begun_chat_is_found_again_after_another_account_and_in_a_window_made_anew(
    made: Stage, view: DailyView
) -> None:
    ask(made, view)
    view.pane.switch.dialog.confirm()
    begun = made.inbox.open_chat.chat_id
    made.inbox.show_account(OTHER)
    made.inbox.show_account(BAKERY)
    made.inbox.open(made.scene.mercado)
    assert made.inbox.chats.index(0).data(made.inbox.chats.ROW).draft == "Posso confirmar?"
    again = Inbox(made.desk, made.scene.port, made.steps, lambda: "key", drafts=made.inbox.drafts)
    again.show_account(BAKERY)
    assert (again.chats.chat_at(0).chat_id, again.chats.index(0).data(again.chats.ROW).draft) == (
        begun,
        "Posso confirmar?",
    )


def test_a_draft_stands_in_the_list_of_a_window_made_anew(made: Stage) -> None:
    made.inbox.keep_draft(made.scene.mercado, "quase")
    again = Inbox(made.desk, made.scene.port, made.steps, lambda: "key", drafts=made.inbox.drafts)
    again.show_account(BAKERY)
    row = again.chats.index(again.chats.row_of(made.scene.mercado))
    assert row.data(again.chats.ROW).draft == "quase"
