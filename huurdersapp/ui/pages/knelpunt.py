"""Knelpunten: what tenants report, how far it is, the next step; and within how many days others answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QPushButton, QWidget

from huurdersapp.actions import knelpunt_bundelen, knelpunten, records
from huurdersapp.actions.knelpunt_lijkt import Similar
from huurdersapp.actions.knelpunten import Pattern, Summary
from huurdersapp.actions.listed import Listed
from huurdersapp.actions.words import View
from huurdersapp.base.events import Changes
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy, ngettext
from huurdersapp.records.knelpunt_status import OPEN, STATUS
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.knelpunt_steps import StepPanel
from huurdersapp.ui.forms.record_form import RecordForm
from huurdersapp.ui.knelpunt.alike import AlikePanel, Sought
from huurdersapp.ui.knelpunt.bundling import BundleCard, tell
from huurdersapp.ui.knelpunt.form import KnelpuntForm
from huurdersapp.ui.knelpunt.patterns import AgendaForm, PatternPanel
from huurdersapp.ui.knelpunt.photos import PhotoPanel
from huurdersapp.ui.knelpunt.stand import stand
from huurdersapp.ui.lists.filter_bar import Chip
from huurdersapp.ui.lists.kinds_row import KindsRow
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.lists.totals_line import TotalsLine
from huurdersapp.ui.place import Place

MINE, TERMS = "knelpunt", "behandeltermijn"
WATCHED = {MINE, "complex", "verhuurder"}
"""Kinds of which a change may make or end a pattern."""


class KnelpuntPage(ListPage):
    """Open ones first; under each the step that may follow. The terms have a list of their own."""

    kinds = (MINE, TERMS)
    help = "knelpunten"
    own_totals = ("knelpunt",)
    chips: ClassVar[Mapping[str, tuple[Chip, ...]]] = {
        MINE: (
            Chip(lazy("Open"), ("open_op={today}",)),
            Chip(lazy("Nieuw"), ("nieuw_in={trimester}",)),
            Chip(lazy("Niet ingebracht"), ("status=gemeld,beoordeeld",)),
            Chip(lazy("Wacht op reactie"), ("wacht_op_reactie_op={today}",), "reactie_verwacht_op"),
            Chip(lazy("Te laat"), ("reactie_te_laat_op={today}",), "reactie_verwacht_op"),
            Chip(lazy("3 keer te laat"), ("vaker_te_laat={today}",), "reactie_verwacht_op"),
            Chip(lazy("Opgelost dit jaar"), ("opgelost_in={year}",)),
        )
    }
    first_chip = 0

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(desk, key)
        self.patterns = PatternPanel(desk)
        self.patterns.told.connect(self._arrange)
        self.patterns.plan_wanted.connect(lambda each: desk.safely(lambda: self.plan(each)))
        self.sums = TotalsLine(desk, self.pane, MINE, self._summed, role="")
        # Where there is little room the list goes first, and patterns come after a press.
        self.patterns_button = QPushButton()
        self.patterns_button.setCheckable(True)
        self.patterns_button.setProperty("role", "chip")
        self.patterns_button.clicked.connect(lambda: desk.safely(self._arrange))
        self.bar.more_button.toggled.connect(lambda _on: self._arrange())
        self.kinds_row = KindsRow(desk, key, self._kinds, {TERMS: _("Termijnen")}, chips=True)
        self.kinds_row.row.addWidget(self.patterns_button)
        self.kinds_row.row.addWidget(self.sums, 1)
        self.above.addWidget(self.kinds_row)
        self.above.addWidget(self.patterns)
        self.bundle_button = QPushButton(_("Bundelen…"))
        self.bundle_button.clicked.connect(lambda: desk.safely(self.begin_bundling))
        self.pane.put_below(self.bundle_button)
        self.bundle_button.hide()
        self.pane.table.chosen_changed.connect(self._offer_bundling)

    def make_form(self) -> RecordForm:
        return (KnelpuntForm if self.kind == MINE else RecordForm)(self.desk, self.kind, self)

    def title(self) -> str:
        return _("Knelpunten")

    def kind_shown(self) -> None:
        self.kinds_row.mark(self.kind)

    def show_place(self, place: Place) -> None:
        super().show_place(place)
        self._arrange()
        if self.kind == MINE:
            self.patterns.refresh()

    def changed(self, changes: Changes) -> None:
        super().changed(changes)
        if self.kind == MINE and changes.kinds() & WATCHED:
            self.patterns.refresh()

    def _arrange(self) -> None:
        super()._arrange()
        if not hasattr(self, "kinds_row"):
            return  # it is still being made
        alone = self.left.isHidden()  # a form or a record has the screen to itself
        compact, mine = self.bar.compact, self.kind == MINE
        tight = compact or self._narrow
        found = len(self.patterns.found) if mine else 0
        self.kinds_row.setVisible(not alone and (not compact or not mine or self.bar.more_button.isChecked()))
        self.sums.setVisible(mine and not compact)
        self.patterns_button.setVisible(bool(found) and tight)
        self.patterns_button.setText(_("Patronen: {count}").format(count=found))
        self.patterns.setVisible(
            not alone and bool(found) and (not tight or self.patterns_button.isChecked())
        )

    def _summed(self, listed: Listed) -> str:
        return _summed(knelpunten.summary(self.desk.ctx, listed.where, listed.words))

    # -- a task beside the list: bundling, the agenda ---------------------------------------------------------------

    def _offer_bundling(self) -> None:
        self.bundle_button.setVisible(self.kind == MINE and self.pane.chosen_count() > 1)

    def begin_bundling(self) -> None:
        """Ask in what the selected ones go on."""
        card = BundleCard(self.desk, self.chosen(), self._bundled, self.to_list)
        self.begin_task(card, card.begin)

    def plan(self, pattern: Pattern) -> None:
        """Ask for which meeting a pattern is an item."""
        card = AgendaForm(self.desk, pattern, self.to_list)
        self.begin_task(card, card.begin)

    def _bundled(self, number: int) -> None:
        self.drop_task()
        self.desk.go(Place(MINE, number, kind=MINE))

    # -- the record that is shown ----------------------------------------------------------------------------------

    def extra_buttons(self, view: View) -> Sequence[QPushButton]:
        """One more who has it, and what somebody will do about it."""
        if self.kind != MINE:
            return ()
        add = QPushButton(_("+ Actiepunt"))
        values = {"knelpunt": view.number}
        add.clicked.connect(lambda: self.desk.go(Place("actiepunt", doing="nieuw", values=values)))
        if any(each.key == "status" and each.text == STATUS.label("gebundeld") for each in view.fields):
            return (add,)  # one more counts where it was bundled
        also = QPushButton(_("+1 ook last van"))
        also.clicked.connect(lambda: self.desk.safely(lambda: self._also(view.number, view.title)))
        return (also, add)

    def extra_panels(self, view: View) -> Sequence[QWidget]:
        """How it stands, the next step, what looks like it, and its photos."""
        if self.kind != MINE:
            return ()
        record = records.show(self.desk.ctx, self.spec, view.number)
        steps = StepPanel(self.desk, view.number, view.title, record["status"])
        said = stand(self.desk, record, lambda: steps.begin("doorverwezen").begin())
        found: list[QWidget] = [*([said] if said is not None else []), steps]
        if record["status"] in OPEN:
            found.append(self._alike(record))
        if record["bijlagen"]:
            found.append(PhotoPanel(self.desk, view.number, record["bijlagen"]))
        return found

    def _alike(self, record: dict[str, Any]) -> AlikePanel:
        panel = AlikePanel(self.desk, bundling=True)
        number = record["nummer"]
        panel.also_wanted.connect(lambda each: self._also(each.number, each.title))
        panel.bundle_wanted.connect(lambda each: self.desk.safely(lambda: self._bundle(number, each)))
        sought = Sought(
            record["titel"],
            record["subcategorie"] or record["categorie"],
            record["complex"],
            record["kern"],
            number,
        )
        panel.look_for(sought)
        return panel

    def _also(self, number: int, title: str) -> None:
        count = knelpunten.also(self.desk.ctx, number)
        text = _("Geteld bij ‘{title}’. Ook last van: {count}.").format(title=title, count=count)
        self.desk.say(text, undo=True)

    def _bundle(self, number: int, each: Similar) -> None:
        tell(self.desk, knelpunt_bundelen.bundle(self.desk.ctx, [number], into=each.number))
        self.desk.go(Place(MINE, each.number, kind=MINE))


def _summed(found: Summary) -> str:
    """What stands above the list, in one line."""
    said = [
        _("{count} open").format(count=written(found.open)),
        _("{count} nieuw dit trimester").format(count=written(found.new)),
        _("{count} te laat").format(count=written(found.late)),
        ngettext("{count} huurder geraakt", "{count} huurders geraakt", found.tenants).format(
            count=written(found.tenants)
        ),
    ]
    stages = [
        _("{status} {count}").format(status=STATUS.label(key), count=written(found.by_status[key]))
        for key in OPEN
        if found.by_status.get(key)
    ]
    if len(stages) > 1:
        said[0] = _("{open} ({stages})").format(open=said[0], stages=", ".join(stages))
    return "  ·  ".join(said)


PAGE = KnelpuntPage
