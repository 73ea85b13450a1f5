"""A look at a packed workbook (xlsx, ods) before a library opens it.

The library is written in Rust: it does not execute or fetch anything, but it makes every cell of the rectangle around
a sheet, and where memory ends it ends the whole program. So what it will make is counted here first, by going over all
parts with expat. That also finds parts that are damaged, are longer than they say, or define entities of their own.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from array import array
from collections.abc import Sequence
from copy import copy
from xml.parsers import expat

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.base.tables import faults

XLSX, ODS = "xl/workbook.xml", "content.xml"
_PIECE = 1024 * 1024
_ENCRYPTED = 0x1
_SMALL = 1024 * 1024
"""Bytes that may be packed to any size."""
_MOST_PARTS = 10_000
_DIGITS = "0123456789"
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError)


def examine(data: bytes) -> Job[None]:
    """Raises UserError when this zip is no workbook, or one that cannot be read safely."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _FAULTS as fault:
        raise faults.damaged() from fault
    with archive:
        parts = archive.infolist()
        _kind({part.filename for part in parts})
        _headers(parts, len(data), archive.comment)
        look = _Look()
        for part in parts:
            try:
                yield from _part(archive, part, look)
            except _FAULTS as fault:
                raise faults.damaged() from fault
        look.finish()


def _kind(names: set[str]) -> None:
    if XLSX in names or (ODS in names and "word/document.xml" not in names):
        return
    if "xl/workbook.bin" in names:
        raise faults.no_table(
            _("Het is een Excel-bestand in een vorm die niet gaat. Bewaar het in Excel als xlsx.")
        )
    if "word/document.xml" in names:
        raise faults.no_table(_("Het is een brief of verslag. Zet de tabel in Excel en bewaar die als xlsx."))
    raise faults.no_table(_("Het is een ingepakt bestand. Pak het uit en kies de lijst die erin zit."))


def _headers(parts: Sequence[zipfile.ZipInfo], size: int, comment: bytes) -> None:
    """What the zip says of itself. A comment, or a name that stands twice, could show another reader other parts."""
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise faults.password()
    unpacked = sum(part.file_size for part in parts)
    if unpacked > faults.UNPACKED:
        raise faults.too_large(faults.UNPACKED)
    if any(part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for part in parts):
        raise faults.damaged()
    if comment or len(parts) > _MOST_PARTS or len({part.filename for part in parts}) < len(parts):
        raise faults.damaged()
    if any(part.file_size > max(_SMALL, faults.RATIO * part.compress_size) for part in parts):
        raise faults.damaged()


def _part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, look: _Look) -> Job[None]:
    # Python reads no further than the size that is stated. Stating more makes it go on to the true end.
    whole = copy(part)
    whole.file_size = faults.UNPACKED + 1
    parser = look.parser() if part.filename.endswith((".xml", ".rels")) else None
    read = 0
    with archive.open(whole) as file:
        while piece := file.read(_PIECE):
            read += len(piece)
            if read > part.file_size:
                raise faults.damaged()
            if parser is not None:
                look.feed(parser, piece)
            yield Progress(0, None, _("Lijst bekijken"))
    if read != part.file_size:
        raise faults.damaged()
    if parser is not None:
        look.feed(parser, b"", last=True)


