"""All measures in one table: how far each came, how it stands, how many, and whether the landlord must hear of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.actions import finding
from huurdersapp.actions.energie import Measure
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.records.draft import Fault
from huurdersapp.records.energiebezoek_tables import HOE_VER, STAND
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.energie.measure_row import MeasureRow
from huurdersapp.ui.forms.editors.base import Editor
from huurdersapp.ui.frame.message_bar import announce

HOW_FAR_KEYS = {
    "B": "besproken",
    "U": "uitgereikt",
    "C": "geplaatst_coach",
    "W": "geplaatst_bewoner",
    "N": "niet_geplaatst",
}
STAND_KEYS = {"G": "gedaan", "T": "te_doen", "L": "later"}
LANDLORD_KEY = "V"
LANDLORD = "verhuurder"
LINES, TELL = "regels", "melden"
"""What `typed` has: the lines, and of which measures the landlord is told."""
MOST_ROWS = 7
TOGETHER_FROM, TOGETHER_BELOW = 130, 640
"""Per cent, and pixels at 100 %: with larger letters, and in less room, all that is known stands in one column."""
_HEADS = (
    lazy("Maatregel"),
    lazy("Hoe ver"),
    lazy("Stand"),
    lazy("Aantal"),
    lazy("Voor de verhuurder"),
)


class MeasuresTable(QTableWidget):
    """`pressed_key` with a letter, a digit, "wis" for throwing away or "aan" for Space, for the row that is chosen."""

    pressed_key = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text().upper()
        free = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.pressed_key.emit("wis")
        elif event.key() == Qt.Key.Key_Space:
            self.pressed_key.emit("aan")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and free:
            self.setCurrentCell(min(self.currentRow() + 1, self.rowCount() - 1), 0)
        elif free and len(text) == 1 and text.isalnum():
            self.pressed_key.emit(text)
        else:
            super().keyPressEvent(event)


class MeasureTable(Editor):
    """The lines of all measures. With the table in focus single keys fill the chosen row; the same stands under the table
    as buttons. A measure that the landlord must hear of becomes a knelpunt when the visit is saved (`told_landlord`)."""

    wide = True

    def __init__(self, desk: Desk, measures: Sequence[Measure], parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._names = {each.number: each.name for each in measures}
        self._units = {each.number: each.unit for each in measures}
        self._landlords = {each.number for each in measures if each.landlord}
        self._warnings = {each.number: each.warning or "" for each in measures}
        self._lines: dict[int, dict[str, Any]] = {}
        self._before: set[int] = set()
        self._tell: set[int] = set()
        self._together = False
        self._digits_of: int | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.table = MeasuresTable(0, len(_HEADS))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.setWordWrap(False)
        self.table.pressed_key.connect(lambda key: desk.safely(lambda: self._key(key)))
        self.table.currentCellChanged.connect(lambda *_cells: desk.safely(self._chosen))
        self.row = MeasureRow(desk, HOW_FAR_KEYS, STAND_KEYS, LANDLORD_KEY)
        self.row.changed.connect(lambda: desk.safely(self._from_row))
        hint = QLabel(_("Kies een regel en druk op een letter of een cijfer. Delete maakt de regel leeg."))
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        column.addWidget(hint)
        column.addWidget(self.table)
        column.addWidget(self.row)
        desk.look.changed.connect(self._fit)
        self._fill()

    # -- the rows ------------------------------------------------------------------------------------------------

    def _numbers(self) -> list[int]:
        return list(self._names)

    @property
    def number(self) -> int | None:
        """The measure of the chosen row."""
        at = self.table.currentRow()
        numbers = self._numbers()
        return numbers[at] if 0 <= at < len(numbers) else None

    def _fill(self) -> None:
        at = max(0, self.table.currentRow())
        self.table.setRowCount(len(self._names))
        for row in range(self.table.rowCount()):
            self._show(row)
        if self._names:
            self.table.setCurrentCell(min(at, len(self._names) - 1), 0)
        self._fit()

    def _show(self, row: int) -> None:
        number = self._numbers()[row]
        cells = self._cells(number)
        shown = (cells[0], ", ".join(filter(None, cells[1:])), "", "", "") if self._together else cells
        for column, text in enumerate(shown):
            item = QTableWidgetItem(text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self.words(number) if column == 0 else text)
            item.setToolTip(self._warnings.get(number, "") or text)
            self.table.setItem(row, column, item)

    def _cells(self, number: int) -> tuple[str, str, str, str, str]:
        name, line = self._names[number], self._lines.get(number)
        if line is None:
            return name, "", "", "", ""
        count = line.get("aantal")
        amount = "" if count is None else str(count).replace(".", ",")
        if amount and not self._together:
            amount = " ".join(filter(None, [amount, self._units.get(number, "")]))
        landlord = ""
        if line.get("wie") == LANDLORD:
            landlord = _("wordt gemeld") if number in self._tell else _("ja")
        elif self._together:
            landlord = ""
        return (
            name,
            HOE_VER.label(line.get("hoe_ver") or "geplaatst_coach"),
            STAND.label(line.get("stand")),
            amount,
            _("verhuurder: {state}").format(state=landlord) if landlord and self._together else landlord,
        )

    def words(self, number: int) -> str:
        """A row in one sentence."""
        told = ", ".join(filter(None, self._cells(number)[1:]))
        return _("{name}: {told}").format(name=self._names[number], told=told or _("niets"))

    # -- filling -------------------------------------------------------------------------------------------------

    def _key(self, key: str) -> None:
        number = self.number
        if number is None:
            return
        if key == "wis":
            self._lines.pop(number, None)
            self._tell.discard(number)
        elif key == "aan":
            if number in self._lines:
                self._lines.pop(number)
                self._tell.discard(number)
            else:
                self._line(number)["stand"] = "gedaan"
        elif key in HOW_FAR_KEYS:
            self._line(number)["hoe_ver"] = HOW_FAR_KEYS[key]
            self._stand_follows(number)
        elif key in STAND_KEYS:
            self._line(number, "besproken")["stand"] = STAND_KEYS[key]
        elif key == LANDLORD_KEY:
            line = self._lines.get(number)
            self._landlord(number, on=line is None or line.get("wie") != LANDLORD)
        elif key.isdecimal():
            line = self._line(number)
            before = str(line.get("aantal") or "") if self._digits_of == number else ""
            line["aantal"] = int(f"{before}{key}"[-5:])
        else:
            return
        self._digits_of = number if key.isdecimal() else None
        self._changed(number)

    def _line(self, number: int, how_far: str = "geplaatst_coach") -> dict[str, Any]:
        return self._lines.setdefault(number, {"maatregel": number, "hoe_ver": how_far})

    def _stand_follows(self, number: int) -> None:
        line = self._lines[number]
        if line["hoe_ver"] in ("geplaatst_coach", "geplaatst_bewoner"):
            line["stand"] = "gedaan"
        elif line.get("stand") == "gedaan":
            line["stand"] = None

    def _landlord(self, number: int, *, on: bool) -> None:
        line = self._line(number, "besproken")
        if on:
            line["wie"] = LANDLORD
            line["stand"] = line.get("stand") if line.get("stand") in ("te_doen", "later") else "te_doen"
            if number not in self._before:
                self._tell.add(number)
        else:
            line["wie"] = None
            self._tell.discard(number)

    def _changed(self, number: int) -> None:
        self._show(self._numbers().index(number))
        self.row.show_line(self._names[number], self._units.get(number, ""), self._lines.get(number))
        announce(self, self.words(number))
        self.edited.emit()

    def _chosen(self) -> None:
        self._digits_of = None
        if (number := self.number) is not None:
            self.row.show_line(self._names[number], self._units.get(number, ""), self._lines.get(number))

        if self.table.hasFocus():
            self._in_sight()

    def _in_sight(self) -> None:
        """In a small window the form scrolls along with the row that is chosen."""
        area: QWidget | None = self
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        inside = area.widget() if isinstance(area, QScrollArea) else None
        if isinstance(area, QScrollArea) and inside is not None:
            row = self.table.visualRect(self.table.currentIndex())
            middle = self.table.viewport().mapTo(inside, row.center())
            area.ensureVisible(0, middle.y(), 0, 2 * row.height())

    def _from_row(self) -> None:
        number = self.number
        if number is None:
            return
        typed = self.row.typed()
        if not any(value not in (None, "", False) for value in typed.values()):
            self._lines.pop(number, None)
            self._tell.discard(number)
        else:
            landlord = bool(typed.pop(LANDLORD))
            had = self._lines.get(number, {})
            line = self._line(number, "besproken" if landlord else "geplaatst_coach")
            way, stand = typed["hoe_ver"], typed["stand"]
            line["toelichting"] = typed["toelichting"]
            line["aantal"] = typed["aantal"]
            if way and way != had.get("hoe_ver"):
                line["hoe_ver"] = way
                if stand == had.get("stand"):
                    self._stand_follows(number)
            if stand != had.get("stand"):
                line["stand"] = stand
            if landlord != (line.get("wie") == LANDLORD):
                self._landlord(number, on=landlord)
        self._show(self._numbers().index(number))
        self.row.mark(self._lines.get(number))
        self.edited.emit()

    def told_landlord(self) -> tuple[int, ...]:
        """The measures of which the landlord is told when the visit is saved: the tenant agreed."""
        return tuple(number for number in self._numbers() if number in self._tell and number in self._lines)

    # -- size ----------------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        look = self.desk.look
        together = look.zoom >= TOGETHER_FROM or self.width() < look.px(TOGETHER_BELOW)
        if together != self._together:
            self._together = together
            for row in range(self.table.rowCount()):
                self._show(row)
        header = self.table.horizontalHeader()
        for column, head in enumerate(_HEADS):
            self.table.setColumnHidden(column, together and column > 1)
            words = _("Wat er is gedaan") if together and column == 1 else str(head)
            self.table.setHorizontalHeaderItem(column, QTableWidgetItem(words))
            resize = QHeaderView.ResizeMode
            wide = column < (2 if together else 1)
            header.setSectionResizeMode(column, resize.Stretch if wide else resize.ResizeToContents)
        height = max(look.px(34), self.table.fontMetrics().height() + look.px(10))
        self.table.verticalHeader().setDefaultSectionSize(height)
        rows = min(MOST_ROWS if look.zoom < 150 else 4, max(3, self.table.rowCount()))
        self.table.setFixedHeight(rows * height + header.sizeHint().height() + look.px(8))

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- values --------------------------------------------------------------------------------------------------

    def value(self) -> Any:
        return [dict(line) for line in self._lines.values()]

    def set_value(self, value: Any) -> None:
        lines = {line["maatregel"]: dict(line) for line in value or [] if line.get("maatregel")}
        unknown = [number for number in lines if number not in self._names]
        if unknown:
            # No longer in use, but it was at this visit.
            self._names |= finding.called(self.desk.ctx, "maatregel", unknown)
        self._lines, self._tell = {n: line for n, line in lines.items() if n in self._names}, set()
        self._before = {number for number, line in self._lines.items() if line.get("wie") == LANDLORD}
        self._fill()
        self._chosen()

    def typed(self) -> Any:
        return {LINES: self.value(), TELL: sorted(self._tell)}

    def set_typed(self, typed: Any) -> None:
        lines = typed.get(LINES, []) if isinstance(typed, dict) else typed
        before = self._before
        self.set_value(lines)
        self._before = before
        self._tell = set(typed.get(TELL, [])) if isinstance(typed, dict) else set()
        self._fill()
        self._chosen()

    def faults(self) -> list[Fault]:
        return self.row.faults()

    def set_faults(self, faults: list[Fault]) -> None:
        super().set_faults(faults)
        lines = list(self._lines)
        told = []
        for fault in faults:
            at = fault.place[0] if fault.place else None
            if isinstance(at, int) and at < len(lines):
                told.append(_("{name}: {text}").format(name=self._names[lines[at]], text=fault.text))
        self.row.tell(told)

    def show_place(self, place: tuple[str | int, ...]) -> QWidget:
        lines = list(self._lines)
        if place and isinstance(place[0], int) and place[0] < len(lines):
            self.table.setCurrentCell(self._numbers().index(lines[place[0]]), 0)
        return self.table

    def inputs(self) -> list[QWidget]:
        return [self.table]

    def first_focus(self) -> QWidget:
        return self.table
