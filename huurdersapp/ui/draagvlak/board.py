"""The board itself: squares to walk along with the arrows, and a key for each answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from huurdersapp.actions.renovatie_stand import Deur
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.draagvlak import squares
from huurdersapp.ui.draagvlak.doors import Choice, folded, lines_of
from huurdersapp.ui.draagvlak.model import BoardModel
from huurdersapp.ui.frame.undo_keys import is_sign
from huurdersapp.ui.look import Look

LEAST_ROWS = 3
"""So many rows of squares are seen at least where there is room for them."""
_MOVES = QAbstractItemView.CursorAction
_FLAGS = QItemSelectionModel.SelectionFlag


class StairsHeader(QHeaderView):
    """Above the columns: the staircase over all its doors, and under it the number of each door."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(24)

    def _grid_model(self) -> BoardModel:
        model = self.model()
        assert isinstance(model, BoardModel)
        return model

    def _lines(self) -> int:
        columns = self._grid_model().grid.columns
        named = any(column.staircase for column in columns)
        return int(named) + int(any(column.door is not None for column in columns))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        high = self._lines() * QFontMetrics(self.font()).height() + self._look.px(10)
        return QSize(hint.width(), high)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        columns = self._grid_model().grid.columns
        column = columns[logical]
        key = folded(column.staircase)
        first = last = logical
        while first > 0 and folded(columns[first - 1].staircase) == key:
            first -= 1
        while last + 1 < len(columns) and folded(columns[last + 1].staircase) == key:
            last += 1
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, self._look.colour("ground"))
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self._look.colour("text"))
        half = rect.height() // max(1, self._lines())
        if column.staircase:
            left = self.sectionViewportPosition(first)
            right = self.sectionViewportPosition(last) + self.sectionSize(last)
            seen = QRect(max(0, left), rect.top(), 0, half)
            seen.setRight(min(right, self.viewport().width()))
            room = seen.adjusted(self._look.px(6), 0, 0, 0)
            words = painter.fontMetrics().elidedText(
                column.staircase, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
        if column.door is not None:
            low = rect.adjusted(0, rect.height() - half, 0, 0)
            font.setBold(False)
            painter.setFont(font)
            painter.drawText(
                low, int(Qt.AlignmentFlag.AlignCenter), _("deur {number}").format(number=column.door)
            )
        painter.setPen(QPen(self._look.colour("edge"), self._look.px(2)))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if logical == first and first > 0:
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
        painter.restore()


class Board(QTableView):
    """`key_pressed` with a letter or digit that was typed on the squares, `open_wanted` for Enter, `focused` when the keys
    come here, `chosen_changed` when other squares are selected."""

    key_pressed = Signal(str)
    open_wanted = Signal()
    focused = Signal()
    chosen_changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines = 1
        self.board = BoardModel(self)
        self.squares = squares.SquareDelegate(look, self)
        self.setModel(self.board)
        self.setItemDelegate(self.squares)
        self.stairs = StairsHeader(look, self)
        self.setHorizontalHeader(self.stairs)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setHighlightSections(False)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("Deuren"))
        self.doubleClicked.connect(self._double)
        look.changed.connect(self._fit)
        self._fit()

    def _double(self, _index: QModelIndex) -> None:
        self.open_wanted.emit()

    # -- what it shows ---------------------------------------------------------------------------------------------

    def show_doors(self, doors: Sequence[Deur]) -> None:
        """Show these doors; what was selected stays so, and the square where somebody was."""
        chosen, here = self.chosen(), self.here()
        lines = max((len(lines_of(door)) for door in doors), default=1)
        if max(1, lines) != self._lines:
            self._lines = max(1, lines)
            self._fit()
        if not self.board.show_doors(doors, self._fitting()):
            return
        self._head()
        self._choose(chosen, here)

    def _head(self) -> None:
        # Else the heading keeps the height of what it had before.
        self.stairs.setVisible(self.board.grid.placed)
        self.stairs.updateGeometry()
        self.updateGeometries()

    def _fitting(self) -> int:
        """How many squares go beside each other."""
        room = self.viewport().width() + (0 if self.board.doors else -self._look.px(100))
        return max(1, room // max(1, self.stairs.defaultSectionSize()))

    def choose(self, choice: Choice) -> None:
        """Let these doors stand out; the others step back."""
        self.board.choose(choice)

    def _fit(self) -> None:
        font = self.font()
        size = squares.size(self._look, font, self._lines)
        self.stairs.setDefaultSectionSize(size.width() + self._look.px(2))
        self.verticalHeader().setDefaultSectionSize(size.height() + self._look.px(6))
        self.setMinimumWidth(self._look.px(200))
        self._head()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.board.doors and not self.board.grid.placed:
            self.show_doors(self.board.doors)

    def high(self, rows: int) -> int:
        """Pixels that so many rows need, with what is around them."""
        rows = min(rows, max(1, self.board.rowCount()))
        head = self.stairs.sizeHint().height() if self.board.grid.placed else 0
        bar = self._look.px(16)
        return head + rows * self.verticalHeader().defaultSectionSize() + bar + 8

    # -- what is selected --------------------------------------------------------------------------------------------

    def here(self) -> int | None:
        """The number of the home where somebody is."""
        door = self.board.door(self.currentIndex())
        return door.nummer if door is not None else None

    def chosen(self) -> list[int]:
        """The numbers of the homes that are selected, in reading order; else of the one where somebody is."""
        found = sorted(self.selectedIndexes(), key=lambda index: (index.row(), index.column()))
        doors = [door for index in found if (door := self.board.door(index)) is not None]
        here = self.here()
        return [door.nummer for door in doors] or ([here] if here is not None else [])

    def go_to(self, number: int | None) -> None:
        """Select this home alone, or the first one."""
        self._choose([number] if number is not None else [], number)

    def _choose(self, numbers: Sequence[int], here: int | None) -> None:
        at = self.board.of_home(here) if here is not None else QModelIndex()
        if not at.isValid():
            at = self.moveCursor(_MOVES.MoveHome, Qt.KeyboardModifier.ControlModifier)
        selection = self._selection(numbers) or QItemSelection(at, at)
        if at.isValid():
            self.selectionModel().setCurrentIndex(at, _FLAGS.NoUpdate)
        self.selectionModel().select(selection, _FLAGS.ClearAndSelect)

    def _selection(self, numbers: Sequence[int]) -> QItemSelection | None:
        made = QItemSelection()
        for number in numbers:
            index = self.board.of_home(number)
            if index.isValid():
                made.select(index, index)
        return made if made.count() else None

    def selectAll(self) -> None:
        """All squares, or only those that stand out."""
        doors = [door.nummer for door in self.board.doors if self.board.choice.takes(door)]
        if not doors:
            return
        here = self.here()
        self._choose(doors, here if here in doors else doors[0])

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen_changed.emit()

    # -- keys --------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text().casefold()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_sign(event):
            self.open_wanted.emit()
        elif event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            self.selectRow(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.selectColumn(self.currentIndex().column())
        elif is_sign(event) and len(text) == 1 and text.isalnum():
            self.key_pressed.emit(text)
        else:
            super().keyPressEvent(event)

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Keys that move also with Ctrl choose the square to which they come: what a letter does must be seen."""
        if isinstance(event, QKeyEvent) and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            return _FLAGS.ClearAndSelect
        return super().selectionCommand(index, event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """To the nearest home in that direction: where there is no home, nothing can be."""
        now = self.currentIndex()
        whole = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if not now.isValid() or (whole and action in (_MOVES.MoveHome, _MOVES.MoveEnd)):
            return self._end(last=action == _MOVES.MoveEnd)
        row = now.row()
        if action in (_MOVES.MoveLeft, _MOVES.MovePrevious, _MOVES.MoveRight, _MOVES.MoveNext):
            step = 1 if action in (_MOVES.MoveRight, _MOVES.MoveNext) else -1
            return self._along(now, step, on=not modifiers & Qt.KeyboardModifier.ShiftModifier)
        if action == _MOVES.MoveHome:
            return self._in_row(row, range(self.board.columnCount())) or now
        if action == _MOVES.MoveEnd:
            return self._in_row(row, range(self.board.columnCount() - 1, -1, -1)) or now
        page = max(1, self.viewport().height() // max(1, self.verticalHeader().defaultSectionSize()) - 1)
        steps = {
            _MOVES.MoveUp: -1,
            _MOVES.MoveDown: 1,
            _MOVES.MovePageUp: -page,
            _MOVES.MovePageDown: page,
        }
        return self._in_rows(now, steps.get(action, 0))

    def _along(self, now: QModelIndex, step: int, *, on: bool) -> QModelIndex:
        """The next home in this row, and after the last one the first of the next row, as one reads."""
        columns = range(self.board.columnCount())[::step]
        rest = range(now.column() + step, self.board.columnCount() if step > 0 else -1, step)
        if (found := self._in_row(now.row(), rest)) is not None:
            return found
        rows = range(now.row() + step, self.board.rowCount() if step > 0 else -1, step)
        ends = (self._in_row(row, columns) for row in rows) if on else ()
        return next((end for end in ends if end is not None), now)

    def _in_rows(self, now: QModelIndex, step: int) -> QModelIndex:
        """The home straight above or below, else the nearest one in that row."""
        last = self.board.rowCount() - 1
        row = min(last, max(0, now.row() + step))
        while 0 <= row <= last and row != now.row():
            near = sorted(range(self.board.columnCount()), key=lambda one: abs(one - now.column()))
            if (found := self._in_row(row, near)) is not None:
                return found
            row += 1 if step > 0 else -1
        return now

    def _in_row(self, row: int, columns: Sequence[int]) -> QModelIndex | None:
        for column in columns:
            index = self.board.index(row, column)
            if self.board.door(index) is not None:
                return index
        return None

    def _end(self, *, last: bool) -> QModelIndex:
        rows = range(self.board.rowCount() - 1, -1, -1) if last else range(self.board.rowCount())
        columns = range(self.board.columnCount())
        for row in rows:
            if (found := self._in_row(row, columns[::-1] if last else columns)) is not None:
                return found
        return QModelIndex()
