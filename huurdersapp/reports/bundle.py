"""One PDF out of several: the papers of a meeting, each page as it was, read aloud in order, with numbers that go on.

The papers must be our own: tagged (PDF/UA-1) and fit for the archive (PDF/A-2a). What each of them has (structure tree,
bookmarks, links) is taken along; a small line at the head of every page tells its place in the whole.
Sources: ISO 32000-1, 7.7.3.4 (pages), 12.3.3 (outline), 14.7.4 (parent tree) and 14.8.2.2 (artifacts).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from huurdersapp.reports.fonts import font_name, tidy, width
from huurdersapp.reports.paper.furniture import shortened
from huurdersapp.reports.paper.metadata import PROGRAM, About, info_of, xmp_of
from huurdersapp.reports.paper.paragraphs import colour
from huurdersapp.reports.paper.style import GREY, MARGIN, MM, PAGE_HEIGHT, PAGE_WIDTH, TEXT_WIDTH
from huurdersapp.reports.stukken import PIECE

_SIZE = 8.0
_LINE = PAGE_HEIGHT - 6 * MM
_FROM_OUR_OWN = ("MarkInfo", "OutputIntents", "Lang", "ViewerPreferences")
"""Entries of the catalog that are the same in all our papers."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paper that goes into the whole: what the bookmark calls it, and its file."""

    title: str
    pdf: bytes


def bundled(
    pieces: Sequence[Piece], facts: About, *, at_piece: Callable[[int], None] = lambda place: None
) -> bytes:
    """The pieces as one file. `at_piece` is called before each of them, counted from 0; what it raises ends the work."""
    whole = Pdf.new()
    tree = _Tree(whole)
    starts: list[int] = []
    outlines: list[list[OutlineItem]] = []
    for place, piece in enumerate(pieces):
        at_piece(place)
        with Pdf.open(BytesIO(piece.pdf)) as paper:
            starts.append(len(whole.pages))
            whole.pages.extend(paper.pages)
            tree.take(paper, piece.title, list(whole.pages)[starts[-1] :])
            outlines.append(_outline(paper, starts[-1]))
            if place == 0:
                for key in _FROM_OUR_OWN:
                    whole.Root[Name(f"/{key}")] = _copied(whole, paper, paper.Root[Name(f"/{key}")])
    tree.close()
    with whole.open_outline() as outline:
        for piece, start, inside in zip(pieces, starts, outlines, strict=True):
            item = OutlineItem(tidy(piece.title), start)
            item.children.extend(inside)
            outline.root.append(item)
    whole.Root.PageMode = Name.UseOutlines
    _lead(whole, starts)
    _number(whole, facts.title)
    _describe(whole, facts)
    stream = BytesIO()
    whole.save(stream, deterministic_id=True, min_version="1.7")
    return stream.getvalue()


class _Tree:
    """The structure tree of the whole: each piece becomes a part of it, and its numbers move up."""

    def __init__(self, whole: Pdf) -> None:
        self.whole = whole
        self.root = whole.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self.top = whole.make_indirect(Dictionary(S=Name.Document, P=self.root, K=Array()))
        self.numbers: list[Any] = []
        self.next = 0

    def take(self, paper: Pdf, title: str, pages: Sequence[Any]) -> None:
        """Hang the tree of a paper, whose pages were copied already, into that of the whole."""
        tree = paper.Root.StructTreeRoot
        if Name.RoleMap not in self.root:
            self.root.RoleMap = _copied(self.whole, paper, tree.RoleMap)
        elements = self.whole.copy_foreign(tree.K)
        elements.S, elements.P, elements.T = Name.Part, self.top, String(tidy(title))
        self.top.K.append(elements)
        parents = self.whole.copy_foreign(tree.ParentTree)
        for at in range(0, len(parents.Nums), 2):
            self.numbers += [int(parents.Nums[at]) + self.next, parents.Nums[at + 1]]
        for page in pages:
            page.StructParents = int(page.StructParents) + self.next
            for note in page.get(Name.Annots, []):
                note.StructParent = int(note.StructParent) + self.next
        self.next += int(tree.ParentTreeNextKey)

    def close(self) -> None:
        """The tree as it stands in the file."""
        self.root.K = self.top
        self.root.ParentTree = self.whole.make_indirect(Dictionary(Nums=Array(self.numbers)))
        self.root.ParentTreeNextKey = self.next
        self.whole.Root.StructTreeRoot = self.root


