"""Lists in a text file: which letters, which separator, and then the csv module of Python.

What csv.Sniffer guesses is often wrong (it takes the letter that is most regular), so the separator is judged by the
head and by how many rows agree with it.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from math import log

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.base.tables import faults
from huurdersapp.base.tables.table import CONTROL, Builder, Table, head_of

ENCODINGS = {
    "utf-8": "utf-8-sig",
    "cp1252": "cp1252",
    "utf-16": "utf-16",
    "cp850": "cp850",
    "mac-roman": "mac_roman",
}
"""What may be asked for, and Python's name for it. The last two, of old programs and old Macs, are never guessed."""
SEPARATORS = (";", ",", "\t", "|")
STRIDE = 5_000
"""Rows between two reports of progress."""
_PIECE = 1024 * 1024
_LONGEST_LINE = 131_072
"""Signs; the csv module takes no longer cell."""
_LINES_IN_A_ROW = 1_000
_SAMPLE_LINES = 200
_SAMPLE_ROWS = 100
_AGREEING = 0.5
"""The part of the rows that must have the same number of columns."""
_TOLD = re.compile(r"sep=(.)\s*$", re.IGNORECASE)
"""The line with which a file tells Excel its separator."""


def reading_text(data: bytes, encoding: str | None, separator: str | None) -> Job[Table]:
    """The table in these bytes; raises UserError when they are no text, or no table."""
    if data[:1000].lstrip(codecs.BOM_UTF8 + b" \t\r\n").startswith(b"<"):
        raise faults.no_table(
            _("Het is een webpagina of een XML-bestand. Open het in Excel, bewaar het als xlsx en kies dat.")
        )
    encoding = yield from _encoding(data, encoding)
    sample = list(islice(_text(data, encoding), _SAMPLE_LINES))
    told = _TOLD.match(sample[0]) if sample else None
    if separator is None:
        separator = told[1] if told else _separator(sample)
    table = yield from _rows(_Lines(_text(data, encoding)), len(data), separator or ";", bool(told))
    return replace(table, encoding=encoding, separator=separator)


def _text(data: bytes, encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(data), encoding=ENCODINGS[encoding], newline="")


def _encoding(data: bytes, asked: str | None) -> Job[str]:
    """The letters as asked for, or the first that fit; looks at all of the file."""
    if asked is not None:
        tried: Sequence[str] = (asked,)
    elif data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        tried = ("utf-16",)
    else:
        tried = ("utf-8", "cp1252")
    for encoding in tried:
        try:
            yield from _look(data, encoding)
        except UnicodeError:
            continue
        return encoding
    raise faults.binary()


def _look(data: bytes, encoding: str) -> Job[None]:
    """Go over the whole text once; raises UnicodeError where it is other letters, UserError where it is no text."""
    text, left = _text(data, encoding), 0
    while piece := text.read(_PIECE):
        yield Progress(0, None, _("Lijst bekijken"))
        if CONTROL.search(piece):
            raise faults.binary()
        lengths = [len(line) for line in re.split(r"[\r\n]", piece)]
        lengths[0] += left
        if max(lengths) > _LONGEST_LINE:
            raise faults.ragged()
        left = lengths[-1]


def _separator(lines: list[str]) -> str | None:
    """What stands between the columns; None when each line is one column, raises UserError for loose text."""
    best = max((_Guess.of(lines, sign) for sign in SEPARATORS), key=_Guess.weight)
    if best.columns < 2 and not any(sign in line for sign in SEPARATORS for line in lines):
        return None
    if not best.columns:
        raise faults.empty()
    if best.columns < 2 or best.agreeing < _AGREEING:
        raise faults.ragged()
    return best.sign


@dataclass(frozen=True)
class _Guess:
    """How the first rows look when this sign stands between the columns."""

    sign: str
    columns: int
    agreeing: float
    """The part of the rows with so many columns."""
    named: float
    """The part of the cells of the first such row that could be names of columns."""

    @classmethod
    def of(cls, lines: list[str], sign: str) -> _Guess:
        rows: list[list[str]] = []
        try:
            reader = csv.reader(lines, delimiter=sign, skipinitialspace=True)
            rows += (row for row in islice(reader, _SAMPLE_ROWS) if any(map(str.strip, row)))
        except csv.Error:
            pass
        if not rows:
            return cls(sign, 0, 0, 0)
        ((columns, count),) = Counter(map(len, rows)).most_common(1)
        fitting = [row for row in rows if len(row) == columns][:10]
        names = [cell for cell in fitting[head_of(fitting)] if cell.strip()]
        others = set(SEPARATORS) - {sign, ","}  # a comma stands in many a name
        good = [cell for cell in names if re.search(r"[^\W\d]", cell) and not others & set(cell)]
        return cls(sign, columns, count / len(rows), len(good) / max(1, len(names)))

    def weight(self) -> tuple[float, float]:
        """More columns in more rows, but above all a head that is made of names, without another separator in them."""
        size = self.agreeing * log(max(1, self.columns))
        return size * self.named, size


class _Lines(Iterator[str]):
    """The lines of a text, counted, so that one quote too many does not swallow the rest of the file."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text
        self.signs = 0
        self.number = 0
        self.begin = 1
        """The line where the row begins that is being read."""

    def __next__(self) -> str:
        line = next(self._text)
        self.signs += len(line)
        self.number += 1
        if self.number - self.begin > _LINES_IN_A_ROW:
            raise faults.quotes(self.begin)
        return line


def _rows(lines: _Lines, size: int, separator: str, told: bool) -> Job[Table]:
    builder = Builder()
    if told:
        next(lines)
        lines.begin = 2
    reader = csv.reader(lines, delimiter=separator, skipinitialspace=True, strict=True)
    try:
        for count, cells in enumerate(reader, 1):
            builder.add(lines.begin, cells)
            lines.begin = lines.number + 1
            if count % STRIDE == 0:
                yield Progress(min(lines.signs, size), size, _("Lijst lezen"))
    except csv.Error as fault:
        raise faults.quotes(lines.begin) from fault
    return builder.table()
