"""A flyer of one page, A4 or A5: a title that is read from afar, what it is, when and where, and how to join.

Drawn at the size of A4 in large letters, so that A5 is the same page made smaller and still reads well. The QR code
has its address in words below it: not everybody has a telephone that reads codes.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import BinaryIO, Final

from huurdersapp.base.errors import UserError
from huurdersapp.reports.campagne_values import FlyerMaat, FlyerValues
from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Block,
    Bullets,
    Document,
    Heading,
    Lines,
    Paragraph,
    QrCode,
    Text,
    plain,
)
from huurdersapp.reports.fonts import tidy, width
from huurdersapp.reports.paper.paragraphs import TextBlock, text_block
from huurdersapp.reports.paper.qrpanel import draw_qr, qr_figure
from huurdersapp.reports.paper.sheets import Sheet, write_sheets
from huurdersapp.reports.paper.style import ACCENT, MM, PAGE_HEIGHT, PAGE_WIDTH, TINT, WARN, TextStyle
from huurdersapp.reports.paper.tagging import Element
from huurdersapp.reports.paper.texts import stacked
from huurdersapp.reports.prose import one_line, text_blocks
from huurdersapp.reports.written import Written

SIZES: Final[dict[FlyerMaat, tuple[float, float]]] = {
    "A4": (PAGE_WIDTH, PAGE_HEIGHT),
    "A5": (148 * MM, 210 * MM),
}
"""In points."""
_LEAST_LETTERS = 9.5
"""In points on the paper itself: smaller text on a flyer is not read."""
_EDGE = 18 * MM
_ROOM = PAGE_WIDTH - 2 * _EDGE
_BAND = 17 * MM
_GAP = 9 * MM
_PAD = 6 * MM
_QR = 50 * MM
_WHITE = "#FFFFFF"
_TITLE = TextStyle("bold", size=44, leading=52, colour=ACCENT, after=0)
_BODY = TextStyle(size=18, leading=26, after=10)
_HEAD = TextStyle("bold", size=15, leading=20, colour=ACCENT, after=2)
_ITEM = replace(_BODY, indent=22, after=5)
_STRONG = TextStyle("semibold", size=18, leading=25, after=8)
_SHRUNK = 0.7
_FACTORS = (1.35, 1.25, 1.15, 1.08, 1.0, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58, 0.53)


def flyer_document(values: FlyerValues) -> Document:
    """The flyer as a neutral document, for a Word file that somebody makes up himself.

    Raises UserError when it has no title.
    """
    _check(values)
    blocks: list[Block] = text_blocks(values.tekst)
    for title, lines in _facts(values):
        blocks += [Heading(title), Lines(tuple(lines))]
    if _said(values.link):
        blocks.append(QrCode(values.link.strip()))
    for title, lines in _joining(values):
        blocks += [Heading(title), Lines(tuple(lines))]
    return Document(
        title=one_line(values.titel),
        author=values.organisatie,
        subject="Flyer",
        keywords=("campagne", "flyer"),
        blocks=tuple(blocks),
        subtitle=one_line(values.organisatie),
        mark=MARK_EXAMPLE if values.voorbeeld else None,
        text_size=14.0,
    )


def write_flyer(
    values: FlyerValues, target: str | os.PathLike[str] | BinaryIO, *, created: datetime
) -> Written:
    """Write the flyer as PDF of one page.

    Long texts get smaller letters. Raises UserError when it still does not fit, has no title, or has an address too
    long for a QR code, and OSError where nothing can be written.
    """
    document = flyer_document(values)
    size = SIZES[values.maat]
    scale = size[0] / PAGE_WIDTH
    for factor in _FACTORS:
        if _BODY.size * factor * scale < _LEAST_LETTERS:
            break
        root = Element("Document")
        layout = _Layout(values, root, factor)
        if layout.height <= size[1] / scale:
            return write_sheets(
                document, [layout.draw], target, created=created, size=size, scale=scale, root=root
            )
    raise UserError(
        "Deze tekst is te lang voor één flyer.",
        "Maak de tekst korter." if values.maat == "A4" else "Maak de tekst korter, of kies A4.",
    )


def _check(values: FlyerValues) -> None:
    if not one_line(values.titel):
        raise UserError("De flyer heeft nog geen titel.", "Vul een korte titel in.")


def _filled(lines: Sequence[str]) -> list[str]:
    return [one_line(line) for line in lines if line.strip()]


def _facts(values: FlyerValues) -> list[tuple[str, list[str]]]:
    """When and where, as far as they are known."""
    named = (("Wanneer", _filled(values.wanneer)), ("Waar", _filled(values.waar)))
    return [(title, lines) for title, lines in named if lines]


def _joining(values: FlyerValues) -> list[tuple[str, list[str]]]:
    """How to join or ask: the page, and whom to call."""
    link = _said(values.link)
    named = (
        (one_line(values.link_tekst) or "Meer weten?", [link] if link else []),
        ("Vragen?", _filled(values.contact)),
    )
    return [(title, lines) for title, lines in named if lines]


def _said(link: str) -> str:
    """The address as people type it: without the part that every telephone adds by itself."""
    return one_line(link).removeprefix("https://").removeprefix("http://").removesuffix("/")


class _Layout:
    """All texts of the page at one size of letters, measured before anything is drawn; made in order of reading."""

    def __init__(self, values: FlyerValues, root: Element, factor: float) -> None:
        self.values, self.factor = values, factor
        self.said: list[str] = []
        self.mark = Element("P", root) if values.voorbeeld else None
        self.who = Element("P", root)
        self.title = self._block(one_line(values.titel), _TITLE, Element("H1", root), _ROOM)
        self.body = [piece for block in text_blocks(values.tekst) for piece in self._body(block, root)]
        facts = _facts(values)
        wide = (_ROOM - 2 * _PAD - (len(facts) - 1) * _GAP) / max(1, len(facts))
        self.facts = [self._fact(title, lines, wide, root) for title, lines in facts]
        self.fact_width = wide + _GAP
        self.code = qr_figure(values.link.strip(), root) if _said(values.link) else None
        self.low_left = _EDGE + (_QR + _GAP if self.code else 0.0)
        room = PAGE_WIDTH - _EDGE - self.low_left
        self.low = [
            block for title, lines in _joining(values) for block in self._fact(title, lines, room, root)
        ]

    def _block(self, text: Text, style: TextStyle, element: Element, room: float) -> TextBlock:
        self.said.append(plain(text))
        size, leading = style.size * self.factor, style.leading * self.factor
        indent, after = style.indent * self.factor, style.after * self.factor
        looks = replace(style, size=size, leading=leading, indent=indent, after=after)
        block = text_block(text, looks, element, room)
        block.wrap(room, 0)
        return block

    def _body(self, block: Block, root: Element) -> list[TextBlock]:
        """The blocks that a typed text can have: paragraphs and lists."""
        if isinstance(block, Paragraph):
            return [self._block(block.text, _BODY, Element("P", root), _ROOM)]
        if not isinstance(block, Bullets):
            return []
        kind = "Decimal" if block.numbered else "Disc"
        parent = Element("L", root, f"/A<</O/List/ListNumbering/{kind}>>")
        made = []
        for number, text in enumerate(block.items, 1):
            item = Element("LI", parent)
            label = (f"{number}." if block.numbered else "•", Element("Lbl", item))
            one = self._block(text, _ITEM, Element("LBody", item), _ROOM)
            one.label = label
            made.append(one)
        return made

    def _fact(self, title: str, lines: Sequence[str], room: float, root: Element) -> list[TextBlock]:
        """A title with lines that stay whole where smaller letters can do that: nobody types half an address."""
        head = self._block(title, _HEAD, Element("H2", root), room)
        size = _STRONG.size * min(1.0, 1.0 / self.factor)
        longest = max(width(tidy(line), "semibold", size * self.factor) for line in lines)
        size *= max(_SHRUNK, min(1.0, (room - 1) / longest))
        style = replace(_STRONG, size=size, leading=size * 1.39)
        return [head, self._block(stacked(lines), style, Element("P", root), room)]

    @property
    def panel(self) -> float:
        """The height of the ground behind when and where."""
        return max((_tall(fact) - fact[-1].style.spaceAfter for fact in self.facts), default=0.0) + 2 * _PAD

    @property
    def foot(self) -> float:
        """The height of the code with what stands beside it."""
        return max(_tall(self.low), _QR if self.code else 0.0)

    @property
    def height(self) -> float:
        """How tall a page must be."""
        above = _BAND + _GAP + self.title.height + _GAP + _tall(self.body)
        return float(above + (self.panel + _GAP if self.facts else 0) + self.foot + _EDGE)

    def draw(self, sheet: Sheet) -> None:
        """Title and text from above, the rest from below: white stays in the middle."""
        sheet.said.extend(self.said)
        self._draw_band(sheet)
        top = _BAND + _GAP
        for block in (self.title, *self.body):
            sheet.place(block, _EDGE, top)
            top += block.height + (_GAP if block is self.title else block.style.spaceAfter)
        low = sheet.height - _EDGE - self.foot
        if self.facts:
            self._draw_facts(sheet, low - _GAP - self.panel)
        if self.code:
            draw_qr(sheet.canvas, self.values.link.strip(), _EDGE, sheet.height - low - _QR, _QR, self.code)
        _draw_column(sheet, self.low, self.low_left, low + max(0.0, (self.foot - _tall(self.low)) / 2))

    def _draw_band(self, sheet: Sheet) -> None:
        sheet.panel(0, 0, PAGE_WIDTH, _BAND, ACCENT)
        name = one_line(self.values.organisatie)
        room = _ROOM
        if self.mark:
            wide = width(MARK_EXAMPLE, "bold", 11) + 16
            room -= wide + _GAP
            sheet.panel(PAGE_WIDTH - _EDGE - wide, _BAND / 2 - 10, wide, 20, _WHITE)
            left = PAGE_WIDTH - _EDGE - wide + 8
            sheet.line(MARK_EXAMPLE, left, _BAND / 2 + 4, self.mark, size=11, face="bold", ink=WARN)
        sheet.line(name, _EDGE, _BAND / 2 + 6, self.who, size=16, face="bold", ink=_WHITE, room=room)

    def _draw_facts(self, sheet: Sheet, top: float) -> None:
        sheet.panel(_EDGE, top, _ROOM, self.panel, TINT)
        for number, fact in enumerate(self.facts):
            _draw_column(sheet, fact, _EDGE + _PAD + number * self.fact_width, top + _PAD)


def _tall(blocks: Sequence[TextBlock]) -> float:
    """The height of texts below each other."""
    return float(sum(block.height + block.style.spaceAfter for block in blocks))


def _draw_column(sheet: Sheet, blocks: Sequence[TextBlock], left: float, top: float) -> None:
    for block in blocks:
        sheet.place(block, left, top)
        top += block.height + block.style.spaceAfter
