"""Aandelen: the homes of each corporation, and beside its share of these what it contributes to each measure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from huurdersapp.actions import aandelen, lists
from huurdersapp.actions.aandelen import Contribution, OfMeasure, Shares
from huurdersapp.actions.vandaag import day_of
from huurdersapp.base.formats import number as written
from huurdersapp.base.i18n import gettext as _
from huurdersapp.ui.akkoord.sheet_page import NAME, SheetPage, fill_combo
from huurdersapp.ui.desk import Desk
from huurdersapp.ui.lists.record_parts import card, label
from huurdersapp.ui.place import Place


@dataclass(frozen=True, slots=True)
class Found:
    """The akkoorden there are, the years of the chosen one, and its shares (None: there is no akkoord)."""

    known: tuple[tuple[int, str], ...] = ()
    years: tuple[int, ...] = ()
    shares: Shares | None = None


class AandelenPage(SheetPage):
    """An akkoord and a year; nothing is said but the difference in percentage points."""

    help = "akkoorden"
    kinds = frozenset({"akkoord", "partij", "meting", "indicator", "doel", "thema", "kern"})

    def __init__(self, desk: Desk, key: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, key, parent)
        self.akkoord, self.year = self.choose(_("Akkoord"), NAME), self.choose(_("Jaar"))
        self._number: int | None = None
        self._year: int | None = None

    def title(self) -> str:
        return _("Bijdragen naar bezit")

    def place(self) -> Place:
        return Place(self.key, self._number, values={"jaar": self._year} if self._year else {})

    def show_place(self, place: Place) -> None:
        if place.number is not None:
            self._number, self._year = place.number, place.values.get("jaar")
            self.akkoord.clear()
            self.year.clear()
        super().show_place(place)

    def asked(self) -> None:
        if self.akkoord.count():
            self._number = self.akkoord.currentData()
        if self.year.count():
            self._year = self.year.currentData()

    def question(self) -> Found:
        ctx = self.desk.ctx
        rows = sorted(
            lists.find(ctx, ctx.spec("akkoord")), key=lambda row: (not row["geldig"], -row["van_jaar"])
        )
        known = tuple((row["nummer"], row["naam"]) for row in rows)
        if not known:
            return Found()
        number = self._number if self._number in dict(known) else known[0][0]
        assert number is not None
        years = aandelen.years(ctx, number)
        last = day_of(ctx).year - 1  # of this year not everything is known yet
        usual = last if last in years else years[0]
        year = self._year if self._year in years else usual
        assert year is not None
        return Found(known, years, aandelen.shares(ctx, number, year))

    def answered(self, found: Found) -> None:
        if found.shares is None:
            return
        self._number, self._year = found.shares.akkoord, found.shares.year
        fill_combo(self.akkoord, [(name, number) for number, name in found.known], self._number)
        fill_combo(self.year, [(str(year), year) for year in found.years], self._year)

    def fill(self, column: QVBoxLayout, found: Found) -> None:
        shares = found.shares
        if shares is None:
            column.addWidget(label(_("Er is nog geen akkoord. Laad er een op het scherm Akkoord.")))
            return
        if not shares.homes:
            column.addWidget(label(_("In dit akkoord staat geen corporatie.")))
            return
        column.addWidget(self._homes(shares))
        if not shares.measures:
            column.addWidget(
                label(_("Van geen enkele maat is een meting per corporatie bekend in dit jaar."), "muted")
            )
        for measure in shares.measures:
            column.addWidget(self._measure(shares, measure))

    def _homes(self, shares: Shares) -> QWidget:
        frame, column = card(_("Sociale huurwoningen in {year}").format(year=shares.year))
        heads = [_("Corporatie"), _("Woningen"), _("Aandeel")]
        lines = [
            [
                each.name
                if each.municipality or each.count is None
                else _("{name} *").format(name=each.name),
                _("niet bekend") if each.count is None else written(each.count),
                _per_cent(each.share),
            ]
            for each in shares.homes
        ]
        if shares.total:
            lines.append([_("Samen"), written(shares.total), ""])
        column.addWidget(_table(heads, [[label(text) for text in line] for line in lines]))
        if any(each.count is not None and not each.municipality for each in shares.homes):
            column.addWidget(label(_("* In het hele werkgebied, niet alleen in deze gemeente."), "muted"))
        if shares.missing:
            column.addWidget(
                label(
                    _("Niet bekend: {names}. Vul het in bij die partij, onder ‘Bezit per jaar’.").format(
                        names=", ".join(shares.missing)
                    ),
                    "warning",
                )
            )
        if shares.mixed:
            column.addWidget(label(_("Deze aantallen gelden niet voor hetzelfde gebied."), "warning"))
        return frame

    def _measure(self, shares: Shares, measure: OfMeasure) -> QWidget:
        frame, column = card(_("{code}: {text}").format(code=measure.code, text=measure.text))
        unit = measure.unit or _("Bijdrage")
        heads = [_("Corporatie"), unit, _("Aandeel hierin"), _("Aandeel in woningen"), _("Verschil")]
        owned = {each.party: each.share for each in shares.homes}
        lines: list[list[QWidget]] = []
        for each in measure.parties:
            value: QWidget = label(_("niet bekend"))
            if each.value is not None:
                name = _("{code}, {party}: {value}").format(
                    code=measure.code, party=each.name, value=written(each.value)
                )
                title = _("Metingen van {party} bij {code}").format(party=each.name, code=measure.code)
                value = self.number(written(each.value), name, "meting", each.where, title)
            texts = (_per_cent(each.share), _per_cent(owned.get(each.party)), points(each))
            lines.append([label(each.name), value, *map(label, texts)])
        lines.append([label(_("Samen")), label(written(measure.total)), label(""), label(""), label("")])
        column.addWidget(_table(heads, lines) if self.wide else _blocks(heads, lines))
        if measure.missing:
            text = _("Niet bekend: {names}. Daarom staan er geen aandelen.")
            column.addWidget(label(text.format(names=", ".join(measure.missing)), "warning"))
        return frame


def points(each: Contribution) -> str:
    """The difference in words."""
    if each.difference is None:
        return _("niet te zeggen")
    if not each.difference:
        return _("gelijk")
    size = written(abs(each.difference))
    if each.difference > 0:
        return _("{size} procentpunt meer").format(size=size)
    return _("{size} procentpunt minder").format(size=size)


def _per_cent(share: Decimal | None) -> str:
    return _("niet bekend") if share is None else _("{share} %").format(share=written(share))


def _table(heads: list[str], lines: list[list[QWidget]]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    for at, head in enumerate(heads):
        grid.addWidget(label(head, "muted"), 0, at, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(at, 1)
    for row, line in enumerate(lines, 1):
        for at, cell in enumerate(line):
            grid.addWidget(cell, row, at)
    return holder


def _blocks(heads: list[str], lines: list[list[QWidget]]) -> QWidget:
    """The cells of each line under each other, each with its head before it."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    row = 0
    for line in lines:
        for at, cell in enumerate(line):
            grid.addWidget(label(heads[at], "muted"), row, 0)
            grid.addWidget(cell, row, 1)
            row += 1
    return holder


PAGE = AandelenPage
