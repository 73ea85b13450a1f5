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
_OWN_INDEX = re.compile(r"sqlite_autoindex_(\w+)_1")
_SORTS = ("table", "index", "view", "trigger")
CHANGE, STEP = "journal_change", "journal_step"
_HASH = 32
EVERY = 200
"""Pages between two reports of progress."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How the rows of a table look: how many columns it has, which one is the key, and what the others name."""

    count: int
    key: int
    links: Mapping[int, str]

    def fits(self, values: Sequence[btree.Value], place: int, of: Mapping[str, str]) -> bool:
        """Whether a row may be of this table, with its key at this place; `of` says in which table a key is."""
        return (len(values), place) == (self.count, self.key) and all(
            values[at] is None or of.get(str(values[at]), table) == table for at, table in self.links.items()
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
            self._of[name] = [page for page in self._tree(root, reached) if page in self._leaves]
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
        """Give loose pages to the table that the keys on them are known of: by `known` (the journal), or by an index.

        A row also names the keys of others; a table that a key is known of counts when the row has its shape, and a
        page whose rows leave more than one possible stays loose.
        """
        if not any(self._leaves[page] == TABLE_LEAF for group in self._groups for page in group):
            return
        of = {**dict(self._indexed()), **known}

        def tables(row: Found) -> set[str]:
            found = set[str]()
            for place, key in enumerate(row.values):
                table = of.get(key) if isinstance(key, str) and _KEY.fullmatch(key) else None
                if table is not None and table in shapes and shapes[table].fits(row.values, place, of):
                    found.add(table)
            return found

        self._place(tables)
        self.loose = [
            page
            for group in self._groups
            for page in group
            if self._leaves[page] == TABLE_LEAF and self._is_of_records(page)
        ]

    def _is_of_records(self, number: int) -> bool:
        """Whether rows with keys stand on a page; not so those of the index of search, which is made again."""
        return any(
            isinstance(value, str) and _KEY.fullmatch(value)
            for row in self._on(number)
            if row is not None
            for value in row.values
        )

    def _indexed(self) -> Iterator[tuple[str, str]]:
        """Keys with their table, out of the index on the journal, which says the same as the journal on other pages, and
        out of the index on the keys of each table."""
        for number, sort in self._leaves.items():
            if sort != TABLE_LEAF:
                for row in self._on(number):
                    if row is not None and _is_of_index(row):
                        yield str(row.values[1]), str(row.values[0])
        for name in self._of:
            if (own := _OWN_INDEX.fullmatch(name)) is not None:
                for row in self.rows(name):
                    if row.values and isinstance(row.values[0], str):
                        yield row.values[0], own[1]

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
