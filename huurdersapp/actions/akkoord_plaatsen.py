"""The places that an akkoord speaks of, as a tree from municipality to village, to narrow its points by."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import select

from huurdersapp.store.step import ReadSession


@dataclass(frozen=True, slots=True)
class Area:
    """A place by number and name; `level` is how deep it lies. `near` are the numbers of itself, of all that it lies in
    and of all that lies in it: a point that names one of these is about this place."""

    number: int
    name: str
    level: int
    near: frozenset[int]


def areas(db: ReadSession, named: Collection[int]) -> tuple[Area, ...]:
    """The places with these numbers and those that they lie in, each under the one that it lies in."""
    table = db.catalogue.specs["kern"].table
    columns = (table.c.id, table.c.nummer, table.c.naam, table.c.ligt_in_id)
    rows = {row.id: row for row in db.execute(select(*columns).where(table.c.verwijderd.is_(None)))}

    def above(key: str) -> list[str]:
        """The keys of what a place lies in, from near to far; it ends where a merge made a circle."""
        found: list[str] = []
        up = rows[key].ligt_in_id
        while up in rows and up not in found and up != key:
            found.append(up)
            up = rows[up].ligt_in_id
        return found

    higher = {key: above(key) for key in rows}
    shown = {key for key, row in rows.items() if row.nummer in named}
    shown |= {up for key in shown for up in higher[key]}

    def walk(parent: str | None, level: int) -> Iterator[Area]:
        inside = [key for key in shown if next(iter(higher[key]), None) == parent]
        for key in sorted(inside, key=lambda each: rows[each].naam.casefold()):
            near = {rows[up].nummer for up in higher[key]}
            near |= {row.nummer for other, row in rows.items() if key in higher[other]}
            yield Area(rows[key].nummer, rows[key].naam, level, frozenset({rows[key].nummer, *near}))
            yield from walk(key, level + 1)

    return tuple(walk(None, 0))
