"""Vandaag: what is overdue or due, what was begun, what was done last."""

from __future__ import annotations

from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.page import Page
from huurdersapp.ui.place import Place


class TodayPage(Page):
    """The first screen."""

    def title(self) -> str:
        """What stands above it."""
        return _("Vandaag")

    def show_place(self, place: Place) -> None:
        """Show the day."""


PAGE = TodayPage