def _copied(whole: Pdf, paper: Pdf, thing: Any) -> Any:
    """An entry of a catalog in another file: only what has a number of its own can be taken along."""
    return whole.copy_foreign(thing if thing.is_indirect else paper.make_indirect(thing))


def _outline(paper: Pdf, start: int) -> list[OutlineItem]:
    """The bookmarks of a paper, going to their pages in the whole."""
    places: dict[Any, int] = {page.objgen: number for number, page in enumerate(paper.pages)}

    def moved(item: OutlineItem) -> OutlineItem:
        goal: Any = item.destination
        page = places[goal[0].objgen] if isinstance(goal, Array) else 0
        made = OutlineItem(item.title, start + page)
        made.children.extend(moved(child) for child in item.children)
        return made

    with paper.open_outline() as outline:
        return [moved(item) for item in outline.root]


def _lead(whole: Pdf, starts: Sequence[int]) -> None:
    """Let the links of the first piece go to the pieces after it."""
    end = starts[1] if len(starts) > 1 else len(whole.pages)
    for page in list(whole.pages)[:end]:
        notes: Any = page.obj.get(Name.Annots, Array())
        for note in notes:
            address = str(note.A.URI) if Name.A in note else ""
            if address.startswith(PIECE):
                del note.A
                goal = whole.pages[starts[int(address.removeprefix(PIECE))]]
                note.Dest = Array([goal.obj, Name.Fit])


def _number(whole: Pdf, title: str) -> None:
    """At the head of every page but the first: what it is part of, and its place there."""
    count = len(whole.pages)
    with Pdf.open(BytesIO(_lines(title, count))) as lines:
        for place, (page, line) in enumerate(zip(whole.pages, lines.pages, strict=True)):
            if place == 0:
                continue
            form = whole.copy_foreign(line.as_form_xobject())
            resources: Any = page.obj.Resources  # other pages may have the same ones
            forms = dict(resources.XObject.items()) if Name.XObject in resources else {}
            forms["/Doornummer"] = form
            page.obj.Resources = Dictionary({**dict(resources.items()), "/XObject": Dictionary(forms)})
            kind = b"/Artifact<</Type/Pagination/Attached[/Top]/Subtype/Header>>BDC"
            page.contents_add(kind + b" q /Doornummer Do Q EMC")


def _lines(title: str, count: int) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    stream = BytesIO()
    canvas = Canvas(
        stream, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1, initialFontName=font_name("regular")
    )
    for place in range(1, count + 1):
        number = f"{place} van {count}"
        room = TEXT_WIDTH - width(number, "regular", _SIZE) - 12
        text = f"{shortened(tidy(title), room, size=_SIZE)} · {number}"
        canvas.setFont(font_name("regular"), _SIZE)
        canvas.setFillColor(colour(GREY))
        canvas.drawString(MARGIN + TEXT_WIDTH - width(text, "regular", _SIZE), _LINE, text)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def _describe(whole: Pdf, facts: About) -> None:
    """Title, author and moment, twice alike (see `metadata`)."""
    whole.Root.Metadata = whole.make_stream(xmp_of(facts), Type=Name.Metadata, Subtype=Name.XML)
    for key, value in info_of(facts).items():
        whole.docinfo[Name(f"/{key}")] = String(value)


def page_counts(pieces: Sequence[Piece]) -> list[int]:
    """How many pages each piece has."""
    counts = []
    for piece in pieces:
        with Pdf.open(BytesIO(piece.pdf)) as paper:
            counts.append(len(paper.pages))
    return counts


def is_ours(pdf: bytes) -> bool:
    """Whether a file is a tagged paper of this program, which alone can go into a bundle."""
    try:
        with Pdf.open(BytesIO(pdf)) as paper:
            info = paper.docinfo.get(Name.Producer)
            return str(info) == PROGRAM and Name.StructTreeRoot in paper.Root
    except pikepdf.PdfError:
        return False
