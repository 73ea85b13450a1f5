"""The papers about overviews: planned beside realised, who agreed what, input with its grounds, a visie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from huurdersapp.reports.activiteitenoverzicht import overzicht_document
from huurdersapp.reports.document import Document, Table, plain
from huurdersapp.reports.inbreng import inbreng_document
from huurdersapp.reports.overzicht_values import InbrengGrond, InbrengPunt
from huurdersapp.reports.prestatieafspraken import RIGHT, prestatieafspraken_document
from huurdersapp.reports.visie import visie_document
from tests.helpers_document import check_reference, words
from tests.reports.overzicht_samples import AFSPRAKEN, INBRENG, OVERZICHT, SOURCE, VISIE
from tests.reports.paper_samples import (
    check_paper,
    extracted,
    out_of_bounds,
    pdf_of,
)

PAPERS: dict[str, Callable[[], Document]] = {
    "activiteitenoverzicht": lambda: overzicht_document(OVERZICHT),
    "prestatieafspraken": lambda: prestatieafspraken_document(AFSPRAKEN),
    "inbreng": lambda: inbreng_document(INBRENG),
    "visie": lambda: visie_document(VISIE),
}


def rows(document: Document, caption: str) -> list[list[str]]:
    """The cells of a table."""
    (table,) = (block for block in document.blocks if isinstance(block, Table) and block.caption == caption)
    return [[plain(cell).replace("\u00a0", " ") for cell in row] for row in table.rows]


@pytest.mark.parametrize("name", PAPERS)
def test_each_paper_reads_as_kept(name: str) -> None:
    check_reference(PAPERS[name](), name)


def test_what_was_planned_stands_beside_what_came_of_it() -> None:
    assert rows(overzicht_document(OVERZICHT), "Duurzaamheid: gepland en gehaald") == [
        ["Energiebezoeken (Kerkhoflaan, Emmermeer), samen met gemeente", "2020", "60 bezoeken", "42 bezoeken",
         "€ 1.500", "€ 1.250,50"],
        ["Energiebezoeken (Kerkhoflaan, Emmermeer), samen met gemeente", "2021", "80 bezoeken", "–", "€ 2.000", "–"],
        ["Spreekuren", "2022", "12,5 spreekuren", "–", "–", "–"],
    ]  # fmt: skip


def test_a_name_opens_its_record() -> None:
    (first, *_rest) = (block for block in overzicht_document(OVERZICHT).blocks if isinstance(block, Table))
    assert getattr(first.rows[0][0], "source", None) == SOURCE


def test_the_agreements_look_three_years_ahead_and_tell_who_gave_none() -> None:
    document = prestatieafspraken_document(AFSPRAKEN)
    assert rows(document, "Huurdersvereniging De Linde: Duurzaamheid") == [
        ["Energiebezoeken (Kerkhoflaan, Emmermeer), samen met gemeente",
         "60 bezoeken; € 1.500; gehaald 42; besteed € 1.250,50", "80 bezoeken; € 2.000", "–", "–"]
    ]  # fmt: skip
    said = words(document)
    assert "Niet aangeleverd. Het overzicht werd verwacht op 30 juni 2019." in said
    assert "Van Lefier staat nog niets in de prestatieafspraken." in said
    assert RIGHT in said


def test_counts_of_few_people_are_hidden_and_no_title_of_a_knelpunt_is_printed() -> None:
    said = words(inbreng_document(INBRENG))
    assert "de raadpleging ‘Renovatie’: 43 antwoorden" in said
    assert "knelpunten over vocht en schimmel: minder dan vijf meldingen" in said
    open_ = replace(INBRENG, small=replace(INBRENG.small, active=False))
    assert "drie meldingen" in words(inbreng_document(open_))


def test_a_raadpleging_with_too_few_answers_gives_no_number_wherever_it_stands() -> None:
    few = InbrengGrond("raadpleging", "Renovatie", 2, SOURCE)
    point = InbrengPunt("Vraag", "Wat nu?", gronden=(few,))
    values = replace(INBRENG, partijen=(("Lefier", (point,)), ("Domesta", (point,))))
    assert words(inbreng_document(values)).count("minder dan vijf antwoorden") == 2


def test_who_took_part_in_a_visie_is_not_given_away_by_the_total() -> None:
    (table, _parts) = (block for block in visie_document(VISIE).blocks if isinstance(block, Table))
    assert [plain(row[2]) for row in table.rows] == ["x", "<5", "niet geteld"]
    assert table.totals is not None
    assert plain(table.totals[2]) == "46"


def test_the_own_part_of_the_costs_is_told_apart() -> None:
    said = words(visie_document(VISIE))
    assert "Kosten samen € 3.450,50, waarvan ons deel € 450,50." in said


@pytest.mark.parametrize("name", PAPERS)
def test_each_paper_is_a_good_pdf_with_the_words_of_word(name: str) -> None:
    check_paper(PAPERS[name]())


def test_a_table_of_many_lines_goes_on_with_its_names_on_the_next_page() -> None:
    line = OVERZICHT.themas[0].regels[0]
    theme = replace(OVERZICHT.themas[0], regels=(line,) * 60)
    data, written = pdf_of(overzicht_document(replace(OVERZICHT, themas=(theme,))))
    assert written.pages > 3
    assert all("Energiebezoeken" in page and "Gehaald" in page for page in extracted(data)[:9])
    assert out_of_bounds(data) == []
