"""The lock screen: the only way in to an administration with a password. It names nothing of what lies behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.frame.message_bar import announce
from huurdersapp.ui.look import Look
from huurdersapp.ui.middle import Middle, text_line
from huurdersapp.ui.safe.secret_field import SecretField


class LockPage(QWidget):
    """`given` carries the password or the recovery code, `close_wanted` when somebody wants to stop."""

    given = Signal(str)
    close_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._forgotten = False
        self._left = 0
        self._middle = middle = Middle(look)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(middle)
        self._title, self._words = text_line("", "title"), text_line("")
        self.password = SecretField(_("Wachtwoord"))
        self.code = SecretField(
            _("Herstelcode"), _("Acht groepjes van letters en cijfers. Streepjes mag u weglaten."), code=True
        )
        self.wait = text_line("", "warning")
        self.wait.hide()
        self.other = QPushButton()
        self.other.setProperty("role", "link")
        self.other.clicked.connect(self._turn)
        column = middle.column
        for widget in (self._title, self._words, self.password, self.code, self.wait):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        middle.add_below(self._buttons())
        for field in (self.password, self.code):
            field.edit.returnPressed.connect(self._give)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self._show_way()

    def _buttons(self) -> QWidget:
        self.open_button = QPushButton(_("Openen"))
        self.open_button.setProperty("role", "main")
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(self._give)
        self.close_button = QPushButton(_("Afsluiten"))
        self.close_button.clicked.connect(self.close_wanted)
        whole = QWidget()
        row = FlowLayout(whole)
        row.setContentsMargins(0, 8, 0, 16)
        row.addWidget(self.open_button)
        row.addWidget(self.close_button)
        return whole

    @property
    def field(self) -> SecretField:
        """Where somebody types now."""
        return self.code if self._forgotten else self.password

    def begin_here(self) -> None:
        """Put the focus where somebody types."""
        self.field.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self) -> None:
        self._forgotten = not self._forgotten
        self._show_way()
        self.begin_here()

    def _show_way(self) -> None:
        if self._forgotten:
            title, words = (
                _("Wachtwoord vergeten"),
                _(
                    "Neem het blad met de herstelcode erbij. Daarna kiest u een nieuw wachtwoord."
                    " Zonder wachtwoord en zonder herstelcode kan niemand de administratie openen."
                ),
            )
        else:
            title, words = _("De administratie is op slot"), _("Typ uw wachtwoord. Dan gaat zij open.")
        self._title.setText(title)
        self._words.setText(words)
        self.password.setVisible(not self._forgotten)
        self.code.setVisible(self._forgotten)
        self.other.setText(_("Terug naar het wachtwoord") if self._forgotten else _("Wachtwoord vergeten?"))
        for field in (self.password, self.code):
            field.empty()
            field.tell("")

    def _give(self) -> None:
        if not self.open_button.isEnabled():
            return
        if not self.field.text():
            empty = _("Typ de herstelcode.") if self._forgotten else _("Typ uw wachtwoord.")
            self.field.tell(empty)
            self.begin_here()
            return
        self.field.tell("")
        self._busy(True)
        self.given.emit(self.field.text())

    def _busy(self, busy: bool) -> None:
        self.open_button.setEnabled(not busy)
        for field in (self.password, self.code):
            field.edit.setReadOnly(busy)

    def refuse(self, fault: UserError, wait: int) -> None:
        """It is not the right one: say so, and count down the seconds before the next try counts."""
        self._busy(False)
        self.field.empty()
        self.field.tell(fault.text if wait else fault.told())
        announce(self, fault.told(), urgent=True)
        self._left = wait
        self.open_button.setEnabled(not wait)
        self._tell_wait()
        if wait:
            self._timer.start()
        self.begin_here()

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._timer.stop()
            self.open_button.setEnabled(True)
        self._tell_wait()

    def _tell_wait(self) -> None:
        words = ngettext(
            "Wacht nog {count} seconde. Dan kunt u het opnieuw proberen.",
            "Wacht nog {count} seconden. Dan kunt u het opnieuw proberen.",
            self._left,
        )
        self.wait.setText(words.format(count=self._left))
        self.wait.setVisible(self._left > 0)


class NewPasswordPage(QWidget):
    """After the recovery code: a new password must be chosen. `chosen` carries it."""

    chosen = Signal(str)
    close_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from huurdersapp.ui.safe.new_secret import NewSecret

        middle = Middle(look)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(middle)
        column = middle.column
        column.addWidget(text_line(_("Kies een nieuw wachtwoord"), "title"))
        column.addWidget(
            text_line(
                _("De herstelcode klopt. Het oude wachtwoord vervalt. De code op uw blad blijft werken.")
            )
        )
        self.form = NewSecret()
        self.form.entered.connect(self._choose)
        column.addWidget(self.form)
        column.addStretch(1)
        self.save = QPushButton(_("Wachtwoord opslaan"))
        self.save.setProperty("role", "main")
        self.save.setDefault(True)
        self.save.clicked.connect(self._choose)
        self.stop = QPushButton(_("Afsluiten"))
        self.stop.clicked.connect(self.close_wanted)
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.setContentsMargins(0, 8, 0, 16)
        row.addWidget(self.save)
        row.addWidget(self.stop)
        middle.add_below(buttons)

    def begin_here(self) -> None:
        """Put the focus where somebody types."""
        self.form.first.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, fault: UserError) -> None:
        """It was not kept."""
        self.save.setEnabled(True)
        self.form.first.tell(fault.told())
        announce(self, fault.told(), urgent=True)
        self.begin_here()

    def _choose(self) -> None:
        if self.save.isEnabled() and (secret := self.form.chosen()) is not None:
            self.save.setEnabled(False)
            self.chosen.emit(secret)
