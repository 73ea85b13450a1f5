"""Rows of a list as a file that a Dutch spreadsheet opens: CSV and Excel, with real dates and numbers."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from huurdersapp.base.csv_text import LONGEST_CELL, csv_bytes, defused
from huurdersapp.base.formats import day
from huurdersapp.base.i18n import gettext as _
from huurdersapp.records.spec import Field, RecordSpec

Rows = Sequence[list[Any]]
_FIRST_YEAR = 1900
"""Excel knows no day before this year."""


def example_mark(example: bool) -> str | None:
    """What stands above rows of which all is invented."""
    return _("VOORBEELD – verzonnen gegevens") if example else None


def euros(cents: int) -> str:
    """An amount of money with a decimal comma: 1234,50."""
    return f"{Decimal(cents) / 100:.2f}".replace(".", ",")


def decimal_comma(value: Decimal) -> str:
    """A number with a decimal comma, all its digits written out."""
    return f"{value:f}".replace(".", ",")


def to_csv(
    spec: RecordSpec, items: Sequence[Field], rows: Rows, mark: str | None, labels: bool = False
) -> bytes:
    """A column per field under its own name and days as ISO text; with `labels` under its label and days as
    05-03-2026. Nothing that a sheet would compute."""
    shown = day if labels else date.isoformat
    cells = ([_csv_cell(item, value, shown) for item, value in zip(items, row, strict=True)] for row in rows)
    return csv_bytes([_heads(items, labels), *cells], mark)


def _heads(items: Sequence[Field], labels: bool) -> list[str]:
    return [item.label if labels else item.key for item in items]


def _csv_cell(item: Field, value: Any, shown: Callable[[date], str]) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, date):
        return shown(value)
    if item.kind == "bedrag":
        return euros(value)
    if isinstance(value, Decimal):
        return decimal_comma(value)
    return str(value) if isinstance(value, int) else defused(str(value))


def to_xlsx(
    spec: RecordSpec, items: Sequence[Field], rows: Rows, mark: str | None, labels: bool = False
) -> bytes:
    """With real dates and numbers; text is never taken for a formula or a link."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    bold = book.add_format({"bold": True})
    formats = {
        "datum": book.add_format({"num_format": "dd-mm-yyyy"}),
        "bedrag": book.add_format({"num_format": "€ #,##0.00"}),
    }
    sheet = book.add_worksheet(str(spec.plural or spec.label)[:31])
    head = 1 if mark else 0
    if mark:
        sheet.write_string(0, 0, mark, bold)
    for column, (item, name) in enumerate(zip(items, _heads(items, labels), strict=True)):
        sheet.write_string(head, column, name, bold)
        for line, row in enumerate(rows, head + 1):
            _write_cell(sheet, (line, column), item, row[column], formats.get(item.kind))
    sheet.freeze_panes(head + 1, 0)
    sheet.autofilter(head, 0, head + len(rows), len(items) - 1)
    book.close()
    return out.getvalue()


def _write_cell(sheet: Any, place: tuple[int, int], item: Field, value: Any, form: Any) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_string(*place, _("ja") if value else _("nee"))
    elif isinstance(value, date) and value.year >= _FIRST_YEAR:
        sheet.write_datetime(*place, value, form)
    elif isinstance(value, int | Decimal):
        sheet.write_number(*place, value / 100 if item.kind == "bedrag" else float(value), form)
    else:
        sheet.write_string(*place, _fitting(str(value)))


def _fitting(text: str) -> str:
    """Excel refuses a longer text, and the cell would stay empty without a word."""
    if len(text) <= LONGEST_CELL:
        return text
    rest = " " + _("… (te lang voor Excel; de rest staat in het programma)")
    return text[: LONGEST_CELL - len(rest)] + rest


WRITERS: dict[str, Callable[[RecordSpec, Sequence[Field], Rows, str | None, bool], bytes]] = {
    ".csv": to_csv,
    ".xlsx": to_xlsx,
}
"""By the ending of the file."""
