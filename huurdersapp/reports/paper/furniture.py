"""What stands on every page beside the text: the mark of example data, the running head, the page number."""

from __future__ import annotations

from huurdersapp.reports.document import Document
from huurdersapp.reports.fonts import FaceName, face, tidy
from huurdersapp.reports.paper.pen import Pen
from huurdersapp.reports.paper.style import GREY, MARGIN, MM, PAGE_HEIGHT, PAGE_WIDTH, RULE, TEXT_WIDTH, WARN
from huurdersapp.reports.paper.tagging import Element

_SMALL = 8.5
_HEAD = 18 * MM
_FOOT = PAGE_HEIGHT - 13 * MM
_MARK_SIZE = 9.5
_MARK_TOP = 7.5 * MM


def draw_head(pen: Pen, document: Document, mark: Element | None) -> None:
    """Draw what stands above the text on the pen's page.

    With `mark` the mark is part of the text there (the first page): whoever listens must hear it once.
    Elsewhere it is decoration, as all the rest is.
    """
    if document.mark:
        _draw_mark(pen, tidy(document.mark), mark)
    if pen.page and document.kind == "report":
        pen.begin_artifact("Header")
        text = shortened(tidy(running_title(document)), TEXT_WIDTH)
        pen.text(MARGIN, _HEAD, text, "regular", _SMALL, GREY)
        pen.line([(MARGIN, _HEAD + 5), (MARGIN + TEXT_WIDTH, _HEAD + 5)], RULE, 0.5)
        pen.end()


def draw_foot(pen: Pen, document: Document, pages: int) -> None:
    """Draw what stands below the text; the first page of a letter has nothing there."""
    if pen.page == 0 and document.kind == "letter":
        return
    number = f"Pagina {pen.page + 1} van {pages}"
    wide = face("regular").width(number, _SMALL)
    pen.begin_artifact("Footer")
    pen.line([(MARGIN, _FOOT - 13), (MARGIN + TEXT_WIDTH, _FOOT - 13)], RULE, 0.5)
    if document.footer:
        text = shortened(tidy(document.footer), TEXT_WIDTH - wide - 20)
        pen.text(MARGIN, _FOOT, text, "regular", _SMALL, GREY)
    pen.text(MARGIN + TEXT_WIDTH - wide, _FOOT, number, "regular", _SMALL, GREY)
    pen.end()


def _draw_mark(pen: Pen, text: str, mark: Element | None) -> None:
    text = shortened(text, TEXT_WIDTH, "bold", _MARK_SIZE)
    wide = face("bold").width(text, _MARK_SIZE)
    left = (PAGE_WIDTH - wide) / 2
    pen.begin_artifact("Header" if mark is None else "")
    pen.frame(left - 8, _MARK_TOP, wide + 16, 17, WARN, 1)
    if mark is not None:
        pen.end()
        pen.begin(mark)
    pen.text(left, _MARK_TOP + 12, text, "bold", _MARK_SIZE, WARN)
    pen.end()


def running_title(document: Document) -> str:
    """What stands above every page of a report but the first."""
    return " · ".join(part for part in (document.title, document.subtitle) if part)


def shortened(text: str, room: float, name: FaceName = "regular", size: float = _SMALL) -> str:
    """The text on one line, with dots where it would not fit."""
    text = text.replace("\n", " ")
    letters = face(name)
    if letters.width(text, size) <= room:
        return text
    while text and letters.width(f"{text}…", size) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"
