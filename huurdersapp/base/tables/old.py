"""A look at an old workbook (xls) before a library opens it, for the reason that `archive` tells.

Such a file is a small file system (olefile reads it) with one stream of records: a kind, a length, and so many bytes.
Source of the numbers: Microsoft, [MS-XLS] 2.3.1 and 2.4 (2024).
"""

from __future__ import annotations

import io
import struct

import olefile

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.base.tables import faults
from huurdersapp.base.tables.archive import check_size

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = ("Workbook", "Book")
_CELLS = frozenset([0x06, 0xBD, 0xBE, 0xD6, 0xFD, 0x201, 0x203, 0x204, 0x205, 0x206, 0x27E, 0x406])
"""Kinds of record that begin with the row and the column of a cell, counted from 0."""
_BEGIN, _SIZE, _PASSWORD, _TEXT = 0x809, 0x200, 0x2F, 0xFD
_STRIDE = 100_000
_HEADER = struct.Struct("<HH")


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
    while place + _HEADER.size <= len(stream):
        kind, length = _HEADER.unpack_from(stream, place)
        place += _HEADER.size
        if kind == _PASSWORD:
            raise faults.password()
        if kind in _CELLS and place + _HEADER.size <= len(stream):
            row, column = _HEADER.unpack_from(stream, place)
            height, width = max(height, row + 1), max(width, column + 1)
        elif kind == _SIZE:
            check_size(*_stated(stream[place : place + length]))
        elif kind == _BEGIN:
            cells, height, width = cells + height * width, 0, 0
        check_size(height, width, cells)
        place += length
        count += 1
        if count % _STRIDE == 0:
            yield Progress(place, len(stream), _("Lijst bekijken"))


def _stated(content: bytes) -> tuple[int, int]:
    """Rows and columns that a sheet says it has, in the form of Excel 97 or of before."""
    if len(content) >= 14:
        first, last, left, right = struct.unpack_from("<IIHH", content)
    elif len(content) >= 10:
        first, last, left, right = struct.unpack_from("<HHHH", content)
    else:
        return 0, 0
    return max(0, last - first), max(0, right - left)
