"""The input of the tenants on the overviews of others, for the BO: per party its questions, wishes, objections and support,
each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from huurdersapp.reports.counting import Counter
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
from huurdersapp.reports.language import aantal, day_long
from huurdersapp.reports.overzicht_values import InbrengGrond, InbrengPunt, InbrengValues
from huurdersapp.reports.prose import joined, one_line, text_blocks, titled
from huurdersapp.reports.small_numbers import Figures

CONSULTED, REPORTED = "raadpleging", "knelpunt"


def inbreng_document(values: InbrengValues) -> Document:
    """The input as a neutral document; counts of people obey the rule of small numbers."""
    points = [point for _party, held in values.partijen for point in held]
    counter = ground_counter(values, [ground for point in points for ground in point.gronden])
    meeting = one_line(values.overleg) or "bestuurlijk overleg"
    when = f" van {day_long(values.overleg_op)}" if values.overleg_op else ""
    count = aantal(len(points), "punt", "punten")
    blocks: list[Block] = [
        Paragraph(f"Dit brengen huurders in bij het {meeting}{when}: {count}.", "lead"),
        Paragraph("Bij elk punt staat waar het op steunt.", "note"),
    ]
    if not points:
        blocks = [Paragraph("Er is nog geen inbreng verzameld.")]
    for party, held in values.partijen:
        if held:
            blocks.append(Heading(one_line(party)))
        for point in held:
            blocks += point_blocks(counter, point)
    return Document(
        title="Inbreng van huurders",
        subtitle=f"Voor het {meeting}{when}",
        author=values.organisatie,
        subject="Inbreng op de activiteitenoverzichten",
        keywords=("inbreng", "activiteitenoverzicht"),
        blocks=tuple(blocks),
        mark=MARK_EXAMPLE if values.voorbeeld else None,
        footer=" · ".join(filter(None, (values.organisatie, day_long(values.datum) if values.datum else ""))),
    )


def ground_counter(values: InbrengValues, grounds: Sequence[InbrengGrond]) -> Counter:
    """All counts of people in this paper, protected together."""
    figures = Figures(values.small)
    for ground in grounds:
        if ground.aantal is not None and not figures.has(key_of(ground)):
            figures.persons(key_of(ground), ground.aantal, ground.source)
    return Counter(figures.protect())


def key_of(ground: InbrengGrond) -> tuple[str, str, object]:
    """By what the count of a ground is known: the same raadpleging has one count."""
    return ground.soort, ground.naam, ground.source


def point_blocks(counter: Counter, point: InbrengPunt, level: int = 2) -> Iterator[Block]:
    """One point with its grounds and the reaction, under a heading of this level."""
    yield Heading(f"{point.soort}: {one_line(point.naam)}", level)
    about = [text for text in map(one_line, (point.activiteit, point.thema)) if text]
    if about:
        yield Paragraph(f"Over: {', '.join(about)}.", "note", keep_with_next=True)
    yield from text_blocks(point.tekst)
    if point.onderbouwing:
        yield from titled(Span("Waarom:", bold=True), text_blocks(point.onderbouwing))
    if point.gronden:
        yield Paragraph(Span("Dit steunt op:", bold=True), keep_with_next=True)
        yield Bullets(tuple(ground_in_words(counter, ground) for ground in point.gronden))
    else:
        yield Paragraph("Bij dit punt is geen raadpleging of knelpunt genoemd.", "note")
    if point.reactie:
        on = f" ({day_long(point.reactie_op)})" if point.reactie_op else ""
        yield Paragraph((Span("Reactie: ", bold=True), f"{point.reactie.lower()}{on}."))
        yield from text_blocks(point.reactie_tekst)


def ground_in_words(counter: Counter, ground: InbrengGrond) -> Text:
    """A raadpleging with its answers, or knelpunten with their reports."""
    if ground.soort == REPORTED:
        if ground.aantal is None:
            return f"knelpunten over {one_line(ground.naam)}"
        return joined(
            f"knelpunten over {one_line(ground.naam)}: ",
            counter.counted(key_of(ground), "melding", "meldingen"),
        )
    name = f"de raadpleging ‘{one_line(ground.naam)}’"
    if ground.aantal is None:
        return f"{name} (aantal antwoorden niet bekend)"
    return joined(f"{name}: ", counter.counted(key_of(ground), "antwoord", "antwoorden"))
