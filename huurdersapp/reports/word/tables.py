"""Tables in a Word file, and the two places where a table only puts things side by side."""

from __future__ import annotations

from collections.abc import Sequence

from huurdersapp.reports.document import Align, KeyFigure, Signatures, Table, Text
from huurdersapp.reports.paper.style import ACCENT, CELL, GREY, TEXT_WIDTH, TINT
from huurdersapp.reports.paper.tables import columns_of
from huurdersapp.reports.word.styles import TABLE
from huurdersapp.reports.word.xml import Inline, attribute, paragraph, run, twips

_ALIGN: dict[Align, str] = {"left": "", "right": '<w:jc w:val="right"/>', "center": '<w:jc w:val="center"/>'}
_HEAD_GROUND = f'<w:shd w:val="clear" w:color="auto" w:fill="{TINT[1:]}"/>'
_ACCENT_LINE = f'w:val="single" w:sz="8" w:space="0" w:color="{ACCENT[1:]}"'
_SIGNERS_PER_ROW = 2
_SIGN_ROOM = 44


def table(block: Table, inline: Inline) -> str:
    """A table whose head returns on each page; widths and letters are those of the paper."""
    rows = [*block.rows, block.totals] if block.totals is not None else list(block.rows)
    grid = columns_of(block.columns, rows, TEXT_WIDTH)
    looks = "" if grid.size == CELL.size else f'<w:sz w:val="{round(grid.size * 2)}"/>'
    alignments = [column.align for column in block.columns]

    def line(cells: Sequence[Text], first: bool = False, last: bool = False) -> str:
        strong = f"<w:b/>{looks}" if first or last else looks
        ground = f"<w:tcBorders><w:bottom {_ACCENT_LINE}/></w:tcBorders>{_HEAD_GROUND}" if first else ""
        if last:
            ground = f"<w:tcBorders><w:top {_ACCENT_LINE}/></w:tcBorders>"
        properties = "<w:cantSplit/><w:tblHeader/>" if first else "<w:cantSplit/>"
        keep = "<w:keepNext/>" if first else ""
        made = [
            _cell(width, paragraph("TableText", inline.runs(cell, strong), keep + _ALIGN[align]), ground)
            for cell, width, align in zip(cells, grid.widths, alignments, strict=True)
        ]
        return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(made)}</w:tr>"

    body = "".join(line(cells, last=cells is block.totals) for cells in rows)
    head = line([column.head for column in block.columns], first=True)
    look = (
        f'<w:tblLook w:firstRow="1" w:lastRow="{int(block.totals is not None)}"'
        f' w:firstColumn="{int(block.row_heads)}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={attribute(block.caption)}/>"
    )
    style = f'<w:tblStyle w:val="{TABLE}"/>'
    return _grid(grid.widths, f"{head}{body}", style, look)


def key_table(items: Sequence[KeyFigure], inline: Inline) -> str:
    """A row of large numbers with their words below them."""
    width = TEXT_WIDTH / len(items)
    ground = (
        f'<w:tcBorders><w:left w:val="single" w:sz="24" w:space="0" w:color="{ACCENT[1:]}"/></w:tcBorders>'
        f"{_HEAD_GROUND}"
    )
    cells = "".join(
        _cell(
            width,
            paragraph("KeyValue", inline.runs(item.value)) + paragraph("KeyLabel", run(item.label)),
            ground,
        )
        for item in items
    )
    margins = (
        '<w:tblCellMar><w:top w:w="160" w:type="dxa"/><w:left w:w="200" w:type="dxa"/>'
        '<w:bottom w:w="160" w:type="dxa"/><w:right w:w="160" w:type="dxa"/></w:tblCellMar>'
    )
    row = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
    return _grid([width] * len(items), row, look=margins, apart='<w:tblCellSpacing w:w="60" w:type="dxa"/>')


def sign_table(block: Signatures) -> str:
    """Places to sign, two beside each other, with a line above each name."""
    width = TEXT_WIDTH / _SIGNERS_PER_ROW
    line = f'<w:pBdr><w:top w:val="single" w:sz="6" w:space="4" w:color="{GREY[1:]}"/></w:pBdr>'
    room = f'<w:spacing w:before="{twips(_SIGN_ROOM)}"/><w:ind w:left="0" w:right="{twips(24)}"/>'
    rows = []
    for start in range(0, len(block.signers), _SIGNERS_PER_ROW):
        signers = block.signers[start : start + _SIGNERS_PER_ROW]
        cells = [
            _cell(
                width,
                paragraph("Signer", run(name, "<w:b/>") + run(f"\n{role}"), f"<w:keepLines/>{line}{room}"),
            )
            for name, role in signers
        ]
        cells += [_cell(width, paragraph("Signer", ""))] * (_SIGNERS_PER_ROW - len(signers))
        rows.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>")
    margins = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
    return _grid([width] * _SIGNERS_PER_ROW, "".join(rows), look=margins) if rows else ""


def _cell(width: float, content: str, properties: str = "") -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{properties}</w:tcPr>{content}</w:tc>'


def _grid(widths: Sequence[float], rows: str, style: str = "", look: str = "", apart: str = "") -> str:
    """The table around its rows; the caller puts a paragraph after it, else Word joins it to the next."""
    columns = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr>{style}<w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/>{apart}<w:tblLayout w:type="fixed"/>'
        f"{look}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"
    )
