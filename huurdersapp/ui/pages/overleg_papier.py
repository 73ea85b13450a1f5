"""The papers of an overleg, seen at once as they will be printed: agenda, verslag, and the list of what is open."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from huurdersapp.actions import overleg_papier, records
from huurdersapp.actions.overleg_papier import PAPERS, WITH_NAMES, Choices
from huurdersapp.actions.papier import Paper
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.place import Place
from huurdersapp.ui.preview.paper_page import PaperPage, label

MEETING = "overleg"
WHAT: dict[str, LazyText] = {
    "agenda": lazy("Om te versturen en mee te nemen: wanneer, waarover en welke stukken erbij horen."),
    "verslag": lazy(
        "Wat er is gezegd, besloten en afgesproken. Tot het is vastgesteld, staat er ‘concept’ op."
    ),
    "actielijst": lazy("Wat nog open is: eerst wat anderen toezegden, dan wat u zelf doet."),
}


class MeetingPaperPage(PaperPage):
    """One paper: `Place.kind` says which, as in `PAPERS`; `Place.number` of which meeting (the list of actions may do
    without)."""

    help = "overleggen"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self._number: int | None = None
        self._kind, self._name = "agenda", ""
        self.subject, self.what = label("", "heading"), label("", "muted")
        self.members = QCheckBox(_("Met namen en vertrouwelijke stukken"))
        self.members.clicked.connect(lambda _on: self.desk.safely(self.refresh))
        self.members_told = label(_("Alleen voor wie in het overleg zit."), "muted")
        self.others = {key: QPushButton(str(words)) for key, words in PAPERS.items()}
        self.change, self.back = QPushButton(_("Overleg wijzigen")), QPushButton(_("Terug"))
        self.change.clicked.connect(self.to_change)
        self.back.clicked.connect(self.to_record)
        for widget in (self.subject, self.what, self.members, self.members_told):
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
        kind = place.kind if place.kind in PAPERS else "agenda"
        if place.number is None and kind != "actielijst":
            self.desk.go(Place(MEETING))
            return
        fresh = (place.number, kind) != (self._number, self._kind) or not self._name
        if fresh:
            self.preview.clear()
        self._number, self._kind = place.number, str(kind)
        super().show_place(place)
        self._tell(fresh)
        self.refresh()
        self.commands_changed.emit()
        (self.fold if self.aside.isHidden() else self.as_pdf).setFocus()

    def _tell(self, fresh: bool) -> None:
        self._name = _("alle overleggen")
        usual = False
        if self._number is not None:
            record = records.show(self.desk.ctx, self.desk.ctx.spec(MEETING), self._number)
            self._name, usual = record["naam"], record["soort"] in WITH_NAMES
        if fresh:
            self.members.setChecked(usual)
        self.subject.setText(self._name)
        self.what.setText(str(WHAT[self._kind]))
        for key, button in self.others.items():
            button.setVisible(key != self._kind and self._number is not None)
        self.change.setVisible(self._number is not None)

    def changed(self, changes: Changes) -> None:
        """The meeting may say something else now."""
        self.desk.safely(lambda: self._tell(False))
        self.refresh()

    def refresh(self) -> None:
        """Have the pages made anew."""
        ctx, kind, number = self.desk.ctx, self._kind, self._number
        choices = Choices(self.members.isChecked())
        self.preview.show_paper(
            lambda wanted: overleg_papier.preview(ctx, kind, number, choices, wanted=wanted),
            subject=_("{paper}: {name}").format(paper=PAPERS[kind], name=self._name),
        )

    def file_name(self, paper: Paper) -> str:
        """Agenda BO 12-02-2019"""
        return _("{paper} {name}").format(paper=PAPERS[self._kind], name=self._name)

    def to_change(self) -> None:
        """To the form of the overleg."""
        self.desk.go(Place(MEETING, self._number, doing="wijzigen"))

    def to_record(self) -> None:
        """Back to the overleg, or to the actiepunten."""
        self.desk.go(Place("actiepunt" if self._number is None else MEETING, self._number))

    def _go(self, kind: str) -> None:
        self.desk.go(Place(self.key, self._number, kind=kind))


PAGE = MeetingPaperPage
