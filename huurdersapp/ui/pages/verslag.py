"""Verslagen: choose a period and a kind, see the report at once, write in its parts, and save what is seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import verslag, voorkeuren
from huurdersapp.actions.concepten import ENTITY
from huurdersapp.actions.papier import Paper
from huurdersapp.actions.verslagen import concept as concepts
from huurdersapp.actions.verslagen.concept import Concept
from huurdersapp.actions.verslagen.opdracht import Opdracht
from huurdersapp.actions.verslagen.soorten import SOORTEN
from huurdersapp.base import clock, period
from huurdersapp.base.errors import UserError
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import Period
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.day import DayEditor
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.page import Command
from huurdersapp.ui.place import Place
from huurdersapp.ui.preview.paper_page import PaperPage, label
from huurdersapp.ui.verslag import reading
from huurdersapp.ui.verslag.choices import ABOUT, Choices
from huurdersapp.ui.verslag.period import fits, usual
from huurdersapp.ui.verslag.why_empty import WhyEmpty
from huurdersapp.ui.verslag.workbench import Workbench

CHOSEN = "verslag"
"""Preference: which report was made the last time."""
KIND = "verslag"
HELD_AGAINST_ONE = ("trimester", "input", "evaluatie")
"""Kinds that cannot be made without an akkoord."""


class ReportPage(PaperPage):
    """The report that is chosen, live."""

    help = "verslagen"
    choices_wide = 480
    opened = Signal(object, object)
    """What was asked, and the report as it stands: told as soon as it is read, before its pages are there."""

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self._akkoorden: list[verslag.AkkoordChoice] = []
        self._number: int | None = None
        self._asked: Opdracht | None = None
        self._concept: Concept | None = None
        self._part, self._scroll_to, self._writes = "", "", False
        self._early: dict[str, Any] = {}
        """What somebody chose before the report was read."""
        self.options = Choices(desk)
        self.options.asked.connect(self._ask_other)
        self.options.chosen.connect(lambda fields: desk.safely(lambda: self._choose(fields)))
        self.bench = Workbench(desk, self._wanted_number)
        self.bench.came.connect(self._come_to)
        self.bench.remade.connect(self._follow)
        self.bench.versions.to_fix.pressed.connect(self.show_choices)
        self.bench.stepped.connect(self._stepped)
        self.bench.commands_changed.connect(self.commands_changed)
        self.to_all = QPushButton(_("Alle verslagen"))
        self.to_all.setProperty("role", "link")
        self.options.links.addWidget(self.to_all)
        self.to_all.clicked.connect(lambda: desk.go(Place("verslagen")))
        self.begun, self.state = label("", "muted"), label("", "label")
        self.why_empty = WhyEmpty(desk)
        self.why_empty.told.connect(
            lambda why: desk.safely(lambda: self._choose({"reden_leeg": why or None}))
        )
        for widget in (self.options, self.begun, self.why_empty, self.bench):
            self.choices.addWidget(widget)
        self.begun.hide()
        self.bench.hide()
        self.opened.connect(self._opened)
        self._none = self._no_akkoord()
        self.finish()
        right = self.right.layout()
        assert isinstance(right, QBoxLayout)
        right.insertWidget(0, self.state)
        self.state.hide()
        self._whole.addWidget(self._none, 1)

    # -- building ------------------------------------------------------------------------------------------------

    def _no_akkoord(self) -> QWidget:
        card = QWidget()
        text = QLabel(_("Er is nog geen akkoord. Een verslag laat zien wat u voor het akkoord deed."))
        text.setWordWrap(True)
        self.to_akkoord = QPushButton(_("Naar het akkoord"))
        self.to_akkoord.setProperty("role", "main")
        self.to_akkoord.clicked.connect(lambda: self.desk.go(Place("akkoord")))
        column = QVBoxLayout(card)
        column.addWidget(text)
        row = FlowLayout()
        row.addWidget(self.to_akkoord)
        column.addLayout(row)
        column.addStretch(1)
        card.hide()
        return card

    def _ways(self) -> QWidget:
        ways = super()._ways()
        self.as_pdf.setText(_("PDF…"))
        self.as_word.setText(_("Word…"))
        self.to_printer.setText(_("Afdrukken…"))
        self.other_forms = QPushButton(_("Andere vorm"))
        self.other_forms.setMenu(self._forms())
        self.to_fix = self.bench.versions.to_fix
        row = ways.layout()
        assert isinstance(row, FlowLayout)
        row.addWidget(self.to_fix)
        row.addWidget(self.other_forms)
        return ways

    def _forms(self) -> QMenu:
        menu = QMenu(self)
        for ending, words in (
            (".html", _("Webpagina…")),
            (".xlsx", _("Tabellen voor Excel…")),
            (".csv", _("Tabellen als CSV…")),
        ):
            menu.addAction(words, partial(self.choose_file, ending))
        return menu

    def _lines_of(self, ways: QWidget) -> QBoxLayout:
        return FlowLayout(ways)

    # -- what the frame asks -------------------------------------------------------------------------------------

    def title(self) -> str:
        """What stands above it."""
        return _("Verslagen")

    def place(self) -> Place:
        """The report that is shown."""
        span = self.options.span()
        values: dict[str, Any] = {"soort": self.options.soort.key}
        if isinstance(span, Period):
            values["periode"] = span.code()
        if (job := self.options.job()) is not None:
            values |= {key: getattr(job, key) for key in ABOUT if getattr(job, key) is not None}
        return Place(self.key, self._number, values=values)

    def show_place(self, place: Place) -> None:
        """Show the report with this number, or of the kind (`soort`) and the days (`periode`) that the place names, else
        what was made the last time; `deel` is the part to come to, or with doing `wijzigen` to write in."""
        kept = voorkeuren.get(self.desk.ctx, CHOSEN, {})
        self._fill_akkoorden()
        self._leave_report()
        self._number = place.number
        job = reading.of_record(self.desk.ctx, place.number) if place.number is not None else None
        self.options.show_job(job or _wanted(place.values, kept))
        self._part, self._writes = str(place.values.get("deel") or ""), place.doing == "wijzigen"
        if self._part:
            self._unfolded = self._narrow  # writing comes before looking
        super().show_place(place)
        self.refresh()
        self._focus()

    def _focus(self) -> None:
        if self._lacks_akkoord():
            self.to_akkoord.setFocus()
        elif self.aside.isHidden():
            self.fold.setFocus()
        else:
            self.options.first_focus().setFocus()

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        found = dict(super().commands())
        if found and (save := self.bench.save_here()) is not None:
            found["opslaan"] = save
        if found and self.bench.is_writing:
            found["sluiten"] = self.bench.stop_writing
        return found

    def leave(self) -> bool:
        """What was typed is saved; what cannot be saved stays as a concept."""
        super().leave()
        self.why_empty.flush()
        return self.bench.leave()

    def changed(self, changes: Changes) -> None:
        """The records may say something else now, and a report may have been thrown away elsewhere."""
        if self._number is not None and reading.of_record(self.desk.ctx, self._number) is None:
            self._number = None
        if changes.kinds() - {KIND, ENTITY}:
            self.bench.versions.look_again()
        self.refresh()

    def _fit(self) -> None:
        super()._fit()
        if self._lacks_akkoord():
            self.right.hide()

    # -- which report --------------------------------------------------------------------------------------------

    def _fill_akkoorden(self) -> None:
        self._akkoorden = verslag.akkoord_choices(self.desk.ctx)
        self.options.use_akkoorden(self._akkoorden)

    def _lacks_akkoord(self) -> bool:
        return not self._akkoorden and self.options.soort.key in HELD_AGAINST_ONE

    def _leave_report(self) -> None:
        """What is typed in the report that was shown is saved before another one comes."""
        self.why_empty.flush()
        self.bench.leave()
        self.bench.forget()
        self._number = self._concept = None
        self._early = {}
        self.options.fix(False)  # what was sent holds back no other report
        for widget in (self.begun, self.state, self.why_empty):
            widget.hide()

    def _ask_other(self) -> None:
        """Another kind or period: another report."""
        early = self._early
        self._leave_report()
        self._early = early
        self._remember()
        self.saved.say("")
        self.refresh()
        self.place_changed.emit()

    def _remember(self) -> None:
        job = self.options.job()
        if job is not None:
            about = {key: getattr(job, key) for key in ABOUT if getattr(job, key) is not None}
            kept = {"soort": job.soort, "periode": job.span.code(), **about}
            self.desk.safely(lambda: voorkeuren.put(self.desk.ctx, CHOSEN, kept))

    def _choose(self, fields: Mapping[str, Any]) -> None:
        """Somebody chose something of this report: it is kept with it."""
        self.saved.say("")
        if self._concept is None:  # it is not read yet: this waits for it
            self._early.update(fields)
            return
        concepts.choose(self.desk.ctx, self._wanted_number(), **fields)
        self._stepped(_("Opgeslagen: {choice}.").format(choice=reading.told(self.desk.ctx, fields)))

    def _wanted_number(self) -> int:
        """The number of the record, which is made when somebody first chooses or writes something."""
        if self._number is None:
            assert self._concept is not None
            self._number = concepts.ensure(self.desk.ctx, self._concept.job)
        return self._number

    def _stepped(self, words: str) -> None:
        self.desk.say(words, undo=True)

    # -- the paper -----------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Have the report made for what is chosen now."""
        self.options.period.tell()
        lacks = self._lacks_akkoord()
        self._none.setVisible(lacks)
        self.right.setEnabled(not lacks)
        self._fit()
        job = self.options.job()
        if lacks or job is None:
            self._asked = None
            if why := self.options.lacks():
                self.preview.wait_for(why)
            self.preview.leave()
            for widget in (self.bench, self.state, self.why_empty):
                widget.hide()
            self.commands_changed.emit()
            return
        asked = self._asked = replace(job, nummer=self._number)
        ctx, tell = self.desk.ctx, partial(self.opened.emit, asked)
        self.preview.show_paper(
            lambda wanted: reading.pages(ctx, asked, tell, wanted),
            subject=_("{report} {period}").format(report=self.options.soort.label, period=asked.span.code()),
        )

    def _opened(self, asked: Opdracht, found: Concept) -> None:
        """The report was read: show how it stands, unless another one was asked meanwhile."""
        if asked is not self._asked:
            return
        self._concept, self._number = found, found.number
        self.options.show_job(found.job, about=False)
        self.options.fix(found.sent is not None)
        self.begun.setText(reading.begun(self.desk.ctx, found))
        self.begun.setVisible(bool(self.begun.text()))
        self.bench.show_report(found)
        self.bench.show()
        self._tell_ways(found)
        self.why_empty.show_report(found)
        self.state.setText(reading.stands(self.desk.ctx, found))
        self.state.show()
        if self._part:
            key, self._part = self._part, ""
            self._scroll_to = self.bench.come_to(key, write=self._writes)
        early, self._early = self._early, {}
        if early and found.sent is None:
            self.desk.safely(lambda: self._choose(early))

    def _tell_ways(self, found: Concept) -> None:
        """Papers of a meeting are pages put together: a PDF, or on paper."""
        bundle = self.options.soort.bundel
        for button, there in (
            (self.to_fix, found.sent is None and not bundle),
            (self.as_word, not bundle),
            (self.other_forms, not bundle),
        ):
            if not there and button.hasFocus():
                self.as_pdf.setFocus()
            button.setVisible(there)

    def _come_to(self, title: str) -> None:
        """Show the pages of the part at which somebody is, as soon as they are made."""
        self._scroll_to = title if self.preview.busy or not self.preview.come_to(title) else ""

    def _follow(self, title: str) -> None:
        """Show the part again where it stands on the pages that are made next."""
        self._scroll_to = title

    def _made(self, paper: Paper) -> None:
        super()._made(paper)
        if self._scroll_to:
            self.preview.come_to(self._scroll_to)
            self._scroll_to = ""

    def untold(self) -> DayEditor | None:
        """The first or the last day, where no period can be read from them."""
        return None if self.options.soort.bundel else self.options.period.untold()

    def nothing_to_tell(self, paper: Paper) -> None:
        """Nothing happened in the period: the report says so, and it is worth knowing before it is sent."""
        empty = _("In deze periode is niets vastgelegd. Het verslag zegt dat ook.")
        self.warning.say(
            " ".join((empty, *paper.warnings)),
            _("Andere periode kiezen"),
            self._choose_period,
        )
        if not self.why_empty.isHidden():
            self.warning.offer(_("Reden invullen"), self._to_why)

    def _to_why(self) -> None:
        self.show_choices()
        self.why_empty.line.setFocus()
        self.why_empty.come_in_sight()

    def _choose_period(self) -> None:
        self.show_choices()
        self.options.period.first_focus().setFocus()

    def file_name(self, paper: Paper) -> str:
        """Trimesterverslag 2019-T2"""
        job = self.options.job()
        return paper.document.title if job is None else reading.named(paper.document.title, job)


def _wanted(values: Mapping[str, Any], kept: Mapping[str, Any]) -> Opdracht:
    """The report that a place asks for, filled from what was made the last time; what no longer fits is left out."""
    named = "soort" in values or "periode" in values
    soort = SOORTEN.get(str(values.get("soort") or kept.get("soort")), next(iter(SOORTEN.values())))
    span = usual(soort.spans, clock.today())
    for code in (values.get("periode"), kept.get("periode")):
        try:
            given = period.parse(str(code or ""))
        except UserError:
            continue
        if fits(given, soort.spans):
            span = given
            break
    source = values if named else kept
    about = {key: source[key] for key in ABOUT if isinstance(source.get(key), int)}
    return Opdracht(soort.key, span, publiek=soort.publieken[0], **about)


PAGE = ReportPage
