"""The year agenda on paper: the list, and the whole year on one page."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Literal

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page import ValidationProfile
from pypdfium2 import PdfDocument

from huurdersapp.records.jaaragenda import Stage
from huurdersapp.records.jaaragenda_vorm import MEETING, Jaar, Moment, Strip
from huurdersapp.reports.document import MARK_EXAMPLE
from huurdersapp.reports.jaaragenda import jaaragenda_document
from huurdersapp.reports.jaaragenda_vel import LEAST, write_jaaragenda_vel
from huurdersapp.reports.paper.style import MM
from tests.helpers_document import check_reference, words
from tests.reports.agenda_samples import EXAMPLE, MOMENTS, STRIP, YEAR, crowded, single, spring
from tests.reports.paper_samples import CREATED, docx_of, end_of, findings, overlaps, pdf_of, text_of
from tools.paper_words import docx_words, page_lines, pdf_texts, pdf_words

Maat = Literal["A4", "A3"]
SIZES: tuple[Maat, ...] = ("A4", "A3")


def sheet(jaar: Jaar, maat: Maat = "A4") -> bytes:
    stream = BytesIO()
    written = write_jaaragenda_vel(jaar, stream, created=CREATED, maat=maat)
    assert written.pages == 1
    assert written.missing_signs == ()
    return stream.getvalue()


def letters(data: bytes) -> list[float]:
    """The sizes of all letters on the page."""
    return [line.size for line in page_lines(data)[0]]


def said(data: bytes) -> str:
    return " ".join(" ".join(text for _kind, text in pdf_texts(data)).split())


def test_the_list_reads_as_kept() -> None:
    check_reference(jaaragenda_document(EXAMPLE), "jaaragenda")


def test_an_empty_year_says_so() -> None:
    told = words(jaaragenda_document(replace(YEAR, strips=(), moments=())))
    assert "Er is dit jaar geen akkoord." in told
    assert "Er staat dit jaar niets in de agenda." in told


def test_the_list_can_be_read_aloud_and_kept_and_word_says_the_same() -> None:
    document = jaaragenda_document(EXAMPLE)
    data, _written = pdf_of(document)
    assert findings(data, ValidationProfile.PDF_UA_1) == []
    assert findings(data, ValidationProfile.PDF_A_2A) == []
    assert "De dag blijft dezelfde." in text_of(data)
    assert pdf_words(data) == docx_words(docx_of(document))


def test_the_summer_is_called_an_estimate_until_it_was_looked_up() -> None:
    assert "schatting en niet nagezocht" in words(jaaragenda_document(YEAR))
    assert "schatting" not in words(jaaragenda_document(replace(YEAR, summer_checked=True)))


@pytest.mark.parametrize("maat", SIZES)
@pytest.mark.parametrize(
    "jaar",
    [YEAR, EXAMPLE, crowded(60), crowded(400), replace(YEAR, moments=(), strips=(), organisation="")],
    ids=["own", "example", "60", "400", "empty"],
)
def test_the_year_stands_on_one_page_that_can_be_read_aloud_and_kept(jaar: Jaar, maat: Maat) -> None:
    data = sheet(jaar, maat)
    assert findings(data, ValidationProfile.PDF_UA_1) == []
    assert findings(data, ValidationProfile.PDF_A_2A) == []
    assert overlaps(data) == []
    assert min(letters(data)) >= LEAST - 0.01
    with PdfDocument(data) as shown:
        wide, high = shown[0].get_size()
    assert (wide / MM, high / MM) == pytest.approx((297, 210) if maat == "A4" else (420, 297), abs=0.1)
    for line in page_lines(data)[0]:
        assert 20 < line.x <= end_of(line) < wide - 20
        assert 20 < line.y < high - 20


def test_a3_has_larger_letters_than_a4() -> None:
    assert max(letters(sheet(YEAR, "A3"))) >= max(letters(sheet(YEAR)))
    assert sorted(letters(sheet(crowded(40), "A3")))[5] > 1.2 * sorted(letters(sheet(crowded(40))))[5]


def test_sixty_moments_are_on_a3_all_and_on_a4_as_many_as_fit() -> None:
    large = said(sheet(crowded(60), "A3"))
    assert "alleen in de lijst" not in large
    assert all(f"Overleg {number} over" in large for number in range(1, 61))


@pytest.mark.parametrize("maat", SIZES)
def test_what_finds_no_room_is_counted_and_nothing_else_is_missing(maat: Maat) -> None:
    text = said(sheet(crowded(400), maat))
    shown = sum(f"Overleg {number} over" in text for number in range(1, 401))
    assert f"{400 - shown} momenten staan alleen in de lijst van de jaaragenda." in text
    assert shown >= 36


def test_what_was_left_out_leaves_nothing_behind_for_who_listens() -> None:
    assert re.search(rb"/S/P/P \d+ 0 R/Pg", sheet(crowded(400)))
    assert not re.search(rb"/S/P/P \d+ 0 R/K\[\]", sheet(crowded(400)))


def test_the_three_years_stand_beside_each_other_as_heads_of_columns() -> None:
    texts = pdf_texts(sheet(YEAR))
    heads = [text.strip() for kind, text in texts if kind == "/TH" and text.strip()]
    assert heads[:5] == [
        "Maand",
        "Voorbereiding van 2022",
        "Uitvoering van 2021",
        "Evaluatie van 2020",
        "Overleg, wet en eigen",
    ]
    assert heads[5:] == [
        "Januari", "Februari", "Maart", "April", "Mei", "Juni", "Juli", "Augustus", "September", "Oktober",
        "November", "December", "Hele jaar",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "expected",
    [
        "vóór 1 maart: Verantwoording van de kostenvergoeding",
        "25: RG en BO maart",
        "20: Prestatieafspraken afgerond (verzet)",
        "RvC's en portefeuillehouder (gaat niet door)",
        "uiterlijk 1: Volkshuisvestingsverslag (gedaan)",
        "31: Overleg Lefier",
        "Overzicht van de gemeente",
        "Stand van 4 januari 2021.",
    ],
)
def test_the_page_says(expected: str) -> None:
    assert expected in said(sheet(YEAR))


def test_the_days_of_a_round_are_named_and_an_overleg_has_its_day_once() -> None:
    met = (spring(date(2021, 3, 5), 1), spring(date(2021, 3, 12), 2))
    both = replace(
        single("a", "RG en BO", met[0].day, met[1].day), meetings=met, whole_months=False, state="gedaan"
    )
    board = replace(single("b", "BO 12-05-2021", date(2021, 5, 12)), kind=MEETING, aims=(), state="gedaan")
    text = said(sheet(replace(YEAR, moments=(both, board))))
    assert "5 en 12: RG en BO (gedaan)" in text
    assert "12: BO " in text
    assert "12-05-2021" not in text


def bars(data: bytes) -> int:
    """How many areas have the colour of a bar."""
    with pikepdf.open(BytesIO(data)) as shown:
        colours = [
            tuple(round(float(part) * 255) for part in item.operands)
            for item in pikepdf.parse_content_stream(shown.pages[0])
            if str(item.operator) == "rg"
        ]
    return colours.count((0xA9, 0xCB, 0xEA))


def test_a_period_of_some_months_is_drawn_as_a_bar_too() -> None:
    period = single("a", "Overzichten", date(2021, 3, 1), date(2021, 6, 30), "voorbereiding", 2022)
    inside = single("b", "Inbreng", date(2021, 5, 1), date(2021, 7, 31), "voorbereiding", 2022)
    data = sheet(replace(YEAR, moments=(*MOMENTS, period, inside)))
    assert bars(sheet(YEAR)) == 0
    assert bars(data) == 2
    assert "t/m juni: Overzichten" in said(data)
    many = tuple(replace(period, key=str(number)) for number in range(20))
    assert bars(sheet(replace(YEAR, moments=many))) == 6


def test_the_example_is_marked_on_the_page() -> None:
    assert MARK_EXAMPLE in said(sheet(EXAMPLE))
    assert MARK_EXAMPLE not in said(sheet(YEAR))


def test_days_at_the_edge_of_the_year_stand_in_it_with_their_year() -> None:
    early = single("a", "Vroeg", date(2020, 12, 31))
    late = replace(single("b", "Laat", date(2022, 1, 3)), moved=True)
    text = said(sheet(replace(YEAR, moments=(early, late))))
    assert "31 december 2020: Vroeg" in text
    assert "3 januari 2022: Laat (verzet)" in text


@pytest.mark.parametrize("years", [1, 2, 5, 10])
def test_a_cycle_of_any_length_has_its_columns(years: int) -> None:
    stages = tuple(
        Stage(number, "voorbereiding" if number == 1 else "uitvoering", 2023 - number, True)
        for number in range(1, years + 1)
    )
    data = sheet(replace(YEAR, strips=(Strip(1, "Elders", stages),)), "A3")
    assert findings(data) == []
    assert sum("van 20" in text for kind, text in pdf_texts(data) if kind == "/TH") == years


moments = st.builds(
    single,
    st.uuids().map(str),
    st.text(st.characters(codec="latin-1", categories=["L", "N", "P", "Zs"]), min_size=1, max_size=120),
    st.dates(date(2021, 1, 1), date(2021, 12, 31)),
    phase=st.sampled_from(("voorbereiding", "uitvoering", "evaluatie")),
    goal=st.integers(2019, 2023),
)


@settings(max_examples=25)
@given(st.lists(moments, max_size=80), st.sampled_from(SIZES))
def test_whatever_stands_in_it_the_page_stays_one(made: list[Moment], maat: Maat) -> None:
    stream = BytesIO()
    jaar = replace(YEAR, moments=tuple(made), strips=(STRIP,))
    assert write_jaaragenda_vel(jaar, stream, created=CREATED, maat=maat).pages == 1
    data = stream.getvalue()
    with PdfDocument(data) as shown:
        assert len(shown) == 1
    assert all(line.y > 20 for line in page_lines(data)[0])


def test_the_same_year_and_moment_give_the_same_bytes() -> None:
    assert sheet(EXAMPLE) == sheet(EXAMPLE)
    assert len(MOMENTS) == 10
