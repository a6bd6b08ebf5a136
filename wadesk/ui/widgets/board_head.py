"""The head of the board: how many numbers there are and stand where, a search, the grouping, and "Add number"."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from wadesk.ui.models.board import Board, Group, Totals
from wadesk.ui.text import counted, translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import Button
from wadesk.ui.widgets.page_head import PageHead
from wadesk.ui.widgets.search_field import SearchField
from wadesk.ui.widgets.segments import Segments

_ROOM_FOR_SEARCH, _ROOM_FOR_WORD = 800, 540


class BoardHead(PageHead):
    """Searches and groups ``board`` itself; ``add`` is the page's primary button."""

    def __init__(self, theme: Theme, board: Board) -> None:
        self.add = Button(theme, translate("Board", "Add number"), kind="primary", icon="plus")
        self._search, self._room = _search(theme, board), theme.px(_ROOM_FOR_SEARCH)
        self._room_for_word = theme.px(_ROOM_FOR_WORD)
        super().__init__(theme, [], [self._search, _segments(theme, board), self.add])
        self.title.setText(translate("Board", "Number board"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The search gives way first, then the button's word."""
        super().resizeEvent(event)
        self._search.setVisible(event.size().width() >= self._room)
        wide = event.size().width() >= self._room_for_word
        self.add.setText(self.add.accessibleName() if wide else "")
        self.add.setToolTip("" if wide else self.add.accessibleName())

    def clear_search(self) -> None:
        """Search for nothing: every number shows."""
        self._search.clear()

    def show_totals(self, totals: Totals) -> None:
        """Say the counts; those of waiting and needing only where there are any."""
        parts = [
            counted(totals.accounts, translate("Board", "1 account"), translate("Board", "{n} accounts")),
            counted(totals.numbers, translate("Board", "1 number"), translate("Board", "{n} numbers")),
            counted(totals.connected, translate("Board", "1 connected"), translate("Board", "{n} connected")),
        ]
        if totals.scan:
            one, many = translate("Board", "1 waits for a scan"), translate("Board", "{n} wait for a scan")
            parts.append(counted(totals.scan, one, many))
        if totals.person:
            parts.append(counted(totals.person, translate("Board", "1 needs you"), translate("Board", "{n} need you")))
        self.line.setText(" · ".join(parts))


def _search(theme: Theme, board: Board) -> SearchField:
    search = SearchField(theme, translate("Board", "Find number or account"))
    search.setFixedWidth(theme.px(220))
    search.textChanged.connect(board.search)
    return search


def _segments(theme: Theme, board: Board) -> QWidget:
    words = [translate("Board", "State"), translate("Board", "Account")]
    segments = Segments(theme, words, translate("Board", "Group by"))
    segments.chosen.connect(lambda place: board.group_by((Group.STATE, Group.ACCOUNT)[place]))
    return segments
