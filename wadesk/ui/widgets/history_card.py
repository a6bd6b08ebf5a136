"""How much of the chats shall come with the link: chosen before the code is scanned."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from wadesk.domain.requests import HistoryAmount
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.labels import Label
from wadesk.ui.widgets.segments import Segments

_AMOUNTS = (HistoryAmount.NONE, HistoryAmount.RECENT, HistoryAmount.FULL)


class HistoryCard(QFrame):
    """``chosen`` (HistoryAmount): a person chose another amount."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("card", "plain")
        title = translate("Linking", "Chats to bring along")
        words = [translate("Linking", "None"), translate("Linking", "Recent"), translate("Linking", "All")]
        self._segments = Segments(theme, words, title, small=True)
        self._hint = Label(theme, "", "small", tone="text2", wrap=True)
        self._segments.chosen.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(14), theme.px(20), theme.px(14))
        column.setSpacing(theme.px(8))
        column.addWidget(Label(theme, title, "h2"))
        column.addWidget(self._segments)
        column.addWidget(self._hint)

    def show_amount(self, amount: HistoryAmount) -> None:
        """Show what is chosen, and what it means."""
        self._segments.choose(_AMOUNTS.index(amount))
        self._hint.setText(_meaning(amount))

    def _choose(self, place: int) -> None:
        self._hint.setText(_meaning(_AMOUNTS[place]))
        self.chosen.emit(_AMOUNTS[place])


def _meaning(amount: HistoryAmount) -> str:
    match amount:
        case HistoryAmount.NONE:
            return translate("Linking", "Only what is written from now on.")
        case HistoryAmount.RECENT:
            return translate("Linking", "The last months, as far as the phone offers them. You can work meanwhile.")
        case HistoryAmount.FULL:
            return translate("Linking", "All that the phone offers. It may take hours; you can work meanwhile.")
