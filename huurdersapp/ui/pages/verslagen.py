"""All reports that were begun, fixed or sent; each opens where it is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QPushButton

from huurdersapp.actions.words import View
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.records.verslag_soorten import SOORTEN
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.icons import icon
from huurdersapp.ui.lists.filter_bar import Chip
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.place import Place

KIND, BUILDER = "verslag", "verslag"
_BY_CHIP = ("trimester", "input", "evaluatie", "jaar")
"""Kinds that are made every year: the others are found with the filters."""


class ReportsPage(ListPage):
    """The reports that are kept. A new one is made on the screen with its pages beside it."""

    kinds = (KIND,)
    help = "verslagen"
    own_totals = (KIND,)
    chips: ClassVar[tuple[Chip, ...]] = (
        Chip(lazy("Concept"), ("status=concept",)),
        Chip(lazy("Vastgelegd"), ("status=vastgelegd",)),
        Chip(lazy("Verstuurd"), ("status=verstuurd",)),
        *(Chip(item.label, (f"soort={item.key}",)) for item in SOORTEN.items if item.key in _BY_CHIP),
    )

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(desk, key)
        self.pane.opened.disconnect()  # Enter and a double click go on to its pages
        self.pane.opened.connect(lambda number: desk.safely(lambda: self.open_report(number)))

    def title(self) -> str:
        return _("Alle verslagen")

    def new(self, values: Mapping[str, object] | None = None, concept: str | None = None) -> None:
        """A new report begins with the choice of its kind and period; a form that was begun goes on as a form."""
        if concept is not None:
            super().new(values, concept)
        else:
            self.desk.go(Place(BUILDER))

    def open_report(self, number: int) -> None:
        """To where a report is made, with its pages."""
        self.desk.go(Place(BUILDER, number, kind=KIND))

    def extra_buttons(self, view: View) -> Sequence[QPushButton]:
        """To its pages."""
        button = QPushButton(_("Verslag openen"))
        button.setProperty("role", "main")
        button.setIcon(icon("verslag", self.desk.look, "on_main"))
        button.clicked.connect(lambda _on=False: self.desk.safely(lambda: self.open_report(view.number)))
        return (button,)


PAGE = ReportsPage
