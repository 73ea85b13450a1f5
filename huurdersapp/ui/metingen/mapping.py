"""Saying which column of a list of figures is what, and what holds for the whole list."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from huurdersapp.actions import metingen_laden
from huurdersapp.actions.metingen_laden import Beside
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.tables import Table
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.inlezen.mapping import MappingStep as Base
from huurdersapp.ui.lists.record_parts import label

WHOLE = ("indicator", "kern", "partij", "bron", "aangeleverd_door", "aangeleverd_op")


class MappingStep(Base):
    """The columns of a list of figures; measure and period may hold for the whole list."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        explained = (
            _("De maat en het jaar zijn nodig: in een kolom, of hieronder voor de hele lijst."),
            _("Kolommen met de naam van een klasse, zoals een energielabel, vindt het programma zelf."),
        )
        super().__init__(desk, explained, metingen_laden.COLUMNS, "meting", WHOLE, parent=parent)
        title = label(_("Jaar of periode, zoals 2020 of 2020-T1 – niet verplicht"), "label")
        self.period = QLineEdit()
        title.setBuddy(self.period)
        self.period.setAccessibleName(title.text())
        self.period.textEdited.connect(lambda _text: self.changed.emit())
        self.column.addWidget(title)
        self.column.addWidget(self.period)
        self.counts = QCheckBox(_("Bij klassen staan aantallen, geen percentages"))
        self.counts.toggled.connect(lambda _on: self.changed.emit())
        self.column.addWidget(self.counts)
        self.put_go()

    def show_table(self, table: Table) -> None:
        self.choices.offer(table, metingen_laden.guess(self.desk.ctx, table))

    def beside(self) -> Beside | None:
        """What holds for the whole list; None (told at the fields) when something cannot be read."""
        values = self.told()
        if values is None:
            return None
        return Beside(
            maat=values["indicator"],
            periode=self.period.text().strip() or None,
            partij=values["partij"],
            kern=values["kern"],
            aangeleverd_door=values["aangeleverd_door"],
            aangeleverd_op=values["aangeleverd_op"],
            bron=values["bron"],
            aantallen=self.counts.isChecked(),
        )

    def forget(self) -> None:
        super().forget()
        self.period.clear()
        self.counts.setChecked(False)

    def begin(self) -> None:
        if self.combos["maat"].currentIndex() <= 0 and self.whole.value("indicator") is None:
            self.whole.boxes["indicator"].editor.first_focus().setFocus()
        elif not {"periode", "tot"} & set(self.columns()) and not self.period.text().strip():
            self.period.setFocus()
        else:
            self.go.setFocus()
