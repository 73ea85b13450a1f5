"""Pictures in Word, and the mark at the head of a letter: at its place on the page, so that it moves no line."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Literal

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from huurdersapp.reports.document import Logo
from huurdersapp.reports.paper.logo import logo_box
from huurdersapp.reports.word.text import allowed


def add_logo(paragraph: Paragraph, logo: Logo, window: Literal["left", "right"]) -> None:
    """Hang the mark on a paragraph, at the place that it has on paper."""
    left, top, wide, high = logo_box(logo, window)
    run = paragraph.add_run()
    put_picture(run, logo.data, (wide, high), "Beeldmerk", logo.alternative)
    (inline,) = run.element.xpath(".//wp:inline")
    anchor: Any = parse_xml(
        f'<wp:anchor {nsdecls("wp", "a", "pic", "r")} distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{Pt(left)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{Pt(top)}</wp:posOffset></wp:positionV>'
        "</wp:anchor>"
    )
    for child in list(inline):
        anchor.append(child)
        if child.tag.endswith("}extent"):
            anchor.append(parse_xml(f'<wp:effectExtent {nsdecls("wp")} l="0" t="0" r="0" b="0"/>'))
            anchor.append(parse_xml(f"<wp:wrapNone {nsdecls('wp')}/>"))
    inline.getparent().replace(inline, anchor)


def put_picture(run: Run, data: bytes, size: tuple[float, float], name: str, words: str) -> None:
    """A picture in a line, of so many points, with its name and what is to be seen on it."""
    run.add_picture(BytesIO(data), Pt(size[0]), Pt(size[1]))
    for inline in run.element.xpath(".//wp:inline"):
        for side in "TBLR":
            inline.set(f"dist{side}", "0")  # without it LibreOffice puts white around it, and shifts it
        for about in inline.xpath("wp:docPr"):
            about.set("name", name)
            about.set("descr", allowed(words))
