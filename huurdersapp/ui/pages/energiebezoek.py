"""Energiebezoeken: who was visited by which coach, what was done there, and what is still to be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import energie, records, voorkeuren
from huurdersapp.actions.listed import Listed
from huurdersapp.actions.rows import Line
from huurdersapp.actions.words import View
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.records.energiecoach import NEEDED
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.energie import totals
from huurdersapp.ui.energie.quick_entry import QuickEntry
from huurdersapp.ui.energie.saving_card import SavingCard
from huurdersapp.ui.energie.step_form import StepForm
from huurdersapp.ui.energie.visit_form import VISIT, wants_all
from huurdersapp.ui.energie.visit_steps import VisitSteps
from huurdersapp.ui.forms.record_form import RecordForm
from huurdersapp.ui.icons import icon
from huurdersapp.ui.lists.filter_bar import COMPACT_FROM, Chip
from huurdersapp.ui.lists.kinds_row import KindsRow
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.place import Place

LAST_USED = "formulier.energiebezoek.laatste"
"""Preference: with what the last visit was entered, so who the coach was."""


class EnergyPage(ListPage):
    """Visits, and with the buttons on top what belongs to them: coaches, forms, measures, figures to reckon with."""

    kinds = (VISIT, "energiecoach", "bezoekformulier", "maatregel", "rekentarief")
    help = "energiebezoeken"
    own_totals = ("energiebezoek",)
    chips: ClassVar[Mapping[str, tuple[Chip, ...]]] = {
        VISIT: (
            Chip(lazy("Dit jaar"), ("aan_de_deur_in={year}",)),
            Chip(lazy("Dit trimester"), ("aan_de_deur_in={trimester}",)),
            Chip(lazy("Nazorg nu"), ("nazorg_open_op={today}",), "nazorg_gepland_op"),
            Chip(lazy("Nog te doen"), ("open_op={today}",)),
            Chip(lazy("Niemand gesproken"), ("status=niet_gesproken",)),
        ),
        "energiecoach": (
            Chip(lazy("Nu coach"), ("actief_op={today}",)),
            Chip(lazy("Mist nog iets"), ("onvolledig=ja",)),
        ),
        "bezoekformulier": (Chip(lazy("Nog uit"), ("nog_uit_op={today}",), "nummer"),),
        "maatregel": (Chip(lazy("In gebruik"), ("actief=ja",)),),
    }

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(desk, key)
        # Nobody should have to type what a coach can do: it is there at the first visit.
        energie.ready(desk.ctx)
        self.all_questions = False
        self.kinds_row = KindsRow(desk, key, self._kinds, {VISIT: _("Bezoeken")})
        self.sheets = QPushButton(_("Lege formulieren afdrukken…"))
        self.sheets.clicked.connect(lambda: self.desk.go(Place("bezoekformulieren")))
        self.kinds_row.row.addWidget(self.sheets)
        self.above.addWidget(self.kinds_row)
        self.totals = QLabel()
        self.totals.setProperty("role", "label")
        self.totals.setWordWrap(True)
        self.totals.hide()
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        # Under the filters: it tells of what they leave.
        column.insertWidget(column.indexOf(self.bar) + 1, self.totals)

    # -- what stands above and under -----------------------------------------------------------------------------

    def _show_list(self, listed: Listed, first: list[Line] | None = None) -> None:
        self.pane.adds_up = self.kind != VISIT
        self.pane.say_totals("")
        super()._show_list(listed, first)
        self._tell_totals()

    def changed(self, changes: Changes) -> None:
        super().changed(changes)
        self._tell_totals()

    def _saved(self, number: int, onward: bool) -> None:
        super()._saved(number, onward)
        self._tell_totals()

    def _tell_totals(self) -> None:
        if self.kind != VISIT:
            self.totals.clear()
            self._arrange()
            return
        ctx, asked = self.desk.ctx, self.bar.asked
        where, words = asked.conditions(), asked.words

        def answer(text: str) -> None:
            if self.kind == VISIT:
                self.totals.setText(text)
                self._arrange()

        self.desk.ask(self, "totalen", lambda: totals.told(ctx, where, words), answer)

    def extra_buttons(self, view: View) -> Sequence[QPushButton]:
        """The papers: for the tenant of a visit at which somebody was spoken with; of a sheet the same once more."""
        if self.kind == "bezoekformulier":
            return (self._to_paper(_("Opnieuw afdrukken"), "afdrukken", "bezoekformulieren", view.number),)
        if self.kind != VISIT or self._record(view)["status"] not in ("gedaan", "nazorg_gedaan"):
            return ()
        return (self._to_paper(_("Bezoekverslag"), "pdf", "bezoekverslag", view.number),)

    def _to_paper(self, words: str, picture: str, page: str, number: int) -> QPushButton:
        button = QPushButton(words)
        button.setIcon(icon(picture, self.desk.look))
        button.clicked.connect(lambda: self.desk.go(Place(page, number)))
        return button

    def extra_panels(self, view: View) -> Sequence[QWidget]:
        """Of a visit what it saves and what may be put down next; of a coach what is not known yet."""
        if self.kind == VISIT:
            record = self._record(view)
            steps = VisitSteps(self.desk, record, view.title)
            if record["status"] not in ("gedaan", "nazorg_gedaan"):
                return (steps,)
            return (SavingCard(self.desk, view.number), steps)
        if self.kind == "energiecoach" and (missing := self._missing(view)):
            text = _("Nog niet bekend: {missing}. Regel dat vóór het eerste bezoek.")
            return (label(text.format(missing=", ".join(missing)), "warning"),)
        return ()

    def _record(self, view: View) -> dict[str, Any]:
        return records.show(self.desk.ctx, self.spec, view.number)

    def _missing(self, view: View) -> list[str]:
        record = self._record(view)
        return [self.spec.fields[key].label for key in NEEDED if not record[key]]

    # -- forms ---------------------------------------------------------------------------------------------------

    def make_form(self) -> RecordForm:
        """Of a visit the quick entry or the five steps, of the rest the usual form."""
        if self.kind != VISIT:
            return super().make_form()
        if self.all_questions:
            return StepForm(self.desk, self)
        quick = QuickEntry(self.desk, self)
        quick.all_wanted.connect(lambda concept: self.desk.safely(lambda: self.ask_all(concept)))
        return quick

    def new(self, values: Mapping[str, object] | None = None, concept: str | None = None) -> None:
        """Fill in a new record; of a visit only what nearly every visit has, until somebody wants all questions."""
        begun = not values or concept is not None
        self.all_questions = self.kind == VISIT and begun and wants_all(self.desk.ctx, concept)
        super().new(values, concept)

    def edit(self, concept: str | None = None) -> None:
        """Change the record that is shown."""
        self.all_questions = True
        super().edit(concept)

    def ask_all(self, concept: str | None) -> None:
        """Go on in the five steps with what was typed in the quick entry."""
        form = self.form
        values = dict(form.given) if isinstance(form, QuickEntry) and concept is None else {}
        self.all_questions = True
        super().new(values, concept)

    def title(self) -> str:
        return _("Energiebezoeken")

    def ready(self) -> tuple[Chip, ...]:
        """The ready filters; [Van mij] is the coach who entered a visit last."""
        chips = super().ready()
        mine = voorkeuren.get(self.desk.ctx, LAST_USED, {}).get("coach")
        if self.kind != VISIT or not mine:
            return chips
        return (*chips[:-1], Chip(lazy("Van mij"), (f"coach={mine}",)), chips[-1])

    def show_place(self, place: Place) -> None:
        if place.kind is None and (place.doing == "nieuw" or place.number is not None or place.where):
            # Of several kinds the visit is meant where nothing else is said.
            place = replace(place, kind=VISIT)
        super().show_place(place)

    def kind_shown(self) -> None:
        self.kinds_row.mark(self.kind)

    def _arrange(self) -> None:
        super()._arrange()
        # A form needs the room, and whoever fills it in stays with this kind.
        if hasattr(self, "totals"):
            listed, large = self.left.isVisibleTo(self), self.desk.look.zoom >= COMPACT_FROM
            self.kinds_row.setVisible(listed)
            # Large letters leave no line above the list: then they stand in the one under it.
            self.totals.setVisible(listed and not large and bool(self.totals.text()))
            self.pane.say_totals(self.totals.text() if large else "")


PAGE = EnergyPage
