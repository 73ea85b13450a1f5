"""The zorgenblad: what tenants worry about, to sit down with the landlord, with room for his answer.

A worry is counted per building and never kept by home. A small count is printed as "<5" where the sheet leaves the house;
the internal one has the exact numbers and says on each page that it stays inside.
"""

from __future__ import annotations

from collections.abc import Iterator

from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Block,
    Column,
    Document,
    FieldRow,
    Heading,
    Lines,
    Paragraph,
    Span,
    Table,
    Text,
    WritingLines,
)
from huurdersapp.reports.language import day_long, number
from huurdersapp.reports.prose import one_line, plain_line
from huurdersapp.reports.renovatiepapier_values import ZorgenbladValues, ZorgenEenheid
from huurdersapp.reports.renovatieverslag_telling import SMALL, counts

MARK_INSIDE = "INTERN – met precieze aantallen"
"""Stands on each page of the sheet that stays inside the organisation."""
NO_UNIT = "Dit project heeft nog geen bouwkundige eenheid. Zorgen worden daar geteld."
NOTHING = "Hier zijn nog geen zorgen geteld."
EXPLAINED = (
    "Dit noemden bewoners. Een bewoner kan meer zorgen noemen. In de laatste twee kolommen schrijft u "
    "het antwoord van de verhuurder, en wie het wanneer doet."
)


def zorgenblad_document(values: ZorgenbladValues) -> Document:
    """The sheet as a neutral document."""
    marks = [MARK_INSIDE] if values.intern else []
    marks += [MARK_EXAMPLE] if values.voorbeeld else []
    title = f"Zorgenblad {one_line(values.titel)}".strip()
    return Document(
        title=title,
        subtitle=f"Stand op {day_long(values.op)}",
        author=values.organisatie or title,
        subject="Zorgen van bewoners bij een renovatie, om met de verhuurder te bespreken",
        keywords=("renovatie", "zorgen", "sociaal plan"),
        blocks=tuple(_blocks(values)),
        mark=" · ".join(marks) or None,
        footer=values.organisatie,
    )


def _blocks(values: ZorgenbladValues) -> Iterator[Block]:
    if values.verhuurder:
        yield Lines((f"Verhuurder: {one_line(values.verhuurder)}",), "plain")
    yield FieldRow((("Besproken op", 1), ("Aanwezig", 2)))
    if not values.eenheden:
        yield Paragraph(NO_UNIT)
        return
    yield Paragraph(EXPLAINED)
    for unit in values.eenheden:
        yield Heading(one_line(unit.naam))
        yield _unit(values, unit) if unit.zorgen else Paragraph(NOTHING)
    yield WritingLines("Wat verder is afgesproken", 4)


def _unit(values: ZorgenbladValues, unit: ZorgenEenheid) -> Table:
    columns = (
        Column("Zorg", width=1.6),
        Column("Genoemd", "right", 0.9),
        Column("Wat wij vragen", width=2.0),
        Column("Antwoord van de verhuurder", width=2.0),
        Column("Wie en wanneer", width=1.3),
    )
    told = counts(unit.zorgen, values.small)
    rows: tuple[tuple[Text, ...], ...] = tuple(
        (
            one_line(item.naam),
            Span(number(item.aantal), source=unit.source) if values.intern else told[item.sleutel],
            plain_line(item.gevraagd) or "–",
            "",
            "",
        )
        for item in unit.zorgen
    )
    hides = not values.intern and values.small.small_text in told.values()
    return Table(f"Zorgen: {one_line(unit.naam)}", columns, rows, note=SMALL if hides else None)
