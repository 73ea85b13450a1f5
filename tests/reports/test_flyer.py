"""A flyer: one page, large letters, and a code that leads where the words under it say."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import segno
from page import ValidationProfile
from pypdfium2 import PdfDocument

from huurdersapp.base.errors import UserError
from huurdersapp.reports.campagne_values import FlyerValues
from huurdersapp.reports.document import MARK_EXAMPLE, QrCode
from huurdersapp.reports.flyer import flyer_document, write_flyer
from huurdersapp.reports.paper.style import MM
from huurdersapp.reports.qr import QUIET, qr_rows
from huurdersapp.reports.written import Written
from tests.helpers_document import check_reference
from tests.reports.campagne_samples import FLYER
from tests.reports.paper_samples import (
    CREATED,
    docx_of,
    end_of,
    findings,
    overlaps,
    pdf_of,
    plain_report,
    text_of,
)
from tools.paper_words import docx_words, page_lines, pdf_texts, pdf_words

SHORT = FlyerValues("Spreekuur", "Bewonerscommissie De Deel")


def pdf(values: FlyerValues) -> tuple[bytes, Written]:
    stream = BytesIO()
    written = write_flyer(values, stream, created=CREATED)
    return stream.getvalue(), written


def test_the_flyer_reads_as_kept() -> None:
    check_reference(flyer_document(FLYER), "flyer")


@pytest.mark.parametrize(("size", "wide", "high"), [("A4", 210, 297), ("A5", 148, 210)])
def test_the_paper_is_as_large_as_was_asked(size: str, wide: float, high: float) -> None:
    data, written = pdf(replace(FLYER, maat="A4" if size == "A4" else "A5"))
    assert written.pages == 1
    with PdfDocument(data) as shown:
        assert [side / MM for side in shown[0].get_size()] == pytest.approx([wide, high], abs=0.1)


@pytest.mark.parametrize(
    "values",
    [
        FLYER,
        replace(FLYER, maat="A4"),
        replace(FLYER, maat="A4", titel="Onbegrijpelijkheid" * 4, tekst=FLYER.tekst * 3),
        SHORT,
        replace(SHORT, link="https://example.org/" + "pad/" * 30),
        replace(SHORT, contact=("Bel 0591 00 00 00",), tekst="1. eerst\n2. dan"),
        replace(SHORT, wanneer=("w" * 80,), waar=("Brink 1",)),
    ],
    ids=["A5", "A4", "long", "short", "long address", "contact only", "long words"],
)
def test_every_flyer_can_be_read_aloud_kept_and_stays_on_its_page(values: FlyerValues) -> None:
    data, written = pdf(values)
    assert findings(data, ValidationProfile.PDF_UA_1) == []
    assert findings(data, ValidationProfile.PDF_A_2A) == []
    assert written.pages == 1
    assert overlaps(data) == []
    with PdfDocument(data) as shown:
        wide, high = shown[0].get_size()
    for line in page_lines(data)[0]:
        assert 20 < line.x <= end_of(line) < wide - 20
        assert 20 < line.y < high - 10


def test_letters_on_a5_are_never_too_small_to_read() -> None:
    text = "Een zin die laat zien hoe lang een tekst op een flyer mag zijn. "
    for count in (1, 6, 9, 12):
        data, _ = pdf(replace(FLYER, tekst=text * count))
        assert min(line.size for line in page_lines(data)[0] if "zin" in line.text) >= 9.4
    with pytest.raises(UserError) as told:
        pdf(replace(FLYER, tekst=text * 40))
    assert told.value.hint == "Maak de tekst korter, of kies A4."


def test_a_short_flyer_has_larger_letters_than_a_long_one() -> None:
    large, small = (
        max(line.size for line in page_lines(pdf(values)[0])[0])
        for values in (SHORT, replace(FLYER, tekst="Zin. " * 200))
    )
    assert large > 1.3 * small


def test_it_is_heard_in_the_order_in_which_it_is_read() -> None:
    data, _ = pdf(FLYER)
    heard = [(kind, text.strip()) for kind, text in pdf_texts(data) if text.strip()]
    assert ("/H1", "Kom uit de kou") in heard
    assert [text for kind, text in heard if kind == "/H2"] == ["Wanneer", "Waar", "Meld u aan", "Vragen?"]
    assert [text for kind, text in heard if kind == "/LBody"][-1] == "U krijgt folie en ledlampen."


def test_the_code_is_the_one_of_its_address() -> None:
    rows = qr_rows(FLYER.link)
    expected = segno.make_qr(FLYER.link, error="m", boost_error=False)
    assert [list(row) for row in rows] == [[bool(module) for module in row] for row in expected.matrix]


@pytest.mark.parametrize("values", [FLYER, replace(FLYER, maat="A4")], ids=["A5", "A4"])
def test_on_paper_the_code_has_the_same_squares_and_white_around_it(values: FlyerValues) -> None:
    data, _ = pdf(values)
    with pikepdf.open(BytesIO(data)) as shown:
        (figure,) = [
            thing
            for thing in shown.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == pikepdf.Name.Figure
        ]
        assert str(figure.Alt) == f"QR-code van {FLYER.link}"
        left, bottom, right, top = (float(edge) for edge in figure.A.BBox)
    assert (right - left) / MM > 30
    assert seen(data, left, bottom, right, top) == with_white(qr_rows(FLYER.link))


def with_white(rows: tuple[tuple[bool, ...], ...]) -> list[list[bool]]:
    """The code with the white that a telephone needs around it."""
    wide = len(rows) + 2 * QUIET
    empty = [[False] * wide for _ in range(QUIET)]
    return [*empty, *([False] * QUIET + list(row) + [False] * QUIET for row in rows), *empty]


def seen(data: bytes, left: float, bottom: float, right: float, top: float) -> list[list[bool]]:
    """Whether the middle of each square of the drawn code is dark."""
    scale, count = 6.0, len(qr_rows(FLYER.link)) + 2 * QUIET
    with PdfDocument(data) as shown:
        high = shown[0].get_size()[1]
        image = shown[0].render(scale=scale).to_pil().convert("L")
    one = (right - left) / count
    return [
        [
            image.getpixel(
                (round((left + (x + 0.5) * one) * scale), round((high - top + (y + 0.5) * one) * scale))
            )
            < 128
            for x in range(count)
        ]
        for y in range(count)
    ]


def test_the_address_stands_in_words_beside_the_code_as_people_type_it() -> None:
    assert "www.samensterk.example/kou" in text_of(pdf(FLYER)[0])
    assert not any(isinstance(block, QrCode) for block in flyer_document(replace(FLYER, link="")).blocks)


def test_an_address_gets_smaller_letters_before_it_is_broken() -> None:
    address = "www.samensterk.example/energiecoaches"
    shown = [line.text.strip() for line in page_lines(pdf(replace(FLYER, link=f"https://{address}"))[0])[0]]
    assert address in shown


def test_the_word_file_has_the_same_words_and_the_code_as_a_picture_with_words() -> None:
    data = docx_of(flyer_document(FLYER))
    on_paper = [word for word in pdf_words(pdf(FLYER)[0]) if word not in MARK_EXAMPLE.split()]
    assert sorted(docx_words(data)) == sorted(on_paper)
    document = plain_report(QrCode(FLYER.link))
    assert findings(pdf_of(document)[0]) == []
    assert f"QR-code van {FLYER.link}".encode() in main_part(data)


def main_part(data: bytes) -> bytes:
    """The main part of a Word file."""
    from zipfile import ZipFile

    with ZipFile(BytesIO(data)) as archive:
        return archive.read("word/document.xml")


def test_signs_that_the_font_lacks_are_named() -> None:
    assert pdf(replace(SHORT, tekst="Kom 中"))[1].missing_signs == ("U+4E2D (中)",)


@pytest.mark.parametrize(
    "values",
    [
        replace(FLYER, titel=" "),
        replace(FLYER, tekst="Veel te lang. " * 400),
        replace(FLYER, link="https://example.org/" + "x" * 400),
        replace(FLYER, link="https://example.org/" + "x" * 4000),
    ],
    ids=["no title", "too long", "long address", "endless address"],
)
def test_what_cannot_be_printed_is_told_and_nothing_is_written(values: FlyerValues, tmp_path: Path) -> None:
    with pytest.raises(UserError) as told:
        write_flyer(values, tmp_path / "flyer.pdf", created=CREATED)
    assert told.value.hint
    assert list(tmp_path.iterdir()) == []


def test_example_data_carries_its_mark() -> None:
    assert MARK_EXAMPLE in text_of(pdf(FLYER)[0])
    assert MARK_EXAMPLE not in text_of(pdf(replace(FLYER, voorbeeld=False))[0])
