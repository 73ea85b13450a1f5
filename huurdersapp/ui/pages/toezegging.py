"""Toezeggingen van anderen: what other parties promised us, overdue first, and per party."""

from __future__ import annotations

from huurdersapp.actions import actiepunten
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.ui.lists.filter_bar import Chip
from huurdersapp.ui.pages.actiepunt import ActionPointsPage

THEIRS = "toezegging=ja"


class PromisesPage(ActionPointsPage):
    """The ready filters are those of what others promised, with one for each party that has something open."""

    chips = (
        Chip(lazy("Open"), ("open_op={today}", THEIRS), "uiterlijk"),
        Chip(lazy("Te laat"), ("te_laat_op={today}", THEIRS), "uiterlijk"),
    )

    def title(self) -> str:
        return _("Toezeggingen van anderen")

    def ready(self) -> tuple[Chip, ...]:
        parties = actiepunten.promising(self.desk.ctx)
        found = [
            Chip(name, ("open_op={today}", THEIRS, f"partij={number}"), "uiterlijk")
            for number, name in parties
        ]
        kept = Chip(lazy("Nagekomen dit jaar"), ("gedaan_in={year}", THEIRS), "-gedaan_op")
        return (*type(self).chips, *found, kept)


PAGE = PromisesPage
