"""An akkoord: who agreed, for which years, and how they work together."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "naam": "Lokaal akkoord Emmen 2019-2024",
    "gemeente": "Emmen",
    "kern": "Emmermeer",
    "van_jaar": 2019,
    "tot_jaar": 2024,
    "geldig": True,
    "cyclus_jaren": 3,
    "voorganger": None,
    "bron": "Lokaal akkoord Emmen 2019-2024",
    "toelichting": "Ondertekend in 2018.",
    "partijen": [
        {
            "partij": "Lefier",
            "rol": "corporaties",
            "ondertekenaar": True,
            "huurders_van": None,
            "toelichting": "Grootste verhuurder.",
        }
    ],
    "kernen": [{"kern": "Emmermeer", "bron": "Beschikbaarheid", "toelichting": "Wijk"}],
    "cyclus": [
        {
            "jaar": 1,
            "fase": "voorbereiding",
            "tekst": "Overzichten maken",
            "voorbeeldjaar": 2018,
            "bron": "Jaaragenda",
            "letterlijk": "Jaar 1 (2018)",
            "twijfel": "De kolommen lopen door elkaar.",
        }
    ],
    "overlegvormen": [
        {
            "sleutel": "bo",
            "naam": "Bestuurlijk overleg",
            "tekst": "Besluit",
            "partijen": "alle partijen",
            "bron": "BO",
        }
    ],
    "diepte": [
        {
            "jaar_van": 1,
            "jaar_tot": 2,
            "precisie": "project",
            "tekst": "Concrete aantallen",
            "bron": "Tweede kwartaal",
        }
    ],
    "bijstelopties": [
        {"sleutel": "doel", "tekst": "Het doel aanpassen", "overleg": "bo", "bron": "Monitoring"}
    ],
    "begrippen": [
        {
            "naam": "Drenthe Huurt",
            "tekst": "Woningaanbod",
            "andere_namen": "Thuiskompas",
            "bron": "Vrijkomend aanbod",
        }
    ],
}


@pytest.mark.parametrize(
    ("given", "places"),
    [
        ({"tot_jaar": 2018}, ["tot_jaar"]),
        ({"cyclus_jaren": 0}, ["cyclus_jaren"]),
        ({"diepte": [{"jaar_van": 3, "jaar_tot": 2, "precisie": "wijk"}]}, ["diepte.0.jaar_tot"]),
        ({"cyclus": [{"jaar": 1, "fase": "evaluatie", "tekst": "x"}] * 2}, ["cyclus.1.jaar"]),
        ({"overlegvormen": [{"sleutel": "bo", "naam": "BO"}] * 2}, ["overlegvormen.1.sleutel"]),
    ],
)
def test_what_cannot_be_is_refused(world: World, given: dict[str, Any], places: list[str]) -> None:
    assert world.refused("akkoord", {"naam": "Emmen", "van_jaar": 2019, "tot_jaar": 2024} | given) == places


def test_an_akkoord_counts_in_its_years_while_it_is_valid(world: World) -> None:
    world.make("akkoord", naam="Emmen", van_jaar=2019, tot_jaar=2024)
    world.make("akkoord", naam="Oud", van_jaar=2019, tot_jaar=2024, geldig=False)
    years = [world.found("akkoord", "geldig_op", date(year, 6, 1)) for year in (2018, 2019, 2024, 2025)]
    assert years == [[], [1], [1], []]
