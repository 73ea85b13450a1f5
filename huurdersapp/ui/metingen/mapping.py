"""Saying which column of a list of figures is what, and what holds for the whole list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from huurdersapp.actions import metingen_laden
from huurdersapp.actions.metingen_laden import Beside
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.base.tables import Table
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.field_set import FieldSet
from huurdersapp.ui.forms.layouts import Group
from huurdersapp.ui.inlezen.columns import ColumnChoices
from huurdersapp.ui.inlezen.step import Step
from huurdersapp.ui.lists.record_parts import label

WHOLE = ("indicator", "kern", "partij", "bron", "aangeleverd_door", "aangeleverd_op")


class MappingStep(Step):
    """`agreed` when the rows may be looked at, `changed` when something was chosen otherwise."""

    agreed = Signal()
    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("3. Welke kolom is wat?"), parent)
        text = _("De maat en het jaar zijn nodig: in een kolom, of hieronder voor de hele lijst.")
        self.column.addWidget(label(text, "muted"))
        more = _("Kolommen met de naam van een klasse, zoals een energielabel, vindt het programma zelf.")
        self.column.addWidget(label(more, "muted"))
        self.choices = ColumnChoices(desk, metingen_laden.COLUMNS, ())
        self.choices.changed.connect(self.changed)
        self.combos = self.choices.combos
        self.column.addWidget(self.choices)
        self.whole = FieldSet(desk, desk.ctx.spec("meting"), [Group(lazy("Geldt voor de hele lijst"), WHOLE)])
        self.whole.edited.connect(lambda _key: self.changed.emit())
        self.choices.laid.connect(self.whole.set_columns)
        self.whole.set_columns(self.choices.across)
        self.column.addWidget(self.whole)
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
        self.go = self.button(_("Rijen nakijken"), self.agreed.emit, "main")
        self.row(self.go)

    def show_table(self, table: Table) -> None:
        """Offer the columns of a list, each with some of its values, and choose what is known of them."""
        self.choices.offer(table, metingen_laden.guess(self.desk.ctx, table))

    def columns(self) -> dict[str, int]:
        """At which place of a row each wanted field stands."""
        return self.choices.columns()

    def beside(self) -> Beside | None:
        """What holds for the whole list; None (told at the fields) when something cannot be read."""
        faults = self.whole.faults(WHOLE)
        self.whole.set_faults(faults)
        if faults:
            return None
        values: Mapping[str, Any] = {key: self.whole.value(key) for key in WHOLE}
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
        """For another file: what holds for the whole list is asked anew."""
        self.whole.set_plain({})
        self.period.clear()
        self.counts.setChecked(False)

    def begin(self) -> None:
        if self.combos["maat"].currentIndex() <= 0 and self.whole.value("indicator") is None:
            self.whole.boxes["indicator"].editor.first_focus().setFocus()
        elif not {"periode", "tot"} & set(self.columns()) and not self.period.text().strip():
            self.period.setFocus()
        else:
            self.go.setFocus()
