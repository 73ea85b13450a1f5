"""A new akkoord after an old one: which measure carries on which, chosen by hand.

The program proposes by likeness of text, kind and unit, and never fills a choice in by itself: two measures with nearly the
same words may count something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from huurdersapp.actions import lists, records
from huurdersapp.actions.context import Context
from huurdersapp.actions.knelpunten import changed
from huurdersapp.actions.plain import Plain
from huurdersapp.base.errors import UserError
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.text import fold

ALIKE_FROM = 60
"""Per cent of likeness from which a measure is proposed."""
MOST = 3
"""Proposals for one measure."""
OTHER_KIND, OTHER_UNIT = 25, 10
"""Per cent that are taken off for another kind of measure, and for another unit."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of either akkoord."""

    number: int
    code: str
    text: str
    soort: str
    unit: str


@dataclass(frozen=True, slots=True)
class Line:
    """An old measure, the new ones that carry it on (their numbers), and what is proposed: number and likeness."""

    old: Measure
    chosen: tuple[int, ...]
    proposed: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Succession:
    """The measures of an akkoord and of the one before it. `others` are the akkoorden that may be named as that one."""

    akkoord: int
    name: str
    old: int | None
    lines: tuple[Line, ...]
    new: tuple[Measure, ...]
    others: tuple[tuple[int, str], ...]

    @property
    def fresh(self) -> tuple[Measure, ...]:
        """The new measures that carry nothing on."""
        taken = {number for line in self.lines for number in line.chosen}
        return tuple(each for each in self.new if each.number not in taken)


# -- reading -----------------------------------------------------------------------------------------------------------


def succession(ctx: Context, akkoord: int) -> Succession:
    """How an akkoord carries on the one before it; raises UserError when it is not there."""
    row = records.show(ctx, ctx.spec("akkoord"), akkoord)
    known = [(each["nummer"], each["naam"]) for each in lists.find(ctx, ctx.spec("akkoord"))]
    others = tuple(each for each in known if each[0] != akkoord)
    new = _plain(ctx, akkoord)
    old = row["voorganger"] if row["voorganger"] in dict(known) else None
    earlier = [] if old is None else [_measure(each) for each in _plain(ctx, old)]
    fresh = [_measure(each) for each in new]
    chosen = {
        each.number: tuple(
            one["nummer"] for one in new if each.number in [line["indicator"] for line in one["voorgangers"]]
        )
        for each in earlier
    }
    made = tuple(Line(each, chosen[each.number], proposals(each, fresh)) for each in earlier)
    return Succession(akkoord, row["naam"], old, made, tuple(fresh), others)


def _plain(ctx: Context, akkoord: int) -> list[Plain]:
    return lists.find(ctx, ctx.spec("indicator"), [f"in_akkoord={akkoord}"], order="volgorde")


def _measure(row: Plain) -> Measure:
    return Measure(row["nummer"], row["code"], row["tekst"], row["soort"], row["eenheid"] or "")


def proposals(old: Measure, new: Sequence[Measure]) -> tuple[tuple[int, int], ...]:
    """The numbers of the new measures that look like this one, with their likeness in per cent, the most alike first."""
    found = [(one.number, likeness(old, one)) for one in new]
    close = [each for each in found if each[1] >= ALIKE_FROM]
    return tuple(sorted(close, key=lambda each: (-each[1], each[0]))[:MOST])


def likeness(one: Measure, other: Measure) -> int:
    """How alike two measures are, in whole per cent: their words, less what differs in kind and unit."""
    from rapidfuzz import fuzz

    words = fuzz.token_sort_ratio(" ".join(fold(one.text)), " ".join(fold(other.text)))
    less = OTHER_KIND * (one.soort != other.soort) + OTHER_UNIT * (fold(one.unit) != fold(other.unit))
    return max(0, round(words) - less)


# -- writing -----------------------------------------------------------------------------------------------------------


def follow(ctx: Context, akkoord: int, old: int | None, *, origin: object | None = None) -> list[str]:
    """Name the akkoord before this one (None: none). Links to measures of another one are taken away in the same step.

    Gives what to look at again; raises Refused where it would come after itself.
    """
    spec, measures = ctx.spec("akkoord"), ctx.spec("indicator")
    linked = [row for row in _plain(ctx, akkoord) if row["voorgangers"]]
    with ctx.store.step(_("Opvolger van een akkoord"), origin=origin) as db:
        row: Any = records.find(db, spec, akkoord)
        before = row.voorganger_id
        told = changed(db, spec, row, {"voorganger": old})
        if row.voorganger_id != before:
            for each in linked:
                told += changed(db, measures, records.find(db, measures, each["nummer"]), {"voorgangers": []})
    return told


def carry_on(
    ctx: Context, akkoord: int, chosen: Mapping[int, Sequence[int]], *, origin: object | None = None
) -> int:
    """Say of old measures (their numbers) by which new ones they are carried on (none: by nothing), in one step; old
    measures that are not named stay as they are. What somebody wrote beside a link stays with it.

    Gives how many new measures were changed. Raises UserError for a measure that is in neither akkoord, Refused
    where a rule is broken.
    """
    found = succession(ctx, akkoord)
    old, new = {line.old.number for line in found.lines}, {each.number for each in found.new}
    meant = {number for numbers in chosen.values() for number in numbers}
    if not set(chosen) <= old or not meant <= new:
        raise UserError(
            _("Deze maten horen niet bij deze twee akkoorden."),
            _("Kies eerst waarvan dit akkoord de opvolger is."),
        )
    spec = ctx.spec("indicator")
    rows = {row["nummer"]: row for row in _plain(ctx, akkoord)}
    wanted = {number: list(_lines(row, number, chosen)) for number, row in rows.items()}
    moved = {number: lines for number, lines in wanted.items() if lines != rows[number]["voorgangers"]}
    if not moved:
        return 0
    with ctx.store.step(_("Maten koppelen aan het vorige akkoord"), origin=origin) as db:
        for number, lines in moved.items():
            changed(db, spec, records.find(db, spec, number), {"voorgangers": lines})
    return len(moved)


def _lines(row: Plain, number: int, chosen: Mapping[int, Sequence[int]]) -> Iterator[Plain]:
    """The lines that a new measure gets: those that stay, then the new ones."""
    there = []
    for line in row["voorgangers"]:
        old = line["indicator"]
        if old not in chosen or number in chosen[old]:
            there.append(old)
            yield line
    for old, numbers in chosen.items():
        if number in numbers and old not in there:
            yield {"indicator": old}
