"""The papers of a raadpleging, seen at once as they will be printed: questionnaire, result for tenants, full report."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from huurdersapp.actions import raadpleging_papier, records
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.number_box import NumberBox
from huurdersapp.ui.place import Place
from huurdersapp.ui.preview.paper_page import label
from huurdersapp.ui.preview.record_papers import RecordPapersPage
from huurdersapp.ui.raadpleging.work import PAPERS

WHAT: dict[str, LazyText] = {
    "vragenlijst": lazy(
        "Om in te vullen op papier. Met nummers telt u straks of alle formulieren binnen zijn."
    ),
    "terugkoppeling": lazy("Voor wie u vroeg: wat zij antwoordden, en wat u daarmee doet."),
    "uitslag": lazy("Voor het bestuur en de verhuurder: hoe u vroeg, wie antwoordde en wat eruit kwam."),
}


class ConsultationPaperPage(RecordPapersPage):
    """The papers of a raadpleging; a questionnaire can be printed with numbers."""

    help = "raadplegingen"
    papers, first_paper, page = PAPERS, "vragenlijst", "raadpleging"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self.forms_title = label(_("Hoeveel formulieren met een nummer?"))
        self.forms = NumberBox()
        self.forms.setRange(0, raadpleging_papier.MOST_FORMS)
        self.forms.setSpecialValueText(_("Zonder nummer"))
        self.forms.setAccessibleName(self.forms_title.text())
        self.forms.setKeyboardTracking(False)
        self.forms_title.setBuddy(self.forms)
        self.forms.valueChanged.connect(lambda _count: self.desk.safely(self.refresh))
        self.choices.addWidget(self.forms_title)
        self.choices.addWidget(self.forms)
        self.put_goals(_("Raadpleging wijzigen"), _("Terug naar raadpleging"))
        self.preview.offer(_("Raadpleging wijzigen"), self.to_change)
        self.finish()

    def show_place(self, place: Place) -> None:
        if place.number is None:
            self.desk.go(Place("raadpleging"))
            return
        kind = self.paper_of(place)
        if (place.number, kind) != (self._number, self._kind):
            self.preview.clear()
        self._number, self._kind = place.number, kind
        super().show_place(place)
        self._tell()
        self.refresh()
        self.commands_changed.emit()
        self.start()

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
            subject=self.heading(),
        )


PAGE = ConsultationPaperPage
