"""A chart as a picture, for Word: the same drawing as in the PDF."""

from __future__ import annotations

from io import BytesIO

from huurdersapp.reports.fonts import face
from huurdersapp.reports.paper.charts import Plot
from huurdersapp.reports.paper.fontfile import embed
from huurdersapp.reports.paper.pdffile import PdfFile
from huurdersapp.reports.paper.pen import FONT_NAMES, Pen, Shared

_SCALE = 3.0
_EDGE = 1.0


def picture_of(plot: Plot) -> tuple[bytes, float, float]:
    """The chart as a PNG file at three times the size of the screen, with its width and height in points."""
    from pypdfium2 import PdfDocument

    width, height = plot.width + 2 * _EDGE, plot.height + 2 * _EDGE
    shared = Shared()
    pen = Pen(shared, height=height)
    plot.draw(pen, _EDGE, _EDGE)
    rendered = PdfDocument(_page(pen, shared, width, height))
    try:
        image = rendered[0].render(scale=_SCALE).to_pil()
    finally:
        rendered.close()
    stream = BytesIO()
    image.save(stream, "PNG", optimize=False)
    return stream.getvalue(), width, height


def _page(pen: Pen, shared: Shared, width: float, height: float) -> bytes:
    """A PDF of the chart alone, without anything that only a reader of a whole document needs."""
    pdf = PdfFile()
    page, parent = pdf.reserve(), pdf.reserve()
    fonts = ""
    for name, used in sorted(shared.used.items()):
        number = pdf.reserve()
        embed(pdf, number, face(name), used)
        fonts += f"/{FONT_NAMES[name]} {number} 0 R"
    content = pdf.add_stream(pen.content())
    pdf.put(
        page,
        f"<</Type/Page/Parent {parent} 0 R/MediaBox[0 0 {width:.2f} {height:.2f}]"
        f"/Resources<</Font<<{fonts}>>>>/Contents {content} 0 R>>",
    )
    pdf.put(parent, f"<</Type/Pages/Count 1/Kids[{page} 0 R]>>")
    return pdf.finished(pdf.add(f"<</Type/Catalog/Pages {parent} 0 R>>"), pdf.add("<<>>"))
