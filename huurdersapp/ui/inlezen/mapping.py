"""Saying which column of a list is what, and what holds for the whole list."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from huurdersapp.actions.kolommen import Wanted
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.base.tables import Table
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.field_set import FieldSet
from huurdersapp.ui.forms.layouts import Group
from huurdersapp.ui.inlezen.columns import ColumnChoices
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.steps.step import Step


class MappingStep(Step):
    """`agreed` when the rows may be looked at, `changed` when something was chosen otherwise.

    A subclass names its columns, the `kind` that is made and its fields that may hold for all rows (`keys`); it adds what
    else it asks, calls `put_go` then, and offers the columns of a list with `show_table`.
    """

    agreed = Signal()
    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        explained: Sequence[str],
        wanted: Sequence[Wanted],
        kind: str,
        keys: Sequence[str],
        needed: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, _("3. Welke kolom is wat?"), parent)
        self._keys = tuple(keys)
        for text in explained:
            self.column.addWidget(label(text, "muted"))
        self.choices = ColumnChoices(desk, wanted, needed)
        self.choices.changed.connect(self.changed)
        self.combos = self.choices.combos
        self.column.addWidget(self.choices)
        self.whole = FieldSet(
            desk, desk.ctx.spec(kind), [Group(lazy("Geldt voor de hele lijst"), self._keys)]
        )
        self.whole.edited.connect(lambda _key: self.changed.emit())
        self.choices.laid.connect(self.whole.set_columns)
        self.whole.set_columns(self.choices.across)
        self.column.addWidget(self.whole)

    def put_go(self) -> None:
        """The button that has the rows looked at."""
        self.go = self.button(_("Rijen nakijken"), self.agreed.emit, "main")
        self.row(self.go)

    def show_table(self, table: Table) -> None:
        """Offer the columns of a list, each with some of its values, and choose what is known of them."""
        raise NotImplementedError

    def columns(self) -> dict[str, int]:
        """At which place of a row each wanted field stands."""
        return self.choices.columns()

    def told(self) -> Mapping[str, Any] | None:
        """What holds for the whole list; None (told at the fields) when something cannot be read."""
        faults = self.whole.faults(self._keys)
        self.whole.set_faults(faults)
        return None if faults else {key: self.whole.value(key) for key in self._keys}

    def forget(self) -> None:
        """For another file: what holds for the whole list is asked anew."""
        self.whole.set_plain({})
