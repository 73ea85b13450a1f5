"""Labelled fields of a small piece of work that is no record, one under the other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from huurdersapp.base.i18n import LazyText
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draft import Fault
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.base import Editor
from huurdersapp.ui.forms.editors.choice import Combo
from huurdersapp.ui.forms.editors.number import NumberEditor
from huurdersapp.ui.lists.record_parts import label


class Fields(QWidget):
    """Labelled editors one under the other; `edited` when something was changed in one."""

    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.editors: dict[str, Editor] = {}
        self.choices: dict[str, Combo] = {}
        self._faults: dict[str, Any] = {}

    def put(self, key: str, words: str, editor: Editor, hint: str = "") -> None:
        """A field with its label, and what helps to fill it in."""
        title = label(words, "label")
        title.setBuddy(editor.first_focus())
        editor.first_focus().setAccessibleName(words)
        self.column.addWidget(title)
        self.column.addWidget(editor)
        if hint:
            self.column.addWidget(label(hint, "muted"))
            editor.explain(hint)
        fault = self._faults[key] = label("", "fault")
        fault.hide()
        self.column.addWidget(fault)
        editor.edited.connect(self.edited)
        self.editors[key] = editor

    def choose(self, key: str, words: str, offers: Iterable[tuple[LazyText | str, Any]]) -> None:
        """A choice with its label."""
        title, combo = label(words, "label"), Combo()
        combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(16)
        for text, value in offers:
            combo.addItem(str(text), value)
        title.setBuddy(combo)
        combo.setAccessibleName(words)
        combo.activated.connect(lambda _at: self.edited.emit())
        self.column.addWidget(title)
        self.column.addWidget(combo)
        self.choices[key] = combo

    def values(self, *needed: str) -> dict[str, Any] | None:
        """What is filled in, or None when something cannot be read or is missing: that is told at its field."""
        found: dict[str, Any] = {key: combo.currentData() for key, combo in self.choices.items()}
        first: Editor | None = None
        for key, editor in self.editors.items():
            value = editor.value()
            if value is None and key in needed:
                value = Fault(_("Vul dit in."))
            if not isinstance(value, Fault) and isinstance(editor, NumberEditor) and not _whole(value):
                value = Fault(_("Vul hier een heel getal in."))
            wrong = [value] if isinstance(value, Fault) else []
            editor.set_faults(wrong)
            self._faults[key].setText(" ".join(fault.text for fault in wrong))
            self._faults[key].setVisible(bool(wrong))
            if wrong:
                first = first or editor
            found[key] = value
        if first is not None:
            first.first_focus().setFocus()
            return None
        return found


def _whole(value: Any) -> bool:
    return value is None or (isinstance(value, int) and value >= 0)
