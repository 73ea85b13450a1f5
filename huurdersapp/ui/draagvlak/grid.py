"""Where each door has its square: storeys below each other, staircases beside each other, as one sees the building."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from huurdersapp.actions.renovatie_stand import Deur
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.renovatiewoning import floor
from huurdersapp.ui.draagvlak.doors import folded

_LAST = 1_000_000
"""Where a door without a number stands: behind the others."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of squares: of which staircase (its name as it is written), and the number of its door, if that is known."""

    staircase: str | None
    door: int | None

    def words(self) -> str:
        """What a screen reader calls it."""
        number = _("deur {number}").format(number=self.door) if self.door is not None else ""
        return ", ".join(filter(None, [self.staircase, number]))


@dataclass(frozen=True, slots=True)
class Grid:
    """`cells[row][column]` is the place of a door in the sequence that was laid out, or None where there is no home."""

    rows: tuple[str, ...]
    columns: tuple[Column, ...]
    cells: tuple[tuple[int | None, ...], ...]

    @property
    def placed(self) -> bool:
        """Whether any column says which door it is."""
        return any(column.staircase or column.door is not None for column in self.columns)


def lay_out(doors: Sequence[Deur], names: Mapping[int, str], fitting: int) -> Grid:
    """Give each door a square. Those of which the storey is not known follow below, `fitting` beside each other where
    nothing else says how many; the order of `doors` is that of the house numbers."""
    known = [at for at, door in enumerate(doors) if door.verdieping is not None]
    rest = [at for at, door in enumerate(doors) if door.verdieping is None]
    columns, places = _columns(doors, known)
    if not columns:
        columns = [Column(None, None)] * max(1, min(fitting, len(rest)))
    rows, cells = _storeys(doors, known, places, len(columns))
    for start in range(0, len(rest), len(columns)):
        part = rest[start : start + len(columns)]
        rows.append(_span(names, doors, part))
        cells.append((*part, *[None] * (len(columns) - len(part))))
    return Grid(tuple(rows), tuple(columns), tuple(cells))


def _span(names: Mapping[int, str], doors: Sequence[Deur], part: Sequence[int]) -> str:
    first, last = names[doors[part[0]].nummer], names[doors[part[-1]].nummer]
    return first if first == last else _("{first} – {last}").format(first=first, last=last)


def _columns(doors: Sequence[Deur], known: Sequence[int]) -> tuple[list[Column], dict[int, int]]:
    """The columns, and in which one each door stands.

    Two huurovereenkomsten behind one door stand beside each other.
    """
    most: dict[str, Counter[int]] = {}
    staircases: dict[str, str | None] = {}
    nth: dict[int, tuple[str, int, int]] = {}
    seen: Counter[tuple[str, int, int]] = Counter()
    for at in known:
        door = doors[at]
        stairs, number = folded(door.trappenhuis), door.deur if door.deur is not None else _LAST
        staircases.setdefault(stairs, door.trappenhuis)
        behind = (stairs, door.verdieping or 0, number)
        nth[at] = (stairs, number, seen[behind])
        seen[behind] += 1
        counts = most.setdefault(stairs, Counter())
        counts[number] = max(counts[number], seen[behind])
    columns: list[Column] = []
    first: dict[tuple[str, int], int] = {}
    for stairs in _left_to_right(most):
        counts = most[stairs]
        for number in sorted(counts):
            first[stairs, number] = len(columns)
            shown = number if number != _LAST else None
            columns += [Column(staircases[stairs], shown)] * counts[number]
    return columns, {at: first[stairs, number] + extra for at, (stairs, number, extra) in nth.items()}


def _left_to_right(most: Mapping[str, Mapping[int, int]]) -> list[str]:
    """The staircases by their doors where those are numbered on from one to the next, else as they come: by name."""
    found = sorted(most, key=lambda stairs: min(most[stairs]))
    on = all(max(most[one]) < min(most[after]) for one, after in pairwise(found))
    return found if on else list(most)


def _storeys(
    doors: Sequence[Deur], known: Sequence[int], places: Mapping[int, int], wide: int
) -> tuple[list[str], list[tuple[int | None, ...]]]:
    storeys: dict[int, list[int | None]] = defaultdict(lambda: [None] * wide)
    for at in known:
        storeys[doors[at].verdieping or 0][places[at]] = at
    order = sorted(storeys, reverse=True)
    return [floor(number) for number in order], [tuple(storeys[number]) for number in order]
