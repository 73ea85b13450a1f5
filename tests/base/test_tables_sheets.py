"""Lists in workbooks: xlsx, xls and ods give the same rows of texts as a text file would."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
import xlsxwriter

from huurdersapp.base import jobs
from huurdersapp.base.errors import Stopped
from huurdersapp.base.tables import Table, faults, reading
from tests.base.tables_files import Reader, bare_xlsx, ods, ods_table, packed, xlsx

OLD = Path(__file__).parents[1] / "data" / "ledenlijst.xls"
"""Made by a program for old Excel files: a sheet with one sentence, and a list of five columns below a title."""
FORMATS: dict[type, str] = {
    date: "dd-mm-yyyy",
    datetime: "dd-mm-yyyy hh:mm",
    time: "hh:mm",
    timedelta: "[h]:mm",
}


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    return Reader(tmp_path)


def rows(table: Table) -> list[tuple[int, tuple[str, ...]]]:
    return list(zip(table.lines, table.rows, strict=True))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (14, "14"),
        (-3.0, "-3"),
        (12.5, "12,5"),
        (0.1 + 0.2, "0,3"),
        (1e-7, "0,0000001"),
        (31612345678, "31612345678"),
        (1.5e20, "150000000000000000000"),
        (True, "ja"),
        (False, "nee"),
        (date(2019, 3, 4), "2019-03-04"),
        (datetime.fromisoformat("2019-03-04 13:30"), "2019-03-04 13:30"),
        (datetime.fromisoformat("2019-03-04 13:30:15"), "2019-03-04 13:30:15"),
        (time(9, 5), "09:05"),
        (timedelta(hours=30, minutes=5), "30:05"),
        ("007", "007"),
        ("=1+1", "=1+1"),
        ("  a\r\nb ", "a\nb"),
    ],
)
def test_a_cell_becomes_what_people_would_type(read: Reader, value: object, text: str) -> None:
    assert rows(read(xlsx({"Blad": [["Naam", "Waarde"], ["x", value]]}, FORMATS))) == [(2, ("x", text))]


def test_the_first_sheet_that_looks_like_a_list_is_read(read: Reader) -> None:
    book = xlsx(
        {
            "Uitleg": [["Deze lijst is van mei"]],
            "Leeg": [],
            "Leden": [["Nr", "Naam"], [1, "J"]],
            "Oud": [["Nr", "Naam"], [2, "K"]],
        }
    )
    got = read(book)
    assert (got.sheets, got.sheet, list(got.rows)) == (
        ("Uitleg", "Leeg", "Leden", "Oud"),
        "Leden",
        [("1", "J")],
    )
    assert (got.encoding, got.separator) == (None, None)
    assert list(read(book, sheet="Oud").rows) == [("2", "K")]
    assert read(book, sheet="Uitleg").head == ("Deze lijst is van mei",)
    read.refused(book, "Er staat niets in", sheet="Leeg")
    read.refused(book, "Het blad ‘Weg’ staat niet in dit bestand", sheet="Weg")
    read.refused(xlsx({"Leeg": []}), "Er staat niets in")


def test_a_list_may_stand_anywhere_on_its_sheet(read: Reader) -> None:
    got = read(
        xlsx(
            {
                "Blad": [
                    [],
                    [None, "Lijst"],
                    [],
                    [None, "Nr", "Naam"],
                    [None, 1, "J"],
                    [],
                    [None, 2, "K", None, "los"],
                ]
            }
        )
    )
    assert (got.head, got.head_line) == (("Nr", "Naam", "", ""), 4)
    assert rows(got) == [(5, ("1", "J", "", "")), (7, ("2", "K", "", "los"))]
    assert got.uneven == ()


def test_an_old_workbook_is_read(read: Reader) -> None:
    got = read(OLD.read_bytes())
    assert (got.sheets, got.sheet, got.head_line) == (("Uitleg", "Leden"), "Leden", 3)
    assert got.head == ("Nummer", "Naam", "Geboren", "Bedrag", "Lid")
    assert rows(got) == [
        (4, ("14", "Ünal", "2019-03-04", "12,5", "ja")),
        (5, ("15", "Jansen\nen co", "1950-12-31", "3", "nee")),
    ]


def test_an_open_document_is_read(read: Reader) -> None:
    tables = ods_table("Uitleg", [["Deze lijst is van mei"]])
    tables += ods_table(
        "Leden", [["Nr", "Naam", "Plaats"], ["1", "Ünal &amp; co", ""], [], ["2", "", "Emmen"]]
    )
    got = read(ods(tables))
    assert (got.sheets, got.sheet, got.head) == (("Uitleg", "Leden"), "Leden", ("Nr", "Naam", "Plaats"))
    assert rows(got) == [(2, ("1", "Ünal & co", "")), (4, ("2", "", "Emmen"))]


def test_an_open_document_knows_numbers_days_and_cells_that_stand_more_than_once(read: Reader) -> None:
    cells = [
        '<table:table-cell office:value-type="float" office:value="14"><text:p>14,00</text:p></table:table-cell>',
        '<table:table-cell office:value-type="date" office:date-value="2019-03-04"><text:p>4 mrt</text:p></table:table-cell>',
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAAR</text:p></table:table-cell>',
        '<table:table-cell office:value-type="string" table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell>',
    ]
    head = ods_table("Leden", [["Nr", "Dag", "Lid", "Een", "Twee"]])
    line = f'<table:table-row table:number-rows-repeated="3">{"".join(cells)}</table:table-row>'
    got = read(ods(head.replace("</table:table-row>", f"</table:table-row>{line}", 1)))
    assert rows(got) == [(place, ("14", "2019-03-04", "ja", "x", "x")) for place in (2, 3, 4)]


def test_a_file_is_what_it_is_and_not_what_it_is_called(read: Reader) -> None:
    for name in ("lijst.csv", "lijst.xls", "lijst.ods", "lijst"):
        assert rows(read(xlsx({"B": [["Nr", "Naam"], [1, "J"]]}), name=name)) == [(2, ("1", "J"))]
        assert rows(read("Nr;Naam\n1;J\n", name=name)) == [(2, ("1", "J"))]
        assert len(read(OLD.read_bytes(), name=name).rows) == 2


def test_cells_without_a_place_follow_each_other(read: Reader) -> None:
    cell = '<c t="inlineStr"><is><t>{}</t></is></c>'
    lines = [f"<row>{cell.format(one)}{cell.format(two)}</row>" for one, two in ("ab", "cd")]
    assert rows(read(bare_xlsx("".join(lines)))) == [(2, ("c", "d"))]


def test_a_sheet_that_nobody_sees_is_not_offered(read: Reader) -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet("Leden").write_row(0, 0, ["Nr", "Naam"])
        hidden = book.add_worksheet("Keuzes")
        hidden.write_row(0, 0, ["a", "b"])
        hidden.hide()
        chart = book.add_chart({"type": "pie"})
        chart.add_series({"values": "=Keuzes!$A$1:$B$1"})
        book.add_chartsheet("Grafiek").set_chart(chart)
    assert read(out.getvalue()).sheets == ("Leden",)


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"word/document.xml": "<w/>"}, "brief of verslag"),
        ({"xl/workbook.bin": b"\1\2"}, "Bewaar het in Excel als xlsx"),
        ({"foto.jpg": b"\1\2"}, "ingepakt bestand"),
        ({"content.xml": "<a/>", "word/document.xml": "<w/>"}, "brief of verslag"),
    ],
)
def test_another_packed_file_is_told_by_its_kind(read: Reader, parts: dict[str, str], words: str) -> None:
    read.refused(packed(parts), words)


def test_a_long_sheet_tells_how_far_it_is_and_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "lijst.xlsx"
    path.write_bytes(xlsx({"B": [["Nr", "Naam"], *([row, "J"] for row in range(12_000))]}))
    steps: list[jobs.Progress] = []
    assert len(jobs.run(reading(path), steps.append).rows) == 12_000
    assert {step.text for step in steps} == {"Lijst bekijken", "Lijst openen", "Lijst lezen"}
    assert [step.done for step in steps if step.text == "Lijst lezen"] == [5_000, 10_000]
    seen: list[jobs.Progress] = []
    with pytest.raises(Stopped):
        jobs.run(reading(path), seen.append, stop=lambda: seen[-1].text == "Lijst lezen")
    assert seen[-1].done == 5_000


def test_a_sheet_may_be_so_large_and_no_larger(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faults, "MOST_ROWS", 200)
    book: dict[str, list[list[object]]] = {"B": [["Nr", "Naam"], *([row, "J"] for row in range(200))]}
    assert len(read(xlsx(book)).rows) == 200
    book["B"].append([200, "K"])
    read.refused(xlsx(book), "meer dan 200 rijen")
    monkeypatch.setattr(faults, "MOST_CELLS", 300)
    read.refused(xlsx({"B": [["Nr", "Naam"], *([row, "J"] for row in range(150))]}), "te breed")
    read.refused(ods(ods_table("B", [["x"] * 50 for _row in range(7)])), "te breed")
