"""The first page of a letter: who writes, and the address where the window of the envelope is.

Both have a fixed place, whatever else the letter says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from huurdersapp.reports.document import Lines, Text, spans
from huurdersapp.reports.paper.layout import TextBox, text_box
from huurdersapp.reports.paper.style import (
    LETTER_START,
    LINES,
    MM,
    SENDER,
    SENDER_LEFT,
    SENDER_NAME,
    SENDER_TOP,
    SENDER_WIDTH,
    TOP,
    WINDOW_HEIGHT,
    WINDOW_LEFT,
    WINDOW_TOP,
    WINDOW_WIDTH,
    TextStyle,
)
from huurdersapp.reports.paper.tagging import Element
from huurdersapp.reports.paper.texts import stacked

_ADDRESS = [
    replace(LINES, size=size, leading=leading, after=0)
    for size, leading in ((11, 15.5), (10, 13.5), (9, 12), (8, 10.5), (7, 9))
]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A text with a fixed place: its box, already placed, and the text itself for Word."""

    box: TextBox
    text: Text


def place_letterhead(
    aside: Sequence[tuple[Lines, Element]], window: Literal["left", "right"]
) -> tuple[list[Fixed], float]:
    """The texts with a fixed place, and where the letter itself begins, in points from the upper edge."""
    placed: list[Fixed] = []
    ends = {"sender": SENDER_TOP, "addressee": WINDOW_TOP}
    for lines, element in aside:
        for text, styles, x, width in _pieces(lines, window):
            box = _box(text, styles, element, x, width)
            box.top = ends[lines.role]
            ends[lines.role] += box.height + box.after
            placed.append(Fixed(box, text))
    roles = {lines.role for lines, _ in aside}
    start = LETTER_START if "addressee" in roles else TOP
    return placed, max(start, *(ends[role] + 8 * MM for role in roles)) if roles else start


def _pieces(
    lines: Lines, window: Literal["left", "right"]
) -> list[tuple[Text, Sequence[TextStyle], float, float]]:
    """The texts of a block with the styles to try, left edge and width.

    The sender stands on the side where the window is not, the name large and the rest small.
    """
    if lines.role == "addressee":
        return [(stacked(lines.lines), _ADDRESS, WINDOW_LEFT[window], WINDOW_WIDTH)]
    x, width = SENDER_LEFT[window], SENDER_WIDTH[window]
    name, *rest = lines.lines
    if not rest:
        return [(name, [SENDER_NAME], x, width)]
    return [((*spans(name), " "), [SENDER_NAME], x, width), (stacked(rest), [SENDER], x, width)]


def _box(text: Text, styles: Sequence[TextStyle], element: Element, x: float, width: float) -> TextBox:
    """The text in the first style, or the largest with which an address fits in its window."""
    boxes = [text_box(text, style, element, x=x, width=width, whole=True) for style in styles]
    return next((box for box in boxes if box.height <= WINDOW_HEIGHT), boxes[-1])
