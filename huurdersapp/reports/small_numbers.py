"""Small numbers: what may stand on paper that leaves the organisation, so that nobody is recognised.

A count of persons, households or homes of 1-4 is printed as "<5". That alone is not enough: where a total
stands beside it, or another table of the same set, the hidden count follows by subtraction. So a whole
document puts all its counts into one `Figures`, with the sums that link them, and asks `protect` what may
be printed. The outcome holds for tables, text and charts alike. No hidden count can then be worked out,
nor narrowed to less than 1-4, by somebody who knows this rule and combines everything that is shown;
`small_numbers_check` does the combining.

Not covered, because no program can know it: numbers typed in free text, and other documents.
The rule is our own (docs/design.md); the Dutch statistics office CBS works likewise.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from huurdersapp.reports.document import Source
from huurdersapp.reports.language import number
from huurdersapp.reports.small_numbers_check import (
    WINDOW,
    Equation,
    Range,
    possible,
    reduced,
)

Key = Hashable
Kind = Literal["persons", "mixed", "free"]
State = Literal["shown", "small", "hidden", "gone"]
HIDDEN = "x"
"""Stands in a table for a count that is not shown because a small one would follow from it."""


@dataclass(frozen=True, slots=True)
class SmallNumberSettings:
    """The thresholds. A count of persons from 1 up to `hide_below` - 1 is hidden.

    Percentages are printed from `percent_from` people, those of the answers in a raadpleging from
    `answers_from`. Off (`active` False) for papers that stay inside the organisation.
    """

    hide_below: int = 5
    percent_from: int = 10
    answers_from: int = 30
    active: bool = True

    def is_small(self, value: int) -> bool:
        """Whether a count of persons has to be hidden."""
        return self.active and 1 <= value < self.hide_below

    @property
    def small_text(self) -> str:
        """How a small count is printed."""
        return f"<{self.hide_below}"


DEFAULTS = SmallNumberSettings()


@dataclass(slots=True)
class _Cell:
    value: int
    kind: Kind
    rank: int
    state: State
    source: Source | None
    printed: bool = True


class Figures:
    """All counts of one document (or set of files made together) and the sums that link them.

    `rank` says how much a reader would miss a figure: 0 a row of a breakdown, 1 a lesser total,
    2 and 3 what the document is about. Lower ones are hidden first.
    """

    def __init__(self, settings: SmallNumberSettings = DEFAULTS) -> None:
        self.settings = settings
        self._cells: dict[Key, _Cell] = {}
        self._equations: list[Equation] = []
        self._tables: dict[str, list[Key]] = {}
        self._closed: set[str] = set()

    def persons(
        self, key: Key, value: int, source: Source | None = None, rank: int = 1, printed: bool = True
    ) -> None:
        """A count of persons, households or homes.

        `printed` False for one that stands nowhere but that a reader gets by subtracting, such as those
        who did not choose an option: it is protected as well.
        """
        self._cells[key] = _Cell(value, "persons", rank, "shown" if printed else "gone", source, printed)

    def mixed(self, key: Key, value: int, source: Source | None = None, rank: int = 1) -> None:
        """A sum of persons and of other things: not small by itself, but it may give a small one away."""
        self._cells[key] = _Cell(value, "mixed", rank, "shown", source)

    def free(self, key: Key, value: int, source: Source | None = None) -> None:
        """A count that is always printed: own activities, an official telblad, an open vote."""
        self._cells[key] = _Cell(value, "free", 9, "shown", source)

    def has(self, key: Key) -> bool:
        """Whether this count was entered."""
        return key in self._cells

    def value(self, key: Key) -> int:
        """The count that was entered, to add up with; never to print."""
        return self._cells[key].value

    def total(self, total: Key, parts: Iterable[Key], minus: Iterable[Key] = ()) -> bool:
        """Say that `total` is the sum of `parts` less those of `minus`. False if the values say otherwise.

        Then nothing is linked: the figures contradict each other, so neither follows from the rest.
        """
        factors = [(key, 1) for key in parts] + [(key, -1) for key in minus]
        factors.append((total, -1))
        if sum(factor * self._cells[key].value for key, factor in factors):
            return False
        self._equations.append(Equation(tuple(factors)))
        return True

    def table(self, name: str, keys: Iterable[Key]) -> None:
        """Cells that are printed together or, when nothing sensible is left of them, not at all."""
        self._tables[name] = list(keys)

    def answers(self, name: str, keys: Iterable[Key], exclusive: bool = True) -> None:
        """A table of answers of people. If all of them answered the same, it is not printed.

        `exclusive`: everybody chose one option. Else (more than one allowed) see `persons(printed=False)`.
        """
        self.table(name, keys)
        cells = [self._cells[key] for key in self._tables[name]]
        filled = [cell for cell in cells if cell.value]
        persons = any(cell.kind == "persons" for cell in cells)
        if exclusive and persons and len(filled) == 1 and len(cells) > 1:
            self._closed.add(name)

    def close(self, name: str) -> None:
        """Do not print this table at all."""
        self._closed.add(name)

    def protect(self, secondary: bool = True) -> Protected:
        """Decide what is printed. `secondary` False hides the small ones alone: unsafe, for comparing."""
        if self.settings.active:
            self._link_equal_sources()
            _Protector(self.settings, self._cells, self._equations, self._tables, self._closed).run(secondary)
        return Protected(self.settings, self._cells, self._tables)

    def _link_equal_sources(self) -> None:
        """The same records counted in two places are one number: hidden here, hidden there."""
        seen: dict[Source, Key] = {}
        for key, cell in self._cells.items():
            source = cell.source
            if source is None or not (source.where or source.ids):
                continue
            first = seen.setdefault(source, key)
            if first != key and self._cells[first].value == cell.value:
                self._equations.append(Equation(((first, 1), (key, -1))))


class _Protector:
    """Hides cells until no small count can be narrowed down, then shows again what need not be hidden."""

    def __init__(
        self,
        settings: SmallNumberSettings,
        cells: dict[Key, _Cell],
        equations: list[Equation],
        tables: dict[str, list[Key]],
        closed: set[str],
    ) -> None:
        self.settings = settings
        self.cells = cells
        self.equations = equations
        self.tables = tables
        self.closed = closed
        self.truth = {key: cell.value for key, cell in cells.items()}
        self.secret = [
            key for key, cell in cells.items() if cell.kind == "persons" and settings.is_small(cell.value)
        ]
        self.proven: set[tuple[Key, int]] = set()
        self.order = {key: place for place, key in enumerate(cells)}
        self.at: dict[Key, list[int]] = {key: [] for key in cells}
        for place, equation in enumerate(equations):
            for key, _ in equation.factors:
                self.at[key].append(place)

    def run(self, secondary: bool) -> None:
        for key in self.secret:
            if self.cells[key].state == "shown":
                self.cells[key].state = "small"
        for name in self.closed:
            self._drop(name)
        self._drop_breakdowns_of_small_totals()
        if not secondary:
            return
        while (leak := self._leak()) is not None:
            self._hide_more(leak)
        self._show_again()

    def _drop(self, name: str) -> None:
        for key in self.tables[name]:
            if self.cells[key].kind != "free":
                self.cells[key].state = "gone"

    def _drop_breakdowns_of_small_totals(self) -> None:
        """Three people divided over rows: the total says enough, and every row would say more."""
        for equation in self.equations:
            totals = [key for key, factor in equation.factors if factor < 0]
            parts = {key for key, factor in equation.factors if factor > 0}
            if len(parts) > 1 and any(key in self.secret for key in totals):
                for name, keys in self.tables.items():
                    if parts <= set(keys):
                        self._drop(name)

    def _range(self, key: Key) -> Range:
        """What a reader knows of a cell by itself, cut to the neighbourhood of the truth."""
        cell = self.cells[key]
        if cell.state == "small":
            return (1, self.settings.hide_below - 1)
        least = 0
        if cell.state == "hidden" and cell.kind == "persons":
            least = self.settings.hide_below  # a reader knows that a smaller one would be printed as "<5"
        return (max(least, cell.value - WINDOW), cell.value + WINDOW)

    def _leak(self, among: set[Key] | None = None) -> tuple[Key, int] | None:
        """A small cell and a value of it that a reader can rule out; None when there is no such thing."""
        for key in self.secret:
            if among is not None and key not in among:
                continue
            todo = [
                value
                for value in range(1, self.settings.hide_below)
                if (key, value) not in self.proven and value != self.cells[key].value
            ]
            if not todo:
                continue
            cells, equations = self._around(key)
            own = reduced(equations, self._known(equations))
            ranges = {other: self._range(other) for other in cells}
            for value in todo:
                if (key, value) in self.proven:
                    continue
                found = possible({**ranges, key: (value, value)}, own, self.truth)
                if found is None:
                    return key, value
                self.proven.update(found.items())
        return None

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
        tables = [name for name, keys in self.tables.items() if self._standing(keys) and cells & set(keys)]
        if tables:
            self._drop(min(tables, key=lambda name: (key not in self.tables[name], len(self.tables[name]))))
        elif shown:
            self.cells[shown[0]].state = "hidden"
        elif not self._wipe(cells, own):
            # Nothing left to hide around it: what even silence gives away cannot be protected.
            self.secret.remove(key)

    def _wipe(self, cells: set[Key], equations: list[Equation]) -> bool:
        """Leave out all that hangs together with a leak, noughts too. False if nothing was left to do."""
        wiped = False
        for other in cells | {other for e in equations for other, _ in e.factors}:
            cell = self.cells[other]
            if cell.kind != "free" and cell.state != "gone":
                cell.state = "gone"
                wiped = True
        return wiped

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
        return possible(ranges, rest, self.truth) is None

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
        """Undo what turned out not to be needed, the most missed first."""
        hidden = [key for key, cell in self.cells.items() if cell.state == "hidden"]
        for key in sorted(hidden, key=lambda key: (-self.cells[key].rank, -self.cells[key].value)):
            around, _ = self._around(key)
            before = self.proven
            self.proven = {pair for pair in before if pair[0] not in around}
            self.cells[key].state = "shown"
            if self._leak(around) is not None:
                self.cells[key].state = "hidden"
                self.proven = before


class Protected:
    """What may be printed of each count; made by `Figures.protect`."""

    def __init__(
        self, settings: SmallNumberSettings, cells: dict[Key, _Cell], tables: dict[str, list[Key]]
    ) -> None:
        self.settings = settings
        self._cells = cells
        self._tables = tables

    def knows(self, key: Key) -> bool:
        """Whether this count was entered at all."""
        return key in self._cells

    def shows(self, key: Key) -> bool:
        """Whether the count itself is printed."""
        return self._cells[key].state == "shown"

    def state(self, key: Key) -> State:
        """shown · small ("<5") · hidden ("x") · gone (stands nowhere)."""
        return self._cells[key].state

    def text(self, key: Key) -> str:
        """The count as it stands in a table, a chart or a sentence: "12", "<5" or "x"."""
        cell = self._cells[key]
        if cell.state == "shown":
            return number(cell.value)
        return self.settings.small_text if cell.state == "small" else HIDDEN

    def value(self, key: Key) -> int | None:
        """The count for a chart, None if it may not be known."""
        cell = self._cells[key]
        return cell.value if cell.state == "shown" else None

    def same(self, first: Key, second: Key) -> bool:
        """Whether two counts are equal, to tell that a sum does not come out; says nothing of their size."""
        return self._cells[first].value == self._cells[second].value

    def source(self, key: Key) -> Source | None:
        """The records behind a shown count; none for a hidden one, since they could be counted."""
        return self._cells[key].source if self.shows(key) else None

    def prints(self, table: str) -> bool:
        """Whether anything of this table may stand on paper."""
        keys = self._tables[table]
        return not keys or any(self._cells[key].state != "gone" for key in keys)

    def any_small(self) -> bool:
        """Whether somewhere "<5" is printed."""
        return any(cell.state == "small" for cell in self._cells.values())

    def any_hidden(self) -> bool:
        """Whether somewhere "x" is printed, or something is left out."""
        return any(c.printed and c.state in ("hidden", "gone") for c in self._cells.values())
