"""Saying which column of a list of addresses is what, and what holds for the whole list."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from huurdersapp.actions import adreslijst
from huurdersapp.actions.adreslijst import Beside
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.base.tables import Table
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.field_set import FieldSet
from huurdersapp.ui.forms.layouts import Group
from huurdersapp.ui.inlezen.columns import ColumnChoices
from huurdersapp.ui.inlezen.step import Step
from huurdersapp.ui.lists.record_parts import label

NEEDED = ("postcode", "huisnummer")
WHOLE = ("verhuurder", "kern", "plaats", "bron")


class MappingStep(Step):
    """`agreed` when the rows may be looked at, `changed` when something was chosen otherwise."""

    agreed = Signal()
    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("3. Welke kolom is wat?"), parent)
        text = _("Postcode en huisnummer zijn nodig. De rest mag u overslaan.")
        self.column.addWidget(label(text, "muted"))
        self.choices = ColumnChoices(desk, adreslijst.COLUMNS, NEEDED)
        self.choices.changed.connect(self.changed)
        self.combos = self.choices.combos
        self.column.addWidget(self.choices)
        self.whole = FieldSet(desk, desk.ctx.spec("adres"), [Group(lazy("Geldt voor de hele lijst"), WHOLE)])
        self.whole.edited.connect(lambda _key: self.changed.emit())
        self.choices.laid.connect(self.whole.set_columns)
        self.whole.set_columns(self.choices.across)
        self.column.addWidget(self.whole)
        self.go = self.button(_("Rijen nakijken"), self.agreed.emit, "main")
        self.row(self.go)

    def show_table(self, table: Table) -> None:
        """Offer the columns of a list, each with some of its values, and choose what is known of them."""
        self.choices.offer(table, adreslijst.guess(self.desk.ctx, table))

    def columns(self) -> dict[str, int]:
        """At which place of a row each wanted field stands."""
        return self.choices.columns()

    def beside(self) -> Beside | None:
        """What holds for the whole list; None (told at the fields) when something cannot be read."""
        faults = self.whole.faults(WHOLE)
        self.whole.set_faults(faults)
        if faults:
            return None
        values: Mapping[str, object] = {key: self.whole.value(key) for key in WHOLE}
        return Beside(**values)  # type: ignore[arg-type]  # the fields of an address have these very types

    def forget(self) -> None:
        """For another file: what holds for the whole list is asked anew."""
        self.whole.set_plain({})

    def begin(self) -> None:
        empty = [key for key in NEEDED if self.combos[key].currentIndex() <= 0]
        if empty and "huisnummer" in empty and self.combos["straat_en_nummer"].currentIndex() > 0:
            empty.remove("huisnummer")
        if empty:
            self.combos[empty[0]].setFocus()
        elif self.combos["verhuurder"].currentIndex() <= 0:
            self.whole.boxes["verhuurder"].editor.first_focus().setFocus()
        else:
            self.go.setFocus()
