"""Writes a document as PDF: A4, tagged (PDF/UA-1) and fit for the archive (PDF/A-2a), in one layout pass.

The same document and moment give the same bytes. Building makes boxes and their elements, layout places
the boxes, drawing fills the pages; only then is the file put together.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from typing import BinaryIO

from huurdersapp.reports.document import Document
from huurdersapp.reports.fonts import face, missing_signs
from huurdersapp.reports.paper.blocks import Builder
from huurdersapp.reports.paper.deliver import deliver
from huurdersapp.reports.paper.fontfile import embed
from huurdersapp.reports.paper.furniture import draw_foot, draw_head
from huurdersapp.reports.paper.layout import Box, paginate
from huurdersapp.reports.paper.letterhead import place_letterhead
from huurdersapp.reports.paper.metadata import LANGUAGE, About, about, write_colours, write_info, write_xmp
from huurdersapp.reports.paper.outline import write_outline
from huurdersapp.reports.paper.panels import Entry
from huurdersapp.reports.paper.pdffile import PdfFile, text_string
from huurdersapp.reports.paper.pen import FONT_NAMES, Pen, Shared
from huurdersapp.reports.paper.style import BOTTOM, PAGE_HEIGHT, PAGE_WIDTH, TOP
from huurdersapp.reports.paper.tagging import Element, write_links, write_structure
from huurdersapp.reports.paper.texts import visible_texts
from huurdersapp.reports.written import Written


def write_pdf(document: Document, target: str | os.PathLike[str] | BinaryIO, *, created: datetime) -> Written:
    """Write the document to a path or an open binary file.

    A file that stood there is replaced only when the new one is complete. Raises OSError where nothing
    can be written.
    """
    root = Element("Document")
    mark = Element("Mark", root) if document.mark else None
    builder = Builder(document, root)
    builder.build()
    pages = _pages(document, builder)
    shared = Shared()
    pens = [Pen(shared, number) for number in range(len(pages))]
    for pen, boxes in zip(pens, pages, strict=True):
        draw_head(pen, document, mark if pen.page == 0 else None)
        for box in boxes:
            box.draw(pen)
        draw_foot(pen, document, len(pages))
    deliver(_file(about(document, created), root, builder.headings, shared, pens), target)
    missing = missing_signs("".join(visible_texts(document)))
    return Written(len(pages), tuple(missing), tuple(shared.places))


def _pages(document: Document, builder: Builder) -> list[list[Box]]:
    if document.kind == "report":
        return paginate(builder.boxes, TOP, TOP, PAGE_HEIGHT - BOTTOM)
    fixed, start = place_letterhead(builder.aside, document.window)
    pages = paginate(builder.boxes, start, TOP, PAGE_HEIGHT - BOTTOM)
    pages[0] = [*(piece.box for piece in fixed), *pages[0]]
    return pages


def _file(
    facts: About, root: Element, headings: Sequence[Entry], shared: Shared, pens: Sequence[Pen]
) -> bytes:
    pdf = PdfFile()
    first = pdf.reserve(len(pens))
    parent = pdf.reserve()
    fonts = ""
    for name, used in sorted(shared.used.items()):
        number = pdf.reserve()
        embed(pdf, number, face(name), used)
        fonts += f"/{FONT_NAMES[name]} {number} 0 R"
    resources = pdf.add(f"<</Font<<{fonts}>>>>")
    write_links(pdf, shared.links, first, len(pens))
    for number, pen in enumerate(pens):
        links = " ".join(f"{link.number} 0 R" for link in shared.links if link.page == number)
        pdf.put(
            first + number,
            f"<</Type/Page/Parent {parent} 0 R/MediaBox[0 0 {PAGE_WIDTH:.2f} {PAGE_HEIGHT:.2f}]"
            f"/Resources {resources} 0 R/Contents {pdf.add_stream(pen.content())} 0 R"
            f"/StructParents {number}/Tabs/S{f'/Annots[{links}]' if links else ''}>>",
        )
    kids = " ".join(f"{first + number} 0 R" for number in range(len(pens)))
    pdf.put(parent, f"<</Type/Pages/Count {len(pens)}/Kids[{kids}]>>")
    structure = write_structure(pdf, root, [pen.marks for pen in pens], shared.links, first)
    outline = write_outline(pdf, headings, first)
    catalog = pdf.add(
        f"<</Type/Catalog/Pages {parent} 0 R/Lang{text_string(LANGUAGE)}/MarkInfo<</Marked true>>"
        f"/StructTreeRoot {structure} 0 R/Metadata {write_xmp(pdf, facts)} 0 R"
        f"/OutputIntents[{write_colours(pdf)} 0 R]/ViewerPreferences<</DisplayDocTitle true>>{outline}>>"
    )
    return pdf.finished(catalog, write_info(pdf, facts))
