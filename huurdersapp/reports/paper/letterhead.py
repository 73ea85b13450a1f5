"""The first page of a letter: who writes, and the address where the window of the envelope is.

Both have a fixed place, whatever else the letter says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from huurdersapp.reports.document import Lines, Text
from huurdersapp.reports.paper.paragraphs import TextBlock, text_block
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
    """A text with a fixed place, measured in points from the upper left corner of the page."""

    text: Text
    style: TextStyle
    block: TextBlock
    x: float
    top: float
    width: float
    height: float


def place_letterhead(
    aside: Sequence[tuple[Lines, Element]], window: Literal["left", "right"]
) -> tuple[list[Fixed], float]:
    """The texts with a fixed place, and where the letter itself begins, in points from the upper edge."""
    placed: list[Fixed] = []
    ends = {"sender": SENDER_TOP, "addressee": WINDOW_TOP}
    for lines, element in aside:
        pieces = _pieces(lines, window)
        for text, styles, x, width in pieces:
            style, block = _fitting(text, styles, element, width)
            block.goes_on = text is not pieces[-1][0]
            placed.append(Fixed(text, style, block, x, ends[lines.role], width, block.height))
            ends[lines.role] += block.height + style.after
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
    return [(name, [SENDER_NAME], x, width), (stacked(rest), [SENDER], x, width)]


def _fitting(
    text: Text, styles: Sequence[TextStyle], element: Element, width: float
) -> tuple[TextStyle, TextBlock]:
    """The text in the first style, or the largest with which an address fits in its window."""
    tries = [(style, text_block(text, style, element, width)) for style in styles]
    for _, block in tries:
        block.wrap(width, 0)
    return next((one for one in tries if one[1].height <= WINDOW_HEIGHT), tries[-1])
