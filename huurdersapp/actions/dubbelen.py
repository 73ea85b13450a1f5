"""Finding records that are probably the same: looked for within small groups, so that it stays quick."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations
from typing import Any

from sqlalchemy import select

from huurdersapp.actions import records, voorkeuren
from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.records.knelpunt_status import ENDS
from huurdersapp.records.spec import RecordSpec

ALIKE = 86
"""Of 100: from here two names are taken for one with a slip of the pen."""
MOST_IN_GROUP = 400
"""A larger group says nothing (all without a street, say): its records are not compared one by one."""
MOST = 200
"""Pairs that are shown."""
_NOT = "dubbelen.niet"
_LETTERS = re.compile(r"[\W_]+")
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be one: their numbers (the older first) and names, and why somebody would think so."""

    kind: str
    first: int
    first_name: str
    second: int
    second_name: str
    why: str


@dataclass(frozen=True, slots=True)
class _Way:
    """How doubles of a kind are found: what they have in common, and what else makes them alike (the reason, or None)."""

    columns: tuple[str, ...]
    groups: Callable[[Row], Iterator[tuple[Any, ...]]]
    alike: Callable[[Row, Row], str | None]


def _plain(text: str | None) -> str:
    return _LETTERS.sub("", (text or "").casefold())


def _by_name(key: str) -> _Way:
    def groups(row: Row) -> Iterator[tuple[Any, ...]]:
        words = (row[key] or "").casefold().split()
        yield from {(word[:4],) for word in words if len(word) > 3} or {(_plain(row[key])[:3],)}

    def alike(one: Row, other: Row) -> str | None:
        from rapidfuzz import fuzz, utils

        same = fuzz.token_sort_ratio(one[key] or "", other[key] or "", processor=utils.default_process)
        return _("De namen lijken op elkaar.") if same >= ALIKE else None

    return _Way((key,), groups, alike)


def _homes(row: Row) -> Iterator[tuple[Any, ...]]:
    yield ("pc", row["postcode"], row["huisnummer"], _plain(row["toevoeging"]))
    if row["straat"]:
        yield (
            "straat",
            _plain(row["straat"]),
            row["huisnummer"],
            _plain(row["toevoeging"]),
            _plain(row["plaats"]),
        )


def _visits(row: Row) -> Iterator[tuple[Any, ...]]:
    if row["postcode"] and row["huisnummer"] and row["datum"]:
        yield (row["postcode"], row["huisnummer"], _plain(row["toevoeging"]))


def _near_in_time(one: Row, other: Row) -> str | None:
    apart = abs(one["datum"] - other["datum"])
    return _("Hetzelfde adres, binnen een week.") if apart <= timedelta(days=7) else None


def _reports(row: Row) -> Iterator[tuple[Any, ...]]:
    if row["status"] not in ENDS:
        yield (row["categorie"], row["complex_id"] or row["kern_id"])


def _same_report(one: Row, other: Row) -> str | None:
    from rapidfuzz import fuzz, utils

    same = fuzz.token_set_ratio(one["titel"], other["titel"], processor=utils.default_process)
    return _("Zelfde soort, zelfde plek, en de titels lijken op elkaar.") if same >= ALIKE else None


_HOME = ("postcode", "huisnummer", "toevoeging")
WAYS: Mapping[str, _Way] = {
    "adres": _Way((*_HOME, "straat", "plaats"), _homes, lambda _one, _other: _("Hetzelfde adres.")),
    "energiebezoek": _Way((*_HOME, "datum"), _visits, _near_in_time),
    "knelpunt": _Way(("titel", "categorie", "complex_id", "kern_id", "status"), _reports, _same_report),
    **{kind: _by_name("titel") for kind in ("raadpleging", "campagne")},
    **{
        kind: _by_name("naam")
        for kind in (
            "contact",
            "partij",
            "verhuurder",
            "complex",
            "kern",
            "commissie",
            "energiecoach",
            "maatregel",
        )
    },
}
"""The kinds of which doubles are looked for."""


def find(ctx: Context, spec: RecordSpec) -> Job[list[Pair]]:
    """The pairs of live records of a kind that are probably one, at most `MOST`; those that somebody called different are
    left out."""
    way = WAYS[spec.key]
    table = spec.table
    yield Progress(0, None, _("Dubbelen zoeken"))
    with ctx.store.reading() as db:
        columns = [table.c.id, table.c.nummer, *(table.c[key] for key in way.columns)]
        rows = db.execute(select(*columns).where(table.c.verwijderd.is_(None)).order_by(table.c.nummer))
        groups: dict[tuple[Any, ...], list[Row]] = {}
        for place, row in enumerate(map(dict, rows.mappings())):
            for key in way.groups(row):
                groups.setdefault(key, []).append(row)
            if place % 5000 == 0:
                yield Progress(place, None, _("Dubbelen zoeken"))
        different = _called_different(ctx)
        found: dict[tuple[str, str], tuple[Row, Row, str]] = {}
        for place, group in enumerate(groups.values()):
            if place % 2000 == 0:
                yield Progress(place, len(groups), _("Dubbelen zoeken"))
            if 1 < len(group) <= MOST_IN_GROUP:
                _compare(way, group, different, found)
        names = Names(db)
        chosen = list(found.items())[:MOST]
        names.load(spec.key, [key for keys, _found in chosen for key in keys])
        return [
            Pair(
                spec.key,
                one["nummer"],
                names.of(spec.key, one["id"]),
                other["nummer"],
                names.of(spec.key, other["id"]),
                why,
            )
            for _keys, (one, other, why) in chosen
        ]


def _compare(
    way: _Way,
    group: Sequence[Row],
    different: set[tuple[str, str]],
    found: dict[tuple[str, str], tuple[Row, Row, str]],
) -> None:
    for one, other in combinations(group, 2):
        keys = (one["id"], other["id"])
        if keys in found or tuple(sorted(keys)) in different or len(found) >= MOST:
            continue
        if (why := way.alike(one, other)) is not None:
            found[keys] = (one, other, why)


def call_different(ctx: Context, kind: str, one: int, other: int) -> None:
    """Somebody says that these are two: they are not offered again. Raises UserError when one is not there."""
    with ctx.store.reading() as db:
        spec = ctx.spec(kind)
        keys = (records.find(db, spec, one).id, records.find(db, spec, other).id)
    known = [list(each) for each in sorted(_called_different(ctx) | {_sorted(keys)})]
    voorkeuren.put(ctx, _NOT, known)


def _called_different(ctx: Context) -> set[tuple[str, str]]:
    return {_sorted((one, other)) for one, other in voorkeuren.get(ctx, _NOT, [])}


def _sorted(keys: tuple[str, str]) -> tuple[str, str]:
    return (min(keys), max(keys))
