"""A look at an old workbook (xls) before a library opens it, for the reason that `archive` tells.

Such a file is a small file system (olefile reads it) with one stream of records: a kind, a length, and so many bytes.
Source of the numbers: Microsoft, [MS-XLS] 2.3.1, 2.4 and 2.5.293 (2024).
"""

from __future__ import annotations

import io
import struct
from array import array
from collections.abc import Iterator

import olefile

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.base.tables import faults
from huurdersapp.base.tables.archive import check_size

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = ("Workbook", "Book")
_CELLS = frozenset([0x06, 0xBD, 0xBE, 0xD6, 0xFD, 0x201, 0x203, 0x204, 0x205, 0x206, 0x27E, 0x406])
"""Kinds of record that begin with the row and the column of a cell, counted from 0."""
_BEGIN, _SIZE, _PASSWORD, _TEXT, _TEXTS, _MORE = 0x809, 0x200, 0x2F, 0xFD, 0xFC, 0x3C
_END, _SHEET = 0x0A, 0x85
_WIDE, _SPOKEN, _STYLED = 1, 4, 8
"""What a text says of itself: two bytes for each sign, and things that come after it."""
_STRIDE = 100_000
_SECTOR = 512
"""Bytes of the smallest part that such a file is made of."""
_MOST_MINI = 1_000
"""Sectors that tell where small streams lie: one for each 8 kB of them."""
_LAST = 0xFFFFFFFA
"""From here on the number of a sector means something else, such as the end of a chain."""
_HEADER = struct.Struct("<HH")
_CELL = struct.Struct("<HHHI")
"""Row, column, style, and for a text its number."""


def examine(data: bytes) -> Job[None]:
    """Raises UserError when this is no workbook, is locked, or would be too large to be made."""
    yield from _records(_stream(data))


def _stream(data: bytes) -> bytes:
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as parts:
            _believable(parts, data)
            if parts.exists("EncryptedPackage"):
                raise faults.password()
            name = next((name for name in _STREAMS if parts.exists(name)), None)
            if name is None:
                raise faults.no_table(
                    _("Het is een ander soort Office-bestand. Zet de tabel in Excel en bewaar die als xlsx.")
                )
            content: bytes = parts.openstream(name).read(faults.LARGEST)
            return content
    except (OSError, ValueError, IndexError, KeyError, struct.error, RecursionError, TypeError) as fault:
        raise faults.damaged() from fault


def _believable(parts: olefile.OleFileIO, data: bytes) -> None:
    """The library makes room for as much as the file says it has, and follows its chains until they end."""
    most = len(data) // _SECTOR
    sizes = [entry.size for entry in parts.direntries if entry is not None]
    if max(sizes, default=0) > len(data) or parts.num_fat_sectors > most:
        raise faults.damaged()
    if parts.num_mini_fat_sectors > _MOST_MINI:
        raise faults.damaged()
    sector, seen = parts.first_dir_sector, 0
    while sector < _LAST:
        sector, seen = parts.fat[sector], seen + 1
        if seen > most:
            raise faults.damaged()
    sector, seen = parts.first_difat_sector, 0
    while sector < _LAST:
        end = (sector + 2) * parts.sector_size
        sector, seen = int.from_bytes(data[end - 4 : end], "little"), seen + 1
        if seen > most or end > len(data):
            raise faults.damaged()


def _records(stream: bytes) -> Job[None]:
    asked = array("L")
    texts: list[bytes] = []
    begins: set[int] = set()
    sheets: list[int] = []
    place = count = height = width = cells = before = depth = 0
    while place + _HEADER.size <= len(stream):
        kind, length = _HEADER.unpack_from(stream, place)
        place += _HEADER.size
        if kind == _PASSWORD:
            raise faults.password()
        if kind in _CELLS and place + _CELL.size <= len(stream):
            row, column, _style, text = _CELL.unpack_from(stream, place)
            height, width = max(height, row + 1), max(width, column + 1)
            if kind == _TEXT:
                asked.append(text)
        elif kind == _TEXTS or (kind == _MORE and before == _TEXTS):
            texts.append(stream[place : place + length])
            kind = _TEXTS
        elif kind == _SIZE:
            check_size(*_stated(stream[place : place + length]))
        elif kind == _SHEET:
            sheets.append(int.from_bytes(stream[place : place + 4], "little"))
        elif kind == _BEGIN:
            if depth == 0:  # else it is a chart within the sheet
                begins.add(place - _HEADER.size)
                cells, height, width = cells + height * width, 0, 0
            depth += 1
        elif kind == _END:
            depth = max(0, depth - 1)
        check_size(height, width, cells)
        before = kind
        place += length
        count += 1
        if count % _STRIDE == 0:
            yield Progress(place, len(stream), _("Lijst bekijken"))
    if len(set(sheets)) < len(sheets) or not begins.issuperset(sheets):
        raise faults.damaged()
    _check_texts(texts, asked)


def _check_texts(pieces: list[bytes], asked: array[int]) -> None:
    """Raises UserError when the cells together show more text than fits; few cells never do."""
    stated = int.from_bytes(pieces[0][4:8], "little") if pieces else 0
    if stated > sum(map(len, pieces)):
        raise faults.damaged()
    if len(asked) * min(faults.LONGEST_CELL, sum(map(len, pieces))) <= faults.UNPACKED:
        return
    try:
        lengths = array("L", _lengths(pieces))
    except (struct.error, IndexError) as fault:
        raise faults.damaged() from fault
    known = len(lengths)
    if sum(lengths[place] for place in asked if place < known) > faults.UNPACKED:
        raise faults.too_large(faults.UNPACKED)


def _lengths(pieces: list[bytes]) -> Iterator[int]:
    """The signs of each text. Where a text goes on in a next piece, that begins with the width of its signs."""
    number, place = 0, 8
    while number < len(pieces):
        if place >= len(pieces[number]):
            number, place = number + 1, place - len(pieces[number])
            continue
        piece = pieces[number]
        signs, flags = struct.unpack_from("<HB", piece, place)
        place += 3
        rest = 0
        if flags & _STYLED:
            rest += 4 * int.from_bytes(piece[place : place + 2], "little")
            place += 2
        if flags & _SPOKEN:
            rest += int.from_bytes(piece[place : place + 4], "little")
            place += 4
        yield signs
        while (fitting := (len(pieces[number]) - place) // (1 + (flags & _WIDE))) < signs:
            signs -= fitting
            number, place = number + 1, 1
            flags = pieces[number][0]
        place += signs * (1 + (flags & _WIDE)) + rest


def _stated(content: bytes) -> tuple[int, int]:
    """Rows and columns that a sheet says it has, in the form of Excel 97 or of before."""
    if len(content) >= 14:
        first, last, left, right = struct.unpack_from("<IIHH", content)
    elif len(content) >= 10:
        first, last, left, right = struct.unpack_from("<HHHH", content)
    else:
        return 0, 0
    if last and right and (last < first or right < left):
        raise faults.damaged()
    return last - first, right - left
