"""Parts of a PDF file that ReportLab leaves to others, or writes differently from what the archive asks."""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObject, PDFStream, PDFStreamFilterZCompress

_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r", "\n": "\\n"})
_END = b"endstream\n"


def text_string(text: str) -> str:
    """A text of the file itself (title, alternative text) as a string object."""
    if text.isascii():
        return f"({text.translate(_ESCAPES)})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


class Ready(PDFObject):
    """An object of the file whose text is already there."""

    def __init__(self, text: str = "") -> None:
        self.text = text

    def format(self, document: object) -> bytes:
        return self.text.encode("ascii")


class Stream(PDFStream):
    """A stream with a line break between its data and the word that ends it (ISO 19005-2, 6.1.7.1).

    Both its signs are written, so that it cannot be taken for the last byte of the data.
    """

    def format(self, document: object) -> bytes:
        text: bytes = super().format(document)
        return text.removesuffix(_END) + b"\r\n" + _END


def stream(data: bytes | str, compress: bool = True, **entries: object) -> Stream:
    """Data as a stream of the file, with further entries of its dictionary."""
    return Stream(PDFDictionary(entries), data, [PDFStreamFilterZCompress()] if compress else None)


def picture(data: bytes, size: tuple[int, int], space: str, *, jpeg: bool) -> Stream:
    """A picture of so many pixels as a stream of the file: a whole JPEG, or its bare pixels of 8 bits.

    ReportLab's own pictures end without the line break that the archive asks for.
    """
    looks: dict[str, object] = {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": size[0],
        "Height": size[1],
        "ColorSpace": PDFName(space),
        "BitsPerComponent": 8,
    }
    return stream(data, False, Filter=PDFName("DCTDecode"), **looks) if jpeg else stream(data, True, **looks)
