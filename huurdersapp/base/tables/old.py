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
_WIDE, _SPOKEN, _STYLED = 1, 4, 8
"""What a text says of itself: two bytes for each sign, and things that come after it."""
_STRIDE = 100_000
_HEADER = struct.Struct("<HH")
_CELL = struct.Struct("<HHHI")
"""Row, column, style, and for a text its number."""


def examine(data: bytes) -> Job[None]:
    """Raises UserError when this is no workbook, is locked, or would be too large to be made."""
    yield from _records(_stream(data))


def _stream(data: bytes) -> bytes:
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as parts:
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


def _records(stream: bytes) -> Job[None]:
    place = count = height = width = cells = 0
    asked = array("L")
    texts: list[bytes] = []
    before = 0
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
        elif kind == _BEGIN:
            cells, height, width = cells + height * width, 0, 0
        check_size(height, width, cells)
        before = kind
        place += length
        count += 1
        if count % _STRIDE == 0:
            yield Progress(place, len(stream), _("Lijst bekijken"))
    _check_texts(texts, asked)


def _check_texts(pieces: list[bytes], asked: array[int]) -> None:
    """Raises UserError when the cells together show more text than fits; few cells never do."""
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
    return max(0, last - first), max(0, right - left)
