"""The fields of a record (or of a line in one) in groups, in one column or in two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draft import Fault
from huurdersapp.records.spec import Field, PartSpec, RecordSpec
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.base import Editor
from huurdersapp.ui.forms.editors.choice import SubChoiceEditor
from huurdersapp.ui.forms.field_box import FieldBox
from huurdersapp.ui.forms.layouts import Group

Editors = Mapping[str, Callable[[Desk], Editor]]
"""Editors of one's own for some fields, by key."""


class GroupBox(QWidget):
    """A group with its title. A folded one has no editors until it is opened."""

    def __init__(self, owner: FieldSet, group: Group) -> None:
        super().__init__(owner)
        self.group, self._owner = group, owner
        self.boxes: dict[str, FieldBox] = {}
        self._columns = 1
        self._open = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.head: QPushButton | None = None
        if group.folded:
            self.head = QPushButton()
            self.head.setProperty("role", "link")
            self.head.clicked.connect(lambda: self.open(not self._open))
            column.addWidget(self.head)
        elif group.title:
            title = QLabel(str(group.title))
            title.setProperty("role", "heading")
            column.addWidget(title)
        self._body = QWidget()
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(12)
        column.addWidget(self._body)
        self.open(not group.folded)

    def open(self, shown: bool) -> None:
        """Show or hide the fields."""
        if shown:
            self.fill()
        self._open = shown
        self._body.setVisible(shown)
        if self.head is not None:
            words = _("▾ {title}") if shown else _("▸ {title}")
            self.head.setText(words.format(title=self.group.title))
            state = _("open, Enter sluit") if shown else _("dicht, Enter opent")
            self.head.setAccessibleName(f"{self.group.title}, {state}")

    def fill(self) -> None:
        """Make the editors, once."""
        if self.boxes:
            return
        for key in self.group.fields:
            self.boxes[key] = self._owner.make_box(key)
        self.lay()
        self._owner.filled(self)

    def set_columns(self, columns: int) -> None:
        """Lay the fields out in so many columns."""
        if columns != self._columns:
            self._columns = columns
            self.lay()

    def lay(self) -> None:
        """Put the fields in their places, in as many columns as there are now."""
        # Not takeAt: what that leaves alive keeps the new place from hearing that a widget wants another size.
        for box in self.boxes.values():
            self._grid.removeWidget(box)
        row = at = 0
        for box in self.boxes.values():
            wide = box.editor.wide or self._columns == 1
            if wide and at:
                row, at = row + 1, 0
            self._grid.addWidget(box, row, at, 1, self._columns if wide else 1)
            at = 0 if wide else at + 1
            if wide or at == self._columns:
                row, at = row + 1, 0
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < self._columns))
            self._grid.setColumnMinimumWidth(column, 0)


class FieldSet(QWidget):
    """Boxes for the fields of a spec. `edited` with the key of the field in which something was changed."""

    edited = Signal(str)

    def __init__(
        self,
        desk: Desk,
        spec: RecordSpec,
        groups: Sequence[Group],
        editors: Editors | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk, self.spec = desk, spec
        self._editors: Editors = editors or {}
        self._plain: dict[str, Any] = {}
        self._columns = 1
        self.groups: list[GroupBox] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for group in groups:
            box = self.group_box(group)
            self.groups.append(box)
            column.addWidget(box)

    def group_box(self, group: Group) -> GroupBox:
        """What a group of fields stands in; a form of its own may lay one out in another way."""
        return GroupBox(self, group)

    # -- making ----------------------------------------------------------------------------------------------------

    def item(self, key: str) -> Field | PartSpec:
        """What a key stands for."""
        return self.spec.fields[key] if key in self.spec.fields else self.spec.part[key]

    def make_box(self, key: str) -> FieldBox:
        """The box for a field, with the value that is known of it."""
        own = self._editors.get(key)
        box = FieldBox(self.desk, self.item(key), own(self.desk) if own else None)
        box.editor.set_value(self._known(key))
        box.editor.edited.connect(lambda: self._edited(key))
        return box

    def _known(self, key: str) -> Any:
        if key in self._plain:
            return self._plain[key]
        item = self.item(key)
        return item.note.default if isinstance(item, Field) and not item.note.filled else None

    def filled(self, group: GroupBox) -> None:
        """A group has its editors now."""
        group.set_columns(self._columns)
        self.follow()

    def _edited(self, key: str) -> None:
        self.follow(key)
        self.edited.emit(key)

    def follow(self, key: str | None = None) -> None:
        """Let choices that depend on another field offer what goes with its value."""
        boxes = self.boxes
        for sub in boxes.values():
            if isinstance(sub.editor, SubChoiceEditor) and isinstance(sub.item, Field) and sub.item.choices:
                parents = {choice.parent for choice in sub.item.choices.items}
                for other, box in boxes.items():
                    choices = box.item.choices if isinstance(box.item, Field) else None
                    if choices and box is not sub and key in (None, other) and parents <= set(choices.keys()):
                        sub.editor.follow(box.editor.value())

    # -- values ----------------------------------------------------------------------------------------------------

    @property
    def boxes(self) -> dict[str, FieldBox]:
        """The boxes that were made, by key, in their order."""
        return {key: box for group in self.groups for key, box in group.boxes.items()}

    def set_plain(self, plain: Mapping[str, Any]) -> None:
        """Show the values of a record; a folded group opens where something is filled in."""
        self._plain = dict(plain)
        for group in self.groups:
            for key, box in group.boxes.items():
                box.editor.set_value(self._known(key))
                box.show_faults([])
            if group.group.folded:
                group.open(any(self._told(key) for key in group.group.fields))
        self.follow()

    def _told(self, key: str) -> bool:
        value, item = self._known(key), self.item(key)
        default = item.note.default if isinstance(item, Field) else None
        return value not in (None, [], "", default)

    def box(self, key: str) -> FieldBox | None:
        """The box of a field, its group opened; None for what is not in this form."""
        for group in self.groups:
            if key in group.group.fields:
                group.open(True)
                return group.boxes[key]
        return None

    def value(self, key: str) -> Any:
        """The plain value of a field: what stands there, or the Fault of it."""
        box = self.boxes.get(key)
        return self._known(key) if box is None else box.editor.value()

    def faults(self, keys: Iterable[str]) -> list[Fault]:
        """What cannot be read in these fields, with places in the record."""
        boxes = self.boxes
        return [fault.at(key) for key in keys if key in boxes for fault in boxes[key].editor.faults()]

    def set_columns(self, columns: int) -> None:
        """Lay everything out in so many columns."""
        self._columns = columns
        for group in self.groups:
            group.set_columns(columns)

    def set_faults(self, faults: Sequence[Fault]) -> None:
        """Show every fault at its field."""
        for key, box in self.boxes.items():
            box.show_faults([fault for fault in faults if fault.place[:1] == (key,)])
