"""A record made in passing, with nothing but what it must have: a village that is not in the list yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import finding, records
from huurdersapp.actions.finding import Found
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout

NEW = "nieuw"
"""Under which name a concept keeps what stands in this form."""


class QuickAdd(QFrame):
    """A small form within a form. It saves at once, as a step of its own; `made` with the record, `left` without.
    `edited` when something was typed: that is part of what the form around it keeps."""

    made = Signal(object)
    left = Signal()
    edited = Signal()

    def __init__(self, desk: Desk, kind: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The boxes of a form hold this editor in their turn.
        from huurdersapp.ui.forms.field_box import FieldBox

        self._desk, self._spec = desk, desk.ctx.spec(kind)
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        title = QLabel(_("Nieuw: {kind}").format(kind=self._spec.label))
        title.setProperty("role", "label")
        column.addWidget(title)
        keys = finding.quick_fields(self._spec)
        self.boxes = {key: FieldBox(desk, self._spec.fields[key]) for key in keys}
        for box in self.boxes.values():
            column.addWidget(box)
            box.editor.edited.connect(self.edited)
        self.boxes[self._spec.name[0]].editor.set_value(words)
        buttons = FlowLayout()
        self.add, cancel = QPushButton(_("Toevoegen")), QPushButton(_("Annuleren"))
        self.add.clicked.connect(lambda: desk.safely(self._save))
        cancel.clicked.connect(self.left)
        buttons.addWidget(self.add)
        buttons.addWidget(cancel)
        column.addLayout(buttons)

    def begin(self) -> None:
        """The focus to the first thing that is to be filled."""
        empty = [box for box in self.boxes.values() if box.editor.value() is None]
        (empty[0].editor.first_focus() if empty else self.add).setFocus()

    def typed(self) -> dict[str, Any]:
        """What stands in its fields, right or not."""
        return {key: box.editor.typed() for key, box in self.boxes.items()}

    def set_typed(self, typed: Mapping[str, Any]) -> None:
        """Show what `typed` gave."""
        for key, value in typed.items():
            if key in self.boxes:
                self.boxes[key].editor.set_typed(value)

    def _save(self) -> None:
        values = {key: box.editor.value() for key, box in self.boxes.items()}
        try:
            saved = records.save(self._desk.ctx, self._spec, values)
        except records.Refused as refused:
            for key, box in self.boxes.items():
                box.show_faults([fault for fault in refused.faults if fault.place[:1] == (key,)])
            self.begin()
            return
        record = saved.records[0]
        self._desk.say(_("Toegevoegd: {name}.").format(name=record[self._spec.name[0]]), undo=True)
        self.made.emit(Found(record["nummer"], record[self._spec.name[0]]))


class Adder(QObject):
    """The place under a finder for one such form. `made` with what was found or made there, `left` when it was closed
    without, `edited` whenever what `typed` gives is another."""

    made = Signal(object)
    left = Signal()
    edited = Signal()

    def __init__(self, desk: Desk, kind: str, column: QVBoxLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._kind, self._column = desk, kind, column
        self.form: QuickAdd | None = None

    def open(self, words: str) -> None:
        """Add a record that is called so."""
        self._shown(words).begin()
        self.edited.emit()

    def _shown(self, words: str) -> QuickAdd:
        self.close()
        form = self.form = QuickAdd(self._desk, self._kind, words)
        form.made.connect(self._made)
        form.left.connect(self._left)
        form.edited.connect(self.edited)
        self._column.addWidget(form)
        form.show()
        return form

    def close(self) -> None:
        """Take the form away."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _made(self, found: object) -> None:
        self.close()
        self.made.emit(found)

    def _left(self) -> None:
        self.close()
        self.left.emit()
        self.edited.emit()

    def typed(self) -> dict[str, Any]:
        """What is being added, for a concept; nothing when nothing is."""
        return {} if self.form is None else {NEW: self.form.typed()}

    def set_typed(self, typed: Mapping[str, Any]) -> None:
        """Show what `typed` gave."""
        self.close()
        if isinstance(values := typed.get(NEW), dict):
            self._shown("").set_typed(values)
