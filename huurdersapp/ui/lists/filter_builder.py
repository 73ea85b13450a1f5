"""Making a filter, and giving it a name: two cards that open under the search box."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from huurdersapp.actions import rows
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.spec import RecordSpec
from huurdersapp.ui.desk import Desk, told
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.lists.filter_values import Ask, ValueEditor, asks, editor


class FilterBuilder(QFrame):
    """Makes one condition: of what, and which value. `added` carries it."""

    added = Signal(str)
    cancelled = Signal()

    def __init__(self, desk: Desk, spec: RecordSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.desk, self.spec = desk, spec
        self.fields = QComboBox()
        self.fields.setMaxVisibleItems(14)
        for ask in asks(spec):
            self.fields.addItem(ask.label, ask)
        label = QLabel(_("Filter op"))
        label.setBuddy(self.fields)
        self.editor: ValueEditor | None = None
        self.fault = QLabel()
        self.fault.setProperty("role", "fault")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.add_button, self.cancel_button = QPushButton(_("Toevoegen")), QPushButton(_("Annuleren"))
        self.add_button.setProperty("role", "main")
        self.add_button.clicked.connect(self.add)
        self.cancel_button.clicked.connect(self.cancelled)
        row_widget = QWidget()
        self._row = FlowLayout(row_widget)
        for widget in (label, self.fields, self.add_button, self.cancel_button):
            self._row.addWidget(widget)
        column = QVBoxLayout(self)
        column.addWidget(row_widget)
        column.addWidget(self.fault)
        self.fields.currentIndexChanged.connect(lambda _row: self._choose())
        self._choose()

    def _choose(self) -> None:
        if self.editor is not None:
            self._row.removeWidget(self.editor)
            self.editor.hide()
            self.editor.deleteLater()
        ask: Ask = self.fields.currentData()
        self.editor = editor(self.desk, ask)
        self.editor.ready.connect(self.add)
        self._row.insert(2, self.editor)
        QWidget.setTabOrder(self.fields, self.editor)
        QWidget.setTabOrder(self.editor, self.add_button)
        self.fault.hide()

    def add(self) -> None:
        """Tell the condition, or what is missing."""
        ask: Ask = self.fields.currentData()
        assert self.editor is not None
        try:
            condition = f"{ask.key}={self.editor.value()}"
            rows.told(self.desk.ctx, self.spec, [condition])
        except UserError as fault:
            self.fault.setText(told(fault))
            self.fault.show()
            self.editor.setFocus()
            return
        self.added.emit(condition)


class FilterName(QFrame):
    """Asks how a filter is called."""

    named = Signal(str)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.line = QLineEdit()
        self.line.setMaxLength(40)
        label = QLabel(_("Naam van dit filter"))
        label.setBuddy(self.line)
        keep, cancel = QPushButton(_("Bewaren")), QPushButton(_("Annuleren"))
        keep.setProperty("role", "main")
        keep.clicked.connect(self._tell)
        self.line.returnPressed.connect(self._tell)
        cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        for widget in (label, self.line, keep, cancel):
            row.addWidget(widget)

    def _tell(self) -> None:
        if name := self.line.text().strip():
            self.named.emit(name)
        else:
            self.line.setFocus()
