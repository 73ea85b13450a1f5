"""Writes a document as an editable Word file: real styles, and the same words in the same order as on paper.

Three things differ from the PDF, because Word divides the pages itself: the mark and the page numbers stand
in header and footer, the contents list is a field whose page numbers Word fills in (F9), and the figures in a
chart are part of its picture. Signs that our font lacks stay as they were typed; Word looks for another font.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK, WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from huurdersapp.reports import document as doc
from huurdersapp.reports.fonts import named
from huurdersapp.reports.numbering import caption_word, numbered
from huurdersapp.reports.paper.captions import heading_levels, running_blocks
from huurdersapp.reports.paper.chartpicture import picture_of
from huurdersapp.reports.paper.deliver import deliver
from huurdersapp.reports.paper.metadata import LANGUAGE, PROGRAM, about
from huurdersapp.reports.paper.photo import INSTEAD, photo_of, size_of, told
from huurdersapp.reports.paper.plots import plot_of
from huurdersapp.reports.paper.qrpanel import QR_SIZE, qr_picture, says
from huurdersapp.reports.paper.style import BOTTOM, FIGURE_CAPTION, PAGE_HEIGHT, TEXT_WIDTH, TOP
from huurdersapp.reports.paper.texts import stacked, visible_texts
from huurdersapp.reports.word.forms import Forms
from huurdersapp.reports.word.furniture import add_front, add_letterhead, add_part, set_page
from huurdersapp.reports.word.logo import put_picture
from huurdersapp.reports.word.styles import new_document
from huurdersapp.reports.word.tables import add_key_table, add_sign_table, add_table
from huurdersapp.reports.word.text import (
    add_bookmark,
    add_field,
    add_jump,
    add_text,
    allowed,
    begin_field,
    end_field,
    is_allowed,
    place_name,
    xml_of,
)
from huurdersapp.reports.written import Written

_PARAGRAPHS = {"body": "Normal", "lead": "Inleiding", "note": "Kleine letters", "quote": "Quote"}
_TALLEST = PAGE_HEIGHT - TOP - BOTTOM - 60
_DAY = (1980, 1, 1, 0, 0, 0)
_PLACES = 100_000
"""Numbers of bookmarks of keys begin behind those of headings."""
_LONGEST_FACT = 255
"""What the file says about itself takes no more signs than this (python-docx, core properties)."""


def write_docx(
    document: doc.Document, target: str | os.PathLike[str] | BinaryIO, *, created: datetime
) -> Written:
    """Write the document to a path or an open binary file; the same document and moment give the same bytes.

    A file that stood there is replaced only when the new one is complete. Raises OSError where nothing
    can be written.
    """
    word = new_document(letter=document.kind == "letter", size=document.text_size)
    document = numbered(document)
    _Writer(document, word).write()
    _set_facts(word, document, created)
    deliver(_saved(word), target)
    texts = "".join(visible_texts(document))
    return Written(0, tuple(named(sign) for sign in dict.fromkeys(texts) if not is_allowed(sign)))


class _Writer:
    """Puts the blocks of one document into a Word file."""

    def __init__(self, document: doc.Document, word: WordDocument) -> None:
        self.document = document
        self.word = word
        self._keyed: dict[str, int] = {}
        self._levels = heading_levels(document)
        self._headings = 0
        self._pictures = 0
        self._forms = Forms(word)

    def write(self) -> None:
        """The page, then what stands at the head, then the blocks."""
        set_page(self.word, self.document)
        if self.document.kind == "letter":
            add_letterhead(self.word, self.document)
        elif self.document.front:
            add_front(self.word, self.document, self.document.front)
        else:
            self._title()
        for block in running_blocks(self.document):
            self._write(block)

    def _title(self) -> None:
        if self.document.kind == "letter":
            return
        self._add("Title", self.document.title)
        if self.document.subtitle:
            self._add("Subtitle", self.document.subtitle)

    def _is_first(self, block: doc.Block) -> bool:
        return next(iter(running_blocks(self.document)), None) is block

    def _write(self, block: doc.Block) -> None:
        match block:
            case doc.Heading():
                self._heading(block)
            case doc.Paragraph():
                paragraph = self._add(_PARAGRAPHS[block.style], block.text)
                paragraph.paragraph_format.keep_with_next = block.keep_with_next or None
                self._mark(paragraph, block.key)
            case doc.Bullets():
                self._bullets(block)
            case doc.Table():
                self._table(block)
            case doc.Chart() | doc.Trend() | doc.Progress() | doc.Shares() | doc.Funnel():
                self._chart(block)
            case doc.Picture():
                self._photo(block)
            case doc.KeyFigures():
                for row in block.rows():
                    add_key_table(self.word, row)
                    self._gap(10)
            case doc.PageBreak(part=part) if part:
                add_part(self.word, self.document, part, first=self._is_first(block))
                if not self._is_first(block):
                    self._title()
            case doc.PageBreak():
                self._gap(1).add_run().add_break(WD_BREAK.PAGE)
            case doc.Lines(lines=lines):
                if lines:
                    self._add("Regels", stacked(lines))
            case doc.Signatures():
                add_sign_table(self.word, block)
                self._gap(10)
            case doc.QrCode(address=address):
                self._qr(address)
            case doc.Contents():
                self._contents(block)
            case doc.Choices() | doc.WritingLines() | doc.FieldRow():
                self._forms.add(block)
                self._gap(6)

    def _add(self, style: str, text: doc.Text) -> Paragraph:
        paragraph = self.word.add_paragraph(style=style)
        add_text(paragraph, text)
        return paragraph

    def _gap(self, height: float) -> Paragraph:
        """White of so many points; without a paragraph between them Word would join two tables."""
        paragraph = self.word.add_paragraph(style="Regels")
        shape = paragraph.paragraph_format
        shape.space_after = Pt(0)
        shape.line_spacing, shape.line_spacing_rule = Pt(height), WD_LINE_SPACING.EXACTLY
        return paragraph

    def _heading(self, block: doc.Heading) -> None:
        paragraph = self._add(f"Heading {self._levels[self._headings]}", block.text)
        self._headings += 1
        add_bookmark(paragraph, self._headings, _bookmark(self._headings))
        self._mark(paragraph, block.key)

    def _bullets(self, block: doc.Bullets) -> None:
        """Bullets come with their style; each numbered list gets a number of its own, so that it begins at 1."""
        name = "List Number" if block.numbered else "List Bullet"
        paragraphs = [self._add(name, item) for item in block.items]
        if block.keep_with_next:
            paragraphs[-1].paragraph_format.keep_with_next = True
        if not block.numbered:
            return
        numbering: Any = self.word.part.numbering_part.element
        style: Any = self.word.styles[name].element
        kind = numbering.num_having_numId(style.pPr.numPr.numId.val).abstractNumId.val
        made = numbering.add_num(kind)
        made.add_lvlOverride(0).add_startOverride(1)
        for paragraph in paragraphs:
            number = xml_of(paragraph).get_or_add_pPr().get_or_add_numPr()
            number.get_or_add_ilvl().val, number.get_or_add_numId().val = 0, made.numId

    def _table(self, block: doc.Table) -> None:
        self._caption(block).paragraph_format.keep_with_next = True
        add_table(self.word, block)
        if block.note:
            self._add("Kleine letters", block.note).paragraph_format.space_before = Pt(5)
        else:
            self._gap(10)

    def _chart(self, block: doc.DrawnFigure) -> None:
        png, width, height = picture_of(plot_of(block, TEXT_WIDTH))
        shrink = min(TEXT_WIDTH / width, _TALLEST / height)
        self._picture(png, (width * shrink, height * shrink), block.alternative)
        self._caption(block).paragraph_format.space_after = Pt(FIGURE_CAPTION.after)

    def _photo(self, block: doc.Picture) -> None:
        photo = photo_of(block)
        if photo is None:
            self._add("Kleine letters", INSTEAD).paragraph_format.keep_with_next = True
        else:
            self._picture(photo.data, size_of(block, photo), told(block))
        self._caption(block).paragraph_format.space_after = Pt(FIGURE_CAPTION.after)

    def _qr(self, address: str) -> None:
        self._picture(qr_picture(address), (QR_SIZE, QR_SIZE), says(address))

    def _picture(self, data: bytes, size: tuple[float, float], words: str) -> None:
        """A picture on a line of its own, with what is to be seen on it in words."""
        self._pictures += 1
        run = self.word.add_paragraph(style="Figuur").add_run()
        put_picture(run, data, size, f"Figuur {self._pictures}", words)

    def _caption(self, block: doc.Numbered) -> Paragraph:
        if not block.number:
            paragraph = self._add("Caption", block.caption)
        else:
            paragraph = self._add("Caption", f"{caption_word(block)} ")
            add_field(paragraph, rf"SEQ {caption_word(block)} \* ARABIC", str(block.number))
            add_text(paragraph, f". {block.caption}")
        self._mark(paragraph, block.key)
        return paragraph

    def _mark(self, paragraph: Paragraph, key: str) -> None:
        """Make a place to which texts lead; the first with a key has it."""
        if key and key not in self._keyed:
            self._keyed[key] = len(self._keyed) + 1
            add_bookmark(paragraph, _PLACES + self._keyed[key], place_name(key))

    def _contents(self, block: doc.Contents) -> None:
        """A field that Word can fill anew; until then the headings, each leading to its place."""
        headings = [part for part in self.document.blocks if isinstance(part, doc.Heading)]
        entries = [
            (number, heading.text, level)
            for number, (heading, level) in enumerate(zip(headings, self._levels, strict=True), 1)
            if level <= block.depth
        ]
        if not entries:
            return
        paragraphs = [self._add("TOC Heading", block.title)]
        paragraphs += [self._add(f"toc {level}", ()) for _, _, level in entries]
        begin_field(paragraphs[1], rf'TOC \o "1-{block.depth}" \h \z \u')
        for paragraph, (number, text, _) in zip(paragraphs[1:], entries, strict=True):
            add_jump(paragraph, text, _bookmark(number))
        paragraphs.append(self._gap(10))
        end_field(paragraphs[-1])
        _frame_contents(paragraphs)


def _frame_contents(paragraphs: list[Paragraph]) -> None:
    """Tell Word that these paragraphs are a contents list, which it can then offer to fill anew."""
    frame: Any = parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent/></w:sdt>"
    )
    xml_of(paragraphs[0]).addprevious(frame)
    for paragraph in paragraphs:
        frame[-1].append(xml_of(paragraph))


def _bookmark(number: int) -> str:
    return f"_Toc{number:06d}"


def _set_facts(word: WordDocument, document: doc.Document, created: datetime) -> None:
    """What the file says about itself.

    A moment without a time zone is written as it stands: Word has no way to leave the zone out.
    """
    facts, known = word.core_properties, about(document, created)
    moment = created if created.tzinfo is None else created.astimezone(UTC)
    facts.title, facts.subject = _fact(known.title), _fact(known.subject)
    facts.author, facts.keywords = _fact(known.author), _fact(", ".join(known.keywords))
    facts.language, facts.last_modified_by, facts.comments = LANGUAGE, PROGRAM, ""
    facts.created = facts.modified = moment


def _fact(text: str) -> str:
    return allowed(text)[:_LONGEST_FACT]


def _saved(word: WordDocument) -> bytes:
    """The file, with one fixed day for all its parts; python-docx writes today's."""
    written, fixed = BytesIO(), BytesIO()
    word.save(written)
    with ZipFile(written) as parts, ZipFile(fixed, "w") as archive:
        for name in parts.namelist():
            entry = ZipInfo(name, _DAY)
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, 0, 0o600 << 16
            archive.writestr(entry, parts.read(name))
    return fixed.getvalue()
