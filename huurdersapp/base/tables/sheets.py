"""Lists in a workbook (xlsx, xls, ods): the library reads, here its values become texts."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from huurdersapp.base.i18n import gettext as _
from huurdersapp.base.jobs import Job, Progress
from huurdersapp.base.tables import archive, faults, old
from huurdersapp.base.tables.table import Builder, Table

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

STRIDE = 5_000
"""Rows between two reports of progress."""
_PANIC = "PanicException"
"""What a fault in Rust is called; it has no class that can be imported."""


def reading_sheet(data: bytes, sheet: str | None) -> Job[Table]:
    """The table on one sheet: the one asked for, else the first with something on it.

    Raises UserError when the workbook is damaged, locked or too large, and when the sheet is not there.
    """
    yield from (old.examine(data) if data.startswith(old.MAGIC) else archive.examine(data))
    yield Progress(0, None, _("Lijst openen"))
    with _library():
        book = _opened(data)
        names = _names(book)
    if sheet is not None and sheet not in names:
        raise faults.no_sheet(sheet)
    content = _chosen(book, (sheet,) if sheet is not None else names)
    table = yield from _rows(content)
    return replace(table, sheets=names, sheet=content.name)


def _chosen(book: CalamineWorkbook, names: tuple[str, ...]) -> CalamineSheet:
    """The first sheet that looks like a list; a sheet with a few words of explanation is the second choice."""
    second = None
    for name in names:
        with _library():
            content = book.get_sheet_by_name(name)
        if content.height > 1 and content.width > 1:
            return content
        if content.height and second is None:
            second = content
    if second is None:
        raise faults.empty()
    return second


@contextmanager
def _library() -> Iterator[None]:
    """Whatever the library finds wrong is damage, for a person."""
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except PasswordError as fault:
        raise faults.password() from fault
    except (CalamineError, ValueError, OverflowError) as fault:
        raise faults.damaged() from fault
    except BaseException as fault:
        if type(fault).__name__ != _PANIC:
            raise
        raise faults.damaged() from fault


def _opened(data: bytes) -> CalamineWorkbook:
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_filelike(io.BytesIO(data))


def _names(book: CalamineWorkbook) -> tuple[str, ...]:
    """The sheets that people see; all of them where none is shown."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    tables = [about for about in book.sheets_metadata if about.typ == SheetTypeEnum.WorkSheet]
    shown = [about.name for about in tables if about.visible == SheetVisibleEnum.Visible]
    return tuple(shown or [about.name for about in tables])


def _rows(content: CalamineSheet) -> Job[Table]:
    builder = Builder(grows=True)
    # Its rows begin at the top of the sheet, its columns where something stands.
    for line, cells in enumerate(_cells(content), 1):
        builder.add(line, [as_text(cell) for cell in cells])
        if line % STRIDE == 0:
            yield Progress(line, content.total_height, _("Lijst lezen"))
    return builder.table()


def _cells(content: CalamineSheet) -> Iterator[list[Any]]:
    with _library():
        yield from content.iter_rows()


def as_text(value: Any) -> str:
    """A cell as people would type it: 14, 12,5, 2019-03-04, 13:30, ja."""
    return value if type(value) is str else _WRITTEN.get(type(value), str)(value)


def _number(value: float) -> str:
    if value.is_integer():
        return str(int(value)) if abs(value) < 1e15 else f"{Decimal(repr(value)):f}"
    # Excel keeps 15 digits; the rest is how a computer writes 0,1.
    return f"{Decimal(format(value, '.15g')):f}".replace(".", ",")


def _moment(value: datetime) -> str:
    return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value.date()} {_time(value.time())}"


def _time(value: time) -> str:
    return value.isoformat("seconds" if value.second else "minutes")


def _span(value: timedelta) -> str:
    minutes = round(value.total_seconds() / 60)
    return f"{'-' * (minutes < 0)}{abs(minutes) // 60}:{abs(minutes) % 60:02d}"


_WRITTEN: dict[type, Callable[[Any], str]] = {
    bool: lambda value: "ja" if value else "nee",
    float: _number,
    datetime: _moment,
    date: date.isoformat,
    time: _time,
    timedelta: _span,
}
