"""Bewonerscommissies: for whom they speak, who is in them, what is done for them, and what is to be seen to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from huurdersapp.actions import commissies, records
from huurdersapp.actions.commissies import Totals
from huurdersapp.actions.listed import Listed
from huurdersapp.actions.words import View
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy, ngettext
from huurdersapp.ui.commissie.panel import StandPanel, members
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.outcome import Asked, Outcome
from huurdersapp.ui.lists.filter_bar import Chip
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.lists.totals_line import TotalsLine


class CommissiePage(ListPage):
    """Above the list what it adds up to; under each commissie how it stands and what hangs together with it."""

    help = "bewonerscommissies"
    chips = (
        Chip(lazy("Actief"), ("actief_op={today}",)),
        Chip(lazy("Dit jaar ondersteund"), ("ondersteund_in={year}",)),
        Chip(lazy("Geen overleg dit jaar"), ("zonder_overleg_in={year}",)),
        Chip(lazy("Termijn loopt af"), ("termijn_loopt_af_op={today}", "actief_op={today}")),
        Chip(lazy("Met lege plek"), ("met_lege_plek=ja", "actief_op={today}")),
    )
    first_chip = 0

    def __init__(
        self, desk: Desk, key: str, kinds: tuple[str, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, key, kinds, parent)
        self.totals = TotalsLine(desk, self.pane, self.kind, self._added_up)
        self.put_above(self.totals)
        self.view.told_elsewhere = frozenset({"leden"})

    def _added_up(self, listed: Listed) -> str:
        return added_up(commissies.totals(self.desk.ctx, listed.where, listed.words))

    def extra_panels(self, view: View) -> Sequence[QWidget]:
        """How it stands, who is in it, and what is about its homes."""
        record = records.show(self.desk.ctx, self.spec, view.number)
        panels: list[QWidget] = [StandPanel(self.desk, record, view.title), members(self.desk, record)]
        if asked := tuple(self._of_complexes(record)):
            panels.append(Outcome(self.desk, asked, view.title))
        return panels

    def _of_complexes(self, record: dict[str, Any]) -> Iterator[Asked]:
        spec = self.desk.ctx.spec("complex")
        for number in record["complexen"]:
            name = records.show(self.desk.ctx, spec, number)["naam"]
            where = (f"complex={number}",)
            yield "knelpunt", _("Knelpunten in {complex}").format(complex=name), where
            yield "advies", _("Adviezen over {complex}").format(complex=name), where


def added_up(found: Totals) -> str:
    """What a list adds up to, in a line."""
    parts = [
        ngettext("{count} commissie", "{count} commissies", found.count),
        ngettext("{count} woning", "{count} woningen", found.homes),
        _("{count} ondersteund in {period}"),
        ngettext("{count} uur", "{count} uur", found.hours),
    ]
    counts = (found.count, found.homes, found.supported, found.hours)
    said = [
        part.format(count=written(count), period=found.period)
        for part, count in zip(parts, counts, strict=True)
    ]
    return _("{parts}.").format(parts=", ".join(said))


PAGE = CommissiePage
