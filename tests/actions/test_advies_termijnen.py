"""The clock of a case in words, with what is read from the administration: case, landlord, day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from huurdersapp.actions import advies_termijnen
from huurdersapp.actions.advies_termijnen import as_json, fact_in_words, klok, klokken
from huurdersapp.actions.context import Context
from huurdersapp.base import clock
from huurdersapp.base.errors import UserError
from tests.actions.conftest import Made, changed

CASE = {"onderwerp": "Sloop", "ontvangen_op": "2019-08-01", "termijn_dagen": 42}


def words(ctx: Context, on: date, number: int = 1) -> str:
    return klok(ctx, number, on).words


@pytest.mark.parametrize(
    ("last", "on", "said"),
    [
        ("2026-11-26", "2026-11-22", "nog 4 dagen, uiterlijk donderdag 26 november 2026"),
        ("2026-11-26", "2026-11-25", "nog 1 dag, uiterlijk donderdag 26 november 2026"),
        ("2026-11-26", "2026-11-26", "vandaag is de laatste dag"),
        ("2026-11-26", "2026-11-27", "1 dag te laat"),
        ("2026-11-26", "2026-11-28", "2 dagen te laat"),
        (
            "2026-03-30",
            "2026-03-28",
            "nog 2 dagen, uiterlijk maandag 30 maart 2026",
        ),  # summer time begins on 29 March
        (
            "2026-10-26",
            "2026-10-24",
            "nog 2 dagen, uiterlijk maandag 26 oktober 2026",
        ),  # and ends on 25 October
        ("2024-03-01", "2024-02-28", "nog 2 dagen, uiterlijk vrijdag 1 maart 2024"),  # over a leap day
        ("2023-03-01", "2023-02-28", "nog 1 dag, uiterlijk woensdag 1 maart 2023"),
        ("2027-01-02", "2026-12-30", "nog 3 dagen, uiterlijk zaterdag 2 januari 2027"),
        ("2026-12-31", "2027-01-01", "1 dag te laat"),
    ],
)
def test_the_countdown_in_words(last: str, on: str, said: str) -> None:
    assert advies_termijnen.countdown(date.fromisoformat(last), date.fromisoformat(on)) == said


def test_the_countdown_goes_on_until_the_letter_is_sent(office: Context, made: Made) -> None:
    made("advies", **CASE)
    found = klok(office, 1)
    assert (found.on, found.laatste_dag, found.days_left) == (date(2019, 9, 2), date(2019, 9, 12), 10)
    assert (found.running, found.words) == (True, "nog 10 dagen, uiterlijk donderdag 12 september 2019")
    changed(office, "advies", 1, verstuurd_op="2019-09-01", uitkomst="negatief")
    found = klok(office, 1)
    assert (found.running, found.days_left, found.words) == (
        False,
        None,
        "verstuurd op zondag 1 september 2019",
    )
    assert found.laatste_dag == date(2019, 9, 12)


def test_after_sending_it_says_who_is_to_move(office: Context, made: Made) -> None:
    made("advies", **CASE, uitkomst="negatief", verstuurd_op="2019-08-05", advies_ontvangen_op="2019-08-06")
    assert words(office, date(2019, 8, 20)) == "de verhuurder is aan zet, tot en met dinsdag 20 augustus 2019"
    assert words(office, date(2019, 8, 21)) == "nog geen reactie; de laatste dag was dinsdag 20 augustus 2019"
    found = klok(office, 1)
    assert (found.herinnering, found.ways_on[0].sleutel) == (
        date(2019, 8, 21),
        "herinnering",
    )
    changed(office, "advies", 1, reactie="niet", reactie_op="2019-08-30")
    assert words(office, date(2019, 9, 2)) == "de verhuurder reageerde op vrijdag 30 augustus 2019"
    changed(office, "advies", 1, afgesloten_op="2019-09-01")
    found = klok(office, 1)
    assert (found.words, found.warnings, found.ways_on) == ("afgesloten op zondag 1 september 2019", (), ())


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (
            {"geen_bezwaar_ontvangen_op": "2019-08-20"},
            "de verhuurder mag beginnen sinds dinsdag 20 augustus 2019",
        ),
        ({"reactie": "gevolgd", "verstuurd_op": "2019-08-20"}, "de verhuurder heeft gereageerd"),
        (
            {"uitkomst": "onthouding", "advies_ontvangen_op": "2019-08-20"},
            "de verhuurder kreeg uw brief op dinsdag 20 augustus 2019",
        ),
        ({"ontvangen_op": None}, "de termijn is nog niet te tellen"),
        ({"soort": "ongevraagd"}, "de wet geeft geen termijn voor een ongevraagd advies"),
        ({"soort": "informatie"}, "de verhuurder antwoordt zo spoedig mogelijk; de wet geeft geen dag"),
        (
            {"soort": "agendering"},
            "de verhuurder zet dit op de agenda, of zegt waarom niet; de wet geeft geen dag",
        ),
        ({"soort": "instemming"}, "nog 10 dagen, uiterlijk donderdag 12 september 2019"),
        (
            {"soort": "instemming", "termijn_dagen": None},
            "er loopt geen termijn; zonder uw instemming mag de verhuurder niet beginnen",
        ),
    ],
)
def test_each_kind_and_stage_has_its_words(
    office: Context, made: Made, known: dict[str, Any], said: str
) -> None:
    made("advies", **{**CASE, **known})
    assert klok(office, 1).words == said


def test_nothing_is_too_late_where_consent_is_asked(office: Context, made: Made) -> None:
    made("advies", **CASE, soort="instemming")
    assert words(office, date(2019, 9, 12)) == "vandaag is de laatste dag"
    assert words(office, date(2019, 9, 13)).startswith("er loopt geen termijn;")


def test_the_terms_of_the_landlord_count_but_his_usual_term_is_never_that_of_a_case(
    office: Context, made: Made
) -> None:
    terms = {
        "adviestermijn_dagen": 56,
        "redenen_dagen": 21,
        "wacht_dagen": 7,
        "termijnen_bron": "Overeenkomst",
    }
    made("verhuurder", naam="Bauverein Nordhorn eG", **terms)
    made(
        "advies",
        onderwerp="Sloop",
        verhuurder=1,
        ontvangen_op="2019-07-01",
        advies_ontvangen_op="2019-08-01",
        redenen_ontvangen_op="2019-08-20",
    )
    found = klok(office, 1)
    days = {each.sleutel: each.datum for each in found.termijnen}
    assert days["laatste_dag"] == date(2019, 8, 12)
    assert days["redenen_uiterlijk"] == date(2019, 8, 22)
    assert days["uitvoering_3c"] == date(2019, 8, 27)
    assert found.vrij_vanaf == date(2019, 8, 13)
    assert "De verhuurder gaf geen termijn. De wet geeft minstens zes weken." in found.warnings
    assert found.zin("geen_termijn").startswith("U hebt ons geen termijn gegeven.")
    assert found.zin("standpunt") == ""
    assert found.landlord == "Bauverein Nordhorn eG"
    late = found.dag("redenen_uiterlijk")
    assert late is not None
    assert [fact_in_words(office, fact) for fact in late.feiten] == [
        "Verhuurder ontving ons advies op: donderdag 1 augustus 2019",
        "Termijn voor redenen: 21 dagen (Overeenkomst)",
    ]


def test_a_case_of_a_commissie_is_warned_about_consent(office: Context, made: Made) -> None:
    made("commissie", naam="De Beuk")
    made("advies", **CASE, soort="instemming", commissie=1)
    assert any("bewonerscommissie" in text for text in klok(office, 1).warnings)


def test_open_cases_come_with_the_first_last_day_first_and_those_that_do_not_wait_for_us_last(
    office: Context, made: Made
) -> None:
    made("advies", **CASE, verstuurd_op="2019-08-10")
    made("advies", **{**CASE, "ontvangen_op": "2019-08-20"})
    made("advies", **CASE)
    made("advies", **CASE, afgesloten_op="2019-09-01")
    made("advies", onderwerp="Zonder dag")
    assert [one.number for one in klokken(office)] == [3, 2, 5, 1]
    assert 4 in [one.number for one in klokken(office, date(2019, 8, 31))]


def test_a_case_that_is_not_there_is_told(office: Context) -> None:
    with pytest.raises(UserError, match="Advies 3 is er niet"):
        klok(office, 3)


def test_the_example_is_looked_at_on_its_own_day(example: Context) -> None:
    with clock.fixed(date(2030, 1, 1)):
        found = klokken(example)
    assert found
    assert {one.on for one in found} == {date(2021, 9, 1)}


def test_a_day_as_json_has_five_keys_and_its_facts(office: Context, made: Made) -> None:
    made("advies", **CASE, ontvangen_bewijs="Stempel", geen_bezwaar_ontvangen_op="2019-08-20")
    last, free, _lapsed = (as_json(office, each) for each in klok(office, 1).termijnen)
    assert list(last) == ["sleutel", "datum", "datum_atw", "regel", "feiten"]
    assert last["datum"] == last["datum_atw"] == "2019-09-12"
    assert last["feiten"] == [
        {"veld": "ontvangen_op", "label": "Ontvangen op", "waarde": "2019-08-01", "bewijs": "Stempel"},
        {"veld": "termijn_dagen", "label": "Termijn van de verhuurder", "waarde": 42, "bewijs": None},
    ]
    assert (free["sleutel"], free["datum"]) == ("uitvoering_3a", "2019-08-20")
