"""Labels lie where the labels of the sheet are, to the tenth of a millimetre."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from page import ValidationProfile

from huurdersapp.base.errors import UserError
from huurdersapp.reports.adres import Adres
from huurdersapp.reports.campagne_values import (
    AANHEF,
    VEL_2_BIJ_7,
    VEL_3_BIJ_8,
    EtikettenValues,
    EtikettenVel,
)
from huurdersapp.reports.document import MARK_EXAMPLE
from huurdersapp.reports.etiketten import label_places, write_etiketten
from huurdersapp.reports.paper.style import MM, PAGE_HEIGHT
from huurdersapp.reports.written import Written
from tests.reports.campagne_samples import ETIKETTEN
from tests.reports.paper_samples import CREATED, end_of, extracted, findings
from tools.paper_words import Shown, page_lines


def pdf(values: EtikettenValues) -> tuple[bytes, Written]:
    stream = BytesIO()
    written = write_etiketten(values, stream, created=CREATED)
    return stream.getvalue(), written


def many(count: int) -> EtikettenValues:
    homes = tuple(Adres("Brink", number, "", "7811AA", "Emmen") for number in range(1, count + 1))
    return replace(ETIKETTEN, adressen=homes)


def test_24_labels_cover_the_width_of_the_sheet() -> None:
    places = label_places(VEL_3_BIJ_8, 25)
    assert [(round(p.links, 2), round(p.boven, 2)) for p in places[:4]] == [
        (0, 0.5),
        (70, 0.5),
        (140, 0.5),
        (0, 37.5),
    ]
    assert (places[23].links, places[23].boven + places[23].hoogte, places[23].blad) == (140, 296.5, 0)
    assert (places[24].links, places[24].boven, places[24].blad) == (0, 0.5, 1)


def test_14_labels_stand_in_the_middle_with_white_between_the_columns() -> None:
    places = label_places(VEL_2_BIJ_7, 14)
    assert [round(p.links, 2) for p in places[:2]] == [4.65, 106.25]
    assert round(places[0].boven, 2) == 15.15
    assert round(297 - places[13].boven - places[13].hoogte, 2) == 15.15


def test_a_sheet_with_its_own_edges_keeps_them() -> None:
    sheet = EtikettenVel(2, 2, 90, 50, links=10, boven=20, tussen_breedte=5, tussen_hoogte=3)
    assert [(p.links, p.boven) for p in label_places(sheet, 4)] == [(10, 20), (105, 20), (10, 73), (105, 73)]


@pytest.mark.parametrize("sheet", [VEL_3_BIJ_8, VEL_2_BIJ_7], ids=["3 x 8", "2 x 7"])
def test_every_line_of_an_address_lies_inside_its_label(sheet: EtikettenVel) -> None:
    values = replace(many(40), vel=sheet, vanaf=3, voorbeeld=True)
    data, written = pdf(values)
    places = label_places(sheet, 40, 3)
    pages = page_lines(data)
    assert written.pages == len(pages) == places[-1].blad + 1
    for number, place in enumerate(places, 1):
        found = [line for line in pages[place.blad] if _inside(line, place.links, place.boven, sheet)]
        assert [line.text.strip() for line in found] == [
            AANHEF,
            f"Brink {number}",
            "7811 AA  EMMEN",
            MARK_EXAMPLE,
        ]
    assert sum(map(len, pages)) == 40 * 4


def _inside(line: Shown, left: float, top: float, sheet: EtikettenVel, edge: float = 4.0) -> bool:
    """Whether a line lies inside a label with so many mm of white around it."""
    x, end = line.x / MM, end_of(line) / MM
    upper = (PAGE_HEIGHT - line.y - line.size) / MM
    lower = (PAGE_HEIGHT - line.y + 0.25 * line.size) / MM
    return (
        left + edge <= x
        and end <= left + sheet.breedte - edge
        and top + edge <= upper
        and lower <= top + sheet.hoogte - edge
    )


def test_a_half_used_sheet_begins_at_its_first_label() -> None:
    data, written = pdf(replace(many(3), vanaf=23))
    first, second = page_lines(data)
    assert written.pages == 2
    assert [line.text.strip() for line in first if "Brink" in line.text] == ["Brink 1", "Brink 2"]
    assert [line.text.strip() for line in second if "Brink" in line.text] == ["Brink 3"]
    assert min(line.x for line in first) / MM == pytest.approx(75, abs=0.1)


def test_no_house_number_is_cut_off_however_long_the_street_is() -> None:
    street = "Burgemeester van Heutszstraat achter het kanaal aan de zuidzijde van het oude dorp"
    data, _ = pdf(
        replace(ETIKETTEN, adressen=(Adres(street, 1234, "bis", "7811AA", "Nieuw-Amsterdam/Veenoord"),))
    )
    (page,) = page_lines(data)
    assert (
        " ".join(extracted(data)[0].split()) == f"{AANHEF} {street} 1234-BIS 7811 AA NIEUW-AMSTERDAM/VEENOORD"
    )
    assert all(_inside(line, 0, 0.5, VEL_3_BIJ_8) for line in page)


@pytest.mark.parametrize(
    "values",
    [
        ETIKETTEN,
        replace(many(100), vel=VEL_2_BIJ_7, voorbeeld=True),
        replace(ETIKETTEN, aanhef="", adressen=(Adres("中" + "w" * 90, 1, "w" * 50, "x" * 90, "Ü" * 90),)),
        replace(many(1), vel=EtikettenVel(27, 2, 100, 11)),
    ],
    ids=["sample", "many", "long words", "small labels"],
)
def test_every_sheet_can_be_read_aloud_and_kept(values: EtikettenValues) -> None:
    data, _ = pdf(values)
    assert findings(data, ValidationProfile.PDF_UA_1) == []
    assert findings(data, ValidationProfile.PDF_A_2A) == []
    assert all(end_of(line) < 210 * MM for page in page_lines(data) for line in page)


def test_signs_that_the_font_lacks_are_named() -> None:
    assert pdf(replace(ETIKETTEN, adressen=(Adres("中", 1),)))[1].missing_signs == ("U+4E2D (中)",)


@pytest.mark.parametrize(
    "values",
    [
        replace(ETIKETTEN, adressen=()),
        replace(ETIKETTEN, vanaf=0),
        replace(ETIKETTEN, vanaf=25),
        replace(ETIKETTEN, vel=EtikettenVel(9, 3)),
        replace(ETIKETTEN, vel=EtikettenVel(2, 2, 90, 50, links=40)),
        replace(ETIKETTEN, vel=EtikettenVel(0, 3)),
        replace(ETIKETTEN, vel=EtikettenVel(8, 3, 70, 4)),
    ],
    ids=["none", "before the first", "after the last", "too many", "too far", "no rows", "too small"],
)
def test_what_cannot_be_printed_is_told_and_nothing_is_written(
    values: EtikettenValues, tmp_path: Path
) -> None:
    with pytest.raises(UserError) as told:
        write_etiketten(values, tmp_path / "etiketten.pdf", created=CREATED)
    assert told.value.hint
    assert list(tmp_path.iterdir()) == []
