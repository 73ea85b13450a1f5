"""Choosing a password: twice the same, how strong it is in words, and Dutch words as a proposal."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.middle import text_line
from huurdersapp.ui.safe.secret_field import SecretField


class NewSecret(QWidget):
    """`entered` when Enter is pressed in the last field. `chosen` says what is the matter, or gives the password."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.known: tuple[str, ...] = ()
        """Names that anybody would try first, such as that of the organisation."""
        self.first = SecretField(
            _("Nieuw wachtwoord"), _("Een paar woorden achter elkaar onthoudt u het best.")
        )
        self.again = SecretField(_("Nog een keer hetzelfde"))
        self.meter = text_line("", "muted")
        self.words = QLabel()
        self.words.setProperty("role", "heading")
        self.words.setWordWrap(True)
        self.use = QPushButton(_("Deze woorden gebruiken"))
        self.other = QPushButton(_("Andere woorden"))
        self.other.setProperty("role", "link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.first)
        column.addWidget(self.meter)
        column.addWidget(self._proposal())
        column.addWidget(self.again)
        self.first.edit.textChanged.connect(self._weigh)
        self.first.edit.returnPressed.connect(self.again.edit.setFocus)
        self.again.edit.returnPressed.connect(self.entered)
        self.use.clicked.connect(self._use)
        self.other.clicked.connect(self.propose)
        self._weigh("")
        self.propose()

    def _proposal(self) -> QWidget:
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 8, 16, 8)
        inside.addWidget(text_line(_("Een voorstel, door het toeval gekozen:"), "muted"))
        inside.addWidget(self.words)
        row = FlowLayout()
        row.addWidget(self.use)
        row.addWidget(self.other)
        inside.addLayout(row)
        return card

    def know(self, names: tuple[str, ...]) -> None:
        """Count these names among what is easy to guess, from the next key on."""
        self.known = names

    def propose(self) -> None:
        """Show other words."""
        from huurdersapp.actions import wachtwoord

        self.words.setText(wachtwoord.voorstel())

    def _use(self) -> None:
        for field in (self.first, self.again):
            field.edit.setText(self.words.text())
        self.first.show_button.setChecked(True)
        self.again.edit.setFocus()

    def _weigh(self, text: str) -> None:
        from huurdersapp.actions import wachtwoord

        if not text:
            words, role = _("Hier leest u straks hoe sterk het is."), "muted"
        else:
            strength = wachtwoord.sterkte(text, self.known)
            words, role = strength.zin, "good" if strength.genoeg else "warning"
        self.first.tell("")
        self.meter.setText(words)
        self.meter.show()
        self.meter.setProperty("role", role)
        self.meter.style().unpolish(self.meter)
        self.meter.style().polish(self.meter)

    def chosen(self) -> str | None:
        """The password, or None: then it stands at the field what is the matter, and the focus is there."""
        from huurdersapp.actions import wachtwoord

        first = self.first.text()
        fault = ""
        if not first.strip():
            fault = _("Typ een wachtwoord, of kies het voorstel.")
        elif not (strength := wachtwoord.sterkte(first, self.known)).genoeg:
            fault = strength.zin
        differs = (
            "" if fault or first == self.again.text() else _("Dit is niet hetzelfde. Typ het nog een keer.")
        )
        self.first.tell(fault)
        self.meter.setHidden(bool(fault))  # it says the same
        self.again.tell(differs)
        if fault or differs:
            (self.first if fault else self.again).edit.setFocus()
            return None
        return first

    def empty(self) -> None:
        """Forget what was typed."""
        for field in (self.first, self.again):
            field.empty()
            field.tell("")
