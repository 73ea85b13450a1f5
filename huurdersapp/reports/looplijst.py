"""The list with which somebody walks along the doors: per street, odd and even numbers apart, boxes to tick.

One row per home and no names: what is heard at a door is counted, not kept about people. Odd and even stand apart
because they mostly lie on either side of the street.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from huurdersapp.reports.adres import Adres, house_number, in_order, place_line
from huurdersapp.reports.campagne_values import LooplijstValues
from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    TICK,
    Block,
    Column,
    Document,
    FieldRow,
    Heading,
    Paragraph,
    Span,
    Table,
    Text,
    WritingLines,
)
from huurdersapp.reports.language import aantal, capital, day_long, number
from huurdersapp.reports.prose import one_line

SIDES = ((1, "oneven"), (0, "even"))
"""Which numbers stand together, as the rest after dividing by two, and what they are called."""


def looplijst_document(values: LooplijstValues) -> Document:
    """The list as a neutral document: the sum first, then street by street."""
    streets = _streets(values)
    blocks: list[Block] = [
        FieldRow(
            (("Datum", 1), ("Wie loopt", 2)),
            (day_long(values.datum) if values.datum else "", one_line(values.loper)),
        ),
        *_explained(values, streets),
    ]
    for name, homes in streets:
        blocks += _street(name, homes, values.vinkjes)
    if streets:
        blocks.append(WritingLines("Wat viel op? Schrijf hier geen namen op.", 3))
    title = f"Looplijst {one_line(values.campagne)}".strip()
    return Document(
        title=title,
        author=values.organisatie or title,
        subject="Lijst om langs de deuren te gaan",
        keywords=("campagne", "looplijst"),
        blocks=tuple(blocks),
        mark=MARK_EXAMPLE if values.voorbeeld else None,
        footer=values.organisatie,
    )


def _explained(values: LooplijstValues, streets: Sequence[tuple[str, Sequence[Adres]]]) -> list[Block]:
    if not streets:
        return [Paragraph("Er staan nog geen adressen op deze lijst.")]
    homes = sum(len(homes) for _, homes in streets)
    count = f"{aantal(homes, 'woning', 'woningen', digits=True)} in {_streets_in_words(len(streets))}"
    return [
        Paragraph(f"Op deze lijst staan {count}. Zet bij elke woning een kruisje. Schrijf geen namen op.")
    ]


def _streets_in_words(count: int) -> str:
    return aantal(count, "straat", "straten", digits=True)


def _streets(values: LooplijstValues) -> list[tuple[str, list[Adres]]]:
    """The streets in order of walking with the homes of each; two places may have a street of one name."""
    wanted = {one_line(name).casefold(): place for place, name in enumerate(values.straten)}

    def key(home: Adres) -> tuple[int, str, str]:
        street = one_line(home.straat).casefold()
        return wanted.get(street, len(wanted)), street, one_line(home.plaats).casefold()

    found = [list(homes) for _, homes in groupby(sorted(values.adressen, key=key), key)]
    names = [one_line(homes[0].straat) for homes in found]
    return [
        (_street_name(homes[0], more=names.count(name) > 1), homes)
        for name, homes in zip(names, found, strict=True)
    ]


def _street_name(home: Adres, more: bool) -> str:
    name = one_line(home.straat) or "Zonder straat"
    return f"{name}, {one_line(home.plaats)}" if more and home.plaats else name


def _street(name: str, homes: Sequence[Adres], ticks: Sequence[str]) -> Iterator[Block]:
    yield Heading(name)
    for rest, side in SIDES:
        here = sorted((home for home in homes if home.huisnummer % 2 == rest), key=in_order)
        if here:
            yield _side(name, side, here, ticks)
    yield from how_often(name, len(homes), ticks)


def how_often(name: str, homes: int, ticks: Sequence[str]) -> Iterator[Block]:
    """Below a street: how many homes it has, and room for how often each box was ticked."""
    total = f"{capital(name)}: {aantal(homes, 'woning', 'woningen', digits=True)}. Hoe vaak was het:"
    yield Paragraph(Span(total, bold=True), keep_with_next=True)
    yield FieldRow(tuple((tick, 1.0) for tick in ticks))


def _side(street: str, side: str, homes: Sequence[Adres], ticks: Sequence[str]) -> Table:
    """One side of a street. Its name stands in the head, which returns on every page."""
    many = len({place_line(replace(home, plaats="")) for home in homes}) > 1

    def row(home: Adres) -> tuple[Text, ...]:
        postcode = [place_line(replace(home, plaats=""))] if many else []
        return (Span(house_number(home), bold=True), *postcode)

    columns = (Column(f"{street}, {side}", width=1.8), *([Column("Postcode")] if many else []))
    return to_tick(f"{street}, {side} nummers", columns, [row(home) for home in homes], ticks)


def to_tick(
    caption: str,
    columns: Sequence[Column],
    rows: Sequence[tuple[Text, ...]],
    ticks: Sequence[str],
    to_write: Sequence[Column] = (),
) -> Table:
    """A table of homes, with a box for each of `ticks` and a cell to write in for each of `to_write`."""
    heads = (*columns, *(Column(tick, "center") for tick in ticks), *to_write)
    filled = tuple((*row, *([TICK] * len(ticks)), *([""] * len(to_write))) for row in rows)
    total = (f"Samen {number(len(rows), 0)}", *([""] * (len(heads) - 1)))
    return Table(caption, heads, filled, total)
