"""What one party intends in a year and the years after it, with what came of it (Woningwet art. 43 and 44)."""

from __future__ import annotations

from collections.abc import Iterator

from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Span,
    Text,
)
from huurdersapp.reports.language import day_long, enumeration, sentence
from huurdersapp.reports.overzicht_tabellen import NO_THEME, named, per_year, sums
from huurdersapp.reports.overzicht_values import OverzichtThema, OverzichtValues
from huurdersapp.reports.prose import joined, one_line, running


def overzicht_document(values: OverzichtValues) -> Document:
    """The overview as a neutral document: how it stands first, then theme by theme, then the sums."""
    party = one_line(values.partij)
    first, last = values.jaar, max((values.jaar, *values.jaren))
    blocks: list[Block] = [
        Paragraph(
            f"Dit is wat {party} van plan is in {first}"
            + (f" en in de jaren tot en met {last}." if last > first else "."),
            "lead",
        ),
        *_stand(values),
        *_depth(values),
    ]
    if not any(theme.regels for theme in values.themas):
        blocks.append(Paragraph("Er staan nog geen activiteiten in dit overzicht."))
    for theme in values.themas:
        blocks += _theme(theme)
    if values.sommen:
        blocks += [Heading("Alles samen"), sums("Alles samen, per jaar", values.sommen)]
    return Document(
        title=f"Activiteitenoverzicht {first}",
        subtitle=party,
        author=values.organisatie or party,
        subject=f"Activiteitenoverzicht {first} van {party}",
        keywords=("activiteitenoverzicht", "lokaal akkoord"),
        blocks=tuple(blocks),
        mark=MARK_EXAMPLE if values.voorbeeld else None,
        footer=" · ".join(
            filter(None, (one_line(values.akkoord), day_long(values.datum) if values.datum else ""))
        ),
    )


def _stand(values: OverzichtValues) -> Iterator[Block]:
    told = [
        f"{word} op {day_long(day)}"
        for word, day in (
            ("aangeleverd", values.aangeleverd_op),
            ("besproken", values.besproken_op),
            ("vastgesteld", values.vastgesteld_op),
        )
        if day is not None
    ]
    if told:
        yield Paragraph(f"Het overzicht is {enumeration(told)}.")
    elif values.status:
        yield Paragraph(f"Status: {one_line(values.status).lower()}.")


def _depth(values: OverzichtValues) -> Iterator[Block]:
    if not values.diepte:
        return
    parts = [f"{year} {words.lower()}" for year, words in values.diepte]
    yield Paragraph(f"Zo precies vraagt het akkoord het: {enumeration(parts)}.", "note")


def _theme(theme: OverzichtThema) -> Iterator[Block]:
    if not theme.regels:
        return
    name = one_line(theme.naam) or NO_THEME
    yield Heading(name)
    yield per_year(f"{name}: gepland en gehaald", theme.regels)
    came: list[Text] = [
        joined(Span(f"{named(line)}: ", bold=True), running(line.resultaat, sentence))
        for line in theme.regels
        if line.resultaat
    ]
    if came:
        yield Paragraph("Wat eruit kwam:", keep_with_next=True)
        yield Bullets(tuple(came))
    if theme.sommen and len(theme.regels) > 1:
        yield sums(f"{name}: samen", theme.sommen)
