"""The own activiteitenoverzicht: what we plan, what came of last year, and what the akkoord asks of us besides."""

from __future__ import annotations

import pytest

from huurdersapp.actions import akkoord, records, verslag
from huurdersapp.actions.context import Context
from huurdersapp.actions.verslagen import overzicht
from huurdersapp.actions.verslagen.opdracht import Opdracht
from huurdersapp.actions.verslagen.trimester import akkoord_for
from huurdersapp.base import i18n, jobs, period
from huurdersapp.reports.document import Chart, KeyFigures, plain
from huurdersapp.reports.eigen_overzicht_values import EigenValues
from huurdersapp.reports.language import money
from tests.actions.conftest import changed, number_of, numbers, shown
from tests.actions.verslagen.getallen import check_numbers, document_of, kept_document, tables
from tests.akkoorden import FOREIGN
from tests.helpers_document import check_reference, words
from tests.reports.long_report import bad_pages
from tests.reports.paper_samples import check_paper, out_of_bounds, pdf_of
from tools.paper_words import page_lines

KIND = "activiteitenoverzicht"
YEARS = ("2020", "2021", "2022", "2023")


def values_of(ctx: Context, code: str) -> EigenValues:
    job = Opdracht(KIND, period.parse(code))
    with ctx.store.reading() as db, i18n.in_dutch():
        return overzicht.eigen_values(ctx, db, akkoord_for(db, job), job)


@pytest.mark.parametrize("kort", [False, True])
@pytest.mark.parametrize("code", YEARS)
def test_every_number_opens_a_list_with_as_many_records(example: Context, code: str, kort: bool) -> None:
    assert check_numbers(example, kept_document(example, KIND, code, kort=kort)) >= (
        1 if code == "2023" else 2
    )


@pytest.mark.parametrize("code", YEARS)
def test_the_amounts_are_those_of_its_activities(example: Context, code: str) -> None:
    made = kept_document(example, KIND, code)
    lines = [
        shown(example, "activiteit", number)
        for number in numbers(example, "activiteit", "partij=1", f"planjaar={code}")
    ]
    amounts = [year["bedrag"] for line in lines for year in line["jaren"] if year["jaar"] == int(code)]
    figures = [
        plain(item.value) for block in made.blocks if isinstance(block, KeyFigures) for item in block.items
    ]
    assert figures[:2] == [str(len(lines)), money(sum(amounts)) if amounts else "–"]
    charts = [block for block in made.blocks if isinstance(block, Chart)]
    if amounts:
        (chart,) = charts
        assert chart.series[0].values[0] == sum(amounts) / 100
        assert chart.labels == tuple(str(int(code) + ahead) for ahead in range(5))
    else:
        assert charts == []


def test_what_was_dropped_costs_nothing(own_example: Context) -> None:
    before = _planned(own_example)
    number = numbers(own_example, "activiteit", "partij=1", "planjaar=2021", "naam=Wijkschouw met bewoners")[
        0
    ]
    changed(own_example, "activiteit", number, status="vervallen")
    assert before == money(2_780_000)
    assert _planned(own_example) == money(2_700_000)


def _planned(ctx: Context) -> str:
    made = document_of(ctx, KIND, "2021")
    return [
        plain(item.value) for block in made.blocks if isinstance(block, KeyFigures) for item in block.items
    ][1]


def test_a_year_without_an_overview_says_so(example: Context) -> None:
    made = verslag.make(example, Opdracht(KIND, period.parse("2023")))
    assert made.empty
    text = words(made.document)
    assert "Er is nog geen eigen overzicht voor 2023. Het wordt verwacht uiterlijk 30 juni 2022." in text
    assert "Er zijn twaalf afspraken in het akkoord" in text


def test_what_came_of_last_year_is_counted_by_the_logbook_where_nobody_filled_it_in(
    own_example: Context,
) -> None:
    def visits() -> str:
        table = tables(document_of(own_example, KIND, "2021"))["Plannen voor 2020 en wat ervan kwam"]
        return next(plain(row[2]) for row in table.rows if plain(row[0]).startswith("Energiebezoeken"))

    assert visits() == "119\u00a0bezoeken"
    number = numbers(own_example, "activiteit", "partij=1", "planjaar=2020", "naam=Energiebezoeken")[0]
    years = shown(own_example, "activiteit", number)["jaren"]
    changed(own_example, "activiteit", number, jaren=[{**years[0], "aantal_gedaan": 117}, *years[1:]])
    assert visits() == "117 bezoeken"  # what the overview says goes first


