"""Bijstellingen under a point of an akkoord: what was changed before, old beside new, and the form for a new one."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from huurdersapp.actions import afwijkingen, bijstellen, records
from huurdersapp.actions.bijstellen import DECISION, KIND, MAY_CHANGE, Adjustment
from huurdersapp.actions.words import Link
from huurdersapp.base import clock
from huurdersapp.base.formats import day_named
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.akkoord.asking import asking, one_of
from huurdersapp.ui.akkoord.side_by_side import SideBySide
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.small_forms import SmallForm, SmallForms
from huurdersapp.ui.lists.record_parts import label, link
from huurdersapp.ui.pages.registry import page_of
from huurdersapp.ui.place import Place

ADJUST = "bijstellen"


class BijstellingForm(SmallForms):
    """The bijstellingen of a doel, afspraak or indicator (`kind` and `number`), with the button [Bijstellen…].

    Raises UserError when the point is not there. The page that shows it reads it anew when something changed.
    """

    first = "tekst"

    def __init__(self, desk: Desk, kind: str, number: int, parent: QWidget | None = None) -> None:
        self._point = records.show(desk.ctx, desk.ctx.spec(kind), number)
        super().__init__(desk, kind, number, self._point["code"], parent)
        self._column.addWidget(label(_("Bijstellingen"), "heading"))
        found = bijstellen.adjustments(desk.ctx, kind, number)
        if not found:
            self._column.addWidget(label(_("Dit punt is nog niet bijgesteld."), "muted"))
        for one in found:
            self._column.addWidget(AdjustmentView(desk, one))
        self._column.addWidget(
            label(
                _("Besloten de partijen iets anders? Kies ‘Bijstellen’. Dan blijft staan wat het was."),
                "muted",
            )
        )
        self._column.addWidget(
            label(_("Een typefout verbetert u zonder bijstelling, met ‘Wijzigen’."), "muted")
        )
        holder = QWidget()
        FlowLayout(holder).addWidget(self.opener(ADJUST, _("Bijstellen…")))
        self._column.addWidget(holder)
        self.go_on()

    def form_of(self, step: str) -> SmallForm:
        """The point as it is now, to be changed, and the decision."""
        ctx, own = self.desk.ctx, MAY_CHANGE[self._kind]
        ways = bijstellen.options(ctx, self._kind, self.number)
        made = ctx.spec(KIND)
        fields = {key: item for key, item in self._spec.fields.items() if key in own}
        fields["optie"] = one_of(made.fields["optie"], ways)
        parts = [item for item in self._spec.parts if item.key in own]
        goal = self.number if self._kind == "doel" else self._point["doel"]
        open_ = [case for case in afwijkingen.cases(ctx, "doel", goal) if case.open] if goal else []
        decision = [key for key in DECISION if key != "afwijking" or open_]
        values = {**self._point, "besloten_op": clock.today().isoformat(), "toelichting": None}
        if len(open_) == 1:
            values["afwijking"] = open_[0].number
        return SmallForm(
            asking(made, fields, parts),
            (*own, *decision),
            _("Wat is er besloten over {code}?").format(code=self._name),
            self._save,
            values,
            ("optie",) if ways else (),
        )

    def _save(self, typed: dict[str, Any]) -> None:
        saved = bijstellen.adjust(self.desk.ctx, self._kind, self.number, typed, typed)
        self.desk.say_done(_("Bijgesteld: {code}.").format(code=self._name), saved.labelled)


class AdjustmentView(QWidget):
    """One bijstelling to read; `alone` on its own page, which says its name and reason already."""

    def __init__(
        self, desk: Desk, one: Adjustment, *, alone: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)

        def go(kind: str, number: int) -> None:
            desk.go(Place(page_of(kind), number, kind=kind))

        holder = QWidget()
        row = FlowLayout(holder)
        if not alone:
            row.addWidget(link(one.name, Link(KIND, one.number), go))
        if one.meeting is not None:
            row.addWidget(link(one.meeting[1], Link("overleg", one.meeting[0]), go))
        if row.count():
            column.addWidget(holder)
        told = _("Besloten op {day}.").format(day=day_named(one.on))
        if one.option:
            told = _("Besloten op {day}: {option}").format(day=day_named(one.on), option=one.option)
        column.addWidget(label(told))
        column.addWidget(SideBySide(desk, one.differences))
        if alone:
            return
        column.addWidget(label(_("Waarom: {reason}").format(reason=one.reason)))
        if one.note:
            column.addWidget(label(one.note, "muted"))
