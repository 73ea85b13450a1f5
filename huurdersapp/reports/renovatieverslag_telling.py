"""The count in the report of a renovation, the landlord's own beside it, the eight weeks, and what tenants worry about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from huurdersapp.records.draagvlak import EMPTY
from huurdersapp.reports.document import Block, Bullets, Column, Heading, Paragraph, Span, Table, Text
from huurdersapp.reports.language import NBSP, aantal, clause, day_long, enumeration, number
from huurdersapp.reports.prose import joined, one_line, plain_line
from huurdersapp.reports.renovatie_woorden import BRON, belofte, procent, stand, volgens_wet
from huurdersapp.reports.renovatiepapier_values import (
    RenovatieverslagValues,
    Verbonden,
    VerslagEenheid,
    Zorg,
)
from huurdersapp.reports.small_numbers import Figures, Protected, SmallNumberSettings

NOTE = (
    "Huurders zijn alle huurovereenkomsten; wie samen huurt, telt als één. Wie niet antwoordt, stemt niet in. "
    f"Nodig is het kleinste hele aantal van 70{NBSP}% of meer ({BRON})."
)
APART = "Eenheden worden niet opgeteld: de wet telt per bouwkundige eenheid."
NOT_THERE = "–"
HOLE = "Een streepje staat waar die zorg niet is geteld."
SMALL = "Een aantal van één tot en met vier staat als <5."


def telling(values: RenovatieverslagValues) -> Iterator[Block]:
    """A row for each building, then in words how each stands and what goes with it."""
    columns = (
        Column("Bouwkundige eenheid", width=2.2),
        Column("Woningen", "right", 1.1),
        Column("Leeg", "right", 0.7),
        Column("Huurders", "right", 1.1),
        Column("Nodig", "right", 0.8),
        Column("Gegeven", "right", 1.0),
        Column("Nog nodig", "right", 0.8),
        Column("Instemming", "right", 1.3),
    )
    yield Table(
        "Instemming per bouwkundige eenheid",
        columns,
        tuple(map(_row, values.eenheden)),
        note=f"{NOTE} {APART}" if len(values.eenheden) > 1 else NOTE,
    )
    if values.afgesproken:
        source = clause(plain_line(values.afgesproken_bron))
        where = f" Dat staat in: {source}." if source else ""
        yield Paragraph(f"De verhuurder beloofde meer dan de wet vraagt: {values.afgesproken}{NBSP}%.{where}")
    yield Bullets(tuple(_told(values, unit) for unit in values.eenheden))


def _row(unit: VerslagEenheid) -> tuple[Text, ...]:
    found, at = volgens_wet(unit.telling), unit.bronnen.get
    return (
        Span(one_line(unit.naam), source=unit.source),
        Span(number(found.alle_woningen), source=at("alle")),
        Span(number(found.leeg), source=at(EMPTY)),
        Span(number(found.huurders), source=at("huurders")),
        number(found.nodig),
        Span(number(found.ja), source=at("ja")),
        number(found.nog_nodig),
        procent(found.percentage),
    )


def _told(values: RenovatieverslagValues, unit: VerslagEenheid) -> Text:
    sentences = [
        stand(unit.telling),
        belofte(unit.telling, values.afgesproken),
        _oral(unit),
        _of_landlord(unit),
        *_weeks(unit, values.op),
    ]
    return joined(Span(f"{one_line(unit.naam)}: ", bold=True), " ".join(filter(None, sentences)))


def _oral(unit: VerslagEenheid) -> str:
    if not unit.mondeling:
        return ""
    answers = aantal(unit.mondeling, "antwoord is", "antwoorden zijn", digits=True)
    return f"{answers} alleen mondeling gegeven."


def _of_landlord(unit: VerslagEenheid) -> str:
    """The landlord's own count with what differs, in words."""
    if unit.verhuurder is None:
        return ""
    yes, whole, day = unit.verhuurder
    of = f" van de {number(whole)}" if whole is not None else ""
    on = f" op {day_long(day)}" if day else ""
    told = f"De verhuurder telde{on} dat {number(yes)}{of} huurders instemden."
    parts = [_more(yes - unit.telling.ja, "instemming", "instemmingen")]
    if whole is not None:
        parts.append(_more(whole - unit.telling.huurders, "huurder", "huurders"))
    differs = [part for part in parts if part]
    if not differs:
        return f"{told} Dat is hetzelfde als onze telling."
    return f"{told} Dat is anders dan onze telling: {enumeration(differs)}."


