"""Putting a lost key file back: the password of the copy that it lies beside."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import told
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.middle import text_line
from huurdersapp.ui.safe.secret_field import SecretField


class KeyRoom(QWidget):
    """`given` carries what was typed, `left` when they do not want it."""

    given = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(text_line(_("Sleutelbestand terugzetten"), "heading"))
        column.addWidget(
            text_line(
                _(
                    "Alleen het sleutelbestand komt terug."
                    " Daarna geldt het wachtwoord dat u had toen de reservekopie werd gemaakt."
                )
            )
        )
        self.secret = SecretField(_("Wachtwoord van toen"), _("De herstelcode van toen mag ook."))
        self.secret.edit.returnPressed.connect(self._give)
        column.addWidget(self.secret)
        self.do = QPushButton(_("Sleutelbestand terugzetten"))
        self.do.setProperty("role", "main")
        self.do.clicked.connect(self._give)
        self.cancel = QPushButton(_("Annuleren"))
        self.cancel.clicked.connect(self.left)
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.setContentsMargins(0, 8, 0, 0)
        row.addWidget(self.do)
        row.addWidget(self.cancel)
        column.addWidget(buttons)

    def begin_here(self) -> None:
        """Put the focus where somebody types."""
        self.secret.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, fault: UserError) -> None:
        """It is another password, or none of the key files fits."""
        self.secret.empty()
        self.secret.tell(told(fault))
        self.begin_here()

    def _give(self) -> None:
        if not self.secret.text():
            self.secret.tell(_("Typ het wachtwoord."))
            self.begin_here()
            return
        self.secret.tell("")
        self.given.emit(self.secret.text())
