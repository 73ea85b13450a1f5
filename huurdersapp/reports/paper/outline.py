"""Bookmarks: the headings of a document as a tree beside the pages."""

from __future__ import annotations

from collections.abc import Sequence

from huurdersapp.reports.fonts import tidy
from huurdersapp.reports.paper.panels import Entry
from huurdersapp.reports.paper.pdffile import PdfFile, text_string
from huurdersapp.reports.paper.style import PAGE_HEIGHT

_ABOVE = 6


def write_outline(pdf: PdfFile, headings: Sequence[Entry], pages: int) -> str:
    """Write the bookmarks; returns the entries for the catalog, empty where there are no headings.

    Page n of the file has the object number `pages` + n.
    """
    if not headings:
        return ""
    root = pdf.reserve(1 + len(headings))
    numbers = range(root + 1, root + 1 + len(headings))
    parents: list[int] = []
    open_at: dict[int, int] = {0: root}
    for number, heading in zip(numbers, headings, strict=True):
        parents.append(open_at[heading.level - 1])
        open_at[heading.level] = number
    children: dict[int, list[int]] = {}
    for number, parent in zip(numbers, parents, strict=True):
        children.setdefault(parent, []).append(number)
    for number, heading, parent in zip(numbers, headings, parents, strict=True):
        siblings = children[parent]
        place = siblings.index(number)
        before = f"/Prev {siblings[place - 1]} 0 R" if place else ""
        after = f"/Next {siblings[place + 1]} 0 R" if place + 1 < len(siblings) else ""
        pdf.put(
            number,
            f"<</Title {text_string(tidy(heading.text))}/Parent {parent} 0 R{before}{after}"
            f"{_family(children.get(number, []), sign=-1)}{_goal(heading, pages)}>>",
        )
    pdf.put(root, f"<</Type/Outlines{_family(children[root], sign=1)}>>")
    return f"/Outlines {root} 0 R/PageMode/UseOutlines"


def _family(children: Sequence[int], sign: int) -> str:
    """First and last child; a negative count keeps the branch closed."""
    if not children:
        return ""
    return f"/First {children[0]} 0 R/Last {children[-1]} 0 R/Count {sign * len(children)}"


def _goal(heading: Entry, pages: int) -> str:
    if heading.target is None:
        return ""
    height = PAGE_HEIGHT - heading.target.top + _ABOVE
    return f"/Dest[{pages + heading.target.page} 0 R/XYZ 0 {height:.2f} null]"
