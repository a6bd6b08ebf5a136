"""The rail's list: accounts can be put in another order, by dragging or with Alt+Shift and the arrows."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication

from wadesk.domain.ids import AccountId
from wadesk.ui.models.rail import AccountRow
from wadesk.ui.models.rows import ROW
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.key_list import KeyList

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RailList(KeyList):
    """``moved`` (AccountId, its new place counted from 1). Nothing moves before the desk says so."""

    moved = Signal(object, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._held: AccountId | None = None
        self._pressed_at = QPoint()
        self._drop: int | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """An account may be about to be dragged."""
        super().mousePressEvent(event)
        row = self.indexAt(event.position().toPoint()).data(ROW)
        held = isinstance(row, AccountRow) and event.button() is Qt.MouseButton.LeftButton
        self._held = row.account.account_id if held else None
        self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where it would go."""
        place = event.position().toPoint()
        far = (place - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if self._held is not None and event.buttons() & Qt.MouseButton.LeftButton and (far or self._drop is not None):
            self._drop = self._place_at(place.y())
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self.viewport().update()
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put it there; where nothing was dragged this was a click."""
        held, drop = self._held, self._drop
        self._held = self._drop = None
        if held is None or drop is None:
            super().mouseReleaseEvent(event)
            return
        self.viewport().unsetCursor()
        self.viewport().update()
        # The click that Qt would make of it chose nothing.
        self.setState(KeyList.State.NoState)
        if drop != self._accounts().index(held) + 1:
            self.moved.emit(held, drop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Shift and an arrow move the account that has the focus; Esc lets go of a dragged one."""
        both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        row, step = self.currentIndex().data(ROW), _STEPS.get(Qt.Key(event.key()), 0)
        if event.key() == Qt.Key.Key_Escape and self._drop is not None:
            self._held = self._drop = None
            self.viewport().unsetCursor()
            self.viewport().update()
        elif step and event.modifiers() & both == both and isinstance(row, AccountRow):
            order = self._accounts()
            place = order.index(row.account.account_id) + 1 + step
            if 1 <= place <= len(order):
                self.moved.emit(row.account.account_id, place)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and the line at which a dragged account would come in."""
        super().paintEvent(event)
        if self._drop is None or self._held is None:
            return
        painter = QPainter(self.viewport())
        painter.fillRect(self._line(self._drop, self._held), self._theme.color("focus"))
        painter.end()

    def _accounts(self) -> list[AccountId]:
        rows = (self.model().index(row, 0).data(ROW) for row in range(self.model().rowCount()))
        return [row.account.account_id for row in rows if isinstance(row, AccountRow)]

    def _others(self, held: AccountId | None) -> list[QRect]:
        """Where the other accounts' own rows are, in their order."""
        model = self.model()
        indexes = [model.index(row, 0) for row in range(model.rowCount())]
        rows = [(index.data(ROW), self.visualRect(index)) for index in indexes]
        return [place for row, place in rows if isinstance(row, AccountRow) and row.account.account_id != held]

    def _place_at(self, y: int) -> int:
        return sum(place.center().y() < y for place in self._others(self._held)) + 1

    def _line(self, drop: int, held: AccountId) -> QRect:
        others = self._others(held)
        below = drop - 1 < len(others)
        last = self.visualRect(self.model().index(self.model().rowCount() - 1, 0)).bottom()
        top = others[drop - 1].top() if below else last
        return QRect(self._theme.px(4), max(0, top - 1), self.viewport().width() - self._theme.px(8), 2)
