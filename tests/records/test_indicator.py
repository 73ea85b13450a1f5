"""An indicator: only measures that can be, with targets that fit."""

from __future__ import annotations

from typing import Any

import pytest

from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "doel": "Woningen gebruiken steeds minder energie.",
    "code": "D1-b",
    "tekst": "Aandeel huurders dat instemt met een renovatie.",
    "herkomst": "voorstel",
    "soort": "aandeel",
    "norm": "minstens",
    "richting": "stand",
    "tijd": "per_jaar",
    "eenheid": "%",
    "prijspeil": 2018,
    "grensbedrag": 59600,
    "klassen": None,
    "hoofd": True,
    "verwijst_naar": None,
    "bron": "Eigen voorstel",
    "definitie": "Instemming per bouwkundige eenheid.",
    "meetwijze": "Telling van de verhuurder.",
    "frequentie": "jaar",
    "verantwoordelijk": "Lefier",
    "nulmeting_waarde": 61.5,
    "nulmeting_jaar": 2018,
    "nulmeting_bron": "Verzonnen",
    "let_op": "Twee projecten ontbreken.",
    "toelichting": "Bij renovatie.",
    "letterlijk": "70% medewerking",
    "twijfel": "Van wie, staat er niet.",
    "volgorde": 2,
    "regel_telt": "instemming",
    "regel_categorieen": None,
    "regel_overlegsoort": None,
    "regel_trefwoorden": "renovatie",
    "streefwaarden": [
        {
            "jaar": 2020,
            "waarde": None,
            "min": 70,
            "max": None,
            "klasse": None,
            "precisie": "project",
            "kern": "Emmermeer",
            "circa": False,
            "toelichting": "Per eenheid.",
        }
    ],
    "partijen": [{"naam": "huurdersorganisaties", "partij": None}],
    "kernen": ["Emmermeer"],
    "afspraken": ["De huurdersorganisaties zetten energiecoaches in."],
    "verwijzingen": [],
    "voorgangers": [],
    "oordelen": [
        {"datum": "2019-05-01", "tot": "2019-12-31", "stand": "achter", "reden": "Eén project telt niet mee."}
    ],
}


@pytest.fixture
def goal(world: World) -> World:
    """A goal to measure."""
    world.make("thema", code="D", naam="Duurzaamheid")
    world.make("doel", thema="D", code="D1", tekst="Minder energie")
    return world


def measure(**values: Any) -> dict[str, Any]:
    return {"doel": "D1", "code": "D1-a", "tekst": "Een maat", "soort": "aantal"} | values


LABELS = {"soort": "klassenverdeling", "norm": "tussen", "tijd": "uiterlijk", "klassen": "A\nB\nC"}


@pytest.mark.parametrize(
    ("given", "places"),
    [
        ({"norm": "minstens", "streefwaarden": [{"min": 4}]}, []),
        ({"norm": "tussen", "streefwaarden": [{"jaar": 2021, "min": 110, "max": 150}]}, []),
        ({"soort": "ja_nee", "norm": "precies", "streefwaarden": [{"waarde": 1}]}, []),
        (LABELS | {"streefwaarden": [{"jaar": 2021, "klasse": "A", "min": 20}]}, []),
        ({"soort": "tekst"}, []),
        ({"soort": "verwijzing", "verwijst_naar": "gemeente"}, []),
        ({"soort": "verwijzing"}, [""]),
        (
            {"soort": "ja_nee", "norm": "precies", "streefwaarden": [{"waarde": 2}]},
            ["streefwaarden.0.waarde"],
        ),
        ({"soort": "ja_nee", "norm": "minstens", "streefwaarden": [{"min": 1}]}, ["", "streefwaarden.0"]),
        ({"norm": "minstens"}, [""]),
        ({"norm": "minstens", "streefwaarden": [{"max": 4}]}, ["streefwaarden.0"]),
        (
            {"norm": "tussen", "streefwaarden": [{"min": 4, "max": 5}, {"jaar": 2020, "min": 9, "max": 5}]},
            ["streefwaarden.1"],
        ),
        ({"soort": "aandeel", "norm": "hoogstens", "streefwaarden": [{"max": 110}]}, ["streefwaarden.0"]),
        (LABELS | {"streefwaarden": [{"jaar": 2021, "klasse": "D", "min": 20}]}, ["streefwaarden.0"]),
        ({"prijspeil": 2018}, [""]),
        ({"soort": "tekst", "regel_telt": "adviezen"}, ["regel_telt"]),
    ],
)
def test_only_measures_that_can_be_are_kept(goal: World, given: dict[str, Any], places: list[str]) -> None:
    assert goal.refused("indicator", measure(**given)) == places


def test_a_target_keeps_its_digits(goal: World) -> None:
    given = measure(soort="aandeel", norm="hoogstens", streefwaarden=[{"max": 19.9}])
    row = goal.make("indicator", **given)
    goal.db.expire_all()
    assert str(goal.lines(row, "streefwaarden")[0].max) == "19.9"


def test_a_measure_does_not_point_at_itself(goal: World) -> None:
    row = goal.make("indicator", **measure())
    assert goal.refused("indicator", {"verwijzingen": ["D1-a"]}, row) == ["verwijzingen.0"]


def test_the_measures_of_a_theme_are_found(goal: World) -> None:
    goal.make("indicator", **measure())
    assert goal.found("indicator", "thema", goal.resolve("thema", "D")) == [1]
