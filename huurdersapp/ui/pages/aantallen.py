"""Typing the counts of a raadpleging that somebody counted elsewhere: one table for each question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from textwrap import shorten
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from huurdersapp.actions import raadpleging_tellen, records
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.raadpleging_tables import Raadpleging
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.concept_keeper import ConceptKeeper
from huurdersapp.ui.forms.save_bar import SaveBar, offer_back
from huurdersapp.ui.forms.step_concept import FIELDS, STEP
from huurdersapp.ui.page import Command, Page
from huurdersapp.ui.place import Place
from huurdersapp.ui.raadpleging.totals_board import TotalsBoard
from huurdersapp.ui.raadpleging.work import counting

TYPING = "aantallen"
"""How a concept says that it is this table."""
LONGEST = 32
"""Signs of a name above the screen."""


class TotalsPage(Page):
    """One raadpleging (`Place.number`); goes on with what was typed before."""

    help = "raadplegingen"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self._number: int | None = None
        self._record: dict[str, Any] = {}
        self.keeper = ConceptKeeper(desk, self._content, self)
        self.board = TotalsBoard(desk)
        self.board.typed.connect(self.keeper.typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        intro = QLabel(
            _("Typ hoeveel mensen elk antwoord gaven. Het programma verandert nooit zelf een getal.")
        )
        intro.setWordWrap(True)
        intro.setProperty("role", "muted")
        column.addWidget(intro)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.board)
        column.addWidget(self.area, 1)
        column.addWidget(self._ways())

    def _ways(self) -> SaveBar:
        ways = ((_("Opslaan (Ctrl+S)"), self.save), (_("Niet opslaan"), self.drop))
        self.save_bar = SaveBar(self.desk, self.keeper, ways)
        self.save_button, self.drop_button = self.save_bar.buttons
        return self.save_bar

    def title(self) -> str:
        name = shorten(self._record.get("titel") or "", LONGEST, placeholder=" …")
        return _("Aantallen: {name}").format(name=name) if name else _("Aantallen intypen")

    def place(self) -> Place:
        return Place(self.key, self._number)

    def show_place(self, place: Place) -> None:
        if place.number is None:
            self.desk.go(Place("raadpleging"))
            return
        if place.number != self._number or not self.keeper.waiting:
            self._open(place.number)
        first = next(iter(self.board.editors.values()))
        first.line.setFocus()
        first.line.selectAll()
        self.commands_changed.emit()

    def _open(self, number: int) -> None:
        self._record = records.show(self.desk.ctx, self.desk.ctx.spec(Raadpleging.__tablename__), number)
        self._number = number
        self.save_bar.kept.clear()
        self.board.show_record(self._record)
        kept = counting(self.desk.ctx, number, TYPING)
        self.keeper.begin("raadpleging", number, kept)
        if kept is not None:
            self.board.put_back(kept.gegevens.get(FIELDS) or {})

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        return {"opslaan": self.save, "sluiten": self.to_record} if self._number is not None else {}

    def leave(self) -> bool:
        return self.keeper.flush()

    def changed(self, changes: Changes) -> None:
        """Numbers that nobody typed over follow what is saved."""
        if self._number is not None and "raadpleging" in changes.kinds() and self.keeper.concept is None:
            number = self._number
            self.desk.safely(lambda: self._open(number))

    def _content(self) -> tuple[str, dict[str, Any]]:
        title = _("{name} (aantallen)").format(name=self._record.get("titel") or _("Raadpleging"))
        return title, {STEP: TYPING, FIELDS: self.board.kept()}

    def save(self) -> bool:
        """Save all numbers in one step; whether that went."""
        assert self._number is not None
        if wrong := self.board.unread():
            line = self.board.editors[wrong[0]].line
            line.setFocus()
            self.area.ensureWidgetVisible(line)
            return False
        ctx = self.desk.ctx
        now = records.show(ctx, ctx.spec("raadpleging"), self._number)
        done = raadpleging_tellen.save_totals(ctx, self._number, self.board.payload(now), origin=self)
        self.keeper.drop()
        self.to_record()
        self.desk.say_done(_("Aantallen vastgelegd."), done.labelled)
        return True

    def to_record(self) -> None:
        """Back to the raadpleging."""
        self.desk.go(Place("raadpleging", self._number))

    def drop(self) -> None:
        """Do not save; what was typed can be brought back."""
        if self.keeper.waiting:
            self.keeper.keep()
        gone = self.keeper.drop()
        self.to_record()
        offer_back(self.desk, gone)


PAGE = TotalsPage
