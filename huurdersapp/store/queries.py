"""Lists: a page at a time by key, however many records there are.

A page is found by the place of its first row in the order (column, key), never by counting rows away, so the
page in the middle of a million costs what the first one does. Rows without a value come last, in either direction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, func, select, tuple_
from sqlalchemy.orm import Session

from huurdersapp.records.base import IN_BIN, Record
from huurdersapp.records.spec import RecordSpec
from huurdersapp.store import search

PAGE = 200


class After(NamedTuple):
    """The end of a page: the value of the sort column and the key of its last row."""

    value: Any
    id: str


@dataclass(frozen=True)
class Query:
    """A list as somebody asked for it: kind, conditions, words to find, and the order ("-" for newest first)."""

    spec: RecordSpec
    conditions: tuple[ColumnElement[bool], ...] = ()
    words: str = ""
    order: str = ""
    binned: bool = False

    def where(self, *conditions: ColumnElement[bool]) -> Query:
        """The same list with more conditions."""
        return replace(self, conditions=(*self.conditions, *conditions))

    @property
    def sorted_by(self) -> tuple[str, bool]:
        """The column of the order, and whether it runs downwards."""
        order = self.order or self.spec.order
        return self.spec.fields[order.removeprefix("-")].column, order.startswith("-")

    def condition(self) -> ColumnElement[bool]:
        """All conditions together; records in the waste bin only when they are asked for."""
        table = self.spec.table
        gone = table.c.verwijderd == IN_BIN if self.binned else table.c.verwijderd.is_(None)
        found = (
            [table.c.id.in_(search.hits(self.spec.key, words))] if (words := search.terms(self.words)) else []
        )
        if self.words.strip() and not words:
            found = [table.c.id.is_(None)]
        return and_(gone, *self.conditions, *found)


def page(
    db: Session, query: Query, columns: Sequence[str], after: After | None = None, size: int = PAGE
) -> list[Any]:
    """One page of rows: the key, the sort column, then the asked columns (names of the table's columns)."""
    table = query.spec.table
    column, down = query.sorted_by
    sort = table.c[column]
    wanted = select(
        table.c.id, sort.label("sort_value"), *(table.c[name].label(name) for name in dict.fromkeys(columns))
    )
    wanted = wanted.where(query.condition())
    rows: list[Any] = []
    if after is None or after.value is not None:
        filled = wanted if not sort.nullable else wanted.where(sort.is_not(None))
        if after is not None:
            place = tuple_(sort, table.c.id)
            filled = filled.where(
                place < (after.value, after.id) if down else place > (after.value, after.id)
            )
        order = (sort.desc(), table.c.id.desc()) if down else (sort, table.c.id)
        rows += db.execute(filled.order_by(*order).limit(size)).all()
        after = None
    if len(rows) < size and sort.nullable:
        empty = wanted.where(sort.is_(None))
        if after is not None:
            empty = empty.where(table.c.id < after.id if down else table.c.id > after.id)
        order_id = table.c.id.desc() if down else table.c.id
        rows += db.execute(empty.order_by(order_id).limit(size - len(rows))).all()
    return rows


def end_of(rows: Sequence[Any]) -> After | None:
    """Where the next page begins."""
    return After(rows[-1].sort_value, rows[-1].id) if rows else None


def count(db: Session, query: Query, at_most: int | None = None) -> int:
    """How many records the list has; with `at_most` counting stops there."""
    keys = select(query.spec.table.c.id).where(query.condition())
    limited: Select[Any] = keys.limit(at_most) if at_most is not None else keys
    return int(db.execute(select(func.count()).select_from(limited.subquery())).scalar_one())


def keys(db: Session, query: Query) -> list[str]:
    """The keys of all records of the list, in its order."""
    table = query.spec.table
    column, down = query.sorted_by
    sort = table.c[column]
    order = (sort.is_(None), sort.desc() if down else sort, table.c.id.desc() if down else table.c.id)
    return list(db.scalars(select(table.c.id).where(query.condition()).order_by(*order)))


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
