"""A home in a project: its answer, to which version, once."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from huurdersapp.records.renovatie_tables import Renovatieproject
from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "naam": "Kerkhoflaan 7-A, kamer 2",
    "eenheid": "Flat Kerkhoflaan 1 tot 47",
    "adres": 1,
    "straat": "Kerkhoflaan",
    "huisnummer": 7,
    "toevoeging": "A",
    "postcode": "7822 AP",
    "huurovereenkomst": "kamer 2",
    "trappenhuis": "portiek A",
    "verdieping": 2,
    "deur": 3,
    "instemming": "ja",
    "instemming_op": "2019-05-20",
    "vorm": "akkoordverklaring",
    "formulier": "KL-007",
    "opgehaald_door": "Fatima",
    "versie": 1,
    "vraagt_versie": 1,
    "aangezegd_op": "2019-06-25",
    "rechter_op": None,
    "huurder": "A. Voorbeeld",
    "telefoon": "0591-000007",
    "ondertekend_door": "A. Voorbeeld",
    "peiling": "voor",
    "peiling_op": "2019-05-10",
    "bezwaar": "Wil weten wie de sleutel krijgt.",
    "bezwaar_toestemming": True,
    "contacten": [
        {
            "datum": "2019-05-10",
            "wijze": "deur",
            "uitkomst": "gesproken",
            "door": "Fatima",
            "terug_op": "2019-05-20",
        }
    ],
    "eerder": [],
}
HOME = {"straat": "Dreef", "huisnummer": 1, "eenheid": "Flat"}


@pytest.fixture
def flat(world: World) -> World:
    """A project with two versions, a building of three homes and another building."""
    world.make(
        "renovatieproject",
        titel="Gevels",
        voorstellen=[{"datum": "2019-03-01"}, {"datum": "2019-05-01", "wijziging": "Minder huur"}],
    )
    world.make("bouwkundige_eenheid", naam="Flat", project="Gevels", woningen_totaal=3)
    world.make("bouwkundige_eenheid", naam="Blok", project="Gevels")
    return world


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({"straat": "Dreef", "huisnummer": 1, "toevoeging": "-a"}, "Dreef 1-A"),
        ({"straat": "Dreef", "huisnummer": 1, "huurovereenkomst": "kamer 2"}, "Dreef 1, kamer 2"),
        ({"trappenhuis": "portiek A", "verdieping": 0, "deur": 4}, "portiek A, begane grond, deur 4"),
        ({"verdieping": 3, "deur": 4}, "verdieping 3, deur 4"),
    ],
)
def test_a_home_is_called_by_its_address_or_its_door(flat: World, given: dict[str, Any], name: str) -> None:
    assert flat.make("renovatiewoning", eenheid="Flat", **given).naam == name


def test_an_answer_gets_a_day_and_the_version_of_that_day(flat: World) -> None:
    assert flat.make("renovatiewoning", **HOME, instemming="ja").versie == 2
    early = flat.make(
        "renovatiewoning", **HOME | {"huisnummer": 2}, instemming="nee", instemming_op="2019-04-30"
    )
    assert early.versie == 1


def test_an_answer_that_is_taken_back_takes_its_form_along(flat: World) -> None:
    made = flat.make("renovatiewoning", **HOME, instemming="ja", formulier="7", vorm="akkoordverklaring")
    row = flat.change(made, instemming="niet_benaderd")
    assert (row.instemming_op, row.formulier, row.vorm, row.versie) == (None, None, None, None)


@pytest.mark.parametrize(
    ("given", "places"),
    [
        ({"instemming": "ja", "instemming_op": "2019-02-28"}, ["instemming_op"]),
        ({"instemming": "ja", "instemming_op": "2019-04-30", "vraagt_versie": 2}, ["instemming_op"]),
        ({"instemming": "ja", "instemming_op": "2019-04-30", "versie": 2}, ["instemming_op"]),
        ({"instemming": "ja", "versie": 3}, ["versie"]),
        ({"instemming": "ja", "instemming_op": "2030-01-01"}, ["instemming_op"]),
        ({"instemming": "geen_reactie", "formulier": "7"}, ["formulier"]),
        ({"instemming": "leeg", "huurder": "A. Voorbeeld"}, ["huurder"]),
        ({"bezwaar": "Te duur"}, ["bezwaar"]),
        ({"peiling": "voor"}, ["peiling"]),
        ({"straat": None, "huisnummer": None}, ["straat"]),
    ],
)
def test_what_cannot_be_is_refused(flat: World, given: dict[str, Any], places: list[str]) -> None:
    assert flat.refused("renovatiewoning", {**HOME, **given}) == places


def test_a_form_counts_once(flat: World) -> None:
    flat.make("renovatiewoning", **HOME, instemming="ja", formulier="KL-7")
    again = {**HOME, "huisnummer": 2, "instemming": "ja", "formulier": "kl-7"}
    assert flat.refused("renovatiewoning", again) == ["formulier"]


def test_a_form_of_an_earlier_version_does_not_count_again(flat: World) -> None:
    earlier = {"versie": 1, "instemming": "ja", "vervallen_op": "2019-05-01", "formulier": "KL-7"}
    flat.make("renovatiewoning", **HOME, eerder=[earlier])
    again = {**HOME, "huisnummer": 2, "instemming": "ja", "formulier": "KL-7"}
    assert flat.refused("renovatiewoning", again) == ["formulier"]


def test_a_home_stands_in_one_building_and_once(flat: World) -> None:
    flat.make("renovatiewoning", **HOME)
    assert flat.refused("renovatiewoning", {**HOME, "eenheid": "Blok"}) == ["eenheid"]
    assert flat.refused("renovatiewoning", {**HOME, "straat": "DREEF"}) == ["huurovereenkomst"]
    assert flat.refused("renovatiewoning", {**HOME, "huurovereenkomst": "kamer 2"}) == []


def test_a_door_without_an_address_stands_once_in_a_building(flat: World) -> None:
    door = {"eenheid": "Flat", "verdieping": 3, "deur": 4}
    made = flat.make("renovatiewoning", **door)
    assert flat.refused("renovatiewoning", door) == ["huurovereenkomst"]
    assert flat.refused("renovatiewoning", {**door, "huurovereenkomst": "kamer 2"}) == []
    assert flat.refused("renovatiewoning", {**door, "trappenhuis": "portiek A"}) == []
    assert flat.refused("renovatiewoning", {**door, "eenheid": "Blok"}) == []
    assert flat.refused("renovatiewoning", {"instemming": "ja"}, made) == []


def test_there_are_not_more_answers_than_homes(flat: World) -> None:
    for number in (1, 2, 3):
        flat.make("renovatiewoning", **HOME | {"huisnummer": number}, instemming="ja")
    assert flat.refused("renovatiewoning", {**HOME, "huisnummer": 4, "instemming": "nee"}) == ["instemming"]


def test_there_is_no_answer_without_a_proposal(world: World) -> None:
    world.make("renovatieproject", titel="Dak")
    world.make("bouwkundige_eenheid", naam="Toren", project="Dak")
    home = {"straat": "Dreef", "huisnummer": 1, "eenheid": "Toren", "instemming": "ja"}
    assert world.refused("renovatiewoning", home) == ["instemming"]


def test_nothing_about_people_is_written_in_a_closed_project(flat: World) -> None:
    made = flat.make("renovatiewoning", **HOME, instemming="ja")
    project = flat.db.scalars(select(Renovatieproject)).one()
    flat.change(project, afgesloten_op="2019-06-30")
    assert flat.refused("renovatiewoning", {"huurder": "A. Voorbeeld"}, made) == ["huurder"]
    assert flat.refused("renovatiewoning", {"instemming": "nee"}, made) == ["instemming"]
    other = {**HOME, "huisnummer": 2, "instemming": "ja", "instemming_op": "2019-05-20"}
    assert flat.refused("renovatiewoning", other) == []
    assert flat.refused("renovatiewoning", {**other, "huurder": "A. Voorbeeld"}) == ["huurder"]


def test_a_home_with_a_name_does_not_move_into_a_closed_project(flat: World) -> None:
    flat.make(
        "renovatieproject", titel="Dak", voorstellen=[{"datum": "2019-03-01"}], afgesloten_op="2019-06-30"
    )
    flat.make("bouwkundige_eenheid", naam="Toren", project="Dak")
    made = flat.make("renovatiewoning", **HOME, huurder="A. Voorbeeld")
    assert flat.refused("renovatiewoning", {"eenheid": "Toren"}, made) == ["huurder"]
    flat.change(made, huurder=None)
    assert flat.refused("renovatiewoning", {"eenheid": "Toren"}, made) == []