class _Look:
    """Goes over the parts of a workbook and counts what a reader would make of it."""

    def __init__(self) -> None:
        self._texts = array("L")
        """Signs of each text that cells of xlsx refer to."""
        self._asked = array("L")
        """The texts that are referred to, one for each cell that does."""

    def parser(self) -> expat.XMLParserType:
        """Begins with a new part. What it holds is told by an element near its beginning."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse

        def start(tag: str, notes: dict[str, str]) -> None:
            name = tag.rpartition(":")[2]
            if name == "encryption-data":
                raise faults.password()
            part: _Sheet | _Shared | _Document
            if name == "sheetData":
                part = _Sheet(self._asked)
            elif name == "sst":
                if int(notes.get("uniqueCount", "0")) > faults.MOST_CELLS:
                    raise faults.damaged()  # the library makes room for as many
                part = _Shared(self._texts)
            elif name == "spreadsheet":
                part = _Document()
                parser.EndElementHandler = part.end
            else:
                return
            parser.StartElementHandler = part.start
            parser.CharacterDataHandler = part.text

        parser.StartElementHandler = start
        return parser

    def feed(self, parser: expat.XMLParserType, piece: bytes, last: bool = False) -> None:
        """Some more of the part."""
        try:
            parser.Parse(piece, last)
        except (expat.ExpatError, LookupError) as fault:  # the last is for letters that nobody knows
            raise faults.damaged() from fault

    def finish(self) -> None:
        """All parts were seen: do the cells together ask for more text than fits?"""
        known = len(self._texts)
        if sum(self._texts[place] for place in self._asked if place < known) > faults.UNPACKED:
            raise faults.too_large(faults.UNPACKED)


def _refuse(*told: object) -> None:
    """A list has no use for definitions of its own; they serve to blow up a file, or to fetch another."""
    raise faults.damaged()


class _Shared:
    """The texts of an xlsx, to which its cells refer."""

    def __init__(self, texts: array[int]) -> None:
        self._texts = texts

    def start(self, tag: str, notes: dict[str, str]) -> None:
        if tag == "si" or tag.endswith(":si"):
            self._texts.append(0)
        elif tag.endswith("sheetData"):
            raise faults.damaged()

    def text(self, text: str) -> None:
        if self._texts:
            self._texts[-1] += len(text)


class _Sheet:
    """The cells of one sheet of an xlsx. A cell tells its place, or follows the one before it.

    A million cells go through here: this is what reading an xlsx waits for.
    """

    def __init__(self, asked: array[int]) -> None:
        self._asked = asked
        self._columns: dict[str, int] = {}
        self._row = self._column = 0
        self._height = self._width = 0
        self._refers = False
        self._number = ""

    def start(self, tag: str, notes: dict[str, str]) -> None:
        if self._number:
            self._ask()
        name = tag if ":" not in tag else tag.rpartition(":")[2]
        if name == "c":
            self._refers = notes.get("t") == "s"
            place = notes.get("r")
            if place is None:
                self._column += 1
                return
            letters = place.rstrip(_DIGITS)
            self._column = self._columns.get(letters) or self._learn(letters)
            self._row = int(place[len(letters) :])
        elif name in ("v", "is", "f"):
            if self._row > self._height or self._column > self._width:
                self._height = max(self._height, self._row)
                self._width = max(self._width, self._column)
                check_size(self._height, self._width)
        elif name == "row":
            self._row = int(notes["r"]) if "r" in notes else self._row + 1
            self._column = 0
            self._refers = False
        elif name == "sst":
            raise faults.damaged()

    def text(self, text: str) -> None:
        if self._refers:
            self._number += text

    def _ask(self) -> None:
        """The cell that has just ended showed the shared text of this number."""
        if number := self._number.strip():
            if len(self._asked) >= faults.MOST_CELLS:
                raise faults.too_wide()
            self._asked.append(min(max(0, int(number)), 2**31))
        self._number = ""

    def _learn(self, letters: str) -> int:
        column = 0
        for letter in letters.upper()[:7]:
            column = column * 26 + ord(letter) - 64
        self._columns[letters] = max(1, column)
        return self._columns[letters]


class _Document:
    """The sheets of an ods. A cell, and a row, may tell how many times it stands there."""

    def __init__(self) -> None:
        self._height = self._width = self._cells = self._signs = 0
        self._row = self._column = self._row_times = self._cell_times = 0
        self._row_signs = 0
        self._filled = 0
        self._inside = False

    def start(self, tag: str, notes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2]
        if name in ("table-cell", "covered-table-cell"):
            self._cell_times = _times(notes, "table:number-columns-repeated")
            self._column += self._cell_times
            self._inside = True
            if any(note.endswith((":value-type", ":formula")) for note in notes):
                self._fill(sum(map(len, notes.values())))
        elif name == "table-row":
            self._row_times = _times(notes, "table:number-rows-repeated")
            self._row += self._row_times
            self._column = self._filled = self._row_signs = 0
        elif name == "table":
            self._row = self._height = self._width = 0
        elif name == "p" and self._inside:
            self._fill(1)

    def text(self, text: str) -> None:
        if self._inside:
            self._row_signs += len(text) * self._cell_times

    def end(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name in ("table-cell", "covered-table-cell"):
            self._inside = False
        elif name == "table-row" and self._filled:
            self._height, self._width = self._row, max(self._width, self._filled)
            check_size(self._height, self._width, self._cells)
            self._signs += self._row_signs * self._row_times
            if self._signs > faults.UNPACKED:
                raise faults.too_large(faults.UNPACKED)
        elif name == "table":
            self._cells += self._height * self._width

    def _fill(self, signs: int) -> None:
        self._filled = self._column
        self._row_signs += signs * self._cell_times


def _times(notes: dict[str, str], name: str) -> int:
    return max(1, int(notes.get(name, "1")))


def check_size(height: int, width: int, others: int = 0) -> None:
    """Raises UserError when the rectangle around the cells of a sheet is too large to be made."""
    if height > faults.MOST_ROWS + 100:  # with what may stand above the list
        raise faults.too_long()
    if height * width + others > faults.MOST_CELLS:
        raise faults.too_wide()
