"""A partij: an organisation and what it owns."""

from __future__ import annotations

from typing import Any

from huurdersapp.records.partij import SPEC
from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "naam": "Lefier",
    "korte_naam": "LEF",
    "soort": "corporatie",
    "eigen": False,
    "andere_namen": "Stichting Lefier",
    "actief": True,
    "plaats": "Emmen",
    "website": "www.voorbeeld.invalid",
    "toelichting": "Verhuurt in de hele gemeente.",
    "accounthouder": "B. Voorbeeld",
    "contact_naam": "C. Voorbeeld",
    "contact_telefoon": "0591-000001",
    "contact_email": "lefier@voorbeeld.invalid",
    "contact_adres": "Verzonnenweg 2\n7811 AB Emmen",
    "daeb_bezit": [
        {"jaar": 2018, "kern": None, "aantal_woningen": 9000, "bron": "Verzonnen"},
        {"jaar": 2019, "aantal_woningen": 8950, "bron": "Verzonnen"},
    ],
}


def test_the_homes_of_a_year_are_said_once(world: World) -> None:
    twice = [{"jaar": 2019, "aantal_woningen": 10}, {"jaar": 2019, "aantal_woningen": 11}]
    assert world.refused("partij", SAMPLE | {"daeb_bezit": twice}) == ["daeb_bezit.1.jaar"]


def test_a_party_is_not_ours_and_takes_part_unless_said_otherwise(world: World) -> None:
    row = world.make("partij", naam="Sedna", soort="zorg_welzijn")
    assert (row.eigen, row.actief) == (False, True)


def test_the_people_of_a_party_can_be_erased_apart() -> None:
    assert SPEC.personal() == (
        "accounthouder",
        "contact_naam",
        "contact_telefoon",
        "contact_email",
        "contact_adres",
    )
