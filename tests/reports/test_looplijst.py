"""The list to walk with: every home once, in order, with boxes and without names."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from page import ValidationProfile

from huurdersapp.reports.adres import Adres
from huurdersapp.reports.campagne_values import LooplijstValues
from huurdersapp.reports.document import MARK_EXAMPLE, TICK, Heading, Table, plain
from huurdersapp.reports.looplijst import looplijst_document
from tests.helpers_document import check_reference, words
from tests.reports.campagne_samples import HOMES, LOOPLIJST
from tests.reports.paper_samples import docx_of, extracted, findings, out_of_bounds, overlaps, pdf_of
from tools.paper_words import docx_words, pdf_words


def tables(values: LooplijstValues) -> list[Table]:
    return [block for block in looplijst_document(values).blocks if isinstance(block, Table)]


def test_the_list_reads_as_kept() -> None:
    check_reference(looplijst_document(LOOPLIJST), "looplijst")


def test_odd_and_even_numbers_stand_apart_each_in_order_of_walking() -> None:
    shown = {table.caption: [plain(row[0]) for row in table.rows] for table in tables(LOOPLIJST)}
    assert shown == {
        "Laan van de Iemenhees, even nummers": ["2", "4", "6", "8"],
        "Brink, oneven nummers": ["1", "3", "7", "7-2", "7-10", "7-A", "7-B", "7-BIS"],
        "Brink, even nummers": ["2", "10"],
    }


def test_streets_that_nobody_ordered_come_by_name() -> None:
    heads = [
        block.text
        for block in looplijst_document(replace(LOOPLIJST, straten=())).blocks
        if isinstance(block, Heading)
    ]
    assert heads == ["Brink", "Laan van de Iemenhees"]


def test_two_streets_of_one_name_in_two_places_are_not_one_street() -> None:
    homes = (Adres("Brink", 1, plaats="Emmen"), Adres("Brink", 1, plaats="Sleen"), Adres("", 5))
    heads = [
        block.text
        for block in looplijst_document(LooplijstValues("x", homes)).blocks
        if isinstance(block, Heading)
    ]
    assert heads == ["Zonder straat", "Brink, Emmen", "Brink, Sleen"]


def test_each_home_has_a_box_for_every_answer_and_each_street_its_total() -> None:
    made = tables(LOOPLIJST)
    assert sum(len(table.rows) for table in made) == len(HOMES)
    assert all(row[-4:] == (TICK,) * 4 for table in made for row in table.rows)
    assert [plain(table.totals[0]) for table in made if table.totals] == ["Samen 4", "Samen 8", "Samen 2"]
    assert "Brink: 10 woningen. Hoe vaak was het:" in words(looplijst_document(LOOPLIJST))


def test_a_postcode_is_only_shown_where_a_street_has_more_than_one() -> None:
    assert [len(table.columns) for table in tables(LOOPLIJST)] == [6, 5, 5]


def test_the_head_with_the_street_returns_on_every_page() -> None:
    homes = tuple(Adres("Kerkhoflaan", number, "", "7811 AA", "Emmen") for number in range(1, 301))
    data, written = pdf_of(looplijst_document(LooplijstValues("Kom uit de kou", homes)))
    *pages, last = [" ".join(page.split()) for page in extracted(data)]
    assert written.pages > 5
    assert "Wat viel op?" in last
    assert all("Kerkhoflaan, oneven" in page or "Kerkhoflaan, even" in page for page in pages)
    assert all("Niet thuis" in page for page in pages)


@pytest.mark.parametrize(
    "values",
    [
        LOOPLIJST,
        replace(LOOPLIJST, adressen=()),
        replace(LOOPLIJST, adressen=HOMES[:1], vinkjes=("Ja",), loper="", datum=None),
        LooplijstValues(
            "Campagne" * 30,
            (Adres("Burgemeester" * 12 + "straat", 99_999, "bis" * 12, "7811AA", "Emmen" * 20),),
        ),
    ],
    ids=["sample", "no homes", "one home", "long words"],
)
def test_every_list_can_be_read_aloud_kept_and_stays_on_its_page(values: LooplijstValues) -> None:
    data, written = pdf_of(looplijst_document(values))
    assert findings(data, ValidationProfile.PDF_UA_1) == []
    assert findings(data, ValidationProfile.PDF_A_2A) == []
    assert out_of_bounds(data) == []
    assert overlaps(data) == []
    assert written.missing_signs == ()


def test_the_word_file_says_the_same_with_a_sign_for_each_box() -> None:
    document = looplijst_document(LOOPLIJST)
    in_word = docx_words(docx_of(document))
    assert in_word.count("□") == 4 * len(HOMES)  # what our font would show for the sign of a box
    assert [word for word in in_word if word != "□"] == pdf_words(pdf_of(document)[0])


def test_on_paper_each_box_is_drawn_and_heard() -> None:
    data, _ = pdf_of(looplijst_document(LOOPLIJST))
    with pikepdf.open(BytesIO(data)) as shown:
        boxes = [
            thing
            for thing in shown.objects
            if isinstance(thing, pikepdf.Dictionary) and str(thing.get("/ActualText", "")) == TICK
        ]
    assert len(boxes) == 4 * len(HOMES)
    assert all(box.P.S == pikepdf.Name.TD for box in boxes)


def test_example_data_carries_its_mark() -> None:
    assert looplijst_document(LOOPLIJST).mark == MARK_EXAMPLE
    assert looplijst_document(replace(LOOPLIJST, voorbeeld=False)).mark is None
