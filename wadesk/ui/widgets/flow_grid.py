"""A grid of cards that takes as many columns as its width has room for; a card may span two."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from wadesk.ui.theme.theme import Theme

_COLUMN = 276
"""The least card of 264 and a gap of 12 (design.md 10)."""


class FlowGrid(QWidget):
    """Places its cards itself and is as high as they need. It does not own them: a card may move to another grid."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cards: list[tuple[QWidget, int]] = []

    def show_cards(self, cards: list[tuple[QWidget, int]]) -> None:
        """Show these cards, each with how many columns it spans, in this order."""
        self._cards = cards
        for card, _ in cards:
            if card.parent() is not self:
                card.setParent(self)
            card.show()
        before: QWidget | None = None
        for card, _ in cards:
            if before is not None:
                QWidget.setTabOrder(before, card)
            before = card
        self.arrange()

    def arrange(self) -> None:
        """Place the cards for the width there is."""
        gap = self._theme.px(12)
        columns = max(2, (self.width() + gap) // self._theme.px(_COLUMN))
        width = (self.width() - (columns - 1) * gap) / columns
        top, row, used = 0, list[tuple[QWidget, int, int]](), 0
        for card, span in self._cards:
            if used + span > columns:
                top = self._place(row, top, width) + gap
                row, used = [], 0
            row.append((card, used, span))
            used += span
        bottom = self._place(row, top, width) if row else 0
        if self.height() != bottom:
            self.setFixedHeight(bottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may hold other columns."""
        if event.size().width() != event.oldSize().width():
            self.arrange()

    def _place(self, row: list[tuple[QWidget, int, int]], top: int, width: float) -> int:
        height = max(card.sizeHint().height() for card, _, _ in row)
        gap = self._theme.px(12)
        for card, column, span in row:
            left = round(column * (width + gap))
            card.setGeometry(QRect(left, top, round(span * width + (span - 1) * gap), height))
        return top + height
