"""A list as it was given: a head and rows of texts, and where each row stands in the file."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import overload

from huurdersapp.base.tables import faults

Cells = tuple[str, ...]
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
"""Signs that no text has; tabs and line breaks are fine."""
TITLES = 10
"""The head is looked for among this many rows that are not empty: a title or a date may stand above it."""
_ENOUGH = 0.6
"""Of the cells of the fullest of those rows a head has at least this part: one or two columns may lack a name."""
_SEPARATOR = "\x1f"
_GUARDED = re.compile(r"'(?= *[=+\-@\t\r\n＝＋－＠])")


class Rows(Sequence[Cells]):
    """Rows of equal width. Each lies packed in one string, which takes a fifth of the memory of loose cells."""

    def __init__(self, packed: list[str], width: int) -> None:
        self._packed = packed
        self._width = width

    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, place: int) -> Cells: ...
    @overload
    def __getitem__(self, place: slice) -> list[Cells]: ...
    def __getitem__(self, place: int | slice) -> Cells | list[Cells]:
        if isinstance(place, slice):
            return [self._cells(line) for line in self._packed[place]]
        return self._cells(self._packed[place])

    def __iter__(self) -> Iterator[Cells]:
        return map(self._cells, self._packed)

    def _cells(self, line: str) -> Cells:
        cells = line.split(_SEPARATOR)
        return (*cells, *[""] * (self._width - len(cells)))


@dataclass(frozen=True)
class Table:
    """What `read_table` gives. All cells are texts without spaces around them; empty rows are left out."""

    head: Cells
    """Names of the columns; "" for a column without one."""
    rows: Rows
    """As wide as the head, but for a row of which more cells are filled: that one is longer."""
    lines: Sequence[int]
    """Per row its line in the file, or its row in the sheet, counted from 1."""
    head_line: int
    uneven: tuple[int, ...]
    """Places in `rows` of rows with more or fewer cells than the head; only in a text file."""
    sheets: tuple[str, ...] = ()
    """The sheets that can be asked for; a text file has none."""
    sheet: str | None = None
    encoding: str | None = None
    """One of `ENCODINGS`; of a text file only, as is `separator`."""
    separator: str | None = None

    @property
    def first_row(self) -> int:
        """The line of the first row; of the others see `lines`, since empty rows and line breaks lie between."""
        return self.lines[0] if self.lines else self.head_line + 1


@dataclass
class Builder:
    """Takes the rows of a file one by one, finds the head, and refuses what is too much."""

    grows: bool = False
    """A row that is wider than the head shows a column without a name, and not a fault."""
    head: Cells | None = None
    head_line: int = 0
    packed: list[str] = field(default_factory=list)
    lines: array[int] = field(default_factory=lambda: array("L"))
    uneven: list[int] = field(default_factory=list)
    _waiting: list[tuple[int, list[str], int]] = field(default_factory=list)
    _signs: int = 0
    _widest: int = 0

    def add(self, line: int, cells: Sequence[str]) -> None:
        """One row at its line; raises UserError when it cannot be part of a list."""
        kept = [clean(cell) for cell in cells]
        while kept and not kept[-1]:
            kept.pop()
        if not kept:
            return
        if len(kept) > faults.MOST_COLUMNS:
            raise faults.too_wide()
        if max(map(len, kept)) > faults.LONGEST_CELL:
            raise faults.too_much_text(line)
        if self.head is not None:
            self._keep(line, kept, len(cells))
            return
        self._waiting.append((line, kept, len(cells)))
        if len(self._waiting) == TITLES:
            self._find_head()

    def table(self) -> Table:
        """All rows were added; raises UserError when there were none."""
        if self.head is None:
            self._find_head()
        head = self.head or ()
        if self.grows:
            head = (*head, *[""] * (self._widest - len(head)))
        return Table(head, Rows(self.packed, len(head)), self.lines, self.head_line, tuple(self.uneven))

    def _find_head(self) -> None:
        waiting, self._waiting = self._waiting, []
        if not waiting:
            raise faults.empty()
        place = head_of([kept for _line, kept, _width in waiting])
        self.head_line, names, _width = waiting[place]
        _packed(names)
        self.head = tuple(" ".join(name.split()) for name in names)
        for line, kept, width in waiting[place + 1 :]:
            self._keep(line, kept, width)

    def _keep(self, line: int, kept: list[str], width: int) -> None:
        assert self.head is not None
        if len(self.packed) == faults.MOST_ROWS:
            raise faults.too_long()
        packed = _packed(kept)
        self._signs += len(packed)
        if self._signs > faults.UNPACKED:
            raise faults.too_large(faults.UNPACKED)
        if not self.grows and not width >= len(self.head) >= len(kept):
            self.uneven.append(len(self.packed))
        self._widest = max(self._widest, len(kept))
        self.packed.append(packed)
        self.lines.append(line)


def clean(text: str) -> str:
    """A cell without spaces around it, with one kind of line break, and without the guard of a spreadsheet.

    That guard is the apostrophe that our own lists put before a text which would be computed. Who mends such a list and
    loads it again gets his own texts back.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.strip()
    return text[1:].lstrip() if text[:1] == "'" and _GUARDED.match(text) else text


def head_of(rows: Sequence[Sequence[str]]) -> int:
    """Which of these rows has the names of the columns: the first that is nearly full of words, or else the fullest."""
    filled = [sum(map(bool, row)) for row in rows]
    enough = max(filled) * _ENOUGH
    for place, row in enumerate(rows):
        if filled[place] >= enough and all(map(_named, filter(None, row))):
            return place
    return filled.index(max(filled))


def _named(cell: str) -> bool:
    return "@" not in cell and any(sign.isalpha() for sign in cell)


def _packed(cells: Sequence[str]) -> str:
    packed = _SEPARATOR.join(cells)
    if (found := CONTROL.findall(packed)) and found != [_SEPARATOR] * (len(cells) - 1):
        raise faults.binary()
    return packed
