"""Values of parties, places or projects that together are the value of the whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from huurdersapp.records.indicator_stand import Value


def added_up(values: Sequence[Value], names: Sequence[str], by: str) -> list[Value]:
    """One value for each period for which all of `names` (parties, or places) gave theirs."""
    periods: dict[tuple[date, date, str], dict[str, Value]] = {}
    for one in values:
        other = one.place if by == "party" else one.party
        periods.setdefault((one.van, one.tot, other), {})[getattr(one, by)] = one
    return [
        _together(list(parts.values()), by)
        for parts in periods.values()
        if set(parts) == set(names) and all(part.value is not None for part in parts.values())
    ]


def _together(parts: Sequence[Value], by: str) -> Value:
    total = sum((part.value for part in parts if part.value is not None), Decimal(0))
    one = replace(parts[0], value=total, number=None)
    return replace(one, party="") if by == "party" else replace(one, place="")


def wholes(values: Sequence[Value]) -> list[Value]:
    """The values of all parties together; of a period without one the sum of the parties, where all gave theirs."""
    found = [one for one in values if not one.party]
    names = sorted({one.party for one in values if one.party})
    if len(names) > 1:
        told = {(one.van, one.tot, one.place) for one in found}
        sums = added_up([one for one in values if one.party], names, "party")
        found += [one for one in sums if (one.van, one.tot, one.place) not in told]
    return sorted(found, key=lambda one: (one.tot, one.number or 0))


def of_projects(values: Sequence[Value], projects: Sequence[str], *, adds: bool) -> list[Value]:
    """Each value with its project in `projects`: those of projects in one period are one value together, unless there is one
    of all of it; shares of projects (not `adds`) say nothing of a whole that has a value of its own."""
    periods: dict[tuple[date, date, str, str], list[tuple[str, Value]]] = {}
    for one, project in zip(values, projects, strict=True):
        periods.setdefault((one.van, one.tot, one.party, one.place), []).append((project, one))
    found: list[Value] = []
    for group in periods.values():
        whole = [one for project, one in group if not project]
        parts = [one for _project, one in group]
        if whole:
            found += whole
        elif adds and len(parts) > 1 and all(one.value is not None for one in parts):
            total = sum((one.value for one in parts if one.value is not None), Decimal(0))
            found.append(replace(parts[0], value=total, number=None))
        else:
            found += parts
    return found
