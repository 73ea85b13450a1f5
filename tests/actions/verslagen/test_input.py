"""The input on the overviews of gemeente and corporaties: what they plan, what we think of it, and what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from huurdersapp.actions import akkoord, records, verslag
from huurdersapp.actions.context import Context
from huurdersapp.actions.verslagen.input import input_values
from huurdersapp.actions.verslagen.opdracht import Opdracht
from huurdersapp.actions.verslagen.trimester import akkoord_for
from huurdersapp.base import i18n, jobs, period
from huurdersapp.reports.document import Source, plain
from huurdersapp.reports.inbreng import key_of
from huurdersapp.reports.input import input_onderdelen, protected
from huurdersapp.reports.input_values import InputValues, Plan
from huurdersapp.reports.overzicht_values import InbrengGrond, InbrengPunt
from tests.actions.conftest import number_of, numbers, shown
from tests.actions.verslagen.getallen import check_numbers, document_of, kept_document, tables
from tests.akkoorden import FOREIGN
from tests.helpers_document import check_reference, words
from tests.reports.long_report import bad_pages
from tests.reports.paper_samples import check_paper, extracted, out_of_bounds, pdf_of
from tools.paper_words import page_lines

YEARS = ("2019", "2020", "2021")


def values_of(ctx: Context, code: str, **more: Any) -> InputValues:
    job = Opdracht("input", period.parse(code), **more)
    with ctx.store.reading() as db, i18n.in_dutch():
        return input_values(ctx, db, akkoord_for(db, job), job)[0]


@pytest.mark.parametrize("kort", [False, True])
@pytest.mark.parametrize("code", YEARS)
def test_every_number_opens_a_list_with_as_many_records(example: Context, code: str, kort: bool) -> None:
    assert check_numbers(example, kept_document(example, "input", code, kort=kort)) >= 3


@pytest.mark.parametrize("code", YEARS)
def test_every_activity_and_every_point_of_the_year_is_in_it(example: Context, code: str) -> None:
    values = values_of(example, code)
    year = int(code) + 1
    assert values.planjaar == year
    theirs = [numbers(example, "activiteit", f"planjaar={year}", f"partij={party}") for party in (4, 5, 6, 7)]
    assert sum(plan.aantal for plan in values.plannen) == sum(map(len, theirs))
    overviews = [
        numbers(example, "activiteitenoverzicht", f"jaar={year}", f"partij={party}") for party in (4, 5, 6, 7)
    ]
    points = [
        each for (number,) in overviews for each in numbers(example, "inbrengpunt", f"overzicht={number}")
    ]
    assert len(values.punten) == len(points)


def test_the_plans_of_the_years_ahead_stand_beside_each_other(example: Context) -> None:
    table = tables(kept_document(example, "input", "2021"))["Domesta: Wonen, zorg en welzijn"]
    assert [column.head for column in table.columns] == ["Activiteit", "2022", "2023", "2024", "2025", "2026"]
    lift = next(row for row in table.rows if plain(row[0]).startswith("Lift"))
    assert [plain(cell) for cell in lift[1:]] == [
        "1 liften; €\u00a0180.000", "1 liften; €\u00a0180.000", "–", "–", "–",
    ]  # fmt: skip


def test_what_is_asked_stands_on_the_first_page_with_its_grounds(example: Context) -> None:
    data, _ = pdf_of(kept_document(example, "input", "2021"))
    first = " ".join(extracted(data)[0].split())
    assert "Wat wij van het BO vragen 1. Domesta: Planning van de modernisering ontbreekt." in first
    assert "Dit steunt op de raadpleging ‘Wijkschouw achterpaden Bargeres’: zeventien antwoorden." in first
    answered = "Woningen nul-op-de-meter: hoeveel in 2022?"
    assert answered not in first  # nobody asks what was answered


def test_an_overview_that_is_not_there_is_told_and_asked_for(own_example: Context) -> None:
    number = numbers(own_example, "activiteitenoverzicht", "jaar=2022", "partij=6")[0]
    records.discard(own_example, own_example.spec("activiteitenoverzicht"), number)
    made = document_of(own_example, "input", "2021")
    text = words(made)
    assert (
        "Overzicht niet aangeleverd door Woonservice Drenthe. Het werd verwacht uiterlijk 30 juni 2021."
        in text
    )
    assert "Wij vragen Woonservice Drenthe om het overzicht voor 2022 aan te leveren." in text
    assert "3 van 4" in text


def test_a_goal_is_missed_until_an_activity_serves_it(own_example: Context) -> None:
    def missed() -> list[str]:
        plans = {plan.naam: plan for plan in values_of(own_example, "2021").plannen}
        return [gat.code for gat in plans["Domesta"].gaten]

    assert "BB5" in missed()
    overview = numbers(own_example, "activiteitenoverzicht", "jaar=2022", "partij=4")[0]
    line = {
        "naam": "Gelijkvloers bouwen",
        "overzicht": overview,
        "afspraak": number_of(own_example, "afspraak", "BB5-A1"),
    }
    (made,) = records.create(own_example, own_example.spec("activiteit"), [line]).records
    assert "BB5" not in missed()
    records.change(own_example, own_example.spec("activiteit"), made["nummer"], {"status": "vervallen"})
    assert "BB5" in missed()  # what was dropped serves nothing


def test_who_has_no_afspraak_under_a_goal_does_not_miss_it(example: Context) -> None:
    plans = {plan.naam: plan for plan in values_of(example, "2021").plannen}
    for name, plan in plans.items():
        for gat in plan.gaten:
            for code in gat.afspraken:
                who = shown(example, "afspraak", number_of(example, "afspraak", code))["partijen"]
                roles = {line["naam"] for line in who}
                assert roles & {name, "corporaties", "gemeente", "alle partijen", "corporatie"} or name.split(
                    " "
                )[0] in str(roles)


def test_points_of_another_meeting_are_left_out_and_those_still_gathered_are_in(example: Context) -> None:
    meeting = numbers(example, "overleg", "soort=bo", "datum=2021-07-09")[0]
    other = numbers(example, "overleg", "soort=bo", "datum=2020-07-10")[0]
    told = [punt.naam for punt in values_of(example, "2021", overleg=meeting).punten]
    assert "Zonwering in De Heidehoek nu al plannen" in told
    assert "Een plek om te ontmoeten in Delftlanden" in told
    told = [punt.naam for punt in values_of(example, "2021", overleg=other).punten]
    assert "Zonwering in De Heidehoek nu al plannen" not in told
    assert "Een plek om te ontmoeten in Delftlanden" in told


def test_earlier_input_says_what_came_of_it(example: Context) -> None:
    rows = tables(kept_document(example, "input", "2021"))["Wat met eerdere inbreng gebeurde"].rows
    assert len(rows) == 10
    told = [plain(row[3]) for row in rows]
    assert "Niet overgenomen (01-09-2020). Woonservice ziet daar de eerste jaren geen plek voor." in told


def _point(name: str, *grounds: InbrengGrond) -> InbrengPunt:
    return InbrengPunt("Wens", name, gronden=grounds)


def _knelpunten(count: int, *keys: str) -> InbrengGrond:
    return InbrengGrond("knelpunt", "vocht", count, Source("knelpunt", (("nummer", ",".join(keys)),), keys))


def test_two_points_that_rest_on_nearly_the_same_reports_do_not_tell_of_the_rest() -> None:
    whole, part = _knelpunten(9, "1", "2", "3"), _knelpunten(7, "1", "2")
    plan = Plan(4, "Domesta", "corporatie", punten=(_point("Alles", whole), _point("Deel", part)))
    values = InputValues(("Wij",), "Akkoord", 2022, (2022,), date(2021, 9, 1), plannen=(plan,))
    counter = protected(values)
    assert not counter.shows(key_of(whole), key_of(part))  # 9 less 7 would be two reports
    apart = replace(
        plan,
        punten=(_point("Alles", _knelpunten(9, "1", "2", "3")), _point("Deel", _knelpunten(7, "4", "5"))),
    )
    counter = protected(replace(values, plannen=(apart,)))
    assert counter.shows(*(key_of(ground) for punt in apart.punten for ground in punt.gronden))


def test_a_small_count_prints_as_less_than_five() -> None:
    plan = Plan(4, "Domesta", "corporatie", punten=(_point("Iets", _knelpunten(3, "1")),))
    values = InputValues(("Wij",), "Akkoord", 2022, (2022,), date(2021, 9, 1), plannen=(plan,))
    for kort in (False, True):
        text = str(input_onderdelen(values, kort))
        assert "minder dan vijf meldingen" in text
        assert "drie meldingen" not in text


def test_who_is_outside_does_not_read_what_a_confidential_raadpleging_is_called(own_example: Context) -> None:
    name = "Wijkschouw achterpaden Bargeres"
    number = numbers(own_example, "raadpleging", f"titel={name}")[0]
    letter = {"soort": "brief", "onderwerp": "Stil", "raadpleging": number, "vertrouwelijk": True}
    records.create(own_example, own_example.spec("brief"), [letter])
    for audience in ("bo", "rg", "leden", "openbaar"):
        text = words(document_of(own_example, "input", "2021", publiek=audience))
        assert (name in text) == (audience in ("bo", "rg"))
        assert "zeventien antwoorden" in text  # the count is the same for everybody


def test_a_store_with_an_akkoord_alone_says_that_there_is_nothing(emmen: Context) -> None:
    made = verslag.make(
        emmen, Opdracht("input", period.parse("2019"), reden_leeg="wij begonnen in september")
    )
    assert made.empty
    text = words(made.document)
    assert "Er is geen activiteitenoverzicht voor 2020 aangeleverd, en er is geen inbreng vastgelegd." in text
    assert "niet aangeleverd door Lefier" in text
    check_paper(made.document)


def test_another_akkoord_has_its_own_parties(office: Context) -> None:
    jobs.run(akkoord.load(office, FOREIGN))
    made = verslag.make(office, Opdracht("input", period.parse("2024")))
    check_paper(made.document)
    assert "Emmen" not in words(made.document)


def test_sentences_that_may_be_taken_over_come_from_our_points(example: Context) -> None:
    parts = {
        part.sleutel: part
        for part in verslag.make(example, Opdracht("input", period.parse("2021"))).onderdelen
    }
    assert parts["partij-4"].voorstel.startswith(
        "Wij steunen: ‘Steun voor een nieuwe lift’. Wij maken bezwaar tegen: ‘Planning van de modernisering ontbreekt’."
    )


@pytest.mark.parametrize("kort", [False, True])
@pytest.mark.parametrize("code", YEARS)
def test_its_pages_are_good_in_every_format(example: Context, code: str, kort: bool) -> None:
    made = kept_document(example, "input", code, kort=kort, annexes=False)
    data, written = pdf_of(made)
    assert bad_pages(page_lines(data)) == []
    assert out_of_bounds(data) == []
    if code == "2021":
        check_paper(made)
    assert written.pages <= (2 if kort else 20)


def test_the_input_of_2021_reads_as_it_should(example: Context) -> None:
    check_reference(kept_document(example, "input", "2021"), "voorbeeld-input-2021")
    check_reference(kept_document(example, "input", "2021", kort=True), "voorbeeld-input-2021-kort")
