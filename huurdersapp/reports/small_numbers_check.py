"""What a reader can work out: whether a hidden count may still have a certain value.

The figures of a set of papers are linked by sums. Somebody who subtracts and combines knows of every hidden
cell only a range, and that all sums hold. `mended` and `possible` look for whole numbers that fit all of it:
the first by changing a few cells from the truth, the second by narrowing ranges and trying values. Both are exact when
they say yes. They give up after some work and say no, which only makes the caller hide more.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

MOST_NODES = 1500
MOST_WORK = 2_000
"""Cells of sums that are looked at for one question: some milliseconds. With more no example was found that hid less."""
MOST_MENDS = 25
MOST_CHANGED = 16
WINDOW = 14
"""How far from the truth a value is tried: a hidden cell of 1-4 moves at most 3, a sum of some more."""


class Effort:
    """How much was looked at so far, in cells of sums: a million is about a second."""

    def __init__(self) -> None:
        self.spent = 0


@dataclass(frozen=True, slots=True)
class Equation:
    """The sum of cells, each times its factor, is `total`."""

    factors: tuple[tuple[Hashable, int], ...]
    total: int = 0


Range = tuple[int, int]
Ranges = dict[Hashable, Range]
Changes = dict[Hashable, int]


def reduced(equations: Iterable[Equation], known: Mapping[Hashable, int]) -> list[Equation]:
    """The equations over unknown cells only; the known ones are moved into the total."""
    result = []
    for equation in equations:
        unknown = tuple((key, factor) for key, factor in equation.factors if key not in known)
        if unknown:
            moved = sum(factor * known[key] for key, factor in equation.factors if key in known)
            result.append(Equation(unknown, equation.total - moved))
    return result


def mended(
    key: Hashable,
    value: int,
    truth: Mapping[Hashable, int],
    equations: Sequence[Equation],
    at: Mapping[Hashable, Sequence[int]],
    range_of: Callable[[Hashable], Range],
    effort: Effort,
) -> Changes | None:
    """By how much cells change from the truth when `key` has this value, all within their range; None if none were found.

    `at` names the equations in which a cell stands. Each sum that is broken is mended with one more cell, depth first.
    """
    tries = 0

    def mend(changes: Changes) -> Changes | None:
        nonlocal tries
        tries += 1
        broken = _broken(changes, equations, at)
        effort.spent += 10 * len(changes)
        if broken is None:
            return changes
        if len(changes) >= MOST_CHANGED:
            return None
        place, short = broken
        for cell, change in _ways(equations[place], short, changes):
            if tries >= MOST_MENDS:
                break
            if (found := mend({**changes, cell: change})) is not None:
                return found
        return None

    def _ways(equation: Equation, short: int, changes: Changes) -> list[tuple[Hashable, int]]:
        """Cells that can be changed to mend this sum: those that do it alone first, the least tied up first."""
        ways = []
        for cell, factor in equation.factors:
            if cell in changes or short % factor:
                continue
            low, high = range_of(cell)
            wanted = -short // factor
            change = min(max(wanted, low - truth[cell]), high - truth[cell])
            if change:
                ways.append((change != wanted, len(at[cell]), cell, change))
        ways.sort(key=lambda way: way[:2])
        return [way[2:] for way in ways]

    return mend({key: value - truth[key]})


def _broken(
    changes: Changes, equations: Sequence[Equation], at: Mapping[Hashable, Sequence[int]]
) -> tuple[int, int] | None:
    """A sum that no longer holds, the shortest, and by how much it is off."""
    found: tuple[int, int, int] | None = None
    for place in dict.fromkeys(place for cell in changes for place in at[cell]):
        factors = equations[place].factors
        off = sum(factor * changes[cell] for cell, factor in factors if cell in changes)
        if off and (found is None or len(factors) < found[0]):
            found = (len(factors), place, off)
    return None if found is None else found[1:]


def _narrow(ranges: Ranges, equations: Sequence[Equation], effort: Effort) -> bool:
    """Cut off what no sum allows, until nothing changes. False if a cell has nothing left."""
    changed = True
    while changed:
        changed = False
        for equation in equations:
            effort.spent += len(equation.factors)
            low = sum(f * ranges[key][0 if f > 0 else 1] for key, f in equation.factors)
            high = sum(f * ranges[key][1 if f > 0 else 0] for key, f in equation.factors)
            if not low <= equation.total <= high:
                return False
            for key, factor in equation.factors:
                first, last = ranges[key]
                own_low = factor * (first if factor > 0 else last)
                own_high = factor * (last if factor > 0 else first)
                edges = (equation.total - (high - own_high), equation.total - (low - own_low))
                if factor > 0:
                    new = (max(first, -(-edges[0] // factor)), min(last, edges[1] // factor))
                else:
                    new = (max(first, -(-edges[1] // factor)), min(last, edges[0] // factor))
                if new[0] > new[1]:
                    return False
                if new != (first, last):
                    ranges[key] = new
                    low += factor * (new[0] if factor > 0 else new[1]) - own_low
                    high += factor * (new[1] if factor > 0 else new[0]) - own_high
                    changed = True
    return True


def possible(
    ranges: Mapping[Hashable, Range],
    equations: Sequence[Equation],
    truth: Mapping[Hashable, int],
    effort: Effort,
) -> dict[Hashable, int] | None:
    """Whole numbers within `ranges` that satisfy all `equations`, or None if none were found."""
    most = min(MOST_NODES, 10 + MOST_WORK // (1 + sum(len(equation.factors) for equation in equations)))
    stack: list[Ranges] = [dict(ranges)]
    nodes = 0
    while stack and nodes < most:
        nodes += 1
        current = stack.pop()
        if not _narrow(current, equations, effort):
            continue
        near = {key: min(max(truth[key], low), high) for key, (low, high) in current.items()}
        broken = next((e for e in equations if sum(f * near[key] for key, f in e.factors) != e.total), None)
        if broken is None:
            return near
        cell = min(
            (key for key, _ in broken.factors if current[key][0] != current[key][1]),
            key=lambda key: current[key][1] - current[key][0],
        )
        low, high = current[cell]
        # The nearest to the truth last, because the stack is read from its end.
        values = sorted(range(low, high + 1), key=lambda v: -abs(v - truth[cell]))
        stack.extend({**current, cell: (value, value)} for value in values)
    return None
