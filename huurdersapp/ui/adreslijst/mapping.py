"""Saying which column of a list of addresses is what, and what holds for the whole list."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from huurdersapp.actions import adreslijst
from huurdersapp.actions.adreslijst import Beside
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.tables import Table
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.inlezen.mapping import MappingStep as Base

NEEDED = ("postcode", "huisnummer")
WHOLE = ("verhuurder", "kern", "plaats", "bron")


class MappingStep(Base):
    """The columns of a list of addresses; two of them have to be there."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        text = _("Postcode en huisnummer zijn nodig. De rest mag u overslaan.")
        super().__init__(desk, (text,), adreslijst.COLUMNS, "adres", WHOLE, NEEDED, parent)
        self.put_go()

    def show_table(self, table: Table) -> None:
        self.choices.offer(table, adreslijst.guess(self.desk.ctx, table))

    def beside(self) -> Beside | None:
        """What holds for the whole list; None (told at the fields) when something cannot be read."""
        values = self.told()
        return None if values is None else Beside(**values)

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
