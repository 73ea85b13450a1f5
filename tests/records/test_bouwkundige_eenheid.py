"""A bouwkundige eenheid: what the landlord says of it, and what its tenants worry about."""

from __future__ import annotations

from typing import Any

import pytest

from tests.records.world import World

SAMPLE: dict[str, Any] = {
    "naam": "Flat Kerkhoflaan 1 tot 47",
    "project": "Groot onderhoud Kerkhoflaan",
    "complex": "Kerkhoflaan",
    "omschrijving": "Eén fundering en één dak.",
    "bepaald_door": "verhuurder",
    "woningen_totaal": 24,
    "aangezegd_op": "2019-06-24",
    "verhuurder_ja": 17,
    "verhuurder_van": 23,
    "verhuurder_op": "2019-06-20",
    "toelichting": "Eén woning staat leeg.",
    "zorgen": [{"onderwerp": "overlast", "aantal": 7, "gevraagd": "Niet boren voor negen uur."}],
}


@pytest.fixture
def project(world: World) -> World:
    """A world with a project that was proposed on 1 March 2019."""
    world.make("renovatieproject", titel="Gevels", voorstellen=[{"datum": "2019-03-01"}])
    return world


@pytest.mark.parametrize(
    ("given", "places"),
    [
        ({"verhuurder_ja": 24, "verhuurder_van": 23}, ["verhuurder_ja"]),
        ({"verhuurder_ja": 24}, ["verhuurder_van"]),
        ({"aangezegd_op": "2019-02-28"}, ["aangezegd_op"]),
        ({"aangezegd_op": "2030-01-01"}, ["aangezegd_op"]),
        ({"zorgen": [{"onderwerp": "overlast"}, {"onderwerp": "overlast"}]}, ["zorgen.1.onderwerp"]),
    ],
)
def test_what_cannot_be_is_refused(project: World, given: dict[str, Any], places: list[str]) -> None:
    assert project.refused("bouwkundige_eenheid", {"naam": "Flat", "project": "Gevels", **given}) == places


def test_a_building_belongs_to_a_project(world: World) -> None:
    assert world.refused("bouwkundige_eenheid", {"naam": "Flat"}) == ["project"]


def test_a_building_with_names_does_not_move_into_a_closed_project(project: World) -> None:
    proposal = [{"datum": "2019-03-01"}]
    project.make("renovatieproject", titel="Dak", voorstellen=proposal, afgesloten_op="2019-05-01")
    made = project.make("bouwkundige_eenheid", naam="Flat", project="Gevels")
    home = project.make("renovatiewoning", eenheid="Flat", straat="Dreef", huisnummer=1, telefoon="06")
    assert project.refused("bouwkundige_eenheid", {"project": "Dak"}, made) == ["project"]
    project.change(home, telefoon=None)
    assert project.refused("bouwkundige_eenheid", {"project": "Dak"}, made) == []
