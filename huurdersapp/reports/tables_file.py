"""Writes every table of a document for a spreadsheet: one workbook with a sheet for each, or a CSV file for each.

The cells are those of the paper. What is a number, an amount, a percentage or a day there is one in the sheet as well;
anything else stays the words that it is, and no text is ever taken for a formula or a link.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from huurdersapp.base.csv_text import LONGEST_CELL, csv_bytes, defused
from huurdersapp.reports.document import Document, Table, Text, plain
from huurdersapp.reports.fonts import named
from huurdersapp.reports.numbering import caption, numbered
from huurdersapp.reports.paper.deliver import deliver
from huurdersapp.reports.paper.furniture import running_title
from huurdersapp.reports.paper.metadata import LANGUAGE, PROGRAM, about
from huurdersapp.reports.tables_values import Value, value_of
from huurdersapp.reports.web.text import allowed, is_allowed
from huurdersapp.reports.written import Written

_LONGEST_NAME = 31
"""Signs in the name of a sheet."""
_NOT_IN_NAME = re.compile(r"[\[\]:*?/\\]|[^\x00-\uffff]")
"""What Excel refuses there, and signs that it counts double."""
_NARROWEST, _WIDEST = 9, 60
"""The width of a column, in signs."""
_DAY = (1980, 1, 1, 0, 0, 0)
_TOO_LONG = " … (te lang voor Excel)"
Form = Mapping[str, object]


def tables_of(document: Document) -> list[Table]:
    """The tables of a document, in the order in which they stand."""
    return [block for block in numbered(document).blocks if isinstance(block, Table)]


def csv_files(document: Document) -> list[bytes]:
    """For each table a CSV file: the mark of example data, the caption, the heads, the rows, the totals, the note."""
    return [csv_bytes(_csv_rows(table), document.mark) for table in tables_of(document)]


def write_xlsx(
    document: Document, target: str | os.PathLike[str] | BinaryIO, *, created: datetime
) -> Written:
    """Write the tables to a path or an open binary file; the same document and moment give the same bytes.

    A document without tables gives a workbook with one sheet that says so. Raises OSError where nothing can be written.
    """
    import xlsxwriter

    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    _set_facts(book, document, created)
    sheets = _Sheets(book, document)
    tables = tables_of(document)
    for number, table in enumerate(tables, 1):
        sheets.add(table, sheet_name(number, table.caption))
    if not tables:
        book.add_worksheet("Geen tabellen").write_string(0, 0, "Hierin staan geen tabellen.")
    book.close()
    deliver(_saved(out), target)
    signs = dict.fromkeys("".join(word for table in tables for word in _words(table)))
    return Written(0, tuple(named(sign) for sign in signs if sign != "\r" and not is_allowed(sign)))


def sheet_name(number: int, text: str) -> str:
    """The name of a sheet: its number, so that no two are the same, and as much of the caption as fits in whole words."""
    words = " ".join(_NOT_IN_NAME.sub(" ", _clean(text)).split())
    name = f"{number} {words}".strip()
    if len(name) > _LONGEST_NAME:
        cut = name[: _LONGEST_NAME + 1].rsplit(" ", 1)[0]
        name = cut if len(cut) > len(str(number)) else name[:_LONGEST_NAME]
    return name.strip("' ")


class _Sheets:
    """Puts tables into a workbook, with the looks that they share."""

    def __init__(self, book: Any, document: Document) -> None:
        self._book = book
        self._document = document
        self._forms: dict[tuple[tuple[str, object], ...], Any] = {}

    def _form(self, looks: Form) -> Any:
        key = tuple(sorted(looks.items()))
        if key not in self._forms:
            self._forms[key] = self._book.add_format({"valign": "top", **looks})
        return self._forms[key]

    def add(self, table: Table, name: str) -> None:
        """A sheet: what it is above, the heads that stay in sight, the rows, and the note below."""
        sheet = self._book.add_worksheet(name)
        bold = self._form({"bold": True})
        line = 0
        for words in filter(None, (self._document.mark, running_title(self._document), caption(table))):
            sheet.write_string(line, 0, _fitting(_clean(words)), bold)
            line += 1
        head = line
        for column, each in enumerate(table.columns):
            look = {"bold": True, "bottom": 1, "text_wrap": True, "align": each.align}
            sheet.write_string(head, column, _fitting(_clean(each.head)), self._form(look))
        totals = [] if table.totals is None else [table.totals]
        for line, row in enumerate((*table.rows, *totals), head + 1):
            self._row(sheet, line, table, row, is_total=line > head + len(table.rows))
        if table.note:
            last = head + len(table.rows) + len(totals)
            sheet.write_string(last + 2, 0, _fitting(_clean(plain(table.note))), self._form({"italic": True}))
        self._shape(sheet, table, head)

    def _row(self, sheet: Any, line: int, table: Table, row: Sequence[Text], *, is_total: bool) -> None:
        for column, (each, cell) in enumerate(zip(table.columns, row, strict=True)):
            value = value_of(_clean(plain(cell)))
            look: dict[str, object] = {"align": each.align}
            if is_total:
                look |= {"bold": True, "top": 1}
            _write(sheet, (line, column), value, look, self._form)

    def _shape(self, sheet: Any, table: Table, head: int) -> None:
        """Widths by what stands in the columns, the heads in sight and on each page."""
        rows = [row for row in (*table.rows, table.totals) if row is not None]
        for column, each in enumerate(table.columns):
            texts = [each.head, *(plain(row[column]) for row in rows)]
            widest = max(len(part) for text in texts for part in text.split("\n"))
            sheet.set_column(column, column, min(max(widest + 2, _NARROWEST), _WIDEST))
        sheet.freeze_panes(head + 1, int(table.row_heads and len(table.columns) > 1))
        sheet.repeat_rows(head)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)


def _write(sheet: Any, place: tuple[int, int], value: Value, look: Form, form: Any) -> None:
    if value.number is not None:
        sheet.write_number(*place, float(value.number), form({**look, "num_format": value.form}))
    elif value.day is not None:
        sheet.write_datetime(*place, value.day, form({**look, "num_format": value.form}))
    elif value.text:
        sheet.write_string(*place, _fitting(value.text), form({**look, "text_wrap": True}))


def _csv_rows(table: Table) -> Iterator[list[str]]:
    yield [_csv_text(caption(table))]
    yield [_csv_text(column.head) for column in table.columns]
    for row in (*table.rows, table.totals):
        if row is not None:
            yield [_csv_cell(cell) for cell in row]
    if table.note:
        yield [_csv_text(plain(table.note))]


def _csv_cell(cell: Text) -> str:
    value = value_of(_clean(plain(cell)))
    return _csv_text(value.text) if value.number is None else value.in_csv()


def _csv_text(text: str) -> str:
    """Words as they are; a single sign, such as a dash where nothing is, can be no formula."""
    text = _clean(text)
    return text if len(text) == 1 else defused(text)


def _words(table: Table) -> Iterator[str]:
    yield from (table.caption, plain(table.note or ""), *(column.head for column in table.columns))
    for row in (*table.rows, table.totals or ()):
        yield from map(plain, row)


def _clean(text: str) -> str:
    return allowed(text).replace("\u00a0", " ").replace("\u2011", "-")


def _fitting(text: str) -> str:
    """Excel refuses a longer text, and the cell would stay empty without a word."""
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(_TOO_LONG)] + _TOO_LONG


def _set_facts(book: Any, document: Document, created: datetime) -> None:
    """What the file says about itself; nothing of who or which machine made it."""
    facts = about(document, created)
    moment = created if created.tzinfo is None else created.astimezone(UTC).replace(tzinfo=None)
    said = {
        "title": facts.title,
        "subject": facts.subject,
        "author": facts.author,
        "keywords": ", ".join(facts.keywords),
    }
    book.set_properties({**{key: allowed(words)[:255] for key, words in said.items()}, "created": moment})


def _saved(book: BytesIO) -> bytes:
    """The file with its language, which the library has no call for; changed last by the program and by nobody else."""
    fixed = BytesIO()
    with ZipFile(book) as parts, ZipFile(fixed, "w") as archive:
        for name in parts.namelist():
            data = parts.read(name)
            if name == "docProps/core.xml":
                data = _with_language(data.decode("utf-8")).encode("utf-8")
            entry = ZipInfo(name, _DAY)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 0, 0o600 << 16
            archive.writestr(entry, data)
    return fixed.getvalue()


def _with_language(facts: str) -> str:
    facts = re.sub(
        r"<cp:lastModifiedBy>.*?</cp:lastModifiedBy>|<cp:lastModifiedBy/>",
        f"<cp:lastModifiedBy>{PROGRAM}</cp:lastModifiedBy>",
        facts,
        flags=re.DOTALL,
    )
    return facts.replace("</cp:coreProperties>", f"<dc:language>{LANGUAGE}</dc:language></cp:coreProperties>")
