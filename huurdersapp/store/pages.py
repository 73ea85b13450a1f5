"""How the pages of one list are fetched: its SELECTs, made into text once, and the road that is short for it.

SQLite only. A page costs about what the bare SELECT costs: making the statement anew for every page, and wrapping every
row, would double it. Where a list has both a filter and an order there are two roads: take what the filter finds and sort it,
or walk along the index of the order and leave out what does not fit. The first is short when little fits, the second
when much does; SQLite keeps no figures to choose by, so we count, with a limit, once per list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import isqrt
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import (
    BinaryExpression,
    BooleanClauseList,
    Column,
    ColumnElement,
    Dialect,
    Integer,
    Select,
    Table,
    bindparam,
    func,
    literal_column,
    select,
    true,
    tuple_,
)
from sqlalchemy.orm import Session
from sqlalchemy.sql.expression import UnaryExpression
from sqlalchemy.sql.operators import and_ as and_operator
from sqlalchemy.sql.operators import custom_op

from huurdersapp.store import search

if TYPE_CHECKING:
    from huurdersapp.store.queries import Query

Road = Literal["sqlite", "sort", "walk"]
"""Who chooses: SQLite itself, or we: sort what the filter finds, or walk along the order."""
Half = Literal["filled", "empty"]
"""Rows with and without a value in the column of the order; the empty ones come last."""
FEW = 400
"""So few rows are always sorted."""


class Statement:
    """One SELECT as the driver takes it: text, values that stay, and places for those that differ per page."""

    def __init__(self, made: Select[Any], dialect: Dialect) -> None:
        compiled = made.compile(dialect=dialect)
        state = compiled.construct_expanded_state()
        self.sql: str = state.statement
        self._names: Sequence[str] = state.positiontup or ()
        self._values: dict[str, Any] = {}
        self._binders: dict[str, Callable[[Any], Any]] = {}
        for name in self._names:
            binder = state.processors.get(name)
            if binder is None and name in compiled.binds:
                binder = compiled.binds[name].type.dialect_impl(dialect).bind_processor(dialect)
            if binder is not None:
                self._binders[name] = binder
            self._values[name] = self._bound(name, state.parameters[name])

    def _bound(self, name: str, value: Any) -> Any:
        return self._binders[name](value) if name in self._binders else value

    def run(self, driver: Any, **values: Any) -> Any:
        """A cursor of the driver over the rows."""
        found = self._values | {name: self._bound(name, value) for name, value in values.items()}
        return driver.execute(self.sql, [found[name] for name in self._names])


class Pages:
    """The SELECTs of one list, for these columns."""

    def __init__(self, query: Query, columns: Sequence[str], dialect: Dialect) -> None:
        self._query, self._dialect = query, dialect
        self._table = query.spec.table
        name, self._down = query.sorted_by
        self._sort = self._table.c[name]
        names = list(dict.fromkeys(("id", name, *columns)))
        self._columns = [self._table.c[each] for each in names]
        self._row = _row_class(names)
        self._readers = [
            (place, reader)
            for place, column in enumerate(self._columns)
            if (reader := column.type.dialect_impl(dialect).result_processor(dialect, None)) is not None
        ]
        self._made: dict[tuple[Half, bool, Road], Statement] = {}

    def page(self, db: Session, after: tuple[Any, str] | None, size: int, road: Road) -> list[Any]:
        """The rows from `after` on."""
        driver = _driver(db)
        rows: list[tuple[Any, ...]] = []
        if after is None or after[0] is not None:
            place = {} if after is None else {"after_value": after[0], "after_id": after[1]}
            rows = self._statement("filled", bool(place), road).run(driver, size=size, **place).fetchall()
            after = None
        if self._sort.nullable and (size < 0 or len(rows) < size):
            left = size if size < 0 else size - len(rows)
            place = {} if after is None else {"after_id": after[1]}
            rows += self._statement("empty", bool(place), road).run(driver, size=left, **place).fetchall()
        return list(map(self._row, map(self._read, rows) if self._readers else rows))

    def ends(self, db: Session, size: int) -> tuple[int, list[tuple[Any, str]]]:
        """How many rows there are, and value and key of every `size`-th of them: one walk, one page in memory."""
        total = 0
        found: list[tuple[Any, str]] = []
        for rows in self.outline(db, size):
            # The first piece fills up the page that the other half began.
            while piece := rows.fetchmany(size - total % size):
                total += len(piece)
                if total % size == 0:
                    last = self._row(self._read(piece[-1]))
                    found.append((last.sort_value, last.id))
        return total, found

    def outline(self, db: Session, size: int) -> Iterator[Any]:
        """Cursors over all rows in their order, the filled ones and then the empty ones; each row begins with the key
        and the value of the order, and without columns of its own has nothing else."""
        driver = _driver(db)
        along = _ordered(self._sort) and self._query.road(db, size) != "sort"
        halves: tuple[Half, ...] = ("filled", "empty") if self._sort.nullable else ("filled",)
        for half in halves:
            made = (
                Statement(self._along(half), self._dialect)
                if along
                else self._statement(half, False, "sqlite")
            )
            yield made.run(driver, size=-1)

    def _along(self, half: Half) -> Select[Any]:
        """Keys along the index of the order without a look at the rows, which lie all over the file: on a million records
        ten times as fast. What does not fit is found beforehand, in the order of the file, as row numbers."""
        walked = self._table.alias("walked")
        sort, key = walked.c[self._sort.key], walked.c.id
        misfits: Select[Any] = (
            select(literal_column(f"{self._table.name}.rowid"))
            .select_from(self._table)
            .where(self._query.condition().is_not(true()))
        )
        made = (
            select(key, sort)
            .where(literal_column("+walked.rowid").not_in(misfits))
            .where(sort.is_not(None) if half == "filled" else sort.is_(None))
        )
        order: list[ColumnElement[Any]] = [sort, key] if half == "filled" else [key]
        return made.order_by(*(each.desc() if self._down else each for each in order))

    def _read(self, row: tuple[Any, ...]) -> list[Any]:
        values = list(row)
        for place, reader in self._readers:
            values[place] = reader(values[place])
        return values

    def _statement(self, half: Half, later: bool, road: Road) -> Statement:
        found = self._made.get((half, later, road))
        if found is None:
            found = self._made[half, later, road] = Statement(self._select(half, later, road), self._dialect)
        return found

    def _select(self, half: Half, later: bool, road: Road) -> Select[Any]:
        sort, key = self._sort, self._table.c.id
        made: Select[Any] = select(*self._columns).where(self._query.condition(walking=road == "walk"))
        after_id = bindparam("after_id", None, type_=key.type)
        if half == "empty":
            made = made.where(sort.is_(None))
            if later:
                made = made.where(key < after_id if self._down else key > after_id)
            order: list[ColumnElement[Any]] = [key]
        else:
            if sort.nullable:
                made = made.where(sort.is_not(None))
            if later:
                place, end = (
                    tuple_(sort, key),
                    tuple_(bindparam("after_value", None, type_=sort.type), after_id),
                )
                made = made.where(place < end if self._down else place > end)
            order = [sort, key]
        if road == "sort":
            order = [unindexed(each) for each in order]
        return made.order_by(*(each.desc() if self._down else each for each in order)).limit(
            bindparam("size", None, type_=Integer())
        )


def _row_class(names: Sequence[str]) -> Callable[[Sequence[Any]], Any]:
    """A tuple whose places have these names, and the second, the value of the order, `sort_value` as well.

    Not a namedtuple: that is made by Python code, row for row.
    """
    places: dict[str, Any] = {name: property(itemgetter(place)) for place, name in enumerate(names)}
    second = min(1, len(names) - 1)  # the order may be by the key alone
    made: Callable[[Sequence[Any]], Any] = type(
        "Row", (tuple,), places | {"sort_value": property(itemgetter(second)), "__slots__": ()}
    )
    return made


def _driver(db: Session) -> Any:
    """The driver's connection of this session; what is not written yet is written first, as for any other look."""
    if db.autoflush:
        db.flush()
    return db.connection().connection.dbapi_connection


