"""An afspraak: who does what, and what counts for it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "doel": "Woningen gebruiken steeds minder energie.",
    "akkoord": None,
    "code": "D1.3",
    "tekst": "De huurdersorganisaties zetten energiecoaches in.",
    "trefwoord": "achterban",
    "van_jaar": 2019,
    "tot_jaar": 2024,
    "status": "lopend",
    "bron": "Duurzaamheid, de huurdersorganisaties",
    "toelichting": "Begint in Emmerhout.",
    "letterlijk": "zetten energicoaches in",
    "twijfel": "Er staat ‘energicoaches’.",
    "volgorde": 3,
    "regel_telt": "knelpunten_ingebracht",
    "regel_categorieen": "energie_isolatie\nvocht_schimmel",
    "regel_overlegsoort": "rg\nbo",
    "regel_trefwoorden": "energiecoach",
    "partijen": [{"naam": "huurdersorganisaties", "partij": None}],
    "samen_met": [{"naam": "Lefier", "partij": "Lefier"}],
    "kernen": ["Emmermeer"],
    "verwijst_naar": [],
}
PLAIN = {"code": "W1", "tekst": "Elkaar informeren"}


@pytest.mark.parametrize(
    ("given", "places"),
    [
        ({"van_jaar": 2020, "tot_jaar": 2019}, ["tot_jaar"]),
        ({"regel_trefwoorden": "huur"}, ["regel_trefwoorden"]),
        ({"regel_telt": "overleggen", "regel_categorieen": "overlast"}, ["regel_categorieen"]),
        ({"regel_telt": "adviezen", "regel_overlegsoort": "bo"}, ["regel_overlegsoort"]),
        ({"regel_telt": "knelpunten_gemeld", "regel_categorieen": "herrie"}, ["regel_categorieen"]),
        ({"samen_met": [{"naam": "x"}, {"naam": "x"}]}, ["samen_met.1.naam"]),
    ],
)
def test_what_cannot_be_is_refused(world: World, given: dict[str, Any], places: list[str]) -> None:
    assert world.refused("afspraak", PLAIN | given) == places


def test_a_goal_and_an_akkoord_do_not_go_together(world: World) -> None:
    world.make("akkoord", naam="Emmen", van_jaar=2019, tot_jaar=2024)
    world.make("thema", akkoord="Emmen", code="D", naam="Duurzaamheid")
    world.make("doel", thema="D", code="D1", tekst="Minder energie")
    assert world.refused("afspraak", PLAIN | {"doel": "D1", "akkoord": "Emmen"}) == ["akkoord"]


def test_the_afspraken_of_a_theme_are_found(world: World) -> None:
    world.make("thema", code="D", naam="Duurzaamheid")
    world.make("doel", thema="D", code="D1", tekst="Minder energie")
    world.make("afspraak", **PLAIN)
    world.make("afspraak", **PLAIN | {"doel": "D1"})
    assert world.found("afspraak", "thema", world.resolve("thema", "D")) == [2]


def test_an_afspraak_does_not_point_at_itself(world: World) -> None:
    row = world.make("afspraak", **PLAIN)
    assert world.refused("afspraak", {"verwijst_naar": ["W1"]}, row) == ["verwijst_naar.0"]
