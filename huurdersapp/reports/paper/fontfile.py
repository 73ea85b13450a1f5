"""A face inside a PDF: only the glyphs that the document uses, each with the sign that it stands for.

Composite fonts with our own numbers (ISO 32000-1, 9.7): two bytes for any sign, where ReportLab's own
subsets split at 256 signs, turn a non-breaking space into an ordinary one and map a code to U+0000,
which PDF/UA-1 forbids.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import md5
from threading import Lock

from huurdersapp.reports.fonts import Face
from huurdersapp.reports.paper.pdffile import PdfFile

_PARSING = Lock()
"""The parser of a font remembers where it reads, so two documents may not use it at once."""
_SYMBOLIC, _ITALIC = 4, 64
_PER_SECTION = 100
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{sections}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def embed(pdf: PdfFile, number: int, face: Face, used: set[str]) -> None:
    """Put the face into the file under a reserved number, with the signs in `used` only."""
    signs = sorted(ord(sign) for sign in used if sign != "\n")
    name = _subset_name(face, signs)
    with _PARSING:
        subset = face.font.makeSubset(signs)
    file = pdf.add_stream(subset, f"/Length1 {len(subset)}")
    font = face.font
    box = " ".join(f"{value:.0f}" for value in font.bbox)
    flags = _SYMBOLIC | (_ITALIC if font.italicAngle else 0)
    descriptor = pdf.add(
        f"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox[{box}]/ItalicAngle {font.italicAngle:.0f}"
        f"/Ascent {font.ascent:.0f}/Descent {font.descent:.0f}/CapHeight {font.capHeight:.0f}/StemV {font.stemV}"
        f"/FontFile2 {file} 0 R>>"
    )
    widths = "".join(f"{face.cids[sign]}[{face.widths[sign]:.2f}]" for sign in signs)
    descendant = pdf.add(
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {descriptor} 0 R/DW 0/W[{widths}]/CIDToGIDMap {pdf.add_stream(_glyphs(face, signs))} 0 R>>"
    )
    meaning = pdf.add_stream(_meaning(face, signs).encode("ascii"))
    pdf.put(
        number,
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant} 0 R]"
        f"/ToUnicode {meaning} 0 R>>",
    )


def _subset_name(face: Face, signs: Sequence[int]) -> str:
    digest = md5(repr(signs).encode("ascii"), usedforsecurity=False).digest()
    tag = "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
    return f"{tag}+{face.font.name.decode('ascii')}"


def _glyphs(face: Face, signs: Sequence[int]) -> bytes:
    """For each of our numbers the glyph in the subset, whose glyphs stand in the order of first use."""
    order: dict[int, int] = {}
    table = bytearray(2 * (max((face.cids[sign] for sign in signs), default=0) + 1))
    for sign in signs:
        glyph = order.setdefault(face.font.charToGlyph[sign], len(order) + 1)
        table[2 * face.cids[sign] : 2 * face.cids[sign] + 2] = glyph.to_bytes(2, "big")
    return bytes(table)


def _meaning(face: Face, signs: Sequence[int]) -> str:
    sections = []
    for start in range(0, len(signs), _PER_SECTION):
        part = signs[start : start + _PER_SECTION]
        lines = [f"<{face.cids[sign]:04X}> <{chr(sign).encode('utf-16-be').hex().upper()}>" for sign in part]
        sections.append("\n".join([f"{len(part)} beginbfchar", *lines, "endbfchar"]))
    return _CMAP.format(sections="\n".join(sections))
