"""Prestatieafspraken: the overviews of all parties, their lines, and our input on them; a year of them has its own screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from PySide6.QtWidgets import QPushButton, QWidget

from huurdersapp.actions import overzichten_stappen, records
from huurdersapp.actions.overzichten import KIND, LINE
from huurdersapp.actions.overzichten_stappen import INPUT
from huurdersapp.actions.samen_wijzigen import Changed
from huurdersapp.actions.words import View
from huurdersapp.base import clock
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import lazy
from huurdersapp.ui.afspraken.card import ManyStepCard
from huurdersapp.ui.afspraken.panels import InputPanel, LinePanel, OverviewPanel
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists import words
from huurdersapp.ui.lists.filter_bar import Chip
from huurdersapp.ui.lists.kinds_row import KindsRow
from huurdersapp.ui.lists.list_page import ListPage
from huurdersapp.ui.place import Place

NAMES = {
    KIND: lazy("Overzichten"),
    LINE: lazy("Activiteiten"),
    INPUT: lazy("Inbreng"),
}


SIZES = (600, 500)
"""How the list shares its width at first with what stands beside it, which has small tables in it."""


class AgreementsPage(ListPage):
    """One list at a time, chosen with the buttons on top; beside them the year of all parties."""

    kinds = (KIND, LINE, INPUT)
    help = "prestatieafspraken"
    chips: ClassVar[Mapping[str, tuple[Chip, ...]]] = {
        KIND: (
            Chip(lazy("In voorbereiding"), ("status=voorbereiding",)),
            Chip(lazy("Vastgesteld"), ("status=vastgesteld",)),
        ),
        LINE: (
            Chip(lazy("In de prestatieafspraken"), ("afgesproken=ja",)),
            Chip(lazy("Nog niet afgesproken"), ("afgesproken=nee", "status=gepland,loopt")),
        ),
        INPUT: (
            Chip(lazy("Verzameld"), ("status=verzameld",)),
            Chip(lazy("Nog niet beantwoord"), ("status=ingebracht",)),
            Chip(lazy("Beantwoord"), ("status=beantwoord",)),
        ),
    }

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(desk, key)
        self.splitter.setSizes(SIZES)
        self.kinds_row = KindsRow(desk, key, self._kinds, NAMES)
        self.year_button = QPushButton(_("Per jaar bekijken"))
        self.year_button.clicked.connect(lambda: desk.go(Place("prestatiejaar")))
        self.agree_button = QPushButton(_("In de prestatieafspraken…"))
        self.agree_button.clicked.connect(lambda: desk.safely(self.begin_agreeing))
        self.bring_button = QPushButton(_("Inbrengen in overleg…"))
        self.bring_button.clicked.connect(lambda: desk.safely(self.begin_bringing_in))
        self.paper_button = QPushButton(_("Inbreng afdrukken"))
        self.paper_button.clicked.connect(lambda: desk.go(Place("overzicht_papier", kind="inbreng")))
        for button in (self.year_button, self.agree_button, self.bring_button, self.paper_button):
            self.kinds_row.row.addWidget(button)
        self.put_above(self.kinds_row)
        self.pane.table.chosen_changed.connect(self._offer)
        self._offer()

    def title(self) -> str:
        return _("Prestatieafspraken")

    def kind_shown(self) -> None:
        self.kinds_row.mark(self.kind)

    def show_place(self, place: Place) -> None:
        super().show_place(place)
        self._offer()
        if (row := self.pane.layout()) is not None:
            row.activate()  # the button for a new one has other words for each kind

    def _offer(self) -> None:
        """Buttons for what is selected, and for this kind only."""
        some = self.pane.chosen_count() > 0
        self.agree_button.setVisible(self.kind == LINE and some)
        self.bring_button.setVisible(self.kind == INPUT and some)
        self.paper_button.setVisible(self.kind == INPUT)

    # -- what is done with many ------------------------------------------------------------------------------------

    def begin_agreeing(self) -> None:
        """Ask from which day the selected lines are in the prestatieafspraken."""
        numbers = self.chosen()
        ctx = self.desk.ctx

        def agree(yes: bool) -> Any:
            return lambda given: overzichten_stappen.agree(
                ctx, numbers, _day(given["afgesproken_op"]) or clock.today(), yes
            )

        self._begin(
            numbers,
            _("Welke dag spraken partijen dit af?"),
            ("afgesproken_op",),
            ((_("In de prestatieafspraken"), agree(True)), (_("Eruit halen"), agree(False))),
            {"afgesproken_op": clock.today().isoformat()},
        )

    def begin_bringing_in(self) -> None:
        """Ask in which overleg the selected points are brought in."""
        numbers = self.chosen()

        def bring(given: Mapping[str, Any]) -> Changed:
            return overzichten_stappen.bring_in(
                self.desk.ctx, numbers, given["overleg"], _day(given["ingebracht_op"])
            )

        self._begin(
            numbers,
            _("Laat de dag leeg als die van het overleg goed is."),
            ("overleg", "ingebracht_op"),
            ((_("Inbrengen in overleg"), bring),),
            {},
            ("overleg",),
        )

    def _begin(
        self,
        numbers: Sequence[int],
        explained: str,
        keys: Sequence[str],
        ways: Sequence[tuple[str, Any]],
        values: Mapping[str, Any],
        needed: Sequence[str] = (),
    ) -> None:
        title = _("{records} tegelijk").format(records=words.how_many(self.spec, len(numbers)))
        card = ManyStepCard(self.desk, self.spec, title, explained, keys, ways, values, needed)
        card.done.connect(lambda: self.desk.safely(self.to_list))
        card.left.connect(lambda: self.desk.safely(self.to_list))
        self.begin_task(card, card.begin)

    # -- the record that is shown ----------------------------------------------------------------------------------

    def extra_panels(self, view: View) -> Sequence[QWidget]:
        """Of an overview its lines, of a line what is known of it, of a point of input its next step."""
        if self.kind == KIND:
            return (OverviewPanel(self.desk, view.number),)
        record = records.show(self.desk.ctx, self.spec, view.number)
        if self.kind == LINE:
            return (LinePanel(self.desk, view.number, int(record["overzicht"])),)
        return (InputPanel(self.desk, record, view.title),)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


PAGE = AgreementsPage
"""The parts of the screen of prestatieafspraken."""
