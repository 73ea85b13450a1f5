"""A year of the prestatieafspraken: all parties of the akkoord under each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from huurdersapp.actions import overzichten_jaar
from huurdersapp.actions.overzichten_jaar import Board
from huurdersapp.base.events import Changes
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.afspraken.panels import PAGE as LISTS
from huurdersapp.ui.afspraken.year_board import AdviceCard, SeatCard, SumsCard
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.forms.editors.choice import Combo
from huurdersapp.ui.forms.flow import FlowLayout
from huurdersapp.ui.lists.record_parts import label
from huurdersapp.ui.page import Command, Page
from huurdersapp.ui.place import Place

WATCHED = frozenset({"akkoord", "activiteitenoverzicht", "activiteit", "partij", "anker", "thema"})


class AgreementYearPage(Page):
    """`Place.number` is the akkoord, `values["jaar"]` the year."""

    help = "prestatieafspraken"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self.board: Board | None = None
        self._akkoord: int | None = None
        self._jaar: int | None = None
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        self.top = QWidget()
        row = FlowLayout(self.top)
        self.akkoord, self.year = Combo(), Combo()
        for combo, words in ((self.akkoord, _("Akkoord")), (self.year, _("Jaar"))):
            combo.setAccessibleName(words)
            row.addWidget(combo)
        self.akkoord.setMinimumContentsLength(14)
        self.akkoord.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.akkoord.activated.connect(lambda _at: self.desk.safely(self._other_akkoord))
        self.year.activated.connect(lambda _at: self.desk.safely(self._other_year))
        self.paper = QPushButton(_("Prestatieafspraken afdrukken"))
        self.paper.clicked.connect(self.to_paper)
        self.lists = QPushButton(_("Naar de lijsten"))
        self.lists.clicked.connect(lambda: self.desk.go(Place(LISTS)))
        row.addWidget(self.paper)
        row.addWidget(self.lists)
        column.addWidget(self.top)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self.area, 1)
        self.desk.look.changed.connect(lambda: QTimer.singleShot(0, self, self._redraw))

    # -- the page --------------------------------------------------------------------------------------------------

    def title(self) -> str:
        return _("Prestatieafspraken per jaar")

    def place(self) -> Place:
        values = {"jaar": self._jaar} if self._jaar else {}
        return Place(self.key, self._akkoord, values=values)

    def show_place(self, place: Place) -> None:
        wanted = place.values.get("jaar")
        if place.number is not None:
            self._akkoord = place.number
        if isinstance(wanted, int):
            self._jaar = wanted
        self.refresh()
        (self.year if self.board is not None else self.lists).setFocus()

    def commands(self) -> Mapping[Command, Callable[[], object]]:
        return {"afdrukken": self.to_paper} if self.board is not None else {}

    def changed(self, changes: Changes) -> None:
        if changes.kinds() & WATCHED:
            self.refresh()

    # -- what is shown ---------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the year anew."""
        ctx = self.desk.ctx
        known = overzichten_jaar.akkoorden(ctx)
        if self._akkoord not in {number for number, _name in known}:
            if self._akkoord is not None:  # it was thrown away: its year need not be one of another
                self._jaar = None
            self._akkoord = known[0][0] if known else None
        if self._akkoord is None:
            self.board = None
            self._show(self._nothing())
            return
        if self._jaar is None:
            self._jaar = overzichten_jaar.first_year(ctx, self._akkoord)
        self.board = overzichten_jaar.board(ctx, self._akkoord, self._jaar)
        self._choices(known, self.board)
        self._redraw()

    def _choices(self, known: list[tuple[int, str]], board: Board) -> None:
        self.akkoord.clear()
        for number, name in known:
            self.akkoord.addItem(name, number)
        self.akkoord.setCurrentIndex(self.akkoord.findData(board.akkoord))
        self.akkoord.setVisible(len(known) > 1)
        self.year.clear()
        for jaar in sorted({*board.years, board.jaar}):
            self.year.addItem(str(jaar), jaar)
        self.year.setCurrentIndex(self.year.findData(board.jaar))

    def _redraw(self) -> None:
        board = self.board
        if board is None:
            return
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 6)
        column.setSpacing(8)
        title = _("{name}, {year}").format(name=board.name, year=board.jaar)
        column.addWidget(label(title, "title"))
        self.seats = [SeatCard(self.desk, board, seat) for seat in board.seats]
        if not self.seats:
            column.addWidget(label(_("Dit akkoord heeft nog geen partijen."), "muted"))
        for card in self.seats:
            column.addWidget(card)
        column.addWidget(SumsCard(self.desk, board))
        self.advice = AdviceCard(self.desk, board, lambda: QTimer.singleShot(0, self, self.refresh))
        if self.advice.buttons:
            column.addWidget(self.advice)
        column.addStretch(1)
        self._show(inside)

    def _show(self, inside: QWidget) -> None:
        old = self.area.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.area.setWidget(inside)
        there = self.board is not None
        self.year.setVisible(there)
        self.paper.setVisible(there)
        if not there:
            self.akkoord.hide()
        self.commands_changed.emit()

    def _nothing(self) -> QWidget:
        inside = QFrame()
        inside.setProperty("role", "card")
        column = QVBoxLayout(inside)
        column.addWidget(label(_("Er is nog geen akkoord."), "heading"))
        text = _("Prestatieafspraken horen bij een akkoord. Laad eerst dat van uw gemeente, of voer het in.")
        column.addWidget(label(text))
        button = QPushButton(_("Naar het akkoord"))
        button.clicked.connect(lambda: self.desk.go(Place("akkoord")))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return inside

    # -- choosing --------------------------------------------------------------------------------------------------

    def _other_akkoord(self) -> None:
        self._akkoord, self._jaar = self.akkoord.currentData(), None
        self.refresh()
        self.place_changed.emit()

    def _other_year(self) -> None:
        self._jaar = self.year.currentData()
        self.refresh()
        self.place_changed.emit()

    def to_paper(self) -> None:
        """The prestatieafspraken of this year on paper."""
        if self._jaar is not None:
            values = {"jaar": self._jaar}
            self.desk.go(Place("overzicht_papier", self._akkoord, kind="prestatieafspraken", values=values))


PAGE = AgreementYearPage
"""The parts of the screen of a year of prestatieafspraken."""
