"""Raadplegingen: whom you asked, how many answered, what they said, and whether they heard back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from huurdersapp.actions import records
from huurdersapp.actions.listed import Listed
from huurdersapp.actions.raadpleging import response
from huurdersapp.actions.words import View
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy, ngettext
from huurdersapp.base.settings import PERCENTAGE_ANSWERS_FROM
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.record_form import RecordForm
from huurdersapp.ui.lists.filter_bar import COMPACT_FROM, Chip
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.lists.totals_line import TotalsLine
from huurdersapp.ui.raadpleging.form import RaadplegingForm
from huurdersapp.ui.raadpleging.result import ResultPanel
from huurdersapp.ui.raadpleging.steps import StepsPanel
from huurdersapp.ui.raadpleging.work import WorkPanel

__all__ = ["PAGE", "RaadplegingPage", "response"]


class RaadplegingPage(ListPage):
    """The steps, what can be done with it, and the outcome."""

    help = "raadplegingen"
    own_totals = ("raadpleging",)
    chips = (
        Chip(lazy("Loopt nu"), ("loopt_op={today}",)),
        Chip(lazy("Nog terugkoppelen"), ("terugkoppeling_open_op={today}",)),
        Chip(lazy("Dit jaar"), ("gehouden_in={year}",)),
    )

    def __init__(
        self, desk: Desk, key: str, kinds: tuple[str, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, key, kinds, parent)
        self.totals = TotalsLine(desk, self.pane, self.kind, told)
        self.above.addWidget(self.totals)

    def _arrange(self) -> None:
        super()._arrange()
        self.totals.setVisible(not self.bar.isHidden() and self.desk.look.zoom < COMPACT_FROM)

    def make_form(self) -> RecordForm:
        """The form with the builder of questions."""
        return RaadplegingForm(self.desk, self.kind, self)

    def extra_panels(self, view: View) -> Sequence[QWidget]:
        """How far it is, what can be done, and the outcome."""
        ctx = self.desk.ctx
        record = records.show(ctx, self.spec, view.number)
        share = response(record, ctx.settings.get(PERCENTAGE_ANSWERS_FROM))
        return (
            StepsPanel(self.desk, record, view.title, share),
            WorkPanel(self.desk, record),
            ResultPanel(self.desk, view.number),
        )


def told(listed: Listed) -> str:
    """How many raadplegingen a list has, and how many people answered."""
    found = listed.totals()
    replies = sum(
        each.value for each in found.sums if each.label == listed.spec.fields["respons_totaal"].label
    )
    count = ngettext("{count} raadpleging", "{count} raadplegingen", found.count)
    people = ngettext("{count} reactie", "{count} reacties", int(replies))
    return _("{raadplegingen}, {reacties}").format(
        raadplegingen=count.format(count=written(found.count)),
        reacties=people.format(count=written(replies)),
    )


PAGE = RaadplegingPage
