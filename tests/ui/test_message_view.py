"""The chat on the screen: it opens at its end, stays where it is read, and no text can stop it."""

import time
from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.inbox_people import chat, chat_id, now_ms, sessions
from tests.ui.inbox_port import FakePort, Gate, LongChat, Steps, message
from wadesk.domain.linkstate import LinkState
from wadesk.domain.message import Direction, Kind, Message, MessageState
from wadesk.paths import resources
from wadesk.ui.message_words import Deed
from wadesk.ui.models.messages import MessageListModel
from wadesk.ui.models.sender import sender_of
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.message_view import MessageView

CHAT = chat_id(1, "a")
SENDER = sender_of(chat(1, "a", "Ana", "10:00", ""), sessions()[0])
OURS = {"direction": Direction.OUT, "state": MessageState.READ}


class Shown:
    """A view on a chat with given messages."""

    def __init__(self, rows: list[Message] | LongChat) -> None:
        self.port = FakePort()
        self.port.add(chat(1, "a", "Ana", "10:00", ""), rows)
        self.steps = Steps()
        self.model = MessageListModel(self.port, self.steps)
        self.view = MessageView(Theme(resources()), self.model, now_ms)
        self.view.resize(600, 500)
        self.view.show_sender(SENDER)
        self.view.show()

    def open(self, unread: int = 0) -> "Shown":
        self.model.open(CHAT, unread)
        self.paint()
        return self

    def paint(self) -> None:
        """Paint what is due, now."""
        self.view.viewport().repaint()

    @property
    def seen(self) -> list[tuple[str, int]]:
        """Messages on the screen with their tops."""
        return [(self.model.message(row).message_id, top) for row, top in self.view.anchor.visible()]

    def point_of(self, deed: Deed) -> QPoint:
        """Where a click does ``deed``."""
        for row, top in self.view.anchor.visible():
            for rect, found, _ in self.view.rows.shape(row).deeds:
                if found is deed:
                    return rect.center() + QPoint(0, top)
        raise AssertionError(f"{deed} is not offered")


@pytest.fixture
def long(qapp: QApplication) -> Iterator[Shown]:
    shown = Shown(LongChat(CHAT, 100_000)).open()
    yield shown
    shown.view.close()


def only(*rows: Message) -> Shown:
    return Shown(list(rows)).open()


def test_a_chat_opens_at_its_end(long: Shown) -> None:
    assert long.seen[-1][0] == "m99999"
    assert long.view.anchor.at_end


def test_opening_costs_the_same_in_a_short_chat_and_in_a_long_one(qapp: QApplication) -> None:
    measured = [Shown(LongChat(CHAT, length)).open().view.rows.measured for length in (300, 1_000_000)]
    # The rows differ by their texts alone, a little.
    assert max(measured) < 60
    assert abs(measured[0] - measured[1]) < 25


def test_older_pages_come_while_scrolling_and_nothing_jumps(long: Shown) -> None:
    for _ in range(200):
        before = dict(long.seen)
        long.view.scroll_by(90)
        after = dict(long.seen)
        kept = before.keys() & after.keys()
        assert kept
        assert {after[one] - before[one] for one in kept} == {90}
    assert len(long.port.called("list_messages")) > 5


def test_the_first_bubble_stays_when_the_day_line_above_it_goes(long: Shown) -> None:
    long.port.gate = gate = Gate()
    long.view.to_row(0)
    assert long.view.rows.shape(0).day is not None
    first = long.seen[0][0]
    before = long.view.anchor.top_of(0) + long.view.rows.shape(0).bubble.y()
    gate.is_open = True
    long.steps.go()
    row = long.model.row_of(first)
    assert row == 50
    assert long.view.rows.shape(row).day is None
    assert long.view.anchor.top_of(row) + long.view.rows.shape(row).bubble.y() == before


def test_a_new_message_stays_in_sight_at_the_end_only(long: Shown) -> None:
    long.model.apply(message(CHAT, 100_000, "nova"))
    assert long.seen[-1][0] == "m100000"
    long.view.scroll_by(200)
    before = long.seen
    long.model.apply(message(CHAT, 100_001, "outra"))
    assert long.seen == before


