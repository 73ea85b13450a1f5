"""Visits, campagnes and bewonerscommissies in the trimesterverslag.

Visits and households are counts of persons, so small ones are hidden with the rest of the report. Campagnes and support
are the organisation's own work and never are; what a campagne reached are persons again.
"""

from __future__ import annotations

from huurdersapp.reports.counting import Counter, add, all_sources
from huurdersapp.reports.document import Block, Column, Heading, Paragraph, Span, Table, Text
from huurdersapp.reports.language import aantal, capital, clause, day_short, enumeration, number
from huurdersapp.reports.merging import Row, merge_rows
from huurdersapp.reports.prose import joined, one_line
from huurdersapp.reports.small_numbers import Figures, SmallNumberSettings
from huurdersapp.reports.trimester_values import (
    BezoekCijfers,
    BezoekRij,
    CampagneRegel,
    CommissieRegel,
    TrimesterValues,
)
from huurdersapp.reports.values import Getal

_VISITS = (
    "Bij een energiebezoek komt een vrijwillige energiecoach bij een huurder thuis. "
    "Een bezoek telt mee als de coach iemand sprak."
)
OTHERS = "Andere kernen en wijken"
_WITHIN = ("geplaatst", "met_knelpunt")
"""Figures that are a part of `gesproken`: what is left would give a small rest away."""
REACHED = ("bereik", "contacten", "deelnemers", "aangemeld")
_REACHED_HEADS = ("Bereik", "Contact", "Deelname", "Aangemeld")


def enter_registers(figures: Figures, values: TrimesterValues) -> None:
    """Enter the counts of visits and of what campagnes reached, with the sums that link them."""
    visits = values.bezoeken
    for key in ("aan_de_deur", "gesproken", "niet_gesproken", "nazorg", *_WITHIN):
        add(figures, ("bezoek", key), getattr(visits, key), rank=2 if key == "gesproken" else 1)
    whole = ("bezoek", "gesproken")
    if all(figures.has(("bezoek", key)) for key in ("aan_de_deur", "gesproken", "niet_gesproken")):
        figures.total(("bezoek", "aan_de_deur"), [whole, ("bezoek", "niet_gesproken")])
    for key in _WITHIN:
        if figures.has(("bezoek", key)) and figures.has(whole):
            rest = figures.value(whole) - figures.value(("bezoek", key))
            if rest > 0:
                figures.persons(("bezoek", key, "overig"), rest, printed=False)
                figures.total(whole, [("bezoek", key), ("bezoek", key, "overig")])
    rows = visit_rows(visits, values.small)
    keys = [("bezoek", "kern", place) for place in range(len(rows))]
    for at, row in zip(keys, rows, strict=True):
        add(figures, at, row.gesproken, rank=0)
    figures.table("bezoek-kern", keys)
    if rows and figures.has(whole):
        figures.total(whole, keys)
    for place, item in enumerate(values.campagnes):
        for key in REACHED:
            add(figures, ("campagne", place, key), getattr(item, key), rank=0)


def visit_rows(visits: BezoekCijfers, small: SmallNumberSettings) -> tuple[BezoekRij, ...]:
    """The visits per kern: small kernen put together with what lies around them, and what is still small with each other."""
    return tuple(row for row, _members in merged_visits(visits, small))


def merged_visits(
    visits: BezoekCijfers, small: SmallNumberSettings
) -> tuple[tuple[BezoekRij, tuple[BezoekRij, ...]], ...]:
    """The visits per kern as they are printed, each row with those that were put together in it."""
    table = [Row(row.naam, (row.gesproken.waarde or 0,), row.groepen) for row in visits.per_kern]
    rows = merge_rows(table, small, sensitive=lambda row: row.values)
    few = [row for row in rows if small.active and small.is_small(row.values[0])]
    if len(few) > 1:
        together = Row(
            OTHERS,
            (sum(row.values[0] for row in few),),
            members=tuple(place for row in few for place in row.members),
        )
        rows = (*(row for row in rows if row not in few), together)
    return tuple(
        (_merged(row, visits.per_kern), tuple(visits.per_kern[place] for place in row.members))
        for row in rows
    )


def _merged(row: Row, rows: tuple[BezoekRij, ...]) -> BezoekRij:
    members = [rows[place] for place in row.members]
    if len(members) == 1:
        return members[0]
    source = all_sources(tuple(member.gesproken.source for member in members))
    return BezoekRij(row.label, Getal(row.values[0], source), row.groups)


def any_visits(visits: BezoekCijfers) -> bool:
    """Whether there is anything to tell."""
    return any(getattr(visits, key).waarde != 0 for key in ("aan_de_deur", "nazorg"))


