"""How many are left at each step: bars on one scale, a tint from each to the next, and the targets as lines beside them."""

from __future__ import annotations

from reportlab.graphics.shapes import Drawing

from huurdersapp.reports.document import Funnel, FunnelStep
from huurdersapp.reports.fonts import tidy
from huurdersapp.reports.paper.charts import LEADING, SIZE, broken, wide_of
from huurdersapp.reports.paper.sketch import Sketch
from huurdersapp.reports.paper.style import ACCENT, GREY, INK, TINT

_NAMES, _GAP = 0.28, 10.0
_HIGH, _BETWEEN, _BEYOND = 17.0, 11.0, 4.0
_WHITE = "#FFFFFF"


class FunnelPlot:
    """The steps at a width; made first, to know the height, and drawn later."""

    def __init__(self, block: Funnel, wide: float) -> None:
        self.width, self._steps = wide, block.steps
        longest = max((wide_of(tidy(step.label)) for step in block.steps), default=0.0)
        self._names = min(max(longest, 20.0), wide * _NAMES)
        self._labels = [broken(step.label, self._names) for step in block.steps]
        words = max((wide_of(tidy(step.shown), strong=True) for step in block.steps), default=0.0)
        goals = max((wide_of(tidy(step.goal_shown)) for step in block.steps), default=0.0)
        self._left = self._names + _GAP
        room = wide - self._left - words - 8 - (goals + 10 if goals else 0)
        self._cut = room < wide * 0.15
        self._room = max(room, wide * 0.15)
        known = [value for step in block.steps for value in (step.value, step.goal) if value is not None]
        self._unit = self._room / (max(known, default=0.0) or 1.0)
        self.height = sum(self._high(number) for number in range(len(block.steps))) + 2

    def _high(self, number: int) -> float:
        return max(_HIGH + _BETWEEN, len(self._labels[number]) * LEADING + 6)

    def drawing(self) -> Drawing:
        """The steps, ready to be put on a page."""
        pen = Sketch(self.width, self.height, SIZE)
        tops: list[float] = []
        y = 2.0
        for number in range(len(self._steps)):
            tops.append(y + (self._high(number) - _BETWEEN - _HIGH) / 2 + _BEYOND)
            y += self._high(number)
        for number in range(len(self._steps) - 1):
            self._draw_way(pen, self._steps[number : number + 2], tops[number] + _HIGH, tops[number + 1])
        for number, step in enumerate(self._steps):
            self._draw_step(pen, step, self._labels[number], tops[number])
        return pen.drawing

    def _wide(self, value: float | None) -> float:
        return max(value or 0.0, 0.0) * self._unit

    def _draw_way(self, pen: Sketch, steps: tuple[FunnelStep, ...], top: float, bottom: float) -> None:
        """From one step to the next; not where one of them may not be shown."""
        first, then = steps
        if first.value is None or then.value is None:
            return
        right, later = self._left + self._wide(first.value), self._left + self._wide(then.value)
        pen.polygon([(self._left, top), (right, top), (later, bottom), (self._left, bottom)], TINT)

    def _draw_step(self, pen: Sketch, step: FunnelStep, label: list[str], top: float) -> None:
        base = top + _HIGH / 2 - len(label) * LEADING / 2 + 9
        for number, line in enumerate(label):
            pen.text(self._names - wide_of(line), base + number * LEADING, line)
        wide = self._wide(step.value)
        if wide:
            pen.area(self._left, top, wide, _HIGH, ACCENT)
        else:
            pen.line([(self._left, top), (self._left, top + _HIGH)], GREY, 0.8)
        if step.goal is not None:
            x = self._left + self._wide(step.goal)
            pen.area(x - 2, top - _BEYOND, 4, _HIGH + 2 * _BEYOND, _WHITE)
            pen.area(x - 1, top - _BEYOND, 2, _HIGH + 2 * _BEYOND, INK)
        self._say(pen, step, top, wide)

    def _say(self, pen: Sketch, step: FunnelStep, top: float, wide: float) -> None:
        """The figure behind its bar, behind the line of the target where that would run through it."""
        shown, goal = tidy(step.shown), tidy(step.goal_shown)
        left, long = self._left + wide + 5, wide_of(shown, strong=True)
        line = self._left + self._wide(step.goal)
        if step.goal is not None and left - 4 <= line <= left + long + 4:
            left = line + 6
        pen.text(left, top + 12, shown, strong=True)
        if goal:
            pen.text(self.width - wide_of(goal), top + 12, goal)
