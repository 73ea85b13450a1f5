"""The papers about overviews, seen at once as they will be printed: overview, prestatieafspraken, input, visie."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from huurdersapp.actions import finding, lists, overzicht_papier, overzichten_jaar
from huurdersapp.actions.names import Names
from huurdersapp.actions.overzicht_papier import Choices
from huurdersapp.actions.papier import Paper
from huurdersapp.actions.records import find
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.choice import Combo
from huurdersapp.ui.pages.registry import page_of
from huurdersapp.ui.place import Place
from huurdersapp.ui.preview.paper_page import PaperPage, label

PAPERS: dict[str, LazyText] = {
    "activiteitenoverzicht": lazy("Activiteitenoverzicht"),
    "prestatieafspraken": lazy("Prestatieafspraken"),
    "inbreng": lazy("Inbreng voor het BO"),
    "visie": lazy("Wijk- of dorpsvisie"),
}
WHAT: dict[str, LazyText] = {
    "activiteitenoverzicht": lazy("Wat is gepland, met ernaast wat is gehaald."),
    "prestatieafspraken": lazy("Wat er per partij is afgesproken, met een doorkijk naar de jaren daarna."),
    "inbreng": lazy("Per partij uw vragen, wensen, bezwaren en steun, met waar het op steunt."),
    "visie": lazy("Wie meededen en wat uw deel was. Kleine aantallen bewoners worden niet getoond."),
}
_KIND_OF = {
    "activiteitenoverzicht": "activiteitenoverzicht",
    "prestatieafspraken": "akkoord",
    "visie": "visie",
}


class OverviewPaperPage(PaperPage):
    """`Place.kind` says which paper, `Place.number` of what (input: the overleg, none for all that is gathered)."""

    help = "prestatieafspraken"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self._kind, self._number, self._name = "prestatieafspraken", 0, ""
        self._jaar: int | None = None
        self.subject, self.what = label("", "heading"), label("", "muted")
        self.year_title, self.year = label(_("Jaar")), Combo()
        self.meeting_title, self.meeting = label(_("Voor welk overleg?")), Combo()
        for title, combo in ((self.year_title, self.year), (self.meeting_title, self.meeting)):
            title.setBuddy(combo)
            combo.setAccessibleName(title.text())
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(16)
        self.year.activated.connect(lambda _at: desk.safely(self._other_year))
        self.meeting.activated.connect(lambda _at: desk.safely(self._other_meeting))
        self.open_only = QCheckBox(_("Alleen wat nog niet beantwoord is"))
        self.open_only.toggled.connect(lambda _on: desk.safely(self.refresh))
        self.back = QPushButton(_("Terug"))
        self.back.clicked.connect(self.to_record)
        for widget in (
            self.subject,
            self.what,
            self.year_title,
            self.year,
            self.meeting_title,
            self.meeting,
            self.open_only,
            self.back,
        ):
            self.choices.addWidget(widget)
        self.finish()

    # -- what the frame asks ---------------------------------------------------------------------------------------

    def title(self) -> str:
        return str(PAPERS[self._kind])

    def place(self) -> Place:
        values = {"jaar": self._jaar} if self._jaar else {}
        return Place(self.key, self._number or None, kind=self._kind, values=values)

    def show_place(self, place: Place) -> None:
        kind = place.kind if place.kind is not None and place.kind in PAPERS else "prestatieafspraken"
        number = place.number or 0
        if not number and kind in ("activiteitenoverzicht", "visie"):
            self.desk.go(Place(page_of(kind)))
            return
        if not number and kind == "prestatieafspraken":
            number = overzichten_jaar.only_akkoord(self.desk.ctx)
        if (kind, number) != (self._kind, self._number):
            self.preview.clear()
        self._kind, self._number = kind, number
        wanted = place.values.get("jaar")
        self._jaar = wanted if isinstance(wanted, int) else None
        super().show_place(place)
        self._tell()
        self.refresh()
        self.commands_changed.emit()
        self.start()

    def _tell(self) -> None:
        ctx, kind = self.desk.ctx, self._kind
        if kind == "prestatieafspraken":
            self._jaar = self._jaar or overzichten_jaar.first_year(ctx, self._number)
            years = overzichten_jaar.board(ctx, self._number, self._jaar).years
            self.year.clear()
            for jaar in sorted({*years, self._jaar}):
                self.year.addItem(str(jaar), jaar)
            self.year.setCurrentIndex(self.year.findData(self._jaar))
        if kind == "inbreng":
            self._meetings()
        self._name = self._called()
        self.subject.setText(self._name)
        self.what.setText(str(WHAT[kind]))
        for widget in (self.year_title, self.year):
            widget.setVisible(kind == "prestatieafspraken")
        for part in (self.meeting_title, self.meeting, self.open_only):
            part.setVisible(kind == "inbreng")

    def _meetings(self) -> None:
        """The overleggen that are offered: those in which input was brought in."""
        ctx = self.desk.ctx
        found = lists.find(ctx, ctx.spec("inbrengpunt"), [])
        numbers = sorted({each["overleg"] for each in found if each["overleg"]} | ({self._number} - {0}))
        self.meeting.clear()
        self.meeting.addItem(_("Alles wat nog is verzameld"), 0)
        with ctx.store.reading() as db:
            names = Names(db)
            for number in numbers:
                row = find(db, ctx.spec("overleg"), number)
                self.meeting.addItem(names.of("overleg", row.id), number)
        self.meeting.setCurrentIndex(max(0, self.meeting.findData(self._number)))

    def _called(self) -> str:
        kind = _KIND_OF.get(self._kind)
        if kind is None:
            return self.meeting.currentText()
        return finding.called(self.desk.ctx, kind, [self._number]).get(self._number, "")

    def changed(self, changes: Changes) -> None:
        """The records may say something else now."""
        self.desk.safely(self._tell)
        self.refresh()

    # -- the choices -----------------------------------------------------------------------------------------------

    def _other_year(self) -> None:
        self._jaar = self.year.currentData()
        self.refresh()

    def _other_meeting(self) -> None:
        self._number = self.meeting.currentData()
        self._name = self.meeting.currentText()
        self.subject.setText(self._name)
        self.refresh()

    # -- the paper -------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Have the pages made for what is chosen now."""
        ctx, kind, number = self.desk.ctx, self._kind, self._number
        choices = Choices(jaar=self._jaar, onbeantwoord=self.open_only.isChecked())
        self.preview.show_paper(
            lambda wanted: overzicht_papier.preview(ctx, kind, number, choices, wanted=wanted),
            subject=_("{paper}: {name}").format(paper=PAPERS[kind], name=self._name),
        )

    def file_name(self, paper: Paper) -> str:
        """Prestatieafspraken 2020"""
        more = str(self._jaar) if self._kind == "prestatieafspraken" else self._name
        return _("{paper} {name}").format(paper=PAPERS[self._kind], name=more)

    def to_record(self) -> None:
        """Back to what the paper is about."""
        if self._kind == "prestatieafspraken":
            values = {"jaar": self._jaar} if self._jaar else {}
            self.desk.go(Place("prestatiejaar", self._number, values=values))
        elif self._kind == "inbreng":
            self.desk.go(Place("prestatieafspraken", kind="inbrengpunt"))
        else:
            self.desk.go(Place(page_of(self._kind), self._number, kind=self._kind))


PAGE = OverviewPaperPage
"""The papers about overviews and visies."""
