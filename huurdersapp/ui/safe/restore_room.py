"""Putting a copy back: what would be missing, what happens, and then the work, away from the administration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import reservekopie, vooraf
from huurdersapp.actions.context import Context
from huurdersapp.actions.reservekopie import Copy, Restored
from huurdersapp.base.errors import UserError
from huurdersapp.base.formats import moment
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job
from huurdersapp.base.settings import AUTHOR, Settings
from huurdersapp.ui.desk import Desk, told
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.middle import text_line
from huurdersapp.ui.safe.secret_field import SecretField


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found out about a copy: the key that opens it, and in words what would be missing."""

    key: str
    words: tuple[str, ...]


def named(copy: Copy) -> str:
    """A copy as people know it."""
    return _("{moment}, {why}").format(moment=moment(copy.made_at.astimezone()), why=copy.words)


def looked_at(now: Context | Path, copy: Copy, key: str, secret: str) -> Seen | None:
    """Compare a copy with the administration; None where it has another password than the one that is known.

    Raises UserError for another password than that of its time, and for a copy that cannot be read.
    """
    try:
        opens = vooraf.key_to(copy.path, key, secret)
    except vooraf.Locked:
        return None
    difference = reservekopie.vergelijk(now, copy.path, opens)
    return Seen(opens, difference.words)


def putting_back(folder: Path, copy: Path, opens: str, key: str) -> Job[Restored]:
    """The work itself, on the closed folder."""
    author = Settings(folder).get(AUTHOR)
    return (yield from reservekopie.terugzetten(folder, copy, opens, present_key=key, author=author))


def put_back(desk: Desk, copy: Path, opens: str) -> None:
    """Put a copy back and come to the administration as it was then, with the way back."""

    before = []

    def work(folder: Path, key: str) -> Job[Restored]:
        before.append(key)
        return putting_back(folder, copy, opens, key)

    def done(new: Desk, result: Restored) -> None:
        words = " ".join((_("Teruggezet."), *result.words))
        if (kept := result.kept) is None:
            new.say(words)
        else:
            new.offer(words, _("Ongedaan maken"), lambda: put_back(new, kept, before[0]))

    desk.away(work, _("De reservekopie wordt teruggezet"), done)


class RestoreRoom(QWidget):
    """`wanted` carries the key that opens the copy when somebody presses [Terugzetten], `left` when they do not want it.

    What it shows is given to it (`show_seen`), as it is also used where nothing is open.
    """

    wanted = Signal(str)
    left = Signal()
    secret_given = Signal(str)

    def __init__(self, copy: Copy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(text_line(_("Reservekopie terugzetten"), "heading"))
        column.addWidget(text_line(_("De reservekopie is van {copy}.").format(copy=named(copy))))
        if not copy.verified:
            column.addWidget(text_line(_("Deze kopie is nog niet nagelezen. Dat gebeurt nu eerst."), "muted"))
        self.missing = text_line(_("Even kijken wat er dan ontbreekt…"), "warning")
        column.addWidget(self.missing)
        self.secret = SecretField(
            _("Wachtwoord van toen"),
            _("Deze kopie heeft een ander wachtwoord. De herstelcode van toen mag ook."),
        )
        self.secret.hide()
        self.secret.edit.returnPressed.connect(self._give)
        column.addWidget(self.secret)
        for words in (
            _("Uw administratie wordt weer zoals zij toen was."),
            _("Die van nu blijft 30 dagen bewaard. U kunt dus nog terug."),
            _("Deze laptop gaat verder onder een nieuw nummer."),
        ):
            column.addWidget(text_line(words))
        self.do = QPushButton(_("Terugzetten"))
        self.do.setProperty("role", "main")
        self.do.setEnabled(False)  # until it is known which key opens the copy, and what would be missing
        self.do.clicked.connect(self._press)
        self.cancel = QPushButton(_("Annuleren"))
        self.cancel.clicked.connect(self.left)
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.setContentsMargins(0, 8, 0, 0)
        row.addWidget(self.do)
        row.addWidget(self.cancel)
        column.addWidget(buttons)

    def begin_here(self) -> None:
        """The careful choice has the focus."""
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_seen(self, seen: Seen | None) -> None:
        """What was found out; None asks for the password of that time."""
        if seen is None:
            self.missing.hide()
            self.secret.show()
            self.do.setEnabled(True)
            self.secret.edit.setFocus()
            return
        self._key = seen.key
        self.do.setEnabled(True)
        self.secret.hide()
        self.secret.empty()
        self.missing.setText("\n".join(_sentences(seen.words)))
        self.missing.show()

    def refuse(self, fault: UserError) -> None:
        """The password of that time is another one, or the copy cannot be read."""
        if self.secret.isHidden():
            self.missing.setText(told(fault))
        else:
            self.secret.empty()
            self.secret.tell(told(fault))
            self.secret.edit.setFocus()

    def _give(self) -> None:
        if self.secret.text():
            self.secret.tell("")
            self.secret_given.emit(self.secret.text())

    def _press(self) -> None:
        if self._key:
            self.do.setEnabled(False)
            self.wanted.emit(self._key)
        elif not self.secret.isHidden():
            self._give()


def _sentences(words: Sequence[str]) -> Sequence[str]:
    return words or (_("Er ontbreekt dan niets."),)
