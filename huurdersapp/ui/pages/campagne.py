"""Campagnes: how far each is, what it adds up to, and one press to count a talk."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from huurdersapp.actions import campagne_stand, campagnes
from huurdersapp.actions.campagne_stand import Stand
from huurdersapp.actions.campagnes import ListTotals, said
from huurdersapp.actions.listed import Listed
from huurdersapp.actions.words import View
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy, ngettext
from huurdersapp.ui.campagne.figures import StandPanel
from huurdersapp.ui.campagne.form import CampaignForm
from huurdersapp.ui.campagne.work import WorkPanel
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.record_form import RecordForm
from huurdersapp.ui.lists.filter_bar import Chip
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.lists.totals_line import TotalsLine


class CampaignPage(ListPage):
    """Totals of the list above it; under each campagne the work, the figures, and another one beside it."""

    help = "campagnes"
    chips = (
        Chip(lazy("Loopt nu"), ("loopt_op={today}",)),
        Chip(lazy("Dit jaar"), ("gehouden_in={year}",)),
        Chip(lazy("Groepsgewijs"), ("vorm=groepsgewijs",)),
        Chip(lazy("Individueel"), ("vorm=individueel",)),
    )

    def __init__(
        self, desk: Desk, key: str, kinds: tuple[str, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, key, kinds, parent)
        self._stand: Stand | None = None
        self._used: tuple[int, str] | None = None
        self.totals = TotalsLine(desk, self.pane, self.kind, self._added_up)
        self.put_above(self.totals)
        self.pane.shows_sums = False

    def make_form(self) -> RecordForm:
        """The form that counts addresses."""
        return CampaignForm(self.desk, self.kind, self)

    # -- above the list --------------------------------------------------------------------------------------------

    def _added_up(self, listed: Listed) -> str:
        return told(campagnes.list_totals(self.desk.ctx, listed.where, listed.words))

    # -- under a campagne ------------------------------------------------------------------------------------------

    def extra_panels(self, view: View) -> Sequence[QWidget]:
        """What can be done, and the figures: those of before stand there until the new ones are read."""
        work, figures = WorkPanel(self.desk, view.number, view.title), StandPanel(self.desk)
        work.used.connect(lambda key: self._remember_used(view.number, key))
        if self._stand is not None and self._stand.number == view.number:
            work.tell(self._stand)
            figures.tell(self._stand)
        self._come_back(work)
        ctx, number = self.desk.ctx, view.number

        def answer(found: Stand) -> None:
            if found == self._stand and figures.cards:
                return
            self._stand = found
            work.tell(found)
            figures.tell(found)

        self.desk.ask(figures, "stand", lambda: campagne_stand.stand(ctx, number), answer)
        return (work, figures)

    def _remember_used(self, number: int, key: str) -> None:
        self._used = number, key

    def _come_back(self, work: WorkPanel) -> None:
        """Who counts goes on counting: the focus stays on the button, though all is made anew."""
        used, self._used = self._used, None
        if used is not None and used[0] == work.number:
            QTimer.singleShot(0, work, work.buttons[used[1]].setFocus)


def told(found: ListTotals) -> str:
    """The line above the list: "14 campagnes. Bereik 7.502, contact 1.021, deelname 429." """
    count = ngettext("{count} campagne", "{count} campagnes", found.campagnes)
    text = _("{campagnes}. Bereik {bereik}, contact {contact}, deelname {deelname}.").format(
        campagnes=count.format(count=written(found.campagnes)),
        bereik=said(found.all.bereik),
        contact=said(found.all.contacten),
        deelname=said(found.all.deelnemers),
    )
    within = found.within
    if within is None or within == found.all:
        return text
    more = _("Van de acties in die periode: bereik {bereik}, contact {contact}, deelname {deelname}.").format(
        bereik=said(within.bereik), contact=said(within.contacten), deelname=said(within.deelnemers)
    )
    return f"{text} {more}"


PAGE = CampaignPage
