"""Several akkoorden side by side: who takes part, for which years, about what, how it stands and what we did for it.

Each number says the list that it counts. Nothing is said about which akkoord is better.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from huurdersapp.actions import lists, records
from huurdersapp.actions.akkoord_telling import totals
from huurdersapp.actions.context import Context
from huurdersapp.actions.plain import Plain
from huurdersapp.actions.standen import standen
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.period import Period
from huurdersapp.records.akkoord_keuzes import STAND

POINTS: Mapping[str, str] = {"doel": "in_akkoord", "afspraak": "in_akkoord", "indicator": "in_akkoord"}
"""Kinds of point, and the condition that finds those of an akkoord."""
BESIDE: Mapping[str, str] = {"bijstelling": "akkoord", "afwijking": "akkoord"}
"""What became of them."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A number and the list that it counts; `first` is the first record of a list of points."""

    count: int
    kind: str
    where: tuple[str, ...]
    first: int | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """One akkoord. `own` are those of `parties` that are our own organisation; `numbers` hold a cell under the words of
    each row that it has."""

    number: int
    name: str
    place: str
    years: str
    parties: tuple[str, ...]
    own: tuple[str, ...]
    themes: tuple[str, ...]
    numbers: Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """Akkoorden beside each other. `rows` are titles, each with the words of its rows in the order of the first akkoord
    that has them."""

    sides: tuple[Side, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


def compare(ctx: Context, numbers: Sequence[int], period: Period, on: date | None = None) -> Table:
    """These akkoorden beside each other: what we did in the period, and how it stood on the day (today).

    Raises UserError when one is not there.
    """
    sides, groups = [], []
    for number in dict.fromkeys(numbers):
        row = records.show(ctx, ctx.spec("akkoord"), number)
        found = [
            (_("Wat erin staat"), dict(_points(ctx, number))),
            (_("Hoe de maten ervoor staan"), dict(_stands(ctx, number, on))),
            (_("Wat wij deden"), dict(_own(ctx, number, period))),
            (_("Wat er veranderde"), dict(_counted(ctx, number, BESIDE))),
        ]
        groups.append(found)
        sides.append(
            _side(ctx, row, {words: cell for _title, cells in found for words, cell in cells.items()})
        )
    titles = [title for title, _cells in groups[0]] if groups else []
    rows = tuple(
        (title, tuple(dict.fromkeys(words for found in groups for words in found[at][1])))
        for at, title in enumerate(titles)
    )
    return Table(tuple(sides), rows)


def _side(ctx: Context, row: Plain, cells: Mapping[str, Cell]) -> Side:
    parties = {each["nummer"]: each for each in lists.find(ctx, ctx.spec("partij"))}
    named = [parties[line["partij"]] for line in row["partijen"] if line["partij"] in parties]
    themes = lists.find(ctx, ctx.spec("thema"), [f"akkoord={row['nummer']}"], order="volgorde")
    return Side(
        row["nummer"],
        row["naam"],
        row["gemeente"] or "",
        _("{first} tot en met {last}").format(first=row["van_jaar"], last=row["tot_jaar"]),
        tuple(each["naam"] for each in named),
        tuple(each["naam"] for each in named if each["eigen"]),
        tuple(each["naam"] for each in themes),
        cells,
    )


def _points(ctx: Context, akkoord: int) -> Iterator[tuple[str, Cell]]:
    yield from _counted(ctx, akkoord, POINTS)


def _counted(ctx: Context, akkoord: int, kinds: Mapping[str, str]) -> Iterator[tuple[str, Cell]]:
    for kind, named in kinds.items():
        where = (f"{named}={akkoord}",)
        spec = ctx.spec(kind)
        rows = lists.find(ctx, spec, where)
        first = rows[0]["nummer"] if rows else None
        yield str(spec.plural), Cell(len(rows), kind, where, first)


def _stands(ctx: Context, akkoord: int, on: date | None) -> Iterator[tuple[str, Cell]]:
    found = standen(ctx, akkoord, on)
    for item in STAND.items:
        if numbers := [number for number, one in found.items() if one.shown == item.key]:
            where = (f"nummer={','.join(map(str, numbers))}",)
            yield str(item.label), Cell(len(numbers), "indicator", where, numbers[0])


def _own(ctx: Context, akkoord: int, period: Period) -> Iterator[tuple[str, Cell]]:
    for one in totals(ctx, akkoord, period):
        yield one.label, Cell(one.count, one.kind, one.where)
