"""A ReportLab drawing that is filled from the upper left corner, as charts are laid out."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing, Path, Polygon, PolyLine, Rect, String

from huurdersapp.reports.fonts import font_name
from huurdersapp.reports.paper.paragraphs import colour
from huurdersapp.reports.paper.style import INK

_APART = 5.0
_HATCH_WIDTH = 1.1


class Sketch:
    """Adds shapes to `drawing`; all measures are points from its upper left corner."""

    def __init__(self, width: float, height: float, size: float) -> None:
        self.drawing = Drawing(width, height, initialFontName=font_name("regular"), initialFontSize=size)
        self._height = height
        self._size = size

    def text(
        self, x: float, y: float, text: str, ink: str = INK, *, strong: bool = False, size: float = 0.0
    ) -> None:
        """Tidied text with its baseline at `y`."""
        self.drawing.add(
            String(
                x,
                self._height - y,
                text,
                fontName=font_name("semibold" if strong else "regular"),
                fontSize=size or self._size,
                fillColor=colour(ink),
            )
        )

    def area(self, x: float, y: float, width: float, height: float, ink: str) -> None:
        """A filled rectangle."""
        bottom = self._height - y - height
        self.drawing.add(Rect(x, bottom, width, height, fillColor=colour(ink), strokeColor=None))

    def frame(self, x: float, y: float, width: float, height: float, ink: str, thickness: float) -> None:
        """The outline of a rectangle."""
        bottom = self._height - y - height
        self.drawing.add(
            Rect(x, bottom, width, height, fillColor=None, strokeColor=colour(ink), strokeWidth=thickness)
        )

    def line(
        self,
        points: Sequence[tuple[float, float]],
        ink: str,
        thickness: float,
        dash: Sequence[float] = (),
    ) -> None:
        """A line through points, with dashes if asked."""
        self.drawing.add(
            PolyLine(
                self._flat(points),
                strokeColor=colour(ink),
                strokeWidth=thickness,
                strokeDashArray=list(dash) or None,
            )
        )

    def polygon(self, points: Sequence[tuple[float, float]], ink: str) -> None:
        """The filled area inside points."""
        self.drawing.add(Polygon(self._flat(points), fillColor=colour(ink), strokeColor=None))

    def hatch(self, x: float, y: float, width: float, height: float, ink: str) -> None:
        """Slanting lines that fill a rectangle."""
        path = Path(strokeColor=colour(ink), strokeWidth=_HATCH_WIDTH, fillColor=None)
        bottom = self._height - y - height
        start = _APART - height
        while start < width:
            first, last = max(start, 0.0), min(start + height, width)
            path.moveTo(x + first, bottom + first - start)
            path.lineTo(x + last, bottom + last - start)
            start += _APART
        self.drawing.add(path)

    def _flat(self, points: Sequence[tuple[float, float]]) -> list[float]:
        return [value for x, y in points for value in (x, self._height - y)]
