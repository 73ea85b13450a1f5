"""Writes a document as PDF: A4, tagged (PDF/UA-1) and fit for the archive (PDF/A-2a), in one layout pass.

ReportLab lays out and draws; the tags are ours. The same document and moment give the same bytes.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from functools import partial
from io import BytesIO
from typing import BinaryIO

from reportlab import rl_config
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Spacer

from huurdersapp.reports.document import Document
from huurdersapp.reports.fonts import font_name, missing_signs
from huurdersapp.reports.numbering import numbered
from huurdersapp.reports.paper.blocks import Builder
from huurdersapp.reports.paper.deliver import deliver
from huurdersapp.reports.paper.front import draw_band
from huurdersapp.reports.paper.furniture import draw_edges, draw_mark
from huurdersapp.reports.paper.keeping import kept
from huurdersapp.reports.paper.letterhead import Fixed, place_letterhead
from huurdersapp.reports.paper.logo import draw_logo
from huurdersapp.reports.paper.metadata import LANGUAGE, about, write_facts
from huurdersapp.reports.paper.panels import draw_numbers
from huurdersapp.reports.paper.style import BOTTOM, MARGIN, PAGE_HEIGHT, PAGE_WIDTH, TEXT_WIDTH, TOP
from huurdersapp.reports.paper.sweeping import no_sweeping
from huurdersapp.reports.paper.tagging import Element, TaggedCanvas
from huurdersapp.reports.paper.texts import visible_texts
from huurdersapp.reports.written import Written

_LEAST_FRAME = 100.0

rl_config.useA85 = 0  # else every page is written out as text, a quarter longer and many times as slow


def write_pdf(
    document: Document,
    target: str | os.PathLike[str] | BinaryIO,
    *,
    created: datetime,
    at_page: Callable[[int], None] = lambda page: None,
) -> Written:
    """Write the document to a path or an open binary file.

    A file that stood there is replaced only when the new one is complete. Raises OSError where nothing
    can be written. `at_page` is called as each page begins, counted from 0; what it raises ends the writing.
    """
    document = numbered(document)
    root = Element("Document")
    mark = Element("Mark", root) if document.mark else None
    builder = Builder(document, root)
    builder.build()
    heads, start = _letterheads(builder)
    canvases: list[TaggedCanvas] = []

    def at_end(canvas: TaggedCanvas) -> None:
        canvases.append(canvas)
        for number, leaf in enumerate(builder.parts.leaves(canvas.page_count)):
            if document.front and not number:
                continue
            with canvas.page_again(number):
                draw_edges(canvas, document, leaf)
        draw_numbers(canvas, builder.entries)
        canvas.setViewerPreference("DisplayDocTitle", "true")
        if builder.entries:
            canvas.showOutline()
        write_facts(canvas, about(document, created))

    def begin_page(canvas: TaggedCanvas, _: object) -> None:
        at_page(canvas.page)
        canvas.saveState()
        if document.front and not canvas.page:
            draw_band(canvas)
        draw_mark(canvas, document, None if canvas.page else mark)
        place = builder.parts.heads.get(canvas.page)
        if place is not None and place < len(heads):
            _draw_head(canvas, document, builder.heads[place].logo, heads[place])
        canvas.restoreState()

    stream = BytesIO()
    paper = BaseDocTemplate(
        stream,
        pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
        pageTemplates=[_template("first", start, begin_page), _template("next", TOP, begin_page)],
        invariant=1,
        pageCompression=1,
        lang=LANGUAGE,
        initialFontName=font_name("regular"),
    )
    flowables = [Spacer(0, 0), *kept(builder.flowables)]
    with no_sweeping():
        paper.build(flowables, canvasmaker=partial(TaggedCanvas, root=root, at_end=at_end))
    deliver(stream.getvalue(), target)
    missing = missing_signs("".join(visible_texts(document)))
    return Written(canvases[0].page_count, tuple(missing), tuple(canvases[0].places))


def _letterheads(builder: Builder) -> tuple[list[list[Fixed]], float]:
    """What has a fixed place on the first page of each letter, and where the text begins there."""
    placed = [place_letterhead(head.aside, builder.document.window) for head in builder.heads]
    start = max((start for _, start in placed), default=TOP)
    return [fixed for fixed, _ in placed], min(start, PAGE_HEIGHT - BOTTOM - _LEAST_FRAME)


def _draw_head(canvas: TaggedCanvas, document: Document, logo: Element | None, fixed: list[Fixed]) -> None:
    if document.logo and logo:
        draw_logo(canvas, document.logo, document.window, logo)
    for piece in fixed:
        piece.block.drawOn(canvas, piece.x, PAGE_HEIGHT - piece.top - piece.height)


def _template(name: str, top: float, begin_page: Callable[[TaggedCanvas, object], None]) -> PageTemplate:
    frame = Frame(
        MARGIN,
        BOTTOM,
        TEXT_WIDTH,
        PAGE_HEIGHT - BOTTOM - top,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    return PageTemplate(name, frame, onPage=begin_page, autoNextPageTemplate="next")
