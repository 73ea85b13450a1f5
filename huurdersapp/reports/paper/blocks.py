"""Turns the blocks of a document into ReportLab's flowables, each with its element in the structure tree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from reportlab.platypus import CondPageBreak, Flowable

from huurdersapp.reports import document as doc
from huurdersapp.reports.fonts import tidy
from huurdersapp.reports.numbering import caption
from huurdersapp.reports.paper.captions import (
    heading_levels,
    letterhead_lines,
    letters_of,
    running_blocks,
)
from huurdersapp.reports.paper.forms import choices, field_row, writing_lines
from huurdersapp.reports.paper.front import front_page
from huurdersapp.reports.paper.logo import logo_element
from huurdersapp.reports.paper.panels import (
    ChartPanel,
    ContentsList,
    Entry,
    PhotoPanel,
    key_figures,
    sign_places,
    title_rule,
)
from huurdersapp.reports.paper.paragraphs import TextBlock, text_block
from huurdersapp.reports.paper.parts import WHOLE_PAGE, Parts
from huurdersapp.reports.paper.photo import INSTEAD, photo_of, size_of, told
from huurdersapp.reports.paper.plots import plot_of
from huurdersapp.reports.paper.qrpanel import QrPanel
from huurdersapp.reports.paper.style import (
    BODY,
    CAPTION,
    CONTENTS_TITLE,
    FIGURE_CAPTION,
    HEADINGS,
    ITEM,
    LAST_ITEM,
    LEAD,
    LETTER_HEADING,
    LINES,
    NOTE,
    QUOTE,
    SUBTITLE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    TITLE,
    TextStyle,
    scaled,
)
from huurdersapp.reports.paper.tables import table_flowables
from huurdersapp.reports.paper.tagging import Element, alternative
from huurdersapp.reports.paper.texts import stacked

_PARAGRAPHS: dict[str, TextStyle] = {"body": BODY, "lead": LEAD, "note": NOTE, "quote": QUOTE}
_ROOM = TEXT_HEIGHT - 2 * CAPTION.leading - 20
_ONE_LINE = 90
"""Signs that fit on a line of running text, more or less."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the head of a letter, with its elements: its mark, and lines by role."""

    logo: Element | None
    aside: list[tuple[doc.Lines, Element]]


