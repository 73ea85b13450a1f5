"""Turns the blocks of a document into boxes for the pages, with the element of each in the structure tree."""

from __future__ import annotations

from collections.abc import Callable

from huurdersapp.reports import document as doc
from huurdersapp.reports.fonts import tidy
from huurdersapp.reports.paper.captions import (
    Numbering,
    caption,
    heading_levels,
    letterhead_lines,
    running_blocks,
)
from huurdersapp.reports.paper.charts import Plot
from huurdersapp.reports.paper.layout import Box, NewPage, TextBox, TitleRule, text_box
from huurdersapp.reports.paper.panels import ChartBox, ContentsBox, Entry, KeyBox, SignBox
from huurdersapp.reports.paper.style import (
    BODY,
    BOTTOM,
    CAPTION,
    CONTENTS_TITLE,
    HEADINGS,
    ITEM,
    LEAD,
    LETTER_HEADING,
    LINES,
    MARGIN,
    NOTE,
    PAGE_HEIGHT,
    QUOTE,
    SUBTITLE,
    TEXT_WIDTH,
    TITLE,
    TOP,
    TextStyle,
)
from huurdersapp.reports.paper.tables import table_box
from huurdersapp.reports.paper.tagging import Element, alternative
from huurdersapp.reports.paper.texts import stacked

_PARAGRAPHS: dict[str, TextStyle] = {"body": BODY, "lead": LEAD, "note": NOTE, "quote": QUOTE}
_ROOM = PAGE_HEIGHT - TOP - BOTTOM - 2 * CAPTION.leading - 20
_KEYS_PER_ROW = 4


class Builder:
    """Makes the boxes of one document.

    Attributes:
        boxes: what is laid out, in order.
        headings: the text and level of each heading with its box, for bookmarks.
        aside: lines of a letter that have a place of their own on the first page, by role.
    """

    def __init__(self, document: doc.Document, root: Element) -> None:
        self.document = document
        self.root = root
        self.boxes: list[Box] = []
        self.headings: list[Entry] = []
        self.aside: list[tuple[doc.Lines, Element]] = []
        self._entries = [
            Entry(block.text, level)
            for block, level in zip(
                (block for block in document.blocks if isinstance(block, doc.Heading)),
                heading_levels(document),
                strict=True,
            )
        ]
        self._numbering = Numbering()
        self._makers: dict[type, Callable[..., None]] = {
            doc.Heading: self._heading,
            doc.Paragraph: self._paragraph,
            doc.Bullets: self._bullets,
            doc.Table: self._table,
            doc.Chart: self._chart,
            doc.KeyFigures: self._key_figures,
            doc.PageBreak: self._page_break,
            doc.Lines: self._lines,
            doc.Signatures: self._signatures,
            doc.Contents: self._contents,
        }

    def build(self) -> None:
        """Fill `boxes`, `headings` and `aside`."""
        if self.document.kind == "report":
            self._title()
        self.aside = [(lines, Element("P", self.root)) for lines in letterhead_lines(self.document)]
        for block in running_blocks(self.document):
            self._makers[type(block)](block)

    def _text(
        self, text: doc.Text, style: TextStyle, element: Element, keep: bool = False, whole: bool = False
    ) -> TextBox:
        box = text_box(text, style, element, x=MARGIN, width=TEXT_WIDTH, keep=keep, whole=whole)
        self.boxes.append(box)
        return box

    def _title(self) -> None:
        self._text(self.document.title, TITLE, Element("Title", self.root), keep=True, whole=True)
        if self.document.subtitle:
            self._text(self.document.subtitle, SUBTITLE, Element("Title", self.root), keep=True, whole=True)
        self.boxes.append(TitleRule())

    def _heading(self, block: doc.Heading) -> None:
        entry = self._entries[len(self.headings)]
        style = LETTER_HEADING if self.document.kind == "letter" else HEADINGS[entry.level]
        entry.target = self._text(
            block.text, style, Element(f"H{entry.level}", self.root), keep=True, whole=True
        )
        self.headings.append(entry)

    def _paragraph(self, block: doc.Paragraph) -> None:
        box = self._text(
            block.text, _PARAGRAPHS[block.style], Element("P", self.root), keep=block.keep_with_next
        )
        box.bar = block.style == "quote"

    def _bullets(self, block: doc.Bullets) -> None:
        kind = "Decimal" if block.numbered else "Disc"
        parent = Element("L", self.root, f"/A<</O/List/ListNumbering/{kind}>>")
        last = len(block.items)
        for number, item in enumerate(block.items, 1):
            one = Element("LI", parent)
            label = (f"{number}." if block.numbered else "•", Element("Lbl", one))
            body = Element("LBody", one)
            keep = number != last and number in (1, last - 1)  # no item alone at the foot or head of a page
            self.boxes.append(text_box(item, ITEM, body, x=MARGIN, width=TEXT_WIDTH, label=label, keep=keep))
        if block.items:
            self.boxes[-1].after = BODY.after

    def _table(self, block: doc.Table) -> None:
        element = Element("Table", self.root)
        text = caption(*self._numbering.of(block), block.caption)
        self._text(text, CAPTION, Element("Caption", element), keep=True, whole=True)
        note = Element("P", self.root) if block.note else None
        self.boxes.append(table_box(block, element, MARGIN, TEXT_WIDTH, note))

    def _chart(self, block: doc.Chart) -> None:
        figure = Element("Figure", self.root, alternative(tidy(block.alternative)))
        self.boxes.append(ChartBox(Plot(block, TEXT_WIDTH), figure, _ROOM))
        text = caption(*self._numbering.of(block), block.caption)
        self._text(text, CAPTION, Element("Caption", self.root), whole=True).before = 4
        self.boxes[-1].after = 14

    def _key_figures(self, block: doc.KeyFigures) -> None:
        for start in range(0, len(block.items), _KEYS_PER_ROW):
            self.boxes.append(KeyBox(block.items[start : start + _KEYS_PER_ROW], self.root))

    def _page_break(self, _: doc.PageBreak) -> None:
        self.boxes.append(NewPage())

    def _lines(self, block: doc.Lines) -> None:
        if block.lines:
            self._text(stacked(block.lines), LINES, Element("P", self.root), whole=True)

    def _signatures(self, block: doc.Signatures) -> None:
        if not block.signers:
            return
        # Not the greeting alone above the names on a page of their own: some text goes along.
        for box in self.boxes[-2 if self.boxes and self.boxes[-1].keep else -1 :]:
            box.keep = isinstance(box, TextBox)
        self.boxes.append(SignBox(block.signers, self.root))

    def _contents(self, block: doc.Contents) -> None:
        if not self._entries:
            return
        self._text(block.title, CONTENTS_TITLE, Element("ContentsTitle", self.root), keep=True, whole=True)
        self.boxes.append(ContentsBox([entry for entry in self._entries if entry.level <= 2], self.root))
