"""A few fields that are saved at once, under the record that somebody looks at: a step, a reaction, an outcome."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from huurdersapp.actions import records
from huurdersapp.actions.concepten import Concept
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draft import Fault
from huurdersapp.records.spec import RecordSpec
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.concept_keeper import ConceptKeeper
from huurdersapp.ui.forms.field_set import Editors
from huurdersapp.ui.forms.form_card import FormCard
from huurdersapp.ui.forms.step_concept import FIELDS, STEP
from huurdersapp.ui.frame.message_bar import announce


class About(NamedTuple):
    """Of which record a small form is, and which step: its concept says so too."""

    kind: str
    number: int
    name: str
    step: str


class QuickForm(FormCard):
    """`do` saves the values and may raise Refused; its faults stand at these fields where their place ends with one of
    these. `done` when it was saved, `left` when somebody pressed [Annuleren]. What is typed is kept as a concept of
    `about`, as in every form; `concept` is the one that it goes on with."""

    done = Signal()

    def __init__(
        self,
        desk: Desk,
        spec: RecordSpec,
        keys: Sequence[str],
        title: str,
        do: Callable[[dict[str, Any]], object],
        about: About,
        *,
        concept: Concept | None = None,
        values: Mapping[str, Any] | None = None,
        editors: Editors | None = None,
        needed: Sequence[str] = (),
        words: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            desk, _needing(spec, needed), keys, title, values, editors=editors, words=words, parent=parent
        )
        self._do, self._about, self._title = do, about, title
        self.keeper = ConceptKeeper(desk, self._content, self)
        self.keeper.begin(about.kind, about.number, concept)
        if concept is not None:
            self._put_back(concept.gegevens.get(FIELDS) or {})
        self.fields.edited.connect(lambda _key: self.keeper.typed())

    def begin(self, first: str = "") -> None:
        """The focus to this field, or else to the first that is still empty."""
        boxes = list(self.fields.boxes.values())
        empty = [box for box in boxes if box.editor.value() is None]
        box = self.fields.boxes.get(first) or (empty or boxes)[0]
        box.editor.first_focus().setFocus()
        self.come_in_sight()

    def where(self) -> str:
        """The field in which the focus is; "" when it is elsewhere."""
        focus = QApplication.focusWidget()
        found = (key for key, box in self.fields.boxes.items() if focus and box.isAncestorOf(focus))
        return next(found, "")

    def _content(self) -> tuple[str, dict[str, Any]]:
        title = _("{name} ({step})").format(name=self._about.name, step=self._title)
        typed = {key: box.editor.typed() for key, box in self.fields.boxes.items()}
        return title, {STEP: self._about.step, FIELDS: typed}

    def _put_back(self, typed: Mapping[str, Any]) -> None:
        for key, value in typed.items():
            if key in self.fields.boxes:
                self.fields.boxes[key].editor.set_typed(value)

    def leave(self) -> None:
        """Nothing is saved, and nothing is kept."""
        self.keeper.drop()
        super().leave()

    def save(self) -> bool:
        """Save; whether it went."""
        keys = list(self.fields.boxes)
        faults = self.fields.faults(keys)
        if not faults:
            try:
                self._do({key: self.fields.value(key) for key in keys})
            except records.Refused as refused:
                faults = [self._inward(fault) for fault in refused.faults if not fault.warning]
            else:
                self.keeper.drop()
                self.done.emit()
                return True
        self.fields.set_faults(faults)
        elsewhere = [fault for fault in faults if not fault.place or fault.place[0] not in keys]
        self.whole.setText("\n".join(fault.text for fault in elsewhere))
        self.whole.setVisible(bool(elsewhere))
        announce(self, " ".join(fault.text for fault in faults), urgent=True)
        wrong = [fault.place[0] for fault in faults if fault.place and fault.place[0] in keys]
        self.fields.boxes[str(wrong[0]) if wrong else keys[0]].editor.first_focus().setFocus()
        self.come_in_sight()
        return False

    def _inward(self, fault: Fault) -> Fault:
        """A fault of a line of the record, as one of these fields."""
        keys = self.fields.boxes
        at = next((index for index, part in enumerate(fault.place) if part in keys), None)
        return fault if at is None else replace(fault, place=fault.place[at:])


def _needing(spec: RecordSpec, needed: Sequence[str]) -> RecordSpec:
    """The spec in which these fields must be filled, because this step asks them."""
    made = replace(spec)
    fields = {
        key: replace(item, required=item.required or key in needed or item.note.filled)
        for key, item in spec.fields.items()
    }
    made.__dict__["fields"] = fields
    return made