def test_the_scroll_bar_leads_to_both_ends_of_what_is_loaded(long: Shown) -> None:
    bar = long.view.verticalScrollBar()
    assert bar.value() == bar.maximum()
    long.view.scroll_by(300)
    assert bar.value() < bar.maximum()
    bar.setValue(bar.maximum())
    assert long.view.anchor.at_end
    bar.setValue(bar.maximum() // 2)
    assert not long.view.anchor.at_end


def test_it_opens_at_the_unread_line_when_that_is_further_up(qapp: QApplication) -> None:
    shown = Shown([message(CHAT, arrival) for arrival in range(80)]).open(unread=40)
    assert shown.seen[0][0] == "m40"
    assert shown.view.rows.shape(40).around.unread == "40 unread messages"


def test_only_the_newest_message_of_ours_says_its_state_in_words(qapp: QApplication) -> None:
    shown = only(message(CHAT, 1, **OURS), message(CHAT, 2, **OURS), message(CHAT, 3))
    assert [shown.view.rows.shape(row).around.words for row in range(3)] == ["", "Read", ""]


def test_bubbles_of_one_side_within_five_minutes_are_a_group(qapp: QApplication) -> None:
    first = message(CHAT, 1)
    times = (first.time_ms + 299_000, first.time_ms + 600_000)
    shown = only(first, *(message(CHAT, arrival, time_ms=at) for arrival, at in enumerate(times, 2)))
    around = [shown.view.rows.shape(row).around for row in range(3)]
    assert [one.ends_group for one in around] == [False, True, True]
    assert [one.begins_group for one in around] == [True, False, True]


def test_a_group_names_who_wrote_and_a_message_that_is_no_text_is_named(qapp: QApplication) -> None:
    group = replace(SENDER.chat, group=True, number=None, name="Fornecedores")
    voice = message(CHAT, 1, "", kind=Kind.VOICE, detail="0:12", sender_name="Téo", sender_number="+5511988887777")
    shown = only(voice)
    shown.view.show_sender(sender_of(group, sessions()[0]))
    shape = shown.view.rows.shape(0)
    assert shape.sender is not None
    assert shape.laid.text == "Voice message, 0:12"
    spoken = shown.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Téo  +55 11 98888-7777")


@pytest.mark.parametrize("kind", list(Kind))
def test_no_kind_is_blank(qapp: QApplication, kind: Kind) -> None:
    shown = only(message(CHAT, 1, "corpo" if kind is Kind.TEXT else "", kind=kind))
    assert shown.view.rows.shape(0).laid.text.strip()


def test_a_queued_message_says_where_it_waits_while_the_number_is_away(qapp: QApplication) -> None:
    shown = only(message(CHAT, 1, direction=Direction.OUT, state=MessageState.QUEUED))
    assert shown.view.rows.shape(0).around.note is None
    online = sessions()[0]
    away = replace(online, status=replace(online.status, state=LinkState.RECONNECTING))
    shown.view.show_sender(sender_of(SENDER.chat, away))
    assert shown.view.rows.shape(0).around.note.text == "Queued in 1 Balcão. Leaves once reconnected."


def test_a_failed_message_is_sent_again_by_a_click_and_by_enter(qapp: QApplication) -> None:
    shown = only(message(CHAT, 1, direction=Direction.OUT, state=MessageState.FAILED, error="query_failed"))
    asked = []
    shown.view.deed_asked.connect(lambda message, deed: asked.append((message.message_id, deed)))
    QTest.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=shown.point_of(Deed.RESEND))
    QTest.keyClick(shown.view, Qt.Key.Key_Return)
    assert asked == [("m1", Deed.RESEND)] * 2


