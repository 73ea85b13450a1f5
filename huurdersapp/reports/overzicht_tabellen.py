"""The tables that the papers about overviews share: what was planned in a year beside what came of it, and the sums."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from huurdersapp.reports.document import Column, Span, Table, Text
from huurdersapp.reports.language import money, number
from huurdersapp.reports.overzicht_values import OverzichtJaar, OverzichtRegel, OverzichtSom
from huurdersapp.reports.prose import one_line

NONE = "–"
NO_THEME = "Zonder thema"
AMOUNT = "Geld"


def named(line: OverzichtRegel) -> str:
    """A line with where it is and with whom."""
    more = [text for text in map(one_line, (line.project, line.plaats)) if text]
    name = one_line(line.naam)
    if more:
        name = f"{name} ({', '.join(more)})"
    return f"{name}, samen met {one_line(line.samen_met)}" if line.samen_met else name


def counted(value: Decimal | None, unit: str = "") -> str:
    """A number with its unit, or a dash."""
    return NONE if value is None else f"{number(value)} {one_line(unit)}".strip()


def cents(value: int | None) -> str:
    """An amount, or a dash."""
    return NONE if value is None else money(value)


def per_year(caption: str, lines: Sequence[OverzichtRegel]) -> Table:
    """A row for each line and year, the name in each of them: a table may go on on the next page."""
    columns = (
        Column("Activiteit", width=2.6),
        Column("Jaar", "right", 0.6),
        Column("Gepland", "right", 1.2),
        Column("Gehaald", "right", 1.2),
        Column("Gepland bedrag", "right", 1.2),
        Column("Besteed", "right", 1.2),
    )
    rows = tuple(_row(line, year) for line in lines for year in line.jaren or (OverzichtJaar(0),))
    return Table(caption, columns, rows)


def _row(line: OverzichtRegel, year: OverzichtJaar) -> tuple[Text, ...]:
    return (
        Span(named(line), source=line.source),
        str(year.jaar) if year.jaar else NONE,
        counted(year.aantal, line.eenheid),
        counted(year.aantal_gedaan, line.eenheid),
        cents(year.bedrag),
        cents(year.bedrag_gedaan),
    )


def sums(caption: str, found: Sequence[OverzichtSom]) -> Table:
    """What lines add up to, per unit and year."""
    columns = (
        Column("Wat", width=2.6),
        Column("Jaar", "right", 0.6),
        Column("Gepland", "right", 1.4),
        Column("Gehaald of besteed", "right", 1.4),
    )
    rows = tuple(
        (
            one_line(item.eenheid) or AMOUNT,
            str(item.jaar),
            _value(item.eenheid, item.gepland),
            _value(item.eenheid, item.gedaan),
        )
        for item in found
    )
    note = "Aantallen zijn alleen opgeteld als de eenheid dezelfde is. Wat niet is ingevuld, telt niet mee."
    return Table(caption, columns, rows, note=note)


def _value(unit: str, value: Decimal | None) -> str:
    if value is None:
        return NONE
    return number(value) if unit else money(int(value))
