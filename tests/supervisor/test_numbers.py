"""What a person types becomes one number, or an error; nothing is guessed."""

import pytest

from wadesk.domain.errors import InvalidNumber
from wadesk.supervisor.numbers import format_number, parse_number


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("11987654321", "+5511987654321"),
        ("+55 11 99999-0011", "+5511999990011"),
        ("5511999990011", "+5511999990011"),
        ("(11) 99999-0011", "+5511999990011"),
        ("+1 415 555 2671", "+14155552671"),
    ],
)
def test_a_number_is_read_as_it_is_dialled(typed: str, meant: str) -> None:
    assert parse_number(typed) == meant


@pytest.mark.parametrize("typed", ["+55 11 8765-4321", "+52 1 55 1234 5678", "+54 11 1234-5678"])
def test_forms_that_countries_left_behind_pass_as_typed(typed: str) -> None:
    assert parse_number(typed) == "+" + "".join(character for character in typed if character.isdigit())


@pytest.mark.parametrize(
    "typed", ["", "abc", "+12", "11123456789", "14155552671", "+5511999990011;ext=3", "9" * 5000, "11 99999-0011 and"]
)
def test_what_cannot_be_a_number_is_refused(typed: str) -> None:
    with pytest.raises(InvalidNumber) as caught:
        parse_number(typed)
    assert caught.value.code == "invalid_number"


def test_a_number_is_shown_in_its_country_s_way() -> None:
    assert format_number("+5511999990011") == "+55 11 99999-0011"
    assert format_number("nothing") == "nothing"
