"""What makes ReportLab's PDF readable aloud: marked content, the structure tree, links (PDF/UA-1, PDF/A-2a).

An `Element` is made for every block before the pages are laid out. The canvas marks each piece that it draws
as part of an element or as mere decoration; when all pages are there, it writes the tree as ready-made
objects of ReportLab's own file, so that no second pass is needed. Sources: ISO 14289-1, ISO 19005-2 and
ISO 32000-1, 14.7 and 14.8.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

from reportlab.pdfbase.pdfdoc import PDFName, PDFObject
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from huurdersapp.reports.document import Source
from huurdersapp.reports.paper.objects import Ready, stream, text_string
from huurdersapp.reports.paper.style import PAGE_HEIGHT
from huurdersapp.reports.written import Place

Box = tuple[float, float, float, float]
LINK = "link"
"""The name of the callback that begins and ends a link inside a paragraph."""
_ROLES = "<</Title/P/Mark/P/ContentsTitle/P>>"
"""Our own kinds and what they count as; PDF 1.7 knows no title."""
_ESCAPES = {code: f"\\{code:03o}" for code in range(256) if not 32 <= code < 127}
_ESCAPES.update({ord(sign): f"\\{sign}" for sign in "()\\"})
_EDGE = {"Header": "Top", "Footer": "Bottom"}


class Element(Ready):
    """A node of the structure tree: a heading, a cell, a figure.

    Attributes:
        kind: name as in ISO 32000-1, 14.8.4, or one of our own in `_ROLES`.
        kids: elements, marked pieces as (page, number on that page), or links.
        entries: further dictionary entries, ready-made, such as an alternative text.
    """

    def __init__(self, kind: str, parent: Element | None = None, entries: str = "") -> None:
        self.kind = kind
        self.parent = parent
        self.entries = entries
        self.kids: list[Element | tuple[int, int] | Annotation] = []
        self.number = 0
        if parent is not None:
            parent.kids.append(self)

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()


class Annotation(Ready):
    """A place to click: on which page, where, what it says, where it goes, and the element that it is."""

    def __init__(self, page: int, box: Box, says: str, goal: str, element: Element) -> None:
        self.page = page
        self.box = box
        self.says = says
        self.goal = goal
        self.element = element
        self.number = 0


class Target(str):
    """What ReportLab carries along as the link of a piece of text: an address, a place in the document (`ref`), or records
    behind a number.

    Attributes:
        words: all its words.
        lines: the words of the link in each line that was not drawn yet.
    """

    href: str | None
    source: Source | None
    words: str
    ref: str
    lines: list[str]
    element: Element | None

    def __new__(
        cls, href: str | None = None, source: Source | None = None, words: str = "", ref: str = ""
    ) -> Target:
        target = super().__new__(cls, "target")
        target.href, target.source, target.words, target.ref = href, source, words, ref
        target.lines, target.element = [], None
        return target

    def within(self, owner: Element) -> Element:
        """The element of the link, made at its place among what is read when it is first drawn."""
        if self.element is None:
            self.element = Element("Link", owner)
        return self.element


def place_of(key: str) -> str:
    """The bookmark of what `Span.ref` calls by this key."""
    return f"plaats-{key}"


def alternative(text: str) -> str:
    """The entry that tells a picture in words."""
    return f"/Alt{text_string(text)}"


def scope(of: str) -> str:
    """The entry that says whether a table head speaks for its Column or its Row."""
    return f"/A<</O/Table/Scope/{of}>>"


class _MarkedText(PDFTextObject):
    marked = False

    def mark(self, code: str) -> None:
        self._code.append(code)
        self.marked = True


class TaggedCanvas(Canvas):
    """ReportLab's canvas, which knows of everything that is drawn what it is part of.

    Attributes:
        owner: the element of the texts that are drawn now; None while something else is marked.
        opening: the element with which the next text begins, where that is a link inside `owner`.
        places: where numbers stand that have records behind them.
        at_end: called when all pages are there, for what must be drawn last.
    """

    def __init__(
        self, filename: Any, *, root: Element, at_end: Callable[[TaggedCanvas], None], **options: Any
    ):
        super().__init__(filename, pdfVersion=(1, 7), **options)
        self.owner: Element | None = None
        self.opening: Element | None = None
        self.places: list[Place] = []
        self.at_end = at_end
        self._root = root
        self._marks: list[list[Element]] = [[]]
        self._links: list[Annotation] = []
        self._page = 0
        self.setNamedCB(LINK, _switch)

    @property
    def page_count(self) -> int:
        """How many pages are finished."""
        return len(self._marks) - 1

    @property
    def page(self) -> int:
        """The page that is drawn, from 0."""
        return self._page

    def _escape(self, text: str | bytes) -> str:
        """Text as a string of the file."""
        return (text if isinstance(text, str) else text.decode("latin-1")).translate(_ESCAPES)

    # What is drawn belongs to an element or is decoration.

    def begin(self, element: Element) -> None:
        """What is drawn from here to `end` belongs to this element."""
        self._code.append(self._opened(element))

    def begin_artifact(self, furniture: str = "") -> None:
        """What is drawn from here to `end` is decoration; `furniture` is Header or Footer of a page."""
        if furniture:
            kind = f"<</Type/Pagination/Attached[/{_EDGE[furniture]}]/Subtype/{furniture}>>"
            self._code.append(f"/Artifact{kind}BDC")
        else:
            self._code.append("/Artifact BMC")

    def end(self) -> None:
        """Close what `begin` or `begin_artifact` opened."""
        self._code.append("EMC")

    def _opened(self, element: Element) -> str:
        marks = self._marks[self._page]
        element.kids.append((self._page, len(marks)))
        marks.append(element)
        return f"/{element.kind}<</MCID {len(marks) - 1}>>BDC"

    def beginText(self, x: float = 0, y: float = 0, direction: Any = None) -> _MarkedText:
        """A text of `owner`; the mark stands inside it, so that a link can interrupt it."""
        text = _MarkedText(self, x, y, direction=direction)
        element = self.opening or self.owner
        if element is not None:
            text.mark(self._opened(element))
        return text

    def drawText(self, text: _MarkedText) -> None:
        if text.marked:
            text.mark("EMC")
        super().drawText(text)

    def switch_link(self, target: Target | None) -> None:
        """Inside a paragraph: a link begins, or (None) ends."""
        if self.owner is not None:
            element = target.within(self.owner) if target else self.owner
            self._curr_tx_info["tx"].mark(f"EMC {self._opened(element)}")

    def draw_picture(self, name: str, picture: Callable[[], PDFObject], box: Box) -> None:
        """Draw a picture (see `objects.picture`) in a box; it is read once, and stands in the file once, by its name."""
        known = self._doc.getXObjectName(name)
        if known not in self._doc.idToObject:
            self._doc.Reference(made := picture(), known)
            self._doc.addForm(name, made)
        if name not in self._formsinuse:
            self._formsinuse.append(name)
        left, bottom, right, top = box
        scale = f"{right - left:.3f} 0 0 {top - bottom:.3f} {left:.3f} {bottom:.3f} cm"
        self._code.append(f"q {scale} /{known} Do Q")

    # Places to click.

    def linkURL(self, url: str, rect: Box, relative: int = 0, **_: Any) -> None:
        """ReportLab calls this for each line of a text with a `Target`."""
        if not isinstance(url, Target):
            raise TypeError("a link without an element")
        box = self._absRect(rect, relative)
        if url.source:
            self.add_place(box, url.source, url.words)
        if url.ref and url.element:
            self.add_link(box, url.lines.pop(0), self.link_to(place_of(url.ref)), url.element)
        elif url.href and url.element:
            address = url.href if url.href.isascii() else quote(url.href, safe=":/?#[]@!$&'()*+,;=%~")
            self.add_link(box, url.lines.pop(0), f"/A<</S/URI/URI {text_string(address)}>>", url.element)

    def add_place(self, box: Box, source: Source, says: str) -> None:
        """Remember where a number with records behind it stands; the box is measured from the page's foot."""
        left, bottom, right, top = box
        upright = (left, PAGE_HEIGHT - top, right, PAGE_HEIGHT - bottom)
        self.places.append(Place(self._page, upright, source, says))

    def add_link(self, box: Box, says: str, goal: str, element: Element) -> Annotation:
        """Make a box on this page clickable; `goal` is the entry that says where it goes."""
        link = Annotation(self._page, box, says, goal, element)
        element.kids.append(link)
        self._links.append(link)
        self._addAnnotation(link)
        link.number = self._doc.objectcounter
        return link

    def link_to(self, key: str) -> str:
        """The entry that goes to a bookmark, which may still have to be made."""
        number, _ = self._numbered(self._bookmarkReference(key))
        return f"/Dest {number} 0 R"

    def box_here(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box in the present coordinates as one on the page."""
        return tuple(self._absRect((left, bottom, right, top), 1))

    # Pages.

    def showPage(self) -> None:
        super().showPage()
        page = self._page_object(self._page)
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = self._page
        page.Tabs = PDFName("S")
        self._page += 1
        self._marks.append([])

    def leave_room(self, key: str) -> None:
        """What `page_again` draws with this key comes here in the order of the page, as if drawn now."""
        self._code.append(f"%{key}")

    @contextmanager
    def page_again(self, number: int, key: str = "") -> Iterator[None]:
        """What is drawn inside comes on a page that was finished, counted from 0; without a key at its end."""
        now, self._page = self._page, number
        self._restartAccumulators()
        self.init_graphics_state()
        yield
        page, added = self._page_object(number), self.getCurrentPageContent()
        if key:
            page.stream = page.stream.replace(f"%{key}\n", f"{added}\n", 1)
        else:
            page.stream += f"{added}\n"
        self._restartAccumulators()
        self._page = now

    def _page_object(self, number: int) -> Any:
        return self._doc.idToObject[f"Page{number + 1}"]

    def save(self) -> None:
        """Write the file, with everything that is only known when the pages are there."""
        self.at_end(self)
        self._write_tree()
        for number in range(self.page_count):
            page = self._page_object(number)
            self._doc.updateSignature(page.stream.encode("latin-1"))
            page.Contents = stream(page.stream)
        super().save()

    # The tree.

    def _numbered(self, thing: PDFObject) -> tuple[int, str]:
        """The number of an object of the file, registered if it was not, and its name there."""
        name = self._doc.Reference(thing).name
        return self._doc.idToObjectNumberAndVersion[name][0], name

    def number_of(self, thing: PDFObject) -> int:
        """The number of an object of the file, which becomes one if it was not."""
        return self._numbered(thing)[0]

    def add_object(self, text: str) -> int:
        """A new ready-made object; returns its number."""
        return self.number_of(Ready(text))

    def set_info(self, info: PDFObject) -> None:
        """Replace the information dictionary."""
        self._doc.info = info

    def set_extra(self, key: str, value: PDFObject) -> None:
        """Set an entry of the catalog that ReportLab does not know."""
        catalog = self._doc.Catalog
        catalog.__NoDefault__ = [*catalog.__NoDefault__, key]
        self.setCatalogEntry(key, value)

    def _write_tree(self) -> None:
        top = Ready()
        root, _ = self._numbered(top)
        pages = [self._numbered(self._page_object(number))[0] for number in range(self.page_count)]
        elements = list(self._root.walk())
        for element in elements:
            element.number, _ = self._numbered(element)
        for element in elements:
            element.text = _element_text(element, root, pages)
        for key, link in enumerate(self._links, self.page_count):
            link.text = _annotation_text(link, key)
        rows = [
            f"{page}[{' '.join([f'{mark.number} 0 R' for mark in on_page])}]"
            for page, on_page in enumerate(self._marks[:-1])
        ]
        rows += [f"{key} {link.element.number} 0 R" for key, link in enumerate(self._links, self.page_count)]
        parents = self.add_object(f"<</Nums[{' '.join(rows)}]>>")
        top.text = (
            f"<</Type/StructTreeRoot/K {self._root.number} 0 R/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {len(rows)}/RoleMap{_ROLES}>>"
        )
        self.setCatalogEntry("StructTreeRoot", top)
        self.setCatalogEntry("MarkInfo", Ready("<</Marked true>>"))


def _switch(canvas: TaggedCanvas, _kind: str, target: Target | None) -> None:
    canvas.switch_link(target)


def _element_text(element: Element, root: int, pages: list[int]) -> str:
    parent = element.parent.number if element.parent else root
    kids = element.kids
    if len(kids) == 1 and type(kids[0]) is tuple:
        page, mark = kids[0]
        return f"<</S/{element.kind}/P {parent} 0 R/Pg {pages[page]} 0 R/K {mark}{element.entries}>>"
    parts = []
    for kid in kids:
        if isinstance(kid, Element):
            parts.append(f"{kid.number} 0 R")
        elif isinstance(kid, Annotation):
            parts.append(f"<</Type/OBJR/Pg {pages[kid.page]} 0 R/Obj {kid.number} 0 R>>")
        else:
            parts.append(f"<</Type/MCR/Pg {pages[kid[0]]} 0 R/MCID {kid[1]}>>")
    return f"<</S/{element.kind}/P {parent} 0 R/K[{' '.join(parts)}]{element.entries}>>"


def _annotation_text(link: Annotation, key: int) -> str:
    box = " ".join(f"{value:.2f}" for value in link.box)
    return (
        f"<</Type/Annot/Subtype/Link/Rect[{box}]/Border[0 0 0]/F 4/StructParent {key}"
        f"/Contents {text_string(link.says)}{link.goal}>>"
    )
