"""A year of an akkoord: each party with its overview or since when it is waited for, the sums, and the right of advice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from huurdersapp.actions import overzichten, overzichten_stappen
from huurdersapp.actions.overzichten_jaar import Board, Seat
from huurdersapp.actions.overzichten_stappen import ADVICE, Advice
from huurdersapp.base.formats import day_named
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.i18n import ngettext
from huurdersapp.records.activiteitenoverzicht import ADVIESRECHT, STATUS
from huurdersapp.ui.afspraken.panels import NEW, PAGE, WIDE_BELOW
from huurdersapp.ui.afspraken.tables import sums_table
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.forms.quick_form import About, QuickForm
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.place import Place


class SeatCard(QFrame):
    """One party in the year."""

    def __init__(self, desk: Desk, board: Board, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.board, self.seat = desk, board, seat
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        name = _("{name} (wij)").format(name=seat.name) if seat.own else seat.name
        column.addWidget(label(name, "heading"))
        found = seat.overview
        if seat.waiting:
            column.addWidget(label(_("{text}.").format(text=seat.waiting), "muted"))
        if found is not None:
            told = ". ".join(found.days) or STATUS.label(found.state)
            column.addWidget(label(_("{text}.").format(text=told), "label"))
            lines = [line for line in found.lines if line.state != "vervallen"]
            count = ngettext("{count} activiteit", "{count} activiteiten", len(lines))
            agreed = _("{lines}, waarvan {agreed} in de prestatieafspraken.").format(
                lines=count.format(count=len(lines)), agreed=sum(line.agreed for line in lines)
            )
            column.addWidget(label(agreed))
        holder = QWidget()
        row = FlowLayout(holder)
        self.buttons: list[QPushButton] = []
        for words, place in self._ways():
            button = QPushButton(words)
            button.setAccessibleName(_("{button}: {name}").format(button=words, name=seat.name))
            button.clicked.connect(lambda _on=False, place=place: desk.go(place))
            self.buttons.append(button)
            row.addWidget(button)
        column.addWidget(holder)

    def _ways(self) -> list[tuple[str, Place]]:
        found = self.seat.overview
        if found is None:
            values = {"akkoord": self.board.akkoord, "partij": self.seat.party, "jaar": self.board.jaar}
            return [(_("Overzicht maken"), Place(PAGE, kind=overzichten.KIND, doing=NEW, values=values))]
        ways = [(_("Overzicht bekijken"), Place(PAGE, found.number, kind=overzichten.KIND))]
        if not self.seat.own:
            values = {"overzicht": found.number}
            ways.append(
                (_("+ Inbreng"), Place(PAGE, kind=overzichten_stappen.INPUT, doing=NEW, values=values))
            )
        return ways


class AdviceCard(QFrame):
    """Whether the formal right of advice is used on top, per landlord; the right stays in force either way."""

    def __init__(
        self, desk: Desk, board: Board, again: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk, self.board, self._again = desk, board, again
        self.form: QuickForm | None = None
        self.setProperty("role", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.addWidget(label(_("Gebruiken wij het adviesrecht ernaast?"), "heading"))
        text = _(
            "Het recht op advies blijft altijd gelden, wat u ook kiest (Overlegwet, artikel 3 tot en met 5)."
        )
        self._column.addWidget(label(text, "muted"))
        self.buttons: list[QPushButton] = []
        for row in overzichten_stappen.advice_of(desk.ctx, board.akkoord, board.jaar):
            self._row(row)

    def _row(self, row: Advice) -> None:
        answer = ADVIESRECHT.label(row.answer)
        if row.on is not None:
            answer = _("{answer} ({day})").format(answer=answer, day=day_named(row.on))
        self._column.addWidget(label(_("{name}: {answer}.").format(name=row.name, answer=answer), "label"))
        if row.why:
            self._column.addWidget(label(row.why))
        holder = QWidget()
        line = FlowLayout(holder)
        button = QPushButton(_("Vastleggen…"))
        button.setAccessibleName(_("Vastleggen: {name}").format(name=row.name))
        button.clicked.connect(lambda: self.desk.safely(partial(self.begin, row)))
        self.buttons.append(button)
        line.addWidget(button)
        if row.advice is not None:
            letter = QPushButton(_("Naar het advies"))
            letter.clicked.connect(lambda: self.desk.go(Place("advies", row.advice)))
            line.addWidget(letter)
        self._column.addWidget(holder)

    def begin(self, row: Advice) -> None:
        """Ask what was settled with a landlord."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
        values: Mapping[str, Any] = {
            "adviesrecht": row.answer if row.overview else None,
            "adviesrecht_op": row.on.isoformat() if row.on else None,
            "adviesrecht_reden": row.why or None,
            "advies": row.advice,
        }
        form = self.form = QuickForm(
            self.desk,
            self.desk.ctx.spec(overzichten.KIND),
            ADVICE,
            _("Adviesrecht bij {name}").format(name=row.name),
            lambda typed: self._save(row, typed),
            About(overzichten.KIND, row.overview or 0, row.name, f"adviesrecht{self.board.jaar}"),
            values=values,
            needed=("adviesrecht",),
        )
        form.left.connect(self._leave)
        self._column.addWidget(form)
        form.show()
        form.begin()

    def _leave(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        if self.buttons:
            self.buttons[0].setFocus()

    def _save(self, row: Advice, typed: dict[str, Any]) -> None:
        told = overzichten_stappen.settle_advice(
            self.desk.ctx, self.board.akkoord, row.party, self.board.jaar, typed
        )
        self.desk.say_done(_("Vastgelegd: adviesrecht bij {name}.").format(name=row.name), told)
        self._again()


class SumsCard(QFrame):
    """What the overviews of all parties add up to."""

    def __init__(self, desk: Desk, board: Board, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(label(_("Alle partijen samen"), "heading"))
        if board.sums:
            column.addWidget(sums_table(board.sums, wide=desk.look.zoom < WIDE_BELOW))
            text = _("Aantallen zijn alleen opgeteld als de eenheid dezelfde is.")
            column.addWidget(label(text, "muted"))
        else:
            column.addWidget(label(_("Er is nog niets om op te tellen."), "muted"))
