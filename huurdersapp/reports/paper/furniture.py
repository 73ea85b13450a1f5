"""What stands on every page beside the text: the mark of example data, the running head, the page number."""

from __future__ import annotations

from huurdersapp.reports.document import Document
from huurdersapp.reports.fonts import FaceName, font_name, tidy, width
from huurdersapp.reports.paper.paragraphs import colour
from huurdersapp.reports.paper.parts import Leaf
from huurdersapp.reports.paper.style import (
    GREY,
    MARGIN,
    MM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RULE,
    TEXT_WIDTH,
    WARN,
)
from huurdersapp.reports.paper.tagging import Element, TaggedCanvas

_SMALL = 8.5
_HEAD = PAGE_HEIGHT - 18 * MM
_FOOT = 13 * MM
_MARK_SIZE = 9.5
_MARK_HIGH = 17.0
_MARK_TOP = PAGE_HEIGHT - 7.5 * MM


def draw_mark(canvas: TaggedCanvas, document: Document, mark: Element | None) -> None:
    """Draw the mark of example data above the text on the canvas' page.

    With `mark` it is part of the text there (the first page): whoever listens must hear it once.
    Elsewhere it is decoration, as what stands at the edges is.
    """
    if document.mark:
        _draw_mark(canvas, tidy(document.mark), mark)


def draw_edges(canvas: TaggedCanvas, document: Document, leaf: Leaf) -> None:
    """Draw the running head and the foot of a page; a page with a title has no head, a white back has neither."""
    if leaf.blank:
        return
    if leaf.number > 1 and document.kind == "report":
        canvas.begin_artifact("Header")
        _write(canvas, MARGIN, _HEAD, shortened(tidy(running_title(document)), TEXT_WIDTH))
        _rule(canvas, _HEAD - 5)
        canvas.end()
    if leaf.number > 1 or document.kind == "report":
        _draw_foot(canvas, foot_text(document, leaf.part), f"Pagina {leaf.number} van {leaf.of}")
    elif document.imprint:
        _draw_imprint(canvas, tidy(document.imprint))


def _draw_foot(canvas: TaggedCanvas, text: str, number: str) -> None:
    wide = width(number, "regular", _SMALL)
    canvas.begin_artifact("Footer")
    _rule(canvas, _FOOT + 13)
    if text:
        _write(canvas, MARGIN, _FOOT, shortened(tidy(text), TEXT_WIDTH - wide - 20))
    _write(canvas, MARGIN + TEXT_WIDTH - wide, _FOOT, number)
    canvas.end()


def _draw_imprint(canvas: TaggedCanvas, text: str) -> None:
    """On one line, or on two; smaller where that is not enough."""
    lines, size = _broken(text)
    canvas.begin_artifact("Footer")
    _rule(canvas, _FOOT + 13)
    for number, line in enumerate(lines):
        _write(canvas, MARGIN, _FOOT - number * (size + 2.5), line, size=size)
    canvas.end()


def _broken(text: str) -> tuple[list[str], float]:
    lines: list[str] = []
    for size in (_SMALL, 7.5, 6.5):
        lines = [""]
        for word in text.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and width(longer, "regular", size) > TEXT_WIDTH:
                lines.append(word)
            else:
                lines[-1] = longer
        if len(lines) <= 2:
            return lines, size
    return [lines[0], shortened(" ".join(lines[1:]), TEXT_WIDTH, size=6.5)], 6.5


def _draw_mark(canvas: TaggedCanvas, text: str, mark: Element | None) -> None:
    text = shortened(text, TEXT_WIDTH, "bold", _MARK_SIZE)
    wide = width(text, "bold", _MARK_SIZE)
    left = (PAGE_WIDTH - wide) / 2
    canvas.begin_artifact("Header" if mark is None else "")
    canvas.setStrokeColor(colour(WARN))
    canvas.setLineWidth(1)
    canvas.rect(left - 8, _MARK_TOP - _MARK_HIGH, wide + 16, _MARK_HIGH)
    if mark is not None:
        canvas.end()
    canvas.owner = mark
    _write(canvas, left, _MARK_TOP - 12, text, "bold", _MARK_SIZE, WARN)
    canvas.owner = None
    if mark is None:
        canvas.end()


def _write(
    canvas: TaggedCanvas,
    x: float,
    y: float,
    text: str,
    face: FaceName = "regular",
    size: float = _SMALL,
    ink: str = GREY,
) -> None:
    canvas.setFont(font_name(face), size)
    canvas.setFillColor(colour(ink))
    canvas.drawString(x, y, text)


def _rule(canvas: TaggedCanvas, y: float) -> None:
    canvas.setStrokeColor(colour(RULE))
    canvas.setLineWidth(0.5)
    canvas.line(MARGIN, y, MARGIN + TEXT_WIDTH, y)


def running_title(document: Document) -> str:
    """What stands above every page of a report but the first."""
    return " · ".join(part for part in (document.title, document.subtitle) if part)


def foot_text(document: Document, part: str) -> str:
    """What stands at the left of the foot: the name of the part, and what the document says."""
    return " · ".join(text for text in (part, document.footer) if text)


def shortened(text: str, room: float, face: FaceName = "regular", size: float = _SMALL) -> str:
    """The text on one line, with dots where it would not fit."""
    text = text.replace("\n", " ")
    if width(text, face, size) <= room:
        return text
    while text and width(f"{text}…", face, size) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"
