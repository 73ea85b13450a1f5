"""The year agenda on one page, A4 or A3 on its side: a row for each month, a column for each year that runs, as the
table of an akkoord has them.

Everything has to stand on that one page. The letters become smaller for it, down to `LEAST`; what still finds no room is
counted on the page and stands in the list.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import BinaryIO, Final, Literal

from huurdersapp.records.jaaragenda import PHASES
from huurdersapp.records.jaaragenda_vorm import DONE, DROPPED, MEETING, Jaar, Moment
from huurdersapp.records.jaaragenda_woorden import aim, dutch, month, when
from huurdersapp.reports.document import MARK_EXAMPLE, Span, Text, plain
from huurdersapp.reports.fonts import width
from huurdersapp.reports.jaaragenda import jaaragenda_document, named, title_of
from huurdersapp.reports.language import aantal, day_long, enumeration, month_name
from huurdersapp.reports.paper.paragraphs import TextBlock, text_block
from huurdersapp.reports.paper.sheets import Sheet, write_sheets
from huurdersapp.reports.paper.style import ACCENT, GREY, MM, RULE, TINT, WARN, TextStyle
from huurdersapp.reports.paper.tagging import Element, scope
from huurdersapp.reports.prose import one_line
from huurdersapp.reports.written import Written

Maat = Literal["A4", "A3"]
SIZES: Final[dict[Maat, tuple[float, float]]] = {"A4": (297 * MM, 210 * MM), "A3": (420 * MM, 297 * MM)}
"""On their side, in points."""
LEAST: Final = 7.0
"""Letters smaller than this are not read by the people for whom it is."""
LARGEST: Final[dict[Maat, float]] = {"A4": 10.0, "A3": 13.0}
_STEP = 0.25
_EDGE = 10 * MM
_TITLE = 20.0
_SMALL = 9.0
_PAD = 3.0
_BETWEEN = 1.0
_NARROWEST, _WIDEST = 0.75, 1.6
"""Bounds of the width of a column, beside the usual one."""
_LANE = 4.5
_BAR = "#A9CBEA"
_LANES = 6
"""Bars beside each other in a column at most; further ones are told in words only, as all are."""
_SHARED = "Overleg, wet en eigen"
_NO_MONTH = "Hele jaar"


@dataclass(frozen=True, slots=True)
class _Head:
    """A column: a phase of a goal year, or (without a phase) what belongs to several or to none."""

    phase: str = ""
    goal_year: int | None = None

    @property
    def text(self) -> str:
        return aim(self.phase, self.goal_year, dutch) or _SHARED


def write_jaaragenda_vel(
    jaar: Jaar, target: str | os.PathLike[str] | BinaryIO, *, created: datetime, maat: Maat = "A4"
) -> Written:
    """Write the page as PDF. Raises OSError where nothing can be written."""
    size = SIZES[maat]
    letters = LARGEST[maat]
    layout = _Layout(jaar, size, letters)
    while layout.height > layout.room and letters - _STEP >= LEAST:
        letters -= _STEP
        layout = _Layout(jaar, size, letters)
    left_out = 0
    while layout.height > layout.room and layout.drop_one():
        left_out += 1
    layout.settle(left_out)
    return write_sheets(
        jaaragenda_document(jaar), [layout.draw], target, created=created, size=size, root=layout.root
    )


def heads(jaar: Jaar) -> list[_Head]:
    """The columns, in the order of the phases; the shared one last."""
    found = {
        _Head(stage.phase, stage.goal_year) for strip in jaar.strips for stage in strip.stages if stage.within
    }
    ordered = sorted(found, key=lambda head: (PHASES.index(head.phase), -(head.goal_year or 0)))
    return [*ordered, _Head()]


def entry(moment: Moment, year: int) -> Text:
    """A moment in its cell: its days in this month, its name, and what became of it."""
    # Of an overleg everybody knows that it was held when its day is past.
    states = {DONE: "" if moment.kind == MEETING else " (gedaan)", DROPPED: " (gaat niet door)"}
    said = states.get(moment.state, "") or (" (verzet)" if moment.moved and moment.state != DONE else "")
    days = _days(moment, year)
    name = named(moment)
    if moment.kind == MEETING and moment.first is not None:
        name = name.removesuffix(f" {moment.first:%d-%m-%Y}")
    name = f"{name}{said}"
    return (Span(days, bold=True), f" {name}") if days else name


def _days(moment: Moment, year: int) -> str:
    first, last = moment.first, moment.last
    if first is None or last is None or moment.whole_year:
        return ""
    if moment.whole_months:
        return f"t/m {month(last.month)}:" if last.month != first.month else ""
    begin = f"{first.day}" if first.year == year else f"{first.day} {month_name(first.month)} {first.year}"
    met = sorted({item.day for item in moment.meetings})
    if len(met) > 1 and (met[0], met[-1]) == (first, last):
        named_days = [
            f"{day.day}" if day.month == first.month else f"{day.day} {month_name(day.month)}" for day in met
        ]
        return f"{enumeration(named_days)}:"
    if first != last:
        end = f"{last.day}" if last.month == first.month else f"{last.day} {month_name(last.month)}"
        return f"{begin} t/m {end}:"
    words = when(moment, dutch)
    if words.startswith("Uiterlijk"):
        return f"uiterlijk {begin}:"
    if words.startswith("Vóór"):
        after = date.fromordinal(last.toordinal() + 1)
        named = f"{after.day}" if after.month == last.month else f"{after.day} {month_name(after.month)}"
        return f"vóór {named}:"
    return f"{begin}:"


def _row_of(moment: Moment, year: int) -> int:
    """The month, 13 for what has none. What begins before or ends after the year stands at its edge."""
    if moment.first is None or moment.whole_year:
        return 13
    if moment.first.year < year:
        return 1
    return 12 if moment.first.year > year else moment.first.month


class _Layout:
    """All texts of the page at one size of letters, measured before anything is drawn; made in order of reading."""

    def __init__(self, jaar: Jaar, size: tuple[float, float], letters: float) -> None:
        self.jaar, self.size, self.letters = jaar, size, letters
        self.dropped: dict[tuple[int, int], int] = {}
        self.root = Element("Document")
        self.mark = Element("P", self.root) if jaar.example else None
        self.title = Element("H1", self.root)
        self.about = Element("P", self.root)
        self.style = TextStyle(size=letters, leading=letters * 1.28, after=0)
        self.strong = TextStyle("bold", size=letters, leading=letters * 1.28, after=0, colour=ACCENT)
        self.heads = heads(jaar)
        self.bars: dict[_Head, list[tuple[int, int, int]]] = {}
        self.cells = self._cells()
        if len(self.heads) > 1 and not any(head == _Head() for _row, head in self.cells):
            self.heads = self.heads[:-1]
        self._columns()
        self._table()
        self.foot_element = Element("P", self.root)
        self.foot = ""

    # -- measuring -----------------------------------------------------------------------------------------------------

    def _columns(self) -> None:
        """The left edge and the width of each column, that of the months first."""
        names = [*(month(number).capitalize() for number in range(1, 13)), _NO_MONTH]
        first = max(width(name, "bold", self.letters) for name in names) + 3 * _PAD
        room = self.size[0] - 2 * _EDGE - first
        # Who has more to say gets more of the width, within bounds: an empty year stays a year to write in.
        lengths = [
            sum(
                len(plain(text))
                for (_row, column), texts in self.cells.items()
                if column == head
                for text in texts
            )
            for head in self.heads
        ]
        usual = max(1.0, sum(lengths) / len(lengths))
        shares = [min(_WIDEST, max(_NARROWEST, length / usual)) for length in lengths]
        self.places = [(_EDGE, first)]
        left = _EDGE + first
        for share in shares:
            wide = room * share / sum(shares)
            self.places.append((left, wide))
            left += wide

    def _block(self, text: Text, style: TextStyle, element: Element, wide: float) -> TextBlock:
        block = text_block(text, style, element, wide - 2 * _PAD)
        block.wrap(wide - 2 * _PAD, 0)
        return block

    def _table(self) -> None:
        table = Element("Table", self.root)
        row = Element("TR", Element("THead", table))
        words = ["Maand", *(head.text for head in self.heads)]
        self.top_row = [
            self._block(text, self.strong, Element("TH", row, scope("Column")), wide)
            for text, (_left, wide) in zip(words, self.places, strict=True)
        ]
        body = Element("TBody", table)
        cells = self.cells
        self.names: list[TextBlock] = []
        self.rows: list[list[list[TextBlock]]] = []
        self.more: list[list[TextBlock | None]] = []
        self.cell_elements: list[list[Element]] = []
        for number in range(1, 14):
            if number == 13 and not any(cells.get((13, head)) for head in self.heads):
                continue
            row = Element("TR", body)
            name = month(number).capitalize() if number < 13 else _NO_MONTH
            self.names.append(
                self._block(name, self.strong, Element("TH", row, scope("Row")), self.places[0][1])
            )
            elements = [Element("TD", row) for _head in self.heads]
            self.cell_elements.append(elements)
            self.rows.append(
                [
                    [
                        self._block(text, self.style, Element("P", cell), wide - self._lanes(head))
                        for text in cells.get((number, head), [])
                    ]
                    for head, cell, (_left, wide) in zip(self.heads, elements, self.places[1:], strict=True)
                ]
            )
            self.more.append([None for _head in self.heads])

    def _cells(self) -> dict[tuple[int, _Head], list[Text]]:
        found: dict[tuple[int, _Head], list[Text]] = {}
        for moment in self.jaar.moments:
            served = {_Head(item.phase, item.goal_year) for item in moment.aims if item.phase}
            head = next(iter(served)) if len(served) == 1 else _Head()
            if head not in self.heads:
                head = _Head()
            self._add_bar(moment, head)
            place = _row_of(moment, self.jaar.year), head
            found.setdefault(place, []).append(entry(moment, self.jaar.year))
        return found

    def _add_bar(self, moment: Moment, head: _Head) -> None:
        """A period of some months is also drawn, from its first to its last month, in a lane of its own."""
        first, last = moment.first, moment.last
        if first is None or last is None or not moment.whole_months or moment.whole_year:
            return
        if first.month == last.month:
            return
        there = self.bars.setdefault(head, [])
        taken = {lane for start, end, lane in there if start <= last.month and first.month <= end}
        lane = next(number for number in range(len(there) + 1) if number not in taken)
        if lane < _LANES:
            there.append((first.month, last.month, lane))

    def _lanes(self, head: _Head) -> float:
        """How much of the width of a column its bars take."""
        return max((lane + 1 for _start, _end, lane in self.bars.get(head, [])), default=0) * _LANE

    def _room_of(self, at: int) -> float:
        return self.places[at + 1][1] - self._lanes(self.heads[at])

    @property
    def head_height(self) -> float:
        """The band above the table."""
        return _TITLE + 2 * _SMALL + 10

    @property
    def room(self) -> float:
        """How tall the table may be."""
        return self.size[1] - 2 * _EDGE - self.head_height - _SMALL * 2.2

    @property
    def height(self) -> float:
        """How tall the table is."""
        return _tall_row(self.top_row) + sum(self._row_height(number) for number in range(len(self.rows)))

    def _row_height(self, row: int) -> float:
        tallest = max(self._cell_height(row, at) for at in range(len(self.heads)))
        return max(tallest, float(self.names[row].height)) + 2 * _PAD

    def _cell_height(self, row: int, at: int) -> float:
        blocks = [*self.rows[row][at], *filter(None, [self.more[row][at]])]
        return float(sum(block.height + _BETWEEN for block in blocks))

    # -- what finds no room --------------------------------------------------------------------------------------------

    def drop_one(self) -> bool:
        """Leave out the last moment of the tallest cell; says whether there was one."""
        places = [
            (row, at) for row in range(len(self.rows)) for at in range(len(self.heads)) if self.rows[row][at]
        ]
        if not places:
            return False
        row, at = max(places, key=lambda place: self._cell_height(*place))
        gone, cell = self.rows[row][at].pop(), self.cell_elements[row][at]
        if gone.element is not None:
            cell.kids.remove(gone.element)
        count = self.dropped[row, at] = self.dropped.get((row, at), 0) + 1
        old = self.more[row][at]
        element = Element("P", cell) if old is None or old.element is None else old.element
        self.more[row][at] = self._block(f"en nog {count}", self.style, element, self._room_of(at))
        return True

    def settle(self, left_out: int) -> None:
        """What stands below the table."""
        texts = [f"Stand van {day_long(self.jaar.today)}."]
        if left_out:
            count = aantal(left_out, "moment", "momenten", digits=True)
            verb = "staat" if left_out == 1 else "staan"
            texts.insert(0, f"{count} {verb} alleen in de lijst van de jaaragenda.")
        self.foot = " ".join(texts)

    # -- drawing -------------------------------------------------------------------------------------------------------

    def draw(self, sheet: Sheet) -> None:
        """The whole page."""
        self._draw_head(sheet)
        top = _EDGE + self.head_height
        high = _tall_row(self.top_row)
        sheet.panel(_EDGE, top, self.size[0] - 2 * _EDGE, high, TINT)
        for block, (left, _wide) in zip(self.top_row, self.places, strict=True):
            self._place(sheet, block, left + _PAD, top + _PAD)
        top += high
        sheet.rule(_EDGE, top, self.size[0] - _EDGE, ACCENT, 1)
        spare = max(0.0, (self.room - self.height) / max(1, len(self.rows)))
        tops = [top]
        for row in range(len(self.rows)):
            tops.append(self._draw_row(sheet, row, tops[-1], min(spare, self.letters * 3)))
        self._draw_bars(sheet, tops)
        sheet.line(self.foot, _EDGE, self.size[1] - _EDGE + 2, self.foot_element, size=_SMALL, ink=GREY)

    def _draw_head(self, sheet: Sheet) -> None:
        right = self.size[0] - _EDGE
        if self.mark is not None:
            wide = width(MARK_EXAMPLE, "bold", 11)
            sheet.line(MARK_EXAMPLE, right - wide, _EDGE + _TITLE, self.mark, size=11, face="bold", ink=WARN)
        sheet.line(
            title_of(self.jaar), _EDGE, _EDGE + _TITLE, self.title, size=_TITLE, face="bold", ink=ACCENT
        )
        known = [one_line(self.jaar.organisation), *(one_line(strip.name) for strip in self.jaar.strips)]
        about = " – ".join(filter(None, [known[0], enumeration(known[1:])]))
        if about:
            base = _EDGE + _TITLE + 2 * _SMALL
            sheet.line(about, _EDGE, base, self.about, size=_SMALL + 1, ink=GREY, room=right - _EDGE)
        else:
            self.root.kids.remove(self.about)

    def _draw_row(self, sheet: Sheet, row: int, top: float, spare: float) -> float:
        high = self._row_height(row) + spare
        if row % 2:
            sheet.panel(_EDGE, top, self.size[0] - 2 * _EDGE, high, "#F6F8FA")
        self._place(sheet, self.names[row], _EDGE + _PAD, top + _PAD)
        for at, (left, _wide) in enumerate(self.places[1:]):
            below = top + _PAD
            for block in self._blocks(row, at):
                self._place(sheet, block, left + _PAD, below)
                below += block.height + _BETWEEN
        sheet.rule(_EDGE, top + high, self.size[0] - _EDGE, RULE, 0.5)
        return top + high

    def _draw_bars(self, sheet: Sheet, tops: Sequence[float]) -> None:
        for head, (left, wide) in zip(self.heads, self.places[1:], strict=True):
            for start, end, lane in self.bars.get(head, []):
                x = left + wide - (lane + 1) * _LANE - 2
                high = tops[end] - tops[start - 1] - 2 * _PAD
                sheet.panel(x, tops[start - 1] + _PAD, _LANE - 1.5, high, _BAR)

    def _blocks(self, row: int, at: int) -> Iterator[TextBlock]:
        yield from self.rows[row][at]
        if (more := self.more[row][at]) is not None:
            yield more

    def _place(self, sheet: Sheet, block: TextBlock, left: float, top: float) -> None:
        sheet.said.append(block.getPlainText())
        sheet.place(block, left, top)


def _tall_row(blocks: Sequence[TextBlock]) -> float:
    return float(max(block.height for block in blocks)) + 2 * _PAD
