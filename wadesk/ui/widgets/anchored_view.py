"""A view over a list model that scrolls from an anchor: open, scroll and append cost the same at any length."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from wadesk.ui.widgets.anchor import Anchor

Index = QModelIndex | QPersistentModelIndex

# A row is this many steps of the scroll bar: it never knows the height of all rows.
STEPS = 100
# Rows from an end at which the next page is asked for: more than a screen of short ones.
NEAR = 25
# One notch of a wheel, in px at 100% (three lines of text).
NOTCH = 60


class AnchoredView(QListView):
    """Rows of any height, measured by ``row_height`` when they come near; painted by the class that knows them.

    To screen readers it is a list with an item per row, which is why it is a QListView; nothing of that class's
    own layout is used, as it would look at every row there is.

    ``older_wanted`` and ``newer_wanted``: a person comes near the first or the last row.
    ``end_changed`` (bool): whether the last row's bottom is at the view's bottom.
    """

    older_wanted = Signal()
    newer_wanted = Signal()
    end_changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.anchor = Anchor(self.row_height)
        self._syncing = False
        self._was_at_end = True
        self._end_value = 0
        self._end_known = False
        self._height_before = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def row_height(self, row: int) -> int:
        """The px of one row; the class that knows the rows measures them."""
        raise NotImplementedError

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show the rows of ``model``; a view shows one model all its life."""
        super().setModel(model)
        if model is not None:
            model.rowsAboutToBeInserted.connect(self._remember_height)
            model.rowsInserted.connect(self._take_inserted)
            model.rowsRemoved.connect(self._take_removed)
            model.dataChanged.connect(self.measure_again)
            model.modelReset.connect(self._take_reset)
            self._take_reset()

    def scroll_by(self, distance: int) -> None:
        """Move what is seen down by ``distance`` px (negative: up); only the strip that appears is painted."""
        moved = self.anchor.scroll(distance)
        if 0 < abs(moved) < self.viewport().height():
            self.viewport().scroll(0, moved)
        elif moved:
            self.viewport().update()
        self.after_move(moved)

    def to_end(self) -> None:
        """Show the last row."""
        self.anchor.to_end()
        self.viewport().update()
        self.after_move(0)

    def to_row(self, row: int, offset: int = 0) -> None:
        """Show one row with its top at ``offset``."""
        self.anchor.to_row(row, offset)
        self.viewport().update()
        self.after_move(0)

    def measure_again(self) -> None:
        """Heights may differ: keep the end at the end, else the first visible row where it is."""
        self._end_known = False
        if self.anchor.at_end:
            self.anchor.to_end()
        else:
            self.anchor.scroll(0)
        self.viewport().update()
        self.after_move(0)

    def after_move(self, _moved: int) -> None:
        """Follow with the scroll bar, ask for pages, tell about the end."""
        self._sync_bar()
        anchor = self.anchor
        if anchor.at_end != self._was_at_end:
            self._was_at_end = anchor.at_end
            self.end_changed.emit(anchor.at_end)
        if anchor.count and anchor.row < NEAR:
            self.older_wanted.emit()
        if anchor.count and anchor.row + 2 * NEAR > anchor.count:
            self.newer_wanted.emit()

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        """Qt tells of rows; where they stand is the anchor's to say."""
        QAbstractItemView.rowsInserted(self, parent, start, end)

    def rowsAboutToBeRemoved(self, parent: Index, start: int, end: int) -> None:
        """The same for rows that go."""
        QAbstractItemView.rowsAboutToBeRemoved(self, parent, start, end)

    def dataChanged(self, first: Index, last: Index, _roles: object = ()) -> None:
        """The same for rows that differ."""
        QAbstractItemView.dataChanged(self, first, last)

    def doItemsLayout(self) -> None:
        """No row is laid out before it is near."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """The scroll bar follows the anchor."""
        QAbstractItemView.updateGeometries(self)

    def reset(self) -> None:
        """Another chat's rows are in the model."""
        QAbstractItemView.reset(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the new size; rows are measured anew where the width differs."""
        QAbstractItemView.resizeEvent(self, event)
        self.anchor.view = self.viewport().height()
        self.measure_again()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by what the wheel or the touch pad says."""
        pixels = event.pixelDelta().y()
        self.scroll_by(pixels or round(event.angleDelta().y() * NOTCH / 120))
        event.accept()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """A person moved the scroll bar."""
        if self._syncing:
            return
        value = self.verticalScrollBar().value()
        if value >= self._end_value:
            self.anchor.to_end()
        else:
            row, part = divmod(value, STEPS)
            self.anchor.to_row(row, -part * self.row_height(row) // STEPS)
        self.viewport().update()
        self.after_move(0)

    def visualRect(self, index: Index) -> QRect:
        """Where a row is, relative to the viewport; empty where it is not near."""
        for row, top in self.anchor.visible():
            if row == index.row():
                return QRect(0, top, self.viewport().width(), self.row_height(row))
        return QRect()

    def scrollTo(
        self, index: Index, _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Make a row visible, moving as little as needed."""
        if not index.isValid():
            return
        row = index.row()
        if not self.anchor.row - NEAR <= row <= self.anchor.row + 4 * NEAR:
            self.to_row(row)
            return
        top = self.anchor.top_of(row)
        bottom = top + self.row_height(row)
        if top < 0:
            self.scroll_by(-top)
        elif bottom > self.anchor.view:
            self.scroll_by(-min(bottom - self.anchor.view, top))

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row under a point of the viewport."""
        for row, top in self.anchor.visible():
            if top <= point.y() < top + self.row_height(row):
                return self.model().index(row, 0)
        return QModelIndex()

    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The row that arrows lead to; the first step comes to the last visible row."""
        last = self.anchor.count - 1
        if last < 0:
            return QModelIndex()
        current = self.currentIndex()
        if not current.isValid():
            return self.model().index(max((row for row, _ in self.anchor.visible()), default=last), 0)
        step = {
            QAbstractItemView.CursorAction.MoveUp: -1,
            QAbstractItemView.CursorAction.MovePrevious: -1,
            QAbstractItemView.CursorAction.MoveDown: 1,
            QAbstractItemView.CursorAction.MoveNext: 1,
        }.get(action, 0)
        return self.model().index(min(max(current.row() + step, 0), last), 0)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return 0

    def isIndexHidden(self, _index: Index) -> bool:
        return False

    def setSelection(self, _rect: QRect, _command: object) -> None:
        """Rows are not selected as wholes; text is."""

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        return QRegion()

    def keyboardSearch(self, _search: str) -> None:
        """Typing is for the composer."""

    def _remember_height(self) -> None:
        anchor = self.anchor
        self._height_before = self.row_height(anchor.row) if anchor.row < anchor.count else 0

    def _take_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        anchor = self.anchor
        above = first <= anchor.row and not anchor.at_end
        anchor.inserted(first, last - first + 1)
        if above and anchor.row < anchor.count:
            # A day line or a group's gap may have gone from above the first visible row: its bubble stays.
            anchor.offset += self._height_before - self.row_height(anchor.row)
        self.measure_again()

    def _take_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.anchor.removed(first, last - first + 1)
        self.measure_again()

    def _take_reset(self) -> None:
        self.anchor.count = self.model().rowCount()
        self.anchor.to_end()
        self.measure_again()

    def _sync_bar(self) -> None:
        if not self._end_known:
            self._end_value, self._end_known = self._value(*self.anchor.end()), True
        value = self._end_value if self.anchor.at_end else self._value(self.anchor.row, self.anchor.offset)
        bar = self.verticalScrollBar()
        self._syncing = True
        bar.setRange(0, self._end_value)
        bar.setPageStep(max(STEPS, self.anchor.count * STEPS - self._end_value))
        bar.setSingleStep(STEPS)
        bar.setValue(value)
        self._syncing = False

    def _value(self, row: int, offset: int) -> int:
        if offset >= 0 or row >= self.anchor.count:
            return row * STEPS
        return row * STEPS + -offset * STEPS // max(1, self.row_height(row))
