"""What may be said of the visits and the problems in one home of a place: what the trimesterverslag of the same days prints
of its kernen, and nothing beside it.

A place may have several rows there, and a small kern has none of its own: it was put in a wider row. A sum is printed only
where each of its rows is printed whole, so that it could be added up there as well.

Who has the reports of all places may not learn which of them such a wider row holds: with its sum, and knowing that each was
small, that would tell their counts. So a place without a row of its own says the same whether it is in there or had nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from huurdersapp.reports.counting import Counter, all_sources
from huurdersapp.reports.document import Source, Span, Text
from huurdersapp.reports.language import aantal, number
from huurdersapp.reports.merging import TOGETHER
from huurdersapp.reports.small_numbers import HIDDEN, Key
from huurdersapp.reports.trimester_knelpunten import merged_rows
from huurdersapp.reports.trimester_registers import OTHERS, merged_visits
from huurdersapp.reports.trimester_values import TrimesterValues
from huurdersapp.reports.values import Getal


@dataclass(frozen=True, slots=True)
class Hier:
    """The rows of a place: their keys, the records behind them and what they are called. With `samen_met` some of it stands
    in the row with that name, together with other places, or there was none; not `verdeeld`: it was too little to divide over
    kernen."""

    keys: tuple[Key, ...] = ()
    sources: tuple[Source | None, ...] = ()
    names: tuple[str, ...] = ()
    samen_met: str = ""
    verdeeld: bool = True


@dataclass(frozen=True, slots=True)
class Plek:
    """A place: what it is called with all that lies in it, and what it lies in."""

    hier: frozenset[str]
    boven: frozenset[str] = frozenset()


def visits_here(values: TrimesterValues, counter: Counter, place: Plek) -> Hier:
    """The rows of visits in a place."""
    rows = [
        (("bezoek", "kern", at), row.gesproken, row.naam, [each.naam for each in members])
        for at, (row, members) in enumerate(merged_visits(values.bezoeken, values.small))
    ]
    return _rows(rows, place, counter.shown.prints("bezoek-kern"))


def reports_here(values: TrimesterValues, counter: Counter, place: Plek) -> Hier:
    """The rows of new problems in one home in a place."""
    rows = [
        (("kern", "individueel", at), row.individueel, row.naam, [each.naam for each in members])
        for at, (row, members) in enumerate(merged_rows(values.knelpunten, "kern", values.small))
    ]
    return _rows(rows, place, counter.shown.prints("kern-individueel"))


def _rows(rows: Sequence[tuple[Key, Getal, str, list[str]]], place: Plek, divided: bool) -> Hier:
    alone = {members[0] for _key, _getal, _name, members in rows if len(members) == 1}
    everything = not place.boven and all(place.hier.issuperset(members) for *_row, members in rows)
    keys: list[Key] = []
    sources: list[Source | None] = []
    names: list[str] = []
    wider = ""
    for key, getal, name, members in rows:
        group = members[0] if len(members) == 1 else name.removesuffix(TOGETHER)
        if group not in place.hier and not everything:
            may_hold = group in {OTHERS, *place.boven} and not place.hier <= alone
            if len(members) > 1 and (may_hold or place.hier.intersection(members)):
                wider = name
            continue
        keys.append(key)
        sources.append(getal.source)
        names.append(name)
    return Hier(tuple(keys), tuple(sources), tuple(names), wider, divided or not rows)


def cell(counter: Counter, hier: Hier) -> Text:
    """The number of a place for a table: a sum, "<5", "x", or that it is not told by itself."""
    if not hier.verdeeld:
        return "te weinig om te verdelen"
    if hier.samen_met:
        return "niet apart"
    if len(hier.keys) == 1:
        return counter.cell(hier.keys[0])
    if not counter.shows(*hier.keys):
        return HIDDEN
    return Span(number(total(counter, hier)), source=all_sources(hier.sources) if hier.sources else None)


def total(counter: Counter, hier: Hier) -> int:
    """The sum of rows that are all shown."""
    return sum(counter.shown.value(key) or 0 for key in hier.keys)


def known(counter: Counter, hier: Hier) -> bool:
    """Whether the number of the place may be printed."""
    return hier.verdeeld and not hier.samen_met and counter.shows(*hier.keys)


def in_words(counter: Counter, hier: Hier, one: str, many: str) -> Span | None:
    """The counted word for a sentence; None where it may not be printed."""
    if not known(counter, hier):
        return None
    text = aantal(total(counter, hier), one, many)
    return Span(text, source=all_sources(hier.sources) if hier.sources else None)
