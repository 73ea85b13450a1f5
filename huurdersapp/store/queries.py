"""Lists: a page at a time by key, however many records there are.

A page is found by the place of its first row in the order (column, key), never by counting rows away, so the
page in the middle of a million costs what the first one does. Rows without a value come last, in either direction.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from huurdersapp.records.base import IN_BIN, Record
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store import search
from huurdersapp.store.connection import stoppable
from huurdersapp.store.pages import Pages, Road, beside_the_way, shorter

PAGE = 200


class After(NamedTuple):
    """The end of a page: the value of the sort column and the key of its last row."""

    value: Any
    id: str


@dataclass(frozen=True)
class Query:
    """A list as somebody asked for it: kind, conditions, words to find, and the order ("-" for newest first).

    Keep it as long as the list is shown: its first page finds out how the next ones are fetched fastest.
    """

    spec: RecordSpec
    conditions: tuple[ColumnElement[bool], ...] = ()
    words: str = ""
    order: str = ""
    binned: bool = False
    _pages: dict[tuple[str, ...], Pages] = field(default_factory=dict, init=False, repr=False, compare=False)
    _roads: dict[int, Road] = field(default_factory=dict, init=False, repr=False, compare=False)

    def where(self, *conditions: ColumnElement[bool]) -> Query:
        """The same list with more conditions."""
        return replace(self, conditions=(*self.conditions, *conditions))

    @property
    def sorted_by(self) -> tuple[str, bool]:
        """The column of the order, and whether it runs downwards."""
        order = self.order or self.spec.order
        return self.spec.fields[order.removeprefix("-")].column, order.startswith("-")

    @cached_property
    def terms(self) -> list[str]:
        """The folded words to find."""
        return search.terms(self.words)

    def condition(self, *, walking: bool = False) -> ColumnElement[bool]:
        """All conditions together; records in the waste bin only when they are asked for.

        `walking`: in the form that is asked of one record after another.
        """
        table = self.spec.table
        gone = table.c.verwijderd == IN_BIN if self.binned else table.c.verwijderd.is_(None)
        found: list[ColumnElement[bool]] = []
        if self.terms and walking:
            found = [search.says(table.c.id, self.terms)]
        elif self.terms:
            found = [table.c.id.in_(search.hits(self.spec.key, self.terms))]
        elif self.words.strip():
            found = [table.c.id.is_(None)]
        conditions = beside_the_way(self.conditions, table) if walking else self.conditions
        return and_(gone, *conditions, *found)

    def pages(self, db: Session, columns: Sequence[str]) -> Pages:
        """What fetches the pages with these columns."""
        key = tuple(columns)
        if (found := self._pages.get(key)) is None:
            found = self._pages[key] = Pages(self, columns, db.connection().dialect)
        return found

    def road(self, db: Session, size: int) -> Road:
        """The short road to a page of this size, found out once."""
        if (found := self._roads.get(size)) is None:
            found = self._roads[size] = shorter(db, self, size)
        return found


def page(
    db: Session, query: Query, columns: Sequence[str], after: After | None = None, size: int = PAGE
) -> list[Any]:
    """One page of rows with a name for each column: `id`, `sort_value`, then the asked columns of the table."""
    return query.pages(db, columns).page(db, after, size, query.road(db, size))


def end_of(rows: Sequence[Any]) -> After | None:
    """Where the next page begins."""
    return After(rows[-1].sort_value, rows[-1].id) if rows else None


class Fences(NamedTuple):
    """A whole list in outline: how many records it has, and the end of every full page.

    Page p (from 0) is `page(..., after=posts[p - 1] if p else None)` with the same size.
    """

    total: int
    posts: tuple[After, ...]


def fences(db: Session, query: Query, size: int = PAGE, stop: Callable[[], bool] = lambda: False) -> Fences:
    """Walk a list once in its order and note where its pages end; for a thread of its own.

    Keeps one page in memory, and a post per page. `stop` is asked now and then, also while SQLite sorts; Stopped is
    raised when it says so.
    """
    with stoppable(db.connection(), stop):
        total, posts = query.pages(db, ()).ends(db, size)
    return Fences(total, tuple(map(After._make, posts)))


def count(db: Session, query: Query, at_most: int | None = None) -> int:
    """How many records the list has; with `at_most` counting stops there."""
    keys = select(query.spec.table.c.id).where(query.condition())
    limited: Select[Any] = keys.limit(at_most) if at_most is not None else keys
    return int(db.execute(select(func.count()).select_from(limited.subquery())).scalar_one())


def keys(db: Session, query: Query) -> list[str]:
    """The keys of all records of the list, in its order."""
    return [row[0] for rows in query.pages(db, ()).outline(db, PAGE) for row in rows]


def by_number(db: Session, spec: RecordSpec, number: int) -> Record | None:
    """The live record with this number, or None."""
    cls = spec.cls
    assert issubclass(cls, Record)
    return db.scalars(select(cls).where(cls.nummer == number, cls.verwijderd.is_(None)).limit(1)).first()


def hits(db: Session, words: str, limit: int = PAGE) -> list[tuple[str, str]]:
    """Kind and key of the records of any kind that the words find, newest first."""
    if not (found := search.terms(words)):
        return []
    doc = search.DOC
    query = (
        select(doc.c.entity, doc.c.row).where(search.matches(found)).order_by(doc.c.rowid.desc()).limit(limit)
    )
    return [(row.entity, row.row) for row in db.execute(query)]