def visit_blocks(counter: Counter, values: TrimesterValues, kort: bool = False) -> list[Block]:
    """The chapter on energiebezoeken; in the short form without the table of kernen."""
    blocks: list[Block] = [Heading("Energiebezoeken")]
    visits = values.bezoeken
    if not any_visits(visits):
        return [*blocks, Paragraph("Er waren in deze periode geen energiebezoeken.")]
    labels = (
        ("aan_de_deur", "Coach aan de deur"),
        ("niet_gesproken", "Niemand gesproken"),
        ("gesproken", "Energiebezoek gedaan"),
        ("geplaatst", "Daarvan: iets geplaatst dat energie bespaart"),
        ("met_knelpunt", "Daarvan: een knelpunt gemeld"),
        ("nazorg", "Nazorg gedaan (ook van eerdere bezoeken)"),
    )
    rows = tuple(
        (label, counter.cell(("bezoek", key), getattr(visits, key), label.lower())) for key, label in labels
    )
    columns = (Column("Energiebezoeken", width=3), Column("Aantal", "right"))
    note = counter.hidden_note(("bezoek", key) for key, _label in labels) or None
    blocks += [Paragraph(_VISITS), Table("Energiebezoeken in deze periode", columns, rows, note=note)]
    return blocks if kort else [*blocks, *_per_kern(counter, values)]


def _per_kern(counter: Counter, values: TrimesterValues) -> list[Block]:
    rows = list(enumerate(visit_rows(values.bezoeken, values.small)))
    if not rows:
        return []
    blocks: list[Block] = [Heading("Waar waren de bezoeken?", 2)]
    if not counter.shown.prints("bezoek-kern"):
        text = "De bezoeken zijn hier niet verdeeld naar kern: het zijn er te weinig."
        return [*blocks, Paragraph(text, "note")]
    keys = [("bezoek", "kern", place) for place, _row in rows]
    if not counter.shows(*keys):
        # Rows in order of size would say between which figures a hidden one lies.
        rows.sort(key=lambda item: item[1].naam.casefold())
    body: list[tuple[Text, ...]] = [
        (capital(row.naam), counter.cell(("bezoek", "kern", place), row.gesproken)) for place, row in rows
    ]
    whole = counter.cell(("bezoek", "gesproken"))
    columns = (Column("Kern of gebied", width=3), Column("Bezoeken", "right"))
    note = counter.hidden_note(keys) or None
    return [
        *blocks,
        Table(
            "Energiebezoeken naar kern of gebied", columns, tuple(body), totals=("Totaal", whole), note=note
        ),
    ]


def campaign_blocks(counter: Counter, values: TrimesterValues) -> list[Block]:
    """The campagnes: how many were reached, spoken with and took part, which are never added."""
    blocks: list[Block] = [Heading("Campagnes")]
    if not values.campagnes:
        return [*blocks, Paragraph("Er waren in deze periode geen campagnes.")]
    columns = (
        Column("Campagne", width=4.2),
        Column("Hoe", width=1.8),
        Column("Acties", "right", 0.8),
        *(Column(head, "right") for head in _REACHED_HEADS),
    )
    rows = tuple(_campaign(counter, place, item) for place, item in enumerate(values.campagnes))
    keys = [("campagne", place, key) for place in range(len(rows)) for key in REACHED]
    note = "Bereik: hoeveel huishoudens iets kregen. Contact: met hoeveel mensen wij spraken. Deelname: hoeveel er meededen."
    hidden = counter.hidden_note(keys)
    return [
        *blocks,
        Table("Campagnes in deze periode", columns, rows, note=f"{note} {hidden}".strip()),
    ]


def _campaign(counter: Counter, place: int, item: CampagneRegel) -> tuple[Text, ...]:
    name: list[Text] = [Span(clause(one_line(item.titel)), source=item.source)]
    if item.van:
        name.append(f", {day_short(item.van)}" + (f" tot en met {day_short(item.tot)}" if item.tot else ""))
    if item.doel:
        name.append(f"; doel: {one_line(item.doel)}")
    return (
        joined(*name),
        capital(enumeration(item.vormen)) if item.vormen else "–",
        number(item.acties),
        *(_reached(counter, place, key, item) for key in REACHED),
    )


def _reached(counter: Counter, place: int, key: str, item: CampagneRegel) -> Text:
    at = ("campagne", place, key)
    return counter.cell(at, getattr(item, key)) if counter.shown.knows(at) else "niet geteld"


def committee_blocks(values: TrimesterValues) -> list[Block]:
    """The bewonerscommissies that were supported, and how."""
    blocks: list[Block] = [Heading("Ondersteuning van bewonerscommissies")]
    if not values.commissies:
        return [*blocks, Paragraph("Wij hebben in deze periode geen bewonerscommissies ondersteund.")]
    behind = all_sources(tuple(item.source for item in values.commissies))
    supported = Span(
        capital(aantal(len(values.commissies), "bewonerscommissie", "bewonerscommissies")), source=behind
    )
    verb = "kreeg" if len(values.commissies) == 1 else "kregen"
    columns = (
        Column("Bewonerscommissie", width=2),
        Column("Keren", "right", 0.8),
        Column("Uren", "right", 0.8),
        Column("Waarmee", width=3),
    )
    rows = tuple(_committee(item) for item in values.commissies)
    return [
        *blocks,
        Paragraph(joined(supported, f" {verb} ondersteuning.")),
        Table("Ondersteuning in deze periode", columns, rows),
    ]


def _committee(item: CommissieRegel) -> tuple[Text, ...]:
    return (
        Span(clause(one_line(item.naam)), source=item.source),
        number(item.keren),
        "–" if item.uren is None else number(item.uren),
        capital(enumeration(tuple(word[:1].lower() + word[1:] for word in item.wat))),
    )
