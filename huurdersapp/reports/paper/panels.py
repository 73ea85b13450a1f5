"""Flowables that are drawn as a whole: key figures, places to sign, charts, and the contents list."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from textwrap import shorten

from reportlab.graphics import renderPDF
from reportlab.platypus import Flowable

from huurdersapp.reports.document import KeyFigure, Span
from huurdersapp.reports.fonts import font_name, tidy, width
from huurdersapp.reports.paper.charts import Plot
from huurdersapp.reports.paper.paragraphs import TextBlock, colour, text_block
from huurdersapp.reports.paper.style import (
    ACCENT,
    BODY,
    GREY,
    INK,
    KEY_LABEL,
    KEY_VALUE,
    SIGNER,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    TINT,
)
from huurdersapp.reports.paper.tagging import Annotation, Element, TaggedCanvas
from huurdersapp.reports.paper.texts import stacked

_KEY_GAP = 10.0
_KEY_PAD = 10.0
_SIGN_ROOM = 48.0
_SIGN_GAP = 36.0
_SIGN_BELOW = 8.0
_SIGNERS_PER_ROW = 2
_SIGN_WIDTH = (TEXT_WIDTH - (_SIGNERS_PER_ROW - 1) * _SIGN_GAP) / _SIGNERS_PER_ROW
_FEW_ROWS = 3
_LONGEST_ENTRY = 300
_NUMBER_ROOM = 34.0


class Panel(Flowable):
    """Something as wide as the text that stays whole, made smaller if it is higher than a page."""

    spaceBefore = 0.0
    spaceAfter = 0.0

    def __init__(self, height: float, room: float = TEXT_HEIGHT) -> None:
        super().__init__()
        self.full = height
        self.factor = min(1.0, room / height) if height else 1.0
        self.height = height * self.factor

    def wrap(self, room: float, height: float) -> tuple[float, float]:
        self.width = TEXT_WIDTH
        return TEXT_WIDTH, self.height

    @property
    def least(self) -> float:
        """The height of the least that may stand at the foot of a page."""
        return self.height

    def draw(self) -> None:
        if self.factor < 1:
            self.canv.scale(self.factor, self.factor)
        self.draw_all()

    def draw_all(self) -> None:
        """Draw it at its `full` height."""
        raise NotImplementedError


class TitleRule(Panel):
    """The short thick line below the title of a report."""

    spaceBefore = 10.0
    spaceAfter = 18.0

    def __init__(self) -> None:
        super().__init__(3)

    def draw_all(self) -> None:
        self.canv.begin_artifact()
        self.canv.setFillColor(colour(ACCENT))
        self.canv.rect(0, 0, 60, self.full, stroke=0, fill=1)
        self.canv.end()


class KeyBoxes(Panel):
    """A row of large numbers with their words below them, on a light ground."""

    spaceBefore = 6.0
    spaceAfter = 14.0

    def __init__(self, items: Sequence[KeyFigure], parent: Element) -> None:
        self.wide = (TEXT_WIDTH - (len(items) - 1) * _KEY_GAP) / len(items)
        room = self.wide - 2 * _KEY_PAD
        self.boxes: list[tuple[TextBlock, TextBlock]] = []
        for item in items:
            element = Element("P", parent)
            value = item.value if isinstance(item.value, Span) else Span(item.value)
            number = text_block(value, KEY_VALUE, element, room)
            number.goes_on = True
            self.boxes.append((number, text_block(item.label, KEY_LABEL, element, room)))
        heights = [sum(part.wrap(room, 0)[1] for part in box) for box in self.boxes]
        super().__init__(max(heights) + 2 * _KEY_PAD)

    def draw_all(self) -> None:
        canvas = self.canv
        for index, (number, words) in enumerate(self.boxes):
            left = index * (self.wide + _KEY_GAP)
            canvas.begin_artifact()
            for code, wide in ((TINT, self.wide), (ACCENT, 3)):
                canvas.setFillColor(colour(code))
                canvas.rect(left, 0, wide, self.full, stroke=0, fill=1)
            canvas.end()
            top = self.full - _KEY_PAD
            number.drawOn(canvas, left + _KEY_PAD + 2, top - number.height)
            words.drawOn(canvas, left + _KEY_PAD + 2, top - number.height - words.height)


class SignPlaces(Panel):
    """Places to sign, two beside each other: white, a line, name and function."""

    spaceBefore = 4.0
    spaceAfter = 12.0

    def __init__(self, rows: Sequence[Sequence[TextBlock]]) -> None:
        self.rows = rows
        super().__init__(sum(map(_sign_height, rows)))

    def split(self, room: float, height: float) -> list[Flowable]:
        """Rows on this page and on the next; a single row goes to the next as a whole."""
        count, used = 0, 0.0
        while count < len(self.rows) and used + _sign_height(self.rows[count]) <= height:
            used += _sign_height(self.rows[count])
            count += 1
        return (
            [SignPlaces(self.rows[:count]), SignPlaces(self.rows[count:])]
            if 0 < count < len(self.rows)
            else []
        )

    @property
    def least(self) -> float:
        return self.height if len(self.rows) <= _FEW_ROWS else _sign_height(self.rows[0])

    def draw_all(self) -> None:
        top = self.full
        for row in self.rows:
            for index, place in enumerate(row):
                left = index * (_SIGN_WIDTH + _SIGN_GAP)
                line = top - _SIGN_ROOM + 4
                self.canv.begin_artifact()
                self.canv.setStrokeColor(colour(GREY))
                self.canv.setLineWidth(0.6)
                self.canv.line(left, line, left + _SIGN_WIDTH, line)
                self.canv.end()
                place.drawOn(self.canv, left, top - _SIGN_ROOM - place.height)
            top -= _sign_height(row)


def sign_places(signers: Sequence[tuple[str, str]], parent: Element) -> SignPlaces:
    """A place for each name and function."""
    places = [
        text_block(stacked((Span(name, bold=True), role)), SIGNER, Element("P", parent), _SIGN_WIDTH)
        for name, role in signers
    ]
    for place in places:
        place.wrap(_SIGN_WIDTH, 0)
    return SignPlaces([places[i : i + _SIGNERS_PER_ROW] for i in range(0, len(places), _SIGNERS_PER_ROW)])


def _sign_height(row: Sequence[TextBlock]) -> float:
    return float(_SIGN_ROOM + max(place.height for place in row) + _SIGN_BELOW)


class ChartPanel(Panel):
    """A chart, made smaller if it is higher than `room`."""

    spaceBefore = 10.0
    spaceAfter = 4.0

    def __init__(self, plot: Plot, element: Element, room: float) -> None:
        super().__init__(plot.height, room)
        self.plot = plot
        self.element = element

    def draw_all(self) -> None:
        canvas = self.canv
        edges = " ".join(f"{value:.2f}" for value in canvas.box_here(0, 0, self.plot.width, self.full))
        self.element.entries += f"/A<</O/Layout/Placement/Block/BBox[{edges}]>>"
        canvas.begin(self.element)
        renderPDF.draw(self.plot.drawing(), canvas, 0, 0)
        canvas.end()


@dataclass(slots=True)
class Entry:
    """A line of the contents list: a heading, and all that is known of it once it was drawn."""

    text: str
    level: int
    key: str
    page: int = 0
    block: TextBlock = field(init=False)
    link: Element = field(init=False)
    note: Annotation | None = None
    room: tuple[float, float] = (0.0, 0.0)


_ENTRY = {
    1: replace(BODY, face="semibold", before=5, hyphenate=False),
    2: replace(BODY, indent=16, hyphenate=False),
}


class ContentsList(Panel):
    """Headings that lead to their pages; the numbers are drawn when all pages are known."""

    spaceAfter = 12.0

    def __init__(self, entries: Sequence[Entry], parent: Element | None) -> None:
        self.entries = list(entries)
        if parent is not None:
            self._make(parent)
        super().__init__(sum(map(_entry_height, self.entries)), math.inf)

    def _make(self, parent: Element) -> None:
        lists = {1: Element("TOC", parent)}
        for entry in self.entries:
            style = _ENTRY[entry.level]
            if entry.level == 1:
                lists.pop(2, None)
            elif 2 not in lists:
                lists[2] = Element("TOC", lists[1])
            entry.link = Element("Link", Element("Reference", Element("TOCI", lists[entry.level])))
            words = (
                shorten(entry.text, _LONGEST_ENTRY, placeholder="…")
                if len(entry.text) > _LONGEST_ENTRY
                else entry.text
            )
            entry.block = text_block(words, style, entry.link, TEXT_WIDTH - _NUMBER_ROOM)
            entry.block.goes_on = False
            entry.block.wrap(TEXT_WIDTH - _NUMBER_ROOM, 0)

    @property
    def least(self) -> float:
        return sum(map(_entry_height, self.entries[:3]))

    def split(self, room: float, height: float) -> list[Flowable]:
        count, used = 0, 0.0
        while count < len(self.entries) and used + _entry_height(self.entries[count]) <= height:
            used += _entry_height(self.entries[count])
            count += 1
        if not 0 < count < len(self.entries):
            return []
        return [ContentsList(self.entries[:count], None), ContentsList(self.entries[count:], None)]

    def draw_all(self) -> None:
        canvas, y = self.canv, self.full
        for entry in self.entries:
            block = entry.block
            y -= _entry_height(entry)
            block.drawOn(canvas, 0, y + 2)
            box = canvas.box_here(block.style.leftIndent, y, TEXT_WIDTH, y + block.height + 2)
            entry.note = canvas.add_link(box, tidy(entry.text), canvas.link_to(entry.key), entry.link)
            lines = block.blPara.lines
            spare = lines[-1][0] if lines and block.blPara.kind == 0 else 0.0
            entry.room = (
                TEXT_WIDTH - _NUMBER_ROOM - spare + 3,
                y + 2 + block.style.leading - block.style.fontSize,
            )
            canvas.leave_room(entry.key)


def draw_numbers(canvas: TaggedCanvas, entries: Sequence[Entry]) -> None:
    """Draw the dots and page numbers of the entries that stand in a contents list."""
    for entry in entries:
        if entry.note:
            with canvas.page_again(entry.note.page, entry.key):
                _draw_number(canvas, entry)
            entry.note.says = f"{tidy(entry.text)}, pagina {entry.page + 1}"


def _draw_number(canvas: TaggedCanvas, entry: Entry) -> None:
    style = _ENTRY[entry.level]
    left, y = entry.room
    number = f" {entry.page + 1}"  # the space parts it from the words where the text is copied
    right = TEXT_WIDTH - width(number, style.face, style.size) - 5
    if left < right - 3:
        canvas.begin_artifact()
        canvas.setStrokeColor(colour(GREY))
        canvas.setLineWidth(0.7)
        canvas.setDash((0.7, 3))
        canvas.line(left, y, right, y)
        canvas.end()
    canvas.owner = entry.link
    canvas.setFont(font_name(style.face), style.size)
    canvas.setFillColor(colour(INK))
    canvas.drawRightString(TEXT_WIDTH, y, number)
    canvas.owner = None


def _entry_height(entry: Entry) -> float:
    return float(_ENTRY[entry.level].before + entry.block.height + 2)
