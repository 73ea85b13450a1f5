"""The telblad: the count of one building, so neutral that tenants and landlord can both sign it.

It has no names, no peiling and no reasons: only homes with what was answered, and the sum by whole numbers. The version
for a notice board has no homes either, and hides small groups (`small_numbers`), because neighbours read it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from huurdersapp.records.draagvlak import EMPTY
from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    TICK,
    Block,
    Bullets,
    Column,
    Document,
    FieldRow,
    Heading,
    Lines,
    Paragraph,
    Signatures,
    Span,
    Table,
    Text,
)
from huurdersapp.reports.language import NBSP, clause, day_long, day_short, number
from huurdersapp.reports.prose import one_line, plain_line
from huurdersapp.reports.renovatie_woorden import (
    ANTWOORDEN,
    HOE_GETELD,
    REGEL,
    VORMEN,
    belofte,
    gevolg,
    procent,
    volgens_wet,
)
from huurdersapp.reports.renovatiepapier_values import Bronnen, TelbladDeel, TelbladValues, TelbladWoning
from huurdersapp.reports.telblad_prikbord import trappenhuizen

ADRESSEN = (
    "Op dit blad staan adressen met een antwoord. Het is alleen voor wie de telling doet en ondertekent. "
    "Hang het niet op."
)
PRIKBORD = "Op dit blad staan geen adressen. Het mag op een prikbord hangen."
TE_WEINIG = "Er zijn te weinig huurders om de telling op te hangen. Dan zou blijken wie wat antwoordde."
INVULLEN = "Zet bij elke woning één kruisje. Schrijf geen namen op."
SMALLER = 10.0
"""Running text of the version for a notice board in points: so that it stays one page to hang up."""
GEEN = "In deze eenheid staan nog geen woningen."
ZONDER = "Zonder trappenhuis"


def telblad_document(values: TelbladValues) -> Document:
    """The telblad as a neutral document."""
    title = f"Telblad {one_line(values.eenheid)}".strip()
    document = Document(
        title=title,
        subtitle=one_line(values.project),
        author=values.organisatie or title,
        subject="Telling van de instemming van huurders in één bouwkundige eenheid",
        keywords=("renovatie", "telblad", "instemming"),
        blocks=tuple(_blocks(values)),
        mark=MARK_EXAMPLE if values.voorbeeld else None,
        footer=values.organisatie,
    )
    return replace(document, text_size=SMALLER) if values.zonder_adressen else document


def _blocks(values: TelbladValues) -> Iterator[Block]:
    yield Lines(tuple(_about(values)), "plain")
    yield Paragraph(PRIKBORD if values.zonder_adressen else ADRESSEN, "note")
    if not any(part.woningen for part in values.delen):
        yield Paragraph(GEEN)
    if values.blanco:
        yield FieldRow((("Geteld op", 1), ("Geteld door", 2)))
        yield from _to_fill_in(values)
    else:
        yield from _counted(values)
    yield Heading("Zo wordt geteld" if values.blanco else "Zo is geteld")
    yield Bullets(HOE_GETELD)
    yield Paragraph(REGEL)
    if not values.zonder_adressen:
        yield from _signed(values)


def _about(values: TelbladValues) -> Iterator[str]:
    if values.verhuurder:
        yield f"Verhuurder: {one_line(values.verhuurder)}"
    unit = one_line(values.eenheid)
    why = clause(plain_line(values.omschrijving))
    yield f"Bouwkundige eenheid: {unit} ({why})" if why else f"Bouwkundige eenheid: {unit}"
    if values.versie is None or values.voorstel_op is None:
        yield "Voorstel: er is nog geen voorstel vastgelegd"
    else:
        piece = f", {clause(one_line(values.voorstel_stuk))}" if values.voorstel_stuk else ""
        yield f"Voorstel: versie {values.versie} van {day_long(values.voorstel_op)}{piece}"
    if not values.blanco:
        by = one_line(values.organisatie) if values.zonder_adressen else ""
        yield f"Geteld op: {day_long(values.geteld_op)}{f', door {by}' if by else ''}"


# -- with answers --------------------------------------------------------------------------------------------------


def _counted(values: TelbladValues) -> Iterator[Block]:
    yield Heading("De telling")
    if values.zonder_adressen and values.small.is_small(values.telling.huurders):
        yield Paragraph(TE_WEINIG)
        return
    yield _sum(values)
    yield Paragraph(Span(gevolg(values.telling), bold=True))
    if promised := belofte(values.telling, values.afgesproken):
        yield Paragraph(promised)
    if values.zonder_adressen:
        yield from trappenhuizen(values)
        return
    if len(values.delen) > 1:
        yield _per_staircase(values)
    if any(part.woningen for part in values.delen):
        yield Heading("De woningen")
        for part in values.delen:
            if part.woningen:
                yield _homes(part, len(values.delen) == 1, versions=(values.versie or 1) > 1)


def _sum(values: TelbladValues) -> Table:
    found = volgens_wet(values.telling)
    at = values.bronnen.get
    needed = f"Nodig: het kleinste hele aantal k met 10{NBSP}×{NBSP}k minstens 7{NBSP}×{NBSP}n"
    rows: list[tuple[Text, ...]] = [
        ("Woningen in deze eenheid, lege meegeteld", number(found.alle_woningen)),
        ("Lege woningen, buiten de telling", Span(number(found.leeg), source=at(EMPTY))),
        ("Aantal huurders (n)", Span(number(found.huurders), bold=True, source=at("huurders"))),
        (needed, Span(number(found.nodig), bold=True)),
        ("Gegeven: stemde in", Span(number(found.ja), bold=True, source=at("ja"))),
        ("Nog nodig", Span(number(found.nog_nodig), bold=True)),
    ]
    if values.zonder_adressen:
        # How many said no is nobody's business at the door: who did not agree and who kept silent are one.
        rows.append(("Stemde niet in, of geen antwoord", number(found.huurders - found.ja)))
    else:
        rows.append(("Stemde niet in", Span(number(found.nee), source=at("nee"))))
        rows.append(("Geen antwoord", Span(number(found.open), source=at("open"))))
        rows.append(("Antwoorden die alleen mondeling zijn gegeven", number(values.mondeling)))
    rows.append(("Instemming in procenten, in twee decimalen", procent(found.percentage)))
    columns = (Column("Wat", width=4), Column("Aantal", "right"))
    return Table("De telling van de hele eenheid", columns, tuple(rows))


def _per_staircase(values: TelbladValues) -> Table:
    columns = (
        Column("Trappenhuis", width=1.8),
        Column("Woningen", "right"),
        Column("Leeg", "right", 0.7),
        Column("Huurders", "right"),
        Column("Ja", "right", 0.7),
        Column("Nee", "right", 0.7),
        Column("Geen reactie", "right", 0.9),
        Column("Nog niet benaderd", "right", 1.1),
    )
    rows = tuple(_row(part) for part in values.delen)
    return Table("De telling per trappenhuis", columns, rows, _totals(values))


def _row(part: TelbladDeel) -> tuple[Text, ...]:
    return (named(part), *_numbers(part.telling.alle_woningen, part, part.bronnen))


def _totals(values: TelbladValues) -> tuple[Text, ...]:
    whole = TelbladDeel("", (), values.telling)
    # A home with doors on two staircases is one home, so this need not be the sum of the rows.
    return ("Samen", *_numbers(values.telling.alle_woningen, whole, values.bronnen))


def _numbers(homes: int, part: TelbladDeel, at: Bronnen) -> tuple[Text, ...]:
    found = part.telling
    return (
        number(homes),
        Span(number(found.leeg), source=at.get(EMPTY)),
        Span(number(found.huurders), source=at.get("huurders")),
        Span(number(found.ja), source=at.get("ja")),
        Span(number(found.nee), source=at.get("nee")),
        number(found.geen_reactie),
        number(found.niet_benaderd),
    )


def named(part: TelbladDeel) -> str:
    """What a staircase is called."""
    return one_line(part.naam) or ZONDER


def _homes(part: TelbladDeel, alone: bool, versions: bool) -> Table:
    columns = [
        Column("Woning", width=2.0),
        Column("Antwoord", width=1.6),
        Column("Datum", width=1.1),
        Column("Vorm", width=1.6),
        Column("Formulier", width=1.1),
    ]
    if versions:
        columns.append(Column("Versie", "right", 0.7))
    caption = "Woningen" if alone and not part.naam else f"Woningen: {named(part)}"
    totals = (f"Samen {number(len(part.woningen))}", *([""] * (len(columns) - 1)))
    rows = tuple(_home(home, versions) for home in part.woningen)
    return Table(caption, tuple(columns), rows, totals)


def _home(home: TelbladWoning, versions: bool) -> tuple[Text, ...]:
    which = [str(home.versie) if home.versie is not None else "–"] if versions else []
    return (
        one_line(home.naam),
        ANTWOORDEN.get(home.antwoord, home.antwoord),
        day_short(home.datum),
        VORMEN.get(home.vorm, home.vorm) or "–",
        one_line(home.formulier) or "–",
        *which,
    )


# -- to fill in ----------------------------------------------------------------------------------------------------


def _to_fill_in(values: TelbladValues) -> Iterator[Block]:
    if any(part.woningen for part in values.delen):
        yield Heading("De woningen")
        yield Paragraph(INVULLEN)
    for part in values.delen:
        if part.woningen:
            yield _open_homes(part, alone=len(values.delen) == 1)
    yield Heading("De telling")
    yield FieldRow((("Woningen", 1), ("Lege woningen", 1), ("Huurders (n)", 1)))
    yield FieldRow((("Nodig (70\u00a0% van n, naar boven)", 1), ("Gegeven", 1), ("Nog nodig", 1)))


def _open_homes(part: TelbladDeel, alone: bool) -> Table:
    boxes = ("Ja", "Nee", "Geen reactie", "Leeg")
    columns = (
        Column("Woning", width=2.2),
        *(Column(each, "center", 0.7) for each in boxes),
        Column("Datum", width=1.1),
        Column("Formulier", width=1.2),
    )
    caption = "Woningen" if alone and not part.naam else f"Woningen: {named(part)}"
    rows: tuple[tuple[Text, ...], ...] = tuple(
        (one_line(home.naam), *([TICK] * len(boxes)), "", "") for home in part.woningen
    )
    return Table(caption, columns, rows)


def _signed(values: TelbladValues) -> Iterator[Block]:
    landlord = one_line(values.verhuurder) or "de verhuurder"
    yield Heading("Ondertekening")
    yield Paragraph(
        "Wij hebben de antwoorden samen geteld. Dit blad zegt hoeveel huurders instemden. "
        "Het zegt niet wat wij van het voorstel vinden.",
        keep_with_next=True,
    )
    for side in (one_line(values.organisatie) or "de huurdersorganisatie", landlord):
        yield Paragraph(Span(f"Namens {side}", bold=True), keep_with_next=True)
        yield FieldRow((("Naam", 2), ("Functie", 2), ("Datum", 1)))
    yield Signatures(
        (("Handtekening", one_line(values.organisatie) or "huurdersorganisatie"), ("Handtekening", landlord))
    )
