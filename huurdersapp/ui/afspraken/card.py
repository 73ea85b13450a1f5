"""A few fields for all that is selected in a list, with the buttons that do something with them in one step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions.samen_wijzigen import Changed
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draft import Fault
from huurdersapp.records.spec import RecordSpec
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.field_set import FieldSet
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.layouts import Group
from huurdersapp.ui.frame.message_bar import announce
from huurdersapp.ui.lists.record_parts import label

Do = Callable[[Mapping[str, Any]], Changed]


class ManyStepCard(QFrame):
    """`ways` are the buttons, the first of them the main one, with what each does with the values of the fields. `done`
    when it was done, `left` with [Annuleren]."""

    done = Signal()
    left = Signal()

    def __init__(
        self,
        desk: Desk,
        spec: RecordSpec,
        title: str,
        explained: str,
        keys: Sequence[str],
        ways: Sequence[tuple[str, Do]],
        values: Mapping[str, Any],
        needed: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk, self._needed = desk, tuple(needed)
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(label(title, "heading"))
        if explained:
            column.addWidget(label(explained, "muted"))
        self.fields = FieldSet(desk, spec, [Group(None, tuple(keys))])
        self.fields.set_plain(dict(values))
        column.addWidget(self.fields)
        self.fault = label("", "fault")
        self.fault.hide()
        column.addWidget(self.fault)
        holder = QWidget()
        row = FlowLayout(holder)
        self.buttons: list[QPushButton] = []
        for place, (words, do) in enumerate(ways):
            button = QPushButton(words)
            if not place:
                button.setProperty("role", "main")
            button.clicked.connect(self._doer(do))
            self.buttons.append(button)
            row.addWidget(button)
        cancel = QPushButton(_("Annuleren"))
        cancel.clicked.connect(self.left)
        row.addWidget(cancel)
        column.addWidget(holder)

    def begin(self) -> None:
        """The focus to the first field."""
        next(iter(self.fields.boxes.values())).editor.first_focus().setFocus()

    def _doer(self, do: Do) -> Callable[[], object]:
        return lambda: self.desk.safely(lambda: self.do(do))

    def do(self, do: Do) -> bool:
        """Do it; whether it went."""
        faults = self.fields.faults(list(self.fields.boxes))
        given = {key: self.fields.value(key) for key in self.fields.boxes}
        if not faults:
            faults = [Fault(_("Vul dit in."), (key,)) for key in self._needed if not given[key]]
        self.fields.set_faults(faults)
        if faults:
            self._tell(" ".join(fault.text for fault in faults))
            return False
        found = do(given)
        if not found.numbers:
            self._tell(found.sentence())
            return False
        self.desk.say(found.sentence(), undo=True, tone="let_op" if found.refused else "goed")
        self.done.emit()
        return True

    def _tell(self, text: str) -> None:
        self.fault.setText(text)
        self.fault.show()
        announce(self, text, urgent=True)
