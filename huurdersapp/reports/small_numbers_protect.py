"""Which counts are hidden so that no small one can be worked out: hides step by step, then shows again what it can.

That a reader cannot rule a value out is shown by an example: numbers for the hidden cells with which all sums hold. Such an
example says by how much a few cells differ from the truth, so it stays good until one of these few is shown.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from huurdersapp.reports.document import Source
from huurdersapp.reports.small_numbers_check import WINDOW, Effort, Equation, Range, mended, possible, reduced

Key = Hashable
Kind = Literal["persons", "mixed", "free"]
State = Literal["shown", "small", "hidden", "gone"]

LONG, FAR_TOO_LONG = 700_000, 1_200_000
"""Cells of sums looked at, after which the next best way is taken: leaving out whole tables, and then all that is linked."""


@dataclass(slots=True)
class Cell:
    """A count as it was entered, and what is printed of it. `border`: other sets of files print it as well."""

    value: int
    kind: Kind
    rank: int
    state: State
    source: Source | None
    printed: bool = True
    border: bool = False


class Protector:
    """Decides the state of each cell. Cells that are one number (`same`) are weighed as one.

    Counts of persons from 1 up to `hide_below` - 1 are hidden. Tables of `whole` are left out rather than printed in pieces.
    """

    def __init__(
        self,
        hide_below: int,
        cells: dict[Key, Cell],
        equations: Iterable[Equation],
        same: Iterable[tuple[Key, Key]],
        tables: Mapping[str, Sequence[Key]],
        closed: Iterable[str],
        whole: Iterable[str] = (),
    ) -> None:
        self.hide_below, self.members = hide_below, cells
        self.first = _firsts(cells, same)
        self.cells = self._together()
        self.equations = list(dict.fromkeys(e for e in map(self._rewritten, equations) if e.factors))
        self.entered = tables
        self.tables = {
            name: list(dict.fromkeys(self.first[key] for key in keys)) for name, keys in tables.items()
        }
        self.closed = closed
        self.whole = {key for name in whole for key in self.tables[name]}
        self.left_out: set[str] = set()
        self.dropped: set[Key] = set()
        self.wiped: list[tuple[Key, State]] = []
        self.truth = {key: cell.value for key, cell in self.cells.items()}
        self.secret = [
            key for key, cell in self.cells.items() if cell.kind == "persons" and 1 <= cell.value < hide_below
        ]
        self.effort = Effort()
        self.proven: dict[tuple[Key, int], dict[Key, int]] = {}
        self.order = {key: place for place, key in enumerate(self.cells)}
        self.at: dict[Key, list[int]] = {key: [] for key in self.cells}
        for place, equation in enumerate(self.equations):
            for key, _ in equation.factors:
                self.at[key].append(place)

    def _together(self) -> dict[Key, Cell]:
        result: dict[Key, Cell] = {}
        for key, cell in self.members.items():
            one = result.get(self.first[key])
            if one is None:
                result[self.first[key]] = Cell(
                    cell.value, cell.kind, cell.rank, cell.state, None, cell.printed, cell.border
                )
                continue
            one.rank, one.border = max(one.rank, cell.rank), one.border or cell.border
            one.printed = one.printed or cell.printed
            one.state = "shown" if one.printed else "gone"
        for cell in result.values():
            if cell.border and not 1 <= cell.value < self.hide_below:
                cell.kind = "free"
        return result

    def _rewritten(self, equation: Equation) -> Equation:
        factors: dict[Key, int] = {}
        for key, factor in equation.factors:
            factors[self.first[key]] = factors.get(self.first[key], 0) + factor
        return Equation(tuple((key, factor) for key, factor in factors.items() if factor), equation.total)

    def run(self, secondary: bool) -> None:
        """Decide, and write the states into the cells. `secondary` False hides the small ones alone."""
        for key in self.secret:
            if self.cells[key].state == "shown":
                self.cells[key].state = "small"
        for name in self.closed:
            self._drop(name)
        self._drop_breakdowns_of_small_totals()
        if secondary:
            while (leak := self._leak()) is not None:
                self._hide_more(leak)
            self._show_again()
        for key, cell in self.members.items():
            one = self.cells[self.first[key]]
            cell.state = "gone" if key in self.dropped or not cell.printed else one.state

    def _drop(self, name: str) -> None:
        """Leave a table out, in every paper that has it. A number that stands elsewhere too stays there."""
        alike = [other for other, keys in self.tables.items() if keys and keys == self.tables[name]]
        self.left_out |= {name, *alike}
        for other in (name, *alike):
            self.dropped |= {key for key in self.entered[other] if self.members[key].kind != "free"}
        standing = {
            self.first[key] for key, cell in self.members.items() if cell.printed and key not in self.dropped
        }
        for key in self.tables[name]:
            if key not in standing and self.cells[key].kind != "free":
                self.cells[key].state = "gone"

    def _drop_breakdowns_of_small_totals(self) -> None:
        """Three people divided over rows: the total says enough, and every row would say more."""
        secret = set(self.secret)
        for equation in self.equations:
            totals = [key for key, factor in equation.factors if factor < 0]
            parts = {key for key, factor in equation.factors if factor > 0}
            if len(parts) > 1 and not secret.isdisjoint(totals):
                for name, keys in self.tables.items():
                    if parts <= set(keys):
                        self._drop(name)

    def _range(self, key: Key) -> Range:
        """What a reader knows of a cell by itself, cut to the neighbourhood of the truth."""
        cell = self.cells[key]
        if cell.state == "shown":
            return (cell.value, cell.value)
        if cell.state == "small":
            return (1, self.hide_below - 1)
        least = 0
        if cell.state == "hidden" and cell.kind == "persons":
            least = self.hide_below  # a reader knows that a smaller one would be printed as "<5"
        return (max(least, cell.value - WINDOW), cell.value + WINDOW)

    def _leak(self) -> tuple[Key, int] | None:
        """A small cell and a value of it that a reader can rule out; None when there is no such thing."""
        for key in self.secret:
            for value in range(1, self.hide_below):
                if not self._may_be(key, value):
                    return key, value
        return None

    def _may_be(self, key: Key, value: int) -> bool:
        """Whether a reader has to think this value possible; remembers the example that says so."""
        if value == self.truth[key] or (key, value) in self.proven:
            return True
        example = mended(key, value, self.truth, self.equations, self.at, self._range, self.effort)
        if example is None:
            cells, equations = self._around(key)
            own = reduced(equations, self._known(equations))
            ranges = {other: self._range(other) for other in cells}
            found = possible({**ranges, key: (value, value)}, own, self.truth, self.effort)
            if found is None:
                return False
            example = {other: n - self.truth[other] for other, n in found.items() if n != self.truth[other]}
        for other, moved in example.items():
            self.proven.setdefault((other, self.truth[other] + moved), example)
        return True

    def _known(self, equations: Iterable[Equation]) -> dict[Key, int]:
        """The printed cells in these sums with their counts."""
        keys = {key for equation in equations for key, _ in equation.factors}
        return {key: self.cells[key].value for key in keys if self.cells[key].state == "shown"}

    def _hide_more(self, leak: tuple[Key, int]) -> None:
        """One step towards safety for this cell; each step hides something, so it ends."""
        key, value = leak
        cells, own = self._around(key)
        tight = [e for e in own if self._rules_out(e, key, value)] or own
        shown = self._candidates({other for e in tight for other, _ in e.factors}) or self._candidates(
            {other for e in own for other, _ in e.factors}
        )
        cheap = [other for other in shown if self.cells[other].rank < 2]
        if cheap:
            self.cells[cheap[0]].state = "hidden"
            return
        if self.effort.spent > FAR_TOO_LONG:
            while self._wipe(own):
                pass
            if not self._may_be(key, value):
                self.secret.remove(key)
            return
        if self.effort.spent < LONG and self._wipe_one(tight, leak):
            return
        tables = [
            name
            for name, keys in self.tables.items()
            if name not in self.left_out and self._standing(keys) and cells & set(keys)
        ]
        if tables:
            self._drop(min(tables, key=lambda name: (key not in self.tables[name], len(self.tables[name]))))
        elif shown:
            self.cells[shown[0]].state = "hidden"
        elif not (self._wipe(tight) or self._wipe(own)):
            # Nothing left to hide around it: what even silence gives away cannot be protected.
            self.secret.remove(key)

    def _wipe_one(self, equations: list[Equation], leak: tuple[Key, int]) -> bool:
        """Print an "x" for one small count of these sums, if that mends the leak: then nobody knows that it is small."""
        for key in self._wipeable(equations):
            was = self.cells[key].state
            if was in ("small", "hidden") and key not in self.whole:
                self.cells[key].state = "gone"
                if self._may_be(*leak):
                    self.wiped.append((key, was))
                    return True
                self.cells[key].state = was
        return False

    def _wipe(self, equations: list[Equation]) -> bool:
        """Leave out one more cell of these sums, noughts last. False if nothing was left to do."""
        for key in self._wipeable(equations):
            self.wiped.append((key, self.cells[key].state))
            self.cells[key].state = "gone"
            return True
        return False

    def _wipeable(self, equations: list[Equation]) -> list[Key]:
        found = [
            key
            for key in {key for e in equations for key, _ in e.factors}
            if (cell := self.cells[key]).kind != "free" and not cell.border and cell.state != "gone"
        ]
        cells = self.cells
        return sorted(found, key=lambda key: (not cells[key].value, cells[key].rank, self.order[key]))

    def _around(self, key: Key) -> tuple[set[Key], list[Equation]]:
        """The hidden cells that hang together with this one, and the full equations they stand in."""
        cells, waiting, places = {key}, [key], dict[int, None]()
        while waiting:
            for place in self.at[waiting.pop()]:
                if place in places:
                    continue
                places[place] = None
                for other, _ in self.equations[place].factors:
                    if other not in cells and self.cells[other].state != "shown":
                        cells.add(other)
                        waiting.append(other)
        return cells, [self.equations[place] for place in sorted(places)]

    def _rules_out(self, equation: Equation, key: Key, value: int) -> bool:
        """Whether this sum alone excludes the value."""
        if all(other != key for other, _ in equation.factors):
            return False
        rest = reduced([equation], self._known([equation]) | {key: value})
        if not rest:
            return True
        ranges = {other: self._range(other) for other, _ in rest[0].factors}
        return possible(ranges, rest, self.truth, self.effort) is None

    def _candidates(self, keys: set[Key]) -> list[Key]:
        """Cells that may be hidden, the least missed first. A nought is not hidden: it protects nobody."""
        found = [
            key
            for key in keys
            if self.cells[key].state == "shown" and self.cells[key].kind != "free" and self.cells[key].value
        ]
        cells = self.cells
        return sorted(found, key=lambda key: (cells[key].rank, cells[key].value, self.order[key]))

    def _standing(self, keys: Sequence[Key]) -> bool:
        return any(self.cells[key].state != "gone" and self.cells[key].kind != "free" for key in keys)

    def _show_again(self) -> None:
        """Undo what turned out not to be needed: what was left out last, and what is hidden, the most missed first."""
        for key, state in reversed(self.wiped):
            if self.effort.spent > FAR_TOO_LONG:
                return
            self._try(key, "hidden" if state == "shown" else state)
        hidden = [key for key, cell in self.cells.items() if cell.state == "hidden"]
        for key in sorted(hidden, key=lambda key: (-self.cells[key].rank, -self.cells[key].value)):
            if self.effort.spent > FAR_TOO_LONG:
                return
            self._try(key, "shown")

    def _try(self, key: Key, state: State) -> None:
        """Give a cell this state if nothing small can be worked out then."""
        was, before = self.cells[key].state, self.proven
        self.proven = {pair: example for pair, example in before.items() if key not in example}
        self.cells[key].state = state
        if self._leak() is not None:
            self.cells[key].state, self.proven = was, before


def _firsts(cells: Iterable[Key], same: Iterable[tuple[Key, Key]]) -> dict[Key, Key]:
    """For each key the one that stands for all that are the same number."""
    first = {key: key for key in cells}

    def top(key: Key) -> Key:
        while first[key] != key:
            key = first[key]
        return key

    place = {key: at for at, key in enumerate(first)}
    for one, other in same:
        a, b = sorted((top(one), top(other)), key=place.__getitem__)
        first[b] = a
    return {key: top(key) for key in first}
