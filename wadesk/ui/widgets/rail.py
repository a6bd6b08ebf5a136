"""The rail: accounts with their numbers, and below them the way to the board."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wadesk.domain.linkstate import LinkState
from wadesk.ui.models.desk import Desk
from wadesk.ui.models.rail import AccountRow, RailModel, SlotRow
from wadesk.ui.models.rows import ROW
from wadesk.ui.painting.text import RIGHT, draw_icon, draw_line, ratio_of, width_of
from wadesk.ui.text import counted, translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.buttons import IconButton
from wadesk.ui.widgets.key_list import KeyList
from wadesk.ui.widgets.labels import Label
from wadesk.ui.widgets.rail_delegate import NARROW, RailDelegate


class NavRow(QAbstractButton):
    """One place to go to: icon, words, and at the right how many numbers wait for a scan."""

    def __init__(self, theme: Theme, icon: str, words: str) -> None:
        super().__init__()
        self._theme, self._icon, self._count = theme, icon, 0
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ringRadius", 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_count(self, count: int) -> None:
        """Say how many numbers wait for a scan; 0 says nothing."""
        self._count = count
        waiting = counted(count, translate("Rail", "1 waiting for QR"), translate("Rail", "{n} waiting for QR"))
        self.setAccessibleName(f"{self.text()}, {waiting}" if count else self.text())
        self.setToolTip(self.accessibleName())
        self.update()

    def nextCheckState(self) -> None:
        """A click asks to go there; what is on the screen decides whether it is marked."""

    def sizeHint(self) -> QSize:
        """As high as the design says."""
        return QSize(self._theme.px(48), self._theme.size("navRow"))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the pointer's ground."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide it again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon, words and count."""
        theme, painter = self._theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            painter.setPen(QPen(theme.color("border"), 1))
            painter.setBrush(theme.color("surface"))
            painter.drawRoundedRect(place, theme.px(6), theme.px(6))
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("pressed"))
            painter.drawRoundedRect(place, theme.px(6), theme.px(6))
        narrow = self.width() < theme.px(NARROW)
        box = self.rect() if narrow else QRect(theme.px(9), 0, theme.px(18), self.height())
        tone = "text" if self.isChecked() else "text2"
        draw_icon(painter, box, theme.icon(self._icon, tone, 18, ratio_of(painter)))
        if not narrow:
            self._paint_words(painter, tone)
        painter.end()

    def _paint_words(self, painter: QPainter, tone: str) -> None:
        theme = self._theme
        words = self.rect().adjusted(theme.px(36), 0, -theme.px(9), 0)
        if self._count:
            font, count = theme.font("smallMedium", tabular=True), str(self._count)
            draw_line(painter, words, count, font, theme.color("info"), RIGHT, elide=False)
            left = words.right() - width_of(font, count) - theme.px(18)
            box = QRect(left, 0, theme.px(14), self.height())
            draw_icon(painter, box, theme.icon("scan-line", "info", 14, ratio_of(painter)))
            words.setRight(left - theme.px(4))
        draw_line(painter, words, self.text(), theme.font("bodyMedium"), theme.color(tone))


class Rail(QWidget):
    """``account_chosen`` (AccountId), ``slot_chosen`` (SlotId), ``add_asked``, ``board_asked``: what was clicked.

    ``account_menu_asked`` and ``slot_menu_asked`` (id, place on the screen): the right button or the menu key.
    """

    account_chosen = Signal(object)
    slot_chosen = Signal(object)
    add_asked = Signal()
    board_asked = Signal()
    account_menu_asked = Signal(object, QPoint)
    slot_menu_asked = Signal(object, QPoint)

    def __init__(self, theme: Theme, desk: Desk, model: RailModel) -> None:
        super().__init__()
        self._theme, self._desk, self._model = theme, desk, model
        self._title = Label(theme, translate("Rail", "Accounts"), "smallMedium", weight=600, tone="text2")
        self._add = IconButton(theme, "plus", translate("Rail", "New account"), small=True, place="window")
        self._list = KeyList()
        self._board = NavRow(theme, "layout-grid", translate("Rail", "Number board"))
        self._list.setModel(model)
        self._list.setItemDelegate(RailDelegate(theme))
        self._list.setAccessibleName(translate("Rail", "Accounts"))
        self._lay_out()
        self._list.chosen.connect(self._choose)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._ask_menu)
        self._add.clicked.connect(self.add_asked)
        self._board.clicked.connect(self.board_asked)
        for changed in (desk.status_changed, desk.slots_changed, desk.accounts_changed):
            changed.connect(self._count)

    def set_narrow(self, narrow: bool) -> None:
        """Show tiles alone, or names and numbers too."""
        self._title.setVisible(not narrow)
        self._model.fold(narrow)

    def mark_board(self, shown: bool) -> None:
        """Mark the board as what is on the screen."""
        self._board.setChecked(shown)

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
        column.addLayout(head)
        column.addWidget(self._list, 1)
        column.addWidget(self._board)

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
