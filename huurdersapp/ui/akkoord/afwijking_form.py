"""A goal or measure that is not on schedule: the signal, the steps of its case, and the form of each next step."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from huurdersapp.actions import afwijkingen, records
from huurdersapp.actions.afwijkingen import EFFORT, KIND, Case
from huurdersapp.actions.words import Link
from huurdersapp.base import clock
from huurdersapp.base.formats import day as short_day
from huurdersapp.base.formats import day_named
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.records.afwijking import NEEDS, STATUS
from huurdersapp.records.spec import PartSpec
from huurdersapp.ui.akkoord.asking import asking, one_of, only
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.small_forms import SmallForm, SmallForms
from huurdersapp.ui.lists.record_parts import label, link
from huurdersapp.ui.pages.registry import page_of
from huurdersapp.ui.place import Place

SIGNAL = "melden"
EFFORTS = "inspanningen"
WORDS = {
    "aan_rg": lazy("Aan het overleg voorleggen…"),
    "aan_bo": lazy("Aan de bestuurders voorleggen…"),
    "besluit": lazy("Besluit vastleggen…"),
    "geschil": lazy("Geschil…"),
    "afgerond": lazy("Afronden…"),
    "gesignaleerd": lazy("Opnieuw melden…"),
}


class AfwijkingForm(QWidget):
    """The cases of a doel or indicator (`kind` and `number`) and the signal for a new one.

    `rule` are the words of the stand of the measure: with `off` (achter, niet gehaald) the signal is offered as the thing
    to do, and begins with them. Raises UserError when the point is not there.
    """

    def __init__(
        self,
        desk: Desk,
        kind: str,
        number: int,
        rule: str = "",
        *,
        off: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        found = afwijkingen.cases(desk.ctx, kind, number)
        self.cases = [CaseForm(desk, case) for case in found]
        for each in self.cases:
            column.addWidget(each)
        self.signal: SignalForm | None = None
        if not any(case.open for case in found):
            self.signal = SignalForm(desk, kind, number, rule, off=off)
            column.addWidget(self.signal)


class SignalForm(SmallForms):
    """The button that makes a case of a goal or a measure, and its form."""

    def __init__(
        self,
        desk: Desk,
        kind: str,
        number: int,
        rule: str = "",
        *,
        off: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        point = records.show(desk.ctx, desk.ctx.spec(kind), number)
        super().__init__(desk, kind, number, point["code"], parent)
        self._rule = rule
        self._column.addWidget(label(_("Niet op schema"), "heading"))
        told = (
            _("De stand van deze maat blijft achter. Leg dat voor aan de andere partijen.")
            if off
            else _("Hier loopt geen melding over.")
        )
        self._column.addWidget(label(told, "warning" if off else "muted"))
        button = self.opener(SIGNAL, _("Meld als niet op schema…"))
        if off:
            button.setProperty("role", "main")
        holder = QWidget()
        FlowLayout(holder).addWidget(button)
        self._column.addWidget(holder)
        self.go_on()

    def form_of(self, step: str) -> SmallForm:
        """What is not on schedule, since when, and what we propose."""
        values = afwijkingen.proposed(self.desk.ctx, self._kind, self.number, self._rule)
        values["gesignaleerd_op"] = clock.today().isoformat()
        return SmallForm(
            self.desk.ctx.spec(KIND),
            ("waarom", "gesignaleerd_op", "gevraagd"),
            _("Wat ligt er niet op schema bij {code}?").format(code=self._name),
            self._save,
            values,
        )

    def _save(self, typed: dict[str, Any]) -> None:
        saved = afwijkingen.signal(self.desk.ctx, self._kind, self.number, typed)
        self.desk.say_done(_("Gemeld: {code} ligt niet op schema.").format(code=self._name), saved.labelled)


class CaseForm(SmallForms):
    """One case: its steps with their days, what came of it, and a button for each step that may follow. `alone` on its
    own page, which says the rest."""

    def __init__(self, desk: Desk, case: Case, *, alone: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(desk, KIND, case.number, case.name, parent)
        self.case = case
        if alone:
            self._column.addWidget(label(_("Stappen"), "heading"))
        else:
            self._add_head(case)
        for step in case.steps:
            self._add_step(step)
        if case.efforts:
            self._column.addWidget(label(_("Extra inspanningen"), "label"))
            for effort in case.efforts:
                self._add_effort(effort)
        if "geschil" in case.following or case.status == "geschil":
            self._column.addWidget(label(afwijkingen.dispute_words(), "muted"))
        self._add_buttons()
        self.go_on()

    def _add_head(self, case: Case) -> None:
        holder = QWidget()
        row = FlowLayout(holder)
        row.addWidget(link(case.name, Link(KIND, case.number), self._go))
        self._column.addWidget(holder)
        self._column.addWidget(label(case.words, "heading"))
        self._column.addWidget(label(case.why))
        if case.asked:
            self._column.addWidget(label(_("Ons voorstel: {text}").format(text=case.asked)))

    def _add_step(self, step: afwijkingen.Step) -> None:
        holder = QWidget()
        row = FlowLayout(holder)
        told = label(_("{day}: {step}").format(day=day_named(step.on), step=step.words))
        told.setWordWrap(False)  # a line of its own, with the meeting beside it
        row.addWidget(told)
        if step.meeting is not None:
            row.addWidget(link(step.meeting[1], Link("overleg", step.meeting[0]), self._go))
        self._column.addWidget(holder)
        if more := "  ·  ".join(filter(None, (step.option, step.note))):
            self._column.addWidget(label(more, "muted"))

    def _add_effort(self, effort: afwijkingen.Effort) -> None:
        words = effort.what
        if effort.owner:
            words = _("{what} ({who})").format(what=words, who=effort.owner)
        if effort.until is not None:
            words = _("{what}, uiterlijk {day}").format(what=words, day=short_day(effort.until))
        self._column.addWidget(link(words, Link(EFFORT, effort.number), self._go))

    def _add_buttons(self) -> None:
        holder = QWidget()
        row = FlowLayout(holder)
        for key in self.case.following:
            row.addWidget(self.opener(key, str(WORDS[key])))
        self._column.addWidget(holder)

    def _go(self, kind: str, number: int) -> None:
        self.desk.go(Place(page_of(kind), number, kind=kind))

    def form_of(self, step: str) -> SmallForm:
        """Day and meeting; of a decision the way that was chosen and who does what more."""
        ctx = self.desk.ctx
        spec = self._spec.part["stappen"].spec
        keys: tuple[str, ...] = ("datum", "overleg", "toelichting")
        ways = afwijkingen.options(ctx, self.case.goal)
        parts = []
        if step == "besluit":
            keys = ("datum", "overleg", "optie", "toelichting", EFFORTS)
            line = only(ctx.spec(EFFORT), "wat", "partij", "persoon", "uiterlijk")
            parts.append(PartSpec(EFFORTS, _("Extra inspanningen"), line))
        return SmallForm(
            asking(spec, {"optie": one_of(spec.fields["optie"], ways)}, parts),
            keys,
            _("Stap: {step}").format(step=STATUS.label(step)),
            lambda typed: self._save(step, typed),
            {"datum": clock.today().isoformat()},
            NEEDS.get(step, ()),
        )

    def _save(self, step: str, typed: dict[str, Any]) -> None:
        efforts = typed.pop(EFFORTS, None) or []
        told = afwijkingen.take(self.desk.ctx, self.number, {**typed, "stap": step}, efforts)
        text = _("Vastgelegd: {step}.").format(step=STATUS.label(step))
        self.desk.say_done(text, told)
