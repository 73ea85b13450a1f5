"""A renovation for the bestuurlijk overleg, on one page where that fits: the proposal, the count, and what we ask.

Each number is of one building, because the law counts there. Our count and that of the landlord stand beside each other,
and so do an advies and what tenants answered: both are facts, and neither is drawn into the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from huurdersapp.reports import renovatieverslag_telling as counted
from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Block,
    Bullets,
    Column,
    Document,
    Heading,
    Lines,
    Paragraph,
    Span,
    Table,
    Text,
)
from huurdersapp.reports.language import (
    NBSP,
    aantal,
    capital,
    clause,
    day_long,
    day_short,
    days_between,
    enumeration,
    money,
    sentence,
    subject,
)
from huurdersapp.reports.prose import joined, one_line, plain_line, running, text_blocks
from huurdersapp.reports.renovatiepapier_values import (
    RenovatieverslagValues,
    Verbonden,
    VoorstelVersie,
)

NO_UNIT = "Dit project heeft nog geen bouwkundige eenheid. Er is dus nog niets geteld."
NO_PROPOSAL = "Er is nog geen voorstel van de verhuurder vastgelegd."
NO_ADVICE = "Er is geen advies bij dit project."
BESIDE = (
    "Het advies is van de huurdersorganisatie. De instemming is van de huurders zelf. "
    "Het een verandert het ander niet."
)
ERASED = "Namen en de eigen peiling zijn daarbij gewist. De telling blijft staan."
SMALLER = 10.0
"""Running text in points: with one building the report then fits on little more than a page."""
NEGATIVE = ("negatief", "geen instemming")


def renovatieverslag_document(values: RenovatieverslagValues) -> Document:
    """The report as a neutral document."""
    title = one_line(values.titel)
    return Document(
        title=title,
        subtitle=f"Renovatieproject, stand op {day_long(values.op)}",
        text_size=SMALLER,
        author=values.organisatie or title,
        subject="Verslag van een renovatieproject voor het bestuurlijk overleg",
        keywords=("renovatie", "instemming", "bestuurlijk overleg"),
        blocks=tuple(_blocks(values)),
        mark=MARK_EXAMPLE if values.voorbeeld else None,
        footer=values.organisatie,
    )


def _blocks(values: RenovatieverslagValues) -> Iterator[Block]:
    yield Lines(tuple(_about(values)), "plain")
    if values.aanleiding.strip():
        yield from text_blocks(values.aanleiding)
    if values.stand.strip():
        yield from text_blocks(values.stand)
    if values.afgesloten_op:
        yield Paragraph(f"Het project is afgesloten op {day_long(values.afgesloten_op)}. {ERASED}")
    if values.gevraagd.strip():
        yield Heading("Wat wij van het overleg vragen")
        yield from text_blocks(values.gevraagd)
    yield Heading("Het voorstel")
    yield from _proposal(values)
    yield Heading("De telling")
    if values.eenheden:
        yield from counted.telling(values)
    else:
        yield Paragraph(NO_UNIT)
    yield Heading("Advies, raadpleging en campagne")
    yield from _beside(values)
    yield from counted.zorgen(values)


def _about(values: RenovatieverslagValues) -> Iterator[str]:
    if values.verhuurder:
        yield f"Verhuurder: {one_line(values.verhuurder)}"
    if values.waar:
        yield f"Waar: {one_line(values.waar)}"
    if values.status:
        yield f"Fase: {one_line(values.status)}"
    if values.meting_van or values.meting_tot:
        by = f", door {subject(one_line(values.meting_door))}" if values.meting_door else ""
        yield f"Draagvlakmeting: {_from_to(values.meting_van, values.meting_tot)}{by}"
    if values.uitvoering_van or values.uitvoering_tot:
        yield f"Werk: {_from_to(values.uitvoering_van, values.uitvoering_tot)}"


def _from_to(start: date | None, end: date | None) -> str:
    if start and end:
        return days_between(start, end)
    if start:
        return f"vanaf {day_long(start)}"
    return f"tot en met {day_long(end)}" if end else ""


# -- the proposal --------------------------------------------------------------------------------------------------


def _proposal(values: RenovatieverslagValues) -> Iterator[Block]:
    versions = sorted(values.voorstellen, key=lambda each: each.versie)
    if not versions:
        yield Paragraph(NO_PROPOSAL)
        return
    last = versions[-1]
    piece = f" ({clause(one_line(last.document))})" if last.document else ""
    which = f"Het nieuwste voorstel is versie {last.versie}" if len(versions) > 1 else "Het voorstel is"
    yield Paragraph(f"{which} van {day_long(last.datum)}{piece}.")
    if last.werk.strip():
        yield from text_blocks(last.werk)
    if told := tuple(_means(last)):
        yield Bullets(told)
    if len(versions) > 1:
        yield _history(versions)


def _means(version: VoorstelVersie) -> Iterator[Text]:
    if version.huur is not None:
        more = _rent(version.huur)
        yield joined(f"Huur: {more}. ", running(version.huur_toelichting, sentence))
    elif version.huur_toelichting.strip():
        yield joined("Huur: ", running(version.huur_toelichting, sentence))
    if version.sociaal_plan:
        yield f"Sociaal plan: {_small(version.sociaal_plan)}."
    if version.verhuizen:
        yield f"Verhuizen: {_small(version.verhuizen)}."


def _rent(cents: int) -> str:
    if cents == 0:
        return "blijft gelijk"
    return f"{money(abs(cents))} per maand {'erbij' if cents > 0 else 'eraf'}"


def _small(text: str) -> str:
    """A choice as it goes on after a colon."""
    said = clause(one_line(text))
    return said[:1].lower() + said[1:]


def _history(versions: list[VoorstelVersie]) -> Table:
    columns = (
        Column("Versie", width=0.6),
        Column("Datum", width=0.9),
        Column("Wat er anders is", width=2.6),
        Column("Wie opnieuw antwoordt", width=2.0),
    )

    def row(line: VoorstelVersie) -> tuple[Text, ...]:
        again = one_line(line.opnieuw)
        if line.weer_gevraagd:
            lapsed = aantal(line.weer_gevraagd, "antwoord verviel", "antwoorden vervielen", digits=True)
            again = f"{again}; {lapsed}" if again else capital(lapsed)
        return (str(line.versie), day_short(line.datum), plain_line(line.wijziging) or "–", again or "–")

    return Table("Versies van het voorstel", columns, tuple(map(row, versions)))


# -- what stands beside the count ----------------------------------------------------------------------------------


def _beside(values: RenovatieverslagValues) -> Iterator[Block]:
    shown = counted.shown(values)
    items: list[Text] = [
        joined("Advies ", _named(each), ": ", clause(one_line(each.uitkomst)) or "nog niet uitgebracht", ".")
        for each in values.adviezen
    ]
    items += [_linked("Raadpleging", each, shown.text(each)) for each in values.raadplegingen]
    items += [_linked("Campagne", each, shown.text(each)) for each in values.campagnes]
    if values.afspraken:
        items.append(joined("Afspraken uit het akkoord: ", *_enumerated(values.afspraken), "."))
    if not values.adviezen:
        items.insert(0, NO_ADVICE)
    yield Bullets(tuple(items))
    reached = [one_line(unit.naam) for unit in values.eenheden if unit.telling.vermoeden]
    negative = [each for each in values.adviezen if _small(each.uitkomst) in NEGATIVE]
    if reached and negative:
        yield Paragraph(f"Het advies is negatief. In {enumeration(reached)} is 70{NBSP}% gehaald. {BESIDE}")


def _named(item: Verbonden) -> Span:
    return Span(f"‘{clause(one_line(item.naam))}’", source=item.source)


def _linked(kind: str, item: Verbonden, count: str) -> Text:
    parts = [part for part in (one_line(item.wanneer), count) if part]
    told = sentence(plain_line(item.uitkomst))
    return joined(
        f"{kind} ", _named(item), f": {', '.join(parts)}." if parts else ".", f" {told}" if told else ""
    )


def _enumerated(items: tuple[Verbonden, ...]) -> Iterator[Text]:
    for place, item in enumerate(items):
        ends = "" if place + 1 == len(items) else " en " if place + 2 == len(items) else ", "
        yield joined(Span(clause(one_line(item.naam)), source=item.source), ends)
