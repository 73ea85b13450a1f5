"""Adviezen: what landlords ask the organisation's advice on, with the term that runs and the letter that answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from huurdersapp.actions import advies_stappen, advies_termijnen, records
from huurdersapp.actions.advies_termijnen import Klok
from huurdersapp.actions.listed import Listed
from huurdersapp.actions.rows import Line
from huurdersapp.actions.words import View
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.ui.advies.clock import ClockPanel, short
from huurdersapp.ui.advies.happened import HappenedPanel
from huurdersapp.ui.advies.lines import LinesPanel
from huurdersapp.ui.advies.steps import StepsPanel
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.forms.small_forms import SmallForms
from huurdersapp.ui.icons import icon
from huurdersapp.ui.lists.filter_bar import Chip
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.page import Command
from huurdersapp.ui.place import Place

TOLD = ("voorwaarden", "aanbevelingen", "gebeurtenissen", "ondertekenaars", "bijlagen", "kopie_aan")
"""Lists that the panels of a case show, and those that its letter shows."""
SAID = (
    "aanleiding", "overwegingen", "proces", "slot",
    "ontvangen_op", "ontvangen_bewijs", "brief_verhuurder_op", "volledig_op", "volledig_bewijs", "verlengd_mondeling",
    "vertrouwelijk", "vastgesteld_op", "vastgesteld_door", "aanwezig", "stemmen",
    "verstuurd_op", "verstuurd_wijze", "verstuurd_bewijs", "advies_ontvangen_op", "advies_ontvangen_bewijs",
    "geen_bezwaar_ontvangen_op", "geen_bezwaar_bewijs", "reactie_op", "reactie_bewijs", "redenen_ontvangen_op",
    "redenen_bewijs", "reactie_toelichting", "herinnerd_op", "overleg_gevraagd_op", "overlegd_op", "geschil_op",
    "uitspraak_op", "uitspraak", "afgesloten_op", "afgesloten_reden",
)  # fmt: skip
"""Texts that its letter shows, and days with their proof that stand among what happened."""


class AdvicePage(ListPage):
    """The list with the time that is left; beside it a case with its steps, its clock and what was asked."""

    help = "adviezen"
    chips = (
        Chip(lazy("Open"), ("open_op={today}",), "ontvangen_op"),
        Chip(lazy("Wacht op reactie"), ("wacht_op_reactie_op={today}",)),
        Chip(lazy("Voorwaarden open"), ("voorwaarden_open_op={today}",)),
    )

    def __init__(
        self, desk: Desk, key: str, kinds: tuple[str, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, key, kinds, parent)
        self.view.told_elsewhere = frozenset(TOLD)
        self.view.said_elsewhere = frozenset(SAID)
        for at, share in enumerate((5, 5)):  # all of a case stands beside the list, whose names are long
            self.splitter.setStretchFactor(at, share)
        self.score = QPushButton(_("Scorekaart"))
        self.score.setIcon(icon("scorekaart", desk.look))
        self.score.clicked.connect(lambda: desk.go(Place("scorekaart")))
        self.pane.put_below(self.score)
        self.steps: StepsPanel | None = None
        self._taken = 0

    # -- the time that is left, in the list ------------------------------------------------------------------------

    def _show_list(self, listed: Listed, first: list[Line] | None = None) -> None:
        super()._show_list(listed, first)
        self._tell_clocks()

    def changed(self, changes: Changes) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and not self.view.isAncestorOf(focus):
            self._taken = 0  # who is somewhere else by now stays there
        super().changed(changes)
        self._tell_clocks()

    def _tell_clocks(self) -> None:
        """A countdown takes a landlord and working days: it is reckoned beside the window."""
        ctx = self.desk.ctx

        def answer(found: list[Klok]) -> None:
            said = {(each.number, "status"): short(each) for each in found if each.running}
            self.pane.model.say_before(said)
            self.pane.table.fit_columns()

        self.desk.ask(self, "klokken", lambda: advies_termijnen.klokken(ctx), answer)

    # -- the case that is shown ------------------------------------------------------------------------------------

    def extra_panels(self, view: View) -> Sequence[QWidget]:
        """The way of the case and its clock."""
        record = records.show(self.desk.ctx, self.spec, view.number)
        steps = self.steps = StepsPanel(self.desk, record, view.title)
        steps.opened_or_closed.connect(self.commands_changed)
        steps.taken.connect(lambda: self._was_taken(view.number))
        if self._taken == view.number and steps.form is None:
            QTimer.singleShot(0, steps, lambda: (steps.main or steps.letter).setFocus())
        self._taken = 0
        clock = ClockPanel(self.desk, view.number)
        clock.reminder.connect(lambda: self.desk.safely(lambda: self._remind(view.number)))
        return (steps, clock)

    def _remind(self, number: int) -> None:
        letter = advies_stappen.reminder(self.desk.ctx, number)
        self.desk.go(Place("brief", letter, kind="brief"))

    def _was_taken(self, number: int) -> None:
        self._taken = number

    def below_panels(self, view: View) -> Sequence[QWidget]:
        """What happened, and what we asked with what became of it."""
        record = records.show(self.desk.ctx, self.spec, view.number)
        found: list[QWidget] = [HappenedPanel(self.desk, record, view.title)]
        if record["vertrouwelijk"]:
            found.insert(
                0, label(_("Deze zaak is vertrouwelijk: geef de stukken niet aan anderen."), "warning")
            )
        if record["voorwaarden"] or record["aanbevelingen"]:
            found.append(LinesPanel(self.desk, record, view.title))
        for panel in found:
            if isinstance(panel, SmallForms):
                panel.opened_or_closed.connect(self.commands_changed)
        return found

    # -- keys ------------------------------------------------------------------------------------------------------

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        found = dict(super().commands())
        if self.form is None and (form := self._small_form()) is not None:
            found["opslaan"] = form.save
        return found

    def _small_form(self) -> QuickForm | None:
        """The small form that is open under the case: the one in which somebody is, or else the first."""
        forms = [panel.form for panel in self.view.findChildren(SmallForms) if panel.form is not None]
        return next((form for form in forms if form.where()), forms[0] if forms else None)


PAGE = AdvicePage
