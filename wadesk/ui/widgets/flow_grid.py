"""A grid of cards that takes as many columns as its width has room for."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from wadesk.ui.theme.theme import Theme

_GAP = 12


class FlowGrid(QWidget):
    """Places its cards itself and is as high as they need. It does not own them: a card may move to another grid."""

    def __init__(self, theme: Theme, least: int, fewest: int) -> None:
        """Cards are at least ``least`` px wide (at 100%), and there are at least ``fewest`` columns."""
        super().__init__()
        self._theme, self._least, self._fewest = theme, least, fewest
        self._cards: list[QWidget] = []

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these cards in this order."""
        self._cards = list(cards)
        for card in cards:
            if card.parent() is not self:
                card.setParent(self)
            card.show()
        for before, after in pairwise(cards):
            QWidget.setTabOrder(before, after)
        self.arrange()

    def arrange(self) -> None:
        """Place the cards for the width there is."""
        gap = self._theme.px(_GAP)
        columns = max(self._fewest, (self.width() + gap) // (self._theme.px(self._least) + gap))
        width = (self.width() - (columns - 1) * gap) / columns
        bottom = -gap
        for first in range(0, len(self._cards), columns):
            bottom = self._place(self._cards[first : first + columns], bottom + gap, width)
        if self.height() != max(bottom, 0):
            self.setFixedHeight(max(bottom, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may hold other columns."""
        if event.size().width() != event.oldSize().width():
            self.arrange()

    def _place(self, row: list[QWidget], top: int, width: float) -> int:
        height = max(card.sizeHint().height() for card in row)
        for column, card in enumerate(row):
            left = round(column * (width + self._theme.px(_GAP)))
            card.setGeometry(QRect(left, top, round(width), height))
        return top + height
