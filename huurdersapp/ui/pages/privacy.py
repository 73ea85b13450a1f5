"""Privacy: why data of people are kept and how long, what they ask about them, the yearly round, and breaches."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists.filter_bar import Chip
from huurdersapp.ui.lists.kinds_row import KindsRow
from huurdersapp.ui.lists.list_page import ListPage

NAMES = {
    "verwerking": lazy("Verwerkingen"),
    "privacyverzoek": lazy("Verzoeken"),
    "opschoonronde": lazy("Opschoonrondes"),
    "datalek": lazy("Datalekken"),
}
"""What the kinds are called on this screen."""


class PrivacyPage(ListPage):
    """One list at a time, chosen with the buttons on top."""

    kinds = ("privacyverzoek", "verwerking", "opschoonronde", "datalek")
    help = "privacy"
    chips: ClassVar[Mapping[str, tuple[Chip, ...]]] = {
        "privacyverzoek": (Chip(lazy("Nog te beantwoorden"), ("open=ja",)),),
    }

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(desk, key)
        self.kinds_row = KindsRow(desk, key, self._kinds, NAMES)
        self.put_above(self.kinds_row)

    def title(self) -> str:
        return _("Privacy")

    def kind_shown(self) -> None:
        self.kinds_row.mark(self.kind)


PAGE = PrivacyPage
