"""What makes a PDF readable aloud: the structure tree, and what the archive asks (PDF/UA-1, PDF/A-2a).

An `Element` is made for every block while the document is laid out; pages add the numbers of their marked
pieces while they are drawn. At the end everything is written as ready-made text in one walk, because there
are thousands of table cells. Sources: ISO 14289-1, ISO 19005-2 and ISO 32000-1, 14.7 and 14.8.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from huurdersapp.reports.paper.pdffile import PdfFile, text_string

_ROLES = "<</Title/P/Mark/P/ContentsTitle/P>>"
"""Our own kinds and what they count as; PDF 1.7 knows no title."""


class Element:
    """A node of the structure tree: a heading, a cell, a figure.

    Attributes:
        kind: name as in ISO 32000-1, 14.8.4, or one of our own in `_ROLES`.
        kids: elements, marked pieces as (page, number on that page), or links.
        entries: further dictionary entries, ready-made, such as an alternative text.
    """

    __slots__ = ("entries", "kids", "kind", "number", "parent")

    def __init__(self, kind: str, parent: Element | None = None, entries: str = "") -> None:
        self.kind = kind
        self.parent = parent
        self.entries = entries
        self.kids: list[Element | tuple[int, int] | Link] = []
        self.number = 0
        if parent is not None:
            parent.kids.append(self)

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()


@dataclass(slots=True, eq=False)
class Link:
    """A place to click: where it is, what it says, and where it goes (an address, or a page and height)."""

    page: int
    box: tuple[float, float, float, float]
    text: str
    target: str | tuple[int, float]
    element: Element
    number: int = 0


def alternative(text: str) -> str:
    """The entry that tells a picture in words."""
    return f"/Alt{text_string(text)}"


def scope(of: str) -> str:
    """The entry that says whether a table head speaks for its Column or its Row."""
    return f"/A<</O/Table/Scope/{of}>>"


def write_structure(
    pdf: PdfFile, root: Element, marks: Sequence[Sequence[Element]], links: Sequence[Link], pages: int
) -> int:
    """Write the tree; returns the number of its root object.

    `marks` holds for each page the elements of its marked pieces in their order; page n of the file has
    the object number `pages` + n.
    """
    elements = list(root.walk())
    top = pdf.reserve(1 + len(elements))
    for number, element in enumerate(elements, top + 1):
        element.number = number
    for element in elements:
        pdf.put(element.number, _element(element, top, pages))
    rows = [
        f"{page}[{' '.join([f'{mark.number} 0 R' for mark in on_page])}]"
        for page, on_page in enumerate(marks)
    ]
    rows += [f"{key} {link.element.number} 0 R" for key, link in enumerate(links, len(marks))]
    parents = pdf.add(f"<</Nums[{''.join(f'{row} ' for row in rows)}]>>")
    pdf.put(
        top,
        f"<</Type/StructTreeRoot/K {root.number} 0 R/ParentTree {parents} 0 R"
        f"/ParentTreeNextKey {len(rows)}/RoleMap{_ROLES}>>",
    )
    return top


def _element(element: Element, top: int, pages: int) -> str:
    parent = element.parent.number if element.parent else top
    kids = element.kids
    if len(kids) == 1 and type(kids[0]) is tuple:
        page, mark = kids[0]
        return f"<</S/{element.kind}/P {parent} 0 R/Pg {pages + page} 0 R/K {mark}{element.entries}>>"
    parts = []
    for kid in kids:
        if isinstance(kid, Element):
            parts.append(f"{kid.number} 0 R")
        elif isinstance(kid, Link):
            parts.append(f"<</Type/OBJR/Pg {pages + kid.page} 0 R/Obj {kid.number} 0 R>>")
        else:
            parts.append(f"<</Type/MCR/Pg {pages + kid[0]} 0 R/MCID {kid[1]}>>")
    return f"<</S/{element.kind}/P {parent} 0 R/K[{' '.join(parts)}]{element.entries}>>"


def write_links(pdf: PdfFile, links: Sequence[Link], pages: int, page_count: int) -> None:
    """Write the places to click; in the parent tree they come after the pages."""
    for key, link in enumerate(links, page_count):
        box = " ".join(f"{value:.2f}" for value in link.box)
        if isinstance(link.target, str):
            goal = f"/A<</S/URI/URI {text_string(_address(link.target))}>>"
        else:
            page, height = link.target
            goal = f"/Dest[{pages + page} 0 R/XYZ 0 {height:.2f} null]"
        link.number = pdf.add(
            f"<</Type/Annot/Subtype/Link/Rect[{box}]/Border[0 0 0]/F 4/StructParent {key}"
            f"/Contents {text_string(link.text)}{goal}>>"
        )


def _address(target: str) -> str:
    """An address in ASCII, as ISO 32000-1, 12.6.4.7 asks."""
    return target if target.isascii() else quote(target, safe=":/?#[]@!$&'()*+,;=%~")
