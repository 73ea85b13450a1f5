"""The pages of a PDF as pictures, for the screen and the printer: the same drawing as in the file.

pdfium is not made for more than one thread at a time, so everything that reaches it goes through one lock.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass

from pypdfium2 import PdfBitmap, PdfDocument

_PDFIUM = threading.RLock()
"""Re-entrant, because a document may be thrown away while another one is being asked."""
POINTS = 72
"""Points to an inch: a scale of 1 is one pixel a point."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as pixels of four bytes: blue, green, red and one without meaning, row by row."""

    width: int
    height: int
    stride: int
    pixels: memoryview


class Pages:
    """The pages of one PDF; may be asked from any thread. `close` when it is no longer shown."""

    def __init__(self, pdf: bytes) -> None:
        with _PDFIUM:
            self._document: PdfDocument | None = PdfDocument(pdf)
            self.sizes: tuple[tuple[float, float], ...] = tuple(
                self._document.get_page_size(number) for number in range(len(self._document))
            )
            """Width and height of each page in points."""

    def picture(self, number: int, scale: float) -> Picture | None:
        """A page, counted from 0, with so many pixels a point; None after `close`."""
        with _PDFIUM:
            if self._document is None:
                return None
            page = self._document[number]
            try:
                # "Native": into memory of Python's own, which stays when pdfium has done with it. A copy would cost as
                # much as the drawing.
                bitmap = page.render(scale=scale, prefer_bgrx=True, bitmap_maker=PdfBitmap.new_native)
                pixels = memoryview(bitmap.buffer).cast("B")
                shape = bitmap.width, bitmap.height, bitmap.stride
                bitmap.close()
                return Picture(*shape, pixels)
            finally:
                page.close()

    def close(self) -> None:
        """Give the memory back."""
        with _PDFIUM:
            document, self._document = self._document, None
            if document is not None:
                document.close()

    def __del__(self) -> None:
        if getattr(self, "_document", None) is not None:
            self.close()
