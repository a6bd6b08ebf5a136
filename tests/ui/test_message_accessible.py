"""The open chat as a screen reader has it: a list, an item per message, each with its phrase and its place."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QAccessible

from tests.ui.inbox_people import clock
from tests.ui.inbox_port import message
from tests.ui.inbox_stage import Stage, daily_view, stage, wait_until
from wadesk.domain.message import Direction, MessageState
from wadesk.ui.widgets.daily_view import DailyView


@pytest.fixture
def made(qapp: object) -> Stage:
    return stage()


@pytest.fixture
def view(made: Stage) -> Iterator[DailyView]:
    with daily_view(made) as shown:
        yield shown


def test_the_messages_are_a_list_of_phrases(made: Stage, view: DailyView) -> None:
    made.inbox.open(made.scene.beatriz)
    tree = QAccessible.queryAccessibleInterface(view.pane.messages)
    assert (tree.role(), tree.text(QAccessible.Text.Name)) == (QAccessible.Role.List, "Messages")
    assert tree.childCount() == made.inbox.messages.rowCount()
    spoken = [tree.child(row).text(QAccessible.Text.Name) for row in range(tree.childCount())]
    assert spoken[-2:] == [
        "Beatriz Amaral, 14:32: Perfeito, pode confirmar!",
        "You, 14:33: Confirmado! Retirada no balcão. 🧡. delivered",
    ]


def test_an_item_stands_where_its_message_is_painted(made: Stage, view: DailyView) -> None:
    made.inbox.open(made.scene.beatriz)
    messages = view.pane.messages
    last = made.inbox.messages.rowCount() - 1
    item = QAccessible.queryAccessibleInterface(messages).child(last)
    place = messages.visualRect(made.inbox.messages.index(last))
    assert item.rect().topLeft() == messages.viewport().mapToGlobal(place.topLeft())


def test_a_failed_message_says_what_enter_does(made: Stage, view: DailyView) -> None:
    made.inbox.open(made.scene.beatriz)
    failed = message(
        made.scene.beatriz,
        90,
        "não foi",
        direction=Direction.OUT,
        state=MessageState.FAILED,
        time_ms=clock("14:39"),
    )
    made.scene.port.store(failed)
    tree = QAccessible.queryAccessibleInterface(view.pane.messages)
    spoken = tree.child(tree.childCount() - 1).text(QAccessible.Text.Name)
    assert spoken == "You, 14:39: não foi. not sent, Enter to try again"


def test_chat_rows_are_spoken_with_their_number(made: Stage, view: DailyView) -> None:
    tree = QAccessible.queryAccessibleInterface(view.column.chats)
    assert tree.child(1).text(QAccessible.Text.Name).startswith("Mercado Boa Praça, on number 2 Encomendas, 3 unread")


def test_what_comes_in_is_told_politely_and_what_failed_at_once(made: Stage, view: DailyView) -> None:
    port, said = made.scene.port, []
    made.inbox.open(made.scene.beatriz)
    view.pane.announcer.said.connect(lambda words, polite: said.append((words, polite)))
    port.store(message(made.scene.beatriz, 91, "chegou?", time_ms=clock("14:39")))
    ours = message(made.scene.beatriz, 92, "já vai", direction=Direction.OUT, time_ms=clock("14:40"))
    port.store(ours)
    port.change(replace(ours, state=MessageState.FAILED))
    port.change(replace(ours, state=MessageState.FAILED, error="refused"))
    assert said == [
        ("Beatriz Amaral, 14:39: chegou?", True),
        ("You, 14:40: já vai. not sent, Enter to try again", False),
    ]


def test_other_chats_are_told_of_as_a_count_once_in_ten_seconds(made: Stage, view: DailyView) -> None:
    port, said = made.scene.port, []
    made.inbox.open(made.scene.beatriz)
    view.pane.announcer.said.connect(lambda words, polite: said.append((words, polite)))
    for arrival in range(3):
        port.store(message(made.scene.rafael, 93 + arrival, "oi", time_ms=clock("14:40") + arrival))
    assert said == [("15 unread in other chats", True)]
    view.pane.announcer._pause.setInterval(0)
    view.pane.announcer._pause.start()
    wait_until(lambda: len(said) == 2)
    assert said[1] == ("17 unread in other chats", True)


def test_a_new_bubble_comes_in_only_at_the_bottom_and_only_where_things_move(made: Stage, view: DailyView) -> None:
    messages, port = view.pane.messages, made.scene.port
    made.inbox.open(made.scene.beatriz)
    port.store(message(made.scene.beatriz, 91, "um", time_ms=clock("14:39")))
    assert messages.fade.message_id == "m91"
    assert messages.fade.share("m91") < 1
    wait_until(lambda: messages.fade.message_id is None)
    for arrival in range(92, 130):
        port.store(message(made.scene.beatriz, arrival, "mais", time_ms=clock("14:40") + arrival))
    messages.fade.stop()
    messages.scroll_by(300)
    port.store(message(made.scene.beatriz, 140, "não visto", time_ms=clock("14:45")))
    assert messages.fade.message_id is None
    messages.to_end()
    messages._theme.use(reduced=True)
    port.store(message(made.scene.beatriz, 141, "sem mover", time_ms=clock("14:46")))
    assert messages.fade.message_id is None
