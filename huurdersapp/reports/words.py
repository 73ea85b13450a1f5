"""The words of a finished PDF or Word file, in the order in which they are read aloud.

For checking that both say the same. Left out on both sides: the mark, running heads, page numbers, the contents
list, bullets and numbers of lists, and the figures inside charts, which are part of a picture in Word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
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
            yield kind, pieces[page][kid].replace(SOFT_HYPHEN, "")
        elif "/MCID" in kid:
            yield kind, pieces[kid.Pg.objgen][int(kid.MCID)].replace(SOFT_HYPHEN, "")
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

    meanings = {name: _meaning(font) for name, font in page.resources.get("/Font", {}).items()}
    pieces: list[int | None] = []
    font, size, leading, x, y = "", 0.0, 0.0, 0.0, 0.0
    scales = [(1.0, 0.0, 0.0)]
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
                scales.append(scales[-1])
            case "Q":
                scales.pop()
            case "cm":
                scales[-1] = (float(operands[0]), float(operands[4]), float(operands[5]))
            case "Tf":
                font, size = str(operands[0]), float(operands[1])
            case "TL":
                leading = float(operands[0])
            case "BT":
                x = y = 0.0
            case "Td":
                x, y = x + float(operands[0]), y + float(operands[1])
            case "T*":
                y -= leading
            case "Tj":
                text = _decoded(bytes(operands[0]), meanings[font])
                scale, right, up = scales[-1]
                piece = pieces[-1] if pieces else None
                yield Shown(piece, font.strip("/"), size * scale, x * scale + right, y * scale + up, text)
            case _:
                pass


def _decoded(code: bytes, meaning: dict[bytes, str]) -> str:
    return "".join(meaning[code[i : i + 2]] for i in range(0, len(code), 2))


def _meaning(font: Any) -> dict[bytes, str]:
    """What each code of a font stands for, from its own table."""
    meaning: dict[bytes, str] = {}
    for line in bytes(font.ToUnicode.read_bytes()).decode("ascii").splitlines():
        if line.startswith("<") and line.count("<") == 2 and line != "<0000> <FFFF>":
            code, sign = line.replace("<", "").replace(">", "").split()
            meaning[bytes.fromhex(code)] = bytes.fromhex(sign).decode("utf-16-be")
    return meaning
