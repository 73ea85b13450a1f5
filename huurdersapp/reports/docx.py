"""Writes a document as an editable Word file: real styles, and the same words in the same order as on paper.

Three things differ from the PDF, because Word divides the pages itself: the mark and the page numbers stand
in header and footer, the contents list is a field whose page numbers Word fills in (F9), and the figures in a
chart are part of its picture. Signs that our font lacks stay as they were typed; Word looks for another font.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from typing import BinaryIO

from huurdersapp.reports import document as doc
from huurdersapp.reports.fonts import named
from huurdersapp.reports.paper.captions import Numbering, heading_levels, letterhead_lines, running_blocks
from huurdersapp.reports.paper.chartpicture import picture_of
from huurdersapp.reports.paper.charts import Plot
from huurdersapp.reports.paper.deliver import deliver
from huurdersapp.reports.paper.metadata import about
from huurdersapp.reports.paper.style import BOTTOM, PAGE_HEIGHT, TEXT_WIDTH, TOP
from huurdersapp.reports.paper.texts import stacked, visible_texts
from huurdersapp.reports.word.furniture import letterhead, section
from huurdersapp.reports.word.package import Package
from huurdersapp.reports.word.styles import BULLETS, fonts_part, numbering_part, settings_part, styles_part
from huurdersapp.reports.word.tables import key_table, sign_table, table
from huurdersapp.reports.word.xml import (
    HEAD,
    NAMESPACES,
    Inline,
    field,
    is_allowed,
    paragraph,
    picture,
    run,
    twips,
)
from huurdersapp.reports.written import Written

_PARAGRAPHS = {"body": "Normal", "lead": "Lead", "note": "Note", "quote": "Quote"}
_KEYS_PER_ROW = 4
_NEW_PAGE = paragraph(
    "Lines",
    '<w:r><w:br w:type="page"/></w:r>',
    '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
)
_TALLEST = PAGE_HEIGHT - TOP - BOTTOM - 60
_GAP = paragraph("Lines", "", '<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>')
"""White below a table; without a paragraph between them Word would join two tables."""


def write_docx(
    document: doc.Document, target: str | os.PathLike[str] | BinaryIO, *, created: datetime
) -> Written:
    """Write the document to a path or an open binary file; the same document and moment give the same bytes.

    A file that stood there is replaced only when the new one is complete. Raises OSError where nothing
    can be written.
    """
    package = Package()
    writer = _Writer(document, package)
    body = writer.body()
    package.parts["document"] = f"{HEAD}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    package.parts |= {
        "styles": styles_part(letter=document.kind == "letter"),
        "numbering": numbering_part(writer.numbered),
        "settings": settings_part(),
        "fontTable": fonts_part(),
    }
    package.addresses = writer.inline.addresses
    deliver(package.finished(about(document, created)), target)
    texts = "".join(visible_texts(document))
    return Written(0, tuple(named(sign) for sign in dict.fromkeys(texts) if not is_allowed(sign)))


class _Writer:
    """Turns the blocks of one document into the body of a Word file."""

    def __init__(self, document: doc.Document, package: Package) -> None:
        self.document = document
        self.package = package
        self.inline = Inline()
        self.numbered = 0
        self._numbering = Numbering()
        self._levels = heading_levels(document)
        self._headings = 0
        self._makers: dict[type, Callable[..., str]] = {
            doc.Heading: self._heading,
            doc.Paragraph: self._paragraph,
            doc.Bullets: self._bullets,
            doc.Table: self._table,
            doc.Chart: self._chart,
            doc.KeyFigures: self._key_figures,
            doc.PageBreak: lambda _: _NEW_PAGE,
            doc.Lines: self._lines,
            doc.Signatures: lambda block: sign_table(block) + _GAP,
            doc.Contents: self._contents,
        }

    def body(self) -> str:
        """The blocks and, at the end, what the page looks like."""
        if self.document.kind == "letter":
            parts = [letterhead(letterhead_lines(self.document), self.document.window, self.inline)]
        else:
            parts = [paragraph("Title", run(self.document.title))]
            if self.document.subtitle:
                parts.append(paragraph("Subtitle", run(self.document.subtitle)))
        parts += [self._makers[type(block)](block) for block in running_blocks(self.document)]
        parts.append(section(self.document, self.package))
        return "".join(parts)

    def _heading(self, block: doc.Heading) -> str:
        level = self._levels[self._headings]
        self._headings += 1
        name = _bookmark(self._headings)
        start = f'<w:bookmarkStart w:id="{self._headings}" w:name="{name}"/>'
        return paragraph(
            f"Heading{level}", f'{start}{run(block.text)}<w:bookmarkEnd w:id="{self._headings}"/>'
        )

    def _paragraph(self, block: doc.Paragraph) -> str:
        keep = "<w:keepNext/>" if block.keep_with_next else ""
        return paragraph(_PARAGRAPHS[block.style], self.inline.runs(block.text), keep)

    def _bullets(self, block: doc.Bullets) -> str:
        number, style = BULLETS, "ListBullet"
        if block.numbered:
            self.numbered += 1
            number, style = BULLETS + self.numbered, "ListNumber"
        numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        return "".join(paragraph(style, self.inline.runs(item), numbering) for item in block.items)

    def _table(self, block: doc.Table) -> str:
        note = paragraph("Note", run(block.note), '<w:spacing w:before="100"/>') if block.note else _GAP
        return self._caption(block, "<w:keepNext/>") + table(block, self.inline) + note

    def _chart(self, block: doc.Chart) -> str:
        png, width, height = picture_of(Plot(block, TEXT_WIDTH))
        name = f"image{len(self.package.pictures) + 1}"
        self.package.pictures[name] = png
        shrink = min(1.0, _TALLEST / height)
        shown = picture(name, len(self.package.pictures), block.alternative, width * shrink, height * shrink)
        return paragraph("Figure", shown) + self._caption(block)

    def _caption(self, block: doc.Table | doc.Chart, properties: str = "") -> str:
        word, number = self._numbering.of(block)
        counted = field(rf"SEQ {word} \* ARABIC", str(number))
        content = f"{run(f'{word} ')}{counted}{run(f'. {block.caption}')}"
        return paragraph("Caption", content, properties)

    def _key_figures(self, block: doc.KeyFigures) -> str:
        rows = [block.items[i : i + _KEYS_PER_ROW] for i in range(0, len(block.items), _KEYS_PER_ROW)]
        return "".join(key_table(row, self.inline) + _GAP for row in rows)

    def _lines(self, block: doc.Lines) -> str:
        return paragraph("Lines", self.inline.runs(stacked(block.lines))) if block.lines else ""

    def _contents(self, block: doc.Contents) -> str:
        """A field that Word can fill anew; until then the headings, each leading to its place."""
        headings = [part for part in self.document.blocks if isinstance(part, doc.Heading)]
        entries = [
            (number, heading.text, level)
            for number, (heading, level) in enumerate(zip(headings, self._levels, strict=True), 1)
            if level <= 2
        ]
        if not entries:
            return ""
        begin = (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
            ' TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        )
        rows = []
        for place, (number, text, level) in enumerate(entries):
            link = f'<w:hyperlink w:anchor="{_bookmark(number)}">{run(text)}</w:hyperlink>'
            tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{twips(TEXT_WIDTH)}"/></w:tabs>'
            rows.append(paragraph(f"TOC{level}", ("" if place else begin) + link, tab))
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        return (
            '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
            f"</w:docPartObj></w:sdtPr><w:sdtContent>{paragraph('TOCHeading', run(block.title))}{''.join(rows)}"
            f"{paragraph('Normal', end)}</w:sdtContent></w:sdt>"
        )


def _bookmark(number: int) -> str:
    return f"_Toc{number:06d}"
