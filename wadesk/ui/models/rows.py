"""A list model whose rows are values with a key: told the new list, it tells views only what differs."""

from collections.abc import Hashable, Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ROW = Qt.ItemDataRole.UserRole
"""The role under which a row's own value is found."""

Index = QModelIndex | QPersistentModelIndex


class Keyed(Protocol):
    """A row: equal when it is drawn alike, ``key`` when it is the same thing."""

    @property
    def key(self) -> Hashable:
        """What stays the same while the row changes."""


R = TypeVar("R", bound=Keyed)


class RowsModel(QAbstractListModel, Generic[R]):
    """Rows by value. A row is inserted, removed or changed alone; only another order resets the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._rows: list[R] = []

    def rows(self) -> Sequence[R]:
        """The rows as they are."""
        return self._rows

    def row(self, index: Index) -> R | None:
        """The row at an index of this model; None for an invalid one."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def place_of(self, key: Hashable) -> QModelIndex:
        """Where the row with ``key`` is; an invalid index when it is not here."""
        place = next((number for number, row in enumerate(self._rows) if row.key == key), -1)
        return self.index(place) if place >= 0 else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        """Qt asks how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt asks for the row's value (:data:`ROW`) or its spoken text."""
        row = self.row(index)
        if row is None:
            return None
        if role == ROW:
            return row
        return self.spoken(row) if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole} else None

    def spoken(self, row: R) -> str:
        """What a screen reader says of a row; models that people move in say it."""
        return str(row.key)

    def show(self, rows: Sequence[R]) -> None:
        """Show these rows from now on."""
        fresh = {row.key for row in rows}
        for place in reversed(range(len(self._rows))):
            if self._rows[place].key not in fresh:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self.endRemoveRows()
        kept = {row.key for row in self._rows}
        if [row.key for row in rows if row.key in kept] != [row.key for row in self._rows]:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        for place, row in enumerate(rows):
            self._put(place, row)

    def _put(self, place: int, row: R) -> None:
        if place >= len(self._rows) or self._rows[place].key != row.key:
            self.beginInsertRows(QModelIndex(), place, place)
            self._rows.insert(place, row)
            self.endInsertRows()
        elif self._rows[place] != row:
            self._rows[place] = row
            index = self.index(place)
            self.dataChanged.emit(index, index)
