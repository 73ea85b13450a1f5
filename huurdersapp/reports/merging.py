"""Merge rows of a table before small counts in them have to be hidden."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from huurdersapp.reports.small_numbers import DEFAULTS, SmallNumberSettings

TOGETHER = " (samengevoegd)"
"""Behind the name of rows that were put together, where the wider place has a row of its own."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of counts that may be merged: `groups` are the wider rows, narrowest first.

    `members` are the places of the rows that went into it, in the order of the first table.
    """

    label: str
    values: tuple[int, ...]
    groups: tuple[str, ...] = ()
    members: tuple[int, ...] = ()


def merge_rows(
    rows: Sequence[Row],
    settings: SmallNumberSettings = DEFAULTS,
    sensitive: Callable[[Row], Iterable[int]] = lambda row: row.values,
) -> tuple[Row, ...]:
    """Merge rows with a small count into wider ones: kern, gebied, gemeente; subcategory, category.

    All rows of a group go together, since the ones that stayed would give the merged one away. It stops
    where one row would be left; what is small then is hidden. `sensitive` picks the counts of persons.
    """
    current = tuple(
        Row(row.label, row.values, row.groups, row.members or (place,)) for place, row in enumerate(rows)
    )
    while settings.active:
        small = {
            row.groups[0]
            for row in current
            if row.groups and any(settings.is_small(value) for value in sensitive(row))
        }
        merged = _merge(current, small)
        if merged == current or len(merged) < 2:
            break
        current = merged
    return tuple(_apart(row, current) for row in current)


def _apart(row: Row, rows: Sequence[Row]) -> Row:
    """The row by another name where a second one has its name: of the wider place itself something was told too."""
    same = sum(other.label.casefold() == row.label.casefold() for other in rows)
    return replace(row, label=f"{row.label}{TOGETHER}") if same > 1 and len(row.members) > 1 else row


def _merge(rows: tuple[Row, ...], names: set[str]) -> tuple[Row, ...]:
    """The rows with every group of `names` as one row, at the place of its first member."""
    result: dict[tuple[str, int], Row] = {}
    for place, row in enumerate(rows):
        depth = max((i + 1 for i, name in enumerate(row.groups) if name in names), default=0)
        key = (row.groups[depth - 1], -1) if depth else ("", place)
        first = result.get(key)
        if first is None:
            # A group of one row keeps its own name: the wider one would say no less.
            result[key] = Row(row.label, row.values, row.groups[depth:], row.members)
        else:
            values = tuple(a + b for a, b in zip(first.values, row.values, strict=True))
            result[key] = Row(key[0], values, first.groups, first.members + row.members)
    return tuple(result.values())
