"""An adres: a home without a name."""

from __future__ import annotations

from typing import Any

from huurdersapp.records.adres import at_number, known, tidy_addition
from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "postcode": "7822 AP",
    "huisnummer": 14,
    "toevoeging": "A",
    "straat": "Laan van de Marel",
    "plaats": "Emmen",
    "kern": "Emmermeer",
    "complex": "Kerkhoflaan",
    "verhuurder": "Lefier",
    "eenheid": "Blok 3",
    "woningtype": "portiek",
    "bouwjaar": 1974,
    "energielabel": "d",
    "actief": True,
    "bron": "Adressenlijst van Lefier, 1 maart 2019",
}


def test_an_addition_is_kept_in_one_form() -> None:
    forms = {"-a": "A", " a ": "A", "- bis": "BIS", "1": "1", "": None, " - ": None, None: None}
    assert {typed: tidy_addition(typed) for typed in forms} == forms


def test_a_home_is_known_by_postcode_number_and_addition(world: World) -> None:
    for addition in (None, "A", "b"):
        world.make("adres", postcode="7822ap", huisnummer=14, toevoeging=addition)
    found = {addition: known(world.db, "7822 AP", 14, addition) for addition in (None, "A", "b", "C")}
    assert {addition: row and row.nummer for addition, row in found.items()} == {
        None: 1,
        "A": 2,
        "b": 3,
        "C": None,
    }
    assert known(world.db, "7822 AP", 15, None) is None
    assert known(world.db, None, 14, None) is None
    assert [row.toevoeging for row in at_number(world.db, "7822 AP", 14)] == [None, "A", "B"]
    assert world.warned("adres", {"postcode": "7822AP", "huisnummer": 14, "toevoeging": "-a"}) == [
        "huisnummer"
    ]


def test_an_address_is_said_as_people_say_it(world: World) -> None:
    assert world.make("adres", **{**SAMPLE, "kern": None, "complex": None, "verhuurder": None}).naam == (
        "Laan van de Marel 14-A, 7822 AP Emmen"
    )
