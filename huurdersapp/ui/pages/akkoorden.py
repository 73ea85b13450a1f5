"""Akkoorden naast elkaar: for who works in several municipalities, or has an old akkoord beside the new one."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from huurdersapp.actions import lists
from huurdersapp.actions.akkoorden_vergelijken import Cell, Side, Table, compare
from huurdersapp.actions.vandaag import day_of
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import parse
from huurdersapp.ui.akkoord.sheet_page import SheetPage, fill_combo
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists.record_parts import LinkButton, card, label
from huurdersapp.ui.place import Place

MOST_COLUMNS = 3
"""Akkoorden that fit beside each other."""


@dataclass(frozen=True, slots=True)
class Found:
    """All akkoorden there are (number, name, first and last year), and the chosen ones beside each other."""

    known: tuple[tuple[int, str, int, int], ...]
    table: Table
    year: int


class AkkoordenPage(SheetPage):
    """Boxes to tick for the akkoorden, the year of what we did, and the table."""

    help = "akkoorden"

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self.year = self.choose(_("Wat wij deden in"))
        self.boxes: dict[int, QCheckBox] = {}
        self._titles: dict[int, QLabel] = {}
        self._wanted: tuple[int, ...] | None = None
        self._year: int | None = None

    def title(self) -> str:
        return _("Akkoorden naast elkaar")

    def place(self) -> Place:
        if self._wanted is None:
            return Place(self.key)
        return Place(self.key, values={"akkoorden": list(self._wanted), "jaar": self._year})

    def show_place(self, place: Place) -> None:
        if "akkoorden" in place.values:
            self._wanted = tuple(place.values["akkoorden"])
            self._year = place.values.get("jaar")
            self.year.clear()
            for number in list(self.boxes):
                self._take_away(number)
        super().show_place(place)

    def asked(self) -> None:
        if self.year.count():
            self._year = self.year.currentData()

    def _ticked(self) -> None:
        self._wanted = tuple(number for number, box in self.boxes.items() if box.isChecked())
        self.chosen()

    def question(self) -> Found:
        ctx = self.desk.ctx
        rows = lists.find(ctx, ctx.spec("akkoord"))
        known = tuple((row["nummer"], row["naam"], row["van_jaar"], row["tot_jaar"]) for row in rows)
        there = [each[0] for each in known]
        wanted = [number for number in there if self._wanted is None or number in self._wanted]
        year = self._year or day_of(ctx).year
        return Found(known, compare(ctx, wanted, parse(str(year))), year)

    def answered(self, found: Found) -> None:
        shown = {side.number for side in found.table.sides}
        for number, name, _first, _last in found.known:
            if number not in self.boxes:
                box = self.boxes[number] = QCheckBox(name)
                box.setChecked(number in shown)
                box.clicked.connect(lambda _on: self.desk.safely(self._ticked))
                self.choices.addWidget(self._ticker(number, box))
        for number in set(self.boxes) - {each[0] for each in found.known}:
            self._take_away(number)
        for at, title in enumerate(self._titles.values()):
            title.setText("" if at else _("Welke akkoorden"))
        years = {found.year, day_of(self.desk.ctx).year}
        for _number, _name, first, last in found.known:
            years |= set(range(first, last + 1))
        self._year = found.year
        fill_combo(self.year, [(str(year), year) for year in sorted(years, reverse=True)], found.year)

    def _ticker(self, number: int, box: QCheckBox) -> QWidget:
        """A box to tick as high as the choice beside it, under what the boxes are together."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        title = self._titles[number] = label("", "label")
        column.addWidget(title)
        column.addWidget(box, 1)
        return holder

    def _take_away(self, number: int) -> None:
        """Without the box of an akkoord."""
        self._titles.pop(number)
        box = self.boxes.pop(number)
        holder = box.parentWidget() or box
        holder.hide()
        holder.deleteLater()

    def fill(self, column: QVBoxLayout, found: Found) -> None:
        sides = found.table.sides
        if len(found.known) < 2:
            column.addWidget(
                label(_("Er is maar één akkoord. Laad er nog een om ze naast elkaar te zetten."), "muted")
            )
        if not sides:
            column.addWidget(label(_("Kies hierboven een akkoord.")))
        elif self.wide and len(sides) <= MOST_COLUMNS:
            column.addWidget(self._beside(found))
        else:
            for side in sides:
                column.addWidget(self._block(found, side))

    def _beside(self, found: Found) -> QWidget:
        frame, column = card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        column.addLayout(grid)
        sides = found.table.sides
        for at, side in enumerate(sides, 1):
            grid.addWidget(label(side.name, "heading"), 0, at, Qt.AlignmentFlag.AlignTop)
        row = 1
        for head, texts in _facts(sides):
            grid.addWidget(label(head, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
            for at, text in enumerate(texts, 1):
                grid.addWidget(label(text), row, at, Qt.AlignmentFlag.AlignTop)
            row += 1
        for title, words in found.table.rows:
            if not words:
                continue
            grid.addWidget(label(self._headed(title, found.year), "heading"), row, 0, 1, len(sides) + 1)
            row += 1
            for word in words:
                grid.addWidget(label(word, "muted"), row, 0)
                for at, side in enumerate(sides, 1):
                    grid.addWidget(self._cell(side, word), row, at, Qt.AlignmentFlag.AlignLeft)
                row += 1
        for at in range(len(sides) + 1):
            grid.setColumnStretch(at, 2 if at else 1)
        return frame

    def _block(self, found: Found, side: Side) -> QWidget:
        """One akkoord under the other, where columns do not fit."""
        frame, column = card(side.name)
        for head, (text,) in _facts([side]):
            column.addWidget(label(_("{label}: {words}").format(label=head, words=text)))
        for title, words in found.table.rows:
            if any(word in side.numbers for word in words):
                column.addWidget(label(self._headed(title, found.year), "label"))
            for word in words:
                if (cell := side.numbers.get(word)) is not None:
                    text = _("{label}: {count}").format(label=word, count=written(cell.count))
                    column.addWidget(self._link(side, word, cell, text))
        return frame

    def _headed(self, title: str, year: int) -> str:
        done = title == _("Wat wij deden")
        return _("{title} in {year}").format(title=title, year=year) if done else title

    def _cell(self, side: Side, word: str) -> QWidget:
        cell = side.numbers.get(word)
        return label("–", "muted") if cell is None else self._link(side, word, cell, written(cell.count))

    def _link(self, side: Side, word: str, cell: Cell, text: str) -> LinkButton:
        name = _("{label}: {count}, {akkoord}").format(
            label=word, count=written(cell.count), akkoord=side.name
        )
        title = _("{label} van {akkoord}").format(label=word, akkoord=side.name)
        return self.number(text, name, cell.kind, cell.where, title, cell.first)


def _facts(sides: list[Side] | tuple[Side, ...]) -> list[tuple[str, list[str]]]:
    """What an akkoord says of itself, row by row."""
    own = [", ".join(side.own) or _("geen") for side in sides]
    return [
        (_("Gemeente"), [side.place for side in sides]),
        (_("Jaren"), [side.years for side in sides]),
        (_("Partijen"), [", ".join(side.parties) for side in sides]),
        (_("Wijzelf"), own),
        (_("Thema's"), [", ".join(side.themes) for side in sides]),
    ]


PAGE = AkkoordenPage
