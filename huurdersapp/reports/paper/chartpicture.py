"""A chart as a picture, for Word: the same drawing as in the PDF."""

from __future__ import annotations

from io import BytesIO

from reportlab.graphics.renderPDF import drawToString
from reportlab.graphics.shapes import Drawing, Group

from huurdersapp.reports.fonts import font_name
from huurdersapp.reports.paper.trends import Drawable

SCALE = 3.0
_EDGE = 1.0


def picture_of(plot: Drawable, scale: float = SCALE) -> tuple[bytes, float, float]:
    """The chart as a PNG file of so many pixels to a point, with its width and height in points."""
    from pypdfium2 import PdfDocument

    drawing = plot.drawing()
    wider = Drawing(
        plot.width + 2 * _EDGE,
        plot.height + 2 * _EDGE,
        initialFontName=font_name("regular"),
        initialFontSize=9,
    )
    wider.add(Group(*drawing.contents, transform=(1, 0, 0, 1, _EDGE, _EDGE)))
    rendered = PdfDocument(drawToString(wider, invariant=1))
    try:
        image = rendered[0].render(scale=scale).to_pil()
    finally:
        rendered.close()
    stream = BytesIO()
    image.save(stream, "PNG", optimize=False)
    return stream.getvalue(), wider.width, wider.height
