"""Boxes that are drawn as a whole: key figures, places to sign, charts, and the contents list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from huurdersapp.reports.document import KeyFigure, Span
from huurdersapp.reports.fonts import face, tidy
from huurdersapp.reports.paper.breaking import Line, break_lines, segments
from huurdersapp.reports.paper.charts import Plot
from huurdersapp.reports.paper.layout import Block, Box, draw_lines, first_baseline
from huurdersapp.reports.paper.pen import Pen
from huurdersapp.reports.paper.style import (
    ACCENT,
    BODY,
    GREY,
    INK,
    KEY_LABEL,
    KEY_VALUE,
    MARGIN,
    PAGE_HEIGHT,
    SIGNER,
    TEXT_WIDTH,
    TINT,
    TextStyle,
)
from huurdersapp.reports.paper.tagging import Element
from huurdersapp.reports.paper.texts import stacked

_KEY_GAP = 10.0
_KEY_PAD = 10.0
_KEYS_PER_ROW = 4
_SIGN_ROOM = 48.0
_SIGN_GAP = 36.0
_SIGNERS_PER_ROW = 2


class KeyBox(Block):
    """A row of large numbers with their words below them, on a light ground."""

    def __init__(self, items: Sequence[KeyFigure], parent: Element) -> None:
        count = len(items)
        self.width = (TEXT_WIDTH - (count - 1) * _KEY_GAP) / count
        room = self.width - 2 * _KEY_PAD
        self.items = [_key(item, room, Element("P", parent)) for item in items]
        rows = max(
            len(values) * KEY_VALUE.leading + len(labels) * KEY_LABEL.leading
            for values, labels, _ in self.items
        )
        super().__init__(rows + 2 * _KEY_PAD, 6, 14)

    def draw(self, pen: Pen) -> None:
        for index, (values, labels, element) in enumerate(self.items):
            left = MARGIN + index * (self.width + _KEY_GAP)
            pen.begin_artifact()
            pen.area(left, self.top, self.width, self.height, TINT)
            pen.area(left, self.top, 3, self.height, ACCENT)
            pen.end()
            x, y = left + _KEY_PAD + 2, self.top + _KEY_PAD
            room = self.width - 2 * _KEY_PAD
            draw_lines(pen, values, KEY_VALUE, element, x, y + first_baseline(KEY_VALUE), room)
            y += len(values) * KEY_VALUE.leading
            draw_lines(pen, labels, KEY_LABEL, element, x, y + first_baseline(KEY_LABEL), room)


def _key(item: KeyFigure, room: float, element: Element) -> tuple[list[Line], list[Line], Element]:
    value = item.value if isinstance(item.value, Span) else Span(item.value)
    values = break_lines(
        segments(replace(value, text=f"{value.text} "), KEY_VALUE.face), KEY_VALUE.size, room, False
    )
    labels = break_lines(segments(item.label, KEY_LABEL.face), KEY_LABEL.size, room, False)
    return values, labels, element


class SignBox(Block):
    """Places to sign, two beside each other: white, a line, name and function."""

    def __init__(
        self, signers: Sequence[tuple[str, str]], parent: Element, style: TextStyle = SIGNER
    ) -> None:
        self.width = (TEXT_WIDTH - (_SIGNERS_PER_ROW - 1) * _SIGN_GAP) / _SIGNERS_PER_ROW
        self.style = style
        self.places = [
            (
                break_lines(
                    segments(stacked((Span(name, bold=True), role)), style.face),
                    style.size,
                    self.width,
                    False,
                ),
                Element("P", parent),
            )
            for name, role in signers
        ]
        self.rows = [
            self.places[i : i + _SIGNERS_PER_ROW] for i in range(0, len(self.places), _SIGNERS_PER_ROW)
        ]
        super().__init__(sum(map(self._row_height, self.rows)), 4, 12)

    def _row_height(self, row: Sequence[tuple[list[Line], Element]]) -> float:
        return _SIGN_ROOM + max(len(lines) for lines, _ in row) * self.style.leading + 8

    def draw(self, pen: Pen) -> None:
        y = self.top
        for row in self.rows:
            for index, (lines, element) in enumerate(row):
                left = MARGIN + index * (self.width + _SIGN_GAP)
                pen.begin_artifact()
                pen.line([(left, y + _SIGN_ROOM - 4), (left + self.width, y + _SIGN_ROOM - 4)], GREY, 0.6)
                pen.end()
                draw_lines(
                    pen,
                    lines,
                    self.style,
                    element,
                    left,
                    y + _SIGN_ROOM + first_baseline(self.style),
                    self.width,
                )
            y += self._row_height(row)


class ChartBox(Block):
    """A chart, made smaller if it is higher than a page."""

    def __init__(self, plot: Plot, element: Element, room: float) -> None:
        self.plot = plot
        self.element = element
        self.factor = min(1.0, room / plot.height)
        super().__init__(plot.height * self.factor, 10, 4, keep=True)

    def draw(self, pen: Pen) -> None:
        bottom = PAGE_HEIGHT - self.top - self.height
        right = MARGIN + self.plot.width * self.factor
        self.element.entries += (
            f"/A<</O/Layout/Placement/Block"
            f"/BBox[{MARGIN:.2f} {bottom:.2f} {right:.2f} {PAGE_HEIGHT - self.top:.2f}]>>"
        )
        pen.begin(self.element)
        if self.factor < 1:
            with pen.scaled(MARGIN, self.top, self.factor):
                self.plot.draw(pen, MARGIN, self.top)
        else:
            self.plot.draw(pen, MARGIN, self.top)
        pen.end()


@dataclass(slots=True)
class Entry:
    """A line of the contents list: the words of a heading, and its box once that is made."""

    text: str
    level: int
    target: Box | None = None


_ENTRY = {
    1: replace(BODY, face="semibold", before=5, hyphenate=False),
    2: replace(BODY, indent=16, hyphenate=False),
}
_NUMBER_ROOM = 34.0


class ContentsBox(Block):
    """Headings with the numbers of their pages, which are known by the time that this is drawn."""

    def __init__(self, entries: Sequence[Entry], parent: Element) -> None:
        self.rows: list[tuple[Entry, list[Line], Element]] = []
        lists = {1: Element("TOC", parent)}
        for entry in entries:
            style = _ENTRY[entry.level]
            if entry.level == 1:
                lists.pop(2, None)
            elif 2 not in lists:
                lists[2] = Element("TOC", lists[1])
            room = TEXT_WIDTH - style.indent - _NUMBER_ROOM
            lines = break_lines(segments(entry.text, style.face), style.size, room, False)
            link = Element("Link", Element("Reference", Element("TOCI", lists[entry.level])))
            self.rows.append((entry, lines, link))
        super().__init__(sum(map(_entry_height, self.rows)), 0, 12)

    @property
    def smallest(self) -> float:
        return sum(map(_entry_height, self.rows[:3]))

    def split(self, room: float) -> tuple[Box, Box] | None:
        count, height = 0, 0.0
        while count < len(self.rows) and height + _entry_height(self.rows[count]) <= room:
            height += _entry_height(self.rows[count])
            count += 1
        if not 0 < count < len(self.rows):
            return None
        parts = ContentsBox([], Element("TOC")), ContentsBox([], Element("TOC"))
        for part, rows in zip(parts, (self.rows[:count], self.rows[count:]), strict=True):
            part.rows = rows
            part.height = sum(map(_entry_height, rows))
        return parts

    def draw(self, pen: Pen) -> None:
        y = self.top
        for row in self.rows:
            self._draw_row(pen, row, y)
            y += _entry_height(row)

    def _draw_row(self, pen: Pen, row: tuple[Entry, list[Line], Element], top: float) -> None:
        entry, lines, link = row
        style = _ENTRY[entry.level]
        if entry.target is None:
            raise ValueError("a heading of the contents list was never placed")
        number = f" {entry.target.page + 1}"  # the space parts it from the heading for whoever listens
        left, right = MARGIN + style.indent, MARGIN + TEXT_WIDTH
        baseline = top + style.before + first_baseline(style)
        last = baseline + (len(lines) - 1) * style.leading
        wide = face(style.face).width(number, style.size)
        ended = left + sum(face(look.face).width(text, style.size) for look, text in lines[-1]) + 3
        if ended < right - wide - 8:
            pen.begin_artifact()
            pen.line([(ended, last), (right - wide - 3, last)], GREY, 0.7, (0.7, 3))
            pen.end()
        draw_lines(pen, lines, style, link, left, baseline, right - left)
        pen.begin(link)
        pen.text(right - wide, last, number, style.face, style.size, INK)
        pen.end()
        box = (left, baseline - style.size, right, last + 4)
        pen.link(
            box,
            f"{tidy(entry.text)}, pagina{number}",
            (entry.target.page, PAGE_HEIGHT - entry.target.top + 6),
            link,
        )


def _entry_height(row: tuple[Entry, list[Line], Element]) -> float:
    entry, lines, _ = row
    style = _ENTRY[entry.level]
    return style.before + len(lines) * style.leading + 2
