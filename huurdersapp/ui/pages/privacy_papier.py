"""The papers about privacy, seen as they will be printed: register, statement, what was on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from huurdersapp.actions import finding
from huurdersapp.actions.papier import Paper
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.place import Place
from huurdersapp.ui.preview.paper_page import PaperPage, label
from huurdersapp.ui.privacy import papers
from huurdersapp.ui.privacy.going import BREACH, PROCESSING
from huurdersapp.ui.privacy.going import PAGE as PRIVACY

PAPERS: Mapping[str, LazyText] = {
    "register": lazy("Verwerkingsregister"),
    "verklaring": lazy("Privacyverklaring"),
    "stond-erop": lazy("Wat stond erop?"),
}
WHAT: Mapping[str, LazyText] = {
    "register": lazy("De lijst die de AVG vraagt: wat u van mensen bewaart, waarvoor en hoe lang."),
    "verklaring": lazy("Voor leden en huurders: wat u van hen bewaart, en wat zij kunnen vragen."),
    "stond-erop": lazy("Hoeveel gegevens van mensen er in de administratie staan. Zonder namen."),
}
OF_KIND = {"register": PROCESSING, "verklaring": PROCESSING, "stond-erop": BREACH}


class PrivacyPaperPage(PaperPage):
    """`Place.kind` says which paper, `Place.number` of which breach."""

    help = "privacy"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self._kind, self._number = "register", 0
        self.subject, self.what = label("", "heading"), label("", "muted")
        self.choices.addWidget(self.subject)
        self.choices.addWidget(self.what)
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
        if (kind, number) != (self._kind, self._number):
            self.preview.clear()
        self._kind, self._number = kind, number
        super().show_place(place)
        self._tell()
        self.refresh()
        self.commands_changed.emit()
        self.start()

    def _tell(self) -> None:
        kind = self._kind
        self.subject.setText(self._name())
        self.subject.setVisible(bool(self._number))
        self.what.setText(str(WHAT[kind]))
        for key, button in self.others.items():
            button.setVisible(kind in self.others and key != kind)

    def _name(self) -> str:
        if not self._number:
            return ""
        return finding.called(self.desk.ctx, BREACH, [self._number]).get(self._number, "")

    def changed(self, changes: Changes) -> None:
        """The records may say something else now."""
        self.refresh()

    # -- going -----------------------------------------------------------------------------------------------------

    def to_record(self) -> None:
        """Back to what the paper is about."""
        self.desk.go(Place(PRIVACY, self._number or None, kind=OF_KIND[self._kind]))

    def _go(self, kind: str) -> None:
        self.desk.go(Place(self.key, kind=kind))

    # -- the paper -------------------------------------------------------------------------------------------------

    def file_name(self, paper: Paper) -> str:
        """Privacyverklaring; never a name of a person."""
        return str(PAPERS[self._kind])

    def refresh(self) -> None:
        """Have the pages made."""
        ctx, kind, number = self.desk.ctx, self._kind, self._number

        def make(wanted: Callable[[], bool]) -> Job[Paper]:
            return papers.make(ctx, kind, number or None, wanted=wanted)

        self.preview.show_paper(make, subject=str(PAPERS[kind]))


PAGE = PrivacyPaperPage
