"""What the screens share that show the papers of a record one at a time, such as agenda and verslag of an overleg."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtWidgets import QPushButton, QWidget

from huurdersapp.actions.papier import Paper
from huurdersapp.base.i18n import LazyText
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.place import Place
from huurdersapp.ui.preview.paper_page import PaperPage, label


class RecordPapersPage(PaperPage):
    """`Place.kind` says which paper, as in `papers`; `Place.number` of which record.

    A subclass puts its own choices under `subject` and `what`, calls `put_goals` for the ways to the other papers and to the
    record, and then `finish`.
    """

    papers: ClassVar[Mapping[str, str | LazyText]]
    """What each paper is called."""
    first_paper: ClassVar[str]
    """The paper that is shown where nobody asked for another."""
    page: ClassVar[str]
    """The screen of the records, and their kind."""

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self._number: int | None = None
        self._kind, self._name = type(self).first_paper, ""
        self.subject, self.what = label("", "heading"), label("", "muted")
        self.choices.addWidget(self.subject)
        self.choices.addWidget(self.what)

    def put_goals(self, change: str, back: str) -> None:
        """The buttons to the other papers, to the form of the record (`change`) and `back` to it."""
        self.others = {key: QPushButton(str(words)) for key, words in self.papers.items()}
        for key, button in self.others.items():
            button.clicked.connect(lambda _on=False, key=key: self._go(key))
        self.change, self.back = QPushButton(change), QPushButton(back)
        self.change.clicked.connect(self.to_change)
        self.back.clicked.connect(self.to_record)
        for button in (*self.others.values(), self.change, self.back):
            self.choices.addWidget(button)

    def title(self) -> str:
        return str(self.papers[self._kind])

    def place(self) -> Place:
        return Place(self.key, self._number, kind=self._kind)

    def paper_of(self, place: Place) -> str:
        """The paper that a place asks for."""
        return place.kind if place.kind is not None and place.kind in self.papers else self.first_paper

    def heading(self) -> str:
        """What the pages are called: Agenda: BO 12-02-2019."""
        return _("{paper}: {name}").format(paper=self.papers[self._kind], name=self._name)

    def file_name(self, paper: Paper) -> str:
        """Agenda BO 12-02-2019"""
        return _("{paper} {name}").format(paper=self.papers[self._kind], name=self._name)

    def to_change(self) -> None:
        """To the form of the record."""
        self.desk.go(Place(self.page, self._number, doing="wijzigen"))

    def to_record(self) -> None:
        """Back to the record."""
        self.desk.go(Place(self.page, self._number))

    def _go(self, kind: str) -> None:
        self.desk.go(Place(self.key, self._number, kind=kind))
