"""What stands between a list's header and its rows: the number filter, the search field, the chips."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from wadesk.ui.models.chat_filter import Chip
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.filter_chip import FilterChip
from wadesk.ui.widgets.number_filter import NumberFilter
from wadesk.ui.widgets.search_field import SearchField

_LONGEST = 200
"""Characters of a search; nobody looks for more."""


class ChatSearch(SearchField):
    """``left``: the person goes on to what was found. Esc clears first, then leaves too."""

    left = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name)
        self.setMaxLength(_LONGEST)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        """Qt's own button that clears the field has neither a name nor an icon of ours."""
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(translate("ListColumn", "Clear search"))
            button.setIcon(self._theme.button_icon("x", "text2", 16))
        for action in self.findChildren(QAction):
            action.setIcon(self._theme.button_icon("x", "text2", 16))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Enter lead to the list, Esc takes back what was typed."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class ListFilters(QWidget):
    """``searched`` (text) and ``chip_chosen`` (Chip): what the list shall show."""

    searched = Signal(str)
    chip_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.number = NumberFilter(theme)
        self.search = ChatSearch(theme, translate("ListColumn", "Search"))
        words = {
            Chip.ALL: translate("ListColumn", "All"),
            Chip.UNREAD: translate("ListColumn", "Unread"),
            Chip.QUEUED: translate("ListColumn", "Queued"),
        }
        self.chips = {chip: FilterChip(theme, words[chip]) for chip in Chip}
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        for chip, button in self.chips.items():
            button.setChecked(chip is Chip.ALL)
            button.clicked.connect(lambda _=False, chip=chip: self.chip_chosen.emit(chip))
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), 0, theme.px(12), theme.px(10))
        column.setSpacing(theme.px(8))
        column.addWidget(self.number)
        column.addWidget(self.search)
        column.addLayout(row)
        self.search.textChanged.connect(self.searched)

    def show_chip(self, chip: Chip) -> None:
        """Mark the chip that is in force."""
        self.chips[chip].setChecked(True)

    def show_unread(self, messages: int) -> None:
        """Say how many messages are unread."""
        self.chips[Chip.UNREAD].show_count(messages)
        # Before it is painted: the count would stand outside a chip of the width of before.
        self._column.activate()
