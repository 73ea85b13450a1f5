"""What is asked before something changes at the locks: the password of now, a new one, a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.middle import text_line
from huurdersapp.ui.safe.new_secret import NewSecret
from huurdersapp.ui.safe.secret_field import SecretField


@dataclass(frozen=True, slots=True)
class Given:
    """What was typed; "" for what was not asked."""

    current: str
    new: str
    name: str


class SecretForm(QWidget):
    """`given` carries what was typed when all of it is there, `left` when somebody does not want it after all. `then` asks
    for the password of the time of a copy instead of that of now."""

    given = Signal(object)
    left = Signal()

    def __init__(
        self,
        title: str,
        sentences: Sequence[str],
        button: str,
        *,
        current: bool = True,
        new: bool = True,
        name: str = "",
        then: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(text_line(title, "heading"))
        for sentence in sentences:
            column.addWidget(text_line(sentence))
        self.name = self._name(name) if name else None
        self._empty = _("Typ het wachtwoord.") if then else _("Typ het wachtwoord van nu.")
        self.current: SecretField | None = None
        if then:
            self.current = SecretField(_("Wachtwoord van toen"), _("De herstelcode van toen mag ook."))
        elif current:
            self.current = SecretField(_("Uw wachtwoord van nu"))
        self.new = NewSecret() if new else None
        for part in (self.current, self.new):
            if part is not None:
                column.addWidget(part)
        self.do = QPushButton(button)
        self.do.setProperty("role", "main")
        self.do.setDefault(True)
        self.do.clicked.connect(self._give)
        self.cancel = QPushButton(_("Annuleren"))
        self.cancel.clicked.connect(self.left)
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.setContentsMargins(0, 8, 0, 0)
        row.addWidget(self.do)
        row.addWidget(self.cancel)
        column.addWidget(buttons)
        if self.new is not None:
            self.new.entered.connect(self._give)
        if self.current is not None:
            after = self.new.first.edit.setFocus if self.new is not None else self._give
            self.current.edit.returnPressed.connect(after)

    def _name(self, label: str) -> QLineEdit:
        words = QLabel(label)
        words.setProperty("role", "label")
        line = QLineEdit()
        line.setAccessibleName(label)
        words.setBuddy(line)
        self._no_name = text_line("", "fault")
        self._no_name.hide()
        for part in (words, line, self._no_name):
            self._column.addWidget(part)
        return line

    def begin_here(self) -> None:
        """Put the focus where somebody types first."""
        first = self.name
        if first is None and self.current is not None:
            first = self.current.edit
        if first is None and self.new is not None:
            first = self.new.first.edit
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        if not self.do.isEnabled() or not (self._has_name() and self._has_current()):
            return
        new = self.new.chosen() if self.new is not None else ""
        if new is not None:
            self.do.setEnabled(False)
            name = self.name.text().strip() if self.name is not None else ""
            self.given.emit(Given(self.current.text() if self.current is not None else "", new, name))

    def _has_name(self) -> bool:
        if self.name is None or self.name.text().strip():
            return True
        self._no_name.setText(_("Vul de naam in. Dan ziet u later van wie dit wachtwoord is."))
        self._no_name.show()
        self.name.setFocus()
        return False

    def _has_current(self) -> bool:
        if self.current is None:
            return True
        self.current.tell("" if self.current.text() else self._empty)
        if not self.current.text():
            self.current.edit.setFocus()
        return bool(self.current.text())

    def refuse(self, words: str) -> None:
        """The password of now is another one."""
        self.do.setEnabled(True)
        if self.current is not None:
            self.current.empty()
            self.current.tell(words)
            self.current.edit.setFocus()

    def empty(self) -> None:
        """Forget what was typed."""
        if self.current is not None:
            self.current.empty()
        if self.new is not None:
            self.new.empty()
