"""The base of every table: a header of 32, rows of 35 with a hairline, numbers at the right."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from wadesk.ui.painting.text import LEFT, RIGHT, draw_line
from wadesk.ui.theme.theme import Theme

_PAD = 10


class TableDelegate(QStyledItemDelegate):
    """Draws one cell: its words (numbers, as the model aligns them, at the right and tabular), ground and line."""

    def __init__(self, theme: Theme, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint ground, words and the line below."""
        self.paint_ground(painter, option)
        align = index.data(Qt.ItemDataRole.TextAlignmentRole)
        numbers = align is not None and bool(int(align) & Qt.AlignmentFlag.AlignRight.value)
        place = option.rect.adjusted(self.theme.px(_PAD), 0, -self.theme.px(_PAD), 0)
        font = self.theme.font("body", tabular=numbers)
        words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        draw_line(painter, place, words, font, self.theme.color("text"), RIGHT if numbers else LEFT)

    def paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Paint what lies under a cell's words."""
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self.theme.color("pressed"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, self.theme.color("hover"))
        rect = option.rect
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), self.theme.color(self._line))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As wide as its words, as high as every row."""
        size = super().sizeHint(option, index)
        return QSize(size.width() + self.theme.px(2 * _PAD), self.theme.size("tableRow"))

    @property
    def _line(self) -> str:
        return "border" if self.theme.contrast else "hover"


class Table(QTableView):
    """Rows are chosen whole. Arrows move, Tab leaves it; the header's words are its model's."""

    def __init__(self, theme: Theme, model: QAbstractItemModel, name: str) -> None:
        """``name`` is what the table holds, for screen readers."""
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setItemDelegate(TableDelegate(theme, self))
        rows, head = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setDefaultSectionSize(theme.size("tableRow"))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setAccessibleName(name)
        head.setFixedHeight(theme.size("tableHeader"))
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setStretchLastSection(True)