class Builder:
    """Makes the flowables of one document.

    Attributes:
        flowables: what is laid out, in order.
        entries: the text and level of each heading, with the key of its bookmark.
        heads: of each letter what has a place of its own on its first page.
        parts: where parts begin that are handed out by themselves.
    """

    def __init__(self, document: doc.Document, root: Element) -> None:
        self.document = document
        self.root = root
        self.flowables: list[Flowable] = []
        self.heads: list[Head] = []
        self.parts = Parts()
        headings = (block.text for block in document.blocks if isinstance(block, doc.Heading))
        self.entries = [
            Entry(text, level, f"kop-{number}")
            for number, (text, level) in enumerate(zip(headings, heading_levels(document), strict=True))
        ]
        self._headings = iter(self.entries)
        self._makers: dict[type, Callable[..., None]] = {
            doc.Heading: self._heading,
            doc.Paragraph: self._paragraph,
            doc.Bullets: self._bullets,
            doc.Table: self._table,
            doc.Chart: self._chart,
            doc.Trend: self._chart,
            doc.Progress: self._chart,
            doc.Shares: self._chart,
            doc.Funnel: self._chart,
            doc.Picture: self._picture,
            doc.KeyFigures: self._key_figures,
            doc.PageBreak: self._page_break,
            doc.Lines: self._lines,
            doc.Signatures: self._signatures,
            doc.Contents: self._contents,
            doc.Choices: lambda block: self.flowables.append(choices(block, self.root)),
            doc.WritingLines: lambda block: self.flowables.append(writing_lines(block, self.root)),
            doc.QrCode: lambda block: self.flowables.append(QrPanel(block.address, self.root)),
            doc.FieldRow: lambda block: self.flowables.append(field_row(block, self.root)),
        }

    def build(self) -> None:
        """Fill `flowables` and `heads`."""
        if self.document.kind == "report":
            if self.document.front:
                self.flowables += front_page(self.document, self.document.front, self.root)
                self.flowables.append(CondPageBreak(WHOLE_PAGE))
            else:
                self._title()
            self._run(self.document)
            return
        for place, letter in enumerate(letters_of(self.document)):
            begins = letter.blocks[0] if letter.blocks else None
            if place and isinstance(begins, doc.PageBreak):
                self.flowables += self.parts.begin_letter(begins.part)
                letter = replace(letter, blocks=letter.blocks[1:])
            logo = logo_element(letter.logo, self.root) if letter.logo else None
            self.heads.append(
                Head(logo, [(lines, Element("P", self.root)) for lines in letterhead_lines(letter)])
            )
            self._run(letter)

    def _run(self, document: doc.Document) -> None:
        for place, block in enumerate(running_blocks(document)):
            if isinstance(block, doc.PageBreak) and block.part:
                self._part(block.part, first=place == 0)
            else:
                self._makers[type(block)](block)

    def _text(
        self, text: doc.Text, style: TextStyle, element: Element, keep: bool = False, whole: bool = False
    ) -> TextBlock:
        block = text_block(text, scaled(style, self.document.text_size), element, TEXT_WIDTH)
        block.keep, block.whole = keep, whole
        self.flowables.append(block)
        return block

    def _title(self) -> None:
        self._text(self.document.title, TITLE, Element("Title", self.root), keep=True, whole=True)
        if self.document.subtitle:
            self._text(self.document.subtitle, SUBTITLE, Element("Title", self.root), keep=True, whole=True)
        self.flowables.append(title_rule())

    def _heading(self, block: doc.Heading) -> None:
        entry = next(self._headings)
        style = LETTER_HEADING if self.document.kind == "letter" else HEADINGS[entry.level]
        made = self._text(block.text, style, Element(f"H{entry.level}", self.root), keep=True, whole=True)
        made.entry = entry
        made.anchor = block.key

    def _paragraph(self, block: doc.Paragraph) -> None:
        style = _PARAGRAPHS[block.style]
        keep = block.keep_with_next or block.style == "lead"  # an opening line opens something
        made = self._text(block.text, style, Element("P", self.root), keep=keep)
        made.bar = block.style == "quote"
        made.anchor = block.key

    def _bullets(self, block: doc.Bullets) -> None:
        kind = "Decimal" if block.numbered else "Disc"
        parent = Element("L", self.root, f"/A<</O/List/ListNumbering/{kind}>>")
        last = len(block.items)
        for number, item in enumerate(block.items, 1):
            one = Element("LI", parent)
            label = (f"{number}." if block.numbered else "•", Element("Lbl", one))
            body = Element("LBody", one)
            # No item alone at the foot or head of a page; one of several lines may stand there.
            keep = number != last and number in (1, last - 1) and len(doc.plain(item)) <= _ONE_LINE
            keep = keep or (number == last and block.keep_with_next)
            self._text(item, LAST_ITEM if number == last else ITEM, body, keep=keep).label = label

    def _table(self, block: doc.Table) -> None:
        element = Element("Table", self.root)
        words = caption(block)
        self._text(words, CAPTION, Element("Caption", element), keep=True, whole=True).anchor = block.key
        note = Element("P", self.root) if block.note else None
        self.flowables += table_flowables(block, element, note)

    def _chart(self, block: doc.DrawnFigure) -> None:
        figure = Element("Figure", self.root, alternative(tidy(block.alternative)))
        self.flowables.append(ChartPanel(plot_of(block, TEXT_WIDTH), figure, _ROOM, block.key))
        self._text(caption(block), FIGURE_CAPTION, Element("Caption", self.root), whole=True)

    def _picture(self, block: doc.Picture) -> None:
        photo = photo_of(block)
        if photo is None:
            self._text(INSTEAD, NOTE, Element("P", self.root), keep=True).anchor = block.key
        else:
            figure = Element("Figure", self.root, alternative(tidy(told(block))))
            self.flowables.append(PhotoPanel(photo, size_of(block, photo), figure, block.key))
        self._text(caption(block), FIGURE_CAPTION, Element("Caption", self.root), whole=True)

    def _key_figures(self, block: doc.KeyFigures) -> None:
        for row in block.rows():
            self.flowables.append(key_figures(row, self.root))

    def _page_break(self, _: doc.PageBreak) -> None:
        self.flowables.append(CondPageBreak(WHOLE_PAGE))  # none where a page has just begun

    def _part(self, name: str, first: bool) -> None:
        self.flowables += self.parts.begin(name, first)
        if not first and self.document.kind == "report":
            self._title()

    def _lines(self, block: doc.Lines) -> None:
        if block.lines:
            self._text(stacked(block.lines), LINES, Element("P", self.root), whole=True)

    def _signatures(self, block: doc.Signatures) -> None:
        if not block.signers:
            return
        # Not the greeting alone above the names on a page of their own: some text goes along.
        before = self.flowables[-1:]
        if before and isinstance(before[0], TextBlock) and before[0].keep:
            before = self.flowables[-2:]
        for one in before:
            one.keep = isinstance(one, TextBlock)
        self.flowables.append(sign_places(block.signers, self.root))

    def _contents(self, block: doc.Contents) -> None:
        if not self.entries:
            return
        self._text(block.title, CONTENTS_TITLE, Element("ContentsTitle", self.root), keep=True, whole=True)
        self.flowables.append(
            ContentsList([entry for entry in self.entries if entry.level <= block.depth], self.root)
        )
