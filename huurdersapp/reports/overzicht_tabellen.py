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


def planned(caption: str, lines: Sequence[OverzichtRegel], years: Sequence[int]) -> Table:
    """A row for each line with what is planned in each of these years: the number, and below it the amount."""
    columns = (Column("Activiteit", width=2.4), *(Column(str(year), "right", 1.1) for year in years))
    rows: tuple[tuple[Text, ...], ...] = tuple(
        (Span(named(line), source=line.source), *(_planned(line, year) for year in years)) for line in lines
    )
    return Table(caption, columns, rows)


def _planned(line: OverzichtRegel, year: int) -> str:
    found = next((item for item in line.jaren if item.jaar == year), None)
    if found is None:
        return NONE
    told = [] if found.aantal is None else [counted(found.aantal, line.eenheid)]
    if found.bedrag is not None:
        told.append(money(found.bedrag))
    return "; ".join(told) or NONE


def sums(caption: str, found: Sequence[OverzichtSom]) -> Table:
    """What lines add up to: a row for each unit, a column for each year."""
    years = sorted({item.jaar for item in found})
    columns = (Column("Wat", width=1.6), *(Column(str(year), "right", 1.2) for year in years))
    said = {(item.eenheid, item.jaar): _value(item) for item in found}
    rows = tuple(
        (one_line(unit) or AMOUNT, *(said.get((unit, year), NONE) for year in years))
        for unit in dict.fromkeys(item.eenheid for item in found)
    )
    note = (
        "In de kolom van een jaar staat wat is gepland. Wat al is gehaald of besteed, staat erachter. "
        "Aantallen zijn alleen opgeteld als de eenheid dezelfde is. Wat niet is ingevuld, telt niet mee."
    )
    return Table(caption, columns, rows, note=note)


def _value(item: OverzichtSom) -> str:
    def written(value: Decimal) -> str:
        return number(value) if item.eenheid else money(int(value))

    told = [] if item.gepland is None else [written(item.gepland)]
    if item.gedaan is not None:
        told.append(("gehaald " if item.eenheid else "besteed ") + written(item.gedaan))
    return "; ".join(told) or NONE
