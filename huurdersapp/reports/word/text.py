"""Text in a Word file, and the few things in it that python-docx has no call for: links, fields, bookmarks.

Those are made as the elements that ECMA-376, part 1, chapter 17 names; everything else goes through python-docx.
"""

from __future__ import annotations

import unicodedata
from hashlib import sha256
from typing import Any, Literal

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, RGBColor
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from huurdersapp.reports.document import Span, Text, spans
from huurdersapp.reports.fonts import BOX
from huurdersapp.reports.paper.style import ACCENT

_AFTER_BORDERS = ("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


def allowed(text: str) -> str:
    """The text in composed form, with □ for the control characters that XML cannot hold."""
    text = unicodedata.normalize("NFC", text).replace("\r", "")
    if text.isprintable():
        return text
    return "".join(sign if is_allowed(sign) else BOX for sign in text)


def is_allowed(sign: str) -> bool:
    """Whether XML 1.0 can hold a sign."""
    return (
        (sign >= " " or sign in "\n\t\r") and not "\ud800" <= sign <= "\udfff" and sign not in "\ufffe\uffff"
    )


def colour(code: str) -> RGBColor:
    """A colour of the house style, "#0B5394", for Word."""
    return RGBColor.from_string(code[1:])


def xml_of(piece: Paragraph | Table | _Row | _Cell) -> Any:
    """The element behind a piece of the document."""
    return piece._element  # noqa: SLF001 - python-docx has no other name for it; its types leave it to the reader


def make(tag: str, **attributes: object) -> Any:
    """An element of WordprocessingML: make("tab", val="right")."""
    return OxmlElement(f"w:{tag}", {qn(f"w:{name}"): str(value) for name, value in attributes.items()})


def line(side: str, code: str, eighths: int, space: int = 0) -> Any:
    """A line at one side of a paragraph or cell, in a colour of the house style and in eighths of a point."""
    return make(side, val="single", sz=eighths, space=space, color=code[1:])


def add_text(paragraph: Paragraph, text: Text, *, bold: bool = False, size: Length | None = None) -> None:
    """Put a text with its looks and links at the end of a paragraph; a line break in it becomes one in Word."""
    for span in spans(text):
        run = _run_for(paragraph, span)
        run.text = allowed(span.text)
        run.bold = bold or span.bold or None
        run.italic = span.italic or None
        run.font.size = size


def _run_for(paragraph: Paragraph, span: Span) -> Run:
    """Where the words of a span go: into the line, or into a link to a page or to a place in the document."""
    if span.href is not None:
        return _linked(paragraph, span.href)
    if span.ref:
        link = make("hyperlink", anchor=place_name(span.ref))
        xml_of(paragraph).append(link)
        return Run(link.add_r(), paragraph)
    return paragraph.add_run()


def place_name(key: str) -> str:
    """The bookmark of a key; Word takes letters, digits and forty signs at most."""
    return f"_Ref{sha256(key.encode()).hexdigest()[:16]}"


def _linked(paragraph: Paragraph, address: str) -> Run:
    link: Any = OxmlElement("w:hyperlink")
    link.rId = paragraph.part.relate_to(allowed(address), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    xml_of(paragraph).append(link)
    run = Run(link.add_r(), paragraph)
    run.font.color.rgb = colour(ACCENT)
    return run


def add_jump(paragraph: Paragraph, text: str, bookmark: str) -> None:
    """Put a text at the end of a paragraph that leads to a bookmark."""
    link = make("hyperlink", anchor=bookmark)
    xml_of(paragraph).append(link)
    Run(link.add_r(), paragraph).text = allowed(text)


def add_bookmark(paragraph: Paragraph, number: int, name: str) -> None:
    """Name the whole paragraph, so that a link can lead to it."""
    first, last = make("bookmarkStart", id=number, name=name), make("bookmarkEnd", id=number)
    pieces = xml_of(paragraph).xpath("w:r | w:hyperlink")
    pieces[0].addprevious(first)
    pieces[-1].addnext(last)


def add_field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """Put something in a paragraph that Word counts itself, such as a page number, with what it shows until then."""
    begin_field(paragraph, instruction)
    paragraph.add_run(shown)
    end_field(paragraph)


def begin_field(paragraph: Paragraph, instruction: str) -> None:
    """Begin a field; what is added from here is what it shows, until `end_field`, maybe paragraphs later."""
    words = make("instrText")
    words.text = f" {instruction} "
    words.set(qn("xml:space"), "preserve")
    for part in (make("fldChar", fldCharType="begin"), words, make("fldChar", fldCharType="separate")):
        paragraph.add_run().element.append(part)


def end_field(paragraph: Paragraph) -> None:
    """End the field that was begun last."""
    paragraph.add_run().element.append(make("fldChar", fldCharType="end"))


def add_line(paragraph: Paragraph, side: Literal["top", "bottom"], code: str, eighths: int = 4) -> None:
    """Draw a line above or below a paragraph."""
    edges = make("pBdr")
    edges.append(line(side, code, eighths, 4))
    xml_of(paragraph).get_or_add_pPr().insert_element_before(edges, *_AFTER_BORDERS)
