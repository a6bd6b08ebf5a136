"""A grid of cards that takes as many columns as its width has room for."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from wadesk.ui.theme.theme import Theme

_COLUMN, _GAP, _FEWEST = 264, 12, 2
"""design.md 10: floor((width + 12) / 276) columns, at least two."""
_LEAST_WIDE = 480
"""What a code with its steps needs, so that two of them stand side by side in a window of 1280."""

Placed = tuple[QWidget, float]
"""A card and how many columns it spans."""


class FlowGrid(QWidget):
    """Places its cards itself and is as high as they need. It does not own them: a card may move to another grid."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cards: list[Placed] = []

    def show_cards(self, cards: Sequence[Placed]) -> None:
        """Show these cards in this order, each with how many columns it spans."""
        self._cards = list(cards)
        for card, _ in cards:
            if card.parent() is not self:
                card.setParent(self)
            card.show()
        # Card by card, each with what is on it.
        stops = [stop for card, _ in cards for stop in (card, *card.findChildren(QWidget)) if _takes_tab(stop)]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        self.arrange()

    def columns(self) -> int:
        """How many columns the width has room for."""
        gap = self._theme.px(_GAP)
        return max(_FEWEST, (self.width() + gap) // (self._theme.px(_COLUMN) + gap))

    def arrange(self) -> None:
        """Place the cards for the width there is."""
        columns, gap, top = self.columns(), self._theme.px(_GAP), 0
        for row in _rows(self._spanning(columns), columns):
            top = self._place(row, top, columns) + gap
        height = max(top - gap, 0)
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may hold other columns."""
        if event.size().width() != event.oldSize().width():
            self.arrange()

    def _spanning(self, columns: int) -> list[Placed]:
        """The cards with their spans: wide ones share a row evenly where one column of it would stay empty."""
        wide = [card for card, span in self._cards if span > 1]
        beside = (columns + 1) // 2
        gap = self._theme.px(_GAP)
        room = (self.width() + gap) / beside - gap
        if columns % 2 == 0 or len(wide) < beside or room < self._theme.px(_LEAST_WIDE):
            return list(self._cards)
        return [(card, columns / beside if span > 1 else span) for card, span in self._cards]

    def _place(self, row: list[Placed], top: int, columns: int) -> int:
        gap, first = self._theme.px(_GAP), 0.0
        width = (self.width() + gap) / columns
        heights = {
            span: max(_height(card, round(span * width) - gap) for card, of in row if of == span) for _, span in row
        }
        for card, span in row:
            left, right = round(first * width), round((first + span) * width) - gap
            card.setGeometry(QRect(left, top, right - left, heights[span]))
            first += span
        return top + max(heights.values())


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _height(card: QWidget, width: int) -> int:
    return max(card.sizeHint().height(), card.heightForWidth(width))


def _rows(cards: Sequence[Placed], columns: int) -> list[list[Placed]]:
    """The cards row by row, as many as fit; a span wider than the grid takes all of it."""
    rows: list[list[Placed]] = []
    free = 0.0
    for card, wanted in cards:
        span = min(wanted, columns)
        if span > free:
            rows.append([])
            free = columns
        rows[-1].append((card, span))
        free -= span
    return rows
