"""What the jaaragenda is made from: the fixed moments of the akkoord, steps before a meeting, and what one year has of its
own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtWidgets import QPushButton

from huurdersapp.actions import records
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.icons import icon
from huurdersapp.ui.lists.filter_bar import Chip
from huurdersapp.ui.lists.kinds_row import KindsRow
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.place import Place

NAMES = {
    "anker": lazy("Vaste momenten van het akkoord"),
    "voorbereidingsstap": lazy("Stappen vooraf"),
    "agendamoment": lazy("Alleen in één jaar"),
}


class FixedMomentsPage(ListPage):
    """One list at a time. Who made a moment of one year goes back to the jaaragenda of that year."""

    kinds = ("anker", "voorbereidingsstap", "agendamoment")
    help = "jaaragenda"
    chips: ClassVar[Mapping[str, tuple[Chip, ...]]] = {
        "anker": (
            Chip(lazy("Voorbereiding"), ("fase=voorbereiding",)),
            Chip(lazy("Uitvoering"), ("fase=uitvoering",)),
            Chip(lazy("Evaluatie"), ("fase=evaluatie",)),
        ),
        "voorbereidingsstap": (Chip(lazy("In gebruik"), ("actief=ja",)),),
        "agendamoment": (
            Chip(lazy("Dit jaar"), ("jaar={year}",)),
            Chip(lazy("Nog te doen"), ("open_op={today}",)),
        ),
    }

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(desk, key)
        self.kinds_row = KindsRow(desk, key, self._kinds, NAMES)
        self.to_year = QPushButton(_("Naar de jaaragenda"))
        self.to_year.clicked.connect(lambda: desk.go(Place("jaaragenda")))
        self.kinds_row.row.addWidget(self.to_year)
        self.put_above(self.kinds_row)
        self.view.said_elsewhere = frozenset({"sleutel"})  # its name in files says nothing to a reader
        desk.look.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self.to_year.setIcon(icon("jaaragenda", self.desk.look))

    def title(self) -> str:
        return str(NAMES[self.kind])

    def kind_shown(self) -> None:
        self.kinds_row.mark(self.kind)

    def _saved(self, number: int, onward: bool) -> None:
        made = self.form is not None and self.form.number is None and self.kind == "agendamoment"
        super()._saved(number, onward)
        if made and not onward:
            year = records.show(self.desk.ctx, self.spec, number)["jaar"]
            self.desk.go(Place("jaaragenda", number, kind=self.kind, values={"jaar": year}))


PAGE = FixedMomentsPage
