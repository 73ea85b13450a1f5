"""Empty visit sheets for a coach: how many, with whom they go, and the pages to print with their numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QPushButton, QWidget

from huurdersapp.actions import energie_formulieren, lists, records, voorkeuren
from huurdersapp.actions.papier import Paper
from huurdersapp.base import clock
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.draft import Fault
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.energie.paper_work import as_work
from huurdersapp.ui.energie.visit_form import only_coach
from huurdersapp.ui.forms.editors.record import RecordEditor
from huurdersapp.ui.number_box import NumberBox
from huurdersapp.ui.page import Command
from huurdersapp.ui.place import Place
from huurdersapp.ui.preview.paper_page import PaperPage, label

VISIT, FORM = "energiebezoek", "bezoekformulier"
USUAL = 10
LAST_COACH = "formulier.bezoekformulier.laatste"
"""Preference: with whom sheets went the last time."""
Issued = tuple[Paper, tuple[str, ...]]


class EmptySheetsPage(PaperPage):
    """Sheets that are handed out now, or (with a number) one of earlier that is printed again."""

    help = "energiebezoeken"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self._paper: Paper | None = None
        self._names: tuple[str, ...] = ()
        self._number: int | None = None
        what = label(
            _("Elk formulier krijgt een eigen nummer. Zo ziet u later welke nog niet terug zijn."), "muted"
        )
        self.count_title = label(_("Hoeveel formulieren?"))
        self.count = NumberBox()
        self.count.setRange(1, energie_formulieren.MOST)
        self.count.setValue(USUAL)
        self.count.setAccessibleName(self.count_title.text())
        self.count_title.setBuddy(self.count)
        self.coach_title = label(_("Voor welke coach? – niet verplicht"))
        self.coach = RecordEditor(desk, "energiecoach")
        self.coach.name_it(self.coach_title.text())
        self.coach_title.setBuddy(self.coach.first_focus())
        self.issue = QPushButton(_("Formulieren maken"))
        self.issue.setProperty("role", "main")
        self.issue.clicked.connect(lambda: self.desk.safely(self.make))
        self.made_label = label("")
        self.out, self.back = QPushButton(_("Formulieren nog uit")), QPushButton(_("Terug naar bezoeken"))
        self.out.clicked.connect(self.to_list)
        self.back.clicked.connect(lambda: self.desk.go(Place(VISIT, kind=VISIT)))
        for widget in (
            what,
            self.count_title,
            self.count,
            self.coach_title,
            self.coach,
            self.issue,
            self.made_label,
            self.out,
            self.back,
        ):
            self.choices.addWidget(widget)
        self.finish()

    # -- what the frame asks -------------------------------------------------------------------------------------

    def title(self) -> str:
        return _("Lege formulieren")

    def place(self) -> Place:
        return Place(self.key, self._number)

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        """Saving and printing, once there are pages."""
        return super().commands() if self._paper is not None else {}

    def show_place(self, place: Place) -> None:
        """Ask how many; of a number show that sheet again."""
        if place.number != self._number or place.number is None:
            self._paper, self._names = None, ()
            self.preview.clear()
        self._number = place.number
        super().show_place(place)
        again = place.number is not None
        for widget in (self.count_title, self.count, self.coach_title, self.coach, self.issue):
            widget.setVisible(not again)
        self.made_label.clear()
        if again:
            self.desk.safely(self._again)
        else:
            self._known_coach()
            self.show_choices()
        self._allow()
        (self.as_pdf if again else self.count).setFocus()

    def _known_coach(self) -> None:
        ctx = self.desk.ctx
        known = voorkeuren.get(ctx, LAST_COACH, {}).get("coach") or only_coach(ctx)
        if self.coach.value() is None and known is not None:
            self.coach.set_value(known)

    def _allow(self) -> None:
        """Saving and printing, once there are pages."""
        for button in (self.as_pdf, self.to_printer):
            button.setVisible(self._paper is not None)
        self.as_word.hide()  # boxes to tick stand in their places on paper only
        self.commands_changed.emit()

    def _fit(self) -> None:
        super()._fit()
        self.as_word.hide()

    def changed(self, changes: Changes) -> None:
        """The pages stay as they were handed out, until that is undone."""
        ctx = self.desk.ctx
        if self._names and not lists.count(ctx, ctx.spec(FORM), (f"naam={self._names[0]}",)):
            self.show_place(Place(self.key))

    # -- the sheets ----------------------------------------------------------------------------------------------

    def make(self) -> None:
        """Hand the sheets out: their numbers are kept, and their pages shown."""
        coach = self.coach.value()
        if isinstance(coach, Fault):
            self.desk.say(coach.text, tone="fout")
            self.coach.first_focus().setFocus()
            return
        ctx, count = self.desk.ctx, self.count.value()

        def job() -> Job[Issued]:
            yield Progress(0, 1, _("Formulieren maken"))
            return energie_formulieren.issue_forms(ctx, count, coach)

        self.desk.run(job(), _("Formulieren maken"), lambda issued: self._issued(issued, coach), alone=True)

    def _issued(self, issued: Issued, coach: int | None) -> None:
        self._paper, self._names = issued
        if coach is not None:
            voorkeuren.put(self.desk.ctx, LAST_COACH, {"coach": coach})
        count = len(self._names)
        words = ngettext(
            "{count} formulier is gemaakt: {first}.",
            "{count} formulieren zijn gemaakt: {first} tot en met {last}.",
            count,
        ).format(count=count, first=self._names[0], last=self._names[-1])
        self.made_label.setText(words)
        self.desk.say(words, undo=True)
        self.show_pages()
        self.refresh()
        self._allow()
        (self.fold if self.aside.isHidden() else self.to_printer).setFocus()

    def _again(self) -> None:
        assert self._number is not None
        ctx = self.desk.ctx
        self._paper = energie_formulieren.print_again(ctx, [self._number])
        self._names = (str(records.show(ctx, ctx.spec(FORM), self._number)["naam"]),)
        self.refresh()

    def refresh(self) -> None:
        """Show the pages that were made."""
        if (paper := self._paper) is not None:
            self.preview.show_paper(lambda _wanted: as_work(lambda: paper), subject=_("Lege formulieren"))

    def file_name(self, paper: Paper) -> str:
        """Bezoekformulieren B 0001 tot en met B 0010"""
        if len(self._names) == 1:
            return _("Bezoekformulier {name}").format(name=self._names[0])
        first, last = self._names[0], self._names[-1]
        return _("Bezoekformulieren {first} tot en met {last}").format(first=first, last=last)

    def to_list(self) -> None:
        """The sheets that are not back yet."""
        where = (f"nog_uit_op={clock.today().isoformat()}",)
        self.desk.go(Place(VISIT, where=where, title=_("Formulieren nog uit"), kind=FORM))


PAGE = EmptySheetsPage
