"""A record made in passing, with nothing but what it must have: a village that is not in the list yet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import finding, records
from huurdersapp.actions.finding import Found
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout


class QuickAdd(QFrame):
    """A small form within a form. It saves at once, as a step of its own; `made` with the record, `left` without."""

    made = Signal(object)
    left = Signal()

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
