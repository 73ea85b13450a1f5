"""Closing a project: what is erased and what stays, and the question in its own words; the same for our own peiling."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import records, renovatie_sluiten
from huurdersapp.actions.renovatie_sluiten import Left
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.frame.message_bar import announce
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.renovatie.going import PROJECT


class Question(QFrame):
    """A card in the place of the detail: a title, what to know, and two buttons. `done` or `left` when one was pressed."""

    done = Signal()
    left = Signal()

    def __init__(self, desk: Desk, title: str, words: str) -> None:
        super().__init__()
        self.desk = desk
        self._said: list[str] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.text = QFrame()
        self.text.setProperty("role", "card")
        self.text.setAccessibleName(title)
        self.text.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lines = QVBoxLayout(self.text)
        self._lines.setContentsMargins(16, 12, 16, 12)
        self._lines.setSpacing(8)
        self._lines.addWidget(label(title, "heading"))
        self.column.addWidget(self.text)
        self.fault = label("", "fault")
        self.fault.hide()
        self.yes, self.no = QPushButton(words), QPushButton(_("Annuleren"))
        self.yes.setProperty("role", "main")
        self.yes.clicked.connect(lambda _on=False: desk.safely(self.do))
        self.no.clicked.connect(lambda _on=False: self.left.emit())

    def say(self, texts: Sequence[str], role: str = "") -> None:
        """Lines of the card."""
        for text in texts:
            self._lines.addWidget(label(text, role))
            self._said.append(text)

    def finish(self) -> None:
        """Put the buttons at the end."""
        self.text.setAccessibleDescription(" ".join(self._said))
        self.column.addWidget(self.fault)
        holder = QWidget()
        row = FlowLayout(holder)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        self.column.addWidget(holder)

    def tell_fault(self, text: str) -> None:
        """What is to be done first."""
        self.fault.setText(text)
        self.fault.show()
        announce(self, text, urgent=True)

    def begin(self) -> None:
        """The focus to what there is to know: it begins at its top and is read aloud, and a key does no harm there."""
        self.text.setFocus()

    def do(self) -> None:
        """What the first button does."""
        raise NotImplementedError


class ClosingCard(Question):
    """Closes a project. Where there is a reason to wait, a tick is asked first."""

    def __init__(self, desk: Desk, number: int) -> None:
        with desk.ctx.store.reading() as db:
            self.going: Left = renovatie_sluiten.left(db, number)
        super().__init__(
            desk, _("{title} afsluiten").format(title=self.going.title), _("Afsluiten en wissen")
        )
        if not self.going.anything:
            self.yes.setText(_("Afsluiten"))
        self.say((_("Afsluiten doet u als alles klaar is. Wat over mensen gaat, wordt dan gewist."),))
        if lines := self.going.lines():
            self.say((_("Dit wordt gewist:"),), "label")
            self.say(
                [_("{label}: {count}").format(label=what, count=written(count)) for what, count in lines]
            )
        else:
            self.say((_("Er staat niets over mensen in dit project. Er wordt niets gewist."),))
        self.say((_("Dit blijft:"),), "label")
        self.say(self.going.notes())
        self.sure: QCheckBox | None = None
        if reasons := self.going.asked():
            self.say((_("Let op:"),), "label")
            self.say(reasons, "warning")
            self.sure = QCheckBox(_("Ik weet dit en wil toch afsluiten"))
            self.column.addWidget(self.sure)
        self.finish()

    def do(self) -> None:
        """Close it; needs the tick where there is one."""
        if self.sure is not None and not self.sure.isChecked():
            self.tell_fault(_("Zet eerst het vinkje. Of kies Annuleren en wacht nog even."))
            self.sure.setFocus()
            return
        closed = renovatie_sluiten.close(self.desk.ctx, self.going.number, sure=self.sure is not None)
        self.done.emit()
        self.desk.say(" ".join(closed.sentences))


class PeilingCard(Question):
    """Stops our own peiling; what was noted is erased with it."""

    def __init__(self, desk: Desk, number: int) -> None:
        self._number = number
        with desk.ctx.store.reading() as db:
            self.count = renovatie_sluiten.soundings(db, number)
        super().__init__(desk, _("Peiling stoppen"), _("Stoppen en wissen") if self.count else _("Stoppen"))
        if self.count:
            text = ngettext(
                "Bij {count} woning staat een peiling. Die wordt gewist, ook uit de geschiedenis.",
                "Bij {count} woningen staat een peiling. Die wordt gewist, ook uit de geschiedenis.",
                self.count,
            )
            self.say((text.format(count=written(self.count)), _("Dat kan niet ongedaan worden gemaakt.")))
        else:
            self.say((_("Er staat nog geen peiling bij een woning."),))
        self.say((_("De antwoorden op het voorstel blijven."),))
        self.finish()

    def do(self) -> None:
        """Erase what was noted, then switch it off."""
        ctx = self.desk.ctx
        if self.count:
            renovatie_sluiten.forget_soundings(ctx, self._number)
        records.change(ctx, ctx.spec(PROJECT), self._number, {"peiling_aan": False})
        self.done.emit()
        text = _("De peiling is gestopt.")
        self.desk.say(_("De peiling is gestopt en gewist.") if self.count else text, undo=not self.count)
