"""The papers of a raadpleging, seen at once as they will be printed: questionnaire, result for tenants, full report."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from huurdersapp.actions import raadpleging_papier, records
from huurdersapp.actions.papier import Paper
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.number_box import NumberBox
from huurdersapp.ui.place import Place
from huurdersapp.ui.preview.paper_page import PaperPage, label
from huurdersapp.ui.raadpleging.work import PAPERS

WHAT: dict[str, LazyText] = {
    "vragenlijst": lazy(
        "Om in te vullen op papier. Met nummers telt u straks of alle formulieren binnen zijn."
    ),
    "terugkoppeling": lazy("Voor wie u vroeg: wat zij antwoordden, en wat u daarmee doet."),
    "uitslag": lazy("Voor het bestuur en de verhuurder: hoe u vroeg, wie antwoordde en wat eruit kwam."),
}


class ConsultationPaperPage(PaperPage):
    """One paper of one raadpleging: `Place.kind` says which, as in `PAPERS`."""

    help = "raadplegingen"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self._number: int | None = None
        self._kind, self._name = "vragenlijst", ""
        self.subject, self.what = label("", "heading"), label("", "muted")
        self.forms_title = label(_("Hoeveel formulieren met een nummer?"))
        self.forms = NumberBox()
        self.forms.setRange(0, raadpleging_papier.MOST_FORMS)
        self.forms.setSpecialValueText(_("Zonder nummer"))
        self.forms.setAccessibleName(self.forms_title.text())
        self.forms.setKeyboardTracking(False)
        self.forms_title.setBuddy(self.forms)
        self.forms.valueChanged.connect(lambda _count: self.desk.safely(self.refresh))
        self.others = {key: QPushButton(str(words)) for key, words in PAPERS.items()}
        self.change, self.back = (
            QPushButton(_("Raadpleging wijzigen")),
            QPushButton(_("Terug naar raadpleging")),
        )
        self.change.clicked.connect(self.to_change)
        self.back.clicked.connect(self.to_record)
        self.preview.offer(_("Raadpleging wijzigen"), self.to_change)
        for widget in (self.subject, self.what, self.forms_title, self.forms):
            self.choices.addWidget(widget)
        for key, button in self.others.items():
            button.clicked.connect(lambda _on=False, key=key: self._go(key))
            self.choices.addWidget(button)
        self.choices.addWidget(self.change)
        self.choices.addWidget(self.back)
        self.finish()

    def title(self) -> str:
        return str(PAPERS[self._kind])

    def place(self) -> Place:
        return Place(self.key, self._number, kind=self._kind)

    def show_place(self, place: Place) -> None:
        if place.number is None:
            self.desk.go(Place("raadpleging"))
            return
        kind = place.kind if place.kind is not None and place.kind in PAPERS else "vragenlijst"
        if (place.number, kind) != (self._number, self._kind):
            self.preview.clear()
        self._number, self._kind = place.number, kind
        super().show_place(place)
        self._tell()
        self.refresh()
        self.commands_changed.emit()
        (self.fold if self.aside.isHidden() else self.as_pdf).setFocus()

    def _tell(self) -> None:
        assert self._number is not None
        record = records.show(self.desk.ctx, self.desk.ctx.spec("raadpleging"), self._number)
        self._name = record["titel"]
        self.subject.setText(self._name)
        self.what.setText(str(WHAT[self._kind]))
        for widget in (self.forms_title, self.forms):
            widget.setVisible(self._kind == "vragenlijst")
        for key, button in self.others.items():
            button.setVisible(key != self._kind)

    def changed(self, changes: Changes) -> None:
        """The raadpleging may say something else now."""
        if self._number is not None:
            self.desk.safely(self._tell)
            self.refresh()

    def refresh(self) -> None:
        """Have the pages made anew."""
        ctx, kind, number = self.desk.ctx, self._kind, self._number
        if number is None:
            return
        forms = self.forms.value() if kind == "vragenlijst" else 0
        self.preview.show_paper(
            lambda wanted: raadpleging_papier.preview(ctx, kind, number, forms=forms, wanted=wanted),
            subject=_("{paper}: {name}").format(paper=PAPERS[kind], name=self._name),
        )

    def file_name(self, paper: Paper) -> str:
        """Vragenlijst Servicekosten"""
        return _("{paper} {name}").format(paper=PAPERS[self._kind], name=self._name)

    def to_change(self) -> None:
        """To the form of the raadpleging."""
        self.desk.go(Place("raadpleging", self._number, doing="wijzigen"))

    def to_record(self) -> None:
        """Back to the raadpleging."""
        self.desk.go(Place("raadpleging", self._number))

    def _go(self, kind: str) -> None:
        self.desk.go(Place(self.key, self._number, kind=kind))


PAGE = ConsultationPaperPage
