"""The doors of a building as a table for Qt: squares, headings, and what a screen reader says of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from huurdersapp.actions.renovatie_stand import Deur
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.draagvlak.doors import SHORT, Choice, lines_of, sentence, short_names
from huurdersapp.ui.draagvlak.grid import Grid, lay_out

DOOR = int(Qt.ItemDataRole.UserRole) + 1
"""The Deur of a square."""
DIM = DOOR + 1
"""Whether the square steps back, as others were asked for."""
NAME = DOOR + 2
"""What stands first in the square: mostly the house number."""
MARKS = DOOR + 3
"""The lines under the answer, and whether the last one is the peiling."""
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class BoardModel(QAbstractTableModel):
    """`show_doors` gives it what was read; only squares that changed are told, unless they stand elsewhere now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.doors: tuple[Deur, ...] = ()
        self.grid = Grid((), (), ())
        self.choice = Choice()
        self._names: dict[int, str] = {}
        self._where: dict[int, tuple[int, int]] = {}

    # -- what it holds ---------------------------------------------------------------------------------------------

    def show_doors(self, doors: Sequence[Deur], fitting: int) -> bool:
        """Show these; whether the squares came to stand elsewhere."""
        before, doors = self.doors, tuple(doors)
        names = short_names(doors)
        grid = lay_out(doors, names, fitting)
        same = (
            grid == self.grid
            and names == self._names
            and [door.nummer for door in doors] == [door.nummer for door in before]
        )
        if not same:
            self.beginResetModel()
            self.doors, self.grid, self._names = doors, grid, names
            self._where = {
                doors[at].nummer: (row, column)
                for row, line in enumerate(grid.cells)
                for column, at in enumerate(line)
                if at is not None
            }
            self.endResetModel()
            return True
        self.doors = doors
        for old, new in zip(before, doors, strict=True):
            if old != new:
                index = self.of_home(new.nummer)
                self.dataChanged.emit(index, index)
        return False

    def choose(self, choice: Choice) -> None:
        """Let these doors stand out."""
        self.choice = choice
        if self.doors:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last, [DIM])

    def door(self, index: Index) -> Deur | None:
        """The door of a square."""
        if not index.isValid():
            return None
        at = self.grid.cells[index.row()][index.column()]
        return self.doors[at] if at is not None else None

    def of_home(self, number: int) -> QModelIndex:
        """The square of a home; none when it is not here."""
        where = self._where.get(number)
        return self.index(*where) if where is not None else QModelIndex()

    # -- what Qt asks ----------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.grid.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.door(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        door = self.door(index)
        if door is None:
            return _("Geen woning") if role == Qt.ItemDataRole.AccessibleTextRole else None
        if role == DOOR:
            return door
        if role == DIM:
            return not self.choice.takes(door)
        if role == NAME:
            return self._names[door.nummer]
        if role == MARKS:
            return lines_of(door), door.peiling is not None
        if role == Qt.ItemDataRole.DisplayRole:
            return _("{home}\n{answer}").format(home=self._names[door.nummer], answer=SHORT[door.instemming])
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return sentence(door)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = int(Qt.ItemDataRole.DisplayRole)
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.grid.rows[section]
        return self.grid.columns[section].words()
