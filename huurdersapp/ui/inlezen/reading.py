"""Choosing a file, and looking whether it was read as it should be."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import LazyText, lazy, ngettext
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.tables import ENDINGS, Table
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.base import restyle
from huurdersapp.ui.forms.editors.choice import Combo
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.steps.step import Step

SHOWN = 8
"""Rows that are shown as they were read."""
LETTERS: Mapping[str, LazyText] = {
    "utf-8": lazy("Unicode (UTF-8)"),
    "cp1252": lazy("Windows (West-Europa)"),
    "utf-16": lazy("Unicode (UTF-16)"),
    "cp850": lazy("Oude DOS-programma’s"),
    "mac-roman": lazy("Oude Mac"),
}
BETWEEN: Mapping[str, LazyText] = {
    ";": lazy("Puntkomma ( ; )"),
    ",": lazy("Komma ( , )"),
    "\t": lazy("Tab"),
    "|": lazy("Staand streepje ( | )"),
}


class FileStep(Step):
    """The file: what list it may be, and the title of the dialog that asks for it. `chosen` with its path."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, explained: str, asked: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("1. Kies bestand"), parent)
        self._asked = asked
        self.column.addWidget(label(explained, "muted"))
        self.name = label("", "label")
        self.name.hide()
        self.column.addWidget(self.name)
        self.choose_button = self.button(_("Bestand kiezen…"), self.choose, "main")
        self.row(self.choose_button)

    def choose(self) -> None:
        """Let somebody choose a file."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = _("Lijsten ({endings})").format(endings=" ".join(f"*{ending}" for ending in ENDINGS))
        dialog = QFileDialog(self, self._asked, home, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Kiezen"))
        dialog.setLabelText(QFileDialog.DialogLabel.Reject, _("Annuleren"))
        dialog.fileSelected.connect(lambda name: self.desk.safely(lambda: self.chosen.emit(Path(name))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_path(self, path: Path | None) -> None:
        """Tell which file it is."""
        self.name.setText("" if path is None else _("Bestand: {name}").format(name=path.name))
        self.name.setVisible(path is not None)
        self.choose_button.setText(_("Bestand kiezen…") if path is None else _("Ander bestand kiezen…"))
        self.choose_button.setProperty("role", "main" if path is None else "")
        restyle(self.choose_button)

    def begin(self) -> None:
        self.choose_button.setFocus()


class SampleStep(Step):
    """The first rows as they were read. `agreed` when they are right, `otherwise` when it must be read in another way,
    `grown` when the ways to do so are asked for."""

    agreed = Signal()
    otherwise = Signal()
    grown = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("2. Klopt dit?"), parent)
        self.counted = label("")
        self.column.addWidget(self.counted)
        self.rows = QTableWidget()
        self.rows.setAccessibleName(_("De eerste rijen zoals ze gelezen zijn"))
        self.rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.rows.setTabKeyNavigation(False)
        self.rows.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.rows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.addWidget(self.rows)
        self.yes = self.button(_("Ja, dit klopt"), self.agreed.emit, "main")
        self.no = self.button(_("Nee, anders lezen"), self.show_ways)
        self.row(self.yes, self.no)
        self.ways = QWidget()
        column = QVBoxLayout(self.ways)
        column.setContentsMargins(0, 0, 0, 0)
        self.letters = self._choice(column, _("Tekens"))
        self.between = self._choice(column, _("Wat staat er tussen de kolommen?"))
        self.sheet = self._choice(column, _("Blad"))
        self.ways.hide()
        self.column.addWidget(self.ways)
        desk.look.changed.connect(self._fit)

    def _choice(self, column: QVBoxLayout, words: str) -> tuple[QLabel, Combo]:
        title, combo = label(words, "label"), Combo()
        title.setBuddy(combo)
        combo.setAccessibleName(words)
        combo.activated.connect(lambda _at: self.desk.safely(self.otherwise.emit))
        column.addWidget(title)
        column.addWidget(combo)
        return title, combo

    def show_ways(self) -> None:
        """Show in which other ways the file can be read."""
        self.ways.show()
        shown = [combo for _title, combo in (self.letters, self.between, self.sheet) if not combo.isHidden()]
        if shown:
            shown[0].setFocus()
            self.grown.emit()
        else:
            self.tell_fault(_("Dit bestand kan maar op één manier gelezen worden. Kies een ander bestand."))

    def show_table(self, table: Table) -> None:
        """Show the first rows, and how they were read."""
        count = ngettext("{count} rij", "{count} rijen", len(table.rows)).format(
            count=written(len(table.rows))
        )
        columns = ngettext("{count} kolom", "{count} kolommen", len(table.head)).format(count=len(table.head))
        shown = table.rows[:SHOWN]
        text = _("{rows}, {columns}. Dit zijn de eerste rijen.").format(rows=count, columns=columns)
        self.counted.setText(text)
        self.rows.clear()
        self.rows.setColumnCount(len(table.head))
        self.rows.setRowCount(len(shown))
        self.rows.setHorizontalHeaderLabels(
            [name or _("Kolom {place}").format(place=place) for place, name in enumerate(table.head, 1)]
        )
        self.rows.setVerticalHeaderLabels([str(table.lines[place]) for place in range(len(shown))])
        for line, cells in enumerate(shown):
            for place, text in enumerate(cells[: len(table.head)]):
                self.rows.setItem(line, place, QTableWidgetItem(text[:200]))
        self.rows.resizeColumnsToContents()
        self._fill(self.letters, {key: str(words) for key, words in LETTERS.items()}, table.encoding)
        self._fill(self.between, {key: str(words) for key, words in BETWEEN.items()}, table.separator)
        sheets = table.sheets if len(table.sheets) > 1 else ()
        self._fill(self.sheet, {name: name for name in sheets}, table.sheet if sheets else None)
        self._fit()

    def _fill(self, choice: tuple[QLabel, Combo], offers: Mapping[str, str], chosen: str | None) -> None:
        title, combo = choice
        if [combo.itemData(at) for at in range(combo.count())] != list(offers):
            combo.clear()
            for key, words in offers.items():
                combo.addItem(words, key)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
        for widget in (title, combo):
            widget.setVisible(chosen is not None)

    def way(self) -> dict[str, str | None]:
        """How the file is to be read, as `base.tables.reading` takes it."""
        choices = {"encoding": self.letters[1], "separator": self.between[1], "sheet": self.sheet[1]}
        return {key: None if combo.isHidden() else combo.currentData() for key, combo in choices.items()}

    def _fit(self) -> None:
        """As high as its rows, whatever the letters."""
        height = self.desk.look.px(34)
        self.rows.verticalHeader().setDefaultSectionSize(height)
        head = self.rows.horizontalHeader().sizeHint().height()
        bar = self.rows.horizontalScrollBar().sizeHint().height()
        self.rows.setFixedHeight(head + height * self.rows.rowCount() + bar + 8)

    def begin(self) -> None:
        self.yes.setFocus()
