"""Flowables that are drawn as a whole: key figures, places to sign, charts, and the contents list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from textwrap import shorten

from reportlab.graphics import renderPDF
from reportlab.platypus import Flowable, HRFlowable

from huurdersapp.reports.document import KeyFigure, Span
from huurdersapp.reports.fonts import font_name, tidy, width
from huurdersapp.reports.paper.paragraphs import TextBlock, colour, text_block
from huurdersapp.reports.paper.photo import Photo
from huurdersapp.reports.paper.style import (
    ACCENT,
    BODY,
    GREY,
    INK,
    KEY_LABEL,
    KEY_VALUE,
    SIGNER,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    TINT,
)
from huurdersapp.reports.paper.tables import TaggedTable, framed, plain_cell
from huurdersapp.reports.paper.tagging import Annotation, Element, TaggedCanvas, place_of
from huurdersapp.reports.paper.texts import stacked
from huurdersapp.reports.paper.trends import Drawable

_KEY_GAP = 10.0
_KEY_PAD = 10.0
_KEY_EDGE = 3.0
_SIGN_ROOM = 48.0
_SIGN_GAP = 36.0
_SIGN_BELOW = 8.0
_SIGNERS_PER_ROW = 2
_SIGN_WIDTH = (TEXT_WIDTH - (_SIGNERS_PER_ROW - 1) * _SIGN_GAP) / _SIGNERS_PER_ROW
_LONGEST_ENTRY = 300
_NUMBER_ROOM = 34.0
_TITLE_ROOM = 60.0
"""What the title of the contents list takes at the most."""


class Rule(HRFlowable):
    """A line that means nothing to whoever listens."""

    def __init__(self, width: float, thickness: float, ink: str, before: float = 0, after: float = 0) -> None:
        super().__init__(width, thickness, "butt", colour(ink), before, after, "LEFT")

    @property
    def least(self) -> float:
        """Its height: what is kept together asks for it."""
        return float(self.lineWidth)

    def draw(self) -> None:
        self.canv.begin_artifact()
        self.canv.translate(0, self.lineWidth / 2)  # ReportLab draws it half below its place
        super().draw()
        self.canv.end()


def title_rule() -> Rule:
    """The short thick line below the title of a report."""
    return Rule(60, 3, ACCENT, before=10, after=18)


def key_figures(items: Sequence[KeyFigure], parent: Element) -> TaggedTable:
    """A row of large numbers with their words below them, on a light ground with a dark edge."""
    wide = (TEXT_WIDTH - (len(items) - 1) * _KEY_GAP) / len(items)
    room = wide - 2 * _KEY_PAD
    cells: list[str | list[TextBlock]] = []
    looks: list[tuple[object, ...]] = []
    for item in items:
        element = Element("P", parent)
        number = text_block(item.value, KEY_VALUE, element, room)
        number.goes_on = True
        for place, ink in ((len(cells), ACCENT), (len(cells) + 1, TINT)):
            looks.append(("BACKGROUND", (place, 0), (place, 0), colour(ink)))
        cells += ["", [number, text_block(item.label, KEY_LABEL, element, room)], ""]
    widths = [_KEY_EDGE, wide - _KEY_EDGE, _KEY_GAP] * len(items)
    kinds = [plain_cell(_KEY_PAD, _KEY_PAD, _KEY_PAD - 1, 0)] * (len(cells) - 1)
    return framed([cells[:-1]], [kinds], widths[:-1], looks, 6, 14)


def sign_places(signers: Sequence[tuple[str, str]], parent: Element) -> TaggedTable:
    """Places to sign, two beside each other: white, a line, name and function."""
    places: list[str | list[Flowable]] = []
    for name, role in signers:
        words = text_block(
            stacked([Span(name, bold=True), *([role] if role else [])]),
            SIGNER,
            Element("P", parent),
            _SIGN_WIDTH,
        )
        places.append([Rule(_SIGN_WIDTH, 0.6, GREY, after=3.4), words])
    places += [""] * (len(places) % 2)
    rows = [[left, "", right] for left, right in zip(places[::2], places[1::2], strict=True)]
    kinds = [[plain_cell(_SIGN_ROOM - 4, _SIGN_BELOW, 0, 0)] * 3] * len(rows)
    return framed(rows, kinds, [_SIGN_WIDTH, _SIGN_GAP, _SIGN_WIDTH], [], 4, 12)


class ChartPanel(Flowable):
    """A chart, made smaller if it is higher than `room`; the caption below it stays with it."""

    keep = True

    def __init__(self, plot: Drawable, element: Element, room: float, anchor: str = "") -> None:
        super().__init__()
        self.plot = plot
        self.element = element
        self.anchor = anchor
        self.factor = min(1.0, room / plot.height)
        self.width, self.height = TEXT_WIDTH, plot.height * self.factor
        self.spaceBefore, self.spaceAfter = 10.0, 4.0

    def draw(self) -> None:
        canvas = self.canv
        _begin_figure(canvas, self.element, self.width, self.height, self.anchor)
        canvas.scale(self.factor, self.factor)
        renderPDF.draw(self.plot.drawing(), canvas, 0, 0)
        canvas.end()


class PhotoPanel(Flowable):
    """A photo, to the left as the text is; the caption below it stays with it."""

    keep = True

    def __init__(self, photo: Photo, size: tuple[float, float], element: Element, anchor: str = "") -> None:
        super().__init__()
        self.photo, self.element, self.anchor = photo, element, anchor
        self.width, self.height = size
        self.spaceBefore, self.spaceAfter = 10.0, 4.0

    def draw(self) -> None:
        canvas = self.canv
        _begin_figure(canvas, self.element, self.width, self.height, self.anchor)
        canvas.draw_picture(self.photo.name, self.photo.stream, (0, 0, self.width, self.height))
        canvas.end()


def _begin_figure(canvas: TaggedCanvas, element: Element, wide: float, high: float, anchor: str) -> None:
    if anchor:
        canvas.bookmarkHorizontal(place_of(anchor), 0, high + 6)
    edges = " ".join(f"{value:.2f}" for value in canvas.box_here(0, 0, wide, high))
    element.entries += f"/A<</O/Layout/Placement/Block/BBox[{edges}]>>"
    canvas.begin(element)


@dataclass(slots=True)
class Entry:
    """A line of the contents list: a heading, and all that is known of it once it was drawn."""

    text: str
    level: int
    key: str
    page: int = 0
    block: TextBlock = field(init=False)
    link: Element = field(init=False)
    note: Annotation | None = None
    room: tuple[float, float] = (0.0, 0.0)


_ENTRY = {
    1: replace(BODY, face="semibold", size=10.5, leading=15, before=4, hyphenate=False),
    2: replace(BODY, size=10.5, leading=15, indent=16, hyphenate=False),
}


class ContentsList(Flowable):
    """Headings that lead to their pages; the numbers are drawn when all pages are known."""

    def __init__(self, entries: Sequence[Entry], parent: Element | None) -> None:
        super().__init__()
        self.spaceAfter = 12.0
        self.entries = list(entries)
        if parent is not None:
            self._make(parent)
        self.width, self.height = TEXT_WIDTH, sum(map(_entry_height, self.entries))

    def _make(self, parent: Element) -> None:
        lists = {1: Element("TOC", parent)}
        for entry in self.entries:
            style = _ENTRY[entry.level]
            if entry.level == 1:
                lists.pop(2, None)
            elif 2 not in lists:
                lists[2] = Element("TOC", lists[1])
            entry.link = Element("Link", Element("Reference", Element("TOCI", lists[entry.level])))
            words = (
                shorten(entry.text, _LONGEST_ENTRY, placeholder="…")
                if len(entry.text) > _LONGEST_ENTRY
                else entry.text
            )
            entry.block = text_block(words, style, entry.link, TEXT_WIDTH - _NUMBER_ROOM)
            entry.block.goes_on = False
            entry.block.wrap(TEXT_WIDTH - _NUMBER_ROOM, 0)

    @property
    def least(self) -> float:
        """The height of the least that may stand at the foot of a page."""
        whole = self.height <= TEXT_HEIGHT - _TITLE_ROOM
        return sum(map(_entry_height, self.entries if whole else self.entries[:3]))

    def split(self, room: float, height: float) -> list[Flowable]:
        count, used = 0, 0.0
        while count < len(self.entries) and used + _entry_height(self.entries[count]) <= height:
            used += _entry_height(self.entries[count])
            count += 1
        if not 0 < count < len(self.entries):
            return []
        return [ContentsList(self.entries[:count], None), ContentsList(self.entries[count:], None)]

    def draw(self) -> None:
        canvas, y = self.canv, self.height
        for entry in self.entries:
            block = entry.block
            y -= _entry_height(entry)
            block.drawOn(canvas, 0, y + 2)
            box = canvas.box_here(block.style.leftIndent, y, TEXT_WIDTH, y + block.height + 2)
            entry.note = canvas.add_link(box, tidy(entry.text), canvas.link_to(entry.key), entry.link)
            lines = block.blPara.lines
            spare = lines[-1][0] if lines and block.blPara.kind == 0 else 0.0
            entry.room = (
                TEXT_WIDTH - _NUMBER_ROOM - spare + 3,
                y + 2 + block.style.leading - block.style.fontSize,
            )
            canvas.leave_room(entry.key)


def draw_numbers(canvas: TaggedCanvas, entries: Sequence[Entry]) -> None:
    """Draw the dots and page numbers of the entries that stand in a contents list."""
    for entry in entries:
        if entry.note:
            with canvas.page_again(entry.note.page, entry.key):
                _draw_number(canvas, entry)
            entry.note.says = f"{tidy(entry.text)}, pagina {entry.page + 1}"


def _draw_number(canvas: TaggedCanvas, entry: Entry) -> None:
    style = _ENTRY[entry.level]
    left, y = entry.room
    number = f" {entry.page + 1}"  # the space parts it from the words where the text is copied
    right = TEXT_WIDTH - width(number, style.face, style.size) - 5
    if left < right - 3:
        canvas.begin_artifact()
        canvas.setStrokeColor(colour(GREY))
        canvas.setLineWidth(0.7)
        canvas.setDash((0.7, 3))
        canvas.line(left, y, right, y)
        canvas.end()
    canvas.owner = entry.link
    canvas.setFont(font_name(style.face), style.size)
    canvas.setFillColor(colour(INK))
    canvas.drawRightString(TEXT_WIDTH, y, number)
    canvas.owner = None


def _entry_height(entry: Entry) -> float:
    return float(_ENTRY[entry.level].before + entry.block.height + 2)
