"""The rows of a list for a table: fetched by the page when they are painted, however many there are.

The first page is read when a list is opened, so that it is painted at once. How long the list is, and where each of its pages
begins, is found out beside the window; from then on any row can be painted by fetching the one page in which it
stands. Only a few pages are kept, so a million rows take the memory of a thousand.
"""

from __future__ import annotations

import contextlib
from collections import OrderedDict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from huurdersapp.actions.listed import Listed, Measured
from huurdersapp.actions.rows import Line
from huurdersapp.base.errors import Stopped
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk

PAGE: Final = 200
"""Rows that are fetched together."""
KEPT: Final = 12
"""Pages that stay in memory."""
SHORT: Final = 2_000
"""Up to so many rows a list is measured again at once: sooner than one could see it change twice."""
PAINTING = 0.05
"""Seconds in which an opened list is painted before its length is found out: both at once would be slower than one."""
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROLE = Qt.ItemDataRole
_SERVED = frozenset(
    int(role) for role in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole, _ROLE.TextAlignmentRole)
)


class RecordsModel(QAbstractTableModel):
    """A list (`open`) as rows and columns of words.

    `measured` tells that its length is known now; it carries the rows at which the records stand that `refresh` was asked
    to find again, by their key.
    """

    measured = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._listed: Listed | None = None
        self._pages: OrderedDict[int, list[Line]] = OrderedDict()
        self._fences: list[Any] = []
        self._rows, self._known = 0, False
        self._before: Mapping[tuple[int, str], str] = {}

    def say_before(self, words: Mapping[tuple[int, str], str]) -> None:
        """Put words before those of a record in a column, by its number and the key of the column: what is reckoned from
        more than the record, such as a countdown."""
        if words != self._before:
            self._before = dict(words)
            self._repaint()

    def before_of(self, key: str) -> list[str]:
        """What stands before the words of a column."""
        return [words for (_number, column), words in self._before.items() if column == key]

    def _words(self, line: Line) -> list[str]:
        """What a row says, column by column."""
        assert self._listed is not None
        if not self._before:
            return list(line.words)
        said = (self._before.get((line.number, item.key), "") for item in self._listed.items)
        return [
            _("{before} · {words}").format(before=before, words=text) if before else text
            for before, text in zip(said, line.words, strict=True)
        ]

    @property
    def listed(self) -> Listed | None:
        """The list that is shown."""
        return self._listed

    @property
    def count(self) -> int | None:
        """How many records the list has; None while that is being counted."""
        return self._rows if self._known else None

    def open(self, listed: Listed, first: list[Line] | None = None) -> None:
        """Show another list from its first row (its first page may have been read already); raises what reading raises,
        and stays as it was then."""
        first = listed.page() if first is None else first
        if self._listed is not None:
            self._listed.drop()
        self.beginResetModel()
        self._listed = listed
        self._pages = OrderedDict({0: first})
        self._fences = [(first[-1].sort_value, first[-1].id)] if len(first) == PAGE else []
        self._rows, self._known = len(first), len(first) < PAGE
        self.endResetModel()
        if self._known:
            self.measured.emit({})
        else:
            self._measure((), opening=True)

    def refresh(self, wanted: Collection[str] = ()) -> None:
        """Read again what is shown. Rows stay where they are until the new length is known, and then `measured` tells
        where the `wanted` records stand."""
        if self._listed is None:
            return
        self._pages.clear()
        if self._known and self._rows <= SHORT:
            self._take(self._listed, self._listed.measured(wanted))
        else:
            self._repaint()
            self._measure(wanted)

    def _measure(self, wanted: Collection[str], *, opening: bool = False) -> None:
        listed = self._listed
        assert listed is not None

        def measured() -> Measured | None:
            with contextlib.suppress(Stopped):  # another list is shown by now
                return listed.measured(wanted, PAINTING if opening else 0)
            return None

        self._desk.ask(self, "meten", measured, lambda found: self._take(listed, found, opening=opening))

    def _take(self, listed: Listed, found: Measured | None, *, opening: bool = False) -> None:
        if found is None or listed is not self._listed:
            return
        self._known, self._fences = True, list(found.fences)
        if not opening:  # read with the fences of before
            self._pages.clear()
        self._grow_to(found.count)
        self._repaint()
        self.measured.emit(found.places)

    def _grow_to(self, rows: int) -> None:
        before = self._rows
        if rows > before:
            self.beginInsertRows(_NOWHERE, before, rows - 1)
            self._rows = rows
            self.endInsertRows()
        elif rows < before:
            self.beginRemoveRows(_NOWHERE, rows, before - 1)
            self._rows = rows
            self.endRemoveRows()

    def _repaint(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(self._rows - 1, self.columnCount() - 1))

    def forget(self) -> None:
        """Fetch every page anew when it is painted."""
        self._pages.clear()

    # -- rows ----------------------------------------------------------------------------------------------------

    def line(self, row: int) -> Line | None:
        """The row at this place, fetched when it is not in memory; None for one that was thrown away meanwhile."""
        number, at = divmod(row, PAGE)
        lines = self._page(number)
        return lines[at] if at < len(lines) else None

    def _page(self, number: int) -> list[Line]:
        if (known := self._pages.get(number)) is not None:
            self._pages.move_to_end(number)
            return known
        if self._listed is None or number > len(self._fences):
            return []
        lines: list[Line] = []
        listed, after = self._listed, self._fences[number - 1] if number else None

        def fetch() -> None:
            lines.extend(listed.page(after))

        # A fault must not be raised while Qt paints; the page stays empty and the message bar says why.
        self._desk.safely(fetch)
        self._pages[number] = lines
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        return lines

    def key(self, row: int) -> str | None:
        """The key of the record in a row."""
        line = self.line(row)
        return None if line is None else line.id

    def number(self, row: int) -> int | None:
        """The number of the record in a row."""
        line = self.line(row)
        return None if line is None else line.number

    def row_of(self, key: str, near: int = 0) -> int | None:
        """The row of a record, looked for in the pages in memory and the one around `near`."""
        self._page(min(max(near, 0), max(self._rows - 1, 0)) // PAGE)
        for number, lines in self._pages.items():
            for at, line in enumerate(lines):
                if line.id == key:
                    return number * PAGE + at
        return None

    def link(self, index: Index) -> tuple[str, int, str] | None:
        """Kind, number and name of the record that a cell refers to."""
        line = self.line(index.row())
        if self._listed is None or line is None or not index.isValid():
            return None
        return self._listed.target(line.id, self._listed.items[index.column()].key)

    # -- what Qt asks --------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._listed is None else len(self._listed.items)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and not self._known and self._rows == len(self._fences) * PAGE > 0

    def fetchMore(self, parent: Index) -> None:
        """The next page, for who scrolls down before the length is known."""
        number = self._rows // PAGE
        lines = self._page(number)
        if len(lines) == PAGE:
            self._fences.append((lines[-1].sort_value, lines[-1].id))
        self._known = len(lines) < PAGE
        if lines:
            self._grow_to(self._rows + len(lines))

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if role not in _SERVED or self._listed is None:
            return None
        item = self._listed.items[index.column()]
        if role == _ROLE.TextAlignmentRole:
            right = item.kind == "bedrag" or (item.kind == "getal" and item.key != "nummer")
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return Qt.AlignmentFlag.AlignVCenter | side
        line = self.line(index.row())
        if line is None:
            return ""
        said = self._words(line)
        words = " ".join(said[index.column()].split())
        if role == _ROLE.DisplayRole:
            return words
        if index.column() == 0:  # with whole rows selected this is the cell that is read out
            return ", ".join(self._said(said))
        return _("{label}: {words}").format(label=item.label, words=words or _("niet ingevuld"))

    def _said(self, words: Sequence[str]) -> list[str]:
        assert self._listed is not None
        return [
            _("{label}: {words}").format(label=item.label, words=text)
            for item, text in zip(self._listed.items, words, strict=True)
            if text
        ]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if self._listed is None or orientation == Qt.Orientation.Vertical:
            return None
        item = self._listed.items[section]
        key, down = self._listed.sorted_by
        if role == _ROLE.DisplayRole:
            label = _("Nr.") if item.key == "nummer" else item.label
            return f"{'▼' if down else '▲'} {label}" if item.key == key else label
        if role in (_ROLE.AccessibleTextRole, _ROLE.ToolTipRole):
            if not item.indexed:
                return item.label
            if item.key != key:
                return _("{label}. Kies om te sorteren.").format(label=item.label)
            order = _("aflopend") if down else _("oplopend")
            return _("{label}, {order} gesorteerd. Kies om te keren.").format(label=item.label, order=order)
        if role == _ROLE.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None
