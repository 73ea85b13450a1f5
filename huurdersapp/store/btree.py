"""Rows out of single pages of SQLite, without the trees that they hang in (sqlite.org/fileformat2.html)."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from huurdersapp.store.pagefile import USABLE

Value = str | bytes | int | float | None
Read = Callable[[int], bytes | None]
"""Gives the plain bytes of a page, None for a damaged one."""

INDEX_INNER, TABLE_INNER, INDEX_LEAF, TABLE_LEAF = 0x02, 0x05, 0x0A, 0x0D
_FIXED = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Bytes of a whole number, by its type in a row."""


class Unreadable(Exception):
    """A row of which a part lies on a damaged page."""


@dataclass(frozen=True, slots=True)
class Found:
    """A row: its number in a table that has them (None in an index or a table without), and its values in order."""

    rowid: int | None
    values: tuple[Value, ...]


def kind(page: bytes, number: int) -> int:
    """What sort of page it is, by the first byte of its header."""
    return page[100 if number == 1 else 0]


def _cells(page: bytes, number: int) -> list[int]:
    begin = 100 if number == 1 else 0
    count = int.from_bytes(page[begin + 3 : begin + 5])
    first = begin + (12 if page[begin] in (INDEX_INNER, TABLE_INNER) else 8)
    return list(struct.unpack_from(f">{count}H", page, first))


def children(page: bytes, number: int) -> list[int]:
    """The pages below one in the middle of a tree; none for a leaf."""
    begin = 100 if number == 1 else 0
    if page[begin] not in (INDEX_INNER, TABLE_INNER):
        return []
    below = [int.from_bytes(page[cell : cell + 4]) for cell in _cells(page, number)]
    return [*below, int.from_bytes(page[begin + 8 : begin + 12])]


def rows(page: bytes, number: int, read: Read) -> Iterator[Found | None]:
    """The rows on a page; None for each of which a part is lost. `read` gives the pages that long ones go on on."""
    sort = kind(page, number)
    if sort not in (INDEX_INNER, INDEX_LEAF, TABLE_LEAF):
        return
    for cell in _cells(page, number):
        try:
            yield _row(page, cell + 4 if sort == INDEX_INNER else cell, sort, read)
        except (Unreadable, IndexError, struct.error, UnicodeDecodeError):
            yield None


def _row(page: bytes, place: int, sort: int, read: Read) -> Found:
    size, place = _varint(page, place)
    rowid = None
    if sort == TABLE_LEAF:
        rowid, place = _varint(page, place)
        if rowid >= 1 << 63:
            rowid -= 1 << 64
    return Found(rowid, record(_payload(page, place, size, sort, read)))


def _payload(page: bytes, place: int, size: int, sort: int, read: Read) -> bytes:
    """The bytes of a row; those that do not fit on its page lie on a chain of others."""
    most = USABLE - 35 if sort == TABLE_LEAF else (USABLE - 12) * 64 // 255 - 23
    if size <= most:
        return page[place : place + size]
    least = (USABLE - 12) * 32 // 255 - 23
    here = least + (size - least) % (USABLE - 4)
    here = here if here <= most else least
    parts, left = [page[place : place + here]], size - here
    after = int.from_bytes(page[place + here : place + here + 4])
    while left > 0:
        if (more := read(after)) is None:
            raise Unreadable
        parts.append(more[4 : 4 + min(left, USABLE - 4)])
        left -= USABLE - 4
        after = int.from_bytes(more[:4])
    return b"".join(parts)


def record(data: bytes) -> tuple[Value, ...]:
    """The values of one row."""
    end, place = _varint(data, 0)
    sorts, body, values = [], end, []
    while place < end:
        sort, place = _varint(data, place)
        sorts.append(sort)
    for sort in sorts:
        value, body = _value(data, body, sort)
        values.append(value)
    return tuple(values)


def _value(data: bytes, place: int, sort: int) -> tuple[Value, int]:
    if sort in (0, 8, 9):
        return (None if sort == 0 else sort - 8), place
    size = _FIXED.get(sort) or (8 if sort == 7 else (sort - 12) // 2)
    raw: Any = data[place : place + size]
    if sort in (10, 11) or len(raw) != size:
        raise Unreadable
    if sort in _FIXED:
        return int.from_bytes(raw, signed=True), place + size
    if sort == 7:
        return struct.unpack(">d", raw)[0], place + size
    return (bytes(raw).decode() if sort % 2 else bytes(raw)), place + size


def _varint(data: bytes, place: int) -> tuple[int, int]:
    value = 0
    for more in range(8):
        byte = data[place + more]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + more + 1
    return value << 8 | data[place + 8], place + 9
