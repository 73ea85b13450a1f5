"""Choosing the columns of a list and their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.spec import RecordSpec

KEY = Qt.ItemDataRole.UserRole


class ColumnsDialog(QDialog):
    """A list of all fields to tick; `chosen` carries those that were ticked, in their order, when somebody is done."""

    chosen = Signal(object)

    def __init__(self, spec: RecordSpec, now: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._spec = spec
        self.setWindowTitle(_("Kolommen kiezen"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = QLabel(_("Vink aan wat u in de lijst wilt zien. De volgorde is die van de lijst."))
        text.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Kolommen"))
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.addWidget(text)
        row.addWidget(self.list, 1)
        moving = QVBoxLayout()
        self.up = self._button(_("Omhoog"), lambda: self._move(-1))
        self.down = self._button(_("Omlaag"), lambda: self._move(1))
        self.normal = self._button(_("Gewone kolommen"), lambda: self._fill(spec.columns))
        for button in (self.up, self.down, self.normal):
            moving.addWidget(button)
        moving.addStretch(1)
        row.addLayout(moving)
        column.addLayout(row, 1)
        ending = QHBoxLayout()
        ending.addStretch(1)
        self.done_button = self._button(_("Klaar"), self._done)
        self.done_button.setProperty("role", "main")
        self.done_button.setDefault(True)
        ending.addWidget(self.done_button)
        ending.addWidget(self._button(_("Annuleren"), self.reject))
        column.addLayout(ending)
        self._fill(now)
        self.resize(480, 480)

    def _button(self, text: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: do())
        return button

    def _fill(self, shown: Sequence[str]) -> None:
        self.list.clear()
        rest = [key for key, item in self._spec.fields.items() if key not in shown and not item.note.long]
        for key in (*shown, *rest):
            item = QListWidgetItem(self._spec.fields[key].label, self.list)
            item.setData(KEY, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if key in shown else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)

    def _move(self, step: int) -> None:
        at = self.list.currentRow()
        if 0 <= at + step < self.list.count():
            item = self.list.takeItem(at)
            self.list.insertItem(at + step, item)
            self.list.setCurrentRow(at + step)

    def ticked(self) -> list[str]:
        """The fields that are ticked, in their order."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return [item.data(KEY) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _done(self) -> None:
        self.chosen.emit(self.ticked() or list(self._spec.columns))
        self.accept()
