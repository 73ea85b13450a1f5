"""Tables of a document read back from the files that were made of them, by other libraries than those that wrote them."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from python_calamine import CalamineWorkbook

from huurdersapp.reports.document import Document, Table, plain
from huurdersapp.reports.tables_file import csv_files, tables_of, write_xlsx
from huurdersapp.reports.tables_values import value_of

_CREATED = datetime(2026, 3, 5, 14, 30, tzinfo=UTC)


def check_tables(document: Document) -> None:
    """That each table is in the workbook and in a CSV file of its own, with in each cell what stands in it on paper."""
    tables = tables_of(document)
    sheets, files = sheets_of(document), [csv_rows(file) for file in csv_files(document)]
    assert len(files) == len(tables)
    if tables:
        assert len(sheets) == len(tables)
    above = 1 if document.mark else 0
    for table, sheet, rows in zip(tables, sheets if tables else [], files, strict=True):
        expected = _expected(table)
        heads = [_flat(head) for head in expected[0]]
        start = next(
            at for at, row in enumerate(sheet) if [_flat(str(cell)) for cell in row[: len(heads)]] == heads
        )
        for cells, row in zip(expected[1:], sheet[start + 1 :], strict=False):
            assert _same_row(row, cells), (row, cells)
        if document.mark:
            assert sheet[0][0] == rows[0][0] == document.mark
        assert [_plain(cell) for row in rows[above + 1 : above + 1 + len(expected)] for cell in row] == [
            _plain(cell) for row in expected for cell in row
        ]
        if table.note:
            assert _flat(rows[-1][0]) == _flat(str(sheet[-1][0])) == _flat(plain(table.note))


def sheets_of(document: Document) -> list[list[list[Any]]]:
    """The cells of each sheet of the workbook, as another library reads them."""
    stream = BytesIO()
    write_xlsx(document, stream, created=_CREATED)
    book = CalamineWorkbook.from_filelike(BytesIO(stream.getvalue()))
    return [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]


def csv_rows(data: bytes) -> list[list[str]]:
    """The rows of a CSV file as a Dutch spreadsheet reads them."""
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(data.decode("utf-8-sig").splitlines(keepends=True), delimiter=";"))


def _expected(table: Table) -> list[list[str]]:
    rows = [[column.head for column in table.columns]]
    rows += [[plain(cell) for cell in row] for row in table.rows]
    return rows if table.totals is None else [*rows, [plain(cell) for cell in table.totals]]


def _same_row(row: list[Any], cells: list[str]) -> bool:
    padded = [*row, *[""] * (len(cells) - len(row))]
    return all(_same(cell, text) for cell, text in zip(padded, cells, strict=False))


def _same(cell: Any, text: str) -> bool:
    """Whether a cell of a sheet holds what stands on paper; a number is compared as a number."""
    value = value_of(text)
    if isinstance(cell, date):
        return value.day == (cell.date() if isinstance(cell, datetime) else cell)
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return value.number is not None and abs(Decimal(str(cell)) - value.number) < Decimal("1e-9")
    return value.number is None and value.day is None and _flat(str(cell)) == _flat(text)


def _plain(text: str) -> str:
    """A cell of a CSV file or of paper, without what only looks: points between thousands, spaces, the mark of a text."""
    text = _flat(text.removeprefix("'"))
    value = value_of(text)
    return text if value.number is None else value.in_csv().replace(" ", "")


def _flat(text: str) -> str:
    return " ".join(text.replace("\u2011", "-").replace("\r", "").split())
