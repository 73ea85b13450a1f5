"""Tables break well, keep their heads, and never run into each other or off the page."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from huurdersapp.reports.document import Align, Column, Paragraph, Table
from huurdersapp.reports.fonts import width
from huurdersapp.reports.paper.style import TEXT_WIDTH
from huurdersapp.reports.paper.tables import columns_of
from tests.reports.paper_samples import (
    TALK,
    docx_of,
    end_of,
    extracted,
    findings,
    out_of_bounds,
    overlaps,
    pdf_of,
    plain_report,
)
from tools.paper_words import page_lines, pdf_texts, pdf_words


def long_table(rows: int = 60, note: str | None = None) -> Table:
    columns = (Column("Kern", width=2), Column("Gemeld", "right"), Column("Toelichting", width=3))
    cells = tuple((f"Kern {n:02}", str(n), "korte toelichting") for n in range(rows))
    return Table("Alle kernen", columns, cells, ("Totaal", "99", ""), note=note)


def test_a_long_table_repeats_its_head_on_every_page_and_says_it_once() -> None:
    data, written = pdf_of(plain_report(long_table()))
    pages = extracted(data)
    assert written.pages == 3
    assert all(page.count("Toelichting") == 1 for page in pages)
    assert [text for kind, text in pdf_texts(data) if kind == "/TH" and text == "Toelichting"] == [
        "Toelichting"
    ]
    said = pdf_words(data)
    assert [said[i + 1] for i, word in enumerate(said) if word == "Kern"][1:] == [
        f"{n:02}" for n in range(60)
    ]
    assert findings(data) == []
    assert out_of_bounds(data) == []


@pytest.mark.parametrize("rows", range(24, 40))
def test_no_total_stands_alone_below_a_repeated_head(rows: int) -> None:
    pages = extracted(pdf_of(plain_report(long_table(rows, note="Een noot bij de tabel.")))[0])
    last = next(page for page in pages if "Totaal" in page)
    assert last.count("Kern ") >= 2 or len(pages) == 1
    assert "Een noot" in last


@pytest.mark.parametrize("lines", range(28, 44))
def test_a_caption_stays_with_the_first_rows(lines: int) -> None:
    filler = [Paragraph("regel") for _ in range(lines)]
    pages = extracted(pdf_of(plain_report(*filler, long_table(10)))[0])
    page = next(page for page in pages if "Tabel 1." in page)
    assert "Kern 01" in page


@pytest.mark.parametrize("lines", range(10, 40, 2))
def test_a_small_table_is_not_divided(lines: int) -> None:
    filler = [Paragraph("regel") for _ in range(lines)]
    pages = extracted(pdf_of(plain_report(*filler, long_table(5)))[0])
    assert sum("Toelichting" in page for page in pages) == 1


@pytest.mark.parametrize("lines", [16, 20])
def test_a_longer_table_begins_on_the_page_where_it_comes(lines: int) -> None:
    filler = [Paragraph("regel") for _ in range(lines)]
    pages = extracted(pdf_of(plain_report(*filler, long_table(9)))[0])
    assert "Kern 02" in pages[0]


def test_a_wide_table_gets_smaller_letters_before_words_are_cut() -> None:
    columns = tuple(Column(f"Kolom {n}", "right") for n in range(11))
    table = Table("Breed", columns, tuple(tuple("12.345,67" for _ in columns) for _ in range(3)))
    data, _ = pdf_of(plain_report(table))
    shown = [line for line in page_lines(data)[0] if line.text == "12.345,67"]
    assert len(shown) == 33
    assert all(line.size < 9.5 for line in shown)
    assert overlaps(data) == []
    assert out_of_bounds(data) == []


def test_a_table_with_more_columns_than_fit_still_keeps_them_apart() -> None:
    columns = tuple(Column(f"Kolomkop{n}") for n in range(30))
    data, _ = pdf_of(plain_report(Table("Te breed", columns, (tuple("waarde1234" for _ in columns),))))
    assert overlaps(data) == []
    assert out_of_bounds(data) == []
    assert findings(data) == []


def test_columns_take_the_shares_they_ask_for_when_every_word_fits() -> None:
    grid = columns_of((Column("a", width=1), Column("b", width=3)), [("x", "y")], TEXT_WIDTH)
    assert grid.size == 9.5
    assert grid.widths == [TEXT_WIDTH / 4, TEXT_WIDTH * 3 / 4]


def test_a_narrow_column_gets_room_from_a_wide_one() -> None:
    word = "huurdersvereniging"
    widths = columns_of((Column("a", width=1), Column("b", width=20)), [(word, "y")], TEXT_WIDTH).widths
    assert widths[0] >= width(word, "regular", 9.5)
    assert sum(widths) == pytest.approx(TEXT_WIDTH)


@pytest.mark.parametrize("align", ["right", "center", "left"])
def test_figures_stand_where_the_column_says(align: Align) -> None:
    table = Table("t", (Column("Kern"), Column("Aantal", align)), (("a", "5"), ("b", "12.345")))
    data, _ = pdf_of(plain_report(table))
    short, long = (
        next(line for line in page_lines(data)[0] if line.text == text) for text in ("5", "12.345")
    )
    if align == "right":
        assert end_of(short) == pytest.approx(end_of(long), abs=0.02)
    elif align == "left":
        assert short.x == long.x
    else:
        assert short.x + end_of(short) == pytest.approx(long.x + end_of(long), abs=0.05)


def test_a_row_higher_than_a_page_goes_on_on_the_next() -> None:
    table = Table(
        "Lang", (Column("Vraag"), Column("Antwoord", width=3)), (("waarom", TALK * 30), ("en", "kort"))
    )
    data, written = pdf_of(plain_report(table))
    assert written.pages > 2
    said = " ".join(pdf_words(data))
    assert " ".join((TALK * 30).split()) in said
    assert out_of_bounds(data) == []
    assert findings(data) == []


@pytest.mark.parametrize(
    "table", [Table("Leeg", (Column("a"), Column("b")), ()), Table("Kaal", (Column("a"),), (("",),))]
)
def test_a_table_without_rows_or_words_is_still_a_table(table: Table) -> None:
    assert findings(pdf_of(plain_report(table))[0]) == []


def test_words_among_figures_are_read_from_the_left_and_figures_stay_at_the_right() -> None:
    words = "De meeste bewoners willen blijven wonen waar zij wonen, met kleine aanpassingen."
    rows = (("een", "12"), ("twee", words), ("drie", "niet aangeleverd door de gemeente"))
    document = plain_report(Table("t", (Column("k"), Column("n", "right")), rows))
    shown = {line.text.strip(): line for line in page_lines(pdf_of(document)[0])[0]}
    right = max(end_of(line) for line in shown.values())
    assert end_of(shown["12"]) == pytest.approx(right, abs=6)
    starts = {round(line.x) for text, line in shown.items() if len(text) > 4 and text in words}
    assert len(starts) == 1
    table = docx.Document(BytesIO(docx_of(document))).tables[0]
    sides = [row.cells[1].paragraphs[0].alignment for row in table.rows]
    assert sides == [WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.RIGHT, None, WD_ALIGN_PARAGRAPH.RIGHT]
