"""Where a list of rows stands in its view, against a plain list of all their heights."""

import random

import pytest

from wadesk.ui.widgets.anchor import Anchor


class Rows:
    """Rows with known heights; ``asked`` counts the measurements."""

    def __init__(self, heights: list[int], view: int = 100) -> None:
        self.heights, self.asked = heights, 0
        self.anchor = Anchor(self._height)
        self.anchor.view, self.anchor.count = view, len(heights)
        self.anchor.to_end()

    def _height(self, row: int) -> int:
        self.asked += 1
        return self.heights[row]

    @property
    def hidden_above(self) -> int:
        """How many px of rows lie above the view: what an ordinary scroll bar would say."""
        return sum(self.heights[: self.anchor.row]) - self.anchor.offset


def test_few_rows_stand_at_the_bottom() -> None:
    rows = Rows([20, 30])
    assert list(rows.anchor.visible()) == [(0, 50), (1, 70)]
    assert rows.anchor.at_end


def test_scrolling_agrees_with_a_list_that_knows_all_heights() -> None:
    dice = random.Random(20250512)
    rows = Rows([dice.randint(5, 90) for _ in range(300)])
    most = sum(rows.heights) - 100
    place = most
    for _ in range(2000):
        step = dice.randint(-250, 250)
        wanted = min(max(place - step, 0), most)
        moved = rows.anchor.scroll(step)
        assert (moved, rows.hidden_above) == (place - wanted, wanted)
        assert rows.anchor.at_end == (wanted == most)
        place = wanted


def test_rows_that_come_in_above_move_nothing_that_is_seen() -> None:
    rows = Rows([40] * 10)
    rows.anchor.scroll(150)
    seen = [(row + 5, top) for row, top in rows.anchor.visible()]
    rows.heights[:0] = [70] * 5
    rows.anchor.inserted(0, 5)
    assert list(rows.anchor.visible()) == seen


def test_rows_that_come_in_below_move_nothing_while_the_end_is_out_of_sight() -> None:
    rows = Rows([40] * 10)
    rows.anchor.scroll(150)
    seen = list(rows.anchor.visible())
    rows.heights.append(40)
    rows.anchor.inserted(10, 1)
    assert list(rows.anchor.visible()) == seen


def test_at_the_end_it_stays_at_the_end() -> None:
    rows = Rows([40] * 10)
    rows.heights.append(60)
    rows.anchor.inserted(10, 1)
    assert list(rows.anchor.visible())[-1] == (10, 40)


@pytest.mark.parametrize(("first", "number"), [(0, 3), (4, 2), (9, 1), (0, 10)])
def test_removed_rows_leave_a_place_that_exists(first: int, number: int) -> None:
    rows = Rows([40] * 10)
    rows.anchor.scroll(170)
    del rows.heights[first : first + number]
    rows.anchor.removed(first, number)
    rows.anchor.scroll(0)
    assert all(row < len(rows.heights) for row, _ in rows.anchor.visible())


def test_a_step_measures_the_same_few_rows_in_any_length() -> None:
    asked = []
    for length in (1_000, 1_000_000):
        rows = Rows([20] * length)
        rows.anchor.scroll(40)
        asked.append(rows.asked)
    assert asked[0] == asked[1] < 60
