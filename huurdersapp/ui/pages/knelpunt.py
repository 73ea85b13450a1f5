"""Knelpunten: what tenants report, how far it is, and the next step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from huurdersapp.actions import records
from huurdersapp.actions.words import View
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.ui.forms.knelpunt_steps import StepPanel
from huurdersapp.ui.lists.filter_bar import Chip
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.place import Place


class KnelpuntPage(ListPage):
    """Open ones first; under each the step that may follow."""

    help = "knelpunten"
    chips = (
        Chip(lazy("Open"), ("open_op={today}",)),
        Chip(lazy("Nieuw dit trimester"), ("nieuw_in={trimester}",)),
        Chip(lazy("Reactie te laat"), ("reactie_te_laat_op={today}",), "reactie_verwacht_op"),
        Chip(lazy("Nog niet ingebracht"), ("status=gemeld,beoordeeld",)),
        Chip(lazy("Opgelost dit jaar"), ("opgelost_in={year}",)),
    )
    first_chip = 0

    def extra_buttons(self, view: View) -> Sequence[QPushButton]:
        """What somebody will do about it."""
        add = QPushButton(_("+ Actiepunt"))
        values = {"knelpunt": view.number}
        add.clicked.connect(lambda: self.desk.go(Place("actiepunt", doing="nieuw", values=values)))
        return (add,)

    def extra_panels(self, view: View) -> Sequence[QWidget]:
        """The next step."""
        status = records.show(self.desk.ctx, self.spec, view.number)["status"]
        return (StepPanel(self.desk, view.number, view.title, status),)


PAGE = KnelpuntPage
