"""Tables on paper: widths that suit the words, rows that break well over pages, heads that return.

A head that returns on a next page is decoration; the tagged one stands once, at the beginning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from huurdersapp.reports.document import Column, Table, Text, plain
from huurdersapp.reports.fonts import face, tidy
from huurdersapp.reports.paper.breaking import Line, break_lines, breaks, segments
from huurdersapp.reports.paper.layout import Block, Box, draw_lines, first_baseline
from huurdersapp.reports.paper.pen import Pen
from huurdersapp.reports.paper.style import ACCENT, CELL, NOTE, RULE, TINT, TextStyle
from huurdersapp.reports.paper.tagging import Element, scope

_ABOVE = 3.5
_TALL = 150.0
"""A row higher than this may be cut between its lines."""
_SMALL = 250.0
"""A table lower than this, about a third of a page, stays whole."""
_SIZES = ((9.5, 5.0), (8.5, 4.0), (7.5, 3.0), (6.5, 2.0))
"""Sizes of letters to try, each with the white beside them."""
_NOTE_GAP = 5.0


@dataclass(slots=True)
class Row:
    """The lines of each cell, and the elements that they belong to."""

    cells: list[list[Line]]
    elements: list[Element]
    styles: list[TextStyle]
    strong: bool = False

    @property
    def height(self) -> float:
        return max((len(lines) for lines in self.cells), default=1) * self.styles[0].leading + 2 * _ABOVE


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a table: size of the letters, white beside them, and width of each in points."""

    size: float
    pad: float
    widths: list[float]


class TableBox(Block):
    """A table, or the part of one that stands on a page."""

    def __init__(
        self,
        head: Row,
        rows: Sequence[Row],
        grid: Grid,
        x: float,
        note: tuple[list[Line], Element] | None,
        continued: bool = False,
    ) -> None:
        self.head = head
        self.rows = rows
        self.grid = grid
        self.x = x
        self.note = note
        self.continued = continued
        height = head.height + sum(row.height for row in rows)
        if note:
            height += _NOTE_GAP + len(note[0]) * NOTE.leading
        super().__init__(height, 0, 14)

    @property
    def smallest(self) -> float:
        if len(self.rows) < 4 or (self.height < _SMALL and not self.continued):
            return min(self.height, self.head.height + max(_TALL, _SMALL))
        return self.head.height + sum(min(row.height, _TALL) for row in self.rows[:2])

    def split(self, room: float) -> tuple[Box, Box] | None:
        left = room - self.head.height
        count = 0
        while count < len(self.rows) and self.rows[count].height <= left:
            left -= self.rows[count].height
            count += 1
        first, rest = list(self.rows[:count]), list(self.rows[count:])
        if rest and rest[0].height > _TALL and left >= _TALL / 2:
            upper, lower = _split_row(rest[0], left)
            first.append(upper)
            rest[0] = lower
        elif len(rest) < 2 and count > 2:
            rest.insert(0, first.pop())  # no total or last row alone under a repeated head
        if not first or not rest:
            return None
        parts = (
            TableBox(self.head, first, self.grid, self.x, None, self.continued),
            TableBox(self.head, rest, self.grid, self.x, self.note, continued=True),
        )
        parts[0].after = 0
        return parts

    def draw(self, pen: Pen) -> None:
        left, width = self.x, sum(self.grid.widths)
        y = self.top
        pen.begin_artifact()
        pen.area(left, y, width, self.head.height, TINT)
        if self.continued:
            self._draw_row(pen, self.head, y, tagged=False)
        pen.end()
        if not self.continued:
            self._draw_row(pen, self.head, y)
        y += self.head.height
        edges = [(y, ACCENT, 1.0)]
        for row in self.rows:
            if row.strong:
                edges[-1] = (y, ACCENT, 1.0)
            self._draw_row(pen, row, y)
            y += row.height
            edges.append((y, RULE, 0.5))
        pen.begin_artifact()
        for edge, colour, thickness in edges:
            pen.line([(left, edge), (left + width, edge)], colour, thickness)
        pen.end()
        if self.note:
            lines, element = self.note
            draw_lines(pen, lines, NOTE, element, left, y + _NOTE_GAP + first_baseline(NOTE), width)

    def _draw_row(self, pen: Pen, row: Row, top: float, tagged: bool = True) -> None:
        left, pad = self.x, self.grid.pad
        for lines, element, style, width in zip(
            row.cells, row.elements, row.styles, self.grid.widths, strict=True
        ):
            if lines:
                baseline = top + _ABOVE + first_baseline(style)
                owner = element if tagged else None
                draw_lines(pen, lines, style, owner, left + pad, baseline, width - 2 * pad)
            left += width


