"""Tables in a spreadsheet: real numbers and days, words that stay words, nothing computed, nothing hidden."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from huurdersapp.reports.document import (
    MARK_EXAMPLE,
    Column,
    Document,
    Paragraph,
    Source,
    Span,
    Table,
)
from huurdersapp.reports.tables_file import csv_files, sheet_name, write_xlsx
from huurdersapp.reports.tables_values import Value, value_of
from tests.reports.long_report import long_report
from tests.reports.paper_samples import CREATED, docx_of, plain_report, report
from tests.reports.tables_read import check_tables, csv_rows, sheets_of

TWO = (Column("Kern"), Column("Aantal", "right"))


def table(*rows: tuple[str, str], caption: str = "Proef", note: str | None = None) -> Document:
    """A report of one table."""
    return plain_report(Table(caption, TWO, rows, note=note))


def written(document: Document) -> bytes:
    """The workbook of a document."""
    stream = BytesIO()
    write_xlsx(document, stream, created=CREATED)
    return stream.getvalue()


NUMBERS = {
    "0": ("0", "0"),
    "12": ("12", "0"),
    "1.234": ("1234", "#,##0"),
    "1.234.567": ("1234567", "#,##0"),
    "2019": ("2019", "0"),
    "12,5": ("12.5", "0.0"),
    "1.234,50": ("1234.50", "#,##0.00"),
    "−3": ("-3", "0"),
    "-3": ("-3", "0"),
    "+4": ("4", "+0;-0;0"),
    "45 %": ("0.45", "0\\ %"),
    "45\u00a0%": ("0.45", "0\\ %"),
    "12,5%": ("0.125", "0.0%"),
    "€ 1.250": ("1250", "€ #,##0"),
    "€\u00a01.250,75": ("1250.75", "€ #,##0.00"),
    "-€\u00a012,50": ("-12.50", "€ #,##0.00"),
    "€ −12": ("-12", "€ #,##0"),
}
WORDS = ["", "<5", "x", "–", "niet aangeleverd door Lefier", "1.2", "12.34", "1.23.456", "0591", "007", "12 van 20", "5-3",
         "2019-T2", "A-2026-3", "1234567890123456", "€", "%", "- 3 -", "1e5", "٣", "31-02-2020", "maart 2026",
         "5 brumaire 2026", "+-3", "12,", ",5"]  # fmt: skip
DAYS = {"05-03-2026": date(2026, 3, 5), "5-3-2026": date(2026, 3, 5), "5 maart 2026": date(2026, 3, 5)}


@pytest.mark.parametrize("text", NUMBERS)
def test_what_is_a_number_on_paper_is_one_in_a_sheet(text: str) -> None:
    value = value_of(text)
    assert (value.number, value.form) == (Decimal(NUMBERS[text][0]), NUMBERS[text][1])


@pytest.mark.parametrize("text", WORDS)
def test_what_is_no_number_stays_the_words_that_it_is(text: str) -> None:
    assert value_of(text) == Value(text)


@pytest.mark.parametrize("text", DAYS)
def test_what_is_a_day_on_paper_is_one_in_a_sheet(text: str) -> None:
    assert value_of(text).day == DAYS[text]


def test_a_day_before_excel_knows_days_stays_words() -> None:
    assert value_of("01-05-1891") == Value("01-05-1891")


def test_a_spreadsheet_reads_the_same_values_back() -> None:
    document = table(("Emmen", "1.234"), ("5 maart 2026", "<5"), ("Totaal", "45 %"), ("0591", "€ 12,50"))
    (cells,) = sheets_of(document)
    assert cells[-4:] == [
        ["Emmen", 1234.0],
        [date(2026, 3, 5), "<5"],
        ["Totaal", 0.45],
        ["0591", 12.5],
    ]
    assert csv_rows(csv_files(document)[0])[-4:] == [
        ["Emmen", "1234"],
        ["5 maart 2026", "<5"],
        ["Totaal", "45%"],
        ["0591", "€ 12,50"],
    ]


@pytest.mark.parametrize("document", [report(2), long_report(8)], ids=["every block", "long"])
def test_every_table_of_a_report_is_there_with_all_its_cells(document: Document) -> None:
    check_tables(document)


@pytest.mark.parametrize(
    "text", ["=1+1", "+SUM(A1)", "-1+1", "@import", '=HYPERLINK("http://kwaad.nl")', "\t=1"]
)
def test_a_text_is_never_computed(text: str) -> None:
    document = plain_report(Table(text, (Column(text), Column("b")), ((text, "1"),), note=text))
    parts = ZipFile(BytesIO(written(document)))
    sheet = parts.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet.lower()
    for row in csv_rows(csv_files(document)[0]):
        assert all(not cell.lstrip().startswith(("=", "+", "-", "@")) for cell in row)


def test_a_dash_alone_is_a_dash() -> None:
    assert csv_rows(csv_files(table(("Emmen", "-"), ("Assen", "–")))[0])[-2:] == [
        ["Emmen", "-"],
        ["Assen", "–"],
    ]


def test_a_sheet_says_what_it_is_above_its_heads_and_below_its_rows() -> None:
    document = replace(table(("Emmen", "12"), note="Klein is <5."), mark=MARK_EXAMPLE, subtitle="2019-T1")
    (cells,) = sheets_of(document)
    assert [row[0] for row in cells] == [
        MARK_EXAMPLE, "Verslag · 2019-T1", "Tabel 1. Proef", "Kern", "Emmen", "", "Klein is <5."
    ]  # fmt: skip
    assert [row[0] for row in csv_rows(csv_files(document)[0])] == [
        MARK_EXAMPLE, "Tabel 1. Proef", "Kern", "Emmen", "Klein is <5."
    ]  # fmt: skip
    sheet = ZipFile(BytesIO(written(document))).read("xl/worksheets/sheet1.xml").decode()
    assert '<pane xSplit="1" ySplit="4" topLeftCell="B5"' in sheet


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("Knelpunten per kern", "1 Knelpunten per kern"),
        ("Wat: [a]/b\\c*d?", "1 Wat a b c d"),
        ("'citaat'", "1 'citaat"),
        ("", "1"),
        ("Aantallen woningen per energielabel", "1 Aantallen woningen per"),
        ("x" * 40, "1 " + "x" * 29),
        ("History", "1 History"),
    ],
)
def test_the_name_of_a_sheet_is_one_that_excel_takes(caption: str, name: str) -> None:
    assert sheet_name(1, caption) == name
    book = CalamineWorkbook.from_filelike(BytesIO(written(table(("a", "1"), caption=caption))))
    assert book.sheet_names == [name]


def test_two_tables_with_one_caption_have_sheets_of_their_own() -> None:
    both = plain_report(
        *(Table("Kernen en wijken in de hele gemeente", TWO, (("a", "1"),)) for _ in range(12))
    )
    names = CalamineWorkbook.from_filelike(BytesIO(written(both))).sheet_names
    assert len({name.lower() for name in names}) == 12
    assert all(len(name) <= 31 for name in names)


def test_a_document_without_tables_says_so() -> None:
    document = plain_report(Paragraph("Geen cijfers."))
    assert csv_files(document) == []
    assert sheets_of(document) == [[["Hierin staan geen tabellen."]]]


def test_the_file_says_what_it_is_and_nothing_of_who_or_what_made_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("USER", "LOGNAME", "USERNAME", "HOSTNAME", "COMPUTERNAME"):
        monkeypatch.setenv(name, "geheimemachine")
    secret = Table("Proef", TWO, (("Emmen", Span("12", source=Source("knelpunt", (), ("0190-sleutel",)))),))
    document = replace(plain_report(secret), author="De Deel", subject="Over 2019", keywords=("huur",))
    for data in (written(document), docx_of(document)):
        parts = ZipFile(BytesIO(data))
        everything = b"".join(parts.read(name) for name in parts.namelist())
        assert b"geheimemachine" not in everything
        assert b"0190-sleutel" not in everything
        facts = parts.read("docProps/core.xml").decode()
        for words in (
            "<dc:title>Verslag</dc:title>",
            "<dc:creator>De Deel</dc:creator>",
            "<dc:subject>Over 2019</dc:subject>",
            "<cp:keywords>huur</cp:keywords>",
            "<dc:language>nl-NL</dc:language>",
            "<cp:lastModifiedBy>huurdersapp</cp:lastModifiedBy>",
            "2026-03-05T13:30:00Z</dcterms:created>",
        ):
            assert words in facts, words
        assert {entry.date_time for entry in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_document_and_moment_give_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "tabellen.xlsx"
    write_xlsx(report(2), path, created=CREATED)
    assert path.read_bytes() == written(report(2)) == written(report(2))


@settings(max_examples=40)
@given(
    cells=st.lists(st.tuples(st.text(max_size=30), st.text(max_size=30)), min_size=1, max_size=5),
    head=st.text(max_size=20),
)
def test_no_text_can_break_a_sheet(cells: list[tuple[str, str]], head: str) -> None:
    document = plain_report(
        Table(f"Proef {head}", (Column(f"a{head}"), Column("b")), tuple(cells), note=f"n{head}")
    )
    assert len(sheets_of(document)) == len(csv_files(document)) == 1


@given(number=st.integers(-(10**9), 10**9))
def test_any_count_in_dutch_is_that_count(number: int) -> None:
    text = f"{number:,}".replace(",", ".")
    assert value_of(text).number == number
    assert value_of(text.replace("-", "−")).in_csv() == str(number)
