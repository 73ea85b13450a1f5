"""A list that is open on a screen: its rows a page at a time from any place, how long it is, and where a record stands."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, or_, select, tuple_

from huurdersapp.actions import lists, rows
from huurdersapp.actions.context import Context
from huurdersapp.actions.names import Names
from huurdersapp.actions.records import missing
from huurdersapp.actions.rows import Line, Totals
from huurdersapp.base.errors import Stopped
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store import queries
from huurdersapp.store.queries import PAGE, After, Query
from huurdersapp.store.step import ReadSession


@dataclass(frozen=True, slots=True)
class Measured:
    """How long a list is (`count`), the end of each full page of it (`fences`), and at which row those records stand that
    were asked for; one that is not in the list is not in `places`."""

    count: int
    fences: Sequence[After]
    places: Mapping[str, int]


class Listed:
    """One question to the store, kept as long as the list is shown.

    Every method reads by itself, at one moment, and may be called on any thread. Raises UserError when it is made with
    an unknown field or an impossible value.
    """

    def __init__(
        self,
        ctx: Context,
        spec: RecordSpec,
        where: Iterable[str] = (),
        words: str = "",
        order: str = "",
        columns: Sequence[str] = (),
    ) -> None:
        self.spec, self.where, self.words = spec, tuple(where), words
        self.items = tuple(rows.shown_items(spec, columns))
        self._ctx, self._dropped = ctx, threading.Event()
        with ctx.store.reading() as db:
            self._query = lists.build(db, spec, self.where, words, order)

    @property
    def sorted_by(self) -> tuple[str, bool]:
        """The field of the order, and whether it runs downwards."""
        column, down = self._query.sorted_by
        return self.spec.by_column[column].key, down

    def page(self, after: After | None = None, size: int = PAGE) -> list[Line]:
        """The rows behind a place, or the first ones."""
        with self._ctx.store.reading() as db:
            return rows.page(db, self._query, self.items, after, size)

    def measured(self, wanted: Collection[str] = (), pause: float = 0) -> Measured:
        """Count the list, find the ends of its pages, and the places of these records (keys): one look at the store.

        `pause`: seconds to wait before that, so that what was opened is painted first. Raises Stopped when `drop` was
        called meanwhile.
        """
        if pause and self._dropped.wait(pause):
            raise Stopped
        with self._ctx.store.reading() as db:
            total, posts = queries.fences(db, self._query, stop=self._dropped.is_set)
            return Measured(total, posts, _places(db, self._query, wanted))

    def drop(self) -> None:
        """Nobody looks at this list any more: work that was begun for it may stop."""
        self._dropped.set()

    def place_of(self, key: str) -> int | None:
        """The row at which a record stands; None when it is not in the list."""
        with self._ctx.store.reading() as db:
            return _places(db, self._query, [key]).get(key)

    def totals(self) -> Totals:
        """What the columns with numbers add up to."""
        with self._ctx.store.reading() as db:
            return rows.totals(db, self._query)

    def key_of(self, number: int) -> str:
        """The key of the record with this number; raises UserError when it is not there."""
        with self._ctx.store.reading() as db:
            if (found := queries.by_number(db, self.spec, number)) is None:
                raise missing(self.spec, number)
            return found.id

    def target(self, key: str, column: str) -> tuple[str, int, str] | None:
        """Kind, number and name of the record that a row refers to in a column; None when it is empty or in the bin."""
        item = self.spec.fields[column]
        if (kind := item.note.ref) is None:
            return None
        with self._ctx.store.reading() as db:
            row = db.get(self.spec.cls, key)
            linked = None if row is None else getattr(row, item.column)
            if linked is None:
                return None
            names = Names(db)
            number = names.number(kind, linked)
            return None if number is None else (kind, number, names.of(kind, linked))


def _places(db: ReadSession, query: Query, wanted: Collection[str]) -> dict[str, int]:
    table = query.spec.table
    sort, key = table.c[query.sorted_by[0]], table.c.id
    there = select(key, sort).where(query.condition(), key.in_(list(wanted)))
    found: dict[str, int] = {}
    for at, value in db.execute(there).all() if wanted else ():
        before = select(func.count()).select_from(table).where(query.condition(), _before(query, value, at))
        found[at] = int(db.execute(before).scalar_one())
    return found


def _before(query: Query, value: object, at: str) -> ColumnElement[bool]:
    """The rows that stand before this one in the order of the list."""
    table, (name, down) = query.spec.table, query.sorted_by
    sort, key = table.c[name], table.c.id
    if value is None:
        earlier = key > at if down else key < at
        return or_(sort.is_not(None), and_(sort.is_(None), earlier))
    place, mine = tuple_(sort, key), tuple_(value, at, types=[sort.type, key.type])
    return place > mine if down else place < mine
