"""Scorekaart: over the years, what landlords did with the adviezen of the organisation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from huurdersapp.actions import finding, scorekaart
from huurdersapp.actions.scorekaart import Cijfer, Groep, Rij, Scorekaart
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import LazyText, lazy, ngettext
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.akkoord.sheet_page import SheetPage, fill_combo
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists.record_parts import LINK_EDGE, card, label
from huurdersapp.ui.place import Place

LANDLORDS = 200
"""Verhuurders that can be chosen."""
WIDE = 940
"""Pixels at 100 % that the table of a group needs; narrower each line is a block."""
COLUMNS = (
    "totaal", "reactie:gevolgd", "reactie:deels", "reactie:niet", "reactie:geen", "reactie:",
    "voorwaarden", "voorwaarden:overgenomen", "voorwaarden_voldaan",
)  # fmt: skip
"""Numbers of which a group has a column."""
CARDS: tuple[tuple[LazyText, tuple[str, ...]], ...] = (
    (lazy("Wat wij adviseerden"), ("uitkomst:",)),
    (lazy("Wat de verhuurder deed"), ("reactie:",)),
    (lazy("Termijnen"), ("termijn:", "redenen:")),
    (lazy("Voorwaarden"), ("voorwaarden",)),
)
"""Numbers of the whole, by how their keys begin."""


@dataclass(frozen=True, slots=True)
class Found:
    """The landlords and years that there are, and the card of what was chosen."""

    landlords: tuple[tuple[int, str], ...]
    years: tuple[int, ...]
    card: Scorekaart


class ScorePage(SheetPage):
    """A landlord and a year, or all of them; every number opens its list."""

    help = "adviezen"
    kinds = frozenset({"advies", "verhuurder", "thema"})
    back_to: ClassVar[tuple[str, LazyText]] = ("advies", lazy("< Terug naar adviezen"))

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self.landlord, self.year = self.choose(_("Verhuurder"), 18), self.choose(_("Jaar"), 10)
        self._landlord: int | None = None
        self._year: int | None = None
        self._was_wide = True

    def title(self) -> str:
        return _("Scorekaart")

    def place(self) -> Place:
        return Place(self.key, self._landlord, values={"jaar": self._year} if self._year else {})

    def show_place(self, place: Place) -> None:
        if place.number is not None or place.values.get("jaar"):
            self._landlord, self._year = place.number, place.values.get("jaar")
            self.landlord.clear()
            self.year.clear()
        super().show_place(place)

    def asked(self) -> None:
        if self.landlord.count():
            self._landlord, self._year = self.landlord.currentData(), self.year.currentData()

    def question(self) -> Found:
        ctx = self.desk.ctx
        landlords = tuple(
            (each.number, each.name) for each in finding.listed(ctx, "verhuurder", (), LANDLORDS)
        )
        landlord = self._landlord if self._landlord in dict(landlords) else None
        whole = scorekaart.scorekaart(ctx)
        years = tuple(range(whole.span.last.year, whole.span.first.year - 1, -1))
        year = self._year if self._year in years else None
        if landlord is None and year is None:
            return Found(landlords, years, whole)
        span = (whole.span.first.year, whole.span.last.year) if year is None else (year, year)
        return Found(landlords, years, scorekaart.scorekaart(ctx, landlord, span))

    def answered(self, found: Found) -> None:
        names = [(name, number) for number, name in found.landlords]
        fill_combo(self.landlord, [(_("Alle verhuurders"), None), *names], self._landlord)
        years = [(str(year), year) for year in found.years]
        fill_combo(self.year, [(_("Alle jaren"), None), *years], self._year)

    @property
    def wide(self) -> bool:
        """Whether the columns of a group fit beside each other."""
        return super().wide and self.width() >= self.desk.look.px(WIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.wide != self._was_wide:
            self.redraw()

    # -- what is shown ---------------------------------------------------------------------------------------------

    def fill(self, column: QVBoxLayout, found: Found) -> None:
        self._was_wide = self.wide
        card_, total = found.card, found.card.total["totaal"].count
        if not total:
            text = _("Er is nog geen advies verstuurd. Hier ziet u later wat verhuurders ermee deden.")
            column.addWidget(label(text))
            return
        text = ngettext("{count} advies verstuurd", "{count} adviezen verstuurd", total)
        column.addWidget(label(text.format(count=written(total)), "heading"))
        column.addWidget(self._whole(card_.total))
        for group in card_.groups:
            if group.rows:
                column.addWidget(self._group(group))

    def _whole(self, row: Rij) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        across = 2 if self.wide else 1
        for at, (title, begins) in enumerate(CARDS):
            frame, column = card(str(title))
            column.addWidget(self._numbers(str(title), tuple(_beginning(row, begins))))
            column.addStretch(1)
            grid.addWidget(frame, at // across, at % across)
        return holder

    def _numbers(self, title: str, numbers: Sequence[Cijfer]) -> QWidget:
        """Numbers under each other, each with its label before it."""
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        some = [each for each in numbers if each.count]
        for at, each in enumerate(some):
            grid.addWidget(label(each.label), at, 0)
            grid.addWidget(self._cell(title, each), at, 1, Qt.AlignmentFlag.AlignRight)
        if not some:
            grid.addWidget(label(_("Nog niets."), "muted"), 0, 0)
        return holder

    def _cell(self, row: str, found: Cijfer) -> QWidget:
        """A number that opens its list; a nought has none."""
        if not found.count:
            nought = label("0", "muted")
            nought.setIndent(LINK_EDGE)  # in line with the numbers that are links
            return nought
        name = _("{row}, {label}: {count}").format(row=row, label=found.label, count=written(found.count))
        title = _("{label}: {row}").format(label=found.label, row=row)
        where = tuple(f"{key}={value}" for key, value in found.where)
        return self.number(written(found.count), name, found.kind, where, title)

    def _group(self, group: Groep) -> QWidget:
        frame, column = card(group.title)
        if not self.wide:
            for row in group.rows:
                column.addWidget(label(row.name, "label"))
                column.addWidget(self._numbers(row.name, [row[key] for key in COLUMNS]))
            return frame
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(0, 3)
        for at, key in enumerate(COLUMNS, 1):
            grid.addWidget(label(group.rows[0][key].label, "muted"), 0, at, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(at, 1)
        for line, row in enumerate(group.rows, 1):
            grid.addWidget(label(row.name), line, 0)
            for at, key in enumerate(COLUMNS, 1):
                grid.addWidget(self._cell(row.name, row[key]), line, at)
        column.addWidget(holder)
        return frame


def _beginning(row: Rij, begins: Sequence[str]) -> Iterator[Cijfer]:
    return (each for each in row.cijfers if any(each.key.startswith(start) for start in begins))


PAGE = ScorePage