def test_a_count_that_the_reports_of_that_year_hide_is_not_told(
    example: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = next(
        line
        for line in values_of(example, "2021").overzichten[0].vorig
        if line.regel.naam == "Energiebezoeken"
    )
    source = line.telling.source if line.telling else None
    assert source is not None
    monkeypatch.setattr(overzicht, "hidden_counts", lambda *_args: iter([source]))
    assert "119" not in words(document_of(example, KIND, "2021"))


def test_a_year_that_is_not_over_is_not_counted(example: Context) -> None:
    assert all(line.telling is None for line in values_of(example, "2022").overzichten[0].vorig)


def test_an_afspraak_is_missing_until_an_activity_serves_it(own_example: Context) -> None:
    def missing() -> list[str]:
        return [gat.code for gat in values_of(own_example, "2021").overzichten[0].gaten]

    assert "DU2-A9" in missing()
    assert "DU2-A11" not in missing()
    overview = numbers(own_example, KIND, "jaar=2021", "partij=1")[0]
    task = number_of(own_example, "afspraak", "DU2-A9")
    line = {"naam": "Voorlichting over isolatie", "overzicht": overview, "afspraak": task}
    records.create(own_example, own_example.spec("activiteit"), [line])
    assert "DU2-A9" not in missing()


def test_each_activity_says_which_afspraak_it_serves(example: Context) -> None:
    rows = tables(kept_document(example, KIND, "2021"))["Duurzaamheid: waarvoor en met wie"].rows
    assert [plain(cell) for cell in rows[0]] == [
        "Energiebezoeken", "DU2-A11\u00a0Zetten energiecoaches in", "–", "Loopt",
    ]  # fmt: skip


def test_every_own_organisation_has_its_overview(own_example: Context) -> None:
    changed(own_example, "partij", 2, eigen=True)
    made = verslag.make(own_example, Opdracht(KIND, period.parse("2021")))
    keys = [part.sleutel for part in made.onderdelen]
    assert len(keys) == len(set(keys))
    assert "Stichting Bewonersraad Domesta: Wonen, zorg en welzijn" in words(made.document)
    check_paper(made.document)


def test_a_store_with_an_akkoord_alone_can_be_printed(emmen: Context) -> None:
    made = verslag.make(emmen, Opdracht(KIND, period.parse("2020"), reden_leeg="wij begonnen in september"))
    assert made.empty
    assert "Wij begonnen in september." in words(made.document)
    check_paper(made.document)


def test_another_akkoord_can_be_printed(office: Context) -> None:
    jobs.run(akkoord.load(office, FOREIGN))
    made = verslag.make(office, Opdracht(KIND, period.parse("2024")))
    check_paper(made.document)
    assert "Emmen" not in words(made.document)


@pytest.mark.parametrize("kort", [False, True])
@pytest.mark.parametrize("code", YEARS)
def test_its_pages_are_good_in_every_format(example: Context, code: str, kort: bool) -> None:
    made = kept_document(example, KIND, code, kort=kort, annexes=False)
    data, written = pdf_of(made)
    assert bad_pages(page_lines(data)) == []
    assert out_of_bounds(data) == []
    if code == "2021":
        check_paper(made)
    assert written.pages <= (2 if kort else 8)


def test_all_audiences_read_the_same(example: Context) -> None:
    told = {
        words(kept_document(example, KIND, "2021", publiek=audience))
        for audience in ("bo", "rg", "leden", "openbaar")
    }
    assert len(told) == 1


def test_the_overview_of_2021_reads_as_it_should(example: Context) -> None:
    check_reference(kept_document(example, KIND, "2021"), "voorbeeld-activiteitenoverzicht-2021")
    check_reference(
        kept_document(example, KIND, "2021", kort=True), "voorbeeld-activiteitenoverzicht-2021-kort"
    )
