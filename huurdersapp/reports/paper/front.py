"""The first page of a report that has one to itself: who, what, for whom and when, with white around it."""

from __future__ import annotations

from dataclasses import replace

from reportlab.platypus import Flowable, Spacer

from huurdersapp.reports.document import Document, FrontPage, Logo
from huurdersapp.reports.fonts import tidy, width
from huurdersapp.reports.paper.logo import draw_logo_in, logo_element, logo_size
from huurdersapp.reports.paper.panels import Rule
from huurdersapp.reports.paper.paragraphs import TextBlock, colour, text_block
from huurdersapp.reports.paper.style import (
    ACCENT,
    BAND,
    FRONT_AUDIENCE,
    FRONT_FACT,
    FRONT_ORGANISATION,
    FRONT_SUBTITLE,
    FRONT_TITLE,
    PAGE_HEIGHT,
    RULE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    TextStyle,
)
from huurdersapp.reports.paper.tagging import Element, TaggedCanvas

_SMALLER = (31.0, 28.0, 26.0)
_TITLE_FROM = 0.26
"""Where the title begins, as a share of the height of the text."""


class _Mark(Flowable):
    """The mark of the organisation at the head of the page."""

    def __init__(self, logo: Logo, parent: Element) -> None:
        super().__init__()
        self.logo, self.element = logo, logo_element(logo, parent)
        self.width, self.height = logo_size(logo)
        self.spaceAfter = 16.0

    def draw(self) -> None:
        draw_logo_in(self.canv, self.logo, (0, 0, self.width, self.height), self.element)


def front_page(document: Document, page: FrontPage, parent: Element) -> list[Flowable]:
    """What stands on the first page, from top to bottom; the white between makes it fill the page."""
    above, middle, below = _parts(document, page, parent)
    before, after = _white(above, middle, below)
    return [*above, Spacer(0, before), *middle, Spacer(0, after), *below]


def front_white(document: Document, page: FrontPage) -> tuple[float, float]:
    """The white before the title and before the facts, in points."""
    return _white(*_parts(document, page, Element("Document")))


def _parts(
    document: Document, page: FrontPage, parent: Element
) -> tuple[list[Flowable], list[Flowable], list[Flowable]]:
    above: list[Flowable] = [_Mark(page.logo, parent)] if page.logo else []
    for number, name in enumerate(page.organisations):
        style = replace(FRONT_ORGANISATION, face="regular") if number else FRONT_ORGANISATION
        above.append(_text(name, style, Element("P", parent)))
    middle: list[Flowable] = [_text(document.title, front_title(document.title), Element("Title", parent))]
    if document.subtitle:
        middle.append(_text(document.subtitle, FRONT_SUBTITLE, Element("Title", parent)))
    middle.append(Rule(90, 4, ACCENT, before=16, after=22))
    if page.audience:
        middle.append(_text(page.audience, FRONT_AUDIENCE, Element("P", parent)))
    below: list[Flowable] = [Rule(TEXT_WIDTH, 0.6, RULE, after=10)] if page.facts else []
    return above, middle, below + [_fact(label, words, Element("P", parent)) for label, words in page.facts]


def _white(above: list[Flowable], middle: list[Flowable], below: list[Flowable]) -> tuple[float, float]:
    before = max(20.0, TEXT_HEIGHT * _TITLE_FROM - _height(above))
    after = TEXT_HEIGHT - 2 - _height(above) - before - _height(middle) - _height(below)
    return before, max(0.0, after)


def front_title(title: str) -> TextStyle:
    """How the title looks: somewhat smaller where it then fits on one line."""
    for size in (FRONT_TITLE.size, *_SMALLER):
        if width(tidy(title), FRONT_TITLE.face, size) <= TEXT_WIDTH:
            return replace(FRONT_TITLE, size=size, leading=size * 1.2)
    return FRONT_TITLE


def draw_band(canvas: TaggedCanvas) -> None:
    """The dark edge of the first page."""
    canvas.begin_artifact()
    canvas.setFillColor(colour(ACCENT))
    canvas.rect(0, 0, BAND, PAGE_HEIGHT, stroke=0, fill=1)
    canvas.end()


def _fact(label: str, words: str, element: Element) -> TextBlock:
    made = _text(words, FRONT_FACT, element)
    made.label = (f"{tidy(label)} ", element)
    return made


def _text(text: str, style: TextStyle, element: Element) -> TextBlock:
    return text_block(text, style, element, TEXT_WIDTH)


def _height(flowables: list[Flowable]) -> float:
    """How high they are together; the white between two is counted once for each, which is enough."""
    white = sum(float(one.getSpaceBefore()) + float(one.getSpaceAfter()) for one in flowables)
    return white + sum(float(one.wrap(TEXT_WIDTH, TEXT_HEIGHT)[1]) for one in flowables)
