"""All shortcuts in one table, as they work now."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QVBoxLayout, QWidget

from wadesk.ui.models.commands import Commands, ShortcutRow
from wadesk.ui.painting.labels import draw_key, key_width
from wadesk.ui.text import translate
from wadesk.ui.theme.theme import Theme
from wadesk.ui.widgets.key_hint import shown_keys
from wadesk.ui.widgets.table import Table, TableDelegate

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ShortcutTable(QAbstractTableModel):
    """What is done, by which keys, and in which menu it stands. KEYS holds a row's keys as Qt writes them."""

    KEYS = Qt.ItemDataRole.UserRole

    def __init__(self, commands: Commands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self._rows: list[ShortcutRow] = commands.shortcut_rows()
        commands.changed.connect(self._read)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell; the keys besides, for drawing."""
        row = self._rows[index.row()]
        if role == self.KEYS and index.column() == 1:
            return row.keys
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            between = translate("Settings", " to ")
            return (row.words, between.join(map(shown_keys, row.keys)), row.group)[index.column()]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The titles."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (translate("Settings", "Action"), translate("Settings", "Keys"), translate("Settings", "Menu"))[section]

    def _read(self) -> None:
        rows = self._commands.shortcut_rows()
        if rows != self._rows:
            # Commands are bound once, when the window is made: never while a row is looked at.
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()


class KeysDelegate(TableDelegate):
    """Draws keys as they stand on the keyboard."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground and keys; other cells as every table does."""
        keys = index.data(ShortcutTable.KEYS)
        if keys is None:
            super().paint(painter, option, index)
            return
        self.paint_ground(painter, option)
        place: QRect = option.rect
        left, middle = place.x() + self.theme.px(10), place.center().y()
        for one in keys:
            shown = shown_keys(one)
            right = left + key_width(self.theme, shown)
            draw_key(painter, self.theme, right, middle, shown)
            left = right + self.theme.px(6)


class ShortcutsSection(QWidget):
    """The table of ``commands``."""

    def __init__(self, theme: Theme, commands: Commands) -> None:
        super().__init__()
        self.table = Table(theme, ShortcutTable(commands, self), translate("Settings", "Shortcuts"))
        self.table.setItemDelegate(KeysDelegate(theme, self.table))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(12), 0, 0)
        column.addWidget(self.table)
        self._theme = theme
        self.table.model().modelReset.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        # The page scrolls, not the table in it.
        rows = self.table.model().rowCount()
        self.table.setFixedHeight(self._theme.size("tableHeader") + rows * self._theme.size("tableRow") + 2)
