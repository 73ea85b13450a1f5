"""The pages of a PDF as pictures, for the screen and the printer: the same drawing as in the file.

pdfium is not made for more than one thread at a time, so everything that reaches it goes through one lock.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
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


@dataclass(frozen=True, slots=True)
class PageHeading:
    """A heading as the outline has it: its level from 1, the page from 0, and how far down it stands, as a share of the
    height of the page."""

    level: int
    title: str
    page: int
    share: float


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

    def headings(self) -> tuple[PageHeading, ...]:
        """All headings in the order of the pages; none after `close`."""
        with _PDFIUM:
            return () if self._document is None else tuple(_headings(self._document, self.sizes))

    def close(self) -> None:
        """Give the memory back."""
        with _PDFIUM:
            document, self._document = self._document, None
            if document is not None:
                document.close()

    def __del__(self) -> None:
        if getattr(self, "_document", None) is not None:
            self.close()


def _headings(document: PdfDocument, sizes: Sequence[tuple[float, float]]) -> Iterator[PageHeading]:
    for mark in document.get_toc():
        goes_to = mark.get_dest()
        page = goes_to.get_index() if goes_to is not None else None
        if goes_to is None or page is None:
            continue
        _view, place = goes_to.get_view()
        height = sizes[page][1]
        top = height - place[1] if len(place) > 1 else 0.0
        yield PageHeading(mark.level + 1, mark.get_title(), page, max(0.0, min(1.0, top / height)))
