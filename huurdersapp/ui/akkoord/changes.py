"""What a list of bijstellingen and of goals off schedule shows under a record, and the screens beside the akkoord."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from huurdersapp.actions import afwijkingen, bijstellen
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.ui.akkoord.afwijking_form import CaseForm
from huurdersapp.ui.akkoord.asking import with_ways
from huurdersapp.ui.akkoord.bijstelling_form import AdjustmentView
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.field_set import Editors, FieldSet
from huurdersapp.ui.forms.record_form import RecordForm
from huurdersapp.ui.lists.record_parts import card, label
from huurdersapp.ui.place import Place

TOLD = frozenset({"stappen", "verschillen"})
"""Lists inside these records that the panels tell."""
SAID = frozenset({"optie"})
"""A field that a panel tells, in the words of the akkoord."""
BESIDE = (
    ("metingen", lazy("Alle metingen")),
    ("akkoorden", lazy("Akkoorden naast elkaar")),
    ("aandelen", lazy("Bijdragen naar bezit")),
    ("opvolging", lazy("Opvolging")),
)
"""Screens beside the akkoord, in the order of their buttons."""


class DecisionForm(RecordForm):
    """The form of a bijstelling or a case: which way was chosen is asked in the words of the akkoorden."""

    def make_fields(self, editors: Editors | None) -> FieldSet:
        spec = with_ways(self.spec, bijstellen.all_options(self.desk.ctx))
        return FieldSet(self.desk, spec, self._layout.groups, editors)


def panels(desk: Desk, kind: str, number: int) -> tuple[QWidget, ...]:
    """The case with its next step; of a bijstelling old and new beside each other; of another kind nothing."""
    if kind == afwijkingen.KIND:
        return (CaseForm(desk, afwijkingen.case(desk.ctx, number), alone=True),)
    if kind != bijstellen.KIND:
        return ()
    frame, column = card()
    column.addWidget(AdjustmentView(desk, bijstellen.adjustment(desk.ctx, number), alone=True))
    column.addWidget(
        label(_("Gooit u deze bijstelling weg, dan blijft het akkoord zoals het nu is."), "muted")
    )
    return (frame,)


def ways(desk: Desk) -> dict[str, Callable[[], None]]:
    """Words of a button for each of these screens, with what it does."""
    return {str(words): partial(desk.go, Place(page)) for page, words in BESIDE}
