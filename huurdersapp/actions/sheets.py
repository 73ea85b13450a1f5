"""Rows of a list as a file that a Dutch spreadsheet opens: CSV and Excel, with real dates and numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from huurdersapp.records.spec import Field, RecordSpec

Rows = Iterable[list[Any]]
_DANGEROUS = ("=", "+", "-", "@", "\t", "＝", "＋", "－", "＠")
"""Signs at the beginning of a cell that make a spreadsheet compute instead of show."""


def to_csv(spec: RecordSpec, items: Sequence[Field], rows: Rows, mark: str | None) -> bytes:
    """As Dutch Excel opens it: semicolons, decimal comma, UTF-8 with its mark; nothing that a sheet would compute."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    if mark:
        writer.writerow([mark])
    writer.writerow([item.key for item in items])
    for row in rows:
        writer.writerow([_csv_cell(item, value) for item, value in zip(items, row, strict=True)])
    return out.getvalue().encode("utf-8-sig")


def _csv_cell(item: Field, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return value.isoformat()
    if item.kind == "bedrag":
        return f"{Decimal(value) / 100:.2f}".replace(".", ",")
    if isinstance(value, int | Decimal):
        return str(value).replace(".", ",")
    text = str(value)
    return f"'{text}" if text.lstrip().startswith(_DANGEROUS) else text


def to_xlsx(spec: RecordSpec, items: Sequence[Field], rows: Rows, mark: str | None) -> bytes:
    """With real dates and numbers; text is never taken for a formula or a link."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "constant_memory": False})
    bold, days = book.add_format({"bold": True}), book.add_format({"num_format": "dd-mm-yyyy"})
    money = book.add_format({"num_format": "€ #,##0.00"})
    sheet = book.add_worksheet(str(spec.plural or spec.label)[:31])
    first = 0
    if mark:
        sheet.write_string(0, 0, mark, bold)
        first = 1
    for column, item in enumerate(items):
        sheet.write_string(first, column, item.key, bold)
    for line, row in enumerate(rows, first + 1):
        for column, (item, value) in enumerate(zip(items, row, strict=True)):
            if isinstance(value, bool):
                sheet.write_string(line, column, "ja" if value else "nee")
            elif isinstance(value, date):
                sheet.write_datetime(line, column, value, days)
            elif item.kind == "bedrag" and value is not None:
                sheet.write_number(line, column, value / 100, money)
            elif isinstance(value, int | Decimal):
                sheet.write_number(line, column, float(value))
            elif value is not None:
                sheet.write_string(line, column, str(value))
    sheet.freeze_panes(first + 1, 0)
    sheet.autofilter(first, 0, max(first, first + 1), max(len(items) - 1, 0))
    book.close()
    return out.getvalue()


WRITERS: dict[str, Callable[[RecordSpec, Sequence[Field], Rows, str | None], bytes]] = {
    ".csv": to_csv,
    ".xlsx": to_xlsx,
}
"""By the ending of the file."""
