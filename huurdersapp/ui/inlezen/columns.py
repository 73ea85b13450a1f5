"""Saying which column of a list is what: a choice for each that can be loaded, with some of its values."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from huurdersapp.actions.kolommen import Wanted, examples
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.tables import Table
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.choice import Combo

TWO_FROM = 760
"""Pixels at 100 % from which the columns stand in two rows beside each other."""
LONGEST = 24
"""Signs of an example in a choice."""


class ColumnChoices(QWidget):
    """`changed` when another column was chosen, `laid` with how many stand beside each other."""

    changed = Signal()
    laid = Signal(int)

    def __init__(
        self, desk: Desk, wanted: Sequence[Wanted], needed: Collection[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk, self._needed = desk, needed
        self.combos: dict[str, Combo] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self.across = 0
        self._boxes = [self._box(each.key, str(each.label)) for each in wanted]
        desk.look.changed.connect(self._lay)
        self._lay()

    def _box(self, key: str, words: str) -> QWidget:
        box, combo = QWidget(), Combo()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        title = QLabel(words if key in self._needed else _("{label} – niet verplicht").format(label=words))
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

    def offer(self, table: Table, known: Mapping[str, int]) -> None:
        """Offer the columns of a list, each with some of its values, and choose what is known of them."""
        offers = [_offer(table, place) for place in range(len(table.head))]
        for key, combo in self.combos.items():
            combo.clear()
            combo.addItem(_("Staat er niet in"), None)
            for place, words in enumerate(offers):
                combo.addItem(words, place)
            combo.setCurrentIndex(known.get(key, -1) + 1)

    def columns(self) -> dict[str, int]:
        """At which place of a row each wanted field stands."""
        return {key: combo.currentData() for key, combo in self.combos.items() if combo.currentIndex() > 0}

    # -- size ----------------------------------------------------------------------------------------------------

    def _lay(self) -> None:
        across = 2 if self.width() >= self.desk.look.px(TWO_FROM) else 1
        if across == self.across:
            return
        self.across = across
        for box in self._boxes:
            self._grid.removeWidget(box)
        for at, box in enumerate(self._boxes):
            self._grid.addWidget(box, at // across, at % across)
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < across))
        self.laid.emit(across)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()


def _offer(table: Table, place: int) -> str:
    name = table.head[place] or _("Kolom {place}").format(place=place + 1)
    found = [text[:LONGEST] for text in examples(table, place, 2)]
    return _("{column}: {examples}").format(column=name, examples=", ".join(found)) if found else name
