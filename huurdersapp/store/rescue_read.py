"""Which rows stand on the whole pages of a damaged store, and of which tables they are.

A page is of the table whose tree leads to it. Where the tree is broken its pages hang loose; then the keys of the rows
on them tell, because journal and indexes say of each key in which table it is. What neither tells is left alone: no row
is put where it may not belong.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from huurdersapp.store import btree
from huurdersapp.store.btree import INDEX_INNER, INDEX_LEAF, TABLE_INNER, TABLE_LEAF, Found
from huurdersapp.store.pagefile import Pages

_KEY = re.compile(r"[0-9a-f]{32}")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_SORTS = ("table", "index", "view", "trigger")
CHANGE, STEP = "journal_change", "journal_step"
_CONTENT, _ERASED, _SEARCHED = "inhoud", "journal_erased", "search_doc"
_HASH = 32
EVERY = 200
"""Pages between two reports of progress."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the tables are declared: what a value in it is (nothing where that may differ), whether it is always
    filled, and whether a key never stands in it."""

    sorts: tuple[type, ...] = ()
    filled: bool = False
    no_key: bool = False

    def takes(self, value: btree.Value) -> bool:
        """Whether this may be its value."""
        if value is None:
            return not self.filled
        return (not self.sorts or isinstance(value, self.sorts)) and not (self.no_key and _is_key(value))


@dataclass(frozen=True, slots=True)
class Shape:
    """How the rows of table `name` look: its columns, which one is the key, and what the others name.

    `indexes`: by name of each of its indexes, where in its rows a key stands, and of which table that is.
    """

    name: str
    columns: tuple[Column, ...]
    key: int
    links: Mapping[int, str]
    indexes: Mapping[str, Mapping[int, str]]

    def may_be(self, values: Sequence[btree.Value], of: Mapping[str, str]) -> bool:
        """Whether a row may be of this table, by what every row of it has; `of` says in which table a key is.

        A row from before an upgrade lacks the columns that came later.
        """
        if not (0 <= self.key < len(values) <= len(self.columns)) or not _is_key(values[self.key]):
            return False
        names = {**self.links, self.key: self.name}
        return (
            all(column.takes(value) for column, value in zip(self.columns, values, strict=False))
            and not any(column.filled for column in self.columns[len(values) :])
            and all(
                values[at] is None or of.get(str(values[at]), table) == table
                for at, table in names.items()
                if at < len(values)
            )
        )


class Reader:
    """The rows of a damaged store. `survey` first, then `rows` of each table, the loose ones after `place`.

    `damaged` are the pages that are not what was written; `lost` counts by table the rows of which a part is lost;
    `loose` are the pages of rows that belong to no table with certainty.
    """

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self.damaged: list[int] = []
        self.lost: Counter[str] = Counter()
        self.loose: list[int] = []
        self._below: dict[int, list[int]] = {}
        self._leaves: dict[int, int] = {}
        self._roots: dict[str, int] = {}
        self._of: dict[str, list[int]] = {}
        self._groups: list[list[int]] = []
        self._hurt: set[str] = set()

    def survey(self) -> Iterator[int]:
        """Look at every page once; yields how many were looked at."""
        for number in range(1, len(self._pages) + 1):
            page = self._pages.page(number)
            if page is None:
                self.damaged.append(number)
            else:
                self._note(page, number)
            if number % EVERY == 0:
                yield EVERY
        self._walk()

    def _note(self, page: bytes, number: int) -> None:
        sort = btree.kind(page, number)
        if sort in (INDEX_INNER, TABLE_INNER):
            self._below[number] = btree.children(page, number)
        if sort in (INDEX_INNER, INDEX_LEAF, TABLE_LEAF):
            self._leaves[number] = sort
        if sort == TABLE_LEAF:
            for row in btree.rows(page, number, self._pages.page):
                if row is None or not _is_schema(row):
                    break
                self._roots[str(row.values[1])] = int(str(row.values[3]))

    def _walk(self) -> None:
        """Follow each tree from its root; what is reached by none hangs loose."""
        reached: set[int] = set()
        for name, root in self._roots.items():
            pages = list(self._tree(root, reached))
            self._of[name] = [page for page in pages if page in self._leaves]
            if not all(page in self._leaves or page in self._below for page in pages):
                self._hurt.add(name)
        inside = {page for pages in self._below.values() for page in pages}
        tops = [page for page in self._below if page not in reached and page not in inside]
        for top in tops:
            self._groups.append([page for page in self._tree(top, reached) if page in self._leaves])
        self._groups += [[page] for page in self._leaves if page not in reached]

    def _tree(self, root: int, reached: set[int]) -> Iterator[int]:
        waiting = [root]
        while waiting:
            page = waiting.pop()
            if page not in reached:
                reached.add(page)
                yield page
                waiting += self._below.get(page, ())

    def is_hurt(self, table: str) -> bool:
        """Whether a page of its tree is damaged, or nobody knows where that begins: rows may be lost that nothing tells of."""
        return table in self._hurt or table not in self._roots

    def keys(self, table: str, index: str) -> set[str]:
        """The keys that an index says are in a table."""
        return {str(row.values[0]) for row in self.rows(index) if row.values}

    def rows(self, table: str) -> Iterator[Found]:
        """The rows of a table that are whole."""
        for number in self._of.get(table, ()):
            for row in self._on(number):
                if row is None:
                    self.lost[table] += 1
                else:
                    yield row

    def _on(self, number: int) -> Iterator[Found | None]:
        page = self._pages.page(number)
        return btree.rows(page, number, self._pages.page) if page is not None else iter(())

    def place_journal(self) -> None:
        """Give loose pages of the journal back to it: no other row has its shape."""
        self._place(lambda row: {found} if (found := _of_journal(row)) else set())

    def place(self, known: Mapping[str, str], shapes: Mapping[str, Shape]) -> None:
        """Give loose pages to the one table that all rows on them may be of: by their keys, which the journal (`known`) and
        the indexes name, by the keys they name themselves, and by what stands in their columns.

        A page of which the rows leave more than one possible stays loose. Attachments and what was erased have a shape
        that no other row has.
        """
        if not any(self._leaves[page] == TABLE_LEAF for group in self._groups for page in group):
            return
        of = {**dict(self._indexed(shapes)), **known}

        def tables(row: Found) -> set[str]:
            if (alone := _of_its_shape(row)) is not None:
                return {alone}
            return {name for name, shape in shapes.items() if shape.may_be(row.values, of)}

        self._place(tables)
        self.loose = [
            page
            for group in self._groups
            for page in group
            if self._leaves[page] == TABLE_LEAF and self._is_of_records(page)
        ]

    def _is_of_records(self, number: int) -> bool:
        """Whether rows with keys stand on a page; not so those of the index of search, which is made again."""
        return any(_is_key(value) for row in self._on(number) if row is not None for value in row.values)

    def _indexed(self, shapes: Mapping[str, Shape]) -> Iterator[tuple[str, str]]:
        """Keys with their table, out of the index on the journal, which says the same as the journal on other pages, out of
        every index of the tables themselves, and out of what search knows."""
        for number, sort in self._leaves.items():
            if sort != TABLE_LEAF:
                for row in self._on(number):
                    if row is not None and _is_of_index(row):
                        yield str(row.values[1]), str(row.values[0])
        for shape in shapes.values():
            for name, places in shape.indexes.items():
                for row in self.rows(name):
                    for place, table in places.items():
                        if place < len(row.values) and _is_key(row.values[place]):
                            yield str(row.values[place]), table
        for row in self.rows(_SEARCHED):
            if len(row.values) == _SEARCH_COLUMNS and _is_key(row.values[2]):
                yield str(row.values[2]), str(row.values[1])

    def _place(self, tables: Callable[[Found], set[str]]) -> None:
        """Give each group of loose pages to the one table that all its rows may be of, as far as they tell."""
        left = []
        for group in self._groups:
            told = [found for page in group for row in self._on(page) if row and (found := tables(row))]
            possible = set.intersection(*told) if told else set()
            if len(possible) == 1:
                self._of.setdefault(possible.pop(), []).extend(group)
            else:
                left.append(group)
        self._groups = left


_SEARCH_COLUMNS = 4


def _is_key(value: btree.Value) -> bool:
    return isinstance(value, str) and _KEY.fullmatch(value) is not None


def _of_its_shape(row: Found) -> str | None:
    """The table that only this row's shape is of: attachments (a SHA-256 with its bytes), and what was erased."""
    values: tuple[Any, ...] = row.values
    sorts = [type(value) for value in values]
    if sorts == [str, int, bytes] and _DIGEST.fullmatch(values[0]):
        return _CONTENT
    if sorts == [str] * 5 and not _is_key(values[0]) and _is_key(values[1]) and not _is_key(values[3]):
        return _ERASED
    return None


def _is_schema(row: Found) -> bool:
    """Whether it is a row of the list of tables, wherever that list lies."""
    values: tuple[Any, ...] = row.values
    return (
        len(values) == 5
        and values[0] in _SORTS
        and isinstance(values[1], str)
        and isinstance(values[3], int)
        and (values[4] is None or str(values[4]).startswith("CREATE "))
    )


def _is_of_index(row: Found) -> bool:
    """Whether it is a row of the index on table and key of the journal."""
    sorts = [type(value) for value in row.values]
    return sorts == [str, str, str, int, int] and _KEY.fullmatch(str(row.values[1])) is not None


def _of_journal(row: Found) -> str | None:
    values = row.values
    if row.rowid is not None or not values or not isinstance(values[-1], bytes) or len(values[-1]) != _HASH:
        return None
    return {10: CHANGE, 9: STEP}.get(len(values))
