"""A series of forms in one file: each begins on a front page and counts its own pages."""

from __future__ import annotations

import re
from dataclasses import replace

from page import ValidationProfile

from huurdersapp.reports.document import Block, Choices, Document, PageBreak, Paragraph
from tests.reports.paper_samples import docx_of, extracted, findings, pdf_of, plain_report
from tests.reports.test_docx import xml
from tools.paper_words import docx_words, pdf_words


def form(number: int, questions: int) -> tuple[Block, ...]:
    asked = tuple(Choices(f"Vraag {n}?", tuple("abcdef"), many=True, columns=1) for n in range(questions))
    return (PageBreak(f"Formulier {number}"), Paragraph("Wij vragen u iets."), *asked)


SERIES = replace(plain_report(*form(1, 5), *form(2, 9), *form(3, 1)), title="Vragenlijst", footer="De Deel")


def foots(document: Document) -> list[str]:
    pages = [" ".join(page.split()) for page in extracted(pdf_of(document)[0])]
    return [found[0] if (found := re.findall(r"(?:Formulier|De Deel).*$", page)) else "" for page in pages]


def test_each_form_counts_its_own_pages_and_begins_on_a_front_page() -> None:
    assert foots(SERIES) == [
        "Formulier 1 · De Deel Pagina 1 van 2",
        "Formulier 1 · De Deel Pagina 2 van 2",
        "Formulier 2 · De Deel Pagina 1 van 3",
        "Formulier 2 · De Deel Pagina 2 van 3",
        "Formulier 2 · De Deel Pagina 3 van 3",
        "",
        "Formulier 3 · De Deel Pagina 1 van 1",
    ]


def test_each_form_has_the_title_once_and_a_running_head_only_on_its_later_pages() -> None:
    pages = [page.count("Vragenlijst") for page in extracted(pdf_of(SERIES)[0])]
    assert pages == [1, 1, 1, 1, 1, 0, 1]
    assert pdf_words(pdf_of(SERIES)[0]).count("Vragenlijst") == 3


def test_a_series_can_be_read_aloud_and_says_the_same_in_word() -> None:
    data, _ = pdf_of(SERIES)
    assert findings(data, ValidationProfile.PDF_UA_1) == []
    assert findings(data, ValidationProfile.PDF_A_2A) == []
    assert docx_words(docx_of(SERIES)) == pdf_words(data)


def test_in_word_each_form_is_a_section_with_its_own_numbers() -> None:
    data = docx_of(SERIES)
    document = xml(data)
    assert document.count("<w:sectPr") == 3
    assert document.count('<w:pgNumType w:start="1"/>') == 3
    assert document.count('<w:type w:val="oddPage"/>') == 2
    foot = xml(data, "footer3") + xml(data, "footer4")
    assert foot.count("Formulier 2 · De Deel") == 2
    assert " SECTIONPAGES " in foot


def test_an_ordinary_new_page_goes_on_counting() -> None:
    assert foots(replace(plain_report(Paragraph("a"), PageBreak(), Paragraph("b")), footer="De Deel")) == [
        "De Deel Pagina 1 van 2",
        "De Deel Pagina 2 van 2",
    ]
