"""What is filled in by hand: boxes to tick, lines to write on, and short fields side by side.

A box is drawn, because the font has none that is large enough. Whoever listens hears the sign that it stands for,
as the label of an item in a list; lines to write on are decoration.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportlab.platypus import Flowable

from huurdersapp.reports.document import Choices, FieldRow, WritingLines
from huurdersapp.reports.fonts import tidy, width
from huurdersapp.reports.paper.objects import text_string
from huurdersapp.reports.paper.paragraphs import TextBlock, colour, text_block
from huurdersapp.reports.paper.style import (
    FIELD_LABEL,
    FIELD_VALUE,
    GREY,
    INK,
    MM,
    OPTION,
    QUESTION,
    QUESTION_HELP,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    TextStyle,
)
from huurdersapp.reports.paper.tagging import Element, TaggedCanvas

BOX_SIZE = 4.4 * MM
"""At least 4 mm, so that a tick of a hand that trembles stays inside."""
INDENT = BOX_SIZE + 9.0
LINE_GAP = 9.0 * MM
"""Between two lines to write on; in a school exercise book it is 8."""
GAP = 14.0
"""Between two columns or fields."""
SIGNS = {(False, False): "○", (False, True): "◉", (True, False): "☐", (True, True): "☒"}
"""What a box is called where it is text: by whether more answers are allowed, and whether it is ticked."""
_MOST_SIDE_BY_SIDE = 11
"""As many as the figures from 0 to 10."""
_MANY = 7
_NARROW_GAP = 6.0
_LEAST_LINE = 110.0
_ABOVE = 14.0
_BELOW = 12.0


@dataclass(frozen=True, slots=True)
class _Mark:
    """A box to tick, and the element that tells what it is."""

    element: Element
    many: bool
    ticked: bool


@dataclass(frozen=True, slots=True)
class _Cell:
    """One thing in a row: a text with or without a box before it, or a line to write on, which ends at `right`."""

    x: float
    right: float
    text: TextBlock | None = None
    mark: _Mark | None = None
    line_from: float | None = None


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[_Cell, ...]
    height: float


class FormPanel(Flowable):
    """Rows that stay on one page; only what is higher than a page is divided, between two rows."""

    keep = False

    def __init__(self, rows: Sequence[_Row]) -> None:
        super().__init__()
        self.rows = list(rows)
        self.width, self.height = TEXT_WIDTH, sum(row.height for row in rows)
        self.spaceBefore, self.spaceAfter = _ABOVE, _BELOW

    @property
    def least(self) -> float:
        """The height of the least that may stand at the foot of a page."""
        return self.height if self.height < TEXT_HEIGHT else sum(row.height for row in self.rows[:3])

    def split(self, room: float, height: float) -> list[Flowable]:
        if self.height < TEXT_HEIGHT:
            return []
        count, used = 0, 0.0
        while count < len(self.rows) and used + self.rows[count].height <= height:
            used += self.rows[count].height
            count += 1
        if not 0 < count < len(self.rows):
            return []
        return [FormPanel(self.rows[:count]), FormPanel(self.rows[count:])]

    def draw(self) -> None:
        top = self.height
        for row in self.rows:
            for cell in row.cells:
                self._draw(cell, top, top - row.height)
            top -= row.height

    def _draw(self, cell: _Cell, top: float, bottom: float) -> None:
        canvas: TaggedCanvas = self.canv
        if cell.mark:
            _draw_box(canvas, cell.mark, cell.x, top - OPTION.size - (BOX_SIZE - 8.6) / 2)
        if cell.text:
            left = cell.x + INDENT if cell.mark else cell.x
            cell.text.drawOn(canvas, left, top - cell.text.height)
        if cell.line_from is not None:
            y = bottom + 1 if cell.text is None else top - OPTION.size - 3
            canvas.begin_artifact()
            canvas.setStrokeColor(colour(GREY))
            canvas.setLineWidth(0.6)
            canvas.line(cell.line_from, y, cell.right, y)
            canvas.end()


def _draw_box(canvas: TaggedCanvas, mark: _Mark, x: float, bottom: float) -> None:
    canvas.begin(mark.element)
    canvas.setStrokeColor(colour(INK))
    canvas.setFillColor(colour(INK))
    canvas.setLineWidth(1)
    middle = BOX_SIZE / 2
    if mark.many:
        canvas.rect(x, bottom, BOX_SIZE, BOX_SIZE)
        if mark.ticked:
            inner, outer = 2.6, BOX_SIZE - 2.6
            canvas.setLineWidth(1.6)
            canvas.line(x + inner, bottom + inner, x + outer, bottom + outer)
            canvas.line(x + inner, bottom + outer, x + outer, bottom + inner)
    else:
        canvas.circle(x + middle, bottom + middle, middle)
        if mark.ticked:
            canvas.circle(x + middle, bottom + middle, middle - 3, stroke=0, fill=1)
    canvas.end()


def choices(block: Choices, parent: Element) -> FormPanel:
    """A question with its options, each behind its box."""
    rows = _asked(block.question, block.help, parent)
    listed = Element("L", parent, "/A<</O/List/ListNumbering/Unordered>>")
    across = columns_for(block)
    gap = gap_for(across)
    wide = (TEXT_WIDTH - (across - 1) * gap) / across
    for start in range(0, len(block.options), across):
        rows += _options(
            block, range(start, min(start + across, len(block.options))), wide, wide + gap, listed
        )
    return FormPanel(rows)


def _options(block: Choices, places: range, wide: float, step: float, parent: Element) -> list[_Row]:
    """The options of one row, each so `wide` and one `step` to the right of the one before."""
    cells, below = [], []
    for place in places:
        text = block.options[place]
        item = Element("LI", parent)
        ticked = place in block.chosen
        label = Element("Lbl", item, f"/ActualText{text_string(SIGNS[block.many, ticked])}")
        words = _text(text, OPTION, Element("LBody", item), wide - INDENT)
        left = (place - places.start) * step
        right = left + wide
        line_from = None
        if text.endswith(":"):
            end = left + INDENT + width(tidy(text), OPTION.face, OPTION.size) + 6
            if end + _LEAST_LINE <= right:
                line_from = end
            else:
                below.append(_Cell(left + INDENT, right, line_from=left + INDENT))
        cells.append(_Cell(left, right, words, _Mark(label, block.many, ticked), line_from))
    high = max(max(cell.text.height for cell in cells if cell.text), BOX_SIZE + 3) + OPTION.after
    return [_Row(tuple(cells), high), *([_Row(tuple(below), LINE_GAP - 4)] if below else [])]


def columns_for(block: Choices) -> int:
    """In how many columns the options stand: as asked, or else on one row where all of them fit there."""
    count = len(block.options)
    if block.columns:
        return max(1, min(block.columns, count))
    if not 1 <= count <= _MOST_SIDE_BY_SIDE or any(text.endswith(":") for text in block.options):
        return 1
    wide = (TEXT_WIDTH - (count - 1) * gap_for(count)) / count - INDENT
    fits = all(width(tidy(text), OPTION.face, OPTION.size) <= wide for text in block.options)
    return count if fits else 1


def gap_for(across: int) -> float:
    """The white between so many columns."""
    return GAP if across < _MANY else _NARROW_GAP


def writing_lines(block: WritingLines, parent: Element) -> FormPanel:
    """A label, what is known already, and lines to write the rest on."""
    rows = _asked(block.label, block.help, parent)
    if block.value:
        rows.append(_row(_text(block.value, FIELD_VALUE, Element("P", parent), TEXT_WIDTH)))
    rows += [_Row((_Cell(0, TEXT_WIDTH, line_from=0),), LINE_GAP)] * block.lines
    return FormPanel(rows)


def field_row(block: FieldRow, parent: Element) -> FormPanel:
    """Labels above lines; what is known already stands on its line."""
    whole = sum(share for _, share in block.fields)
    room = TEXT_WIDTH - (len(block.fields) - 1) * GAP
    labels, values, lines = [], [], []
    left = 0.0
    for place, (label, share) in enumerate(block.fields):
        wide = room * share / whole
        element = Element("P", parent)
        value = block.values[place] if block.values else ""
        labels.append(_Cell(left, left + wide, _text(label, FIELD_LABEL, element, wide)))
        if value:
            known = _text(value, FIELD_VALUE, element, wide)
            values.append(_Cell(left, left + wide, known))
            _goes_on(labels[-1])
        lines.append(_Cell(left, left + wide, line_from=left))
        left += wide + GAP
    high = max((cell.text.height for cell in values if cell.text), default=0.0)
    panel = FormPanel(
        [
            _Row(tuple(labels), max(cell.text.height for cell in labels if cell.text)),
            _Row(tuple(values), high),
            _Row(tuple(lines), max(2.0, LINE_GAP - high)),
        ]
    )
    panel.spaceBefore = 8.0
    return panel


def _goes_on(cell: _Cell) -> None:
    if cell.text:
        cell.text.goes_on = True


def _asked(question: str, extra: str, parent: Element) -> list[_Row]:
    """The question and the line below it."""
    pairs = ((question, QUESTION), (extra, QUESTION_HELP))
    return [
        _row(_text(words, style, Element("P", parent), TEXT_WIDTH), style.after)
        for words, style in pairs
        if words
    ]


def _row(text: TextBlock, after: float = 0) -> _Row:
    return _Row((_Cell(0, TEXT_WIDTH, text),), text.height + after)


def _text(words: str, style: TextStyle, element: Element, room: float) -> TextBlock:
    block = text_block(words, replace(style, before=0, after=0), element, room)
    block.wrap(room, 0)
    return block
