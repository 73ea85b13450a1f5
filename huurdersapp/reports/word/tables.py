"""Tables in a Word file, and the two places where a table only puts things side by side."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from docx.table import Table as WordTable

from huurdersapp.reports.document import TICK, Align, KeyFigure, Signatures, Table
from huurdersapp.reports.paper.style import ACCENT, CELL, GREY, TEXT_WIDTH
from huurdersapp.reports.paper.tables import columns_of, side_of
from huurdersapp.reports.word.styles import KEYS, SIGNERS, TABLE
from huurdersapp.reports.word.text import add_line, add_text, allowed, line, make, xml_of

_ALIGN: dict[Align, WD_ALIGN_PARAGRAPH | None] = {
    "left": None,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
}
_SHORT = 9
"""A table of so many lines stays on one page; of a longer one the head stays with the first row."""
_TICK_SIZE = Pt(16)
"""The sign of a box as large as the box on paper."""
_SIGNERS_PER_ROW = 2
_SIGN_ROOM = 44


def add_table(document: WordDocument, block: Table) -> None:
    """A table whose head returns on each page; widths and letters are those of the paper."""
    body = [*block.rows, block.totals] if block.totals is not None else list(block.rows)
    grid = columns_of(block.columns, body, TEXT_WIDTH)
    size = None if grid.size == CELL.size else Pt(grid.size)
    lines = [tuple(column.head for column in block.columns), *body]
    table = new_grid(document, len(lines), grid.widths, TABLE)
    kept = len(lines) - 1 if len(lines) <= _SHORT else 1
    for number, (row, cells) in enumerate(zip(table.rows, lines, strict=True)):
        strong = number == 0 or cells is block.totals
        for cell, text, column in zip(row.cells, cells, block.columns, strict=True):
            (paragraph,) = cell.paragraphs
            paragraph.style = "Tabeltekst"
            paragraph.alignment = _ALIGN[side_of(text, column.align)]
            paragraph.paragraph_format.keep_with_next = number < kept or None
            add_text(paragraph, text, bold=strong, size=_TICK_SIZE if text == TICK else size)
    xml_of(table.rows[0]).get_or_add_trPr().append(make("tblHeader"))
    properties = xml_of(table).tblPr
    properties.remove(properties.xpath("w:tblLook")[0])
    special = {"firstRow": 1, "lastRow": int(block.totals is not None), "firstColumn": int(block.row_heads)}
    properties.append(make("tblLook", **special, lastColumn=0, noHBand=1, noVBand=1))
    properties.append(make("tblCaption", val=allowed(block.caption)))


def add_key_table(document: WordDocument, items: Sequence[KeyFigure]) -> None:
    """A row of large numbers with their words below them."""
    table = new_grid(document, 1, [TEXT_WIDTH / len(items)] * len(items), KEYS)
    for cell, item in zip(table.rows[0].cells, items, strict=True):
        (paragraph,) = cell.paragraphs
        paragraph.style = "Kerncijfer"
        add_text(paragraph, item.value)
        add_text(cell.add_paragraph(style="Uitleg kerncijfer"), item.label)
        bar = make("tcBorders")
        bar.append(line("left", ACCENT, 24))
        xml_of(cell).get_or_add_tcPr().append(bar)


def add_sign_table(document: WordDocument, block: Signatures) -> None:
    """Places to sign, two beside each other, with a line above each name."""
    rows = -(-len(block.signers) // _SIGNERS_PER_ROW)
    if not rows:
        return
    table = new_grid(document, rows, [TEXT_WIDTH / _SIGNERS_PER_ROW] * _SIGNERS_PER_ROW, SIGNERS)
    cells = [cell for row in table.rows for cell in row.cells]
    for cell in cells:
        cell.paragraphs[0].style = "Ondertekening"
    for cell, (name, role) in zip(cells, block.signers, strict=False):
        (paragraph,) = cell.paragraphs
        add_line(paragraph, "top", GREY, 6)
        paragraph.paragraph_format.space_before = Pt(_SIGN_ROOM)
        paragraph.paragraph_format.right_indent = Pt(24)
        add_text(paragraph, name, bold=True)
        if role:
            add_text(paragraph, f"\n{role}")


def new_grid(document: WordDocument, rows: int, widths: Sequence[float], style: str) -> WordTable:
    """An empty table; the caller puts a paragraph after it, else Word joins it to the next."""
    table: WordTable = document.add_table(rows, len(widths), style)
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    for row in table.rows:
        xml_of(row).get_or_add_trPr().append(make("cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Pt(width)
    return table
