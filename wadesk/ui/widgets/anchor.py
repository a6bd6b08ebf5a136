"""Where a long list of rows stands in its view: one row and how far its top is from the view's top.

Nothing here knows the whole height: rows are measured only where the view is, so that opening,
scrolling and appending cost the same in a chat of a hundred rows and of a million.
"""

from collections.abc import Callable, Iterator

HeightOf = Callable[[int], int]


class Anchor:
    """``row`` is the first row that is at least partly visible, ``offset`` the px from the view's top to its top.

    ``at_end`` holds while the last row's bottom stands at the view's bottom; rows that are added there
    keep it so. Fewer rows than fill the view stand at its bottom.
    """

    def __init__(self, height_of: HeightOf) -> None:
        """``height_of`` measures one row, in px."""
        self._height_of = height_of
        self.count = 0
        self.view = 0
        self.row = 0
        self.offset = 0
        self.at_end = True

    def to_end(self) -> None:
        """Put the last row at the view's bottom."""
        self.row, self.offset = self.end()
        self.at_end = True

    def end(self) -> tuple[int, int]:
        """Row and offset at which the last row's bottom stands at the view's bottom."""
        top, row = self.view, self.count
        while row > 0 and top > 0:
            row -= 1
            top -= self._height_of(row)
        return row, top

    def to_row(self, row: int, offset: int) -> None:
        """Put one row's top at ``offset``, as far as the ends allow."""
        self.row, self.offset = min(max(row, 0), max(self.count - 1, 0)), offset
        self.scroll(0)

    def scroll(self, distance: int) -> int:
        """Move the rows down by ``distance`` px (negative: up), as far as the ends allow; how far they moved."""
        if self.count == 0:
            self.row, self.offset, self.at_end = 0, 0, True
            return 0
        row, top = self.row, self.offset
        self.offset += distance
        self._normalise()
        self.at_end = self._bottom() <= self.view
        if self.at_end:
            self.to_end()
        return self.top_of(row) - top

    def top_of(self, row: int) -> int:
        """Where a row near the view stands; rows between it and the anchor are measured."""
        if row >= self.row:
            return self.offset + sum(map(self._height_of, range(self.row, row)))
        return self.offset - sum(map(self._height_of, range(row, self.row)))

    def visible(self) -> Iterator[tuple[int, int]]:
        """Rows from the view's top to its bottom, each with its top."""
        row, top = self.row, self.offset
        while row < self.count and top < self.view:
            yield row, top
            top += self._height_of(row)
            row += 1

    def inserted(self, first: int, number: int) -> None:
        """Rows came in before the former row ``first``: what is seen stays where it is."""
        self.count += number
        if self.at_end:
            self.to_end()
        elif first <= self.row:
            self.row += number

    def removed(self, first: int, number: int) -> None:
        """``number`` rows from ``first`` on are gone."""
        self.count -= number
        if first + number <= self.row:
            self.row -= number
        elif first <= self.row:
            self.row, self.offset = min(first, max(self.count - 1, 0)), 0
        if self.at_end:
            self.to_end()

    def _normalise(self) -> None:
        """Let the anchor be the first visible row again, and the first row stand no lower than the view's top."""
        while self.offset > 0 and self.row > 0:
            self.row -= 1
            self.offset -= self._height_of(self.row)
        while self.row < self.count - 1 and self.offset + self._height_of(self.row) <= 0:
            self.offset += self._height_of(self.row)
            self.row += 1
        if self.row == 0:
            self.offset = min(self.offset, 0)

    def _bottom(self) -> int:
        """Where the last row ends; anything below the view when that is out of sight."""
        row, top = self.row, self.offset
        while row < self.count:
            top += self._height_of(row)
            if top > self.view:
                return self.view + 1
            row += 1
        return top
