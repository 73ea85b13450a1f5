"""The letters on paper: Open Sans in five faces, what it can show, and how wide it is.

The files come from the package ttf-opensans and are read once, at first use. Every sign that the font
lacks is shown as □ and can be named, so that nobody's name or word disappears unseen.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from importlib.resources import as_file, files
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Literal
from zlib import compress

from reportlab.pdfbase.pdfdoc import PDFName, PDFStream, PDFTrueTypeFont
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from huurdersapp.reports.paper.objects import Ready, Stream

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDocument

FaceName = Literal["regular", "italic", "bold", "bold_italic", "semibold"]
FAMILY: Final = "Open Sans"
BOX: Final = "\u25a1"
SOFT_HYPHEN: Final = "\u00ad"

_FILES: Final[dict[FaceName, str]] = {
    "regular": "OpenSans-Regular",
    "italic": "OpenSans-Italic",
    "bold": "OpenSans-Bold",
    "bold_italic": "OpenSans-BoldItalic",
    "semibold": "OpenSans-SemiBold",
}
_CACHED_WORDS: Final = 50_000
_CACHED_FACES: Final = 16
"""Of each face, and of what belongs to it: some tens of kilobytes each."""
_PARSING: Final = Lock()
"""The parser of a font remembers where it reads, so two documents may not use it at once."""
# What looks the same in a sign of the font, or is invisible. A line break stays: it is one on paper too.
_SAME_LOOK: Final = str.maketrans(
    {
        "\t": " ",
        "\r": None,
        "\u00ad": None,
        "\u2010": "-",
        "\u2011": "-",
        "\u202f": "\u00a0",
        "\u2007": "\u00a0",
        "\ufeff": None,
    }
)


class OpenSans(TTFont):
    """A face as ReportLab knows it, with what its own class leaves undone."""

    def __init__(self, name: FaceName) -> None:
        with as_file(files("ttf_opensans") / "ttf" / f"{_FILES[name]}.ttf") as path:
            super().__init__(_FILES[name], str(path))
        _add_box(self.face)
        setattr(self.face, "makeSubset", _Subsets(self.face.makeSubset))  # noqa: B010 - a method to whoever reads types
        self._widths: dict[str, float] = {}

    def stringWidth(self, text: str, size: float, encoding: str = "utf-8") -> float:
        """The width, kept for each word: a text uses the same few thousand again and again."""
        wide = self._widths.get(text)
        if wide is None:
            if len(self._widths) > _CACHED_WORDS:
                self._widths.clear()
            wide = self._widths[text] = float(super().stringWidth(text, 1))
        return wide * size

    def splitString(self, text: str, doc: PDFDocument, encoding: str = "utf-8") -> list[tuple[int, bytes]]:
        """The text as codes; most lines hold nothing but ASCII, which always has its own codes, or signs that came before."""
        state = self.state.get(doc)
        if state is None:
            super().splitString("", doc)
            state = self.state[doc]
        if text.isascii():
            return [(0, text.encode("ascii"))]
        try:
            return [(0, bytes(map(state.assignments.__getitem__, map(ord, text.replace("\u00a0", " ")))))]
        except (KeyError, ValueError):  # a sign that is new, or one of a further subset
            return list(super().splitString(text, doc))

    def addObjects(self, doc: PDFDocument) -> None:
        """Put the face into the file; codes that stand for nothing get no meaning (ISO 14289-1, 7.21.7).

        What a face with the same letters needed before is used again: a preview is made anew with every word.
        """
        with _PARSING:
            known = set(doc.idToObject)
            super().addObjects(doc)
        for name in doc.idToObject.keys() - known:
            thing = doc.idToObject[name]
            if isinstance(thing, PDFTrueTypeFont):
                thing.Widths = Ready(_row(tuple(thing.Widths.sequence)))
            elif isinstance(thing, PDFStream):
                thing.__class__ = Stream
                content = thing.content
                if name.startswith("toUnicodeCMap:"):
                    content = _without_null(content).encode("ascii")
                thing.content, thing.filters = _packed(content), []
                thing.dictionary["Filter"] = PDFName("FlateDecode")


class _Subsets:
    """The part of a face that holds only the letters of one document, kept for the next document with the same."""

    def __init__(self, make: Callable[[Sequence[int]], bytes]) -> None:
        self._kept = lru_cache(maxsize=_CACHED_FACES)(make)

    def __call__(self, subset: Sequence[int]) -> bytes:
        return self._kept(tuple(subset))


@lru_cache(maxsize=_CACHED_FACES * 5)
def _packed(content: bytes) -> bytes:
    return compress(content)


@lru_cache(maxsize=_CACHED_FACES * 5)
def _row(widths: tuple[float, ...]) -> str:
    return f"[{' '.join(f'{wide:.6g}' for wide in widths)}]"


def _without_null(meaning: str) -> str:
    """A table of codes and signs without those that point at U+0000, in parts of at most 100 (as it must be)."""
    head, rest = meaning.split("endcodespacerange\n", 1)
    body, tail = rest.split("endbfchar\n", 1)
    rows = [row for row in body.split("\n")[1:] if row and not row.endswith("<0000>")]
    parts = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    sections = "".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar\n" for part in parts)
    return f"{head}endcodespacerange\n{sections}{tail}"


@cache
def _font(name: FaceName) -> OpenSans:
    font = OpenSans(name)
    registerFont(font)
    return font


@cache
def font_name(name: FaceName) -> str:
    """The name under which ReportLab knows the face, read from its file the first time."""
    return str(_font(name).fontName)


def width(text: str, name: FaceName, size: float) -> float:
    """How wide a tidied text is at a font size, in points."""
    return float(stringWidth(text, font_name(name), size))


def tidy(text: str) -> str:
    """The text as it will stand on paper: composed (NFC), and □ for each sign that the font lacks."""
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text).translate(_SAME_LOOK)
    known = _known()
    if known.issuperset(text):
        return text
    return "".join(sign if sign in known else BOX for sign in text)


def missing_signs(text: str) -> list[str]:
    """The signs that paper cannot show, each once and with its code: "U+4E2D (中)"."""
    text = unicodedata.normalize("NFC", text).translate(_SAME_LOOK)
    known = _known()
    if known.issuperset(text):
        return []
    return [named(sign) for sign in dict.fromkeys(text) if sign not in known]


def named(sign: str) -> str:
    """A sign for people who must find it: its code, and itself where one can see it: "U+4E2D (中)"."""
    code = f"U+{ord(sign):04X}"
    return f"{code} ({sign})" if sign.isprintable() and not unicodedata.combining(sign) else code


@cache
def _known() -> frozenset[str]:
    """The signs that every face has, so that a word does not change when it is set in bold."""
    signs = frozenset.intersection(*(frozenset(_font(name).face.charToGlyph) for name in _FILES))
    return frozenset(chr(sign) for sign in signs if _is_text(sign)) | {"\n"}


def _is_text(sign: int) -> bool:
    """Whether a sign means something by itself; codes for private use say nothing to whoever copies them."""
    return sign >= 0x20 and not 0xE000 <= sign <= 0xF8FF and sign != 0xFFFE


def _add_box(face: Any) -> None:
    """Give the font a □: the outline of its "no such sign" glyph once more, as an ordinary glyph.

    Pointing at that first glyph itself is forbidden in an accessible PDF (ISO 14289-1, 7.21.8), and the
    font has no other box. The parser keeps a list of where each outline begins, so one more entry that
    begins where the first one does is enough.
    """
    if ord(BOX) in face.charToGlyph:
        return
    glyph = len(face.glyphPos)
    face.glyphPos += face.glyphPos[:2]
    face.hmetrics += [face.hmetrics[0]] * (glyph + 1 - len(face.hmetrics))
    face.charToGlyph[ord(BOX)] = glyph
    face.charWidths[ord(BOX)] = face.defaultWidth
