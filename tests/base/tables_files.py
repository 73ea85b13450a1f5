"""Lists as files, good ones and bad ones, for the tests of `base.tables`."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from huurdersapp.base.errors import UserError
from huurdersapp.base.tables import Table, read_table

WORKBOOK = """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
<sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>"""
_PLACES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BEGIN = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{_PLACES}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
RELATIONS = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="{_PLACES}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="{_PLACES}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="xml" ContentType="application/xml"/></Types>"""
_ODS = "urn:oasis:names:tc:opendocument:xmlns"


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def bare_xlsx(rows: str, shared: str = "", begin: str = "", **more: str) -> bytes:
    """A workbook of which the rows, and the texts they refer to, are written out as XML."""
    return packed(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": BEGIN,
            "xl/workbook.xml": WORKBOOK,
            "xl/_rels/workbook.xml.rels": RELATIONS,
            "xl/worksheets/sheet1.xml": f'{begin}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>',
            "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{shared}</sst>',
            **more,
        }
    )


def xlsx(sheets: Mapping[str, Sequence[Sequence[Any]]], formats: Mapping[type, str] | None = None) -> bytes:
    """A workbook as a spreadsheet program writes it."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    kinds = {kind: book.add_format({"num_format": form}) for kind, form in (formats or {}).items()}
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for line, row in enumerate(rows):
            for column, value in enumerate(row):
                if type(value) in kinds:
                    sheet.write_datetime(line, column, value, kinds[type(value)])
                elif isinstance(value, str):
                    sheet.write_string(line, column, value)
                elif value is not None:
                    sheet.write(line, column, value)
    book.close()
    return out.getvalue()


def ods(tables: str, manifest: str = "<manifest/>") -> bytes:
    """An OpenDocument file; `tables` is XML."""
    content = (
        f'<office:document-content xmlns:office="{_ODS}:office:1.0" xmlns:table="{_ODS}:table:1.0"'
        f' xmlns:text="{_ODS}:text:1.0"><office:body><office:spreadsheet>{tables}</office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": manifest,
            "content.xml": content,
        }
    )


def ods_table(name: str, rows: Sequence[Sequence[str]]) -> str:
    """A sheet of texts as an office program ends it: with a million empty cells and rows that are only counted."""
    lines = []
    for row in rows:
        cells = [
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
            if cell
            else "<table:table-cell/>"
            for cell in row
        ]
        rest = f'<table:table-cell table:number-columns-repeated="{16384 - len(row)}"/>'
        lines.append(f"<table:table-row>{''.join(cells)}{rest}</table:table-row>")
    end = (
        f'<table:table-row table:number-rows-repeated="{1048576 - len(rows)}">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    return f'<table:table table:name="{name}">{"".join(lines)}{end}</table:table>'


def ods_times(rows: int, columns: int, text: str = "x") -> str:
    """A sheet of one text that stands there so many times."""
    return (
        f'<table:table table:name="a"><table:table-row table:number-rows-repeated="{rows}">'
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{columns}">'
        f"<text:p>{text}</text:p></table:table-cell></table:table-row></table:table>"
    )


class Reader:
    """Reads bytes or text as a file in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(
        self,
        content: bytes | str,
        *,
        name: str = "lijst.csv",
        sheet: str | None = None,
        encoding: str | None = None,
        separator: str | None = None,
    ) -> Table:
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_table(path, sheet=sheet, encoding=encoding, separator=separator)

    def refused(self, content: bytes | str, words: str, **how: Any) -> None:
        """It is no list, and a sentence with these words and a way to mend it says so."""
        with pytest.raises(UserError) as told:
            self(content, **how)
        assert words in told.value.sentence()
        assert told.value.hint
