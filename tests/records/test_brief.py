"""A letter in the register: its status follows from what happened with it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "richting": "uit",
    "registernummer": "2019-001",
    "soort": "advies",
    "datum": "2019-04-12",
    "onderwerp": "Ons advies over de Kerkhoflaan",
    "verhuurder": "Lefier",
    "partij": "Lefier",
    "commissie": "Bewonerscommissie Kerkhoflaan",
    "aan": "Het bestuur",
    "namens": "Lefier",
    "advies": "de renovatie van de Kerkhoflaan",
    "raadpleging": "Renovatie Kerkhoflaan",
    "overleg": "BO 12-02-2019",
    "antwoord_op": None,
    "eenheid": "Flat Kerkhoflaan 1 tot 47",
    "behandelaar": "Voorzitter",
    "ons_kenmerk": "HF-2019-03",
    "hun_kenmerk": "LEF/2019/17",
    "vertrouwelijk": False,
    "tekst": "Ons advies is positief, onder voorwaarden.",
    "ontvangen_op": None,
    "verstuurd_op": "2019-04-12",
    "verstuurd_wijze": "post",
    "verstuurd_bewijs": "Bewijs van verzending in de map",
    "aangekomen_op": "2019-04-15",
    "aangekomen_bewijs": "Bericht van ontvangst",
    "antwoord_voor": "2019-04-29",
    "beantwoord_op": "2019-04-29",
    "toelichting": "Ook per e-mail gestuurd.",
    "versies": [],
    "delen": [{"sleutel": "slot", "tekst": "Wij horen graag van u.", "basis": "Tot ziens."}],
}


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({}, "concept"),
        ({"verstuurd_op": "2019-03-12"}, "verstuurd"),
        ({"verstuurd_op": "2019-03-12", "aangekomen_op": "2019-03-13"}, "aangekomen"),
        ({"verstuurd_op": "2019-03-12", "beantwoord_op": "2019-03-20"}, "beantwoord"),
        ({"richting": "binnen", "ontvangen_op": "2019-03-12"}, "binnengekomen"),
        ({"richting": "binnen", "beantwoord_op": "2019-03-12"}, "beantwoord"),
    ],
)
def test_the_status_follows_from_the_facts(world: World, given: dict[str, Any], status: str) -> None:
    assert world.make("brief", onderwerp="Huurbeleid", **given).status == status


@pytest.mark.parametrize(
    ("given", "number"),
    [
        ({}, None),
        ({"datum": "2019-03-12"}, None),
        ({"verstuurd_op": "2019-03-12"}, "2019-001"),
        ({"richting": "binnen", "ontvangen_op": "2018-12-31"}, "2018-001"),
        ({"richting": "binnen", "datum": "2018-12-31"}, "2018-001"),
        ({"datum": "2018-12-31", "verstuurd_op": "2019-01-02"}, "2019-001"),
        ({"registernummer": "2017-031"}, "2017-031"),
    ],
)
def test_a_letter_gets_its_number_when_it_comes_in_or_goes_out(
    world: World, given: dict[str, Any], number: str | None
) -> None:
    assert world.make("brief", onderwerp="Huurbeleid", **given).registernummer == number


def test_in_and_out_share_the_numbers_of_a_year_and_each_year_begins_again(world: World) -> None:
    days = ["2019-03-01", "2018-05-01", "2019-04-01", "2020-01-01"]
    made = [
        world.make("brief", onderwerp="x", richting="binnen", ontvangen_op=day)
        if place % 2
        else world.make("brief", onderwerp="x", verstuurd_op=day)
        for place, day in enumerate(days)
    ]
    assert [row.registernummer for row in made] == ["2019-001", "2018-001", "2019-002", "2020-001"]


def test_the_number_goes_on_after_the_highest_that_was_given(world: World) -> None:
    world.make("brief", onderwerp="x", registernummer="2019-999")
    assert world.make("brief", onderwerp="x", verstuurd_op="2019-03-01").registernummer == "2019-1000"
    assert world.make("brief", onderwerp="x", verstuurd_op="2019-03-01").registernummer == "2019-1001"


def test_the_number_of_a_letter_that_was_thrown_away_is_not_given_again(world: World) -> None:
    row = world.make("brief", onderwerp="x", verstuurd_op="2019-03-01")
    row.verwijderd = "prullenbak"
    assert world.make("brief", onderwerp="x", verstuurd_op="2019-03-01").registernummer == "2019-002"


def test_a_number_never_changes_whatever_happens_to_the_letter(world: World) -> None:
    row = world.make("brief", onderwerp="x", verstuurd_op="2019-03-01")
    assert world.refused("brief", {"registernummer": "2019-007"}, row) == ["registernummer"]
    assert world.refused("brief", {"registernummer": None}, row) == ["registernummer"]
    world.change(row, verstuurd_op="2020-03-01", richting="binnen")
    assert row.registernummer == "2019-001"
    world.change(row, verstuurd_op=None, richting="uit")
    assert row.registernummer == "2019-001"


@pytest.mark.parametrize("number", ["14", "2019-14", "2019/014", "19-014", "2019-014a"])
def test_a_number_in_another_form_is_refused(world: World, number: str) -> None:
    assert world.refused("brief", {"onderwerp": "x", "registernummer": number}) == ["registernummer"]


def test_a_number_that_was_given_already_is_refused(world: World) -> None:
    world.make("brief", onderwerp="x", registernummer="2019-014")
    assert world.refused("brief", {"onderwerp": "x", "registernummer": "2019-014"}) == ["registernummer"]


def test_a_version_cannot_be_typed(world: World) -> None:
    typed = {"versie": 1, "naam": "x.pdf", "inhoud": "a" * 64, "tekst": "x", "vastgelegd_op": "2019-03-01"}
    assert "versies" in world.refused("brief", {"onderwerp": "x", "versies": [typed]})[0]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"datum": "2019-03-12", "verstuurd_op": "2019-03-11"}, "verstuurd_op"),
        ({"verstuurd_op": "2019-03-12", "aangekomen_op": "2019-03-11"}, "aangekomen_op"),
        ({"verstuurd_op": "2019-03-12", "beantwoord_op": "2019-03-11"}, "beantwoord_op"),
        ({"datum": "2019-03-12", "ontvangen_op": "2019-03-11"}, "ontvangen_op"),
        ({"ontvangen_op": "2019-03-12", "beantwoord_op": "2019-03-11"}, "beantwoord_op"),
    ],
)
def test_days_in_impossible_order_are_refused(world: World, given: dict[str, str], field: str) -> None:
    assert world.refused("brief", {"onderwerp": "x", **given}) == [field]
