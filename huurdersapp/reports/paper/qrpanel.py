"""A QR code as a figure, drawn as squares: sharp at any size, and the same in print."""

from __future__ import annotations

from io import BytesIO

from reportlab.platypus import Flowable

from huurdersapp.reports.fonts import tidy
from huurdersapp.reports.paper.paragraphs import colour
from huurdersapp.reports.paper.style import MM
from huurdersapp.reports.paper.tagging import Element, TaggedCanvas, alternative
from huurdersapp.reports.qr import QUIET, qr_rows

QR_SIZE = 40 * MM
"""With the white around it; read at an arm's length it must be over 2 cm."""
_SMALLEST = 8
"""Dots a module in a picture: 300 to the inch at this size."""


def says(address: str) -> str:
    """What a QR code is called for whoever cannot see it."""
    return f"QR-code van {tidy(address)}"


def draw_qr(canvas: TaggedCanvas, address: str, x: float, y: float, size: float, element: Element) -> None:
    """Draw the code with its white in a square with this lower left corner, as the figure `element`."""
    rows = qr_rows(address)
    one = size / (len(rows) + 2 * QUIET)
    edges = " ".join(f"{value:.2f}" for value in canvas.box_here(x, y, x + size, y + size))
    element.entries += f"/A<</O/Layout/Placement/Block/BBox[{edges}]>>"
    canvas.begin(element)
    canvas.setFillColor(colour("#FFFFFF"))
    canvas.rect(x, y, size, size, stroke=0, fill=1)
    canvas.setFillColor(colour("#000000"))
    path = canvas.beginPath()
    for place, row in enumerate(rows):
        bottom = y + size - (QUIET + place + 1) * one
        start = None
        for column, dark in enumerate((*row, False)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                path.rect(x + (QUIET + start) * one, bottom, (column - start) * one, one)
                start = None
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.end()


def qr_figure(address: str, parent: Element) -> Element:
    """The element of a code, with its words."""
    return Element("Figure", parent, alternative(says(address)))


class QrPanel(Flowable):
    """A code among other blocks."""

    def __init__(self, address: str, parent: Element) -> None:
        super().__init__()
        self.address = address
        self.element = qr_figure(address, parent)
        self.width = self.height = QR_SIZE
        self.spaceBefore, self.spaceAfter = 6.0, 2.0
        self.keep = True

    def draw(self) -> None:
        draw_qr(self.canv, self.address, 0, 0, QR_SIZE, self.element)


def qr_picture(address: str) -> bytes:
    """The code as a PNG file, for Word."""
    from PIL import Image

    rows = qr_rows(address)
    side = len(rows) + 2 * QUIET
    image = Image.new("1", (side, side), 1)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                image.putpixel((x + QUIET, y + QUIET), 0)
    stream = BytesIO()
    image.resize((side * _SMALLEST, side * _SMALLEST), Image.Resampling.NEAREST).save(
        stream, "PNG", optimize=False
    )
    return stream.getvalue()
