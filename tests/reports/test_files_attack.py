"""The files of the reports of a year, read as others read them: none tells more than the document that was protected.

So whoever has them all, T1 to T3 and the year, short and full, knows no more than the reader of the documents, on whom
`test_small_numbers_years` tries what he can work out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import docx
import pikepdf
import pytest

from huurdersapp.reports.document import Block, Chart, Document
from huurdersapp.reports.rapport import rapport_document
from huurdersapp.reports.small_numbers import Protected
from huurdersapp.reports.trimester import trimester_kader, trimester_onderdelen
from huurdersapp.reports.trimester_jaar import year_protected
from huurdersapp.reports.trimester_values import TrimesterValues
from huurdersapp.reports.trimester_vergelijking import Eerder
from tests.reports.files_read import files_of, grids, more_than_told
from tests.reports.jaar_samples import PARTS, days, world

BESIDE = {"T2": ("T1",), "T3": ("T2", "T1")}
"""The reports that another one has a column of."""
KEPT = ("raadpleging", "knelpunt", "energiebezoek", "campagne")


@cache
def reports(seed: int, size: int) -> tuple[dict[str, TrimesterValues], dict[str, Protected]]:
    first = days("T1").first
    made = {
        part: replace(values, sinds=dict.fromkeys(KEPT, first))
        for part, values in world(seed, size, size).reports().items()
    }
    return made, year_protected(made)


def document(part: str, kort: bool, seed: int = 7, size: int = 26) -> Document:
    """The report of one period as it goes to the writers, beside earlier ones where there are any."""
    values, shown = reports(seed, size)
    before = [Eerder(values[other], shown[other]) for other in BESIDE.get(part, ())]
    parts = trimester_onderdelen(values[part], kort, shown[part], before)
    return rapport_document(trimester_kader(values[part], kort), parts)


@pytest.mark.parametrize("kort", [False, True], ids=["volledig", "kort"])
@pytest.mark.parametrize("part", PARTS)
def test_no_file_tells_a_number_that_the_document_does_not(part: str, kort: bool) -> None:
    made = document(part, kort)
    assert kort or any(cell in ("<5", "x") for table in grids(made) for row in table for cell in row)
    assert more_than_told(made, files_of(made)) == {}


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(40))
def test_no_file_of_very_many_years_tells_a_number_that_the_document_does_not(seed: int) -> None:
    for part in PARTS:
        for kort in (False, True):
            made = document(part, kort, seed, seed + 4)
            assert more_than_told(made, files_of(made)) == {}


@pytest.mark.parametrize("part", BESIDE)
@pytest.mark.parametrize("kort", [False, True], ids=["volledig", "kort"])
def test_a_column_of_an_earlier_period_says_what_its_own_report_says(part: str, kort: bool) -> None:
    """Row by row; what the own report says in another place it may leave out here, so a dash is no other number."""
    (table,) = figures(document(part, kort))
    for place, other in enumerate(BESIDE[part], 2):
        (own,) = figures(document(other, kort))
        assert len(own) == len(table) > 3
        for row, before in zip(table, own, strict=True):
            assert row[0] == before[0]
            assert row[place] in (before[1], "–")
        assert any(row[place] not in ("0", "–") for row in table)


def figures(made: Document) -> list[list[list[str]]]:
    return [table for table in grids(made) if table[0][0] in ("Achterbanraadplegingen", "Nieuwe knelpunten")]


def leaking(made: Document, change: Callable[[Chart], Chart]) -> Document:
    """The document with another drawing in the place of its first."""
    place, chart = next((at, block) for at, block in enumerate(made.blocks) if isinstance(block, Chart))
    blocks: tuple[Block, ...] = (*made.blocks[:place], change(chart), *made.blocks[place + 1 :])
    return replace(made, blocks=blocks)


def with_label(chart: Chart) -> Chart:
    return replace(chart, labels=(f"{chart.labels[0]} 3", *chart.labels[1:]))


def with_alternative(chart: Chart) -> Chart:
    return replace(chart, alternative=f"{chart.alternative} Weiteveen: 3 individueel.")


def with_caption(chart: Chart) -> Chart:
    return replace(chart, caption=f"{chart.caption} (3)")


@pytest.mark.parametrize(
    ("change", "endings"),
    [
        (with_label, {"pdf", "html"}),
        (with_alternative, {"pdf", "docx", "html"}),
        (with_caption, {"pdf", "docx", "html"}),
    ],
)
def test_a_drawing_that_tells_too_much_is_found(change: Callable[[Chart], Chart], endings: set[str]) -> None:
    """Were the attack blind, this would fail. A drawing in Word is a picture: what it says is its alternative."""
    made = document("Y", kort=False)
    assert set(more_than_told(made, files_of(leaking(made, change)))) == endings


def word_property(data: bytes) -> bytes:
    out, word = BytesIO(), docx.Document(BytesIO(data))
    word.core_properties.comments = "Weiteveen 3"
    word.save(out)
    return out.getvalue()


def hidden_in(name: str, before: bytes, what: bytes) -> Callable[[bytes], bytes]:
    """The same file with something more in one of its parts, before the last of these words."""

    def change(data: bytes) -> bytes:
        out = BytesIO()
        with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
            for each in old.namelist():
                part = old.read(each)
                if each == name:
                    start, found, end = part.rpartition(before)
                    assert found
                    part = start + what + found + end
                new.writestr(each, part)
        return out.getvalue()

    return change


def pdf_property(data: bytes) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.docinfo["/Keywords"] = "Weiteveen 3"
        pdf.save(out)
    return out.getvalue()


def in_page(data: bytes) -> bytes:
    return data.replace(b"<table", b'<table data-individueel="3"', 1)


def in_cell(data: bytes) -> bytes:
    """A number in a cell that had none."""
    return data.replace(b";x\r\n", b";7\r\n", 1).replace(b";<5\r\n", b";3\r\n", 1)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("docx", word_property),
        (
            "docx",
            hidden_in("word/document.xml", b"</w:p>", b"<w:r><w:rPr><w:vanish/></w:rPr><w:t>3</w:t></w:r>"),
        ),
        ("xlsx", hidden_in("xl/worksheets/sheet3.xml", b"</row>", b'<c r="ZZ1"><v>3</v></c>')),
        (
            "xlsx",
            hidden_in(
                "docProps/core.xml", b"</cp:coreProperties>", b"<cp:category>Weiteveen 3</cp:category>"
            ),
        ),
        ("pdf", pdf_property),
        ("html", in_page),
        ("csv", in_cell),
    ],
)
def test_a_file_that_tells_too_much_is_found(name: str, change: Callable[[bytes], bytes]) -> None:
    made = document("Y", kort=False)
    files = files_of(made)
    (chosen, data) = next(
        (each, data)
        for each, data in files.items()
        if each.endswith(name) and (name != "csv" or b"<5\r\n" in data)
    )
    changed = change(data)
    assert changed != data
    assert set(more_than_told(made, {**files, chosen: changed})) == {chosen}
