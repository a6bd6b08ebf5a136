"""Names and texts that would like to be something else: shown as text, cut where they are long, blocking nothing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.ui.inbox_people import chat, clock
from tests.ui.inbox_port import message
from tests.ui.inbox_stage import Stage, daily_view, stage
from wadesk.domain.message import Chat, Direction
from wadesk.ui.chat_words import chat_name, first_name
from wadesk.ui.message_words import Deed
from wadesk.ui.widgets.bubble_text import SHOWN_CHARACTERS
from wadesk.ui.widgets.daily_view import DailyView
from wadesk.ui.widgets.sending_words import strip_for

HTML = "<b>Pix</b> <img src=file:///etc/passwd> & <a href=javascript:x>clique</a>"
OVERRIDE = "Balcão \u202e1100-99999\u202c"
NAMES = {
    "html": HTML,
    "override": OVERRIDE,
    "invisible": "\u200b\u2060\ufeff" * 1_000 + "Ana",
    "long": "A" * 200_000,
    "lines": "Ana\n\n\n+55 11 99999-0011\n" * 100,
    "format": "{slot} {0} {contact.__class__}",
    "emoji": "\U0001f469\u200d\U0001f469\u200d\U0001f467" * 10_000,
    "none": "\u200b",
}


@pytest.fixture
def made(qapp: object) -> Stage:
    return stage()


@pytest.fixture
def view(made: Stage) -> Iterator[DailyView]:
    with daily_view(made, 1376) as shown:
        yield shown


def named(made: Stage, name: str) -> Chat:
    hostile = made.scene.port.add(chat(1, "j", name, "14:39", name), [])
    made.scene.port.store(message(hostile.chat_id, 1, name, time_ms=clock("14:39")))
    return made.scene.port.chats[hostile.chat_id]


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_hostile_name_is_text_everywhere_it_stands(made: Stage, view: DailyView, name: str) -> None:
    hostile = named(made, name)
    made.inbox.open(hostile.chat_id)
    assert not view.grab().isNull()
    shown = [label for label in view.findChildren(QLabel) if label.isVisible() and label.text()]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in shown)
    assert not any(char in label.text() for label in shown for char in "\u202e\u200b\ufeff\n")
    assert len(view.pane.composer.input.placeholderText()) < 400
    assert len(view.contact.accessibleName()) < 400


def test_a_name_of_nothing_visible_gives_way_to_the_number(made: Stage) -> None:
    hostile = named(made, NAMES["none"])
    assert chat_name(hostile) == first_name(hostile) == "+55 11 99999-0099"


def test_a_name_cannot_write_into_the_sentences_it_stands_in(made: Stage, view: DailyView) -> None:
    hostile = named(made, NAMES["format"])
    made.inbox.open(hostile.chat_id)
    sender = made.inbox.sender_for(hostile.chat_id)
    assert strip_for(sender, 0) is None
    assert view.pane.composer.input.placeholderText() == "Write to {slot}"


@pytest.mark.parametrize("text", [HTML, OVERRIDE, "a" * 200_000, "\U0001f600" * 10_000, "\n" * 50_000])
def test_a_hostile_text_is_shown_as_it_is_and_no_longer_than_a_few_screens(
    made: Stage, view: DailyView, text: str
) -> None:
    made.inbox.open(made.scene.beatriz)
    made.scene.port.store(message(made.scene.beatriz, 90, text, time_ms=clock("14:39")))
    messages, last = view.pane.messages, made.inbox.messages.rowCount() - 1
    shape = messages.rows.shape(last)
    assert text.startswith(shape.laid.text)
    assert len(shape.laid.text) <= SHOWN_CHARACTERS
    assert shape.bubble.width() <= messages.viewport().width()
    cut = len(text) > len(shape.laid.text)
    assert ([deed for _, deed, _ in shape.deeds] == [Deed.MORE]) == cut
    assert not view.grab().isNull()


def test_more_of_a_long_text_is_shown_on_request(made: Stage, view: DailyView) -> None:
    made.inbox.open(made.scene.beatriz)
    long = message(made.scene.beatriz, 90, "palavra " * 1_200, time_ms=clock("14:39"), direction=Direction.OUT)
    made.scene.port.store(long)
    messages, last = view.pane.messages, made.inbox.messages.rowCount() - 1
    messages.carry_out(long, Deed.MORE)
    messages.carry_out(long, Deed.MORE)
    assert messages.rows.shape(last).laid.text == long.text
