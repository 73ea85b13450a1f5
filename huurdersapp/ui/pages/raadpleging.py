"""Raadplegingen: whom you asked, how many answered, what they said, and whether they heard back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QWidget

from huurdersapp.actions import records
from huurdersapp.actions.listed import Listed
from huurdersapp.actions.raadpleging import response
from huurdersapp.actions.rows import Totals
from huurdersapp.actions.words import View
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy, ngettext
from huurdersapp.base.settings import PERCENTAGE_ANSWERS_FROM
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.record_form import RecordForm
from huurdersapp.ui.lists.filter_bar import COMPACT_FROM, Chip
from huurdersapp.ui.lists.list_page import ListPage
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
        self.totals = QLabel()
        self.totals.setProperty("role", "label")
        self.totals.setWordWrap(True)
        self.above.addWidget(self.totals)
        self.pane.model.measured.connect(lambda _places: desk.safely(self._add_up))

    def _arrange(self) -> None:
        super()._arrange()
        self.totals.setVisible(not self.bar.isHidden() and self.desk.look.zoom < COMPACT_FROM)

    def _add_up(self) -> None:
        """The line above the list: how many, and how many people answered, of the very list that is shown."""
        listed = self.pane.model.listed
        if listed is not None:
            self.desk.ask(self, "reacties optellen", listed.totals, lambda found: self._tell(listed, found))

    def _tell(self, listed: Listed, found: Totals) -> None:
        if listed is not self.pane.model.listed:
            return
        replies = sum(
            each.value for each in found.sums if each.label == self.spec.fields["respons_totaal"].label
        )
        count = ngettext("{count} raadpleging", "{count} raadplegingen", found.count)
        people = ngettext("{count} reactie", "{count} reacties", int(replies))
        self.totals.setText(
            _("{raadplegingen}, {reacties}").format(
                raadplegingen=count.format(count=written(found.count)),
                reacties=people.format(count=written(replies)),
            )
        )

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


PAGE = RaadplegingPage
