"""Numbers, times and counts as people read and hear them."""

import pytest
from PySide6.QtCore import QDateTime

from wadesk.ui.text import counted, initials_of, phone, span, spoken, time_of_day, when

NOON = QDateTime.fromString("2026-05-12T12:00:00", "yyyy-MM-ddTHH:mm:ss").toMSecsSinceEpoch()
DAY = 86_400_000


def test_a_phone_number_is_written_with_spaces_and_spoken_digit_by_digit() -> None:
    assert phone("+5511999990011") == "+55 11 99999-0011"
    assert spoken("+5511999990011") == "+ 5 5  1 1  9 9 9 9 9  0 0 1 1"


def test_a_moment_is_a_time_today_a_word_yesterday_and_a_date_before() -> None:
    assert when(NOON - 60_000, NOON) == "11:59" == time_of_day(NOON - 60_000)
    assert when(NOON - DAY, NOON) == "yesterday"
    assert when(NOON - 3 * DAY, NOON) == "05/09"


def test_days_come_first_in_portuguese(portuguese: None) -> None:
    assert when(NOON - 3 * DAY, NOON) == "09/05"
    assert when(NOON - DAY, NOON) == "ontem"


@pytest.mark.parametrize(
    ("ms", "words"),
    [(-5, "0 s"), (59_999, "59 s"), (60_000, "1 min"), (3_600_000, "1 h"), (DAY, "1 day"), (3 * DAY, "3 days")],
)
def test_a_span_is_said_in_its_largest_unit(ms: int, words: str) -> None:
    assert span(ms) == words


def test_only_one_is_one() -> None:
    assert [counted(n, "1 number", "{n} numbers") for n in (0, 1, 2)] == ["0 numbers", "1 number", "2 numbers"]


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Beatriz Amaral", "BA"), ("Maria da Silva", "MS"), ("Caio", "CA"), ("", ""), ("+55 11", ""), ("de", "DE")],
)
def test_a_persons_initials_skip_small_words_and_what_is_no_letter(name: str, initials: str) -> None:
    assert initials_of(name) == initials