def unindexed(column: ColumnElement[Any]) -> ColumnElement[Any]:
    """The column as SQLite will not use an index for (sqlite.org/optoverview.html#uplus)."""
    return UnaryExpression(column, operator=custom_op("+"), type_=column.type)


def beside_the_way(conditions: Sequence[ColumnElement[bool]], table: Table) -> list[ColumnElement[bool]]:
    """The conditions as they are asked of one row after another: without an index of their own column."""
    return [
        BinaryExpression(
            unindexed(condition.left),
            condition.right,
            condition.operator,
            type_=condition.type,
            negate=condition.negate,
            modifiers=condition.modifiers,
        )
        if isinstance(condition, BinaryExpression) and _narrows(condition.left, table)
        else condition
        for condition in _flat(conditions)
    ]


def _narrows(left: Any, table: Table) -> bool:
    """Whether a condition on this column finds its rows by an index."""
    return isinstance(left, Column) and left.table.name == table.name and _ordered(table.c[left.key])


def _ordered(column: Column[Any]) -> bool:
    """Whether a list can be walked along in the order of this column: it has an index with the key."""
    return any([each.key for each in index.columns] == [column.key, "id"] for index in column.table.indexes)


def shorter(db: Session, query: Query, page: int) -> Road:
    """Whether to sort or to walk. Of T rows, m fit: sorting looks at m, walking at about `page` × T / m to fill a page; so
    sorting is shorter while m² < `page` × T."""
    table = query.spec.table
    sort = table.c[query.sorted_by[0]]
    if not _ordered(sort):
        return "sqlite"
    narrowing = _narrowing(query, sort)
    if not narrowing and not query.terms:
        return "sqlite"
    total = db.connection().exec_driver_sql(f"SELECT max(rowid) FROM {table.name}").scalar() or 0
    enough = max(FEW, isqrt(page * total))
    looks: list[Select[Any]] = [select(table.c.id).where(*conditions) for conditions in narrowing.values()]
    if query.terms:
        looks.append(search.found(query.terms))
    for look in looks:
        few = select(func.count()).select_from(look.limit(enough).subquery())
        if int(db.connection().execute(few).scalar_one()) < enough:
            return "sort"
    return "walk"


def _narrowing(query: Query, sort: Column[Any]) -> dict[str, list[ColumnElement[bool]]]:
    """The conditions on columns with an index, by column; that of the order is walked along anyway."""
    found: dict[str, list[ColumnElement[bool]]] = {}
    for condition in _flat(query.conditions):
        if isinstance(condition, BinaryExpression) and _narrows(condition.left, query.spec.table):
            found.setdefault(str(condition.left.key), []).append(condition)
    found.pop(sort.key, None)
    return found


def _flat(conditions: Sequence[ColumnElement[bool]]) -> list[ColumnElement[bool]]:
    """Conditions that must all hold, each by itself."""
    found: list[ColumnElement[bool]] = []
    for condition in conditions:
        if isinstance(condition, BooleanClauseList) and condition.operator is and_operator:
            found += _flat(list(condition.clauses))
        else:
            found.append(condition)
    return found
