"""The letters on paper: Open Sans in five faces, what it can show, and how wide it is.

The files come from the package ttf-opensans and are read once, at first use. Every sign that the font
lacks is shown as □ and can be named, so that nobody's name or word disappears unseen.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file, files
from typing import Final, Literal

from reportlab.pdfbase.ttfonts import TTFontFile

FaceName = Literal["regular", "italic", "bold", "bold_italic", "semibold"]
FAMILY: Final = "Open Sans"
BOX: Final = "\u25a1"
SOFT_HYPHEN: Final = "\u00ad"

_FILES: Final[dict[FaceName, str]] = {
    "regular": "OpenSans-Regular.ttf",
    "italic": "OpenSans-Italic.ttf",
    "bold": "OpenSans-Bold.ttf",
    "bold_italic": "OpenSans-BoldItalic.ttf",
    "semibold": "OpenSans-SemiBold.ttf",
}
_CACHED_WORDS: Final = 50_000
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
# Bytes that would need an escape, or be read as a line break, inside a string of a PDF page.
_AWKWARD: Final = frozenset(b"\n\r()\\")


class Face:
    """One face of the font: widths for the layout, codes for the page.

    Attributes:
        widths: width of each sign (by code point) in thousandths of the font size.
        codes: each code point as the two signs that stand for it in a page's text string; a line break
            becomes "show this line and go to the next", so that a paragraph is translated in one go.
        cids: each code point's number in the embedded font.
    """

    def __init__(self, name: FaceName) -> None:
        self.name = name
        with as_file(files("ttf_opensans") / "ttf" / _FILES[name]) as path:
            self.font = TTFontFile(str(path))
        _add_box(self.font)
        signs = [sign for sign in sorted(self.font.charToGlyph) if _is_text(sign)]
        self.widths: dict[int, float] = {sign: self.font.charWidths[sign] for sign in signs}
        self.cids = dict(zip(signs, _numbers(), strict=False))
        self.codes = {sign: chr(cid >> 8) + chr(cid & 255) for sign, cid in self.cids.items()}
        self.codes[ord("\n")] = ")Tj T*("
        self.space = self.widths[ord(" ")]
        self.words = _Widths(self.widths)

    def width(self, text: str, size: float) -> float:
        """How wide a tidied text is at a font size, in points."""
        return self.words[text] * size / 1000


class _Widths(dict[str, float]):
    """Widths of words seen before; a text uses the same few thousand words again and again."""

    def __init__(self, widths: dict[int, float]) -> None:
        super().__init__()
        self._width_of = widths.__getitem__

    def __missing__(self, word: str) -> float:
        if len(self) > _CACHED_WORDS:
            self.clear()
        width = self[word] = sum(map(self._width_of, map(ord, word)))
        return width


@cache
def face(name: FaceName) -> Face:
    """The face with this name, read from its file the first time."""
    return Face(name)


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
    """The signs that paper cannot show, each once and by name: "U+4E2D (CJK UNIFIED IDEOGRAPH-4E2D)"."""
    text = unicodedata.normalize("NFC", text).translate(_SAME_LOOK)
    unknown = dict.fromkeys(sign for sign in text if sign not in _known())
    return [named(sign) for sign in unknown]


def named(sign: str) -> str:
    """A sign for people who must find it: "U+4E2D (CJK UNIFIED IDEOGRAPH-4E2D)"."""
    return f"U+{ord(sign):04X} ({unicodedata.name(sign, 'naamloos teken')})"


@cache
def _known() -> frozenset[str]:
    """The signs that every face has, so that a word does not change when it is set in bold."""
    signs = frozenset.intersection(*(frozenset(face(name).widths) for name in _FILES))
    return frozenset(map(chr, signs)) | {"\n"}


def _is_text(sign: int) -> bool:
    """Whether a sign means something by itself; codes for private use say nothing to whoever copies them."""
    return sign >= 0x20 and not 0xE000 <= sign <= 0xF8FF and sign != 0xFFFE


def _numbers() -> Iterator[int]:
    """Numbers for signs whose two bytes can stand in a page as they are."""
    return (n for n in range(1, 1 << 16) if n >> 8 not in _AWKWARD and n & 255 not in _AWKWARD)


def _add_box(font: TTFontFile) -> None:
    """Give the font a □: the outline of its "no such sign" glyph once more, as an ordinary glyph.

    Pointing at that first glyph itself is forbidden in an accessible PDF (ISO 14289-1, 7.21.8), and the
    font has no other box. The parser keeps a list of where each outline begins, so one more entry that
    begins where the first one does is enough.
    """
    if ord(BOX) in font.charToGlyph:
        return
    glyph = len(font.glyphPos)
    font.glyphPos += font.glyphPos[:2]
    font.hmetrics += [font.hmetrics[0]] * (glyph + 1 - len(font.hmetrics))
    font.charToGlyph[ord(BOX)] = glyph
    font.charWidths[ord(BOX)] = font.defaultWidth
