"""Wholes divided in classes that have an order, such as energy labels: from dark to light, with the class in each piece.

What is too narrow for words, or may not be shown, is told in a line below the bar. A class that is not shown takes no
room in the bar either, so its length says nothing of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.graphics.shapes import Drawing

from huurdersapp.reports.document import Shares, SharesRow
from huurdersapp.reports.fonts import tidy
from huurdersapp.reports.paper.charts import LEADING, SIZE, broken, wide_of
from huurdersapp.reports.paper.sketch import Sketch
from huurdersapp.reports.paper.style import INK

_NAMES, _GAP = 0.28, 10.0
_HIGH, _BETWEEN = 28.0, 12.0
_PAD = 3.0
_WHITE = "#FFFFFF"
_DARK = ((0x0B, 0x3D, 0x6E), (0x2F, 0x6B, 0xA8))
_LIGHT = ((0x9C, 0xC3, 0xE6), (0xFF, 0xFF, 0xFF))
"""Two ramps with nothing between them: on each of their steps white or dark letters contrast at least 5 to 1."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a bar: its place among the classes, its name and figure, where it begins and how wide it is."""

    place: int
    name: str
    shown: str
    left: float
    width: float

    @property
    def fits(self) -> bool:
        return max(wide_of(self.name, strong=True), wide_of(self.shown)) + 2 * _PAD <= self.width


class SharesPlot:
    """Wholes at a width; made first, to know the height, and drawn later."""

    def __init__(self, block: Shares, wide: float) -> None:
        self.width = wide
        longest = max((wide_of(tidy(row.label)) for row in block.rows), default=0.0)
        self._names = min(max(longest, 20.0), wide * _NAMES)
        self._inks = ramp(len(block.classes))
        self._room = wide - self._names - _GAP
        self._rows = [
            (broken(row.label, self._names), *_divided(block.classes, row, self._room)) for row in block.rows
        ]
        self.height = sum(self._high(*row) for row in self._rows) + 2

    def _high(self, names: list[str], pieces: list[_Piece], below: list[str]) -> float:
        bar = _HIGH if pieces else 0.0
        return max(bar + len(below) * LEADING + (3 if below else 0), len(names) * LEADING) + _BETWEEN

    def drawing(self) -> Drawing:
        """The wholes, ready to be put on a page."""
        pen = Sketch(self.width, self.height, SIZE)
        y, left = 1.0, self._names + _GAP
        for names, pieces, below in self._rows:
            for number, line in enumerate(names):
                base = y + max(0.0, (_HIGH if pieces else 0.0) - len(names) * LEADING) / 2
                pen.text(self._names - wide_of(line), base + 9 + number * LEADING, line)
            for piece in pieces:
                self._draw_piece(pen, piece, left + piece.left, y)
            for number, line in enumerate(below):
                pen.text(left, y + (_HIGH + 12 if pieces else 9) + number * LEADING, line)
            y += self._high(names, pieces, below)
        return pen.drawing

    def _draw_piece(self, pen: Sketch, piece: _Piece, x: float, y: float) -> None:
        ink, dark = self._inks[piece.place]
        pen.area(x, y, piece.width, _HIGH, ink)
        pen.frame(x, y, piece.width, _HIGH, "#0B3D6E", 0.6)
        if dark and piece.left:
            pen.line([(x, y + 0.5), (x, y + _HIGH - 0.5)], _WHITE, 0.8)
        middle, colour = x + piece.width / 2, _WHITE if dark else INK
        if piece.fits:
            name = wide_of(piece.name, strong=True)
            pen.text(middle - name / 2, y + 11.5, piece.name, colour, strong=True)
            pen.text(middle - wide_of(piece.shown) / 2, y + 23.5, piece.shown, colour)
        elif wide_of(piece.name, strong=True) + 2 <= piece.width:
            name = wide_of(piece.name, strong=True)
            pen.text(middle - name / 2, y + 17.5, piece.name, colour, strong=True)


def ramp(count: int) -> list[tuple[str, bool]]:
    """So many colours from dark to light, each with whether white letters go on it."""
    dark = (count + 1) // 2
    steps = [(_between(_DARK, at, dark), True) for at in range(dark)]
    return steps + [(_between(_LIGHT, at, count - dark), False) for at in range(count - dark)]


def _between(ends: tuple[tuple[int, int, int], tuple[int, int, int]], at: int, count: int) -> str:
    share = at / (count - 1) if count > 1 else 0.0
    parts = (round(first + (last - first) * share) for first, last in zip(*ends, strict=True))
    return "#" + "".join(f"{part:02X}" for part in parts)


def _divided(classes: tuple[str, ...], row: SharesRow, room: float) -> tuple[list[_Piece], list[str]]:
    """The pieces of a bar, and the line below it for what has no words in it."""
    if not any(row.values) and len(set(row.shown)) == 1:
        return [], broken(row.shown[0], room)
    whole = sum(max(value or 0.0, 0.0) for value in row.values) or 1.0
    pieces: list[_Piece] = []
    untold: list[str] = []
    left = 0.0
    for place, (name, value, shown) in enumerate(zip(classes, row.values, row.shown, strict=True)):
        wide = max(value or 0.0, 0.0) / whole * room
        piece = _Piece(place, tidy(name), tidy(shown), left, wide)
        if wide:
            pieces.append(piece)
            left += wide
        if not piece.fits and (value is None or wide):
            untold.append(f"{piece.name}:\u00a0{piece.shown}")
    return pieces, broken("; ".join(untold), room) if untold else []
