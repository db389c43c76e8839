"""A read-only table of frozen values: one row a value, one text a column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

T = TypeVar("T")
VALUE_ROLE = int(Qt.ItemDataRole.UserRole)
"""The value of a row itself."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Column(Generic[T]):
    """One column: its heading, what it says of a value, and how it stands.

    `pill` names the role of the pill the text stands in (`pill_good` …), for a value that is a state.
    """

    heading: str
    text: Callable[[T], str]
    is_number: bool = False
    stretches: bool = False
    is_secondary: bool = False
    pill: Callable[[T], str] | None = None


class TableOfValues(QAbstractTableModel):
    """The values of a list, newest answer only."""

    def __init__(self, columns: Sequence[Column[Any]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._values: tuple[Any, ...] = ()

    @property
    def values(self) -> tuple[Any, ...]:
        """What is listed."""
        return self._values

    def show(self, values: Sequence[Any]) -> None:
        """List these instead."""
        if tuple(values) == self._values:
            return
        self.beginResetModel()
        self._values = tuple(values)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._values)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        value = self._values[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.text(value)
        if role == VALUE_ROLE:
            return value
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.heading}: {column.text(value)}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignRight if self.columns[section].is_number else Qt.AlignmentFlag.AlignLeft
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
