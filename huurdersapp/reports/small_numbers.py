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

from collections.abc import Iterable
from dataclasses import dataclass

from huurdersapp.reports.document import Source
from huurdersapp.reports.language import number
from huurdersapp.reports.small_numbers_check import Equation
from huurdersapp.reports.small_numbers_protect import Cell, Protector, State
from huurdersapp.reports.small_numbers_protect import Key as Key

HIDDEN = "x"
"""Stands in a table for a count that is not shown because a small one would follow from it."""
LEFT_OUT = "–"
"""Stands for a count of which not even that may be said: an "x" is five or more, this may be anything."""


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


class Figures:
    """All counts of one document (or set of files made together) and the sums that link them.

    `rank` says how much a reader would miss a figure: 0 a row of a breakdown, 1 a lesser total,
    2 and 3 what the document is about. Lower ones are hidden first.
    """

    def __init__(self, settings: SmallNumberSettings = DEFAULTS) -> None:
        self.settings = settings
        self._cells: dict[Key, Cell] = {}
        self._equations: list[Equation] = []
        self._same: list[tuple[Key, Key]] = []
        self._tables: dict[str, list[Key]] = {}
        self._closed: set[str] = set()
        self._answers: set[str] = set()

    def persons(
        self, key: Key, value: int, source: Source | None = None, rank: int = 1, printed: bool = True
    ) -> None:
        """A count of persons, households or homes.

        `printed` False for one that stands nowhere but that a reader gets by subtracting, such as those
        who did not choose an option: it is protected as well.
        """
        self._cells[key] = Cell(value, "persons", rank, "shown" if printed else "gone", source, printed)

    def mixed(self, key: Key, value: int, source: Source | None = None, rank: int = 1) -> None:
        """A sum of persons and of other things: not small by itself, but it may give a small one away."""
        self._cells[key] = Cell(value, "mixed", rank, "shown", source)

    def free(self, key: Key, value: int, source: Source | None = None) -> None:
        """A count that is always printed: own activities, an official telblad, an open vote."""
        self._cells[key] = Cell(value, "free", 9, "shown", source)

    def has(self, key: Key) -> bool:
        """Whether this count was entered."""
        return key in self._cells

    def value(self, key: Key) -> int:
        """The count that was entered, to add up with; never to print."""
        return self._cells[key].value

    def source(self, key: Key) -> Source | None:
        """The records behind the count that was entered."""
        return self._cells[key].source

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
        """A table of answers of people. If all of them answered the same, it is not printed; nor is it printed in pieces.

        `exclusive`: everybody chose one option. Else (more than one allowed) see `persons(printed=False)`.
        """
        self.table(name, keys)
        self._answers.add(name)
        cells = [self._cells[key] for key in self._tables[name]]
        filled = [cell for cell in cells if cell.value]
        persons = any(cell.kind == "persons" for cell in cells)
        if exclusive and persons and len(filled) == 1 and len(cells) > 1:
            self._closed.add(name)

    def close(self, name: str) -> None:
        """Do not print this table at all."""
        self._closed.add(name)

    def same(self, first: Key, second: Key) -> bool:
        """Say that these are one number, which every reader knows: shown here is shown there. False if the values differ."""
        if self._cells[first].value != self._cells[second].value:
            return False
        if self._cells[first].kind == self._cells[second].kind:
            self._same.append((first, second))
        else:
            self._equations.append(Equation(((first, 1), (second, -1))))
        return True

    def border(self, key: Key) -> None:
        """A count that other sets of files show as well: it is never hidden, unless it is small; then it is "<5" in each."""
        cell = self._cells[key]
        cell.border = True
        if cell.kind == "persons" and not self.settings.is_small(cell.value):
            cell.kind = "free"

    def of(self, part: Key) -> Figures:
        """The same figures for the counts of one paper of a set: its keys stand apart from those of the other papers."""
        return _Part(self, part)

    def entered(self) -> list[Key]:
        """All keys, in the order in which they were entered."""
        return list(self._cells)

    def protect(self, secondary: bool = True) -> Protected:
        """Decide what is printed. `secondary` False hides the small ones alone: unsafe, for comparing."""
        if self.settings.active:
            self._link_equal_sources()
            Protector(
                self.settings.hide_below,
                self._cells,
                self._equations,
                self._same,
                self._tables,
                self._closed,
                self._answers,
            ).run(secondary)
        return Protected(self.settings, self._cells, self._tables)

    def _link_equal_sources(self) -> None:
        """The same records counted in two places are one number: hidden here, hidden there."""
        listed: dict[tuple[Source, int], Key] = {}
        counted: dict[tuple[str, frozenset[str]], Key] = {}
        for key, cell in self._cells.items():
            source = cell.source
            if source is None or not cell.value or not (source.where or source.ids):
                continue
            if len(source.ids) == cell.value:
                # By whatever conditions they were found: who knows what is counted sees that it is the same.
                self.same(counted.setdefault((source.kind, frozenset(source.ids)), key), key)
            elif not source.ids:
                self.same(listed.setdefault((source, cell.value), key), key)


