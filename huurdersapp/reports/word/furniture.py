"""What stands around the text of a Word file: page size, header, footer, and the head of a letter."""

from __future__ import annotations

from docx.document import Document as WordDocument
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.section import _Footer, _Header
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from huurdersapp.reports.document import Document, FrontPage
from huurdersapp.reports.paper.captions import letterhead_lines
from huurdersapp.reports.paper.front import front_title, front_white
from huurdersapp.reports.paper.furniture import foot_text, running_title
from huurdersapp.reports.paper.letterhead import place_letterhead
from huurdersapp.reports.paper.logo import logo_size
from huurdersapp.reports.paper.style import (
    ACCENT,
    BOTTOM,
    FRONT_FACT,
    FRONT_SUBTITLE,
    MARGIN,
    MM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RULE,
    SENDER,
    SENDER_NAME,
    SENDER_TOP,
    TEXT_WIDTH,
    TOP,
    WARN,
)
from huurdersapp.reports.paper.tagging import Element
from huurdersapp.reports.word.logo import add_logo, put_picture
from huurdersapp.reports.word.text import add_field, add_line, add_text, colour, make, xml_of

_HEADER = 7.5 * MM
_FOOTER = 11 * MM
_SPARE = 60.0
"""Points: Word's lines are somewhat higher, and the front page must stay one page."""
_STYLES = {SENDER_NAME: "Afzender naam", SENDER: "Afzender"}


def add_letterhead(word: WordDocument, document: Document) -> None:
    """The lines with a fixed place, at the height they have on paper: exact lines, and white between them."""
    lines = [(block, Element("P")) for block in letterhead_lines(document)]
    placed, start = place_letterhead(lines, document.window)
    bottom = SENDER_TOP
    for piece in placed:
        paragraph = word.add_paragraph(style=_STYLES.get(piece.style, "Regels"))
        add_text(paragraph, piece.text, size=Pt(piece.style.size))
        before = max(0.0, piece.top - bottom)
        bottom += before + piece.height
        left = piece.x - MARGIN
        shape = paragraph.paragraph_format
        shape.space_before = Pt(before)
        shape.space_after = Pt(max(0.0, start - bottom) if piece is placed[-1] else 0)
        shape.line_spacing, shape.line_spacing_rule = Pt(piece.style.leading), WD_LINE_SPACING.EXACTLY
        shape.left_indent, shape.right_indent = Pt(left), Pt(TEXT_WIDTH - left - piece.width)
        if document.logo and piece is placed[0]:
            add_logo(paragraph, document.logo, document.window)


def add_front(word: WordDocument, document: Document, page: FrontPage) -> None:
    """The first page: who, what, for whom and when, with the white of the paper between."""
    if page.logo:
        run = word.add_paragraph(style="Figuur").add_run()
        wide, high = logo_size(page.logo)
        put_picture(run, page.logo.data, (wide, high), "Beeldmerk", page.logo.alternative)
    before, after = front_white(document, page)
    for number, name in enumerate(page.organisations):
        add_text(word.add_paragraph(style="Voorblad organisatie"), name, bold=not number)
    title = word.add_paragraph(style="Title")
    look = front_title(document.title)
    add_text(title, document.title, size=Pt(look.size))
    title.paragraph_format.space_before = Pt(before)
    title.paragraph_format.line_spacing = Pt(look.leading)
    if document.subtitle:
        add_text(word.add_paragraph(style="Subtitle"), document.subtitle, size=Pt(FRONT_SUBTITLE.size))
    if page.audience:
        audience = word.add_paragraph(style="Voorblad voor")
        add_text(audience, page.audience)
        add_line(audience, "top", ACCENT, 24)
    for number, (label, words) in enumerate(page.facts):
        fact = word.add_paragraph(style="Voorblad gegevens")
        add_text(fact, f"{label}\t{words}")
        shape = fact.paragraph_format
        shape.tab_stops.add_tab_stop(Pt(FRONT_FACT.indent))
        shape.first_line_indent = -Pt(FRONT_FACT.indent)
        if not number:
            shape.space_before = Pt(max(20.0, after - _SPARE))
            add_line(fact, "top", RULE)
    word.add_paragraph(style="Regels").add_run().add_break(WD_BREAK.PAGE)


def set_page(word: WordDocument, document: Document) -> None:
    """The page, with the mark of example data on each one, and page numbers; a letter begins without these."""
    (section,) = word.sections
    letter = document.kind == "letter"
    section.page_width, section.page_height = Pt(PAGE_WIDTH), Pt(PAGE_HEIGHT)
    section.left_margin = section.right_margin = Pt(MARGIN)
    section.top_margin, section.bottom_margin = Pt(SENDER_TOP if letter else TOP), Pt(BOTTOM)
    section.header_distance, section.footer_distance = Pt(_HEADER), Pt(_FOOTER)
    section.different_first_page_header_footer = True
    for header in (section.first_page_header, section.header):
        _add_mark(_first(header), document.mark)
    if letter:
        # A letter begins higher than its other pages; there the header is made taller instead.
        section.header.add_paragraph(style="Header").paragraph_format.space_before = Pt(TOP - SENDER_TOP)
        _add_imprint(_first(section.first_page_footer), document.imprint)
    else:
        title = section.header.add_paragraph(style="Header")
        add_text(title, running_title(document))
        add_line(title, "bottom", RULE)
        title.paragraph_format.space_before = Pt(6)
        first = _first(section.first_page_footer)
        if document.front is None:
            _add_foot(first, document.footer)
    _add_foot(_first(section.footer), document.footer)


def add_part(word: WordDocument, document: Document, name: str, first: bool) -> None:
    """Begin a part that is handed out by itself: a section from a front page, with its own foot and page numbers.

    The `first` is the page with which the document begins.
    """
    section = word.sections[0] if first else word.add_section(WD_SECTION.ODD_PAGE)
    (properties,) = section._sectPr.xpath("self::w:sectPr")  # noqa: SLF001 - python-docx has no call for page numbers
    for old in properties.xpath("w:pgNumType"):
        properties.remove(old)
    properties.insert_element_before(make("pgNumType", start=1), "w:cols", "w:docGrid", "w:titlePg")
    for foot in (section.first_page_footer, section.footer):
        paragraph = _first(foot)
        xml = xml_of(paragraph)
        for child in list(xml):
            xml.remove(child)
        paragraph.style = "Footer"
        _add_foot(paragraph, foot_text(document, name), pages="SECTIONPAGES")


def _first(furniture: _Header | _Footer) -> Paragraph:
    """The empty paragraph with which a header or footer begins."""
    furniture.is_linked_to_previous = False
    first: Paragraph = furniture.paragraphs[0]
    return first


def _add_mark(paragraph: Paragraph, mark: str | None) -> None:
    if not mark:
        return
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    add_text(paragraph, mark, bold=True, size=Pt(9.5))
    (run,) = paragraph.runs
    run.font.color.rgb = colour(WARN)
    run.element.get_or_add_rPr().append(make("bdr", val="single", sz=8, space=4, color=WARN[1:]))


def _add_imprint(paragraph: Paragraph, text: str) -> None:
    if text:
        add_line(paragraph, "top", RULE)
        add_text(paragraph, text)


def _add_foot(paragraph: Paragraph, text: str, pages: str = "NUMPAGES") -> None:
    add_line(paragraph, "top", RULE)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    add_text(paragraph, f"{text}\tPagina ")
    add_field(paragraph, "PAGE", "1")
    add_text(paragraph, " van ")
    add_field(paragraph, pages, "1")
