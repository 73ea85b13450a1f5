"""What a reader can work out: whether a hidden count may still have a certain value.

The figures of a document are linked by sums. Somebody who subtracts and combines knows of every hidden
cell only a range, and that all sums hold. `possible` looks for whole numbers that fit all of it, by
narrowing ranges and trying values. It is exact when it says yes. It gives up after some work and says no,
which only makes the caller hide more.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

MOST_NODES = 1500
WINDOW = 14
"""How far from the truth a value is tried: a hidden cell of 1-4 moves at most 3, a sum of some more."""


@dataclass(frozen=True, slots=True)
class Equation:
    """The sum of cells, each times its factor, is `total`."""

    factors: tuple[tuple[Hashable, int], ...]
    total: int = 0


Range = tuple[int, int]
Ranges = dict[Hashable, Range]


def reduced(equations: Iterable[Equation], known: Mapping[Hashable, int]) -> list[Equation]:
    """The equations over unknown cells only; the known ones are moved into the total."""
    result = []
    for equation in equations:
        unknown = tuple((key, factor) for key, factor in equation.factors if key not in known)
        if unknown:
            moved = sum(factor * known[key] for key, factor in equation.factors if key in known)
            result.append(Equation(unknown, equation.total - moved))
    return result


def _narrow(ranges: Ranges, equations: list[Equation]) -> bool:
    """Cut off what no sum allows, until nothing changes. False if a cell has nothing left."""
    changed = True
    while changed:
        changed = False
        for equation in equations:
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
    ranges: Mapping[Hashable, Range], equations: list[Equation], truth: Mapping[Hashable, int]
) -> dict[Hashable, int] | None:
    """Whole numbers within `ranges` that satisfy all `equations`, or None if none were found."""
    stack: list[Ranges] = [dict(ranges)]
    nodes = 0
    while stack and nodes < MOST_NODES:
        nodes += 1
        current = stack.pop()
        if not _narrow(current, equations):
            continue
        open_cells = [key for key, (low, high) in current.items() if low != high]
        if not open_cells:
            return {key: low for key, (low, _) in current.items()}
        cell = min(open_cells, key=lambda key: current[key][1] - current[key][0])
        low, high = current[cell]
        # The nearest to the truth last, because the stack is read from its end.
        values = sorted(range(low, high + 1), key=lambda v: -abs(v - truth[cell]))
        stack.extend({**current, cell: (value, value)} for value in values)
    return None
