"""The five steps of a visit as groups of fields, of which those of one step are shown at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.records.spec import Field, RecordSpec
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.energie.knelpunten import needing
from huurdersapp.ui.forms.field_set import Editors, FieldSet, GroupBox
from huurdersapp.ui.forms.layouts import Group

STEPS = (
    (lazy("Woning"), "datum"),
    (lazy("Gebruik"), "huishouden"),
    (lazy("Comfort en vocht"), "warmte"),
    (lazy("Maatregelen"), "maatregelen"),
    (lazy("Afspraken"), "opmerking"),
)
"""The steps as on the printed sheet, each with the field that begins its first group."""
SAID, SEEN = "_gezegd", "_gezien"
SAID_TOO, SEEN_TOO = "bewoner_zegt", "coach_ziet"
_BEFORE = ("datum", "coach", "kern", "complex", "verhuurder", "plaats", "straat", "gesproken")
"""What is filled beforehand or follows from the address: it does not say that a step was begun."""


class StepGroup(GroupBox):
    """A group whose fields are made when its step is first shown."""

    wanted = False

    def open(self, shown: bool) -> None:
        if self.wanted or self.group.folded:
            super().open(shown)

    def want(self) -> None:
        """The step is shown now."""
        if not self.wanted:
            self.wanted = True
            if not self.group.folded:
                super().open(True)


class ComfortGroup(StepGroup):
    """What the tenant says and what the coach sees, in two columns that are never put together."""

    def lay(self) -> None:
        if not self.boxes:
            return
        if not hasattr(self, "_sides"):
            self._sides = [
                self._side(_("De bewoner zegt"), (SAID, SAID_TOO)),
                self._side(_("De coach ziet"), (SEEN, SEEN_TOO)),
            ]
        for side in self._sides:
            self._grid.removeWidget(side)
        narrow = self._columns == 1
        for at, side in enumerate(self._sides):
            self._grid.addWidget(side, *((at, 0) if narrow else (0, at)))
            self._grid.setColumnStretch(at, 0 if narrow and at else 1)

    def _side(self, title: str, ends: tuple[str, str]) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head = QLabel(title)
        head.setProperty("role", "label")
        column.addWidget(head)
        for key, box in self.boxes.items():
            if key.endswith(ends):
                column.addWidget(box)
        column.addStretch(1)
        return side


class StepFields(FieldSet):
    """All fields of a visit; `show_step` shows those of one step."""

    def __init__(self, desk: Desk, spec: RecordSpec, groups: tuple[Group, ...], editors: Editors) -> None:
        spec = needing(spec, "datum", "coach", "postcode", "huisnummer")
        super().__init__(desk, spec, groups, editors)
        self.step = 0
        self._steps = self._divided()

    def group_box(self, group: Group) -> GroupBox:
        comfort = any(key.endswith(SAID) for key in group.fields)
        return ComfortGroup(self, group) if comfort else StepGroup(self, group)

    def _divided(self) -> list[list[StepGroup]]:
        begins = {field: number for number, (_title, field) in enumerate(STEPS)}
        steps: list[list[StepGroup]] = [[] for _step in STEPS]
        at = 0
        for group in self.groups:
            assert isinstance(group, StepGroup)
            at = begins.get(group.group.fields[0], at)
            steps[at].append(group)
        return steps

    def show_step(self, step: int) -> None:
        """Show the fields of a step, counted from 0, and hide the others."""
        self.step = step
        for number, groups in enumerate(self._steps):
            for group in groups:
                if number == step:
                    group.want()
                group.setVisible(number == step)

    def step_of(self, key: str) -> int:
        """In which step a field stands."""
        return next(
            (n for n, groups in enumerate(self._steps) if any(key in g.group.fields for g in groups)), 0
        )

    def keys_of(self, step: int) -> Iterator[str]:
        """The fields of a step."""
        for group in self._steps[step]:
            yield from group.group.fields

    def filled_in(self, step: int) -> int:
        """How many fields and lines of a step somebody filled in."""
        return sum(self._counts(key) for key in self.keys_of(step) if key not in _BEFORE)

    def _counts(self, key: str) -> int:
        value: Any = self.value(key)
        item = self.item(key)
        if isinstance(value, list):
            return len(value)
        default = item.note.default if isinstance(item, Field) else None
        return int(value not in (None, "", default))

    def box(self, key: str) -> Any:
        for group in self.groups:
            if key in group.group.fields and isinstance(group, StepGroup):
                group.want()
        return super().box(key)

    def first_box(self) -> QWidget:
        """Where work begins in the step that is shown."""
        for group in self._steps[self.step]:
            for box in group.boxes.values():
                if not box.isHidden():
                    return box.editor.first_focus()
        return self
