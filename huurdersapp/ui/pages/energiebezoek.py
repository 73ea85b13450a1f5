"""Energiebezoeken: who was visited by which coach, what was done there, and what is still to be done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QPushButton, QWidget

from huurdersapp.actions import voorkeuren
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.energie.quick_entry import QuickEntry
from huurdersapp.ui.energie.step_form import StepForm
from huurdersapp.ui.energie.visit_form import VISIT, wants_all
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.record_form import RecordForm
from huurdersapp.ui.lists.filter_bar import Chip
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.place import Place

LAST_USED = "formulier.energiebezoek.laatste"
"""Preference: with what the last visit was entered, so who the coach was."""


class EnergyPage(ListPage):
    """Visits, and with the buttons on top what belongs to them: coaches, forms, measures, figures to reckon with."""

    kinds = (VISIT, "energiecoach", "bezoekformulier", "maatregel", "rekentarief")
    help = "energiebezoeken"
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
        self.all_questions = False
        holder = self._kind_row = QWidget()
        flow = FlowLayout(holder)
        self.kind_buttons: dict[str, QPushButton] = {}
        for kind in self._kinds:
            button = QPushButton(_("Bezoeken") if kind == VISIT else str(desk.ctx.spec(kind).plural))
            button.setCheckable(True)
            button.clicked.connect(partial(self._choose, kind))
            self.kind_buttons[kind] = button
            flow.addWidget(button)
        self.above.addWidget(holder)

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

    def _choose(self, kind: str, _on: bool = False) -> None:
        self._mark()
        if kind != self.kind:
            self.desk.go(Place(self.key, kind=kind))

    def show_place(self, place: Place) -> None:
        if place.kind is None and (place.doing == "nieuw" or place.number is not None or place.where):
            # Of several kinds the visit is meant where nothing else is said.
            place = replace(place, kind=VISIT)
        super().show_place(place)
        self._mark()

    def _arrange(self) -> None:
        super()._arrange()
        # A form needs the room, and whoever fills it in stays with this kind.
        if hasattr(self, "_kind_row"):
            self._kind_row.setVisible(self.left.isVisibleTo(self))

    def _mark(self) -> None:
        for kind, button in self.kind_buttons.items():
            button.setChecked(kind == self.kind)


PAGE = EnergyPage
