"""A value that is nearly always right already: it is told in words, and changed by whoever wants to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.draft import Fault
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.base import Editor


class KnownValue(Editor):
    """Puts an editor behind its value in words and a button. Tab passes the button by; a key presses it.

    `told` makes the words of a value. With `needed` the editor itself stands there for as long as there is no value.
    """

    labelled = True

    def __init__(
        self,
        desk: Desk,
        inner: Editor,
        told: Callable[[Any], str],
        *,
        name: str,
        key: str,
        words: str = "",
        needed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, parent)
        self.inner, self._told, self._needed, self._open = inner, told, needed, False
        self._name = name
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.line = QWidget()
        row = QHBoxLayout(self.line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.setMinimumWidth(desk.look.px(90))
        self.button = QPushButton(words or _("Wijzigen ({key})").format(key=key))
        self.button.setProperty("role", "link")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setAccessibleName(_("{field} wijzigen").format(field=name))
        self.button.setAccessibleDescription(_("Met het toetsenbord: {key}.").format(key=key))
        self.button.clicked.connect(self.open)
        row.addWidget(self.said, 1)
        row.addWidget(self.button)
        column.addWidget(self.line)
        self.label = QLabel(name)
        self.label.setProperty("role", "label")
        column.addWidget(self.label)
        column.addWidget(inner)
        self.label.setBuddy(inner.first_focus())
        inner.edited.connect(self._edited)
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self.open)
        self._show()

    def open(self) -> None:
        """Show the editor, with the focus in it."""
        self._open = True
        self._show()
        target = self.inner.first_focus()
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        select = getattr(target, "selectAll", None)
        if callable(select):
            select()

    def _edited(self) -> None:
        self._open = True
        self.edited.emit()

    def _show(self) -> None:
        value = self.inner.value()
        open_ = self._open or isinstance(value, Fault) or (self._needed and value is None)
        self.line.setVisible(not open_)
        self.label.setVisible(open_)
        self.inner.setVisible(open_)
        if not isinstance(value, Fault):
            self.said.setText(self._told(value))

    def finish(self) -> None:
        self.inner.finish()
        self._open = False
        self._show()

    def value(self) -> Any:
        return self.inner.value()

    def set_value(self, value: Any) -> None:
        self.inner.set_value(value)
        self._open = False
        self._show()

    def typed(self) -> Any:
        return self.inner.typed()

    def set_typed(self, typed: Any) -> None:
        self.inner.set_typed(typed)
        self._open = False
        self._show()

    def faults(self) -> list[Fault]:
        return self.inner.faults()

    def set_faults(self, faults: list[Fault]) -> None:
        if any(not fault.warning for fault in faults):
            self._open = True
            self._show()
        self.inner.set_faults(faults)

    def explain(self, text: str) -> None:
        self.inner.explain(text)

    def inputs(self) -> list[QWidget]:
        return self.inner.inputs()

    def name_it(self, name: str) -> None:
        self.inner.name_it(self._name)

    def first_focus(self) -> QWidget:
        return self.inner.first_focus()

    def show_place(self, place: tuple[str | int, ...]) -> QWidget:
        self._open = True
        self._show()
        return self.inner.first_focus()
