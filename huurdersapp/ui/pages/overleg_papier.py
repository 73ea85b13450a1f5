"""The papers of an overleg, seen at once as they will be printed: agenda, verslag, and the list of what is open."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from huurdersapp.actions import overleg_papier, records
from huurdersapp.actions.overleg_papier import PAPERS, WITH_NAMES, Choices
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import LazyText, lazy
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.place import Place
from huurdersapp.ui.preview.paper_page import label
from huurdersapp.ui.preview.record_papers import RecordPapersPage

MEETING = "overleg"
WHAT: dict[str, LazyText] = {
    "agenda": lazy("Om te versturen en mee te nemen: wanneer, waarover en welke stukken erbij horen."),
    "verslag": lazy(
        "Wat er is gezegd, besloten en afgesproken. Tot het is vastgesteld, staat er ‘concept’ op."
    ),
    "actielijst": lazy("Wat nog open is: eerst wat anderen toezegden, dan wat u zelf doet."),
}


class MeetingPaperPage(RecordPapersPage):
    """The papers of a meeting; the list of actions may do without one."""

    help = "overleggen"
    papers, first_paper, page = PAPERS, "agenda", MEETING

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self.members = QCheckBox(_("Met namen en vertrouwelijke stukken"))
        self.members.clicked.connect(lambda _on: self.desk.safely(self.refresh))
        self.members_told = label(_("Alleen voor wie in het overleg zit."), "muted")
        self.choices.addWidget(self.members)
        self.choices.addWidget(self.members_told)
        self.put_goals(_("Overleg wijzigen"), _("Terug"))
        self.finish()

    def show_place(self, place: Place) -> None:
        kind = self.paper_of(place)
        if place.number is None and kind != "actielijst":
            self.desk.go(Place(MEETING))
            return
        fresh = (place.number, kind) != (self._number, self._kind) or not self._name
        if fresh:
            self.preview.clear()
        self._number, self._kind = place.number, kind
        super().show_place(place)
        self._tell(fresh)
        self.refresh()
        self.commands_changed.emit()
        self.start()

    def _tell(self, fresh: bool) -> None:
        self._name = _("alle overleggen")
        usual = False
        if self._number is not None:
            record = records.show(self.desk.ctx, self.desk.ctx.spec(MEETING), self._number)
            self._name, usual = record["naam"], record["soort"] in WITH_NAMES
        if fresh:
            self.members.setChecked(usual)
        self.subject.setText(self._name[:1].upper() + self._name[1:])
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
            subject=self.heading(),
        )

    def to_record(self) -> None:
        """Back to the overleg, or to the actiepunten."""
        self.desk.go(Place("actiepunt" if self._number is None else MEETING, self._number))


PAGE = MeetingPaperPage
