"""What stands under an overview, under one of its lines and under a point of input."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import overzichten, overzichten_gehaald, overzichten_stappen
from huurdersapp.actions.overzichten import Overview, Theme
from huurdersapp.actions.overzichten_gehaald import Known
from huurdersapp.base import clock
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.activiteitenoverzicht import STATUS
from huurdersapp.ui.afspraken.tables import line_block, sums_table
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.small_forms import SmallForm, SmallForms
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.pages.registry import page_of
from huurdersapp.ui.place import Doing, Place

PAGE = "prestatieafspraken"
NEW: Doing = "nieuw"
WIDE_BELOW = 130
"""Per cent: with larger letters each line is a block of words, as columns do not fit."""


class OverviewPanel(QFrame):
    """How an overview stands, its lines by theme and what they add up to, and what one can do with it."""

    def __init__(self, desk: Desk, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.number = desk, number
        self.found: Overview = overzichten.overview(desk.ctx, number)
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 10, 12, 10)
        self._column.setSpacing(6)
        told = ". ".join(self.found.days) or STATUS.label(self.found.state)
        self._column.addWidget(label(_("{text}.").format(text=told), "label"))
        self._column.addWidget(self._buttons())
        for theme in self.found.themes:
            self._theme(theme)
        if not self.found.lines:
            self._column.addWidget(label(_("Er staan nog geen activiteiten in dit overzicht."), "muted"))
        elif self.found.sums:
            self._column.addWidget(label(_("Alles samen"), "heading"))
            self._column.addWidget(sums_table(self.found.sums, wide=desk.look.zoom < WIDE_BELOW))

    def _buttons(self) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder)
        self.buttons: dict[str, QPushButton] = {}
        number = self.number
        wanted = {
            "regel": (_("+ Activiteit"), self._new("activiteit")),
            "inbreng": (_("+ Inbreng"), self._new("inbrengpunt")),
            "kopie": (_("Overnemen naar {year}").format(year=self.found.jaar + 1), self.copy),
            "papier": (
                _("Afdrukken"),
                lambda: self.desk.go(Place("overzicht_papier", number, kind="activiteitenoverzicht")),
            ),
        }
        if self.found.own:
            del wanted["inbreng"]
        for key, (words, do) in wanted.items():
            button = self.buttons[key] = QPushButton(words)
            button.clicked.connect(lambda _on=False, do=do: self.desk.safely(do))
            row.addWidget(button)
        self.buttons["regel"].setProperty("role", "main")
        return holder

    def _new(self, kind: str) -> Any:
        values = {"overzicht": self.number}
        return lambda: self.desk.go(Place(PAGE, kind=kind, doing=NEW, values=values))

    def _theme(self, theme: Theme) -> None:
        self._column.addWidget(label(theme.name or _("Zonder thema"), "heading"))

        def go(number: int) -> None:
            self.desk.go(Place(PAGE, number, kind="activiteit"))

        for line in theme.lines:
            self._column.addWidget(line_block(line, go, wide=self.desk.look.zoom < WIDE_BELOW))
        if len(theme.lines) > 1 and theme.sums and len(self.found.themes) > 1:
            self._column.addWidget(sums_table(theme.sums, wide=self.desk.look.zoom < WIDE_BELOW))

    def copy(self) -> None:
        """Make the overview of the next year out of this one."""
        done = overzichten_stappen.to_next_year(self.desk.ctx, self.number)
        added = ngettext(
            "{count} activiteit overgenomen naar {year}. Alle jaren schuiven één jaar op.",
            "{count} activiteiten overgenomen naar {year}. Alle jaren schuiven één jaar op.",
            done.added,
        )
        if not done.added and not done.fresh:
            added = _("In {year} staat alles al. Er is niets overgenomen.")
        text = added.format(count=done.added, year=done.jaar)
        self.desk.go(Place(PAGE, done.number, kind=overzichten.KIND))
        self.desk.say(text, undo=bool(done.added or done.fresh))


class LinePanel(QFrame):
    """Of a line what to look at again, and the realised numbers that are known elsewhere, to take over by hand."""

    def __init__(self, desk: Desk, number: int, overview: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.number = desk, number
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        whole = overzichten.overview(desk.ctx, overview)
        remarks = next((line.remarks for line in whole.lines if line.number == number), ())
        for text in remarks:
            column.addWidget(label(_("{text}.").format(text=text), "warning"))
        self.buttons: list[QPushButton] = []
        self.proposals = overzichten_gehaald.known(desk.ctx, number)
        for item in self.proposals:
            text = _("Gehaald in {year}? {words}.").format(year=item.jaar, words=item.words)
            column.addWidget(label(text, "label"))
            column.addWidget(self._ways(item))
        link = QPushButton(_("Naar het overzicht"))
        link.clicked.connect(lambda: desk.go(Place(PAGE, overview, kind=overzichten.KIND)))
        holder = QWidget()
        FlowLayout(holder).addWidget(link)
        column.addWidget(holder)

    def _ways(self, item: Known) -> QWidget:
        holder = QWidget()
        row = FlowLayout(holder)
        show, take = QPushButton(_("Toon ze")), QPushButton(_("Overnemen als gehaald"))
        for button, do in ((show, lambda: self.show_records(item)), (take, lambda: self.take(item))):
            year = _("{button} ({year})").format(button=button.text(), year=item.jaar)
            button.setAccessibleName(year)
            button.clicked.connect(lambda _on=False, do=do: self.desk.safely(do))
            self.buttons.append(button)
            row.addWidget(button)
        return holder

    def show_records(self, item: Known) -> None:
        """Go to the records behind the number."""
        self.desk.go(Place(page_of(item.kind), kind=item.kind, where=item.where, title=item.words))

    def take(self, item: Known) -> None:
        """Put the number down as realised."""
        told = overzichten_gehaald.take_over(self.desk.ctx, self.number, item)
        text = _("Overgenomen als gehaald in {year}.").format(year=item.jaar)
        self.desk.say_done(text, told)


INPUT_FORMS = ("inbrengen", "antwoord")


class InputPanel(SmallForms):
    """Of a point of input: bring it into an overleg, and what was answered."""

    def __init__(
        self, desk: Desk, record: Mapping[str, Any], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, overzichten_stappen.INPUT, int(record["nummer"]), name, parent)
        self.record = record
        holder = QWidget()
        row = FlowLayout(holder)
        first = "antwoord" if record["status"] == "ingebracht" else "inbrengen"
        for step, words in zip(
            INPUT_FORMS, (_("Inbrengen in overleg…"), _("Reactie vastleggen…")), strict=True
        ):
            button = self.opener(step, words)
            if step == first and record["status"] != "beantwoord":
                button.setProperty("role", "main")
            row.addWidget(button)
        if record["status"] == "ingebracht":
            self._column.addWidget(label(_("Hierop kwam nog geen antwoord."), "warning"))
        self._column.addWidget(holder)
        self.go_on()

    def form_of(self, step: str) -> SmallForm:
        if step == "inbrengen":
            return SmallForm(
                self._spec,
                ("overleg", "ingebracht_op"),
                _("Inbrengen in overleg"),
                self._bring_in,
                {key: self.record[key] for key in ("overleg", "ingebracht_op")},
                ("overleg",),
            )
        return SmallForm(
            self._spec,
            ("reactie", "reactie_tekst", "reactie_op"),
            _("Reactie"),
            self._answer,
            {"reactie_op": clock.today().isoformat()},
            ("reactie",),
        )

    def _bring_in(self, typed: dict[str, Any]) -> None:
        found = overzichten_stappen.bring_in(
            self.desk.ctx, [self.number], typed["overleg"], _day(typed.get("ingebracht_op"))
        )
        self.desk.say(found.sentence(), undo=True, tone="let_op" if found.refused else "goed")

    def _answer(self, typed: dict[str, Any]) -> None:
        told = overzichten_stappen.answer(self.desk.ctx, self.number, typed)
        self.desk.say_done(_("Reactie vastgelegd."), told)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
