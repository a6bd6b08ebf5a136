"""A list view that knows whether keys or the pointer moved in it, so that rows show the focus ring for keys only."""

from PySide6.QtCore import QEvent, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyleOptionViewItem

from wadesk.ui.theme.theme import Theme

_BY_KEY = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}


class KeyList(QListView):
    """``chosen`` (QModelIndex): a click, Enter or Space on a row. Arrows move without choosing."""

    chosen = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self.by_key = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.clicked.connect(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose; other keys move, and the ring appears."""
        self.by_key = True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The pointer hides the ring."""
        self.by_key = False
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Focus by Tab shows the ring on the current row, or on the first."""
        self.by_key = event.reason() in _BY_KEY
        model = self.model()
        if self.by_key and not self.currentIndex().isValid() and model.rowCount():
            self.setCurrentIndex(model.index(0, 0))
        super().focusInEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer any more."""
        super().leaveEvent(event)
        self.viewport().update()


def draw_row_ring(painter: QPainter, theme: Theme, option: QStyleOptionViewItem, radius: int = 6) -> None:
    """The ring inside a row that has the focus by key: 2 px, inset 1 (design.md 8)."""
    view = option.widget
    has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
    if not (has_focus and isinstance(view, KeyList) and view.by_key):
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("focus"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), radius, radius)
