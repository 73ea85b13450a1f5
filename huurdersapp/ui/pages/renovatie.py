"""Renovatie: the projects of landlords, the buildings over which the 70 % is counted, and each home with its answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QPushButton, QWidget
from shiboken6 import isValid

from huurdersapp.actions import records
from huurdersapp.actions.words import View
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.quick_form import QuickForm
from huurdersapp.ui.icons import icon
from huurdersapp.ui.lists.filter_bar import Chip
from huurdersapp.ui.lists.kinds_row import KindsRow
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.page import Command
from huurdersapp.ui.place import Place
from huurdersapp.ui.renovatie.closing import ClosingCard, PeilingCard
from huurdersapp.ui.renovatie.going import HOME, PROJECT, TASK, UNIT
from huurdersapp.ui.renovatie.home_card import SAID as HOME_SAID
from huurdersapp.ui.renovatie.home_card import home_card
from huurdersapp.ui.renovatie.homes_card import HomesCard
from huurdersapp.ui.renovatie.project_panel import ProjectPanel
from huurdersapp.ui.renovatie.unit_panel import UnitPanel

NAMES = {PROJECT: lazy("Projecten"), UNIT: lazy("Bouwkundige eenheden"), HOME: lazy("Woningen")}
"""What the kinds are called on this screen."""
COUNTED = {PROJECT, UNIT, HOME, "advies"}
"""Kinds that change what a panel counts, though the record itself says the same."""
TASKS: Mapping[tuple[str, str], type[ClosingCard | PeilingCard | HomesCard]] = {
    (PROJECT, "sluiten"): ClosingCard,
    (PROJECT, "peiling"): PeilingCard,
    (UNIT, "woningen"): HomesCard,
}
"""What takes the place of the detail, by the kind of record and the name in the place."""
PAPER = {PROJECT: "renovatieverslag", UNIT: "telblad"}
"""The paper that Ctrl+P comes to."""
SAID: Mapping[str, tuple[str, ...]] = {
    PROJECT: ("peiling_aan", "afgesloten_op", "gewist_op"),
    UNIT: ("project", "verhuurder_ja", "verhuurder_van", "verhuurder_op", "aangezegd_op"),
    HOME: HOME_SAID,
}
"""Fields that the panels above them say."""


class RenovationPage(ListPage):
    """One list at a time, chosen with the buttons on top; under a project and a building how it stands."""

    kinds = (PROJECT, UNIT, HOME)
    help = "renovatie"
    own_totals = (UNIT,)  # what landlords say is no sum of ours
    chips: ClassVar[Mapping[str, tuple[Chip, ...]]] = {
        PROJECT: (
            Chip(lazy("Loopt nu"), ("bekend_op={today}",)),
            Chip(lazy("Draagvlakmeting loopt"), ("status=meting",)),
            Chip(lazy("Namen nog te wissen"), ("niet_gewist_op={today}",)),
        ),
        UNIT: (
            Chip(lazy("Nog nodig"), ("nog_nodig_op={today}",)),
            Chip(lazy("70 % gehaald"), ("gehaald_op={today}",)),
            Chip(lazy("Acht weken lopen"), ("acht_weken_op={today}",)),
        ),
        HOME: (
            Chip(lazy("Zonder antwoord"), ("zonder_antwoord_op={today}",)),
            Chip(lazy("Terugkomen"), ("terugkomen_op={today}",)),
            Chip(lazy("Kan naar de rechter"), ("naar_rechter_op={today}",)),
        ),
    }

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(desk, key)
        self.kinds_row = KindsRow(desk, key, self._kinds, NAMES)
        self.put_above(self.kinds_row)
        for at, share in enumerate((5, 6)):  # all of a project stands beside the list
            self.splitter.setStretchFactor(at, share)
        self.view.told_elsewhere = frozenset({"voorstellen", "adviezen", "zorgen"})
        self.panel: ProjectPanel | UnitPanel | None = None

    def title(self) -> str:
        return _("Renovatie")

    def kind_shown(self) -> None:
        self.kinds_row.mark(self.kind)
        self.view.said_elsewhere = frozenset(SAID[self.kind])

    # -- the place -------------------------------------------------------------------------------------------------

    def show_place(self, place: Place) -> None:
        super().show_place(place)
        wanted = place.values.get(TASK) if place.doing == "tonen" else None
        if place.number is not None and (make := TASKS.get((self.kind, str(wanted)))) is not None:
            self._begin(make(self.desk, place.number))

    def _begin(self, card: ClosingCard | PeilingCard | HomesCard) -> None:
        card.done.connect(lambda: self.desk.safely(self._task_done))
        card.left.connect(lambda: self.desk.safely(self._task_done))
        self.begin_task(card, card.begin)

    def _task_done(self) -> None:
        """Back to the record, from which the task was begun."""
        self.drop_task()
        self._show_detail()
        self._arrange()
        self.view.setFocus()

    def close_part(self) -> None:
        """Esc leaves a task first, for the record that it is about."""
        if self.task is not None and not self.bar.card_open:
            self._task_done()
        else:
            super().close_part()

    # -- the record ------------------------------------------------------------------------------------------------

    def extra_panels(self, view: View) -> Sequence[QWidget]:
        """How a project or a building stands: what was read before stands there until it is read anew."""
        if self.kind == HOME:
            return (home_card(records.show(self.desk.ctx, self.spec, view.number)),)
        record, before = records.show(self.desk.ctx, self.spec, view.number), self.panel
        panel: ProjectPanel | UnitPanel
        if self.kind == PROJECT:
            panel = ProjectPanel(self.desk, view.number, view.title)
            if isinstance(before, ProjectPanel) and before.number == view.number and before.stand is not None:
                told = before.proposal.record["voorstellen"] if before.proposal is not None else ()
                panel.to_see = before.to_see or len(record["voorstellen"]) > len(told)
                panel.tell(before.stand, record, before.heard)
        else:
            panel = UnitPanel(self.desk, view.number, view.title)
            if isinstance(before, UnitPanel) and before.number == view.number and before.stand is not None:
                panel.tell(before.stand, record)
        self.panel = panel
        panel.form_changed.connect(self.commands_changed)
        panel.refresh()
        return (panel,)

    def extra_buttons(self, view: View) -> Sequence[QPushButton]:
        """Of a home the way to its building."""
        if self.kind != HOME:
            return ()
        unit = records.show(self.desk.ctx, self.spec, view.number)["eenheid"]
        button = QPushButton(_("Draagvlak bijhouden"))
        button.setIcon(icon("tellen", self.desk.look))
        place = Place("draagvlak", unit)
        button.clicked.connect(lambda _on=False: self.desk.safely(lambda: self.desk.go(place)))
        return (button,)

    def changed(self, changes: Changes) -> None:
        before = self.panel
        super().changed(changes)
        panel = self.panel
        if panel is not None and panel is before and isValid(panel) and changes.kinds() & COUNTED:
            panel.refresh()

    # -- keys ------------------------------------------------------------------------------------------------------

    def commands(self) -> Mapping[Command, Callable[[], Any]]:
        found = dict(super().commands())
        paper = PAPER.get(self.kind)
        if self.form is None and self.task is None and self.number is not None and paper is not None:
            place = Place("renovatie_papier", self.number, kind=paper)
            found["afdrukken"] = lambda: self.desk.go(place)
        if self.form is None and (form := self._small_form()) is not None:
            found["opslaan"] = form.save
        return found

    def _small_form(self) -> QuickForm | None:
        """The small form that is open under the record: the one in which somebody is, or else the first."""
        forms = [form for form in self.view.findChildren(QuickForm) if form.isVisible()]
        return next((form for form in forms if form.where()), forms[0] if forms else None)


PAGE = RenovationPage
