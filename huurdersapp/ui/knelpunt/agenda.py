"""Choosing an item of an agenda, or typing one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.base import Editor
from huurdersapp.ui.forms.editors.choice import Combo


class AgendaEditor(Editor):
    """The items of a meeting (`offer`) to choose from; anything else may be typed too."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.combo = Combo()
        self.combo.setEditable(True)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(12)
        line = self.combo.lineEdit()
        assert line is not None
        line.textEdited.connect(lambda _text: self.edited.emit())
        self.combo.activated.connect(lambda _row: self.edited.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.combo)

    def offer(self, items: Sequence[str]) -> None:
        """These can be chosen from now on; what stands there stays."""
        words = self.combo.currentText()
        self.combo.clear()
        self.combo.addItems(list(items))
        self.combo.setEditText(words)

    def value(self) -> Any:
        return self.combo.currentText().strip() or None

    def set_value(self, value: Any) -> None:
        self.combo.setEditText(value or "")

    def typed(self) -> Any:
        return self.combo.currentText()

    def first_focus(self) -> QWidget:
        return self.combo
