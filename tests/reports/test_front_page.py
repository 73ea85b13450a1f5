"""A front page has the title, for whom and when, no page number, and a page to itself; the text begins on the next."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document as WordFile

from huurdersapp.reports.document import Contents, Document, FrontPage, Heading, PageBreak, Paragraph
from huurdersapp.reports.plain_text import plain_text
from tests.reports.long_report import bad_pages, front
from tests.reports.paper_samples import (
    TALK,
    check_paper,
    docx_of,
    extracted,
    findings,
    out_of_bounds,
    pdf_of,
    report,
)
from tools.paper_words import docx_words, page_lines, pdf_words

WORDS = (
    "Huurdersvereniging De Deel samen met de Huurdersraad Andersstad Trimesterverslag Wat wij hoorden Voor het "
    "bestuurlijk overleg van 12 september 2024 Datum 3 september 2024 Versie 2, vastgelegd op 3 september 2024"
)


def with_front(page: FrontPage | None = None, title: str = "Trimesterverslag") -> Document:
    blocks = (Heading("Begin"), Paragraph(TALK))
    made = replace(report(), title=title, subtitle="Wat wij hoorden", blocks=blocks)
    return replace(made, front=page or front())


def test_it_says_who_what_for_whom_and_when_in_this_order_and_nothing_else() -> None:
    document = with_front()
    assert check_paper(document).pages == 2
    data, _ = pdf_of(document)
    assert " ".join(pdf_words(data)).startswith(WORDS)
    assert " ".join(docx_words(docx_of(document))).startswith(WORDS)
    assert "Begin" not in extracted(data)[0]
    assert plain_text(document).startswith("Huurdersvereniging De Deel\nsamen met")


def test_it_has_no_page_number_but_counts() -> None:
    first, second = extracted(pdf_of(with_front())[0])
    assert "Pagina" not in first
    assert "Pagina 2 van 2" in second
    word = WordFile(BytesIO(docx_of(with_front())))
    assert word.sections[0].first_page_footer.paragraphs[0].text == ""
    assert "Pagina" in word.sections[0].footer.paragraphs[0].text


def test_the_title_does_not_come_again_as_text() -> None:
    words = pdf_words(pdf_of(with_front())[0])
    assert words.count("Trimesterverslag") == 1


@pytest.mark.parametrize("first", [PageBreak(), PageBreak("Deel 1"), Contents()])
def test_no_empty_page_follows_it(first: PageBreak | Contents) -> None:
    document = with_front()
    data, written = pdf_of(replace(document, blocks=(first, *document.blocks)))
    assert written.pages == 2
    assert bad_pages(page_lines(data)) == []


@pytest.mark.parametrize(
    "page",
    [
        FrontPage(),
        FrontPage(("De Deel",), facts=(("Datum", "vandaag"),)),
        FrontPage(tuple(f"Organisatie {n}" for n in range(30)), "Voor iedereen " * 60),
        FrontPage(facts=tuple(("Gegeven " * 20, "waarde " * 60) for _ in range(12))),
    ],
    ids=["nothing", "little", "many", "too much"],
)
def test_whatever_stands_on_it_is_written_within_the_margins(page: FrontPage) -> None:
    data, _ = pdf_of(with_front(page))
    assert findings(data) == []
    if not page.facts or len(page.facts) < 5:
        assert out_of_bounds(data) == []


@pytest.mark.parametrize(
    "title", ["Verslag", "Trimesterverslag 2 van 2024", "Evaluatie van de samenwerking " * 8]
)
def test_a_title_that_nearly_fits_is_made_smaller_rather_than_broken(title: str) -> None:
    data, _ = pdf_of(with_front(title=title))
    lines = [line for line in page_lines(data)[0] if line.size >= 26 and line.text.strip()]
    assert (len(lines) == 1) == (len(title) < 40)
    assert findings(data) == []


def test_the_text_begins_on_a_page_of_its_own_also_after_more_than_one_page() -> None:
    page = FrontPage(facts=tuple(("Gegeven", "waarde " * 60) for _ in range(12)))
    pages = extracted(pdf_of(with_front(page))[0])
    begin = next(text for text in pages if "Begin" in text)
    assert "waarde" not in begin
