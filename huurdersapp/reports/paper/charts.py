"""Charts that stay readable in grey: steps from dark to light, hatching, and the figures beside the bars.

A chart is a drawing of ReportLab's, so the PDF has real text in it; the Word file and the window get a picture
of the same drawing. No colours alone: each series differs in lightness and in hatching, dashes or
markers, and a legend names them in their order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing
from reportlab.lib.utils import simpleSplit

from huurdersapp.reports.document import Chart
from huurdersapp.reports.fonts import font_name, tidy, width
from huurdersapp.reports.paper.inks import INKS, Ink
from huurdersapp.reports.paper.sketch import Sketch
from huurdersapp.reports.paper.style import GREY, INK, RULE

SIZE = 9.0
LEADING = 12.0
_GAP = 6.0
_BAR = 13.0
_PLOT_HEIGHT = 170.0
_WHITE = "#FFFFFF"


_LINE_COLOURS = ("#0B5394", "#5B93C7", "#1F2328", "#7A8694", "#073763", "#8A2C0D")


@dataclass(frozen=True, slots=True)
class Scale:
    """From values to points: `zero` is where 0 lies, `unit` how long 1 is, `ticks` the values at the lines."""

    low: float
    high: float
    step: float

    @property
    def ticks(self) -> list[float]:
        count = round((self.high - self.low) / self.step)
        return [self.low + index * self.step for index in range(count + 1)]

    def share(self, value: float) -> float:
        """Where a value lies between the ends, from 0 to 1."""
        return (value - self.low) / (self.high - self.low)


def scale(values: Sequence[float], wanted: int = 4) -> Scale:
    """Round ends and steps around the values; 0 is always in."""
    low, high = min([0.0, *values]), max([0.0, *values])
    if low == high:
        high = 1.0
    rough = (high - low) / wanted
    power = 1.0
    while power * 10 <= rough:
        power *= 10
    while power > rough:
        power /= 10
    step = next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= rough * 0.999)
    if step < 1 and all(value == int(value) for value in values):
        step = 1.0
    return Scale(0.0 - step * _up(-low / step), step * _up(high / step), step)


def _up(value: float) -> int:
    return -int(-value // 1) if value > 0 else 0


def figure(value: float) -> str:
    """A value as Dutch reads it: 1234.5 is "1.234,5"."""
    text = f"{value:,.10g}" if value == int(value) else f"{value:,.2f}".rstrip("0")
    return text.replace(",", " ").replace(".", ",").replace(" ", ".").replace("-", "−")


def label(chart: Chart, series: int, index: int) -> str:
    """What stands at a value: what the chart says, else the figure; a dash where there is none."""
    if chart.shown is not None:
        return tidy(chart.shown[series][index])
    value = chart.series[series].values[index]
    if value is None:
        return "–"
    return figure(value) + ("\u00a0%" if chart.unit == "%" else "")


class Plot:
    """A chart at a width; made first, to know its height, and drawn later."""

    def __init__(self, chart: Chart, wide: float) -> None:
        self.chart = chart
        self.width = wide
        self.kind = chart.kind
        if self.kind == "bar" and self._too_narrow():
            self.kind = "hbar"
        longest = max((wide_of(part) for text in chart.labels for part in tidy(text).split(" ")), default=0.0)
        self.names_width = min(
            max(longest, *(wide_of(tidy(text)) for text in chart.labels), 20.0), 0.36 * wide
        )
        self.every = self._named_every() if self.kind == "line" else 1
        self.names = [
            simpleSplit(tidy(text), font_name("regular"), SIZE, self._room())
            if index % self.every == 0
            else []
            for index, text in enumerate(chart.labels)
        ]
        self.has_legend = len(chart.series) > 1
        self.legend = self._legend_rows() if self.has_legend else []
        self.has_unit = bool(chart.unit) and chart.unit != "%"
        self.height = self._head() + self._body()

    def drawing(self) -> Drawing:
        """The chart, ready to be put on a page."""
        pen = Sketch(self.width, self.height, SIZE)
        if self.has_legend:
            self._draw_legend(pen)
        if self.has_unit:
            pen.text(0, self._head() - _GAP, tidy(self.chart.unit), GREY)
        if self.kind in ("hbar", "stacked_hbar"):
            self._draw_lying(pen, self._head())
        else:
            self._draw_standing(pen, self._head())
        return pen.drawing

    def _room(self) -> float:
        return self.names_width if self.kind in ("hbar", "stacked_hbar") else self._slot() * self.every - 4

    def _named_every(self) -> int:
        """A line of many moments names only so many of them as there is room for."""
        words = [wide_of(word) for text in self.chart.labels for word in tidy(text).split(" ")]
        return int(-(-min(max(words, default=0.0) + 4, self.width / 3) // self._slot()))

    def _slot(self) -> float:
        return (self.width - 34) / max(1, len(self.chart.labels))

    def _too_narrow(self) -> bool:
        words = (part for text in self.chart.labels for part in tidy(text).split(" "))
        narrow = self._slot() - 4
        figures = [
            label(self.chart, s, i)
            for s, series in enumerate(self.chart.series)
            for i in range(len(series.values))
        ]
        bar = self._slot() * 0.76 / max(1, len(self.chart.series))
        return any(wide_of(word) > narrow for word in words) or any(
            wide_of(text) > bar + 6 for text in figures
        )

    def _head(self) -> float:
        return (len(self.legend) * 15 + _GAP if self.legend else 0) + (LEADING + _GAP if self.has_unit else 0)

    def _body(self) -> float:
        if self.kind in ("hbar", "stacked_hbar"):
            return sum(self._band(index) for index in range(len(self.names))) + 2
        return _PLOT_HEIGHT + 8 + max((len(lines) for lines in self.names), default=0) * LEADING

    def _bars(self) -> int:
        return 1 if self.kind == "stacked_hbar" else max(1, len(self.chart.series))

    def _band(self, index: int) -> float:
        bars = self._bars() * (_BAR + 2) if self._bars() > 1 else _BAR + 5
        return max(bars, len(self.names[index]) * LEADING) + 7

    def _legend_rows(self) -> list[list[int]]:
        rows: list[list[int]] = [[]]
        room = self.width
        for index, series in enumerate(self.chart.series):
            wide = wide_of(tidy(series.name)) + 36
            if wide > room and rows[-1]:
                rows.append([])
                room = self.width
            rows[-1].append(index)
            room -= wide
        return rows

    def _draw_legend(self, pen: Sketch) -> None:
        for row, members in enumerate(self.legend):
            left, middle = 0.0, row * 15 + 7.0
            for index in members:
                if self.kind == "line":
                    colour = _LINE_COLOURS[index % len(_LINE_COLOURS)]
                    ink = INKS[index % len(INKS)]
                    pen.line([(left, middle), (left + 18, middle)], colour, 1.8, ink.dash)
                    marker(pen, left + 9, middle, ink.marker, colour)
                else:
                    fill(pen, left, middle - 5, 18, 10, INKS[index % len(INKS)])
                name = tidy(self.chart.series[index].name)
                pen.text(left + 23, middle + 3.2, name)
                left += wide_of(name) + 36

    def _draw_lying(self, pen: Sketch, top: float) -> None:
        chart = self.chart
        stacked = self.kind == "stacked_hbar"
        rows = len(chart.labels)
        if stacked:
            values = [sum(series.values[i] or 0 for series in chart.series) for i in range(rows)]
        else:
            values = [value for series in chart.series for value in series.values if value is not None]
        extent = max([0.0, *values]) - min([0.0, *values]) or 1.0
        texts = [label(chart, s, i) for s, series in enumerate(chart.series) for i in range(rows)]
        margin = 8.0 if stacked else max((wide_of(text) for text in texts), default=0.0) + 8
        below = margin if min([0.0, *values]) < 0 else 0.0
        left = self.names_width + 8
        unit = (self.width - self.names_width - 8 - margin - below) / extent
        zero = left + below - min([0.0, *values]) * unit
        y = top
        for index in range(rows):
            band = self._band(index)
            self._draw_name(pen, index, self.names_width, y + band / 2)
            if stacked:
                self._draw_stack(pen, index, zero, y + band / 2 - _BAR / 2 - 2, unit)
            else:
                self._draw_bars(pen, index, zero, y + band / 2 - self._bars() * (_BAR + 2) / 2, unit)
            y += band
        pen.line([(zero, top), (zero, y)], GREY, 0.75)

    def _draw_name(self, pen: Sketch, index: int, right: float, middle: float) -> None:
        lines = self.names[index]
        y = middle - len(lines) * LEADING / 2 + 9
        for line in lines:
            pen.text(right - wide_of(line.rstrip()), y, line)
            y += LEADING

    def _draw_bars(self, pen: Sketch, index: int, zero: float, y: float, unit: float) -> None:
        for number, series in enumerate(self.chart.series):
            value = series.values[index] or 0.0
            length = value * unit
            if length:
                fill(pen, min(zero, zero + length), y, abs(length), _BAR, INKS[number % len(INKS)])
            text = label(self.chart, number, index)
            at = zero + length + 4 if length >= 0 else zero + length - 4 - wide_of(text)
            pen.text(at, y + 10, text)
            y += _BAR + 2

    def _draw_stack(self, pen: Sketch, index: int, zero: float, y: float, unit: float) -> None:
        left = zero
        for number, series in enumerate(self.chart.series):
            length = (series.values[index] or 0.0) * unit
            if length <= 0:
                continue
            ink = INKS[number % len(INKS)]
            fill(pen, left, y, length, _BAR + 4, ink)
            text = label(self.chart, number, index)
            wide = wide_of(text)
            if wide + 6 <= length:
                dark = number % len(INKS) == 0
                if ink.hatch:
                    pen.area(left + length / 2 - wide / 2 - 2, y + 2.5, wide + 4, _BAR - 1, _WHITE)
                pen.text(left + length / 2 - wide / 2, y + 11.8, text, _WHITE if dark else INK)
            left += length

    def _draw_standing(self, pen: Sketch, top: float) -> None:
        chart = self.chart
        values = [value for series in chart.series for value in series.values if value is not None]
        axis = scale(values)
        bottom = top + _PLOT_HEIGHT
        inner = _PLOT_HEIGHT - 14

        def at(value: float) -> float:
            return bottom - axis.share(value) * inner

        for tick in axis.ticks:
            pen.line([(30, at(tick)), (self.width, at(tick))], GREY if tick == 0 else RULE, 0.6)
            text = figure(tick)
            pen.text(25 - wide_of(text), at(tick) + 3, text, GREY)
        slot = self._slot()
        for index, lines in enumerate(self.names):
            middle = 34 + (index + 0.5) * slot
            for row, line in enumerate(lines):
                pen.text(middle - wide_of(line.rstrip()) / 2, bottom + 13 + row * LEADING, line)
        if self.kind == "line":
            heights = [[None if v is None else at(v) for v in s.values] for s in chart.series]
            self._draw_lines(pen, 34, slot, heights, bottom)
            return
        bar = slot * 0.76 / max(1, len(chart.series))
        for number, series in enumerate(chart.series):
            for index, value in enumerate(series.values):
                left = 34 + index * slot + slot * 0.12 + number * bar
                upper, lower = at(max(value or 0.0, 0)), at(min(value or 0.0, 0))
                if value:
                    fill(pen, left, upper, bar * 0.94, lower - upper, INKS[number % len(INKS)])
                text = label(chart, number, index)
                pen.text(left + bar * 0.47 - wide_of(text) / 2, upper - 3, text)

    def _draw_lines(
        self, pen: Sketch, x: float, slot: float, heights: Sequence[Sequence[float | None]], bottom: float
    ) -> None:
        for number, row in enumerate(heights):
            ink, colour = INKS[number % len(INKS)], _LINE_COLOURS[number % len(_LINE_COLOURS)]
            points = [(x + (index + 0.5) * slot, y) for index, y in enumerate(row) if y is not None]
            run: list[tuple[float, float]] = []
            for index, y in enumerate([*row, None]):
                if y is not None:
                    run.append((x + (index + 0.5) * slot, y))
                elif run:
                    pen.line(run, colour, 1.8, ink.dash)
                    run = []
            for left, y in points:
                marker(pen, left, y, ink.marker, colour)
        for index in range(0, len(self.chart.labels), self._figured_every()):
            self._draw_values(pen, x + (index + 0.5) * slot, index, [row[index] for row in heights], bottom)

    def _figured_every(self) -> int:
        """Figures of neighbours that would touch are left out; the table beside the chart has them all."""
        places = [(s, i) for s, series in enumerate(self.chart.series) for i in range(len(series.values))]
        widest = max((wide_of(label(self.chart, s, i)) for s, i in places), default=0.0)
        return int(-(-(widest + 3) // self._slot()))

    def _draw_values(
        self, pen: Sketch, x: float, index: int, heights: Sequence[float | None], bottom: float
    ) -> None:
        """The figures of one moment: the upper one above its point, the lower one below; others if there is room."""
        points = sorted((y, number) for number, y in enumerate(heights) if y is not None)
        taken = [bottom + 9, *(y for y, _ in points)]
        for place, (y, number) in enumerate(points):
            above, below = y - 10, y + 11
            wanted = [above] if place == 0 else [below, above]
            for middle in wanted:
                if place == 0 or all(abs(middle - other) > 8.5 for other in taken):
                    text = label(self.chart, number, index)
                    pen.text(x - wide_of(text) / 2, middle + 3.5, text)
                    taken.append(middle)
                    break


def wide_of(text: str, *, strong: bool = False) -> float:
    """The width of a text of a chart, in points."""
    return width(text, "semibold" if strong else "regular", SIZE)


def broken(text: str, room: float, *, strong: bool = False) -> list[str]:
    """A text of a chart in lines that fit in so many points; a word that is wider is cut."""
    face = font_name("semibold" if strong else "regular")
    lines: list[str] = []
    for line in simpleSplit(tidy(text), face, SIZE, room):
        rest = line.rstrip()
        while wide_of(rest, strong=strong) > room and len(rest) > 1:
            count = next(
                n for n in range(len(rest) - 1, 0, -1) if n == 1 or wide_of(rest[:n], strong=strong) <= room
            )
            lines.append(rest[:count])
            rest = rest[count:]
        lines.append(rest)
    return lines


def fill(pen: Sketch, x: float, y: float, wide: float, high: float, ink: Ink) -> None:
    """An area in a series' ink, with an outline so that the lightest ones have an edge."""
    pen.area(x, y, wide, high, ink.colour)
    if ink.hatch:
        pen.hatch(x, y, wide, high, ink.hatch)
    pen.frame(x, y, wide, high, INKS[0].colour, 0.6)


def marker(pen: Sketch, x: float, y: float, shape: str, colour: str) -> None:
    """The sign of a series at a value."""
    r = 3.2
    shapes = {
        "square": [(-r, -r), (r, -r), (r, r), (-r, r)],
        "triangle": [(0, -r * 1.2), (r * 1.1, r), (-r * 1.1, r)],
        "diamond": [(0, -r * 1.3), (r * 1.3, 0), (0, r * 1.3), (-r * 1.3, 0)],
        "circle": [
            (r, 0),
            (r * 0.7, r * 0.7),
            (0, r),
            (-r * 0.7, r * 0.7),
            (-r, 0),
            (-r * 0.7, -r * 0.7),
            (0, -r),
            (r * 0.7, -r * 0.7),
        ],
    }
    pen.polygon([(x + dx, y + dy) for dx, dy in shapes[shape]], colour)