class _Part(Figures):
    """The counts of one paper within the figures of a set of papers."""

    def __init__(self, whole: Figures, part: Key) -> None:
        super().__init__(whole.settings)
        self._whole, self._part = whole, part

    def persons(
        self, key: Key, value: int, source: Source | None = None, rank: int = 1, printed: bool = True
    ) -> None:
        self._whole.persons((self._part, key), value, source, rank, printed)

    def mixed(self, key: Key, value: int, source: Source | None = None, rank: int = 1) -> None:
        self._whole.mixed((self._part, key), value, source, rank)

    def free(self, key: Key, value: int, source: Source | None = None) -> None:
        self._whole.free((self._part, key), value, source)

    def has(self, key: Key) -> bool:
        return self._whole.has((self._part, key))

    def value(self, key: Key) -> int:
        return self._whole.value((self._part, key))

    def source(self, key: Key) -> Source | None:
        return self._whole.source((self._part, key))

    def total(self, total: Key, parts: Iterable[Key], minus: Iterable[Key] = ()) -> bool:
        return self._whole.total(
            (self._part, total), [(self._part, key) for key in parts], [(self._part, key) for key in minus]
        )

    def table(self, name: str, keys: Iterable[Key]) -> None:
        self._whole.table(table_of(self._part, name), [(self._part, key) for key in keys])

    def answers(self, name: str, keys: Iterable[Key], exclusive: bool = True) -> None:
        self._whole.answers(table_of(self._part, name), [(self._part, key) for key in keys], exclusive)

    def close(self, name: str) -> None:
        self._whole.close(table_of(self._part, name))

    def same(self, first: Key, second: Key) -> bool:
        return self._whole.same((self._part, first), (self._part, second))

    def border(self, key: Key) -> None:
        self._whole.border((self._part, key))

    def entered(self) -> list[Key]:
        return [key[1] for key in self._whole.entered() if isinstance(key, tuple) and key[0] == self._part]


def table_of(part: Key, name: str) -> str:
    """The name of a table of one paper within a set."""
    return f"{part!r}/{name}"


class Protected:
    """What may be printed of each count; made by `Figures.protect`."""

    def __init__(
        self, settings: SmallNumberSettings, cells: dict[Key, Cell], tables: dict[str, list[Key]]
    ) -> None:
        self.settings = settings
        self._cells = cells
        self._tables = tables

    def of(self, part: Key) -> Protected:
        """What may be printed in one paper of the set, by the keys of that paper alone."""
        cells = {
            key[1]: cell for key, cell in self._cells.items() if isinstance(key, tuple) and key[0] == part
        }
        before = table_of(part, "")
        tables = {
            name.removeprefix(before): [key[1] for key in keys if isinstance(key, tuple)]
            for name, keys in self._tables.items()
            if name.startswith(before)
        }
        return Protected(self.settings, cells, tables)

    def entered(self) -> list[Key]:
        """All keys of this paper, in the order in which they were entered."""
        return list(self._cells)

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
        """The count as it stands in a table, a chart or a sentence: "12", "<5", "x" or "–"."""
        cell = self._cells[key]
        if cell.state == "shown":
            return number(cell.value)
        if cell.state == "gone":
            return LEFT_OUT
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
