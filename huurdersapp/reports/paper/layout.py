"""Puts blocks on pages: every block is a box with a height, and a page is what fits.

One pass, and drawing comes after it, so a contents list knows its page numbers without a second layout.
Own boxes instead of Platypus: its paragraphs parse markup that we never have, and its tables know nothing
of tags; the whole program of a 40-page report now costs less than Platypus alone (bench/bench_pdf.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from huurdersapp.reports.document import Text
from huurdersapp.reports.fonts import face
from huurdersapp.reports.paper.breaking import Line, Look, break_lines, segments
from huurdersapp.reports.paper.pen import Pen
from huurdersapp.reports.paper.style import ACCENT, MARGIN, TEXT_WIDTH, TextStyle
from huurdersapp.reports.paper.tagging import Element

_NEARLY = 0.01


class Box(Protocol):
    """Something that takes room on a page.

    Attributes:
        height: in points, at the width it was made for.
        before, after: white that it asks for; between two boxes the larger of the two counts.
        keep: the next box must begin on the same page.
        smallest: the height of the least that may stand at the foot of a page.
        page: number of the page, from 0, once it is placed.
        top: distance from the upper edge of that page.
    """

    height: float
    before: float
    after: float
    keep: bool
    page: int
    top: float

    @property
    def smallest(self) -> float: ...

    def split(self, room: float) -> tuple[Box, Box] | None:
        """The part that fits in `room` and the rest, or None if it must stay whole."""

    def draw(self, pen: Pen) -> None:
        """Draw it where it was placed."""


class Block:
    """A box that stays whole; the base of the others."""

    def __init__(self, height: float, before: float = 0, after: float = 0, keep: bool = False) -> None:
        self.height = height
        self.before = before
        self.after = after
        self.keep = keep
        self.page = 0
        self.top = 0.0

    @property
    def smallest(self) -> float:
        return self.height

    def split(self, room: float) -> tuple[Box, Box] | None:
        return None

    def draw(self, pen: Pen) -> None:
        """A bare block is only white."""


class NewPage(Block):
    """What follows stands on a new page."""

    def __init__(self) -> None:
        super().__init__(0)


class TitleRule(Block):
    """The short thick line below the title of a report."""

    def __init__(self) -> None:
        super().__init__(3, 10, 18)

    def draw(self, pen: Pen) -> None:
        pen.begin_artifact()
        pen.area(MARGIN, self.top, 60, self.height, ACCENT)
        pen.end()


class TextBox(Block):
    """A paragraph, heading or caption.

    `label` is a bullet or number that hangs before the first line; `whole` keeps all lines together;
    `bar` is the line beside a quotation.
    """

    def __init__(
        self,
        lines: Sequence[Line],
        style: TextStyle,
        element: Element,
        *,
        x: float,
        width: float,
        keep: bool = False,
        whole: bool = False,
        bar: bool = False,
        label: tuple[str, Element] | None = None,
    ) -> None:
        super().__init__(len(lines) * style.leading, style.before, style.after, keep)
        self.lines = lines
        self.style = style
        self.element = element
        self.x = x
        self.width = width
        self.whole = whole
        self.bar = bar
        self.label = label

    @property
    def smallest(self) -> float:
        count = len(self.lines)
        return self.height if self.whole or count <= 3 else 2 * self.style.leading

    def split(self, room: float) -> tuple[Box, Box] | None:
        fitting = int(room / self.style.leading + 0.01)
        if len(self.lines) - fitting == 1:
            fitting -= 1  # no line alone at the head of the next page
        if fitting < 2 or fitting >= len(self.lines):
            return None
        return self._part(self.lines[:fitting], first=True), self._part(self.lines[fitting:], first=False)

    def _part(self, lines: Sequence[Line], first: bool) -> TextBox:
        part = TextBox(
            lines,
            self.style,
            self.element,
            x=self.x,
            width=self.width,
            bar=self.bar,
            label=self.label if first else None,
            keep=self.keep and not first,
        )
        if first:
            part.before, part.after = self.before, 0
        else:
            part.before, part.after = 0, self.after
        return part

    def draw(self, pen: Pen) -> None:
        if self.bar:
            pen.begin_artifact()
            pen.area(self.x - self.style.indent, self.top + 2, 2.5, self.height - 4, ACCENT)
            pen.end()
        baseline = self.top + first_baseline(self.style)
        if self.label:
            label, element = self.label
            pen.begin(element)
            pen.text(
                self.x - self.style.indent,
                baseline,
                label,
                self.style.face,
                self.style.size,
                self.style.colour,
            )
            pen.end()
        draw_lines(pen, self.lines, self.style, self.element, self.x, baseline, self.width)


def first_baseline(style: TextStyle) -> float:
    """From the upper edge of a line to the foot of its letters; the white is shared above and below."""
    return (style.leading - style.size) / 2 + 0.85 * style.size


def text_box(
    text: Text,
    style: TextStyle,
    element: Element,
    *,
    x: float = 0,
    width: float = TEXT_WIDTH,
    keep: bool = False,
    whole: bool = False,
    label: tuple[str, Element] | None = None,
) -> TextBox:
    """A text as a box, `x` points from the left edge of the page and `width` wide."""
    room = width - style.indent
    lines = break_lines(segments(text, style.face), style.size, room, style.hyphenate)
    return TextBox(lines, style, element, x=x + style.indent, width=room, keep=keep, whole=whole, label=label)


def draw_lines(
    pen: Pen,
    lines: Sequence[Line],
    style: TextStyle,
    element: Element | None,
    x: float,
    baseline: float,
    width: float,
) -> None:
    """Draw lines: one marked piece where they have one look, else a piece for each link.

    Without an element nothing is marked: the lines are part of a decoration that the caller opened.
    """
    look = next((look for line in lines for look, text in line if text), None)
    if look is None:
        return
    same = all(len(line) == 1 and line[0][0] == look for line in lines)
    if same and look.href is None and look.source is None and style.align == "left":
        text = "\n".join([line[0][1] for line in lines])
        if element:
            pen.begin(element)
        pen.text(
            x, baseline, text, look.face, style.size, style.colour, style.leading if len(lines) > 1 else 0
        )
        if element:
            pen.end()
    else:
        _draw_pieces(pen, lines, style, element, x, baseline, width)


def _draw_pieces(
    pen: Pen,
    lines: Sequence[Line],
    style: TextStyle,
    element: Element | None,
    x: float,
    baseline: float,
    width: float,
) -> None:
    before: Look | None = None
    owner = open_piece = None
    for index, line in enumerate(lines):
        y = baseline + index * style.leading
        left = x + _shift(line, style, width)
        for look, text in line:
            if element and look != before:
                owner = Element("Link", element) if look.href else element
            before = look
            if owner and owner is not open_piece:
                if open_piece:
                    pen.end()
                pen.begin(owner)
                open_piece = owner
            length = face(look.face).width(text, style.size)
            pen.text(left, y, text, look.face, style.size, ACCENT if look.href else style.colour)
            box = (left, y - style.size, left + length, y + 0.3 * style.size)
            if look.href and owner:
                pen.link(box, text.strip(), look.href, owner)
            if look.source:
                pen.source(box, look.source)
            left += length
    if open_piece:
        pen.end()


def _shift(line: Line, style: TextStyle, width: float) -> float:
    """How far a line begins from the left edge of its box."""
    if style.align == "left":
        return 0.0
    *_, (_, last) = line
    length = sum(face(look.face).width(text, style.size) for look, text in line)
    room = width - length + (face(line[-1][0].face).width(" ", style.size) if last.endswith(" ") else 0)
    return room if style.align == "right" else room / 2


def paginate(boxes: Sequence[Box], start: float, top: float, bottom: float) -> list[list[Box]]:
    """Place the boxes: the first page begins at `start` points, the others at `top`; all end at `bottom`."""
    pages = _Pages(start, top, bottom)
    waiting = list(reversed(boxes))
    while waiting:
        box = waiting.pop()
        if isinstance(box, NewPage):
            pages.turn()
        else:
            rest = pages.place(box, _wanted(box, waiting))
            if rest is not None:
                waiting.append(rest)
    return pages.filled()


class _Pages:
    """The pages so far, and where the next box would come on the last of them."""

    def __init__(self, start: float, top: float, bottom: float) -> None:
        self._pages: list[list[Box]] = [[]]
        self._top = top
        self._bottom = bottom
        self._y = start
        self._gap = 0.0

    def turn(self) -> None:
        """Begin a new page, unless this one is still empty."""
        if self._pages[-1]:
            self._pages.append([])
            self._y, self._gap = self._top, 0.0

    def place(self, box: Box, wanted: float) -> Box | None:
        """Put the box, or as much of it as fits, on a page; returns what is left.

        `wanted` is the room for the box with what must stand on the same page.
        """
        if wanted > self._room(box):
            parts = _kept_apart(box, self._room(box))
            if parts is not None:
                self._put(parts[0])
                return parts[1]
            if wanted <= self._bottom - self._top:
                self.turn()
        if box.height > self._room(box) + _NEARLY:
            parts = box.split(self._room(box))
            if parts is None:
                self.turn()
                parts = box.split(self._room(box)) if box.height > self._room(box) + _NEARLY else None
            if parts is not None:
                self._put(parts[0])
                return parts[1]
        self._put(box)
        return None

    def filled(self) -> list[list[Box]]:
        """All pages; a last one that stayed empty is left out."""
        return self._pages[:-1] if len(self._pages) > 1 and not self._pages[-1] else self._pages

    def _white(self, box: Box) -> float:
        return max(self._gap, box.before) if self._pages[-1] else 0.0

    def _room(self, box: Box) -> float:
        return self._bottom - self._y - self._white(box)

    def _put(self, box: Box) -> None:
        box.page, box.top = len(self._pages) - 1, self._y + self._white(box)
        self._pages[-1].append(box)
        self._y, self._gap = box.top + box.height, box.after


def _kept_apart(box: Box, room: float) -> tuple[Box, Box] | None:
    """A long paragraph that must stay with what follows: only its last lines need to go along."""
    if not box.keep or box.smallest >= box.height:
        return None
    return box.split(min(room, box.height - box.smallest))


def _wanted(box: Box, waiting: Sequence[Box]) -> float:
    """The room for a box with as much of what follows as must stand on the same page."""
    wanted = 0.0
    for following in reversed(waiting):
        if not box.keep:
            break
        wanted += box.height + max(box.after, following.before)
        box = following
    return wanted + box.smallest
