"""The page "Wat stond erop?": what was on a computer or stick that is gone, for judging a data leak (AVG art. 33 lid 3).

It has numbers only. Nobody is named, so it may lie in the file of the leak.
"""

from __future__ import annotations

from collections.abc import Iterator

from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Span,
    Table,
    Text,
)
from huurdersapp.reports.language import day_long, day_short, number
from huurdersapp.reports.privacy_values import KopieErop, StondEropValues
from huurdersapp.reports.privacy_zinnen import secured, size
from huurdersapp.reports.prose import one_line

NOT_ONE_BY_ONE = (
    "Dit zijn records. Wie op twee plekken staat, telt twee keer; in een commissie staan meer mensen bij elkaar. "
    "Namen in losse teksten en bestanden telden wij niet. De geschiedenis in het bestand kan oudere gegevens hebben."
)
OPEN_COMPUTER = (
    "Stond het programma open op het moment zelf, dan hielp het slot niet. "
    "Schrijf bij het datalek op of het dicht was."
)


def stond_erop_document(values: StondEropValues) -> Document:
    """The page as a neutral document."""
    return Document(
        title="Wat stond erop?",
        subtitle=f"{one_line(values.organisatie)}, gemaakt op {day_long(values.gemaakt_op)}",
        author=values.organisatie,
        subject="Welke gegevens van mensen er op een computer stonden, voor een datalek",
        keywords=("AVG", "datalek"),
        blocks=tuple(_blocks(values)),
        mark=MARK_EXAMPLE if values.voorbeeld else None,
        footer=values.organisatie,
    )


def _blocks(values: StondEropValues) -> Iterator[Block]:
    yield Paragraph(_moment(values), style="lead")
    yield KeyFigures(
        (
            KeyFigure(number(sum(kind.records for kind in values.soorten), 0), "records in totaal"),
            KeyFigure(number(sum(kind.mensen for kind in values.soorten), 0), "met gegevens van mensen"),
            KeyFigure(number(values.huishoudens, 0), "verschillende adressen"),
            KeyFigure(number(values.bijlagen, 0), "foto's en bestanden"),
        )
    )
    yield Heading("De gegevens")
    yield _kinds(values)
    yield Paragraph(NOT_ONE_BY_ONE, style="note")
    if values.concepten:
        text = "Ook {count} niet opgeslagen {form}."
        form = "formulier stond erop" if values.concepten == 1 else "formulieren stonden erop"
        yield Paragraph(text.format(count=number(values.concepten, 0), form=form))
    yield Heading("Hoe het beveiligd is")
    yield Bullets(secured(values.beveiliging))
    yield Paragraph(OPEN_COMPUTER)
    yield Heading("Kopieën")
    yield from _copies(values)


def _moment(values: StondEropValues) -> str:
    here = values.stand_op.astimezone()
    at = f"{day_long(here.date())}, {here:%H:%M} uur"
    if values.uit_kopie:
        return f"Dit stond erop volgens de reservekopie van {at}."
    if values.gevraagd is not None:
        return f"Er is geen reservekopie van vóór {day_long(values.gevraagd)}. Dit staat erop op {at}."
    return f"Dit staat erop op {at}."


def _kinds(values: StondEropValues) -> Table:
    columns = (
        Column("Soort", width=1.7),
        Column("Records", "right", 0.8),
        Column("Met gegevens van mensen", "right", 1.2),
        Column("Welke gegevens, en hoe vaak", width=3.6),
    )
    rows: tuple[tuple[Text, ...], ...] = tuple(
        (
            kind.naam,
            Span(number(kind.records, 0), source=kind.source),
            number(kind.mensen, 0),
            ", ".join(f"{label} ({number(count, 0)})" for label, count in kind.velden) or "–",
        )
        for kind in values.soorten
    )
    totals = (
        "Samen",
        number(sum(kind.records for kind in values.soorten), 0),
        number(sum(kind.mensen for kind in values.soorten), 0),
        "",
    )
    return Table("Soorten gegevens en hoe vaak ze zijn ingevuld", columns, rows, totals)


def _copies(values: StondEropValues) -> Iterator[Block]:
    if not values.kopieen and not values.sticks:
        yield Paragraph("Het programma kent geen reservekopieën.")
        return
    if values.kopieen:
        yield Paragraph("In dezelfde map staan deze kopieën. Ging de computer weg, dan gingen zij mee.")
        yield _listed("Kopieën op deze computer", values.kopieen)
    if values.sticks:
        yield Paragraph("Deze kopieën zijn op een stick gezet. Kijk waar die sticks zijn.")
        yield _listed("Kopieën op sticks", values.sticks)


def _listed(caption: str, copies: tuple[KopieErop, ...]) -> Table:
    columns = (Column("Gemaakt op", width=1.2), Column("Waarom", width=2), Column("Grootte", "right", 1))
    rows: tuple[tuple[Text, ...], ...] = tuple(
        (
            f"{day_short(copy.gemaakt_op.astimezone().date())} {copy.gemaakt_op.astimezone():%H:%M}",
            copy.waarom,
            size(copy.bytes) if copy.bytes is not None else "–",
        )
        for copy in copies
    )
    return Table(caption, columns, rows)
