"""A renovatieproject: its versions, its stage, and what must be gone before it is closed."""

from __future__ import annotations

from typing import Any

import pytest

from huurdersapp.records import ALL
from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "titel": "Groot onderhoud Kerkhoflaan",
    "verhuurder": "Lefier",
    "status": "meting",
    "kern": "Emmermeer",
    "thema": "Duurzaamheid",
    "aanleiding": "De flats worden geïsoleerd.",
    "meting_van": "2019-05-06",
    "meting_tot": "2019-09-30",
    "meting_door": "Een onafhankelijk bureau",
    "afgesproken_percentage": 80,
    "afgesproken_bron": "Brief van 1 april 2019",
    "uitvoering_van": "2020-03-02",
    "uitvoering_tot": "2020-11-27",
    "stand": "De meeste bewoners willen meedoen.",
    "gevraagd": "Een wisselwoning voor wie dat wil.",
    "peiling_aan": True,
    "toelichting": "Begonnen na twee bewonersavonden.",
    "afgesloten_op": None,
    "gewist_op": None,
    "voorstellen": [
        {
            "versie": 1,
            "datum": "2019-05-01",
            "document": "Renovatievoorstel Kerkhoflaan",
            "werk": "Nieuwe gevels en dubbel glas.",
            "huur_per_maand": 2500,
            "huur_toelichting": "Wie geen huurtoeslag krijgt, betaalt dit ook.",
            "sociaal_plan": "vastgesteld",
            "verhuizen": "enkele_dagen",
            "wijziging": None,
            "opnieuw": None,
        }
    ],
    "complexen": ["Kerkhoflaan"],
    "adviezen": ["de renovatie van de Kerkhoflaan"],
    "raadplegingen": ["Renovatie Kerkhoflaan"],
    "campagnes": ["Warm wonen aan de Kerkhoflaan"],
    "afspraken": ["De huurdersorganisaties zetten energiecoaches in."],
}
PROPOSAL = {"datum": "2019-03-01"}


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({}, "voorbereiden"),
        ({"meting_van": "2019-06-01"}, "meting"),
        ({"meting_van": "2019-05-01", "meting_tot": "2019-05-15"}, "uitslag"),
        ({"uitvoering_van": "2019-06-30"}, "uitvoering"),
        ({"uitvoering_van": "2019-03-01", "uitvoering_tot": "2019-06-30"}, "afgerond"),
        ({"status": "gestopt", "meting_van": "2019-06-01"}, "gestopt"),
    ],
)
def test_the_stage_follows_from_the_days(world: World, given: dict[str, Any], status: str) -> None:
    assert world.make("renovatieproject", titel="Gevels", **given).status == status


def test_versions_get_their_number_and_lie_in_the_order_of_their_days(world: World) -> None:
    made = world.make("renovatieproject", titel="Gevels", voorstellen=[PROPOSAL, {"datum": "2019-04-01"}])
    assert [line.versie for line in world.lines(made, "voorstellen")] == [1, 2]
    backwards = [{"datum": "2019-03-01", "versie": 2}, {"datum": "2019-04-01", "versie": 1}]
    assert world.refused("renovatieproject", {"titel": "Dak", "voorstellen": backwards}) == [
        "voorstellen.0.datum"
    ]
    twice = [{**PROPOSAL, "versie": 1}, {"datum": "2019-04-01", "versie": 1}]
    assert "voorstellen.1.versie" in world.refused("renovatieproject", {"titel": "Dak", "voorstellen": twice})


@pytest.mark.parametrize(
    ("given", "places"),
    [
        ({"meting_van": "2019-06-01", "meting_tot": "2019-05-01"}, ["meting_tot"]),
        ({"uitvoering_van": "2019-06-01", "uitvoering_tot": "2019-05-01"}, ["uitvoering_tot"]),
        ({"afgesproken_percentage": 70}, ["afgesproken_percentage"]),
        ({"afgesloten_op": "2030-01-01"}, ["afgesloten_op"]),
    ],
)
def test_days_and_promises_that_cannot_be_are_refused(
    world: World, given: dict[str, Any], places: list[str]
) -> None:
    assert world.refused("renovatieproject", {"titel": "Gevels", **given}) == places


def test_a_peiling_that_is_switched_off_while_it_is_kept_is_told(world: World) -> None:
    project = world.make("renovatieproject", titel="Gevels", peiling_aan=True)
    world.make("bouwkundige_eenheid", naam="Flat", project="Gevels")
    assert world.warned("renovatieproject", {"peiling_aan": False}, project) == []
    assert list(ALL["renovatieproject"].thrown(project)) == []
    home = {"eenheid": "Flat", "straat": "Dreef", "peiling": "voor"}
    for number in (1, 2):
        world.make("renovatiewoning", huisnummer=number, **home).verwijderd = "prullenbak"
    assert world.warned("renovatieproject", {"peiling_aan": False}, project) == ["peiling_aan"]
    assert world.warned("renovatieproject", {"titel": "Gevels en dak"}, project) == []
    (told,) = ALL["renovatieproject"].thrown(project)
    assert told.startswith("Bij 2 woningen blijven namen of peiling bewaard.")
