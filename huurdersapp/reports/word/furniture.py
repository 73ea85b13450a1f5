"""What stands around the text of a Word file: page size, header, footer, and the head of a letter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from huurdersapp.reports.document import Document, Lines
from huurdersapp.reports.paper.furniture import running_title
from huurdersapp.reports.paper.letterhead import place_letterhead
from huurdersapp.reports.paper.style import (
    BOTTOM,
    MARGIN,
    MM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SENDER_NAME,
    SENDER_TOP,
    TEXT_WIDTH,
    TOP,
    WARN,
)
from huurdersapp.reports.paper.tagging import Element
from huurdersapp.reports.word.package import Package
from huurdersapp.reports.word.xml import HEAD, NAMESPACES, Inline, field, paragraph, run, twips

_HEADER = 7.5 * MM
_FOOTER = 11 * MM
_STYLES = {"sender": "Sender", "addressee": "Lines"}


def letterhead(aside: Sequence[Lines], window: Literal["left", "right"], inline: Inline) -> str:
    """The lines with a fixed place, at the height they have on paper: exact lines, and white between them."""
    placed, start = place_letterhead([(lines, Element("P")) for lines in aside], window)
    parts = []
    bottom = SENDER_TOP
    for index, piece in enumerate(placed):
        before = max(0.0, piece.top - bottom)
        bottom += before + piece.height
        after = max(0.0, start - bottom) if index == len(placed) - 1 else 0.0
        left = piece.x - MARGIN
        looks = (
            f'<w:spacing w:before="{twips(before)}" w:after="{twips(after)}" w:line="{twips(piece.style.leading)}"'
            f' w:lineRule="exact"/><w:ind w:left="{twips(left)}" w:right="{twips(TEXT_WIDTH - left - piece.width)}"/>'
        )
        style = "SenderName" if piece.style == SENDER_NAME else _STYLES[aside[-1].role] if after else "Sender"
        size = f'<w:sz w:val="{round(piece.style.size * 2)}"/>'
        parts.append(paragraph(style, inline.runs(piece.text, size), looks))
    return "".join(parts)


def section(document: Document, package: Package) -> str:
    """The page, with its header and footer put into the package; the last element of the body."""
    letter = document.kind == "letter"
    mark = paragraph("Header", _mark(document.mark), '<w:jc w:val="center"/>') if document.mark else ""
    line = '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="C5CDD6"/></w:pBdr>'
    title = paragraph("Header", run(running_title(document)), f'{line}<w:spacing w:before="120"/>')
    empty = paragraph("Header", "")
    # A letter begins higher than its other pages; there the header is made taller instead.
    room = paragraph("Header", "", f'<w:spacing w:before="{twips(TOP - SENDER_TOP)}"/>')
    package.parts["header1"] = _part("hdr", mark or empty)
    package.parts["header2"] = _part("hdr", mark + (room if letter else title))
    foot = paragraph(
        "Footer",
        f"{run(document.footer)}<w:r><w:tab/></w:r>{run('Pagina ')}{field('PAGE', '1')}"
        f"{run(' van ')}{field('NUMPAGES', '1')}",
        f'{line.replace("bottom", "top")}<w:tabs><w:tab w:val="right" w:pos="{twips(TEXT_WIDTH)}"/></w:tabs>',
    )
    package.parts["footer1"] = _part("ftr", empty if letter else foot)
    package.parts["footer2"] = _part("ftr", foot)
    references = "".join(
        f'<w:{kind}Reference w:type="{when}" r:id="{kind}{number}"/>'
        for kind in ("header", "footer")
        for when, number in (("first", 1), ("default", 2))
    )
    top = SENDER_TOP if letter else TOP
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{twips(PAGE_WIDTH)}" w:h="{twips(PAGE_HEIGHT)}"/>'
        f'<w:pgMar w:top="{twips(top)}" w:right="{twips(MARGIN)}" w:bottom="{twips(BOTTOM)}"'
        f' w:left="{twips(MARGIN)}" w:header="{twips(_HEADER)}" w:footer="{twips(_FOOTER)}" w:gutter="0"/>'
        "<w:titlePg/></w:sectPr>"
    )


def _mark(text: str) -> str:
    colour = WARN[1:]
    looks = (
        f'<w:b/><w:color w:val="{colour}"/><w:sz w:val="19"/>'
        f'<w:bdr w:val="single" w:sz="8" w:space="4" w:color="{colour}"/>'
    )
    return run(text, looks)


def _part(kind: str, content: str) -> str:
    return f"{HEAD}<w:{kind} {NAMESPACES}>{content}</w:{kind}>"
