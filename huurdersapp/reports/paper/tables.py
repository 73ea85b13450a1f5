"""Tables on paper: widths that suit the words, rows that break well over pages, heads that return.

A head that returns on a next page is decoration; the tagged one stands once, at the beginning.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, LongTable
from reportlab.platypus.doctemplate import NullActionFlowable
from reportlab.platypus.tables import CellStyle

from huurdersapp.reports.document import TICK, Align, Column, Source, Span, Table, Text, plain
from huurdersapp.reports.fonts import font_name, tidy, width
from huurdersapp.reports.paper.forms import BOX_SIZE
from huurdersapp.reports.paper.hyphens import widest_piece
from huurdersapp.reports.paper.objects import text_string
from huurdersapp.reports.paper.paragraphs import TextBlock, colour, text_block
from huurdersapp.reports.paper.style import (
    ACCENT,
    CELL,
    INK,
    NOTE,
    RULE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    TINT,
    TextStyle,
)
from huurdersapp.reports.paper.tagging import Element, TaggedCanvas, scope

_ABOVE = 3.5
_TALL = 150.0
"""A row higher than this may be cut between its lines."""
_SMALL = 155.0
"""A table lower than this (six rows of one line) stays whole."""
_THIRD = 250.0
"""So much, about a third of a page, may stay white above rows that are kept together."""
_BEGIN = 90.0
"""Three rows lower than this begin a table together; of higher ones two do."""
_SIZES = ((9.5, 5.0), (8.5, 4.0), (7.5, 3.0), (6.5, 2.0))
"""Sizes of letters to try, each with the white beside them."""
_NOTE_GAP = 5.0
_AFTER = 14.0
_FEW = 3
_WORDS = 40
"""Signs; a figure with what belongs to it ("niet aangeleverd door …") is shorter."""
_HIGH = 1e6
_ROW_HEAD = scope("Row")
_COLUMN_HEAD = scope("Column")


def side_of(text: Text, align: Align) -> Align:
    """Where the text of a cell stands: words among figures that take several lines are read from the left."""
    return "left" if align == "right" and len(plain(text)) > _WORDS else align


class CellText(str):
    """A cell of one line in one look, which the table draws itself: quicker than a paragraph."""

    element: Element | None = None
    source: Source | None = None
    once = False


class TaggedTable(LongTable):
    """ReportLab's table, which also cuts a row that is so tall that much of the page would stay empty."""

    _argH: list[float | None]

    def wrap(self, room: float, height: float) -> tuple[float, float]:
        """Measure the rows, once."""
        if None in self._argH:
            super().wrap(room, _HIGH)
            self._argH = self._rowHeights
        return tuple(super().wrap(room, _HIGH))

    @property
    def rows(self) -> int:
        """How many rows there are, with the head."""
        return len(self._rowHeights)

    @property
    def head_height(self) -> float:
        """The height of the head; known once it is wrapped."""
        return float(self._rowHeights[0])

    def split(self, room: float, height: float) -> list[TaggedTable]:
        parts: list[TaggedTable] = super().split(room, height)
        count = parts[0].rows if parts else self.repeatRows
        if len(parts) == 1 or count >= self.rows or self._rowHeights[count] <= _TALL:
            return parts
        if height - sum(self._rowHeights[:count]) < _TALL / 2:
            return parts
        return self._splitRows(height, doInRowSplit=1) or parts

    @property
    def least(self) -> float:
        """The height of the least that may stand at the foot of a page; known once it is wrapped."""
        return self.least_of(self._height)

    def least_of(self, whole: float) -> float:
        """The same for the table with what stands below it, `whole` points high."""
        head, *rows = self._rowHeights
        if len(rows) <= _FEW or whole < _SMALL:
            return float(min(whole, head + _THIRD))
        first = rows[:3] if sum(rows[:3]) < _BEGIN else rows[:2]
        return float(head + sum(min(row, _TALL) for row in first))


