"""The first page of a letter: who writes, and the address where the window of the envelope is.

Both have a fixed place, whatever else the letter says; reading order stays that of the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from huurdersapp.reports.blocks import joined
from huurdersapp.reports.document import Lines
from huurdersapp.reports.layout import Box, TextBox, text_box
from huurdersapp.reports.style import (
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
)
from huurdersapp.reports.tagging import Element

_ADDRESS = [
    replace(LINES, size=size, leading=leading)
    for size, leading in ((11, 15.5), (10, 13.5), (9, 12), (8, 10.5), (7, 9))
]


def place_letterhead(
    aside: Sequence[tuple[Lines, Element]], window: Literal["left", "right"]
) -> tuple[list[Box], float]:
    """The boxes with a fixed place, and where the letter itself begins, in points from the upper edge."""
    boxes: list[Box] = []
    ends = {"sender": SENDER_TOP, "addressee": WINDOW_TOP}
    for lines, element in aside:
        made = (
            _sender(lines, element, window)
            if lines.role == "sender"
            else [_addressee(lines, element, window)]
        )
        for box in made:
            box.top = ends[lines.role]
            ends[lines.role] += box.height + box.after
        boxes += made
    roles = {lines.role for lines, _ in aside}
    start = LETTER_START if "addressee" in roles else TOP
    return boxes, max(start, *(ends[role] + 8 * MM for role in roles)) if roles else start


def _sender(lines: Lines, element: Element, window: Literal["left", "right"]) -> list[TextBox]:
    """The name large, the rest small, on the side where the window is not."""
    x, width = SENDER_LEFT[window], SENDER_WIDTH[window]
    name, *rest = lines.lines
    first = joined((name, "")) if rest else name
    boxes = [text_box(first, SENDER_NAME, element, x=x, width=width, whole=True)]
    if rest:
        boxes[0] = _without_last_line(boxes[0])
        boxes.append(text_box(joined(tuple(rest)), SENDER, element, x=x, width=width, whole=True))
    return boxes


def _without_last_line(box: TextBox) -> TextBox:
    """The empty line that `joined` leaves behind a last space."""
    box.lines = box.lines[:-1]
    box.height -= box.style.leading
    return box


def _addressee(lines: Lines, element: Element, window: Literal["left", "right"]) -> TextBox:
    """The address, in smaller letters if that is what the window needs."""
    boxes = [
        text_box(joined(lines.lines), style, element, x=WINDOW_LEFT[window], width=WINDOW_WIDTH, whole=True)
        for style in _ADDRESS
    ]
    return next((box for box in boxes if box.height <= WINDOW_HEIGHT), boxes[-1])
