"""An editor for a link: a record that is found by typing, and stands there by its name once it is chosen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import finding
from huurdersapp.actions.finding import Found
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draft import Fault
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.base import Editor
from huurdersapp.ui.forms.editors.finder import Finder
from huurdersapp.ui.forms.editors.quick_add import Adder
from huurdersapp.ui.place import Place


def place_of(kind: str, number: int) -> Place:
    """Where a record is shown."""
    from huurdersapp.ui.pages.registry import page_of

    return Place(page_of(kind), number, kind=kind)


class RecordEditor(Editor):
    """A link to one record of a kind."""

    def __init__(self, desk: Desk, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._kind = kind
        self._value: Any = None
        self._name = ""
        self.finder = Finder(desk, kind)
        self.finder.textEdited.connect(self.edited)
        self.finder.chosen.connect(self._chosen)
        self.shown = QFrame()
        self.shown.setProperty("role", "card")
        self.name = QLabel()
        self.name.setWordWrap(True)
        self.name.setMinimumWidth(desk.look.px(120))
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.clear_button, self.open_button = QPushButton(_("Wissen")), QPushButton(_("Openen"))
        self.clear_button.clicked.connect(self._clear)
        self.open_button.clicked.connect(self._open)
        row = QHBoxLayout(self.shown)
        row.setContentsMargins(8, 3, 0, 3)
        row.addWidget(self.name, 1)
        for button in (self.clear_button, self.open_button):
            button.setProperty("role", "link")
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.finder)
        column.addWidget(self.shown)
        self._adder = Adder(desk, kind, column, self)
        self.finder.new_wanted.connect(self._adder.open)
        self._adder.edited.connect(self.edited)
        self._adder.left.connect(self.finder.setFocus)
        self._adder.made.connect(self._made)
        self._show()

    def _open(self) -> None:
        if isinstance(self._value, int):
            self.desk.go(place_of(self._kind, self._value))

    def _show(self) -> None:
        chosen = self._value is not None
        self.finder.setVisible(not chosen)
        self.shown.setVisible(chosen)
        self.name.setText(self._name)
        self.clear_button.setAccessibleDescription(self._name)
        self.open_button.setAccessibleDescription(self._name)

    def value(self) -> Any:
        if self._value is None and (words := self.finder.text().strip()):
            return Fault(
                _("‘{words}’ is nog niet gekozen. Kies uit de lijst, of maak dit leeg.").format(
                    words=words[:60]
                )
            )
        return self._value

    def set_value(self, value: Any) -> None:
        self.finder.clear()
        self._adder.close()
        self._value = value
        self._name = ""
        if value is not None:
            self._name = self._called(value)
        self._show()

    def _called(self, value: Any) -> str:
        if isinstance(value, int):
            return finding.called(self.desk.ctx, self._kind, [value]).get(value, str(value))
        return str(value)

    def typed(self) -> Any:
        if self._value is not None:
            return self._value
        return {"gezocht": self.finder.text(), **self._adder.typed()}

    def set_typed(self, typed: Any) -> None:
        if isinstance(typed, dict):
            self.set_value(None)
            self.finder.setText(str(typed.get("gezocht", "")))
            self._adder.set_typed(typed)
        else:
            self.set_value(typed)

    def _chosen(self, found: Found) -> None:
        had_focus = self.finder.hasFocus()
        self._value, self._name = found.number, found.name
        self.finder.clear()
        self._adder.close()
        if had_focus:
            # Before the line goes: Qt would take the focus along to whatever comes next.
            self.shown.show()
            self.clear_button.setFocus()
        self._show()
        self.edited.emit()

    def choose(self, found: Found) -> None:
        """Take a record, as somebody does from the list."""
        self._chosen(found)

    def _clear(self) -> None:
        self._value = None
        self.finder.show()
        self.finder.setFocus()
        self._show()
        self.edited.emit()

    def _made(self, found: Found) -> None:
        self.finder.show()
        self.finder.setFocus()
        self._chosen(found)

    def inputs(self) -> list[QWidget]:
        return [self.finder]

    def name_it(self, name: str) -> None:
        self.finder.setAccessibleName(name)
        self.clear_button.setAccessibleName(_("{field} wissen").format(field=name))
        self.open_button.setAccessibleName(_("{field} openen").format(field=name))

    def first_focus(self) -> QWidget:
        return self.finder if self._value is None else self.clear_button
