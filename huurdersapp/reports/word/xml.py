"""The words of WordprocessingML (ECMA-376, part 1, chapter 17) that our documents use.

Everything is text that is put together; the package is written as it stands. Lengths are twentieths of a
point, font sizes half points.
"""

from __future__ import annotations

import unicodedata
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from huurdersapp.reports.document import Span, Text, spans
from huurdersapp.reports.fonts import BOX
from huurdersapp.reports.paper.style import ACCENT, TextStyle

NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EMU = 12_700
_LINK = f'<w:color w:val="{ACCENT[1:]}"/>'


def twips(points: float) -> int:
    """Points as twentieths of a point."""
    return round(points * 20)


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


def attribute(text: str) -> str:
    """A text as an attribute's value, with its quotes."""
    return quoteattr(allowed(text))


def run(text: str, looks: str = "") -> str:
    """Text with one look; a line break in it becomes one in Word."""
    parts = []
    for index, line in enumerate(allowed(text).split("\n")):
        if index:
            parts.append("<w:br/>")
        for column, piece in enumerate(line.split("\t")):
            if column:
                parts.append("<w:tab/>")
            if piece:
                parts.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
    return f"<w:r>{f'<w:rPr>{looks}</w:rPr>' if looks else ''}{''.join(parts)}</w:r>"


def field(instruction: str, shown: str, looks: str = "") -> str:
    """Something that Word counts itself, such as a page number, with what it shows until then."""
    properties = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return (
        f'<w:r>{properties}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{properties}<w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r>{properties}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(shown, looks)}"
        f'<w:r>{properties}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(style: str, content: str, properties: str = "") -> str:
    """A paragraph in a style; `properties` in the order of the schema, after the style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def spacing(look: TextStyle, exact: bool = False) -> str:
    """The white around and between lines; lines that are not exact grow where a letter needs more."""
    rule = "exact" if exact else "atLeast"
    return (
        f'<w:spacing w:before="{twips(look.before)}" w:after="{twips(look.after)}"'
        f' w:line="{twips(look.leading)}" w:lineRule="{rule}"/>'
    )


def run_looks(look: TextStyle) -> str:
    """Weight, colour and size of a style."""
    bold = "<w:b/>" if look.face in ("bold", "semibold", "bold_italic") else ""
    italic = "<w:i/>" if look.face in ("italic", "bold_italic") else ""
    size = round(look.size * 2)
    return f'{bold}{italic}<w:color w:val="{look.colour[1:]}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def picture(relation: str, number: int, alternative: str, width: float, height: float) -> str:
    """A picture in the line, with the words for whoever cannot see it; measures in points."""
    size = f'cx="{round(width * _EMU)}" cy="{round(height * _EMU)}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="Figuur {number}" descr={attribute(alternative)}/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="figuur{number}.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


class Inline:
    """Turns texts with looks and links into runs, and keeps the addresses that the links lead to."""

    def __init__(self) -> None:
        self.addresses: dict[str, str] = {}

    def runs(self, text: Text, looks: str = "") -> str:
        """The text as runs; `looks` holds for all of it."""
        if isinstance(text, str):
            return run(text, looks)
        return "".join(self._run(span, looks) for span in spans(text))

    def _run(self, span: Span, looks: str) -> str:
        bold = "<w:b/>" if span.bold and "<w:b/>" not in looks else ""
        italic = "<w:i/>" if span.italic and "<w:i/>" not in looks else ""
        if span.href is None:
            return run(span.text, f"{bold}{italic}{looks}")
        relation = self.addresses.setdefault(span.href, f"link{len(self.addresses) + 1}")
        return (
            f'<w:hyperlink r:id="{relation}">{run(span.text, f"{bold}{italic}{_LINK}{looks}")}</w:hyperlink>'
        )
