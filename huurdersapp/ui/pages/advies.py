"""Adviezen: what landlords ask the organisation's advice on, with the term that runs and the letter that answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton

from huurdersapp.actions.words import View
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.ui.icons import icon
from huurdersapp.ui.lists.filter_bar import Chip
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.place import Place


class AdvicePage(ListPage):
    """The list, with [Brief maken] at each."""

    help = "adviezen"
    chips = (
        Chip(lazy("Nog te doen"), ("open_op={today}",)),
        Chip(lazy("Wacht op reactie"), ("wacht_op_reactie_op={today}",)),
        Chip(lazy("Dit jaar ontvangen"), ("ontvangen_in={year}",)),
    )

    def extra_buttons(self, view: View) -> Sequence[QPushButton]:
        button = QPushButton(_("Brief maken"))
        button.setIcon(icon("brief", self.desk.look))
        button.clicked.connect(lambda: self.desk.go(Place("brief", view.number, kind="advies")))
        return (button,)


PAGE = AdvicePage
