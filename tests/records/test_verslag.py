"""A report: what its writer chose and wrote, and versions that stay as they were."""

from __future__ import annotations

from typing import Any

import pytest

from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "titel": "Wat wij deden in het najaar",
    "soort": "trimester",
    "van": "2018-09-01",
    "tot": "2018-12-31",
    "akkoord": "Lokaal akkoord Emmen 2019-2024",
    "publiek": "bo",
    "vorm": "kort",
    "vergelijken": "vorige",
    "voorblad": True,
    "overleg": "BO 12-02-2019",
    "thema": "Duurzaamheid",
    "kern": "Emmermeer",
    "datum": "2019-01-28",
    "reden_leeg": "Onze secretaris was ziek.",
    "verstuurd_op": "2019-01-29",
    "verstuurd_aan": "Het secretariaat van het BO",
    "toelichting": "Ook besproken in de regiegroep.",
    "delen": [
        {
            "sleutel": "knelpunten",
            "plaats": 2,
            "weg": False,
            "bij": True,
            "kop": "Waar huurders tegenaan liepen",
            "tekst": "Schimmel blijft het **grootste** probleem.",
            "basis": "Er kwamen twaalf knelpunten bij.",
        }
    ],
    "vragen": [
        {
            "tekst": "Wij vragen Lefier om een plan tegen schimmel",
            "toelichting": "Er zijn meer meldingen dan vorig jaar.",
            "uiterlijk": "2019-05-01",
            "partij": "Lefier",
            "herkomst": "knelpunt 1",
            "weg": False,
        }
    ],
    "beelden": [],
    "versies": [],
}
T2 = {"soort": "trimester", "van": "2019-05-01", "tot": "2019-08-31"}


def test_a_report_is_named_after_its_kind_and_period(world: World) -> None:
    assert world.make("verslag", **T2).titel == "Trimesterverslag 2019-T2"
    free = {"soort": "overdracht", "van": "2019-03-01", "tot": "2019-05-31"}
    assert world.make("verslag", **free).titel == "Overdrachtsdossier 2019-03-01 tot 2019-05-31"
    assert world.make("verslag", **T2, titel="Wat wij deden").titel == "Wat wij deden"


@pytest.mark.parametrize(
    ("given", "status"),
    [({}, "concept"), ({"verstuurd_op": "2019-06-30"}, "verstuurd")],
)
def test_the_status_follows_from_the_facts(world: World, given: dict[str, Any], status: str) -> None:
    assert world.make("verslag", **T2, **given).status == status


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"van": "2019-09-01"}, ["tot"]),
        ({"soort": "thema"}, ["thema"]),
        ({"soort": "wijk"}, ["kern"]),
        ({"soort": "stukken"}, ["overleg"]),
    ],
)
def test_a_report_is_about_something(world: World, given: dict[str, Any], wrong: list[str]) -> None:
    assert world.refused("verslag", {**T2, **given}) == wrong


def test_a_part_stands_in_it_once_and_a_question_has_words(world: World) -> None:
    twice = [{"sleutel": "knelpunten"}, {"sleutel": "knelpunten"}]
    assert "delen" in world.refused("verslag", {**T2, "delen": twice})[0]
    assert "vragen" in world.refused("verslag", {**T2, "vragen": [{"toelichting": "Zomaar"}]})[0]
    assert world.refused("verslag", {**T2, "vragen": [{"herkomst": "actiepunt 3", "weg": True}]}) == []


def test_a_version_comes_by_fixing_alone(world: World) -> None:
    typed = {
        "naam": "verslag.pdf",
        "inhoud": "0" * 64,
        "grootte": 1,
        "versie": 1,
        "vastgelegd_op": "2019-09-01T10:00:00",
        "publiek": "bo",
        "tekst": "x",
    }
    assert "versies" in world.refused("verslag", {**T2, "versies": [typed]})[0]
