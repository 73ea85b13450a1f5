"""The paper that a tenant gets after a visit, seen at once as it will be printed."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from huurdersapp.actions import energie_papier, records
from huurdersapp.actions.papier import Paper
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.energie.paper_work import as_work
from huurdersapp.ui.place import Place
from huurdersapp.ui.preview.paper_page import PaperPage, label

VISIT = "energiebezoek"


class VisitPaperPage(PaperPage):
    """The paper of one visit."""

    help = "energiebezoeken"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self._number: int | None = None
        self._name = ""
        self.subject = label("", "heading")
        self.what = label(
            _("Voor de bewoner: wat er is gedaan, wat dat bespaart en wat u van het bezoek bewaart."),
            "muted",
        )
        self.by_post = QCheckBox(_("Met adres voor een envelop"))
        self.by_post.clicked.connect(lambda _on: self.desk.safely(self.refresh))
        self.change, self.back = QPushButton(_("Bezoek wijzigen")), QPushButton(_("Terug naar bezoek"))
        self.change.clicked.connect(self.to_change)
        self.back.clicked.connect(self.to_visit)
        self.preview.offer(_("Bezoek wijzigen"), self.to_change)
        for widget in (self.subject, self.what, self.by_post, self.change, self.back):
            self.choices.addWidget(widget)
        self.finish()

    def title(self) -> str:
        return _("Bezoekverslag")

    def place(self) -> Place:
        return Place(self.key, self._number)

    def show_place(self, place: Place) -> None:
        if place.number is None:
            self.desk.go(Place(VISIT))
            return
        if place.number != self._number:
            self.preview.clear()
        self._number = place.number
        super().show_place(place)
        self._tell()
        self.refresh()
        self.start()

    def _tell(self) -> None:
        assert self._number is not None
        record = records.show(self.desk.ctx, self.desk.ctx.spec(VISIT), self._number)
        self._name = record["naam"] or _("Energiebezoek {number}").format(number=self._number)
        self.subject.setText(self._name)

    def changed(self, changes: Changes) -> None:
        """The visit may say something else now."""
        if self._number is not None:
            self._tell()
            self.refresh()

    def refresh(self) -> None:
        """Have the pages made anew."""
        ctx, number, by_post = self.desk.ctx, self._number, self.by_post.isChecked()
        if number is None:
            return
        self.preview.show_paper(
            lambda wanted: as_work(
                lambda: energie_papier.preview_visit(ctx, number, by_post=by_post, wanted=wanted)
            ),
            subject=_("Bezoekverslag {name}").format(name=self._name),
        )

    def file_name(self, paper: Paper) -> str:
        """Bezoekverslag Brink 3, 12-11-2018"""
        return _("Bezoekverslag {name}").format(name=self._name)

    def to_change(self) -> None:
        """To the form of the visit."""
        self.desk.go(Place(VISIT, self._number, doing="wijzigen", kind=VISIT))

    def to_visit(self) -> None:
        """Back to the visit."""
        self.desk.go(Place(VISIT, self._number, kind=VISIT))


PAGE = VisitPaperPage
