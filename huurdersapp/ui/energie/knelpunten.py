"""A knelpunt that comes up during a visit: a tick, its kind, one line, and whether it may be told to the landlord."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draft import Fault
from huurdersapp.records.knelpunt_categorieen import PARENT
from huurdersapp.records.spec import RecordSpec
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.base import Editor
from huurdersapp.ui.forms.editors.links import LinksEditor
from huurdersapp.ui.forms.field_set import FieldSet
from huurdersapp.ui.forms.layouts import Group
from huurdersapp.ui.knelpunt.category import CategoryEditor

LINKS, NEW = "koppelingen", "nieuw"
"""What `typed` of the editor has."""
KIND, PART, LINE, CONSENT = "categorie", "subcategorie", "titel", "toestemming"
"""What a new one has, as `save_visit` takes it."""


def needing(spec: RecordSpec, *keys: str) -> RecordSpec:
    """The spec in which these fields do not say that they may be skipped."""
    made = replace(spec)
    made.__dict__["fields"] = {
        key: replace(item, required=item.required or key in keys) for key, item in spec.fields.items()
    }
    return made


class KnelpuntenEditor(Editor):
    """The knelpunten of a visit: `value` has the numbers of those that are there, `fresh` the one that is to be made.

    In the quick entry (`short`) there is the tick alone; otherwise those that are there can be looked for too.
    """

    wide = True
    labelled = True

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, short: bool = False) -> None:
        super().__init__(desk, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.links = LinksEditor(desk, "knelpunt")
        self.links.edited.connect(self.edited)
        self._short = short
        column.addWidget(self.links)
        self.links.setVisible(not short)
        self.tick = QCheckBox(_("Er is een knelpunt") if short else _("Er is een nieuw knelpunt"))
        self.tick.clicked.connect(self._ticked)
        column.addWidget(self.tick)
        self.card = QFrame()
        self.card.setProperty("role", "card")
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(12, 8, 12, 8)
        self.fields = FieldSet(
            desk,
            needing(desk.ctx.spec("knelpunt"), KIND, LINE),
            [Group(None, (KIND, LINE))],
            {KIND: CategoryEditor},
        )
        self.fields.edited.connect(lambda _key: self.edited.emit())
        kind = self.fields.boxes[KIND].editor
        assert isinstance(kind, CategoryEditor)
        # For the form all of this is one field, so that leaving this one within it is told nowhere else.
        kind.line.editingFinished.connect(kind.finish)
        inside.addWidget(self.fields)
        self.consent = QCheckBox(_("De bewoner vindt het goed dat wij dit bij de verhuurder melden"))
        self.consent.clicked.connect(lambda _on: self.edited.emit())
        inside.addWidget(self.consent)
        column.addWidget(self.card)
        self.card.hide()
        desk.look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.fields.set_columns(2 if self.desk.look.zoom < 130 else 1)

    def _ticked(self, on: bool) -> None:
        self.card.setVisible(on)
        if on:
            self.fields.boxes[KIND].editor.first_focus().setFocus()
        self.edited.emit()

    def fresh(self) -> dict[str, Any] | None:
        """The new knelpunt as it is typed (`categorie`, `titel`, `toestemming`, and `subcategorie` where that was chosen);
        None when there is none."""
        if not self.tick.isChecked():
            return None
        kind = self.fields.value(KIND)
        key = None if isinstance(kind, Fault) else kind
        part = {PART: key} if key in PARENT else {}
        return {
            KIND: PARENT.get(key, key) if key else None,
            **part,
            LINE: self.fields.value(LINE),
            CONSENT: self.consent.isChecked(),
        }

    def clear_fresh(self) -> None:
        """Without a new one."""
        self._show_fresh(None)

    def _show_fresh(self, fresh: Mapping[str, Any] | None) -> None:
        self.tick.setChecked(fresh is not None)
        self.card.setVisible(fresh is not None)
        fresh = fresh or {}
        for key in (KIND, LINE):
            editor = self.fields.boxes[key].editor
            editor.set_value(None)
            if fresh.get(key):
                editor.set_typed(fresh[key])
        self.consent.setChecked(bool(fresh.get(CONSENT)))

    def value(self) -> Any:
        return self.links.value()

    def set_value(self, value: Any) -> None:
        self.links.set_value(value)
        self.links.setVisible(not self._short or bool(value))
        self._show_fresh(None)

    def typed(self) -> Any:
        fresh = self.fresh()
        if fresh is not None:
            # A category that was not found stays as it was typed.
            fresh[KIND] = self.fields.boxes[KIND].editor.typed()
        return {LINKS: self.links.typed(), NEW: fresh}

    def set_typed(self, typed: Any) -> None:
        self.links.set_typed(typed[LINKS])
        self.links.setVisible(not self._short or bool(self.links.value()))
        self._show_fresh(typed.get(NEW))

    def faults(self) -> list[Fault]:
        found = self.links.faults()
        if (fresh := self.fresh()) is not None:
            if not fresh[KIND]:
                found.append(Fault(_("Kies de categorie van het knelpunt.")))
            if not fresh[LINE]:
                found.append(Fault(_("Schrijf in één regel wat er aan de hand is.")))
        return found

    def set_faults(self, faults: list[Fault]) -> None:
        super().set_faults(faults)
        wrong = bool([fault for fault in faults if not fault.warning])
        for box in self.fields.boxes.values():
            value = box.editor.value()
            box.editor.set_faults([Fault("")] if wrong and (not value or isinstance(value, Fault)) else [])

    def finish(self) -> None:
        self.fields.boxes[KIND].editor.finish()

    def inputs(self) -> list[QWidget]:
        return [self.tick]

    def name_it(self, name: str) -> None:
        self.links.name_it(name)

    def first_focus(self) -> QWidget:
        return self.tick if self._short else self.links.first_focus()

    def show_place(self, place: tuple[str | int, ...]) -> QWidget:
        if self.fresh() is None:
            return self.first_focus()
        boxes, fresh = self.fields.boxes, self.fresh() or {}
        empty = [boxes[key] for key in (KIND, LINE) if not fresh.get(key)]
        return (empty[0].editor if empty else self.fields.boxes[KIND].editor).first_focus()
