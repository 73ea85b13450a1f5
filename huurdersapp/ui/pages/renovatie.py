"""Renovatie: the projects of landlords, the buildings over which the 70 % is counted, and each home with its answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists.filter_bar import Chip
from huurdersapp.ui.lists.kinds_row import KindsRow
from huurdersapp.ui.lists.list_page import ListPage

PROJECT, UNIT, HOME = "renovatieproject", "bouwkundige_eenheid", "renovatiewoning"
NAMES = {PROJECT: lazy("Projecten"), UNIT: lazy("Bouwkundige eenheden"), HOME: lazy("Woningen")}
"""What the kinds are called on this screen."""


class RenovationPage(ListPage):
    """One list at a time, chosen with the buttons on top."""

    kinds = (PROJECT, UNIT, HOME)
    help = "lijsten"
    chips: ClassVar[Mapping[str, tuple[Chip, ...]]] = {
        PROJECT: (
            Chip(lazy("Loopt nu"), ("bekend_op={today}",)),
            Chip(lazy("Draagvlakmeting loopt"), ("status=meting",)),
            Chip(lazy("Namen nog te wissen"), ("niet_gewist_op={today}",)),
        ),
        UNIT: (
            Chip(lazy("Nog nodig"), ("nog_nodig_op={today}",)),
            Chip(lazy("70 % gehaald"), ("gehaald_op={today}",)),
            Chip(lazy("Acht weken lopen"), ("acht_weken_op={today}",)),
        ),
        HOME: (
            Chip(lazy("Zonder antwoord"), ("zonder_antwoord_op={today}",)),
            Chip(lazy("Terugkomen"), ("terugkomen_op={today}",)),
            Chip(lazy("Kan naar de rechter"), ("naar_rechter_op={today}",)),
        ),
    }

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(desk, key)
        self.kinds_row = KindsRow(desk, key, self._kinds, NAMES)
        self.put_above(self.kinds_row)

    def title(self) -> str:
        return _("Renovatie")

    def kind_shown(self) -> None:
        self.kinds_row.mark(self.kind)


PAGE = RenovationPage
