"""An editor for several links: the chosen records in a row, and a line to find the next one."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import finding
from huurdersapp.actions.finding import Found
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draft import Fault
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.base import Editor
from huurdersapp.ui.forms.editors.finder import Finder
from huurdersapp.ui.forms.editors.quick_add import Adder
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.icons import icon

LONGEST = 60
"""Signs of a name on a button at 100 %; a screen reader has the whole name."""


class LinksEditor(Editor):
    """A list of records of one kind, each once, in the order in which they were chosen."""

    wide = True

    def __init__(self, desk: Desk, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._kind = kind
        self._numbers: list[Any] = []
        self._names: dict[Any, str] = {}
        self.finder = Finder(desk, kind, lambda: [n for n in self._numbers if isinstance(n, int)])
        self.finder.textEdited.connect(self.edited)
        self.finder.chosen.connect(self.choose)
        self.row = QWidget()
        self._flow = FlowLayout(self.row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)
        column.addWidget(self.finder)
        self._adder = Adder(desk, kind, column, self)
        self.finder.new_wanted.connect(self._adder.open)
        self._adder.edited.connect(self.edited)
        self._adder.left.connect(self.finder.setFocus)
        self._adder.made.connect(self._made)
        self._label = ""
        self._show()

    def _show(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for number in self._numbers:
            name = self._names.get(number, str(number))
            most = LONGEST * 100 // self.desk.look.zoom
            button = QPushButton(name if len(name) <= most else f"{name[:most]}…")
            button.setProperty("role", "chip")
            button.setIcon(icon("sluiten", self.desk.look))
            button.setAccessibleName(_("{name} weghalen").format(name=name))
            button.setToolTip(_("{name} weghalen").format(name=name))
            button.clicked.connect(lambda _on=False, number=number: self._remove(number))
            self._flow.addWidget(button)
        self.row.setVisible(bool(self._numbers))

    def _remove(self, number: Any) -> None:
        self.finder.setFocus()
        self._numbers.remove(number)
        self._show()
        self.edited.emit()

    def choose(self, found: Found) -> None:
        """Add a record, as somebody does from the list."""
        self.finder.clear()
        if found.number not in self._numbers:
            self._numbers.append(found.number)
            self._names[found.number] = found.name
        self._show()
        self.edited.emit()

    def _made(self, found: Found) -> None:
        self.finder.setFocus()
        self.choose(found)

    def value(self) -> Any:
        if words := self.finder.text().strip():
            return Fault(
                _("‘{words}’ is nog niet gekozen. Kies uit de lijst, of maak dit leeg.").format(
                    words=words[:60]
                )
            )
        return list(self._numbers)

    def set_value(self, value: Any) -> None:
        self._numbers = list(value or [])
        self.finder.clear()
        self._adder.close()
        known = [number for number in self._numbers if isinstance(number, int)]
        self._names = dict(finding.called(self.desk.ctx, self._kind, known)) if known else {}
        self._show()

    def typed(self) -> Any:
        return {"gekozen": list(self._numbers), "gezocht": self.finder.text(), **self._adder.typed()}

    def set_typed(self, typed: Any) -> None:
        self.set_value(typed["gekozen"])
        self.finder.setText(str(typed["gezocht"]))
        self._adder.set_typed(typed)

    def first_focus(self) -> QWidget:
        return self.finder