class _Marks:
    """What ReportLab calls around everything that a table draws: cells are part of it, rules and grounds not."""

    def __init__(self) -> None:
        self._decoration = False

    def __call__(self, table: TaggedTable, step: str, *facts: Any) -> None:
        canvas = table.canv
        if step in ("startBG", "startLines"):
            canvas.begin_artifact()
        elif step in ("endBG", "endLines"):
            canvas.end()
        elif step == "startCell" and isinstance(facts[2], str):
            self._start(canvas, *facts[2:])
        elif step == "endCell":
            canvas.owner = None
            if self._decoration:
                canvas.end()
                self._decoration = False

    def _start(
        self,
        canvas: TaggedCanvas,
        cell: str,
        style: CellStyle,
        place: tuple[float, float],
        size: tuple[float, float],
    ) -> None:
        element = cell.element if isinstance(cell, CellText) else None
        if element is None or not isinstance(cell, CellText):
            self._decoration = True
            canvas.begin_artifact()
            return
        canvas.owner = element
        if cell.once:
            cell.element = None
        if cell.source:
            long = stringWidth(cell, style.fontname, style.fontsize)
            pad = style.leftPadding
            left, right = place[0] + pad, place[0] + size[0] - pad - long
            start = {"LEFT": left, "RIGHT": right, "CENTER": (left + right) / 2}[style.alignment]
            box = canvas.box_here(start, place[1], start + long, place[1] + size[1])
            canvas.add_place(box, cell.source, str(cell))


class TickBox(Flowable):
    """A box to tick in a cell; whoever listens hears the sign that it stands for."""

    def __init__(self, element: Element, align: str) -> None:
        super().__init__()
        self.element = Element("Span", element, f"/ActualText{text_string(TICK)}")
        self.width = self.height = BOX_SIZE
        self.hAlign = align

    def draw(self) -> None:
        canvas: TaggedCanvas = self.canv
        canvas.begin(self.element)
        canvas.setStrokeColor(colour(INK))
        canvas.setLineWidth(0.9)
        canvas.rect(0, 0, self.width, self.height)
        canvas.end()


class TableWithNote(Flowable):
    """A table and the small print below it, which never stands alone on a next page."""

    def __init__(self, table: TaggedTable, note: TextBlock) -> None:
        super().__init__()
        self.table = table
        self.note = note
        self.spaceAfter = _AFTER

    @property
    def least(self) -> float:
        return self.table.least_of(self.height)

    def wrap(self, room: float, height: float) -> tuple[float, float]:
        _, upper = self.table.wrapOn(None, room, height)
        _, lower = self.note.wrap(room, height)
        self.width, self.height = room, upper + _NOTE_GAP + lower
        return self.width, self.height

    def split(self, room: float, height: float) -> list[Flowable]:
        parts = self.table.split(room, height)
        if len(parts) < 2:
            parts = self.table.split(room, height - self.note.height - _NOTE_GAP)
        if len(parts) < 2:
            return [NullActionFlowable(), self.table, self.note] if height > TEXT_HEIGHT - 1 else []
        parts[0].spaceAfter = 0
        return [parts[0], TableWithNote(parts[1], self.note)]

    def draw(self) -> None:
        self.note.drawOn(self.canv, 0, 0)
        self.table.drawOn(self.canv, 0, self.note.height + _NOTE_GAP)


def table_flowables(table: Table, element: Element, note: Element | None) -> list[Flowable]:
    """A table as wide as the text, with its note; its elements go below `element`, the note's is given."""
    rows = [*table.rows, table.totals] if table.totals is not None else list(table.rows)
    grid = columns_of(table.columns, rows, TEXT_WIDTH)
    looks = replace(CELL, size=grid.size, leading=grid.size * 1.42)
    styles = [replace(looks, align=column.align) for column in table.columns]
    strong = [replace(style, face="semibold") for style in styles]
    rooms = [wide - 2 * grid.pad for wide in grid.widths]
    heads = _heads(table.columns, element, strong, rooms)
    body = Element("TBody", element)
    data: list[list[CellText | TextBlock | TickBox]] = [heads]
    kinds = [[_cell_style(style, grid.pad) for style in strong]]
    for cells in rows:
        line = Element("TR", body)
        chosen = strong if cells is table.totals else styles
        data.append([])
        kinds.append([_cell_style(style, grid.pad) for style in chosen])
        for index, (cell, style, room) in enumerate(zip(cells, chosen, rooms, strict=True)):
            head = index == 0 and table.row_heads
            part = Element("TH", line, _ROW_HEAD) if head else Element("TD", line)
            side = side_of(cell, style.align)
            data[-1].append(
                _cell(cell, style if side == style.align else replace(style, align=side), part, room)
            )
    made = _laid_out(data, kinds, grid.widths, table.totals is not None)
    if note is None or not table.note:
        made.spaceAfter = _AFTER
        return [made]
    words = text_block(table.note, NOTE, note, TEXT_WIDTH)
    words.wrap(TEXT_WIDTH, 0)
    return [made, words] if words.height > _THIRD else [TableWithNote(made, words)]


