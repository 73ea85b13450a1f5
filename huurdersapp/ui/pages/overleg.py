"""Overleggen: what is planned, what was said, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QPushButton, QWidget

from huurdersapp.actions.words import View
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.ui.forms.outcome import Outcome
from huurdersapp.ui.lists.filter_bar import Chip
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.place import Doing, Place

DOING: Doing = "nieuw"


class OverlegPage(ListPage):
    """The meetings, and under each what was brought in and agreed."""

    help = "overleggen"
    chips = (
        Chip(lazy("Gepland"), ("vanaf={today}",), "datum"),
        Chip(lazy("Dit jaar"), ("bijgewoond_in={year}",)),
        Chip(lazy("Regiegroep en BO"), ("soort=rg,bo",)),
        Chip(lazy("Verslag nog niet vastgesteld"), ("verslag_status=concept",)),
    )

    def extra_buttons(self, view: View) -> Sequence[QPushButton]:
        """What was agreed, with the meeting and its day filled in."""
        add = QPushButton(_("+ Actiepunt"))
        add.clicked.connect(lambda: self.desk.go(self._new_action(view)))
        return (add,)

    def _new_action(self, view: View) -> Place:
        day = next((each.text for each in view.fields if each.key == "datum"), "")
        values: dict[str, Any] = {"overleg": view.number}
        if day:
            values["afgesproken_op"] = "-".join(reversed(day.split("-")))
        return Place("actiepunt", doing=DOING, values=values)

    def extra_panels(self, view: View) -> Sequence[QWidget]:
        """What was brought in, what we do, what others promised."""
        number = view.number
        return (
            Outcome(
                self.desk,
                (
                    ("knelpunt", _("Ingebrachte knelpunten"), (f"inbreng.overleg={number}",)),
                    ("actiepunt", _("Actiepunten van ons"), (f"overleg={number}", "toezegging=nee")),
                    ("actiepunt", _("Toezeggingen van anderen"), (f"overleg={number}", "toezegging=ja")),
                ),
                view.title,
            ),
        )


PAGE = OverlegPage
