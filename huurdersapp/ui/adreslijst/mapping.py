"""Saying which column of a list is what, and what holds for the whole list."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from huurdersapp.actions import adreslijst
from huurdersapp.actions.adreslijst import Beside
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.base.tables import Table
from huurdersapp.ui.adreslijst.step import Step
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.choice import Combo
from huurdersapp.ui.forms.field_set import FieldSet
from huurdersapp.ui.forms.layouts import Group
from huurdersapp.ui.lists.record_parts import label

NEEDED = ("postcode", "huisnummer")
WHOLE = ("verhuurder", "kern", "plaats", "bron")
TWO_FROM = 760
"""Pixels at 100 % from which the columns stand in two rows beside each other."""
LONGEST = 24
"""Signs of an example in a choice."""


class MappingStep(Step):
    """`agreed` when the rows may be looked at, `changed` when something was chosen otherwise."""

    agreed = Signal()
    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("3. Welke kolom is wat?"), parent)
        text = _("Postcode en huisnummer zijn nodig. De rest mag u overslaan.")
        self.column.addWidget(label(text, "muted"))
        self.combos: dict[str, Combo] = {}
        self._boxes: list[QWidget] = []
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._columns = 0
        for wanted in adreslijst.COLUMNS:
            self._boxes.append(self._box(wanted.key, str(wanted.label)))
        self.column.addWidget(holder)
        self.whole = FieldSet(desk, desk.ctx.spec("adres"), [Group(lazy("Geldt voor de hele lijst"), WHOLE)])
        self.whole.edited.connect(lambda _key: self.changed.emit())
        self.column.addWidget(self.whole)
        self.go = self.button(_("Rijen nakijken"), self.agreed.emit, "main")
        self.row(self.go)
        desk.look.changed.connect(self._lay)
        self._lay()

    def _box(self, key: str, words: str) -> QWidget:
        box, combo = QWidget(), Combo()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        title = QLabel(words if key in NEEDED else _("{label} – niet verplicht").format(label=words))
        title.setProperty("role", "label")
        title.setWordWrap(True)
        title.setBuddy(combo)
        combo.setAccessibleName(title.text())
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(12)
        combo.setMaxVisibleItems(14)
        combo.activated.connect(lambda _at: self.changed.emit())
        column.addWidget(title)
        column.addWidget(combo)
        column.addStretch(1)
        self.combos[key] = combo
        return box

    def show_table(self, table: Table) -> None:
        """Offer the columns of a list, each with some of its values, and choose what is known of them."""
        known = adreslijst.guess(self.desk.ctx, table)
        offers = [self._offer(table, place) for place in range(len(table.head))]
        for key, combo in self.combos.items():
            combo.clear()
            combo.addItem(_("Staat er niet in"), None)
            for place, words in enumerate(offers):
                combo.addItem(words, place)
            combo.setCurrentIndex(known.get(key, -1) + 1)

    def _offer(self, table: Table, place: int) -> str:
        name = table.head[place] or _("Kolom {place}").format(place=place + 1)
        found = [text[:LONGEST] for text in adreslijst.examples(table, place, 2)]
        return _("{column}: {examples}").format(column=name, examples=", ".join(found)) if found else name

    def columns(self) -> dict[str, int]:
        """At which place of a row each wanted field stands."""
        return {key: combo.currentData() for key, combo in self.combos.items() if combo.currentIndex() > 0}

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

    # -- size ----------------------------------------------------------------------------------------------------

    def _lay(self) -> None:
        columns = 2 if self.width() >= self.desk.look.px(TWO_FROM) else 1
        if columns == self._columns:
            return
        self._columns = columns
        for box in self._boxes:
            self._grid.removeWidget(box)
        for at, box in enumerate(self._boxes):
            self._grid.addWidget(box, at // columns, at % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < columns))
        self.whole.set_columns(columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()
