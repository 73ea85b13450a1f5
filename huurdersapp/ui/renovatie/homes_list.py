"""Homes from a list of the landlord: the file, and which of its columns is what."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import renovatie_woninglijst
from huurdersapp.actions.renovatie_woningplan import Layout, Plan
from huurdersapp.base import tables
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.tables import ENDINGS, Table
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.renovatie.fields import Fields

NOT = -1
"""The choice for what no column of the list says."""


class ListFields(QWidget):
    """`edited` when another file or column was chosen."""

    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.table: Table | None = None
        self.columns: Fields | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        text = _("Een lijst van de verhuurder, in Excel of als csv. Namen van bewoners worden niet gelezen.")
        self._column.addWidget(label(text, "muted"))
        self.button = QPushButton(_("Bestand kiezen…"))
        self.button.clicked.connect(lambda _on=False: desk.safely(self.choose))
        self._column.addWidget(self.button)
        self.name = label("", "label")
        self.name.hide()
        self._column.addWidget(self.name)

    def choose(self) -> QFileDialog:
        """Let somebody choose a file."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = _("Lijsten ({endings})").format(endings=" ".join(f"*{ending}" for ending in ENDINGS))
        dialog = QFileDialog(self, _("Lijst met woningen kiezen"), home, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Kiezen"))
        dialog.setLabelText(QFileDialog.DialogLabel.Reject, _("Annuleren"))
        dialog.fileSelected.connect(lambda name: self.desk.safely(lambda: self.read(Path(name))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def read(self, path: Path) -> None:
        """Read a file, beside the window."""
        title = _("{file} lezen").format(file=path.name)
        self.desk.run(tables.reading(path), title, lambda table: self.show_table(path.name, table))

    def show_table(self, name: str, table: Table) -> None:
        """Ask which column is what, beginning with what their names say."""
        if self.columns is not None:
            self._column.removeWidget(self.columns)
            self.columns.hide()
            self.columns.deleteLater()
        self.table = table
        count = ngettext("{file}: {count} rij", "{file}: {count} rijen", len(table.rows))
        self.name.setText(count.format(file=name, count=written(len(table.rows))))
        self.name.show()
        guessed = renovatie_woninglijst.guess(self.desk.ctx, table)
        fields = self.columns = Fields(self.desk)
        fields.column.addWidget(label(_("Welke kolom is wat?"), "label"))
        heads = [
            (head or _("Kolom {place}").format(place=place), place - 1)
            for place, head in enumerate(table.head, 1)
        ]
        for wanted in renovatie_woninglijst.COLUMNS:
            fields.choose(wanted.key, str(wanted.label), [(_("Staat er niet in"), NOT), *heads])
            combo = fields.choices[wanted.key]
            combo.setCurrentIndex(max(0, combo.findData(guessed.get(wanted.key, NOT))))
        fields.edited.connect(self.edited)
        self._column.addWidget(fields)
        fields.show()
        self.edited.emit()

    def plan(self, number: int, layout: Layout | None) -> Plan:
        """What this list would make; raises UserError while there is no list, or no house number in it."""
        if self.table is None or self.columns is None:
            raise UserError(_("Kies eerst een bestand."))
        ctx, table = self.desk.ctx, self.table
        found = self.columns.values() or {}
        columns = {key: place for key, place in found.items() if place != NOT}
        plan = renovatie_woninglijst.plan_from_list(ctx, number, table, columns, layout=layout)
        renovatie_woninglijst.remember(ctx, table, columns)
        return plan
