"""Which column of a list is what: guessed by its name, remembered for the next list of the same source. Shared by all that
is loaded from a list; each says which columns it wants."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz, process

from huurdersapp.actions import voorkeuren
from huurdersapp.actions.context import Context
from huurdersapp.base import files
from huurdersapp.base.csv_text import csv_bytes, defused
from huurdersapp.base.i18n import LazyText
from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.tables.table import Table

ALIKE = 85
"""Of 100: from here a name is taken for another one with a slip of the pen."""
_LETTERS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A column that can be loaded: its key, its label, and how lists call it."""

    key: str
    label: LazyText
    names: tuple[str, ...]


def remembered(
    ctx: Context, preference: str, table: Table, columns: Sequence[Wanted]
) -> dict[str, int] | None:
    """What was chosen the last time for a list with these names of columns; None when there was none."""
    kept = voorkeuren.get(ctx, preference, {}).get(source_of(table.head))
    known = {column.key for column in columns}
    if isinstance(kept, dict):
        return {key: place for key, place in kept.items() if key in known and 0 <= place < len(table.head)}
    return None


def remember(ctx: Context, preference: str, table: Table, columns: Mapping[str, int]) -> None:
    """Keep what was chosen for the next list with the same names of columns."""
    known = voorkeuren.get(ctx, preference, {})
    voorkeuren.put(ctx, preference, {**known, source_of(table.head): dict(columns)})


def by_name(table: Table, columns: Sequence[Wanted]) -> dict[str, int]:
    """Which column of the list is which wanted one, by its name."""
    found: dict[str, int] = {}
    names = {plain(name): column.key for column in columns for name in column.names}
    heads = [plain(head) for head in table.head]
    for exact in (True, False):
        for place, head in enumerate(heads):
            if not head or place in found.values():
                continue
            key = names.get(head) if exact else _near(head, names)
            if key is not None and key not in found:
                found[key] = place
    return found


def examples(table: Table, place: int, most: int = 3) -> list[str]:
    """Some different values of a column, so that people see what it is."""
    found: dict[str, None] = {}
    for row in table.rows[:200]:
        if row[place]:
            found[row[place]] = None
        if len(found) == most:
            break
    return list(found)


def rest_file(table: Table, rest: Sequence[tuple[int, int, Sequence[str]]], path: Path) -> None:
    """Write the rows that are not loaded, as they were, with the reason behind them: to mend and load again.

    `rest` has of each row its place in the table, its line in the file and what there is to tell.
    """
    rows = [[str(line), *map(defused, table.rows[place]), " ".join(told)] for place, line, told in rest]
    head = [_("Regel"), *map(defused, table.head), _("Wat er niet klopt")]
    files.write(path, csv_bytes([head, *rows], None))


def _near(head: str, names: Mapping[str, str]) -> str | None:
    best = process.extractOne(head, list(names), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return None if best is None else names[best[0]]


def source_of(head: Sequence[str]) -> str:
    """By what lists of one source are known: the names of their columns."""
    return "|".join(plain(name) for name in head)


def plain(name: str) -> str:
    """A name of a column without regard for capitals and signs."""
    return _LETTERS.sub(" ", name.casefold()).strip()


def folded(name: str) -> str:
    """A name of a record without regard for capitals and spaces."""
    return " ".join(name.casefold().split())
