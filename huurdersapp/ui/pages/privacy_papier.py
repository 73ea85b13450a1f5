"""The papers about privacy, seen as they will be printed: register, statement, what was on it, overview, certificate."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QCheckBox, QFileDialog, QPushButton, QWidget

from huurdersapp.actions import finding
from huurdersapp.actions.papier import Paper
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.place import Place
from huurdersapp.ui.preview.paper_page import PaperPage, label, tidy_name
from huurdersapp.ui.privacy import papers
from huurdersapp.ui.privacy.chosen import choices_of
from huurdersapp.ui.privacy.going import BREACH, PERSON, PROCESSING, REQUEST
from huurdersapp.ui.privacy.going import PAGE as PRIVACY
from huurdersapp.ui.privacy.papers import Asked

PAPERS: Mapping[str, LazyText] = {
    "register": lazy("Verwerkingsregister"),
    "verklaring": lazy("Privacyverklaring"),
    "stond-erop": lazy("Wat stond erop?"),
    "inzage": lazy("Overzicht van gegevens"),
    "bewijs": lazy("Bewijs van wissen"),
}
WHAT: Mapping[str, LazyText] = {
    "register": lazy("De lijst die de AVG vraagt: wat u van mensen bewaart, waarvoor en hoe lang."),
    "verklaring": lazy("Voor leden en huurders: wat u van hen bewaart, en wat zij kunnen vragen."),
    "stond-erop": lazy("Hoeveel gegevens van mensen er in de administratie staan. Zonder namen."),
    "inzage": lazy("Voor de persoon zelf. Lees het goed na: staat er niets over anderen in?"),
    "bewijs": lazy("Voor de persoon zelf: wat er is gewist, en wat blijft met de reden."),
}
OF_REQUEST = ("inzage", "bewijs")
OF_KIND = {"register": PROCESSING, "verklaring": PROCESSING, "stond-erop": BREACH}


class PrivacyPaperPage(PaperPage):
    """`Place.kind` says which paper, `Place.number` of which request or breach."""

    help = "privacy"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self._kind, self._number = "register", 0
        self.subject, self.what = label("", "heading"), label("", "muted")
        self.choices.addWidget(self.subject)
        self.choices.addWidget(self.what)
        self.named = QCheckBox(_("Met de naam van de persoon"))
        self.named.setChecked(True)
        self.named.toggled.connect(lambda _on: desk.safely(self.refresh))
        self.choices.addWidget(self.named)
        self.as_json = self._button(_("Opslaan als bestand voor computers…"), self.choose_json)
        self.answer = self._button(_("Antwoord vastleggen"), self.to_answer)
        self.others = {
            key: self._button(str(PAPERS[key]), partial(self._go, key)) for key in ("register", "verklaring")
        }
        self.back = self._button(_("Terug"), self.to_record)
        self.finish()

    def _button(self, words: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(lambda _on=False: self.desk.safely(do))
        self.choices.addWidget(button)
        return button

    # -- what the frame asks ---------------------------------------------------------------------------------------

    def title(self) -> str:
        return str(PAPERS[self._kind])

    def place(self) -> Place:
        return Place(self.key, self._number or None, kind=self._kind)

    def show_place(self, place: Place) -> None:
        kind = place.kind if place.kind in PAPERS else "register"
        number = place.number or 0
        assert kind is not None
        if kind in OF_REQUEST and not self._is_chosen(kind, number):
            # What was chosen is kept in memory alone: after a new start there is nothing to show.
            other = Place(PERSON, number) if number else Place(PRIVACY, kind=REQUEST)
            QTimer.singleShot(0, self, lambda: self.desk.go(other))
            return
        if (kind, number) != (self._kind, self._number):
            self.preview.clear()
        self._kind, self._number = kind, number
        super().show_place(place)
        self._tell()
        self.refresh()
        self.commands_changed.emit()
        self.start()

    def _is_chosen(self, kind: str, number: int) -> bool:
        if not number:
            return False
        return kind == "bewijs" or choices_of(self.desk).of(number).found is not None

    def _tell(self) -> None:
        kind = self._kind
        self.subject.setText(self._name())
        self.subject.setVisible(bool(self._number))
        self.what.setText(str(WHAT[kind]))
        self.named.setVisible(kind == "bewijs")
        self.as_json.setVisible(kind == "inzage")
        self.answer.setVisible(kind in OF_REQUEST)
        for key, button in self.others.items():
            button.setVisible(kind in self.others and key != kind)

    def _name(self) -> str:
        kind = REQUEST if self._kind in OF_REQUEST else BREACH
        if not self._number:
            return ""
        return finding.called(self.desk.ctx, kind, [self._number]).get(self._number, "")

    def changed(self, changes: Changes) -> None:
        """The records may say something else now; an overview is made anew when somebody looked again."""
        if self._kind not in OF_REQUEST:
            self.refresh()

    # -- going -----------------------------------------------------------------------------------------------------

    def to_record(self) -> None:
        """Back to what the paper is about."""
        if self._kind == "inzage":
            self.desk.go(Place(PERSON, self._number))
        elif self._kind == "bewijs":
            self.to_answer()
        else:
            self.desk.go(Place(PRIVACY, self._number or None, kind=OF_KIND[self._kind]))

    def _go(self, kind: str) -> None:
        self.desk.go(Place(self.key, kind=kind))

    def to_answer(self) -> None:
        """To the request, where the answer is put down."""
        self.desk.go(Place(PRIVACY, self._number, kind=REQUEST))

    # -- the paper -------------------------------------------------------------------------------------------------

    def file_name(self, paper: Paper) -> str:
        """Privacyverklaring; never a name of a person."""
        return str(PAPERS[self._kind])

    def refresh(self) -> None:
        """Have the pages made."""
        ctx, asked = self.desk.ctx, self._asked()

        def make(wanted: Callable[[], bool]) -> Job[Paper]:
            return papers.make(ctx, asked, wanted=wanted)

        self.preview.show_paper(make, subject=str(PAPERS[self._kind]))

    def _asked(self) -> Asked:
        choice = choices_of(self.desk).of(self._number) if self._kind == "inzage" else None
        return Asked(self._kind, self._number or None, choice, self.named.isChecked())

    def save(self, paper: Paper, path: Path) -> None:
        """Write the paper; with a request is put down what was given, and the mark of a certificate."""
        if self._kind not in OF_REQUEST:
            super().save(paper, path)
            return
        self.saved.say("")
        title = _("{name} opslaan").format(name=path.name)
        self.desk.run(papers.write(self.desk.ctx, self._asked(), path), title, self._saved)

    def choose_json(self) -> QFileDialog:
        """Ask where the same data go in a form that computers read."""
        target = self._folder() / f"{tidy_name(str(PAPERS[self._kind]))}.json"
        dialog = QFileDialog(self, _("Opslaan als bestand"), str(target), _("JSON-bestand (*.json)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(target.name)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, _("Opslaan"))
        dialog.fileSelected.connect(lambda name: self.desk.safely(lambda: self.save_json(Path(name))))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def save_json(self, path: Path) -> None:
        """Write what is in the overview in a form that computers read."""
        title = _("{name} opslaan").format(name=path.name)
        self.desk.run(papers.write(self.desk.ctx, self._asked(), path), title, self._saved)


PAGE = PrivacyPaperPage
