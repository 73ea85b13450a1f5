"""A card under a record with its clock, what comes next, and buttons for the steps: what a request and a breach share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NamedTuple

from PySide6.QtWidgets import QWidget

from huurdersapp.actions import records
from huurdersapp.base.i18n import LazyText
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.small_forms import SmallForm, SmallForms
from huurdersapp.ui.lists.record_parts import label


class Step(NamedTuple):
    """A small form: the words of its button and its title, its fields, those that must be filled in, and the field that
    begins with this day."""

    words: LazyText
    title: LazyText
    keys: tuple[str, ...]
    needed: tuple[str, ...] = ()
    today: str = ""


class StepsPanel(SmallForms):
    """A subclass names its kind and steps, and says what the clock tells and which step comes next."""

    kind: ClassVar[str]
    steps: ClassVar[Mapping[str, Step]]

    def __init__(self, desk: Desk, record: Mapping[str, Any], name: str) -> None:
        super().__init__(desk, type(self).kind, int(record["nummer"]), name)
        self.record = record
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(6)
        self._column.addWidget(label(_("Zo staat het"), "heading"))
        self._clock = label("", "label")
        self._notes = label("")
        self._column.addWidget(self._clock)
        self._column.addWidget(self._notes)
        for widget in self.before_buttons():
            self._column.addWidget(widget)
        holder = QWidget()
        self.row = FlowLayout(holder)
        self._column.addWidget(holder)
        self._put_buttons()
        self.tell_clock()
        self.go_on()

    # -- what a subclass says ----------------------------------------------------------------------------------------

    def clock(self) -> tuple[str, str, Sequence[str]]:
        """What the clock says, its role ("label", "warning" or "good"), and what else to know now."""
        raise NotImplementedError

    def following(self) -> str:
        """The step that comes next; "" when it is none of these."""
        raise NotImplementedError

    def offered(self) -> Sequence[str]:
        """The steps that can be taken now."""
        return tuple(type(self).steps)

    def before_buttons(self) -> Sequence[QWidget]:
        """What else to show, above the buttons."""
        return ()

    def own_buttons(self) -> Sequence[QWidget]:
        """Buttons that go elsewhere, before those of the steps."""
        return ()

    # -- the card ----------------------------------------------------------------------------------------------------

    def tell_clock(self) -> None:
        """Say how long there is now."""
        words, role, notes = self.clock()
        self._clock.setText(words)
        self._clock.setProperty("role", role)
        self._clock.style().unpolish(self._clock)
        self._clock.style().polish(self._clock)
        self._notes.setText(" ".join(notes))
        self._notes.setVisible(bool(notes))

    def _put_buttons(self) -> None:
        for button in self.own_buttons():
            self.row.addWidget(button)
        following = self.following()
        for key in self.offered():
            step = type(self).steps[key]
            opener = self.opener(key, str(step.words))
            if key == following:
                opener.setProperty("role", "main")
            self.row.addWidget(opener)

    def form_of(self, step: str) -> SmallForm:
        from huurdersapp.base import clock

        asked = type(self).steps[step]
        values = {key: self.record[key] for key in asked.keys if self.record[key] is not None}
        if asked.today and not self.record[asked.today]:
            values[asked.today] = clock.today().isoformat()
        return SmallForm(self._spec, asked.keys, str(asked.title), self._save, values, asked.needed)

    def _save(self, typed: dict[str, Any]) -> None:
        saved = records.change(self.desk.ctx, self._spec, self.number, typed)
        self.desk.say_done(_("Vastgelegd bij {name}.").format(name=self._name), saved.labelled)
