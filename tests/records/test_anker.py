"""An anker: a moment that comes every year."""

from __future__ import annotations

from typing import Any

import pytest

from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "akkoord": "Lokaal akkoord Emmen 2019-2024",
    "sleutel": "afspraken_klaar",
    "naam": "Prestatieafspraken afgerond",
    "fase": "voorbereiding",
    "cyclusjaar": 1,
    "soort_datum": "uiterlijk",
    "maand": 11,
    "dag": 15,
    "tot_maand": None,
    "ronde": "najaar",
    "overleg": "rg\nbo",
    "partijen": "alle partijen",
    "tekst": "De afspraken voor het volgende jaar zijn af.",
    "herkomst": "bron",
    "bron": "Derde kwartaal",
    "letterlijk": "Medio november (uiterlijk 15 november)",
    "twijfel": "Staat onder het derde kwartaal.",
    "toelichting": "Niet verzet.",
    "volgorde": 7,
}


@pytest.mark.parametrize(
    ("given", "places"),
    [
        ({}, []),
        ({"maand": 2, "dag": 28}, []),
        ({"maand": 1, "tot_maand": 3}, []),
        ({"soort_datum": "voor"}, ["maand"]),
        ({"dag": 3}, ["maand"]),
        ({"soort_datum": "uiterlijk", "maand": 11}, ["dag"]),
        ({"maand": 2, "dag": 29}, ["dag"]),
        ({"maand": 3, "tot_maand": 1}, ["tot_maand"]),
        ({"maand": 3, "dag": 1, "tot_maand": 4}, ["tot_maand"]),
        ({"maand": 13}, ["maand"]),
    ],
)
def test_a_moment_exists_every_year(world: World, given: dict[str, Any], places: list[str]) -> None:
    world.make("akkoord", naam="Emmen", van_jaar=2019, tot_jaar=2024)
    plain = {"akkoord": "Emmen", "sleutel": "a", "naam": "A", "fase": "evaluatie"}
    assert world.refused("anker", plain | given) == places
