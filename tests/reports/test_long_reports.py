"""Reports of one to two hundred pages: every page is filled, nothing is torn apart, and all of it can be read aloud and kept."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from page import ValidationProfile

from huurdersapp.reports.document import Column, Document, Heading, Paragraph, Table
from tests.reports.long_report import bad_pages, body, long_report, of_length
from tests.reports.paper_samples import TALK, docx_of, findings, out_of_bounds, overlaps, pdf_of, plain_report
from tools.paper_words import docx_words, page_lines, pdf_words

LENGTHS = (1, 4, 40, 200)


@cache
def written(pages: int) -> bytes:
    return pdf_of(of_length(pages))[0]


def test_the_reports_are_as_long_as_they_should_be() -> None:
    counts = [pdf_of(of_length(pages))[1].pages for pages in LENGTHS]
    assert counts[0] == 1
    assert all(0.7 * wanted <= count <= 1.3 * wanted for wanted, count in zip(LENGTHS, counts, strict=True))


@pytest.mark.parametrize("pages", LENGTHS)
def test_no_page_is_empty_ends_with_a_heading_or_is_half_white_for_no_reason(pages: int) -> None:
    assert bad_pages(page_lines(written(pages))) == []


@pytest.mark.parametrize("pages", LENGTHS)
def test_nothing_stands_outside_the_margins_or_over_other_words(pages: int) -> None:
    assert out_of_bounds(written(pages)) == []
    assert overlaps(written(pages)) == []


@pytest.mark.parametrize("pages", LENGTHS)
def test_all_of_it_can_be_read_aloud_and_kept(pages: int) -> None:
    assert findings(written(pages), ValidationProfile.PDF_UA_1) == []
    assert findings(written(pages), ValidationProfile.PDF_A_2A) == []


@pytest.mark.parametrize("pages", [1, 40])
def test_word_says_the_same(pages: int) -> None:
    assert docx_words(docx_of(of_length(pages))) == pdf_words(written(pages))


@pytest.mark.parametrize("seed", range(12))
def test_other_reports_have_good_pages_too(seed: int) -> None:
    data, _ = pdf_of(long_report(6, seed))
    assert bad_pages(page_lines(data)) == []
    assert out_of_bounds(data) == []


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100, 130))
def test_many_other_long_reports_have_good_pages_and_can_be_kept(seed: int) -> None:
    data, _ = pdf_of(long_report(55, seed))
    assert bad_pages(page_lines(data)) == []
    assert out_of_bounds(data) == []
    assert findings(data, ValidationProfile.PDF_UA_1) == []
    assert findings(data, ValidationProfile.PDF_A_2A) == []


def table_after(filler: int, rows: int, *, totals: bool = False, note: bool = False) -> Document:
    table = Table(
        "Knelpunten",
        (Column("Kern"), Column("Aantal", "right")),
        tuple((f"rij {n}", str(n)) for n in range(rows)),
        ("samen", "9") if totals else None,
        note="Kleine letters." if note else None,
    )
    text = tuple(Paragraph(f"regel {n}") for n in range(filler))
    return plain_report(*text, Heading("Kop", 2), table, Paragraph(TALK))


@pytest.mark.parametrize("filler", range(0, 26, 2))
@pytest.mark.parametrize("rows", [2, 6, 20, 60])
def test_a_table_breaks_with_its_head_and_leaves_no_row_or_total_alone(filler: int, rows: int) -> None:
    for totals, note in ((False, False), (True, False), (True, True), (False, True)):
        pages = page_lines(pdf_of(table_after(filler, rows, totals=totals, note=note))[0])
        there = [page for page in pages if any(line.text.startswith("rij ") for line in page)]
        for place, page in enumerate(there):
            texts = [line.text for line in page]
            assert "Kern" in texts
            count = sum(text.startswith("rij ") for text in texts)
            assert count >= min(rows, 2 if not (totals and place == len(there) - 1) else 1)
        last = [line.text for line in there[-1]]
        assert ("samen" in last) == totals
        assert ("Kleine letters." in last) == note
        first = [line.text for line in there[0]]
        assert "Kop" in first
        assert "Tabel 1. Knelpunten" in first


def test_the_check_of_pages_sees_what_is_wrong() -> None:
    good = page_lines(written(4))
    assert any("leeg" in fault for fault in bad_pages([*good, []]))
    heading = next(line for line in body(good[1]) if line.font == "OpenSans-Bold" and line.size == 18)
    low = replace(heading, y=80)
    assert any("kop onderaan" in fault for fault in bad_pages([good[0], [*good[1], low]]))
    top = [line for line in body(good[1]) if line.y > 500]
    assert any("half" in fault or "helft" in fault for fault in bad_pages([good[0], top, good[1]]))
