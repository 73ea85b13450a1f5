"""What the quick entry and the five steps of a visit share: how they are called, saved and kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from huurdersapp.actions import energie, finding, lists, records
from huurdersapp.actions.context import Context
from huurdersapp.base import clock
from huurdersapp.records.draft import Fault
from huurdersapp.ui.energie.knelpunten import KnelpuntenEditor
from huurdersapp.ui.forms import beginning
from huurdersapp.ui.forms.record_form import RecordForm

VISIT = "energiebezoek"
SHAPE, ALL = "vorm", "alles"
"""What a concept says of a visit that is filled in with all questions."""
KEPT = ("datum", "coach", "campagne")
"""What the next visit begins with."""


def wants_all(ctx: Context, concept: str | None) -> bool:
    """Whether the concept that a new visit goes on with was begun with all questions."""
    found = beginning.concept_of(ctx, ctx.spec(VISIT), None, concept)
    return found is not None and found.gegevens.get(SHAPE) == ALL


def next_sheet(ctx: Context, number: int | None) -> int | None:
    """The next sheet of a series that is still out; None when there is none, or when no sheet was used."""
    if number is None:
        return None
    where = (f"nog_uit_op={clock.today().isoformat()}",)
    out = lists.find(ctx, ctx.spec("bezoekformulier"), where, order="nummer")
    return next((int(each["nummer"]) for each in out if int(each["nummer"]) > number), None)


def only_coach(ctx: Context) -> int | None:
    """The one coach there is today; None when there are none or more."""
    where = (f"actief_op={clock.today().isoformat()}",)
    found = finding.listed(ctx, "energiecoach", where, 2)
    return found[0].number if len(found) == 1 else None


class VisitForm(RecordForm):
    """Saves a visit, the knelpunt that came up, and what hangs together with it, in one step."""

    def new(self, values: Mapping[str, Any] | None = None, concept: str | None = None) -> None:
        super().new(values, concept)
        if self.fields.value("coach") is None and (coach := only_coach(self.desk.ctx)) is not None:
            self.offer("coach", coach)

    def offer(self, key: str, value: Any) -> None:
        """Fill a field beforehand, as what is known of a new record."""
        self._given[key] = value
        if (box := self.fields.boxes.get(key)) is not None:
            box.editor.set_value(value)

    def _content(self) -> tuple[str, dict[str, Any]]:
        title, content = super()._content()
        if self.number is not None:
            return title, content
        # Day, coach and sheet of the visit before are no other ones when somebody goes on tomorrow.
        boxes, given = self.fields.boxes, (*KEPT, "formulier")
        kept = {key: boxes[key].editor.typed() for key in given if key in boxes and self._given.get(key)}
        return title, {**content, "velden": {**kept, **content["velden"]}}

    def heading(self) -> str:
        typed = [self.fields.value(key) for key in ("straat", "postcode", "huisnummer", "toevoeging")]
        words = [str(part) for part in typed if part and not isinstance(part, Fault)]
        return " ".join(words) or super().heading()

    @property
    def knelpunt(self) -> KnelpuntenEditor | None:
        """The editor of knelpunten, once it is there."""
        box = self.fields.boxes.get("knelpunten")
        return box.editor if box is not None and isinstance(box.editor, KnelpuntenEditor) else None

    def _typed(self, key: str) -> None:
        super()._typed(key)
        if key == "knelpunten":
            # What opened has its place only after this.
            QTimer.singleShot(0, self, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self.area.isAncestorOf(focus):
            self.area.ensureWidgetVisible(focus, 16, 48)

    def more_to_save(self) -> bool:
        return self.knelpunt is not None and self.knelpunt.fresh() is not None

    def landlord(self, payload: Mapping[str, Any]) -> list[dict[str, Any]]:
        """What the landlord is told of the measures, as `save_visit` takes it."""
        return []

    def write(self, payload: Mapping[str, Any]) -> records.Saved:
        fresh = self.knelpunt.fresh() if self.knelpunt is not None else None
        try:
            return energie.save_visit(
                self.desk.ctx,
                payload,
                number=self.number,
                knelpunt=fresh,
                landlord_measures=self.landlord(payload),
                origin=self,
            )
        except records.Refused as refused:
            raise records.Refused(refused.spec, [_inward(fault) for fault in refused.faults]) from refused

    def begin_next(self) -> None:
        keep = {key: self.fields.value(key) for key in KEPT}
        sheet = self.fields.value("formulier")
        keep["formulier"] = next_sheet(self.desk.ctx, sheet if isinstance(sheet, int) else None)
        known = {key: value for key, value in keep.items() if value is not None}
        self.new({key: value for key, value in known.items() if not isinstance(value, Fault)})


def _inward(fault: Fault) -> Fault:
    """A fault of the new knelpunt, at the field in which it is typed."""
    return replace(fault, place=("knelpunten",)) if fault.place[:1] == ("knelpunt",) else fault
