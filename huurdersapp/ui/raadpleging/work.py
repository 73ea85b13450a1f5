"""What can be done with a raadpleging: count what came in, make its papers, and let an advies or a report stand on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import concepten, raadpleging, raadpleging_tellen, vandaag
from huurdersapp.actions.concepten import Concept
from huurdersapp.actions.context import Context
from huurdersapp.base import period
from huurdersapp.base.i18n import LazyText, lazy, ngettext
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.choice import Combo
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.step_concept import STEP
from huurdersapp.ui.icons import icon
from huurdersapp.ui.place import Place

PAPERS: Mapping[str, LazyText] = {
    "vragenlijst": lazy("Vragenlijst"),
    "terugkoppeling": lazy("Terugkoppeling aan huurders"),
    "uitslag": lazy("Uitslag als verslag"),
}
"""The papers of a raadpleging, by the name that a place and the command line have for them."""


def counting(ctx: Context, number: int, step: str = raadpleging_tellen.STEP) -> Concept | None:
    """The counting of this raadpleging that was begun and not saved."""
    found = (each for each in concepten.every(ctx) if (each.soort, each.nummer) == ("raadpleging", number))
    return next((each for each in found if each.gegevens.get(STEP) == step), None)


class WorkPanel(QFrame):
    """Buttons to the counting and the papers, and the choice of an advies."""

    def __init__(self, desk: Desk, record: Mapping[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.number = desk, int(record["nummer"])
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        holder = QWidget()
        row = FlowLayout(holder)
        self.count = self._button(row, "", "tellen", lambda: self._go("tellen"))
        self.type = self._button(row, _("Aantallen intypen…"), "wijzigen", lambda: self._go("aantallen"))
        for each in (self.count, self.type):
            each.setVisible(bool(record["vragen"]))
        self.papers = {
            key: self._button(row, str(words), "afdrukken", self._paper(key)) for key, words in PAPERS.items()
        }
        self.papers["vragenlijst"].setVisible(bool(record["vragen"]))
        self.advies = self._button(row, _("Zet uitslag in advies…"), "advies", self.choose_advies)
        self.verslag = self._button(row, _("Zet uitslag in verslag…"), "verslag", self._to_report)
        self._counts_on = record["sluit_op"] or record["start_op"]
        self._column.addWidget(holder)
        self.choice: AdviesChoice | None = None
        self._tell()
        desk.changed.connect(self._changed)

    def _button(self, row: FlowLayout, words: str, picture: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setIcon(icon(picture, self.desk.look))
        button.setIconSize(QSize(self.desk.look.px(16), self.desk.look.px(16)))
        button.clicked.connect(lambda _on=False: self.desk.safely(do))
        row.addWidget(button)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell()

    def _changed(self, _changes: object) -> None:
        # While somebody counts, every second is kept; nobody sees this panel then.
        if self.isVisible():
            self._tell()

    def _tell(self) -> None:
        """A counting that was begun goes on."""
        kept = counting(self.desk.ctx, self.number)
        if kept is None:
            self.count.setText(_("Formulieren tellen…"))
            return
        forms = raadpleging_tellen.restored(kept.gegevens)[0].forms
        words = ngettext("Verder tellen ({count} formulier)", "Verder tellen ({count} formulieren)", forms)
        self.count.setText(words.format(count=forms))

    def _go(self, page: str) -> None:
        self.desk.go(Place(page, self.number))

    def _to_report(self) -> None:
        """To the report of the period in which it counts: there its outcome stands, and one writes what it means."""
        day = date.fromisoformat(self._counts_on) if self._counts_on else vandaag.day_of(self.desk.ctx)
        span = period.trimester(day.year, (day.month - 1) // 4 + 1)
        values = {"soort": "trimester", "periode": span.code(), "deel": "raadplegingen"}
        self.desk.go(Place("verslag", doing="wijzigen", values=values))

    def _paper(self, key: str) -> Callable[[], None]:
        return lambda: self.desk.go(Place("raadpleging_papier", self.number, kind=key))

    def choose_advies(self) -> None:
        """Open the choice of an advies, with the focus in it."""
        if self.choice is not None:
            self.choice.hide()
            self.choice.deleteLater()
        self.choice = AdviesChoice(self.desk, self.number, self)
        self.choice.left.connect(self._left)
        self._column.addWidget(self.choice)
        self.choice.show()
        self.choice.begin()

    def _left(self) -> None:
        if self.choice is not None:
            self.choice.hide()
        self.advies.setFocus()


class AdviesChoice(QFrame):
    """Which advies stands on this raadpleging; `left` when somebody chose none."""

    left = Signal()

    def __init__(self, desk: Desk, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.number = desk, number
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        self.box: QComboBox = Combo()
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(16)
        for advies, subject in raadpleging.open_adviezen(desk.ctx, number):
            words = _("{number}: {subject}").format(number=advies, subject=subject)
            self.box.addItem(words, advies)
        some = self.box.count() > 0
        text = QLabel(
            _("In welk advies komt deze uitslag?")
            if some
            else _("Er is geen open advies waar deze raadpleging nog niet in staat.")
        )
        text.setWordWrap(True)
        text.setProperty("role", "label")
        text.setBuddy(self.box)
        self.box.setAccessibleName(text.text())
        self.box.setVisible(some)
        self.put = QPushButton(_("Zet in dit advies") if some else _("Nieuw advies"))
        self.put.setProperty("role", "main")
        self.put.clicked.connect(lambda: desk.safely(self._put if some else self._new))
        cancel = QPushButton(_("Annuleren"))
        cancel.clicked.connect(lambda: self.left.emit())
        holder = QWidget()
        row = FlowLayout(holder)
        row.addWidget(self.put)
        row.addWidget(cancel)
        for widget in (text, self.box, holder):
            column.addWidget(widget)

    def begin(self) -> None:
        """The focus to the choice."""
        (self.box if self.box.count() else self.put).setFocus()

    def _put(self) -> None:
        subject = raadpleging.put_in_advies(self.desk.ctx, self.number, self.box.currentData())
        self.desk.say(
            _("Deze uitslag staat nu in het advies over {subject}.").format(subject=subject), undo=True
        )
        self.left.emit()

    def _new(self) -> None:
        self.desk.go(Place("advies", doing="nieuw", values={"raadplegingen": [self.number]}))
