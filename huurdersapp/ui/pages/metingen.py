"""Metingen of all measures, with bijstellingen and goals off schedule: one list at a time, to look up and to settle."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from PySide6.QtWidgets import QPushButton, QWidget

from huurdersapp.actions import metingen, records
from huurdersapp.actions.words import View
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy, ngettext
from huurdersapp.records.draft import Fault
from huurdersapp.records.meting import STATUS
from huurdersapp.ui.akkoord import changes
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.quick_form import About, QuickForm
from huurdersapp.ui.forms.record_form import RecordForm
from huurdersapp.ui.lists.filter_bar import Chip
from huurdersapp.ui.lists.kinds_row import KindsRow
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.place import Place

KINDS = ("meting", "bijstelling", "afwijking")
FURTHER = {"bevestigd": lazy("Bevestigen…"), "vastgesteld": lazy("Vaststellen…")}
"""What is done with values that are selected, in one step for one overleg."""


class MetingenPage(ListPage):
    """The values that parties delivered, what the BO changed, and what is off schedule."""

    kinds = KINDS
    help = "metingen"
    chips: ClassVar[Mapping[str, tuple[Chip, ...]]] = {
        "meting": (
            Chip(lazy("Concept"), ("status=concept", "geldend=ja")),
            Chip(lazy("Bevestigd"), ("status=bevestigd", "geldend=ja")),
            Chip(lazy("Vastgesteld"), ("status=vastgesteld", "geldend=ja")),
        ),
        "bijstelling": (Chip(lazy("Dit jaar"), ("besloten_in={year}",)),),
        "afwijking": (Chip(lazy("Open"), ("open_op={today}",)),),
    }

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(desk, key)
        self.kinds_row = KindsRow(desk, key, self._kinds)
        self.further: dict[str, QPushButton] = {}
        for status, words in FURTHER.items():
            button = self.further[status] = QPushButton(str(words))
            button.clicked.connect(
                lambda _checked=False, status=status: desk.safely(lambda: self.take_further(status))
            )
            self.kinds_row.row.addWidget(button)
        self.load_button = QPushButton(_("Laden uit een lijst…"))
        self.load_button.clicked.connect(lambda: desk.go(Place("metingen_inlezen")))
        self.kinds_row.row.addWidget(self.load_button)
        self.put_above(self.kinds_row)
        self.view.told_elsewhere, self.view.said_elsewhere = changes.TOLD, changes.SAID
        self.bar.more_button.toggled.connect(self._fit_further)
        desk.look.changed.connect(self._fit_further)

    def kind_shown(self) -> None:
        self.kinds_row.mark(self.kind)

    def show_place(self, place: Place) -> None:
        super().show_place(place)
        self._fit_further()

    def make_form(self) -> RecordForm:
        if self.kind == "meting":
            return super().make_form()
        return changes.DecisionForm(self.desk, self.kind, self)

    def new(self, values: Mapping[str, object] | None = None, concept: str | None = None) -> None:
        """Fill in a new record. A bijstelling begins at the point that it changes, so the way leads there: one made
        here would say that something changed, and the akkoord would still say what it was."""
        if self.kind == "bijstelling" and not values and concept is None:
            self.desk.go(Place("akkoord"))
            self.desk.say(
                _("Zoek hier wat er verandert, en open het. Bij het punt staat ‘Bijstellen…’."), tone="let_op"
            )
            return
        super().new(values, concept)

    def _fit_further(self) -> None:
        """What is done with metingen stands above their list; with large letters it comes with [Meer]."""
        there = self.kind == "meting" and (not self.bar.compact or self.bar.more_button.isChecked())
        for button in (*self.further.values(), self.load_button):
            button.setVisible(there)

    def extra_panels(self, view: View) -> Sequence[QWidget]:
        """The case with its next step; of a bijstelling old and new beside each other."""
        return changes.panels(self.desk, self.kind, view.number)

    def take_further(self, status: str) -> None:
        """Ask in which overleg the selected values are confirmed or settled."""
        numbers = self.chosen()
        if not numbers:
            raise UserError(_("Er is nog geen meting gekozen."), _("Kies er een of meer in de lijst."))
        label = STATUS.label(status)
        title = ngettext("{n} meting: {status}", "{n} metingen: {status}", len(numbers))
        form = QuickForm(
            self.desk,
            self.spec,
            (f"{status}_in", f"{status}_op"),
            title.format(n=len(numbers), status=label),
            lambda values: self._save(status, numbers, values),
            About("meting", numbers[0], label, status),
        )
        form.done.connect(lambda: self.desk.safely(self.to_list))
        form.left.connect(lambda: self.desk.safely(self.to_list))
        self.begin_task(form, form.begin)

    def _save(self, status: str, numbers: Sequence[int], values: Mapping[str, Any]) -> None:
        do = metingen.settle if status == "vastgesteld" else metingen.confirm
        meeting, on = values.get(f"{status}_in"), values.get(f"{status}_op")
        if meeting is None and on is None:
            words = _("Kies in welk overleg dit was, of op welke dag.")
            raise records.Refused(self.spec, [Fault(words, (f"{status}_in",))])
        done = do(self.desk.ctx, numbers, meeting, date.fromisoformat(on) if on else None)
        text = ngettext("{n} meting bijgewerkt.", "{n} metingen bijgewerkt.", len(numbers))
        self.desk.say_done(text.format(n=len(numbers)), done.labelled)
        self.pane.refresh()


PAGE = MetingenPage
