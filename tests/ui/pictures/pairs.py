"""Few rows out of many combinations, such that any two values of two factors meet in one of them."""

from collections.abc import Sequence
from itertools import combinations
from typing import Any


def pairwise(factors: Sequence[Sequence[Any]]) -> list[tuple[Any, ...]]:
    """Rows with one value of each factor; every pair of values of two factors is in at least one.

    Greedy: each row begins with a pair that was not met yet and takes, factor by factor, the value that meets most
    of the pairs left. Always the same rows for the same factors.
    """
    left = {
        ((one, a), (two, b))
        for one, two in combinations(range(len(factors)), 2)
        for a in range(len(factors[one]))
        for b in range(len(factors[two]))
    }
    rows = []
    while left:
        row = _row(dict(min(left)), factors, left)
        left -= set(combinations(sorted(row.items()), 2))
        rows.append(tuple(factors[place][value] for place, value in sorted(row.items())))
    return rows


def _row(begun: dict[int, int], factors: Sequence[Sequence[Any]], left: set[Any]) -> dict[int, int]:
    row = dict(begun)
    for place in range(len(factors)):
        if place not in row:
            known = list(row.items())

            def meets(value: int, place: int = place, known: list[tuple[int, int]] = known) -> int:
                return sum(tuple(sorted([(place, value), other])) in left for other in known)

            # Of equally good values the one that this many rows ago came least: else the first would always win.
            row[place] = max(range(len(factors[place])), key=lambda value: (meets(value), (value + len(left)) % 7))
    return row
