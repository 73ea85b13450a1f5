"""What is filled in by hand, in a Word file: items of a list whose bullet is a box, and tabs that are drawn as lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from huurdersapp.reports.document import Choices, FieldRow, FormBlock, WritingLines
from huurdersapp.reports.paper.forms import GAP, INDENT, LINE_GAP, SIGNS, columns_for, gap_for
from huurdersapp.reports.paper.style import GREY, TEXT_WIDTH
from huurdersapp.reports.word.styles import SIGNERS
from huurdersapp.reports.word.tables import new_grid
from huurdersapp.reports.word.text import add_line, add_text, xml_of

_SIGN_FONT = "Segoe UI Symbol"
_SIGN_SIZE = 18
"""In points; the box of the font is then well over 4 mm."""


class Forms:
    """Puts the blocks that are filled in by hand into one Word file."""

    def __init__(self, document: WordDocument) -> None:
        self.document = document
        self._lists: dict[str, int] = {}

    def add(self, block: FormBlock) -> None:
        """One block; after a row of fields or columns the caller has to put a paragraph."""
        match block:
            case Choices():
                self._choices(block)
            case WritingLines():
                self._asked(block.label, block.help)
                if block.value:
                    add_text(self._kept("Ingevuld"), block.value)
                if block.lines:
                    self._lines(block.lines)
            case FieldRow():
                self._fields(block)

    def _kept(self, style: str) -> Paragraph:
        paragraph = self.document.add_paragraph(style=style)
        paragraph.paragraph_format.keep_with_next = True
        return paragraph

    def _asked(self, question: str, extra: str) -> None:
        for words, style in ((question, "Vraag"), (extra, "Uitleg bij vraag")):
            if words:
                add_text(self._kept(style), words)

    def _lines(self, count: int) -> None:
        """Lines to write on as one paragraph of so many tabs, which Word keeps together with its question."""
        paragraph = self.document.add_paragraph(style="Schrijfregel")
        _ruled(paragraph, TEXT_WIDTH)
        paragraph.add_run("\n".join("\t" * count))
        shape = paragraph.paragraph_format
        shape.line_spacing, shape.line_spacing_rule = Pt(LINE_GAP), WD_LINE_SPACING.EXACTLY

    def _choices(self, block: Choices) -> None:
        self._asked(block.question, block.help)
        across = columns_for(block)
        last = len(block.options) - 1
        if across == 1:
            for place in range(last + 1):
                self._option(self.document.add_paragraph(style="Keuze"), block, place, TEXT_WIDTH)
            return
        wide = TEXT_WIDTH / across
        table = new_grid(self.document, -(-len(block.options) // across), [wide] * across, SIGNERS)
        cells: Sequence[_Cell] = [cell for row in table.rows for cell in row.cells]
        for place, cell in enumerate(cells):
            (paragraph,) = cell.paragraphs
            paragraph.style = "Keuze"
            if place <= last:
                self._option(paragraph, block, place, wide - gap_for(across))

    def _option(self, paragraph: Paragraph, block: Choices, place: int, wide: float) -> None:
        text = block.options[place]
        add_text(paragraph, text)
        paragraph.paragraph_format.keep_with_next = place + 1 < len(block.options) or None
        number = xml_of(paragraph).get_or_add_pPr().get_or_add_numPr()
        number.get_or_add_ilvl().val = 0
        number.get_or_add_numId().val = self._list(SIGNS[block.many, place in block.chosen])
        if text.endswith(":"):
            _ruled(paragraph, wide)
            paragraph.add_run(" \t")

    def _list(self, sign: str) -> int:
        """The list whose bullet is this sign, made when it is first asked for."""
        if sign not in self._lists:
            numbering: Any = self.document.part.numbering_part.element
            known = [int(number) for number in numbering.xpath("w:abstractNum/@w:abstractNumId")]
            kind = max(known, default=0) + 1
            fonts = " ".join(f'w:{name}="{_SIGN_FONT}"' for name in ("ascii", "hAnsi", "eastAsia", "cs"))
            made = parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{kind}"><w:multiLevelType w:val="singleLevel"/>'
                f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="{sign}"/>'
                '<w:lvlJc w:val="left"/><w:pPr><w:tabs>'
                f'<w:tab w:val="num" w:pos="{round(INDENT * 20)}"/></w:tabs>'
                f'<w:ind w:left="{round(INDENT * 20)}" w:hanging="{round(INDENT * 20)}"/></w:pPr>'
                f'<w:rPr><w:rFonts {fonts}/><w:b w:val="0"/><w:sz w:val="{2 * _SIGN_SIZE}"/></w:rPr></w:lvl>'
                "</w:abstractNum>"
            )
            numbering.xpath("w:abstractNum")[-1].addnext(made)
            self._lists[sign] = int(numbering.add_num(kind).numId)
        return self._lists[sign]

    def _fields(self, block: FieldRow) -> None:
        whole = sum(share for _, share in block.fields)
        widths = [TEXT_WIDTH * share / whole for _, share in block.fields]
        table = new_grid(self.document, 1, widths, SIGNERS)
        for place, (cell, (label, _)) in enumerate(zip(table.rows[0].cells, block.fields, strict=True)):
            (first,) = cell.paragraphs
            first.style = "Veld"
            add_text(first, label)
            first.paragraph_format.keep_with_next = True
            second = cell.add_paragraph(style="Ingevuld")
            add_text(second, block.values[place] if block.values else "")
            shape = second.paragraph_format
            shape.right_indent = Pt(GAP if place + 1 < len(block.fields) else 0)
            shape.line_spacing, shape.line_spacing_rule = Pt(LINE_GAP), WD_LINE_SPACING.AT_LEAST
            add_line(second, "bottom", GREY, 6)


def _ruled(paragraph: Paragraph, wide: float) -> None:
    """Make a tab in this paragraph a line to write on, as far as `wide`."""
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Pt(wide), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