def table_box(table: Table, element: Element, x: float, width: float, note: Element | None) -> TableBox:
    """Lay out a table `width` points wide; its elements go below `element`, the note's is given."""
    rows = [*table.rows, table.totals] if table.totals is not None else list(table.rows)
    grid = columns_of(table.columns, rows, width)
    looks = replace(CELL, size=grid.size, leading=grid.size * 1.42)
    styles = [replace(looks, align=column.align) for column in table.columns]
    strong = [replace(style, face="semibold") for style in styles]
    head = _row([column.head for column in table.columns], strong, grid)
    group = Element("TR", Element("THead", element))
    head.elements = [Element("TH", group, scope("Column")) for _ in table.columns]
    body = Element("TBody", element)
    made = []
    for cells in rows:
        total = cells is table.totals
        row = _row(cells, strong if total else styles, grid)
        row.strong = total
        line = Element("TR", body)
        row.elements = [
            Element("TH", line, _ROW_HEAD) if index == 0 and table.row_heads else Element("TD", line)
            for index in range(len(cells))
        ]
        made.append(row)
    remark = None
    if table.note and note:
        remark = break_lines(segments(table.note, NOTE.face), NOTE.size, width, hyphenate=True), note
    return TableBox(head, made, grid, x, remark)


_ROW_HEAD = scope("Row")


def _row(cells: Sequence[Text], styles: list[TextStyle], grid: Grid) -> Row:
    lines = [
        break_lines(segments(cell, style.face), style.size, width - 2 * grid.pad, style.hyphenate)
        for cell, style, width in zip(cells, styles, grid.widths, strict=True)
    ]
    return Row(lines, [], styles)


def _split_row(row: Row, room: float) -> tuple[Row, Row]:
    """A row too tall for a page, cut between its lines; both halves belong to the same elements."""
    count = int((room - 2 * _ABOVE) / row.styles[0].leading)
    upper = Row([lines[:count] for lines in row.cells], row.elements, row.styles, row.strong)
    lower = Row([lines[count:] for lines in row.cells], row.elements, row.styles)
    return upper, lower


def columns_of(columns: Sequence[Column], rows: Sequence[Sequence[Text]], width: float) -> Grid:
    """The size of the letters and the width of each column.

    The shares that the table asks for hold as long as every word fits. Then columns with room to spare give
    some; then words are hyphenated; then the letters shrink, to 6.5 points at the least.
    """
    words = [_words(column, index, rows) for index, column in enumerate(columns)]
    whole = sum(column.width for column in columns)
    shares = [width * column.width / whole for column in columns]
    letters = face("semibold").words
    for size, pad in _SIZES:
        longest = [max(letters[word] for word in of) * size / 1000 + 2 * pad + 0.1 for of in words]
        widths = _fitted(shares, longest, width)
        if widths is None:
            pieces = [max(map(_widest_piece, of)) * size / 1000 + 2 * pad + 0.1 for of in words]
            widths = _fitted(shares, pieces, width)
        if widths is not None:
            return Grid(size, pad, widths)
    return Grid(*_SIZES[-1], shares)


def _fitted(shares: Sequence[float], least: Sequence[float], width: float) -> list[float] | None:
    """The shares with at least what each column needs, or None if that is more than there is."""
    if sum(least) > width:
        return None
    short = sum(max(0.0, need - share) for share, need in zip(shares, least, strict=True))
    spare = sum(max(0.0, share - need) for share, need in zip(shares, least, strict=True))
    give = short / spare if spare else 0.0
    return [
        need if need >= share else share - (share - need) * give
        for share, need in zip(shares, least, strict=True)
    ]


def _words(column: Column, index: int, rows: Sequence[Sequence[Text]]) -> set[str]:
    """The words of a column, head included; never empty."""
    texts = [column.head, *(plain(row[index]) for row in rows)]
    return set(tidy(" ".join(texts)).replace("\n", " ").split(" "))


def _widest_piece(word: str) -> float:
    """The width of the longest part of a word that cannot be broken, with the hyphen it gets."""
    letters = face("semibold").words
    end = len(word)
    widest, mark = 0.0, ""
    for position, following in breaks(word):
        widest = max(widest, letters[word[position:end] + mark])
        end, mark = position, following
    return max(widest, letters[word[:end] + mark])
