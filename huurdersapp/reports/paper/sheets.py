"""Pages on which everything has a place of its own: sheets to fill in, labels, flyers.

Where a report flows, these are drawn at places that are told, in points from the upper left corner. They are tagged
by the same canvas as every other PDF of ours, and say the same about themselves.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from datetime import datetime
from io import BytesIO
from typing import BinaryIO

from reportlab import rl_config

from huurdersapp.reports.document import Document, Text, plain
from huurdersapp.reports.fonts import FaceName, font_name, missing_signs, tidy, width
from huurdersapp.reports.paper.deliver import deliver
from huurdersapp.reports.paper.forms import SIGNS
from huurdersapp.reports.paper.furniture import shortened
from huurdersapp.reports.paper.metadata import LANGUAGE, about, write_facts
from huurdersapp.reports.paper.objects import text_string
from huurdersapp.reports.paper.paragraphs import TextBlock, colour, text_block
from huurdersapp.reports.paper.style import GREY, INK, PAGE_HEIGHT, PAGE_WIDTH, TextStyle
from huurdersapp.reports.paper.tagging import Element, TaggedCanvas
from huurdersapp.reports.written import Written

rl_config.useA85 = 0  # as in `pdf.py`
_NARROWEST = 0.6
"""A line that does not fit gets smaller letters, down to this share of its size; then it is cut."""


class Sheet:
    """One page to draw on. `top` is always measured from the upper edge of the page, in points.

    `said` are the texts that were drawn; who draws a text without `line`, `text` or `measured` adds it there.
    """

    def __init__(self, canvas: TaggedCanvas, root: Element, height: float, said: list[str]) -> None:
        self.canvas = canvas
        self.root = root
        self.height = height
        self.said = said

    def line(
        self,
        text: str,
        x: float,
        base: float,
        element: Element | None,
        *,
        size: float = 9.5,
        face: FaceName = "regular",
        ink: str = INK,
        room: float | None = None,
        more: bool = False,
    ) -> float:
        """One line of text with its foot at `base`; returns its width. Without an element it is decoration.

        In a `room` too narrow the letters shrink a little, and what still does not fit ends in dots. `more` says that
        the same text goes on elsewhere, so that whoever listens hears two words.
        """
        self.said.append(text)
        text = " ".join(tidy(text).split(" "))
        if room is not None:
            size = max(size * _NARROWEST, min(size, size * room / max(width(text, face, size), 0.1)))
            text = shortened(text, room + 0.01, face, size)
        canvas = self.canvas
        canvas.setFont(font_name(face), size)
        canvas.setFillColor(colour(ink))
        if element is None:
            canvas.begin_artifact()
        canvas.owner = element
        canvas.drawString(x, self.height - base, f"{text} " if more else text)
        canvas.owner = None
        if element is None:
            canvas.end()
        return width(text, face, size)

    def text(
        self, text: Text, style: TextStyle, x: float, top: float, room: float, element: Element
    ) -> float:
        """A text of as many lines as it needs; returns its height."""
        block = self.measured(text, style, room, element)
        block.drawOn(self.canvas, x, self.height - top - block.height)
        return float(block.height)

    def measured(self, text: Text, style: TextStyle, room: float, element: Element) -> TextBlock:
        """A text with its lines broken, to be drawn later."""
        self.said.append(plain(text))
        block = text_block(text, style, element, room)
        block.wrap(room, 0)
        return block

    def place(self, block: TextBlock, x: float, top: float) -> None:
        """Draw a text that was measured."""
        block.drawOn(self.canvas, x, self.height - top - block.height)

    def box(self, x: float, top: float, size: float, parent: Element, kind: str = "Span") -> None:
        """A box to tick, which is heard as the sign that it stands for."""
        element = Element(kind, parent, f"/ActualText{text_string(SIGNS[True, False])}")
        canvas = self.canvas
        canvas.begin(element)
        canvas.setStrokeColor(colour(INK))
        canvas.setLineWidth(0.9)
        canvas.rect(x, self.height - top - size, size, size)
        canvas.end()

    def rule(self, left: float, top: float, right: float, ink: str = GREY, weight: float = 0.6) -> None:
        """A line from left to right: to write on, or between things."""
        canvas = self.canvas
        canvas.begin_artifact()
        canvas.setStrokeColor(colour(ink))
        canvas.setLineWidth(weight)
        canvas.line(left, self.height - top, right, self.height - top)
        canvas.end()

    def panel(
        self, x: float, top: float, wide: float, high: float, ink: str, edge: str | None = None
    ) -> None:
        """A coloured ground, or with `edge` only a frame of that colour."""
        canvas = self.canvas
        canvas.begin_artifact()
        canvas.setFillColor(colour(ink))
        if edge:
            canvas.setStrokeColor(colour(edge))
            canvas.setLineWidth(1)
        canvas.rect(x, self.height - top - high, wide, high, stroke=int(bool(edge)), fill=int(not edge))
        canvas.end()


def write_sheets(
    document: Document,
    pages: Sequence[Callable[[Sheet], None]],
    target: str | os.PathLike[str] | BinaryIO,
    *,
    created: datetime,
    size: tuple[float, float] = (PAGE_WIDTH, PAGE_HEIGHT),
    scale: float = 1.0,
    root: Element | None = None,
) -> Written:
    """Draw the pages, each by its own function, and write the file; of the document only its facts are used.

    `size` is that of the paper; with `scale` the pages are drawn as on paper that is so much larger. The same values
    and moment give the same bytes. A file that stood there is replaced only when the new one is complete. Raises
    OSError where nothing can be written.
    """
    root = root or Element("Document")
    stream, said = BytesIO(), [document.title]

    def at_end(canvas: TaggedCanvas) -> None:
        canvas.setViewerPreference("DisplayDocTitle", "true")
        write_facts(canvas, about(document, created))

    canvas = TaggedCanvas(
        stream,
        root=root,
        at_end=at_end,
        pagesize=size,
        invariant=1,
        pageCompression=1,
        lang=LANGUAGE,
        initialFontName=font_name("regular"),
    )
    for draw in pages:
        canvas.scale(scale, scale)
        draw(Sheet(canvas, root, size[1] / scale, said))
        canvas.showPage()
    canvas.save()
    deliver(stream.getvalue(), target)
    return Written(len(pages), tuple(missing_signs("".join(said))))