def _laid_out(
    data: list[list[CellText | TextBlock | TickBox]],
    looks: list[list[CellStyle]],
    widths: list[float],
    totals: bool,
) -> TaggedTable:
    last = len(data) - 1
    style: list[tuple[Any, ...]] = [
        ("BACKGROUND", (0, 0), (-1, 0), colour(TINT)),
        ("LINEBELOW", (0, 0), (-1, 0), 1, colour(ACCENT)),
    ]
    if last:
        style.append(("LINEBELOW", (0, 1), (-1, -1), 0.5, colour(RULE)))
    if totals and last > 1:
        style.append(("LINEBELOW", (0, -2), (-1, -2), 1, colour(ACCENT)))
    if last > _FEW:
        style.append(("NOSPLIT", (0, -2), (0, -1)))  # no total or last row alone under a repeated head
    made = TaggedTable(
        data,
        widths,
        repeatRows=1,
        style=style,
        cellStyles=looks,
        normalizedData=1,
        hAlign="LEFT",
        renderCB=_Marks(),
    )
    made.spaceAfter = 0
    made.wrap(TEXT_WIDTH, _HIGH)
    if made.head_height > TEXT_HEIGHT / 2:
        made.repeatRows = 0
    return made


def framed(
    data: list[list[Any]],
    looks: list[list[CellStyle]],
    widths: list[float],
    style: list[tuple[Any, ...]],
    before: float,
    after: float,
) -> TaggedTable:
    """A table that only puts things beside each other, and is none to whoever listens."""
    return TaggedTable(
        data,
        widths,
        style=style,
        cellStyles=looks,
        normalizedData=1,
        hAlign="LEFT",
        renderCB=_Marks(),
        spaceBefore=before,
        spaceAfter=after,
    )


def plain_cell(top: float, bottom: float, left: float, right: float) -> CellStyle:
    """A cell with so much white around what stands in it."""
    made = CellStyle("")
    made.topPadding, made.bottomPadding, made.leftPadding, made.rightPadding = top, bottom, left, right
    made.valign, made.fontname = "TOP", font_name("regular")
    return made


def _heads(
    columns: Sequence[Column], element: Element, styles: Sequence[TextStyle], rooms: Sequence[float]
) -> list[CellText | TextBlock]:
    line = Element("TR", Element("THead", element))
    heads = [
        _cell(column.head, style, Element("TH", line, _COLUMN_HEAD), room)
        for column, style, room in zip(columns, styles, rooms, strict=True)
    ]
    for head in heads:
        head.once = True
    return heads


def _cell(text: Text, style: TextStyle, element: Element, room: float) -> CellText | TextBlock | TickBox:
    if text == TICK:
        return TickBox(element, style.align.upper())
    span = text if isinstance(text, Span) else Span(text) if isinstance(text, str) else None
    if span and not (span.bold or span.italic or span.href or span.ref):
        words = tidy(span.text).strip()
        if "\n" not in words and width(words, style.face, style.size) <= room:
            cell = CellText(words)
            cell.element, cell.source = element, span.source
            return cell
    return text_block(text, style, element, room)


@cache
def _cell_style(style: TextStyle, pad: float) -> CellStyle:
    made = plain_cell(_ABOVE, _ABOVE, pad, pad)
    made.fontname, made.fontsize, made.leading = font_name(style.face), style.size, style.leading
    made.alignment, made.color = style.align.upper(), colour(style.colour)
    return made


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a table: size of the letters, white beside them, and width of each in points."""

    size: float
    pad: float
    widths: list[float]


def columns_of(columns: Sequence[Column], rows: Sequence[Sequence[Text]], room: float) -> Grid:
    """The size of the letters and the width of each column.

    The shares that the table asks for hold as long as every word fits. Then columns with room to spare give
    some; then words are hyphenated; then the letters shrink, to 6.5 points at the least.
    """
    words = [_words(column, index, rows) for index, column in enumerate(columns)]
    whole = sum(column.width for column in columns)
    shares = [room * column.width / whole for column in columns]
    for size, pad in _SIZES:
        for measure in (_wide, _widest_piece):
            least = [max(map(measure, of)) * size + 2 * pad + 0.1 for of in words]
            widths = _fitted(shares, least, room)
            if widths is not None:
                return Grid(size, pad, widths)
    size, pad = _SIZES[-1]
    return Grid(size, min(pad, min(shares) / 4), shares)


def _fitted(shares: Sequence[float], least: Sequence[float], room: float) -> list[float] | None:
    """The shares with at least what each column needs, or None if that is more than there is."""
    if sum(least) > room:
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


def _wide(word: str) -> float:
    return width(word, "semibold", 1)


def _widest_piece(word: str) -> float:
    return widest_piece(word, _wide)
