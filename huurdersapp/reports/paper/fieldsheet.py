"""A dense sheet to fill in by hand: a pen that goes down the page, with boxes, fields and tables of boxes.

Denser than the form blocks of a document: this sheet is for a trained coach who fills in many of them, and all has to
stand on two pages. Boxes are 4 mm and lines to write on at least 7 mm apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from huurdersapp.reports.fonts import tidy, width
from huurdersapp.reports.paper.paragraphs import text_block
from huurdersapp.reports.paper.sheets import Sheet
from huurdersapp.reports.paper.style import ACCENT, GREY, MM, PAGE_WIDTH, RULE, TINT, TextStyle
from huurdersapp.reports.paper.tagging import Element, scope

LEFT = 17 * MM
RIGHT = PAGE_WIDTH - 13 * MM
"""More white on the left, for the holes of a folder."""
BOX = 4 * MM
SIZE = 10.0
PITCH = 6.9 * MM
FIELD = 9.3 * MM
_LABEL_ROOM = 33 * MM
_GAP = 3.6 * MM
_BESIDE = 1.3 * MM
_CELL_PAD = 1.4 * MM
_LEAST_LINE = 22 * MM
_SHORTEST_LINE = 11 * MM
_BETWEEN = 5 * MM
CONSENT = TextStyle(size=9.5, leading=12.5, after=0)
HEAD = TextStyle("semibold", size=8, leading=9.6, after=0, align="center")
_SMALLER = 8.4
_SMALL = TextStyle(size=7.5, leading=8.6, after=0)
_LEFT_HEAD = TextStyle("semibold", size=8.5, leading=10.5, after=0)


@dataclass(frozen=True, slots=True)
class Field:
    """A label with a line behind it, its share of the width, and the unit that stands after the line."""

    label: str
    share: float = 1.0
    unit: str = ""


@dataclass(frozen=True, slots=True)
class BoxColumn:
    """A column of boxes: its head and its width in points. Without boxes it is room to write in."""

    head: str
    wide: float
    boxes: bool = True


class Pen:
    """Draws one thing below another; `top` is how far it came, in points from the upper edge."""

    def __init__(self, sheet: Sheet, parent: Element, top: float) -> None:
        self.sheet = sheet
        self.parent = parent
        self.top = top

    def skip(self, height: float) -> None:
        """Leave white."""
        self.top += height

    def heading(self, text: str) -> None:
        """The title of a part, on a light ground."""
        self.sheet.panel(LEFT, self.top, RIGHT - LEFT, 6.2 * MM, TINT)
        element = Element("H2", self.parent)
        self.sheet.line(text, LEFT + 2 * MM, self.top + 4.5 * MM, element, size=11.5, face="bold", ink=ACCENT)
        self.top += 7.6 * MM

    def choices(
        self, label: str, options: Sequence[str], left: float = LEFT, label_room: float = _LABEL_ROOM
    ) -> None:
        """A label, and behind it a box for each option; they go on below where the line is full."""
        self._label(label, left, label_room)
        items = Element("L", self.parent, "/A<</O/List/ListNumbering/Unordered>>")
        x = left + label_room
        for option in options:
            wide = BOX + _BESIDE + width(tidy(option), "regular", SIZE)
            if x + wide > RIGHT and x > left + label_room:
                x, self.top = left + label_room, self.top + PITCH
            item = Element("LI", items)
            self.sheet.box(x, self.top + 0.7 * MM, BOX, item, "Lbl")
            room = RIGHT - x - BOX - _BESIDE
            self.sheet.line(
                option, x + BOX + _BESIDE, self.top + 4.1 * MM, Element("LBody", item), size=SIZE, room=room
            )
            x += wide + _GAP
            if option.casefold().startswith("anders") and RIGHT - x > _LEAST_LINE:
                self.sheet.rule(x - _GAP + 1.5 * MM, self.top + 5 * MM, min(RIGHT, x + 45 * MM))
                x += 45 * MM
        self.top += PITCH

    def _label(self, label: str, left: float, room: float) -> None:
        element = Element("P", self.parent)
        self.sheet.line(
            label,
            left,
            self.top + 4.1 * MM,
            element,
            size=SIZE,
            face="semibold",
            room=room - 2 * MM,
            more=True,
        )

    def fields(self, *fields: Field, left: float = LEFT) -> None:
        """Labels on one line, each with a line to write on behind it."""
        whole = sum(one.share for one in fields)
        room = RIGHT - left - (len(fields) - 1) * _BETWEEN
        foot = self.top + 6 * MM
        for one in fields:
            wide = room * one.share / whole
            self._field(one, left, left + wide, foot)
            left += wide + _BETWEEN
        self.top += FIELD

    def _field(self, field: Field, left: float, right: float, foot: float) -> None:
        element = Element("P", self.parent)
        unit = width(tidy(field.unit), "regular", SIZE) + _BESIDE if field.unit else 0.0
        room = right - left - unit - _SHORTEST_LINE
        wide = self.sheet.line(
            field.label, left, foot, element, size=SIZE, face="semibold", room=room, more=bool(field.unit)
        )
        self.sheet.rule(left + wide + 1.5 * MM, foot + 0.8 * MM, right - unit)
        if field.unit:
            self.sheet.line(field.unit, right - unit + _BESIDE, foot, element, size=SIZE, ink=GREY)

    def writing(self, label: str, lines: int, left: float = LEFT, right: float = RIGHT) -> None:
        """A label and lines to write on; the first line begins behind the label where there is room."""
        element = Element("P", self.parent)
        foot = self.top + 6 * MM
        wide = self.sheet.line(label, left, foot, element, size=SIZE, face="semibold", room=right - left)
        begin = left + wide + 1.5 * MM
        if right - begin > _LEAST_LINE:
            self.sheet.rule(begin, foot + 0.8 * MM, right)
            lines -= 1
        self.top += FIELD
        for _ in range(lines):
            self.sheet.rule(left, self.top + 6.8 * MM, right)
            self.top += FIELD

    def consent(self, text: str) -> None:
        """A box with a text that is too long for one line."""
        item = Element("P", self.parent)
        self.sheet.box(LEFT, self.top + 0.4 * MM, BOX, item)
        room = RIGHT - LEFT - BOX - 2.5 * MM
        self.top += (
            max(BOX, self.sheet.text(text, CONSENT, LEFT + BOX + 2.5 * MM, self.top, room, item)) + 1.6 * MM
        )

    def two_columns(
        self, heads: tuple[str, str], rows: Sequence[tuple[str, str]], options: tuple[Sequence[str], ...]
    ) -> None:
        """A table of two columns that ask alike: in each cell the question and its boxes."""
        table = Element("Table", self.parent)
        half = (RIGHT - LEFT - 4 * MM) / 2
        starts = (LEFT, LEFT + half + 4 * MM)
        row = Element("TR", Element("THead", table))
        for x, head in zip(starts, heads, strict=True):
            cell = Element("TH", row, scope("Column"))
            self.sheet.line(head, x, self.top + 4.1 * MM, cell, size=SIZE, face="bold", room=half)
            self.sheet.rule(x, self.top + 5.6 * MM, x + half, ACCENT, 1)
        self.top += PITCH
        body = Element("TBody", table)
        for questions in rows:
            row = Element("TR", body)
            for x, question, words in zip(starts, questions, options, strict=True):
                self._asked(question, words, x, half, Element("TD", row))
                self.sheet.rule(x, self.top + 7.2 * MM, x + half, RULE, 0.5)
            self.top += 7.4 * MM

    def _asked(self, question: str, words: Sequence[str], left: float, wide: float, cell: Element) -> None:
        sizes = [BOX + 1.2 * MM + width(tidy(word), "regular", 9) + 2.6 * MM for word in words]
        x = left + wide - sum(sizes)
        asked, base = Element("P", cell), self.top + 5 * MM
        self.sheet.line(question, left, base, asked, size=9.5, room=x - left - 2 * MM, more=True)
        answers = Element("P", cell)
        for word, size in zip(words, sizes, strict=True):
            self.sheet.box(x, self.top + 1.6 * MM, BOX, answers)
            last = word is words[-1]
            self.sheet.line(word, x + BOX + 1.2 * MM, base, answers, size=9, more=not last)
            x += size

    def box_table(
        self, first: str, names: Sequence[str], columns: Sequence[BoxColumn], high: float, start: int
    ) -> None:
        """Rows with a name and a box in every column; an empty name leaves room to write one. Rows are numbered."""
        table = Element("Table", self.parent)
        room = RIGHT - LEFT - sum(column.wide for column in columns)
        self._heads(first, columns, room, Element("TR", Element("THead", table)))
        body = Element("TBody", table)
        for number, name in enumerate(names, start):
            row = Element("TR", body)
            base = self.top + high / 2 + 3.2
            if number % 2 == 0:
                self.sheet.panel(LEFT, self.top, RIGHT - LEFT, high, "#F6F8FA")
            head = Element("TH", row, scope("Row"))
            self.sheet.line(f"{number}", LEFT + _CELL_PAD, base, head, size=9, ink=GREY, more=True)
            self._name(name, LEFT + 7 * MM, base, room - 8 * MM, high, head)
            x = LEFT + room
            for column in columns:
                cell = Element("TD", row)
                if column.boxes:
                    self.sheet.box(x + (column.wide - BOX) / 2, self.top + (high - BOX) / 2, BOX, cell)
                else:
                    self.sheet.rule(x, self.top + high - 1.5 * MM, x + column.wide - 1.5 * MM)
                x += column.wide
            self.top += high
            self.sheet.rule(LEFT, self.top, RIGHT, RULE, 0.5)

    def _name(self, name: str, x: float, base: float, room: float, high: float, head: Element) -> None:
        """The name of a row: on one line, or else on two small ones; where it is empty, a line to write on."""
        if not name:
            self.sheet.rule(x, self.top + high - 1.5 * MM, x + room)
        elif width(tidy(name), "regular", _SMALLER) <= room:
            self.sheet.line(name, x, base, head, size=9.5, room=room)
        else:
            block = self.sheet.measured(name, _SMALL, room, head)
            if block.height <= high:
                self.sheet.place(block, x, self.top + (high - block.height) / 2)
            else:
                self.sheet.line(name, x, base, head, size=9.5, room=room)

    def _heads(self, first: str, columns: Sequence[BoxColumn], room: float, row: Element) -> None:
        high = 9.5 * MM
        self.sheet.panel(LEFT, self.top, RIGHT - LEFT, high, TINT)
        cells = [(first, LEFT + _CELL_PAD, room - _CELL_PAD, _LEFT_HEAD)]
        x = LEFT + room
        for column in columns:
            cells.append((column.head, x, column.wide, HEAD))
            x += column.wide
        for head, left, wide, style in cells:
            block = self.sheet.measured(head, style, wide, Element("TH", row, scope("Column")))
            self.sheet.place(block, left, self.top + (high - block.height) / 2)
        self.top += high
        self.sheet.rule(LEFT, self.top, RIGHT, ACCENT, 1)


def consent_height(text: str) -> float:
    """How much room `Pen.consent` takes for a text."""
    room = RIGHT - LEFT - BOX - 2.5 * MM
    block = text_block(text, CONSENT, None, room)
    return float(max(BOX, block.wrap(room, 0)[1])) + 1.6 * MM
