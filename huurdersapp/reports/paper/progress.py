"""Measures on their way: a bar for where each is, a line or a band for where it should be, and both in words beside it.

Every bar has a scale of its own, on which the target lies at the same place: whoever looks down the targets sees at once
which bars do not reach theirs, whatever they are counted in.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing

from huurdersapp.reports.document import Progress, ProgressRow
from huurdersapp.reports.paper.charts import LEADING, SIZE, broken
from huurdersapp.reports.paper.sketch import Sketch
from huurdersapp.reports.paper.style import ACCENT, GREY, INK, RULE

_NAMES, _WORDS, _GAP = 0.34, 0.30, 12.0
_HIGH = 12.0
_GOAL = 0.78
"""Where on the track the target lies."""
_BEYOND = 4.0
_WHITE, _TRACK, _BAND = "#FFFFFF", "#EDEFF2", "#0B5394"
_BETWEEN = 9.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A measure with its words broken into lines."""

    row: ProgressRow
    name: list[str]
    shown: list[str]
    about: list[str]

    @property
    def height(self) -> float:
        return max(len(self.name), len(self.shown) + len(self.about), 2) * LEADING + _BETWEEN


class ProgressPlot:
    """Measures at a width; made first, to know the height, and drawn later."""

    def __init__(self, block: Progress, wide: float) -> None:
        self.width = wide
        self._names = wide * _NAMES
        self._track = wide * (1 - _NAMES - _WORDS) - 2 * _GAP
        room = wide * _WORDS
        self._rows = [
            _Row(
                row,
                broken(row.label, self._names),
                broken(row.shown, room, strong=True),
                broken(", ".join(words for words in (row.goal, row.state) if words), room),
            )
            for row in block.rows
        ]
        self.height = sum(row.height for row in self._rows) + 2

    def drawing(self) -> Drawing:
        """The measures, ready to be put on a page."""
        pen = Sketch(self.width, self.height, SIZE)
        y = 0.0
        for row in self._rows:
            if y:
                pen.line([(0, y - _BETWEEN / 2), (self.width, y - _BETWEEN / 2)], RULE, 0.4)
            self._draw_row(pen, row, y)
            y += row.height
        return pen.drawing

    def _draw_row(self, pen: Sketch, row: _Row, y: float) -> None:
        middle = y + (row.height - _BETWEEN) / 2
        _lines(pen, 0, middle, row.name)
        left = self.width * (1 - _WORDS)
        _lines(pen, left, middle, [*row.shown, *row.about], strong=len(row.shown))
        self._draw_bar(pen, row.row, self._names + _GAP, middle - _HIGH / 2)

    def _draw_bar(self, pen: Sketch, row: ProgressRow, left: float, top: float) -> None:
        wide, limits = self._track, [limit for limit in (row.low, row.high) if limit is not None]
        if not limits:  # a bar towards nothing would say something
            return
        goal = max(limits)
        value = max(row.value or 0.0, 0.0)
        unit = wide / (max(goal / _GOAL, value) or 1.0)
        if row.value is None:
            _dashed(pen, left, top, wide)
        else:
            pen.area(left, top, wide, _HIGH, _TRACK)
        if len(limits) == 2 and row.low != row.high:
            start, end = left + max(0.0, min(limits)) * unit, left + goal * unit
            pen.area(start, top - _BEYOND, end - start, _HIGH + 2 * _BEYOND, _WHITE)
            pen.hatch(start, top - _BEYOND, end - start, _HIGH + 2 * _BEYOND, "#A9CBEA")
        if value:
            inset = 2.0 if len(limits) == 2 and row.low != row.high else 0.0
            pen.area(left, top + inset, value * unit, _HIGH - 2 * inset, ACCENT)
        for limit in dict.fromkeys(limits):
            x = left + max(0.0, limit) * unit
            pen.area(x - 2, top - _BEYOND, 4, _HIGH + 2 * _BEYOND, _WHITE)
            pen.area(x - 1, top - _BEYOND, 2, _HIGH + 2 * _BEYOND, INK)


def _dashed(pen: Sketch, left: float, top: float, wide: float) -> None:
    """The outline of a bar of which nothing is shown."""
    corners = [(left, top), (left + wide, top), (left + wide, top + _HIGH), (left, top + _HIGH), (left, top)]
    pen.line(corners, GREY, 0.6, (2, 2))


def _lines(pen: Sketch, left: float, middle: float, lines: list[str], strong: int = 0) -> None:
    """Lines around a height, the first so many of them strong."""
    base = middle - len(lines) * LEADING / 2 + 9
    for number, line in enumerate(lines):
        pen.text(left, base + number * LEADING, line, strong=number < strong)
