"""A list of an account's numbers that opens over the window and closes with the first choice."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wadesk.domain.desk import Account
from wadesk.ui.models.numbers import NumberRow, NumbersModel
from wadesk.ui.models.rows import ROW
from wadesk.ui.painting.frames import draw_box
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.icon import Icon
from wadesk.ui.widgets.key_list import KeyList
from wadesk.ui.widgets.labels import ElidedLabel, Label, rule
from wadesk.ui.widgets.marks import Tile
from wadesk.ui.widgets.number_rows import FilterRows, NumberRows, SwitchRows

_MOST_SHOWN = 11
"""Ten numbers and all of them: no account has more."""


class NumberPopup(QFrame):
    """``chosen`` (SlotId, or None for all numbers): a person picked a row. It knows no rows but those it was given."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget, rows: Sequence[NumberRow], look: NumberRows) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._theme, self._rows_look = theme, look
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.model = NumbersModel(self)
        self.model.show(rows)
        self.list = KeyList()
        self.list.setProperty("place", "popup")
        self.list.viewport().setAutoFillBackground(False)
        self.list.setModel(self.model)
        self.list.setItemDelegate(look)
        self.list.setAccessibleName(translate("Numbers", "Numbers"))
        self.list.chosen.connect(self._choose)
        self._column = QVBoxLayout(self)
        pad = theme.px(6)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(0)
        self._column.addWidget(self.list)
        self._fit(rows)
        now = next((place for place, row in enumerate(rows) if row.chosen), 0)
        self.list.setCurrentIndex(self.model.index(now))

    def open_at(self, corner: QPoint, *, upwards: bool = False, least: int = 0) -> None:
        """Open with the top left (``upwards``: bottom left) at ``corner`` of the screen, inside the screen."""
        width = max(self.sizeHint().width(), least)
        self.setFixedWidth(width)
        height = self.sizeHint().height()
        place = QRect(corner.x(), corner.y() - (height if upwards else 0), width, height)
        screen = self.screen().availableGeometry()
        left = min(max(place.x(), screen.x()), screen.right() - width)
        top = min(max(place.y(), screen.y()), screen.bottom() - height)
        self.move(left, top)
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes and chooses nothing."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and its edge."""
        painter = QPainter(self)
        theme = self._theme
        draw_box(painter, QRectF(self.rect()), theme.radius("popup"), theme.color("raised"), theme.color("border"))
        painter.end()

    def _fit(self, rows: Sequence[NumberRow]) -> None:
        height = self.list.sizeHintForRow(0)
        self.list.setFixedHeight(height * min(len(rows), _MOST_SHOWN))
        self.list.setMinimumWidth(max((self._rows_look.width_for(row) for row in rows), default=0))

    def _choose(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if isinstance(row, NumberRow):
            self.close()
            self.chosen.emit(row.slot_id)


class FilterPopup(NumberPopup):
    """All numbers and each one: what the chat list is limited to."""

    def __init__(self, theme: Theme, parent: QWidget, rows: Sequence[NumberRow]) -> None:
        super().__init__(theme, parent, rows, FilterRows(theme))


class SwitchPopup(NumberPopup):
    """The numbers of one account under its name, and below them that no others are there."""

    def __init__(self, theme: Theme, parent: QWidget, account: Account, rows: Sequence[NumberRow]) -> None:
        super().__init__(theme, parent, rows, SwitchRows(theme))
        self._column.insertLayout(0, self._head(account))
        self._column.addSpacing(theme.px(6))
        self._column.addWidget(rule(self))
        self._column.addLayout(self._foot())

    def _head(self, account: Account) -> QHBoxLayout:
        px = self._theme.px
        head = QHBoxLayout()
        head.setContentsMargins(px(10), px(8), px(10), px(8))
        head.setSpacing(px(8))
        head.addWidget(Tile(self._theme, 24, account.initials, account.colour))
        words = translate("Numbers", "Numbers of {account}").format(account=account.name)
        head.addWidget(ElidedLabel(self._theme, words, "bodyStrong"), 1)
        return head

    def _foot(self) -> QHBoxLayout:
        px = self._theme.px
        foot = QHBoxLayout()
        foot.setContentsMargins(px(10), px(9), px(10), px(6))
        foot.setSpacing(px(8))
        foot.addWidget(Icon(self._theme, "shield-check", "text2", 16))
        words = translate("Sending", "Numbers of other accounts are not shown here.")
        foot.addWidget(Label(self._theme, words, "small", tone="text2"), 1)
        return foot
