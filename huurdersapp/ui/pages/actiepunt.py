"""Actiepunten: who will do what before when; what others promised us is a list of its own, overdue first."""

from __future__ import annotations

from huurdersapp.base.i18n import lazy
from huurdersapp.ui.lists.filter_bar import Chip
from huurdersapp.ui.lists.list_page import ListPage


class ActionPointsPage(ListPage):
    """Open ones first."""

    help = "actiepunten"
    chips = (
        Chip(lazy("Open"), ("open_op={today}",), "uiterlijk"),
        Chip(lazy("Te laat"), ("te_laat_op={today}",), "uiterlijk"),
        Chip(lazy("Toezeggingen van anderen"), ("open_op={today}", "toezegging=ja"), "uiterlijk"),
        Chip(lazy("Van ons"), ("open_op={today}", "toezegging=nee"), "uiterlijk"),
        Chip(lazy("Gedaan dit jaar"), ("gedaan_in={year}",), "-gedaan_op"),
    )
    first_chip = 0


PAGE = ActionPointsPage
