"""The result for tenants: short, with its margin in fixed words, and the same hidden figures as the full report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from huurdersapp.reports.document import Chart, Document, Heading, Table, plain
from huurdersapp.reports.raadpleging_values import RaadplegingverslagValues, TerugkoppelingValues
from huurdersapp.reports.raadplegingverslag import raadplegingverslag_document
from huurdersapp.reports.terugkoppeling import terugkoppeling_document
from huurdersapp.reports.values import Antwoord, Getal, Populatie, Raadpleging, Selectie, Vraag, VraagSoort
from tests.helpers_document import check_reference, words
from tests.reports.paper_samples import check_paper, pdf_of
from tests.reports.raadpleging_samples import HZD, TERUGKOPPELING

EMPTY = TerugkoppelingValues(HZD, Raadpleging("Avond"), date(2026, 3, 5))


def sheet(item: Raadpleging) -> Document:
    return terugkoppeling_document(replace(EMPTY, raadpleging=item))


def asked(*counts: int, soort: VraagSoort = "keuze", n: int | None = None) -> Raadpleging:
    answers = tuple(Antwoord(f"optie {place}", count) for place, count in enumerate(counts))
    vraag = Vraag("Wat?", soort, n, answers)
    return Raadpleging("Enquête", respons=Getal(n or sum(counts)), vragen=(vraag,))


def test_the_whole_sheet_reads_as_kept() -> None:
    check_reference(terugkoppeling_document(TERUGKOPPELING), "terugkoppeling")


def test_an_evening_with_little_recorded_reads_as_kept() -> None:
    item = replace(asked(12, 3, 4), van=date(2026, 2, 11), selectie="zelfselectie")
    check_reference(sheet(item), "terugkoppeling-kort")


@pytest.mark.parametrize("values", [TERUGKOPPELING, EMPTY], ids=["whole", "empty"])
def test_it_can_be_read_aloud_and_says_the_same_in_word(values: TerugkoppelingValues) -> None:
    assert check_paper(terugkoppeling_document(values)).pages <= 2


@pytest.mark.parametrize(
    ("replies", "people", "chosen", "said"),
    [
        (60, 300, "iedereen", "±11,3 procentpunt (alleen toeval; wie niet antwoordde kan anders denken)"),
        (30, 120, "steekproef", "±15,6 procentpunt (alleen toeval; wie niet antwoordde kan anders denken)"),
        (783, 3500, "iedereen", "±3,1 procentpunt (alleen toeval; wie niet antwoordde kan anders denken)"),
    ],
)
def test_a_margin_stands_in_fixed_words(replies: int, people: int, chosen: Selectie, said: str) -> None:
    item = Raadpleging(
        "Enquête", respons=Getal(replies), populatie=Populatie("huurders", Getal(people)), selectie=chosen
    )
    report = RaadplegingverslagValues(HZD, item, date(2026, 3, 5))
    for document in (sheet(item), raadplegingverslag_document(report)):
        assert said in words(document)
        assert "geen steekproefmarge" not in words(document)


@pytest.mark.parametrize("chosen", ["zelfselectie", None])
def test_who_came_by_himself_has_no_margin(chosen: Selectie | None) -> None:
    item = Raadpleging(
        "Enquête", respons=Getal(783), populatie=Populatie("huurders", Getal(3500)), selectie=chosen
    )
    report = RaadplegingverslagValues(HZD, item, date(2026, 3, 5))
    for document in (sheet(item), raadplegingverslag_document(report)):
        assert "ndicatief, geen steekproefmarge" in words(document)
        assert "±" not in words(document)
    assert "niet voor alle huurders" in words(sheet(item))


def test_below_thirty_answers_there_are_no_percentages() -> None:
    assert "%" not in words(sheet(asked(12, 17)))
    assert "Bij minder dan 30 antwoorden geven wij geen percentages." in words(sheet(asked(12, 17)))
    assert "60,0 %" in words(sheet(asked(12, 18)))


def test_more_answers_allowed_have_no_sum() -> None:
    said = sheet(asked(40, 35, soort="meerkeuze", n=60))
    (table,) = [block for block in said.blocks if isinstance(block, Table)]
    assert table.totals is None
    assert table.note is not None
    assert plain(table.note).startswith("Meer antwoorden mogelijk.")
    assert "telt door afronding" not in words(said)


def test_percentages_that_do_not_make_100_say_so_and_others_do_not() -> None:
    assert "Samen 99,9 %: telt door afronding niet op tot 100." in words(sheet(asked(10, 10, 10)))
    assert "telt door afronding" not in words(sheet(asked(10, 10, 20)))


def test_an_open_vote_is_told_in_full_and_a_secret_one_is_not() -> None:
    open_vote, secret = sheet(replace(asked(25, 3), open_stemming=True)), sheet(asked(25, 9, 3))
    assert "| 3 |" not in words(secret)
    assert "<5" in words(secret)
    assert "<5" not in words(open_vote)
    charts = [
        block for document in (open_vote, secret) for block in document.blocks if isinstance(block, Chart)
    ]
    assert [chart.series[0].values for chart in charts] == [(25, 3), (25, None, None)]
    assert charts[1].shown == (("25", "x", "<5"),)


def test_no_count_is_shown_here_that_the_full_report_hides() -> None:
    item = TERUGKOPPELING.raadpleging
    full = raadplegingverslag_document(RaadplegingverslagValues(HZD, item, date(2026, 3, 5)))
    tables = {block.caption: block for block in full.blocks if isinstance(block, Table)}
    found = [block for block in terugkoppeling_document(TERUGKOPPELING).blocks if isinstance(block, Table)]
    assert len(found) == 2
    assert all(block.rows == tables[block.caption].rows for block in found)


def test_every_chart_has_its_table_and_its_words() -> None:
    blocks = terugkoppeling_document(TERUGKOPPELING).blocks
    for place, chart in enumerate(blocks):
        if isinstance(chart, Chart):
            table = blocks[place + 1]
            assert isinstance(table, Table)
            assert [plain(row[0]) for row in table.rows] == list(chart.labels)
            assert all(label in chart.alternative for label in chart.labels)


def test_sections_without_content_have_no_heading() -> None:
    headings = [block.text for block in terugkoppeling_document(EMPTY).blocks if isinstance(block, Heading)]
    assert headings == ["Wat wij vroegen"]


def test_questions_that_are_left_out_are_told_of() -> None:
    assert "Er was nog één vraag. Die staat in het volledige verslag." in words(
        terugkoppeling_document(TERUGKOPPELING)
    )
    all_of_them = words(terugkoppeling_document(replace(TERUGKOPPELING, vragen=())))
    assert "volledige verslag" not in all_of_them
    assert "Vraag 3." in all_of_them


def test_numbers_know_their_records() -> None:
    places = pdf_of(terugkoppeling_document(TERUGKOPPELING))[1].places
    assert {"1.285 huurders", "285 antwoorden", "121", "142"} <= {place.says for place in places}
    assert all(place.source.kind == "raadpleging" for place in places)
