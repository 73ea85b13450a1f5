"""A raadpleging: counts are kept as told and asked about; the status follows from the facts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from huurdersapp.base import clock
from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "titel": "Renovatie Kerkhoflaan",
    "doel": "Ons advies over de renovatie onderbouwen.",
    "vraag": "Wat vindt u van het renovatieplan?",
    "start_op": "2019-03-01",
    "sluit_op": "2019-03-22",
    "thema": "Duurzaamheid",
    "verhuurder": "Lefier",
    "overleg": "BO 12-02-2019",
    "populatie_omschrijving": "Alle huurders van de Kerkhoflaan",
    "populatie_aantal": 40,
    "populatie_bron": "Adressenlijst van Lefier",
    "populatie_peildatum": "2019-02-15",
    "uitsluitingen": "Twee woningen stonden leeg.",
    "selectie": "allen",
    "anonimiteit": "naar_keuze",
    "open_stemming": False,
    "respons_totaal": 31,
    "samenstelling": "Weinig jongeren.",
    "aanwezigen": 12,
    "organisaties_aanwezig": "Lefier",
    "inleveren": "Brievenbus van de recreatieruimte",
    "groepen": [{"naam": "65 jaar en ouder", "indeling": "leeftijd", "aantal": 20, "respons": 18}],
    "conclusies": "De meeste huurders willen de renovatie.",
    "minderheid": "Enkelen willen eerst de huurprijs weten.",
    "beperkingen": "De uitslag zegt niets over andere complexen.",
    "vastgesteld_op": "2019-04-02",
    "vastgesteld_door": "Bestuur",
    "terugkoppeling_op": "2019-04-10",
    "terugkoppeling_hoe": "Brief",
    "terugkoppeling_aan": "Alle huurders van het complex",
    "methoden": [{"methode": "enquete", "toelichting": "Op papier en online"}],
    "kanalen": [
        {
            "kanaal": "brief",
            "uitgenodigd": 40,
            "bereikt": 40,
            "respons": 21,
            "respons_gedeeltelijk": 1,
            "toelichting": "Met retourenvelop",
        },
        {
            "kanaal": "online",
            "uitgenodigd": 40,
            "bereikt": 30,
            "respons": 10,
            "respons_gedeeltelijk": 0,
            "toelichting": "Code in de brief",
        },
    ],
    "vragen": [
        {
            "tekst": "Bent u voor het plan?",
            "soort": "ja_nee",
            "beantwoord_door": 30,
            "toelichting": "Eén formulier was leeg.",
            "opties": [{"tekst": "Ja", "aantal": 22}, {"tekst": "Nee", "aantal": 8}],
        },
        {
            "tekst": "Wat wilt u ons meegeven?",
            "soort": "open",
            "beantwoord_door": 12,
            "toelichting": "Vooral over de huurprijs.",
            "opties": [],
        },
    ],
    "citaten": [{"tekst": "Eindelijk geen tocht meer.", "mag_in_rapport": True}],
    "afspraken": ["De huurdersorganisaties zetten energiecoaches in."],
    "complexen": ["Kerkhoflaan"],
    "kernen": ["Emmermeer"],
}


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({}, "voorbereiden"),
        ({"start_op": "2019-07-02"}, "voorbereiden"),
        ({"start_op": "2019-07-01"}, "loopt"),
        ({"start_op": "2019-06-01", "sluit_op": "2019-07-01", "respons_totaal": 4}, "loopt"),
        ({"start_op": "2019-06-01", "sluit_op": "2019-06-30"}, "uitslag"),
        ({"start_op": "2019-06-01", "respons_totaal": 0}, "uitslag"),
        ({"start_op": "2019-06-01", "terugkoppeling_op": "2019-06-20"}, "teruggekoppeld"),
        ({"start_op": "2019-06-01", "status": "uitslag"}, "uitslag"),
    ],
)
def test_the_status_follows_from_the_facts_unless_it_is_given(
    world: World, given: dict[str, Any], status: str
) -> None:
    assert world.make("raadpleging", titel="Huurbeleid", **given).status == status


def test_a_chosen_status_stays_until_a_fact_changes(world: World) -> None:
    row = world.make("raadpleging", titel="Huurbeleid", start_op="2019-06-01", status="uitslag")
    assert world.change(row, titel="Huurprijs").status == "uitslag"
    assert world.change(row, terugkoppeling_op="2019-06-20").status == "teruggekoppeld"


def test_with_time_it_begins_and_closes(world: World) -> None:
    row = world.make("raadpleging", titel="Huurbeleid", start_op="2019-08-01", sluit_op="2019-08-20")
    for day, status in (("2019-08-02", "loopt"), ("2019-08-21", "uitslag")):
        with clock.fixed(date.fromisoformat(day)):
            assert world.change(row, doel=f"op {day}").status == status


CHANNELS = [
    {"kanaal": "brief", "respons": 78},
    {"kanaal": "online", "respons": 206, "respons_gedeeltelijk": 3},
]


@pytest.mark.parametrize(
    ("given", "places"),
    [
        ({"kanalen": CHANNELS, "respons_totaal": 285}, ["respons_totaal"]),
        ({"kanalen": CHANNELS, "respons_totaal": 284}, []),
        ({"kanalen": CHANNELS, "respons_totaal": 287}, []),
        ({"kanalen": [{"kanaal": "brief"}], "respons_totaal": 285}, []),
        (
            {"kanalen": [{"kanaal": "brief", "uitgenodigd": 10, "respons": 10, "respons_gedeeltelijk": 1}]},
            ["kanalen.0.respons"],
        ),
        ({"kanalen": [{"kanaal": "brief", "uitgenodigd": 10, "bereikt": 11}]}, ["kanalen.0.bereikt"]),
        ({"respons_totaal": 41, "populatie_aantal": 40}, ["respons_totaal"]),
        (
            {"respons_totaal": 4, "vragen": [{"tekst": "?", "beantwoord_door": 5}]},
            ["vragen.0.beantwoord_door"],
        ),
    ],
)
def test_counts_that_do_not_agree_are_asked_about_and_kept(
    world: World, given: dict[str, Any], places: list[str]
) -> None:
    assert world.warned("raadpleging", {"titel": "Huurbeleid"} | given) == places
    row = world.make("raadpleging", titel="Huurbeleid", **given)
    assert row.respons_totaal == given.get("respons_totaal")


@pytest.mark.parametrize(
    ("soort", "counts", "places"),
    [
        ("ja_nee", [6, 4], []),
        ("keuze", [6, 3], ["vragen.0.opties"]),
        ("schaal", [6, 5], ["vragen.0.opties"]),
        ("keuze", [6, None], []),
        ("meer_keuzes", [9, 9], []),
        ("meer_keuzes", [11, 9], ["vragen.0.opties.0.aantal"]),
    ],
)
def test_answers_to_one_question_add_up_to_those_who_answered(
    world: World, soort: str, counts: list[int | None], places: list[str]
) -> None:
    options = [{"tekst": f"optie {number}", "aantal": number} for number in counts]
    question = {"tekst": "?", "soort": soort, "beantwoord_door": 10, "opties": options}
    assert world.warned("raadpleging", {"titel": "Huurbeleid", "vragen": [question]}) == places


@pytest.mark.parametrize(
    ("given", "places"),
    [
        ({"start_op": "2019-06-02", "sluit_op": "2019-06-01"}, ["sluit_op"]),
        ({"respons_totaal": -1}, ["respons_totaal"]),
        ({"kanalen": [{"kanaal": "brief", "uitgenodigd": -1}]}, ["kanalen.0.uitgenodigd"]),
        (
            {"vragen": [{"tekst": "?", "opties": [{"tekst": "ja", "aantal": -1}]}]},
            ["vragen.0.opties.0.aantal"],
        ),
        ({"terugkoppeling_op": "2019-07-02"}, ["terugkoppeling_op"]),
        ({"methoden": [{"methode": "panel"}, {"methode": "panel"}]}, ["methoden.1.methode"]),
    ],
)
def test_what_cannot_be_is_refused(world: World, given: dict[str, Any], places: list[str]) -> None:
    assert world.refused("raadpleging", {"titel": "Huurbeleid"} | given) == places


def test_warnings_do_not_keep_the_status_from_being_filled(world: World) -> None:
    row = world.make("raadpleging", titel="x", start_op="2019-06-01", kanalen=CHANNELS, respons_totaal=9)
    assert row.status == "uitslag"


def test_raadplegingen_are_found_by_when_they_were_held_and_run(world: World) -> None:
    world.make("raadpleging", titel="a", start_op="2019-04-01", sluit_op="2019-05-10")
    world.make("raadpleging", titel="b", start_op="2019-04-30", respons_totaal=4)
    world.make("raadpleging", titel="c", start_op="2019-04-30")
    april, may = (date(2019, 4, 1), date(2019, 4, 30)), (date(2019, 5, 1), date(2019, 5, 31))
    assert world.found("raadpleging", "gehouden_in", april) == [2, 3]
    assert world.found("raadpleging", "gehouden_in", may) == [1]
    assert world.found("raadpleging", "loopt_op", date(2019, 5, 10)) == [1, 3]
    assert world.found("raadpleging", "loopt_op", date(2019, 5, 11)) == [3]


def test_those_who_still_wait_to_hear_are_found(world: World) -> None:
    world.make("raadpleging", titel="a", start_op="2019-04-01", sluit_op="2019-05-10")
    world.make(
        "raadpleging", titel="b", start_op="2019-04-01", sluit_op="2019-05-10", terugkoppeling_op="2019-05-20"
    )
    assert world.found("raadpleging", "terugkoppeling_open_op", date(2019, 5, 10)) == []
    assert world.found("raadpleging", "terugkoppeling_open_op", date(2019, 5, 19)) == [1, 2]
    assert world.found("raadpleging", "terugkoppeling_open_op", date(2019, 5, 20)) == [1]


def test_the_raadplegingen_for_an_afspraak_are_found(world: World) -> None:
    world.make("afspraak", code="W1", tekst="Elkaar informeren")
    world.make("raadpleging", titel="a", afspraken=["W1"])
    world.make("raadpleging", titel="b")
    assert world.found("raadpleging", "afspraak", world.resolve("afspraak", "W1")) == [1]