def test_an_uncertain_message_offers_both_answers(qapp: QApplication) -> None:
    shown = only(message(CHAT, 1, direction=Direction.OUT, state=MessageState.UNCERTAIN))
    assert [deed for _, deed, _ in shown.view.rows.shape(0).deeds] == [Deed.RESEND, Deed.ARRIVED]
    asked = []
    shown.view.deed_asked.connect(lambda _message, deed: asked.append(deed))
    QTest.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=shown.point_of(Deed.ARRIVED))
    assert asked == [Deed.ARRIVED]


def test_the_focused_message_and_a_selected_stretch_are_copied(qapp: QApplication) -> None:
    shown = only(message(CHAT, 1, "primeira"), message(CHAT, 2, "bolo 🎂 pronto"))
    QTest.keyClick(shown.view, Qt.Key.Key_Up)
    QTest.keyClick(shown.view, Qt.Key.Key_Up)
    shown.view.copy()
    assert QGuiApplication.clipboard().text() == "primeira"
    row, top = list(shown.view.anchor.visible())[1]
    start = shown.view.rows.shape(row).text_at + QPoint(1, 8 + top)
    QTest.mousePress(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(shown.view.viewport(), start + QPoint(400, 0))
    shown.view.copy()
    assert QGuiApplication.clipboard().text() in {"bolo 🎂 pronto", "primeira"}
    QTest.mouseDClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    shown.view.copy()
    assert QGuiApplication.clipboard().text() == "bolo 🎂 pronto"


HOSTILE = {
    "turned around": "\u202e" + "texto de trás para a frente " * 20,
    "invisible": "\u200b" * 200_000,
    "endless": "a" * 200_000,
    "long": "palavra " * 25_000,
    "emoji": "\U0001f469\u200d\U0001f469\u200d\U0001f467" * 10_000,
    "lines": "\n" * 200_000,
    "tower": "Z" + "\u0336\u0310\u0353" * 60_000,
    "arabic": "مرحبا بك في المخبز " * 8_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_stops_the_window(qapp: QApplication, name: str) -> None:
    text = HOSTILE[name]
    shown = Shown([message(CHAT, 1, text), message(CHAT, 2, "depois")])
    began = time.thread_time()
    shown.open()
    shown.view.scroll_by(400)
    shown.paint()
    # A person notices a tenth of a second; the machines that test are slow.
    assert time.thread_time() - began < 1.0
    shape = shown.view.rows.shape(0)
    assert len(shape.laid.text) <= 4_000
    assert shape.bubble.width() <= 440
    assert shape.time_at.intersected(shape.bubble) == shape.time_at


def test_a_long_text_is_shown_in_parts_and_copied_whole(qapp: QApplication) -> None:
    text = "palavra " * 2_000
    shown = only(message(CHAT, 1, text))
    before = len(shown.view.rows.shape(0).laid.text)
    shown.view.carry_out(shown.model.message(0), Deed.MORE)
    assert len(shown.view.rows.shape(0).laid.text) == 2 * before
    shown.view.setCurrentIndex(shown.model.index(0))
    shown.view.copy()
    assert QGuiApplication.clipboard().text() == text


def test_a_scroll_paints_only_the_strip_that_appears(long: Shown) -> None:
    long.view.scroll_by(400)
    long.paint()
    measured = long.view.rows.measured
    long.view.scroll_by(10)
    long.paint()
    assert long.view.rows.measured - measured <= 2


@pytest.mark.parametrize(("width", "below"), [(600, False), (340, True)])
def test_what_can_be_done_stands_below_the_reason_where_both_have_no_room(
    qapp: QApplication, width: int, below: bool
) -> None:
    failed = message(CHAT, 1, direction=Direction.OUT, state=MessageState.FAILED, error="engine_died")
    shown = Shown([failed])
    shown.view.resize(width, 500)
    shown.open()
    shape = shown.view.rows.shape(0)
    places = [place for place, _, _ in shape.deeds]
    assert all(place.left() >= 0 and place.right() <= width for place in places)
    assert [place.y() > shape.note.y() for place in places] == [below, below]
    assert shape.height >= places[-1].bottom()
    assert [deed for _, deed, _ in shape.deeds] == [Deed.RESEND, Deed.DISCARD]