def _more(difference: int, one: str, more: str) -> str:
    if difference == 0:
        return ""
    return f"{aantal(abs(difference), one, more)} {'meer' if difference > 0 else 'minder'}"


def _weeks(unit: VerslagEenheid, today: date) -> Iterator[str]:
    """The landlord's written notice, and until when a tenant who did not agree can go to court."""
    if unit.aangezegd_op is None or unit.rechter_dagen is None:
        return
    last, moved = unit.rechter_dagen
    yield f"De verhuurder schreef op {day_long(unit.aangezegd_op)} dat 70{NBSP}% instemde."
    until = (
        f"Wie niet instemde, {'kan' if today <= moved else 'kon'} tot en met {day_long(last)} naar de rechter"
    )
    if moved != last:
        until += f"; met de Algemene termijnenwet {'is' if today <= moved else 'was'} dat tot en met {day_long(moved)}"
    yield f"{until}."


# -- what is counted of people besides --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Shown:
    """What may be printed of the people who took part in something that belongs to the project."""

    protected: Protected
    keys: dict[int, int]

    def text(self, item: Verbonden) -> str:
        """ "43 antwoorden", "minder dan vijf antwoorden"; "" where nobody was counted."""
        if item.aantal is None:
            return ""
        key = ("verbonden", self.keys[id(item)])
        said = self.protected.text(key)
        if self.protected.shows(key):
            return f"{said}{NBSP}{item.wat}"
        return f"minder dan vijf {item.wat}"


def shown(values: RenovatieverslagValues) -> Shown:
    """The counts of raadplegingen and campagnes, small ones hidden."""
    figures, keys = Figures(values.small), {}
    for place, item in enumerate((*values.raadplegingen, *values.campagnes)):
        keys[id(item)] = place
        if item.aantal is not None:
            figures.persons(("verbonden", place), item.aantal)
    return Shown(figures.protect(), keys)


def zorgen(values: RenovatieverslagValues) -> Iterator[Block]:
    """How many tenants worry about what; nothing where nobody was counted."""
    units = [(unit.naam, unit.zorgen) for unit in values.eenheden if unit.zorgen]
    if not units:
        return
    yield Heading("Zorgen van bewoners")
    kinds = {each.sleutel: each.naam for _name, found in units for each in found}
    columns = (Column("Zorg", width=2.4), *(Column(one_line(name), "right") for name, _found in units))
    texts = [counts(found, values.small) for _name, found in units]
    rows = tuple((name, *(each.get(key, NOT_THERE) for each in texts)) for key, name in kinds.items())
    if len(units) > _ASIDE:
        yield from _one_by_one(units, texts)
    else:
        small = any(cell == values.small.small_text for row in rows for cell in row)
        holes = any(cell == NOT_THERE for row in rows for cell in row)
        note = " ".join(filter(None, (SMALL if small else "", HOLE if holes else "")))
        yield Table("Hoe vaak bewoners een zorg noemden", columns, rows, note=note or None)


_ASIDE = 4
"""So many buildings fit beside each other."""


def _one_by_one(
    units: Sequence[tuple[str, Sequence[Zorg]]], texts: Sequence[dict[str, str]]
) -> Iterator[Block]:
    for (name, found), each in zip(units, texts, strict=True):
        told = ", ".join(f"{item.naam.lower()} {each[item.sleutel]}" for item in found)
        yield Paragraph(joined(Span(f"{one_line(name)}: ", bold=True), f"{told}."))


def counts(found: Sequence[Zorg], small: SmallNumberSettings) -> dict[str, str]:
    """What may be printed of each worry: a tenant may have more than one, so they add up to nothing."""
    figures = Figures(small)
    for item in found:
        figures.persons(item.sleutel, item.aantal)
    protected = figures.protect()
    return {item.sleutel: protected.text(item.sleutel) for item in found}
