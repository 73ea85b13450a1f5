"""A measure through the years: its values as a line, its targets as lines or bands in their years, and the straight line
from the first measurement to them. Readable in grey: each has a form of its own, with its figure or words beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple, Protocol

from reportlab.graphics.shapes import Drawing

from huurdersapp.reports.document import Trend, TrendTarget, TrendValue
from huurdersapp.reports.fonts import tidy
from huurdersapp.reports.paper.charts import SIZE, figure, marker, scale, wide_of
from huurdersapp.reports.paper.sketch import Sketch
from huurdersapp.reports.paper.style import GREY, INK, RULE

_HIGH = 170.0
_LEFT, _ABOVE = 38.0, 14.0
_LINE, _WHITE = "#0B5394", "#FFFFFF"
_DASH, _DOTS = (5.0, 3.0), (1.5, 2.5)


class Drawable(Protocol):
    """What can be put on a page: its size is known before it is drawn."""

    width: float
    height: float

    def drawing(self) -> Drawing:
        """Ready to be put on a page."""


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


class TrendPlot:
    """A trend at a width; made first, to know its height, and drawn later."""

    def __init__(self, trend: Trend, wide: float) -> None:
        self.trend, self.width = trend, wide
        self.years = range(trend.first, max(trend.first, trend.last) + 1)
        numbers = [each.value for each in trend.values]
        numbers += [limit for each in trend.targets for limit in _limits(each)]
        self.axis = scale([*numbers, *(value for _on, value in trend.path)])
        widest = max(wide_of(figure(tick)) for tick in self.axis.ticks)
        self.left = max(_LEFT, widest + 12)
        self.legend = self._legend_rows()
        self.head = len(self.legend) * 15 + 6 + (SIZE + 9 if trend.unit else 0)
        self.bottom = self.head + _HIGH
        self.height = self.bottom + 22

    # -- places ----------------------------------------------------------------------------------------------------

    def _x(self, on: date) -> float:
        start, end = date(self.years[0], 1, 1), date(self.years[-1], 12, 31)
        share = (on - start).days / max(1, (end - start).days)
        return self.left + min(1.0, max(0.0, share)) * (self.width - self.left - 6)

    def _y(self, value: float) -> float:
        return self.bottom - self.axis.share(value) * (_HIGH - _ABOVE)

    def _edges(self, target: TrendTarget) -> tuple[float, float]:
        first, last = target.first or self.years[0], target.last or target.first or self.years[-1]
        return self._x(date(first, 1, 1)), self._x(date(last, 12, 31))

    # -- drawing ---------------------------------------------------------------------------------------------------

    def drawing(self) -> Drawing:
        """The trend, ready to be put on a page."""
        pen = Sketch(self.width, self.height, SIZE)
        self._draw_legend(pen)
        if self.trend.unit:
            pen.text(0, self.head - 6, tidy(self.trend.unit), GREY)
        self._draw_frame(pen)
        taken = [*self._marks()]
        for target in self.trend.targets:
            self._draw_target(pen, target)
        if len(self.trend.path) > 1:
            pen.line([(self._x(on), self._y(value)) for on, value in self.trend.path], GREY, 1.0, _DOTS)
        self._draw_values(pen)
        for each in sorted(self.trend.values, key=lambda one: one.on, reverse=True):
            self._say_value(pen, each, taken)
        for target in self.trend.targets:
            self._say_target(pen, target, taken)
        return pen.drawing

    def _draw_frame(self, pen: Sketch) -> None:
        for tick in self.axis.ticks:
            y = self._y(tick)
            pen.line([(self.left, y), (self.width, y)], GREY if tick == 0 else RULE, 0.6)
            text = figure(tick)
            pen.text(self.left - 6 - wide_of(text), y + 3, text, GREY)
        slot = (self.width - self.left) / len(self.years)
        every = int(-(-(wide_of("2030") + 6) // slot))
        for at, year in enumerate(self.years):
            x = self._x(date(year, 1, 1))
            pen.line([(x, self.bottom), (x, self.bottom + 4)], GREY, 0.6)
            if at % every == 0:
                middle = (x + self._x(date(year, 12, 31))) / 2
                wide = wide_of(str(year))
                pen.text(min(max(0.0, middle - wide / 2), self.width - wide), self.bottom + 15, str(year))

    def _draw_target(self, pen: Sketch, target: TrendTarget) -> None:
        left, right = self._edges(target)
        if target.low is not None and target.high is not None and target.low != target.high:
            top, bottom = self._y(target.high), self._y(target.low)
            pen.area(left, top, right - left, bottom - top, "#E3EDF7")
            pen.hatch(left, top, right - left, bottom - top, "#A9CBEA")
        for limit in _limits(target):
            pen.line([(left, self._y(limit)), (right, self._y(limit))], INK, 1.6)

    def _draw_values(self, pen: Sketch) -> None:
        for earlier in (True, False):
            run = [each for each in self.trend.values if each.earlier == earlier]
            points = [(self._x(each.on), self._y(each.value)) for each in sorted(run, key=lambda one: one.on)]
            if len(points) > 1:
                pen.line(points, GREY if earlier else _LINE, 1.8, _DASH if earlier else ())
            for each in run:
                self._draw_sign(pen, self._x(each.on), self._y(each.value), each)

    def _draw_sign(self, pen: Sketch, x: float, y: float, each: TrendValue) -> None:
        shape = "square" if each.earlier else "circle"
        marker(pen, x, y, shape, GREY if each.earlier else _LINE)
        if each.provisional:
            pen.area(x - 1.6, y - 1.6, 3.2, 3.2, _WHITE)

    # -- words -----------------------------------------------------------------------------------------------------

    def _marks(self) -> Iterator[_Box]:
        for each in self.trend.values:
            x, y = self._x(each.on), self._y(each.value)
            yield _Box(x - 4, y - 4, x + 4, y + 4)

    def _say_value(self, pen: Sketch, each: TrendValue, taken: list[_Box]) -> None:
        """The figure above its point, else below or beside it; left out where there is no room: the table has it."""
        x, y, wide = self._x(each.on), self._y(each.value), wide_of(tidy(each.shown))
        places = ((x - wide / 2, y - 7), (x - wide / 2, y + 14), (x + 7, y + 3), (x - wide - 7, y + 3))
        self._say(pen, tidy(each.shown), places, taken, INK)

    def _say_target(self, pen: Sketch, target: TrendTarget, taken: list[_Box]) -> None:
        left, right = self._edges(target)
        limits = _limits(target)
        if not limits:
            return
        text, top, bottom = tidy(target.shown), self._y(max(limits)), self._y(min(limits))
        wide = wide_of(text)
        heights = (top - 4, bottom + 11, top + 11, top - 16, bottom + 23)
        starts = (right - wide, left, (left + right - wide) / 2)
        self._say(pen, text, [(start, height) for height in heights for start in starts], taken, INK)

    def _say(
        self, pen: Sketch, text: str, places: Sequence[tuple[float, float]], taken: list[_Box], ink: str
    ) -> None:
        wide = wide_of(text)
        for left, base in places:
            x = min(max(self.left, left), self.width - wide)
            box = _Box(x - 1, base - 8, x + wide + 1, base + 2)
            inside = x >= self.left and box.top >= self.head - 6 and box.bottom <= self.bottom
            if inside and not any(box.meets(other) for other in taken):
                pen.area(box.left, box.top, box.right - box.left, box.bottom - box.top, _WHITE)
                pen.text(x, base, text, ink)
                taken.append(box)
                return

    # -- the legend --------------------------------------------------------------------------------------------------

    def _parts(self) -> list[tuple[str, str]]:
        """What stands in the drawing, with its words."""
        trend, there = self.trend, self.trend.values
        measured, provisional, earlier, path = trend.names
        found = [("measured", measured)] if any(not (e.provisional or e.earlier) for e in there) else []
        if any(each.provisional for each in there):
            found.append(("provisional", provisional))
        if any(each.earlier for each in there):
            found.append(("earlier", earlier))
        if len(trend.path) > 1:
            found.append(("path", path))
        return found

    def _legend_rows(self) -> list[list[tuple[str, str]]]:
        rows: list[list[tuple[str, str]]] = [[]]
        room = self.width
        for kind, words in self._parts():
            wide = wide_of(tidy(words)) + 36
            if wide > room and rows[-1]:
                rows.append([])
                room = self.width
            rows[-1].append((kind, words))
            room -= wide
        return [row for row in rows if row]

    def _draw_legend(self, pen: Sketch) -> None:
        for at, row in enumerate(self.legend):
            left, middle = 0.0, at * 15 + 7.0
            for kind, words in row:
                ends = [(left, middle), (left + 18, middle)]
                if kind == "path":
                    pen.line(ends, GREY, 1.0, _DOTS)
                else:
                    earlier = kind == "earlier"
                    pen.line(ends, GREY if earlier else _LINE, 1.8, _DASH if earlier else ())
                    sample = TrendValue(date.min, 0, "", kind == "provisional", earlier)
                    self._draw_sign(pen, left + 9, middle, sample)
                pen.text(left + 23, middle + 3.2, tidy(words))
                left += wide_of(tidy(words)) + 36


def _limits(target: TrendTarget) -> list[float]:
    return sorted({limit for limit in (target.low, target.high) if limit is not None})
