"""One line per renovation for reports: who agreed, how it stands, what we ask. A number is always that of one building.

Tenants of several buildings are never added up to a percentage: the 70 % is counted per bouwkundige eenheid.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from huurdersapp.records.draagvlak import Telling
from huurdersapp.reports.document import Block, Column, Paragraph, Source, Span, Table, Text
from huurdersapp.reports.language import NBSP, aantal, clause, number, sentence
from huurdersapp.reports.prose import joined, one_line, plain_line
from huurdersapp.reports.renovatie_woorden import TE_KLEIN, procent, stand, volgens_wet

NIETS = "Er zijn geen renovatieprojecten om over te vertellen."
NIET_GETELD = "Er is nog geen bouwkundige eenheid, dus er is niets geteld."
UITLEG = (
    "De percentages zijn per bouwkundige eenheid en staan in twee decimalen. Of 70\u00a0% is gehaald, volgt uit hele "
    "aantallen huurders (Burgerlijk Wetboek boek 7, artikel 220 lid 3)."
)


@dataclass(frozen=True, slots=True)
class RenovatieEenheid:
    """The count of one building: `nodig` by the law, `gehaald` whether so many agreed, `vermoeden_mogelijk` whether it has
    ten homes or more. `source` opens the tenants who agreed."""

    naam: str
    huurders: int
    ja: int
    nodig: int
    nog_nodig: int
    percentage: Decimal | None
    vermoeden_mogelijk: bool
    gehaald: bool
    stand_woorden: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class RenovatieRegel:
    """A project in one line. `gevraagd` is what we ask of the meeting; `advies` the outcomes of our adviezen in words."""

    nummer: int
    titel: str
    verhuurder: str = ""
    eenheden: tuple[RenovatieEenheid, ...] = ()
    gevraagd: str = ""
    advies: str = ""
    source: Source | None = None


def eenheid_regel(naam: str, telling: Telling, source: Source | None = None) -> RenovatieEenheid:
    """A building with its count, measured against the 70 % of the law."""
    found = volgens_wet(telling)
    return RenovatieEenheid(
        naam,
        found.huurders,
        found.ja,
        found.nodig,
        found.nog_nodig,
        found.percentage,
        found.vermoeden_mogelijk,
        found.gehaald,
        stand(found),
        source,
    )


def regels_tabel(
    regels: Sequence[RenovatieRegel],
    caption: str = "Renovaties: instemming, stand en wat wij vragen",
    key: str = "",
) -> Block:
    """The projects as a table, or a sentence where there are none."""
    if not regels:
        return Paragraph(NIETS, key=key)
    columns = (
        Column("Project", width=1.5),
        Column("Instemming", width=1.7),
        Column("Stand", width=2.0),
        Column("Wat wij vragen", width=1.8),
    )
    return Table(caption, columns, tuple(map(_row, regels)), note=UITLEG, key=key)


def _row(line: RenovatieRegel) -> tuple[Text, ...]:
    name = one_line(line.titel)
    if line.verhuurder:
        name = f"{name} ({one_line(line.verhuurder)})"
    return (
        Span(name, source=line.source),
        instemming(line.eenheden),
        standen(line.eenheden, line.advies),
        sentence(plain_line(line.gevraagd)) or "–",
    )


def instemming(units: Sequence[RenovatieEenheid]) -> Text:
    """How many agreed in each building: "16 van 23 (69,57 %)"; with more buildings each has its name before it."""
    if not units:
        return "–"
    parts: list[Text] = []
    for place, unit in enumerate(units):
        start = f"{one_line(unit.naam)}: " if len(units) > 1 else ""
        ends = "; " if place + 1 < len(units) else ""
        count = Span(number(unit.ja), source=unit.source)
        whole = f"{NBSP}van{NBSP}{number(unit.huurders)} ({procent(unit.percentage)})"
        parts.append(joined(start, count, whole, ends))
    return joined(*parts)


def standen(units: Sequence[RenovatieEenheid], advice: str = "") -> str:
    """How the buildings stand against the law, and beside it what we advised: the two may differ."""
    told = _standen(units)
    outcome = clause(one_line(advice))
    return f"{told} Ons advies: {outcome}." if outcome else told


def _standen(units: Sequence[RenovatieEenheid]) -> str:
    if not units:
        return NIET_GETELD
    if len(units) == 1:
        return units[0].stand_woorden
    large = [unit for unit in units if unit.vermoeden_mogelijk and unit.huurders]
    parts = []
    if large:
        reached = sum(unit.gehaald for unit in large)
        parts.append(
            f"70{NBSP}% is gehaald in {number(reached)} van de {aantal(len(large), 'eenheid', 'eenheden', digits=True)}."
        )
    left = [f"{one_line(unit.naam)} {number(unit.nog_nodig)}" for unit in large if not unit.gehaald]
    if left:
        parts.append(f"Nog nodig: {', '.join(left)}.")
    parts += [f"{one_line(unit.naam)}: {_small(unit)}" for unit in units if unit not in large]
    return " ".join(parts)


def _small(unit: RenovatieEenheid) -> str:
    words = unit.stand_woorden if not unit.huurders else TE_KLEIN
    return words[:1].lower() + words[1:]
