"""The homes of a renovation as they stood on a day, counted by building, staircase and storey."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from huurdersapp.records.draagvlak import ANSWERED, EMPTY, Telling
from huurdersapp.records.renovatie_dag import form_on, may_go_to_court, said_on, same_home
from huurdersapp.records.renovatie_tables import PEILING, Renovatiewoning
from huurdersapp.store.step import ReadSession

SOUNDINGS = tuple(choice.key for choice in PEILING.items)
_DIGITS = re.compile(r"([0-9]+)")


@dataclass(frozen=True, slots=True)
class Row:
    """A home as it is counted."""

    home: str
    stairs: str | None
    floor: int | None
    said: str
    form: str | None
    sounding: str | None
    court: bool


def rows_on(db: ReadSession, units: Sequence[str], on: date) -> dict[str, list[Row]]:
    """The homes of these buildings as they stood on a day."""
    columns = (
        Renovatiewoning.eenheid_id,
        same_home(),
        Renovatiewoning.trappenhuis,
        Renovatiewoning.verdieping,
        said_on(on),
        form_on(on),
        Renovatiewoning.peiling,
        may_go_to_court(on),
    )
    found: dict[str, list[Row]] = {unit: [] for unit in units}
    query = select(*columns).where(
        Renovatiewoning.eenheid_id.in_(units), Renovatiewoning.verwijderd.is_(None)
    )
    for unit, *values in db.execute(query):
        found[unit].append(Row(*values))
    return found


def counted(rows: Iterable[Row]) -> Telling:
    """How many said what."""
    rows = list(rows)
    said = Counter(row.said for row in rows)
    return Telling(**said, woningen=len({row.home for row in rows}))


def _grouped(rows: Iterable[Row], keys: Iterable[Hashable]) -> dict[Any, list[Row]]:
    found: dict[Any, list[Row]] = {}
    for row, key in zip(rows, keys, strict=True):
        found.setdefault(key, []).append(row)
    return found


def per_stairs(rows: list[Row]) -> Iterator[tuple[str, Telling]]:
    """Without one comes last. A list finds a staircase in capitals or not, so here those are one."""
    groups = _grouped(rows, (folded(row.stairs or "") for row in rows))
    for key in sorted(groups, key=lambda key: (not key, natural(key))):
        yield groups[key][0].stairs or "", counted(groups[key])


def folded(text: str) -> str:
    """As SQLite's NOCASE compares: the letters of ASCII only."""
    return "".join(sign.lower() if sign.isascii() else sign for sign in text)


def natural(text: str) -> tuple[str | int, ...]:
    """To sort by: portiek 10 comes after portiek 9."""
    # Texts and numbers take turns in what split gives, so a text is never compared with a number.
    return tuple(int(part) if at % 2 else part for at, part in enumerate(_DIGITS.split(text.lower())))


def per_floor(rows: list[Row]) -> Iterator[tuple[int | None, Telling]]:
    """The highest first, without one last."""
    groups = _grouped(rows, (row.floor for row in rows))
    for key in sorted(groups, key=lambda key: (key is None, -(key or 0))):
        yield key, counted(groups[key])


def sounded(rows: Iterable[Row]) -> dict[str, int]:
    """Of homes without an answer: how many we heard this of."""
    found = Counter(row.sounding for row in rows if row.said not in (*ANSWERED, EMPTY))
    return {key: found[key] for key in SOUNDINGS}
