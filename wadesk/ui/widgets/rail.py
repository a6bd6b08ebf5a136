"""The rail: the way to anything, accounts with their numbers, and below them board and settings."""

from itertools import pairwise

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wadesk.domain.linkstate import LinkState
from wadesk.ui.models.desk import Desk
from wadesk.ui.models.rail import AccountRow, RailModel, SlotRow
from wadesk.ui.models.rows import ROW
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import IconButton
from wadesk.ui.widgets.labels import Label
from wadesk.ui.widgets.rail_delegate import RailDelegate
from wadesk.ui.widgets.rail_list import RailList
from wadesk.ui.widgets.rail_nav import JumpField, NavRow


class Rail(QWidget):
    """``account_chosen`` (AccountId), ``slot_chosen`` (SlotId), ``add_asked``, ``board_asked``, ``settings_asked``,
    ``jump_asked``: what was clicked. ``account_moved`` (AccountId, its place counted from 1): put it there.

    ``account_menu_asked`` and ``slot_menu_asked`` (id, place on the screen): the right button or the menu key.
    """

    account_chosen = Signal(object)
    slot_chosen = Signal(object)
    add_asked = Signal()
    board_asked = Signal()
    settings_asked = Signal()
    jump_asked = Signal()
    account_moved = Signal(object, int)
    account_menu_asked = Signal(object, QPoint)
    slot_menu_asked = Signal(object, QPoint)

    def __init__(self, theme: Theme, desk: Desk, model: RailModel) -> None:
        super().__init__()
        self._theme, self._desk, self._model = theme, desk, model
        self._title = Label(theme, translate("Rail", "Accounts"), "smallMedium", weight=600, tone="text2")
        self._add = IconButton(theme, "plus", translate("Rail", "New account"), small=True, place="window")
        self.jump = JumpField(theme)
        self._list = RailList(theme)
        self._board = NavRow(theme, "layout-grid", translate("Rail", "Number board"))
        self._settings = NavRow(theme, "settings", translate("Rail", "Settings"))
        self._list.setModel(model)
        self._list.setItemDelegate(RailDelegate(theme))
        self._list.setAccessibleName(translate("Rail", "Accounts"))
        self._lay_out()
        self._list.chosen.connect(self._choose)
        self._list.moved.connect(self.account_moved)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._ask_menu)
        self._add.clicked.connect(self.add_asked)
        self._board.clicked.connect(self.board_asked)
        self._settings.clicked.connect(self.settings_asked)
        self.jump.clicked.connect(self.jump_asked)
        for changed in (desk.status_changed, desk.slots_changed, desk.accounts_changed):
            changed.connect(self._count)

    def set_narrow(self, narrow: bool) -> None:
        """Show tiles alone, or names and numbers too."""
        self._title.setVisible(not narrow)
        self._model.fold(narrow)

    def mark_board(self, shown: bool) -> None:
        """Mark the board as what is on the screen."""
        self._board.setChecked(shown)

    def mark_settings(self, shown: bool) -> None:
        """Mark the settings as what is on the screen."""
        self._settings.setChecked(shown)

    def focus_list(self) -> None:
        """Put the focus on the accounts."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        px = self._theme.px
        head = QHBoxLayout()
        head.setContentsMargins(px(8), 0, 0, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(8), px(8), px(8))
        column.setSpacing(px(6))
        column.addWidget(self.jump)
        column.addLayout(head)
        column.addWidget(self._list, 1)
        column.addWidget(self._board)
        column.addWidget(self._settings)
        order = (self.jump, self._list, self._board, self._settings, self._add)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, AccountRow):
            self.account_chosen.emit(row.account.account_id)
        elif isinstance(row, SlotRow):
            self.slot_chosen.emit(row.slot.slot_id)

    def _ask_menu(self, place: QPoint) -> None:
        row, at = self._list.indexAt(place).data(ROW), self._list.viewport().mapToGlobal(place)
        if isinstance(row, AccountRow):
            self.account_menu_asked.emit(row.account.account_id, at)
        elif isinstance(row, SlotRow):
            self.slot_menu_asked.emit(row.slot.slot_id, at)

    def _count(self, _changed: object = None) -> None:
        waiting = (session.status.state is LinkState.LINKING for session in self._desk.sessions())
        self._board.show_count(sum(waiting))
