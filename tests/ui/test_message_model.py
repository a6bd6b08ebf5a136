"""The window over a chat: newest page first, more on demand, each message once and in order."""

import pytest
from msgspec.structs import replace

from tests.ui.inbox_people import chat, chat_id
from tests.ui.inbox_port import FakePort, Gate, LongChat, Steps, message
from wadesk.domain.errors import Unavailable
from wadesk.domain.message import Direction, MessageState
from wadesk.ui.models.messages import MessageListModel
from wadesk.ui.models.window_model import KEPT

CHAT = chat_id(1, "a")


class Opened:
    """A model on a chat of ``length`` messages."""

    def __init__(self, length: int) -> None:
        self.port, self.steps = FakePort(), Steps()
        self.port.add(chat(1, "a", "Ana", "10:00", ""), LongChat(CHAT, length))
        self.model = MessageListModel(self.port, self.steps)
        self.model.open(CHAT)

    @property
    def arrivals(self) -> list[int]:
        return [self.model.message(row).arrival for row in range(self.model.rowCount())]


@pytest.fixture
def long(qapp: object) -> Opened:
    return Opened(100_000)


def test_a_chat_opens_with_its_newest_hundred(long: Opened) -> None:
    assert long.arrivals == list(range(99_900, 100_000))
    assert (long.model.at_newest, long.model.at_oldest) == (True, False)


def test_older_pages_come_before_the_first_row(long: Opened) -> None:
    long.model.load_older()
    assert long.arrivals == list(range(99_850, 100_000))


def test_a_second_wish_for_a_page_asks_once(long: Opened) -> None:
    long.port.gate = Gate()
    long.model.load_older()
    long.model.load_older()
    assert len(long.port.called("list_messages")) == 2
    long.port.gate.is_open = True
    long.steps.go()
    assert long.arrivals[0] == 99_850


def test_what_is_far_away_is_dropped_and_comes_back(long: Opened) -> None:
    for _ in range(10):
        long.model.load_older()
    assert long.model.rowCount() < KEPT + 50
    assert not long.model.at_newest
    oldest = long.arrivals[0]
    long.model.looked_at = long.model.rowCount() - 1
    while not long.model.at_newest:
        long.model.load_newer()
    assert long.arrivals[-1] == 99_999
    assert long.arrivals == list(range(long.arrivals[0], 100_000))
    assert long.arrivals[0] > oldest


def test_a_message_of_another_chat_is_ignored(long: Opened) -> None:
    long.model.apply(message(chat_id(1, "b"), 100_000))
    assert long.arrivals[-1] == 99_999


def test_a_message_is_shown_once_however_often_it_is_told(long: Opened) -> None:
    for _ in range(3):
        long.model.apply(message(CHAT, 100_000, "oi"))
    assert long.arrivals[-2:] == [99_999, 100_000]


def test_a_late_message_goes_where_its_time_has_it(long: Opened) -> None:
    late = message(CHAT, 200_000, "atrasada", time_ms=long.model.message(49).time_ms + 1)
    long.model.apply(late)
    assert long.model.message(50) == late


def test_a_late_message_from_before_the_window_is_not_shown_out_of_place(long: Opened) -> None:
    long.model.apply(message(CHAT, 5))
    assert long.arrivals[0] == 99_900


def test_a_state_changes_in_place_without_a_reset(long: Opened) -> None:
    resets, changes = [], []
    long.model.modelReset.connect(lambda: resets.append(True))
    long.model.dataChanged.connect(lambda first, *_: changes.append(first.row()))
    long.model.apply(replace(long.model.message(99), state=MessageState.READ))
    assert (resets, changes, long.model.rowCount()) == ([], [99], 100)


def test_what_is_told_while_the_first_page_is_read_is_not_lost(qapp: object) -> None:
    made = Opened(0)
    made.port.rows[CHAT] = [message(CHAT, 1), message(CHAT, 2)]
    made.port.gate = Gate()
    made.model.open(CHAT)
    made.model.apply(message(CHAT, 3, "enquanto isso"))
    made.port.gate.is_open = True
    made.steps.go()
    assert made.arrivals == [1, 2, 3]


def test_what_is_told_while_a_newer_page_is_read_is_not_lost(long: Opened) -> None:
    for _ in range(8):
        long.model.load_older()
    long.model.looked_at = long.model.rowCount() - 1
    while long.arrivals[-1] < 99_949:
        long.model.load_newer()
    long.port.gate = Gate()
    long.model.load_newer()
    long.model.apply(message(CHAT, 100_000, "enquanto isso"))
    long.port.gate.is_open = True
    while long.steps.held:
        long.steps.go()
    assert long.model.at_newest
    assert long.arrivals[-2:] == [99_999, 100_000]


def test_a_page_that_comes_after_another_chat_was_opened_is_thrown_away(long: Opened) -> None:
    long.port.add(chat(1, "b", "Bo", "10:00", ""), [message(chat_id(1, "b"), 1)])
    long.port.gate = gate = Gate()
    long.model.load_older()
    long.port.gate = None
    long.model.open(chat_id(1, "b"))
    gate.is_open = True
    long.steps.go()
    assert long.arrivals == [1]


def test_a_page_that_cannot_be_read_is_told_and_can_be_asked_again(long: Opened) -> None:
    told = []
    long.model.failed.connect(told.append)
    long.port.refusal = Unavailable("worker_silent", "This account does not answer.")
    long.model.load_older()
    assert [error.reason for error in told] == ["worker_silent"]
    long.model.load_older()
    assert long.arrivals[0] == 99_850


def test_reading_again_brings_what_was_not_told(long: Opened) -> None:
    long.port.rows[CHAT] = LongChat(CHAT, 100_030)
    long.model.read_again()
    assert long.arrivals[-31:] == list(range(99_999, 100_030))
    long.port.rows[CHAT] = LongChat(CHAT, 200_000)
    long.model.read_again()
    assert long.arrivals == list(range(199_900, 200_000))


def test_the_unread_line_stands_before_the_last_unread_of_theirs(qapp: object) -> None:
    made = Opened(0)
    ours = {"direction": Direction.OUT, "state": MessageState.SENT}
    made.port.rows[CHAT] = [message(CHAT, 1), message(CHAT, 2), message(CHAT, 3, **ours), message(CHAT, 4)]
    made.model.open(CHAT, unread=2)
    assert made.model.unread_mark == "m2"


def test_a_busy_chat_never_drops_what_is_looked_at(long: Opened) -> None:
    long.model.looked_at = 0
    first = long.arrivals[0]
    for arrival in range(100_000, 100_600):
        long.model.apply(message(CHAT, arrival))
    assert long.arrivals[0] == first
    assert not long.model.at_newest
