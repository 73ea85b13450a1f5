"""The table of a list: whole rows, columns that fit, everything by keyboard too."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.lists.model import Index, RecordsModel
from huurdersapp.ui.look import Look

LOOKED_AT = 30
"""Rows by which a column finds its width."""
NARROWEST, WIDEST = 68, 340
"""Pixels at 100 % of a column nobody has set."""
SMALLEST = 44
WHOLE = ("datum", "bedrag", "getal")
"""Kinds of field that are never cut."""
MAIN = 190
"""The same of the column that names the records: it is the last to give way."""
SHORTEST = 130
"""And how far it then goes, so that no other column is cut by the edge of the table."""
REMEMBERED = 30
"""Selected records that are found again when the list has changed; of more only the current one."""


class _Cells(QStyledItemDelegate):
    """A tooltip with the whole text where a cell cannot show it."""

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        text = str(index.data() or "")
        cut = option.fontMetrics.horizontalAdvance(text) > option.rect.width() - 12
        QToolTip.showText(event.globalPos(), text if cut else "", view)
        return True


class RecordsTable(QTableView):
    """Shows a RecordsModel.

    `current_moved` when another record became the current one, `opened` when somebody presses Enter or clicks twice,
    `clicked_on` at one click, `sort_wanted` carries a field of the list, `widths_set` the widths that somebody made, in
    pixels at 100 % by field. `menu_wanted` carries a menu to fill and the cell that it belongs to.
    """

    current_moved = Signal()
    chosen_changed = Signal()
    opened = Signal()
    clicked_on = Signal()
    sort_wanted = Signal(str)
    widths_set = Signal(object)
    menu_wanted = Signal(object, object)

    def __init__(self, records: RecordsModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.records, self._look = records, look
        self._widths: dict[str, int] = {}
        self._fitting = self._quiet = False
        self.begins = True
        """Whether the first row becomes the current one when the focus comes here and no row is."""
        self.setItemDelegate(_Cells(self))
        self.setModel(records)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows, head = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(1)
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.sectionClicked.connect(self._sort_by)
        head.sectionResized.connect(self._resized)
        self.doubleClicked.connect(self.opened)
        self.clicked.connect(self.clicked_on)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.selectionModel().selectionChanged.connect(lambda: self.chosen_changed.emit())
        look.changed.connect(self.fit_rows)
        self.fit_rows()

    # -- where somebody is ---------------------------------------------------------------------------------------

    def row(self) -> int:
        """The current row; -1 when there is none that is selected."""
        row = self.currentIndex().row()
        return row if row >= 0 and self._is_chosen(row) else -1

    def chosen(self, at_most: int | None = None) -> list[int]:
        """The rows that are selected, in their order; the first so many."""
        selection = self.selectionModel().selection()
        parts = [selection.at(each) for each in range(selection.count())]
        rows = {row for part in parts for row in range(part.top(), part.bottom() + 1)[:at_most]}
        return sorted(rows)[:at_most]

    def chosen_count(self) -> int:
        """How many rows are selected, without making a list of a million."""
        selection = self.selectionModel().selection()
        return sum(selection.at(each).height() for each in range(selection.count()))

    def go_to(self, row: int) -> None:
        """Make a row the current one, alone, and bring it into sight."""
        if 0 <= row < self.records.rowCount():
            flag = QItemSelectionModel.SelectionFlag
            # Qt would look which keys are down: with Ctrl of Ctrl+S the one before stays chosen too.
            self.selectionModel().setCurrentIndex(self.records.index(row, 0), flag.ClearAndSelect | flag.Rows)
            self.scrollTo(self.records.index(row, 0))

    def unselect(self) -> None:
        """No current record."""
        self._quiet = True
        self.selectionModel().clear()
        self._quiet = False

    def marks(self) -> dict[str, int]:
        """The records to find again when the list changes, with their rows: the current one first."""
        rows = [self.row(), self.rowAt(0)]
        if self.chosen_count() <= REMEMBERED:
            rows += self.chosen()
        found = {self.records.key(row): row for row in dict.fromkeys(rows) if row >= 0}
        return {key: row for key, row in found.items() if key is not None}

    def put_back(self, marks: Mapping[str, int], places: Mapping[str, int], top: str | None) -> None:
        """Select and show what was selected and shown before, where it stands now."""
        moved = any(places.get(key, row) != row for key, row in marks.items())
        if moved and marks:
            selection, scroll = QItemSelection(), self.verticalScrollBar()
            last = self.records.columnCount() - 1
            chosen = {key for key, row in marks.items() if self._is_chosen(row)}
            current = next(iter(marks))
            distance = scroll.value() - marks[top] if top in marks and top is not None else 0
            for key in chosen & places.keys():
                at = self.records.index(places[key], 0)
                selection.select(at, self.records.index(places[key], last))
            self._quiet = True
            model = self.selectionModel()
            if current in places:
                model.setCurrentIndex(
                    self.records.index(places[current], 0), QItemSelectionModel.SelectionFlag.NoUpdate
                )
            if selection.count():
                model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._quiet = False
            if top is not None and top in places:
                scroll.setValue(places[top] + distance)
        self.current_moved.emit()

    def _is_chosen(self, row: int) -> bool:
        return self.selectionModel().isRowSelected(row, QModelIndex())

    def _moved(self) -> None:
        if not self._quiet:
            self.current_moved.emit()

    # -- sizes ---------------------------------------------------------------------------------------------------

    def fit_rows(self) -> None:
        """Rows as high as the letters need; Qt keeps their height when the letters grow."""
        height = max(self.fontMetrics().height() + self._look.px(14), self._look.px(34))
        self.verticalHeader().setDefaultSectionSize(height)
        self.fit_columns()

    def use_widths(self, widths: Mapping[str, int]) -> None:
        """The widths that somebody made before, in pixels at 100 % by field."""
        self._widths = dict(widths)

    def fit_columns(self) -> None:
        """Give each column what its text needs, together as wide as the table where that can be."""
        listed = self.records.listed
        if listed is None or self._fitting:
            return
        px, columns = self._look.px, listed.items
        needed = [self._needed(column) for column in range(len(columns))]
        fixed = [px(self._widths[item.key]) if item.key in self._widths else 0 for item in columns]
        main = _main(listed.spec.name, [item.key for item in columns], [item.kind for item in columns])
        least = [min(need, px(MAIN if at == main else NARROWEST)) for at, need in enumerate(needed)]
        for at, item in enumerate(columns):
            if item.kind in WHOLE or item.key == "nummer":  # half a day or half an amount says nothing
                least[at] = self._text_width(at)
            elif before := self.records.before_of(item.key):
                least[at] = max(least[at], *(self._width_of(f"{words} · …") for words in before))
                needed[at] = max(needed[at], least[at])
        room = self.viewport().width()
        over = sum(mine or small for mine, small in zip(fixed, least, strict=True)) - room
        least[main] = min(least[main], max(px(SHORTEST), least[main] - max(0, over)))
        widths = _shared(needed, fixed, least, main, room)
        self._fitting = True
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        self._fitting = False

    def _needed(self, column: int) -> int:
        head = self.horizontalHeader().fontMetrics()
        title = str(self.records.headerData(column, Qt.Orientation.Horizontal))
        title_width = head.horizontalAdvance(title) + self._look.px(22)
        return min(max(title_width, self._text_width(column)), self._look.px(WIDEST))

    def _text_width(self, column: int) -> int:
        """What the words of the first rows need."""
        widest = self._look.px(SMALLEST)
        for row in range(min(self.records.rowCount(), LOOKED_AT)):
            line = self.records.line(row)
            if line is not None:
                widest = max(widest, self._width_of(line.words[column][:80]))
        return widest

    def _width_of(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text) + self._look.px(20)

    def _resized(self, column: int, _before: int, width: int) -> None:
        listed = self.records.listed
        if self._fitting or listed is None or column >= len(listed.items):
            return
        self._widths[listed.items[column].key] = round(width * 100 / self._look.zoom)
        self.widths_set.emit(dict(self._widths))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit_columns()

    # -- keys and mouse ------------------------------------------------------------------------------------------

    def _sort_by(self, column: int) -> None:
        listed = self.records.listed
        if listed is not None and listed.items[column].indexed:
            self.sort_wanted.emit(listed.items[column].key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            if self.row() >= 0:
                self.opened.emit()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Nothing: Qt would fetch every row to look for one that begins so; the search box asks the store."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._quiet = True  # Qt makes the first row the current one, without selecting it
        super().focusInEvent(event)
        self._quiet = False
        mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        if self.begins and self.row() < 0 and self.records.rowCount() and not mouse:
            self.go_to(max(self.currentIndex().row(), 0))
            self.current_moved.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft() + QPoint(8, 0))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_wanted.emit(menu, index)
        if listed := self.records.listed:
            sorting = menu.addMenu(_("Sorteren op"))
            for item in listed.items:
                if item.indexed:
                    sorting.addAction(item.label, self._sorter(item.key))
        menu.popup(place)

    def _sorter(self, key: str) -> Callable[[], Any]:
        return lambda: self.sort_wanted.emit(key)


def _main(names: Sequence[str], keys: list[str], kinds: list[str]) -> int:
    """Which column says what a record is: its title, another of its names, or else the first record that it belongs to."""
    for name in names:
        if name in keys:
            return keys.index(name)
    return kinds.index("verwijzing") if "verwijzing" in kinds else 0


def _shared(needed: list[int], fixed: list[int], least: list[int], main: int, room: int) -> list[int]:
    """Widths for columns: the fixed ones as they are, the others what they need. Where the room is too small, who has most
    above its least gives way; what is left over is for the column that names the records."""
    widths = [mine or need for mine, need in zip(fixed, needed, strict=True)]
    giving = [at for at, mine in enumerate(fixed) if not mine]
    while (over := sum(widths) - room) > 0 and any(widths[at] > least[at] for at in giving):
        at = max(giving, key=lambda each: widths[each] - least[each])
        widths[at] -= min(widths[at] - least[at], max(1, over // 4))
    if main in giving:
        widths[main] += max(0, room - sum(widths))
    return widths
