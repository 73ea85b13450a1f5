"""The words of a finished PDF, Word or HTML file, in the order in which they are read aloud.

For checking that all say the same; only tests and benches use it, and only they have pikepdf. Left out on both
sides: the mark, running heads and feet, page numbers, the contents list, bullets and numbers of lists, and the figures
inside charts, which are part of a picture in Word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from io import BytesIO
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

from huurdersapp.reports.fonts import SOFT_HYPHEN, tidy


@dataclass(frozen=True, slots=True)
class Shown:
    """A string on a page: the marked piece that it is part of, its font and size, and where it begins."""

    piece: int | None
    font: str
    size: float
    x: float
    y: float
    text: str


_LEFT_OUT = frozenset({"/Figure", "/TOC", "/ContentsTitle", "/Lbl", "/Mark"})
_INLINE = frozenset({"/Link", "/Span", "/Reference"})
_ROW = re.compile(r"<([0-9A-F]{2})> <([0-9A-F]{4,})>")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def docx_words(data: bytes) -> list[str]:
    """The words of a Word file, as they would stand on paper."""
    with ZipFile(BytesIO(data)) as archive:
        body = ElementTree.fromstring(archive.read("word/document.xml")).find(f"{_WORD}body")
    return [] if body is None else tidy("".join(_docx_texts(body))).split()


def _docx_texts(element: ElementTree.Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_WORD}sdt":
            continue
        if child.tag == f"{_WORD}t":
            yield child.text or ""
        elif child.tag in (f"{_WORD}br", f"{_WORD}tab"):
            yield " "
        else:
            yield from _docx_texts(child)
            if child.tag == f"{_WORD}p":
                yield "\n"


def html_words(data: bytes) -> list[str]:
    """The words of an HTML file, as they would stand on paper."""
    reader = _Html()
    reader.feed(data.decode("utf-8"))
    reader.close()
    return tidy("".join(reader.texts)).split()


class _Html(HTMLParser):
    """Collects the words of the body, without what stands there for the page only."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._open: list[tuple[str, bool]] = []
        """The elements that are open, each with whether its words count."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _INLINE_TAGS:
            self.texts.append("\n")
        if tag in _VOID_TAGS:
            return
        looks = set((dict(attrs).get("class") or "").split())
        counts = not self._open or self._open[-1][1]
        self._open.append((tag, counts and tag not in _UNREAD_TAGS and not looks & _UNREAD_LOOKS))

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE_TAGS:
            self.texts.append("\n")
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][1]:
            self.texts.append(data)


_INLINE_TAGS = frozenset({"a", "em", "strong", "span"})
_VOID_TAGS = frozenset({"br", "img", "meta"})
_UNREAD_TAGS = frozenset({"head", "nav", "svg", "footer"})
_UNREAD_LOOKS = frozenset({"mark", "unseen", "box", "part"})


def pdf_words(data: bytes) -> list[str]:
    """The words of a tagged PDF in the order of its structure tree."""
    return "".join(text for kind, text in pdf_texts(data)).split()


def pdf_texts(data: bytes) -> list[tuple[str, str]]:
    """The texts of a tagged PDF with the kind of element that each stands in; see `pdf_words`."""
    from pikepdf import open as open_pdf

    with open_pdf(BytesIO(data)) as pdf:
        pieces: _Pieces = {page.objgen: _marked_texts(page) for page in pdf.pages}
        return list(_element_texts(pdf.Root.StructTreeRoot.K, pieces, (0, 0)))


def page_lines(data: bytes) -> list[list[Shown]]:
    """Every string of our PDF, page by page, in the order in which it is drawn."""
    from pikepdf import open as open_pdf

    with open_pdf(BytesIO(data)) as pdf:
        return [list(_shown(page)) for page in pdf.pages]


# Objects of a PDF have the type of whatever stands in the file, so `Any` is what they are here.
_Pieces = dict[Any, dict[int, str]]


def _element_texts(element: Any, pieces: _Pieces, page: Any) -> Iterator[tuple[str, str]]:
    kind = str(element.S)
    if kind in _LEFT_OUT:
        return
    page = element.Pg.objgen if "/Pg" in element else page
    kids = element.get("/K", [])
    for kid in kids if _is_array(kids) else [kids]:
        if isinstance(kid, int):
            yield kind, pieces[page].get(kid, "").replace(SOFT_HYPHEN, "")
        elif "/MCID" in kid:
            yield kind, pieces[kid.Pg.objgen].get(int(kid.MCID), "").replace(SOFT_HYPHEN, "")
        elif "/S" in kid:
            yield from _element_texts(kid, pieces, page)
    if kind not in _INLINE:
        yield kind, "\n"


def _is_array(value: object) -> bool:
    from pikepdf import Array

    return isinstance(value, (Array, list))


def _marked_texts(page: Any) -> dict[int, str]:
    """The text of each marked piece of a page, by its number."""
    texts: dict[int, str] = {}
    for line in _shown(page):
        if line.piece is not None:
            texts[line.piece] = texts.get(line.piece, "") + line.text
    return texts


def _shown(page: Any) -> Iterator[Shown]:
    """Every string that a page shows; understands the operators that our own pages use."""
    from pikepdf import parse_content_stream

    fonts = {name: _Font(font) for name, font in page.resources.get("/Font", {}).items()}
    pieces: list[int | None] = []
    kept: list[_Matrix] = []
    matrix, place = _NOTHING, _NOTHING
    font, size, leading = "", 0.0, 0.0
    ahead = 0.0  # how far the strings before this one reach on its line
    for step in parse_content_stream(page):
        operands: Any = step.operands
        match str(step.operator):
            case "BDC":
                properties = operands[1]
                pieces.append(int(properties.MCID) if "/MCID" in properties else None)
            case "BMC":
                pieces.append(None)
            case "EMC":
                pieces.pop()
            case "q":
                kept.append(matrix)
            case "Q":
                matrix = kept.pop()
            case "cm":
                matrix = _times(_matrix(operands), matrix)
            case "Tf":
                font, size = str(operands[0]), float(operands[1])
            case "TL":
                leading = float(operands[0])
            case "BT":
                ahead = 0.0
                place = _NOTHING
            case "Tm":
                ahead = 0.0
                place = _matrix(operands)
            case "Td":
                ahead = 0.0
                place = _times((1, 0, 0, 1, float(operands[0]), float(operands[1])), place)
            case "T*":
                ahead = 0.0
                place = _times((1, 0, 0, 1, 0, -leading), place)
            case "Tj":
                scale, _, _, _, x, y = _times(place, matrix)
                codes = bytes(operands[0])
                text = fonts[font].decoded(codes)
                yield Shown(
                    pieces[-1] if pieces else None, fonts[font].name, size * scale, x + ahead * scale, y, text
                )
                ahead += fonts[font].width(codes) * size / 1000
            case _:
                pass


_Matrix = tuple[float, float, float, float, float, float]
_NOTHING: _Matrix = (1, 0, 0, 1, 0, 0)


def _matrix(operands: Any) -> _Matrix:
    a, b, c, d, e, f = map(float, operands)
    return a, b, c, d, e, f


def _times(first: _Matrix, then: _Matrix) -> _Matrix:
    a, b, c, d, e, f = first
    k, m, n, o, p, q = then
    return a * k + b * n, a * m + b * o, c * k + d * n, c * m + d * o, e * k + f * n + p, e * m + f * o + q


class _Font:
    """A font of the file: its name, and what each of its codes stands for, from its own table."""

    def __init__(self, font: Any) -> None:
        self.name = str(font.BaseFont).split("+")[1]
        self._widths = [float(width) for width in font.Widths]
        table = bytes(font.ToUnicode.read_bytes()).decode("ascii")
        self._meaning = {
            int(code, 16): bytes.fromhex(sign).decode("utf-16-be") for code, sign in _ROW.findall(table)
        }

    def decoded(self, codes: bytes) -> str:
        return "".join(self._meaning[code] for code in codes)

    def width(self, codes: bytes) -> float:
        """The width of a string, in thousandths of the size of the letters."""
        return sum(self._widths[code] for code in codes)
