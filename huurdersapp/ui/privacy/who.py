"""The first step of a request: by which name, address, telephone or e-mail the person is looked for."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.steps.step import Step

FIELDS: Mapping[str, LazyText] = {
    "naam": lazy("Naam van de persoon"),
    "straat": lazy("Straatnaam"),
    "huisnummer": lazy("Huisnummer van de woning"),
    "postcode": lazy("Postcode van de woning"),
    "telefoon": lazy("Telefoonnummer"),
    "email": lazy("E-mailadres"),
}
"""What one can look for, by the names that the search has for it."""
COLUMNS = 2


class WhoStep(Step):
    """`wanted` when the search begins; Enter in a field does the same as the button."""

    wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, _("1. Wie is het?"), parent)
        text = _("Vul in wat u weet. Het programma zoekt in alles wat u bewaart, ook in de prullenbak.")
        self.column.addWidget(label(text, "muted"))
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(holder)
        self.lines: dict[str, QLineEdit] = {}
        self._cells: list[QWidget] = []
        for key, words in FIELDS.items():
            line = self.lines[key] = QLineEdit()
            line.setAccessibleName(str(words))
            line.returnPressed.connect(self.wanted)
            name = label(str(words))
            name.setBuddy(line)
            cell = QWidget()
            inside = QGridLayout(cell)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.addWidget(name, 0, 0)
            inside.addWidget(line, 1, 0)
            self._cells.append(cell)
        self.search = self.button(_("Zoeken in alles"), self.wanted.emit, "main")
        self.row(self.search)
        self.lay_out(COLUMNS)

    def lay_out(self, columns: int) -> None:
        """The fields beside each other in so many columns."""
        for at, cell in enumerate(self._cells):
            self._grid.addWidget(cell, at // columns, at % columns)
        for at in range(COLUMNS):
            self._grid.setColumnStretch(at, int(at < columns))

    def show_typed(self, typed: Mapping[str, str]) -> None:
        """Fill the fields in."""
        for key, line in self.lines.items():
            line.setText(typed.get(key, ""))

    def typed(self) -> dict[str, str]:
        """What was filled in."""
        return {key: text for key, line in self.lines.items() if (text := line.text().strip())}

    def begin(self) -> None:
        """The focus to the first field that is still empty, or else to the button."""
        empty = [line for line in self.lines.values() if not line.text()]
        typed = len(empty) < len(self.lines)
        (self.search if typed else empty[0]).setFocus()
